"""English without typing twice: clauses without English get that of clauses whose Chinese is the same, or are offered that
of one whose Chinese is close.

The en.po files of all policies are the memory; there is no other store. English counts as reviewed only where somebody has
read it beside the same words in the same kind of place, all of it agrees, and the words mean the same in every document.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from digest.model.phrases import kind_of
from digest.model.translation import FILLED, MACHINE_DRAFT, OFFERED, TITLE, Catalogue, Entry
from digest.regex import regex
from digest.text.entries import BETWEEN
from digest.text.ids import text_hash

CLOSE = 0.8
"""From this likeness on English is offered: 支持标准……奖励100万元 beside 支持人才……奖励50万元 is below it, a changed figure or
term of a sentence is above."""


class Filled(NamedTuple):
    """What the memory gave a policy, by context: the English of the same Chinese, that of close Chinese as an offer, and
    where the same Chinese has different English (with the places), which only a person can choose from."""

    filled: tuple[str, ...]
    offered: tuple[str, ...]
    differing: tuple[tuple[str, tuple[str, ...]], ...]


class Memory:
    """All English there is, by its Chinese. It is read in one pass, and each question takes a time of its own length."""

    def __init__(self, catalogues: Mapping[str, Catalogue], kinds: Mapping[str, Mapping[str, str]]) -> None:
        """``catalogues`` are those of all policies by slug, ``kinds`` say the kind of each of their clauses by id."""
        self._kinds = kinds
        self._same: dict[_Key, list[_Source]] = {}
        self._english: set[str] = set()
        self._sources: list[_Source] = []
        self._places: dict[tuple[str, str], list[int]] = {}
        for doc, catalogue in catalogues.items():
            for entry in catalogue.entries:
                if entry.en and not _repeats(entry) and not (entry.fuzzy and entry.was_zh is None):
                    self._learn(_Source(doc, entry))

    def fill(self, doc: str, catalogue: Catalogue) -> tuple[Catalogue, Filled]:
        """The catalogue with what the memory has for its entries without English. What is there is never replaced, but for
        an offer that nobody has touched. Doing it twice changes nothing more."""
        filled, offered, differing = [], [], []
        entries = []
        for entry in catalogue.entries:
            free = not entry.en or (entry.offered and entry.en in self._english)
            same = () if entry.obsolete or not free else self._sources_of(entry)
            found = entry
            if len({each.entry.en for each in same}) > 1:
                differing.append((entry.context, tuple(each.name for each in same)))
                found = _without_offer(entry)
            elif same:
                found = self._filled(doc, entry, same)
                filled.append(entry.context)
            elif not entry.en and not entry.obsolete and (source := self._closest(entry)):
                found = _offered(entry, source)
                offered.append(entry.context)
            entries.append(found)
        done = Filled(tuple(filled), tuple(offered), tuple(differing))
        return replace(catalogue, entries=tuple(entries)), done

    def _sources_of(self, entry: Entry) -> Sequence["_Source"]:
        """The English of the same Chinese: what was reviewed, or else drafts."""
        found = self._same.get(_key(entry.context, entry.zh), [])
        return [each for each in found if each.reviewed] or found

    def _learn(self, source: "_Source") -> None:
        entry = source.entry
        self._english.add(entry.en)
        self._same.setdefault(_key(entry.context, entry.belongs_to), []).append(source)
        if entry.context == TITLE:
            return
        at, kind = len(self._sources), kind_of(entry.context)
        self._sources.append(source)
        for phrase in set(_phrases(entry.belongs_to)):
            self._places.setdefault((kind, phrase), []).append(at)

    def _filled(self, doc: str, entry: Entry, same: Sequence["_Source"]) -> Entry:
        kind, source = self._kind(doc, entry.context), same[0]
        reviewed = (
            source.reviewed
            and any(kind == self._kind(each.doc, each.entry.context) for each in same)
            and not _OF_ITS_OWN.search(entry.zh)
        )
        marks = (f"{FILLED}{source.name}",) if reviewed else (MACHINE_DRAFT, f"{FILLED}{source.name}")
        allowed = (note for note in source.entry.notes if note.startswith(_ALLOWED))
        notes = tuple(dict.fromkeys((*marks, *allowed, *_own(entry))))
        return replace(entry, en=source.entry.en, fuzzy=False, was_zh=None, notes=notes)

    def _kind(self, doc: str, context: str) -> str:
        return TITLE if context == TITLE else kind_of(context) or self._kinds.get(doc, {}).get(context, "")

    def _closest(self, entry: Entry) -> "_Source | None":
        """The source whose Chinese is most like that of an entry, of equals the first; None where none is close."""
        if entry.context == TITLE:
            return None
        votes: dict[int, int] = {}
        kind = kind_of(entry.context)
        for phrase in dict.fromkeys(_phrases(entry.zh)):
            places = self._places.get((kind, phrase), [])
            for at in places if len(places) <= _COMMON else ():
                votes[at] = votes.get(at, 0) + len(phrase)
        own = _pairs(entry.zh)
        best, found = CLOSE, None
        for at in sorted(votes, key=lambda each: (-votes[each], each))[:_LOOKS]:
            source = self._sources[at]
            likeness = _likeness(own, _pairs(source.entry.belongs_to))
            parts = entry.zh.count(BETWEEN) == source.entry.belongs_to.count(BETWEEN)
            if parts and (likeness > best or (found is None and likeness == best)):
                best, found = likeness, source
        return found


class _Source(NamedTuple):
    """English that somebody or something has written for a clause."""

    doc: str
    entry: Entry

    @property
    def name(self) -> str:
        return f"{self.doc}#{self.entry.context}"

    @property
    def reviewed(self) -> bool:
        return MACHINE_DRAFT not in self.entry.notes


_Key = tuple[str, tuple[str, ...]]
_COMMON = 32  # a phrase that more clauses have tells nothing of them, and looking at all would take too long
_LOOKS = 8
_SHORTEST = 6  # characters of a phrase that tells something
_ENDS = 10
_ALLOWED = "digest: allow "
_MARKS = regex(r"[\W_]+")
_FIGURES = regex(r"[\d一二三四五六七八九十百千万亿两〇零]+")
_OF_ITS_OWN = regex(
    r"我(?!国)[\u4e00-\u9fff]|(?<![资成基样版根日文标])本(?![科金来质])[\u4e00-\u9fff]|《[^》]{1,9}》|以下简称"
)
"""Words that mean another thing in another document: 我市, 本办法, a short title (《若干措施》)."""


def _key(context: str, zh: str) -> _Key:
    """What makes the Chinese of two entries the same: heading and text, each but for white space, both of titles, of clauses
    or of one kind of phrases."""
    kind = TITLE if context == TITLE else kind_of(context)
    return kind, tuple(map(text_hash, zh.split(BETWEEN, 1)))


def _repeats(entry: Entry) -> bool:
    """Whether English came from this memory and nobody has read it: it says nothing that its source does not say."""
    return entry.offered or (
        MACHINE_DRAFT in entry.notes and any(note.startswith(FILLED) for note in entry.notes)
    )


def _offered(entry: Entry, source: _Source) -> Entry:
    """An entry with the English of close Chinese, which tools show as fuzzy, with the difference."""
    notes = (f"{OFFERED}{source.name}", *_own(entry))
    return replace(entry, en=source.entry.en, fuzzy=True, was_zh=source.entry.belongs_to, notes=notes)


def _without_offer(entry: Entry) -> Entry:
    return replace(entry, en="", fuzzy=False, was_zh=None, notes=_own(entry)) if entry.offered else entry


def _own(entry: Entry) -> tuple[str, ...]:
    """The comments of an entry but those of the memory."""
    return tuple(note for note in entry.notes if not note.startswith((FILLED, OFFERED)))


def _plain(zh: str) -> str:
    """A text whose figures are all the same."""
    return _FIGURES.sub("0", unicodedata.normalize("NFC", zh))


def _phrases(zh: str) -> Iterator[str]:
    """What stands between the marks of a text, and its two ends: a phrase may be all there is, and have changed inside."""
    plain = _plain(zh)
    yield from (phrase for phrase in _MARKS.split(plain) if len(phrase) >= _SHORTEST)
    words = _MARKS.sub("", plain)
    if len(words) > _ENDS:
        yield from (words[:_ENDS], words[-_ENDS:])


def _pairs(zh: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(_MARKS.sub("", _plain(zh)))))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs of characters that two texts have in common."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0
