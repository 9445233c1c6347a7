"""The bulk data: every table in every form. A new table is one row in ``TABLES``."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, islice
from typing import Annotated, Any, NamedTuple, TypedDict

from digest.model.corpus import Corpus
from digest.model.facts import Cap, Payout, Stage, Threshold, Tier
from digest.model.page import DataFile, DataTable, ForeignKey, Json, Page, Row, Rows
from digest.model.published import Zh, at_least
from digest.pages.columns import DataColumn, columns_of, row_of, schema_of
from digest.pages.comparison_rows import COMPARISON_COLUMNS, comparison_rows
from digest.pages.edition_rows import EDITION_COLUMNS, edition_rows
from digest.pages.fact_rows import FACTS, fact_rows
from digest.pages.frame import Setting
from digest.pages.match_rows import (
    GROUP_COLUMNS,
    MATCH_COLUMNS,
    MEMBER_COLUMNS,
    THEME_COLUMNS,
    group_rows,
    match_rows,
    member_rows,
    theme_rows,
)
from digest.pages.overview_rows import MATRIX_COLUMNS, PAIR_COLUMNS, matrix_rows, pair_rows
from digest.pages.rows import ClauseRow, DocumentRow, SiteRow, clause_row, document_row, site_row
from digest.pages.translated import english_base
from digest.text import urls

FORMS = ("jsonl", "csv", "xlsx")
"""The forms of a single table."""

DATABASE = "digest.sqlite"
"""The file with all tables."""


class TableKind(NamedTuple):
    """A table: what a row is ``about``, in Chinese as well, and the columns in order. ``key`` names the columns that tell rows
    apart, ``searched`` those of the full-text index."""

    name: str
    about: str
    zh: str
    rows: Callable[[Corpus], Iterator[Row]]
    columns: tuple[DataColumn, ...]
    key: str
    references: tuple[ForeignKey, ...] = ()
    searched: str = ""

    @property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema of the rows."""
        return schema_of(f"{self.about}: one line of {self.name}.jsonl", self.columns)


def make_tables(corpus: Corpus) -> Iterator[DataTable]:
    """All tables; policies by slug, clauses and facts in reading order."""
    for kind in TABLES:
        yield DataTable(
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


def _site(corpus: Corpus) -> Iterator[Row]:
    yield site_row(corpus.site)


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
                facts = policy.facts.get(clause.id)
                if facts is None:
                    continue
                bases = [english_base(policy, clause, fact) for fact in facts.instruments]
                yield from fact_rows(table, slug, clause.id, facts, resolutions.get(clause.id, ()), bases)

    return rows


_DOCUMENT = ForeignKey(("doc",), "documents", ("id",))
_CLAUSE = ForeignKey(("doc", "clause"), "clauses", ("doc", "id"))
_THEME = ForeignKey(("theme",), "themes", ("id",))


def _table_of_facts(name: str, about: str, zh: str, *references: ForeignKey) -> TableKind:
    return TableKind(
        name, about, zh, _facts(name), FACTS[name], "doc clause n", (_DOCUMENT, _CLAUSE, *references)
    )


class _Place(TypedDict):
    k: Annotated[
        int, "place in the list of that row, from 1", Zh("在该行列表中的顺序，从 1 数起"), at_least(1)
    ]


def _laid_out(name: str, member: type, about: str, zh: str, *also: str) -> TableKind:
    """A list of each support, laid out: a row for each value, which names the row of the support and has the columns
    ``also`` of that."""
    above = {column.name: column for column in FACTS["instruments"]}
    own = tuple(column for column in columns_of(member) if "deprecated" not in column.schema)
    more = tuple(above[each] for each in also)
    columns = (*(above[each] for each in ("doc", "clause", "n")), *columns_of(_Place), *own, *more)

    def rows(corpus: Corpus) -> Iterator[Row]:
        for policy in corpus.policies:
            for clause in policy.document.clauses:
                facts = policy.facts.get(clause.id)
                for n, support in enumerate(facts.instruments if facts else (), 1):
                    for k, each in enumerate(getattr(support, name), 1):
                        place = {"doc": policy.meta.slug, "clause": clause.id, "n": n, "k": k}
                        yield place | row_of(own, each) | row_of(more, support)

    named = ("doc", "clause", "n")
    references = (_DOCUMENT, _CLAUSE, ForeignKey(named, "instruments", named))
    return TableKind(name, about, zh, rows, columns, "doc clause n k", references)


TABLES = (
    TableKind("site", "What the site says of itself", "本站的信息", _site, columns_of(SiteRow), "base_url"),
    TableKind("documents", "A policy", "一份政策", _documents, columns_of(DocumentRow), "id"),
    TableKind(
        "clauses",
        "A clause",
        "一个条款",
        _clauses,
        columns_of(ClauseRow),
        "doc id",
        (_DOCUMENT, ForeignKey(("doc", "parent"), "clauses", ("doc", "id"))),
        "label heading_zh heading_en text_zh text_en",
    ),
    _table_of_facts("instruments", "A support that a clause grants or ends", "条款给予或取消的一项支持"),
    _laid_out("caps", Cap, "A cap of a support", "一项支持的一个上限"),
    _laid_out("tiers", Tier, "A step of a graded support", "一项支持的一档", "currency"),
    _laid_out(
        "stages",
        Stage,
        "What a support pays at one stage",
        "一项支持在一个阶段支付多少",
        "currency",
    ),
    _laid_out("payout", Payout, "A part in which a sum is paid out", "一笔金额分次发放中的一次"),
    _laid_out(
        "thresholds",
        Threshold,
        "A figure that an applicant must reach",
        "申请者须达到的一项数额",
    ),
    _table_of_facts("targets", "A goal", "一个目标"),
    _table_of_facts("statistics", "A figure that describes, and is no goal", "一个描述现状、不是目标的数据"),
    _table_of_facts("agencies", "An agency that a clause makes responsible", "条款写明职责的一个单位"),
    _table_of_facts(
        "areas",
        "A sentence in which a text names a place below its own",
        "文件提到下级地区的一句话",
    ),
    _table_of_facts(
        "provisions",
        "A sentence in which a text says how it is used: whom to apply to, what can be combined, how long it holds",
        "文件对自身适用作出规定的一句话：向谁申报、能否叠加、有效期等",
    ),
    _table_of_facts(
        "citations",
        "A printed 《…》 or a reference to a clause of the text itself",
        "文中的一处书名号，或对本文条款的一处引用",
        ForeignKey(("resolves_to",), "documents", ("id",)),
    ),
    TableKind(
        "matches",
        "Two clauses that correspond",
        "一对可比的条款",
        match_rows,
        MATCH_COLUMNS,
        "a_doc a_clause b_doc b_clause",
        (
            ForeignKey(("a_doc", "a_clause"), "clauses", ("doc", "id")),
            ForeignKey(("b_doc", "b_clause"), "clauses", ("doc", "id")),
            _THEME,
        ),
        "evidence_a evidence_b",
    ),
    TableKind(
        "comparisons",
        "What one measure states in one row of a comparison",
        "一项措施在一个比较项目上写明的内容",
        comparison_rows,
        COMPARISON_COLUMNS,
        "theme n",
        (_DOCUMENT, _CLAUSE, _THEME),
    ),
    TableKind("themes", "A theme with its measures", "一个主题及其措施", theme_rows, THEME_COLUMNS, "id"),
    TableKind(
        "members",
        "A measure with a theme",
        "属于一个主题的一条措施",
        member_rows,
        MEMBER_COLUMNS,
        "theme doc clause",
        (_DOCUMENT, _CLAUSE, _THEME),
    ),
    TableKind(
        "groups",
        "Measures that correspond and share no theme",
        "一组未归入主题的可比措施",
        group_rows,
        GROUP_COLUMNS,
        "id",
    ),
    TableKind(
        "matrix",
        "What a policy has of a theme",
        "一份政策在一个主题下有什么",
        matrix_rows,
        MATRIX_COLUMNS,
        "theme doc",
        (_DOCUMENT, _THEME),
    ),
    TableKind(
        "pairs",
        "How many clauses of two policies correspond",
        "两份政策之间可比条款的数量",
        pair_rows,
        PAIR_COLUMNS,
        "a_doc b_doc",
        (ForeignKey(("a_doc",), "documents", ("id",)), ForeignKey(("b_doc",), "documents", ("id",))),
    ),
    TableKind(
        "editions",
        "What continues a clause of a policy in one that supersedes it",
        "被取代的政策中的一个条款，及新文本中延续它的条款",
        edition_rows,
        EDITION_COLUMNS,
        "doc clause later_doc later_clause",
        (
            _DOCUMENT,
            _CLAUSE,
            ForeignKey(("later_doc", "later_clause"), "clauses", ("doc", "id")),
        ),
    ),
)
