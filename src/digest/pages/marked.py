"""The Chinese text of a clause with what stands out in it, and with the evidence of its facts in place."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from digest.model.facts import ClauseFacts
from digest.pages.evidence import evidence
from digest.pages.prose import segments
from digest.text.marks import Mark, Marked, find_marks


class MarkedStretch(NamedTuple):
    """A stretch of a paragraph: plain text with its ``kind`` (names of style classes), or a piece of
    evidence that holds stretches. The first piece of each evidence carries its ``anchor``; ``term`` as in
    ``ProseSegment``."""

    text: str
    kind: str
    anchor: str | None = None
    inside: tuple["MarkedStretch", ...] = ()
    term: str = ""


class MarkedText(NamedTuple):
    """The paragraphs of a text; joined they give it back. ``kinds`` are those of the legend."""

    paragraphs: tuple[tuple[MarkedStretch, ...], ...]
    kinds: tuple[str, ...]


NO_MARKS = MarkedText((), ())
"""No marked text."""


def marked_text(text: str, facts: ClauseFacts | None) -> MarkedText:
    """A clause's text with its marks and evidence."""
    marks = _Marks(_marks(text, facts))
    spans = deque(
        _Span(each.start, each.end, each.anchor) for each in evidence(facts) if each.start < each.end
    )
    lines, at = [], 0
    for line in text.split("\n") if text else ():
        end = at + len(line)
        lines.append(_nested(text, at, end, _taken(spans, at, end), marks))
        at = end + 1
    kinds = tuple(kind.value for kind in Mark if kind in marks.kinds) if marks.kinds else ()
    return MarkedText(tuple(lines), kinds)


class _Span(NamedTuple):
    """Evidence still to be shown; ``anchor`` is None once its first piece stands."""

    start: int
    end: int
    anchor: str | None


class _Marks:
    """The marks of a text, to be found by their place."""

    def __init__(self, marks: Sequence[Marked]) -> None:
        self._marks, self._ends = marks, [mark.end for mark in marks]
        self.kinds = {mark.kind for mark in marks}

    def within(self, start: int, end: int) -> Iterator[Marked]:
        """What of the marks stands in a range, in order."""
        for mark in islice(self._marks, bisect_right(self._ends, start), None):
            if mark.start >= end:
                return
            yield Marked(max(mark.start, start), min(mark.end, end), mark.kind)


_DEEPEST = 12
_UNBROKEN = 12
_FIGURES = (Mark.MONEY, Mark.SHARE, Mark.DATE)


def _marks(text: str, facts: ClauseFacts | None) -> list[Marked]:
    """The marks of a text; bodies as the facts have them, where they do."""
    known = [Marked(body.start, body.end, Mark.AGENCY) for body in (facts.agencies if facts else ())]
    taken = bytearray(len(text))
    for start, end, _ in known:
        taken[start:end] = b"\1" * (end - start)
    found = (mark for mark in find_marks(text) if mark.kind is not Mark.LABEL)
    return sorted((*known, *(mark for mark in found if not any(taken[mark.start : mark.end]))))


def _nested(
    text: str, start: int, end: int, spans: Sequence[_Span], marks: _Marks, depth: int = 0
) -> tuple[MarkedStretch, ...]:
    """A range of the text as stretches. Evidence that crosses the end of another is cut there."""
    if depth == _DEEPEST:  # deeper than this, evidence keeps its anchor only
        return (*(MarkedStretch("", "", span.anchor) for span in spans), *_plain(text, start, end, marks))
    made: list[MarkedStretch] = []
    at, waiting = start, deque(spans)
    while waiting:
        span = waiting.popleft()
        made += _plain(text, at, span.start, marks)
        inside = _nested(text, span.start, span.end, _taken(waiting, span.start, span.end), marks, depth + 1)
        made.append(MarkedStretch("", "evidence", span.anchor, inside))
        at = span.end
    return (*made, *_plain(text, at, end, marks))


def _taken(waiting: deque[_Span], start: int, end: int) -> list[_Span]:
    """Take what of the evidence stands in a range; what goes on after it waits for its second piece."""
    inside, left = [], []
    while waiting and waiting[0].start < end:
        span = waiting.popleft()
        inside.append(span._replace(start=max(span.start, start), end=min(span.end, end)))
        if span.end > end:
            left.append(_Span(end, span.end, None))
    waiting.extendleft(sorted(left, key=lambda span: span.end))
    return inside


def _plain(text: str, start: int, end: int, marks: _Marks) -> Iterator[MarkedStretch]:
    """A range without evidence: marks, and figures that must not be broken."""
    at = start
    for first, last, kind in marks.within(start, end):
        yield from _unmarked(text[at:first])
        short = kind in _FIGURES and last - first <= _UNBROKEN
        yield MarkedStretch(text[first:last], f"{kind} figure" if short else kind.value)
        at = last
    yield from _unmarked(text[at:end])


def _unmarked(text: str) -> Iterator[MarkedStretch]:
    return (MarkedStretch(each.text, each.kind) for each in segments(text))
