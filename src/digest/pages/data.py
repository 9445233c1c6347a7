"""The bulk data: every table in every form. A new table is one row in ``TABLES``."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.model.facts import ClauseFacts
from digest.model.page import DataFile, Page, Reference, Row, Table
from digest.pages.fact_rows import fact_rows
from digest.pages.frame import Setting
from digest.pages.match_rows import match_rows, theme_rows
from digest.pages.rows import clause_row, document_row
from digest.pages.translated import english_base
from digest.text import urls

FORMS = ("jsonl", "csv", "xlsx")
"""The forms of a single table."""

DATABASE = "digest.sqlite"
"""The file with all tables."""


class TableKind(NamedTuple):
    """A table: ``columns`` in order, each ``name`` or ``name:TYPE`` where it is no text. ``key`` names the
    columns that tell rows apart."""

    name: str
    rows: Callable[[Corpus], Iterator[Row]]
    columns: str
    key: str
    references: tuple[Reference, ...]
    searched: str = ""


def make_tables(corpus: Corpus) -> tuple[Table, ...]:
    """All tables; policies by slug, clauses and facts in reading order."""
    return tuple(
        Table(
            kind.name,
            _columns(kind.columns),
            tuple(kind.key.split()),
            kind.references,
            tuple(kind.searched.split()),
            tuple(kind.rows(corpus)),
        )
        for kind in TABLES
    )


def make_data(setting: Setting) -> Iterator[Page]:
    """The files in data/."""
    tables = make_tables(setting.corpus)
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


def _columns(printed: str) -> dict[str, str]:
    """``id lines:JSON`` -> {"id": "TEXT", "lines": "JSON"}."""
    pairs = (column.partition(":") for column in printed.split())
    return {name: kind or "TEXT" for name, _, kind in pairs}


_DOCUMENT = Reference(("doc",), "documents", ("id",))
_CLAUSE = Reference(("doc", "clause"), "clauses", ("doc", "id"))
_FIGURES = (
    "doc clause metric_zh metric_en value:REAL unit comparator year:INTEGER deadline_text baseline_value:REAL "
    "baseline_year:INTEGER evidence start:INTEGER end:INTEGER value_high:REAL growth_factor:REAL "
    "baseline_comparator n:INTEGER"
)

TABLES = (
    TableKind(
        "documents",
        _documents,
        "id title_zh title_en genre status jurisdiction_code jurisdiction_zh jurisdiction_en level issuers:JSON "
        "number issued effective expires url_zh url_en source_sha256",
        "id",
        (),
    ),
    TableKind(
        "clauses",
        _clauses,
        "doc id parent order:INTEGER kind label heading_zh heading_en text_zh text_en translation url hash "
        "lines:JSON",
        "doc id",
        (_DOCUMENT, Reference(("doc", "parent"), "clauses", ("doc", "id"))),
        "label heading_zh heading_en text_zh text_en",
    ),
    TableKind(
        "instruments",
        _facts("instruments"),
        "doc clause kind rate_percent:REAL rate_base_zh rate_base_en caps:JSON tiers:JSON unit_amount_yuan:REAL "
        "unit fixed_yuan:INTEGER fund_yuan:INTEGER thresholds:JSON duration_months:INTEGER one_off:INTEGER "
        "recipient_zh conditions_zh evidence start:INTEGER end:INTEGER rate_comparator amount_comparator "
        "n:INTEGER",
        "doc clause n",
        (_DOCUMENT, _CLAUSE),
    ),
    TableKind("targets", _facts("targets"), _FIGURES, "doc clause n", (_DOCUMENT, _CLAUSE)),
    TableKind("statistics", _facts("statistics"), _FIGURES, "doc clause n", (_DOCUMENT, _CLAUSE)),
    TableKind(
        "agencies",
        _facts("agencies"),
        "doc clause role printed name_zh name_en lead:INTEGER start:INTEGER end:INTEGER n:INTEGER",
        "doc clause n",
        (_DOCUMENT, _CLAUSE),
    ),
    TableKind(
        "citations",
        _facts("citations"),
        "doc clause printed number kind resolves_to start:INTEGER end:INTEGER title reason "
        "resolves_to_clause n:INTEGER",
        "doc clause n",
        (_DOCUMENT, _CLAUSE, Reference(("resolves_to",), "documents", ("id",))),
    ),
    TableKind(
        "matches",
        match_rows,
        "a_doc a_clause b_doc b_clause grade:INTEGER score:REAL theme reasons:JSON evidence_a evidence_b "
        "decided_by wording:REAL substance:REAL relation",
        "a_doc a_clause b_doc b_clause",
        (
            Reference(("a_doc", "a_clause"), "clauses", ("doc", "id")),
            Reference(("b_doc", "b_clause"), "clauses", ("doc", "id")),
            Reference(("theme",), "themes", ("id",)),
        ),
        "evidence_a evidence_b",
    ),
    TableKind("themes", theme_rows, "id name_zh name_en members:JSON stip:JSON side", "id", ()),
)
