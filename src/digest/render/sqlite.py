"""All tables in one SQLite database, which Datasette serves as it is.

Each table has a primary key and foreign keys; a table to be searched has an index of trigrams,
``<table>_fts``, which finds any three characters and more (shorter words: ``LIKE``).
"""

import errno
import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO

from digest.model.page import DataTable

_LARGEST = 2**63 - 1


def sqlite_file(tables: Sequence[DataTable]) -> BinaryIO:
    """The database as an open file, which vanishes when it is closed: that of a large site would take up as much memory as the
    site. Lists are JSON text.

    Raises OSError where the disk is full, or cannot be written to.
    """
    with TemporaryDirectory(prefix="digest-") as folder:
        path = Path(folder) / "tables.sqlite"
        try:
            with closing(sqlite3.connect(path)) as database, database:
                database.execute("PRAGMA journal_mode = OFF")
                database.execute("PRAGMA synchronous = OFF")
                for table in tables:
                    _fill(database, table)
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error), str(path)) from error
        with path.open("r+b") as file:
            for start, end in _OF_THE_FILE:
                file.seek(start)
                file.write(bytes(end - start))
            file.seek(0)
            kept = TemporaryFile(prefix="digest-")  # noqa: SIM115 # who takes it closes it
            shutil.copyfileobj(file, kept)
            kept.seek(0)
            return kept


_OF_THE_FILE = ((24, 28), (92, 100))
"""Bytes of the head that count how often the file was changed, and name the program: zero in a database that is none."""


def _fill(database: sqlite3.Connection, table: DataTable) -> None:
    database.execute(_create(table))
    marks = ", ".join("?" * len(table.columns))
    rows = ([_value(row[name]) for name in table.columns] for row in table.rows)
    database.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", rows)  # noqa: S608
    for columns in sorted({reference.columns for reference in table.references} - {table.key}):
        index = _name("_".join((table.name, *columns)))
        database.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_names(columns)})")
    if table.searched:
        _index(database, table)


def _create(table: DataTable) -> str:
    columns = [
        f"{_name(name)} {'TEXT' if kind == 'JSON' else kind}{' NOT NULL' if name in table.key else ''}"
        for name, kind in table.columns.items()
    ]
    keys = [
        f"FOREIGN KEY ({_names(columns)}) REFERENCES {_name(other)} ({_names(there)})"
        for columns, other, there in table.references
    ]
    parts = [*columns, f"PRIMARY KEY ({_names(table.key)})", *keys]
    return f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _index(database: sqlite3.Connection, table: DataTable) -> None:
    """The full-text index; it reads its text from the table."""
    index = _name(f"{table.name}_fts")
    database.execute(
        f"CREATE VIRTUAL TABLE {index} USING FTS5 "
        f"({_names(table.searched)}, content={_name(table.name)}, tokenize='trigram')"
    )
    database.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


def _value(value: object) -> object:
    if isinstance(value, int) and abs(value) > _LARGEST:
        return float(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    """A name as SQL writes it; some of ours (end, order) are its words."""
    return f'"{name}"'
