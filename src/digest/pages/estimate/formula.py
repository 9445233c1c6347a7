"""How much a support pays, as far as its facts say all that is needed: a share of something, a price for each unit, a fixed sum,
or steps of these; capped.

A formula counts for one recipient, project, product ... whatever its ceiling holds for, and for one year where a price is for a
month or a year. What is left unsaid is never guessed: such a support has no formula, but a reason.
"""

import re
from collections.abc import Sequence
from math import floor, isfinite
from typing import NamedTuple

from digest.model.facts import Instrument, Threshold, Tier
from digest.pages import amounts
from digest.pages.figures import ends_of
from digest.regex import regex


class Step(NamedTuple):
    """What is paid ``above`` a quantity, or from it on where it is not ``strict``: at least ``factor`` times the quantity and
    ``fixed`` more, and at most the same with ``factor_high`` and ``fixed_high``. Sums are in yuan."""

    above: float = 0
    strict: bool = False
    factor: float = 0
    factor_high: float = 0
    fixed: float = 0
    fixed_high: float = 0


class Quantity(NamedTuple):
    """What a formula is computed from: ``money`` in yuan (of the base printed as ``text``), ``reached`` (a sum that ``text`` says
    must be reached), or a number of the unit with the id ``text`` (``unit``), which a support of the kind ``support`` pays for."""

    kind: str
    text: str
    support: str = ""


class Formula(NamedTuple):
    """What a support pays for a quantity, None where it needs none. Of ``steps`` the last one counts that is reached; ``caps`` are
    the lowest and the highest ceiling, None where none was found: which of several holds, only the recipient knows. ``times`` is
    how often in a year a price is paid, 1 for what is not paid by the month or the quarter."""

    asks: Quantity | None
    steps: tuple[Step, ...]
    caps: tuple[int, int] | None
    comparator: str | None = None
    times: int = 1


Ceilings = tuple[int, int] | None
"""The lowest and the highest ceiling of a support."""


class Uncounted(NamedTuple):
    """Why a support is not counted: ``none`` has no figure, ``rate`` no sum that it is a share of, ``capital`` is a fund, a loan or a
    share, ``currency`` is not in yuan, ``points`` raises the rate of another support, ``several`` has figures whose order is not
    known, ``unit`` is paid for a unit that is no number of things in a year, ``threshold`` is paid from a figure on that is not
    the one asked for, ``others`` is not paid to firms, and ``unknown`` is a share of what no firm knows."""

    reason: str


REASONS = (
    "none", "rate", "several", "unit", "threshold", "points", "capital", "currency", "others", "unknown",
)  # fmt: skip


def formula_of(fact: Instrument) -> Formula | Uncounted:
    """The formula of a support that is granted, or why it has none."""
    if fact.is_capital:
        return Uncounted("capital")
    if fact.currency != "CNY" or any(cap.currency != "CNY" for cap in fact.caps):
        return Uncounted("currency")
    if fact.rate_unit != "percent":
        return Uncounted("points")
    tiers = amounts.steps(fact)
    paid = (fact.rate_percent, fact.unit_amount_yuan, fact.fixed_yuan)
    sums = [*paid, *(tier.amount_yuan for tier in tiers), *(stage.amount_yuan for stage in fact.stages)]
    if not all(isfinite(each) for each in sums if each is not None):
        return Uncounted("none")  # a number that is too large to be true
    limits = _limits(fact, tiers)
    kinds = sum(each is not None for each in paid) + bool(tiers and not limits) + bool(fact.stages)
    if kinds > 1 or any(cap.comparator not in _CEILINGS for cap in fact.caps):
        return Uncounted("several")
    if _by_steps(fact):
        return Uncounted("unit")
    ceilings = [*limits, *(cap.amount_yuan for cap in fact.caps)]
    caps = (min(ceilings), max(ceilings)) if ceilings else None
    if fact.rate_percent is not None:
        return _of_share(fact, fact.rate_percent, caps)
    if fact.unit_amount_yuan is not None:
        return _of_price(fact, fact.unit_amount_yuan, caps)
    return _of_sums(fact, tiers, caps)


def amount_of(formula: Formula, quantity: float) -> tuple[int, int] | None:
    """The least and the most that a support pays, in whole yuan; None where the quantity reaches no step. Rounds halves up.

    >>> share = Formula(
    ...     Quantity("money", "投资"), (Step(factor=0.4, factor_high=0.4),), (10_000_000, 10_000_000)
    ... )
    >>> amount_of(share, 20_000_000), amount_of(share, 30_000_000)
    ((8000000, 8000000), (10000000, 10000000))
    """
    reached = [
        step
        for step in formula.steps
        if quantity > step.above or (quantity == step.above and not step.strict)
    ]
    if not reached:
        return None
    step = reached[-1]
    low, high = quantity * step.factor + step.fixed, quantity * step.factor_high + step.fixed_high
    if formula.caps is not None:
        low, high = min(low, formula.caps[0]), min(high, formula.caps[1])
    return floor(low + 0.5), floor(high + 0.5)


_CEILINGS = {"<=", "<", "=", "~"}
_IN_A_YEAR = {"month": 12, "quarter": 4, "year": 1}
_RATE = regex(r"[利费税汇]率\s*$")
"""A base that is a rate itself, and no sum."""
_ONE = {"enterprise", "project", "product", "item"}
"""What a formula is for, one of it."""
_PART = regex(r"的\s*(\d+(?:\.\d+)?)\s*[%％]\s*$")
"""The part of an area that a price is paid for: 租赁自用面积的30%."""


_STEP = regex(
    r"(?:^|[，,；])每(?![家个]?(?:企业|单位|项目))[^，]*$|每再?(?:增加|新增|增长|超过|超出|提高|递增|满)"
)
"""Words that a sum is paid for more than once: 每增加1亿元, 每万平方米."""


def _limits(fact: Instrument, tiers: Sequence[Tier]) -> list[int]:
    """The steps that are ceilings of a share: 投资的50%，首店最高200万元，旗舰店最高100万元."""
    sums = [
        int(each.amount_yuan) for each in tiers if each.amount_yuan is not None and each.comparator == "<="
    ]
    return sums if fact.rate_percent is not None and len(sums) == len(tiers) else []


def _by_steps(fact: Instrument) -> bool:
    """Whether a sum is paid for each step that is reached."""
    said = (fact.conditions_zh, *(tier.condition_zh for tier in fact.tiers))
    return any(_STEP.search(words) for words in said if words)


def _fixed(low: float, high: float) -> Step:
    return Step(fixed=low, fixed_high=high)


def _of_share(fact: Instrument, rate: float, caps: Ceilings) -> Formula | Uncounted:
    if not fact.rate_base_zh or _RATE.search(fact.rate_base_zh):
        return Uncounted("rate")
    own = _own_threshold(fact, _printed(fact.rate_base_zh))
    if _bounds(fact) > bool(own):
        return Uncounted("threshold")
    above, strict = (own.amount_yuan, own.comparator == ">") if own else (0, False)
    step = Step(above, strict, factor=rate / 100, factor_high=ends_of(rate, fact.rate_high)[-1] / 100)
    return Formula(Quantity("money", _printed(fact.rate_base_zh)), (step,), caps, fact.rate_comparator)


def _own_threshold(fact: Instrument, base: str) -> Threshold | None:
    """The one threshold that the base itself must reach: 物流费用达到200万元以上的，按物流费用的10%."""
    first = next(iter(fact.thresholds), None)
    own = first and len(fact.thresholds) == 1 and first.metric_zh.endswith(base)
    return first if own and first and first.comparator in _FROM and first.currency == "CNY" else None


def _bounds(fact: Instrument) -> int:
    """How many figures a support says must be reached, or kept below: those recognised, or as many as its conditions print."""
    head, ends, _ = fact.evidence.partition("的，")
    said = (fact.conditions_zh, fact.recipient_zh, head if ends else None)
    return max(len(fact.thresholds), *(len(_BOUND.findall(_printed(words or ""))) for words in said))


_NUMBER = "(?:[0-9０-９]|[一二三四五六七八九十两百千万亿](?!定))[0-9０-９.一二三四五六七八九十百千万亿]*"
_BOUND = regex(
    f"(?:不?(?:低于|少于|小于|超过|高于|大于)|达到?|突破|不足|未满|满){_NUMBER}(?:[^0-9０-９，。；、]{{0,5}}?以[上下])?"
    f"|{_NUMBER}[^0-9０-９，。；、]{{0,5}}?(?:[（(]含[^）)]*[）)])?[及或]?以[上下]"
)


def _of_price(fact: Instrument, price: float, caps: Ceilings) -> Formula | Uncounted:
    units = (fact.per or fact.unit or "").split("_")
    paid = [unit for unit in units if unit in _IN_A_YEAR]
    counted = [unit for unit in units if unit not in _IN_A_YEAR and unit not in _ONE]
    if len(paid) > 1 or len(counted) > 1 or counted in (["day"], ["hour"], ["minute"], [""]):
        return Uncounted("unit")
    times = _IN_A_YEAR[paid[0]] if paid else 1
    if paid == ["month"] and fact.duration_months:
        times = min(times, fact.duration_months)
    part = _PART.search(fact.rate_base_zh or "")
    often = times * (float(part[1]) / 100 if part else 1)
    ends = [often * each for each in ends_of(price, fact.amount_high)]
    low, top = ends[0], ends[-1]
    if not counted:
        return Formula(None, (_fixed(low, top),), caps, fact.amount_comparator, times)
    if _bounds(fact):
        return Uncounted("threshold")
    step = Step(factor=low, factor_high=top)
    return Formula(Quantity("unit", counted[0], fact.kind), (step,), caps, fact.amount_comparator, times)


def _of_sums(fact: Instrument, tiers: Sequence[Tier], caps: Ceilings) -> Formula | Uncounted:
    """A support that pays sums: a fixed one, by steps or stages, or one of which only the ceiling is stated."""
    if fact.fixed_yuan is not None:
        step = _fixed(fact.fixed_yuan, ends_of(fact.fixed_yuan, fact.amount_high)[-1])
        return Formula(None, (step,), caps, fact.amount_comparator)
    if tiers:
        return _of_tiers(fact, tiers, caps)
    if fact.stages and not caps:
        sums = [stage.amount_yuan for stage in fact.stages if stage.amount_yuan is not None]
        whole = len(sums) == len(fact.stages)
        return Formula(None, (_fixed(sum(sums), sum(sums)),), None) if whole else Uncounted("several")
    if fact.stages and {stage.amount_yuan for stage in fact.stages} != {cap.amount_yuan for cap in fact.caps}:
        return Uncounted("several")
    if caps:
        return Formula(None, (_fixed(*caps),), caps, "<=")
    return Uncounted("none")


def _of_tiers(fact: Instrument, tiers: Sequence[Tier], caps: Ceilings) -> Formula | Uncounted:
    """Steps that are reached one after the other, or of which one applies that only the recipient knows."""
    sums = [tier.amount_yuan for tier in tiers if tier.amount_yuan is not None]
    if not {*_IN_A_YEAR, *_ONE, "person", ""}.issuperset((fact.unit or "").split("_")):
        return Uncounted("unit")  # prices: 东城区1.8元/㎡/日、其他区域0.75元/㎡/日
    if len(sums) != len(tiers):
        return Uncounted("several")
    stepwise = [
        tier for tier in tiers if tier.threshold_yuan is not None and tier.threshold_comparator in _FROM
    ]
    if not stepwise:
        most = "<=" if all(tier.comparator == "<=" for tier in tiers) else fact.amount_comparator
        return Formula(None, (_fixed(min(sums), max(sums)),), caps, most)
    reached = fact.conditions_zh or fact.recipient_zh
    if len(stepwise) != len(tiers) or not reached or _of_several(fact):
        return Uncounted("several")
    if fact.thresholds:
        return Uncounted("threshold")
    steps = sorted(
        Step(tier.threshold_yuan or 0, tier.threshold_comparator == ">", fixed=sum_, fixed_high=sum_)
        for tier, sum_ in zip(tiers, sums, strict=True)
    )
    return Formula(Quantity("reached", _printed(reached)), tuple(steps), caps, fact.amount_comparator)


_FROM = {">=", ">"}
_ADDS = regex("再(?:给|予|奖|补|增|资)|另(?:给|行?奖|补)|叠加|累进|的部分")


def _of_several(fact: Instrument) -> bool:
    """Whether steps add up (达到5亿元再奖励10万元), or are for different things: 一类新药，销售额…；二类新药，销售额…."""
    if _ADDS.search(fact.evidence):
        return True
    said = _printed(fact.evidence)
    named = (_printed(tier.condition_zh) for tier in fact.tiers if tier.condition_zh)
    return any(re.search(f"；[^，；]+，{re.escape(condition)}", said) for condition in named)


def _printed(text: str) -> str:
    """A printed wording, the same in texts that break their lines elsewhere."""
    return "".join(text.split())
