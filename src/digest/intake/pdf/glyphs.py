"""A page of a PDF file as glyphs with their places, and the straight lines drawn on it. Nothing is decided here.

Coordinates are points from the upper left corner of the page as people read it: x to the right, y down.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdfium2 import raw

_UNREADABLE = "\ufffd"
_MOST_OBJECTS = 50_000
_STRAIGHT = 1.0
"""Points: so much a straight line may lean."""
_SHORT_RULE = 6.0


class Glyph(NamedTuple):
    """A character from ``left`` to ``right``; ``base`` is where it stands, ``size`` that of its font as it is drawn.

    ``seen``: it is drawn, in another colour than white or on something. ``spaced``: the file
    has a space before it, or PDFium sees one.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    seen: bool
    spaced: bool = False


class RuledLine(NamedTuple):
    """A horizontal or vertical line; ``left`` <= ``right`` and ``top`` <= ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float


class Sheet(NamedTuple):
    """A page. ``turned`` are the characters that run in another direction than most; ``pictured`` is the share of the page that
    pictures cover; ``invisible`` how many characters are not drawn."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    turned: str
    edges: tuple[RuledLine, ...]
    pictured: float
    invisible: int


class _Place(NamedTuple):
    """A glyph as PDFium has it, in the page's own coordinates, and the quarter turns of its direction."""

    char: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    turns: float
    size: float
    shown: bool
    white: bool
    spaced: bool


def read_sheet(page: Any) -> Sheet:
    """A page, turned so that most of its words run from left to right."""
    places = list(_places(page))
    turns = Counter(place.turns for place in places).most_common(1)
    main = round(turns[0][0]) % 4 if turns else int(raw.FPDFPage_GetRotation(page.raw))
    box = tuple(page.get_bbox())
    painted, edges, pictured = _drawn(page)
    width, height = box[2] - box[0], box[3] - box[1]
    if main % 2:
        width, height = height, width
    upright = [place for place in places if place.turns == main]
    glyphs = tuple(_glyph(place, box, main, painted) for place in upright)
    area = max(1.0, width * height)
    return Sheet(
        width,
        height,
        glyphs,
        "".join(place.char for place in places if place.turns != main),
        tuple(_edge(each, box, main) for each in edges),
        pictured / area,
        sum(1 for place in places if not place.shown),
    )


def _places(page: Any) -> Iterator[_Place]:
    """The glyphs of a page without spaces, and without the line ends that PDFium adds."""
    text = page.get_textpage()
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    known: tuple[int, float, bool, bool] = (0, 0.0, True, False)
    spaced = False
    for i in range(text.count_chars()):
        char = _char(text.raw, i)
        if char.isspace() or raw.FPDFText_IsGenerated(text.raw, i) == 1:
            spaced = True
            continue
        raw.FPDFText_GetLooseCharBox(text.raw, i, box)
        raw.FPDFText_GetCharOrigin(text.raw, i, x, y)
        owner = raw.FPDFText_GetTextObject(text.raw, i)
        address = ctypes.addressof(owner.contents) if owner else 0
        if address != known[0]:
            shown = not owner or raw.FPDFTextObj_GetTextRenderMode(owner) not in (3, 7)
            known = (address, _size(text.raw, i), shown, _is_white(text.raw, i))
        angle = raw.FPDFText_GetCharAngle(text.raw, i)
        turns = round((max(angle, 0)) / (math.pi / 2), 1) % 4
        place = (box.left, box.bottom, box.right, box.top)
        yield _Place(char, place, (x.value, y.value), turns, *known[1:], spaced)
        spaced = False


def _char(text: Any, i: int) -> str:
    if raw.FPDFText_IsHyphen(text, i) == 1:
        return "-"
    code = raw.FPDFText_GetUnicode(text, i)
    return (
        chr(code)
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
        else _UNREADABLE
    )


def _size(text: Any, i: int) -> float:
    """The size of a glyph's font: that of the file is often 1, and the matrix does the rest."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, matrix)
    size: float = raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
    return max(size, 0.1)


def _is_white(text: Any, i: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFText_GetFillColor(text, i, red, green, blue, alpha)
    return bool(known) and (min(red.value, green.value, blue.value) >= 250 or alpha.value == 0)


def _glyph(place: _Place, box: tuple[float, ...], turns: int, painted: list[RuledLine]) -> Glyph:
    left, _, right, _ = _turned(place.box, box, turns)
    _, base, _, _ = _turned((*place.origin, *place.origin), box, turns)
    middle = ((place.box[0] + place.box[2]) / 2, (place.box[1] + place.box[3]) / 2)
    hidden = place.white and not any(
        each.left <= middle[0] <= each.right and each.top <= middle[1] <= each.bottom for each in painted
    )
    return Glyph(place.char, left, right, base, place.size, place.shown and not hidden, place.spaced)


def _edge(each: RuledLine, box: tuple[float, ...], turns: int) -> RuledLine:
    return RuledLine(*_turned((each.left, each.top, each.right, each.bottom), box, turns))


def _turned(
    place: tuple[float, float, float, float], box: tuple[float, ...], turns: int
) -> tuple[float, float, float, float]:
    """A box of the page's own coordinates (y up) as left, top, right, bottom of the page as it is read."""
    left, bottom, right, top = place
    if turns == 1:
        return bottom - box[1], left - box[0], top - box[1], right - box[0]
    if turns == 2:
        return box[2] - right, bottom - box[1], box[2] - left, top - box[1]
    if turns == 3:
        return box[3] - top, box[2] - right, box[3] - bottom, box[2] - left
    return left - box[0], box[3] - top, right - box[0], box[3] - bottom


def _drawn(page: Any) -> tuple[list[RuledLine], list[RuledLine], float]:
    """Areas with something drawn in them, straight lines, and the area of pictures; all in the page's own coordinates."""
    painted: list[RuledLine] = []
    edges: list[RuledLine] = []
    pictured = 0.0
    for i, each in enumerate(page.get_objects(max_depth=4)):
        if i > _MOST_OBJECTS:
            break
        if each.type not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            continue
        around = _matrices_around(each)
        left, bottom, right, top = each.get_bounds()
        corners = [_on_page(corner, around) for corner in ((left, bottom), (right, top))]
        (left, right), (bottom, top) = (sorted(values) for values in zip(*corners, strict=True))
        if right - left > _SHORT_RULE and top - bottom > _SHORT_RULE:
            painted.append(RuledLine(left, bottom, right, top))
        if each.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += (right - left) * (top - bottom)
        else:
            edges += _straight(each, [each.get_matrix(), *around])
    return painted, edges, pictured


def _matrices_around(drawn: Any) -> list[Any]:
    """The matrices of the forms that something is drawn in, the innermost first."""
    matrices = []
    form = drawn.container
    while form is not None:
        matrices.append(form.get_matrix())
        form = form.container
    return matrices


def _on_page(point: tuple[float, float], matrices: list[Any]) -> tuple[float, float]:
    for matrix in matrices:
        point = matrix.on_point(*point)
    return point


def _straight(path: Any, matrices: list[Any]) -> Iterator[RuledLine]:
    """The horizontal and vertical lines of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = None
    for i in range(min(raw.FPDFPath_CountSegments(path.raw), _MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _on_page((x.value, y.value), matrices)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO and last:
            yield from _line(last, point)
        if raw.FPDFPathSegment_GetClose(segment) and first:
            yield from _line(point, first)
        last = point


def _line(a: tuple[float, float], b: tuple[float, float]) -> Iterator[RuledLine]:
    width, height = abs(a[0] - b[0]), abs(a[1] - b[1])
    if (height <= _STRAIGHT and width > _SHORT_RULE) or (width <= _STRAIGHT and height > _SHORT_RULE):
        yield RuledLine(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
