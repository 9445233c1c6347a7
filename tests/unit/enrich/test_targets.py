import re
from pathlib import Path

import pytest

from digest.enrich.aims import find_document_targets
from digest.enrich.deadlines import find_deadlines, plain_years
from digest.enrich.metrics import LEADING, TRAILING, EdgeWords
from digest.enrich.sentences import Aims
from digest.enrich.targets import find_targets
from digest.model.facts import Target
from digest.model.vocabulary import TargetWords
from digest.read.word_lists import TARGETS, read_words
from parsing import parsed
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def words() -> TargetWords:
    found, problems = read_words(CONTENT, CONTENT, TARGETS)
    assert problems == ()
    assert found is not None
    return found


def line(kind: str, row: Target) -> str:
    value = "-" if row.value is None else f"{row.value:.15g}"
    value += f"..{row.value_high:.15g}" if row.value_high is not None else ""
    text = f"{kind}: {row.metric_zh} {row.comparator or '-'} {value} {row.unit or '-'}"
    text += f", {row.year or '-'}, {row.deadline_text or '-'}"
    text += f" x{row.growth_factor:g}" if row.growth_factor else ""
    text += f" from {row.baseline_value:.15g}" if row.baseline_value is not None else ""
    text += f" since {row.baseline_year}" if row.baseline_year else ""
    return text + (" aimed" if row.aimed else "")


@pytest.mark.parametrize("case", read_cases("enrich/targets"), ids=lambda case: case.title)
def test_goals_and_statistics_of_a_sentence(case: Case, words: TargetWords) -> None:
    goals = {"yes": True, "no": False}.get(case.settings.get("goals", ""))
    written = int(case.settings["written"]) if "written" in case.settings else None
    targets, statistics = find_targets(case.text, words, Aims(goals, written=written))
    found = [line("goal", row) for row in targets] + [line("statistic", row) for row in statistics]
    assert found == case.expected
    assert all(case.text[r.start : r.end] == r.evidence for r in (*targets, *statistics))


def test_what_applicants_must_fulfil_is_no_goal(words: TargetWords) -> None:
    text = "{}\n1.投入运营的自建海外仓总面积不低于5000平方米，服务企业数量不低于100家。\n"
    goals = [
        [
            row
            for rows in find_document_targets(parsed(text.format(heading), "x")[0], words).values()
            for row in rows.targets
        ]
        for heading in ("一、条件要求", "一、主要任务")
    ]
    assert [len(each) for each in goals] == [0, 1]


def test_what_clauses_inherit(words: TargetWords) -> None:
    text = (
        "一、发展现状\n2021年，全市传感器产值超过40亿元。\n"
        "二、发展目标\n到2025年，实现以下目标：\n"
        "（一）规模。传感器产值达到80亿元。\n（二）平台。建成3个以上平台。\n"
        "三、主要任务\n（一）建设。完善平台，产品合格率达到90%。\n"
    )
    document, _ = parsed(text, "x")
    found = find_document_targets(document, words)
    assert {clause: [line("goal", row) for row in rows.targets] for clause, rows in found.items()} == {
        "1": [],
        "2.1": ["goal: 传感器产值 >= 8000000000 CNY, 2025, 到2025年 from 4000000000 since 2021"],
        "2.2": ["goal: 平台 >= 3 个, 2025, 到2025年"],
        "3.1": ["goal: 产品合格率 >= 90 percent, -, -"],  # the year of the goals is not its own
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年底", [("到2025年底", 2025)]),
        ("2025年底前、2026年前", [("2025年底前", 2025), ("2026年前", 2026)]),
        ("到“十四五”末，“十五五”期间", [("到“十四五”末", 2025), ("“十五五”期间", 2030)]),
        ("经过三年努力；未来5年", [("经过三年努力", None), ("未来5年", None)]),
        ("力争3年内达到；自认定起3年内未变更的", [("力争3年内", None)]),
        ("截至2023年底；2021年至2025年；2021年，有效期至2022年12月31日", []),
        ("2022年12月31日前，到2025年12月31日止", [("2022年12月31日前", 2022)]),
        ("有效期至2025年12月31日", []),
        ("在2025年12月31日前，建成50个起降场", [("在2025年12月31日前", 2025)]),
        ("到二〇二五年六月三十日，建成3个平台", [("到二〇二五年六月三十日", 2025)]),
        ("力争到２０２７年底，产值达到100亿元", [("力争到２０２７年底", 2027)]),
        ("2026年6月底前建成投产", [("2026年6月底前", 2026)]),
        ("计划2026年新增企业20家", [("计划2026年", 2026)]),
        ("第二阶段（2025—2027年），累计建成300家", [("2025—2027年", 2027)]),
        ("经过3—5年努力，规模达到1000亿元", [("经过3—5年努力", None)]),
        ("年底前完成改造100家", [("年底前", None)]),
        ("年内改造老旧小区120个", [("年内", None)]),
        ("到本世纪中叶", [("到本世纪中叶", None)]),
    ],
)
def test_deadlines(text: str, expected: list[tuple[str, int | None]], words: TargetWords) -> None:
    assert [(d.text, d.year) for d in find_deadlines(text, words.periods)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年，产值超过40亿元", [("2021年", 2021)]),
        ("2025—2027年，新建高标准农田50万亩", [("2025—2027年", 2027)]),
        ("截至2023年底，全区共有企业1200家", [("截至2023年底", 2023)]),
    ],
)
def test_years_that_only_date(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(d.text, d.year) for d in plain_years(text)] == expected


@pytest.mark.parametrize("edge", [*LEADING, *TRAILING], ids=lambda edge: edge.example)
def test_the_example_of_each_edge_of_a_metric(edge: EdgeWords, words: TargetWords) -> None:
    rows = LEADING if edge in LEADING else TRAILING
    form = "^(?:{})+" if rows is LEADING else "(?:{})+$"
    assert re.sub(form.format(edge.pattern), "", edge.example) == edge.left
    assert [row for row in rows if re.search(form.format(row.pattern), edge.example)] == [edge]


def test_a_baseline_keeps_its_comparator(words: TargetWords) -> None:
    text = "一、现状\n2021年，全市产值超过40亿元。\n二、目标\n到2025年，全市产值达到80亿元。\n"
    document, _ = parsed(text, "x")
    (goal,) = find_document_targets(document, words)["2"].targets
    assert (goal.baseline_value, goal.baseline_comparator, goal.baseline_year) == (4e9, ">", 2021)
    (grown,) = find_targets("亩均税收由约18万元提高到25万元以上。", words, Aims(goals=True))[0]
    assert (grown.baseline_value, grown.baseline_comparator) == (180000, "~")


def test_no_text_makes_it_fail(words: TargetWords) -> None:
    for text in (
        "1",
        "到2025年",
        "一二三四五六七八九十" * 50,
        "分别达1%、2%",
        "翻番",
        "到2025年达到家",
        "1家2家" * 200,
    ):
        find_targets(text, words)
        find_targets(text, words, Aims(goals=True))


def test_long_runs_without_a_full_stop_take_linear_time(words: TargetWords) -> None:
    text = "到2025年，产值达到80亿元、" * 4000
    targets, _ = find_targets(text, words)
    assert len(targets) > 3900
