"""The tables of goals and, apart from them, of statistics."""

from collections.abc import Iterator
from dataclasses import replace

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Target
from digest.model.page import Page
from digest.pages import amounts
from digest.pages.catalogue import in_place_order
from digest.pages.evidence import FoundEvidence, of_kind
from digest.pages.frame import Setting
from digest.pages.listing import (
    Cell,
    Choice,
    RowDraft,
    TableContext,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.names import drafted
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.strings import original, plain, translated
from digest.pages.translated import english_of
from digest.text import urls

GOALS = ("clause", "place", "metric", "value", "due", "start")
STATISTICS = ("clause", "place", "metric", "value", "year")


def make_targets(setting: Setting) -> Iterator[Part]:
    """The tables of goals and statistics in each language."""
    shown = Shown(with_facts(setting.corpus, "targets", "statistics"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, "targets")
    goals = make_listing(context, "goals", GOALS, ("value",), _rows(context, "targets"))
    known = (
        replace(
            row,
            cells=row.cells[: len(STATISTICS)],
            picks={name: row.picks[name] for name in ("place", "status")},
        )
        for row in _rows(context, "statistics")
    )
    statistics = make_listing(context, "statistics", STATISTICS, ("value",), known)
    yield from make_listing_pages(
        context, (goals, statistics), {"goals": "targets", "statistics": "statistics"}
    )


def _rows(context: TableContext, kind: str) -> Iterator[RowDraft]:
    for policy in in_place_order(context.setting.corpus):
        for clause, found in of_kind(policy, kind):
            if isinstance(found.fact, Target):
                yield _row(context, policy, clause, found, found.fact)


def _row(
    context: TableContext, policy: Policy, clause: Clause, found: FoundEvidence, fact: Target
) -> RowDraft:
    words, terms = context.words, context.setting.corpus.terms
    place, where = context.place(policy)
    due, chinese = amounts.due(words, fact), context.language == "zh"
    english = None if chinese else fact.metric_en or english_of(policy, clause, fact)
    value = amounts.value(words, terms, fact)
    year = Choice("none" if fact.year is None else str(fact.year), plain(due) if fact.year else "–")
    return RowDraft(
        (
            context.clause(policy, clause, found.anchor),
            place,
            text_cell(
                translated(english, fact.metric_zh, context.language),
                original(fact.metric_zh) if english else (),
                drafted(words) if not chinese and fact.english == "machine" else (),
            ),
            Cell(text_cell(value or words["amount.vague"]).lines, key=f"{fact.value:.15g}" if value else ""),
            Cell(text_cell(due).lines, key=None if fact.year is None else str(fact.year)),
            text_cell(amounts.baseline(words, terms, fact), amounts.growth(words, fact)),
        ),
        {"place": (where,), "status": context.states(policy), "due": (year,)},
    )
