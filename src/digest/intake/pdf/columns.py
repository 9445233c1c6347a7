"""Two columns on a page: a strip that hardly any line crosses, and lines of text on both sides of it."""

from collections.abc import Sequence
from statistics import median

from digest.intake.pdf.glyphs import Glyph
from digest.intake.pdf.rows import TextRow, rows_of

_MIDDLE = (0.35, 0.65)
"""Where, in shares of the width, two columns meet."""
_FEWEST = 8
_LONG = 10
"""Characters; the lines of a table are shorter."""
_CROSSING = 0.15
"""Of the lines of a page."""
_NARROWEST = 0.6
"""Of the size."""


def in_columns(page: int, glyphs: Sequence[Glyph], width: float) -> tuple[list[TextRow], bool]:
    """The lines of a page in the order in which they are read, and whether they are in two columns.

    What crosses the strip, such as a title, goes before the columns that stand below it. The lines of the right column are
    moved to where the left one is, so that both have the same edges.
    """
    rows = rows_of(page, glyphs)
    strip = _strip(rows, glyphs, width)
    if not strip:
        return rows, False
    bases = {round(each.base) for each in glyphs if each.left < strip[1] and each.right > strip[0]}
    crossing = [row for row in rows if round(row.base) in bases]
    beside = [each for each in glyphs if round(each.base) not in bases]
    left = [each for each in beside if each.right <= strip[0]]
    right = [each for each in beside if each.right > strip[0]]
    sides = rows_of(page, left), rows_of(page, right)
    if any(len(side) < _FEWEST or sum(len(row.text) for row in side) < _LONG * len(side) for side in sides):
        return rows, False
    apart = min(each.left for each in right) - min(each.left for each in left)
    right = [each._replace(left=each.left - apart, right=each.right - apart) for each in right]
    ordered: list[TextRow] = []
    above = 0.0
    for row in [*crossing, None]:
        until = row.base if row else float("inf")
        for side in (left, right):
            ordered += rows_of(page, [each for each in side if above < each.base < until])
        if row:
            ordered.append(row)
            above = row.base
    return ordered, True


def _strip(rows: Sequence[TextRow], glyphs: Sequence[Glyph], width: float) -> tuple[float, float] | None:
    """From where to where the widest strip in the middle of a page runs in which hardly any line has a glyph."""
    if len(rows) < _FEWEST:
        return None
    first, last = (round(share * width) for share in _MIDDLE)
    counts = [0] * (last - first)
    for each in glyphs:
        for x in range(max(int(each.left), first), min(int(each.right) + 1, last)):
            counts[x - first] += 1
    best = start = 0
    found: tuple[float, float] | None = None
    for at, count in enumerate([*counts, len(glyphs)]):
        if count > _CROSSING * len(rows):
            if at - start > best:
                best, found = at - start, (float(start + first), float(at + first))
            start = at + 1
    size = median(row.size for row in rows)
    return found if best > _NARROWEST * size else None
