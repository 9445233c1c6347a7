"""Cards of clauses for the pages of other sites: only where site.toml allows them."""

import json
from dataclasses import replace

import pytest
from lxml import html

from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import SCRIPT, clauses, corpus

BASE = "https://digest.example.org/"


def site(*, embeds):
    made = corpus()
    made = replace(made, site=replace(made.site, embeds=embeds))
    env = environment([templates()])
    wanted = (page for page in make_pages(made, read_words([templates()])) if page.path.startswith("p/"))
    return {page.path: render(page, env).decode() for page in wanted}


@pytest.fixture(scope="module")
def pages():
    return site(embeds=True)


def test_without_the_setting_nothing_of_it_is_written():
    pages = site(embeds=False)
    assert not any("oembed" in text for path, text in pages.items() if path.endswith("/"))
    assert not [path for path in pages if path.endswith(("card.html", "oembed.json"))]


def test_every_clause_has_a_card_and_its_page_leads_to_it(pages):
    for clause in clauses():
        folder = f"p/example-2022/{clause.id}/"
        link = html.fromstring(pages[folder]).xpath("//link[@type='application/json+oembed']/@href")
        assert link == [f"{BASE}{folder}oembed.json"]
        known = json.loads(pages[f"{folder}oembed.json"])
        assert (known["version"], known["type"]) == ("1.0", "rich")
        assert {"title", "provider_name", "provider_url", "width", "height", "html"} <= known.keys()
        (frame,) = html.fragments_fromstring(known["html"])
        assert (frame.tag, frame.get("src")) == ("iframe", f"{BASE}{folder}card.html")
        assert (frame.get("width"), frame.get("height")) == (str(known["width"]), str(known["height"]))
        assert frame.get("title") == known["title"]
        assert "allow-scripts" not in frame.get("sandbox")


def test_a_card_has_both_languages_the_policy_its_validity_and_a_way_to_the_page(pages):
    tree = html.fromstring(pages["p/example-2022/1.1/card.html"])
    zh, en = tree.xpath("//main/div")
    assert [zh.get("lang"), en.get("lang")] == ["zh-CN", "en"]
    assert "2021年，产业增加值超过40亿元，增长12.5%。" in zh.text_content()
    assert [each.text for each in zh.xpath(".//span[@class='figure']")] == ["2021年", "40亿元", "12.5%"]
    assert "In 2021 value added exceeded RMB 4 billion." in en.text_content()
    assert "Machine draft" in en.text_content()
    assert "示例市产业集群行动计划" in zh.text_content()
    assert "2025" in tree.findtext(".//footer/p//span[@lang='en']")
    for link in tree.iter("a"):
        assert link.get("href").startswith(BASE)
        assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")
    assert tree.xpath("//footer//a/@href")[0] == f"{BASE}p/example-2022/1.1/"


def test_a_card_has_no_script_and_a_policy_of_its_own(pages):
    for path, text in pages.items():
        if path.endswith("card.html"):
            tree = html.fromstring(text)
            assert not list(tree.iter("script", "style", "img", "form", "iframe"))
            (policy,) = tree.xpath("//meta[@http-equiv]/@content")
            assert policy == "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
            assert tree.xpath("//link[@rel='stylesheet']/@href") == ["../../../assets/card.css"]
            assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert SCRIPT in html.fromstring(pages["p/example-2022/1.2/card.html"]).text_content()


def test_a_card_that_was_shown_once_goes_on(pages):
    moved = html.fromstring(pages["p/example-2022/3.1/card.html"])
    assert "此地址现为另一条款" in moved.text_content()
    assert "支持研发" in moved.text_content()
    assert moved.xpath("//footer//a/@href")[0] == f"{BASE}p/example-2022/2.1/"
    gone = html.fromstring(pages["p/example-2022/4/card.html"])
    assert "本条款已从文本中删除" in gone.text_content()
    assert "加强组织领导。" in gone.text_content()
    assert gone.xpath("//footer//a/@href")[0] == f"{BASE}p/example-2022/4/"
