"""Words by which a clause is found though it prints others: those that mean the same (``[[same]]`` of content/search.toml),
and the hints of its themes. Who asks for 房租 finds what says 租金."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple, Self

from digest.model.matches import Theme
from digest.model.vocabulary import SearchWords
from digest.regex import regex
from digest.text.segmenter import segmenter
from digest.text.units import cut, fold, stemmer

LONGEST_WORD = 6
"""Units of the longest Chinese word, and of the longest name in English."""


class _Word(NamedTuple):
    """A word of a group: as it stands in a folded text (of foreign words, in their stems), and its units as one text."""

    group: int
    text: str
    units: str


class Also(NamedTuple):
    """By what a clause is found besides what it prints: the numbers of groups of words; and those of their words that it does
    not print, by their units, with the numbers of all groups that have them."""

    groups: tuple[int, ...] = ()
    words: Mapping[str, tuple[int, ...]] = {}


@dataclass(frozen=True, slots=True)
class Meanings:
    """The words that mean the same, by the numbers of their groups. Those that clauses print are kept by how they begin, since
    a clause has few of them: by two Chinese characters, or by a stem."""

    _groups: Sequence[Sequence[_Word]]
    _begins: Mapping[str, Sequence[_Word]]
    _of_word: Mapping[str, tuple[int, ...]]
    _of_theme: Mapping[str, int]
    _parted: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, words: SearchWords, themes: Sequence[Theme] = ()) -> Self:
        """Those of a site."""
        same = [list(_read(at, each.words)) for at, each in enumerate(words.same)]
        begins: dict[str, list[_Word]] = {}
        for word in chain.from_iterable(same):
            begins.setdefault(_begin(word.text), []).append(word)
        of_theme = {theme.id: at for at, theme in enumerate(themes, len(same))}
        hints = [list(_read(of_theme[theme.id], _hints(theme))) for theme in themes]
        of_word: dict[str, tuple[int, ...]] = {}
        for word in chain.from_iterable((*same, *hints)):
            numbers = of_word.get(word.units, ())
            if word.group not in numbers:
                of_word[word.units] = (*numbers, word.group)
        return cls([*same, *hints], begins, of_word, of_theme)

    def also(self, printed: Sequence[str], themes: Iterable[Theme], facts: Iterable[str] = ()) -> Also:
        """The words by which a clause that prints these texts, belongs to these themes, and of which these ``facts`` are
        known, is found besides those that it prints."""
        spelt, own = self._spelt((*printed, *facts)), self._spelt(printed)
        near = self._begins.keys() & {*map(add, spelt, spelt[1:]), *_FOREIGN.findall(spelt)}
        found = [
            word
            for begin in near
            for word in self._begins[begin]
            if word.text in spelt and (len(word.text) > len(begin) or self._is_word(begin, spelt))
        ]
        groups, known = {word.group for word in found}, {word.text for word in found if word.text in own}
        of_themes = {self._of_theme[theme.id] for theme in themes}
        same = (word for group in groups for word in self._groups[group] if word.text not in known)
        hinted = (word for group in of_themes for word in self._groups[group] if word.text not in own)
        words = {word.units: self._of_word[word.units] for word in chain(same, hinted)}
        return Also(tuple(sorted(groups | of_themes)), words)

    def named(self, names: Iterable[str]) -> Iterator[str]:
        """Names as such words."""
        yield from (word.units for word in _read(-1, names))

    def _is_word(self, two: str, text: str) -> bool:
        """Whether two characters stand somewhere in a text without taking half of a word on either side (上市 in 海上市场 is an
        accident)."""
        at = text.find(two)
        while at >= 0:
            before, after = text[max(0, at - 2) : at], text[at + 2 : at + 4]
            around = f"{before}|{two}{after}"
            if around not in self._parted:
                self._parted[around] = _halves(before + two + after, len(before))
            if not self._parted[around]:
                return True
            at = text.find(two, at + 1)
        return False

    def _spelt(self, texts: Iterable[str]) -> str:
        """Texts as words are looked for in them: as they stand, and foreign words in their stems."""
        text = fold("\n".join(texts))
        return f"{text}\n {' '.join(map(stemmer(), _FOREIGN.findall(text)))} "


def _hints(theme: Theme) -> Sequence[str]:
    """The hints of a theme and its names, but for those of several words apart."""
    return (theme.zh, theme.en, *(hint for hint in theme.hints if " " not in hint))


def _read(group: int, words: Iterable[str]) -> Iterator[_Word]:
    for word in words:
        folded = fold(word)
        found = [phrase.texts for phrase in cut(folded, stemmer())]
        if len(found) == 1 and len(found[0]) <= LONGEST_WORD:
            units = "".join(found[0])
            if units[0] == " ":
                yield _Word(group, f"{units} ", units)
            elif len(found[0]) > 1:
                yield _Word(group, folded, units)


def groups_as_written(words: SearchWords, themes: Iterable[Theme]) -> Iterator[Sequence[str]]:
    """The words of each group in the order of their numbers, as they are written: where a clause is found by a word and
    prints another, the other is one of these."""
    yield from (same.words for same in words.same)
    yield from ((theme.zh, theme.en, *theme.hints) for theme in themes)


def _halves(text: str, at: int) -> bool:
    """Whether the two characters from a place on are in two words of more characters each."""
    begins = {0, *accumulate(map(len, segmenter().cut(text)))}
    return at not in begins and at + 1 in begins and at + 2 not in begins


def _begin(text: str) -> str:
    return text.split(" ")[1] if text[0] == " " else text[:2]


_FOREIGN = regex("[a-z]+(?:'[a-z]+)*")
