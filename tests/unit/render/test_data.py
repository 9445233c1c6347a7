"""Tables as files: nothing is lost, nothing runs, the same rows give the same bytes."""

import csv
import io
import json
import sqlite3
import zipfile

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from digest.model.page import DataFile, DataTable, ForeignKey
from digest.render import xlsx
from digest.render.cells import cell
from digest.render.data import data_file
from digest.render.xlsx import LONGEST, xlsx_file

FORMULAS = ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("x")', "'=1"]

PLACES = DataTable(
    "places",
    {"id": "TEXT", "end": "INTEGER", "share": "REAL", "open": "INTEGER", "tags": "JSON"},
    ("id",),
    (),
    ("id",),
    (
        {"id": "一、“甲”,\n<乙>&", "end": 1, "share": 0.5, "open": True, "tags": ["x", {"y": None}]},
        {"id": " 深圳 \x01", "end": None, "share": None, "open": False, "tags": []},
        {"id": "大数", "end": 10**30, "share": 3, "open": None, "tags": []},
    ),
)
TOWNS = DataTable(
    "towns",
    {"id": "TEXT", "place": "TEXT"},
    ("id",),
    (ForeignKey(("place",), "places", ("id",)),),
    (),
    ({"id": "t", "place": "大数"},),
)
FORMULA_ROWS = DataTable("f", {"id": "TEXT"}, ("id",), (), (), tuple({"id": text} for text in FORMULAS))


def test_json_lines():
    content = data_file(DataFile("jsonl", (PLACES,)))
    assert [json.loads(line) for line in content.decode().split("\n")[:-1]] == list(PLACES.rows)


def test_csv_is_read_back_as_it_was():
    content = data_file(DataFile("csv", (PLACES,)))
    assert content.startswith(b"\xef\xbb\xbfid,end,share,open,tags\r\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [row["id"] for row in PLACES.rows]
    assert [row["open"] for row in rows] == ["true", "false", ""]
    assert json.loads(rows[0]["tags"]) == ["x", {"y": None}]


def test_a_workbook_is_read_back_as_it_was():
    book = openpyxl.load_workbook(io.BytesIO(data_file(DataFile("xlsx", (PLACES,)))))
    assert book.sheetnames == ["places"]
    sheet = book["places"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E4"
    assert [[each.value for each in row] for row in sheet.rows] == [
        ["id", "end", "share", "open", "tags"],
        ["一、“甲”,\n<乙>&", 1, 0.5, True, '["x", {"y": null}]'],
        [" 深圳 \ufffd", None, None, False, "[]"],
        ["大数", float(10**30), 3, None, "[]"],
    ]


def test_what_a_cell_cannot_hold_is_cut_and_says_so():
    table = DataTable("t", {"id": "TEXT"}, ("id",), (), (), ({"id": "字" * (LONGEST + 1)},))
    value = openpyxl.load_workbook(io.BytesIO(xlsx_file(table)))["t"]["A2"].value
    assert len(value) == LONGEST
    assert value.endswith("字…")


def test_more_rows_than_a_sheet_holds_go_to_the_next():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(FORMULA_ROWS, most_rows=4)))
    assert book.sheetnames == ["f", "f 2", "f 3"]
    found = [unescape(str(row[0].value)) for sheet in book for row in sheet.iter_rows(min_row=2)]
    assert found == [cell(text) for text in FORMULAS]
    assert {sheet["A1"].value for sheet in book} == {"id"}


def test_a_large_table_is_written_row_by_row(monkeypatch):
    held = xlsx_file(FORMULA_ROWS, most_rows=4)
    monkeypatch.setattr(xlsx, "MOST_HELD", 3)
    large = xlsx_file(FORMULA_ROWS, most_rows=4)
    assert large == xlsx_file(FORMULA_ROWS, most_rows=4) != held
    one, other = (openpyxl.load_workbook(io.BytesIO(file)) for file in (held, large))
    for sheet in one:
        assert list(other[sheet.title].values) == list(sheet.values)
        assert other[sheet.title].freeze_panes == "A2"
    assert one.sheetnames == other.sheetnames


def test_an_empty_table_is_a_file_with_names():
    empty = DataTable("t", {"id": "TEXT", "end": "INTEGER"}, ("id",), (), (), ())
    assert data_file(DataFile("jsonl", (empty,))) == b""
    assert data_file(DataFile("csv", (empty,))).decode("utf-8-sig") == "id,end\r\n"
    assert openpyxl.load_workbook(io.BytesIO(xlsx_file(empty)))["t"].max_row == 1


def test_a_long_name_is_cut_to_what_a_sheet_can_have():
    rows = ({"id": "1"}, {"id": "2"})
    table = DataTable("g-example-city-smart-sensor-2024-art12", {"id": "TEXT"}, ("id",), (), (), rows)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(table, most_rows=1)))
    assert book.sheetnames == ["g-example-city-smart-sensor-202", "g-example-city-smart-sensor-2 2"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    assert cell(text) == "'" + text
    for value in (-1, 0.5, None, "a=b", "——", "一、"):
        assert cell(value) == value


def test_spreadsheets_hold_no_formulas():
    rows = list(
        csv.reader(io.StringIO(data_file(DataFile("csv", (FORMULA_ROWS,))).decode("utf-8-sig"), newline=""))
    )
    assert [row[0][1:] for row in rows[1:]] == FORMULAS
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(FORMULA_ROWS)))["f"]
    assert {each.data_type for row in sheet.rows for each in row} == {"s"}


@pytest.fixture
def database(tmp_path):
    (tmp_path / "d.sqlite").write_bytes(data_file(DataFile("sqlite", (PLACES, TOWNS))))
    opened = sqlite3.connect(tmp_path / "d.sqlite")
    yield opened
    opened.close()


def test_the_database_holds_every_row(database):
    assert database.execute("SELECT * FROM places").fetchall() == [
        ("一、“甲”,\n<乙>&", 1, 0.5, 1, '["x", {"y": null}]'),
        (" 深圳 \x01", None, None, 0, "[]"),
        ("大数", 1e30, 3, None, "[]"),
    ]
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_keys_are_declared_and_kept(database):
    columns = database.execute("PRAGMA table_info(towns)").fetchall()
    assert [(column[1], column[5]) for column in columns] == [("id", 1), ("place", 0)]
    keys = database.execute("PRAGMA foreign_key_list(towns)").fetchall()
    assert [(key[2], key[3], key[4]) for key in keys] == [("places", "place", "id")]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("UPDATE towns SET place = 'gone'")
    assert len(database.execute("PRAGMA foreign_key_check").fetchall()) == 1


def test_text_is_found_by_any_three_characters(database):
    search = "SELECT p.id FROM places_fts f JOIN places p ON p.rowid = f.rowid WHERE places_fts MATCH ?"
    assert database.execute(search, ('"“甲”"',)).fetchall() == [("一、“甲”,\n<乙>&",)]
    assert database.execute(search, ('"“乙”"',)).fetchall() == []


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "sqlite"])
def test_the_same_rows_give_the_same_bytes(form, monkeypatch):
    first = data_file(DataFile(form, (PLACES,)))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert data_file(DataFile(form, (PLACES,))) == first
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(first)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
