"""A table as an Excel workbook (ISO/IEC 29500), written directly: fast, and no clock gets into it.

The first row holds the names of the columns; it stays in sight and carries filters.
"""

import io
import zipfile
from collections.abc import Sequence

from digest.model.page import Row, Table
from digest.render.cells import Cell, cell
from digest.render.xml import DECLARATION, xml_text

LONGEST = 32_767
"""Characters a cell can hold; what is longer ends with …"""

MOST_ROWS = 1_048_575
"""Rows a sheet can hold below the names; further ones go to further sheets."""


def xlsx_file(table: Table, most_rows: int = MOST_ROWS) -> bytes:
    """The workbook. Formulas are guarded, see ``cell``."""
    starts = range(0, len(table.rows), most_rows) or (0,)
    names = [table.name if start == 0 else f"{table.name} {start // most_rows + 1}" for start in starts]
    numbers = range(1, len(names) + 1)
    files = {
        "[Content_Types].xml": _types(numbers),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
            | {"styles": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": _STYLES,
    }
    for n, start in zip(numbers, starts, strict=True):
        files[f"xl/worksheets/sheet{n}.xml"] = _sheet(table, table.rows[start : start + most_rows])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, DECLARATION + content)
    return out.getvalue()


def _sheet(table: Table, rows: Sequence[Row]) -> str:
    columns = tuple(table.columns)
    head = "".join(_text(name, ' s="1"') for name in columns)
    body = "".join(f"<row>{''.join([_cell(cell(row[name])) for name in columns])}</row>" for row in rows)
    corner = f"{_letters(len(columns))}{len(rows) + 1}"
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{corner}"/><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetData><row>{head}</row>{body}</sheetData><autoFilter ref="A1:{corner}"/></worksheet>'
    )


def _cell(value: Cell) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    return f"<c><v>{value}</v></c>"


def _text(value: str, style: str = "") -> str:
    shown = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{xml_text(shown)}</t></is></c>'


def _letters(number: int) -> str:
    """The name of a column, from 1: A, Z, AA."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{xml_text(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _types(numbers: Sequence[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{sheets}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    )


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
