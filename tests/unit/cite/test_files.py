"""The references of a whole site, read by the libraries that others use: all three files say the same."""

import json
from typing import NamedTuple

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from digest.cite import all_references
from digest.cite.references import one_line
from digest.model.page import ReferenceFile
from digest.model.reference import Dated, LegalStanding, Reference
from digest.pages.references import AllReferences
from digest.render.references import reference_file
from small_editions import editions_corpus


def decoder() -> LatexNodes2Text:
    """Reads LaTeX, also three commands that pylatexenc does not know, or takes for an accent."""
    known = get_default_latex_context_db()
    signs = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    own = [MacroTextSpec(name, sign) for name, sign in signs.items()]
    known.add_context_category("signs", macros=own, prepend=True)
    return LatexNodes2Text(latex_context=known, keep_comments=True)


LATEX = decoder()


class Fields(NamedTuple):
    """What a reader finds in an entry."""

    key: str
    authors: tuple[str, ...]
    title: str | None
    title_en: str | None
    number: str | None
    genre: str | None
    institution: str | None
    dated: tuple[int, ...]
    note: str | None
    address: str


def from_bibtex(content: bytes) -> list[Fields]:
    reading = [SeparateCoAuthors(), LatexDecodingMiddleware(decoder=LATEX)]
    library = parse_string(content.decode(), append_middleware=reading)
    assert not library.failed_blocks
    return [_of_bibtex(entry) for entry in library.entries]


def _of_bibtex(entry) -> Fields:
    known = {name: field.value for name, field in entry.fields_dict.items()}
    return Fields(
        entry.key,
        tuple(LATEX.latex_to_text(name) for name in known.get("author", ())),
        known.get("title"),
        known.get("titleaddon"),
        known.get("number" if entry.entry_type == "techreport" else "howpublished"),
        known.get("type"),
        known.get("institution"),
        tuple(int(part) for part in known["date"].split("-")) if "date" in known else (),
        known.get("note"),
        known["url"],
    )


def from_ris(content: bytes) -> list[Fields]:
    assert b"\r\n" in content
    return [
        Fields(
            entry["id"],
            tuple(entry.get("authors", ())),
            entry.get("title"),
            entry.get("translated_title"),
            entry.get("issn"),  # SN, which is the number of a report
            entry.get("type_of_work"),
            entry.get("publisher"),
            tuple(int(part) for part in entry.get("date", "").split("/") if part),
            "\n".join(entry["notes"]) if "notes" in entry else None,
            ";".join(entry["urls"]),
        )
        for entry in rispy.loads(content.decode().replace("\r\n", "\n"))
    ]


def from_csl(content: bytes) -> list[Fields]:
    items = json.loads(content)
    source = CiteProcJSON(items)
    assert len(source) == len(items)
    return [_of_csl(item, source[item["id"].lower()]) for item in items]


def _of_csl(item, read) -> Fields:
    issued = read.get("issued")
    parts = [issued.get(part) for part in ("year", "month", "day")] if issued else []
    text = {
        name: str(read[name]) for name in ("title", "number", "genre", "publisher", "note") if name in read
    }
    return Fields(
        item["id"],
        tuple(str(name["literal"]) for name in item.get("author", ())),
        text.get("title"),
        None,
        text.get("number"),
        text.get("genre"),
        text.get("publisher"),
        tuple(int(part) for part in parts if part),
        text.get("note"),
        str(read["URL"]),
    )


READERS = {"bibtex": from_bibtex, "ris": from_ris, "csl": from_csl}


def in_all(references) -> list[Fields]:
    """What is read from the three files of some references, which must be the same in each."""
    found = {style: read(reference_file(ReferenceFile(style, references))) for style, read in READERS.items()}
    typed = {style: [_comparable(each) for each in each_found] for style, each_found in found.items()}
    assert typed["bibtex"] == typed["ris"]
    assert [each._replace(title_en=None) for each in typed["ris"]] == typed[
        "csl"
    ]  # CSL has no variable for it
    return typed["ris"]


def _comparable(found: Fields) -> Fields:
    """Without the kind of document where no issuer is known: BibTeX has no field for it then."""
    return found if found.institution else found._replace(genre=None)


@pytest.fixture(params=["content", "editions"])
def corpus(request, shipped):
    return shipped if request.param == "content" else editions_corpus()


def test_all_clauses_are_read_alike(corpus):
    found = in_all(AllReferences(corpus))
    wanted = list(all_references(corpus))
    assert [each.key for each in found] == [each.key for each in wanted]
    assert len(found) == len(corpus.policies) + sum(len(each.document.clauses) for each in corpus.policies)
    for read, reference in zip(found, wanted, strict=True):
        assert read.title == reference.title_zh
        assert read.title_en == reference.title_en
        assert read.authors == reference.issuers
        assert read.number == reference.number
        assert reference.dated
        assert read.dated == tuple(int(part) for part in reference.dated.day.split("-"))
        assert (reference.locator_zh or "") in (read.note or "")
        assert read.address.startswith(reference.address)
        if reference.version:
            assert read.address.endswith(reference.version)


_PIECES = st.sampled_from([
    "[", "]", "{", "}", "(", ")", "%", "&", "_", "#", "$", "~", "^", "\\", '"', "'", "-", "?", "<b>", "*", "`", "@", "=",
    ",", " and ", "《", "》", "〈", "\n", "\r\n", "\u2028", "\t", "TY  - JOUR", "ER  - ", "\\textbf{x}", "\\{", "𠮷野家",
    "😀", "\u200b", "\x07", "办法" * 60, "若干措施", "Measures",
])  # fmt: skip
ODD = st.lists(_PIECES, min_size=1, max_size=8).map("".join).map(one_line).filter(bool)


@settings(max_examples=60)
@given(ODD, ODD, ODD, ODD)
def test_odd_titles_are_read_alike(title, english, number, locator):
    reference = Reference(
        "clause",
        "a-1:2.1",
        "https://example.org/p/a-1/2.1/",
        "汇览",
        "Digest",
        title_zh=title,
        title_en=english,
        issuers=("甲局", title),
        number=number,
        dated=Dated("2022-06", published=True),
        standing=LegalStanding("superseded", day="2023-01-01", by_zh=title),
        locator_zh=locator,
        version="0a1b2c3d",
    )
    for known in (reference, reference._replace(issuers=(), title_en=None)):
        (found,) = in_all([known])
        assert found.authors == known.issuers
        assert _spaced(found.title) == _spaced(title)
        assert _spaced(found.number) == _spaced(number)
        assert _spaced(locator) in _spaced(found.note)


def _spaced(text: str | None) -> str:
    return "".join((text or "").split())
