"""The rows of facts in the bulk data.

``start`` and ``end`` are code points in the clause's text (0 and 0: the heading says it); ``n`` counts the
rows of a table in one clause from 1, so that doc, clause and n name a row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from math import isfinite
from typing import Any

from digest.model.facts import AgencyRole, Citation, ClauseFacts, Instrument, Resolution, Target
from digest.model.page import Row

FACTS = ("instruments", "targets", "statistics", "agencies", "citations")
"""The tables of facts."""


def fact_rows(
    table: str,
    doc: str,
    clause: str,
    facts: ClauseFacts,
    resolutions: Sequence[Resolution] = (),
    english_bases: Sequence[str | None] = (),
) -> Iterator[Row]:
    """The rows of one clause in a table. ``resolutions`` belong to its citations; without them, none is
    resolved. ``english_bases`` say in English what the rates of its instruments are taken of."""
    for n, row in enumerate(_rows(table, facts, resolutions, english_bases), 1):
        yield {"doc": doc, "clause": clause, **row, "n": n}


def _rows(
    table: str,
    facts: ClauseFacts,
    resolutions: Sequence[Resolution],
    english_bases: Sequence[str | None],
) -> Iterable[Row]:
    match table:
        case "instruments":
            return map(_instrument, facts.instruments, english_bases or [None] * len(facts.instruments))
        case "targets":
            return map(_target, facts.targets)
        case "statistics":
            return map(_target, facts.statistics)
        case "agencies":
            return map(_agency, facts.agencies)
        case _:
            resolved = resolutions or [Resolution(None, "unknown")] * len(facts.citations)
            return map(_citation, facts.citations, resolved)


def _instrument(fact: Instrument, english_base: str | None) -> Row:
    return {
        "kind": fact.kind,
        "rate_percent": _number(fact.rate_percent),
        "rate_base_zh": fact.rate_base_zh,
        "rate_base_en": english_base,
        "caps": [_numbers(asdict(cap)) for cap in fact.caps],
        "tiers": [_numbers(asdict(tier)) for tier in fact.tiers],
        "unit_amount_yuan": _number(fact.unit_amount_yuan),
        "unit": fact.unit,
        "fixed_yuan": _number(fact.fixed_yuan),
        "fund_yuan": _number(fact.fund_yuan),
        "thresholds": [_numbers(asdict(threshold)) for threshold in fact.thresholds],
        "duration_months": fact.duration_months,
        "one_off": fact.one_off,
        "recipient_zh": fact.recipient_zh,
        "conditions_zh": fact.conditions_zh,
        "evidence": fact.evidence,
        "start": fact.start,
        "end": fact.end,
        "rate_comparator": fact.rate_comparator,
        "amount_comparator": fact.amount_comparator,
    }


def _target(fact: Target) -> Row:
    return {
        "metric_zh": fact.metric_zh,
        "metric_en": fact.metric_en,
        "value": _number(fact.value),
        "unit": fact.unit,
        "comparator": fact.comparator,
        "year": fact.year,
        "deadline_text": fact.deadline_text,
        "baseline_value": _number(fact.baseline_value),
        "baseline_year": fact.baseline_year,
        "evidence": fact.evidence,
        "start": fact.start,
        "end": fact.end,
        "value_high": _number(fact.value_high),
        "growth_factor": _number(fact.growth_factor),
        "baseline_comparator": fact.baseline_comparator,
    }


def _agency(fact: AgencyRole) -> Row:
    return {
        "role": fact.role,
        "printed": fact.printed,
        "name_zh": fact.name_zh,
        "name_en": fact.name_en,
        "lead": fact.lead,
        "start": fact.start,
        "end": fact.end,
    }


def _citation(fact: Citation, to: Resolution) -> Row:
    """In the data an explanation stands for the document it explains; ``reason`` says so."""
    return {
        "printed": fact.printed,
        "number": fact.number,
        "kind": fact.kind,
        "resolves_to": to.resolves_to or to.explanation,
        "start": fact.start,
        "end": fact.end,
        "title": fact.title,
        "reason": to.reason,
        "resolves_to_clause": fact.to_clause,
    }


def _numbers(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _number(value) for name, value in row.items()}


def _number(value: Any) -> Any:
    """A whole number is written without a fraction (30.0 -> 30), one too large for a float not at all."""
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else value if isfinite(value) else None
