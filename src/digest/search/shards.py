"""The index cut into files, so that a query fetches only what it needs.

A gram's file follows from how it begins: from its first two units, or from a foreign word. So no list of files is
needed, and a query of so many characters fetches about as many files. Where common beginnings would make a file too
large, the longer grams are in files of their own. A file is one text of blocks, each with the grams that begin alike::

    |beginning, its postings ~what follows, the postings of both ~what follows, ... |beginning, ...

Postings are text: for each kind a sign, then the gaps between its records, each followed by a place where the gram is
placed.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, cycle, groupby, islice, pairwise
from operator import add, itemgetter, sub
from typing import NamedTuple

from digest.search.index import LONGEST, MOST_RECORDS, PLACES, Index, Kinds
from digest.search.reader import BETWEEN

FILES = 67
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
    """How many files hold so many characters: eight times as many are in four times as many files, twice as large, so
    that neither grows fast. It goes in steps of an eighth or less, because all files change when it does.

    >>> [number_of_files(characters, 67) for characters in (0, 280_000, 9_300_000, 93_000_000)]
    [1, 64, 704, 3072]
    """
    count = int(characters ** (2 / 3) / divisor)
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
_SIGNS = "!#$&()*,-/:;"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@_"
"""Printable signs that JSON writes as they are; none of those of ``_SIGNS`` is in a gram."""
_PLACE = ["", *_DIGITS[1:PLACES]]


def _blocks(index: Index) -> Iterator[Block]:
    """All grams by their beginnings, in a fixed order."""
    units = index.units + BETWEEN * 2
    written = {character: word for word, character in index.standing.items()}
    spelt = {unit: written.get(unit, unit) for unit in {*index.units, BETWEEN}}
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(index.standing):
        stem, is_form, _ = word.partition("=")
        forms[stem] += [word] if is_form else []
    places: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for at, unit in enumerate(index.units):
        places[unit].append(at)
    known, numbers = _occurrences(index), [number(value) for value in range(index.size + 1)]

    def one(unit: str) -> str:
        return _shorter([known[at] for at in places[unit]], _ONE, _BARE, numbers)

    for first in sorted(spelt.keys() - {BETWEEN}, key=spelt.__getitem__):
        begin = spelt[first]
        if "=" in begin:
            continue
        own = {form[len(begin) :]: one(index.standing[form]) for form in forms[begin]}
        after: defaultdict[str, list[int]] = defaultdict(list)
        for at in places[first]:
            after[units[at + 1 : at + 3]].append(known[at])
        for second, pair, longer in _pairs(after, spelt, numbers):
            foreign = begin[0] == second[0] == " "
            postings = _shorter(pair, _TWO, _PLACED if foreign else _BARE, numbers)
            if begin[0] == " ":
                own[second] = postings
                own |= {second + third: text for third, text in longer.items()}
            else:
                yield Block(begin + second, postings, longer)
        yield Block(begin, one(first), own)


def _pairs(
    after: Mapping[str, Sequence[int]], spelt: Mapping[str, str], numbers: Sequence[str]
) -> Iterator[tuple[str, Sequence[int], Mapping[str, str]]]:
    """What follows a unit, from the occurrences of each two units that do: each second unit, the occurrences of the
    pair, and the postings of the grams of three by the third unit."""
    order = sorted(after, key=lambda two: (spelt[two[0]], spelt[two[1]]))
    for second, several in groupby(order, key=itemgetter(0)):
        pair: list[int] = []
        longer = {}
        for two in several:
            pair += after[two]
            if two[1] != BETWEEN and (text := _triple(after[two], numbers)):
                longer[spelt[two[1]]] = text
        if second != BETWEEN:
            yield spelt[second], pair, longer


def _triple(occurrences: Sequence[int], numbers: Sequence[str]) -> str:
    """The postings of a gram of three units from its occurrences; none where it is no gram."""
    codes = (
        [occurrences[0] >> _WHERE]
        if len(occurrences) == 1
        else sorted({each >> _WHERE for each in occurrences})
    )
    return encode(codes, numbers) if codes[0] >= _KIND else ""


def _shorter(occurrences: Sequence[int], size: int, mask: int, numbers: Sequence[str]) -> str:
    """The same of a gram of one or two units; ``mask`` says whether it is placed."""
    codes = {(each >> size & 15) * _KIND + (each >> _WHERE & mask) for each in occurrences}
    return encode(sorted(codes), numbers)


def _occurrences(index: Index) -> Sequence[int]:
    """For each place in the index what is told by the grams that begin there, as one number: the kinds of those of one
    and two units in four bits each, then the posting of that of three. Each step is done for all units at once, because
    a corpus has millions."""
    signs = index.signs + BETWEEN * 3
    beside = map(add, map(add, signs, signs[1:]), map(add, signs[2:], signs[3:]))
    kinds = map(_KindsOfAll().__getitem__, beside)
    ends = chain(index.begins[1:], (len(index.units),))
    lengths = [end - begin for begin, end in zip(index.begins, ends, strict=True)]
    rounds = [place << _WHERE for place in islice(cycle(range(1, PLACES)), max(lengths, default=0))]
    where = (
        map((record * PLACES << _WHERE).__add__, rounds[:length]) for record, length in enumerate(lengths)
    )
    return array("Q", map(add, kinds, chain.from_iterable(where)))


class _KindsOfAll(dict[str, int]):
    """The kinds of the grams that begin with a sign, by this and the three after it."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds = Kinds()

    def __missing__(self, signs: str) -> int:
        one, two, three = (self._kinds[signs[: size + 1]] for size in range(1, LONGEST + 1))
        self[signs] = found = one << _ONE | two << _TWO | three * _KIND << _WHERE
        return found
