"""The bulk data: every table in every form. A new table is one row in ``TABLES``."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, islice
from typing import Any, NamedTuple

from digest.model.corpus import Corpus
from digest.model.facts import ClauseFacts
from digest.model.page import DataFile, Json, Page, Reference, Row, Rows, Table
from digest.pages.columns import Column, columns_of, schema_of
from digest.pages.comparison_rows import COMPARISON_COLUMNS, comparison_rows
from digest.pages.edition_rows import EDITION_COLUMNS, edition_rows
from digest.pages.fact_rows import FACTS, fact_rows
from digest.pages.frame import Setting
from digest.pages.match_rows import (
    GROUP_COLUMNS,
    MATCH_COLUMNS,
    THEME_COLUMNS,
    group_rows,
    match_rows,
    theme_rows,
)
from digest.pages.rows import ClauseRow, DocumentRow, clause_row, document_row
from digest.pages.translated import english_base
from digest.text import urls

FORMS = ("jsonl", "csv", "xlsx")
"""The forms of a single table."""

DATABASE = "digest.sqlite"
"""The file with all tables."""


class TableKind(NamedTuple):
    """A table: what a row is ``about``, and the columns in order. ``key`` names the columns that tell rows apart,
    ``searched`` those of the full-text index."""

    name: str
    about: str
    rows: Callable[[Corpus], Iterator[Row]]
    columns: tuple[Column, ...]
    key: str
    references: tuple[Reference, ...] = ()
    searched: str = ""

    @property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema of the rows."""
        return schema_of(f"{self.about}: one line of {self.name}.jsonl", self.columns)


def make_tables(corpus: Corpus) -> Iterator[Table]:
    """All tables; policies by slug, clauses and facts in reading order."""
    for kind in TABLES:
        yield Table(
            kind.name,
            {column.name: column.sql for column in kind.columns},
            tuple(kind.key.split()),
            kind.references,
            tuple(kind.searched.split()),
            _rows(kind, corpus),
        )


def make_data(setting: Setting) -> Iterator[Page]:
    """The files in data/: each table in every form, with its JSON Schema, and all in one database."""
    for kind in TABLES:
        yield Page(urls.data(f"{kind.name}.schema.json"), "", Json(kind.schema))
    tables = []
    for table in make_tables(setting.corpus):
        for form in FORMS:
            yield Page(urls.data(f"{table.name}.{form}"), "", DataFile(form, (table,)))
        tables.append(table)
    yield Page(urls.data(DATABASE), "", DataFile("sqlite", tuple(tables)))


MOST_HELD = 20_000
"""Rows of a table that are held in memory; more are made each time they are gone through."""


@dataclass(frozen=True, slots=True)
class ManyRows:
    """The rows of a large table. They are known by the ``digest`` of all of them, not by the ``corpus`` that they are made
    from."""

    table: str
    count: int
    digest: bytes
    corpus: Corpus = field(compare=False, repr=False)

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        return next(kind for kind in TABLES if kind.name == self.table).rows(self.corpus)


def _rows(kind: TableKind, corpus: Corpus) -> Rows:
    """The rows of a table, held together where they are few."""
    rows = kind.rows(corpus)
    first = tuple(islice(rows, MOST_HELD + 1))
    return first if len(first) <= MOST_HELD else _many(kind.name, chain(first, rows), corpus)


def _many(table: str, rows: Iterable[Row], corpus: Corpus) -> ManyRows:
    digest, count = blake2b(digest_size=16), 0
    for row in rows:
        count += 1
        digest.update(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    return ManyRows(table, count, digest.digest(), corpus)


def _documents(corpus: Corpus) -> Iterator[Row]:
    return (document_row(corpus, policy.meta) for policy in corpus.policies)


def _clauses(corpus: Corpus) -> Iterator[Row]:
    for policy in corpus.policies:
        for clause in policy.document.clauses:
            translation = policy.translations.get(clause.id)
            yield clause_row(policy.meta.slug, clause, translation, corpus.site.base_url)


def _facts(table: str) -> Callable[[Corpus], Iterator[Row]]:
    """A maker of the rows of one table of facts."""

    def rows(corpus: Corpus) -> Iterator[Row]:
        for policy in corpus.policies:
            slug = policy.meta.slug
            resolutions = corpus.resolutions.get(slug, {})
            for clause in policy.document.clauses:
                facts = policy.facts.get(clause.id, _NO_FACTS)
                bases = [english_base(policy, clause, fact) for fact in facts.instruments]
                yield from fact_rows(table, slug, clause.id, facts, resolutions.get(clause.id, ()), bases)

    return rows


_NO_FACTS = ClauseFacts()


_DOCUMENT = Reference(("doc",), "documents", ("id",))
_CLAUSE = Reference(("doc", "clause"), "clauses", ("doc", "id"))


def _table_of_facts(name: str, about: str, *references: Reference) -> TableKind:
    return TableKind(
        name, about, _facts(name), FACTS[name], "doc clause n", (_DOCUMENT, _CLAUSE, *references)
    )


TABLES = (
    TableKind("documents", "A policy", _documents, columns_of(DocumentRow), "id"),
    TableKind(
        "clauses",
        "A clause",
        _clauses,
        columns_of(ClauseRow),
        "doc id",
        (_DOCUMENT, Reference(("doc", "parent"), "clauses", ("doc", "id"))),
        "label heading_zh heading_en text_zh text_en",
    ),
    _table_of_facts("instruments", "A support that a clause grants or ends"),
    _table_of_facts("targets", "A goal"),
    _table_of_facts("statistics", "A figure that describes, and is no goal"),
    _table_of_facts("agencies", "An agency that a clause makes responsible"),
    _table_of_facts(
        "citations",
        "A printed 《…》 or a reference to a clause of the text itself",
        Reference(("resolves_to",), "documents", ("id",)),
    ),
    TableKind(
        "matches",
        "Two clauses that correspond",
        match_rows,
        MATCH_COLUMNS,
        "a_doc a_clause b_doc b_clause",
        (
            Reference(("a_doc", "a_clause"), "clauses", ("doc", "id")),
            Reference(("b_doc", "b_clause"), "clauses", ("doc", "id")),
            Reference(("theme",), "themes", ("id",)),
        ),
        "evidence_a evidence_b",
    ),
    TableKind(
        "comparisons",
        "What one measure states in one row of a comparison",
        comparison_rows,
        COMPARISON_COLUMNS,
        "theme n",
        (_DOCUMENT, _CLAUSE, Reference(("theme",), "themes", ("id",))),
    ),
    TableKind("themes", "A theme with its measures", theme_rows, THEME_COLUMNS, "id"),
    TableKind("groups", "Measures that correspond and share no theme", group_rows, GROUP_COLUMNS, "id"),
    TableKind(
        "editions",
        "What continues a clause of a policy in one that supersedes it",
        edition_rows,
        EDITION_COLUMNS,
        "doc clause later_doc later_clause",
        (
            _DOCUMENT,
            _CLAUSE,
            Reference(("later_doc", "later_clause"), "clauses", ("doc", "id")),
        ),
    ),
)
