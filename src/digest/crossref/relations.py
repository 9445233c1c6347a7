"""Whether one policy carries out another (vertical), or both stand side by side (peers)."""

from collections.abc import Mapping, Set

from digest.model.corpus import Jurisdiction, Policy
from digest.model.facts import Resolution

PEERS = "peers"


def relation(
    a: Policy,
    b: Policy,
    places: Mapping[str, Jurisdiction],
    resolutions: Mapping[str, Mapping[str, tuple[Resolution, ...]]],
) -> str:
    """How policy ``a`` stands to ``b``: a_implements_b, b_implements_a or peers.

    A policy carries out another when its place lies in the other's place, when policy.toml says so, or when
    it cites the other and stands on a lower level.
    """
    if _carries_out(a, b, places, resolutions):
        return "a_implements_b"
    if _carries_out(b, a, places, resolutions):
        return "b_implements_a"
    return PEERS


def _carries_out(
    lower: Policy,
    upper: Policy,
    places: Mapping[str, Jurisdiction],
    resolutions: Mapping[str, Mapping[str, tuple[Resolution, ...]]],
) -> bool:
    stated = any(
        found.kind == "implements" and found.target == upper.meta.slug for found in lower.meta.relations
    )
    above, own = upper.meta.jurisdiction.value, lower.meta.jurisdiction.value
    if stated or (above is not None and own is not None and above in _places_above(own, places)):
        return True
    cited = any(
        answer.resolves_to == upper.meta.slug
        for answers in resolutions.get(lower.meta.slug, {}).values()
        for answer in answers
    )
    return cited and _level(lower, places) > _level(upper, places)


def _places_above(code: str, places: Mapping[str, Jurisdiction]) -> Set[str]:
    """The codes of all places that a place lies in."""
    found: set[str] = set()
    place = places.get(code)
    while place is not None and place.parent and place.parent not in found:
        found.add(place.parent)
        place = places.get(place.parent)
    return found


_LEVELS = ("nation", "province", "prefecture", "county", "zone")


def _level(policy: Policy, places: Mapping[str, Jurisdiction]) -> int:
    """How far down a policy's place stands; 0 where nobody knows it."""
    place = places.get(policy.meta.jurisdiction.value or "")
    return _LEVELS.index(place.level) if place else 0
