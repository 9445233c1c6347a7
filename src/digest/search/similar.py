"""Clauses that are about the same things, in whatever policy: those that share their weightiest words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy

LEAST = 280
"""The cosine of two clauses' keywords, in thousandths, from which they are similar."""
SHARED = 2
"""Words that they have in common at least."""
COMMON = 200
"""A word that is a keyword of more clauses than these tells none of them from the others."""

Name = tuple[str, str]
"""The slug of a policy and the id of a clause."""


class Similar(NamedTuple):
    """A similar clause, and the words that both are about."""

    name: Name
    words: tuple[str, ...]


def similar_clauses(policies: Sequence[Policy]) -> Mapping[Name, tuple[Similar, ...]]:
    """The similar clauses of each clause that has any, the most similar first. A clause is not similar to what stands
    above or below it."""
    names: list[Name] = []
    words: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for policy in policies:
        for clause in policy.document.clauses:
            for keyword in policy.keywords.clauses.get(clause.id, ()) if clause.text else ():
                words[keyword.word].append((len(names), keyword.share))
            names.append((policy.meta.slug, clause.id))
    common: list[defaultdict[int, dict[str, int]]] = [defaultdict(dict) for _ in names]
    for word, found in words.items():
        for at, share in found if len(found) <= COMMON else ():
            for other, its in found:
                common[at][other][word] = share * its
    family = _Family(policies)
    similar = {}
    for at, name in enumerate(names):
        best = sorted(
            (-sum(shared.values()), other)
            for other, shared in common[at].items()
            if len(shared) >= SHARED
            and sum(shared.values()) >= 1000 * LEAST
            and not family.has(name, names[other])
        )
        if best:
            similar[name] = tuple(
                Similar(names[other], _weightiest_first(common[at][other])) for _, other in best
            )
    return similar


def _weightiest_first(words: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-words[word], word)))


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
