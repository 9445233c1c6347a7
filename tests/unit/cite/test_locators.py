"""Where a clause stands, as its text prints it, and in English."""

import pytest

from digest.cite.locators import label_en, label_zh, locator_en, locator_zh, short_locator_en
from digest.model.corpus import Translation
from digest.model.document import Clause, Kind, PrintedLabel
from parsing import parsed

TEXT = """示例办法
第一章 总则
第一条 为了发展，制定本办法。
（一）支持研发。
第十五条之一 另有规定的，从其规定。
专栏1 重点工程
声学传感器。面向语音交互。
"""
OUTLINE = """一、总体要求
（一）基础。打好基础。
1.规模。扩大规模。
（二）目标。提升能力。
（二）再次。又一次。
起草说明：参照上级文件。
二、保障措施
——加强领导。
"""


def locators(text, translations=None):
    document, _ = parsed(text, "a")
    return named(*document.clauses, translations=translations or {})


def named(*clauses, translations=None):
    known = translations or {}
    return {each.id: (locator_zh(each), short_locator_en(each, known.get(each.id))) for each in clauses}


def in_full(text, translations=None):
    document, _ = parsed(text, "a")
    known = translations or {}
    return {each.id: locator_en(each, known.get(each.id)) for each in document.clauses}


def test_articles_stand_for_themselves():
    found = locators(TEXT)
    assert found["art1"] == ("第一条", "art. 1")
    assert found["art1.1"] == ("第一条（一）", "art. 1(1)")
    assert found["art15_1"] == ("第十五条之一", "art. 15-1")
    assert found["ch1"] == ("第一章", "chap. 1")


def test_sections_are_named_from_the_top():
    found = locators(OUTLINE)
    assert found["1"] == ("一、总体要求", "sec. I")
    assert found["1.1"] == ("一、（一）", "sec. I(1)")
    assert found["1.1.1"] == ("一、（一）1", "sec. I(1)(1)")


def test_a_repeated_label_is_told_apart_by_its_heading():
    found = locators(OUTLINE, {"1.2-2": Translation("Again", "Once more.", "reviewed")})
    assert found["1.2"] == ("一、（二）", "sec. I(2)")
    assert found["1.2-2"] == ("一、（二）“再次”", "sec. I(2), “Again”")


def test_first_words_end_before_a_figure_that_would_be_cut():
    named_so = Clause(
        "p1", None, 0, 1, Kind.POINT, None, None, "给予一次性补助，每年最高不超过300万元。", (1, 1)
    )
    assert named(named_so)["p1"][0] == "“给予一次性补助，每年最高不超过…”"


def test_a_note_is_named_as_it_is_printed():
    found = locators(OUTLINE)
    name = next(name for name in found if name.endswith("note"))
    zh, en = found[name]
    assert zh.endswith("起草说明") or zh.startswith("一、（二）起草说明")
    assert "drafting note" in en


def test_a_footnote_is_named_as_one():
    note = Clause("2.3.note", None, 0, 1, Kind.NOTE, "起草说明", None, "参照文件。", (1, 1))
    above = (PrintedLabel("起草说明", Kind.NOTE),)
    mark = Clause(
        "2.3.note.fn0", "2.3.note", 1, 2, Kind.FOOTNOTE, "[0:", None, "见文件。", (2, 2), above=above
    )
    found = named(note, mark)
    assert found["2.3.note.fn0"] == ("起草说明脚注0", "drafting note, footnote 0")


def test_two_numbers_do_not_read_as_one():
    box = Clause("box1", None, 0, 1, Kind.BOX, "专栏1", "重点工程", "", (1, 1))
    above = PrintedLabel("专栏1", Kind.BOX), PrintedLabel("1.", Kind.ENTRY)
    entry = Clause("box1.1", "box1", 1, 2, Kind.ENTRY, "1.", "传感器", "做。", (2, 2), above=above[:1])
    point = Clause("box1.1.1", "box1.1", 2, 3, Kind.ITEM, "1）", None, "做好。", (3, 3), above=above)
    found = named(box, entry, point)
    assert found["box1.1"] == ("专栏1 1", "box 1(1)")
    assert found["box1.1.1"] == ("专栏1 1. 1）", "box 1(1)(1)")


def test_sentences_and_links_name_a_clause_in_whole_words():
    found = in_full(TEXT)
    assert [found[name] for name in ("ch1", "art1", "art1.1", "art15_1", "box1")] == [
        "Chapter 1",
        "Article 1",
        "Article 1 (1)",
        "Article 15-1",
        "Box 1",
    ]
    found = in_full(OUTLINE, {"1.2-2": Translation("Again", "Once more.", "reviewed")})
    assert found["1.1.1"] == "Section I (1)(1)"
    assert found["1.2-2"] == "Section I (2), “Again”"
    assert found["1.2-2.note"] == "Section I (2), drafting note, “参照上级文件”"


@pytest.mark.parametrize(
    ("printed", "kind", "zh", "en"),
    [
        ("第七条", Kind.ARTICLE, "第七条", "Article 7"),
        ("第二 章", Kind.CHAPTER, "第二章", "Chapter 2"),
        ("十二、", Kind.CHAPTER, "十二、", "XII."),
        ("（二）", Kind.SECTION, "（二）", "(2)"),
        ("3﹒", Kind.ITEM, "3﹒", "3."),
        ("2)", Kind.ITEM, "2)", "2)"),
        ("①", Kind.ITEM, "①", "①"),
        ("专栏1", Kind.BOX, "专栏1", "Box 1"),
        ("起草说明", Kind.NOTE, "起草说明", "Drafting note"),
        ("[0:", Kind.FOOTNOTE, "脚注0", "Footnote 0"),
        ("——", Kind.POINT, "", ""),
        (None, Kind.POINT, "", ""),
    ],
)
def test_a_label_by_itself(printed, kind, zh, en):
    assert (label_zh(printed, kind), label_en(printed, kind)) == (zh, en)


@pytest.mark.parametrize("text", [TEXT, OUTLINE])
def test_no_locator_is_an_id(text):
    for name, said in locators(text).items():
        assert name not in said
