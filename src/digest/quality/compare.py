"""What is found in a text beside what is labelled in it, for each kind of label.

Things are compared as keys that must agree in full; a key that stands twice must be found twice. White
space never counts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from digest.model.document import Clause, Document
from digest.model.facts import ClauseFacts, Instrument, Target
from digest.quality.labels import (
    AgencyText,
    CitationText,
    FigureLabel,
    OutlineText,
    SupportLabel,
    SupportText,
    TargetText,
)

Keys = Counter[tuple[Any, ...]]


class KeyPair(NamedTuple):
    """The keys of what is labelled and of what was found in one text."""

    labelled: Keys
    found: Keys


def compare_outlines(label: OutlineText, document: Document) -> Mapping[str, KeyPair]:
    """Numbered clauses by the labels from the top down to them, and their headings."""
    labelled, found = _labelled_outline(label.outline), _found_outline(document.clauses)
    return {
        "clauses": _pair((path for path, _ in labelled), (path for path, _ in found)),
        "headings": _pair(
            ((*path, heading) for path, heading in labelled if heading),
            ((*path, heading) for path, heading in found if heading),
        ),
    }


def compare_supports(label: SupportText, facts: Iterable[ClauseFacts]) -> Mapping[str, KeyPair]:
    """Every value granted; supports with all their figures; their kinds; the printed scopes of ceilings."""
    labelled = [(support, _labelled_figures(support)) for support in label.support]
    rows = [(row, _found_figures(row)) for clause in facts for row in clause.grants]
    found = [(row, figures) for row, figures in rows if figures]
    return {
        "values": _pair(
            (_value(figure) for _, figures in labelled for figure in figures),
            (_value(figure) for _, figures in found for figure in figures),
        ),
        "supports": _pair((figures for _, figures in labelled), (figures for _, figures in found)),
        "kinds": _pair(
            ((figures, support.kind) for support, figures in labelled),
            ((figures, row.kind) for row, figures in found),
        ),
        "scopes": _pair(
            ((cap.amount_yuan, cap.scope) for support, _ in labelled for cap in support.caps if cap.scope),
            (
                (cap.amount_yuan, cap.scope)
                for row, _ in found
                for cap in row.caps
                if cap.scope_status == "printed"
            ),
        ),
        "durations": _pair(
            ((figures, support.months) for support, figures in labelled if support.months),
            ((figures, row.duration_months) for row, figures in found if row.duration_months),
        ),
    }


def compare_targets(label: TargetText, facts: Iterable[ClauseFacts]) -> Mapping[str, KeyPair]:
    """Goals and statistics by value, unit and year, and what they are figures of."""
    known = list(facts)
    goals = [row for clause in known for row in clause.targets if row.value is not None]
    statistics = [row for clause in known for row in clause.statistics if row.value is not None]
    return {
        "goals": _pair(map(_figure, label.goal), map(_figure, goals)),
        "statistics": _pair(map(_figure, label.statistic), map(_figure, statistics)),
        "metrics": _pair(
            ((row.value, squeeze(row.metric)) for row in (*label.goal, *label.statistic)),
            ((row.value, squeeze(row.metric_zh)) for row in (*goals, *statistics)),
        ),
    }


def compare_agencies(label: AgencyText, facts: Iterable[ClauseFacts]) -> Mapping[str, KeyPair]:
    """Bodies by their full names, and those that lead."""
    rows = [row for clause in facts for row in clause.agencies]
    return {
        "agencies": _pair(((row.name,) for row in label.agency), ((row.name_zh,) for row in rows)),
        "leads": _pair(
            ((row.name,) for row in label.agency if row.lead), ((row.name_zh,) for row in rows if row.lead)
        ),
    }


def compare_citations(label: CitationText, facts: Iterable[ClauseFacts]) -> Mapping[str, KeyPair]:
    """Printed titles with their kind, and their numbers."""
    rows = [row for clause in facts for row in clause.citations if row.kind != "own_clause"]
    return {
        "citations": _pair(
            ((squeeze(row.title), row.kind) for row in label.citation),
            ((squeeze(row.title), row.kind) for row in rows),
        ),
        "numbers": _pair(
            ((squeeze(row.title), squeeze(row.number)) for row in label.citation if row.number),
            ((squeeze(row.title), squeeze(row.number)) for row in rows if row.number),
        ),
    }


def squeeze(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def _pair(labelled: Iterable[tuple[Any, ...]], found: Iterable[tuple[Any, ...]]) -> KeyPair:
    return KeyPair(Counter(labelled), Counter(found))


def _value(figure: tuple[str, float]) -> tuple[str, float]:
    """A figure without its role: a rate, or money."""
    role, value = figure
    return ("rate" if role.endswith("rate") else "yuan"), value


def _labelled_figures(support: SupportLabel) -> tuple[tuple[str, float], ...]:
    return _figures(
        [
            ("rate", support.rate_percent),
            ("sum", support.sum_yuan),
            ("fund", support.fund_yuan),
            *(("cap", cap.amount_yuan) for cap in support.caps),
            *(("tier", tier.amount_yuan) for tier in support.tiers),
            *(("tier_rate", tier.rate_percent) for tier in support.tiers),
        ]
    )


def _found_figures(row: Instrument) -> tuple[tuple[str, float], ...]:
    return _figures(
        [
            ("rate", row.rate_percent),
            ("sum", row.fixed_yuan),
            ("sum", row.unit_amount_yuan),
            ("fund", row.fund_yuan),
            *(("cap", cap.amount_yuan) for cap in row.caps),
            *(("tier", tier.amount_yuan) for tier in row.tiers),
            *(("tier_rate", tier.rate_percent) for tier in row.tiers),
        ]
    )


def _figures(roles: Iterable[tuple[str, float | None]]) -> tuple[tuple[str, float], ...]:
    """The figures there are, sorted; rounded where a fraction has no end (三分之一)."""
    return tuple(sorted((role, round(float(value), 4)) for role, value in roles if value is not None))


def _figure(row: FigureLabel | Target) -> tuple[Any, ...]:
    return (row.value, squeeze(row.unit or ""), row.year)


def _labelled_outline(text: str) -> list[tuple[tuple[str, ...], str]]:
    """Path of labels and heading of each line of an indented tree."""
    found: list[tuple[tuple[str, ...], str]] = []
    path: tuple[str, ...] = ()
    for line in filter(str.strip, text.splitlines()):
        depth = (len(line) - len(line.lstrip())) // 2
        label, _, heading = line.strip().partition(" ")
        path = (*path[:depth], label)
        found.append((path, squeeze(heading)))
    return found


def _found_outline(clauses: Iterable[Clause]) -> list[tuple[tuple[str, ...], str]]:
    """The same of the clauses of a document; those without a number leave no step in a path."""
    paths: dict[str | None, tuple[str, ...]] = {None: ()}
    found = []
    for clause in clauses:
        above = paths[clause.parent]
        paths[clause.id] = (*above, squeeze(clause.label)) if clause.label else above
        if clause.label:
            found.append((paths[clause.id], squeeze(clause.heading or "").rstrip("。：:")))
    return found
