"""The styles, a file each. A new one is a printer and a row in ``STYLES``."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from digest.cite.printing import CitationPiece, PrintedCitation, plain
from digest.cite.styles.apa import apa, apa_in_text
from digest.cite.styles.bibtex import bibtex
from digest.cite.styles.chicago import chicago
from digest.cite.styles.csl import csl
from digest.cite.styles.gbt7714 import gbt7714
from digest.cite.styles.law import law
from digest.cite.styles.marked_up import html, latex, markdown
from digest.cite.styles.ris import ris
from digest.model.reference import Reference


class Style(NamedTuple):
    """A style: its id and its name in each language. ``print`` makes the citation of a reference that was looked at on a day,
    or on one that is not known; ``source``: it is for programs, which read it as it is.
    """

    id: str
    zh: str
    en: str
    print: Callable[[Reference, date | None], tuple[CitationPiece, ...]]
    in_text: Callable[[Reference], str | None] = lambda _: None
    source: bool = False


STYLES = (
    Style("gbt7714", "GB/T 7714—2025", "GB/T 7714—2025", gbt7714),
    Style("law", "法学引注手册", "Manual of Legal Citation (法学引注手册)", law),
    Style("apa", "APA（第7版）", "APA (7th edition)", apa, apa_in_text),
    Style("chicago", "芝加哥（脚注）", "Chicago (note)", chicago),
    Style("bibtex", "BibTeX", "BibTeX", bibtex, source=True),
    Style("ris", "RIS", "RIS", ris, source=True),
    Style("csl", "CSL-JSON", "CSL-JSON", csl, source=True),
    Style("markdown", "Markdown", "Markdown", markdown, source=True),
    Style("latex", "LaTeX", "LaTeX", latex, source=True),
    Style("html", "HTML", "HTML", html, source=True),
)
"""All styles, in the order in which readers see them."""


def printed(reference: Reference, day: date | None = None) -> tuple[PrintedCitation, ...]:
    """The citation of a reference in every style. ``day`` is that on which the reader looked at the page, where it is known."""
    return tuple(printed_in(style, reference, day) for style in STYLES)


def printed_in(style: Style, reference: Reference, day: date | None = None) -> PrintedCitation:
    """The citation of a reference in one style."""
    stretches = style.print(_on(reference, day), day)
    return PrintedCitation(style.id, plain(stretches, day), stretches, style.in_text(reference))


def _on(reference: Reference, day: date | None) -> Reference:
    """A reference as it stands on a day: a period that has not ended on it is nothing to state. Without a day, its end is
    stated, which is true on every day."""
    known = reference.standing
    if day is not None and known and known.kind == "until" and day.isoformat() <= (known.day or ""):
        return reference._replace(standing=None)
    return reference
