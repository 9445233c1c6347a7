"""Tables: a row a line, cells parted by tabs."""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.intake.docx.pieces import Lines
from digest.intake.docx.styles import value, whole
from digest.intake.whys import MERGED, TRACKED
from digest.model.intake import TextChange

_SHORT = 24  # code points; longer words of a merged cell are sentences, and are read once
_WIDEST = 60  # columns that a cell may cover


class _Row(NamedTuple):
    element: ET.Element
    cells: list[ET.Element]


class _Cell(NamedTuple):
    """``continued``: above, left or nothing, where the words are that this cell goes on with."""

    text: str
    inside: Lines
    span: int
    continued: str


Reader = Callable[[ET.Element, Lines], None]
"""Reads the blocks of an element to the end of some lines."""


def read_table(table: ET.Element, lines: Lines, read: Reader) -> None:
    """The rows of a table. A row of one cell is no row: its paragraphs are read like any others, such as those of a box.

    Short words of a merged cell are repeated in each row that it covers, and reported, so that each row has its cells; in
    each column, too, if a row has a cell for each column. In the grid of a form none has. A row that was deleted is left
    out and reported.
    """
    above: dict[int, str] = {}
    rows = [_Row(row, _children(row, "tc")) for row in _children(table, "tr")]
    widest = max((sum(map(_span, row.cells)) for row in rows), default=0)
    regular = any(len(row.cells) == widest for row in rows)
    for row in rows:
        if _tracked(row.element, "del"):
            words = " ".join(filter(None, map(_plain, row.cells)))
            lines.changes.append(TextChange(len(lines.lines) + 1, words, "", TRACKED))
        elif len(row.cells) == 1:
            read(row.cells[0], lines)
        elif row.cells:
            _read_row(row, lines, above, read, regular=regular)


def _read_row(row: _Row, lines: Lines, above: dict[int, str], read: Reader, *, regular: bool) -> None:
    line, before = len(lines.lines) + 1, len(lines.changes)
    texts = [""] * min(whole(value(row.element.find("trPr/gridBefore"))), _WIDEST)
    column = len(texts)
    for each in row.cells:
        cell = _read_cell(each, read)
        lines.absorb(cell.inside, line)
        text = cell.text
        if cell.continued:
            text = above.get(column, "") if cell.continued == "above" else (texts or [""])[-1]
        copies = [text if len(text) <= _SHORT else ""] * (cell.span if regular else 1)
        if not cell.continued:
            copies[0] = text
        repeated = copies if cell.continued else copies[1:]
        lines.changes += [TextChange(line, "", copy, MERGED) for copy in repeated if copy]
        above.update((column + at, text) for at in range(cell.span))
        column += cell.span
        texts += copies
    text = "\t".join(texts).strip()
    if _tracked(row.element, "ins"):
        others = [each for each in lines.changes[before:] if each.was or each.why != TRACKED]
        lines.changes[before:] = [*others, TextChange(line, "", text, TRACKED)]
    if text:
        lines.lines.append(text)


def _read_cell(cell: ET.Element, read: Reader) -> _Cell:
    inside = Lines()
    read(cell, inside)
    text = " ".join(" ".join(line.split()) for line in inside.lines if line)
    return _Cell(text, inside, _span(cell), "" if text else _continued(cell))


def _continued(cell: ET.Element) -> str:
    for name, where in (("vMerge", "above"), ("hMerge", "left")):
        found = cell.find(f"tcPr/{name}")
        if found is not None and found.get("val", "continue") == "continue":
            return where
    return ""


def _span(cell: ET.Element) -> int:
    """How many columns a cell covers."""
    return min(max(whole(value(cell.find("tcPr/gridSpan"))), 1), _WIDEST)


def _children(parent: ET.Element, tag: str) -> list[ET.Element]:
    """The rows of a table or the cells of a row; controls may stand around them."""
    found: list[ET.Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice"):
            found += _children(child, tag)
    return found


def _tracked(row: ET.Element, what: str) -> bool:
    return row.find(f"trPr/{what}") is not None


def _plain(cell: ET.Element) -> str:
    """All words of a cell."""
    return "".join(each.text or "" for each in cell.iter() if each.tag in ("t", "delText")).strip()
