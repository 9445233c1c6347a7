"""Tables: a row a line, cells parted by tabs."""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.intake.docx.pieces import Lines
from digest.intake.docx.styles import value, whole
from digest.intake.whys import MERGED, TRACKED
from digest.model.intake import Change

_SHORT = 24  # code points; longer words of a merged cell are sentences, and are read once
_WIDEST = 60  # columns that a cell may cover


class _Cell(NamedTuple):
    text: str
    inside: Lines
    span: int
    continued: bool


Reader = Callable[[ET.Element, Lines], None]
"""Reads the blocks of an element to the end of some lines."""


def read_table(table: ET.Element, lines: Lines, read: Reader) -> None:
    """The rows of a table. A row of one cell is no row: its paragraphs are read like any others, such as those of a box.

    Short words of a merged cell are repeated in each row and column that it covers, and reported, so that each row has
    its cells. A row that was deleted is left out and reported.
    """
    above: dict[int, str] = {}
    for row in rows(table):
        cells = list(_children(row, "tc"))
        if _tracked(row, "del"):
            words = " ".join(filter(None, map(_plain, cells)))
            lines.changes.append(Change(len(lines.lines) + 1, words, "", TRACKED))
        elif len(cells) == 1:
            read(cells[0], lines)
        elif cells:
            _read_row(row, cells, lines, above, read)


def rows(table: ET.Element) -> list[ET.Element]:
    """The rows of a table, without those of tables inside it."""
    return list(_children(table, "tr"))


def _read_row(
    row: ET.Element, cells: list[ET.Element], lines: Lines, above: dict[int, str], read: Reader
) -> None:
    line, before = len(lines.lines) + 1, len(lines.changes)
    texts = [""] * min(whole(value(row.find("trPr/gridBefore"))), _WIDEST)
    for each in cells:
        cell = _read_cell(each, read)
        lines.absorb(cell.inside, line)
        text = above.get(len(texts), "") if cell.continued else cell.text
        repeated = text if len(text) <= _SHORT else ""
        copies = [repeated] * cell.span
        if not cell.continued:
            copies[0] = text
        lines.changes += [
            Change(line, "", copy, MERGED) for copy in copies[0 if cell.continued else 1 :] if copy
        ]
        above.update((len(texts) + at, text) for at in range(cell.span))
        texts += copies
    text = "\t".join(texts).strip()
    if _tracked(row, "ins"):
        others = [each for each in lines.changes[before:] if each.why != TRACKED]
        lines.changes[before:] = [*others, Change(line, "", text, TRACKED)]
    if text:
        lines.lines.append(text)


def _read_cell(cell: ET.Element, read: Reader) -> _Cell:
    properties = cell.find("tcPr")
    span, merge = 1, None
    if properties is not None:
        span = min(max(whole(value(properties.find("gridSpan"))), 1), _WIDEST)
        for name in ("vMerge", "hMerge"):
            found = properties.find(name)
            merge = found if merge is None else merge
    inside = Lines()
    read(cell, inside)
    text = " ".join(" ".join(line.split()) for line in inside.lines if line)
    continued = merge is not None and merge.get("val", "continue") == "continue" and not text
    return _Cell(text, inside, span, continued)


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
