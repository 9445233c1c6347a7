"""A clause's text as segments between punctuation, with one sign for each figure.

"按项目实际投资的40%，给予最高不超过1000万元补贴。" becomes two segments, "按项目实际投资的S" and
"给予最高不超过M补贴", so that the grammar of a grant can be told by short patterns. White space is
gone, punctuation is full-width, what stands in brackets is a segment of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digest.regex import regex
from digest.text.money import Figure, Unit, find_figures

MONEY, FOREIGN, SHARE, POINT = "\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3"
"""The signs that stand for figures (private-use characters; those of the text are masked)."""


class Sign(NamedTuple):
    """One character of a segment and where it stands in the source text."""

    char: str
    start: int
    end: int
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Signs between two punctuation marks. ``mark`` is the one that ends it, ``aside`` is True inside
    brackets; ``part`` counts stretches up to ；, ``sentence`` those up to 。, over the whole text."""

    text: str
    signs: tuple[Sign, ...]
    mark: str
    aside: bool
    part: int
    sentence: int


def segments(text: str) -> tuple[Segment, ...]:
    """The segments of a text in order; an aside follows the segment that holds it."""
    made: list[Segment] = []
    main: list[Sign] = []
    asides: list[tuple[Sign, ...]] = []
    part = sentence = 0
    for run in _runs(_signs(text)):
        if len(run) > 1:
            asides.append(run[1:-1])
            continue
        sign = run[0]
        if sign.char not in _MARKS:
            main.append(sign)
            continue
        made.extend(_close(main, asides, sign.char, part, sentence))
        main, asides = [], []
        part += sign.char in _PART_ENDS
        sentence += sign.char in _SENTENCE_ENDS
    made.extend(_close(main, asides, "", part, sentence))
    return tuple(made)


def printed(text: str, segment: Segment, start: int, end: int) -> str:
    """The source wording of the signs ``start`` to ``end`` with their asides, without white space."""
    if start >= end:
        return ""
    return "".join(text[segment.signs[start].start : segment.signs[end - 1].end].split())


_SIGN_OF = {
    Unit.YUAN: MONEY,
    Unit.FOREIGN: FOREIGN,
    Unit.PERCENT: SHARE,
    Unit.TIMES: SHARE,
    Unit.POINT: POINT,
}
_FULL = str.maketrans(",;:()!?\ue0f0\ue0f1\ue0f2\ue0f3", "，；：（）！？□□□□")
_MARKS = "，；：。！？\n"
_PART_ENDS = "；。！？\n"
_SENTENCE_ENDS = "。！？\n"
_LONGEST_ASIDE = 200
_NEW_POINT = regex(
    r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[一二三四五六七八九]是|第[一二三四五六七八九十百0-9]+条)"
)


def _signs(text: str) -> list[Sign]:
    """All characters but white space; a line break stays where a paragraph ends."""
    figures = {figure.start: figure for figure in find_figures(text)}
    full = text.translate(_FULL)
    signs: list[Sign] = []
    at = 0
    while at < len(text):
        figure = figures.get(at)
        end = figure.end if figure else at + 1
        char = _SIGN_OF[figure.unit] if figure else full[at]
        if char == "\n":
            if not signs or signs[-1].char in _MARKS or _NEW_POINT.match(text, at):
                signs.append(Sign(char, at, end))
        elif figure or not char.isspace():
            signs.append(Sign(char, at, end, figure))
        at = end
    return signs


def _runs(signs: list[Sign]) -> Iterator[tuple[Sign, ...]]:
    """Single signs, and whole bracketed stretches with their brackets."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for at, sign in enumerate(signs):
        if sign.char == "（":
            opened.append(at)
        elif sign.char == "）" and opened:
            start = opened.pop()
            if not opened and at - start < _LONGEST_ASIDE:
                closing[start] = at
        elif sign.char in _SENTENCE_ENDS and not (opened and at - opened[0] < _LONGEST_ASIDE):
            opened.clear()
    at = 0
    while at < len(signs):
        end = closing.get(at, at) + 1
        yield tuple(signs[at:end])
        at = end


def _close(
    main: list[Sign], asides: list[tuple[Sign, ...]], mark: str, part: int, sentence: int
) -> Iterator[Segment]:
    """The segment that a mark ends, and those of its asides that hold figures."""
    if main:
        yield _segment(main, mark, part, sentence, aside=False)
    for signs in asides:
        if not any(sign.figure for sign in signs):
            continue
        inner: list[Sign] = []
        for sign in signs:
            if sign.char in _MARKS:
                yield _segment(inner, "，", part, sentence, aside=True)
                inner = []
            else:
                inner.append(sign)
        yield _segment(inner, "，", part, sentence, aside=True)


def _segment(signs: list[Sign], mark: str, part: int, sentence: int, *, aside: bool) -> Segment:
    return Segment("".join(sign.char for sign in signs), tuple(signs), mark, aside, part, sentence)
