"""The bulk data: every table in every form. A new table is one row in ``TABLES``."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from digest.model.corpus import Corpus
from digest.model.facts import ClauseFacts
from digest.model.page import DataFile, Json, Page, Reference, Row, Table
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


def make_tables(corpus: Corpus) -> tuple[Table, ...]:
    """All tables; policies by slug, clauses and facts in reading order."""
    return tuple(
        Table(
            kind.name,
            {column.name: column.sql for column in kind.columns},
            tuple(kind.key.split()),
            kind.references,
            tuple(kind.searched.split()),
            tuple(kind.rows(corpus)),
        )
        for kind in TABLES
    )


def make_data(setting: Setting) -> Iterator[Page]:
    """The files in data/: each table in every form, with its JSON Schema, and all in one database."""
    tables = make_tables(setting.corpus)
    for kind in TABLES:
        yield Page(urls.data(f"{kind.name}.schema.json"), "", Json(kind.schema))
    for table in tables:
        for form in FORMS:
            yield Page(urls.data(f"{table.name}.{form}"), "", DataFile(form, (table,)))
    yield Page(urls.data(DATABASE), "", DataFile("sqlite", tables))


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
