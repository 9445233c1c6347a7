"""The index: which records hold which grams, and how well.

A gram is one, two or three units that follow each other. For each record that holds it, a posting says how it
stands there: whether its ends are ends of words (合规 in 符合|规定 is an accident), and whether in a heading. For grams
of three units it also says where, roughly, so that longer phrases are told from their scattered pieces. English is
indexed by its stems; a word that differs from its stem is a gram of its own as well, after its stem and ``=``.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.search.edges import Edges
from digest.search.records import Field, Record
from digest.text.units import Cut, cut, fold, stemmer
from digest.text.words import Segmenter

LONGEST = 3
"""Units of the longest gram."""

APART, TOUCHING, INSIDE, WHOLE = range(4)
"""How a gram stands among words: across words with no end at a word's end, with one, within one word, or
from the start of a word to the end of one. Grams across brackets, and those of facts, count as the
first; two words of one character each as touching."""

FIELDS = len(Field)
CLASSES = 4 * FIELDS
"""Kinds of posting: manner * FIELDS + field."""

PLACES = 32
ROUND = PLACES - 1
"""Places are counted modulo this, from 1."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a corpus. ``starts`` are the records of whole policies; a policy's clauses follow it.

    ``codes`` holds the postings of each gram as ``(record * CLASSES + class) * PLACES + place``, a plain number where
    there is one; a record has a posting for each of its places. ``place`` runs from 1 to 31 and over again; it is 0 for
    grams of one or two units.
    """

    size: int
    starts: tuple[int, ...]
    codes: Mapping[str, int | Sequence[int]]

    def postings(self, gram: str) -> Sequence[int]:
        """The coded postings of a gram, in the order of the records."""
        found = self.codes.get(gram, ())
        return (found,) if isinstance(found, int) else found


def make_index(records: Iterable[Record], words: Segmenter) -> Index:
    """The index of some records."""
    codes: dict[str, int | array[int]] = {}
    starts: list[int] = []
    size = 0
    stem, edges = stemmer(), Edges(words)
    for size, record in enumerate(records, start=1):
        number = size - 1
        if record.clause is None:
            starts.append(number)
        grams = Grams({}, {})
        for field, text in record.said:
            grams.add(text, int(field), edges, stem)
        for gram, found in grams.codes(number):
            known = codes.get(gram)
            if known is None:
                codes[gram] = found[0] if len(found) == 1 else array("I", found)
            elif isinstance(known, int):
                codes[gram] = array("I", (known, *found))
            else:
                known.extend(found)
    return Index(size, tuple(starts), codes)


class Grams(NamedTuple):
    """The grams of one record: the best class of each, and the places of those of three units as bits."""

    best: dict[str, int]
    places: dict[str, int]

    def add(self, text: str, field: int, words: Edges, stem: Callable[[str], str]) -> None:
        """Add the grams of a text."""
        folded = fold(text)
        edges = words.of(folded)
        for phrase in cut(folded, stem):
            self._add(phrase, _ends(phrase, edges, folded), field)
            for unit, start, end in zip(*phrase, strict=True):
                if unit[0] == " " and folded[start:end] != unit[1:]:
                    self._note(f"{unit}={folded[start:end]}", _WHOLE + field)

    def codes(self, record: int) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The postings of a record, coded."""
        first, places = record * CLASSES, self.places
        for gram, kind in self.best.items():
            code = (first + kind) * PLACES
            bits = places.get(gram)
            if bits is None:
                yield gram, (code,)
            elif bits & bits - 1:
                yield gram, tuple(code + place for place in range(1, PLACES) if bits >> place & 1)
            else:
                yield gram, (code + bits.bit_length() - 1,)

    def _add(self, phrase: Cut, ends: list[int], field: int) -> None:
        """The grams of one phrase."""
        best, places = self.best, self.places
        texts, begin = phrase.texts, phrase.starts[0]
        last = len(texts)
        for at, first in enumerate(texts):
            start, figure = ends[at], first in _FIGURE
            gram, parted = "", 0
            for stop in range(at + 1, min(at + LONGEST, last) + 1):
                gram += texts[stop - 1]
                end = ends[stop]
                if parted == 2 or not field:
                    kind = field
                elif start and end and not (parted and stop == at + 2):
                    kind = _WHOLE + field
                elif not (parted or figure):
                    kind = _INSIDE + field
                else:
                    kind = _TOUCHING + field if start or end else field
                if best.get(gram, -1) < kind:
                    best[gram] = kind
                parted = max(parted, end)
            if at + LONGEST <= last:
                places[gram] = places.get(gram, 0) | 1 << (at + begin) % ROUND + 1

    def _note(self, gram: str, kind: int) -> None:
        if self.best.get(gram, -1) < kind:
            self.best[gram] = kind


def _ends(phrase: Cut, edges: set[int], folded: str) -> list[int]:
    """For each place between units, the outer ones included: 1 where a word ends, 2 where a mark was passed over."""
    ends = [1]
    before, stop = phrase.texts[0], phrase.ends[0]
    for unit, start, end in zip(phrase.texts[1:], phrase.starts[1:], phrase.ends[1:], strict=True):
        apart = start != stop or unit[0] == " " or before[0] == " "
        if apart:
            ends.append(2 if folded[stop:start].strip() else 1)
        elif before in _FIGURE:
            ends.append(unit not in _FIGURE)
        else:
            ends.append(start in edges)
        before, stop = unit, end
    ends.append(1)
    return ends


_FIGURE = frozenset("0123456789.%‰")
_TOUCHING, _INSIDE, _WHOLE = TOUCHING * FIELDS, INSIDE * FIELDS, WHOLE * FIELDS
