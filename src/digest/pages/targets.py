"""The tables of goals and, apart from them, of statistics."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Target
from digest.model.page import Page
from digest.pages import amounts
from digest.pages.catalogue import in_place_order
from digest.pages.evidence import FoundEvidence, evidence_link, of_kind
from digest.pages.figures import is_currency
from digest.pages.frame import Setting
from digest.pages.listing import (
    Cell,
    Choice,
    Line,
    Pictures,
    RowDraft,
    RowGroup,
    TableContext,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.names import drafted
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.pictures.timeline import Span, Timeline, timeline
from digest.pages.prose import shortened
from digest.pages.strings import TAGS, Runs, joined, original, plain, run, translated
from digest.pages.translated import english_of
from digest.text import urls
from digest.text.sentences import sentence_around

GOALS = ("clause", "place", "metric", "value", "due", "start")
STATISTICS = ("clause", "place", "metric", "value", "year")


class _Goal(NamedTuple):
    """A goal or statistic where it stands."""

    policy: Policy
    clause: Clause
    found: FoundEvidence
    fact: Target


def make_targets(setting: Setting) -> Iterator[Part]:
    """The tables of goals and statistics in each language; goals with a number come first, by their years."""
    shown = Shown(with_facts(setting.corpus, "targets", "statistics"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, "targets")
    wanted = sorted(_goals(setting, "targets"), key=lambda each: (_vague(each.fact), each.fact.year or _LAST))
    goals = make_listing(
        context,
        "goals",
        GOALS,
        ("value",),
        (_row(context, each) for each in wanted),
        order="due",
        measured=context.measured("goals", "metrics"),
    )
    known = (_statistic(context, each) for each in _goals(setting, "statistics"))
    statistics = make_listing(
        context, "statistics", STATISTICS, ("value",), known, measured=context.measured("statistics")
    )
    yield from make_listing_pages(
        context,
        (goals, statistics),
        {"goals": "targets", "statistics": "statistics"},
        Pictures(timeline=_timeline(context, wanted)),
    )


_LAST = 10_000
"""Goals without a year come after those with one."""


def _goals(setting: Setting, kind: str) -> Iterator[_Goal]:
    for policy in in_place_order(setting.corpus):
        for clause, found in of_kind(policy, kind):
            if isinstance(found.fact, Target):
                yield _Goal(policy, clause, found, found.fact)


def _vague(fact: Target) -> bool:
    """Whether a goal counts nothing."""
    return fact.value is None


def _timeline(context: TableContext, goals: Sequence[_Goal]) -> Timeline | None:
    """The goals with a number and a year, from the year that they start from, where it is known; of many, those in money first.
    None where all are of one year, which the table says as well."""
    dated = [
        (goal, _span(context, goal, goal.fact.year))
        for goal in goals
        if goal.fact.year is not None and not _vague(goal.fact)
    ]
    if len({when for _, span in dated for when in (span.start, span.end) if when is not None}) < _YEARS:
        return None
    chosen = sorted(dated, key=lambda each: not is_currency(each[0].fact.unit))[:_DRAWN]
    spans = [span for goal, span in dated if any(goal is each for each, _ in chosen)]
    words = context.words
    if len(spans) == len(dated):
        return timeline(spans, words["table.targets.timeline"])
    caption = words.fill("table.targets.timeline_some", number=len(spans), total=len(dated))
    return timeline(spans, caption)


_YEARS, _DRAWN = 2, 12
"""A picture has so many years at least, and so many goals at most, so that the table is near."""


def _span(context: TableContext, goal: _Goal, year: int) -> Span:
    words, fact = context.words, goal.fact
    place = context.place(goal.policy)[0].lines[0].text
    start = fact.baseline_year if fact.baseline_year is not None and fact.baseline_year < year else None
    value = amounts.value(words, context.setting.corpus.terms, fact)
    return Span(
        amounts.with_colon(words, _metric(context, goal), value),
        year if start is None else start,
        None if start is None else year,
        evidence_link(context.here, goal.policy.meta.slug, goal.clause.id, goal.found.anchor),
        joined((place, amounts.due(words, fact)), " · "),
    )


def _metric(context: TableContext, goal: _Goal) -> Runs:
    """What is counted, in the language of the page."""
    english = None if context.language == "zh" else goal.fact.metric_en or english_of(*goal[:2], goal.fact)
    return translated(english, goal.fact.metric_zh, context.language)


_BARE = 3
"""An indicator of so few characters (企业) says little; the words that state the goal stand below it, as they do where it counts
nothing (形成千亿级产业规模)."""


def _row(context: TableContext, goal: _Goal) -> RowDraft:
    policy, clause, found, fact = goal
    words, terms = context.words, context.setting.corpus.terms
    place, where = context.document(policy)
    due, chinese, metric = amounts.due(words, fact), context.language == "zh", _metric(context, goal)
    value = amounts.value(words, terms, fact)
    year = Choice("none" if fact.year is None else str(fact.year), plain(due) if fact.year else "–")
    name = "vague" if _vague(fact) else "numbered"
    printed = fact.evidence if _vague(fact) or len(fact.metric_zh) <= _BARE else fact.metric_zh
    quoted = printed != fact.metric_zh or metric[0].lang != TAGS["zh"]
    return RowDraft(
        (
            context.clause(policy, clause, found.anchor),
            place,
            text_cell(
                metric,
                (run(printed, "zh") if chinese else original(printed)) if quoted else (),
                drafted(words) if not chinese and fact.english == "machine" else (),
            ),
            Cell(text_cell(value or words["amount.vague"]).lines, key=f"{fact.value:.15g}" if value else ""),
            Cell(text_cell(due).lines, key=None if fact.year is None else str(fact.year)),
            text_cell(amounts.baseline(words, terms, fact), amounts.growth(words, fact)),
        ),
        {"place": (where,), "status": context.states(policy), "due": (year,)},
        group=RowGroup(name, words[f"table.goals.{name}"]),
    )


def _statistic(context: TableContext, goal: _Goal) -> RowDraft:
    """A statistic has no start, no deadline, and is in no group. A share shows its sentence: whose it is, and who holds it,
    stands only there."""
    row = _row(context, goal)
    clause, place, metric, *rest = row.cells[: len(STATISTICS)]
    if goal.fact.unit == "percent":
        metric = metric._replace(lines=(*metric.lines, Line(_sentence(context, goal), quiet=True)))
    picks = {name: row.picks[name] for name in ("place", "status")}
    return row._replace(cells=(clause, place, metric, *rest), picks=picks, group=None)


def _sentence(context: TableContext, goal: _Goal) -> Runs:
    """The sentence of a statistic, in the language of the page where it has been translated."""
    fact = goal.fact
    english = None if context.language == "zh" else english_of(goal.policy, goal.clause, fact)
    if english:
        return run(shortened(english, 2 * _PRINTED), "en")
    return run(shortened(sentence_around(goal.clause.text, fact.start, fact.end), _PRINTED), "zh")


_PRINTED = 120
"""Code points of the Chinese that a cell quotes; English says the same in twice as many."""
