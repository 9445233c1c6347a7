"""Clauses that are about the same things, in whatever policy: those whose words are much the same."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Kind
from digest.model.editions import NO_EDITIONS, Editions

LEAST = 250
"""The cosine of the words of two clauses, in thousandths, from which they are similar."""
SHARED = 3
"""Words that they have in common at least."""
COMMON = 200
"""A word that is a keyword of more clauses than these tells none of them from the others."""
SHOWN = 4
"""Words that are told of what two clauses have in common."""

Name = tuple[str, str]
"""The slug of a policy and the id of a clause."""


class Similar(NamedTuple):
    """A similar clause, and the words that both are about."""

    name: Name
    words: tuple[str, ...]


def similar_clauses(
    policies: Sequence[Policy], editions: Editions = NO_EDITIONS
) -> Mapping[Name, tuple[Similar, ...]]:
    """The similar clauses of each clause that has any, the most similar first: of those that share a keyword, those
    whose words are much the same. A clause is not similar to what stands above or below it, nor to one of another
    edition; titles and addresses at the front of a document are similar to nothing."""
    words: dict[Name, Mapping[str, int]] = {}
    holders: defaultdict[str, list[Name]] = defaultdict(list)
    for policy in policies:
        for clause in policy.document.clauses:
            if clause.text and clause.kind is not Kind.FRONT:
                name = (policy.meta.slug, clause.id)
                words[name] = policy.keywords.words.get(clause.id, {})
                for keyword in policy.keywords.clauses.get(clause.id, ()):
                    holders[keyword.word].append(name)
    family = _Family(policies)
    found: defaultdict[Name, list[tuple[int, Similar]]] = defaultdict(list)
    for one, other in _near(words, policies, holders):
        shared = _shared(words[one], words[other])
        alike = sum(shared.values())
        if alike >= 1000 * LEAST and not family.has(one, other) and not editions.are(one[0], other[0]):
            telling = _weightiest(shared)
            found[one].append((-alike, Similar(other, telling)))
            found[other].append((-alike, Similar(one, telling)))
    return {name: tuple(each for _, each in sorted(alike)) for name, alike in found.items()}


def _near(
    among: Collection[Name], policies: Iterable[Policy], holders: Mapping[str, Sequence[Name]]
) -> Iterator[tuple[Name, Name]]:
    """Each two clauses of some that share a keyword that few have."""
    for policy in policies:
        for clause, keywords in policy.keywords.clauses.items():
            name = policy.meta.slug, clause
            if name not in among:
                continue
            shared = (holders[each.word] for each in keywords)
            near = {other for names in shared if len(names) <= COMMON for other in names}
            yield from ((name, other) for other in near if name < other)


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
