"""How values differ, and how that is said."""

import pytest

from digest.model.facts import Target
from digest.pages.compare.differences import Column, Verdict, explain, weigh
from digest.pages.compare.rows import Said, target_said
from digest.pages.words import plain, read_words, run
from digest.resources import templates


@pytest.fixture(scope="module")
def words():
    return read_words([templates()])[0]


def cap(yuan, text, scope="enterprise_year", named="每家企业每年"):
    return (Said((yuan, "<="), run(text, "zh"), 0, ("scope", scope), run(named, "zh")),)


def rate(percent, base):
    return (Said((percent, "="), run(f"{percent}%", "zh"), 0, base, run(base, "zh")),)


def said(words, row, *columns, language="zh"):
    named = [Column(run(name, language), values) for name, values in columns]
    return plain(explain(words[language], row, named))


THREE, FIVE = cap(3_000_000, "最高300万元"), cap(5_000_000, "最高500万元")


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ((THREE, THREE), Verdict.SAME),
        ((THREE, FIVE), Verdict.DIFFERENT),
        ((THREE, (), FIVE), Verdict.DIFFERENT),
        ((THREE, ()), Verdict.SOME),
        ((THREE, (), THREE), Verdict.SOME),
        ((THREE, cap(3_000_000, "最高300万元", "year", "每年")), Verdict.INCOMPARABLE),
        ((rate(30, "项目投资"), rate(20, "项目投资额")), Verdict.DIFFERENT),
        ((rate(30, "项目投资"), rate(30, "销售额")), Verdict.INCOMPARABLE),
        ((rate(30, "项目投资"), rate(30, "")), Verdict.SAME),
    ],
)
def test_verdicts(cells, verdict):
    assert weigh(cells) is verdict


def test_a_higher_ceiling_is_said_from_the_lower_to_the_higher(words):
    assert said(words, "cap", ("乙区", FIVE), ("甲区", THREE)) == (
        "上限：最高300万元（甲区） → 最高500万元（乙区），每家企业每年"
    )


def test_places_that_say_the_same_are_named_together(words):
    assert said(words, "cap", ("甲区", THREE), ("乙区", FIVE), ("丙区", THREE)) == (
        "上限：最高300万元（甲区、丙区） → 最高500万元（乙区），每家企业每年"
    )


def test_what_only_some_say(words):
    assert said(words, "cap", ("甲区", THREE), ("乙区", ())) == "上限：仅甲区写明：最高300万元，每家企业每年"


def test_equal_values_need_no_words(words):
    assert said(words, "cap", ("甲区", THREE), ("乙区", THREE)) == ""


def test_goals_that_count_different_things_are_not_compared(words):
    added = Target(
        "产业增加值", "", 0, 0, value=8e9, unit="CNY", comparator=">=", year=2025, metric_en="value added"
    )
    revenue = Target(
        "主营业务收入", "", 0, 0, value=3e10, unit="CNY", comparator=">=", year=2023, metric_en="revenue"
    )
    columns = [
        ("Shenzhen", (target_said(added, words["en"], {}),)),
        ("Shandong", (target_said(revenue, words["en"], {}),)),
    ]
    assert said(words, "targets", *columns, language="en").replace("\u00a0", " ") == (
        "Target: not comparable: value added, 2025: at least RMB 8 billion (Shenzhen) against "
        "revenue, 2023: at least RMB 30 billion (Shandong)"
    )


def test_goals_of_one_year_are_compared(words):
    def goal(value):
        return (
            target_said(Target("产业增加值", "", 0, 0, value=value, unit="CNY", year=2025), words["zh"], {}),
        )

    assert weigh([goal(8e9), goal(9e9)]) is Verdict.DIFFERENT
