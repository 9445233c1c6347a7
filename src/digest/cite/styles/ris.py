"""RIS, for reference managers: a report; a comparison is a web page."""

from collections.abc import Iterator
from datetime import date

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, authors_zh, remarks
from digest.model.reference import Reference


def ris(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """A tag a line, from ``TY`` to ``ER``. A value never breaks a line, so that no line of it can pass for a tag."""
    lines = "".join(f"{tag}  - {value}\n" for tag, value in _fields(reference))
    return CitationPiece(lines), accessed(day, "slashes", "Y2  - ", "\n"), CitationPiece("ER  - \n")


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    comparison = reference.kind == "comparison"
    yield "TY", "ELEC" if comparison else "RPRT"
    yield "ID", reference.key
    for name in authors_zh(reference):
        yield "AU", name
    if title := reference.title_zh or reference.title_en:
        yield "TI", title
    if reference.title_zh and reference.title_en:
        yield "TT", reference.title_en
    if reference.genre_zh:
        yield "M3", reference.genre_zh
    if reference.number:
        yield "SN", reference.number
    if reference.issuers:
        yield "PB", "、".join(reference.issuers)
    if reference.dated:
        yield "PY", reference.dated.day[:4]
        year, month, day, *_ = (*reference.dated.day.split("-"), "", "")
        yield "DA", f"{year}/{month}/{day}"
    if note := remarks(reference):
        yield "N1", note
    yield "LA", "zh-CN"
    yield "UR", address_of(reference)
