"""A table as an Excel workbook, without formulas and without the clock.

The first row holds the names of the columns; it stays in sight and carries filters.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from digest.model.page import DataTable, Row
from digest.render.cells import Cell, cell
from digest.render.xml import legal_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Characters a cell can hold; what is longer ends with …"""

MOST_ROWS = 1_048_575
"""Rows a sheet can hold below the names; further ones go to further sheets."""

LONGEST_NAME = 31
"""Characters the name of a sheet can have."""

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)


MOST_HELD = 20_000
"""Rows up to which a sheet is held in memory, each text once; a larger one is written row by row, through the disk."""


def xlsx_file(table: DataTable, most_rows: int = MOST_ROWS) -> bytes:
    """The workbook. Formulas are guarded, see ``cell``."""
    from xlsxwriter import Workbook  # a tenth of a second that only this format needs

    large = len(table.rows) > MOST_HELD
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True} if large else {"in_memory": True})
    book.set_properties({"created": _CREATED})
    bold = book.add_format({"bold": True})
    columns = tuple(table.columns)
    left = iter(table.rows)
    for start in range(0, len(table.rows), most_rows) or (0,):
        number = min(most_rows, len(table.rows) - start)
        rows = islice(left, number)
        end = f" {start // most_rows + 1}" if start else ""
        sheet = book.add_worksheet(table.name[: LONGEST_NAME - len(end)] + end)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, number, len(columns) - 1)
        for line, at, value in _by_row(rows, columns) if large else _by_column(rows, columns):
            if line == 0:
                sheet.write_string(line, at, columns[at], bold)
            else:
                _write(sheet, line, at, value)
    book.close()
    return out.getvalue()


def _by_row(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[tuple[int, int, Cell]]:
    """The cells with their line and column, the names of the columns first."""
    yield from ((0, at, name) for at, name in enumerate(columns))
    for line, row in enumerate(rows, 1):
        yield from ((line, at, cell(row[name])) for at, name in enumerate(columns))


def _by_column(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[tuple[int, int, Cell]]:
    """The same column by column: the texts of a column are then neighbours in the file, which packs better."""
    held = tuple(rows)
    for at, name in enumerate(columns):
        yield 0, at, name
        yield from ((line, at, cell(row[name])) for line, row in enumerate(held, 1))


def _write(sheet: "Worksheet", line: int, at: int, value: Cell) -> None:
    if isinstance(value, str):
        text = legal_text(value)
        sheet.write_string(line, at, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
    elif isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif value is not None:
        sheet.write_number(line, at, value)
