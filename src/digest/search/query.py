"""What a reader asks for: words, phrases in quotation marks, words that must not stand there (-word)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from digest.text.units import fold, phrases

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query: its units. ``exact`` when it stood in quotation marks, ``without`` after a minus;
    ``said`` is a single English word that differs from its stem."""

    units: Units
    exact: bool = False
    without: bool = False
    said: str | None = None


def read_query(text: str, stem: Callable[[str], str]) -> tuple[Word, ...]:
    """The words of a query in order. Marks inside a word part it; a line break between Chinese characters, as a copied
    text has them, does not.

    >>> [word.units for word in read_query('流片 "集成电路"', str)]
    [('流', '片'), ('集', '成', '电', '路')]
    """
    words = []
    for found in _WORDS.finditer(_BREAK.sub("", fold(text))):
        said = found["quoted"] or found["plain"] or ""
        for phrase in phrases(said, stem):
            units = tuple(unit.text for unit in phrase)
            own = said[phrase[0].start : phrase[0].end] if len(units) == 1 and units[0][0] == " " else None
            differs = own if own != units[0][1:] else None
            words.append(Word(units, bool(found["quoted"]), bool(found["minus"]), differs))
    return tuple(words)


_BREAK = re.compile("(?<=[\u3400-\u9fff])\n+(?=[\u3400-\u9fff])")
_WORDS = re.compile('(?P<minus>(?<![^ ])-)?(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<plain>[^ \n"“”]+))')
