"""A table as an Excel workbook, without formulas and without the clock.

The first row holds the names of the columns; it stays in sight and carries filters.
"""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from digest.model.page import Table
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


def xlsx_file(table: Table, most_rows: int = MOST_ROWS) -> bytes:
    """The workbook. Formulas are guarded, see ``cell``."""
    from xlsxwriter import Workbook  # a tenth of a second that only this format needs

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    bold = book.add_format({"bold": True})
    columns = tuple(table.columns)
    for start in range(0, len(table.rows), most_rows) or (0,):
        rows = table.rows[start : start + most_rows]
        end = f" {start // most_rows + 1}" if start else ""
        sheet = book.add_worksheet(table.name[: LONGEST_NAME - len(end)] + end)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        for at, name in enumerate(columns):
            sheet.write_string(0, at, name, bold)
            for line, row in enumerate(rows, 1):
                _write(sheet, line, at, cell(row[name]))
    book.close()
    return out.getvalue()


def _write(sheet: "Worksheet", line: int, at: int, value: Cell) -> None:
    if isinstance(value, str):
        text = legal_text(value)
        sheet.write_string(line, at, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
    elif isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif value is not None:
        sheet.write_number(line, at, value)
