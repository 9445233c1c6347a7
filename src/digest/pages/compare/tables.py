"""A group of measures as a table: a column each, and what they state row by row."""

from collections.abc import Sequence
from typing import NamedTuple

from digest.model import comparison
from digest.model.comparison import Silence, Verdict
from digest.model.corpus import Policy
from digest.model.measures import Measure
from digest.pages.clauses import locator
from digest.pages.compare.context import ComparisonContext, Quote
from digest.pages.compare.differences import Note, make_notes
from digest.pages.compare.values import worded
from digest.pages.particulars import date, policy_title
from digest.pages.strings import Runs, plain
from digest.pages.validity import Phases
from digest.text import urls


class ColumnHead(NamedTuple):
    """The head of a column: the place, its document, and the measure in its own words."""

    doc: str
    validity: Phases
    place: Runs
    document: Runs
    document_href: str
    quote: Quote


class LinkedValue(NamedTuple):
    """A value, with the way to the words that state it."""

    text: Runs
    href: str | None


class CellView(NamedTuple):
    """What the measure of a column states in a row; without values, ``absent`` says what is known of it."""

    doc: str
    values: tuple[LinkedValue, ...]
    absent: LinkedValue | None


class RowView(NamedTuple):
    """A row. ``verdict`` is one of ``Verdict``; ``verdict_name`` says it, empty where nothing is weighed."""

    name: str
    label: Runs
    verdict: str
    verdict_name: Runs
    cells: tuple[CellView, ...]


class CardLine(NamedTuple):
    """A row as one card of a narrow window shows it."""

    row: RowView
    cell: CellView


class ColumnCard(NamedTuple):
    """A column for narrow windows, what differs first."""

    head: ColumnHead
    lines: tuple[CardLine, ...]


class ComparisonTable(NamedTuple):
    """A comparison. ``cards`` hold the same as columns and rows."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[RowView, ...]
    notes: tuple[Note, ...]
    cards: tuple[ColumnCard, ...]


_WORDED = ("base", "conditions", "recipients")
"""Rows of wording: worded differently, which need not mean another thing."""


def make_table(
    context: ComparisonContext,
    compared: Sequence[comparison.MeasureRow],
    measures: Sequence[Measure],
    columns: Sequence[int],
) -> ComparisonTable:
    """The table of some measures, one of each policy; each row has a cell for each, in their order. Those whose places are
    among ``columns`` have one; the differences are those of all."""
    shown = [measures[at] for at in columns]
    heads = tuple(make_head(context, measure) for measure in shown)
    rows = [_row(context, row, shown, [row.cells[at] for at in columns]) for row in compared]
    cards = tuple(
        ColumnCard(
            head, tuple(sorted((CardLine(row, row.cells[at]) for row in rows), key=_last_what_is_equal))
        )
        for at, head in enumerate(heads)
    )
    return ComparisonTable(heads, tuple(rows), make_notes(context, compared, measures), cards)


def make_head(context: ComparisonContext, measure: Measure) -> ColumnHead:
    """The head of a measure's column."""
    policy = measure.policy
    return ColumnHead(
        doc=measure.doc,
        validity=context.validity(policy),
        place=context.place(policy),
        document=policy_title(policy, context.language),
        document_href=urls.relative(context.here, urls.policy(context.language, measure.doc)),
        quote=context.quote(measure),
    )


def _row(
    context: ComparisonContext,
    row: comparison.MeasureRow,
    measures: Sequence[Measure],
    cells: Sequence[comparison.ComparisonCell],
) -> RowView:
    return RowView(
        row.name,
        context.words[f"row.{row.name}"],
        row.verdict.value,
        _verdict_name(context, row),
        tuple(_cell(context, row.name, measure, cell) for measure, cell in zip(measures, cells, strict=True)),
    )


def _verdict_name(context: ComparisonContext, row: comparison.MeasureRow) -> Runs:
    """The verdict in words; none where it is not known whether a text states something."""
    unread = any(cell.silence is Silence.UNREAD for cell in row.cells)
    if row.verdict is Verdict.OWN or (row.verdict is Verdict.SOME and unread):
        return ()
    rephrased = row.verdict is Verdict.DIFFERENT and row.name in _WORDED
    return context.words["verdict.worded" if rephrased else f"verdict.{row.verdict.value}"]


def _cell(
    context: ComparisonContext, row: str, measure: Measure, cell: comparison.ComparisonCell
) -> CellView:
    terms = context.setting.corpus.terms
    values = [
        LinkedValue(
            worded(row, measure, value, context.words, terms).text, context.href(measure, value.start)
        )
        for value in cell.values
    ]
    return CellView(measure.doc, tuple(dict.fromkeys(values)), _absent(context, measure, cell))


def _absent(
    context: ComparisonContext, measure: Measure, cell: comparison.ComparisonCell
) -> LinkedValue | None:
    match cell.silence:
        case None:
            return None
        case Silence.ELSEWHERE if cell.elsewhere and cell.elsewhere != measure.clause.id:
            there = measure.policy.document.clause(cell.elsewhere)
            said = plain(locator(measure.policy, there, context.language))
            href = urls.relative(context.here, urls.clause(measure.doc, cell.elsewhere))
            return LinkedValue(context.words.fill("compare.elsewhere", clause=said), href)
        case Silence.UNREAD:
            return LinkedValue(context.words["compare.silence_unread"], context.href(measure))
        case silence:
            return LinkedValue(context.words[f"compare.silence_{silence}"], None)


def document_values(context: ComparisonContext, policy: Policy) -> tuple[Runs, Runs]:
    """The status and the date of a document; nothing where nobody knows it."""
    meta, words, language = policy.meta, context.words, context.language
    made = meta.made if meta.made.value else meta.published
    day = date(made.value, language) if made.value else ()
    if day and made.basis in ("inferred", "external"):
        day += words.fill("policy.in_brackets", text=words.plain(f"policy.{made.basis}"))
    return context.validity(policy)[0].text, day


def _last_what_is_equal(line: CardLine) -> int:
    ranks = {Verdict.DIFFERENT: 0, Verdict.INCOMPARABLE: 0, Verdict.SOME: 1}
    return ranks.get(Verdict(line.row.verdict), 2)
