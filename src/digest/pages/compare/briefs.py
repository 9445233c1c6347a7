"""A support in a few words, and the strongest of several."""

from collections.abc import Iterable

from digest.model.facts import Cap, Instrument
from digest.model.measures import Measure
from digest.pages import amounts
from digest.pages.amounts import Terms
from digest.pages.compare.values import kind_name
from digest.pages.strings import Runs, Words, joined


def brief(words: Words, terms: Terms, fact: Instrument, cap: Cap | None = None) -> Runs:
    """Kind, rate, and the sum that matters most (``cap``, else the largest): 补贴：30%，最高500万元，每家企业每年."""
    kind, figures = kind_name(words, terms, fact.kind), _figures(words, terms, fact, cap, scoped=True)
    return (*kind, *words["compare.colon"], *figures) if figures else kind


def gist(words: Words, terms: Terms, fact: Instrument, cap: Cap | None = None) -> Runs:
    """The figures alone, without what a cap applies to: 30%，最高500万元; the kind, where there are none."""
    return _figures(words, terms, fact, cap, scoped=False) or kind_name(words, terms, fact.kind)


def _figures(words: Words, terms: Terms, fact: Instrument, cap: Cap | None, *, scoped: bool) -> Runs:
    parts = [amounts.rate(words, fact), *amounts.sums(words, terms, fact)]
    if fact.caps:
        largest = cap or max(fact.caps, key=lambda ceiling: ceiling.amount_yuan)
        parts += [amounts.cap(words, largest), amounts.scope(words, largest) if scoped else ()]
    elif fact.tiers:
        steps = [step.amount_yuan for step in fact.tiers if step.amount_yuan is not None]
        parts += [amounts.money(words, max(steps), "<=", currency=fact.currency)] if steps else []
    return joined(filter(None, parts), words.plain("compare.comma"))


def strongest(facts: Iterable[Instrument]) -> Instrument | None:
    """The support with the largest sum, else with the highest rate, else the first."""

    def strength(fact: Instrument) -> tuple[float, float]:
        return amounts.largest(fact) or 0.0, fact.rate_percent or 0.0

    return max(facts, key=strength, default=None)


def measure_brief(words: Words, terms: Terms, measure: Measure) -> Runs:
    """The strongest support of a measure in a few words; nothing where it grants none."""
    fact = strongest(measure.supports)
    return brief(words, terms, fact) if fact else ()
