"""Automatic numbers of Word: forms, levels, restarts, lists of styles. Expected is what Word prints."""

import pytest

from digest.intake.docx import read_docx
from digest.intake.docx.numerals import number_in
from docx_files import docx, level, lists, numbered, p, r

ARTICLES = lists(
    level(0, "chineseCountingThousand", "第%1章"),
    level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
    level(2, "chineseCountingThousand", "（%3）"),
    level(3, "decimal", "%4."),
)


def text(body: str, **parts: str) -> list[str]:
    found = read_docx(docx(body, **parts), "办法.docx")
    assert found.taken is not None
    return found.taken.text.splitlines()


def style(name: str, inside: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}" {more}>{inside}</w:style>'


def in_list(number: int, level: int | None = None) -> str:
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:pPr><w:numPr>{at}<w:numId w:val="{number}"/></w:numPr></w:pPr>'


def styled(words: str, name: str, more: str = "") -> str:
    return p(words, f'<w:pStyle w:val="{name}"/>{more}')


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", {1: "1", 21: "21"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {1: "１", 21: "２１"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("chineseCounting", {1: "一", 10: "十", 21: "二十一", 99: "九十九", 100: "一○○", 101: "一○一"}),
        ("taiwaneseCounting", {10: "十", 101: "一○一"}),
        ("chineseCountingThousand", {10: "十", 11: "十一", 21: "二十一", 100: "一百", 101: "一百零一", 110: "一百一十", 1001: "一千零一"}),
        ("taiwaneseCountingThousand", {12: "十二", 10_000: "一萬"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 23: "贰拾叁", 101: "壹佰零壹"}),
        ("ideographLegalTraditional", {2: "貳", 16: "壹拾陸"}),
        ("japaneseCounting", {1: "一", 10: "十", 21: "二十一", 100: "百", 101: "百一", 1000: "千", 2110: "二千百十", 10_001: "一万一"}),
        ("japaneseLegal", {1: "壱", 10: "壱拾", 23: "弐拾参"}),
        ("ideographDigital", {10: "一〇", 21: "二一"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 11: "甲戌", 60: "癸亥"}),
        ("upperRoman", {4: "IV", 9: "IX", 2024: "MMXXIV"}),
        ("lowerRoman", {3: "iii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 781: "781"}),
        ("lowerLetter", {2: "b"}),
        ("none", {5: ""}),
    ],
)  # fmt: skip
def test_forms_of_numbers(form: str, expected: dict[int, str]) -> None:
    assert {number: number_in(form, number) for number in expected} == expected


def test_no_number_is_too_large_for_a_form() -> None:
    for form in (
        "upperLetter",
        "upperRoman",
        "japaneseCounting",
        "chineseCountingThousand",
        "decimalFullWidth",
    ):
        printed = number_in(form, 999_999_999)
        assert printed is not None
        assert len(printed) < 40


def test_levels_count_and_restart() -> None:
    body = "".join((
        *(numbered("总则", 0), numbered("目的。", 1), numbered("范围：", 1), numbered("甲；", 2), numbered("乙。", 2)),
        *(numbered("扶持", 0), numbered("补贴：", 1), numbered("丙；", 2), numbered("丁", 3), numbered("戊。", 2)),
    ))  # fmt: skip
    assert text(body, numbering=ARTICLES) == [
        *("第一章 总则", "第一条 目的。", "第二条 范围：", "（一）甲；", "（二）乙。"),
        *("第二章 扶持", "第三条 补贴：", "（一）丙；", "1. 丁", "（二）戊。"),
    ]


def test_a_level_restarts_only_after_the_level_it_names() -> None:
    three = lists(
        level(0, "decimal", "%1"),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(numbered("x", at) for at in (0, 1, 2, 1, 2, 0, 1, 2))
    assert text(body, numbering=three) == ["1 x", "1.1 x", "a)x", "1.2 x", "b)x", "2 x", "2.1 x", "a)x"]


def test_numbers_of_several_levels_and_in_digits() -> None:
    legal = lists(
        level(0, "chineseCounting", "第%1部分"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1.%2.%3"),
    )
    body = numbered("一", 0) + numbered("二", 1) + numbered("三", 2)
    assert text(body, numbering=legal) == ["第一部分 一", "1.1 二", "一.1.1 三"]


def test_a_level_without_one_above_shows_its_start() -> None:
    body = numbered("一", 1) + numbered("二", 0) + numbered("三", 1)
    two = lists(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    assert text(body, numbering=two) == ["1.1 一", "1 二", "1.1 三"]


def test_start_of_a_level() -> None:
    assert text(numbered("x") + numbered("y"), numbering=lists(level(0, "decimal", "%1.", start=4))) == [
        "4. x",
        "5. y",
    ]


def test_lists_on_one_pattern_count_together_and_an_override_starts_again() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(numbered("x", 0, number) for number in (1, 2, 3, 3, 1))
    ones = lists(level(0, "chineseCounting", "%1、"), more=more)
    assert text(body, numbering=ones) == ["一、x", "二、x", "一、x", "二、x", "三、x"]


def test_an_override_can_replace_a_level() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）")}</w:lvlOverride></w:num>'
    )
    body = numbered("x", 0, 1) + numbered("y", 0, 2)
    assert text(body, numbering=lists(level(0, "decimal", "%1."), more=more)) == ["1. x", "（2）y"]


def test_a_pattern_that_names_a_list_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Articles"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="0">{level(0, "japaneseCounting", "第%1条")}'
        '<w:styleLink w:val="Articles"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = f'<w:style w:type="numbering" w:styleId="Articles">{in_list(7)}</w:style>'
    assert text(numbered("x") + numbered("y", 0, 7), numbering=numbering, styles=styles) == [
        "第一条 x",
        "第二条 y",
    ]
    assert text(numbered("x"), numbering=numbering) == ["第一条 x"]


def test_a_pattern_that_names_itself_ends() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/><w:styleLink w:val="A"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = f'<w:style w:type="numbering" w:styleId="A"><w:basedOn w:val="A"/>{in_list(1)}</w:style>'
    assert text(numbered("x"), numbering=numbering, styles=styles) == ["x"]


STYLED = lists(
    level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="Heading1"/>'),
    level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="Heading2"/>'),
)
STYLES = (
    style("Normal", "", 'w:default="1"')
    + style("Heading1", f'<w:basedOn w:val="Normal"/>{in_list(1)}')
    + style("Heading2", f'<w:basedOn w:val="Heading1"/>{in_list(1, 1)}')
    + style("Article", '<w:basedOn w:val="Heading2"/>')
    + style("Plain", f'<w:basedOn w:val="Heading1"/>{in_list(0)}')
)


def test_lists_of_styles() -> None:
    body = (
        styled("总则", "Heading1")
        + styled("目的", "Heading2")
        + styled("范围", "Article")
        + styled("附", "Plain")
    )
    assert text(body, numbering=STYLED, styles=STYLES) == ["第一章 总则", "第一条 目的", "第二条 范围", "附"]


def test_a_paragraph_leaves_the_list_of_its_style() -> None:
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    assert text(styled("总则", "Heading1", off), numbering=STYLED, styles=STYLES) == ["总则"]


def test_a_paragraph_changes_the_level_of_its_style() -> None:
    deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert text(styled("目的", "Heading1", deeper), numbering=STYLED, styles=STYLES) == ["第一条 目的"]


def test_the_default_style_can_have_a_list() -> None:
    styles = style("a", in_list(1), 'w:default="1"')
    assert text(p("x"), numbering=lists(level(0, "decimal", "%1.")), styles=styles) == ["1. x"]


def test_an_empty_paragraph_of_a_list_counts_and_a_missing_list_does_not() -> None:
    assert text(numbered("x") + numbered("") + numbered("z"), numbering=ARTICLES) == [
        "第一章 x",
        "第二章",
        "第三章 z",
    ]
    assert text(numbered("x", 0, 9), numbering=ARTICLES) == ["x"]
    assert text(numbered("x", 8), numbering=ARTICLES) == ["x"]


def test_a_bullet_before_nothing_is_not_written() -> None:
    assert text(numbered("x") + numbered(""), numbering=lists(level(0, "bullet", "●"))) == ["● x"]


@pytest.mark.parametrize(
    ("words", "font", "shown"),
    [
        ("●", "宋体", "● x"),
        ("l", "Wingdings", "● x"),
        ("\uf06e", "Wingdings", "■ x"),
        ("\uf0b7", "Symbol", "• x"),
        ("—", "宋体", "—x"),
    ],
)
def test_bullets(words: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert text(numbered("x"), numbering=lists(level(0, "bullet", words, fonts))) == [shown]


def test_a_number_of_ones_own_form_takes_the_usual_one_beside_it() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert text(numbered("x"), numbering=lists(custom)) == ["01 x"]


def test_an_unknown_form_is_written_in_digits_and_reported() -> None:
    found = read_docx(docx(numbered("x"), numbering=lists(level(0, "hebrew1", "%1."))), "a.docx")
    assert found.taken is not None
    assert found.taken.text == "1. x\n"
    assert [(each.code, each.line) for each in found.problems] == [("A118", 1)]


def test_every_number_put_in_is_reported_at_its_line() -> None:
    found = read_docx(docx(p("标题") + numbered("x") + numbered("y", 1), numbering=ARTICLES), "a.docx")
    assert found.taken is not None
    assert [(each.line, each.was, each.now) for each in found.taken.changes] == [
        (2, "", "第一章"),
        (3, "", "第一条"),
    ]
    assert not found.problems


def test_numbers_in_tables_and_text_boxes_count_with_the_others() -> None:
    row = f"<w:tr><w:tc>{numbered('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr>"
    body = numbered("a") + f"<w:tbl>{row}</w:tbl>" + numbered("b")
    assert text(body, numbering=lists(level(0, "decimal", "%1."))) == ["1. a", "2. x\ty", "3. b"]


def test_a_heading_that_goes_on_in_the_line_of_its_text() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    first = p("目的。", f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>{mark}')
    assert text(first + p("为了发展，制定本办法。"), numbering=ARTICLES) == [
        "第一条 目的。为了发展，制定本办法。"
    ]


def test_white_space_after_a_number_goes() -> None:
    assert text(numbered(r("\u3000") + r("  目的。"), 1), numbering=ARTICLES) == ["第一条 目的。"]


@pytest.mark.parametrize(("language", "shown"), [("zh-CN", "第一百零一条 甲"), ("ja-JP", "第百一条 甲")])
def test_hundreds_are_those_of_the_language(language: str, shown: str) -> None:
    styles = f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    ones = lists(level(0, "japaneseCounting", "第%1条", start=101))
    assert text(numbered("甲"), numbering=ones, styles=styles) == [shown]


def test_a_hidden_number_counts_and_is_not_printed() -> None:
    hidden = lists(level(0, "decimal", "%1", "<w:rPr><w:vanish/></w:rPr>"), level(1, "decimal", "%1.%2"))
    assert text(numbered("甲") + numbered("乙", 1), numbering=hidden) == ["甲", "1.1 乙"]
