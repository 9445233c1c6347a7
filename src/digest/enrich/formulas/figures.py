"""How much a support pays, as far as its figures say all that is needed."""

import re
from collections.abc import Sequence
from math import inf, isfinite

from digest.model.facts import Instrument, Threshold, Tier
from digest.model.formulas import Formula, Quantity, Step, Uncounted
from digest.model.vocabulary import EstimateWords
from digest.regex import regex

Ceilings = tuple[int, int] | None
"""The lowest and the highest ceiling of a support."""


def formula_of(fact: Instrument, words: EstimateWords) -> Formula | Uncounted:
    """The formula of a support that is granted, or why it has none."""
    if fact.is_capital:
        return Uncounted("capital")
    if fact.currency != "CNY" or any(cap.currency != "CNY" for cap in fact.caps):
        return Uncounted("currency")
    if fact.rate_unit != "percent":
        return Uncounted("points")
    tiers = fact.steps
    paid = (fact.rate_percent, fact.unit_amount_yuan, fact.fixed_yuan)
    sums = [*paid, *(tier.amount_yuan for tier in tiers), *(stage.amount_yuan for stage in fact.stages)]
    if not all(isfinite(each) for each in sums if each is not None):
        return Uncounted("none")  # a number that is too large to be true
    limits = _limits(fact, tiers)
    kinds = sum(each is not None for each in paid) + bool(tiers and not limits) + bool(fact.stages)
    if kinds > 1 or any(cap.comparator not in _CEILINGS for cap in fact.caps):
        return Uncounted("several")
    if _by_steps(fact, words):
        return Uncounted("unit")
    ceilings = [*limits, *(cap.amount_yuan for cap in fact.caps)]
    caps = (min(ceilings), max(ceilings)) if ceilings else None
    if fact.rate_percent is not None:
        return _of_share(fact, fact.rate_percent, caps, words)
    if fact.unit_amount_yuan is not None:
        return _of_price(fact, fact.unit_amount_yuan, caps)
    return _of_sums(fact, tiers, caps, words)


_CEILINGS = {"<=", "<", "=", "~"}
_IN_A_YEAR = {"month": 12, "quarter": 4, "year": 1}
_ONE = {"enterprise", "project", "product", "item"}
"""What a formula is for, one of it."""
_PART = regex(r"的\s*(\d+(?:\.\d+)?)\s*[%％]\s*$")
"""The part of an area that a price is paid for: 租赁自用面积的30%."""
_EACH = regex(r"(?:^|[，,；])每(?![家个]?(?:企业|单位|项目))[^，]*$")
"""Words that a sum is paid for each of several things: 每万平方米."""


def _limits(fact: Instrument, tiers: Sequence[Tier]) -> list[int]:
    """The steps that are ceilings of a share: 投资的50%，首店最高200万元，旗舰店最高100万元."""
    sums = [
        int(each.amount_yuan) for each in tiers if each.amount_yuan is not None and each.comparator == "<="
    ]
    return sums if fact.rate_percent is not None and len(sums) == len(tiers) else []


def _by_steps(fact: Instrument, words: EstimateWords) -> bool:
    """Whether a sum is paid for each step that is reached: 每增加1亿元."""
    rising = [f"{every}{word}" for every in ("每", "每再") for word in words.rising]
    conditions = (fact.conditions_zh, *(tier.condition_zh for tier in fact.tiers))
    return any(_EACH.search(said) or any(word in said for word in rising) for said in conditions if said)


def _fixed(low: float, high: float) -> Step:
    return Step(fixed=low, fixed_high=high)


def _of_share(fact: Instrument, rate: float, caps: Ceilings, words: EstimateWords) -> Formula | Uncounted:
    if not fact.rate_base_zh or fact.rate_base_zh.rstrip().endswith(words.rates):
        return Uncounted("rate")
    own = _own_threshold(fact, _printed(fact.rate_base_zh))
    if _bounds(fact) > bool(own):
        return Uncounted("threshold")
    above, strict = (own.amount_yuan, own.comparator == ">") if own else (0, False)
    step = Step(above, strict, factor=rate / 100, factor_high=_upper(rate, fact.rate_high) / 100)
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
    low, top = often * price, often * _upper(price, fact.amount_high)
    if not counted:
        return Formula(None, (_fixed(low, top),), caps, fact.amount_comparator, times)
    if _bounds(fact):
        return Uncounted("threshold")
    step = Step(factor=low, factor_high=top)
    return Formula(Quantity("unit", counted[0], fact.kind), (step,), caps, fact.amount_comparator, times)


def _of_sums(
    fact: Instrument, tiers: Sequence[Tier], caps: Ceilings, words: EstimateWords
) -> Formula | Uncounted:
    """A support that pays sums: a fixed one, by steps or stages, or one of which only the ceiling is stated."""
    if fact.fixed_yuan is not None:
        step = _fixed(fact.fixed_yuan, _upper(fact.fixed_yuan, fact.amount_high))
        return Formula(None, (step,), caps, fact.amount_comparator)
    if tiers:
        return _of_tiers(fact, tiers, caps, words)
    if fact.stages and not caps:
        sums = [stage.amount_yuan for stage in fact.stages if stage.amount_yuan is not None]
        whole = len(sums) == len(fact.stages)
        return Formula(None, (_fixed(sum(sums), sum(sums)),), None) if whole else Uncounted("several")
    if fact.stages and {stage.amount_yuan for stage in fact.stages} != {cap.amount_yuan for cap in fact.caps}:
        return Uncounted("several")
    if caps:
        return Formula(None, (_fixed(*caps),), caps, "<=")
    return Uncounted("none")


def _of_tiers(
    fact: Instrument, tiers: Sequence[Tier], caps: Ceilings, words: EstimateWords
) -> Formula | Uncounted:
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
    if len(stepwise) != len(tiers) or not reached or _of_several(fact, words):
        return Uncounted("several")
    if fact.thresholds:
        return Uncounted("threshold")
    steps = sorted(
        Step(tier.threshold_yuan or 0, tier.threshold_comparator == ">", fixed=sum_, fixed_high=sum_)
        for tier, sum_ in zip(tiers, sums, strict=True)
    )
    return Formula(Quantity("reached", _printed(reached)), tuple(steps), caps, fact.amount_comparator)


_FROM = {">=", ">"}


def _of_several(fact: Instrument, words: EstimateWords) -> bool:
    """Whether steps add up (达到5亿元再奖励10万元), or are for different things: 一类新药，销售额…；二类新药，销售额…."""
    if any(word in fact.evidence for word in words.adding):
        return True
    said = _printed(fact.evidence)
    named = (_printed(tier.condition_zh) for tier in fact.tiers if tier.condition_zh)
    return any(re.search(f"；[^，；]+，{re.escape(condition)}", said) for condition in named)


def _upper(low: float, high: float | None) -> float:
    """The upper end of a range, which may be one figure; what is too large to be true is none."""
    return low if high is None or high == inf else high


def _printed(text: str) -> str:
    """A printed wording, the same in texts that break their lines elsewhere."""
    return "".join(text.split())
