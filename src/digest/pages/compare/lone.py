"""The measures of a policy beside which another has none, clause by clause.

A translation has sentences where the Chinese has measures, several in one. Under its clause each sentence is shown once, and
one that also holds a measure with a match is not shown as one without: then the measure speaks Chinese.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from digest.model.comparison import Unmatched
from digest.model.corpus import Policy
from digest.model.matches import ActKey
from digest.model.measures import Measure, Measures
from digest.pages.compare.briefs import brief
from digest.pages.compare.context import ComparisonContext, Quote
from digest.pages.frame import Link
from digest.pages.names import terms
from digest.pages.strings import Runs, plain, run
from digest.text import urls
from digest.text.sentences import english_sentences


class LoneMeasure(NamedTuple):
    """A measure that was not matched, in its own words, and each of its supports in a few words. ``only`` says that the other
    policy has nothing like it."""

    quote: Quote
    supports: tuple[Link, ...]
    only: Runs


class LoneClause(NamedTuple):
    """The measures of a clause that were not matched; what stands side by side there is one measure. ``related`` are clauses of
    the other policy that share a theme or telling words with them, ``missing`` words of theirs that the other text does not
    hold, where nothing of it is like the clause."""

    name: Link
    measures: tuple[LoneMeasure, ...]
    related: tuple[Link, ...]
    missing: Runs

    @property
    def grants(self) -> bool:
        """Whether a support was recognised in one of its measures."""
        return any(measure.supports for measure in self.measures)


def lone_clauses(
    context: ComparisonContext,
    measures: Measures,
    found: Iterable[Unmatched],
    matched: Iterable[ActKey],
    other: Policy,
    place: Runs,
) -> Iterator[LoneClause]:
    """Measures without a match by their clauses, in the order of the text. ``matched`` are those that the page sets beside one
    of the ``other`` policy; ``place`` names their own."""
    by_clause: dict[str, list[Unmatched]] = {}
    for each in sorted(found, key=lambda each: (measures.find(each.act).clause.order, each.act.start)):
        by_clause.setdefault(each.act.clause, []).append(each)
    beside: dict[tuple[str, str], list[Measure]] = {}
    for act in matched:
        beside.setdefault((act.doc, act.clause), []).append(measures.find(act))
    for inside in by_clause.values():
        whole = measures.find(inside[0].act)
        near = beside.get((whole.doc, whole.clause.id), ())
        related = dict.fromkeys(name for each in inside for name in each.related)
        missing = dict.fromkeys(word for each in inside for word in each.missing)
        only = context.words.weave("compare.only_in", place=place)
        lone = [
            _lone(context, measure, only if all(act.only for act in acts) else ())
            for measure, acts in _joined(measures, inside)
        ]
        yield LoneClause(
            Link(context.clause(whole, 40), context.href(whole)),
            tuple(
                _in_english(context, lone, near) if context.language == "en" else (each for _, each in lone)
            ),
            tuple(
                Link(
                    context.clause(measures.whole(other.meta.slug, name)),
                    urls.relative(context.here, urls.clause(other.meta.slug, name)),
                )
                for name in related
            ),
            terms(context.setting, tuple(missing), context.language),
        )


def _joined(measures: Measures, inside: Iterable[Unmatched]) -> Iterator[tuple[Measure, Sequence[Unmatched]]]:
    """Some measures of a clause; those with nothing but a mark between them are one."""
    joined: list[Unmatched] = []
    for each in inside:
        text = measures.find(each.act).clause.text
        if joined and text[joined[-1].act.end : each.act.start].strip("，。；;, \n\u3000"):
            yield _as_one(measures, joined), joined
            joined = []
        joined.append(each)
    if joined:
        yield _as_one(measures, joined), joined


def _as_one(measures: Measures, joined: Sequence[Unmatched]) -> Measure:
    return measures.find(joined[0].act._replace(end=joined[-1].act.end))


def _lone(context: ComparisonContext, measure: Measure, only: Runs) -> tuple[Measure, LoneMeasure]:
    said = context.setting.corpus.terms
    supports = (
        Link(brief(context.words, said, fact), context.href(measure, fact.start)) for fact in measure.supports
    )
    return measure, LoneMeasure(context.quote(measure), tuple(supports), only)


def _in_english(
    context: ComparisonContext, lone: Iterable[tuple[Measure, LoneMeasure]], matched: Iterable[Measure]
) -> Sequence[LoneMeasure]:
    """The measures of a clause, each sentence of its English once; in Chinese what shares one with a measure that is matched."""
    theirs = {sentence for each in matched for sentence in _sentences(context.text(each))}
    shown: set[str] = set()
    told: list[LoneMeasure] = []
    for measure, each in lone:
        quote, said = each.quote, _sentences(each.quote.text)
        new = [sentence for sentence in said if sentence not in shown]
        if theirs.intersection(said):
            chinese = run(measure.text, "zh")
            told.append(
                each._replace(quote=quote._replace(text=chinese, state=context.words["compare.in_part"]))
            )
        elif said and not new:
            last = told[-1]
            supports = dict.fromkeys((*last.supports, *each.supports))
            told[-1] = last._replace(supports=tuple(supports), only=last.only and each.only)
        else:
            english = run(" ".join(new), "en") if new else quote.text
            told.append(each._replace(quote=quote._replace(text=english)))
            shown.update(said)
    return told


def _sentences(text: Runs) -> Sequence[str]:
    """The sentences of an English quote; none of one that has no English."""
    return english_sentences(plain(text)) if text and text[0].lang == "en" else ()
