"""The styles, a file each. A new one is a printer and a row in ``STYLES``."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from digest.cite.printing import Printed, Stretch, plain
from digest.cite.styles.apa import apa, apa_in_text
from digest.cite.styles.bibtex import bibtex
from digest.cite.styles.gbt7714 import gbt7714
from digest.model.reference import Reference


class Style(NamedTuple):
    """A style: its id, its name in each language, the media type of what it prints. ``print`` makes the citation of a
    reference that was looked at on a day, or on one that is not known."""

    id: str
    zh: str
    en: str
    media: str
    print: Callable[[Reference, date | None], tuple[Stretch, ...]]
    in_text: Callable[[Reference], str | None] = lambda _: None


STYLES = (
    Style("gbt7714", "GB/T 7714—2025", "GB/T 7714—2025", "text/plain", gbt7714),
    Style("apa", "APA 第7版", "APA 7", "text/plain", apa, apa_in_text),
    Style("bibtex", "BibTeX", "BibTeX", "application/x-bibtex", bibtex),
)
"""All styles, in the order in which readers see them."""


def printed(reference: Reference, day: date | None = None) -> tuple[Printed, ...]:
    """The citation of a reference in every style. ``day`` is that on which the reader looked at the page, where it is known."""
    return tuple(printed_in(style, reference, day) for style in STYLES)


def printed_in(style: Style, reference: Reference, day: date | None = None) -> Printed:
    """The citation of a reference in one style."""
    stretches = style.print(reference, day)
    return Printed(style.id, plain(stretches, day), stretches, style.in_text(reference))
