"""The form of the tables of rules about language. Patterns that say the same kind of thing are the rows of one table.

One test holds of every table (``tests/unit/test_rules.py``): an example is matched by its own rule and by no other of the table,
what is an exception of a rule is not matched by it, and the words in ``tests/cases/rules.md`` notice when a rule is taken out.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from digest.regex import regex


class Rule(NamedTuple):
    """``name`` says what the pattern recognises; where several rules find the same kind of thing, it is that kind.
    ``but`` are words that the pattern would match without its exceptions, and ``why`` they are exceptions."""

    name: str
    pattern: str
    example: str
    but: tuple[str, ...] = ()
    why: str = ""


def joined(rules: Iterable[Rule]) -> str:
    """The patterns of a table as one, to stand in a longer one."""
    return "(?:" + "|".join(f"(?:{rule.pattern})" for rule in rules) + ")"


def any_of(rules: Iterable[Rule], *, whole: bool = False, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """One pattern for a table; ``whole``: each rule is about a text from its first to its last character."""
    return regex(joined(rules) + "$" * whole, flags)
