"""法学引注手册 (second edition): a note that cites a normative document (规范性文件)."""

from datetime import date

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, day_zh, entitled, standing_zh, title_zh
from digest.model.reference import Reference


def law(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """发文机关《标题》（文号，已废止），发布日期，条款，网址。

    The day of access is asked for only where the text has no day of its own.
    """
    address = address_of(reference)
    phrase = _said(reference, None)
    return (
        *phrase,
        CitationPiece("，"),
        CitationPiece(address, href=address),
        *_visited(reference, day),
        CitationPiece("。"),
    )


def law_linked(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """The same for what can hold links: the title leads to the address, which is not printed."""
    phrase = _said(reference, address_of(reference))
    return (*phrase, *_visited(reference, day), CitationPiece("。"))


def _visited(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    return () if reference.dated else (accessed(day, "zh", "，", "访问"),)


def _said(reference: Reference, href: str | None) -> tuple[CitationPiece, ...]:
    """The note up to its address."""
    title = entitled(reference.title_zh) if reference.title_zh else title_zh(reference)
    if reference.kind == "comparison":
        return CitationPiece(title, href=href), CitationPiece(f"，载{reference.site_zh}")
    if reference.title_inferred and reference.title_zh:
        title = f"［{title}］"
    inside = "，".join(filter(None, (reference.number, standing_zh(reference))))
    after = "，".join(
        filter(None, (f"（{inside}）" if inside else "", _day(reference), reference.locator_zh))
    )
    between = "，" if after and not inside else ""
    return CitationPiece(_issuers(reference)), CitationPiece(title, href=href), CitationPiece(between + after)


def _issuers(reference: Reference) -> str:
    """The issuers, but where the title names one."""
    names = reference.issuers
    if any(name in (reference.title_zh or "") for name in names):
        return ""
    phrase = "、".join(names) if len(names) <= _MOST else f"{names[0]}等"
    return f"［{phrase}］" if phrase and reference.issuers_inferred else phrase


def _day(reference: Reference) -> str:
    dated = reference.dated
    if dated is None:
        return ""
    phrase = day_zh(dated.day)
    return f"［{phrase}］" if dated.inferred else phrase + "发布" * dated.published


_MOST = 3
"""So many issuers are named, then the first and 等."""
