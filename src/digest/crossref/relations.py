"""Whether one policy carries out another (vertical), or both stand side by side (peers)."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.model.corpus import Jurisdiction, Policy
from digest.model.facts import Resolutions

PEERS = "peers"


@dataclass(frozen=True, slots=True)
class Relations:
    """Tells how two policies stand to each other. ``policies`` are keyed by slug, ``places`` by code;
    ``cited`` are the slugs of the policies that each one cites."""

    policies: Mapping[str, Policy]
    places: Mapping[str, Jurisdiction]
    cited: Mapping[str, AbstractSet[str]]

    @classmethod
    def of(
        cls,
        policies: Iterable[Policy],
        places: Mapping[str, Jurisdiction],
        resolutions: Resolutions,
    ) -> "Relations":
        """The relations of a collection, with the citations of its clauses."""
        cited = {
            slug: frozenset(
                found.resolves_to for every in clauses.values() for found in every if found.resolves_to
            )
            for slug, clauses in resolutions.items()
        }
        return cls({policy.meta.slug: policy for policy in policies}, places, cited)

    def between(self, a: str, b: str) -> str:
        """How policy ``a`` stands to ``b``: a_implements_b, b_implements_a or peers.

        A policy carries out another when policy.toml says so, or when it cites the other and stands on a lower level. That
        its place lies in the other's is not enough: the other may be younger, or on another matter.
        """
        if self._carries_out(a, b):
            return "a_implements_b"
        return "b_implements_a" if self._carries_out(b, a) else PEERS

    def _carries_out(self, lower: str, upper: str) -> bool:
        meta = self.policies[lower].meta
        return any(stated.kind == "implements" and stated.target == upper for stated in meta.relations) or (
            upper in self.cited.get(lower, ()) and self._level(lower) > self._level(upper)
        )

    def _level(self, slug: str) -> int:
        """How far down a policy's place stands; 0 where nobody knows it."""
        place = self.places.get(self.policies[slug].meta.jurisdiction.value or "")
        return _LEVELS.index(place.level) if place else 0


_LEVELS = ("nation", "province", "prefecture", "county", "zone")
