"""Figures as each language prints them: 500万元 and RMB 5 million, 20元/平方米/月 and RMB 20 per m² per month.

Every function takes the words of one language and gives runs of text, none where there is nothing to say.
Chinese wording of a policy that has no English stays Chinese, and says so by its language tag.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import reduce
from math import inf, isfinite
from typing import TypeGuard

from digest.model.corpus import Term
from digest.model.facts import Cap, Instrument, Payout, Stage, Target, Threshold, Tier
from digest.pages.words import TAGS, Run, Runs, Words, joined, plain, run
from digest.text.dates import span_of_years
from digest.text.money import CURRENCY_ZH

Terms = Mapping[tuple[str, str], Term]

_COMPARED = {"<=": "at_most", "<": "below", ">=": "at_least", ">": "above", "~": "about"}
_NBSP = "\u00a0"


def money(words: Words, number: float, comparator: str | None = None, *, currency: str) -> Runs:
    """A sum in a currency (ISO 4217), with what limits it: 最高500万元, up to USD 5 million."""
    return compared(words, comparator, _money(words, [number], currency))


def percent(words: Words, value: float, comparator: str | None = None) -> Runs:
    """A share in percent, with what limits it."""
    return compared(words, comparator, f"{_plain(value)}%")


def compared(words: Words, comparator: str | None, figure: str) -> Runs:
    """A printed figure with the words for ``<= < >= > ~``; ``=`` and None need none."""
    key = _COMPARED.get(comparator or "=")
    return _figure(words, words.plain(f"amount.{key}", figure=figure) if key else figure)


def kind(words: Words, name: Runs, fact: Instrument) -> Runs:
    """The name of a kind of support; where it ends, that it does: 取消支持：补贴."""
    return name if fact.act == "grant" else with_colon(words, words["amount.repeal"], name)


def rate(words: Words, fact: Instrument) -> Runs:
    """The share of its base that a support pays, or the percentage points by which it raises one."""
    if fact.rate_percent is None:
        return ()
    ends = _ends(fact.rate_percent, fact.rate_high)
    if fact.rate_unit == "percent":
        return compared(words, fact.rate_comparator, _range(words, [f"{_plain(each)}%" for each in ends]))
    points = _points(words, ends)
    raised = fact.kind == _RAISES and _COMPARED.get(fact.rate_comparator or "=") is None
    return compared(
        words, fact.rate_comparator, words.plain("amount.raised", figure=points) if raised else points
    )


def rate_base(words: Words, fact: Instrument, english: str | None) -> Runs:
    """What the share is taken of; ``english`` are the words of the translation, where they are known."""
    if words.lang == TAGS["en"] and english:
        return run(english, "en")
    return run(fact.rate_base_zh, "zh") if fact.rate_base_zh else ()


def cap(words: Words, ceiling: Cap) -> Runs:
    """The sum of a ceiling, without its scope."""
    return money(words, ceiling.amount_yuan, ceiling.comparator, currency=ceiling.currency)


def scope(words: Words, ceiling: Cap) -> Runs:
    """What a ceiling holds for: 每家企业每年, per enterprise per year; marked where it was inferred."""
    parts = [words.plain(f"scope.{part}") for part in ceiling.scope.split("_")]
    text = ("" if words.lang == TAGS["zh"] else " ").join(parts)
    marked = ceiling.scope_status == "inferred"
    return words.fill("amount.inferred", text=text) if marked else (Run(text, words.lang),)


def scoped_cap(words: Words, ceiling: Cap) -> Runs:
    """A ceiling with its scope: 最高500万元 · 每家企业每年."""
    return joined((cap(words, ceiling), scope(words, ceiling)), " · ")


def sums(words: Words, terms: Terms, fact: Instrument) -> tuple[Runs, ...]:
    """The sums a support pays that are no ceilings: a fixed one, a price per unit, the size of a fund."""
    said = (fixed(words, fact), unit_price(words, terms, fact), fund(words, fact))
    return tuple(each for each in said if each)


def fixed(words: Words, fact: Instrument) -> Runs:
    """A fixed sum, or the range of one."""
    if fact.fixed_yuan is None:
        return ()
    return compared(words, fact.amount_comparator, _sum(words, fact, fact.fixed_yuan))


def fund(words: Words, fact: Instrument) -> Runs:
    """The size of a fund."""
    if fact.fund_yuan is None:
        return ()
    size = compared(words, fact.amount_comparator, _sum(words, fact, fact.fund_yuan))
    return words.fill("amount.fund", figure=size[0].text)


def unit_price(words: Words, terms: Terms, fact: Instrument) -> Runs:
    """A price per unit, with what limits it: 每人每月1000元; 20元/平方米/月 where only the unit is known."""
    if fact.unit_amount_yuan is None:
        return ()
    price = _sum(words, fact, fact.unit_amount_yuan)
    if fact.per:
        figure = plain(compared(words, fact.amount_comparator, price))
        return _figure(words, words.plain("amount.paid", figure=figure, per=_each(words, terms, fact.per)))
    units = [terms.get(("unit", unit), Term(unit, unit)) for unit in (fact.unit or "").split("_") if unit]
    english = words.lang == TAGS["en"]
    per = "".join(f" per {unit.name_en}" if english else f"/{unit.name_zh}" for unit in units)
    return compared(words, fact.amount_comparator, price + per)


def each_payment(words: Words, terms: Terms, fact: Instrument) -> Runs:
    """What one payment is for: 每人每月, per person and month. Nothing where a price says it already, or the scope of a
    ceiling, because nothing else is paid."""
    paid = fact.fixed_yuan is not None or fact.rate_percent is not None or fact.tiers or fact.stages
    if not fact.per or not paid or fact.unit_amount_yuan is not None:
        return ()
    return (Run(_each(words, terms, fact.per), words.lang),)


def steps(fact: Instrument) -> tuple[Tier, ...]:
    """The tiers of a support that say more than its stages and the ends of its range do."""
    said = {(stage.amount_yuan, stage.rate_percent) for stage in fact.stages}
    said |= {(fact.amount_high, None), (None, fact.rate_high)}
    return tuple(step for step in fact.tiers if (step.amount_yuan, step.rate_percent) not in said)


def tier(words: Words, step: Tier, currency: str) -> tuple[Runs, Runs]:
    """A step of a graded support: for whom, and how much."""
    much = _much(words, step, currency, step.comparator)
    if step.threshold_yuan is not None:
        return money(words, step.threshold_yuan, step.threshold_comparator, currency=currency), much
    return run(step.condition_zh, "zh") if step.condition_zh else (), much


def whole_tier(words: Words, step: Tier, currency: str) -> Runs:
    """A step of a graded support in one line: 国际: 100万元."""
    return with_colon(words, *tier(words, step, currency))


def stage(words: Words, step: Stage, currency: str) -> Runs:
    """What is paid at a stage: 第一年: 10万元."""
    return with_colon(words, run(step.when_zh, "zh"), _much(words, step, currency))


def payout(words: Words, part: Payout) -> Runs:
    """A part of a sum, and when it is paid: 验收合格后: 80%."""
    when = run(part.when_zh, "zh") if part.when_zh else ()
    return with_colon(words, when, percent(words, part.share_percent))


def with_colon(words: Words, subject: Runs, said: Runs) -> Runs:
    """A subject and what is said of it, with a colon between where there are both."""
    return joined((subject, said), "：" if words.lang == TAGS["zh"] else ": ")


def threshold(words: Words, reach: Threshold) -> Runs:
    """What an applicant must reach: 年度销售金额累计超过500万元."""
    between = "" if words.lang == TAGS["zh"] else ": "
    figure = money(words, reach.amount_yuan, reach.comparator, currency=reach.currency)
    return joined((run(reach.metric_zh, "zh"), figure), between)


def duration(words: Words, fact: Instrument) -> Runs:
    """For how long support is paid at most."""
    return words.count("months", fact.duration_months) if fact.duration_months else ()


def largest(fact: Instrument) -> float | None:
    """The largest sum in yuan one recipient can get, to sort by; the size of a fund where that is all. None where
    nothing is paid in yuan, or a support is ended."""
    if fact.act != "grant":
        return None
    caps = [ceiling.amount_yuan for ceiling in fact.caps if ceiling.currency == "CNY"]
    if fact.currency != "CNY":
        return max(caps, default=None)
    steps: tuple[Tier | Stage, ...] = fact.tiers
    steps += fact.stages if fact.fund_yuan is None else ()  # those of a fund are parts of it
    paid = [*caps, *(step.amount_yuan for step in steps)]
    paid += [] if fact.fixed_yuan is None else [fact.fixed_yuan, fact.amount_high]
    found = [sum_ for sum_ in paid if sum_ is not None]
    others = (fact.amount_high, fact.fund_yuan, fact.unit_amount_yuan)
    return max(found) if found else next((sum_ for sum_ in others if sum_ is not None), None)


def metric(words: Words, fact: Target) -> Runs:
    """What a goal or statistic counts."""
    if words.lang == TAGS["en"] and fact.metric_en:
        return run(fact.metric_en, "en")
    return run(fact.metric_zh, "zh")


def value(words: Words, terms: Terms, fact: Target) -> Runs:
    """The figure of a goal or statistic with its unit; none for one that is too large to be true."""
    if fact.value is None or not isfinite(fact.value):
        return ()
    ends = _ends(fact.value, fact.value_high)
    if _is_currency(fact.unit):
        return compared(words, fact.comparator, _money(words, ends, fact.unit))
    if fact.unit == "percentage_point":
        return compared(words, fact.comparator, _points(words, ends))
    said = [amount(words, terms, each, fact.unit) for each in ends]
    return compared(words, fact.comparator, _range(words, said))


def baseline(words: Words, terms: Terms, fact: Target) -> Runs:
    """Where a goal starts from: 2020年：超过40亿元."""
    if fact.baseline_value is None or not isfinite(fact.baseline_value):
        return ()
    start = amount(words, terms, fact.baseline_value, fact.unit)
    figure = compared(words, fact.baseline_comparator, start)
    if fact.baseline_year is None:
        return figure
    printed = "".join(part.text for part in figure)
    return words.fill("amount.baseline", year=fact.baseline_year, figure=printed)


def growth(words: Words, fact: Target) -> Runs:
    """How many times the start is to be reached (翻番: 2)."""
    return words.fill("amount.growth", factor=_plain(fact.growth_factor)) if fact.growth_factor else ()


def due(words: Words, fact: Target) -> Runs:
    """The year of a goal or statistic, else the deadline as printed (经过3—5年努力), or its years in English."""
    if fact.year is not None:
        return words.fill("amount.year", year=fact.year)
    if words.lang == TAGS["en"] and (years := span_of_years(fact.deadline_text or "")):
        return words.fill("amount.years", years=years)
    return run(fact.deadline_text, "zh") if fact.deadline_text else ()


def amount(words: Words, terms: Terms, number: float, unit: str | None) -> str:
    """A number with its unit: a currency (ISO 4217), ``percent``, ``percentage_point``, or a printed counter, which
    English mostly leaves out."""
    if _is_currency(unit):
        return _in_currency(words, number, unit)
    if unit == "percent":
        return f"{_plain(number)}%"
    if unit == "percentage_point":
        return _points(words, [number])
    if words.lang == TAGS["zh"]:
        return f"{_chinese(Decimal(str(number)))}{unit or ''}"
    english = terms.get(("counter", unit or ""))
    return f"{_plain(number)}{_NBSP}{english.name_en}" if english else _plain(number)


_UNBROKEN = 24
"""Figures up to this length stay on one line."""

_RAISES = "rate_uplift"
"""The kind of support that raises the rate of another."""


def _is_currency(unit: str | None) -> TypeGuard[str]:
    return unit in CURRENCY_ZH


def _sum(words: Words, fact: Instrument, low: float) -> str:
    return _money(words, _ends(low, fact.amount_high), fact.currency)


def _ends(low: float, high: float | None) -> list[float]:
    """A figure, or the two of a range; one that is too large to be true is no end."""
    return [low] if high is None or high == inf else [low, high]


def _money(words: Words, ends: Sequence[float], currency: str) -> str:
    """A sum, or a range of sums: 5万元至10万元, RMB 50,000 to 100,000 (in English the currency is said once)."""
    low, *high = (_in_currency(words, each, currency) for each in ends)
    if not high:
        return low
    last = high[0] if words.lang == TAGS["zh"] else _scaled(words, ends[1])
    return words.plain("amount.sums", low=low, high=last)


def _in_currency(words: Words, number: float, currency: str) -> str:
    figure = _scaled(words, number)
    if currency == "CNY":
        return words.plain("amount.yuan", figure=figure)
    name = CURRENCY_ZH.get(currency, currency) if words.lang == TAGS["zh"] else currency
    return words.plain("amount.foreign", figure=figure, name=name)


def _scaled(words: Words, number: float) -> str:
    """A number of money with the words for its size: 500万, 5 million."""
    exact = Decimal(str(number))
    if words.lang == TAGS["zh"]:
        return _chinese(exact)
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if exact >= size and (exact / size * 1000) % 1 == 0:
            return f"{_plain(exact / size)}{_NBSP}{name}"
    return _plain(exact)


def _points(words: Words, ends: Sequence[float]) -> str:
    form = "one" if list(ends) == [1] else "many"
    return words.plain(f"amount.points.{form}", figure=_range(words, [_plain(each) for each in ends]))


def _range(words: Words, ends: Sequence[str]) -> str:
    """One figure, or two as a range: 10%–15%."""
    return words.plain("amount.range", low=ends[0], high=ends[1]) if len(ends) > 1 else ends[0]


def _much(words: Words, step: Tier | Stage, currency: str, comparator: str | None = None) -> Runs:
    """The sum or else the share of a step."""
    if step.amount_yuan is not None:
        return money(words, step.amount_yuan, comparator, currency=currency)
    return () if step.rate_percent is None else percent(words, step.rate_percent, comparator)


def _figure(words: Words, text: str) -> Runs:
    return (Run(text, words.lang, "figure" if len(text) <= _UNBROKEN else ""),)


def _each(words: Words, terms: Terms, per: str) -> str:
    named = (_counted(words, terms, part) for part in per.split("_"))
    each = reduce(lambda first, second: words.plain("per.and", first=first, second=second), named)
    return words.plain("per.all", each=each)


def _counted(words: Words, terms: Terms, part: str) -> str:
    """A thing that is paid for, from the words or else the units."""
    if words.has(f"per.{part}"):
        return words.plain(f"per.{part}")
    unit = terms.get(("unit", part), Term(part, part))
    return words.plain("per.other", name=unit.name_zh if words.lang == TAGS["zh"] else unit.name_en)


def _chinese(number: Decimal) -> str:
    """A number with the largest unit it reaches; whole numbers of 万 up to 9999 stay so: 5000万."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if number >= size and (number / size * 10**4) % 1 == 0:
            return f"{_ungrouped(number / size)}{name}"
    return _ungrouped(number)


def _ungrouped(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _plain(number: float | Decimal) -> str:
    """A number without idle zeros, thousands apart: 12.5, 1,234."""
    exact = Decimal(str(number)).normalize()
    return f"{exact:,f}"
