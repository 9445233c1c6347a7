"""What a comparison says of a measure, row by row.

A row is a name (words ``row.<name>``) and what it takes from a measure. ``compared`` rows are weighed against
each other: figures by their amount, words by their wording; the others (the text, the agencies of the place)
differ by nature.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import NamedTuple

from digest.model.corpus import Term
from digest.model.facts import Instrument, Target
from digest.pages import amounts
from digest.pages.amounts import Terms
from digest.pages.compare.measures import Measure
from digest.pages.translated import english_base
from digest.pages.words import TAGS, Runs, Words, joined, run


@dataclass(frozen=True, slots=True)
class Said:
    """One value. ``key`` is what makes two values equal; ``basis`` is what it counts by (values with another
    one cannot be compared; of two wordings one may be part of the other), ``basis_runs`` the same in words;
    ``start`` is the place in the clause's text."""

    key: Hashable
    runs: Runs
    start: int
    basis: Hashable = None
    basis_runs: Runs = ()


class RowKind(NamedTuple):
    """A row; the values of ``exact`` ones are equal or not, those of others are wording; the differences of
    ``told`` ones are said in a sentence, too."""

    name: str
    say: Callable[[Measure, Words, Terms], tuple[Said, ...]]
    exact: bool = False
    compared: bool = True
    told: bool = False


def _kinds(measure: Measure, words: Words, terms: Terms) -> tuple[Said, ...]:
    ids = [(fact.kind, fact.start) for fact in measure.supports]
    if not ids and measure.support_around:
        # One support of several acts: each act's own words say which kind it is.
        ids = [
            (kind, measure.start)
            for (field, kind), term in terms.items()
            if field == "instrument" and term.name_zh in measure.text
        ]
    return tuple(Said(kind, kind_name(words, terms, kind), start) for kind, start in dict(ids).items())


def kind_name(words: Words, terms: Terms, kind: str) -> Runs:
    """The name of a kind of support."""
    term = terms.get(("instrument", kind), Term(kind, kind.replace("_", " ")))
    return run(term.name_en, "en") if words.lang == TAGS["en"] else run(term.name_zh, "zh")


def _sums(measure: Measure, words: Words, terms: Terms) -> tuple[Said, ...]:
    return tuple(
        Said((value, fact.amount_comparator), said, fact.start, basis)
        for fact in measure.supports
        for (value, basis), said in zip(_plain_sums(fact), amounts.sums(words, terms, fact), strict=True)
    )


def _plain_sums(fact: Instrument) -> list[tuple[float, Hashable]]:
    """The sums of a support in the order of ``amounts.sums``, each with what it is paid for."""
    found = [
        (fact.fixed_yuan, ("fixed", None)),
        (fact.unit_amount_yuan, ("per", fact.unit)),
        (fact.fund_yuan, ("fund", None)),
    ]
    return [(value, basis) for value, basis in found if value is not None]


def _rates(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(
        Said(
            (fact.rate_percent, fact.rate_comparator),
            amounts.rate(words, fact),
            fact.start,
            _wording(fact.rate_base_zh),
            amounts.rate_base(words, fact, english_base(measure.policy, measure.clause, fact)),
        )
        for fact in measure.supports
        if fact.rate_percent is not None
    )


def _bases(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(
        Said(
            _wording(fact.rate_base_zh),
            amounts.rate_base(words, fact, english_base(measure.policy, measure.clause, fact)),
            fact.start,
        )
        for fact in measure.supports
        if fact.rate_base_zh
    )


def _caps(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(
        Said(
            (ceiling.amount_yuan, ceiling.comparator),
            amounts.cap(words, ceiling),
            fact.start,
            ("scope", ceiling.scope),
            amounts.scope(words, ceiling),
        )
        for fact in measure.supports
        for ceiling in fact.caps
    )


def _scopes(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(
        Said(ceiling.scope, amounts.scope(words, ceiling), fact.start)
        for fact in measure.supports
        for ceiling in fact.caps
    )


def _tiers(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    colon = words["compare.colon"]
    return tuple(
        Said(
            (_wording(step.condition_zh), step.threshold_yuan, step.amount_yuan, step.rate_percent),
            joined(filter(None, amounts.tier(words, step, fact)), colon[0].text),
            fact.start,
        )
        for fact in measure.supports
        for step in fact.tiers
    )


def _thresholds(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(
        Said(
            (reach.amount_yuan, reach.comparator),
            amounts.threshold(words, reach),
            fact.start,
            _wording(reach.metric_zh),
            run(reach.metric_zh, "zh"),
        )
        for fact in measure.supports
        for reach in fact.thresholds
    )


def _conditions(measure: Measure, _: Words, __: Terms) -> tuple[Said, ...]:
    found = [(fact.conditions_zh, fact.start) for fact in measure.supports if fact.conditions_zh]
    return tuple(Said(_wording(text), run(text, "zh"), start) for text, start in found)


def _recipients(measure: Measure, _: Words, __: Terms) -> tuple[Said, ...]:
    found = [(fact.recipient_zh, fact.start) for fact in measure.supports if fact.recipient_zh]
    return tuple(Said(_wording(text), run(text, "zh"), start) for text, start in found)


def _durations(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(
        Said(fact.duration_months, amounts.duration(words, fact), fact.start)
        for fact in measure.supports
        if fact.duration_months
    )


def _payments(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    return tuple(Said("once", words["compare.once"], fact.start) for fact in measure.supports if fact.one_off)


def _agencies(measure: Measure, words: Words, _: Terms) -> tuple[Said, ...]:
    english = words.lang == TAGS["en"]
    return tuple(
        Said(
            agency.name_zh,
            run(agency.name_en, "en") if english and agency.name_en else run(agency.name_zh, "zh"),
            agency.start,
        )
        for agency in measure.agencies
    )


def _targets(measure: Measure, words: Words, terms: Terms) -> tuple[Said, ...]:
    return tuple(target_said(fact, words, terms) for fact in measure.targets)


def target_said(fact: Target, words: Words, terms: Terms) -> Said:
    """A goal: its figure, counted by metric, unit and year."""
    basis = joined(filter(None, (amounts.metric(words, fact), amounts.due(words, fact))), _COMMA[words.lang])
    figure = amounts.value(words, terms, fact) or amounts.growth(words, fact)
    colon = words["compare.colon"][0].text
    return Said(
        (fact.value, fact.comparator, fact.value_high, fact.growth_factor),
        joined(filter(None, (basis, figure)), colon),
        fact.start,
        (_wording(fact.metric_zh), fact.unit, fact.year),
        basis,
    )


def _wording(text: str | None) -> str:
    """A text as it is compared: white space is no difference."""
    return "".join((text or "").split())


_COMMA = {TAGS["zh"]: "，", TAGS["en"]: ", "}

ROWS = (
    RowKind("kind", _kinds, exact=True, told=True),
    RowKind("sum", _sums, exact=True, told=True),
    RowKind("rate", _rates, exact=True, told=True),
    RowKind("base", _bases),
    RowKind("cap", _caps, exact=True, told=True),
    RowKind("scope", _scopes, exact=True),
    RowKind("tiers", _tiers, exact=True, told=True),
    RowKind("thresholds", _thresholds, exact=True, told=True),
    RowKind("conditions", _conditions),
    RowKind("recipients", _recipients),
    RowKind("duration", _durations, exact=True, told=True),
    RowKind("payment", _payments, exact=True, told=True),
    RowKind("agencies", _agencies, compared=False),
    RowKind("targets", _targets, exact=True, told=True),
)
"""All rows in order. The text of the measure stands above them, what is known of the document below."""
