"""How much a support pays, and which supports are not computed."""

from dataclasses import replace
from math import inf

import pytest

from digest.enrich.formulas import figures
from digest.enrich.formulas.firms import capped_behind, meant_for_firms
from digest.model.facts import Cap, Instrument, Stage, Threshold, Tier
from digest.model.formulas import REASONS, Formula, Quantity, Uncounted, amount_of
from digest.model.vocabulary import EstimateWords
from digest.read.word_lists import ESTIMATE, read_words
from digest.resources import starter_content

WORDS = read_words(starter_content(), starter_content(), ESTIMATE)[0] or EstimateWords()

MILLION = 1_000_000


def support(kind="subsidy", **figures):
    return Instrument(kind, "", 0, 0, **figures)


def caps(*sums, comparator="<=", currency="CNY"):
    return tuple(Cap(sum_, comparator, "project", "printed", currency) for sum_ in sums)


def tier(sum_=None, threshold=None, comparator=">=", rate=None):
    return Tier(None, threshold, sum_, rate, "=", comparator)


def formula_of(fact):
    return figures.formula_of(fact, WORDS)


def formula(fact) -> Formula:
    found = formula_of(fact)
    assert isinstance(found, Formula), found
    return found


def paid(fact, quantity: float = 0):
    return amount_of(formula(fact), quantity)


def test_a_share_is_paid_up_to_its_ceiling():
    share = support(rate_percent=40.0, rate_base_zh="项目 实际投资", caps=caps(10 * MILLION))
    assert formula(share).asks == Quantity("money", "项目实际投资")
    assert [paid(share, quantity * MILLION) for quantity in (0, 20, 25, 30)] == [
        (0, 0), (8 * MILLION,) * 2, (10 * MILLION,) * 2, (10 * MILLION,) * 2,
    ]  # fmt: skip


def test_a_share_without_a_ceiling_has_none():
    assert paid(support(rate_percent=40.0, rate_base_zh="投资"), 10**12) == (4 * 10**11,) * 2


def test_of_several_ceilings_any_may_hold():
    share = support(rate_percent=10.0, rate_base_zh="采购金额", caps=caps(500, 200))
    assert [paid(share, quantity) for quantity in (1000, 3000, 10**6)] == [(100, 100), (200, 300), (200, 500)]
    assert paid(support(caps=caps(500, 200, 300))) == (200, 500)
    yearly = (Stage("第一年", amount_yuan=200), Stage("第二至三年", amount_yuan=500))
    assert paid(support(caps=caps(200, 500), stages=yearly)) == (200, 500)


def test_tiers_that_are_ceilings_are_the_most_that_is_paid():
    tiers = tuple(Tier("甲", None, sum_, None, "<=") for sum_ in (100, 50))
    found = formula(support(tiers=tiers))
    assert (found.comparator, amount_of(found, 0)) == ("<=", (50, 100))
    share = support(rate_percent=10.0, rate_base_zh="投资", tiers=tiers)
    assert [paid(share, quantity) for quantity in (400, 700, 2000)] == [(40, 40), (50, 70), (50, 100)]


def test_a_range_has_two_ends():
    assert paid(support(rate_percent=10.0, rate_high=15.0, rate_base_zh="投资", caps=caps(120)), 1000) == (
        100,
        120,
    )
    assert paid(support(rate_percent=10.0, rate_high=inf, rate_base_zh="投资"), 1000) == (100, 100)
    assert paid(support(fixed_yuan=50_000, amount_high=100_000)) == (50_000, 100_000)
    assert paid(support(unit_amount_yuan=10, amount_high=20, unit="m2"), 100) == (1000, 2000)


def test_nothing_is_a_price_too():
    assert paid(support(unit_amount_yuan=0, amount_high=5, unit="m2_month"), 100) == (0, 6000)
    assert paid(support(unit_amount_yuan=0, unit="m2_month"), 100) == (0, 0)


def test_halves_of_a_yuan_are_rounded_up():
    assert paid(support(rate_percent=50.0, rate_base_zh="投资"), 3) == (2, 2)


def test_a_price_for_a_month_is_paid_twelve_times_a_year():
    rent = support(unit_amount_yuan=20, unit="m2_month", caps=caps(2 * MILLION))
    assert (formula(rent).asks, formula(rent).times) == (Quantity("unit", "m2", "subsidy"), 12)
    assert paid(rent, 2000) == (480_000, 480_000)
    assert paid(rent, 100_000) == (2 * MILLION,) * 2


@pytest.mark.parametrize(("unit", "duration", "sum_"), [
    ("m2_month", 6, 600), ("m2_month", 36, 1200), ("m2_quarter", 6, 400), ("m2_year", 6, 100), ("m2", None, 100),
])  # fmt: skip
def test_how_often_a_price_is_paid_in_a_year(unit, duration, sum_):
    assert paid(support(unit_amount_yuan=1, unit=unit, duration_months=duration), 100) == (sum_, sum_)


def test_a_price_for_a_part_of_an_area():
    rent = support(unit_amount_yuan=10, unit="m2_month", rate_base_zh="租赁自用面积的30%")
    assert paid(rent, 2000) == (72_000, 72_000)


def test_a_price_for_time_alone_needs_no_figure():
    assert (formula(support(unit_amount_yuan=1000, unit="month")).asks, paid(support(unit_amount_yuan=1000, unit="month"))) == (
        None, (12_000, 12_000),
    )  # fmt: skip


def test_steps_are_reached_one_after_the_other():
    steps = support(
        tiers=(
            tier(100_000, 50 * MILLION, ">"),
            tier(200_000, 100 * MILLION, ">="),
            tier(300_000, 300 * MILLION),
        ),
        recipient_zh="营业收入首次突破的企业",
    )
    assert formula(steps).asks == Quantity("reached", "营业收入首次突破的企业")
    reached = {49: None, 50: None, 51: 100_000, 100: 200_000, 299: 200_000, 300: 300_000, 10**6: 300_000}
    for quantity, sum_ in reached.items():
        assert paid(steps, quantity * MILLION) == (sum_ and (sum_, sum_))


def test_of_tiers_by_condition_only_the_ends_are_known():
    assert paid(support(tiers=(tier(100), tier(50), tier(20)))) == (20, 100)


def test_stages_are_paid_one_after_the_other():
    assert paid(support(stages=(Stage("第一年", amount_yuan=100), Stage("第二年", amount_yuan=50)))) == (
        150,
        150,
    )


def test_a_ceiling_alone_is_the_most_that_is_paid():
    alone = formula(support(caps=caps(MILLION)))
    assert (alone.comparator, amount_of(alone, 0)) == ("<=", (MILLION, MILLION))


@pytest.mark.parametrize(("reason", "fact"), [
    ("none", support()),
    ("none", support(fixed_yuan=inf)),
    ("none", support(tiers=(tier(inf), tier(1)))),
    ("none", support(rate_percent=inf, rate_base_zh="投资")),
    ("rate", support(rate_percent=30.0, caps=caps(1))),
    ("rate", support(rate_percent=30.0, rate_base_zh="同期银行基准利率")),
    ("several", support(rate_percent=30.0, rate_base_zh="投资", fixed_yuan=5)),
    ("several", support(fixed_yuan=1, stages=(Stage("第一年", amount_yuan=1),))),
    ("several", support(stages=(Stage("第一年", amount_yuan=1), Stage("第二年", rate_percent=1)))),
    ("several", support(tiers=(tier(1, 5), tier(2)), recipient_zh="企业")),
    ("several", support(tiers=(tier(1, 5), tier(2, 8)))),
    ("several", support(tiers=(tier(rate=5.0), tier(rate=8.0)))),
    ("several", support(rate_percent=30.0, rate_base_zh="投资", caps=caps(1, comparator=">="))),
    ("unit", support(unit_amount_yuan=5, unit="person_day")),
    ("unit", support(unit_amount_yuan=5, unit="day")),
    ("unit", support(unit_amount_yuan=5)),
    ("unit", support(tiers=(tier(1.8), tier(0.75)), unit="m2_day", caps=caps(MILLION))),
    ("unit", support(fixed_yuan=5, conditions_zh="营业收入每增加1亿元")),
    ("unit", support(tiers=(Tier("每宗", None, 25_000, None), Tier("每万平方米", None, 5000, None)))),
    ("several", support(caps=caps(1), stages=(Stage("第一年", amount_yuan=1), Stage("第二年", amount_yuan=2)))),
    ("unit", support(unit_amount_yuan=5, unit="tonne_km")),
    ("points", support(rate_percent=5.0, rate_unit="percentage_point", rate_base_zh="投资")),
    ("capital", support(fund_yuan=10**9)),
    ("capital", support("loan", fixed_yuan=10**9)),
    ("currency", support(fixed_yuan=10, currency="USD")),
    ("currency", support(rate_percent=5.0, rate_base_zh="投资", caps=caps(1, currency="USD"))),
])  # fmt: skip
def test_what_is_not_known_is_not_computed(reason, fact):
    assert formula_of(fact) == Uncounted(reason)
    assert reason in REASONS


@pytest.mark.parametrize("fact", [
    support(rate_percent=5.0, rate_base_zh="投资", conditions_zh="投资3000万元及以上且强度不低于200万元"),
    support(rate_percent=5.0, rate_base_zh="投资", conditions_zh="投资3000万元及以上且强度不低于200万元", thresholds=(
        Threshold("投资", ">=", 30 * MILLION), Threshold("强度", ">=", 2 * MILLION))),
    support(rate_percent=5.0, rate_base_zh="投资", thresholds=(Threshold("单笔投资", "<=", 5 * MILLION),)),
    support(rate_percent=5.0, rate_base_zh="投资", thresholds=(Threshold("投资", ">=", 5, "USD"),)),
    support(rate_percent=5.0, rate_base_zh="销售额增量", thresholds=(Threshold("销售额", ">=", 5),)),
    support(unit_amount_yuan=50, unit="m2", conditions_zh="扩建场所5000平方米（含）以上"),
    support(unit_amount_yuan=50, unit="person", recipient_zh="培训人数达到四十人的机构"),
    replace(support(rate_percent=5.0, rate_base_zh="投资"), evidence="对投资超过一亿元的，按投资的5%补助"),
    support(tiers=(tier(1, 5), tier(2, 8)), recipient_zh="企业", thresholds=(Threshold("收入", ">=", 5),)),
])  # fmt: skip
def test_a_threshold_of_another_figure_is_not_computed(fact):
    assert formula_of(fact) == Uncounted("threshold")


def test_a_share_is_paid_from_the_threshold_of_its_base():
    costs = support(
        rate_percent=10.0,
        rate_base_zh="物流费用",
        thresholds=(Threshold("企业年支付物流费用", ">=", 2 * MILLION),),
        conditions_zh="企业年支付物流费用达到200万元以上",
    )
    assert [paid(costs, each * MILLION) for each in (1.99, 2, 3)] == [None, (200_000,) * 2, (300_000,) * 2]


def test_a_window_or_a_word_of_size_is_no_threshold():
    fact = support(
        rate_percent=5.0, rate_base_zh="投资", conditions_zh="三年以内新引进、具有一定规模的规模以上企业"
    )
    assert paid(fact, 100) == (5, 5)


@pytest.mark.parametrize(
    "evidence",
    [
        "收入达到5元的，奖励1元；达到8元的，再奖励2元",
        "甲类药，收入达到5元的，奖励1元；乙类药，收入达到8元的，奖励2元",
    ],
)
def test_steps_that_add_up_or_are_for_different_things_are_not_one(evidence):
    tiers = (Tier("收入达到5元", 5, 1, None), Tier("收入达到8元", 8, 2, None))
    fact = support(tiers=tiers, recipient_zh="企业")
    assert isinstance(formula_of(fact), Formula)
    assert formula_of(replace(fact, evidence=evidence)) == Uncounted("several")


def test_what_is_paid_for_one_project_needs_no_number():
    project = support(unit_amount_yuan=1000, unit="project_month", per="project_month")
    assert (formula(project).asks, paid(project)) == (None, (12_000, 12_000))


SHARE = support(
    rate_percent=40.0, rate_base_zh="项目投资", caps=(Cap(10_000_000, "<=", "project", "inferred"),), recipient_zh="企业"
)  # fmt: skip


@pytest.mark.parametrize(
    ("evidence", "conditions"),
    [
        ("对在区内运行的创业投资基金，按照其实际投资额的5%给予奖励", None),
        ("对完成计划的街道各奖励30万元", None),
        ("对在本市购车，并在本市上牌的个人消费者，给予最高1万元补贴", None),
        ("对银行开展质押贷款业务的，给予补偿", "银行开展质押贷款业务"),
        ("员工个人因股权激励产生贡献的，按投资额奖励", "企业实施激励计划的，员工个人因股权激励产生贡献"),
    ],
)
def test_whom_a_support_names_without_a_recipient(evidence, conditions):
    words = EstimateWords(bodies=("街道", "银行", "创业投资基金"), people=("员工个人", "消费者"))
    fact = replace(SHARE, recipient_zh=None, evidence=evidence, conditions_zh=conditions)
    assert meant_for_firms(words, fact, formula(fact)) == Uncounted("others")
    firm = replace(fact, evidence="对获得银行贷款的企业给予补偿", conditions_zh="获得银行贷款的企业")
    assert isinstance(meant_for_firms(words, firm, formula(firm)), Formula)


def test_a_ceiling_that_was_not_read_leaves_a_share_uncounted():
    share = replace(SHARE, caps=(), evidence="按投资的50%补助", start=0, end=9)
    words = "按投资的50%补助，最高支持限额为服务企业500万元、中小企业20万元。"
    assert capped_behind(WORDS, share, (share,), words)
    assert not capped_behind(WORDS, share, (share,), "按投资的50%补助。最高支持限额另行规定。")
    assert not capped_behind(WORDS, replace(share, caps=SHARE.caps), (share,), words)
