"""The English of a policy as its translators keep it (en.po), before it is joined to the clauses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TITLE = "title"
"""The context of the entry that holds the policy's title; no clause id looks like it."""

MACHINE_DRAFT = "digest: machine draft"
"""The comment line of an entry nobody has read against the Chinese yet. It is a comment and no flag,
because gettext's tools drop every flag they do not know, and a lost mark would claim a review."""

FILLED = "digest: from "
"""How the comment begins that names the clause from which English was filled in."""

OFFERED = "digest: offered from "
"""The same of a fuzzy entry that has never had English of its own: until somebody adapts what is offered, it has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of en.po.

    ``context`` is a clause id or ``TITLE``; for a phrase its field stands behind it (``3.2/recipient``). ``zh`` and ``en``
    hold heading and text, separated by an empty line where there are both. ``was_zh`` is the Chinese that a ``fuzzy``
    translation belongs to, None where the file does not say. ``notes`` are the translators' comments, a line each; ``line``
    is where the entry stands in its file (0 for a new one).
    """

    context: str
    zh: str
    en: str
    was_zh: str | None = None
    fuzzy: bool = False
    obsolete: bool = False
    notes: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def belongs_to(self) -> str:
        """The Chinese that was translated."""
        return self.zh if self.was_zh is None else self.was_zh

    @property
    def offered(self) -> bool:
        """Whether the English is only that of a clause like this one."""
        return self.fuzzy and any(note.startswith(OFFERED) for note in self.notes)

    @property
    def state(self) -> str:
        """``reviewed | machine | stale | missing``."""
        if not self.en or self.offered:
            return "missing"
        if self.fuzzy:
            return "stale"
        return "machine" if MACHINE_DRAFT in self.notes else "reviewed"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """en.po of one policy. ``about`` is the comment above the header, ``header`` its fields in order;
    ``path`` names the file in messages."""

    path: str = ""
    about: str = ""
    header: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
