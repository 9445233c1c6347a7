"""What sites in China must show: record numbers in the footer, the meta tags of government sites."""

from dataclasses import replace
from html import unescape

import pytest

from digest.model.corpus import Stated
from digest.model.page import EditorPage
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import urls
from small_corpus import corpus

WORDS = read_words([templates()])
MIIT = '<a href="https://beian.miit.gov.cn/">粤ICP备12345678号-1</a>'
MPS = (
    '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=44030902001234">粤公网安备 44030902001234号</a>'
)


def site(meta=None, **settings):
    """All pages in HTML, by path; ``meta`` are values of policy.toml."""
    made = corpus()
    policies = tuple(replace(each, meta=replace(each.meta, **(meta or {}))) for each in made.policies)
    about = (EditorPage("about", "zh", "# 关于本站\n"), EditorPage("about", "en", "# About this site\n"))
    made = replace(made, policies=policies, pages=about, site=replace(made.site, **settings))
    env = environment([templates()])
    return {
        page.path: render(page, env).decode()
        for page in make_pages(made, WORDS)
        if page.template.endswith(".html")
    }


def test_every_page_shows_the_record_numbers_in_both_languages():
    pages = site(icp="粤ICP备12345678号-1", public_security="粤公网安备 44030902001234号")
    assert {"", "zh/", "en/", "404.html", "en/about/"} <= pages.keys()
    for html in pages.values():
        assert MIIT in html
        assert MPS in html


def test_one_number_alone_is_shown_and_none_leaves_no_trace():
    assert all(MIIT in html and "beian.mps" not in html for html in site(icp="粤ICP备12345678号-1").values())
    assert not any("beian" in html or "records" in html for html in site().values())


def tags(html):
    """The meta tags of government sites, by name."""
    known = ("SiteName", "ArticleTitle", "ColumnName", "PubDate", "ContentSource")
    lines = [line for line in html.splitlines() if line.startswith("<meta name=")]
    found = dict(line.removeprefix('<meta name="').removesuffix('">').split('" content="') for line in lines)
    return {name: unescape(found[name]) for name in known if name in found}


def test_the_text_of_a_policy_says_what_is_known_of_it():
    known = {
        "published": Stated("2022-06-06", "external"),
        "issuers": Stated(("示例市工业局", "示例市财政局"), "printed"),
    }
    pages = site(known, title_zh="示例汇览", title_en="Example Digest")
    common = {"PubDate": "2022-06-06", "ContentSource": "示例市工业局、示例市财政局"}
    title = corpus().policies[0].meta
    zh, en = (tags(pages[urls.policy(each, title.slug)]) for each in urls.LANGUAGES)
    assert zh == {
        "SiteName": "示例汇览",
        "ArticleTitle": title.title_zh.value,
        "ColumnName": "政策文本",
        **common,
    }
    assert en["ArticleTitle"] == title.title_en
    assert en["SiteName"] == "Example Digest"
    assert tags(pages[urls.policy_both("zh", title.slug)]) == zh


@pytest.mark.parametrize(
    ("published", "made", "day"),
    [
        (Stated("2022-06-06", "external"), Stated("2022-05-31", "printed"), "2022-06-06"),
        (Stated(None, "unknown"), Stated("2022-05-31", "printed"), "2022-05-31"),
        (Stated("2022-06", "external"), Stated("2022-05-31", "printed"), "2022-05-31"),
        (Stated("2022-06-06", "inferred", sure="low"), Stated("2022", "printed"), None),
        (Stated(None, "unknown"), Stated("2022-05-31", "inferred", sure="medium"), None),
    ],
)
def test_a_day_that_nobody_knows_is_not_said(published, made, day):
    slug = corpus().policies[0].meta.slug
    found = tags(site({"published": published, "made": made})[urls.policy("zh", slug)])
    assert found.get("PubDate") == day


def test_an_editors_page_has_its_title_and_no_date():
    pages = site(title_zh="示例汇览")
    assert tags(pages["zh/about/"]) == {"SiteName": "示例汇览", "ArticleTitle": "关于本站"}
