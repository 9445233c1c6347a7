"""Words of a Chinese text: the most probable cut by a dictionary (unigram model, dynamic programming).

The dictionary is jieba's list of 349,000 words with their frequencies. Only the list is read, not the program, and
of it only the words that begin with a character of the text. Words that an editor adds win over a longer chain of common
ones. Two characters or more that the dictionary cannot join are kept as one word, because that is how new terms look
(封测, 流片).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

from digest.regex import regex


class Word(NamedTuple):
    """A word and where it stands in its text (code points)."""

    text: str
    start: int
    end: int


class _Begun(NamedTuple):
    """The words that begin with one or two characters, each with the logarithm of its probability; ``alone`` is that of
    the first character, ``lengths`` are those of the longer words, the shortest first."""

    alone: float
    chances: Mapping[str, float]
    lengths: tuple[int, ...]


class _Known(dict[str, _Begun]):
    """The words of the dictionary and some terms, by their first two characters, read when they are asked for; few pairs
    of characters begin any. By one character alone, no more than this."""

    def __init__(self, terms: Iterable[str]) -> None:
        super().__init__()
        self._terms: dict[str, list[str]] = {}
        for term in filter(_HAN.fullmatch, terms):
            self._terms.setdefault(term[:2], []).append(term)

    def __missing__(self, first: str) -> _Begun:
        begun = _begun(first)
        if first in self._terms:
            own = {term: max(begun.chances.get(term, _RARE), _TERM) for term in self._terms[first]}
            begun = _words_of(begun.alone, {**begun.chances, **own})
        self[first] = begun
        return begun


_RUNS = 1 << 14
"""So many runs of characters are remembered with their words: those of a long text, of which several stages ask."""


class Segmenter:
    """Cuts texts into words. Make one with ``segmenter``."""

    def __init__(self, known: _Known) -> None:
        self.known = known
        self.cut: Callable[[str], Sequence[str]] = lru_cache(_RUNS)(self._cut)
        """A run of Chinese characters as its likeliest chain of words; the same that jieba gives without its model for new
        words."""

    def __contains__(self, word: str) -> bool:
        """Whether the dictionary or a term is this word."""
        return word in self.known[word[:2]].chances

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

    def _cut(self, run: str) -> Sequence[str]:
        size, known = len(run), self.known
        best = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            alone, chances, lengths = known[run[start : start + 2]]
            likeliest, end = alone + best[start + 1], start + 1
            for length in lengths:
                stop = start + length
                if stop > size:
                    break
                chance = chances.get(run[start:stop])
                if chance is not None and chance + best[stop] >= likeliest:
                    likeliest, end = chance + best[stop], stop
            best[start], ends[start] = likeliest, end
        words, at = [], 0
        while at < size:
            words.append(run[at : ends[at]])
            at = ends[at]
        return tuple(words)


@cache
def segmenter(terms: tuple[str, ...] = ()) -> Segmenter:
    """A Segmenter with jieba's dictionary and the given terms (of the glossary, say) as words of their own. It is made
    once for the same terms."""
    return Segmenter(_Known(terms))


def content_words(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words that carry meaning by their form: of two characters or more."""
    return tuple(word for word in words if len(word.text) > 1)


_RUN = regex(r"(?P<han>[\u3400-\u9fff]+)|(?P<latin>[A-Za-z][A-Za-z0-9+-]*)")
_HAN = regex(r"[\u3400-\u9fff]{2,8}")
_ALL = log(60_101_967)  # of the frequencies of the dictionary; to add them takes as long as to cut a policy
_RARE = -_ALL  # a character that is no word
_TERM = log(2000) - _ALL  # as frequent as a common noun of the dictionary, so that a term is kept whole
_FUNCTION = frozenset(
    "的了和与及或等在对按为以于从向由将把被其该各本并且而则不可应须能会要有是为至内外上下中后前个年月日项家次"
)


def _joined(words: Iterable[str]) -> Iterator[str]:
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


@lru_cache(_RUNS)
def part_of_speech(word: str) -> str:
    """What a word mostly is, as ``parts_of_speech`` has it, of which no more is read; empty for a word not in there."""
    lines, begin = _lines(word[0]), f"\n{word} "
    at = lines.find(begin)
    end = lines.find("\n", at + 1)
    return lines[at + 1 : end if end > 0 else None].rsplit(" ", 1)[1] if at >= 0 else ""


@cache
def parts_of_speech() -> Mapping[str, str]:
    """What each word of the dictionary mostly is: n a noun, v a verb, vn a verb used as a noun, t a time, m a numeral..."""
    fields = _dictionary().decode().split()
    return dict(zip(fields[::3], fields[2::3], strict=True))


@cache
def _begun(first: str) -> _Begun:
    """The words of Chinese characters that begin with one, or with two, of them."""
    lines, begin = _lines(first[0]), f"\n{first}" if len(first) > 1 else f"\n{first} "
    at = lines.find(begin)
    chances = _chances(lines[at : lines.find("\n", lines.rfind(begin) + 1)]) if at >= 0 else {}
    if len(first) == 1:
        return _Begun(chances.get(first, _RARE), chances, ())
    return _words_of(_begun(first[0]).alone, chances)


def _words_of(alone: float, chances: Mapping[str, float]) -> _Begun:
    return _Begun(alone, chances, tuple(sorted({*map(len, chances)})))


def _chances(lines: str) -> Mapping[str, float]:
    fields = lines.split()
    return {word: log(int(number)) - _ALL for word, number in zip(fields[::3], fields[1::3], strict=True)}


@cache
def _lines(first: str) -> str:
    """The lines of the dictionary whose words begin with a character, between line breaks."""
    return "\n" + _dictionary()[_place(first) : _place(chr(ord(first) + 1))].decode()


def _place(first: str) -> int:
    """The byte of the dictionary where the words begin whose first character is this or a later one. They are sorted,
    but for words with foreign letters; these stand before all others, and no run of Chinese characters has them."""
    lines, begin = _dictionary(), first.encode()

    def beginning(at: int) -> bytes:
        line = lines.rfind(b"\n", 0, at) + 1
        return lines[line : line + len(begin)]

    return bisect_left(range(len(lines)), begin, lines.index("\n一 ".encode()) + 1, key=beginning)


@cache
def _dictionary() -> bytes:
    """The dictionary. A line is a word, a number and a part of speech."""
    found = find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("jieba")  # a dependency; only a broken installation lacks it
    return (Path(found.submodule_search_locations[0]) / "dict.txt").read_bytes()
