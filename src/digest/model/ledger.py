"""The ledger of a policy: every clause id ever published, and what stood there."""

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
class Tombstone:
    """A clause that is gone: ``since`` which day (ISO 8601, empty when not known), ``why`` in the editors' words
    (may be empty), and the ids of the clauses that replaced it."""

    since: str = ""
    why: str = ""
    replaced_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """``clauses`` holds for each published id the wordings it had, the newest last, in the order of the text. Of
    wordings from before the ledger kept words a string is left, the ``text_hash`` of the clause's text.
    ``aliases`` leads from the id of a clause that moved to its new one, ``tombstones`` tells of those that are gone.

    An id is never used for another clause, so a clause of a later text may need another id than its number gives:
    ``ids`` leads from the one to the other (``art3`` -> ``art3-2``). ``confirmed`` are the ids of clauses that an
    editor calls the same although they read quite differently, with the ``text_hash`` of their words now.
    """

    clauses: Mapping[str, tuple[Wording | str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    confirmed: Mapping[str, str] = field(default_factory=dict)

    def last(self, name: str) -> Wording | None:
        """How a clause read when it was last published; None where that is not known."""
        found = self.clauses.get(name, ())
        return found[-1] if found and isinstance(found[-1], Wording) else None

    def end(self, name: str) -> str:
        """The id at the end of the aliases that begin at one; the id itself where there is none."""
        seen = {name}
        while (target := self.aliases.get(name, name)) not in seen:
            seen.add(name := target)
        return name
