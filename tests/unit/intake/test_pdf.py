"""PDF files as word processors, browsers and scanners make them."""

import pytest

from digest.intake.pdf import read_pdf
from digest.intake.whys import MERGED, NOTE, RADICAL, RAISED, RUNNING
from digest.model.intake import ReadFile
from pdf_files import Rule, Words, pdf_file, typeset, width_of

TITLE = "示例市支持智能传感器产业发展若干措施"
PARAGRAPHS = (
    "为贯彻落实《示例市培育发展智能传感器产业集群行动计划（2022-2025年）》，推动智能传感器产业集聚发展，结合实际，制定本措施。",
    "第一条 支持关键技术攻关。对企业牵头承担的国家、省、市智能传感器攻关项目，按上级资助资金的50%给予配套，单个项目最高不超过300万元。",
    "（一）使用多项目晶圆（MPW）流片的，按直接费用的70%给予资助，每年最高不超过200万元；",
    "（二）首次完成全掩膜工程产品流片的，按流片费用的30%给予资助，每年最高不超过500万元。",
    "第二条 本措施自2023年6月1日起施行，有效期三年。",
)
LONG = tuple(f"第{number}条 {text[4:]}" for number in "一二三四五六七八九" for text in PARAGRAPHS[1:2]) * 4


def centred(text: str, y: float, size: float = 22) -> Words:
    return Words(298 - width_of(text, size) / 2, y, text, size)


def read(*pages, **how) -> ReadFile:
    return read_pdf(pdf_file(pages, **how), "file.pdf")


def lines(found: ReadFile) -> list[str]:
    assert found.taken, found.problems
    return [line.strip("\u3000") for line in found.taken.text.splitlines()]


def changes(found: ReadFile) -> list[tuple[int, str, str, str]]:
    assert found.taken
    return [(each.line, each.was, each.now, each.why) for each in found.taken.changes]


def codes(found: ReadFile) -> list[str]:
    return [each.code for each in found.problems]


@pytest.mark.parametrize("indent", [2, 0])
@pytest.mark.parametrize("size", [16, 10.5])
def test_lines_are_joined_to_the_paragraphs_that_were_typed(indent, size):
    title = [centred(TITLE[:10], 800), centred(TITLE[10:], 770)]
    first, *others = typeset(PARAGRAPHS * 4, indent=indent, size=size, top=720, pitch=1.75 * size)
    assert lines(read([*title, *first], *others)) == [TITLE, *PARAGRAPHS * 4]


def test_only_paragraphs_that_are_indented_on_the_page_are_indented():
    found = read([centred("第一章 总则", 780, 16), *typeset(PARAGRAPHS)[0]])
    assert found.taken
    assert [line.startswith("\u3000\u3000") for line in found.taken.text.splitlines()] == [False, *[True] * 5]


def test_a_number_that_hangs_out_is_followed_by_its_own_lines():
    text = "1. 对企业牵头承担的国家、省、市智能传感器攻关项目，按上级资助资金的50%给予配套，"
    rest = "单个项目最高不超过300万元。"
    page = [
        Words(90, 740, "1.", 16),
        Words(114, 740, text[3:27]),
        Words(114, 712, text[27:] + rest),
        Words(90, 684, "2."),
        Words(114, 684, "其他。"),
    ]
    assert lines(read([*page, *typeset(PARAGRAPHS, indent=0, top=600)[0]]))[0] == text + rest


def test_headers_footers_and_page_numbers_go_only_with_evidence():
    pages = typeset(LONG)
    marked = [
        [*page, Words(90, 790, "示例市人民政府公报", 10), Words(280, 60, f"— {i} —", 12)]
        for i, page in enumerate(pages, 1)
    ]
    found = read(*marked)
    assert len(pages) > 2
    assert lines(found) == list(LONG)
    assert sorted(was.replace(" ", "") for _, was, _, why in changes(found) if why == RUNNING) == sorted(
        [*["示例市人民政府公报"] * len(pages), *(f"—{i}—" for i in range(1, len(pages) + 1))]
    )


def test_lines_of_the_text_that_begin_three_pages_alike_stay():
    page = typeset(PARAGRAPHS)[0]
    assert lines(read(page, page, page)) == list(PARAGRAPHS) * 3


def test_words_at_the_edge_of_two_pages_stay():
    pages = typeset(LONG)[:2]
    found = read(*([Words(122, 790, "责任单位：某局", 16), *page] for page in pages))
    assert lines(found).count("责任单位：某局") == 2


GAZETTE, ISSUE = "示例市人民政府公报", "2024年第5期（总第118期）  市政府规章"


@pytest.mark.parametrize("size", [10, 16])
@pytest.mark.parametrize("first", [0, 1])
def test_heads_that_differ_on_left_and_right_pages_are_no_text(size: float, first: int) -> None:
    pages = typeset(LONG)
    heads = [(GAZETTE, ISSUE)[(i + first) % 2] for i in range(len(pages))]
    marked = [[*page, Words(90, 795, head, size)] for page, head in zip(pages, heads, strict=True)]
    found = read(*marked)
    assert len(pages) > 2
    assert lines(found) == list(LONG)
    assert [was for _, was, _, why in changes(found) if why == RUNNING] == [
        " ".join(h.split()) for h in heads
    ]


def test_a_small_head_of_two_pages_whose_figures_vary_is_no_text() -> None:
    pages = typeset(LONG)[:2]
    plain = lines(read(*pages))
    assert (
        lines(read(*([*page, Words(90, 795, f"{GAZETTE} 第{i}页", 10)] for i, page in enumerate(pages))))
        == plain
    )


def test_a_masthead_that_later_heads_repeat_is_no_text() -> None:
    pages = typeset(LONG, top=640)
    masthead = [
        centred(GAZETTE, 780, 40),
        centred("2024年第5期（总第118期）", 730, 14),
        centred(TITLE, 690, 22),
    ]
    marked = [
        [*pages[0], *masthead],
        *([*page, Words(90, 795, f"{GAZETTE}  2024年第5期（总第118期）", 10)] for page in pages[1:]),
    ]
    assert lines(read(*marked)) == [TITLE, *LONG]


def test_heads_that_only_a_masthead_repeats_are_no_text() -> None:
    pages = typeset(LONG, top=640)[:3]
    plain = lines(read(*pages))
    masthead = [centred(GAZETTE, 770, 40), centred("2024年第5期（总第118期）", 730, 14)]
    heads = [[], [Words(90, 795, GAZETTE, 10)], [Words(345, 795, ISSUE, 10)]]
    marked = [[*page, *head] for page, head in zip(pages, heads, strict=True)]
    assert lines(read([*marked[0], *masthead], *marked[1:])) == plain


@pytest.mark.parametrize(
    "titles", [("附件1", "附件2", "附件3"), ("申报表", "承诺书", "名单"), ("单位：万元", "说明", "名单")]
)
def test_words_above_the_text_of_a_page_stay_where_nothing_shows_a_running_head(
    titles: tuple[str, ...],
) -> None:
    """Titles of annexes, each on its page."""
    pages = typeset(LONG)[:3]
    found = read(*([*page, Words(90, 795, title)] for page, title in zip(pages, titles, strict=True)))
    assert [title for title in titles if title not in "".join(lines(found))] == []


def test_a_note_that_nothing_refers_to_comes_after_the_paragraph_that_goes_on() -> None:
    first, second, *_ = typeset(LONG)
    note = [Rule(90, 90, 200, 90), Words(90, 74, "注：", 10), Words(90, 60, "① 补助比例另行规定。", 10)]
    plain = lines(read(first, second))
    noted = lines(read([*first, *note[2:]], second))
    cut = next(i for i, line in enumerate(noted) if line == "① 补助比例另行规定。")
    assert [line for line in noted if not line.startswith("①")] == plain
    assert noted[cut - 1] == plain[cut - 1]


def test_what_a_browser_prints_around_a_page_is_its_layout():
    pages = typeset(LONG)
    address = "https://www.example.gov.cn/a.html"
    marked = [
        [
            *page,
            Words(30, 815, f"2024/5/6 10:12 {TITLE}", 9),
            Words(30, 20, address, 9),
            Words(540, 20, f"{i}/{len(pages)}", 9),
        ]
        for i, page in enumerate(pages, 1)
    ]
    found = read(*marked)
    assert lines(found) == list(LONG)
    assert found.taken
    assert [(clue.field, clue.value) for clue in found.taken.clues] == [("source_url", address)]


def test_bare_numbers_that_count_the_pages_are_page_numbers():
    pages = typeset(LONG)
    assert lines(read(*([*page, Words(290, 50, str(i + 11), 10)] for i, page in enumerate(pages)))) == list(
        LONG
    )
    assert "300" in lines(read([*typeset(PARAGRAPHS)[0], Words(290, 50, "300", 16)]))


def test_entries_of_a_table_of_contents_stay_apart():
    entries = [
        f"{label}、{words}{'…' * (22 - len(words))}{page}"
        for label, words, page in (("一", "总体要求", 1), ("二", "重点任务", 3))
    ]
    rows = [Words(90, 740 - 28 * i, entry) for i, entry in enumerate(entries)]
    assert lines(read(rows, typeset(PARAGRAPHS)[0]))[:2] == entries


def grid(xs, ys) -> list[Rule]:
    return [*(Rule(xs[0], y, xs[-1], y) for y in ys), *(Rule(x, ys[0], x, ys[-1]) for x in xs)]


def test_ruled_cells_are_cells_and_merged_ones_are_repeated():
    rules = [
        *(Rule(90, y, 450, y) for y in (700, 660, 600)),
        Rule(210, 630, 450, 630),
        *(Rule(x, 600, x, 700) for x in (90, 210, 330, 450)),
    ]
    cells = [
        *(Words(x, 675, text) for x, text in ((95, "类别"), (215, "投资额"), (335, "最高限额"))),
        *(Words(x, 640, text) for x, text in ((215, "5000万元以下"), (335, "800万元"))),
        *(Words(x, 610, text) for x, text in ((215, "5000万元以上"), (335, "2000万元"))),
        *(Words(95, y, text) for y, text in ((630, "公共中试"), (612, "平台"))),
    ]
    found = read([*typeset(PARAGRAPHS[:1], top=800)[0], *rules, *cells, *typeset(PARAGRAPHS[4:], top=560)[0]])
    table = [
        "类别\t投资额\t最高限额",
        "公共中试平台\t5000万元以下\t800万元",
        "公共中试平台\t5000万元以上\t2000万元",
    ]
    assert lines(found) == [PARAGRAPHS[0], *table, PARAGRAPHS[4]]
    assert changes(found) == [(4, "", "公共中试平台", MERGED)]


def test_a_table_may_be_open_at_its_sides():
    rules = [*(Rule(90, y, 450, y) for y in (700, 670, 640)), *(Rule(x, 640, x, 700) for x in (210, 330))]
    rows = ((680, ("级别", "比例", "限额")), (650, ("国家级", "30%", "100万元")))
    cells = [Words(x, y, text) for y, row in rows for x, text in zip((95, 215, 335), row, strict=True)]
    assert lines(read([*rules, *cells, *typeset(PARAGRAPHS, top=600)[0]]))[:2] == [
        "级别\t比例\t限额",
        "国家级\t30%\t100万元",
    ]


def test_a_page_that_is_drawn_smaller_is_the_same_page():
    cells = [
        Words(x, y, text)
        for y, row in ((680, "甲乙"), (650, "丙丁"))
        for x, text in zip((95, 215), row, strict=True)
    ]
    cells = [each._replace(text=each.text * 2) for each in cells]
    page = [*grid((90, 210, 330), (640, 670, 700)), *cells, *typeset(PARAGRAPHS, top=600)[0]]
    assert lines(read(page, shrunk=0.7)) == ["甲甲\t乙乙", "丙丙\t丁丁", *PARAGRAPHS]


def test_a_table_that_goes_on_repeats_its_head_on_the_page_only():
    head = ("级别", "最高限额")
    pages = []
    for body in (("国家级", "100万元"), ("省级", "50万元")):
        cells = [
            Words(x, y, text)
            for y, row in ((710, head), (680, body))
            for x, text in zip((95, 215), row, strict=True)
        ]
        pages.append([*grid((90, 210, 330), (670, 700, 730)), *cells])
    found = read(typeset(PARAGRAPHS)[0], *pages)
    assert lines(found)[5:] == ["级别\t最高限额", "国家级\t100万元", "省级\t50万元"]
    assert changes(found) == [(8, "级别 最高限额", "", RUNNING)]


def test_a_table_without_lines_that_cannot_be_told_is_reported():
    rows = [
        ("类别", "支持内容", "限额"),
        ("研发类", "支持首轮流片", "100"),
        ("", "验证的项目", "万元"),
        ("平台类", "支持中试平台", "200"),
    ]
    cells = [
        Words(x, 560 - 28 * i, text)
        for i, row in enumerate(rows)
        for x, text in zip((90, 220, 420), row, strict=True)
        if text
    ]
    assert codes(read([*typeset(PARAGRAPHS[:2])[0], *cells, Words(420, 448, "万元")])) == ["A145"]


def test_columns_without_lines_are_told_by_their_gaps_and_reported():
    rows = [
        ("投资额", "资助比例", "最高限额"),
        ("5000万元以下", "20%", "800万元"),
        ("5000万元以上", "30%", "2000万元"),
    ]
    cells = [
        Words(x, 600 - 28 * i, text)
        for i, row in enumerate(rows)
        for x, text in zip((90, 250, 400), row, strict=True)
    ]
    found = read([*typeset(PARAGRAPHS[:1])[0], *cells])
    assert lines(found) == [PARAGRAPHS[0], *("\t".join(row) for row in rows)]
    assert codes(found) == ["A145"]


def test_two_columns_are_read_one_after_the_other_and_reported():
    left = typeset(PARAGRAPHS[:3], columns=(60, 284), size=10.5, pitch=18)[0]
    right = typeset(PARAGRAPHS[3:] * 2, columns=(310, 534), size=10.5, pitch=18)[0]
    found = read([centred(TITLE, 800), *left, *right])
    assert lines(found) == [TITLE, *PARAGRAPHS[:3], *PARAGRAPHS[3:] * 2]
    assert codes(found) == ["A144"]


def test_radicals_are_read_as_the_characters_they_stand_for_each_reported():
    found = read(typeset(["⼀、⽀持智能传感器产业发展，对企业给予补贴，⺠营企业优先，最高300万元。"])[0])
    assert lines(found) == ["一、支持智能传感器产业发展，对企业给予补贴，民营企业优先，最高300万元。"]
    assert changes(found) == [(1, was, now, RADICAL) for was, now in ("⼀一", "⽀支", "⺠民")]


def test_notes_go_where_they_are_referred_to_and_powers_are_raised():
    text = "按资助资金的50%给予配套，最高300万元"
    page = [
        *typeset(PARAGRAPHS)[0],
        Words(122, 400, text),
        Words(122 + width_of(text, 16), 406, "1", 9),
        Words(130 + width_of(text, 16), 400, "，按年。"),
        Words(122, 372, "面积10"),
        Words(170, 378, "4", 9),
        Words(175, 372, "平方米。"),
        Rule(90, 140, 200, 140),
        Words(90, 120, "1 资助资金以立项文件为准，由市工业和信息化局", 10.5),
        Words(90, 106, "负责解释。", 10.5),
        Words(280, 60, "— 1 —", 12),
    ]
    found = read(page)
    assert lines(found)[-2:] == [
        "按资助资金的50%给予配套，最高300万元[1: 资助资金以立项文件为准，由市工业和信息化局负责解释。]，按年。",
        "面积10⁴平方米。",
    ]
    assert [change for change in changes(found) if change[3] in (NOTE, RAISED)] == [
        (6, "1", "", NOTE),
        (6, "1", "[1: ]", NOTE),
        (7, "4", "⁴", RAISED),
    ]


def test_hidden_words_are_left_out_and_reported():
    page = typeset(PARAGRAPHS)[0]
    found = read(
        [*page, Words(122, 300, "不可见的文字", mode=3), Words(122, 270, "白色的文字", colour=(1, 1, 1))]
    )
    assert lines(found) == list(PARAGRAPHS)
    assert [was for _, was, _, why in changes(found)] == ["不可见的文字白色的文字"]


def test_a_layer_of_recognised_text_is_taken_and_reported():
    page = [each._replace(mode=3) for each in typeset(PARAGRAPHS)[0] if isinstance(each, Words)]
    found = read(page)
    assert lines(found) == list(PARAGRAPHS)
    assert codes(found) == ["A147"]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_that_are_turned_for_reading_are_read_as_they_are_typed(rotate):
    assert lines(read(*typeset(PARAGRAPHS), rotate=rotate)) == list(PARAGRAPHS)


def test_a_file_without_text_or_without_an_end_says_so():
    assert codes(read([Words(90, 700, "盖章")], [])) == ["A142"]
    whole = pdf_file(typeset(PARAGRAPHS))
    assert codes(read_pdf(b"%PDF-1.7\n" + whole[200:300], "file.pdf")) == ["A103"]


def test_a_file_whose_parts_are_not_where_it_says_is_reported():
    whole = pdf_file(typeset(PARAGRAPHS))
    found = read_pdf(whole.replace(b"/Catalog", b"/Catalog  ", 1), "file.pdf")
    assert lines(found) == list(PARAGRAPHS)
    assert codes(found) == ["A149"]


def test_a_title_among_the_properties_counts_where_the_text_begins_with_it():
    pages = [centred(TITLE, 780, 16), *typeset(PARAGRAPHS)[0]]
    for title, clue in ((TITLE, [("title_zh", TITLE)]), ("Microsoft Word - 文件1.docx", [])):
        found = read(pages, title=title)
        assert found.taken
        assert [(each.field, each.value) for each in found.taken.clues] == clue


def test_glyphs_without_a_meaning_are_counted():
    found = read(typeset([*PARAGRAPHS, "最高\ue010\ue011万元。"])[0])
    assert codes(found) == ["A146"]
    assert dict(found.problems[0].values)["count"] == "2"


def test_what_is_drawn_twice_to_look_bold_is_there_once():
    page = typeset(PARAGRAPHS)[0]
    again = [each._replace(x=each.x + 0.4) for each in page if isinstance(each, Words)]
    assert lines(read([*page, *again])) == list(PARAGRAPHS)
