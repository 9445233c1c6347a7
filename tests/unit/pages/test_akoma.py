"""Policies as Akoma Ntoso: always valid, complete, with ids of both worlds."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from akoma_schema import NAMESPACE, faults
from digest.build import load
from digest.model.corpus import Policy, Relation, Stated
from digest.model.document import Clause, Document, Kind
from digest.model.facts import Citation, ClauseFacts, Resolution
from digest.model.source import Source
from digest.pages.akoma import akoma_ntoso
from digest.pages.akoma.names import ElementIds
from digest.pages.akoma.text import TextPiece, WorkLink, paragraphs
from digest.render.xml import xml_file
from small_corpus import corpus, meta

PLAIN = replace(meta("a"), relations=())


def written(*rows, facts=None, resolutions=None, about=None):
    """The file of one policy: rows of id, parent, kind, label, heading, text."""
    clauses = tuple(
        Clause(name, parent, order, 1, kind, label, heading, text, (1, 1))
        for order, (name, parent, kind, label, heading, text) in enumerate(rows)
    )
    document = Document("a", Source("a.txt", ""), clauses, ())
    policies = (Policy(about or PLAIN, document, facts or {}, {}),)
    small = replace(corpus(), policies=policies, resolutions={"a": resolutions or {}})
    return xml_file(dict(akoma_ntoso(small))["a"])


def tree(content):
    assert faults(content) == []
    return etree.fromstring(content)


def found(root, name):
    return root.findall(f".//{NAMESPACE}{name}")


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def policies(project):
    loaded, _ = load(project / "content")
    assert loaded
    roots = {slug: tree(xml_file(root)) for slug, root in akoma_ntoso(loaded)}
    return [(policy, roots[policy.meta.slug]) for policy in loaded.policies]


def test_every_clause_of_the_policies_is_an_element_in_order(policies):
    for policy, root in policies:
        written_ids = [each.get("wId") for each in root.iter() if each.get("wId")]
        assert written_ids == [clause.id for clause in policy.document.clauses]


def test_every_word_of_the_policies_is_there(policies):
    for policy, root in policies:
        for clause in policy.document.clauses:
            element = root.xpath("//*[@wId = $id]", id=clause.id)[0]
            words = squeezed((clause.label or "") + (clause.heading or "") + clause.text)
            marker = element.get("marker", "")
            assert squeezed(marker + "".join(element.itertext())).startswith(words), clause.id


def test_a_text_of_articles_is_an_act():
    rows = (
        ("front.1", None, Kind.FRONT, None, "某市办法", ""),
        ("front.2", None, Kind.PREAMBLE, None, None, "为了发展，制定本办法。"),
        ("ch1", None, Kind.CHAPTER, "第一章", "总则", ""),
        ("ch1.sec1", "ch1", Kind.SECTION, "第一节", "目的", ""),
        ("art1", "ch1.sec1", Kind.ARTICLE, "第一条", None, "第一款。\n第二款："),
        ("art1.1", "art1", Kind.ITEM, "（一）", None, "甲；"),
        ("art1.1-2", "art1", Kind.ITEM, "（一）", None, "乙；"),
        ("art1.u1", "art1", Kind.POINT, "——", None, "丙。"),
        ("art15_1", "ch1", Kind.ARTICLE, "第十五条之一", None, "丁。"),
        ("box1", "ch1", Kind.BOX, "专栏1", "工程", ""),
        ("box1.1", "box1", Kind.ENTRY, "1.", None, "戊。"),
        ("pt2", None, Kind.CHAPTER, "第二编", "分则", ""),
        ("front.3", None, Kind.FRONT, None, None, "某市人民政府\n2022年7月9日"),
    )
    root = tree(written(*rows))
    assert [each.tag.removeprefix(NAMESPACE) for each in root[0]] == [
        "meta",
        "preface",
        "preamble",
        "body",
        "conclusions",
    ]
    ids = {each.get("wId"): (each.tag.removeprefix(NAMESPACE), each.get("eId")) for each in root.iter()}
    assert {name: pair for name, pair in ids.items() if name} == {
        "front.1": ("container", "preface__container_1"),
        "front.2": ("container", "preamble__container_1"),
        "ch1": ("chapter", "chp_1"),
        "ch1.sec1": ("section", "chp_1__sec_1"),
        "art1": ("article", "art_1"),
        "art1.1": ("point", "art_1__point_1"),
        "art1.1-2": ("point", "art_1__point_1-2"),
        "art1.u1": ("indent", "art_1__indent_1"),
        "art15_1": ("article", "art_15-1"),
        "box1": ("hcontainer", "chp_1__hcontainer_1"),
        "box1.1": ("hcontainer", "chp_1__hcontainer_1__hcontainer_1"),
        "pt2": ("part", "part_2"),
        "front.3": ("container", "conclusions__container_1"),
    }
    assert [each.get("eId") for each in found(root, "intro")] == ["art_1__intro"]
    assert [len(each) for each in found(root, "intro")] == [2]
    assert [each.text for each in found(root, "docTitle")] == ["某市办法"]


def test_a_text_about_another_is_a_doc():
    article = ("art1", None, Kind.ARTICLE, "第一条", None, "甲。")
    about = replace(meta("a"), relations=(Relation("explains", "b"),))
    root = tree(written(article, about=about))
    assert root[0].tag == f"{NAMESPACE}doc"
    assert found(root, "mainBody")


def test_footnotes_stand_in_the_paragraph():
    root = tree(
        written(
            ("1", None, Kind.CHAPTER, "一、", "甲", "乙。\n丙。"),
            ("1.fn1", "1", Kind.FOOTNOTE, "[0]", None, "注。"),
            ("2", None, Kind.CHAPTER, "二、", "丁", ""),
            ("2.fn1", "2", Kind.FOOTNOTE, None, None, "无处可去。"),
        )
    )
    note = found(root, "authorialNote")[0]
    assert (note.get("marker"), note.get("wId"), "".join(note.itertext())) == ("[0]", "1.fn1", "注。")
    assert note.getparent().get("eId") == "chp_1__p_2"
    assert [each.get("name") for each in found(root, "hcontainer")] == ["footnote"]


def test_citations_that_lead_somewhere_are_references():
    cited = Citation(printed="《意见》", title="意见", number=None, kind="citation", start=2, end=6)
    lost = replace(cited, start=7, end=11)
    root = tree(
        written(
            ("1", None, Kind.CHAPTER, None, None, "依据《意见》、《意见》。"),
            facts={"1": ClauseFacts(citations=(cited, lost))},
            resolutions={"1": (Resolution("a", "title"), Resolution(None, "unknown"))},
        )
    )
    assert [(each.text, each.get("href")) for each in found(root, "ref")] == [
        ("《意见》", "/akn/cn/doc/action-plan/2022/a")
    ]


def test_what_is_not_known_is_said_so():
    unknown: Stated[str] = Stated(None, "unknown")
    about = replace(
        meta("a"), made=unknown, effective=unknown, genre=unknown, issuers=Stated(None, "unknown")
    )
    root = tree(written(("1", None, Kind.CHAPTER, None, None, "甲。"), about=about))
    assert {each.get("value") for each in found(root, "FRBRuri")} == {
        "/akn/cn/doc/nn/nn/a",
        "/akn/cn/doc/nn/nn/a/zho@",
        "/akn/cn/doc/nn/nn/a/zho@.xml",
    }
    assert {(each.get("date"), each.get("name")) for each in found(root, "FRBRdate")} == {
        ("0001-01-01", "unknown")
    }
    dated = tree(written(("1", None, Kind.CHAPTER, None, None, "甲。")))
    assert {(each.get("date"), each.get("name")) for each in found(dated, "FRBRdate")} == {
        ("2022-06-01", "approximate")
    }


def test_a_text_without_clauses_is_valid():
    assert found(tree(written()), "mainBody")
    assert found(tree(written(("front.1", None, Kind.FRONT, None, None, ""))), "preface")


def test_no_text_becomes_markup():
    nasty = "<script>alert(1)</script>&amp;]]>\"'\x00\x08\ufffe"
    root = tree(written(("1", None, Kind.CHAPTER, nasty, nasty, nasty)))
    assert not found(root, "script")
    kept = nasty.replace("\x00", "\ufffd").replace("\x08", "\ufffd").replace("\ufffe", "\ufffd")
    assert [found(root, name)[0].text for name in ("num", "heading", "p")] == [kept] * 3


def test_paragraphs_are_cut_at_links():
    text = "甲《乙》丙\n\n《丁》"
    assert list(paragraphs(text, [WorkLink(1, 4, "x"), WorkLink(7, 10, "y")])) == [
        [TextPiece("甲", None), TextPiece("《乙》", "x"), TextPiece("丙", None)],
        [TextPiece("《丁》", "y")],
    ]
    assert list(paragraphs("甲\n乙", [WorkLink(0, 3, "x")])) == [
        [TextPiece("甲", None)],
        [TextPiece("乙", None)],
    ]
    assert list(paragraphs("甲乙", [WorkLink(0, 2, "x"), WorkLink(1, 2, "y")])) == [[TextPiece("甲乙", "x")]]


def test_element_ids_never_repeat():
    eids = ElementIds()
    given = [eids.give("a", "p", number) for number in ("1", "", "", "1", "2", "1-2", "1")]
    assert given == ["a__p_1", "a__p_2", "a__p_3", "a__p_1-2", "a__p_2-2", "a__p_1-2-2", "a__p_1-3"]
