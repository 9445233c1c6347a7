"""What pages and web pages print around a text is set aside where something shows it, and words never on a guess."""

import pytest

from digest.model.source import LineRule
from digest.parse import unparse
from parsing import parsed

SENTENCES = (
    "一、支持研发。对企业给予补贴，每家企业最高五十万元，资金由市财政局在年度预算中安",
    "排，并在年底前拨付。",
    "二、支持应用。对首次应用的单位给予补贴，补贴资金由区财政局负责，区工信局负责审核并",
    "公示结果。",
    "三、支持平台。对平台的建设单位给予补贴，补贴资金由区财政局负责，区科技局负责审核并",
    "公示结果。",
)
WHOLE = [
    "对企业给予补贴，每家企业最高五十万元，资金由市财政局在年度预算中安排，并在年底前拨付。",
    "对首次应用的单位给予补贴，补贴资金由区财政局负责，区工信局负责审核并公示结果。",
    "对平台的建设单位给予补贴，补贴资金由区财政局负责，区科技局负责审核并公示结果。",
]


def with_breaks(*breaks: str) -> str:
    """The sentences on three pages, with what stands between them."""
    inside = [*(lines + "\n" for lines in breaks), ""]
    pairs = [SENTENCES[at] + "\n" + inside[at // 2] + SENTENCES[at + 1] + "\n" for at in (0, 2, 4)]
    return "某市若干措施\n" + "".join(pairs)


def shown(text: str, *rules: LineRule) -> tuple[list[str], set[tuple[str, str]]]:
    """The texts of the clauses, and what was set aside, kept or doubted, with the words shown."""
    document, problems = parsed(text, rules=rules)
    assert unparse(document) == text
    said = {(found.code, dict(found.values).get("text", "")) for found in problems}
    return [clause.text for clause in document.clauses if clause.text], {
        (code, text) for code, text in said if code in {"P104", "P105", "P106", "P107", "P108"}
    }


HEAD = "2026/11/26 19:49 某市若干措施_政策文件"
FOOT = "https://www.example.gov.cn/a/post_1.html"


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        (["\f某市公报", "\f某市公报"], {("P106", "某市公报")}),
        (["— 1 —\n某市公报", "— 2 —\n某市公报"], {("P106", "某市公报"), ("P104", "— 1 —"), ("P104", "— 2 —")}),
        (["某市公报\n第 1 页 共 3 页", "某市公报\n第 2 页 共 3 页"], {
            ("P106", "某市公报"), ("P104", "第 1 页 共 3 页"), ("P104", "第 2 页 共 3 页")}),
        (["\f某市公报 2023年第4期", "\f某市公报 2023年第4期"], {("P106", "某市公报 2023年第4期")}),
        (["\f某市公报 1", "\f某市公报 2"], {("P106", "某市公报 1"), ("P106", "某市公报 2")}),
        (["1/3", "2/3"], {("P104", "1/3"), ("P104", "2/3")}),
        (["1\f", "2\f"], {("P104", "1"), ("P104", "2")}),
        ([f"{HEAD}\n{FOOT} 1/3", f"{HEAD}\n{FOOT} 2/3"], {
            ("P106", HEAD), ("P106", f"{FOOT} 1/3"), ("P106", f"{FOOT} 2/3")}),
        (["11/26/26, 7:49 PM 某市若干措施\nfile:///C:/p.html 1/3", "file:///C:/p.html 2/3"], {
            ("P106", "11/26/26, 7:49 PM 某市若干措施"), ("P106", "file:///C:/p.html 1/3"), ("P106", "file:///C:/p.html 2/3")}),
        (["2026-11-26 下午7:49 某市若干措施", "2026-11-26 下午7:49 某市若干措施"], {("P106", "2026-11-26 下午7:49 某市若干措施")}),
        (["某市若干措施", "某市若干措施"], {("P106", "某市若干措施")}),
        (["1 / 3 2026/11/26 19:49\n某市措施 https://a.cn/a", "2 / 3 2026/11/26 19:49\n某市措施 https://a.cn/a"], {
            ("P106", "某市措施 https://a.cn/a"), ("P106", "1 / 3 2026/11/26 19:49"), ("P106", "2 / 3 2026/11/26 19:49")}),
        (["页码，1/3", "页码，2/3"], {("P104", "页码，1/3"), ("P104", "页码，2/3")}),
    ],
)  # fmt: skip
def test_what_shows_its_pages_is_set_aside_in_its_words(breaks, said):
    assert shown(with_breaks(*breaks)) == (WHOLE, said)


def test_lines_at_even_distances_inside_sentences_are_headers():
    page = "某市工业和信息化局文件汇编"
    body = "其他事项由各部门依照职责办理，并及时报告。\n" * 12
    text = "某市若干措施\n" + "".join(
        f"{SENTENCES[at]}\n{page}\n{SENTENCES[at + 1]}\n{body}" for at in (0, 2, 4)
    )
    texts, said = shown(text)
    assert said == {("P106", page)}
    assert [each.split("\n")[0] for each in texts] == WHOLE


@pytest.mark.parametrize(
    "line",
    [
        "申报条件：在本市依法登记注册的企业。",
        "责任单位：市工业和信息化局",
        "单个企业最高50万元",
        "给予一次性奖励十万元",
        "上述资金不重复享受；",
        "（一）依法登记",
    ],
)
@pytest.mark.parametrize("page_break", ["", "\f", "— 1 —\n"])
def test_a_line_that_says_something_is_no_header(line, page_break):
    articles = [f"第{n}条 支持。对企业给予补贴，资金由市财政局在年度预算中予以安排\n" for n in "一二三四"]
    text = "某市若干措施\n" + "".join(f"{article}{page_break}{line}\n" for article in articles)
    document, problems = parsed(text)
    assert not [found for found in problems if found.code in {"P105", "P106"}]
    everything = "\n".join(
        f"{clause.label or ''}{clause.heading or ''}{clause.text}" for clause in document.clauses
    )
    assert everything.count(line.removeprefix("（一）")) == 4


def test_what_may_be_a_header_stays_and_is_reported():
    texts, said = shown(with_breaks("某市公报", "某市公报"))
    assert said == {("P107", "某市公报")}
    assert "安某市公报" in texts[0]
    _, said = shown(with_breaks("7", "8"))
    assert said == {("P107", "7"), ("P107", "8")}


def test_an_editor_keeps_and_cuts_lines_by_words_and_by_number():
    text = with_breaks("\f某市公报", "\f某市公报")
    texts, said = shown(text, LineRule(keep=True, text="某市公报"))
    assert (texts[0].count("某市公报"), texts[1].count("某市公报"), said) == (1, 1, set())
    text = with_breaks("某市公报", "某市公报")
    assert shown(text, LineRule(keep=False, text=" 某市公报 ")) == (WHOLE, {("P108", "某市公报")})
    texts, said = shown(text, LineRule(keep=False, line=3))
    assert (texts[0], ("P108", "某市公报") in said) == (WHOLE[0], True)
    assert "某市公报" in texts[1]


def test_a_rule_by_number_goes_before_one_by_words():
    rules = (LineRule(keep=False, text="某市公报"), LineRule(keep=True, line=3))
    texts, _ = shown(with_breaks("某市公报", "某市公报"), *rules)
    assert ("某市公报" in texts[0], "某市公报" in texts[1]) == (True, False)


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: 某市办法\nurl: https://example.gov.cn/a\ntags:\n  - a\n---\n",
        "+++\ntitle = '某市办法'\n+++\n",
        "Title: 某市办法\n\nURL Source: https://example.gov.cn/a\n\nMarkdown Content:\n",
    ],
)
def test_the_head_of_a_crawler_is_taken_and_shown(head):
    document, problems = parsed(f"{head}# 某市办法\n\n**一、目标**\n规模扩大。\n")
    assert [clause.heading for clause in document.clauses] == ["某市办法", "目标"]
    (found,) = [found for found in problems if found.code == "P105"]
    assert dict(found.values)["text"] == " ".join(head.split())


def test_lines_of_web_pages_are_shown_by_the_stretch():
    texts, said = shown(
        "当前位置：首页\n来源：某省\n某市办法\n一、目标\n规模扩大。\n申报网址：https://example.gov.cn/a。\n来源：市级财政。\n"
    )
    assert texts == ["规模扩大。\n申报网址：https://example.gov.cn/a。\n来源：市级财政。"]
    assert said == {("P105", "当前位置：首页 来源：某省")}


def test_radicals_and_characters_without_width_are_read_through():
    text = "⼀\u200b、⽀持新建项⽬\n对\u2060企业给予最⾼1\u00ad00万元奖励。\n\ufeff二、\u200e⻓期⽀持\n给予奖励。\n"
    document, problems = parsed(text)
    assert [(clause.id, clause.heading, clause.text) for clause in document.clauses] == [
        ("1", "支持新建项目", "对企业给予最高100万元奖励。"),
        ("2", "长期支持", "给予奖励。"),
    ]
    assert document.source.text == unparse(document) == text
    assert sorted(found.code for found in problems) == ["P402", "P404"]


def test_a_print_foot_inside_a_line_is_set_aside():
    texts, said = shown(
        "一、支持研发。给予奖励，奖励资金 file:///C:/policies/page4.html 1/4\n由市财政安排。详见 https://example.gov.cn/a\n"
    )
    assert texts == ["给予奖励，奖励资金\n由市财政安排。详见 https://example.gov.cn/a"]
    assert said == {("P106", "file:///C:/policies/page4.html 1/4")}
