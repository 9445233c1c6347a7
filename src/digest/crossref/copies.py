"""Near copies: policies with nearly the same text, as when many counties issue one text with other figures and names.

Each is told from the words of its clauses alone, without figures and names of places, in time that grows with the number of
clauses. They are matched as one: the earliest is compared with other policies, each copy with the earliest alone.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nlargest
from typing import NamedTuple

from digest.model.corpus import Jurisdiction, PolicyMeta
from digest.model.document import Document
from digest.regex import regex

SHARE = 0.9
"""Two texts are near copies when so much of the wording of each, by length, stands in clauses that both have. Of 300 laws, many of
several places on one subject, no two share a tenth; a text that takes over the chapters of a higher level and adds its own
shares less, and has measures that must be compared with all."""

_KEYS = 8
"""So many of a policy's longest clauses lead to its near copies: of two that share so much, one of them is in both."""

_LOOKED_AT = 8
"""So many texts with a key are looked at, the earliest: where more have a long clause in common, it is a set form."""

_MASKED = regex(r"[^\u4e00-\u9fff]|[〇零一二两三四五六七八九十百千万亿省市县区州盟旗]")
"""What may differ in a copy: figures, marks and white space, and the names of levels (本市, 本县)."""

_LEVEL = regex(r"(?<=..)[省市县区州盟旗]$")


class WordHashes(NamedTuple):
    """The words of a policy's clauses as hashes, in their order, and their lengths in characters; ``measures`` are the hashes
    of those that act."""

    hashes: "array[int]"
    lengths: "array[int]"
    measures: "array[int]"

    @classmethod
    def of(cls, clauses: Mapping[str, tuple[int, int]], measures: Iterable[str]) -> "WordHashes":
        """From the hash and the length of each clause, by id, and the ids of those that act."""
        texts = [each for each in clauses.values() if each[1]]
        return cls(
            array("Q", (name for name, _ in texts)),
            array("L", (length for _, length in texts)),
            array("Q", (clauses[clause][0] for clause in measures)),
        )

    def counts(self) -> Counter[tuple[int, int]]:
        """How often each clause stands there, by hash and length."""
        return Counter(zip(self.hashes, self.lengths, strict=True))

    def keys(self) -> Sequence[int]:
        """The hashes of the longest clauses."""
        longest = nlargest(_KEYS, zip(self.lengths, self.hashes, strict=True))
        return list(dict.fromkeys(name for _, name in longest))


def wordings(document: Document, names: Iterable[str]) -> Mapping[str, tuple[int, int]]:
    """The wording of each clause of a document, by its id: its hash and its length. ``names`` are those of the places that
    issued it: they may differ in a copy."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return {
        clause.id: _wording(f"{clause.heading or ''}{clause.text}", longest) for clause in document.clauses
    }


def names_of(code: str | None, places: Mapping[str, Jurisdiction]) -> frozenset[str]:
    """The names by which a text calls its place and of those above it, but for the nation: 青岛市黄岛区, 黄岛区, 黄岛."""
    found: set[str] = set()
    place = places.get(code or "")
    while place and place.parent and place.name_zh not in found:
        above = places.get(place.parent)
        found |= {place.name_zh, place.name_zh.removeprefix(above.name_zh if above else "")}
        place = above
    return frozenset(found | {_LEVEL.sub("", name) for name in found}) - {""}


def _wording(text: str, names: Sequence[str]) -> tuple[int, int]:
    for name in names:
        text = text.replace(name, "")
    masked = _MASKED.sub("", text)
    return int.from_bytes(blake2b(masked.encode(), digest_size=8).digest(), "big"), len(masked)


def find_copies(texts: Iterable[tuple[str, WordHashes]]) -> Mapping[str, str]:
    """The near copies among some texts, given by slug with their wording, the earliest first: each with the earliest
    text that it is a copy of, which is none itself."""
    first: defaultdict[int, list[str]] = defaultdict(list)
    known: dict[str, Counter[tuple[int, int]]] = {}
    found: dict[str, str] = {}
    for slug, wording in texts:
        own, keys = wording.counts(), wording.keys()
        near = dict.fromkeys(other for key in keys for other in first[key])
        of = next((other for other in near if _alike(own, known[other])), None)
        if of is not None:
            found[slug] = of
            continue
        for key in keys:
            if len(first[key]) < _LOOKED_AT:
                first[key].append(slug)
        known[slug] = own
    return found


def in_time(metas: Iterable[PolicyMeta]) -> Iterator[str]:
    """The slugs of policies, the earliest first; those of which no date is known come last."""
    return (meta.slug for meta in sorted(metas, key=_age))


def _age(meta: PolicyMeta) -> tuple[bool, str, str]:
    day = next((day.value for day in (meta.made, meta.published, meta.effective) if day.value), None)
    return day is None, day or "", meta.slug


def _alike(one: Counter[tuple[int, int]], other: Counter[tuple[int, int]]) -> bool:
    """Whether most of the wording of each of two texts is that of the other."""
    return _length(one & other) >= SHARE * max(_length(one), _length(other)) > 0


def _length(clauses: Counter[tuple[int, int]]) -> int:
    return sum(length * times for (_, length), times in clauses.items())
