"""A group of measures as a table: a column each, and what they say row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.pages.compare.desk import Desk, Quote
from digest.pages.compare.differences import Column, Values, Verdict, explain, weigh
from digest.pages.compare.measures import Measure
from digest.pages.compare.rows import ROWS, RowKind, Said
from digest.pages.particulars import date, policy_title, term
from digest.pages.words import Runs
from digest.text import urls


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: the place, its document, and the measure in its own words."""

    doc: str
    place: Runs
    document: Runs
    document_href: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Value:
    """A value, with the way to the words that say it."""

    text: Runs
    href: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What the measure of a column says in a row; without values, it does not say it."""

    doc: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row. ``verdict`` is one of ``Verdict``; ``verdict_name`` says it, empty where nothing is weighed."""

    name: str
    label: Runs
    verdict: str
    verdict_name: Runs
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A difference in words, with the row it is about."""

    row: str
    text: Runs


@dataclass(frozen=True, slots=True)
class Line:
    """A row as one card of a narrow window shows it."""

    row: Row
    cell: Cell


@dataclass(frozen=True, slots=True)
class Card:
    """A column for narrow windows, what differs first."""

    head: Head
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison. ``cards`` hold the same as columns and rows."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    cards: tuple[Card, ...]


_WEIGHED = (Verdict.DIFFERENT, Verdict.INCOMPARABLE, Verdict.SOME)


def make_table(desk: Desk, measures: Sequence[Measure]) -> Table:
    """The table of some measures, one of each policy, in their order. Rows that nobody fills are left out."""
    heads = tuple(make_head(desk, measure) for measure in measures)
    weighed = tuple(_weighed(desk, measures))
    rows = [
        Row(
            kind.name,
            desk.words[f"row.{kind.name}"],
            verdict.value,
            desk.words[f"verdict.{_verdict_word(kind, verdict)}"] if kind.compared else (),
            tuple(_cell(desk, *each) for each in zip(measures, said, strict=True)),
        )
        for kind, said, verdict in weighed
    ]
    rows += _document_rows(desk, measures)
    cards = tuple(
        Card(head, tuple(sorted((Line(row, row.cells[at]) for row in rows), key=_last_what_is_equal)))
        for at, head in enumerate(heads)
    )
    return Table(heads, tuple(rows), _notes(desk, measures, weighed), cards)


def make_notes(desk: Desk, measures: Sequence[Measure]) -> tuple[Note, ...]:
    """The differences between some measures in words, row by row."""
    return _notes(desk, measures, tuple(_weighed(desk, measures)))


def make_head(desk: Desk, measure: Measure) -> Head:
    """The head of a measure's column."""
    policy = measure.policy
    return Head(
        doc=measure.doc,
        place=desk.place(policy),
        document=policy_title(policy, desk.language),
        document_href=urls.relative(desk.here, urls.policy(desk.language, measure.doc)),
        quote=desk.quote(measure),
    )


class _Weighed(NamedTuple):
    """A row with what each measure says in it."""

    kind: RowKind
    said: Sequence[Values]
    verdict: Verdict


def _weighed(desk: Desk, measures: Sequence[Measure]) -> Iterator[_Weighed]:
    """The rows that some measure fills."""
    for kind in ROWS:
        said = [kind.say(measure, desk.words, desk.setting.corpus.terms) for measure in measures]
        if any(said):
            yield _Weighed(kind, said, weigh(said) if kind.compared else Verdict.OWN)


def _notes(desk: Desk, measures: Sequence[Measure], weighed: Sequence[_Weighed]) -> tuple[Note, ...]:
    places = [desk.place(measure.policy) for measure in measures]
    return tuple(
        Note(kind.name, explain(desk.words, kind.name, list(map(Column, places, said))))
        for kind, said, verdict in weighed
        if kind.told and verdict in _WEIGHED
    )


def _verdict_word(kind: RowKind, verdict: Verdict) -> str:
    return "worded" if verdict is Verdict.DIFFERENT and not kind.exact else verdict.value


def _cell(desk: Desk, measure: Measure, said: Sequence[Said]) -> Cell:
    values = [Value(each.runs, desk.href(measure, each.start)) for each in said]
    return Cell(measure.doc, tuple(dict.fromkeys(values)))


def document_values(desk: Desk, measure: Measure) -> tuple[Runs, Runs]:
    """The status and the date of the document of a measure; nothing where nobody knows it."""
    meta, words, language = measure.policy.meta, desk.words, desk.language
    made = meta.made if meta.made.value else meta.published
    day = date(made.value, language) if made.value else ()
    if day and made.basis in ("inferred", "external"):
        day += words.fill("policy.in_brackets", text=words.plain(f"policy.{made.basis}"))
    return term(desk.setting, "status", meta.status.value, language) if meta.status.value else (), day


def _document_rows(desk: Desk, measures: Sequence[Measure]) -> list[Row]:
    """The rows of the documents."""
    words = desk.words
    status: list[Cell] = []
    dates: list[Cell] = []
    for measure in measures:
        standing, day = document_values(desk, measure)
        status.append(Cell(measure.doc, (Value(standing, None),) if standing else ()))
        dates.append(Cell(measure.doc, (Value(day, None),) if day else ()))
    one = len({cell.values for cell in status}) == 1
    verdict = Verdict.SAME if one else Verdict.DIFFERENT
    return [
        Row("status", words["row.status"], verdict.value, words[f"verdict.{verdict.value}"], tuple(status)),
        Row("date", words["row.date"], Verdict.OWN.value, (), tuple(dates)),
    ]


def _last_what_is_equal(line: Line) -> int:
    ranks = {Verdict.DIFFERENT: 0, Verdict.INCOMPARABLE: 0, Verdict.SOME: 1}
    return ranks.get(Verdict(line.row.verdict), 2)
