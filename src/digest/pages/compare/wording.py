"""What two measures have in common, or what differs, marked in their words so that a reader sees it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.text.changes import DiffPart, pieces, woven
from digest.text.money import Figure, find_figures


class ComparedStretch(NamedTuple):
    """A stretch of a text, in common with the other or not."""

    text: str
    shared: bool


Stretches = tuple[ComparedStretch, ...]


@lru_cache(maxsize=4096)  # a pure function, like ``marked``
def shared_figures(a: str, b: str) -> tuple[Figure, ...]:
    """The sums and shares that both texts print, each once, as they stand in the first."""
    other = {_value(figure) for figure in _figures(b)}
    found = {_value(figure): figure for figure in reversed(_figures(a)) if _value(figure) in other}
    return tuple(sorted(found.values(), key=lambda figure: figure.start))


@lru_cache(maxsize=4096)  # a pure function; two measures stand beside each other on several pages
def marked(a: str, b: str, words: tuple[str, ...]) -> tuple[Stretches, Stretches]:
    """Two texts cut into stretches: the words, and the figures that both print, are shared. The stretches give the texts
    back."""
    ours, theirs = _figures(a), _figures(b)
    return _cut(a, ours, theirs, words), _cut(b, theirs, ours, words)


class DifferingStretch(NamedTuple):
    """A stretch of a text that the other text does not have, or has otherwise; else ``differs`` is false."""

    text: str
    differs: bool


@lru_cache(maxsize=4096)  # a pure function, like ``marked``
def differing(a: str, b: str) -> tuple[tuple[DifferingStretch, ...], tuple[DifferingStretch, ...]]:
    """Two texts cut into stretches: where most of the words are the same, the others differ; else the figures that only
    one prints. The stretches give the texts back."""
    if _alike(a, b):
        parts = woven(a, b)
        return _without_kind(parts, "added"), _without_kind(parts, "removed")
    ours, theirs = _figures(a), _figures(b)
    return _own(a, ours, theirs), _own(b, theirs, ours)


def _alike(a: str, b: str) -> bool:
    """Whether two texts are versions of one, by the Chinese characters and the Latin words that both have: any two English texts
    have most of their letters in common. A difference of others would mark nearly all."""
    if min(len(a), len(b)) < _ALIKE * max(len(a), len(b)):
        return False
    ours, theirs = (Counter(each for each in pieces(text) if not each.isspace()) for text in (a, b))
    return (ours & theirs).total() >= _ALIKE * max(ours.total(), theirs.total())


_ALIKE = 0.7
"""Versions of one text have so much in common."""


def _without_kind(parts: Sequence[DiffPart], kind: str) -> tuple[DifferingStretch, ...]:
    """One of two texts that are woven together."""
    return tuple(DifferingStretch(part.text, part.kind != "same") for part in parts if part.kind != kind)


def _own(text: str, own: Sequence[Figure], other: Sequence[Figure]) -> tuple[DifferingStretch, ...]:
    """A text with the figures that the other does not print."""
    values = {_value(figure) for figure in other}
    cut = _stretches(text, [(each.start, each.end) for each in own if _value(each) not in values])
    return tuple(DifferingStretch(*each) for each in cut if each[0])


def as_printed(word: str, text: str) -> str:
    """A word as a text prints it: IP for ip; as it is where the text does not hold it."""
    return next((found[0] for found in _places(word, text)), word)


def _cut(text: str, own: Sequence[Figure], other: Sequence[Figure], words: Sequence[str]) -> Stretches:
    """One of two texts in stretches, by the figures of both."""
    values = {_value(figure) for figure in other}
    spans = [(figure.start, figure.end) for figure in own if _value(figure) in values]
    spans += [found.span() for word in words for found in _places(word, text)]
    return tuple(ComparedStretch(*each) for each in _stretches(text, spans) if each[0])


def _stretches(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """A text cut at some spans, and whether each piece is one of them."""
    at = 0
    for start, end in _joined(spans):
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def _places(word: str, text: str) -> Iterator[re.Match[str]]:
    """Where a word stands, in any capitals; white space is no difference (技术 改造)."""
    return re.finditer(r"\s*".join(map(re.escape, word)), text, re.IGNORECASE)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order; those that touch or overlap are one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


_figures = lru_cache(maxsize=4096)(find_figures)
"""Those of a text, which stands beside many others."""


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.currency, figure.low, figure.high
