"""The log of changes: what was published on which day.

A version here is the ``short_hash`` of a clause's heading and text; empty where nobody knows the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

CHANGED, ADDED, MOVED, GONE = HOW = ("changed", "added", "moved", "gone")
"""What happens to a clause."""

NEW, EDITION, AMENDED, ENDED, RESTORED = KINDS = ("new", "edition", "amended", "ended", "restored")
"""What happens to a policy: it comes; it supersedes others, be it new or not; clauses change; it no longer holds, or
holds again, as its editors state."""


class ClauseChange(NamedTuple):
    """What became of a published clause: ``how`` is one of ``HOW``. One that moved went ``to`` another id. ``before``
    and ``after`` are its versions."""

    how: str
    clause: str
    to: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry: what became of a policy on a day (ISO 8601). ``kind`` is one of ``KINDS``; ``replaces`` are the slugs of
    policies that it supersedes."""

    day: str
    policy: str
    kind: str
    clauses: tuple[ClauseChange, ...] = ()
    replaces: tuple[str, ...] = ()


class Earlier(NamedTuple):
    """What was so when the log met a policy, and is no change therefore: clauses that had moved or were ``gone``, the
    policies that it superseded, and that it no longer held."""

    policy: str
    gone: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PromisedPlace:
    """A place whose feed was published, by its code (GB/T 2260), with its names by language. Themes and policies need no such
    promise: addresses.toml has them."""

    code: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Log:
    """The log, oldest first. ``tag`` begins the ids of all entries of feeds (a tag URI, RFC 4151): it names the host and
    the day of the beginning, and stays when the site moves. It is empty until something is published. ``lines`` say
    where each policy is first named."""

    tag: str = ""
    earlier: tuple[Earlier, ...] = ()
    places: tuple[PromisedPlace, ...] = ()
    changes: tuple[Change, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def begun(self) -> str:
        """The day on which the log began; empty when it has not."""
        return self.tag.rstrip(":").rpartition(",")[2]

    def days(self) -> "Days":
        """The days on which policies and clauses changed last."""
        found: dict[tuple[str, str], str] = {}
        published: dict[str, str] = {}
        for change in sorted(self.changes, key=lambda each: each.day):
            found |= {(slug, ""): change.day for slug in (change.policy, *change.replaces)}
            found |= {(change.policy, each.to or each.clause): change.day for each in change.clauses}
            if change.kind in (NEW, EDITION):
                published.setdefault(change.policy, change.day)
        return Days(found, published)


class Days(NamedTuple):
    """The last day on which each policy (its slug and an empty id) or clause is known to have changed, and that on which
    each policy was first published."""

    changed: Mapping[tuple[str, str], str]
    published: Mapping[str, str]

    def of(self, policy: str, clause: str = "") -> str:
        """The last change of a policy or clause, its publication among them (ISO 8601); empty where the log knows none."""
        return self.changed.get((policy, clause)) or self.published.get(policy, "")
