"""The Chicago Manual of Style, 18th edition: a full note. The 17th names up to three authors, and does not differ otherwise."""

from datetime import date

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, day_en, issuers_en, punctuated, standing_en
from digest.model.reference import Reference


def chicago(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """Author, Title [title in English], number, site, date, art. 7 (standing), address.

    The day of access is asked for only where the text has no day of its own.
    """
    address = address_of(reference)
    visited = () if reference.dated else (accessed(day, "en", "accessed ", ", "),)
    phrase = _said(reference, None, ",")
    return (*phrase, CitationPiece(" "), *visited, CitationPiece(address, href=address), CitationPiece("."))


def chicago_linked(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """The same for what can hold links: the title leads to the address, which is not printed."""
    address = address_of(reference)
    if reference.dated:
        return _said(reference, address, ".")
    return (*_said(reference, address, ""), accessed(day, "en", ", accessed "), CitationPiece("."))


def _said(reference: Reference, href: str | None, sign: str) -> tuple[CitationPiece, ...]:
    """The note up to its address, with the sign that follows."""
    if reference.kind == "comparison":
        title = reference.title_en or reference.title_zh or ""
        return (
            CitationPiece("“"),
            CitationPiece(title, href=href),
            CitationPiece(f",” {reference.site_en}{sign}"),
        )
    standing = standing_en(reference)
    parts = (reference.number, reference.site_en, _day(reference), reference.locator_en)
    after = ", ".join(filter(None, parts)) + (f" ({standing})" if standing else "")
    return (
        CitationPiece(_issuers(reference)),
        *_title(reference, href),
        CitationPiece(f", {punctuated(after, sign)}"),
    )


def _title(reference: Reference, href: str | None) -> tuple[CitationPiece, ...]:
    """The title; Chinese characters are not set in italics, nor is a translation in brackets."""
    zh, en = reference.title_zh, reference.title_en
    if zh is None:
        return (
            CitationPiece(en or f"[{reference.genre_en or 'untitled document'}]", italic=bool(en), href=href),
        )
    shown = f"[{zh}]" if reference.title_inferred else zh
    return (CitationPiece(shown, href=href), *([CitationPiece(f" [{en}]")] if en else []))


def _issuers(reference: Reference) -> str:
    """The issuers before the title; of more than two the first."""
    names = issuers_en(reference)
    phrase = " and ".join(names) if len(names) <= _MOST else f"{names[0]} et al."
    phrase = f"[{phrase}]" if phrase and reference.issuers_inferred else phrase
    return f"{phrase}, " if phrase else ""


def _day(reference: Reference) -> str:
    dated = reference.dated
    if dated is None:
        return "n.d."
    return f"[{day_en(dated.day)}?]" if dated.inferred else day_en(dated.day)


_MOST = 2
