"""The rows of comparisons in the bulk data: what each compared measure states, and what was not recognised."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from digest.model.comparison import Absence, ThemeComparison, Value
from digest.model.corpus import Corpus
from digest.model.facts import AgencyRole, Instrument, Target
from digest.model.matches import ActKey
from digest.model.page import Row

_SUMS = {"fixed": "fixed_yuan", "unit": "unit_amount_yuan", "fund": "fund_yuan"}
_STATED = {
    "rate": ("rate_percent", "rate_high", "rate_unit", "rate_comparator", "rate_base_zh"),
    "base": ("rate_base_zh",),
    "conditions": ("conditions_zh",),
    "recipients": ("recipient_zh",),
    "duration": ("duration_months",),
    "payment": ("one_off",),
    "kind": ("kind",),
}
"""The fields of a support that a row is about."""


def comparison_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each measure of a theme and each row of its comparison, a measure without a counterpart last; then
    one for each policy without a recognised measure. ``group`` counts from 1 in a theme, None for a measure that was
    not matched; ``value`` is None where the measure states nothing, and ``verdict`` then says what is known of it."""
    status = {policy.meta.slug: policy.meta.status.value for policy in corpus.policies}
    for theme in corpus.comparisons.themes.values():
        for n, row in enumerate((*_groups(theme), *_alone(theme), *map(_absence, theme.absences)), 1):
            yield {"theme": theme.theme, "n": n, **row, "status": status[row["doc"]]}


def _groups(theme: ThemeComparison) -> Iterator[dict[str, Any]]:
    for number, group in enumerate(theme.groups, 1):
        for row in group.rows:
            for act, cell in zip(group.acts, row.cells, strict=True):
                known = row.verdict.value if cell.silence is None else f"silent_{cell.silence.value}"
                yield _row(number, act, row.name, cell.values, known)


def _alone(theme: ThemeComparison) -> Iterator[dict[str, Any]]:
    for alone in theme.alone:
        for name, values in (alone.stated or {"measure": ()}).items():
            yield _row(None, alone.act, name, values, "alone")


def _row(group: int | None, act: ActKey, name: str, values: Sequence[Value], verdict: str) -> dict[str, Any]:
    value = [_value(name, each) for each in values] or None
    return {
        "group": group,
        "doc": act.doc,
        "clause": act.clause,
        "start": act.start,
        "end": act.end,
        "row": name,
        "value": value,
        "verdict": verdict,
    }


def _absence(absence: Absence) -> dict[str, Any]:
    """A policy without a recognised measure; the clause that uses the most words of the theme, where one does."""
    mention = next(iter(absence.mentions), None)
    return {
        "group": None,
        "doc": absence.doc,
        "clause": mention.clause if mention else None,
        "start": None,
        "end": None,
        "row": "measure",
        "value": list(mention.words) if mention else None,
        "verdict": "mentioned" if mention else "not_recognised",
    }


def _value(row: str, value: Value) -> Mapping[str, Any]:
    """A value by the fields of the fact that states it."""
    fact = value.stated
    if isinstance(fact, Instrument):
        names = _STATED.get(row) or (
            _SUMS[value.part],
            "amount_high",
            "amount_comparator",
            "currency",
            "unit",
        )
        return {name: getattr(fact, name) for name in names}
    if isinstance(fact, AgencyRole):
        return {"name_zh": fact.name_zh, "role": fact.role}
    if isinstance(fact, Target):
        names = ("metric_zh", "value", "value_high", "unit", "comparator", "year", "growth_factor")
        return {name: getattr(fact, name) for name in names}
    return asdict(fact)
