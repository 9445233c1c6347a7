"""The measures that are compared: the acts of clauses, each with the facts found in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole, ClauseFacts, Instrument, Target
from digest.model.matches import Act
from digest.pages.evidence import evidence


class ActKey(NamedTuple):
    """What tells acts apart. A box without text acts in its heading: from 0 to 0."""

    doc: str
    clause: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One act of a policy. ``supports`` and ``targets`` begin in it, ``agencies`` are those of its clause;
    ``anchors`` say where on the clause's page the evidence stands that begins at a place of the text;
    ``support_around`` says that it is part of a support that names several acts at once."""

    policy: Policy
    clause: Clause
    start: int
    end: int
    supports: tuple[Instrument, ...] = ()
    targets: tuple[Target, ...] = ()
    agencies: tuple[AgencyRole, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    support_around: bool = False

    @property
    def doc(self) -> str:
        return self.policy.meta.slug

    @property
    def key(self) -> ActKey:
        return ActKey(self.doc, self.clause.id, self.start, self.end)

    @property
    def in_heading(self) -> bool:
        """Whether the clause has no text and acts in its heading."""
        return self.end == 0

    @property
    def text(self) -> str:
        """The words of the act, or the heading that stands for them."""
        return self.clause.text[self.start : self.end] or self.clause.heading or ""


@dataclass(frozen=True, slots=True)
class Measures:
    """Finds the measure of an act."""

    policies: Mapping[str, Policy]
    clauses: Mapping[tuple[str, str], Clause]

    @classmethod
    def of(cls, corpus: Corpus) -> "Measures":
        """The measures of a corpus."""
        return cls(
            {policy.meta.slug: policy for policy in corpus.policies},
            {
                (policy.meta.slug, clause.id): clause
                for policy in corpus.policies
                for clause in policy.document.clauses
            },
        )

    def of_theme(self, corpus: Corpus, theme: str) -> tuple[Measure, ...]:
        """The measures of a theme, in the order of slugs and texts."""
        keys = {
            ActKey(member.doc, member.clause, *span)
            for member in corpus.theme_members.get(theme, ())
            for span in member.spans or [(0, 0)]
        }
        return tuple(self.in_order(map(self.find, keys)))

    def at(self, act: Act) -> Measure:
        """The measure of an act."""
        return self.find(key_of(act))

    def whole(self, doc: str, clause: str) -> Measure:
        """The whole text of a clause as one measure."""
        return self.find(ActKey(doc, clause, 0, len(self.clauses[doc, clause].text)))

    def find(self, key: ActKey) -> Measure:
        """The measure with a key."""
        policy, clause = self.policies[key.doc], self.clauses[key.doc, key.clause]
        facts = policy.facts.get(clause.id, _NO_FACTS)
        supports = tuple(fact for fact in facts.instruments if key.start <= fact.start < key.end)
        return Measure(
            policy,
            clause,
            key.start,
            key.end,
            supports,
            tuple(fact for fact in facts.targets if key.start <= fact.start < key.end),
            facts.agencies,
            tuple((each.start, each.anchor) for each in evidence(facts)),
            any(fact.start < key.end and key.start < fact.end for fact in facts.instruments),
        )

    @staticmethod
    def in_order(measures: Iterable[Measure]) -> Iterator[Measure]:
        """Measures by slug and place in the text."""
        return iter(sorted(measures, key=lambda each: (each.doc, each.clause.order, each.start, each.end)))


def key_of(act: Act) -> ActKey:
    """The key of an act."""
    start, end = (0, 0) if act.in_heading else (act.start, act.end)
    return ActKey(act.doc, act.clause, start, end)


_NO_FACTS = ClauseFacts()
