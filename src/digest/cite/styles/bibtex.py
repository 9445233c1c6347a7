"""BibTeX, also for biblatex: a report of the bodies that issued it; without a known one, a ``misc``."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from digest.cite.printing import CitationPiece, accessed
from digest.cite.wording import address_of, authors_zh, issuers_in, remarks
from digest.model.reference import Reference
from digest.regex import regex


def bibtex(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """One entry, a field a line. ``year`` is what BibTeX reads, ``date`` what biblatex does. Names and titles stand in
    braces of their own, so that no ``and`` divides a name and no style changes the case of a title."""
    kind = "techreport" if reference.issuers else "misc"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference))
    return (
        CitationPiece(f"@{kind}{{{reference.key},\n{lines}"),
        accessed(day, "iso", "  urldate = {", "},\n"),
        CitationPiece("}\n"),
    )


@lru_cache(maxsize=256)  # a pure function; the clauses of a policy have most of their fields in common
def latex_escaped(text: str) -> str:
    """A text in LaTeX. A brace is a command, since BibTeX counts every brace, whatever stands before it."""
    return _LIGATURES.sub("{}", text.translate(_SPECIAL))


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    names = issuers_in(reference) or authors_zh(reference)
    if names:
        yield "author", " and ".join(f"{{{latex_escaped(name)}}}" for name in names)
    if title := reference.title_zh or reference.title_en:
        yield "title", f"{{{latex_escaped(title)}}}"
    if reference.title_zh and reference.title_en:
        yield "titleaddon", latex_escaped(reference.title_en)
    if reference.issuers:
        yield "institution", f"{{{latex_escaped(_AND[reference.language].join(names))}}}"
        if reference.genre_zh:
            yield "type", latex_escaped(reference.genre_zh)
    if reference.number:
        yield "number" if reference.issuers else "howpublished", latex_escaped(reference.number)
    if reference.dated:
        yield "year", reference.dated.day[:4]
        yield "date", reference.dated.day
    if note := remarks(reference):
        yield "note", latex_escaped(note)
    yield "langid", "chinese"
    yield "url", address_of(reference)


_AND = {"zh": "、", "en": "; "}
_LIGATURES = regex(r"(?<=([-'`]))(?=\1)|(?<=[?!])(?=`)")
"""Between two signs of which TeX makes one."""
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "&%$#_"},
    }
)
