"""CSV (RFC 4180), one line an entry, safe to open in a spreadsheet, and read by Excel as what it is."""

import csv
import io
from collections.abc import Iterable

from digest.text.formulas import guarded, unguarded
from digest.translate.exchange.rows import ExchangeRow, one_state

COLUMNS = ("doc", "id", "state", "zh", "en")

_MARK = "\ufeff"
"""The byte order mark: without it Excel takes a file for the local encoding."""


def print_csv(rows: Iterable[ExchangeRow]) -> str:
    """The rows under a line of headings, behind a byte order mark. Text that a spreadsheet would compute is guarded."""
    file = io.StringIO()
    file.write(_MARK)
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([guarded(each) for each in (row.doc, row.id, row.state, row.zh, row.en)])
    return file.getvalue()


def parse_csv(text: str) -> tuple[ExchangeRow, ...]:
    """The rows of a file, with a byte order mark or without; its columns may stand in any order. Raises ValueError when one
    is missing."""
    reader = csv.DictReader(io.StringIO(text.removeprefix(_MARK), newline=""))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ()) and name != "state"]
    if missing:
        raise ValueError(f"there is no column {missing[0]}")
    try:
        return tuple(_row(cells) for cells in reader)
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _row(cells: dict[str, str]) -> ExchangeRow:
    doc, clause_id, zh, en = (unguarded(cells[name] or "") for name in ("doc", "id", "zh", "en"))
    return ExchangeRow(doc, clause_id, one_state(cells.get("state")), zh, en)
