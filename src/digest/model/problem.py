"""What is wrong with an input, where, and what to do about it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from gettext import gettext

from digest.model.codes import CODES
from digest.model.source import Source, Span
from digest.regex import regex


class Severity(StrEnum):
    """``error`` stops a policy from being published; the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    ``code`` names a row of ``codes.CODES``, whose templates are filled with ``values``.
    ``path`` is the file as an editor would type it. ``line``, ``column`` and ``end_column`` count
    from 1 (``end_column`` is exclusive); line 0 means the file as a whole. ``source_line`` is the
    text of that line, for a caret frame; of a very long line only the part around the place, from
    column ``source_column`` on. ``lowered``: what is an error elsewhere is a warning here, since nobody relies on it yet
    (a machine draft).
    """

    code: str
    path: str = ""
    line: int = 0
    column: int = 1
    end_column: int = 0
    source_line: str = ""
    values: tuple[tuple[str, str], ...] = ()
    source_column: int = 1
    lowered: bool = False

    @property
    def severity(self) -> Severity:
        severity = Severity(CODES[self.code].severity)
        return Severity.WARNING if self.lowered and severity is Severity.ERROR else severity

    @property
    def message(self) -> str:
        """What is wrong, in the language of the command line."""
        return filled(gettext(CODES[self.code].message), dict(self.values))

    @property
    def hint(self) -> str:
        """What to do next, in the language of the command line."""
        return filled(gettext(CODES[self.code].hint), dict(self.values))


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its values. A blank parts Chinese words from Latin ones, as Chinese print has it: 缺少 site.toml, but
    缺少内容文件夹.

    >>> filled("缺少{what}。", {"what": "site.toml"}), filled("缺少{what}。", {"what": "内容文件夹"})
    ('缺少 site.toml。', '缺少内容文件夹。')
    """

    def parted(found: re.Match[str]) -> str:
        blank = " " if _LATIN.match(values.get(found[1], "")) else ""
        return f"{blank}{found[0]}"

    return _BEHIND_HAN.sub(parted, template).format_map(values)


MOST_NAMED = 8
"""A message names so many things; more would bury it."""


def listed(names: Sequence[str]) -> str:
    """Names for a message: the first of them, and how many more there are."""
    shown = gettext(", ").join(names[:MOST_NAMED])
    if len(names) <= MOST_NAMED:
        return shown
    return gettext("{names} and {number} more").format(names=shown, number=len(names) - MOST_NAMED)


_BEHIND_HAN = regex(r"(?<=[\u4e00-\u9fff])\{(\w+)\}")
_LATIN = regex(r"[A-Za-z0-9]")


def problem(code: str, path: str = "", *, line: int = 0, column: int = 1, **values: object) -> Problem:
    """A Problem about a file, or about a line of it."""
    filled = tuple((name, str(value)) for name, value in values.items())
    return Problem(code, path, line, column, column, "", filled)


def problem_at(code: str, source: Source, span: Span, **values: object) -> Problem:
    """A Problem about a stretch of a source text (the part on its first line is marked)."""
    line, column = source.place(span.start)
    line_start, line_end = source.line_span(line)
    end_column = max(min(max(span.end, span.start + 1), line_end) - line_start + 1, column)
    first = max(line_start, span.start - _AROUND)
    kept = source.text[first : min(line_end, span.start + _AROUND)]
    filled = tuple((name, str(value)) for name, value in values.items())
    return Problem(code, source.name, line, column, end_column, kept, filled, first - line_start + 1)


_AROUND = 500  # code points of a line kept on either side of the place: more than a terminal shows
