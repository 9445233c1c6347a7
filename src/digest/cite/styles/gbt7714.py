"""GB/T 7714—2025, 顺序编码制: an electronic resource (EB/OL). Its signs are full-width but for ``.`` and ``[ ]`` (clause 7)."""

from datetime import date

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, authors_zh, standing_zh, title_zh
from digest.model.reference import Reference


def gbt7714(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """主要责任者. 题名：文号：条款[说明][EB/OL]. （日期）[引用日期]. 获取和访问路径.

    What is known without being printed is in brackets, as the standard has it for what the person citing adds.
    """
    address = address_of(reference)
    known = title_zh(reference)
    title = _added(known) if reference.title_inferred and reference.title_zh else known
    parts = "：".join(filter(None, (title, reference.number, reference.locator_zh)))
    visited = [accessed(day, "iso", "[", "]"), CitationPiece(".")]
    if reference.dated is None:
        visited = [accessed(day, "iso", " [", "].")]
    return (
        CitationPiece(f"{_author(reference)}{parts}{_added(standing_zh(reference))}[EB/OL]."),
        CitationPiece(_day(reference)),
        *visited,
        CitationPiece(" "),
        CitationPiece(address, href=address),
        CitationPiece("."),
    )


def _author(reference: Reference) -> str:
    names = authors_zh(reference)
    phrase = "，".join(names if len(names) <= _MOST else (*names[:_MOST], "等"))
    phrase = _added(phrase) if reference.issuers_inferred else phrase
    return f"{phrase}. " if phrase else ""


def _day(reference: Reference) -> str:
    dated = reference.dated
    if dated is None:
        return ""
    return f" （{_added(dated.day) if dated.inferred else dated.day}）"


def _added(text: str) -> str:
    """What the person citing adds."""
    return f"[{text}]" if text else ""


_MOST = 3
"""So many authors are named, then 等."""
