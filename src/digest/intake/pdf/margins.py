"""Running headers, footers and page numbers, on evidence only: the same words at the same height on three pages, a page number in its
usual form at the edge of a page, or what a browser prints around a page.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, median_low

from digest.intake.pdf.rows import TextRow
from digest.parse.lines import PAGE_NUMBERS, PRINT_FEET
from digest.parse.pages import PRINT_HEADS
from digest.regex import regex
from digest.text.rules import any_of

_EDGE = 3
"""A header or footer is among so many lines from the edge of the page."""
_APART = 1.3
"""Of the usual distance of lines."""
_SAME_HEIGHT = 3.0
"""Points."""
_OUTER = 0.13
"""Share of the page's height in which page numbers stand."""
_LONGEST = 100

_PAGE_NUMBER = any_of(PAGE_NUMBERS, whole=True)
_PRINT_FOOT = any_of(PRINT_FEET, whole=True)
_PRINT_HEAD = any_of(PRINT_HEADS, whole=True)
_DIGITS = regex(r"\d+")
_BARE = regex(r"[—–－\-·•\s]*(\d{1,4})[—–－\-·•\s]*")
_ADDRESS = regex(r"https?://\S+")


def find_margins(
    pages: Sequence[Sequence[TextRow]], heights: Sequence[float]
) -> tuple[frozenset[TextRow], str]:
    """The lines that are none of the text, and the address that a browser printed at the foot of the pages."""
    found: set[TextRow] = set()
    outer = [_outer(rows, height) for rows, height in zip(pages, heights, strict=True)]
    feet = [row for rows in outer for row in rows if _PRINT_FOOT.match(_flat(row))]
    found.update(feet)
    for rows in outer if feet else ():
        printed = [row for row in rows if row in found or _PRINT_HEAD.match(_flat(row))]
        found.update(row for row in rows if any(abs(row.base - each.base) < each.size for each in printed))
    found.update(row for rows in outer for row in rows if _PAGE_NUMBER.match(_flat(row)))
    found |= _counted(outer)
    unnumbered = [[row for row in rows if row not in found] for rows in pages]
    found |= _repeated(pages)
    masthead = _masthead(pages)
    found |= _in_bands(unnumbered, masthead)
    found.update(each for each in masthead if any(_names(row, each) for row in found))
    address = next((match[0] for row in feet if (match := _ADDRESS.search(_flat(row)))), "")
    return frozenset(found), address


def _flat(row: TextRow) -> str:
    return " ".join(row.text.split())


def _outer(rows: Sequence[TextRow], height: float) -> list[TextRow]:
    """The lines at the head and at the foot of a page."""
    edges = {*rows[:_EDGE], *rows[-_EDGE:]}
    return [
        row
        for row in rows
        if row in edges and not _OUTER * height < row.base - row.size / 2 < (1 - _OUTER) * height
    ]


def _counted(outer: Sequence[Sequence[TextRow]]) -> set[TextRow]:
    """Bare numbers that count the pages."""
    bare = [
        (page, row, int(match[1]))
        for page, rows in enumerate(outer)
        for row in rows
        if (match := _BARE.fullmatch(_flat(row)))
    ]
    firsts = Counter(number - page for page, _, number in bare)
    return {row for page, row, number in bare if firsts[number - page] > 1}


def _repeated(pages: Sequence[Sequence[TextRow]]) -> set[TextRow]:
    """Lines with the same words, figures aside, at the same height of three pages, which stand apart from the text or are of
    another size."""
    sizes = Counter(round(row.size) for rows in pages for row in rows for _ in row.text)
    size = sizes.most_common(1)[0][0] if sizes else 0
    places: defaultdict[str, list[TextRow]] = defaultdict(list)
    for rows in pages:
        gap = _APART * median([b.base - a.base for a, b in pairwise(rows) if b.base > a.base] or [0.0])
        for row in (*_apart(rows, size, gap), *_apart(rows[::-1], size, gap)):
            if len(row.text) <= _LONGEST and not _ANNEX.match(row.text):
                places[_DIGITS.sub("0", _flat(row))].append(row)
    found: set[TextRow] = set()
    for same in places.values():
        ordered = sorted(same, key=lambda row: row.base)
        start = 0
        for end, row in enumerate(ordered):
            while row.base - ordered[start].base > _SAME_HEIGHT:
                start += 1
            if len({each.page for each in ordered[start : end + 1]}) >= 3:
                found.update(ordered[start : end + 1])
    return found


def _in_bands(pages: Sequence[Sequence[TextRow]], masthead: Sequence[TextRow]) -> set[TextRow]:
    """Running heads and feet that differ from page to page: 某市人民政府公报 on the left ones, 2024年第5期 on the right ones.

    They are the outermost lines, at one height and apart from all else on every page, and the words of half of them come back,
    figures aside, or are in the masthead. Where only two pages show that, they are also smaller than the text.
    """
    sizes = Counter(round(row.size) for rows in pages for row in rows for _ in row.text)
    size = sizes.most_common(1)[0][0] if sizes else 0
    pitches = [b.base - a.base for rows in pages for a, b in pairwise(rows) if b.base > a.base]
    gap = _APART * median(pitches or [0.0])
    found: set[TextRow] = set()
    for outermost in (min, max):
        ends = [outermost(rows, key=lambda row: row.base) for rows in pages if rows]
        usual = median_low([row.base for row in ends] or [0.0])
        band = [row for row in ends if abs(row.base - usual) <= _SAME_HEIGHT and not _ANNEX.match(row.text)]
        words = Counter(_DIGITS.sub("0", _flat(row)) for row in band if len(row.text) <= _LONGEST)
        around = {row for rows in pages for row in rows if abs(row.base - usual) <= gap}
        near = not around.issubset({*band, *masthead})
        small = all(row.size < 0.9 * size for row in band)
        again = sum(
            words[_DIGITS.sub("0", _flat(row))] > 1 or any(_names(row, each) for each in masthead)
            for row in band
        )
        if not near and again and 2 * again >= len(band) and (len(band) > 2 or small):
            found.update(band)
    return found


def _masthead(pages: Sequence[Sequence[TextRow]]) -> list[TextRow]:
    """Lines at the head of the first page with the name or the issue of a gazette."""
    first = sorted(pages[0] if pages else (), key=lambda row: row.base)[: 2 * _EDGE]
    return [row for row in first if len(row.text) <= _LONGEST and _GAZETTE.search("".join(row.text.split()))]


def _names(head: TextRow, line: TextRow) -> bool:
    """Whether the head of a later page repeats what a line of the masthead says."""
    bare = "".join(line.text.split())
    pieces = [piece for piece in head.text.split() if _GAZETTE.search(piece)]
    return head.page > line.page and any(bare in piece or piece in bare for piece in pieces)


_ANNEX = regex(r"附\s*[件表录]")
_GAZETTE = regex(r"(?:公报|政报)$|第\s*[\d〇零一二三四五六七八九十]{1,4}\s*期")


def _apart(rows: Sequence[TextRow], size: float, gap: float) -> list[TextRow]:
    """The lines at an edge of a page that a wide gap parts from the text, or that are set in another size."""
    edge = rows[:_EDGE]
    ends = [i for i, (a, b) in enumerate(pairwise(rows[: _EDGE + 1])) if abs(a.base - b.base) > gap]
    return [
        row for i, row in enumerate(edge) if (ends and i <= ends[-1]) or abs(row.size - size) > 0.1 * size
    ]
