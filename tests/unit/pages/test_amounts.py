"""Figures as each language prints them."""

from dataclasses import replace

import pytest

from digest.model.corpus import Term
from digest.model.facts import Cap, Instrument, Payout, Stage, Target, Threshold, Tier
from digest.pages import amounts
from digest.pages.strings import plain, read_words
from digest.resources import templates

TERMS = {
    ("unit", "m2"): Term("平方米", "m²"),
    ("unit", "month"): Term("月", "month"),
    ("counter", "吨"): Term("吨", "tonnes"),
}


@pytest.fixture(scope="module")
def words():
    return read_words([templates()])


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
    assert both(words, lambda spoken: amounts.money(spoken, yuan, currency="CNY")) == said


@pytest.mark.parametrize(
    ("currency", "said"),
    [
        ("USD", ("最高100万美元", "up to USD 1 million")),
        ("HKD", ("最高100万港元", "up to HKD 1 million")),
        ("EUR", ("最高100万欧元", "up to EUR 1 million")),
        ("XAF", ("最高100万XAF", "up to XAF 1 million")),
    ],
)
def test_money_of_other_countries_is_never_yuan(words, currency, said):
    abroad = support(
        currency=currency,
        fixed_yuan=1_000_000,
        amount_comparator="<=",
        caps=(Cap(1_000_000, "<=", "project", "printed", currency),),
        tiers=(Tier("国际", None, 1_000_000, None),),
    )
    assert both(words, amounts.fixed, abroad) == said
    assert both(words, amounts.cap, abroad.caps[0]) == said
    tier = both(words, amounts.whole_tier, abroad.tiers[0], abroad)
    assert not any("RMB" in each or "万元" in each for each in tier)
    assert amounts.largest(abroad) is None


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({"fixed_yuan": 50_000, "amount_high": 100_000}, ("5万元至10万元", "RMB 50,000 to 100,000")),
        ({"fixed_yuan": 500_000, "amount_high": 1e6}, ("50万元至100万元", "RMB 500,000 to 1 million")),
        (
            {"fixed_yuan": 50_000, "amount_high": 100_000, "currency": "USD", "amount_comparator": "~"},
            ("约5万美元至10万美元", "about USD 50,000 to 100,000"),
        ),
        (
            {"unit_amount_yuan": 10.0, "amount_high": 20.0, "unit": "m2_month"},
            ("10元至20元/平方米/月", "RMB 10 to 20 per m² per month"),
        ),
        (
            {"fund_yuan": 1_000_000_000, "amount_high": 2e9},
            ("规模10亿元至20亿元", "a fund of RMB 1 billion to 2 billion"),
        ),
    ],
)
def test_ranges_of_sums(words, fact, said):
    assert both(words, lambda spoken: amounts.sums(spoken, TERMS, support(**fact))[0]) == said


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({"rate_percent": 10, "rate_high": 15}, ("10%—15%", "10%–15%")),
        ({"rate_percent": 10, "rate_high": 15, "rate_comparator": "<="}, ("最高10%—15%", "up to 10%–15%")),
        ({"kind": "rate_uplift", "rate_percent": 5}, ("5个百分点", "up 5 percentage points")),
        ({"kind": "rate_uplift", "rate_percent": 1}, ("1个百分点", "up 1 percentage point")),
        (
            {"kind": "rate_uplift", "rate_percent": 5, "rate_high": 10},
            ("5—10个百分点", "up 5–10 percentage points"),
        ),
        (
            {"kind": "rate_uplift", "rate_percent": 5, "rate_comparator": "<="},
            ("最高5个百分点", "up to 5 percentage points"),
        ),
        ({"kind": "interest_subsidy", "rate_percent": 2}, ("2个百分点", "2 percentage points")),
    ],
)
def test_rates(words, fact, said):
    unit = "percentage_point" if "kind" in fact else "percent"
    rated = Instrument(**{"kind": "grant", "evidence": "", "start": 0, "end": 0, "rate_unit": unit, **fact})
    assert both(words, amounts.rate, rated) == said


@pytest.mark.parametrize(
    ("per", "said"),
    [
        ("person_month", ("每人每月", "per person and month")),
        ("enterprise_year", ("每家企业每年", "per enterprise and year")),
        ("project", ("每个项目", "per project")),
        ("m2", ("每平方米", "per m²")),
        (None, ("", "")),
    ],
)
def test_what_a_payment_is_for(words, per, said):
    assert both(words, amounts.each_payment, TERMS, support(per=per, fixed_yuan=1000)) == said


def test_what_a_price_or_a_ceiling_says_is_not_said_again(words):
    price = support(per="person_month", unit="person_month", unit_amount_yuan=1000)
    assert both(words, amounts.each_payment, TERMS, price) == ("", "")
    ceiling = support(per="project", caps=(Cap(1000, "<=", "project", "printed"),))
    assert both(words, amounts.each_payment, TERMS, ceiling) == ("", "")


def test_tiers_that_are_stages_or_an_end_of_a_range_are_not_said_twice():
    first, other = Tier("第一年", None, 1e5, None), Tier("国际", None, 2e5, None)
    assert support(tiers=(first, other), stages=(Stage("第一年", 1e5),)).steps == (other,)
    assert support(tiers=(first,), fixed_yuan=5, amount_high=1e5).steps == ()
    assert support(tiers=(first, other)).steps == (first, other)


def test_stages_and_payouts(words):
    assert both(words, amounts.stage, Stage("第一年", 100_000), support()) == (
        "第一年：10万元",
        "第一年: RMB 100,000",
    )
    assert both(words, amounts.stage, Stage("第二年", None, 2.5), support()) == (
        "第二年：2.5%",
        "第二年: 2.5%",
    )
    assert both(words, amounts.payout, Payout(80, "验收合格后")) == ("验收合格后：80%", "验收合格后: 80%")
    raised = support(rate_unit="percentage_point")
    assert both(words, amounts.whole_tier, Tier("国际", None, None, 5.0), raised) == (
        "国际：5个百分点",
        "国际: 5 percentage points",
    )
    assert both(words, amounts.payout, Payout(80, None)) == ("80%", "80%")


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


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (
            {"unit": "person_month", "per": "person_month"},
            ("每人每月1000元", "RMB 1,000 per person and month"),
        ),
        ({"unit": "piece", "per": "project"}, ("每个项目1000元", "RMB 1,000 per project")),
        (
            {"unit": "m2_month", "per": "m2_month", "amount_comparator": "<="},
            ("每平方米每月最高1000元", "up to RMB 1,000 per m² and month"),
        ),
    ],
)
def test_what_a_price_is_for(words, fact, said):
    assert both(words, amounts.unit_price, TERMS, support(unit_amount_yuan=1000, **fact)) == said


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
    assert both(words, amounts.whole_tier, Tier("国际", None, 1_000_000, None), support()) == (
        "国际：100万元",
        "国际: RMB 1 million",
    )
    step = Tier("1亿元", 100_000_000, 200_000, None)
    assert both(words, amounts.whole_tier, step, support()) == (
        "不少于1亿元：20万元",
        "at least RMB 100 million: RMB 200,000",
    )
    limited = Tier("1亿元", 100_000_000, 200_000, None, "<=", ">")
    assert both(words, amounts.whole_tier, limited, support()) == (
        "超过1亿元：最高20万元",
        "more than RMB 100 million: up to RMB 200,000",
    )


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (goal(value=8e9, unit="CNY", comparator=">="), ("不少于80亿元", "at least RMB 8 billion")),
        (goal(value=30.0, value_high=40.0, unit="percent", comparator="~"), ("约30%—40%", "about 30%–40%")),
        (goal(value=50.0, unit="家", comparator=">="), ("不少于50家", "at least 50")),
        (goal(value=20000.0, unit="吨", comparator="="), ("2万吨", "20,000 tonnes")),
        (goal(value=2, unit="percentage_point"), ("2个百分点", "2 percentage points")),
        (goal(value=3, value_high=5, unit="percentage_point"), ("3—5个百分点", "3–5 percentage points")),
        (goal(value=1e6, unit="USD", comparator=">="), ("不少于100万美元", "at least USD 1 million")),
        (goal(value=8e9, value_high=1e10, unit="CNY"), ("80亿元至100亿元", "RMB 8 billion to 10 billion")),
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
    assert amounts.largest(support(fixed_yuan=3, amount_high=8)) == 8
    assert amounts.largest(support(stages=(Stage("第一年", 3), Stage("第二年", None, 5)))) == 3
    assert amounts.largest(support(fund_yuan=7, stages=(Stage("首期", 2),))) == 7
    assert amounts.largest(support(fund_yuan=7, act="repeal")) is None
    assert amounts.largest(support(fixed_yuan=7, currency="USD", caps=caps)) == 9
    assert amounts.largest(support()) is None
