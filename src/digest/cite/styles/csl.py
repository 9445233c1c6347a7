"""CSL-JSON, which Zotero, pandoc and every CSL processor read: a report; a comparison is a web page."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from digest.cite.printing import Stretch, accessed
from digest.cite.wording import remarks
from digest.model.reference import Reference
from digest.text import urls


def csl(reference: Reference, day: date | None) -> tuple[Stretch, ...]:
    """One item, a variable a line. CSL has no variable for a title in another language; ``custom`` is the place for what
    it has none for."""
    address = urls.pinned(reference.address, reference.version)
    lines = "".join(f' "{name}": {_json(value)},\n' for name, value in _fields(reference))
    return (
        Stretch(f"{{\n{lines}"),
        accessed(day, "parts", ' "accessed": {"date-parts": [[', "]]},\n"),
        Stretch(f' "URL": {_json(address)}\n}}\n'),
    )


def _fields(reference: Reference) -> Iterator[tuple[str, Any]]:
    comparison = reference.kind == "comparison"
    yield "id", reference.key
    yield "type", "webpage" if comparison else "report"
    if names := (reference.site_zh,) if comparison else reference.issuers:
        yield "author", [{"literal": name} for name in names]
    if title := reference.title_zh or reference.title_en:
        yield "title", title
    if reference.title_zh and reference.title_en:
        yield "custom", {"title_en": reference.title_en}
    if reference.genre_zh:
        yield "genre", reference.genre_zh
    if reference.number:
        yield "number", reference.number
    if reference.issuers:
        yield "publisher", "、".join(reference.issuers)
    if dated := reference.dated:
        parts = {"date-parts": [[int(part) for part in dated.day.split("-")]]}
        yield "issued", {**parts, "circa": True} if dated.inferred else parts
    if said := remarks(reference):
        yield "note", said
    yield "language", "zh-CN"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
