"""What two texts have in common, word for word, so that a reader sees it."""

from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

LONGEST = 2000
"""Code points that are compared; further ones count as different."""

SHORTEST = 2
"""Shared runs shorter than this (的, 和) say nothing."""


_FIGURE = frozenset("0123456789０１２３４５６７８９.．")


class Stretch(NamedTuple):
    """A stretch of a text, in common with the other or not."""

    text: str
    shared: bool


@lru_cache(4096)  # both languages, and the pages of both clauses, show the same pair
def shared_wording(a: str, b: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut into stretches: the longest common runs, in the order in which both have them. White
    space is no difference. The stretches of a text give it back."""
    packed_a, places_a = _packed(a[:LONGEST])
    packed_b, places_b = _packed(b[:LONGEST])
    runs_a, runs_b = [], []
    for block in SequenceMatcher(None, packed_a, packed_b, autojunk=False).get_matching_blocks():
        left, right, size = _whole_figures(packed_a, packed_b, *block)
        if _telling(packed_a[left : left + size]):
            runs_a.append((places_a[left], places_a[left + size - 1] + 1))
            runs_b.append((places_b[right], places_b[right + size - 1] + 1))
    return _cut(a, runs_a), _cut(b, runs_b)


def _whole_figures(a: str, b: str, left: int, right: int, size: int) -> tuple[int, int, int]:
    """A common run without the digits at its ends that belong to different figures (300 and 500)."""
    while size and a[left] in _FIGURE and (_digit(a, left - 1) or _digit(b, right - 1)):
        left, right, size = left + 1, right + 1, size - 1
    while size and a[left + size - 1] in _FIGURE and (_digit(a, left + size) or _digit(b, right + size)):
        size -= 1
    return left, right, size


def _digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in _FIGURE


def _telling(run: str) -> bool:
    return sum(character.isalnum() for character in run) >= SHORTEST


def _packed(text: str) -> tuple[str, list[int]]:
    """A text without white space, and where each character stood."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    return "".join(text[at] for at in places), places


def _cut(text: str, runs: list[tuple[int, int]]) -> tuple[Stretch, ...]:
    cut: list[Stretch] = []
    at = 0
    for start, end in runs:
        cut += [Stretch(text[at:start], shared=False), Stretch(text[start:end], shared=True)]
        at = end
    cut.append(Stretch(text[at:], shared=False))
    return tuple(stretch for stretch in cut if stretch.text)
