"""The measures that are compared: the acts of clauses, each with the facts found in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole, ClauseFacts, Instrument, Target
from digest.model.matches import Act, ActKey, ThemeMember, key_of


@dataclass(frozen=True, slots=True)
class Measure:
    """One act of a policy. ``supports`` and ``targets`` are those whose words overlap it, ``agencies`` those of its
    clause."""

    policy: Policy
    clause: Clause
    start: int
    end: int
    supports: tuple[Instrument, ...] = ()
    targets: tuple[Target, ...] = ()
    agencies: tuple[AgencyRole, ...] = ()

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
        """The words of the act, or the heading that names it."""
        return self.clause.text[self.start : self.end] or self.clause.heading or ""


@dataclass(frozen=True, slots=True)
class Measures:
    """Finds the measure of an act, which many comparisons ask for."""

    policies: Mapping[str, Policy]
    clauses: Mapping[tuple[str, str], Clause]
    _known: dict[ActKey, Measure] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, policies: Iterable[Policy]) -> "Measures":
        """The measures of some policies."""
        known = {policy.meta.slug: policy for policy in policies}
        return cls(
            known,
            {
                (slug, clause.id): clause
                for slug, policy in known.items()
                for clause in policy.document.clauses
            },
        )

    def of_members(self, members: Iterable[ThemeMember]) -> tuple[Measure, ...]:
        """The measures of a theme, in the order of slugs and texts."""
        keys = {ActKey(each.doc, each.clause, *span) for each in members for span in each.spans or [(0, 0)]}
        return tuple(self.in_order(map(self.find, keys)))

    def at(self, act: Act) -> Measure:
        """The measure of an act."""
        return self.find(key_of(act))

    def whole(self, doc: str, clause: str) -> Measure:
        """The whole text of a clause as one measure."""
        return self.find(ActKey(doc, clause, 0, len(self.clauses[doc, clause].text)))

    def find(self, key: ActKey) -> Measure:
        """The measure with a key."""
        if key not in self._known:
            self._known[key] = self._found(key)
        return self._known[key]

    def _found(self, key: ActKey) -> Measure:
        policy, clause = self.policies[key.doc], self.clauses[key.doc, key.clause]
        facts = policy.facts.get(clause.id, _NO_FACTS)
        return Measure(
            policy,
            clause,
            key.start,
            key.end,
            facts.granted(key.start, key.end),
            tuple(fact for fact in facts.targets if fact.start < key.end and key.start < fact.end),
            facts.agencies,
        )

    @staticmethod
    def in_order(measures: Iterable[Measure]) -> Iterator[Measure]:
        """Measures by slug and place in the text."""
        return iter(sorted(measures, key=lambda each: (each.doc, each.clause.order, each.start, each.end)))


_NO_FACTS = ClauseFacts()
