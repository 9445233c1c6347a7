"""What changed between two versions of a text, figures first."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from digest.regex import regex
from digest.text.numerals import DIGITS


class DiffPart(NamedTuple):
    """A stretch of both versions. ``kind``: same | removed | added; a replaced stretch is two parts."""

    kind: str
    text: str


class Difference(NamedTuple):
    """``figures`` pairs each figure that changed, old and new, empty where it has no counterpart;
    ``parts`` are the two texts woven together."""

    figures: tuple[tuple[str, str], ...]
    parts: tuple[DiffPart, ...]


def what_changed(old: str, new: str) -> Difference:
    """The difference of two versions of one clause."""
    return Difference(figures_changed(old, new), woven(old, new))


def figures_changed(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The figures of two versions that differ, in order: ("30%", "35%")."""
    found: list[tuple[str, str]] = []
    for gone, come, same in _compared(_figures(old), _figures(new)):
        if same:
            continue
        found += zip_longest(gone, come, fillvalue="")
    return tuple(found)


FIGURE = regex(
    rf"第?[{DIGITS}]+(?:[.,．][{DIGITS}]+)*\s?[%％‰万亿千百]*(?:元|年|个?月|日|天|平方米|个百分点|倍|条|家|个|项)?"
    r"|(?:第|百分之)?[一二三四五六七八九十百千万亿两]{1,8}(?:元|年|个月|日|天|平方米|个百分点|倍|条|家|个|项|分之[一二三四五六七八九])"
)
_PIECE = regex(rf"[{DIGITS}]+(?:[.,．][{DIGITS}]+)*|[A-Za-z]+|\s+|.", re.DOTALL)


_MOST = 4_000_000  # cells of the table a comparison fills; beyond it only the ends are compared


def _figures(text: str) -> list[str]:
    return ["".join(match[0].split()) for match in FIGURE.finditer(text)]


def pieces(text: str) -> list[str]:
    """What a text is compared by: characters, numbers, Latin words, and white space."""
    return _PIECE.findall(text)


def woven(old: str, new: str) -> tuple[DiffPart, ...]:
    """Two texts woven together; numbers and Latin words are never cut."""
    parts = []
    for gone, come, same in _compared(pieces(old), pieces(new)):
        if same:
            parts.append(DiffPart("same", "".join(gone)))
        else:
            parts += [DiffPart("removed", "".join(gone)), DiffPart("added", "".join(come))]
    return tuple(part for part in parts if part.text)


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str], bool]]:
    """Stretches of two lists, and whether they are the same. Equal ends are set apart first."""
    head = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    most = min(len(old), len(new)) - head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    yield old[:head], new[:head], True
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(before) * len(after) > _MOST:
        yield before, after, False
    else:
        for kind, start, end, new_start, new_end in SequenceMatcher(
            None, before, after, autojunk=False
        ).get_opcodes():
            yield before[start:end], after[new_start:new_end], kind == "equal"
    yield old[len(old) - tail :], new[len(new) - tail :], True
