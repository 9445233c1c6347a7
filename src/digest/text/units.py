"""The units that search compares: Chinese characters, digits, words of other scripts (stems, where English).

The browser cuts queries and passages with the same patterns and the same table, which are handed to it as data:
``PATTERN`` is understood by Python and by JavaScript alike.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from digest.regex import regex

_HAN = "[\u3400-\u9fff\uf900-\ufaff\u3005\u3007\U00020000-\U0003fffd]"
PATTERN = (
    "(?<=[0-9]),(?=[0-9]{3})"  # thousands apart: 1,000 is 1000
    f"|({_HAN}|[0-9%‰]|(?<=[0-9])\\.(?=[0-9]))"
    "|([a-zß-öø-ÿ\u0100-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:'[a-z]+)*)"
    "|([,.;:!?。、…|/\n])"
)
"""What a folded text is made of. Groups: a character that is a unit, a word, a mark that parts phrases. What
does not match (spaces, brackets, quotation marks, dashes) is passed over: 〔2021〕 is found as 2021."""


class TextUnit(NamedTuple):
    """A unit and where it stands (``start`` to ``end``); words begin with a space, so that joined units
    are unambiguous."""

    text: str
    start: int
    end: int


Phrase = tuple[TextUnit, ...]
"""Units that follow each other with no mark between them."""


def fold(text: str) -> str:
    """A text with full-width forms, capitals and traditional characters replaced, one character for one.

    >>> fold("補貼ＡＢＣ　５０％")
    '补贴abc 50%'
    """
    pattern, table = _folding()
    return pattern.sub(lambda found: table[found[0]], text)


@cache
def _folding() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What is replaced, and by what. A pattern passes over what stays in a quarter of the time of ``str.translate``."""
    table = {chr(full): chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)}
    table |= {"\u3000": " ", "\xa0": " ", "’": "'", "\r": "\n", **traditional()}
    for capital in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x500), *range(0xFF21, 0xFF3B))):
        lower = table.get(capital, capital).lower()
        if len(lower) == 1 and lower != capital:
            table[capital] = lower
    return regex(f"[{re.escape(''.join(table))}]"), table


@cache
def traditional() -> Mapping[str, str]:
    """Each traditional character with the simplified one that stands for it."""
    lines = files("digest.text").joinpath("traditional.txt").read_text("utf-8").splitlines()
    pairs = (pair for line in lines if not line.startswith("#") for pair in line.split())
    return MappingProxyType({pair[0]: pair[1] for pair in pairs})


def phrases(folded: str, stem: Callable[[str], str]) -> Iterator[Phrase]:
    """The phrases of a folded text."""
    return (tuple(map(TextUnit, *phrase)) for phrase in cut(folded, stem))


class UnitLists(NamedTuple):
    """A phrase as three lists, since a text has many units: those of ``TextUnit``."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


def cut(folded: str, stem: Callable[[str], str]) -> Iterator[UnitLists]:
    """The phrases of a folded text, each as lists."""
    phrase = UnitLists([], [], [])
    for found in _UNITS.finditer(folded):
        start, end = found.span()
        match found.lastindex:
            case 1:
                phrase.texts.extend(found.group())
                phrase.starts.extend(range(start, end))
                phrase.ends.extend(range(start + 1, end + 1))
            case 2 | 3 as group:
                phrase.texts.append(found.group() if group == 2 else f" {stem(found.group())}")
                phrase.starts.append(start)
                phrase.ends.append(end)
            case 4 if phrase.texts:
                yield phrase
                phrase = UnitLists([], [], [])
    if phrase.texts:
        yield phrase


@cache
def stemmer() -> Callable[[str], str]:
    """The English stems of the Snowball project (Porter's second algorithm)."""
    from snowballstemmer import stemmer as snowball

    return cache(snowball("english").stemWord)


_UNITS = regex(f"({_HAN}+)|{PATTERN}")  # runs of characters at once
