"""Which clause of a text is which of another edition of it, told by their words.

Numbers tell nothing: where an article is put in, all that follow have new ones. Words that many clauses of a text
share (给予一次性奖励……万元) tell little, so words weigh by how few have them; figures tell nothing either, since they
are what an amendment changes first.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from digest.model.document import Clause, Document
from digest.model.ledger import Wording
from digest.regex import regex
from digest.text.ids import text_hash

ALIKE = 0.5
"""From this likeness on a clause is the same, reworded. On pairs of neighbours that a rewording must not confuse
(支持人才……奖励50万元, 支持标准……奖励100万元) it is below 0.3."""

SURE = 0.6
"""From here on nobody needs to look. A heading that stayed above quite other words is not enough."""

_IN_PLACE = 0.35  # what is enough between neighbours that did not change
_WITHIN = 0.8  # the share of a clause's words that makes it a part of another
_TELLING = 8  # pairs of characters: shorter texts are part of others by chance


_Places = Mapping[str, Sequence[str]]
"""The clauses that have each pair of characters, by id."""


class PairedClauses(NamedTuple):
    """A clause in both texts, by its ids. ``likeness`` is 1 where the words are the same, but for white space."""

    old: str
    new: str
    likeness: float


class Pairing(NamedTuple):
    """Two texts beside each other. ``pairs`` are in the order of the new text. ``merged`` are clauses of the old one
    whose words stand in a clause that continues another; ``split`` are clauses of the new one whose words stood in an
    old one that another continues. Both name the old clause first, and are counted neither as ``gone`` nor ``new``.
    """

    pairs: tuple[PairedClauses, ...]
    merged: tuple[tuple[str, str], ...]
    split: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def wording_of(clause: Clause) -> Wording:
    """How a clause reads."""
    return Wording(clause.label or "", clause.heading or "", clause.text)


def wordings(document: Document) -> Mapping[str, Wording]:
    """How each clause of a document reads, by id."""
    return {clause.id: wording_of(clause) for clause in document.clauses}


def same_words(one: Wording, other: Wording) -> bool:
    """Whether two wordings read the same, but for white space and numbers before them."""
    return text_hash(one.words) == text_hash(other.words)


def likeness(one: Wording, other: Wording) -> float:
    """How alike two wordings are beside no others: from 0 to 1, which is the same words but for white space."""
    return 1.0 if same_words(one, other) else _Grams((one,), (other,)).likeness(one, other)


def pair(
    old: Mapping[str, Wording], new: Mapping[str, Wording], fixed: Mapping[str, str] | None = None
) -> Pairing:
    """Pair the clauses of two texts, each given in its order, by id.

    ``fixed`` pairs (old id -> new id) stand as they are. The same words come first, then the greatest likeness, then
    what stands in the same place. No clause is paired twice.
    """
    pairing = _Pairing(old, new)
    for one, other in (fixed or {}).items():
        if one in old and other in new:
            pairing.join(one, other)
    pairing.join_same()
    pairing.join_like()
    pairing.join_parts()
    pairing.join_in_place()
    return pairing.result()


class _Pairing:
    """The state of a pairing: what is paired, in both directions."""

    def __init__(self, old: Mapping[str, Wording], new: Mapping[str, Wording]) -> None:
        self._old, self._new = old, new
        self._to: dict[str, str] = {}
        self._from: dict[str, str] = {}
        self._grams = _Grams(old.values(), new.values())
        self._in_old, self._in_new = self._grams.places(old), self._grams.places(new)
        self._headed: dict[str, list[str]] = {}  # by heading, and those without any words by none
        for name, wording in new.items():
            if wording.heading or not wording.words:
                self._headed.setdefault(wording.heading, []).append(name)

    def join(self, old: str, new: str) -> None:
        """Pair two clauses that are both free."""
        if old not in self._to and new not in self._from:
            self._to[old], self._from[new] = new, old

    def join_same(self) -> None:
        """Pair the same words: at the same id, else in order. Clauses without words wait for their neighbours."""
        places: dict[str, list[str]] = {}
        for name, wording in self._new.items():
            if wording.words:
                places.setdefault(text_hash(wording.words), []).append(name)
        kept = {
            name: found
            for name, wording in self._old.items()
            if wording.words and (found := places.get(text_hash(wording.words)))
        }
        for name, found in kept.items():
            if name in found:
                self.join(name, name)
        for name, found in kept.items():
            if free := next((each for each in found if each not in self._from), None):
                self.join(name, free)

    def join_like(self) -> None:
        """Pair the most alike first; of equals those with the same id."""
        found = [
            (likeness + (one == other) * 0.05, one, other)
            for one in self._old
            if one not in self._to
            for other in self._candidates(one)
            if other not in self._from and (likeness := self._likeness(one, other)) >= ALIKE
        ]
        order = {name: at for at, name in enumerate((*self._old, *self._new))}
        for _, one, other in sorted(found, key=lambda each: (-each[0], order[each[1]], order[each[2]])):
            self.join(one, other)

    def join_parts(self) -> None:
        """Pair a clause that was cut into many with the longest of them."""
        for one in self._old:
            if one in self._to:
                continue
            near = self._grams.shared(self._old[one], self._in_new)
            parts = [
                name
                for name in self._new
                if name in near and name not in self._from and self._within(self._new[name], self._old[one])
            ]
            if len(parts) > 1:
                self.join(one, max(parts, key=lambda name: (len(self._new[name].words), name == one)))

    def join_in_place(self) -> None:
        """Pair what stands in the same place and is somewhat alike. A chapter with a heading alone is the same where
        its first clause is. (Last clauses first: that may be a chapter, too.)"""
        old, new = list(self._old), list(self._new)
        at = {name: place for place, name in enumerate(new)}
        for place, one in reversed(list(enumerate(old))):
            if one in self._to:
                continue
            before, after = (self._beside(old, place, new, at, step) for step in (-1, 1))
            if after and not self._old[one].text and not self._new[after].text:
                self.join(one, after)
            for other in filter(None, (before, after, one if one in at else None)):
                if self._likeness(one, other) >= _IN_PLACE:
                    self.join(one, other)
            # Of wordings from before ledgers knew words, only the number is left.
            if one in at and not self._old[one].words:
                self.join(one, one)

    def result(self) -> Pairing:
        """The pairing as it is now."""
        pairs = tuple(
            PairedClauses(self._from[name], name, self._likeness(self._from[name], name))
            for name in self._new
            if name in self._from
        )
        merged = {
            name: found
            for name, wording in self._old.items()
            if name not in self._to and (found := self._home(wording, self._new, self._in_new, self._from))
        }
        split = {
            name: found
            for name, wording in self._new.items()
            if name not in self._from and (found := self._home(wording, self._old, self._in_old, self._to))
        }
        return Pairing(
            pairs,
            tuple(merged.items()),
            tuple((old, new) for new, old in split.items()),
            tuple(name for name in self._old if name not in self._to and name not in merged),
            tuple(name for name in self._new if name not in self._from and name not in split),
        )

    def _beside(
        self, old: list[str], place: int, new: list[str], at: Mapping[str, int], step: int
    ) -> str | None:
        """The clause of the new text beside what a neighbour became: the one before (``step`` -1) or after (1)."""
        if not 0 <= place + step < len(old) or old[place + step] not in self._to:
            return None
        there = at[self._to[old[place + step]]] - step
        return new[there] if 0 <= there < len(new) else None

    def _candidates(self, one: str) -> Iterator[str]:
        """The clauses of the new text that may be like one of the old, without a look at every pair of a long text."""
        wording, grams = self._old[one], self._grams
        own = grams.weight(wording)
        for name, weight in grams.shared(wording, self._in_new).items():
            if 2 * weight >= (ALIKE - 0.001) * (own + grams.weight(self._new[name])):
                yield name
        yield from self._headed.get(wording.heading, ())

    def _home(
        self, part: Wording, texts: Mapping[str, Wording], places: _Places, paired: Collection[str]
    ) -> str | None:
        """The paired clause that the words of a part stand in."""
        near, enough = self._grams.shared(part, places), (_WITHIN - 0.001) * self._grams.weight(part)
        return next(
            (
                name
                for name, whole in texts.items()
                if near.get(name, 0) >= enough and name in paired and self._within(part, whole)
            ),
            None,
        )

    def _within(self, part: Wording, whole: Wording) -> bool:
        return self._grams.within(part, whole) >= _WITHIN

    def _likeness(self, one: str, other: str) -> float:
        before, after = self._old[one], self._new[other]
        return 1.0 if same_words(before, after) else self._grams.likeness(before, after)


class _Grams:
    """Pairs of characters, weighted by how few clauses of the texts have them."""

    def __init__(self, *texts: Iterable[Wording]) -> None:
        self._of: dict[str, frozenset[str]] = {}
        self._weights: dict[str, float] = {}
        self._spread: Counter[str] = Counter()
        self._headings: Counter[str] = Counter()
        for text in map(tuple, texts):
            # The greater number: what both texts have is not more common for that.
            self._spread |= Counter(gram for wording in text for gram in self._grams(wording.words))
            self._headings |= Counter(wording.heading for wording in text)

    def likeness(self, one: Wording, other: Wording) -> float:
        """From 0 to 1, never quite 1. An equal heading makes up for a third of what lacks, for less where it is common."""
        before, after = self._grams(one.words), self._grams(other.words)
        both = self.weight(one) + self.weight(other)
        found = 2 * self._weight(before & after) / both if both else 0.0
        if one.heading and one.heading == other.heading:
            found += (1 - found) / 3 / self._headings[one.heading]
        return min(found, 0.999)

    def within(self, part: Wording, whole: Wording) -> float:
        """The share of a part's pairs that the whole has; 0 for what is too short to tell."""
        wanted = self._grams(part.words)
        if len(wanted) < _TELLING:
            return 0.0
        return self._weight(wanted & self._grams(whole.words)) / self.weight(part)

    def weight(self, wording: Wording) -> float:
        """The weight of all pairs of a wording."""
        words = wording.words
        if words not in self._weights:
            self._weights[words] = self._weight(self._grams(words))
        return self._weights[words]

    def places(self, text: Mapping[str, Wording]) -> _Places:
        """Which clauses of a text have each pair."""
        found: dict[str, list[str]] = {}
        for name, wording in text.items():
            for gram in self._grams(wording.words):
                found.setdefault(gram, []).append(name)
        return found

    def shared(self, wording: Wording, places: _Places) -> Mapping[str, float]:
        """The weight of the pairs that each clause of a text has in common with a wording, but for the last digits."""
        found: dict[str, float] = {}
        for gram in self._grams(wording.words):
            weight = 1 / self._spread[gram]
            for name in places.get(gram, ()):
                found[name] = found.get(name, 0) + weight
        return found

    def _weight(self, grams: Collection[str]) -> float:
        spread = self._spread
        return sum(sorted(1 / spread[gram] for gram in grams))

    def _grams(self, words: str) -> frozenset[str]:
        if words not in self._of:
            plain = _FIGURES.sub("0", _MARKS.sub("", unicodedata.normalize("NFC", words)))
            self._of[words] = frozenset(map("".join, pairwise(plain)))
        return self._of[words]


_MARKS = regex(r"[\W_]+")
_FIGURES = regex(r"\d+")
