"""A table as an Excel workbook, without formulas and without the clock.

The first row holds the names of the columns; it stays in sight and carries filters. A workbook is six XML files in a
ZIP archive (ECMA-376); texts stand in their cells, not in a list of their own.
"""

import io
import re
from collections.abc import Iterator, Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from digest.model.page import Row, Table
from digest.render.cells import Cell, cell
from digest.render.xml import DECLARATION, legal_text, xml_text

LONGEST = 32_767
"""Characters a cell can hold; what is longer ends with …"""

MOST_ROWS = 1_048_575
"""Rows a sheet can hold below the names; further ones go to further sheets."""


def xlsx_file(table: Table, most_rows: int = MOST_ROWS) -> bytes:
    """The workbook. Formulas are guarded, see ``cell``."""
    starts = range(0, len(table.rows), most_rows) or (0,)
    names = [
        f"{table.name[:_NAME]} {at}" if at > 1 else table.name[:_NAME] for at in range(1, len(starts) + 1)
    ]
    parts = [table.rows[start : start + most_rows] for start in starts]
    columns = [_column(at) for at in range(len(table.columns))]
    areas = [f"$A$1:${columns[-1]}${len(rows) + 1}" for rows in parts]
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as book:

        def write(name: str, content: str) -> None:
            entry = ZipInfo(name)  # of the first day a ZIP archive can name
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            book.writestr(entry, DECLARATION + content)

        numbers = range(1, len(names) + 1)
        write("[Content_Types].xml", _TYPES.format(sheets="".join(map(_TYPE.format, numbers))))
        write("_rels/.rels", _ROOT)
        write("xl/_rels/workbook.xml.rels", _LINKS.format(sheets="".join(map(_LINK.format, numbers))))
        write("xl/workbook.xml", _workbook(names, areas))
        write("xl/styles.xml", _STYLES)
        for number, rows, area in zip(numbers, parts, areas, strict=True):
            write(f"xl/worksheets/sheet{number}.xml", _sheet(tuple(table.columns), columns, rows, area))
    return out.getvalue()


def _workbook(names: Sequence[str], areas: Sequence[str]) -> str:
    """The sheets by their names, and the area that each one's filters are for."""
    listed = [xml_text(name) for name in names]
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="s{at}"/>' for at, name in enumerate(listed, 1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
        f"'{name.replace(chr(39), chr(39) * 2)}'!{area}</definedName>"
        for at, (name, area) in enumerate(zip(listed, areas, strict=True))
    )
    return _WORKBOOK.format(sheets=sheets, filters=filters)


def _sheet(names: Sequence[str], columns: Sequence[str], rows: Sequence[Row], area: str) -> str:
    """The rows, below the names of the columns."""
    lines = [_cells(columns, names, 1, style=' s="1"')]
    lines += [_cells(columns, [cell(row[name]) for name in names], line) for line, row in enumerate(rows, 2)]
    data = "".join(f'<row r="{at}">{"".join(line)}</row>' for at, line in enumerate(lines, 1))
    return _SHEET.format(area=area.replace("$", ""), data=data)


def _cells(columns: Sequence[str], values: Sequence[Cell], line: int, style: str = "") -> Iterator[str]:
    """The cells of a row; what is empty has none."""
    for column, value in zip(columns, values, strict=True):
        at = f'<c r="{column}{line}"{style}'
        if isinstance(value, str):
            if value:
                yield f'{at} t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
        elif isinstance(value, bool):  # before numbers: to Python, True is one
            yield f'{at} t="b"><v>{value:d}</v></c>'
        elif value is not None:
            yield f"{at}><v>{value:.16G}</v></c>"


def _text(value: str) -> str:
    """The text of a cell. ``_x0041_`` would be read as the character of that number."""
    text = legal_text(value)
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return xml_text(_CODED.sub("_x005F_", text) if "_x" in text else text)


def _column(at: int) -> str:
    """The letters of a column, counted from 0: A, Z, AA."""
    return (_column(at // 26 - 1) if at > 25 else "") + chr(ord("A") + at % 26)


_NAME = 28
"""Characters of a table's name that name a sheet: 31 is what one can have, with its number."""
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_FORM = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_FORM}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_FORM}.styles+xml"/>{{sheets}}</Types>'
)
_TYPE = f'<Override PartName="/xl/worksheets/sheet{{}}.xml" ContentType="{_FORM}.worksheet+xml"/>'
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="book" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">{{sheets}}'
    f'<Relationship Id="styles" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_LINK = f'<Relationship Id="s{{0}}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{{0}}.xml"/>'
_WORKBOOK = (
    f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{{sheets}}</sheets>'
    "<definedNames>{filters}</definedNames></workbook>"
)
_SHEET = (
    f'<worksheet {_MAIN}><dimension ref="{{area}}"/><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    '<sheetData>{data}</sheetData><autoFilter ref="{area}"/></worksheet>'
)
_FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
_STYLES = (
    f'<styleSheet {_MAIN}><fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
