"""How like two measures are: a few numbers that a small linear model joins (``weights.py``)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from digest.crossref.features import Features, cosine, dot
from digest.model.matches import Act, ActKey, key_of


class Likeness(NamedTuple):
    """What two measures have in common, each from 0 to 1 or a little more.

    ``words`` is the root of the cosine of their pairs of characters, ``act`` that of the two acts that are most alike,
    ``told`` says how much
    of themes two acts have in common, more where these share words; ``figures`` how many sums and rates.

    Themes count by the words that vouch for them: ``named`` is the theme that two acts name most, ``themes`` the
    cosine of all themes, ``rank`` how near this comes to the best of each measure in the other policy; all times
    ``words``, and so is ``best``, how near the words come to the best.
    """

    words: float
    act: float
    told: float
    named: float
    themes: float
    figures: float
    best: float = 0.0
    rank: float = 0.0


class ActLikeness(NamedTuple):
    """What two acts have in common: the cosines of their words (``wording``) and of their pairs of characters
    (``close``), how much of themes both name, the theme that both name most, and figures."""

    wording: float
    close: float
    themes: float
    named: float
    figures: int

    @property
    def told(self) -> float:
        """Themes that both name, more where the words agree."""
        return min(_MOST, self.themes * (0.5 + 2 * self.wording))


_MOST = 1.5
"""More of a theme than this says nothing more."""


class ComparedActs(NamedTuple):
    """Two acts and what they have in common."""

    a: Features
    b: Features
    common: ActLikeness


class Compared(NamedTuple):
    """Two measures: what they have in common, and each act of one beside each of the other."""

    likeness: Likeness
    acts: tuple[ComparedActs, ...]

    @property
    def a(self) -> Act:
        """The first act of the first measure."""
        return self.acts[0].a.act

    @property
    def b(self) -> Act:
        """The first act of the second measure."""
        return self.acts[0].b.act

    @classmethod
    def of(cls, a: Sequence[Features], b: Sequence[Features]) -> "Compared":
        """Two measures, each as its acts. The ranks are left at 0: they need all pairs of two policies (``ranked``)."""
        acts = tuple(ComparedActs(one, other, _of_acts(one, other)) for one in a for other in b)
        left, right = a[0].whole, b[0].whole
        words = dot(left.grams, right.grams) ** 0.5
        figures = len(_figures(a) & _figures(b))
        return cls(
            Likeness(
                words=words,
                act=max(each.common.close for each in acts) ** 0.5,
                told=max(each.common.told for each in acts),
                named=words * max(each.common.named for each in acts),
                themes=words * cosine(left.themes, right.themes),
                figures=min(figures, _FIGURES) / _FIGURES,
            ),
            acts,
        )


_FIGURES = 3  # so many figures in common count in full


def _of_acts(a: Features, b: Features) -> ActLikeness:
    both = [min(score, b.topics[theme]) for theme, score in a.topics.items() if theme in b.topics]
    crowd = 1 + _CROWDED * (max(len(a.topics), len(b.topics)) - 1)
    return ActLikeness(
        dot(a.words, b.words) / (a.norm * b.norm),
        dot(a.grams, b.grams),
        sum(both) / crowd if both else 0.0,
        max(both, default=0.0),
        len(a.figures & b.figures),
    )


_CROWDED = 0.25
"""So much less counts each theme of an act for every other one."""


def _figures(acts: Iterable[Features]) -> frozenset[tuple[str, float]]:
    return frozenset(figure for act in acts for figure in act.figures)


def ranked(pairs: Sequence[Compared]) -> Iterator[Compared]:
    """All pairs of two policies with their ranks: 1 where a pair is the best of both its measures."""
    words, themes = _Best(), _Best()
    for pair in pairs:
        words.see(pair, pair.likeness.words)
        themes.see(pair, _themes(pair))
    for pair in pairs:
        own = pair.likeness
        best, rank = (
            own.words * words.share(pair, own.words) ** 2,
            own.words * themes.share(pair, _themes(pair)),
        )
        yield pair._replace(likeness=own._replace(best=best, rank=rank))


def _themes(pair: Compared) -> float:
    """The cosine of the themes of two measures."""
    return pair.likeness.themes / pair.likeness.words if pair.likeness.words else 0.0


class _Best:
    """The best value of each measure among its pairs."""

    def __init__(self) -> None:
        self.values: dict[ActKey, float] = {}

    def see(self, pair: Compared, value: float) -> None:
        for act in (pair.a, pair.b):
            self.values[key_of(act)] = max(self.values.get(key_of(act), 0.0), value)

    def share(self, pair: Compared, value: float) -> float:
        """How near a value comes to the best of both measures (geometric mean)."""
        most = (self.values[key_of(pair.a)] * self.values[key_of(pair.b)]) ** 0.5
        return value / most if most else 0.0
