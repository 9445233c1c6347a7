"""The index: which records hold which grams, and how well.

A gram is one, two or three units that follow each other. For each record that holds it, a posting says how it
stands there: whether its ends are ends of words (合规 in 符合|规定 is an accident), and whether in a heading.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.search.records import Field, Record, make_records
from digest.text.units import Phrase, fold, phrases, stemmer
from digest.text.words import Segmenter, segmenter

LONGEST = 3
"""Units of the longest gram."""

APART, TOUCHING, INSIDE, WHOLE = range(4)
"""How a gram stands among words: across words with no end at a word's end, with one, within one word, or
from the start of a word to the end of one."""

FIELDS = len(Field)
CLASSES = 4 * FIELDS
"""Kinds of posting: manner * FIELDS + field."""


class Posting(NamedTuple):
    """A record, the manner in which a gram stands in it at best, and the field where it does."""

    record: int
    manner: int
    field: int


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a corpus. ``starts`` are the records of whole policies; a policy's clauses follow it.

    ``codes`` holds the postings of each gram as ``record * CLASSES + class``, a plain number where there is one.
    """

    size: int
    starts: tuple[int, ...]
    codes: Mapping[str, int | Sequence[int]]

    def postings(self, gram: str) -> Sequence[int]:
        """The coded postings of a gram, in the order of the records."""
        found = self.codes.get(gram, ())
        return (found,) if isinstance(found, int) else found


def index_corpus(corpus: Corpus) -> Index:
    """The index of a corpus."""
    return make_index(make_records(corpus), segmenter())


def make_index(records: Iterable[Record], words: Segmenter) -> Index:
    """The index of some records."""
    codes: dict[str, int | array[int]] = {}
    starts: list[int] = []
    size = 0
    stem = stemmer()
    for size, record in enumerate(records, start=1):
        number = size - 1
        if record.clause is None:
            starts.append(number)
        for gram, kind in grams_of(record.said, words, stem).items():
            code = number * CLASSES + kind
            found = codes.get(gram)
            if found is None:
                codes[gram] = code
            elif isinstance(found, int):
                codes[gram] = array("I", (found, code))
            else:
                found.append(code)
    return Index(size, tuple(starts), codes)


def grams_of(
    said: Iterable[tuple[int, str]], words: Segmenter, stem: Callable[[str], str]
) -> Mapping[str, int]:
    """The grams of some texts with the best class of each."""
    best: dict[str, int] = {}
    for field, text in said:
        folded = fold(text)
        edges = _edges(folded, words)
        for phrase in phrases(folded, stem):
            _add(best, phrase, _ends(phrase, edges), int(field))
    return best


def _edges(folded: str, words: Segmenter) -> set[int]:
    """Where words of Chinese begin and end."""
    edges: set[int] = set()
    for word in words.words(folded):
        edges.add(word.start)
        edges.add(word.end)
    return edges


def _ends(phrase: Phrase, edges: set[int]) -> list[bool]:
    """For each place between units, the outer ones included, whether a word ends there."""
    ends = [True]
    before = phrase[0]
    for unit in phrase[1:]:
        apart = unit.start != before.end or unit.text[0] == " " or before.text[0] == " "
        figure = before.text in _FIGURE
        ends.append(apart or (unit.text not in _FIGURE if figure else unit.start in edges))
        before = unit
    ends.append(True)
    return ends


def _add(best: dict[str, int], phrase: Phrase, ends: list[bool], field: int) -> None:
    """The grams of one phrase."""
    texts = [unit.text for unit in phrase]
    last = len(texts)
    for at, first in enumerate(texts):
        start, figure = ends[at], first in _FIGURE
        gram, parted = "", False
        for stop in range(at + 1, min(at + LONGEST, last) + 1):
            gram += texts[stop - 1]
            end = ends[stop]
            if start and end:
                kind = _WHOLE + field
            elif not (parted or figure):
                kind = _INSIDE + field
            else:
                kind = _TOUCHING + field if start or end else field
            if best.get(gram, -1) < kind:
                best[gram] = kind
            parted = parted or end


_FIGURE = frozenset("0123456789.%‰")
_TOUCHING, _INSIDE, _WHOLE = TOUCHING * FIELDS, INSIDE * FIELDS, WHOLE * FIELDS
