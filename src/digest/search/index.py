"""The index: all that can be found as one long text of units, in which grams are looked up or listed.

A gram is one, two or three units that follow each other; of foreign words at most two. For each record that holds it,
a posting says how it stands there: whether its ends are ends of words (合规 in 符合|规定 is an accident), and whether in
a heading. Postings of ``placed`` grams also say where, roughly, so that longer phrases are told from their scattered
pieces. English is indexed by its stems; a word that differs from its stem is a unit of its own as well, the stem and
the word after ``=``.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.search.reader import BETWEEN, SIGNS, Reader
from digest.search.records import Field, Record
from digest.text.units import stemmer
from digest.text.words import Segmenter

Units = tuple[str, ...]

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
"""Places in a record are counted modulo this, from 1."""

MOST_RECORDS = 1 << 24
"""More records than an index holds."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a corpus. ``starts`` are the records of whole policies; a policy's clauses follow it.

    ``units`` are those of all records, one character each, ``signs`` stand beside them (see ``reader``), ``begins`` is
    where each record begins among them. ``standing`` tells the characters that stand for foreign words.
    """

    starts: tuple[int, ...]
    begins: Sequence[int]
    units: str
    signs: str
    standing: Mapping[str, str]

    @property
    def size(self) -> int:
        """How many records there are."""
        return len(self.begins)

    def postings(self, gram: Units) -> Iterator[tuple[int, int, int]]:
        """Where a gram stands, in order: the record, the kind, and the place, 0 where it is not placed."""
        spelt, placed, kinds = (
            "".join(self.standing.get(unit, unit) for unit in gram),
            is_placed(gram),
            Kinds(),
        )
        at = self.units.find(spelt)
        while at >= 0:
            record = bisect_right(self.begins, at) - 1
            kind = kinds[self.signs[at : at + len(spelt) + 1]]
            if kind:
                yield record, kind - 1, (at - self.begins[record]) % ROUND + 1 if placed else 0
            at = self.units.find(spelt, at + 1)


def is_placed(gram: Units) -> bool:
    """Whether the postings of a gram say where it stands."""
    return len(gram) == LONGEST or (len(gram) > 1 and gram[0][0] == gram[1][0] == " ")


def is_gram(units: Units) -> bool:
    """Whether units that follow each other are a gram: three are not where two foreign words stand side by side."""
    return len(units) < LONGEST or not (units[1][0] == " " and " " in (units[0][0], units[2][0]))


def make_index(records: Iterable[Record], words: Segmenter) -> Index:
    """The index of some records."""
    reader = Reader(words, stemmer())
    starts: list[int] = []
    begins = array("L")
    units: list[str] = []
    signs: list[str] = []
    at = 0
    for number, record in enumerate(records):
        if record.clause is None:
            starts.append(number)
        begins.append(at)
        for field, text in record.said:
            some, beside = reader.read(text, field)
            units.append(some)
            signs.append(beside)
            at += len(some)
    return Index(tuple(starts), begins, "".join(units), "".join(signs), reader.standing)


class Kinds(dict[str, int]):
    """The kind of a gram, and one more, by the signs beside its units and the one that follows; 0 where they are no
    gram. Each is found out once."""

    def __missing__(self, signs: str) -> int:
        self[signs] = kind = self._kind(signs)
        return kind

    def _kind(self, signs: str) -> int:
        units, size = signs[:-1], len(signs) - 1
        foreign = [unit in _FOREIGN for unit in units]
        if BETWEEN in units or (size == LONGEST and foreign[1] and (foreign[0] or foreign[2])):
            return 0
        field = _FIELD[units[0]]
        start, *inner, end = (_BEGINS.get(sign, 1) for sign in signs)
        parted = max(inner, default=0)
        if field == Field.FACTS or parted == 2:
            manner = APART
        elif start and end and not (parted and size == 2):
            manner = WHOLE
        elif not (parted or units[0] in _FIGURE):
            manner = INSIDE
        else:
            manner = TOUCHING if start or end else APART
        return manner * FIELDS + field + 1


_FIELD = {sign: field for field, own in SIGNS.items() for sign in "".join(own)}
_BEGINS = {sign: at for own in SIGNS.values() for three in own for at, sign in enumerate(three)}
_FIGURE = frozenset("".join(own.figure for own in SIGNS.values()))
_FOREIGN = frozenset("".join(own.foreign for own in SIGNS.values()))
