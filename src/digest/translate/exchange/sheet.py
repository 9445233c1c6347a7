"""CSV (RFC 4180), one line an entry, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from digest.translate.exchange.rows import Row, one_state

COLUMNS = ("doc", "id", "state", "zh", "en")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_csv(rows: Iterable[Row]) -> str:
    """The rows under a line of headings. A cell that a spreadsheet would take for a formula gets an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_guarded(each) for each in (row.doc, row.id, row.state, row.zh, row.en)])
    return file.getvalue()


def parse_csv(text: str) -> tuple[Row, ...]:
    """The rows of a file; its columns may stand in any order. Raises ValueError when one is missing."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ()) and name != "state"]
    if missing:
        raise ValueError(f"there is no column {missing[0]}")
    try:
        return tuple(_row(cells) for cells in reader)
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _row(cells: dict[str, str]) -> Row:
    doc, clause_id, zh, en = (_bare(cells[name] or "") for name in ("doc", "id", "zh", "en"))
    return Row(doc, clause_id, one_state(cells.get("state")), zh, en)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _bare(cell: str) -> str:
    return cell.removeprefix("'") if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
