"""What a printer of a style gives: stretches of text, of which plain text and pages are made alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from digest.text.dates import MONTHS


class CitationPiece(NamedTuple):
    """A piece of a citation; ``href`` is the address that it leads to.

    ``day`` marks the piece that says when a reader looked at the page. Where that is not known (a page has no clock), its
    text holds a blank of ``BLANKS`` to be filled in, and plain text leaves the piece out.
    """

    text: str
    italic: bool = False
    href: str | None = None
    day: bool = False


@dataclass(frozen=True, slots=True)
class PrintedCitation:
    """A citation in a style, by the style's id. ``text`` is the citation as plain text, ``stretches`` are the same with what
    is italic, linked or to be filled in. ``in_text`` is what a style wants in the running text for the part that is
    cited, where it does not name the part in the citation itself (APA)."""

    style: str
    text: str
    stretches: tuple[CitationPiece, ...]
    in_text: str | None = None


BLANKS = {
    "iso": "YYYY-MM-DD",
    "slashes": "YYYY/MM/DD",
    "zh": "YYYY年M月D日",
    "en": "Month D, YYYY",
    "parts": "YYYY, M, D",
}
"""What stands for the day of access in each form, until it is filled in."""


def accessed(day: date | None, form: str, before: str = "", after: str = "") -> CitationPiece:
    """The piece that says on which day a reader looked at the page; ``form`` is one of ``BLANKS``."""
    wording = BLANKS[form]
    if day is not None:
        wording = {
            "iso": day.isoformat(),
            "slashes": f"{day:%Y/%m/%d}",
            "zh": f"{day.year}年{day.month}月{day.day}日",
            "en": f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
            "parts": f"{day.year}, {day.month}, {day.day}",
        }[form]
    return CitationPiece(f"{before}{wording}{after}", day=True)


def plain(stretches: Iterable[CitationPiece], day: date | None) -> str:
    """The text of some stretches, without the day of access where it is not known."""
    return "".join(each.text for each in stretches if day is not None or not each.day)
