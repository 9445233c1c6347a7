"""Which policies are editions of one work: texts of which one supersedes the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Continued(NamedTuple):
    """A clause of an earlier edition and the one of a later edition that continues its wording. ``how``: same |
    reworded | merged (its words stand in a clause that continues another) | split (the words of the later one stood in
    an earlier one that another continues). ``figures`` are those that differ, old and new, empty where one has no
    counterpart."""

    old: str
    new: str
    how: str
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EditionPair:
    """Two editions beside each other: what continues, in the order of the later text. ``dropped`` are clauses of the
    earlier one that nothing continues, with their keywords, where the later text uses none of these."""

    continued: tuple[Continued, ...] = ()
    dropped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Editions:
    """``earlier`` are, by slug, the policies that each one supersedes, itself or through others. A draft counts: it
    supersedes nothing yet, and is no text of another place either. ``beside`` is each of them beside each later one, by
    the slugs of the earlier and the later."""

    earlier: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beside: Mapping[tuple[str, str], EditionPair] = field(default_factory=dict)

    def are(self, one: str, other: str) -> bool:
        """Whether two policies are editions of one work."""
        return other in self.earlier.get(one, ()) or one in self.earlier.get(other, ())


NO_EDITIONS = Editions()
"""Those of policies of which none supersedes another."""
