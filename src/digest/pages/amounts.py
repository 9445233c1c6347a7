"""What supports and goals say in figures: 20元/平方米/月 and RMB 20 per m² per month, 最高500万元 and up to RMB 5 million.

Every function takes the words of one language and gives runs of text, none where there is nothing to say.
Chinese wording of a policy that has no English stays Chinese, and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from math import isfinite

from digest.model.corpus import Term
from digest.model.facts import Cap, Instrument, Payout, Stage, Target, Threshold, Tier
from digest.pages import figures
from digest.pages.figures import compared, ends_of, figure, is_currency
from digest.pages.strings import TAGS, Run, Runs, Words, joined, plain, translated
from digest.text.dates import span_of_years

Terms = Mapping[tuple[str, str], Term]


def money(words: Words, number: float, comparator: str | None = None, *, currency: str) -> Runs:
    """A sum in a currency (ISO 4217), with what limits it: 最高500万元, up to USD 5 million."""
    return compared(words, comparator, figures.money(words, (number,), currency))


def percent(words: Words, value: float, comparator: str | None = None) -> Runs:
    """A share in percent, with what limits it."""
    return compared(words, comparator, figures.percent(words, (value,)))


def kind(words: Words, name: Runs, fact: Instrument) -> Runs:
    """The name of a kind of support; where it ends, that it does: 取消支持：补贴."""
    return name if fact.act == "grant" else with_colon(words, words["amount.repeal"], name)


def rate(words: Words, fact: Instrument) -> Runs:
    """The share of its base that a support pays, or the percentage points by which it raises one."""
    if fact.rate_percent is None:
        return ()
    ends = ends_of(fact.rate_percent, fact.rate_high)
    if fact.rate_unit == "percent":
        return compared(words, fact.rate_comparator, figures.percent(words, ends))
    said = figures.points(words, ends)
    if fact.kind == _RAISES and fact.rate_comparator in {"=", None}:
        return figure(words, words.plain("amount.raised", figure=said))
    return compared(words, fact.rate_comparator, said)


def rate_base(words: Words, fact: Instrument, english: str | None) -> Runs:
    """What the share is taken of; ``english`` are the words of the translation, where they are known."""
    return said_of(words, english, fact.rate_base_zh)


def cap(words: Words, ceiling: Cap) -> Runs:
    """The sum of a ceiling, without its scope."""
    return money(words, ceiling.amount_yuan, ceiling.comparator, currency=ceiling.currency)


def scope(words: Words, ceiling: Cap) -> Runs:
    """What a ceiling holds for: 每家企业每年, per enterprise per year; marked where it was inferred."""
    marked = ceiling.scope_status == "inferred"
    # Whoever applies is counted as an enterprise, be it an institute or a team; only a printed scope may be called so.
    named = ["recipient" if marked and part == "enterprise" else part for part in ceiling.scope.split("_")]
    text = _scope_text(words, named)
    return words.fill("amount.inferred", text=text) if marked else (Run(text, words.lang),)


def scope_of_all(words: Words, ceilings: Sequence[Cap]) -> Runs:
    """What ceilings of one list hold for: as printed where a text says so; each recipient or project where some texts name
    neither."""
    if len({ceiling.scope for ceiling in ceilings}) == 1:
        printed = (ceiling for ceiling in ceilings if ceiling.scope_status == "printed")
        return scope(words, next(printed, ceilings[0]))
    parts = ["either" if part in {"enterprise", "project"} else part for part in ceilings[0].scope.split("_")]
    return words.fill("amount.inferred", text=_scope_text(words, parts))


def _scope_text(words: Words, parts: Iterable[str]) -> str:
    return ("" if words.lang == TAGS["zh"] else " ").join(words.plain(f"scope.{part}") for part in parts)


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
        said = plain(compared(words, fact.amount_comparator, price))
        return figure(words, words.plain("amount.paid", figure=said, per=_each(words, terms, fact.per)))
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


def span_of_steps(words: Words, fact: Instrument) -> Runs:
    """The lowest and the highest sum of the steps of a support, or else their rates."""
    sums = [step.amount_yuan for step in fact.steps if step.amount_yuan is not None]
    rates = [step.rate_percent for step in fact.steps if step.rate_percent is not None]
    if sums:
        said = figures.money(words, sorted({min(sums), max(sums)}), fact.currency)
    elif rates:
        shown = figures.percent if fact.rate_unit == "percent" else figures.points
        said = shown(words, sorted({min(rates), max(rates)}))
    return (Run(said, words.lang),) if sums or rates else ()


def tier(words: Words, step: Tier, fact: Instrument) -> tuple[Runs, Runs]:
    """A step of a graded support: for whom, and how much."""
    paid = much(words, step, fact, step.comparator)
    if step.threshold_yuan is not None:
        return money(words, step.threshold_yuan, step.threshold_comparator, currency=fact.currency), paid
    return said_of(words, step.condition_en, step.condition_zh), paid


def whole_tier(words: Words, step: Tier, fact: Instrument) -> Runs:
    """A step of a graded support in one line: 国际: 100万元."""
    return with_colon(words, *tier(words, step, fact))


def stage(words: Words, step: Stage, fact: Instrument) -> Runs:
    """What is paid at a stage: 第一年: 10万元."""
    return with_colon(words, said_of(words, step.when_en, step.when_zh), much(words, step, fact))


def payout(words: Words, part: Payout) -> Runs:
    """A part of a sum, and when it is paid: 验收合格后: 80%."""
    return with_colon(words, said_of(words, part.when_en, part.when_zh), percent(words, part.share_percent))


def with_colon(words: Words, subject: Runs, said: Runs) -> Runs:
    """A subject and what is said of it, with a colon between where there are both."""
    return joined((subject, said), "：" if words.lang == TAGS["zh"] else ": ")


def threshold(words: Words, reach: Threshold) -> Runs:
    """What an applicant must reach: 年度销售金额累计超过500万元."""
    between = "" if words.lang == TAGS["zh"] else ": "
    figure = money(words, reach.amount_yuan, reach.comparator, currency=reach.currency)
    return joined((said_of(words, reach.metric_en, reach.metric_zh), figure), between)


def duration(words: Words, fact: Instrument) -> Runs:
    """For how long support is paid, with 最长 where that is the most."""
    if not fact.duration_months:
        return ()
    months = words.count("months", fact.duration_months)
    return words.fill("amount.longest", months=months[0].text) if fact.duration_comparator == "<=" else months


def said_of(words: Words, english: str | None, printed: str | None) -> Runs:
    """What a text says of a fact, as printed or in English; nothing where it says nothing."""
    return translated(english, printed, "zh" if words.lang == TAGS["zh"] else "en") if printed else ()


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
    return said_of(words, fact.metric_en, fact.metric_zh)


def value(words: Words, terms: Terms, fact: Target) -> Runs:
    """The figure of a goal or statistic with its unit; none for one that is too large to be true."""
    if fact.value is None or not isfinite(fact.value):
        return ()
    said = compared(words, fact.comparator, _figure(words, terms, fact, ends_of(fact.value, fact.value_high)))
    return words.fill("amount.aimed", figure=said[0].text) if fact.aimed else said


def _figure(words: Words, terms: Terms, fact: Target, ends: Sequence[float]) -> str:
    """The figure of a goal, or both ends of it, with its unit."""
    if is_currency(fact.unit):
        return figures.money(words, ends, fact.unit)
    if fact.unit == "percentage_point":
        return figures.points(words, ends)
    return figures.ranged(words, [amount(words, terms, each, fact.unit) for each in ends])


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
    return (
        words.fill("amount.growth", factor=figures.number(fact.growth_factor)) if fact.growth_factor else ()
    )


def due(words: Words, fact: Target) -> Runs:
    """The year of a goal or statistic, else the deadline as printed (经过3—5年努力), or its years in English."""
    if fact.year is not None:
        return words.fill("amount.year", year=fact.year)
    if words.lang == TAGS["en"] and (years := span_of_years(fact.deadline_text or "")):
        return words.fill("amount.years", years=years)
    return said_of(words, fact.deadline_en, fact.deadline_text)


def amount(words: Words, terms: Terms, number: float, unit: str | None) -> str:
    """A number with its unit: a currency (ISO 4217), ``percent``, ``percentage_point``, or a printed counter, which
    English mostly leaves out."""
    if is_currency(unit):
        return figures.money(words, (number,), unit)
    if unit == "percent":
        return figures.percent(words, (number,))
    if unit == "percentage_point":
        return figures.points(words, (number,))
    if words.lang == TAGS["zh"]:
        return f"{figures.chinese(number)}{unit or ''}"
    english = terms.get(("counter", unit or ""))
    said = figures.number(number)
    return f"{said}{figures.NBSP}{english.name_en}" if english else said


_RAISES = "rate_uplift"
"""The kind of support that raises the rate of another."""


def _sum(words: Words, fact: Instrument, low: float) -> str:
    return figures.money(words, ends_of(low, fact.amount_high), fact.currency)


def much(words: Words, step: Tier | Stage, fact: Instrument, comparator: str | None = None) -> Runs:
    """The sum of a step or a stage, or else its rate."""
    if step.amount_yuan is not None:
        return money(words, step.amount_yuan, comparator, currency=fact.currency)
    if step.rate_percent is None:
        return ()
    said = figures.percent if fact.rate_unit == "percent" else figures.points
    return compared(words, comparator, said(words, (step.rate_percent,)))


def _each(words: Words, terms: Terms, per: str) -> str:
    named = (counted(words, terms, part) for part in per.split("_"))
    each = reduce(lambda first, second: words.plain("per.and", first=first, second=second), named)
    return words.plain("per.all", each=each)


def counted(words: Words, terms: Terms, part: str) -> str:
    """A thing that is paid for, from the words or else the units: 每人, person."""
    if words.has(f"per.{part}"):
        return words.plain(f"per.{part}")
    unit = terms.get(("unit", part), Term(part, part))
    return words.plain("per.other", name=unit.name_zh if words.lang == TAGS["zh"] else unit.name_en)
