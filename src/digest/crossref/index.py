"""Which measures of two policies are worth comparing: those that share wording or a theme, the most alike of each. Never
all pairs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from digest.crossref.features import Features, MeasureFeatures
from digest.crossref.likeness import MeasureActs, QuickLikeness

_WORDS, _LAW_WORDS = 0.04, 0.08  # the cosine of their character pairs that makes two measures worth comparing
_THEMES = 0.2  # or so much of themes in common

MOST = 10
"""A measure is compared with so many measures of another policy at least, those with most of its words and those with most
of its themes. Of 413 pairs shown of five plans, and 45,923 of 300 laws, none was further down for both of its measures."""


def measures_of(acts: Sequence[Features]) -> Sequence[MeasureActs]:
    """The measures of a policy, from its acts in the order of its text."""
    inside = groupby(acts, key=lambda act: act.act.clause)
    return [MeasureActs.of(tuple(measure), place) for place, (_, measure) in enumerate(inside)]


def in_both(
    a: Sequence[MeasureActs], b: Sequence[MeasureActs], wording_a: Sequence[int], wording_b: Sequence[int]
) -> Sequence[QuickLikeness]:
    """The pairs of measures of two near copies: those of the same wording, told from its hashes, in the order of the first,
    then those of the other measures that are worth comparing."""
    waiting: defaultdict[int, list[MeasureActs]] = defaultdict(list)
    for measure, wording in zip(reversed(b), reversed(wording_b), strict=True):
        waiting[wording].append(measure)
    same, left = [], []
    for measure, wording in zip(a, wording_a, strict=True):
        if waiting[wording]:
            same.append((measure, waiting[wording].pop()))
        else:
            left.append(measure)
    rest = sorted((each for found in waiting.values() for each in found), key=attrgetter("place"))
    few, others = _placed(left, 0), _placed(rest, 0)
    pairs = zip(
        _placed([one for one, _ in same], len(few)),
        _placed([other for _, other in same], len(others)),
        strict=True,
    )
    near = MeasureIndex.of(others).candidates(few) if few and others else ()
    return [*(QuickLikeness.of(one, other) for one, other in pairs), *near]


def _placed(measures: Iterable[MeasureActs], first: int) -> Sequence[MeasureActs]:
    """Measures with places from ``first`` on."""
    return [replace(each, place=at) for at, each in enumerate(measures, first)]


class _Seen(NamedTuple):
    """The places of two measures that share enough, and how much: as the cosines of their words and of their themes."""

    a: int
    b: int
    words: float
    themes: float


@dataclass(frozen=True, slots=True)
class MeasureIndex:
    """The measures of a policy, by the character pairs and the themes they have."""

    measures: Sequence[MeasureActs]
    grams: Mapping[str, Sequence[tuple[int, float]]]
    themes: Mapping[str, Sequence[tuple[int, float]]]

    @classmethod
    def of(cls, measures: Sequence[MeasureActs]) -> "MeasureIndex":
        """The index of a policy that has measures."""
        grams: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        themes: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for measure in measures:
            for gram, weight in measure.whole.grams.items():
                grams[gram].append((measure.place, weight))
            for theme, score in measure.whole.themes.items():
                themes[theme].append((measure.place, score))
        return cls(measures, dict(grams), dict(themes))

    def candidates(self, others: Sequence[MeasureActs]) -> Sequence[QuickLikeness]:
        """The pairs of measures worth comparing: one of another policy's, then one of this; in their order. A pair is one
        of the best of either."""
        seen = [found for other in others for found in self._near(other)]
        best = {*_best(seen, lambda each: each.a), *_best(seen, lambda each: each.b)}
        return [
            QuickLikeness(others[a], self.measures[b], words**0.5, themes if words else 0.0)
            for a, b, words, themes in sorted(best)
        ]

    def _near(self, other: MeasureActs) -> Iterator[_Seen]:
        """The measures that share enough with a measure of another policy."""
        words = self._alike(other.whole)
        shared: defaultdict[int, float] = defaultdict(float)
        for theme, score in other.whole.themes.items():
            for place, own in self.themes.get(theme, ()):
                shared[place] += min(score, own)
        least = _LAW_WORDS if other.whole.profile.law else _WORDS
        near = {place for place, cosine in enumerate(words) if cosine >= least}
        for place in near | {place for place, score in shared.items() if score >= _THEMES}:
            themes = other.themes_like(self.measures[place]) if place in shared else 0.0
            yield _Seen(other.place, place, words[place], themes)

    def _alike(self, whole: MeasureFeatures) -> Sequence[float]:
        """The cosine of the words of each measure and of one of another policy."""
        words = [0.0] * len(self.measures)
        for gram, weight in whole.grams.items():
            for place, own in self.grams.get(gram, ()):
                words[place] += weight * own
        return words


def _best(seen: Sequence[_Seen], measure: Callable[[_Seen], int]) -> Iterator[_Seen]:
    """For each measure of one side the pairs with most words in common, and those with most themes."""
    for _, found in groupby(sorted(seen, key=measure), key=measure):
        pairs = list(found)
        if len(pairs) <= MOST:
            yield from pairs
        else:
            yield from sorted(pairs, key=lambda each: (-each.words, each))[:MOST]
            yield from sorted(pairs, key=lambda each: (-each.themes, -each.words, each))[:MOST]
