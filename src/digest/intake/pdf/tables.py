"""Tables on a page: cells between ruled lines; or columns that gaps show, which is less sure."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from digest.intake.pdf.glyphs import Glyph, RuledLine
from digest.intake.pdf.rows import TextRow, rows_of

_NEAR = 4.0
"""Points: lines that are nearer to each other are one."""
_SHORT = 40
"""Characters: a longer text of a merged cell is not repeated."""
_STEP = 2.0
"""Points: lines that round to the same are drawn twice, as those between two cells are."""
_GAP = 3.0
"""Of the size of a line."""
_MOST_LINES = 1_000


class RuledTable(NamedTuple):
    """A table with ruled cells. ``rows`` hold the texts of its cells; ``copies`` are the texts that stand once on the page and in
    several cells here, with the number of the row from 0."""

    page: int
    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]
    copies: tuple[tuple[int, str], ...]


class _Grid(NamedTuple):
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    edges: tuple[RuledLine, ...]


def ruled_tables(
    page: int, glyphs: Sequence[Glyph], edges: Sequence[RuledLine]
) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables of a page, and the glyphs outside them."""
    tables: list[RuledTable] = []
    rest = list(glyphs)
    for grid in _grids(edges):
        inside = [each for each in rest if _holds(grid, each)]
        if inside:
            rest = [each for each in rest if not _holds(grid, each)]
            tables.append(_table(page, grid, inside))
    return tables, rest


def _grids(edges: Sequence[RuledLine]) -> list[_Grid]:
    """Lines that touch each other, where they part an area into at least two columns."""
    groups: list[list[RuledLine]] = []
    apart = {tuple(round(place / _STEP) for place in each): each for each in edges}
    for edge in sorted(list(apart.values())[:_MOST_LINES], key=lambda each: each.top):
        near = [group for group in groups if any(_touch(edge, other) for other in reversed(group))]
        merged = [edge, *(each for group in near for each in group)]
        groups = [group for group in groups if all(group is not other for other in near)]
        groups.append(merged)
    grids = [_grid(group) for group in groups]
    return [grid for grid in grids if len(grid.xs) > 2 and len(grid.ys) > 1]


def _grid(edges: list[RuledLine]) -> _Grid:
    """The places of columns and rows; a table may be open at its sides."""
    xs = [each.left for each in edges if each.bottom - each.top > each.right - each.left]
    ys = [each.top for each in edges if each.right - each.left > each.bottom - each.top]
    if xs and ys:
        xs += [min(each.left for each in edges), max(each.right for each in edges)]
        ys += [min(each.top for each in edges), max(each.bottom for each in edges)]
    return _Grid(_places(xs), _places(ys), tuple(edges))


def _touch(a: RuledLine, b: RuledLine) -> bool:
    return (
        a.left - _NEAR <= b.right
        and b.left - _NEAR <= a.right
        and a.top - _NEAR <= b.bottom
        and b.top - _NEAR <= a.bottom
    )


def _places(values: list[float]) -> tuple[float, ...]:
    """The values, those that are near each other as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return tuple(places)


def _holds(grid: _Grid, glyph: Glyph) -> bool:
    x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size / 3
    return grid.xs[0] - _NEAR < x < grid.xs[-1] + _NEAR and grid.ys[0] < y < grid.ys[-1]


def _table(page: int, grid: _Grid, glyphs: Sequence[Glyph]) -> RuledTable:
    columns, lines = len(grid.xs) - 1, len(grid.ys) - 1
    owner = _owners(grid, columns, lines)
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        column = min(max(bisect_right(grid.xs, (glyph.left + glyph.right) / 2) - 1, 0), columns - 1)
        line = min(max(bisect_right(grid.ys, glyph.base - glyph.size / 3) - 1, 0), lines - 1)
        cells.setdefault(owner[line, column], []).append(glyph)
    texts = {place: _text(rows_of(page, inside)) for place, inside in cells.items()}
    rows: list[tuple[str, ...]] = []
    copies: list[tuple[int, str]] = []
    for line in range(lines):
        row: list[str] = []
        copied: list[str] = []
        for column in range(columns):
            text = texts.get(owner[line, column], "")
            if owner[line, column] != (line, column):
                text = text if len(text) <= _SHORT else ""
                copied += [text] if text else []
            row.append(text)
        own = any(row[column] and owner[line, column][0] == line for column in range(columns))
        if own:
            copies += [(len(rows), text) for text in copied]
            rows.append(tuple(row))
    return RuledTable(page, grid.ys[0], grid.ys[-1], tuple(rows), tuple(copies))


def _owners(grid: _Grid, columns: int, lines: int) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell of the grid the first of the cells that no line parts from it."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for line in range(lines):
        for column in range(columns):
            here = (line, column)
            y, x = (grid.ys[line] + grid.ys[line + 1]) / 2, (grid.xs[column] + grid.xs[column + 1]) / 2
            if column and not _has(grid.edges, upright=True, at=grid.xs[column], across=y):
                here = owner[line, column - 1]
            elif line and not _has(grid.edges, upright=False, at=grid.ys[line], across=x):
                here = owner[line - 1, column]
            owner[line, column] = here
    return owner


def _has(edges: Sequence[RuledLine], *, upright: bool, at: float, across: float) -> bool:
    """Whether a line runs at a place, across another."""
    for each in edges:
        if (
            upright
            and abs(each.left - at) <= _NEAR
            and abs(each.right - at) <= _NEAR
            and each.top <= across <= each.bottom
        ):
            return True
        if (
            not upright
            and abs(each.top - at) <= _NEAR
            and abs(each.bottom - at) <= _NEAR
            and each.left <= across <= each.right
        ):
            return True
    return False


def _text(rows: Sequence[TextRow]) -> str:
    """The lines of a cell as one."""
    text = ""
    for row in rows:
        line = row.text.replace("  ", " ")
        text += (
            " " * (text[-1:].isascii() and text[-1:].isalpha() and line[:1].isascii() and line[:1].isalpha())
            + line
        )
    return text


def gap_tables(rows: Sequence[TextRow]) -> dict[int, tuple[str, ...]]:
    """Cells of consecutive lines whose parts stand below each other: at least three lines, the same columns in each."""
    found: dict[int, tuple[str, ...]] = {}
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and len(rows[end].parts) > 1 and _same_columns(rows[start], rows[end]):
            end += 1
        if end - start >= 3:
            found |= {i: tuple(part.text for part in rows[i].parts) for i in range(start, end)}
        start = max(end, start + 1)
    return found


def is_gapped(row: TextRow) -> bool:
    """Whether a line has a gap that words do not have."""
    return any(b.left - a.right > _GAP * row.size for a, b in pairwise(row.parts))


def _same_columns(a: TextRow, b: TextRow) -> bool:
    """Whether each part of a line has one of the other below it, by their left, middle or right."""
    if len(a.parts) != len(b.parts) or a.page != b.page:
        return False
    return all(
        abs(one.left - other.left) < a.size
        or abs(one.right - other.right) < a.size
        or abs(one.left + one.right - other.left - other.right) < 2 * a.size
        for one, other in zip(a.parts, b.parts, strict=True)
    )
