"""Words by which a clause is found though it prints others: those that mean the same (``[[same]]`` of content/search.toml),
and the hints of its themes. Who asks for 房租 finds what says 租金."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import add
from typing import NamedTuple, Self

from digest.model.matches import Theme
from digest.model.vocabulary import SearchWords
from digest.text.units import cut, fold, stemmer

LONGEST_WORD = 6
"""Units of the longest Chinese word, and of the longest name in English."""


class _Word(NamedTuple):
    """A word of a group: as it stands in a folded text (of foreign words, in their stems), and its units as one text."""

    group: int
    text: str
    units: str


@dataclass(frozen=True, slots=True)
class Meanings:
    """The words that mean the same. Each is kept by how it begins, since a clause has few of them: by two Chinese
    characters, or by a stem."""

    _groups: Sequence[Sequence[_Word]]
    _begins: Mapping[str, Sequence[_Word]]
    _hints: dict[Theme, tuple[_Word, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: SearchWords) -> Self:
        """Those of a site."""
        groups = [list(_read(at, same.words)) for at, same in enumerate(words.same)]
        begins: dict[str, list[_Word]] = {}
        for word in chain.from_iterable(groups):
            begins.setdefault(_begin(word.text), []).append(word)
        return cls(groups, begins)

    def also(
        self, printed: Sequence[str], themes: Iterable[Theme], facts: Iterable[str] = ()
    ) -> Iterator[str]:
        """The words by which a clause that prints these texts, belongs to these themes, and of which these ``facts`` are
        known, is found besides those that it prints: each as its units, joined."""
        spelt, own = self._spelt((*printed, *facts)), self._spelt(printed)
        near = self._begins.keys() & {*map(add, spelt, spelt[1:]), *_FOREIGN.findall(spelt)}
        found = [word for begin in near for word in self._begins[begin] if word.text in spelt]
        groups, known = {word.group for word in found}, {word.text for word in found if word.text in own}
        same = (word for group in sorted(groups) for word in self._groups[group] if word.text not in known)
        hinted = (word for theme in themes for word in self._of(theme) if word.text not in own)
        yield from dict.fromkeys(word.units for word in (*same, *hinted))

    def named(self, names: Iterable[str]) -> Iterator[str]:
        """Names as such words."""
        yield from (word.units for word in _read(-1, names))

    def _spelt(self, texts: Iterable[str]) -> str:
        """Texts as words are looked for in them: as they stand, and foreign words in their stems."""
        text = fold("\n".join(texts))
        return f"{text}\n {' '.join(map(stemmer(), _FOREIGN.findall(text)))} "

    def _of(self, theme: Theme) -> tuple[_Word, ...]:
        """The hints of a theme and its names, but for those of several words apart."""
        if theme not in self._hints:
            hints = (hint for hint in theme.hints if " " not in hint)
            self._hints[theme] = tuple(_read(-1, (theme.zh, theme.en, *hints)))
        return self._hints[theme]


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


def _begin(text: str) -> str:
    return text.split(" ")[1] if text[0] == " " else text[:2]


_FOREIGN = re.compile("[a-z]+(?:'[a-z]+)*")
