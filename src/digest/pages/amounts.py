"""Figures as each language prints them: 500万元 and RMB 5 million, 20元/平方米/月 and RMB 20 per m² per month.

Every function takes the words of one language and gives runs of text, none where there is nothing to say.
Chinese wording of a policy that has no English stays Chinese, and says so by its language tag.
"""

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite

from digest.model.corpus import Term
from digest.model.facts import Cap, Instrument, Target, Threshold, Tier
from digest.pages.words import TAGS, Run, Runs, Words, joined, run
from digest.text.dates import span_of_years

Terms = Mapping[tuple[str, str], Term]

_COMPARED = {"<=": "at_most", "<": "below", ">=": "at_least", ">": "above", "~": "about"}
_NBSP = "\u00a0"


def money(words: Words, yuan: float, comparator: str | None = None) -> Runs:
    """A sum in yuan, with what limits it: 最高500万元, up to RMB 5 million."""
    return compared(words, comparator, _money(Decimal(str(yuan)), words.lang))


def percent(words: Words, value: float, comparator: str | None = None) -> Runs:
    """A share in percent, with what limits it."""
    return compared(words, comparator, f"{_plain(value)}%")


def compared(words: Words, comparator: str | None, figure: str) -> Runs:
    """A printed figure with the words for ``<= < >= > ~``; ``=`` and None need none."""
    key = _COMPARED.get(comparator or "=")
    text = words.plain(f"amount.{key}", figure=figure) if key else figure
    return (Run(text, words.lang, "figure" if len(text) <= _UNBROKEN else ""),)


def rate(words: Words, fact: Instrument) -> Runs:
    """The share of its base that a support pays."""
    return () if fact.rate_percent is None else percent(words, fact.rate_percent, fact.rate_comparator)


def rate_base(words: Words, fact: Instrument, english: str | None) -> Runs:
    """What the share is taken of; ``english`` are the words of the translation, where they are known."""
    if words.lang == TAGS["en"] and english:
        return run(english, "en")
    return run(fact.rate_base_zh, "zh") if fact.rate_base_zh else ()


def cap(words: Words, ceiling: Cap) -> Runs:
    """The sum of a ceiling, without its scope."""
    return money(words, ceiling.amount_yuan, ceiling.comparator)


def scope(words: Words, ceiling: Cap) -> Runs:
    """What a ceiling holds for: 每家企业每年, per enterprise and year; told where it was inferred."""
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
    """A fixed sum."""
    return () if fact.fixed_yuan is None else money(words, fact.fixed_yuan, fact.amount_comparator)


def fund(words: Words, fact: Instrument) -> Runs:
    """The size of a fund."""
    if fact.fund_yuan is None:
        return ()
    return words.fill("amount.fund", figure=money(words, fact.fund_yuan, fact.amount_comparator)[0].text)


def unit_price(words: Words, terms: Terms, fact: Instrument) -> Runs:
    """A price per unit, with what limits it."""
    if fact.unit_amount_yuan is None:
        return ()
    units = [terms.get(("unit", unit), Term(unit, unit)) for unit in (fact.unit or "").split("_") if unit]
    english = words.lang == TAGS["en"]
    per = "".join(f" per {unit.name_en}" if english else f"/{unit.name_zh}" for unit in units)
    return compared(
        words, fact.amount_comparator, _money(Decimal(str(fact.unit_amount_yuan)), words.lang) + per
    )


def tier(words: Words, step: Tier) -> tuple[Runs, Runs]:
    """A step of a graded support: for whom, and how much."""
    much: Runs = ()
    if step.amount_yuan is not None:
        much = money(words, step.amount_yuan)
    elif step.rate_percent is not None:
        much = percent(words, step.rate_percent)
    if step.threshold_yuan is not None:
        return money(words, step.threshold_yuan, ">="), much
    return run(step.condition_zh, "zh") if step.condition_zh else (), much


def whole_tier(words: Words, step: Tier) -> Runs:
    """A step of a graded support in one line: 国际: 100万元."""
    return joined(tier(words, step), "：" if words.lang == TAGS["zh"] else ": ")


def threshold(words: Words, reach: Threshold) -> Runs:
    """What an applicant must reach: 年度销售金额累计超过500万元."""
    between = "" if words.lang == TAGS["zh"] else ": "
    figure = money(words, reach.amount_yuan, reach.comparator)
    return joined((run(reach.metric_zh, "zh"), figure), between)


def duration(words: Words, fact: Instrument) -> Runs:
    """For how long support is paid at most."""
    return words.count("months", fact.duration_months) if fact.duration_months else ()


def largest(fact: Instrument) -> float | None:
    """The largest sum in yuan one recipient can get, to sort by; the size of a fund where that is all."""
    paid = [ceiling.amount_yuan for ceiling in fact.caps]
    paid += [fact.fixed_yuan] if fact.fixed_yuan is not None else []
    found = [*paid, *(step.amount_yuan for step in fact.tiers if step.amount_yuan is not None)]
    others = (fact.fund_yuan, fact.unit_amount_yuan)
    return max(found, default=None) if found else next((sum_ for sum_ in others if sum_ is not None), None)


def metric(words: Words, fact: Target) -> Runs:
    """What a goal or statistic counts."""
    if words.lang == TAGS["en"] and fact.metric_en:
        return run(fact.metric_en, "en")
    return run(fact.metric_zh, "zh")


def value(words: Words, terms: Terms, fact: Target) -> Runs:
    """The figure of a goal or statistic with its unit; none for one that is too large to be true."""
    if fact.value is None or not isfinite(fact.value):
        return ()
    low = amount(words, terms, fact.value, fact.unit)
    if fact.value_high is None or not isfinite(fact.value_high):
        return compared(words, fact.comparator, low)
    high = amount(words, terms, fact.value_high, fact.unit)
    return compared(words, fact.comparator, words.plain("amount.range", low=low, high=high))


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
    """A number with its unit: ``CNY``, ``percent``, or a printed counter, which English mostly leaves out."""
    if unit == "CNY":
        return _money(Decimal(str(number)), words.lang)
    if unit == "percent":
        return f"{_plain(number)}%"
    if words.lang == TAGS["zh"]:
        return f"{_chinese(Decimal(str(number)))}{unit or ''}"
    english = terms.get(("counter", unit or ""))
    return f"{_plain(number)}{_NBSP}{english.name_en}" if english else _plain(number)


_UNBROKEN = 24
"""Figures up to this length stay on one line."""


def _money(yuan: Decimal, lang: str) -> str:
    if lang == TAGS["zh"]:
        return f"{_chinese(yuan)}元"
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if yuan >= size and (yuan / size * 1000) % 1 == 0:
            return f"RMB{_NBSP}{_plain(yuan / size)}{_NBSP}{name}"
    return f"RMB{_NBSP}{_plain(yuan)}"


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
