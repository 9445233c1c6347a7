"""What a reader asks for: words, phrases in quotation marks, words that must not stand there (-word)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from digest.text.units import fold, phrases

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query: its units. ``exact`` when it stood in quotation marks, ``without`` after a minus."""

    units: Units
    exact: bool = False
    without: bool = False


def read_query(text: str, stem: Callable[[str], str]) -> tuple[Word, ...]:
    """The words of a query in order. Marks inside a word part it.

    >>> [word.units for word in read_query('流片 "集成电路"', str)]
    [('流', '片'), ('集', '成', '电', '路')]
    """
    return tuple(
        Word(tuple(unit.text for unit in phrase), bool(found["quoted"]), bool(found["minus"]))
        for found in _WORDS.finditer(fold(text))
        for phrase in phrases(found["quoted"] or found["plain"] or "", stem)
    )


_WORDS = re.compile('(?P<minus>(?<![^ ])-)?(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<plain>[^ \n"“”]+))')
