"""Which measures of two policies are worth comparing: those that share wording or a theme. Never all pairs.

Laws are compared with policies on their own subject alone: there are very many of them, with set phrases in common
(公开招标, 恢复名誉) that make no measures alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.crossref.features import Features, Profile, Whole, dot

Measure = Sequence[Features]
"""A measure as its acts, one or more."""

_SUBJECT = {1: 0.1, 2: 0.22}
"""The cosine of the words of two policies from which they are on one subject, by how many of them are laws. It is 0.25 and
more for three of four pairs of laws on one subject, and below 0.1 for 93 of 100 pairs on different ones."""

_WORDS, _LAW_WORDS = 0.04, 0.08  # the cosine of their character pairs that makes two measures worth comparing
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
    laws = a.law + b.law
    return not laws or dot(a.words, b.words) >= _SUBJECT[laws]
