"""The values of a comparison in words."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from digest.model.comparison import StatedValue
from digest.model.corpus import Term
from digest.model.facts import AgencyRole, Cap, Instrument, Target, Threshold, Tier
from digest.model.measures import Measure
from digest.pages import amounts
from digest.pages.amounts import Terms
from digest.pages.strings import TAGS, Runs, Words, joined, run
from digest.pages.translated import english_base

T = TypeVar("T")


class Worded(NamedTuple):
    """A value in words, and what it counts by, where that is not part of them."""

    text: Runs
    basis: Runs = ()


class _Given(NamedTuple):
    """What a value is worded from."""

    measure: Measure
    value: StatedValue
    words: Words
    terms: Terms


def worded(row: str, measure: Measure, value: StatedValue, words: Words, terms: Terms) -> Worded:
    """A value of a row in the language of some words."""
    return _WORDINGS[row](_Given(measure, value, words, terms))


def kind_name(words: Words, terms: Terms, kind: str) -> Runs:
    """The name of a kind of support."""
    term = terms.get(("instrument", kind), Term(kind, kind.replace("_", " ")))
    return run(term.name_en, "en") if words.lang == TAGS["en"] else run(term.name_zh, "zh")


def _kind(given: _Given) -> Worded:
    return Worded(kind_name(given.words, given.terms, _support(given).kind))


def _sum(given: _Given) -> Worded:
    fact, words = _support(given), given.words
    if given.value.part == "fixed":
        return Worded(amounts.fixed(words, fact))
    if given.value.part == "fund":
        return Worded(amounts.fund(words, fact))
    share = filter(None, (amounts.rate(words, fact), _base(given).text))
    return Worded(amounts.unit_price(words, given.terms, fact), joined(share, words["compare.comma"][0].text))


def _rate(given: _Given) -> Worded:
    return Worded(amounts.rate(given.words, _support(given)), _base(given).text)


def _base(given: _Given) -> Worded:
    fact, measure = _support(given), given.measure
    english = english_base(measure.policy, measure.clause, fact)
    return Worded(amounts.rate_base(given.words, fact, english))


def _cap(given: _Given) -> Worded:
    cap = _of(given, Cap)
    return Worded(amounts.cap(given.words, cap), amounts.scope(given.words, cap))


def _scope(given: _Given) -> Worded:
    return Worded(amounts.scope(given.words, _of(given, Cap)))


def _tier(given: _Given) -> Worded:
    step = _of(given, Tier)
    fact = next(each for each in given.measure.supports if step in each.tiers)
    parts = filter(None, amounts.tier(given.words, step, fact))
    return Worded(joined(parts, given.words["compare.colon"][0].text))


def _threshold(given: _Given) -> Worded:
    return Worded(amounts.threshold(given.words, _of(given, Threshold)))


def _conditions(given: _Given) -> Worded:
    fact = _support(given)
    return Worded(amounts.said_of(given.words, fact.conditions_en, fact.conditions_zh))


def _recipients(given: _Given) -> Worded:
    fact = _support(given)
    return Worded(amounts.said_of(given.words, fact.recipient_en, fact.recipient_zh))


def _duration(given: _Given) -> Worded:
    return Worded(amounts.duration(given.words, _support(given)))


def _payment(given: _Given) -> Worded:
    return Worded(given.words["compare.once"])


def _agency(given: _Given) -> Worded:
    agency = _of(given, AgencyRole)
    return Worded(amounts.said_of(given.words, agency.name_en, agency.name_zh))


def _target(given: _Given) -> Worded:
    return Worded(goal(_of(given, Target), given.words, given.terms))


def goal(fact: Target, words: Words, terms: Terms) -> Runs:
    """A goal in words: 产业增加值，2025年：80亿元."""
    counted = joined(
        filter(None, (amounts.metric(words, fact), amounts.due(words, fact))), _COMMA[words.lang]
    )
    figure = amounts.value(words, terms, fact) or amounts.growth(words, fact)
    return joined(filter(None, (counted, figure)), words["compare.colon"][0].text)


_COMMA = {TAGS["zh"]: "，", TAGS["en"]: ", "}


def _support(given: _Given) -> Instrument:
    return _of(given, Instrument)


def _of(given: _Given, kind: type[T]) -> T:
    """The fact of a value, which is of the kind that its row takes."""
    if not isinstance(given.value.stated, kind):
        raise TypeError(f"{type(given.value.stated).__name__} in a row of {kind.__name__}")
    return given.value.stated


_WORDINGS: Mapping[str, Callable[[_Given], Worded]] = {
    "kind": _kind,
    "sum": _sum,
    "rate": _rate,
    "base": _base,
    "cap": _cap,
    "scope": _scope,
    "tiers": _tier,
    "thresholds": _threshold,
    "conditions": _conditions,
    "recipients": _recipients,
    "duration": _duration,
    "payment": _payment,
    "agencies": _agency,
    "targets": _target,
}
