"""The ledger of a policy: every clause id ever published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Wording(NamedTuple):
    """A clause as it reads: ``label`` and ``heading`` as printed, empty where there is none, and its own text."""

    label: str = ""
    heading: str = ""
    text: str = ""

    @property
    def words(self) -> str:
        """What tells clauses apart: heading and text, without the number."""
        return "\n".join(filter(None, (self.heading, self.text)))


@dataclass(frozen=True, slots=True)
class Ledger:
    """``clauses`` holds for each published id the text hashes it had, the newest last; ``aliases`` leads
    from the id of a clause that moved to its new one; ``tombstones`` says why an id is gone."""

    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    tombstones: Mapping[str, str] = field(default_factory=dict)
