"""Two columns on a page: a strip that hardly any line crosses, and lines of text on both sides of it."""

from collections.abc import Sequence

from digest.intake.pdf.glyphs import Glyph
from digest.intake.pdf.rows import Row, rows_of

_MIDDLE = (0.35, 0.65)
"""Where, in shares of the width, two columns meet."""
_FEWEST = 8
_LONG = 10
"""Characters; the lines of a table are shorter."""
_CROSSING = 0.2


def in_columns(page: int, glyphs: Sequence[Glyph], width: float) -> tuple[list[Row], bool]:
    """The lines of a page in the order in which they are read, and whether they are in two columns.

    What crosses the strip, such as a title, goes before the columns that stand below it. The lines of the right column are
    moved to where the left one is, so that both have the same edges.
    """
    rows = rows_of(page, glyphs)
    strip = _strip(rows, width)
    if not strip:
        return rows, False
    crossing = [row for row in rows if any(part.left < strip < part.right for part in row.parts)]
    bases = {round(row.base) for row in crossing}
    beside = [each for each in glyphs if round(each.base) not in bases]
    left = [each for each in beside if each.right <= strip]
    right = [each for each in beside if each.right > strip]
    apart = min(each.left for each in right) - min(each.left for each in left)
    right = [each._replace(left=each.left - apart, right=each.right - apart) for each in right]
    ordered: list[Row] = []
    above = 0.0
    for row in [*crossing, None]:
        until = row.base if row else float("inf")
        for side in (left, right):
            ordered += rows_of(page, [each for each in side if above < each.base < until])
        if row:
            ordered.append(row)
            above = row.base
    return ordered, True


def _strip(rows: Sequence[Row], width: float) -> float:
    """Where the columns meet; 0 for none."""
    split = [
        (row.parts[i].right, row.parts[i + 1].left)
        for row in rows
        for i in range(len(row.parts) - 1)
        if row.parts[i].right > _MIDDLE[0] * width and row.parts[i + 1].left < _MIDDLE[1] * width
    ]
    if len(split) < _FEWEST:
        return 0.0
    left, right = (
        sorted(gap[0] for gap in split)[int(0.9 * len(split))],
        sorted(gap[1] for gap in split)[int(0.1 * len(split))],
    )
    if right <= left:
        return 0.0
    strip = (left + right) / 2
    crossing = sum(1 for row in rows for part in row.parts if part.left < strip < part.right)
    sides = [
        [part for row in rows for part in row.parts if side(part.left, part.right, strip)]
        for side in (_is_left, _is_right)
    ]
    long = all(2 * sum(1 for part in side if len(part.text) >= _LONG) > len(side) for side in sides)
    return strip if long and crossing <= _CROSSING * len(rows) else 0.0


def _is_left(left: float, right: float, strip: float) -> bool:
    return right <= strip and left < strip


def _is_right(left: float, right: float, strip: float) -> bool:
    return left >= strip and right > strip
