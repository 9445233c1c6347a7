"""The index cut into small files, so that a query fetches only what it needs.

A gram's file follows from its first two units, so that no list of files is needed and a query of so many characters
fetches about as many files. Where common ones would make a file too large, the longer grams that begin with them are
in files of their own. The postings of a gram are text: for each class a sign, then the gaps between its records.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.search.index import CLASSES, PLACES, Index

SHARD = 1500
"""About so many characters make a file."""

Shard = Mapping[str, Mapping[str, str]]
"""A file: the postings by the first two units of a gram, and what follows them. Where the longer grams are elsewhere,
by the whole gram, ``ELSEWHERE`` stands for all of them."""

ELSEWHERE = "+"


def shards(index: Index) -> Iterator[Shard]:
    """The files of an index, in order; as many as a power of two."""
    weights: defaultdict[str, int] = defaultdict(int)
    for gram in index.codes:
        weights[parted(gram)[0]] += _KEY + _POSTING * len(index.postings(gram))
    count = 1 << max(0, (sum(weights.values()) // SHARD).bit_length())
    grams: list[list[str]] = [[] for _ in range(count)]
    for gram in sorted(index.codes):
        first, rest = parted(gram)
        grams[shard_of(gram if rest and weights[first] > SHARD else first, count)].append(gram)
    for held in grams:
        shard: dict[str, dict[str, str]] = {}
        for gram in held:
            first, rest = parted(gram)
            large = weights[first] > SHARD
            if large and rest:
                first, rest = gram, ""
            elif large:
                shard[first] = {ELSEWHERE: ""}
            shard.setdefault(first, {})[rest] = encode(index.postings(gram))
        yield shard


def parted(gram: str) -> tuple[str, str]:
    """The first two units of a gram, and what follows them.

    >>> parted("流片费"), parted(" chip design"), parted(" subsidi=subsidies")
    (('流片', '费'), (' chip design', ''), (' subsidi', '=subsidies'))
    """
    found = _FIRST.match(gram)
    end = found.end() if found else 0
    return gram[:end], gram[end:]


def shard_of(text: str, count: int) -> int:
    """The number of the file that holds what begins with a text (FNV-1a, folded)."""
    value = 2166136261
    for character in text:
        value = ((value ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 15) & (count - 1)


def encode(codes: Sequence[int]) -> str:
    """Coded postings as text.

    >>> decode(encode([163, 164, 384, 345631]))
    [163, 164, 384, 345631]
    """
    by_class: dict[int, list[str]] = {}
    last: dict[int, int] = {}
    for code in codes:
        posting, place = divmod(code, PLACES)
        record, kind = divmod(posting, CLASSES)
        before = last.get(kind)
        if before is None:
            before, by_class[kind] = -1, []
        if record != before:
            gap = record - before - 1
            by_class[kind].append(_DIGITS[gap] if gap < 32 else gaps([gap]))
            last[kind] = record
        if place:
            by_class[kind].append(_PLACES[place])
    return "".join(_SIGNS[kind] + "".join(by_class[kind]) for kind in sorted(by_class))


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


_KEY = 8  # characters of a gram and the marks around it
_POSTING = 2  # characters of a posting
_FIRST = re.compile("(?: [^ =.%‰0-9\u3005-\U0003fffd]+|[^=]){1,2}")
_PLACE = "\u0100"
"""Signs after this one are places."""
_PLACES = [chr(ord(_PLACE) + place) for place in range(PLACES)]
_SIGNS = "!#$%&'()*+,-"
_DIGITS = "".join(chr(code) for code in range(46, 111) if code != 92)
"""Printable signs that JSON writes as they are."""
