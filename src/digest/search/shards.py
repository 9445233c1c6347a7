"""The index cut into files, so that a query fetches only what it needs.

A gram's file follows from how it begins: from its first two units, or from a foreign word. So no list of files is
needed, and a query of so many characters fetches about as many files. Where common beginnings would make a file too
large, the longer grams are in files of their own. A file is one text of blocks, each with the grams that begin alike::

    |beginning, its postings ~what follows, the postings of both ~what follows, ... |beginning, ...

Postings are text: for each kind a sign, then the gaps between its records, each followed by a place where the gram is
placed.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, cycle, islice, pairwise, repeat
from operator import add
from typing import NamedTuple

from digest.search.index import MOST_RECORDS, PLACES, Index, Kinds
from digest.search.reader import BETWEEN, SIGNS

FILES = 600
"""As ``number_of_files`` has it."""

BLOCK, REST, ELSEWHERE = "|", "~", "+"
"""Before a block; before what follows its beginning; what stands for all of that where it is in files of its own."""


class Block(NamedTuple):
    """The grams that begin alike: their beginning, its postings, and by what follows it those of the longer ones."""

    begin: str
    own: str
    rest: Mapping[str, str]

    @property
    def size(self) -> int:
        """About how many characters it takes."""
        return len(self.begin) + len(self.own) + sum(len(each) + 2 for each in self.rest.values())


def shards(index: Index) -> list[str]:
    """The files of an index, in order."""
    blocks = list(_blocks(index))
    total = sum(block.size for block in blocks)
    count = number_of_files(total, FILES)
    files: list[list[str]] = [[] for _ in range(count)]
    for block in blocks:
        begin, own, rest = block
        large = block.size > total // count
        files[shard_of(begin, count)] += (BLOCK, begin, own, REST + ELSEWHERE if large and rest else "")
        for more, postings in rest.items():
            if large:
                files[shard_of(begin + more, count)] += (BLOCK, begin, more, postings)
            else:
                files[shard_of(begin, count)] += (REST, more, postings)
    return ["".join(file) for file in files]


def number_of_files(characters: int, divisor: int) -> int:
    """How many files hold so many characters: their number grows with what they hold, but their size grows too, so that
    neither is ever large. It goes in steps of an eighth or less, because all files change when it does.

    >>> [number_of_files(characters, 600) for characters in (0, 280_000, 9_300_000, 93_000_000)]
    [1, 40, 640, 4096]
    """
    count = int(characters**0.8 / divisor)
    step = 1 << max(0, count.bit_length() - 4)
    return (count // step + 1) * step


def shard_of(text: str, count: int) -> int:
    """The number of the file that holds what begins with a text (FNV-1a, folded)."""
    value = 2166136261
    for character in text:
        value = ((value ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 15) % count


def encode(codes: Sequence[int]) -> str:
    """Postings as text: each is ``(kind * MOST_RECORDS + record) * PLACES + place``, in rising order.

    >>> decode(encode([32, 96, 536870912]))
    [32, 96, 536870912]
    """
    signs: list[str] = []
    kind = before = -1
    for code in codes:
        record, place = code // PLACES % MOST_RECORDS, code % PLACES
        if code // _KIND != kind:
            kind, before = code // _KIND, -1
            signs.append(_SIGNS[kind])
        gap = record - before - (not place)
        signs.append(_DIGITS[gap] if gap < 32 else number(gap))
        if place:
            signs.append(_DIGITS[place])
        before = record
    return "".join(signs)


def decode(text: str, *, placed: bool = False) -> list[int]:
    """The postings of a text; ``placed`` says whether it has places."""
    codes: list[int] = []
    kind = record = value = shift = 0
    signs = iter(text)
    for sign in signs:
        if sign in _SIGNS:
            kind, record = _SIGNS.index(sign), -1
            continue
        digit = _DIGITS.index(sign)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            record += value + (not placed)
            place = _DIGITS.index(next(signs)) if placed else 0
            codes.append((kind * MOST_RECORDS + record) * PLACES + place)
            value = shift = 0
    return codes


def gaps(records: Iterable[int]) -> str:
    """Rising numbers by the gaps between them."""
    return "".join(number(record - before - 1) for before, record in pairwise(chain((-1,), records)))


def number(value: int) -> str:
    """A number in groups of five bits, the lowest first."""
    digits = ""
    while value > 31:
        digits += _DIGITS[32 | value & 31]
        value >>= 5
    return digits + _DIGITS[value]


_KIND = MOST_RECORDS * PLACES
_SIGNS = "!#$&()*,-/:;"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@_"
"""Printable signs that JSON writes as they are; none of those of ``_SIGNS`` is in a gram."""


def _blocks(index: Index) -> Iterator[Block]:
    """All grams by their beginnings, in a fixed order."""
    units = index.units + BETWEEN * 2
    written = {character: word for word, character in index.standing.items()}
    spelt = {unit: written.get(unit, unit) for unit in set(index.units)}
    one, two, three = _codes(index)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(index.standing):
        stem, is_form, _ = word.partition("=")
        forms[stem] += [word] if is_form else []
    places = dict(_by_unit(units, range(len(index.units)), 0, spelt))
    for first, here in places.items():
        begin = spelt[first]
        if "=" in begin:
            continue
        own = {form[len(begin) :]: _encoded(one, places[index.standing[form]]) for form in forms[begin]}
        for second, both in _by_unit(units, here, 1, spelt):
            pair, postings = spelt[second], _encoded(two, both)
            longer = {
                spelt[third]: more
                for third, all_three in _by_unit(units, both, 2, spelt)
                if (more := _encoded(three, all_three))
            }
            if begin[0] == " ":
                own[pair] = postings
                own |= {pair + third: more for third, more in longer.items()}
            else:
                yield Block(begin + pair, postings, longer)
        yield Block(begin, _encoded(one, here), own)


def _by_unit(
    units: str, places: Iterable[int], after: int, spelt: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[int]]]:
    """The places parted by the unit that stands so far after them, in the order of these."""
    found: defaultdict[str, array[int]] = defaultdict(_empty)
    for at in places:
        found[units[at + after]].append(at)
    found.pop(BETWEEN, None)
    return ((unit, found[unit]) for unit in sorted(found, key=spelt.__getitem__))


def _empty() -> "array[int]":
    return array("L")


def _encoded(codes: Sequence[int], places: Sequence[int]) -> str:
    """The postings of a gram that begins at some places; none where it is no gram."""
    if len(places) == 1:
        (at,) = places
        return encode([codes[at]]) if codes[at] >= 0 else ""
    own = sorted(set(map(codes.__getitem__, places)))
    return encode([code for code in own if code >= 0] if own[0] < 0 else own)


class _Bases(dict[str, int]):
    """The code of each kind, by the signs beside a gram; less than nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds = Kinds()

    def __missing__(self, signs: str) -> int:
        self[signs] = base = (self._kinds[signs] - 1) * _KIND
        return base


def _codes(index: Index) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
    """The postings of the grams of one, two and three units that begin at each place; less than nothing where none
    does. Each step is done for all units at once, because a corpus has millions."""
    signs, base = index.signs + BETWEEN * 3, _Bases().__getitem__
    ends = chain(index.begins[1:], (len(index.units),))
    lengths = [end - begin for begin, end in zip(index.begins, ends, strict=True)]
    rounds = list(islice(cycle(range(1, PLACES)), max(lengths, default=0)))
    home, placed = array("q"), array("q")
    for number, length in enumerate(lengths):
        home.extend(repeat(number * PLACES, length))
        placed.extend(map((number * PLACES).__add__, rounds[:length]))
    one = array("q", map(add, map(base, map(add, signs, signs[1:])), home))
    two = array("q", map(add, map(base, map(add, map(add, signs, signs[1:]), signs[2:])), home))
    three = map(base, map(add, map(add, signs, signs[1:]), map(add, signs[2:], signs[3:])))
    for found in _FOREIGN_PAIR.finditer(signs):
        two[found.start()] += placed[found.start()] % PLACES
    return one, two, array("q", map(add, three, placed))


_FOREIGN = "".join(own.foreign for own in SIGNS.values())
_FOREIGN_PAIR = re.compile(f"[{_FOREIGN}](?=[{_FOREIGN}])")
