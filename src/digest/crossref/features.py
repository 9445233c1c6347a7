"""What is compared of measures: the words of each and of its acts, weighted, their themes and figures.

Everything follows from the policy alone and from tables that ship with the program, so two measures compare the same
whatever else a site holds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import fsum, log, sqrt
from operator import add
from typing import NamedTuple

from digest.crossref.acts import find_acts
from digest.crossref.themes import ThemeFinder
from digest.model.corpus import Jurisdiction, Policy
from digest.model.document import Clause, Document
from digest.model.facts import Instrument
from digest.model.matches import Act, MatchingWords
from digest.model.vocabulary import any_of
from digest.regex import regex
from digest.text.rarity import UNKNOWN, rarity
from digest.text.segmenter import Segmenter, Word, content_words

TELLING = 2.0
"""Weight from which a word tells what an act is about."""

Vector = Mapping[str, float]
"""Words or themes with their weights; of length 1 where a docstring says so."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a policy is about as a whole. ``words`` are its content words by how often it uses them and how rare they are
    elsewhere, of length 1; the ``subject`` are the few that it uses most. A ``law`` commands or forbids (应当, 不得) in
    most of its measures."""

    words: Vector
    subject: frozenset[str]
    law: bool


class MeasureFeatures(NamedTuple):
    """A measure as a whole. ``grams`` are the pairs of characters of its heading and text, of length 1. ``themes`` say how
    much it is about each theme: less for a theme that many measures of its policy have, and for one among many.
    ``lent`` are the themes of its heading; ``profile`` is that of its policy."""

    grams: Vector
    themes: Vector
    lent: Vector
    profile: Profile


class Features(NamedTuple):
    """One act as it is compared.

    ``words`` are weighted, those of a list less; ``norm`` is their length as a vector. ``themes`` run from 0 to 1;
    ``topics`` are the same, less for a theme that many measures of the policy have.
    ``figures`` are the sums and rates of its supports, ``kinds`` their kinds. ``whole`` is the measure it is part of.
    """

    act: Act
    words: Vector
    norm: float
    grams: Vector
    themes: Vector
    topics: Vector
    kinds: frozenset[str]
    figures: frozenset[tuple[str, float]]
    whole: MeasureFeatures


@dataclass(frozen=True, slots=True)
class FeatureReader:
    """What measures are read with; ``places``, by code, are those whose names may differ between copies of one text."""

    segmenter: Segmenter
    themes: ThemeFinder
    words: MatchingWords
    places: Mapping[str, Jurisdiction] = field(default_factory=dict)
    genre: frozenset[str] = field(init=False, repr=False)
    norms: re.Pattern[str] = field(init=False, repr=False)
    formula: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "genre", frozenset(self.words.genre))
        object.__setattr__(self, "formula", regex(any_of(self.words.formula)))
        object.__setattr__(self, "norms", regex(any_of(self.words.norms)))

    def read(self, policy: Policy) -> tuple[Features, ...]:
        """The acts of a policy with what is compared of them, in the order of the text."""
        measures = self._measures(policy.document)
        spread = Counter(word for measure in measures for word in measure.cut.counts())
        size = len(measures) + _SMALL
        # Each word once for all acts, not once for each: what is compared is kept for the whole site.
        weights = {word: (word, self._weight(word, (count - 1) / size)) for word, count in spread.items()}
        places = {word: place for place, word in enumerate(sorted(spread, key=self._order))}
        profile = self._profile(spread, measures)
        worth = {} if profile.law else self._worth(measures)
        title = {} if profile.law else self.themes.scores(policy.meta.title_zh.value or "")
        pairs = [_pairs(measure.text, self.formula) for measure in measures]
        grams = _Grams.of(pairs)
        found = []
        for measure, whole_pairs in zip(measures, pairs, strict=True):
            whole = MeasureFeatures(
                grams=grams.vector(whole_pairs),
                themes=_valued(measure.themes, worth)
                or {theme: _LENT * score for theme, score in title.items()},
                lent=measure.lent,
                profile=profile,
            )
            facts = policy.facts.get(measure.clause.id)
            for act, named in zip(measure.acts, measure.named, strict=True):
                words = measure.cut.within(act)
                ordered = ((*weights[word], words[word]) for word in sorted(words, key=places.__getitem__))
                weighted = {word: weight * share for word, weight, share in ordered}
                supports = facts.granted(act.start, act.end) if facts and not act.in_heading else ()
                found.append(
                    Features(
                        act=act,
                        words=weighted,
                        norm=_norm(weighted),
                        grams=grams.vector(_pairs(act.text, self.formula)),
                        themes=named,
                        topics=_valued(named, worth),
                        kinds=frozenset(support.kind for support in supports),
                        figures=frozenset(figure for support in supports for figure in _figures(support)),
                        whole=whole,
                    )
                )
        return tuple(found)

    def _measures(self, document: Document) -> list["_Measure"]:
        """The measures of a document, each with its words and themes."""
        acts: dict[str, list[Act]] = {}
        for act in find_acts(document, self.words):
            acts.setdefault(act.clause, []).append(act)
        clauses = {clause.id: clause for clause in document.clauses}
        found = []
        for name, inside in acts.items():
            clause = clauses[name]
            lent = self.themes.scores(clause.heading or "")
            named = [self.themes.find(act.text, lent) for act in inside]
            themes = self._themes(named, lent, _headings_above(clause, clauses))
            found.append(_Measure(clause, inside, self._cut(clause), lent, named, themes))
        return found

    def _worth(self, measures: Sequence["_Measure"]) -> Vector:
        """What each theme counts in a policy: less the more of its measures have it. In a law none counts: its measures
        are duties, and no offers."""
        held = Counter(theme for measure in measures for theme in measure.themes)
        size = len(measures) + _SMALL
        focus = {theme.id: theme.focus for theme in self.themes.themes}
        return {theme: focus[theme] * self._spared((count - 1) / size) for theme, count in held.items()}

    def _profile(self, spread: Mapping[str, int], measures: Sequence["_Measure"]) -> Profile:
        """What a policy is about, from the number of measures with each word."""
        weight = {
            word: (1 + log(count)) * rarity().get(word, UNKNOWN)
            for word, count in spread.items()
            if word not in self.genre
        }
        several = {word: spread[word] * rarity().get(word, UNKNOWN) for word in weight if spread[word] > 1}
        most = sorted(several, key=lambda word: (-several[word], word))
        rules = sum(any(self.norms.search(act.text) for act in measure.acts) for measure in measures)
        return Profile(
            unit(weight), frozenset(most[: self.words.weights.subject_words]), rules > _LAW * len(measures)
        )

    def _cut(self, clause: Clause) -> "_Cut":
        """The content words of a clause's heading and text."""
        heading = clause.heading or ""
        text = f"{heading}。{clause.text}"
        listed = [found.span() for found in _LIST.finditer(text)]
        words = [
            (
                word,
                self.words.weights.listed if any(start <= word.start < end for start, end in listed) else 1.0,
            )
            for word in content_words(self.segmenter.words(text))
        ]
        return _Cut(tuple(words), len(heading) + 1)

    def _weight(self, word: str, share: float) -> float:
        """Rare words count much; words of the genre, and of the policy's whole topic, little."""
        weight = rarity().get(word, UNKNOWN) * self._spared(share)
        return weight * self.words.weights.genre if word in self.genre else weight

    def _spared(self, share: float) -> float:
        """What is left of a weight that such a share of a policy's other measures has."""
        return float((1 - share) ** self.words.weights.damping)

    def _themes(self, acts: Iterable[Vector], lent: Vector, above: Iterable[str]) -> Vector:
        """The themes of a measure: those of its acts and its heading, else of the nearest heading above with one."""
        found: dict[str, float] = {
            theme: _HEADED * max(score, _NAMED) for theme, score in lent.items() if score >= _HINTED
        }
        for each in acts:
            for theme, score in each.items():
                found[theme] = max(found.get(theme, 0.0), score)
        if not found:
            nearest = next((scores for scores in map(self.themes.scores, above) if scores), {})
            found = {theme: _LENT * score for theme, score in nearest.items()}
        crowd = 1 + _CROWDED * (len(found) - 1)
        return {theme: score / crowd for theme, score in found.items()}

    def _order(self, word: str) -> tuple[float, str]:
        """The place of a word in every act: those first that are rare anywhere."""
        return -self._weight(word, 0.0), word


_LAW = 0.5
"""A text is one of rules where so large a share of its measures commands or forbids."""

_SMALL = 5
"""So many measures are added to those of a policy, so that the words of a short one are not all its topic."""

_LENT = 0.6  # of what a theme scores in a heading above, for a measure that names none
_HINTED, _NAMED, _HEADED = 0.3, 0.6, 1.2  # a theme that the heading hints at counts as named there, and more
_CROWDED = 0.12  # so much less counts each theme of a measure for every other one

_LIST = regex(r"[^、，。；（）]{1,9}(?:、[^、，。；（）]{1,9}){2,}")


def _valued(themes: Vector, worth: Vector) -> Vector:
    return {theme: score * worth[theme] for theme, score in themes.items() if theme in worth}


def dot(a: Vector, b: Vector) -> float:
    """The product of two vectors, the same in whatever order their words stand."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return fsum([weight * many[word] for word, weight in few.items() if word in many])


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of the angle between two vectors; 0 where one is empty."""
    length = (dot(a, a) * dot(b, b)) ** 0.5
    return dot(a, b) / length if length else 0.0


def unit(weights: Vector) -> Vector:
    """A vector of length 1 in the same direction; words without weight are left out."""
    norm = _norm(weights)
    return {word: weight / norm for word, weight in weights.items() if weight}


def _norm(weights: Vector) -> float:
    return sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def _figures(support: Instrument) -> Iterator[tuple[str, float]]:
    """The rates and sums of a support in yuan, each with its part in it."""
    if support.rate_percent is not None:
        yield "rate", support.rate_percent
    yield from (("cap", cap.amount_yuan) for cap in support.caps if cap.currency == "CNY")
    if support.currency != "CNY":
        return
    yield from (("tier", tier.amount_yuan) for tier in support.tiers if tier.amount_yuan is not None)
    sums = {"unit": support.unit_amount_yuan, "fixed": support.fixed_yuan, "fund": support.fund_yuan}
    yield from ((name, value) for name, value in sums.items() if value is not None)


class _Cut(NamedTuple):
    """The words of a clause's heading and text, each with 1, or less in a list; the text begins at ``start``."""

    words: tuple[tuple[Word, float], ...]
    start: int

    def counts(self) -> Mapping[str, int]:
        """How often each word stands there."""
        return Counter(word.text for word, _ in self.words)

    def within(self, act: Act) -> Mapping[str, float]:
        """The words of an act, each with what it counts at its best place."""
        shift = 0 if act.in_heading else self.start
        found: dict[str, float] = {}
        for word, listed in self.words:
            if act.start + shift <= word.start < act.end + shift:
                found[word.text] = max(found.get(word.text, 0.0), listed)
        return found


@dataclass(frozen=True, slots=True)
class _Grams:
    """Pairs of Chinese characters, which weigh more the fewer measures of the policy have them. ``weights`` hold each pair
    once, as the one string that all vectors share."""

    weights: Mapping[str, tuple[str, float]]

    @classmethod
    def of(cls, texts: Iterable[Mapping[str, int]]) -> "_Grams":
        """The pairs of some measures, each as how often it has each."""
        found = list(texts)
        spread = Counter(pair for pairs in found for pair in pairs)
        return cls({pair: (pair, log((len(found) + 1) / count)) for pair, count in spread.items()})

    def vector(self, pairs: Mapping[str, int]) -> Vector:
        """The pairs of a text, as a vector of length 1; a second mention counts less than the first."""
        known = ((*self.weights[pair], times) for pair, times in pairs.items() if pair in self.weights)
        return unit({pair: weight * (1 + log(times)) for pair, weight, times in known})


def _pairs(text: str, formula: re.Pattern[str]) -> Mapping[str, int]:
    """How often a text has each pair of Chinese characters, without the words of how support is paid (``formula``)."""
    runs = _HAN.findall(formula.sub(" ", text))
    return Counter(chain.from_iterable(map(add, run, run[1:]) for run in runs))


_HAN = regex(r"[\u4e00-\u9fff]{2,}")


class _Measure(NamedTuple):
    """A clause with its acts: ``lent`` are the themes of its heading, ``named`` those of each act, ``themes`` its own."""

    clause: Clause
    acts: Sequence[Act]
    cut: _Cut
    lent: Vector
    named: Sequence[Vector]
    themes: Vector

    @property
    def text(self) -> str:
        """The heading and the text."""
        return f"{self.clause.heading or ''}。{self.clause.text}"


def _headings_above(clause: Clause, clauses: Mapping[str, Clause]) -> Iterator[str]:
    """The headings above a clause, the nearest first."""
    while clause.parent is not None:
        clause = clauses[clause.parent]
        yield clause.heading or ""
