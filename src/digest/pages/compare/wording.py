"""What two texts have in common, word for word, so that a reader sees it."""

from difflib import SequenceMatcher
from typing import NamedTuple

LONGEST = 2000
"""Code points that are compared; further ones count as different."""

SHORTEST = 2
"""Shared runs shorter than this (的, 和) say nothing."""


class Stretch(NamedTuple):
    """A stretch of a text, in common with the other or not."""

    text: str
    shared: bool


def shared_wording(a: str, b: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut into stretches: the longest common runs, in the order in which both have them. White
    space is no difference. The stretches of a text give it back."""
    packed_a, places_a = _packed(a[:LONGEST])
    packed_b, places_b = _packed(b[:LONGEST])
    blocks = [
        block
        for block in SequenceMatcher(None, packed_a, packed_b, autojunk=False).get_matching_blocks()
        if _telling(packed_a[block.a : block.a + block.size])
    ]
    runs_a = [(places_a[block.a], places_a[block.a + block.size - 1] + 1) for block in blocks]
    runs_b = [(places_b[block.b], places_b[block.b + block.size - 1] + 1) for block in blocks]
    return _cut(a, runs_a), _cut(b, runs_b)


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
