"""A clause as people and their reports name it: ``longhua-2024#art7``, and with the wording they read
``longhua-2024#art7@1db1ba27`` (the first 8 digits of ``ids.text_hash``, as pages and addresses show them)."""

import re
from typing import NamedTuple

from digest.regex import regex
from digest.text import ids


class ClauseName(NamedTuple):
    """``doc`` is the slug of a policy, ``clause`` an id, ``version`` the wording that is pinned, if one is."""

    doc: str
    clause: str
    version: str | None = None


def read_name(name: str) -> ClauseName | None:
    """The clause that a name means; None for what is no such name."""
    found = _NAME.fullmatch(name)
    return ClauseName(found["doc"], found["clause"], found["version"]) if found else None


_NAME = regex(
    rf"(?P<doc>[a-z0-9-]+)#(?P<clause>{ids.FORM.pattern})(?:@(?P<version>[0-9a-f]{{8}}))?", re.ASCII
)
