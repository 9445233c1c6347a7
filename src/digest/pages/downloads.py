"""The page of all downloads. It is made last: it says how large the files are, which is known only when they are written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from digest.model.page import DataFile, Page
from digest.pages.catalogue import in_place_order
from digest.pages.columns import DataColumn
from digest.pages.data import DATABASE, TABLES, TableKind
from digest.pages.examples import EXAMPLES
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.particulars import policy_title
from digest.pages.prose import mixed
from digest.pages.references import FILES
from digest.pages.strings import LITERAL, Run, Runs, Words, run
from digest.pages.table_links import FORM_NAMES
from digest.regex import regex
from digest.text import urls

OTHER_FILES = {
    DATABASE: "database",
    **{name: style for style, name in FILES.items()},
    "clauses-index.json": "clauses_index",
    "clauses-index.schema.json": "clauses_index_schema",
    "clauses.lua": "pandoc",
}
"""The files in data/ that are no table, with the word (``data.file.<word>``) that says what each is. One that a site does not
have is left out."""

MOST_POLICIES = 50
"""So many policies are listed with their XML; the pages of the others lead to it."""


class Download(NamedTuple):
    """A file of data as it was written: how many bytes, None where nobody has written it yet, and how many rows, None
    where it is no single table."""

    path: str
    size: int | None
    rows: int | None


class File(NamedTuple):
    """A file to download: how it is named, and its size in words."""

    href: str
    name: Runs
    size: Runs
    about: Runs = ()


class DescribedField(NamedTuple):
    """A column: what type its values have, what it holds, and the only values it may have, where they are listed."""

    name: str
    type: Runs
    about: Runs
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table in every form, with what its fields are; ``anchor`` is the id of these."""

    name: str
    about: Runs
    rows: str
    files: tuple[File, ...]
    schema: str
    anchor: str
    count: Runs
    fields: tuple[DescribedField, ...]


class Program(NamedTuple):
    """An example, its code as Markdown."""

    title: Runs
    code: str


class DataPage(NamedTuple):
    """What data.html receives. ``body`` is the editors' Markdown. ``notes`` are what holds for all tables; ``policies`` has the
    XML of policies, ``more_policies`` the way to those that are not listed."""

    frame: Frame
    title: Runs
    body: str
    summary: tuple[Runs, ...]
    licence: Runs
    notes: tuple[Runs, ...]
    tables: tuple[TableFiles, ...]
    others: tuple[File, ...]
    policies_size: Runs
    policies: tuple[File, ...]
    more_policies: Link | None
    compared: str
    examples: tuple[Program, ...]


def download_of(page: Page, size: int | None) -> Download | None:
    """What the page of downloads says of a file; None for one that is no download."""
    if not page.path.startswith((urls.data(""), _XML)):
        return None
    tables = page.value.tables if isinstance(page.value, DataFile) else ()
    return Download(page.path, size, len(tables[0].rows) if len(tables) == 1 else None)


def make_downloads(setting: Setting, downloads: Iterable[Download]) -> Iterator[Page]:
    """The page in each language."""
    known = {each.path: each for each in downloads}
    for language in urls.LANGUAGES:
        at = page_location(language, lambda each: urls.section(each, urls.DOWNLOADS), urls.DOWNLOADS)
        words = setting.words[language]
        written = next(
            (
                page
                for page in setting.corpus.pages
                if (page.name, page.language) == (urls.DOWNLOADS, language)
            ),
            None,
        )
        title = run(written.title, language) if written else words["data.title"]
        xml = [each for each in known.values() if each.path.startswith(_XML)]
        value = DataPage(
            frame=make_frame(setting, at, title, description=words.plain("data.lead")),
            title=title,
            body=written.body if written else "",
            summary=(
                words.fill("data.tables_number", number=len(TABLES)),
                words.fill("data.rows_number", number=f"{_rows(known):,}"),
                words.fill("data.size", size=_size(sum(each.size or 0 for each in known.values()))),
            ),
            licence=words.fill("data.licence", licence=setting.site.licence),
            notes=tuple(_about(words.plain(f"data.note.{each}"), language) for each in _NOTES),
            tables=tuple(_table(words, language, at.path, kind, known) for kind in TABLES),
            others=tuple(_others(words, at.path, known)),
            policies_size=words.fill(
                "data.policies_size", number=f"{len(xml):,}", size=_size(sum(each.size or 0 for each in xml))
            ),
            policies=tuple(_policies(setting, language, at.path, known)),
            more_policies=_more_policies(setting, language, at.path),
            compared=urls.relative(at.path, urls.section(language, "compare")),
            examples=tuple(
                Program(
                    words[f"data.example.{each.name}"], _fenced(each.language, each.at(setting.site.base_url))
                )
                for each in EXAMPLES
            ),
        )
        yield Page(at.path, "data.html", value)


_XML = urls.akoma_ntoso("").removesuffix(".xml")
_NOTES = ("csv", "excel", "empty", "lists", "money", "guard", "stays")


def _rows(known: Mapping[str, Download]) -> int:
    """The rows of all tables, each counted once."""
    found = (known.get(urls.data(f"{kind.name}.csv")) for kind in TABLES)
    return sum(each.rows or 0 for each in found if each)


def _table(
    words: Words, language: str, here: str, kind: TableKind, known: Mapping[str, Download]
) -> TableFiles:
    files = [known[path] for form in FORM_NAMES if (path := urls.data(f"{kind.name}.{form}")) in known]
    return TableFiles(
        name=kind.name,
        about=_about(kind.zh if language == "zh" else kind.about, language),
        rows=f"{files[0].rows or 0:,}" if files else "",
        files=tuple(
            File(
                urls.relative(here, each.path),
                run(FORM_NAMES[each.path.rpartition(".")[2]], "en"),
                _sized(words, each),
            )
            for each in files
        ),
        schema=urls.relative(here, urls.data(f"{kind.name}.schema.json")),
        anchor=urls.fields_of(kind.name),
        count=words.fill("data.fields_number", number=len(kind.columns)),
        fields=tuple(_field(words, language, column) for column in kind.columns),
    )


def _field(words: Words, language: str, column: DataColumn) -> DescribedField:
    schema = column.schema
    return DescribedField(
        column.name,
        _type(words, schema),
        _about(column.zh if language == "zh" else schema["description"], language),
        tuple(str(each) for each in schema.get("enum", ()) if each is not None),
    )


def _about(text: str, language: str) -> Runs:
    """A note on data; in a Chinese one, names of fields and values are told apart."""
    if language == "en":
        return mixed(text, "en")
    parts = (part for part in _LITERAL.split(text) if part)
    return tuple(run(part, "zh", LITERAL if _LITERAL.fullmatch(part) else "")[0] for part in parts)


_LITERAL = regex(r"([a-z][A-Za-z0-9_.]*)")


def _type(words: Words, schema: Mapping[str, Any]) -> Runs:
    """``text``, or ``text, may be empty``."""
    kind = schema["type"]
    if isinstance(kind, str):
        return words[f"data.type.{kind}"]
    return words.fill("data.type.or_empty", type=words.plain(f"data.type.{kind[0]}"))


def _others(words: Words, here: str, known: Mapping[str, Download]) -> Iterator[File]:
    for name, word in OTHER_FILES.items():
        if each := known.get(urls.data(name)):
            yield File(
                urls.relative(here, each.path),
                run(name, "en"),
                _sized(words, each),
                words[f"data.file.{word}"],
            )


def _policies(setting: Setting, language: str, here: str, known: Mapping[str, Download]) -> Iterator[File]:
    for policy in in_place_order(setting.corpus)[:MOST_POLICIES]:
        if each := known.get(urls.akoma_ntoso(policy.meta.slug)):
            words = setting.words[language]
            yield File(urls.relative(here, each.path), policy_title(policy, language), _sized(words, each))


def _more_policies(setting: Setting, language: str, here: str) -> Link | None:
    more = len(setting.corpus.policies) - MOST_POLICIES
    if more <= 0:
        return None
    name = setting.words[language].fill("data.more_policies", number=f"{more:,}")
    return Link(name, urls.relative(here, urls.section(language, "policies")))


def _sized(words: Words, file: Download) -> Runs:
    return () if file.size is None else (Run(_size(file.size), words.lang, "figure"),)


def _size(number: int) -> str:
    """Bytes as people write them: 812 B, 4.1 kB, 23 kB, 1.9 MB."""
    size, units = float(number), ["B", "kB", "MB", "GB"]
    while size >= _NEXT and len(units) > 1:
        size, units = size / 1000, units[1:]
    return f"{size:.1f} {units[0]}" if units[0] != "B" and size < _SHORT else f"{size:.0f} {units[0]}"


_NEXT, _SHORT = 999.5, 9.95


def _fenced(language: str, code: str) -> str:
    return f"```{language}\n{code}```"
