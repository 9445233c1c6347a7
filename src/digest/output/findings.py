"""Problems in the format somebody asked for, and their count in words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from gettext import gettext, ngettext

from digest.model.problem import Problem, Severity
from digest.output.frame import Paint, frame, plain
from digest.output.github import github
from digest.output.records import as_json
from digest.output.sarif import sarif

FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "json": as_json,
    "github": github,
    "sarif": sarif,
}


def frames(problems: Sequence[Problem], width: int = 100, paint: Paint = plain) -> str:
    """A frame for each, an empty line between two."""
    return "\n".join(frame(found, width, paint) + "\n" for found in problems)


def count(problems: Sequence[Problem]) -> str:
    """``2 errors, 1 warning``; ``no findings``."""
    found = Counter(problem.severity for problem in problems)
    phrases = {
        Severity.ERROR: ngettext("{n} error", "{n} errors", found[Severity.ERROR]),
        Severity.WARNING: ngettext("{n} warning", "{n} warnings", found[Severity.WARNING]),
        Severity.NOTE: ngettext("{n} note", "{n} notes", found[Severity.NOTE]),
    }
    parts = [words.format(n=found[severity]) for severity, words in phrases.items() if found[severity]]
    return gettext(", ").join(parts) or gettext("no findings")


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether a person must act before everything can be published."""
    return any(problem.severity is Severity.ERROR for problem in problems)
