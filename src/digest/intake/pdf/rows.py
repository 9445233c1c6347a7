"""From glyphs to the lines that people see on a page: what stands at one height, from left to right."""

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from digest.intake.pdf.glyphs import Glyph
from digest.regex import regex

_CJK = regex(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")
_TOGETHER = regex(
    r"[（《“‘【〔「(\[]*(?:[A-Za-z0-9.,%‰°〔〕\[\]/:_+-]+|.)[，。；：、！？）》”’】〕」%％,.;:!?)—…]*"
    r"(?:[/\-][（《“‘【]*(?:[A-Za-z0-9.,%‰°:_+/-]+|.))?"
)
"""What no line is broken in."""
_LONGEST_WORD = 150
_WORD_GAP = 0.25
"""Of the size: wider than that, two Latin words; Chinese ones are set so wide where a line is justified."""
_SPACE = 0.2
"""Of the size: where the file has a space, it is seen from so wide a gap on."""
_WIDE_GAP = 2.2
"""Of the size: wider than that, something else begins."""
_RAISED = 0.9
"""Of the size of its line: what is smaller and higher is raised."""


class RowPart(NamedTuple):
    """A stretch of a line without a wide gap."""

    left: float
    right: float
    text: str


class TextRow(NamedTuple):
    """A line: its ``base`` and ``size`` are those of most of its glyphs. ``opening`` is how wide the beginning is that no line is
    broken in: a Latin word, a figure, a character with the marks around it. ``raised`` are the stretches of ``text`` that
    are smaller and higher. ``page`` counts from 0."""

    page: int
    left: float
    right: float
    base: float
    size: float
    parts: tuple[RowPart, ...]
    opening: float
    raised: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        return "  ".join(part.text for part in self.parts)


def rows_of(page: int, glyphs: Iterable[Glyph]) -> list[TextRow]:
    """The lines of a page from top to bottom.

    Glyphs are taken by height; one joins the line above it where its middle is between the line's head and foot.
    """
    lines: list[list[Glyph]] = []
    small: list[Glyph] = []
    shown = list(glyphs)
    usual = median(each.size for each in shown) if shown else 0.0
    for glyph in sorted(shown, key=lambda each: each.base):
        if glyph.size < _RAISED * usual:
            small.append(glyph)
        elif lines and glyph.base - _base(lines[-1]) < 0.4 * min(glyph.size, lines[-1][-1].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    own = _place_small(lines, small)
    rows = [_row(page, line) for line in (*lines, *own)]
    return sorted(rows, key=lambda row: (row.base, row.left))


def _base(line: list[Glyph]) -> float:
    return line[0].base


def _place_small(lines: list[list[Glyph]], small: list[Glyph]) -> list[list[Glyph]]:
    """Put small glyphs into the lines they stand in; those that stand in none make lines of their own."""
    own: list[list[Glyph]] = []
    heights = [(line[0].base - line[0].size, line[0].base + 0.4 * line[0].size) for line in lines]
    at = 0
    for glyph in small:
        middle = glyph.base - 0.35 * glyph.size
        while at < len(lines) and heights[at][1] < middle:
            at += 1
        level = at < len(lines) and abs(glyph.base - _base(lines[at])) < 0.15 * glyph.size
        if level or (at < len(lines) and heights[at][0] < middle and _beside(lines[at], glyph)):
            lines[at].append(glyph)
        elif own and abs(glyph.base - _base(own[-1])) < 0.4 * glyph.size:
            own[-1].append(glyph)
        else:
            own.append([glyph])
    return own


def _beside(line: list[Glyph], glyph: Glyph) -> bool:
    return any(
        abs(glyph.left - each.right) < each.size or abs(each.left - glyph.right) < each.size for each in line
    )


def _row(page: int, glyphs: list[Glyph]) -> TextRow:
    glyphs = _once(sorted(glyphs, key=lambda each: each.left))
    size = median(each.size for each in glyphs)
    base = median(each.base for each in glyphs)
    parts: list[RowPart] = []
    raised: list[tuple[int, int]] = []
    length = 0
    for i, glyph in enumerate(glyphs):
        before = glyphs[i - 1] if i else None
        gap = glyph.left - before.right if before else 0.0
        if before is None or gap > _WIDE_GAP * size:
            length += 2 if parts else 0
            parts.append(RowPart(glyph.left, glyph.right, glyph.char))
        else:
            space = " " * (gap > (_SPACE if glyph.spaced else _gap(before.char, glyph.char)) * size)
            parts[-1] = RowPart(parts[-1].left, glyph.right, parts[-1].text + space + glyph.char)
            length += len(space)
        if glyph.size < _RAISED * size and glyph.base < base - 0.12 * size:
            raised.append((length, length + 1))
        length += 1
    return TextRow(
        page, glyphs[0].left, glyphs[-1].right, base, size, tuple(parts), _opening(glyphs), _runs(raised)
    )


def _opening(glyphs: list[Glyph]) -> float:
    """How wide the first glyphs are that stay together."""
    text = "".join(each.char for each in glyphs[:_LONGEST_WORD])
    match = _TOGETHER.match(text)
    return glyphs[max(match.end() if match else 1, 1) - 1].right - glyphs[0].left


def _gap(before: str, after: str) -> float:
    """How wide a gap is a space: Chinese characters stand apart in a justified line, and punctuation is narrow."""
    return 0.45 if _CJK.match(before) or _CJK.match(after) else _WORD_GAP


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without what is drawn again beside itself, to look bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        again = any(
            glyph.char == each.char
            and glyph.left - each.left < 0.15 * glyph.size
            and abs(glyph.base - each.base) < 1
            for each in kept[-2:]
        )
        if not again:
            kept.append(glyph)
    return kept


def _runs(places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for start, end in places:
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return tuple(runs)
