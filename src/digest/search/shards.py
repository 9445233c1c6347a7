"""The index cut into files, so that a query fetches only what it needs.

A gram's file follows from how it begins: from its first two units, or from a foreign word. So no list of files is
needed, and a query of so many characters fetches about as many files. A file is one text of blocks, each with the grams
that begin alike::

    |beginning, its postings ~what follows, the postings of both ~what follows, ... |beginning, ...

Where a common beginning would make a file too large, the longer grams are in files beside it, whose number the block
tells. Where three units begin with a Chinese character, a record is told by its place among those with the first two.
Of words by which records are found that do not print them, ``==`` after each, a block has the numbers of their groups
(``meanings``). Postings are text: for each kind a sign, then the gaps between its records, each followed by a place where the gram
is placed.

So a file follows from the grams that begin as its number tells, and after an edit only those are made again that are
``touched``.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, groupby, pairwise, repeat, starmap
from math import isqrt
from operator import add, itemgetter, sub
from typing import NamedTuple

from digest.search.index import (
    LONGEST,
    MOST_RECORDS,
    PLACES,
    Kinds,
    PolicyReading,
    SearchIndex,
    words_also,
)
from digest.search.reader import BETWEEN, FIRST_STANDING

FILES = 26
"""As ``number_of_files`` has it."""
FEW, LEAST = 120, 600
"""A small index has more files, until there are a few, of so many units each at least: it is fetched in small parts."""
LARGE = 700
"""Characters of a block whose longer grams are in files of their own, for the square root of the number of files: more
than a file of average size has."""

BLOCK, REST, ELSEWHERE = "|", "~", "+"
"""Before a block; before what follows its beginning; what stands for all of that where it is in files of its own, of
which the postings tell the number."""


class Shard(NamedTuple):
    """A file: its name is its number, and that of the file among those beside it, if it is one."""

    name: str
    text: str


class GramBlock(NamedTuple):
    """The grams that begin alike: the number of their file, their beginning, its postings, and by what follows it those of
    the longer ones."""

    file: int
    begin: str
    own: str
    rest: Mapping[str, str]

    @property
    def size(self) -> int:
        """About how many characters it takes."""
        return len(self.begin) + len(self.own) + sum(len(each) + 2 for each in self.rest.values())


AT_A_TIME = 4_000_000
"""So many units of an index are held by their grams at a time, about: those of some files, then those of the next."""


def shards(
    index: SearchIndex, wanted: Collection[int] | None = None, at_a_time: int = AT_A_TIME
) -> Iterator[Shard]:
    """The files of an index in order, those beside another after it; or only those with the wanted numbers."""
    count = number_of_shards(index)
    numbers = list(range(count)) if wanted is None else sorted(wanted)
    size = max(1, count * at_a_time // max(1, len(index.units)))
    grams = _Grams(index, count)
    for start in range(0, len(numbers), size):
        yield from _shards(grams, numbers[start : start + size], count)


def _shards(grams: "_Grams", numbers: Sequence[int], count: int) -> Iterator[Shard]:
    """Some of the files."""
    files: dict[int, list[str]] = {number: [] for number in numbers}
    beside: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for block in chain(grams.blocks(files.keys()), grams.groups(files.keys())):
        file, begin, own, rest = block
        files[file] += (BLOCK, begin, own)
        if block.size > LARGE * isqrt(count) and rest:
            beside[file] |= {begin + more: postings for more, postings in rest.items()}
            files[file] += (REST, ELSEWHERE, _MANY)
        else:
            files[file] += chain.from_iterable((REST, *each) for each in rest.items())
    for file, texts in files.items():
        more = beside[file]
        parts = sum(map(len, more.values())) // (LARGE * isqrt(count)) + 1
        yield Shard(str(file), "".join(texts).replace(_MANY, _SIGNS[0] + str(parts)))
        apart: list[list[str]] = [[] for _ in range(parts)]
        for gram, postings in more.items():
            apart[shard_of(gram, parts)] += (BLOCK, gram, postings)
        if more:
            yield from (Shard(f"{file}-{part}", "".join(each)) for part, each in enumerate(apart))


def number_of_shards(index: SearchIndex) -> int:
    """How many files an index has, without those beside others."""
    return _number_of_shards(len(index.units))


def _number_of_shards(units: int) -> int:
    return max(number_of_files(units, FILES), _in_steps(min(FEW, units // LEAST)))


def touched(before: Sequence[PolicyReading], after: Sequence[PolicyReading]) -> Collection[int] | None:
    """The numbers of the files that may differ when the readings of some policies do; None where all may, because the
    records have other numbers."""
    old, new = (sum(len(reading.units) for reading in readings) for readings in (before, after))
    count = _number_of_shards(new)
    if _number_of_shards(old) != count or list(map(_records, before)) != list(map(_records, after)):
        return None
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    places = _Files(count)
    found: set[int] = set()
    for one, other in chain.from_iterable(starmap(_unlike, changed)):
        for first, second, *_ in _entries(one) ^ _entries(other):
            found |= {places.of(first, second), places.of(first, BETWEEN)} if first != BETWEEN else set()
    also = words_also(before).items() ^ words_also(after).items()
    return found.union(places.of(f"{word}=", BETWEEN) for word, _ in also)


def _records(reading: PolicyReading) -> int:
    return len(reading.begins)


def _unlike(one: PolicyReading, other: PolicyReading) -> Iterator[tuple[PolicyReading, PolicyReading]]:
    """The records in which two readings of as many differ, each as a reading of its own."""
    known = one.spelt == other.spelt
    for before, after in zip(_apart(one), _apart(other), strict=True):
        if not known or (before.units, before.signs) != (after.units, after.signs):
            yield before, after


def _apart(reading: PolicyReading) -> Iterator[PolicyReading]:
    """Each record of a reading as one of its own."""
    for begin, end in pairwise((*reading.begins, len(reading.units))):
        own = slice(begin, end)
        yield PolicyReading((0,), reading.units[own], reading.signs[own], reading.places[own], reading.spelt)


def _entries(record: PolicyReading) -> set[tuple[str, str, str, str, int]]:
    """What the grams that begin at each place of a record follow from: three units, the signs, the place."""
    words = {chr(FIRST_STANDING + at): word for at, word in enumerate(record.words)}
    units = [*(words.get(unit, unit) for unit in record.units), BETWEEN, BETWEEN]
    return set(zip(units, units[1:], units[2:], _beside(record.signs), record.places, strict=False))


def number_of_files(characters: int, divisor: int) -> int:
    """How many files hold so many characters: eight times as many are in four times as many files, twice as large, so
    that neither grows fast.

    >>> [number_of_files(characters, 67) for characters in (0, 280_000, 9_300_000, 93_000_000)]
    [1, 64, 704, 3072]
    """
    return _in_steps(int(characters ** (2 / 3) / divisor))


def _in_steps(count: int) -> int:
    """A number of files a little higher, in steps of an eighth or less: all files change when it does."""
    step = 1 << max(0, count.bit_length() - 4)
    return (count // step + 1) * step


def shard_of(text: str, count: int) -> int:
    """The number of the file that holds what begins with a text (FNV-1a, folded)."""
    value = 2166136261
    for character in text:
        value = ((value ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 15) % count


def encode(codes: Sequence[int], numbers: Sequence[str]) -> str:
    """Postings as text: each is ``((kind + 1) * MOST_RECORDS + record) * PLACES + place``, in rising order. ``numbers``
    are those up to the number of records, as ``number`` writes them: they are written often.

    >>> decode(encode([536870912, 536870976, 1073741824], [number(value) for value in range(4)]))
    [536870912, 536870976, 1073741824]
    """
    if len(codes) == 1:
        (code,) = codes
        return f"{_SIGNS[code // _KIND - 1]}{numbers[code % _KIND // PLACES + 1]}{_PLACE[code % PLACES]}"
    text, begin = "", 0
    for kind in range(codes[0] // _KIND, codes[-1] // _KIND + 1):
        end = bisect_left(codes, (kind + 1) * _KIND, begin)
        if begin < end:
            own = codes[begin:end]
            far = map(sub, own, chain((kind * _KIND - PLACES,), [code & -PLACES for code in own]))
            text += _SIGNS[kind - 1] + "".join(
                [numbers[each // PLACES] + _PLACE[each % PLACES] for each in far]
            )
        begin = end
    return text


def decode(text: str, *, placed: bool = False) -> list[int]:
    """The postings of a text; ``placed`` says whether it has places."""
    codes: list[int] = []
    kind = record = value = shift = 0
    signs = iter(text)
    for sign in signs:
        if sign in _SIGNS:
            kind, record = _SIGNS.index(sign) + 1, -1
            continue
        digit = _DIGITS.index(sign)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            record += value
            place = _DIGITS.index(next(signs)) if placed else 0
            codes.append((kind * MOST_RECORDS + record) * PLACES + place)
            value = shift = 0
    return codes


def gaps(records: Iterable[int]) -> str:
    """Rising numbers by the gaps between them."""
    return "".join(number(record - before) for before, record in pairwise(chain((-1,), records)))


def number(value: int) -> str:
    """A number in groups of five bits, the lowest first."""
    digits = ""
    while value > 31:
        digits += _DIGITS[32 | value & 31]
        value >>= 5
    return digits + _DIGITS[value]


_KIND = MOST_RECORDS * PLACES
_ONE, _TWO, _WHERE = 0, 4, 8
_BARE, _PLACED = _KIND - PLACES, _KIND - 1
_RECORD = _BARE << _WHERE
_SIGNS = "!#$&()*,-/:;"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@_"
"""Printable signs that JSON writes as they are; none of those of ``_SIGNS`` is in a gram."""
_PLACE = ["", *_DIGITS[1:PLACES]]
_MANY = "\0"


class _Files(dict[str, int]):
    """The numbers of the files by how grams begin, each found once."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, begin: str) -> int:
        self[begin] = number = shard_of(begin, self._count)
        return number

    def of(self, first: str, second: str) -> int:
        """The number of the file of what begins with two units, or with one before ``BETWEEN``; words beside their stems
        are with these, those by which records are found too with what begins like them."""
        if "=" in first:
            word = first.partition("=")[0]
            return self[f" {word.split(' ')[1]}" if word[0] == " " else word[:2]]
        return self[first if first[0] == " " or second == BETWEEN else first + second]


class _Grams:
    """The grams of an index that is cut into ``count`` files, and what is told of each place for all of them."""

    def __init__(self, index: SearchIndex, count: int) -> None:
        words = {character: word for word, character in index.standing.items()}
        self._index, self._count, self._files = index, count, _Files(count)
        self._spelt = {unit: words.get(unit, unit) for unit in {*index.units, BETWEEN}}
        self._units = index.units  # the last one is a mark, with which no gram begins
        self._told = _told(index)
        self._numbers = [number(value) for value in range(index.size + 1)]

    def groups(self, wanted: Collection[int]) -> Iterator[GramBlock]:
        """The words in the wanted files by which records are found that do not print them."""
        for word, groups in sorted(self._index.also.items()):
            if (file := self._files.of(f"{word}=", BETWEEN)) in wanted:
                yield GramBlock(file, f"{word}==", _SIGNS[0] + gaps(groups), {})

    def blocks(self, wanted: Collection[int]) -> Iterator[GramBlock]:
        """The grams in the wanted files by their beginnings, in a fixed order."""
        spelt, units, files, told, numbers = self._spelt, self._units, self._files, self._told, self._numbers
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        every = range(len(units))
        all_wanted = len(wanted) == self._count
        for at in every if all_wanted else compress(every, _needed(self._index, wanted, spelt, files)):
            places[units[at]].append(at)
        for first in sorted(places.keys() - {BETWEEN}):
            begin = spelt[first]
            foreign = begin[0] == " "
            own: dict[str, str] = {}
            after: defaultdict[str, list[int]] = defaultdict(list)
            for at in places[first]:
                after[units[at + 1 : at + 3]].append(told[at])
            for after_two, several in groupby(sorted(after), key=itemgetter(0)):
                second = spelt[after_two]
                file = files.of(begin, second)
                if second == BETWEEN or file not in wanted:
                    continue
                twos = list(several)
                pair = [each for two in twos for each in after[two]]
                far = {} if foreign else _far(pair)
                longer = {}
                for two in twos:
                    if two[1] != BETWEEN and (text := _triple(after[two], far, numbers)):
                        longer[spelt[two[1]]] = text
                postings = _shorter(pair, _TWO, _PLACED if foreign and second[0] == " " else _BARE, numbers)
                if foreign:
                    own[second] = postings
                    own |= {second + third: text for third, text in longer.items()}
                else:
                    yield GramBlock(file, begin + second, postings, longer)
            if (alone := files.of(begin, BETWEEN)) in wanted:
                one = chain.from_iterable(after.values())
                yield GramBlock(alone, begin, _shorter(one, _ONE, _BARE, numbers), own)


def _needed(
    index: SearchIndex, wanted: Collection[int], spelt: Mapping[str, str], files: _Files
) -> Iterator[bool]:
    """For each place in an index, whether a gram that begins there may be in the wanted files."""
    alone = {first: files.of(spelt[first], BETWEEN) in wanted for first in {*index.units}}
    needed = {
        two: alone[two[0]] or files.of(spelt[two[0]], spelt[two[1]]) in wanted
        for two in set(pairwise(index.units))
    }
    return map(needed.__getitem__, pairwise(index.units))  # again: millions of pairs are not held


def _told(index: SearchIndex) -> Sequence[int]:
    """For each place in an index what is told by the grams that begin there, as one number: the kinds of those of one
    and two units in four bits each, then the posting of that of three. Each step is done for all units at once, because
    a corpus has millions."""
    kinds = map(_KindsOfAll().__getitem__, _beside(index.signs))
    postings = map(add, map(PLACES.__mul__, _numbers(index)), index.places)
    return array("Q", map(add, kinds, map((1 << _WHERE).__mul__, postings)))


def _numbers(index: SearchIndex) -> Iterator[int]:
    """For each unit the number of its record."""
    ends = chain(index.begins[1:], (len(index.units),))
    lengths = map(sub, ends, index.begins)
    return chain.from_iterable(map(repeat, range(index.size), lengths))


def _beside(signs: str) -> Iterator[str]:
    """For each unit its sign and the three that follow."""
    signs += BETWEEN * 3
    return (signs[at : at + 4] for at in range(len(signs) - 3))


def _far(occurrences: Sequence[int]) -> Mapping[int, int]:
    """How far the number of each record with a gram is from its place among these."""
    records = sorted({each & _RECORD for each in occurrences})
    return {record: record - (PLACES << _WHERE) * at for at, record in enumerate(records)}


def _triple(occurrences: Sequence[int], far: Mapping[int, int], numbers: Sequence[str]) -> str:
    """The postings of a gram of three units from its occurrences; none where it is no gram."""
    if far:
        occurrences = [each - far[each & _RECORD] for each in occurrences]
    codes = (
        [occurrences[0] >> _WHERE]
        if len(occurrences) == 1
        else sorted({each >> _WHERE for each in occurrences})
    )
    return encode(codes, numbers) if codes[0] >= _KIND else ""


def _shorter(occurrences: Iterable[int], size: int, mask: int, numbers: Sequence[str]) -> str:
    """The same of a gram of one or two units; ``mask`` says whether it is placed."""
    codes = {(each >> size & 15) * _KIND + (each >> _WHERE & mask) for each in occurrences}
    return encode(sorted(codes), numbers)


class _KindsOfAll(dict[str, int]):
    """The kinds of the grams that begin with a sign, by this and the three after it."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds = Kinds()

    def __missing__(self, signs: str) -> int:
        one, two, three = (self._kinds[signs[: size + 1]] for size in range(1, LONGEST + 1))
        self[signs] = found = one << _ONE | two << _TWO | three * _KIND << _WHERE
        return found
