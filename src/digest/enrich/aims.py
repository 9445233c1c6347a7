"""Goals and statistics of a whole document: what clauses inherit from those above them, and baselines."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from digest.enrich.deadlines import find_deadlines
from digest.enrich.sentences import Aims
from digest.enrich.targets import find_targets
from digest.model.document import Clause, Document, Kind
from digest.model.facts import Target
from digest.model.vocabulary import TargetWords
from digest.regex import regex


class ClauseFigures(NamedTuple):
    """The goals and the statistics of one clause."""

    targets: tuple[Target, ...]
    statistics: tuple[Target, ...]


def find_document_targets(
    document: Document, words: TargetWords, written: int | None = None
) -> Mapping[str, ClauseFigures]:
    """Goals and statistics by clause id; clauses without any are left out. ``written``: the year in which the
    text was made, where that is known.

    A goal whose metric is a statistic elsewhere in the document has that as its baseline.
    """
    aims: dict[str, Aims] = {}
    found: dict[str, ClauseFigures] = {}
    for clause in document.clauses:
        above = aims.get(clause.parent or "", Aims(written=written))
        aims[clause.id], here = _aims(clause, above, words)
        rows = find_targets(clause.prose, words, here)
        figures = ClauseFigures(*(tuple(_named(row, clause.heading, words) for row in each) for each in rows))
        if figures.targets or figures.statistics:
            found[clause.id] = figures
    statistics = tuple(row for figures in found.values() for row in figures.statistics)
    return {
        clause: ClauseFigures(
            tuple(_with_baseline(row, statistics) for row in figures.targets), figures.statistics
        )
        for clause, figures in found.items()
    }


_COMMENTARY = frozenset({Kind.NOTE, Kind.FOOTNOTE})
_LONGEST_HEADING = 24
_CONDITIONS = regex(
    "(?:(?:申[报请]|认定|准入|基本|支持|享受|适用|资格)?条件(?:和|及)?(?:要求|标准)?|(?:申[报请])?资格(?:要求)?)"
)
"""Headings of what applicants must fulfil: a number below them is no goal."""


def _aims(clause: Clause, above: Aims, words: TargetWords) -> tuple[Aims, Aims]:
    """(what the clauses below inherit, what the clause itself is read with)."""
    goals = above.goals
    if clause.kind in _COMMENTARY or _CONDITIONS.fullmatch(clause.heading or ""):
        goals = False
    elif _names_goals(clause.heading or "", words):
        goals = True
    here = above._replace(goals=goals)
    stated = find_deadlines(clause.text, words.periods)
    passes_on = stated and (goals or clause.text.rstrip().endswith(("：", ":")))
    return here._replace(deadline=stated[-1]) if passes_on else here, here


def _names_goals(heading: str, words: TargetWords) -> bool:
    return len(heading) <= _LONGEST_HEADING and any(word in heading for word in words.goal_headings)


def _named(row: Target, heading: str | None, words: TargetWords) -> Target:
    """A figure without a metric measures what the heading names: 签约服务覆盖率 / 2025年达到75%."""
    if row.metric_zh or not heading or len(heading) > _LONGEST_HEADING or _names_goals(heading, words):
        return row
    return replace(row, metric_zh=heading)


def _with_baseline(row: Target, statistics: tuple[Target, ...]) -> Target:
    """The goal with the latest earlier statistic of the same metric and unit as its baseline."""
    if row.baseline_value is not None or row.value is None or not row.metric_zh:
        return row
    same = [
        s
        for s in statistics
        if s.unit == row.unit and _same_metric(s.metric_zh, row.metric_zh) and _earlier(s.year, row.year)
    ]
    if not same:
        return row
    base = max(same, key=lambda s: (s.year or 0, -s.start))
    return replace(
        row, baseline_value=base.value, baseline_year=base.year, baseline_comparator=base.comparator
    )


def _same_metric(one: str, other: str) -> bool:
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _earlier(year: int | None, goal: int | None) -> bool:
    return year is not None and (goal is None or year < goal)
