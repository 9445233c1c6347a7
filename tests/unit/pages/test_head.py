"""What the head of a page says to programs: descriptions, Open Graph, what Zotero and schema.org take from it."""

import json
import re
from dataclasses import replace

import pytest
from lxml import etree, html

from digest.model.corpus import Stated
from digest.model.page import Json
from digest.pages.descriptions import of_markdown
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import ids, urls
from small_corpus import SCRIPT, UNKNOWN, corpus
from small_matches import MORE, compared_corpus
from zotero_rules import Item, imported

BASE = "https://digest.example.org/"
WORDS = read_words([templates()])
ISSUERS = ("示例市工业和信息化局", "示例市财政局")
TITLE = "示例市产业集群行动计划"


def site(made):
    """All pages of a corpus, by path."""
    env = environment([templates()])
    return {page.path: render(page, env).decode() for page in make_pages(made, WORDS) if page.template}


def stated(**values):
    """The small corpus with other values of policy.toml in its first policy."""
    made = corpus()
    first, *others = made.policies
    return replace(made, policies=(replace(first, meta=replace(first.meta, **values)), *others))


@pytest.fixture(scope="module")
def pages():
    known = {
        "issuers": Stated(ISSUERS, "printed"),
        "number": Stated("示工信〔2022〕8号", "printed"),
        "made": Stated("2022-05-31", "printed"),
        "published": Stated("2022-06-06", "external"),
        "title_en": "Example Action Plan",
    }
    return site(stated(**known))


@pytest.fixture(scope="module")
def compared():
    return site(compared_corpus(BASE, matches=MORE))


def tag(page, name):
    """The content of a meta tag, None where there is none."""
    found = html.fromstring(page).xpath("//head/meta[@name=$name or @property=$name]/@content", name=name)
    assert len(found) < 2, name
    return found[0] if found else None


def markup(pages):
    return {path: page for path, page in pages.items() if "<html" in page}


def test_every_page_says_what_it_holds_and_no_two_say_the_same(pages, compared):
    for each in (pages, compared):
        said = {path: tag(page, "description") for path, page in markup(each).items()}
        assert len(said) > 60
        assert [path for path, text in said.items() if not text or len(text) < 8] == []
        listed = [text for path, text in said.items() if not tag(each[path], "robots")]
        assert [text for text in listed if listed.count(text) > 1] == []


def test_descriptions_are_in_the_language_of_the_page(pages, compared):
    for path, page in {**markup(pages), **markup(compared)}.items():
        text = tag(page, "description")
        if path.startswith("zh/"):
            assert re.search("[\u4e00-\u9fff]{2}", text), path
        elif path.startswith("en/"):
            assert len(re.findall("[A-Za-z]{3,}", text)) > 3, path


def test_a_clause_is_described_by_its_first_words_and_its_policy(pages):
    assert tag(pages["p/example-2022/2.1/"], "description") == (
        f"对首轮流片，按不超过费用的50%给予资助，最高不超过500万元。——{TITLE}：二、（一）"
    )
    assert tag(pages["p/example-2022/2/"], "description") == f"二、主要任务——{TITLE}"


def test_clauses_of_the_same_name_are_told_apart_by_where_they_stand():
    made = corpus()
    first, *others = made.policies
    same = [
        replace(each, label="（一）", heading="支持研发") if each.id in ("1.1", "2.1") else each
        for each in first.document.clauses
    ]
    document = replace(first.document, clauses=tuple(same))
    pages = site(replace(made, policies=(replace(first, document=document), *others)))
    titles = [
        html.fromstring(pages[f"p/example-2022/{each}/"]).findtext("head/title") for each in ("1.1", "2.1")
    ]
    assert [title.partition(f" – {TITLE}")[0] for title in titles] == [
        "（一）支持研发 – 一、（一）",
        "（一）支持研发 – 二、（一）",
    ]


def test_a_policy_is_described_by_who_issued_it_when(pages):
    assert tag(pages["zh/policies/example-2022/"], "description") == (
        f"{TITLE}：全文共 14 个条款，每个条款都有永久地址，可以引用。"
        "发文机关：示例市工业和信息化局、示例市财政局。文号：示工信〔2022〕8号。成文日期：2022年5月31日。"
    )
    assert (
        tag(pages["en/policies/example-2022/both/"], "description")
        == (
            "Example Action Plan: the full text in Chinese and English, 14 clauses, each with a permanent address. "
            "Document number: [2022] No.\u00a08. Dated: 31 May 2022."  # nobody has translated the names of its issuers
        )
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## Head\n\nThe **first** `one` of [these](a.md) words.\nMore.\n\nLast.", "The first one of these words. More."),
        ("- a list\n- of things\n\n| a | b |\n|---|---|\n\n![](x.png)\n\nText.", "Text."),
        ("```\ncode\n```\n", ""),
        ("", ""),
        ("[" * 20_000, "[" * 99 + "…"),
    ],
)  # fmt: skip
def test_an_editors_page_is_described_by_its_first_paragraph(text, said):
    assert of_markdown(text, 100) == said


def test_open_graph_says_what_is_shared(pages):
    page = pages["en/policies/example-2022/"]
    assert {name: tag(page, f"og:{name}") for name in ("title", "type", "url", "site_name", "locale")} == {
        "title": "Example Action Plan",
        "type": "article",
        "url": f"{BASE}en/policies/example-2022/",
        "site_name": "Policy Digest",
        "locale": "en_GB",
    }
    assert tag(page, "og:locale:alternate") == "zh_CN"
    assert tag(page, "og:description") == tag(page, "description")
    assert tag(page, "twitter:card") == "summary"
    assert tag(pages["zh/search/"], "og:type") == "website"
    assert tag(pages["p/example-2022/2.1/"], "og:locale") == "zh_CN"
    assert tag(pages[urls.NOT_FOUND], "og:title") is None


def test_zotero_takes_a_clause_as_a_report_of_its_issuers(pages):
    path = "p/example-2022/2.1/"
    item = imported(pages[path], BASE + path)
    pin = ids.short_hash("对首轮流片，按不超过费用的50%给予资助，最高不超过500万元。")
    assert item == Item(
        "report",
        [(name, "") for name in ISSUERS],
        {
            "title": f"{TITLE}：二、（一）",
            "institution": "示例市工业和信息化局、示例市财政局",
            "reportNumber": "示工信〔2022〕8号",
            "reportType": "行动计划",
            "date": "2022-06-06",
            "url": f"{BASE}{path}?at={pin}",
            "language": "zh-CN",
            "abstractNote": tag(pages[path], "description"),
            "extra": "二、（一）；期限至2025年7月8日",
        },
    )


@pytest.mark.parametrize(
    ("path", "title", "kind", "extra", "language"),
    [
        ("zh/policies/example-2022/", TITLE, "行动计划", "期限至2025年7月8日", "zh-CN"),
        (
            "en/policies/example-2022/",
            "Example Action Plan",
            "Action plan",
            "period until July 8, 2025",
            "en",
        ),
    ],
)
def test_zotero_takes_a_policy_in_the_language_of_the_page(pages, path, title, kind, extra, language):
    item = imported(pages[path], BASE + path)
    assert item.type == "report"
    assert item.creators == [(name, "") for name in ISSUERS]
    told = {name: item.fields[name] for name in ("title", "reportType", "extra", "language", "url", "date")}
    assert told == {
        "title": title,
        "reportType": kind,
        "extra": extra,
        "language": language,
        "url": BASE + path,
        "date": "2022-06-06",
    }


def test_what_nobody_knows_is_not_told_and_the_text_is_still_a_report():
    unknown = dict.fromkeys(("issuers", "number", "made", "published", "genre"), UNKNOWN)
    pages = site(stated(**unknown))
    item = imported(pages["zh/policies/example-2022/"], BASE)
    assert (item.type, item.creators) == ("report", [])
    assert item.fields.keys() == {"title", "url", "language", "abstractNote", "extra"}


def test_a_name_that_zotero_would_cut_is_no_author():
    pages = site(stated(issuers=Stated(("Example Bureau", "示例市财政局"), "printed")))
    item = imported(pages["zh/policies/example-2022/"], BASE)
    assert item.creators == [("示例市财政局", "")]
    assert item.fields["institution"] == "Example Bureau、示例市财政局"


def test_zotero_takes_a_comparison_as_a_page_of_the_site(compared):
    path = next(path for path in compared if re.fullmatch(r"zh/compare/[a-z-]+/", path))
    item = imported(compared[path], BASE + path)
    assert (item.type, item.creators) == ("webpage", [])
    assert item.fields == {
        "title": tag(compared[path], "og:title"),
        "websiteTitle": "产业政策汇览",
        "url": BASE + path,
        "language": "zh-CN",
        "abstractNote": tag(compared[path], "description"),
    }


def test_the_rules_of_zotero_know_other_pages():
    lone = '<html lang="en"><head><title>T</title><meta name="citation_title" content="A"></head></html>'
    assert imported(lone, BASE).type == "journalArticle"
    titled = '<html><head><title>T – S</title><meta property="og:type" content="website"></head></html>'
    assert imported(titled, BASE).fields["title"] == "T – S"
    person = lone.replace("</head>", '<meta name="citation_author" content="Ann Example"></head>')
    assert imported(person, BASE).creators == [("Example", "Ann")]


def linked(page):
    """What a page holds in JSON-LD."""
    (found,) = html.fromstring(page).xpath("//head/script[@type='application/ld+json']/text()")
    assert "<" not in found
    return json.loads(found)


def test_the_page_of_a_clause_holds_what_a_citation_needs_and_not_the_text(pages):
    about = linked(pages["p/example-2022/2.1/"])
    assert about["@type"] == "Legislation"
    assert about["name"] == "（一）支持研发"
    assert about["@id"] == f"{BASE}p/example-2022/2.1/"
    policy = about["isPartOf"]
    assert policy["@id"] == f"{BASE}zh/policies/example-2022/"
    assert policy["name"] == TITLE
    assert policy["legislationIdentifier"] == "示工信〔2022〕8号"
    assert policy["datePublished"] == "2022-06-06"
    assert [each["name"] for each in policy["legislationPassedBy"]] == list(ISSUERS)
    assert "500万元" not in json.dumps(about, ensure_ascii=False)


def test_the_page_of_a_policy_says_the_same_as_its_file(pages):
    made = {page.path: page for page in make_pages(corpus(), WORDS) if page.path.endswith(".json")}
    for path in ("zh/policies/example-2022/", "en/policies/example-2022/both/"):
        assert linked(pages[path])["name"] == TITLE
    about = linked(site(corpus())["zh/policies/example-2022/"])
    file = made["p/example-2022/policy.json"].value
    assert isinstance(file, Json)
    assert about == {name: file.value[name] for name in about}
    assert not {"hasPart", "text", "encoding"} & about.keys()


def test_a_comparison_is_a_data_set_with_its_files(compared):
    path = next(path for path in compared if re.fullmatch(r"en/compare/[a-z-]+/", path))
    about = linked(compared[path])
    assert about["@type"] == "Dataset"
    assert [each["contentUrl"].rpartition(".")[2] for each in about["distribution"]] == ["csv", "xlsx"]
    assert about["isBasedOn"]


def test_no_value_leaves_the_script_of_linked_data():
    pages = site(corpus())  # its titles try to
    about = linked(pages["p/other-2021/1.2/"])
    assert about["name"].endswith(SCRIPT)
    assert about["isPartOf"]["name"].endswith(SCRIPT)


def test_browsers_find_the_search_of_each_language(pages):
    tree = etree.fromstring(pages["zh/opensearch.xml"].encode())
    names = {etree.QName(each).localname: each for each in tree}
    assert etree.QName(tree).namespace == "http://a9.com/-/spec/opensearch/1.1/"
    assert names["ShortName"].text == "产业政策汇览"
    assert len(names["ShortName"].text) <= 16
    templates_of = {each.get("type"): each.get("template") for each in tree.iter("{*}Url")}
    assert templates_of["text/html"] == f"{BASE}zh/search/?q={{searchTerms}}"
    form = html.fromstring(pages["zh/"]).xpath("//form[@role='search']")[0]
    assert form.get("action") == "search/index.html"
    assert form.xpath(".//input/@name") == ["q"]
    for path, wanted in (("zh/", ["opensearch.xml"]), ("en/search/", ["../opensearch.xml"])):
        assert html.fromstring(pages[path]).xpath("//link[@rel='search']/@href") == wanted
    assert len(html.fromstring(pages["p/example-2022/2.1/"]).xpath("//link[@rel='search']")) == 2
