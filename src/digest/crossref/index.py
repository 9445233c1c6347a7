"""Which measures of two policies are worth comparing: those that share wording or a theme. Never all pairs.

Laws are compared with laws on their own subject alone: there are very many of them, with set phrases in common
(公开招标, 恢复名誉) that make no measures alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.crossref.features import Features, Profile, Whole, dot

Measure = Sequence[Features]
"""A measure as its acts, one or more."""

_SUBJECT = 0.22
"""Laws are on one subject where the cosine of their words is so much: 0.25 and more for two on 物业管理, below 0.1 for 95 of
100 pairs of laws on different subjects."""

_WORDS, _LAW_WORDS = 0.04, 0.06  # the cosine of their character pairs that makes two measures worth comparing
_THEMES = 0.2  # or so much of themes in common


@dataclass(frozen=True, slots=True)
class Index:
    """The measures of a policy, by the character pairs and the themes they have."""

    measures: Sequence[Measure]
    grams: Mapping[str, Sequence[tuple[int, float]]]
    themes: Mapping[str, Sequence[tuple[int, float]]]

    @classmethod
    def of(cls, measures: Sequence[Measure]) -> "Index":
        """The index of a policy that has measures."""
        grams: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        themes: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (first, *_) in enumerate(measures):
            for gram, weight in first.whole.grams.items():
                grams[gram].append((place, weight))
            for theme, score in first.whole.themes.items():
                themes[theme].append((place, score))
        return cls(measures, dict(grams), dict(themes))

    def candidates(self, others: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
        """The pairs of measures worth comparing: one of another policy's, then one of this."""
        if _comparable(others[0][0].whole.profile, self.measures[0][0].whole.profile):
            for other in others:
                for place in self._near(other[0].whole):
                    yield other, self.measures[place]

    def _near(self, whole: Whole) -> list[int]:
        """The places of the measures that share enough with a measure of another policy."""
        words: defaultdict[int, float] = defaultdict(float)
        for gram, weight in whole.grams.items():
            for place, own in self.grams.get(gram, ()):
                words[place] += weight * own
        shared: defaultdict[int, float] = defaultdict(float)
        for theme, score in whole.themes.items():
            for place, own in self.themes.get(theme, ()):
                shared[place] += min(score, own)
        least = _LAW_WORDS if whole.profile.law else _WORDS
        near = {place for place, cosine in words.items() if cosine >= least}
        return sorted(near | {place for place, score in shared.items() if score >= _THEMES})


def _comparable(a: Profile, b: Profile) -> bool:
    return not (a.law and b.law) or dot(a.words, b.words) >= _SUBJECT
