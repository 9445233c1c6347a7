"""What two measures have in common, marked in their words so that a reader sees it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

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


def as_printed(word: str, text: str) -> str:
    """A word as a text prints it: IP for ip; as it is where the text does not hold it."""
    return next((found[0] for found in _places(word, text)), word)


def _cut(text: str, own: Sequence[Figure], other: Sequence[Figure], words: Sequence[str]) -> Stretches:
    """One of two texts in stretches, by the figures of both."""
    values = {_value(figure) for figure in other}
    spans = [(figure.start, figure.end) for figure in own if _value(figure) in values]
    spans += [found.span() for word in words for found in _places(word, text)]
    cut: list[ComparedStretch] = []
    at = 0
    for start, end in _joined(spans):
        cut += [ComparedStretch(text[at:start], shared=False), ComparedStretch(text[start:end], shared=True)]
        at = end
    cut.append(ComparedStretch(text[at:], shared=False))
    return tuple(stretch for stretch in cut if stretch.text)


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
