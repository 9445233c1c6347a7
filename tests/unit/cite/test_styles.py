"""What a style makes of what is known, and of what is not."""

import re
from datetime import date

import pytest

from citable import cited
from digest.cite import BLANKS, STYLES, printed, printed_in
from digest.cite.references import one_line
from digest.model.reference import Dated, LegalStanding, Reference

DAY = date(2026, 11, 27)
NOTHING = Reference("policy", "a-1", "https://example.org/zh/policies/a-1/", "汇览", "Digest")


def said(reference, style, day=DAY):
    return printed_in(next(each for each in STYLES if each.id == style), reference, day).text


@pytest.fixture(scope="module")
def references():
    return cited()


def test_every_style_says_why_a_text_is_not_in_force(references):
    words = {
        "draft": ("草案", "draft"),
        "superseded": ("取代", "superseded"),
        "repealed": ("已废止", "repealed"),
    }
    for name, (zh, en) in words.items():
        for found in printed(references[name], DAY):
            assert zh in found.text or en in found.text.lower(), (name, found.style)


@pytest.mark.parametrize("style", [style.id for style in STYLES])
def test_what_nobody_knows_is_not_printed(style):
    text = said(NOTHING, style)
    assert NOTHING.address in text.replace("\\", "")
    assert "None" not in text
    assert "[]" not in text
    assert "（）" not in text
    assert "()" not in text


def test_a_day_that_nobody_knows():
    known = NOTHING._replace(title_zh="办法")
    assert "(n.d.)" in said(known, "apa")
    assert ", n.d." in said(known, "chicago")
    assert said(known, "gbt7714") == "办法[EB/OL]. [2026-11-27]. https://example.org/zh/policies/a-1/."
    assert "year" not in said(known, "bibtex")
    assert "DA  -" not in said(known, "ris")
    assert "issued" not in said(known, "csl")


@pytest.mark.parametrize(
    ("day", "apa", "chicago", "law", "ris"),
    [
        ("2022", "(2022)", ", 2022", "2022年发布", "2022//"),
        ("2022-06", "(2022, June)", "June 2022", "2022年6月发布", "2022/06/"),
        ("2022-06-06", "(2022, June 6)", "June 6, 2022", "2022年6月6日发布", "2022/06/06"),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(day, apa, chicago, law, ris):
    known = NOTHING._replace(title_zh="办法", dated=Dated(day, published=True))
    assert apa in said(known, "apa")
    assert chicago in said(known, "chicago")
    assert law in said(known, "law")
    assert f"DA  - {ris}\n" in said(known, "ris")


def test_what_was_inferred_is_marked():
    known = NOTHING._replace(
        title_zh="办法",
        title_inferred=True,
        issuers=("甲局",),
        issuers_inferred=True,
        dated=Dated("2022", published=False, inferred=True),
    )
    assert said(known, "gbt7714").startswith("[甲局]. [办法][EB/OL]. （[2022]）")
    assert said(known, "law").startswith("［甲局］［《办法》］，［2022年］，")
    assert "[2022?]" in said(known, "chicago")
    assert said(known, "apa").startswith("[甲局]. (ca. 2022). [办法]. ")
    assert "标题、发文机关、日期为推定" in said(known, "bibtex")
    assert '"circa": true' in said(known, "csl")


def test_a_comma_stands_before_a_closing_quotation_mark():
    known = NOTHING._replace(title_zh="办法", title_en="Measures", dated=Dated("2022", published=True))
    known = known._replace(locator_zh="三、“潍坊”", locator_en="sec. 3, “Weifang”")
    assert ", sec. 3, “Weifang,” https://" in said(known, "chicago")
    assert said(known._replace(language="en"), "html").endswith(", sec. 3, “Weifang.”")
    ended = known._replace(standing=LegalStanding("ended", "已废止", "repealed"))
    assert ", sec. 3, “Weifang” (repealed), https://" in said(ended, "chicago")


def test_a_part_without_an_author_is_named_as_its_entry_begins():
    known = NOTHING._replace(title_zh="办法", title_en="Measures", locator_en="art. 4")
    for title, begins in (
        (known, "(“办法,” n.d., art. 4)"),
        (known._replace(title_inferred=True), "([办法], n.d., art. 4)"),
        (known._replace(title_zh=None, title_en=None, genre_en="plan"), "([Plan], n.d., art. 4)"),
    ):
        entry = printed_in(STYLES[2], title, DAY)
        assert entry.in_text == begins
        assert entry.text.startswith(begins.strip("(“").partition(",")[0])


def test_a_page_that_changes_has_the_day_of_access(references):
    assert "compared. Retrieved November 27, 2026, from https://" in said(references["comparison"], "apa")
    for style, visited in (
        ("markdown", "（已废止），2026年11月27日访问。"),
        ("latex", "（已废止），2026年11月27日访问。"),
        ("html", "（已废止），2026年11月27日访问。"),
    ):
        assert said(references["repealed"], style).endswith(visited)
        assert said(references["repealed"], style, None).endswith("（已废止）。")
    english = references["repealed"]._replace(language="en")
    assert said(english, "html").endswith("n.d. (repealed), accessed November 27, 2026.")


def test_a_page_leaves_the_day_of_access_to_the_reader(references):
    for found in printed(references["repealed"]):
        blanks = [each for each in found.stretches if each.day]
        assert "2026" not in found.text.replace("2026年", "")
        for each in blanks:
            assert any(blank in each.text for blank in BLANKS.values())
            assert each.text not in found.text


@pytest.mark.parametrize(
    ("day", "stated"), [(None, True), (date(2023, 12, 31), False), (date(2024, 1, 1), True)]
)
def test_the_end_of_a_period_is_stated_once_it_is_past(day, stated):
    known = NOTHING._replace(title_zh="计划", standing=LegalStanding("until", day="2023-12-31"))
    for found in printed(known, day):
        assert bool(re.search("期限至|[Pp]eriod until", found.text)) is stated, found.style


def test_a_standing_that_the_title_states_is_not_said_twice():
    draft = LegalStanding("draft", "征求意见稿", "consultation draft")
    known = NOTHING._replace(
        title_zh="办法（征求意见稿）", title_en="Measures (Consultation Draft)", standing=draft
    )
    for found in printed(known, DAY):
        assert found.text.count("征求意见稿") <= 1
        assert found.text.lower().count("consultation draft") <= 1


def test_titles_within_titles_turn_their_brackets():
    known = NOTHING._replace(title_zh="关于《甲〈乙〉》的说明")
    assert said(known, "law").startswith("《关于〈甲《乙》〉的说明》")


def test_the_language_of_the_note(references):
    english = references["in force"]._replace(language="en")
    for style in ("markdown", "latex", "html"):
        assert "art. 7" in said(english, style)
        assert "第七条" in said(references["in force"], style)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("甲\n乙", "甲乙"),
        ("a\nb", "a b"),
        ("甲 b\t乙", "甲 b 乙"),
        ("　甲\u200b ", "甲"),
        ("a\x00b", "ab"),
        ("𠮷\n野", "𠮷野"),
        (None, ""),
    ],
)
def test_one_line(text, line):
    assert one_line(text) == line
