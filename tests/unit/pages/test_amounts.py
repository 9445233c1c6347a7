"""Figures as each language prints them."""

from dataclasses import replace

import pytest

from digest.model.corpus import Term
from digest.model.facts import Cap, Instrument, Target, Threshold, Tier
from digest.pages import amounts
from digest.pages.words import plain, read_words
from digest.resources import templates

TERMS = {
    ("unit", "m2"): Term("平方米", "m²"),
    ("unit", "month"): Term("月", "month"),
    ("counter", "吨"): Term("吨", "tonnes"),
}


@pytest.fixture(scope="module")
def words():
    found, _ = read_words([templates()])
    return found


def support(**rest):
    return Instrument("grant", "", 0, 0, **rest)


def goal(**rest):
    return Target("产值", "", 0, 0, **rest)


def both(words, say, *rest):
    """What is said in Chinese and English, with plain spaces."""
    return tuple(plain(say(words[each], *rest)).replace("\u00a0", " ") for each in ("zh", "en"))


@pytest.mark.parametrize(
    ("yuan", "said"),
    [
        (5_000_000, ("500万元", "RMB 5 million")),
        (50_000_000, ("5000万元", "RMB 50 million")),
        (5_000_000_000, ("50亿元", "RMB 5 billion")),
        (10_910_000_000, ("109.1亿元", "RMB 10.91 billion")),
        (200_000, ("20万元", "RMB 200,000")),
        (12_345, ("1.2345万元", "RMB 12,345")),
        (123_456_789, ("12345.6789万元", "RMB 123,456,789")),
        (10, ("10元", "RMB 10")),
        (0.5, ("0.5元", "RMB 0.5")),
        (0, ("0元", "RMB 0")),
    ],
)
def test_money(words, yuan, said):
    assert both(words, amounts.money, yuan) == said


@pytest.mark.parametrize(
    ("comparator", "said"),
    [
        ("<=", ("最高30%", "up to 30%")),
        (">=", ("不少于30%", "at least 30%")),
        (">", ("超过30%", "more than 30%")),
        ("<", ("低于30%", "less than 30%")),
        ("~", ("约30%", "about 30%")),
        ("=", ("30%", "30%")),
        (None, ("30%", "30%")),
    ],
)
def test_what_limits_a_figure(words, comparator, said):
    assert both(words, amounts.percent, 30.0, comparator) == said


@pytest.mark.parametrize(
    ("scope", "status", "said"),
    [
        ("enterprise_year", "printed", ("每家企业每年", "per enterprise per year")),
        ("enterprise_cumulative", "printed", ("每家企业累计", "per enterprise in total")),
        ("project", "inferred", ("每个项目（推断）", "per project (inferred)")),
    ],
)
def test_scopes(words, scope, status, said):
    assert both(words, amounts.scope, Cap(1, "<=", scope, status)) == said


def test_a_price_per_unit(words):
    rent = support(unit_amount_yuan=20, unit="m2_month", amount_comparator="<=")
    said = ("最高20元/平方米/月", "up to RMB 20 per m² per month")
    assert both(words, amounts.unit_price, TERMS, rent) == said
    assert both(words, lambda spoken: amounts.sums(spoken, TERMS, rent)[0]) == said


def test_durations_funds_thresholds(words):
    assert both(words, amounts.duration, support(duration_months=36)) == ("36个月", "36 months")
    fund = support(fund_yuan=5_000_000_000, amount_comparator=">=")
    assert both(words, amounts.fund, fund) == ("规模不少于50亿元", "a fund of at least RMB 5 billion")
    reach = Threshold("年度销售金额", ">", 5_000_000)
    assert both(words, amounts.threshold, reach) == (
        "年度销售金额超过500万元",
        "年度销售金额: more than RMB 5 million",
    )
    assert amounts.threshold(words["en"], reach)[0].lang == "zh-CN"


def test_tiers(words):
    assert both(words, amounts.whole_tier, Tier("国际", None, 1_000_000, None)) == (
        "国际：100万元",
        "国际: RMB 1 million",
    )
    step = Tier("1亿元", 100_000_000, 200_000, None)
    assert both(words, amounts.whole_tier, step) == (
        "不少于1亿元：20万元",
        "at least RMB 100 million: RMB 200,000",
    )


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (goal(value=8e9, unit="CNY", comparator=">="), ("不少于80亿元", "at least RMB 8 billion")),
        (goal(value=30.0, value_high=40.0, unit="percent", comparator="~"), ("约30%—40%", "about 30%–40%")),
        (goal(value=50.0, unit="家", comparator=">="), ("不少于50家", "at least 50")),
        (goal(value=20000.0, unit="吨", comparator="="), ("2万吨", "20,000 tonnes")),
        (goal(), ("", "")),
        (goal(value=float("inf"), unit="CNY"), ("", "")),
    ],
)
def test_values(words, fact, said):
    assert both(words, amounts.value, TERMS, fact) == said


def test_where_a_goal_starts_and_when_it_is_due(words):
    fact = goal(unit="CNY", baseline_value=4e9, baseline_year=2021, growth_factor=2.0, year=2025)
    assert both(words, amounts.baseline, TERMS, fact) == ("2021年：40亿元", "2021: RMB 4 billion")
    printed = replace(fact, baseline_comparator=">")
    assert both(words, amounts.baseline, TERMS, printed) == (
        "2021年：超过40亿元",
        "2021: more than RMB 4 billion",
    )
    assert both(words, amounts.growth, fact) == ("基期的2倍", "2 times the baseline")
    assert both(words, amounts.due, fact) == ("2025年", "2025")
    assert both(words, amounts.due, goal(deadline_text="三年内")) == ("三年内", "within 3 years")


def test_the_largest_sum_sorts_a_support():
    caps = (Cap(5, "<=", "product", "printed"), Cap(9, "<=", "enterprise", "printed"))
    assert amounts.largest(support(caps=caps)) == 9
    assert amounts.largest(support(tiers=(Tier("甲", None, 3, None), Tier("乙", None, None, 5.0)))) == 3
    assert amounts.largest(support(fund_yuan=7)) == 7
    assert amounts.largest(support(unit_amount_yuan=20, caps=caps)) == 9
    assert amounts.largest(support()) is None
