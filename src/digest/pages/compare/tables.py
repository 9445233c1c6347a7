"""A group of measures as a table: a column each, and what they say row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from digest.pages.compare.desk import Desk, Quote
from digest.pages.compare.differences import Column, Verdict, explain, weigh
from digest.pages.compare.measures import Measure
from digest.pages.compare.rows import ROWS, Said
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
    words, terms = desk.words, desk.setting.corpus.terms
    heads = tuple(make_head(desk, measure) for measure in measures)
    rows: list[Row] = []
    notes: list[Note] = []
    for kind in ROWS:
        said = [kind.say(measure, words, terms) for measure in measures]
        if not any(said):
            continue
        verdict = weigh(said) if kind.compared else Verdict.OWN
        cells = tuple(_cell(desk, *each) for each in zip(measures, said, strict=True))
        name = "worded" if verdict is Verdict.DIFFERENT and not kind.figures else verdict.value
        label = words[f"verdict.{name}"] if kind.compared else ()
        rows.append(Row(kind.name, words[f"row.{kind.name}"], verdict.value, label, cells))
        if kind.told and verdict in _WEIGHED:
            columns = [Column(head.place, values) for head, values in zip(heads, said, strict=True)]
            notes.append(Note(kind.name, explain(words, kind.name, columns)))
    rows += _document_rows(desk, measures)
    cards = tuple(
        Card(head, tuple(sorted((Line(row, row.cells[at]) for row in rows), key=_last_what_is_equal)))
        for at, head in enumerate(heads)
    )
    return Table(heads, tuple(rows), tuple(notes), cards)


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
    return 0 if line.row.verdict in _WEIGHED else 1
