"""APA, 7th edition: a report by a government agency as a group author (10.4), in another language (9.38)."""

from datetime import date

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, issuers_en, punctuated, standing_en
from digest.model.reference import Reference
from digest.text.dates import MONTHS


def apa(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """Author. (Date). Title [Title in English] (Number) [Description]. Site. Address

    The entry is about the whole work; its part is named in the running text (``apa_in_text``). A day of access is given for
    a comparison, which is made anew with the site, and not for a text, which stays as it was issued (9.16). Italics are
    for Latin letters: Chinese has none. What was inferred is in brackets.
    """
    address = address_of(reference)
    title = _title(reference)
    comparison = reference.kind == "comparison"
    site = "" if comparison else f" {reference.site_en}."
    visited = (accessed(day, "en", "Retrieved ", ", from "),) if comparison else ()
    number = f" ({reference.number})" if reference.number else ""
    standing = standing_en(reference)
    described = f" [{standing[:1].upper()}{standing[1:]}]" if standing else ""
    names = _names(reference)
    when = CitationPiece(f" ({_when(reference)}). ")
    tail = (CitationPiece(f"{number}{described}"),)
    head = (
        (CitationPiece(_stopped(names)), when, *title, *tail, CitationPiece("."))
        if names
        else (*title, *tail, CitationPiece("."), when._replace(text=when.text.rstrip()))
    )
    return (*head, CitationPiece(f"{site} "), *visited, CitationPiece(address, href=address))


def apa_in_text(reference: Reference) -> str | None:
    """The part of a work in the running text (8.13): (Author, 2022, art. 7). It begins as the entry does."""
    if reference.locator_en is None:
        return None
    names = issuers_en(reference)
    short = f"{names[0]} et al." if len(names) > _MOST_IN_TEXT else " & ".join(names)
    short = f"[{short}]" if short and reference.issuers_inferred else short
    title = _first_title(reference)
    named = short or (title if title.startswith("[") else f"“{title}”")
    return f"({punctuated(named, ',')} {_year(reference)}, {reference.locator_en})"


def _first_title(reference: Reference) -> str:
    """The title with which an entry without an author begins; in brackets where the text prints none (table 9.1)."""
    title = reference.title_zh or reference.title_en
    if title is None:
        return f"[{(reference.genre_en or 'untitled document').capitalize()}]"
    return f"[{title}]" if reference.title_zh and reference.title_inferred else title


def _title(reference: Reference) -> tuple[CitationPiece, ...]:
    if reference.kind == "comparison":
        return (
            CitationPiece(reference.title_en or reference.title_zh or "", italic=bool(reference.title_en)),
        )
    first = _first_title(reference)
    if reference.title_zh and reference.title_en:
        return (CitationPiece(f"{first} [{reference.title_en}]"),)
    return (CitationPiece(first, italic=not (reference.title_zh or first.startswith("["))),)


def _names(reference: Reference) -> str:
    """Up to 20 authors, the last one behind an ampersand (9.8)."""
    names = (reference.site_en,) if reference.kind == "comparison" else issuers_en(reference)
    phrase = f"{', '.join(names[:-1])}, & {names[-1]}" if names[1:] else "".join(names)
    return f"[{phrase}]" if phrase and reference.issuers_inferred else phrase


def _when(reference: Reference) -> str:
    dated = reference.dated
    if dated is None:
        return "n.d."
    year, *rest = dated.day.split("-")
    if dated.inferred:
        return f"ca. {year}"
    month = f", {MONTHS[int(rest[0]) - 1]}" if rest else ""
    return year + month + (f" {int(rest[1])}" if rest[1:] else "")


def _year(reference: Reference) -> str:
    return _when(reference).partition(",")[0]


def _stopped(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


_MOST_IN_TEXT = 2
