"""The form of the parser's tables: what a rule recognises, an example, and why it has exceptions.

A test holds of each table: an example is matched by its own rule and by no other of the table, so that taking a rule out is
noticed; what is an exception of a rule is not matched by it.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Rule(NamedTuple):
    """``what`` the pattern recognises; ``but`` are words that it would match without its exceptions."""

    what: str
    pattern: str
    example: str
    but: tuple[str, ...] = ()


def any_of(rules: Iterable[Rule], *, whole: bool = False) -> re.Pattern[str]:
    """One pattern for a table; ``whole``: each rule is about a text from its first to its last character."""
    joined = "|".join(f"(?:{rule.pattern})" for rule in rules)
    return re.compile(f"(?:{joined})$" if whole else joined)
