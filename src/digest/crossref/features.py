"""What is compared of an act: its words with their weights, its themes, actions, supports and figures."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from digest.crossref.acts import find_acts
from digest.crossref.themes import ThemeFinder
from digest.model.corpus import Policy
from digest.model.facts import ClauseFacts, Instrument
from digest.model.matches import Act, MatchingWords
from digest.text.rarity import UNKNOWN, rarity
from digest.text.words import Segmenter, content_words


@dataclass(frozen=True, slots=True)
class Features:
    """One act as it is compared. ``words`` are weighted, in ``unlisted`` those of a list less; ``mass`` is their sum, ``norm`` their length as a
    vector; ``figures`` are sums and rates of its supports, ``kinds`` their kinds; ``pays`` says that it gives
    support, with a figure or without; ``goal`` that it stands under a goal; ``founds`` is what it sets up.
    ``topic`` are the words of a heading that names a thing (汽车电子) and no action, ``wider`` the themes above it."""

    act: Act
    words: Mapping[str, float]
    unlisted: Mapping[str, float]
    mass: float
    norm: float
    themes: Mapping[str, float]
    actions: frozenset[str]
    kinds: frozenset[str]
    figures: frozenset[tuple[str, float]]
    recipients: frozenset[str]
    pays: bool
    goal: bool
    founds: str | None
    topic: frozenset[str]
    wider: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reader:
    """What acts are read with."""

    segmenter: Segmenter
    themes: ThemeFinder
    words: MatchingWords

    def read(self, policy: Policy) -> tuple[Features, ...]:
        """The acts of a policy with what is compared of them."""
        acts = find_acts(policy.document, self.words)
        cut = [self._words(act.text) for act in acts]
        spread = Counter(word for words in cut for word in words)
        damped = {word: self._weight(word, count / len(acts)) for word, count in spread.items()}
        headings = {clause.id: clause.heading for clause in policy.document.clauses}
        above = {clause.id: headings.get(clause.parent or "") for clause in policy.document.clauses}
        topics = {name: self._topic(heading, damped) for name, heading in headings.items()}
        goals = self._goals(policy)
        return tuple(
            self._features(
                act,
                {word: damped[word] for word in words},
                {word: damped[word] * part for word, part in words.items()},
                headings[act.clause],
                topics[act.clause],
                self.themes.find(above[act.clause] or "", None) if topics[act.clause] else {},
                policy.facts,
                act.clause in goals,
            )
            for act, words in zip(acts, cut, strict=True)
        )

    def _words(self, text: str) -> dict[str, float]:
        """The content words, with 1, or less for one that stands in a list among others."""
        listed = [(found.start(), found.end()) for found in _LIST.finditer(text)]
        words: dict[str, float] = {}
        for word in content_words(self.segmenter.words(text)):
            among = any(start <= word.start < end for start, end in listed)
            words[word.text] = max(words.get(word.text, 0.0), self.words.weights["listed"] if among else 1.0)
        return words

    def _topic(self, heading: str | None, weights: Mapping[str, float]) -> frozenset[str]:
        """The telling words of a heading without a verb; none of a heading that says what is done."""
        if not heading or any(verb in heading for verb in self.words.leading if len(verb) > 1):
            return frozenset()
        words = (word.text for word in content_words(self.segmenter.words(heading)))
        least = self.words.weights["key_weight"]
        return frozenset(word for word in words if weights.get(word, self._weight(word, 0.0)) >= least)

    def _founded(self, text: str) -> str | None:
        """The kind of body an act sets up."""
        verbs, bodies = "|".join(self.words.founding), "|".join(self.words.bodies)
        found = re.search(rf"(?:{verbs})[^，。；]{{2,40}}?({bodies})(?=[，。；、等]|$)", text)
        return found[1] if found else None

    def _goals(self, policy: Policy) -> frozenset[str]:
        found: set[str] = set()
        for clause in policy.document.clauses:
            if clause.parent in found or any(word in (clause.heading or "") for word in self.words.goal_headings):
                found.add(clause.id)
        return frozenset(found)

    def _weight(self, word: str, share: float) -> float:
        """Rare words count much; words of the genre, and of the policy's whole topic, little."""
        weight = rarity().get(word, UNKNOWN) * (1 - share) ** self.words.weights["damping"]
        return weight * self.words.weights["genre"] if word in self.words.genre else weight

    def _features(
        self,
        act: Act,
        words: Mapping[str, float],
        unlisted: Mapping[str, float],
        heading: str | None,
        topic: frozenset[str],
        wider: Mapping[str, float],
        facts: Mapping[str, ClauseFacts], goal: bool
    ) -> Features:
        supports = _supports(act, facts.get(act.clause))
        return Features(
            act=act,
            words=words,
            unlisted=unlisted,
            mass=sum(words.values()),
            norm=sqrt(sum(weight * weight for weight in words.values())) or 1.0,
            themes=self.themes.find(act.text, None if act.in_heading else heading),
            actions=frozenset(
                name for name, verbs in self.words.actions.items() if any(v in act.text for v in verbs.split())
            ),
            kinds=frozenset(support.kind for support in supports),
            figures=frozenset(figure for support in supports for figure in _figures(support)),
            recipients=frozenset(support.recipient_zh for support in supports if support.recipient_zh),
            pays=bool(supports) or any(word in act.text for word in self.words.paying),
            goal=goal,
            topic=topic,
            wider=wider,
            founds=self._founded(act.text),
        )


_LIST = re.compile(r"[^、，。；（）]{1,9}(?:、[^、，。；（）]{1,9}){2,}")


def _supports(act: Act, facts: ClauseFacts | None) -> list[Instrument]:
    """The supports that an act grants."""
    if facts is None or act.in_heading:
        return []
    return [each for each in facts.instruments if act.start <= each.start < act.end]


def _figures(support: Instrument) -> Iterable[tuple[str, float]]:
    if support.rate_percent is not None:
        yield "rate", support.rate_percent
    for cap in support.caps:
        yield "cap", cap.amount_yuan
    for tier in support.tiers:
        if tier.amount_yuan is not None:
            yield "tier", tier.amount_yuan
    for name, value in (
        ("unit", support.unit_amount_yuan),
        ("fixed", support.fixed_yuan),
        ("fund", support.fund_yuan),
    ):
        if value is not None:
            yield name, value
