"""What stands in brackets below a title (题注): who passed and issued a text, when, and under which number.

（2025年9月3日乙市人民政府印发 乙政规〔2025〕9号）, （2019年5月27日乙市第十六届人民代表大会常务委员会第三次会议通过）. The form is that of
statutes (立法技术规范), which collections of documents follow.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from digest.enrich.document_head import is_body
from digest.model.document import Clause, Document, Kind
from digest.regex import regex
from digest.text.dates import DATE, parse_date
from digest.text.titles import DOCUMENT_NUMBER


class DocumentRecord(NamedTuple):
    """``words`` as printed, and what they say of the text as it was first issued; dates in ISO 8601."""

    words: str = ""
    number: str | None = None
    issuers: tuple[str, ...] = ()
    made: str | None = None
    published: str | None = None


def record_of(document: Document) -> DocumentRecord:
    """The first record below or behind the title of a document; an empty one where there is none."""
    front = takewhile(lambda clause: clause.kind is Kind.FRONT, document.clauses)  # an annex has its own
    return next(filter(None, map(_read, _brackets(front))), DocumentRecord())


def _brackets(front: Iterable[Clause]) -> Iterator[str]:
    """What stands in brackets at the end of a title or below it; a line break may part it from its closing bracket."""
    for clause in front:
        for text in (clause.heading or "", clause.text):
            found = _BRACKET.search("".join(text.split("\n"))) if len(text) <= _LONGEST else None
            if found:
                yield found["words"].strip()


def _read(words: str) -> DocumentRecord | None:
    """A record, or None for words that tell of no step of issuing a text."""
    steps = list(_STEP.finditer(words))
    first = next((step for step in steps if step["verb"] != "批准"), None)
    if first is None:
        return _numbered(words)
    issued = next((step for step in steps if step["verb"] in _ISSUED), None)
    published = next((step for step in steps if step["verb"] in _PUBLISHED), None)
    decree = _DECREE.search(issued["who"]) if issued else None
    number = _NUMBER.search(_STEP.sub(" ", words))
    named = next((step for step in (issued, first) if step and _bodies(step["who"])), first)
    return DocumentRecord(
        words,
        decree[0] if decree else number[0].strip() if number else None,
        _bodies(named["who"]),
        _day(first["date"]),
        _day(published["date"]) if published else None,
    )


def _numbered(words: str) -> DocumentRecord | None:
    """A number and a date alone."""
    number, day = _NUMBER.search(words), _DATE.search(words)
    if number is None or day is None or _DATE.sub("", _NUMBER.sub("", words)).strip(" \u3000，,、"):
        return None
    return DocumentRecord(words, number[0].strip(), (), _day(day[0]))


def _bodies(who: str) -> tuple[str, ...]:
    """The bodies of a step without their terms, sittings and decrees; none where it names no full one (经市政府…审议)."""
    bare = _SITTING.sub("", _TERM.sub("", _DECREE_BEHIND.sub("", who))).strip(" \u3000，,、")
    names = tuple(filter(None, _BETWEEN.split(bare)))
    return names if all(map(is_body, names)) and not bare.startswith("经") else ()


def _day(printed: str) -> str | None:
    day = parse_date(printed)
    return day.isoformat() if day else None


_LONGEST = 400
_ISSUED = ("印发", "公布", "发布", "颁布")
_PUBLISHED = _ISSUED[1:]
_BRACKET = regex(r"[（(](?P<words>(?:[^（）()]|[（(][^（）()]*[）)])*)[）)]?\s*$")
_STEP = regex(
    rf"(?<!根据)(?P<date>{DATE})(?P<who>[^，。；]{{0,80}}?)(?:审议|讨论|研究)?(?P<verb>通过|批准|公布|发布|印发|颁布)"
)
_DECREE = regex(r"[\u4e00-\u9fff]{2,24}令\s*第?\s*[\d一二三四五六七八九十百]+\s*号")
_DECREE_BEHIND = regex(r"令?\s*第?\s*[\d一二三四五六七八九十百]+\s*号\s*$|令$")
_NUMBER, _DATE = regex(DOCUMENT_NUMBER), regex(DATE)
_TERM = regex(r"第[\d一二三四五六七八九十百]+届")
_SITTING = regex(r"(?:第[\d一二三四五六七八九十百]+次)?(?:全体|常务)?会议$")
_BETWEEN = regex(r"[\s\u3000、]+")
