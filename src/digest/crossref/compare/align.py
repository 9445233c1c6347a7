"""Which measures are compared in one table: those that correspond, at most one of each policy and of its editions.

The surest pairs are joined first. A measure joins a group when it corresponds to at least half of it, and not
much less surely than the group holds together, so that a chain of weak resemblances never grows.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from digest.model.comparison import Tie
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.matches import ActKey, ActPair, Match, key_of

WEAKEST = 0.5
"""The least part of a group's best score with which another measure joins it."""


class Joined(NamedTuple):
    """Acts that correspond, sorted, and the ties among them, the surest first."""

    acts: tuple[ActKey, ...]
    ties: tuple[Tie, ...]

    @property
    def grade(self) -> int:
        """2 where any two are the same."""
        return max(grade_of(tie) for tie in self.ties)


class Alignment(NamedTuple):
    """Groups, the fullest and surest first, and the acts that found none, in their order."""

    groups: tuple[Joined, ...]
    alone: tuple[ActKey, ...]


def ties_of(matches: Iterable[Match]) -> tuple[Tie, ...]:
    """The acts that correspond in some matches."""
    return tuple(
        Tie(match, pair, key_of(pair.a), key_of(pair.b)) for match in matches for pair in match.pairs
    )


def most_reliable_first(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Ties in the order in which they are joined and shown."""
    return tuple(sorted(ties, key=_reliability))


def align(acts: Sequence[ActKey], ties: Iterable[Tie], editions: Editions = NO_EDITIONS) -> Alignment:
    """The groups of some acts; ties with an act that is not among them do not count."""
    among = set(acts)
    known = most_reliable_first(tie for tie in ties if tie.a in among and tie.b in among)
    joined = {frozenset((tie.a, tie.b)) for tie in known}
    group_of: dict[ActKey, tuple[ActKey, ...]] = {act: (act,) for act in acts}
    best_score: dict[ActKey, float] = {}
    for tie in known:
        left, right = group_of[tie.a], group_of[tie.b]
        held = max(best_score.get(left[0], 0.0), best_score.get(right[0], 0.0))
        if left is not right and score_of(tie) >= WEAKEST * held and _fit(left, right, joined, editions):
            merged = (*left, *right)
            group_of |= dict.fromkeys(merged, merged)
            best_score |= dict.fromkeys(merged, max(held, score_of(tie)))
    within: dict[tuple[ActKey, ...], list[Tie]] = {}
    for tie in known:
        if group_of[tie.a] is group_of[tie.b]:
            within.setdefault(group_of[tie.a], []).append(tie)
    groups = [Joined(tuple(sorted(found)), tuple(inside)) for found, inside in within.items()]
    groups.sort(key=lambda group: (-group.grade, -len(group.acts), -score_of(group.ties[0]), group.acts))
    return Alignment(tuple(groups), tuple(act for act in acts if len(group_of[act]) == 1))


def grade_of(tie: Tie) -> int:
    """The grade of a tie: of its acts, else of its clauses."""
    return (tie.pair or tie.match).grade


def score_of(tie: Tie) -> float:
    """The score of a tie, likewise."""
    pair: ActPair | Match = tie.pair or tie.match
    return pair.score


def _reliability(tie: Tie) -> tuple[int, float, ActKey, ActKey]:
    return -grade_of(tie), -score_of(tie), tie.a, tie.b


def _fit(
    left: Sequence[ActKey], right: Sequence[ActKey], joined: set[frozenset[ActKey]], editions: Editions
) -> bool:
    docs, others = {act.doc for act in left}, {act.doc for act in right}
    if docs & others or any(editions.are(doc, other) for doc in docs for other in others):
        return False
    across = [frozenset((one, other)) in joined for one in left for other in right]
    return 2 * sum(across) >= len(across)
