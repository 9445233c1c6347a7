"""Which measures stand in one row of a comparison: those that correspond, at most one of each policy.

The surest pairs are joined first. A measure joins a group when it corresponds to at least half of it, and not
much less surely than the group holds together, so that a chain of weak resemblances never grows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.model.matches import ActPair
from digest.pages.compare.measures import ActKey, key_of

WEAKEST = 0.5
"""The least part of a group's best score with which another measure joins it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Measures that correspond, and the pairs that say so, the surest first."""

    acts: tuple[ActKey, ...]
    pairs: tuple[ActPair, ...]

    @property
    def grade(self) -> int:
        """2 where any two are the same."""
        return max(pair.grade for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups, the fullest and surest first, and the acts that found none, in their order."""

    groups: tuple[Group, ...]
    alone: tuple[ActKey, ...]


def align(acts: Sequence[ActKey], pairs: Iterable[ActPair]) -> Alignment:
    """The groups of some acts; pairs with an act that is not among them do not count."""
    among = set(acts)
    known = [pair for pair in pairs if key_of(pair.a) in among and key_of(pair.b) in among]
    known.sort(key=lambda pair: (-pair.grade, -pair.score, key_of(pair.a), key_of(pair.b)))
    joined = {frozenset((key_of(pair.a), key_of(pair.b))) for pair in known}
    group_of: dict[ActKey, tuple[ActKey, ...]] = {act: (act,) for act in acts}
    surest: dict[ActKey, float] = {}
    for pair in known:
        left, right = group_of[key_of(pair.a)], group_of[key_of(pair.b)]
        held = max(surest.get(left[0], 0.0), surest.get(right[0], 0.0))
        if left is not right and pair.score >= WEAKEST * held and _fit(left, right, joined):
            merged = (*left, *right)
            group_of |= dict.fromkeys(merged, merged)
            surest |= dict.fromkeys(merged, max(held, pair.score))
    within: dict[tuple[ActKey, ...], list[ActPair]] = {}
    for pair in known:
        if group_of[key_of(pair.a)] is group_of[key_of(pair.b)]:
            within.setdefault(group_of[key_of(pair.a)], []).append(pair)
    groups = [Group(tuple(sorted(found)), tuple(inside)) for found, inside in within.items()]
    groups.sort(key=lambda group: (-group.grade, -len(group.acts), -group.pairs[0].score, group.acts))
    return Alignment(tuple(groups), tuple(act for act in acts if len(group_of[act]) == 1))


def by_act(pairs: Iterable[ActPair]) -> Mapping[ActKey, tuple[ActPair, ...]]:
    """The pairs of each act, the surest first."""
    found: dict[ActKey, list[ActPair]] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.grade, -pair.score)):
        for act in (pair.a, pair.b):
            found.setdefault(key_of(act), []).append(pair)
    return {key: tuple(each) for key, each in found.items()}


def _fit(left: Sequence[ActKey], right: Sequence[ActKey], joined: set[frozenset[ActKey]]) -> bool:
    if {act.doc for act in left} & {act.doc for act in right}:
        return False
    across = [frozenset((one, other)) in joined for one in left for other in right]
    return 2 * sum(across) >= len(across)
