"""The Chinese and English of an entry, cut into the parts that correspond: the heading, each paragraph."""

from dataclasses import dataclass
from typing import NamedTuple

from digest.model.translation import Entry


class TranslatedPart(NamedTuple):
    """A heading or paragraph in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class EntryPair:
    """An entry to check. ``aligned`` says that both languages have the same parts; else there is one
    part with everything."""

    entry: Entry
    parts: tuple[TranslatedPart, ...]
    aligned: bool


class GateFinding(NamedTuple):
    """What a gate found: a code, the words around the place in both languages, and what else the
    message names."""

    code: str
    zh: str
    en: str
    values: tuple[tuple[str, str], ...] = ()


def found(code: str, zh: str, en: str, **values: object) -> GateFinding:
    """A finding with the values of its message."""
    return GateFinding(code, zh, en, tuple((name, str(value)) for name, value in values.items()))


def pair(entry: Entry) -> EntryPair:
    """The parts of an entry."""
    zh, en = _parts(entry.zh), _parts(entry.en)
    aligned = [len(block) for block in zh] == [len(block) for block in en]
    if not aligned:
        return EntryPair(entry, (TranslatedPart(entry.zh, entry.en),), aligned=False)
    flat = zip(
        (line for block in zh for line in block), (line for block in en for line in block), strict=True
    )
    return EntryPair(entry, tuple(TranslatedPart(*each) for each in flat), aligned=True)


def around(text: str, start: int, end: int, reach: int = 18) -> str:
    """A stretch of a text with some characters on either side, for a message."""
    first, last = max(start - reach, 0), min(end + reach, len(text))
    cut = " ".join(text[first:last].split())
    return ("…" if first else "") + cut + ("…" if last < len(text) else "")


def beginning(text: str, length: int = 60) -> str:
    """The first characters of a text, for a message."""
    return around(text, 0, 0, length)


def _parts(text: str) -> list[list[str]]:
    """The paragraphs of heading and text."""
    return [block.split("\n") for block in text.split("\n\n")]
