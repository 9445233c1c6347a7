"""Which policies are editions of one work: texts of which one supersedes the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Editions:
    """``earlier`` are, by slug, the policies that each one supersedes, itself or through others. A draft counts: it
    supersedes nothing yet, and is no text of another place either."""

    earlier: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def are(self, one: str, other: str) -> bool:
        """Whether two policies are editions of one work."""
        return other in self.earlier.get(one, ()) or one in self.earlier.get(other, ())

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each earlier edition with each later one, sorted."""
        return tuple(sorted((old, new) for new, found in self.earlier.items() for old in found if old != new))


NO_EDITIONS = Editions()
"""Those of policies of which none supersedes another."""
