"""Tables that were pasted as text: by tabs, bars or spaces, a row on a line; or cell by cell, each on a line of its own.

Where the shape is sure, the lines become rows. Where it is not, the lines stay as they stand and are reported. A table is
no sentence: what reads sentences passes over it (``Clause.prose``).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest.parse.lines import Line
from digest.regex import regex

_LONGEST_CELL = 24
_LONGEST_STACKED = 60
_FEWEST_CELLS = 6
_MOST_COLUMNS = 8
_USUAL_CELL = 10
"""Cells are short: where half of them are longer, lines were broken by the width of a page."""

_BAR = regex(r"[|｜│┃]")
_TAB = regex(r"[ \u3000]*\t[ \t\u3000]*")
_WIDE = regex(r" {2,}|\u3000+")
_SPACE = regex(r"[ \u3000]+")
_ANY_DELIMITER = regex(r"[|｜│┃\t \u3000]")
_NO_CELL = "。；，：、;,:！？!?（《“"
_NUMERAL = r"[\d０-９][\d０-９,，.．]*"
_UNIT = (
    r"(?:万|亿|千|百|十)*(?:元|美元|欧元|港元)?(?:人|家|个|项|台|套|户|件|年|分|名|平方米|亩|吨|级|档|次)?"
)
_FIGURE = regex(
    rf"(?:[≤≥<>＜＞]|不超过|不低于|最高|最低|低于|高于|约)?\s*{_NUMERAL}\s*(?:[%％]|{_UNIT})(?:（含）|\(含\)|含)?\s*"
    rf"(?:(?:[-~～—–－至到]|≤|<|＜)+\s*{_NUMERAL}\s*(?:[%％]|{_UNIT}))?(?:（(?:不?含)）|\(不?含\))?(?:以上|以下|以内|及以上|及以下|以上的)?"
    r"(?:（(?:不?含)）|\(不?含\))?(?:[/／].{1,6})?"
)


class TableShape(NamedTuple):
    """``columns`` cells make a row; ``skipped`` lines stand before the first cell, ``left`` after the last."""

    columns: int
    skipped: int
    left: int


def mark_tables(lines: list[Line], taken: set[int]) -> list[Line]:
    """The lines, those of tables with the number of their table and their cells. ``taken`` are lines in quotations.

    Linear: a stretch of short lines is looked at with a few widths only.
    """
    marked = list(lines)
    number = 0
    i = 0
    while i < len(lines):
        rows = _delimited(lines, i, taken)
        if rows:
            number += 1
            sure = len({len(cells) for cells in rows}) == 1
            for j, cells in enumerate(rows, i):
                marked[j] = lines[j]._replace(table=number, cells=cells, opens_row=True, sure=sure)
            i += len(rows)
            continue
        end = _end_of_cells(lines, i, taken)
        if end - i >= _FEWEST_CELLS and (found := _stacked(lines[i:end])):
            number += 1
            for j, line in _cells_in_rows(lines, i, end, found):
                marked[j] = line._replace(table=number)
        i = max(end, i + 1)
    return marked


def _delimited(lines: list[Line], i: int, taken: set[int]) -> list[tuple[tuple[int, int], ...]]:
    """The cells of the rows from line ``i`` on that one delimiter separates; none unless they make a table."""
    if not _ANY_DELIMITER.search(lines[i].text):
        return []
    for delimiter, fewest, loose in ((_BAR, 2, False), (_TAB, 2, False), (_WIDE, 2, True), (_SPACE, 3, True)):
        rows: list[tuple[tuple[int, int], ...]] = []
        for j in range(i, len(lines)):
            cells = _split(lines[j].text, delimiter) if j not in taken and not lines[j].kept else ()
            if len(cells) < fewest or (loose and not _all_short(lines[j].text, cells)):
                break
            rows.append(cells)
        if len(rows) > 1 and (not loose or _has_figures(lines, i, rows)):
            return rows
    return []


def _split(text: str, delimiter: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """The ranges between delimiters that hold something."""
    if not delimiter.search(text):
        return ()
    cells = []
    at = 0
    for match in delimiter.finditer(text):
        cells.append((at, match.start()))
        at = match.end()
    cells.append((at, len(text)))
    return tuple((a, b) for a, b in cells if text[a:b].strip())


def _all_short(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    return len(text) <= _MOST_COLUMNS * _LONGEST_CELL and all(
        b - a <= _LONGEST_CELL and text[b - 1] not in _NO_CELL for a, b in cells
    )


def _has_figures(lines: list[Line], first: int, rows: list[tuple[tuple[int, int], ...]]) -> bool:
    """Whether spaces separate cells: as many in each row, and one column holds figures in all rows but the first."""
    if len({len(cells) for cells in rows}) > 1:
        return False
    body = rows[1:] if len(rows) > 2 else rows
    offset = first + len(rows) - len(body)
    return any(
        all(_FIGURE.fullmatch(lines[offset + n].text[slice(*cells[column])]) for n, cells in enumerate(body))
        for column in range(1, len(rows[0]))
    )


def _end_of_cells(lines: list[Line], first: int, taken: set[int]) -> int:
    """Where a stretch of lines ends that could each be a cell."""
    end = first
    while end < len(lines) and end not in taken and _could_be_cell(lines[end]):
        end += 1
    return end


def _could_be_cell(line: Line) -> bool:
    """A short line that ends no sentence, begins no clause and has no cells of its own."""
    text = line.text
    if len(text) > _LONGEST_STACKED or text[-1] in _NO_CELL or "。" in text or line.kept or _BAR.search(text):
        return False
    return "\t" not in text and len(_SPACE.split(text)) < 3 and line.label is None


def _stacked(cells: list[Line]) -> TableShape | None:
    """The shape of a table whose cells stand below each other; columns 0 when it is not sure, None for no table."""
    figures = [_kind(line.text) for line in cells]
    if (
        sum(kind != "text" for kind in figures) < 2
        or sorted(len(line.text) for line in cells)[len(cells) // 2] > _USUAL_CELL
    ):
        return None
    for dropped in range(3):
        shapes = [
            TableShape(columns, skipped, dropped - skipped)
            for skipped in range(dropped + 1)
            for columns in range(2, _MOST_COLUMNS + 1)
            if _fits(figures[skipped : len(figures) - dropped + skipped], columns)
        ]
        if shapes:
            return shapes[0] if len(shapes) == 1 else TableShape(0, 0, 0)
    return TableShape(0, 0, 0)


def _kind(text: str) -> str:
    if not _FIGURE.fullmatch(text):
        return "text"
    return "share" if text[-1] in "%％" else "money" if "元" in text else "number"


def _fits(kinds: list[str], columns: int) -> bool:
    """Whether cells make a head of words and rows below it that are alike."""
    if len(kinds) % columns or len(kinds) < 2 * columns or any(kind != "text" for kind in kinds[:columns]):
        return False
    body = [kinds[at : at + columns] for at in range(columns, len(kinds), columns)]
    alike = all(len({row[column] for row in body}) == 1 for column in range(columns))
    return alike and any(kind != "text" for kind in body[0]) and (len(body) > 1 or body[0][-1] != "text")


def _cells_in_rows(lines: list[Line], first: int, end: int, shape: TableShape) -> Iterator[tuple[int, Line]]:
    """The lines of a stretch with their place in a row."""
    for j in range(first + shape.skipped, end - shape.left):
        at = j - first - shape.skipped
        opens = not shape.columns or at % shape.columns == 0
        whole = ((0, len(lines[j].text)),)
        yield j, lines[j]._replace(cells=whole, opens_row=opens, sure=shape.columns > 0)
