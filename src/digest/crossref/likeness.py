"""How like two measures are: a few numbers that a small linear model joins (``weights.py``)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import NamedTuple

from digest.crossref.features import Features, MeasureFeatures, Vector, dot


class Likeness(NamedTuple):
    """What two measures have in common, each from 0 to 1 or a little more.

    ``words`` is the root of the cosine of their pairs of characters, ``act`` that of the two acts that are most alike,
    ``subject`` says how much
    of themes two acts have in common, more where these share words; ``figures`` how many sums and rates.

    Themes count by the words that vouch for them: ``named`` is the theme that two acts name most, ``themes`` the
    cosine of all themes, ``rank`` how near this comes to the best of each measure in the other policy; all times
    ``words``, and so is ``best``, how near the words come to the best.
    """

    words: float
    act: float
    subject: float
    named: float
    themes: float
    figures: float
    best: float = 0.0
    rank: float = 0.0


class ActLikeness(NamedTuple):
    """What two acts have in common: the cosine of their words (``wording``), how much of themes both name, the theme that both
    name most, and figures."""

    wording: float
    themes: float
    named: float
    figures: int

    @property
    def subject(self) -> float:
        """Themes that both name, more where the words agree."""
        return _subject(self.themes, self.wording)


_MOST = 1.5
"""More of a theme than this says nothing more."""


def _subject(themes: float, wording: float) -> float:
    return min(_MOST, themes * (0.5 + 2 * wording))


class ComparedActs(NamedTuple):
    """Two acts and what they have in common."""

    a: Features
    b: Features
    common: ActLikeness


class MeasurePair(NamedTuple):
    """Two measures, each as its acts, and what they have in common."""

    likeness: Likeness
    a: Sequence[Features]
    b: Sequence[Features]

    @classmethod
    def of(cls, a: Sequence[Features], b: Sequence[Features]) -> "MeasurePair":
        """Two measures, each as its acts. The ranks are left at 0: they need all pairs of two policies (``ranked``)."""
        return QuickLikeness.of(MeasureActs.of(a), MeasureActs.of(b)).compared()

    def acts(self) -> tuple[ComparedActs, ...]:
        """Each act of one beside each of the other."""
        return tuple(ComparedActs(one, other, _of_acts(one, other)) for one in self.a for other in self.b)


@dataclass(frozen=True, slots=True)
class MeasureActs:
    """A measure as its acts, one or more, and what is asked of it beside each other one: its ``place`` among those of its
    policy, its figures, the most that an act of it names each theme (``topics``), and the length of its themes as a vector,
    squared. ``reach`` is how much heavier a pair of characters can be in an act than in the whole."""

    acts: Sequence[Features]
    place: int
    figures: frozenset[tuple[str, float]]
    topics: Vector
    square: float
    reach: float

    @classmethod
    def of(cls, acts: Sequence[Features], place: int = 0) -> "MeasureActs":
        """A measure that has some acts."""
        whole = acts[0].whole
        topics: dict[str, float] = {}
        for act in acts:
            for theme, score in act.topics.items():
                topics[theme] = max(topics.get(theme, 0.0), score)
        return cls(
            acts,
            place,
            frozenset(figure for act in acts for figure in act.figures),
            topics,
            dot(whole.themes, whole.themes),
            max((_reach(act.grams, whole.grams) for act in acts), default=0.0),
        )

    @property
    def whole(self) -> MeasureFeatures:
        """What is compared of it as a whole."""
        return self.acts[0].whole

    def themes_like(self, other: "MeasureActs") -> float:
        """The cosine of the themes of two measures; 0 where one has none."""
        length = (self.square * other.square) ** 0.5
        return dot(self.whole.themes, other.whole.themes) / length if length else 0.0


def _reach(act: Vector, whole: Vector) -> float:
    """The most that a pair of characters weighs in an act, over its weight in the whole."""
    return max((weight / whole[gram] if gram in whole else inf for gram, weight in act.items()), default=0.0)


class QuickLikeness(NamedTuple):
    """Two measures and what is quickly said of them, before their acts are compared: the cosine of their ``themes``, and
    the fields of ``Likeness`` with these names."""

    a: MeasureActs
    b: MeasureActs
    words: float
    themes: float
    best: float = 0.0
    rank: float = 0.0

    @classmethod
    def of(cls, a: MeasureActs, b: MeasureActs) -> "QuickLikeness":
        """Two measures."""
        words = dot(a.whole.grams, b.whole.grams) ** 0.5
        return cls(a, b, words, a.themes_like(b) if words else 0.0)

    def at_most(self) -> Likeness:
        """What the two can have in common at most, whatever their acts say."""
        both = _shared(self.a.topics, self.b.topics)
        # A pair of characters weighs at most ``reach`` times more in an act, on either side.
        act = min(1.0, self.words * (self.a.reach * self.b.reach) ** 0.5)
        return self._likeness(act, _subject(sum(both), 1.0), max(both, default=0.0))

    def compared(self) -> MeasurePair:
        """The two with their acts beside each other."""
        acts, others = self.a.acts, self.b.acts
        close = max(dot(one.grams, other.grams) for one in acts for other in others)
        subject = named = 0.0
        if not self.a.topics.keys().isdisjoint(self.b.topics):
            for one, other in product(acts, others):
                if both := _shared(one.topics, other.topics):
                    subject = max(subject, _subject(_crowded(one, other, both), _wording(one, other)))
                    named = max(named, *both)
        return MeasurePair(self._likeness(close**0.5, subject, named), acts, others)

    def _likeness(self, act: float, subject: float, named: float) -> Likeness:
        figures = len(self.a.figures & self.b.figures)
        return Likeness(
            words=self.words,
            act=act,
            subject=subject,
            named=self.words * named,
            themes=self.words * self.themes,
            figures=min(figures, _FIGURES) / _FIGURES,
            best=self.best,
            rank=self.rank,
        )


_FIGURES = 3  # so many figures in common count in full


def _of_acts(a: Features, b: Features) -> ActLikeness:
    both = _shared(a.topics, b.topics)
    return ActLikeness(
        _wording(a, b), _crowded(a, b, both), max(both, default=0.0), len(a.figures & b.figures)
    )


def _wording(a: Features, b: Features) -> float:
    return dot(a.words, b.words) / (a.norm * b.norm)


def _crowded(a: Features, b: Features, both: Sequence[float]) -> float:
    """How much of themes two acts have in common, less where they name many."""
    return sum(both) / (1 + _CROWDED * (max(len(a.topics), len(b.topics)) - 1)) if both else 0.0


_CROWDED = 0.25
"""So much less counts each theme of an act for every other one."""


def _shared(a: Vector, b: Vector) -> list[float]:
    """How much both have of each theme that both have."""
    return [min(score, b[theme]) for theme, score in a.items() if theme in b]


def ranked(pairs: Sequence[QuickLikeness]) -> Iterator[QuickLikeness]:
    """All pairs of two policies with their ranks: 1 where a pair is the best of both its measures."""
    words = _Best((pair, pair.words) for pair in pairs)
    themes = _Best((pair, pair.themes) for pair in pairs)
    for pair in pairs:
        best = pair.words * words.share(pair, pair.words) ** 2
        yield pair._replace(best=best, rank=pair.words * themes.share(pair, pair.themes))


class _Best:
    """The best value of each measure among its pairs."""

    def __init__(self, values: Iterable[tuple[QuickLikeness, float]]) -> None:
        left: dict[int, float] = {}
        right: dict[int, float] = {}
        for (a, b, *_), value in values:
            left[a.place] = max(left.get(a.place, 0.0), value)
            right[b.place] = max(right.get(b.place, 0.0), value)
        self._left: Mapping[int, float] = left
        self._right: Mapping[int, float] = right

    def share(self, pair: QuickLikeness, value: float) -> float:
        """How near a value comes to the best of both measures (geometric mean)."""
        most = (self._left[pair.a.place] * self._right[pair.b.place]) ** 0.5
        return value / most if most else 0.0
