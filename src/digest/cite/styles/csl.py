"""CSL-JSON, which Zotero, pandoc and every CSL processor read: a report; a comparison is a web page."""

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, authors_zh, remarks
from digest.model.reference import Reference


def csl(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """One item, a variable a line. CSL has no variable for a title in another language: the English one is left out."""
    address = address_of(reference)
    lines = "".join(f' "{name}": {value},\n' for name, value in _fields(reference))
    return (
        CitationPiece(f"{{\n{lines}"),
        accessed(day, "parts", ' "accessed": {"date-parts": [[', "]]},\n"),
        CitationPiece(f' "URL": {_json(address)}\n}}\n'),
    )


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """The variables, their values in JSON."""
    comparison = reference.kind == "comparison"
    yield "id", _json(reference.key)
    yield "type", '"webpage"' if comparison else '"report"'
    if names := authors_zh(reference):
        literals = (f'{{"literal": {_json(name)}}}' for name in names)
        yield "author", f"[{', '.join(literals)}]"
    if title := reference.title_zh or reference.title_en:
        yield "title", _json(title)
    if reference.genre_zh:
        yield "genre", _json(reference.genre_zh)
    if reference.number:
        yield "number", _json(reference.number)
    if reference.issuers:
        yield "publisher", _json("、".join(reference.issuers))
    if dated := reference.dated:
        parts = ", ".join(str(int(part)) for part in dated.day.split("-"))
        circa = ', "circa": true' if dated.inferred else ""
        yield "issued", f'{{"date-parts": [[{parts}]]{circa}}}'
    if note := remarks(reference):
        yield "note", _json(note)
    yield "language", '"zh-CN"'


@lru_cache(maxsize=256)  # a pure function; the clauses of a policy have most of their fields in common
def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
