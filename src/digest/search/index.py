"""The index: all that can be found as one long text of units, in which grams are looked up or listed.

A gram is one, two or three units that follow each other; of foreign words at most two. For each record that holds it,
a posting says how it stands there: whether its ends are ends of words (合规 in 符合|规定 is an accident), and whether in
a heading. Postings of ``placed`` grams also say where, roughly, so that longer phrases are told from their scattered
pieces. Places are counted within each phrase, from a number that its first two units give: words put into a clause move
nothing beyond the next mark. English is indexed by its stems; a word that differs from its stem is a unit of its own as well, the stem and
the word after ``=``. What a clause answers, and the names of a policy's place, are one unit each, ``=`` after it. By words
of one meaning clauses are found as a group (``meanings``).
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from digest.search.reader import BETWEEN, FIRST_STANDING, SIGNS, UnitReader
from digest.search.records import Said, SearchField, SearchRecord
from digest.text.segmenter import Segmenter
from digest.text.units import stemmer

Units = tuple[str, ...]

LONGEST = 3
"""Units of the longest gram."""

APART, TOUCHING, INSIDE, WHOLE = range(4)
"""How a gram stands among words: across words with no end at a word's end, with one, within one word, or
from the start of a word to the end of one. Grams across brackets, and those of facts, count as the
first; two words of one character each as touching."""

FIELDS = len(SIGNS)
CLASSES = 4 * FIELDS
"""Kinds of posting: manner * FIELDS + field."""

PLACES = 32
ROUND = PLACES - 1
"""Places in a phrase are counted modulo this, from 1."""

MOST_RECORDS = 1 << 24
"""More records than an index holds."""


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """A policy as the index takes it: its records as one text of units, one character each. ``signs`` stand beside them
    (see ``reader``), and ``places`` in their phrases; ``begins`` is where each record begins among them, ``spelt`` are the
    foreign words that characters from ``FIRST_STANDING`` on stand for, in their order, a line each. ``groups`` are the records
    that are found by each group of words too, and ``also`` the words that one of them does not print: a line each, with the
    numbers of its groups before it."""

    begins: tuple[int, ...]
    units: str
    signs: str
    places: bytes
    spelt: str
    groups: Mapping[int, Sequence[int]] = field(default_factory=dict)
    also: str = ""

    @property
    def words(self) -> Sequence[str]:
        """The foreign words."""
        return self.spelt.split("\n") if self.spelt else ()


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of a corpus: its readings as one. ``starts`` are the records where policies begin; that of the policy as
    a whole is followed by its clauses. ``standing`` tells the characters that stand for foreign words."""

    starts: tuple[int, ...]
    begins: Sequence[int]
    units: str
    signs: str
    places: bytes
    standing: Mapping[str, str]
    groups: Mapping[int, Sequence[int]]
    also: Mapping[str, tuple[int, ...]]

    @property
    def size(self) -> int:
        """How many records there are."""
        return len(self.begins)

    def postings(self, gram: Units) -> Iterator[tuple[int, int, int]]:
        """Where a gram stands, in order: the record, the kind, and the place, 0 where it is not placed."""
        spelt = "".join(self.standing.get(unit, unit) for unit in gram)
        placed, kinds = is_placed(gram), Kinds()
        at = self.units.find(spelt)
        while at >= 0:
            kind = kinds[self.signs[at : at + len(spelt) + 1]]
            if kind:
                yield bisect_right(self.begins, at) - 1, kind - 1, self.places[at] if placed else 0
            at = self.units.find(spelt, at + 1)


@dataclass(frozen=True, slots=True)
class KnownIndex:
    """An index that is told from others by the ``names`` of what its policies say. Of an earlier search whose ``files`` still
    stand only those with the ``wanted`` numbers are made again, of none (None) all."""

    names: tuple[bytes, ...]
    index: SearchIndex = field(compare=False)
    wanted: Collection[int] | None = field(default=None, compare=False)
    files: tuple[str, ...] = field(default=(), compare=False)


def is_placed(gram: Units) -> bool:
    """Whether the postings of a gram say where it stands."""
    return len(gram) == LONGEST or (len(gram) > 1 and gram[0][0] == gram[1][0] == " ")


def is_gram(units: Units) -> bool:
    """Whether units that follow each other are a gram: three are not where two foreign words stand side by side."""
    return len(units) < LONGEST or not (units[1][0] == " " and " " in (units[0][0], units[2][0]))


def make_index(records: Iterable[SearchRecord], words: Segmenter) -> SearchIndex:
    """The index of some records."""
    return join(make_readings(records, words))


def make_readings(records: Iterable[SearchRecord], words: Segmenter) -> Sequence[PolicyReading]:
    """The readings of the policies that some records are of."""
    reader = UnitReader(words, stemmer())
    policies = groupby(records, key=lambda record: record.policy.meta.slug)
    return [make_reading((record.said for record in own), reader) for _, own in policies]


def make_reading(records: Iterable[Said], reader: UnitReader) -> PolicyReading:
    """The reading of a policy by what each of its records says."""
    begins: list[int] = []
    units: list[str] = []
    signs: list[str] = []
    standing: dict[str, str] = {}
    groups: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    also: dict[str, tuple[int, ...]] = {}
    at = 0
    for number, said in enumerate(records):
        begins.append(at)
        for group in said.also.groups:
            groups[group].append(number)
        also |= said.also.words
        for kind, text in said.texts:
            some, beside = (
                reader.read(text, kind, standing) if kind in SIGNS else reader.also(text, kind, standing)
            )
            units.append(some)
            signs.append(beside)
            at += len(some)
    whole = "".join(units)
    return PolicyReading(
        tuple(begins),
        whole,
        "".join(signs),
        b"".join(_places(whole, standing)),
        "\n".join(standing),
        dict(groups),
        "\n".join(f"{','.join(map(str, numbers))} {word}" for word, numbers in also.items()),
    )


def _places(units: str, standing: Mapping[str, str]) -> Iterator[bytes]:
    """For each unit its place, phrase by phrase with the mark after it. In a phrase places are counted from a number that its
    first two units give."""
    words = {character: word for word, character in standing.items()}
    phrases = units.split(BETWEEN)[:-1]
    begins = {
        first: sum(map(ord, "".join(words.get(unit, unit) for unit in first))) % ROUND
        for first in {phrase[:2] for phrase in phrases}
    }
    rounds = bytes(range(1, PLACES)) * (max(map(len, phrases), default=0) // ROUND + 3)
    for phrase in phrases:
        begin = begins[phrase[:2]]
        yield rounds[begin : begin + len(phrase) + 1]


def join(readings: Sequence[PolicyReading]) -> SearchIndex:
    """The index of the policies with these readings, in this order."""
    words = sorted({word for reading in readings for word in reading.words})
    standing = {word: chr(FIRST_STANDING + at) for at, word in enumerate(words)}
    starts: list[int] = []
    begins = array("L")
    units: list[str] = []
    groups: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    at = 0
    for reading in readings:
        starts.append(len(begins))
        for group, records in reading.groups.items():
            groups[group].extend([starts[-1] + record for record in records])
        begins.extend([at + begin for begin in reading.begins])
        table = {FIRST_STANDING + own: standing[word] for own, word in enumerate(reading.words)}
        units.append(reading.units.translate(table) if table else reading.units)
        at += len(reading.units)
    signs = "".join(reading.signs for reading in readings)
    places = b"".join(reading.places for reading in readings)
    return SearchIndex(
        tuple(starts), begins, "".join(units), signs, places, standing, dict(groups), words_also(readings)
    )


def words_also(readings: Iterable[PolicyReading]) -> dict[str, tuple[int, ...]]:
    """The words by which records are found that do not print them, with the numbers of their groups."""
    lines = {line for reading in readings for line in reading.also.split("\n") if line}
    return {
        word: tuple(map(int, numbers.split(",")))
        for numbers, _, word in (line.partition(" ") for line in lines)
    }


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
        if field == SearchField.FACTS or parted == 2:
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
