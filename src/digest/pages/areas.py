"""The table of places that texts name below their own, with the sentences that name them: which district or city does what."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Area
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import name_of
from digest.pages.listing import (
    MOST_LISTED,
    Cell,
    Choice,
    Line,
    Listing,
    RowDraft,
    TableContext,
    bounded,
    make_listing,
)
from digest.pages.strings import ORIGINAL, plain, run, translated
from digest.pages.translated import english_of
from digest.text import urls

COLUMNS = ("area", "place", "named")
_OPEN = 4
"""So many sentences are listed; more are folded."""


class _Named(NamedTuple):
    """A sentence that names a place."""

    policy: Policy
    clause: Clause
    fact: Area


def areas_table(context: TableContext) -> Listing:
    """The places, those named in most sentences first within each policy."""
    rows = (_row(context, same) for same in _by_area(context))
    return make_listing(context, "areas", COLUMNS, (), rows)


def _by_area(context: TableContext) -> Iterator[list[_Named]]:
    for policy in in_place_order(context.setting.corpus):
        found: dict[str, list[_Named]] = {}
        for clause in policy.document.clauses:
            facts = policy.facts.get(clause.id)
            for fact in facts.areas if facts else ():
                found.setdefault(fact.code, []).append(_Named(policy, clause, fact))
        yield from sorted(found.values(), key=lambda same: (-len(same), same[0].fact.code))


def _row(context: TableContext, same: Sequence[_Named]) -> RowDraft:
    policy, _, fact = same[0]
    language = context.language
    name = run(fact.name_zh if language == "zh" else fact.name_en, language)
    other = run(
        fact.name_en if language == "zh" else fact.name_zh, "en" if language == "zh" else "zh", ORIGINAL
    )
    place, where = context.document(policy)
    lines = bounded(context, same, lambda each: _lines(context, each), fact.printed)
    fold = context.words.count("sentences", len(same)) if len(same) > _OPEN else None
    return RowDraft(
        (Cell((Line(name), Line(other, quiet=True))), place, Cell(lines, key=str(len(same)), fold=fold)),
        {
            "area": (Choice(fact.code, plain(name)),),
            "place": (where,),
            "status": context.states(policy),
        },
        cut=len(same) > MOST_LISTED,
    )


def _lines(context: TableContext, each: _Named) -> Iterator[Line]:
    """The sentence, below the name of its clause."""
    there = urls.relative(context.here, urls.clause(each.policy.meta.slug, each.clause.id))
    yield Line(name_of(context.setting, each.policy, each.clause, context.language), there)
    english = english_of(each.policy, each.clause, each.fact) if context.language == "en" else None
    yield Line(translated(english, each.fact.evidence, context.language), quiet=True)
