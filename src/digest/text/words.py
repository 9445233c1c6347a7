"""Words of a Chinese text: the most probable cut by a dictionary (unigram model, dynamic programming).

The dictionary is jieba's list of 349,000 words with their frequencies; only the list is read (0.15 s), not
the program. Words that an editor adds win over a longer chain of common ones. Two characters or more that
the dictionary cannot join are kept as one word, because that is how new terms look (封测, 流片).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """A word and where it stands in its text (code points)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segmenter:
    """Cuts texts into words. Make one with ``segmenter``.

    ``costs`` is the negative logarithm of each word's frequency; ``rare`` the cost of a character that is no word;
    ``reach`` the length of the longest word that begins with two characters.
    """

    costs: Mapping[str, float]
    rare: float
    reach: Mapping[str, int]

    def words(self, text: str) -> tuple[Word, ...]:
        """Every word of a text that is Chinese or Latin, in order; white space and punctuation are left out."""
        return tuple(self._words(text))

    def _words(self, text: str) -> Iterator[Word]:
        for run in _RUN.finditer(text):
            if run.lastgroup == "latin":
                yield Word(run.group().lower(), run.start(), run.end())
                continue
            at = run.start()
            for word in _joined(self.cut(run.group())):
                yield Word(word, at, at + len(word))
                at += len(word)

    def cut(self, run: str) -> list[str]:
        """A run of Chinese characters as the cheapest chain of words; the same that jieba gives without its
        model for new words."""
        size, rare, cost_of, reach_of = len(run), self.rare, self.costs.get, self.reach.get
        best = [0.0] * (size + 1)
        ends = [0] * size
        after = 0.0
        for start in range(size - 1, -1, -1):
            after += cost_of(run[start], rare)
            end = start + 1
            reach = reach_of(run[start : start + 2], 0)
            for stop in range(start + 2, start + 1 + (reach if start + reach <= size else size - start)):
                cost = cost_of(run[start:stop])
                if cost is not None and cost + best[stop] < after:
                    after, end = cost + best[stop], stop
            best[start], ends[start] = after, end
        words, at = [], 0
        while at < size:
            words.append(run[at : ends[at]])
            at = ends[at]
        return words


@cache
def segmenter(terms: tuple[str, ...] = ()) -> Segmenter:
    """A Segmenter with jieba's dictionary and the given terms (of the glossary, say) as words of their own. It is made
    once for the same terms."""
    known, total, reach = _dictionary()
    rare = log(total)
    own = {
        term: min(known.get(term, rare), rare - log(_TERM_FREQUENCY))
        for term in terms
        if _HAN.fullmatch(term)
    }
    if own:
        known = {**known, **own}
        reach = {**reach, **{pair: max(length, reach.get(pair, 0)) for pair, length in _reach(own).items()}}
    return Segmenter(known, rare, reach)


def content_words(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words that carry meaning by their form: of two characters or more."""
    return tuple(word for word in words if len(word.text) > 1)


_RUN = re.compile(r"(?P<han>[\u3400-\u9fff]+)|(?P<latin>[A-Za-z][A-Za-z0-9+-]*)")
_HAN = re.compile(r"[\u3400-\u9fff]{2,8}")
_TERM_FREQUENCY = 2000  # as frequent as a common noun of the dictionary, so that a term is kept whole
_FUNCTION = frozenset(
    "的了和与及或等在对按为以于从向由将把被其该各本并且而则不可应须能会要有是为至内外上下中后前个年月日项家次"
)


def _joined(words: list[str]) -> Iterator[str]:
    """Neighbouring single characters that are no function words, as one word of two or three characters."""
    pending = ""
    for word in words:
        if len(word) == 1 and word not in _FUNCTION and len(pending) < 3:
            pending += word
            continue
        if pending:
            yield pending
        pending = ""
        if len(word) == 1 and word not in _FUNCTION:
            pending = word
        else:
            yield word
    if pending:
        yield pending


@cache
def parts_of_speech() -> Mapping[str, str]:
    """What each word of the dictionary mostly is: n a noun, v a verb, vn a verb used as a noun, t a time, m a numeral..."""
    fields = _fields()
    return dict(zip(fields[::3], fields[2::3], strict=True))


@cache
def _dictionary() -> tuple[Mapping[str, float], int, Mapping[str, int]]:
    """The cost of every word, the sum of all frequencies, and how far words reach."""
    fields = _fields()
    words, numbers = fields[::3], fields[1::3]
    total = sum(map(int, numbers))
    costs = {number: log(total / max(int(number), 1)) for number in set(numbers)}
    return dict(zip(words, map(costs.__getitem__, numbers), strict=True)), total, _reach(words)


def _reach(words: Iterable[str]) -> dict[str, int]:
    """The length of the longest word that begins with two characters."""
    return {word[:2]: len(word) for word in sorted(words, key=len)}


def _fields() -> list[str]:
    """The dictionary. A line is a word, a number and a part of speech."""
    found = find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("jieba")  # a dependency; only a broken installation lacks it
    return (Path(found.submodule_search_locations[0]) / "dict.txt").read_text("utf-8").split()
