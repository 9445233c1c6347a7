"""The rows of facts in the bulk data: their place, the fields of the fact, and what others know of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypedDict

from digest.model.facts import (
    AgencyRole,
    Area,
    Citation,
    ClauseFacts,
    Instrument,
    Provision,
    Resolution,
    Target,
)
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, Zh, at_least
from digest.pages.columns import DataColumn, behind, columns_of, row_of


class _Where(TypedDict):
    doc: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    clause: Annotated[str, "id of the clause", Zh("条款的编号"), CLAUSE_ID]


class _Number(TypedDict):
    n: Annotated[
        int,
        "place among the rows of the clause, from 1; doc, clause and n name a row",
        Zh("在条款各行中的顺序，从 1 数起；doc、clause、n 三列合起来确定一行"),
        at_least(1),
    ]


_INSTRUMENT, _TARGET, _AGENCY = columns_of(Instrument), columns_of(Target), columns_of(AgencyRole)
_CITATION, _RESOLUTION = columns_of(Citation), columns_of(Resolution)
_AREA, _PROVISION = columns_of(Area), columns_of(Provision)


def _placed(columns: Sequence[DataColumn], **others: DataColumn) -> tuple[DataColumn, ...]:
    return (*columns_of(_Where), *behind(columns, **others), *columns_of(_Number))


FACTS: Mapping[str, tuple[DataColumn, ...]] = {
    "instruments": _placed(_INSTRUMENT),
    "targets": _placed(_TARGET),
    "statistics": _placed(_TARGET),
    "agencies": _placed(_AGENCY),
    "areas": _placed(_AREA),
    "provisions": _placed(_PROVISION),
    "citations": _placed(_CITATION, kind=_RESOLUTION[0], title=_RESOLUTION[1]),
}
"""The tables of facts, each with its columns."""


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
    for n, known in enumerate(_known(table, facts, resolutions, english_bases), 1):
        row = {"doc": doc, "clause": clause, **known, "n": n}
        yield {column.name: row[column.name] for column in FACTS[table]}


def _known(
    table: str,
    facts: ClauseFacts,
    resolutions: Sequence[Resolution],
    english_bases: Sequence[str | None],
) -> Iterable[dict[str, Any]]:
    match table:
        case "instruments":
            bases = english_bases or [None] * len(facts.instruments)
            for fact, base in zip(facts.instruments, bases, strict=False):
                yield row_of(_INSTRUMENT, fact) | {"rate_base_en": fact.rate_base_en or base}
        case "targets":
            yield from (row_of(_TARGET, fact) for fact in facts.targets)
        case "statistics":
            yield from (row_of(_TARGET, fact) for fact in facts.statistics)
        case "agencies":
            yield from (row_of(_AGENCY, fact) for fact in facts.agencies)
        case "areas":
            yield from (row_of(_AREA, fact) for fact in facts.areas)
        case "provisions":
            yield from (row_of(_PROVISION, fact) for fact in facts.provisions)
        case _:
            resolved = resolutions or [Resolution(None, "unknown")] * len(facts.citations)
            for citation, to in zip(facts.citations, resolved, strict=False):
                # In the data an explanation stands for the document it explains; ``reason`` says so.
                led = {"resolves_to": to.resolves_to or to.explanation}
                yield row_of(_CITATION, citation) | row_of(_RESOLUTION, to) | led
