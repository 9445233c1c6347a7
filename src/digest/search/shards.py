"""The index cut into small files, so that a query fetches only what it needs.

A gram's file follows from the gram alone, so that no list of files is needed. The postings of a gram are text: for
each class a sign, then the gaps between its records.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.search.index import CLASSES, PLACES, Index

SHARD = 3000
"""About so many characters make a file."""


def shards(index: Index) -> tuple[Mapping[str, str], ...]:
    """The postings by gram, one mapping a file; as many as a power of two."""
    encoded = {gram: encode(index.postings(gram)) for gram in index.codes}
    weight = sum(len(gram) + len(text) + 6 for gram, text in encoded.items())
    count = 1 << max(0, (weight // SHARD).bit_length())
    files: list[dict[str, str]] = [{} for _ in range(count)]
    for gram in sorted(encoded):
        files[shard_of(gram, count)][gram] = encoded[gram]
    return tuple(files)


def shard_of(gram: str, count: int) -> int:
    """The number of the file that holds a gram (FNV-1a, folded)."""
    value = 2166136261
    for character in gram:
        value = ((value ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 15) & (count - 1)


def encode(codes: Sequence[int]) -> str:
    """Coded postings as text.

    >>> decode(encode([163, 164, 384, 345631]))
    [163, 164, 384, 345631]
    """
    by_class: defaultdict[int, list[int]] = defaultdict(list)
    for code in codes:
        by_class[code // PLACES % CLASSES].append(code)
    return "".join(_SIGNS[kind] + _written(found) for kind, found in sorted(by_class.items()))


def decode(text: str) -> list[int]:
    """The coded postings of a text."""
    codes: list[int] = []
    kind = record = value = shift = 0
    for sign in text:
        if sign in _SIGNS:
            kind, record = _SIGNS.index(sign), -1
            continue
        if sign > _PLACE:
            place = ord(sign) - ord(_PLACE)
            last = codes.pop() if codes[-1] % PLACES == 0 else codes[-1]
            codes += (
                [last // PLACES * PLACES + place] if last % PLACES == 0 else [last + place - last % PLACES]
            )
            continue
        digit = _DIGITS.index(sign)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            record += value + 1
            codes.append((record * CLASSES + kind) * PLACES)
            value = shift = 0
    return sorted(codes)


def gaps(records: Iterable[int]) -> str:
    """Rising numbers by the gaps between them, each in groups of five bits, the lowest first."""
    before = -1
    digits = []
    for record in records:
        gap = record - before - 1
        before = record
        while gap > 31:
            digits.append(_DIGITS[32 | gap & 31])
            gap >>= 5
        digits.append(_DIGITS[gap])
    return "".join(digits)


def _written(codes: Iterable[int]) -> str:
    """The gaps between the records of some postings, each followed by the places in it."""
    written = []
    before = -1
    for code in codes:
        record, place = code // PLACES // CLASSES, code % PLACES
        if record != before:
            written.append(gaps([record - before - 1]))
            before = record
        if place:
            written.append(chr(ord(_PLACE) + place))
    return "".join(written)


_PLACE = "\u0100"
"""Signs after this one are places."""
_SIGNS = "!#$%&'()*+,-"
_DIGITS = "".join(chr(code) for code in range(46, 111) if code != 92)
"""Printable signs that JSON writes as they are."""
