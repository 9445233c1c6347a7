"""A support in a few words, and the strongest of several."""

from collections.abc import Iterable, Iterator

from digest.model.facts import Cap, Instrument
from digest.model.measures import Measure
from digest.pages import amounts
from digest.pages.amounts import Terms
from digest.pages.compare.values import kind_name
from digest.pages.strings import Runs, Words, joined
from digest.regex import regex


def brief(words: Words, terms: Terms, fact: Instrument, cap: Cap | None = None) -> Runs:
    """Kind, rate with what it is of, every sum, and the ceilings (``cap`` alone, where one is given):
    补贴：30%（流片费用），最高500万元，每家企业每年."""
    ceilings = (cap,) if cap else tuple(sorted(fact.caps, key=lambda each: -each.amount_yuan))
    figures = joined(
        filter(None, (*_paid(words, terms, fact), *(_limit(words, each) for each in ceilings))),
        words.plain("compare.comma"),
    )
    kind = kind_name(words, terms, fact.kind)
    return (*kind, *words["compare.colon"], *figures) if figures else kind


def _paid(words: Words, terms: Terms, fact: Instrument) -> Iterator[Runs]:
    """What a support pays: its rate, its sums, its steps."""
    if rate := amounts.rate(words, fact):
        base = amounts.rate_base(words, fact, fact.rate_base_en)
        short = tuple(part._replace(text=_ASIDE.sub("", part.text)) for part in base)
        yield words.weave("compare.rate_of", rate=rate, base=short) if base else rate
    yield from amounts.sums(words, terms, fact)
    if steps := fact.steps:
        said = joined((amounts.much(words, step, fact) for step in steps), words.plain("compare.comma_short"))
        yield words.weave("compare.in_steps", steps=said) if len(steps) > 1 else said


_ASIDE = regex(r"\s*[（(][^（）()]*[）)]")
"""What a base includes or not, in brackets: the words of the clause say it."""


def _limit(words: Words, ceiling: Cap) -> Runs:
    """A ceiling and what it is of."""
    return joined((amounts.cap(words, ceiling), amounts.scope(words, ceiling)), words.plain("compare.comma"))


def gist(words: Words, terms: Terms, fact: Instrument, cap: Cap | None = None) -> Runs:
    """The figures alone, without what a cap applies to: 30%，最高500万元; of steps the ends; the kind, where there are none,
    and before a loan, an investment or a fund, which are not given."""
    parts = [amounts.rate(words, fact), *amounts.sums(words, terms, fact)]
    if fact.caps:
        parts.append(amounts.cap(words, cap or max(fact.caps, key=lambda each: each.amount_yuan)))
    else:
        parts.append(amounts.span_of_steps(words, fact))
    said = joined(filter(None, parts), words.plain("compare.comma"))
    kind = kind_name(words, terms, fact.kind)
    if fact.is_capital and said:
        return (*kind, *words["compare.colon"], *said)
    return said or kind


def strongest(facts: Iterable[Instrument]) -> Instrument | None:
    """The support with the largest sum, else with the highest rate, else the first."""

    def strength(fact: Instrument) -> tuple[float, float]:
        return amounts.largest(fact) or 0.0, fact.rate_percent or 0.0

    return max(facts, key=strength, default=None)


def measure_brief(words: Words, terms: Terms, measure: Measure) -> Runs:
    """The supports of a measure in a few words, those after the third counted; nothing where it grants none."""
    shown, more = measure.supports[:_SHOWN], len(measure.supports[_SHOWN:])
    said = [brief(words, terms, fact) for fact in shown]
    said += [words.count("more_supports", more)] if more else []
    return joined(said, words.plain("compare.semicolon"))


_SHOWN = 3
"""So many supports of a measure are said."""
