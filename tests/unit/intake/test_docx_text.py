"""The words of a Word document: tracked changes, fields, signs, notes, text boxes, tables, what is left out."""

import pytest

from digest.intake.docx import read_docx, read_flat
from digest.model.intake import Clue, ReadFile, TextChange
from docx_files import docx, level, lists, numbered, p, r

STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
WPS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
DELETED = "<w:rPr><w:del/></w:rPr>"
TRACKED = "tracked change"


def taken(body: str, **parts: str) -> ReadFile:
    return read_docx(docx(body, **parts), "办法.docx")


def text(body: str, **parts: str) -> list[str]:
    found = taken(body, **parts).taken
    assert found is not None
    return found.text.splitlines()


def changes(found: ReadFile) -> list[tuple[int, str, str]]:
    assert found.taken is not None
    return [(each.line, each.was, each.now) for each in found.taken.changes]


def said(found: ReadFile) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in found.problems]


def put_in(words: str, tag: str = "ins") -> str:
    return f'<w:{tag} w:id="1" w:author="a">{r(words)}</w:{tag}>'


def taken_out(words: str, tag: str = "del") -> str:
    return f'<w:{tag} w:id="1" w:author="a"><w:r><w:delText>{words}</w:delText></w:r></w:{tag}>'


def field(instruction: str, result: str | None) -> str:
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r(result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(
        f"<w:tr>{''.join(each if each.startswith('<w:tc>') else cell(each) for each in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


# Tracked changes


def test_a_tracked_figure_is_the_final_one_and_reported() -> None:
    found = taken(p("<w:r/>" + r("最高") + taken_out("8") + taken_out("00") + put_in("1000") + r("万元")))
    assert found.taken is not None
    assert found.taken.text == "最高1000万元\n"
    assert changes(found) == [(1, "800", "1000")]
    assert said(found) == [("A112", 1)]
    assert "800 → 1000" in found.problems[0].message


def test_a_tracked_space_is_not_worth_a_warning() -> None:
    assert said(taken(p("<w:r/>" + r("甲") + put_in(" ") + r("乙")))) == []


def test_moved_words_are_where_they_went() -> None:
    moved = p("<w:r/>" + taken_out("甲", "moveFrom") + r("乙") + put_in("甲", "moveTo"))
    assert text(moved) == ["乙甲"]
    assert changes(taken(moved)) == [(1, "甲", ""), (1, "", "甲")]


def test_moved_words_may_be_written_as_usual_text() -> None:
    assert text(p("<w:moveFrom>" + r("甲") + "</w:moveFrom>" + r("乙"))) == ["乙"]


def test_a_deleted_paragraph_is_gone_and_not_counted() -> None:
    ones = lists(level(0, "decimal", "%1."))
    in_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = numbered("甲") + p(taken_out("乙"), in_list + DELETED) + numbered("丙")
    found = taken(body, numbering=ones)
    assert found.taken is not None
    assert found.taken.text == "1. 甲\n2. 丙\n"
    assert changes(found) == [(1, "", "1."), (2, "", "2."), (2, "乙\n", "")]


def test_a_deleted_mark_joins_two_paragraphs() -> None:
    found = taken(p("不超过", DELETED) + p("500万元。"))
    assert found.taken is not None
    assert found.taken.text == "不超过500万元。\n"
    assert changes(found) == [(1, "\n", "")]


def test_a_text_box_in_a_paragraph_that_goes_on_follows_the_whole() -> None:
    assert text(p(f"<w:r>{OLD_BOX}</w:r>" + r("甲"), DELETED) + p("乙")) == ["甲乙", "框内"]
    assert text(p(f"<w:r>{OLD_BOX}</w:r>" + r("甲"), DELETED)) == ["甲", "框内"]


def test_a_deleted_mark_before_a_table_loses_nothing() -> None:
    assert text(p("标准如下：", DELETED) + table(("甲", "乙"))) == ["标准如下：", "甲\t乙"]
    assert text(p("甲", DELETED)) == ["甲"]


def test_a_break_that_was_put_in_is_reported() -> None:
    found = taken(p("甲。", "<w:rPr><w:ins/></w:rPr>") + p("乙。"))
    assert changes(found) == [(1, "", "\n")]
    assert "nothing → ¶" in found.problems[0].message


def test_rows_put_in_and_taken_out() -> None:
    gone = table(("甲", "1"), ("乙", "2")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    found = taken(gone)
    assert found.taken is not None
    assert found.taken.text == "乙\t2\n"
    assert changes(found) == [(1, "甲 1", "")]
    new = table(("甲", cell(p("<w:r/>" + put_in("1"))))).replace(
        "<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>", 1
    )
    assert changes(taken(new)) == [(1, "", "甲\t1")]


def test_what_was_put_in_and_taken_out_again_is_gone() -> None:
    found = taken(p(f"<w:ins>{taken_out('X')}</w:ins>" + r("甲")))
    assert changes(found) == [(1, "X", "")]
    assert text(p(f"<w:ins>{taken_out('X')}</w:ins>" + r("甲"))) == ["甲"]


# Signs: breaks, symbols, formulas


def test_breaks_tabs_and_hyphens() -> None:
    body = p(
        "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t></w:r>"
    )
    assert text(body) == ["甲", "乙\t丙-丁"]


def test_changes_stand_at_the_line_after_a_break() -> None:
    assert changes(taken(p("<w:r><w:t>甲</w:t><w:br/></w:r>" + put_in("乙")))) == [(2, "", "乙")]


def test_white_space_in_the_file_is_a_space() -> None:
    assert text(p("<w:r><w:t>a\nb\tc</w:t></w:r>")) == ["a b c"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B3", "≥"),
        ("宋体", "25A1", "□"),
    ],
)
def test_signs_of_symbol_fonts(font: str, code: str, shown: str) -> None:
    found = taken(p(f'<w:r><w:sym w:font="{font}" w:char="{code}"/><w:t>是</w:t></w:r>'))
    assert found.taken is not None
    assert found.taken.text == f"{shown}是\n"
    assert changes(found) == [(1, f"{font} {code}", shown)]


def test_an_unknown_sign_stays_unreadable_and_is_reported() -> None:
    found = taken(p('<w:r><w:t>2</w:t><w:sym w:font="方正" w:char="E010"/><w:t>5米</w:t></w:r>'))
    assert found.taken is not None
    assert found.taken.text == "2\ue0105米\n"
    assert said(found) == [("A117", 1)]


def test_formulas_are_written_on_a_line() -> None:
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    square = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    found = taken(p(f"<m:oMath>{half}</m:oMath>") + p(f"<m:oMath>{square}</m:oMath>"))
    assert found.taken is not None
    assert found.taken.text == "1/2\nx^2\n"
    assert changes(found) == [(1, "12", "1/2"), (2, "x2", "x^2")]
    assert said(found) == [("A117", 1), ("A117", 2)]


# Fields and what stands around words


def test_fields_give_their_results() -> None:
    assert text(p("<w:r/>" + r("见") + field("REF _Ref1", "第二条") + r("。"))) == ["见第二条。"]
    assert text(p("<w:fldSimple>" + r("5") + "</w:fldSimple>")) == ["5"]
    assert text(p(field("TIME", None) + r("甲"))) == ["甲"]


def test_a_field_that_goes_on_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    first = p(begin + r("第一章 总则") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc1", "3"))
    last = p("<w:r/>" + r("第二章 附则") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    found = taken(p("目录") + first + last)
    assert found.taken is not None
    assert found.taken.text == "目录\n第一章 总则\n第二章 附则\n"
    assert changes(found) == [(2, "3", "")]


def test_tabs_that_part_no_columns_are_spaces() -> None:
    tabbed = "<w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>"
    assert text(p(tabbed.format("第一条", "目的")) + p(tabbed.format("1.", "甲"))) == ["第一条 目的", "1. 甲"]
    assert text(p(tabbed.format("1", "甲"))) == ["1\t甲"]
    begin = "<w:r><w:t>2.1.</w:t><w:tab/><w:t>甲</w:t><w:tab/></w:r>"
    assert text(p(begin + field("PAGEREF _Toc1", "3"))) == ["2.1. 甲"]


def test_a_field_that_never_ends_swallows_nothing_after_its_paragraph() -> None:
    found = taken(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("甲")) + p("乙"))
    assert found.taken is not None
    assert found.taken.text == "乙\n"
    assert changes(found) == [(1, "甲", "")]


def test_characters_in_circles_made_by_fields() -> None:
    assert text(p(field("eq \\o\\ac(○,21)", None) + r("甲"))) == ["㉑甲"]
    assert text(p(field("eq \\o\\ac(□,是)", None))) == ["(是)"]
    found = taken(p(field("eq \\f(1,2)", None) + r("甲")))
    assert said(found) == [("A117", 1)]


def test_what_stands_around_words_is_no_words() -> None:
    body = p(
        '<w:bookmarkStart w:name="x"/><w:hyperlink>' + r("甲") + "</w:hyperlink><w:smartTag>" + r("乙") + "</w:smartTag>"
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + r("丙") + "</w:sdtContent></w:sdt>"
        "<w:r><w:ruby><w:rt>" + r("dīng") + "</w:rt><w:rubyBase>" + r("丁") + "</w:rubyBase></w:ruby></w:r>"
        "<w:r><w:lastRenderedPageBreak/><w:t>戊</w:t></w:r>"
    )  # fmt: skip
    assert text(body) == ["甲乙丙丁戊"]
    assert text(f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>") == ["甲"]


def test_the_prompt_of_an_empty_form_field_is_left_out() -> None:
    found = taken(
        p(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + r("单击此处")
            + "</w:sdtContent></w:sdt>"
            + r("甲")
        )
    )
    assert changes(found) == [(1, "单击此处", "")]


def test_hidden_words_are_left_out_and_reported() -> None:
    found = taken(p("<w:r/>" + r("甲") + r("（内部掌握）", "<w:vanish/>") + r("乙", '<w:vanish w:val="0"/>')))
    assert found.taken is not None
    assert found.taken.text == "甲乙\n"
    assert changes(found) == [(1, "（内部掌握）", "")]
    assert said(found) == [("A113", 1)]


def test_words_hidden_by_a_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Remark"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p("<w:r/>" + r("甲") + r("密", '<w:rStyle w:val="Secret"/>')) + p(
        "注", '<w:pStyle w:val="Remark"/>'
    )
    found = taken(body, styles=styles)
    assert found.taken is not None
    assert found.taken.text == "甲\n"
    assert [each[1] for each in changes(found)] == ["密", "注"]


def test_words_struck_out_are_left_out_and_reported() -> None:
    found = taken(
        p(
            "<w:r/>"
            + r("最高")
            + r("800", "<w:strike/>")
            + r("1000", '<w:dstrike w:val="false"/>')
            + r("万元")
        )
    )
    assert found.taken is not None
    assert found.taken.text == "最高1000万元\n"
    assert changes(found) == [(1, "800", "")]
    assert said(found) == [("A122", 1)]


def test_raised_figures_stay_raised() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    found = taken(p("<w:r/>" + r("10") + r("4", raised) + r("元，见") + r("[1]", raised)))
    assert found.taken is not None
    assert found.taken.text == "10⁴元，见[1]\n"
    assert changes(found) == [(1, "4", "⁴")]


# Notes, text boxes, pictures, edges of pages


def test_notes_stand_where_they_are_referred_to() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    found = taken(
        p("<w:r/>" + r("流片") + reference + r("补贴") + end),
        footnotes=f'<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">{p("指试生产。")}{p("下同")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("见[1")}</w:endnote>',
    )
    assert found.taken is not None
    assert found.taken.text == "流片[1: 指试生产。 下同]补贴[2: 见［1]\n"
    assert changes(found) == [(1, "", "[1: 指试生产。 下同]"), (1, "", "[2: 见［1]")]


def test_a_change_inside_a_note_is_reported_at_the_line_that_refers_to_it() -> None:
    found = taken(
        p("甲") + p('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{p("<w:r/>" + r("最高") + put_in("9"))}</w:footnote>',
    )
    assert (2, "", "9") in changes(found)


def test_a_note_that_refers_to_itself_ends() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    loop = f'<w:footnote w:id="2">{p("<w:r/>" + r("注") + reference)}</w:footnote>'
    assert text(p(reference), footnotes=loop) == ["[1: 注]"]


BOX = f"<wps:txbx><w:txbxContent>{p('框内')}</w:txbxContent></wps:txbx>"
OLD_BOX = f"<w:pict><v:textbox><w:txbxContent>{p('框内')}</w:txbxContent></v:textbox></w:pict>"


@pytest.mark.parametrize(
    "run",
    [
        f"<mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>",
        OLD_BOX,
        '<w:pict><v:shape><v:textpath on="t" string="框内"/></v:shape></w:pict>',
    ],
)  # fmt: skip
def test_a_text_box_is_read_once_after_its_paragraph(run: str) -> None:
    found = taken(p(f"<w:r>{run}</w:r>" + r("段落")) + p("下一段"))
    assert found.taken is not None
    assert found.taken.text == "段落\n框内\n下一段\n"
    assert said(found) == [("A116", 2)]


def test_what_is_left_out_is_said() -> None:
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>".replace("a:", "wps:")
    found = taken(
        p(picture + r("甲")) + "<w:altChunk/>",
        comments=f'<w:comment w:id="1">{p("请核")}</w:comment>',
        header1=p("某市人民政府文件"),
    )
    assert found.taken is not None
    assert found.taken.text == "甲\n"
    assert said(found) == [("A121", 2), ("A114", 0), ("A115", 0), ("A120", 0)]
    assert "请核" in found.problems[1].message
    assert "某市人民政府文件" in found.problems[2].message


def test_page_numbers_in_headers_are_not_worth_a_word() -> None:
    assert said(taken(p("甲"), header1=p("— 1 —"))) == []


# Tables


def test_a_row_is_a_line_and_cells_are_parted_by_tabs() -> None:
    assert text(table(("档次", "最高限额"), ("A档", "300万元"))) == ["档次\t最高限额", "A档\t300万元"]


def test_paragraphs_of_a_cell_share_its_line() -> None:
    assert text(table((cell(p("甲") + p("乙")), "丙"))) == ["甲 乙\t丙"]


def test_short_words_of_merged_cells_are_repeated_and_reported() -> None:
    down, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    found = taken(
        table(
            ("档次", cell("补助", wide)),
            (cell("A档", down), "首次", "3万元"),
            (cell("", more), "再次", "2万元"),
        )
    )
    assert found.taken is not None
    assert found.taken.text == "档次\t补助\t补助\nA档\t首次\t3万元\nA档\t再次\t2万元\n"
    assert changes(found) == [(1, "", "补助"), (3, "", "A档")]


def test_the_grid_of_a_form_has_no_columns() -> None:
    two, three = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'
    assert text(
        table((cell("姓名", two), cell("单位", three)), (cell("电话", three), cell("地址", two)))
    ) == [
        "姓名\t单位",
        "电话\t地址",
    ]


def test_cells_merged_in_the_old_way() -> None:
    first, more = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    assert text(table(("档次", cell("补助", first), cell("", more)), ("甲", "1", "2"))) == [
        "档次\t补助\t补助",
        "甲\t1\t2",
    ]


def test_a_sentence_in_a_merged_cell_is_read_once() -> None:
    long = "对经认定的企业，按实际投入的百分之三十给予补助，最高500万元。"
    body = table(
        (cell("甲"), cell(long, '<w:vMerge w:val="restart"/>')), (cell("乙"), cell("", "<w:vMerge/>"))
    )
    assert text(body) == [f"甲\t{long}", "乙"]


def test_a_row_of_one_cell_is_paragraphs() -> None:
    assert text(table((cell(p("专栏1 重点工程") + p("1.甲。") + p("2.乙。")),))) == [
        "专栏1 重点工程",
        "1.甲。",
        "2.乙。",
    ]


def test_a_table_in_a_table() -> None:
    inner = table(("a", "b"), ("c", "d"))
    assert text(table((cell(inner + p("")), "e"))) == ["a b c d\te"]
    assert text(table((cell(inner + p("")),))) == ["a\tb", "c\td"]


def test_a_row_that_begins_further_right() -> None:
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("丙")}{cell("丁")}</w:tr>'
    first = f"<w:tr>{cell('甲')}{cell('乙')}{cell('戊')}</w:tr>"
    last = f"<w:tr>{cell('己')}{cell('庚')}{cell('', '<w:vMerge/>')}</w:tr>"
    assert text(f"<w:tbl>{first}{late}{last}</w:tbl>") == ["甲\t乙\t戊", "丙\t丁", "己\t庚\t丁"]


# Files


def test_empty_paragraphs_are_at_most_one_line() -> None:
    assert text(p("") + p("甲") + p("") + p("") + p("乙") + p("")) == ["甲", "", "乙"]


@pytest.mark.parametrize("namespace", [STRICT, WPS])
def test_other_namespaces(namespace: str) -> None:
    ones = lists(level(0, "chineseCounting", "%1、"))
    found = read_docx(docx(numbered("甲"), namespace, numbering=ones), "a.docx")
    assert found.taken is not None
    assert found.taken.text == "一、甲\n"


CORE = '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>{}</dc:title></cp:coreProperties>'


@pytest.mark.parametrize("stated", ["Microsoft Word - 文件1", "某某办法", "", "办法", "上一份文件的标题"])
def test_a_title_that_the_text_does_not_print_is_no_clue(stated: str) -> None:
    found = taken(p("某市促进传感器产业发展办法"), core=CORE.format(stated))
    assert found.taken is not None
    assert found.taken.clues == ()


def test_a_title_that_the_text_prints_is_a_clue() -> None:
    found = taken(p("某市促进传感器") + p("产业发展办法"), core=CORE.format("某市促进传感器产业发展办法"))
    assert found.taken is not None
    assert found.taken.clues == (Clue("title_zh", "某市促进传感器产业发展办法", "docProps/core.xml: title"),)


def test_a_document_in_one_xml_file() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    flat = (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="p">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document {w}><w:body>{numbered("甲")}</w:body></w:document>'
        '</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/numbering.xml"><pkg:xmlData>'
        f"<w:numbering {w}>{lists(level(0, 'decimal', '%1.'))}</w:numbering></pkg:xmlData></pkg:part></pkg:package>"
    )
    found = read_flat(flat.encode(), "a.xml")
    assert found.taken is not None
    assert found.taken.text == "1. 甲\n"


def test_a_document_of_word_2003() -> None:
    old = (
        '<?xml version="1.0"?><w:wordDocument xmlns:w="w" xmlns:wx="wx" xmlns:aml="aml"><w:body><wx:sect>'
        '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="第一条"/></w:listPr></w:pPr><w:r><w:t>最高</w:t></w:r>'
        '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>8</w:delText></w:r></aml:content></aml:annotation>'
        '<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>9</w:t></w:r></aml:content></aml:annotation></w:p>'
        "</wx:sect></w:body></w:wordDocument>"
    )
    found = read_flat(old.encode(), "a.doc")
    assert found.taken is not None
    assert found.taken.text == "第一条 最高9\n"
    assert found.taken.changes == (
        TextChange(1, "", "第一条", "automatic number"),
        TextChange(1, "8", "9", TRACKED),
    )
