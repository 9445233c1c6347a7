"""What is compared of an act: its words with their weights, its themes, actions, supports and figures.

Everything follows from the policy alone and from tables that ship with the program, so a pair of acts
scores the same whatever else a site holds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from digest.crossref.acts import find_acts
from digest.crossref.themes import ThemeFinder
from digest.model.corpus import Policy
from digest.model.document import Clause, Document
from digest.model.facts import ClauseFacts, Instrument
from digest.model.matches import Act, MatchingWords
from digest.text.rarity import UNKNOWN, rarity
from digest.text.words import Segmenter, content_words


class Surroundings(NamedTuple):
    """What an act takes from its clause: ``lent`` are the themes of the heading, ``topic`` the telling words
    of a heading that names a thing and no action (汽车电子), ``wider`` the themes above such a heading;
    ``goal`` says that the clause stands under a goal; ``subject`` are the words the whole policy is
    about, none where no word recurs."""

    lent: Mapping[str, float]
    topic: frozenset[str]
    wider: Mapping[str, float]
    goal: bool
    subject: frozenset[str]


@dataclass(frozen=True, slots=True)
class Features:
    """One act as it is compared.

    ``words`` are weighted, those of a list less, and stand in the same order in all acts, words that are
    rare anywhere first; ``mass`` is their sum, ``norm`` their length as a vector. ``figures`` are the sums
    and rates of its supports, ``kinds`` their kinds; ``pays`` says that it gives support, with a figure or
    without, ``rules`` that it commands or forbids; ``founds`` is the kind of body it sets up.
    """

    act: Act
    words: Mapping[str, float]
    mass: float
    norm: float
    themes: Mapping[str, float]
    actions: frozenset[str]
    kinds: frozenset[str]
    figures: frozenset[tuple[str, float]]
    recipients: frozenset[str]
    pays: bool
    rules: bool
    founds: str | None
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Reader:
    """What acts are read with; the patterns are made from the words once."""

    segmenter: Segmenter
    themes: ThemeFinder
    words: MatchingWords
    genre: frozenset[str] = field(init=False, repr=False)
    patterns: "_Patterns" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "genre", frozenset(self.words.genre))
        object.__setattr__(self, "patterns", _Patterns.of(self.words))

    def read(self, policy: Policy) -> tuple[Features, ...]:
        """The acts of a policy with what is compared of them."""
        acts = find_acts(policy.document, self.words)
        cut = [self._words(act.text) for act in acts]
        spread = Counter(word for words in cut for word in words)
        share = len(acts) + _SMALL
        weights = {word: self._weight(word, (count - 1) / share) for word, count in spread.items()}
        subject = self._subject(spread, len(acts))
        around = self._surroundings(policy.document, weights, subject, {act.clause for act in acts})
        return tuple(
            self._features(act, words, weights, around[act.clause], policy.facts.get(act.clause))
            for act, words in zip(acts, cut, strict=True)
        )

    def _words(self, text: str) -> Mapping[str, float]:
        """The content words, with 1, or less for one that stands in a list among others."""
        listed = [found.span() for found in _LIST.finditer(text)]
        words: dict[str, float] = {}
        for word in content_words(self.segmenter.words(text)):
            among = any(start <= word.start < end for start, end in listed)
            words[word.text] = max(words.get(word.text, 0.0), self.words.weights.listed if among else 1.0)
        return words

    def _weight(self, word: str, share: float) -> float:
        """Rare words count much; words of the genre, and of the policy's whole topic, little."""
        weight = rarity().get(word, UNKNOWN) * float((1 - share) ** self.words.weights.damping)
        return weight * self.words.weights.genre if word in self.genre else weight

    def _order(self, word: str) -> tuple[float, str]:
        """The place of a word in every act: those first that are rare anywhere."""
        return -self._weight(word, 0.0), word

    def _surroundings(
        self, document: Document, weights: Mapping[str, float], subject: frozenset[str], wanted: set[str]
    ) -> Mapping[str, Surroundings]:
        clauses = {clause.id: clause for clause in document.clauses}
        goals: set[str] = set()
        found = {}
        for clause in document.clauses:
            if clause.parent in goals or any(
                word in (clause.heading or "") for word in self.words.goal_headings
            ):
                goals.add(clause.id)
            if clause.id in wanted:
                above = clauses.get(clause.parent or "")
                around = self._around(clause, above, weights)
                found[clause.id] = Surroundings(*around, clause.id in goals, subject)
        return found

    def _subject(self, spread: Mapping[str, int], acts: int) -> frozenset[str]:
        """The words that a policy uses most, in several acts, for how rare they are elsewhere."""
        weight = {
            word: count / acts * rarity().get(word, UNKNOWN)
            for word, count in spread.items()
            if count > 1 and word not in self.genre
        }
        best = sorted(weight, key=lambda word: (-weight[word], word))
        return frozenset(best[: self.words.weights.subject_words])

    def _around(
        self, clause: Clause, above: Clause | None, weights: Mapping[str, float]
    ) -> tuple[Mapping[str, float], frozenset[str], Mapping[str, float]]:
        if not clause.heading:
            return {}, frozenset(), {}
        topic = self._topic(clause.heading, weights)
        wider = self.themes.scores(above.heading) if above and above.heading and topic else {}
        return self.themes.scores(clause.heading), topic, wider

    def _topic(self, heading: str, weights: Mapping[str, float]) -> frozenset[str]:
        if self.patterns.acting.search(heading):
            return frozenset()
        words = (word.text for word in content_words(self.segmenter.words(heading)))
        least = self.words.weights.telling
        return frozenset(word for word in words if weights.get(word, self._weight(word, 0.0)) >= least)

    def _features(
        self,
        act: Act,
        words: Mapping[str, float],
        weights: Mapping[str, float],
        around: Surroundings,
        facts: ClauseFacts | None,
    ) -> Features:
        supports = facts.granted(act.start, act.end) if facts and not act.in_heading else ()
        weighted = {word: weights[word] * words[word] for word in sorted(words, key=self._order)}
        founded = self.patterns.founding.search(act.text)
        return Features(
            act=act,
            words=weighted,
            mass=sum(weighted.values()),
            norm=sqrt(sum(weight * weight for weight in weighted.values())) or 1.0,
            themes=self.themes.find(act.text, {} if act.in_heading else around.lent),
            actions=frozenset(
                name for name, verbs in self.patterns.actions.items() if verbs.search(act.text)
            ),
            kinds=frozenset(support.kind for support in supports),
            figures=frozenset(figure for support in supports for figure in _figures(support)),
            recipients=frozenset(support.recipient_zh for support in supports if support.recipient_zh),
            pays=bool(supports) or self.patterns.paying.search(act.text) is not None,
            rules=self.patterns.norms.search(act.text) is not None,
            founds=founded["body"] if founded else None,
            around=around,
        )


class _Patterns(NamedTuple):
    acting: re.Pattern[str]
    paying: re.Pattern[str]
    norms: re.Pattern[str]
    founding: re.Pattern[str]
    actions: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, words: MatchingWords) -> "_Patterns":
        return cls(
            acting=re.compile("|".join(verb for verb in words.leading if len(verb) > 1)),
            paying=re.compile("|".join(words.paying)),
            norms=re.compile("|".join(words.norms)),
            founding=re.compile(
                rf"(?:{'|'.join(words.founding)})[^，。；]{{2,40}}?(?P<body>{'|'.join(words.bodies)})(?=[，。；、等]|$)"
            ),
            actions={name: re.compile("|".join(verbs.split())) for name, verbs in words.actions.items()},
        )


_SMALL = 5
"""So many acts are added to those of a policy, so that the words of a short one are not all its topic."""

_LIST = re.compile(r"[^、，。；（）]{1,9}(?:、[^、，。；（）]{1,9}){2,}")


def _figures(support: Instrument) -> Iterable[tuple[str, float]]:
    """The rates and sums of a support in yuan, each with its part in it."""
    if support.rate_percent is not None:
        yield "rate", support.rate_percent
    yield from (("cap", cap.amount_yuan) for cap in support.caps if cap.currency == "CNY")
    if support.currency != "CNY":
        return
    yield from (("tier", tier.amount_yuan) for tier in support.tiers if tier.amount_yuan is not None)
    sums = {"unit": support.unit_amount_yuan, "fixed": support.fixed_yuan, "fund": support.fund_yuan}
    yield from ((name, value) for name, value in sums.items() if value is not None)
