"""The comparison of a theme as a table for a spreadsheet: one line a measure, in the words of one language."""

from collections.abc import Iterator, Mapping, Sequence

from digest.model.comparison import ROWS, StatedValue, ThemeComparison
from digest.model.matches import ActKey
from digest.model.measures import Measure, Measures
from digest.model.page import DataTable, Row
from digest.pages.clauses import locator
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.tables import document_values
from digest.pages.compare.values import worded
from digest.pages.strings import plain
from digest.text import urls

_BEFORE = ("group", "place", "document", "clause", "text")
_AFTER = ("status", "date", "address", "clause_id")


def make_download(context: ComparisonContext, measures: Measures, comparison: ThemeComparison) -> DataTable:
    """The table. Measures with one number in the first column correspond; those without were not matched, or stand in near
    copies. A cell without a value is empty, not a text without characters, so that a spreadsheet can count and filter."""
    columns = {name: context.words.plain(f"row.{name}") for name in (*_BEFORE, *ROWS, *_AFTER)}
    rows = [_row(context, measures.find(act), number, stated) for number, act, stated in _lines(comparison)]
    shown = tuple({column: row[name] or None for name, column in columns.items()} for row in rows)
    return DataTable(comparison.theme, dict.fromkeys(columns.values(), "TEXT"), (), (), (), shown)


def _lines(
    comparison: ThemeComparison,
) -> Iterator[tuple[str, ActKey, Mapping[str, Sequence[StatedValue]]]]:
    """The number of the group, the measure, and what it states."""
    for number, group in enumerate(comparison.groups, 1):
        for at, act in enumerate(group.acts):
            yield str(number), act, {row.name: row.cells[at].values for row in group.rows}
    for alone in (*comparison.alone, *comparison.copies):
        yield "", alone.act, alone.stated


def _row(
    context: ComparisonContext, measure: Measure, number: str, stated: Mapping[str, Sequence[StatedValue]]
) -> Row:
    status, date = document_values(context, measure.policy)
    return {
        "group": number,
        "place": plain(context.place(measure.policy)),
        "document": plain(context.title(measure.policy)),
        "clause": plain(locator(measure.policy, measure.clause, context.language)),
        "text": plain(context.text(measure)),
        **{name: _joined(context, name, measure, stated.get(name, ())) for name in ROWS},
        "status": plain(status),
        "date": plain(date),
        "address": context.setting.absolute(urls.clause(measure.doc, measure.clause.id)),
        "clause_id": measure.clause.id,
    }


def _joined(context: ComparisonContext, row: str, measure: Measure, values: Sequence[StatedValue]) -> str:
    """The values of a cell, apart by line feeds."""
    terms = context.setting.corpus.terms
    said = (plain(worded(row, measure, value, context.words, terms).text) for value in values)
    return "\n".join(dict.fromkeys(said))
