"""Which policies are compared with each other: each with those that are about most of the same.

Laws are compared with policies on their own subject alone: there are very many of them, with set phrases in common
(公开招标, 恢复名誉) that make no measures alike.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations

from digest.crossref.features import Profile, Vector, dot

NEAREST = 24
"""A policy is compared with so many others at least, the nearest: all of a site of up to 25, and beyond that the number of
comparisons grows with the policies, not with their square. More counterparts of a clause than that nobody reads."""

FEW = NEAREST + 1
"""Of so many policies each two are compared, none is taken for a near copy, and each absence of a theme is known by itself."""

_SIGNATURE = 64
"""So many of the heaviest words of a policy tell what it is about; each two of 300 laws that are on one subject share one."""

_HOLDERS = 100
"""Of the policies that have a word in their signatures, so many are looked at: those that are most about it."""

_SIFTED = 2 * NEAREST
"""So many of these, those that share most by the words for which they are looked at, are compared by their whole signatures;
and as many of those that share most by words of which no holder is left out."""

_SUBJECT = {1: 0.1, 2: 0.22}
"""The cosine of the words of two policies from which they are on one subject, by how many of them are laws. It is 0.25 and
more for three of four pairs of laws on one subject, and below 0.1 for 93 of 100 pairs on different ones."""


def nearest(names: Sequence[str], profile: Callable[[str], Profile]) -> Sequence[tuple[str, str]]:
    """The policies to compare, by slug, each two in the order of ``names``: those of which one is among the nearest of the
    other. ``profile`` makes that of a policy, whenever it is needed."""
    few = len(names) <= FEW
    couples = (
        combinations(range(len(names)), 2) if few else _near([_heaviest(profile(name)) for name in names])
    )
    profiled = lru_cache(_HELD)(profile)
    named = ((names[a], names[b]) for a, b in couples)
    return [(a, b) for a, b in named if _comparable(profiled(a), profiled(b))]


_HELD = 256
"""So many profiles are held at a time."""


_Shares = defaultdict[int, float]
"""How much others share with a policy, below 0: the most first."""


def _near(signatures: Sequence[Vector]) -> Sequence[tuple[int, int]]:
    """The same by their places. Only policies with words of their signatures in common are looked at."""
    having: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for place, words in enumerate(signatures):
        for word, weight in words.items():
            having[word].append((-weight, place))
    holders = {word: nsmallest(_HOLDERS, those) for word, those in having.items()}
    found: set[tuple[int, int]] = set()
    for place, words in enumerate(signatures):
        every, rare = _Shares(float), _Shares(float)
        for word, weight in words.items():
            for lighter, other in holders[word]:
                every[other] += weight * lighter
                if len(having[word]) <= _HOLDERS:
                    rare[other] += weight * lighter
        sifted = {
            other for found in (every, rare) for other in nsmallest(_SIFTED, found, key=found.__getitem__)
        }
        others = sifted - {place}
        near = nsmallest(NEAREST, ((-dot(words, signatures[other]), other) for other in others))
        found.update((min(place, other), max(place, other)) for _, other in near)
    return sorted(found)


def _heaviest(profile: Profile) -> Vector:
    """The words of a signature."""
    return dict(nsmallest(_SIGNATURE, profile.words.items(), key=lambda each: (-each[1], each[0])))


def _comparable(a: Profile, b: Profile) -> bool:
    laws = a.law + b.law
    return not laws or dot(a.words, b.words) >= _SUBJECT[laws]
