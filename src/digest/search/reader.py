"""A text as the index takes it: its units, a character each, and beside each one a sign that says how it begins.

The units are those of ``text.units``. Where words begin is told by the dictionary, and by ``NewWords`` for characters
in no word of it. Terms of a glossary are not taken as words here: what is found must not depend on what editors explain.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from digest.regex import regex
from digest.search.records import SearchField
from digest.text.new_words import NewWords, new_words
from digest.text.segmenter import Segmenter
from digest.text.units import PATTERN, fold

BETWEEN = "\n"
"""What stands between phrases, among the units and among the signs."""


FIRST_STANDING = 0x40000
"""From here on no character is a unit."""


class Signs(NamedTuple):
    """The signs of one field: of a Chinese character, of a part of a figure, of a foreign word. The first of each three
    stands within a word, the second where one begins, the third where one begins after a mark that was passed over, such
    as a bracket."""

    plain: str
    figure: str
    foreign: str


SIGNS = {
    SearchField.FACTS: Signs("abc", "def", "ghi"),
    SearchField.TEXT: Signs("jkl", "mno", "pqr"),
    SearchField.HEADING: Signs("stu", "vwx", "yzA"),
}


@dataclass(frozen=True, slots=True)
class UnitReader:
    """Reads texts. Make one for all texts of an index, because it remembers."""

    words: Segmenter
    stem: Callable[[str], str]
    new: NewWords = field(default_factory=new_words)
    _new: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _seen: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def read(self, text: str, said_in: SearchField, standing: dict[str, str]) -> tuple[str, str]:
        """The units of a text and the signs beside them. Words that differ from their stems come once more at the end.
        Of facts it does not matter where words begin. ``standing`` tells the characters that stand for foreign words,
        by their stems after a space; for a word that differs from its stem, by both, ``=`` between. New ones are added.
        """
        folded, own = fold(text), SIGNS[said_in]
        units: list[str] = []
        signs: list[str] = []
        forms = ""
        stop, figure = 0, False
        for found in _TOKENS.finditer(folded):
            kind, token, start = found.lastindex, found[0], found.start()
            if kind is None:
                continue
            among = kind == _DIGITS or token in _MARKS_OF_FIGURES
            begins = 0 if among and figure else 1
            if start != stop and units and units[-1] != BETWEEN:
                begins = 2 if folded[stop:start].strip() else 1
            stop, figure = found.end(), among
            if kind == _CHINESE:
                inside = (
                    own.plain[0] * (len(token) - 1)
                    if said_in == SearchField.FACTS
                    else self._inside(token, own)
                )
                signs.append(own.plain[begins] + inside)
            elif among:
                signs.append(own.figure[begins] + own.figure[0] * (len(token) - 1))
            elif kind == _WORD:
                stem = f" {self.stem(token)}"
                if stem[1:] != token:
                    forms += _standing(f"{stem}={token}", standing) + BETWEEN
                token = _standing(stem, standing)
                signs.append(own.foreign[begins])
            elif kind == _PARTING:
                token = BETWEEN
                signs.append(BETWEEN)
            else:
                signs.append(own.plain[begins])
            units.append(token)
        more = (own.foreign[1] + BETWEEN) * (len(forms) // 2)
        return "".join((*units, BETWEEN, forms)), "".join((*signs, BETWEEN, more))

    def also(self, word: str, said_in: SearchField, standing: dict[str, str]) -> tuple[str, str]:
        """The same for a word by which a record is found too: it stands by itself, as one unit. What is said plainly has
        the sign of a heading."""
        sign = SIGNS[SearchField.HEADING if said_in is SearchField.PLAINLY else SearchField.FACTS].foreign[1]
        return _standing(f"{word}=", standing) + BETWEEN, sign + BETWEEN

    def _inside(self, run: str, own: Signs) -> str:
        """The signs of Chinese characters but the first."""
        seen = self._seen[own.plain]
        signs = seen.get(run)
        if signs is None:
            signs = "".join(own.plain[1] + own.plain[0] * (len(word) - 1) for word in self._words(run))[1:]
            if len(run) <= _OFTEN:
                seen[run] = signs
        return signs

    def _words(self, run: str) -> Iterator[str]:
        """The words of Chinese characters."""
        loose = ""
        for word in self.words.cut(run):
            if len(word) == 1:
                loose += word
                continue
            if loose:
                yield from self._loose(loose)
                loose = ""
            yield word
        yield from self._loose(loose)

    def _loose(self, run: str) -> Iterable[str]:
        """The words of characters that the dictionary joins with none of their neighbours."""
        if len(run) < 2 or run in self.words:
            return run
        if run not in self._new:
            self._new[run] = tuple(self.new.cut(run))
        return self._new[run]


def _standing(word: str, standing: dict[str, str]) -> str:
    return standing.setdefault(word, chr(FIRST_STANDING + len(standing)))


_TOKENS = regex(f"([\u3400-\u9fff]+)|([0-9]+)|{PATTERN}")
_CHINESE, _DIGITS, _, _WORD, _PARTING = range(1, 6)
_MARKS_OF_FIGURES = ".%‰"
_OFTEN = 12
"""Longer runs of characters seldom come again."""
