"""The ledger of a policy: every clause id ever published."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ledger:
    """``clauses`` holds for each published id the text hashes it had, the newest last; ``aliases`` leads
    from the id of a clause that moved to its new one; ``tombstones`` says why an id is gone."""

    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    tombstones: Mapping[str, str] = field(default_factory=dict)
