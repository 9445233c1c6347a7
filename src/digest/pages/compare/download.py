"""The comparison of a theme as a table for a spreadsheet: one line a measure, in the words of one language."""

from collections.abc import Sequence

from digest.model.matches import Theme
from digest.model.page import Row, Table
from digest.pages.compare.align import Alignment
from digest.pages.compare.desk import Desk
from digest.pages.compare.measures import Measure
from digest.pages.compare.rows import ROWS, Said
from digest.pages.compare.tables import document_values
from digest.pages.words import plain
from digest.text import urls


def make_download(desk: Desk, theme: Theme, measures: Sequence[Measure], alignment: Alignment) -> Table:
    """The table. Measures with one number in the first column correspond; those without stand alone."""
    number = {act: str(at) for at, group in enumerate(alignment.groups, 1) for act in group.acts}
    rows = tuple(_row(desk, measure, number.get(measure.key, "")) for measure in measures)
    words = desk.words
    names = [
        "group",
        "place",
        "document",
        "clause",
        "text",
        *(kind.name for kind in ROWS),
        "status",
        "date",
        "address",
    ]
    columns = {words.plain(f"row.{name}"): "TEXT" for name in names}
    return Table(theme.id, columns, (), (), (), rows)


def _row(desk: Desk, measure: Measure, number: str) -> Row:
    words, terms = desk.words, desk.setting.corpus.terms
    status, date = document_values(desk, measure)
    values = {
        "group": number,
        "place": plain(desk.place(measure.policy)),
        "document": plain(desk.title(measure.policy)),
        "clause": measure.clause.id,
        "text": plain(desk.text(measure)),
        **{kind.name: _joined(kind.say(measure, words, terms)) for kind in ROWS},
        "status": plain(status),
        "date": plain(date),
        "address": desk.setting.absolute(urls.clause(measure.doc, measure.clause.id)),
    }
    return {words.plain(f"row.{name}"): value for name, value in values.items()}


def _joined(said: Sequence[Said]) -> str:
    """The values of a cell, apart by line feeds."""
    return "\n".join(dict.fromkeys(plain(each.runs) for each in said))
