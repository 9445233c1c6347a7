"""Tables of the bulk data become files: JSON Lines, CSV, Excel, SQLite."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from digest.model.page import DataFile, DataTable, JsonLines
from digest.render.cells import cell
from digest.render.sqlite import sqlite_file
from digest.render.xlsx import xlsx_file


def data_file(data: DataFile) -> bytes:
    """The bytes of a data file: the same tables, the same bytes."""
    if data.form == "sqlite":
        with sqlite_file(data.tables) as file:
            return file.read()
    return _FORMS[data.form](data.tables[0])


def json_file(value: Mapping[str, Any]) -> bytes:
    """One JSON value, laid out for people."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def json_lines_file(value: JsonLines) -> bytes:
    """A JSON object whose last member has an entry a line."""
    out = io.BytesIO()
    head = json.dumps({**value.head, value.name: {}}, ensure_ascii=False)
    out.write(head.removesuffix("}}").encode())
    between = b"\n"
    for name, entry in value.entries:
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        out.write(between + f"{json.dumps(name)}:{text}".encode())
        between = b",\n"
    out.write(b"\n}}\n")
    return out.getvalue()


def script_file(name: str, value: Any) -> bytes:
    """A value as a script that hands it over under a name."""
    json_text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"digestSearch({json.dumps(name)},{json_text})\n".encode()


def jsonl_file(table: DataTable) -> bytes:
    """One object a line."""
    out = io.BytesIO()
    out.writelines(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in table.rows)
    return out.getvalue()


def csv_file(table: DataTable) -> bytes:
    """RFC 4180, with a byte order mark: Excel takes a file without one for the local encoding, and every
    library for tables passes over it. Formulas are guarded, see ``cell``."""
    out = io.BytesIO()
    text = io.TextIOWrapper(out, "utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(map(cell, table.columns))
    writer.writerows([_printed(cell(row[name])) for name in table.columns] for row in table.rows)
    text.flush()
    return out.getvalue()


_FORMS = {"jsonl": jsonl_file, "csv": csv_file, "xlsx": xlsx_file}


def _printed(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
