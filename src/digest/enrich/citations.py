"""Which documents a clause names: every printed 《…》 with its number (文号) and what it is to the text.

An abbreviation (以下简称《若干措施》) holds for the document that defines it and for no other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from digest.model.document import Clause
from digest.model.facts import Citation
from digest.model.vocabulary import DocumentWords
from digest.regex import regex
from digest.text.titles import DOCUMENT_NUMBER, PrintedTitle, printed_titles, title_key, without_status


@dataclass(frozen=True, slots=True)
class Names:
    """What the titles in a text can mean beside themselves.

    ``own`` are the text's own titles, ``explained`` those of the document it explains;
    ``abbreviations`` maps each key of a short title to the full one (None: its document has no 《》).
    """

    own: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    abbreviations: Mapping[str, str | None] = field(default_factory=dict)
    own_keys: frozenset[str] = field(init=False, repr=False, compare=False)
    explained_keys: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "own_keys", frozenset(map(_key, self.own)))
        object.__setattr__(self, "explained_keys", frozenset(map(_key, self.explained)))


def find_citations(text: str, names: Names, words: DocumentWords) -> tuple[Citation, ...]:
    """Every printed title of a clause, in order.

    Kinds: abbreviation_definition, abbreviation_use, undefined_abbreviation (only words such as 若干措施
    that nothing defines), explained_document, self_reference, else citation.
    """
    if "《" not in text:
        return ()
    return tuple(_citation(text, title, names, words) for title in printed_titles(text))


def clause_citations(clause: Clause, names: Names, words: DocumentWords) -> tuple[Citation, ...]:
    """The titles in a clause's heading and text. Those of the heading have no place in the text: 0 to 0."""
    in_heading = find_citations(clause.heading or "", names, words)
    return (
        *(replace(citation, start=0, end=0) for citation in in_heading),
        *find_citations(clause.text, names, words),
    )


def collect_names(texts: Iterable[str], own: Iterable[str] = (), explained: Iterable[str] = ()) -> Names:
    """The names of a document from all its texts in order: 以下简称 stands behind the title it shortens."""
    abbreviations: dict[str, str | None] = {}
    for text in texts:
        if "称" in text and "《" in text:
            for short, full in _definitions(text):
                abbreviations.setdefault(_key(short), full)
    return Names(tuple(own), tuple(explained), abbreviations)


def number_after(text: str, end: int) -> str | None:
    """The document number that follows a title, without white space: （国发〔2020〕8号）."""
    match = _NUMBER_AFTER.match(text, end)
    return "".join((match["number"] or match["bare"]).split()) if match else None


_COUNT = r"[\d一二三四五六七八九十百]{1,6}"
_DECREE = (
    rf"[\u4e00-\u9fff]{{0,30}}?(?:令|公告)\s*(?:(?:19|20)\d\d\s*年\s*)?第?\s*{_COUNT}\s*号"
    rf"|[\u4e00-\u9fff]{{0,30}}?第\s*{_COUNT}\s*号(?:令|公告)?"
)
_NUMBER_AFTER = regex(
    rf"\s*(?:[（(\[]\s*(?P<number>{DOCUMENT_NUMBER}|{_DECREE})|(?P<bare>{DOCUMENT_NUMBER}))"
)
_ONLY_NUMBER = regex(rf"\s*(?:[（(\[]\s*)?(?:{DOCUMENT_NUMBER}|{_DECREE})?[（()）\]\s，,、]*")
_DEFINING = regex(r"(?:以下(?:统|并|均|合)?简?称|下称|简称)(?:为|作)?\s*[:：]?[“\"‘'「]?\s*$")
_BEFORE_BRACKET = regex(r"[（(][^（）()]*$")


_WINDOW = 120


class _Definition(NamedTuple):
    short: str
    full: str | None


def _citation(text: str, title: PrintedTitle, names: Names, words: DocumentWords) -> Citation:
    key = _key(title.title)
    full: str | None = title.title
    if _is_definition(text, title):
        kind, full = "abbreviation_definition", names.abbreviations.get(key)
    elif key in names.abbreviations:
        kind, full = "abbreviation_use", names.abbreviations[key]
    elif key in names.explained_keys:
        kind = "explained_document"
    elif key in names.own_keys:
        kind = "self_reference"
    else:
        kind = "undefined_abbreviation" if names_no_subject(title.title, words) else "citation"
    return Citation(
        printed=text[title.start : title.end],
        title=full if full is not None else title.title,
        number=number_after(text, title.end),
        kind=kind,
        start=title.start,
        end=title.end,
    )


def names_no_subject(title: str, words: DocumentWords) -> bool:
    """True for a title that is nothing but kinds of document: 若干措施, 行动计划, 管理办法."""
    return not words.filler.sub("", without_status(title))


def _key(title: str) -> str:
    return title_key(without_status(title))


def _is_definition(text: str, title: PrintedTitle) -> bool:
    return bool(_DEFINING.search(text, max(0, title.start - 12), title.start))


def _definitions(text: str) -> Iterable[_Definition]:
    """Each 以下简称《…》 with the title right before its bracket."""
    before: PrintedTitle | None = None
    for title in printed_titles(text):
        if not _is_definition(text, title):
            before = title
            continue
        opening = _BEFORE_BRACKET.search(text, max(0, title.start - _WINDOW), title.start)
        near = before and opening and _ONLY_NUMBER.fullmatch(text, before.end, opening.start() + 1)
        yield _Definition(title.title, before.title if near and before else None)
