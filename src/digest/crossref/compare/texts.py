"""The whole text of a policy, to find which of its clauses use a word."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add
from string import ascii_uppercase

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.regex import regex

_FOLDED = str.maketrans("(),", "（），") | {ord(letter): letter.lower() for letter in ascii_uppercase}
"""Half-width brackets and commas, and capitals, are no difference: 首台(套) is 首台（套）, PDK is pdk."""

_MARKS = regex(r"[A-Z(),]+")
"""What of a text is translated: to look each Chinese character up takes five times as long."""


def folded(text: str) -> str:
    """A text as words are looked up in it, one character for one."""
    return _MARKS.sub(lambda found: found[0].translate(_FOLDED), text)


def as_printed(word: str, text: str) -> str:
    """A word as a text prints it; as it is where the text does not hold it."""
    at = folded(text).find(folded(word))
    return text[at : at + len(word)] if at >= 0 else word


@dataclass(frozen=True, slots=True)
class Sought:
    """Folded words that are looked up in many texts, by their first two characters."""

    words: frozenset[str]
    by_start: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Sought":
        """Some words, folded."""
        kept = frozenset(words)
        by_start: dict[str, list[str]] = {}
        for word in kept:
            by_start.setdefault(word[:2], []).append(word)
        return cls(kept, by_start)

    def found(self, text: str) -> frozenset[str]:
        """Those that a folded text holds. Most are not there, and no text is searched for a word whose beginning and end
        it does not hold."""
        pairs = {*map(add, text, text[1:]), *text}
        return frozenset(
            word
            for start in self.by_start.keys() & pairs
            for word in self.by_start[start]
            if word[-2:] in pairs and word in text
        )


_NOTHING = Sought.of(())


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A policy as one folded text: the heading and text of each clause, a line feed between them. ``starts`` is where each
    clause begins; of the words ``sought`` it holds those ``found``. What was looked up is kept, as many measures are
    looked up in the same text."""

    doc: str
    clauses: tuple[Clause, ...]
    whole: str
    starts: tuple[int, ...]
    sought: Sought = _NOTHING
    found: frozenset[str] = frozenset()
    _known: dict[str, tuple[Clause, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, policy: Policy, sought: Sought = _NOTHING) -> "FoldedText":
        """The text of a policy; ``sought`` are words that will be looked up."""
        starts, pieces, at = [], [], 0
        for clause in policy.document.clauses:
            piece = folded(f"{clause.heading or ''}\n{clause.text}\n")
            starts.append(at)
            pieces.append(piece)
            at += len(piece)
        whole = "".join(pieces)
        found = sought.found(whole)
        return cls(policy.meta.slug, policy.document.clauses, whole, tuple(starts), sought, found)

    def using(self, word: str) -> tuple[Clause, ...]:
        """The clauses that use a word, in order."""
        return self.using_folded(folded(word))

    def using_folded(self, word: str) -> tuple[Clause, ...]:
        """The same, where the word is folded already."""
        if word not in (self.found if word in self.sought.words else self.whole):
            return ()
        if word not in self._known:
            self._known[word] = tuple(self._using(word))
        return self._known[word]

    def part(self, clause: Clause) -> str:
        """What a clause says, heading and text, folded."""
        at = self.starts[clause.order - self.clauses[0].order]
        following = bisect_right(self.starts, at)
        return self.whole[at : self.starts[following] if following < len(self.starts) else None]

    def _using(self, word: str) -> Iterator[Clause]:
        at = self.whole.find(word)
        while at >= 0:
            number = bisect_right(self.starts, at)
            yield self.clauses[number - 1]
            if number == len(self.starts):
                return
            at = self.whole.find(word, self.starts[number])
