"""Clauses that are about the same things, in whatever policy: those whose words are much the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Kind
from digest.model.editions import NO_EDITIONS, Editions

LEAST = 250
"""The cosine of the words of two clauses, in thousandths, from which they are similar."""
SHARED = 3
"""Words that they have in common at least."""
COMMON = 200
"""A word that is among the rarest of more clauses than these tells none of them from the others."""
ENOUGH = 100
"""When so many clauses share the rarest keywords of one, those that share but the more common ones are not looked at."""
SHOWN = 4
"""Words that are told of what two clauses have in common."""

Name = tuple[str, str]
"""The slug of a policy and the id of a clause."""


class Similar(NamedTuple):
    """A similar clause, and the words that both are about."""

    name: Name
    words: tuple[str, ...]


class SimilarClauses:
    """Finds the clauses that are similar to one. It holds where words stand and no pairs of clauses: of these there can be
    more than a site has pages."""

    def __init__(self, policies: Sequence[Policy], editions: Editions = NO_EDITIONS) -> None:
        self._words: dict[Name, Mapping[str, int]] = {}
        self._rarest: dict[Name, Sequence[str]] = {}
        self._holders: defaultdict[str, list[Name]] = defaultdict(list)
        self._family, self._editions = _Family(policies), editions
        for policy in policies:
            for clause in policy.document.clauses:
                if clause.text and clause.kind is not Kind.FRONT:
                    name = (policy.meta.slug, clause.id)
                    self._words[name] = policy.keywords.words.get(clause.id, {})
                    self._rarest[name] = policy.keywords.rarest.get(clause.id, ())
                    for word in self._rarest[name]:
                        self._holders[word].append(name)

    def of(self, name: Name) -> tuple[Similar, ...]:
        """The clauses similar to one, the most similar first: of those that share a rare word, those whose words are much the
        same. A clause is not similar to what stands above or below it, nor to one of another edition; titles and addresses
        at the front of a document are similar to nothing."""
        found = []
        for other in self._near(name):
            shared = _shared(self._words[name], self._words[other])
            alike = sum(shared.values())
            apart = alike >= 1000 * LEAST and not self._family.has(name, other)
            if apart and not self._editions.are(name[0], other[0]):
                found.append((-alike, Similar(other, _weightiest(shared))))
        return tuple(each for _, each in sorted(found))

    def _near(self, name: Name) -> set[Name]:
        """The clauses that share one of the rarest words with one."""
        holders = sorted((self._holders[word] for word in self._rarest.get(name, ())), key=len)
        near: set[Name] = set()
        for names in holders:
            if len(names) > COMMON or len(near) > ENOUGH:
                break
            near.update(names)
        return near - {name}


def _shared(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    """The words of two clauses, and what each adds to their cosine, in millionths; nothing where they are too few."""
    both = one.keys() & other.keys()
    return {word: one[word] * other[word] for word in both} if len(both) >= SHARED else {}


def _weightiest(words: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-words[word], word))[:SHOWN])


class _Family:
    """Knows which clauses stand above each other."""

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._parents = {
            (policy.meta.slug, clause.id): clause.parent
            for policy in policies
            for clause in policy.document.clauses
        }

    def has(self, one: Name, other: Name) -> bool:
        """Whether two clauses are one, or one stands above the other."""
        return self._above(one, other) or self._above(other, one)

    def _above(self, upper: Name, lower: Name) -> bool:
        name: Name | None = lower
        while name is not None and name != upper:
            parent = self._parents.get(name)
            name = (name[0], parent) if parent else None
        return name == upper
