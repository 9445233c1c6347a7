"""The bulk data agrees with the schemas that lie beside it: every row of the policies of this repository."""

import json
import re
from collections import Counter
from dataclasses import fields, replace

import pytest
from jsonschema import Draft202012Validator

from digest.build import load
from digest.incremental.fingerprint import Fingerprints
from digest.model.facts import (
    AgencyRole,
    Cap,
    Citation,
    ClauseFacts,
    Instrument,
    Payout,
    Resolution,
    Stage,
    Target,
    Threshold,
    Tier,
)
from digest.pages import data
from digest.pages.columns import columns_of
from digest.pages.data import TABLES, make_tables
from digest.pages.fact_rows import fact_rows
from small_corpus import corpus
from small_editions import editions_corpus
from small_matches import MORE, compared_corpus

KINDS = {kind.name: kind for kind in TABLES}
CITED = Citation(printed="《意见》", title="意见", number=None, kind="citation", start=0, end=4)

PUBLISHED = {
    "documents": (
        "id title_zh title_en genre status jurisdiction_code jurisdiction_zh jurisdiction_en level "
        "issuers:JSON number issued effective expires url_zh url_en source_sha256"
    ),
    "clauses": (
        "doc id parent order:INTEGER kind label heading_zh heading_en text_zh text_en translation url hash "
        "lines:JSON"
    ),
    "instruments": (
        "doc clause kind rate_percent:REAL rate_base_zh rate_base_en caps:JSON tiers:JSON "
        "unit_amount_yuan:REAL unit fixed_yuan:INTEGER fund_yuan:INTEGER thresholds:JSON "
        "duration_months:INTEGER one_off:INTEGER recipient_zh conditions_zh evidence start:INTEGER "
        "end:INTEGER rate_comparator amount_comparator n:INTEGER"
    ),
    "targets": (
        "doc clause metric_zh metric_en value:REAL unit comparator year:INTEGER deadline_text "
        "baseline_value:REAL baseline_year:INTEGER evidence start:INTEGER end:INTEGER value_high:REAL "
        "growth_factor:REAL n:INTEGER"
    ),
    "agencies": "doc clause role printed name_zh name_en lead:INTEGER start:INTEGER end:INTEGER n:INTEGER",
    "citations": "doc clause printed number kind resolves_to start:INTEGER end:INTEGER title reason n:INTEGER",
    "matches": (
        "a_doc a_clause b_doc b_clause grade:INTEGER shown score:REAL theme reasons:JSON words:JSON evidence_a evidence_b "
        "decided_by wording:REAL relation"
    ),
    "themes": "id name_zh name_en members:JSON stip:JSON side",
    **{
        name: f"doc clause n:INTEGER k:INTEGER {own}"
        for name, own in {
            "caps": "amount_yuan:INTEGER comparator scope scope_status currency",
            "tiers": (
                "condition_zh threshold_yuan:INTEGER amount_yuan:REAL rate_percent:REAL comparator "
                "threshold_comparator currency"
            ),
            "stages": "when_zh amount_yuan:REAL rate_percent:REAL currency",
            "payout": "share_percent:REAL when_zh",
            "thresholds": "metric_zh comparator amount_yuan:INTEGER currency",
        }.items()
    },
    "members": "theme doc clause grade:INTEGER score:REAL",
    "matrix": (
        "theme theme_zh theme_en doc jurisdiction_code jurisdiction_zh jurisdiction_en measures:INTEGER "
        "matched:INTEGER verdict"
    ),
    "pairs": (
        "a_doc b_doc likely:INTEGER possible:INTEGER same:INTEGER comparable:INTEGER reviewed:INTEGER url_zh url_en"
    ),
    "site": "base_url title_zh title_en licence contact",
}


@pytest.fixture(scope="module")
def tables(project):
    loaded, _ = load(project / "content")
    assert loaded
    # The policies need not have measures that correspond without a theme; the small corpus has.
    groups = next(table for table in make_tables(compared_corpus(matches=MORE)) if table.name == "groups")
    return {**{table.name: table for table in make_tables(loaded)}, "groups": groups}


@pytest.fixture(scope="module")
def tables_of(tables):
    """The tables among which one is looked at: those of the policies, of small editions, or of a support that has all."""
    editions, full = (
        {table.name: table for table in make_tables(small)} for small in (editions_corpus(), with_support())
    )
    return lambda name: editions if name == "editions" else full if name in LISTS else tables


SUPPORT = Instrument(
    "reward", "", 0, 0,
    fixed_yuan=50_000, amount_high=100_000.0, amount_comparator="=", currency="USD",
    rate_percent=5.0, rate_high=7.5, rate_unit="percentage_point", rate_comparator="<=",
    caps=(Cap(5_000_000, "<=", "project", "printed"), Cap(1_000_000, "<", "year", "inferred", "EUR")),
    tiers=(Tier("首次突破1亿元", 100_000_000, 1e6, None, threshold_comparator=">"), Tier(None, None, None, 2.5)),
    thresholds=(Threshold("营业收入", ">=", 20_000_000),),
    payout=(Payout(80.0, "验收合格后"), Payout(20.0, None)),
    stages=(Stage("第一年", amount_yuan=1e5), Stage("第二年", rate_percent=2.5)),
    per="person_month", act="repeal",
)  # fmt: skip
"""A support with every field."""

LISTS = {
    "caps": ("amount_yuan", "comparator", "scope", "scope_status", "currency"),
    "tiers": (
        "condition_zh", "condition_en", "threshold_yuan", "amount_yuan", "rate_percent", "comparator",
        "threshold_comparator", "currency",
    ),
    "stages": ("when_zh", "when_en", "amount_yuan", "rate_percent", "currency"),
    "payout": ("share_percent", "when_zh", "when_en"),
    "thresholds": ("metric_zh", "metric_en", "comparator", "amount_yuan", "currency"),
}  # fmt: skip
"""The lists of a support that are tables as well, with their own columns."""


def with_support():
    small = corpus()
    facts = {"2.1": ClauseFacts(instruments=(Instrument("subsidy", "", 0, 0), SUPPORT))}
    return replace(small, policies=(replace(small.policies[0], facts=facts), *small.policies[1:]))


@pytest.mark.parametrize("name", KINDS)
def test_every_row_follows_the_schema(tables_of, name):
    schema, table = KINDS[name].schema, tables_of(name)[name]
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert table.rows
    for row in table.rows:
        assert [error.message for error in validator.iter_errors(row)] == []
        assert list(row) == schema["required"] == list(table.columns)


@pytest.mark.parametrize(("name", "columns"), PUBLISHED.items())
def test_published_columns_stay_in_their_order(name, columns):
    """Each ``name`` or ``name:TYPE``; new ones may stand anywhere."""
    table = next(table for table in make_tables(corpus()) if table.name == name)
    there = iter(table.columns.items())
    for column in columns.split():
        wanted, _, kind = column.partition(":")
        assert (wanted, kind or "TEXT") in there, wanted


@pytest.mark.parametrize(
    "kind", [Instrument, Cap, Tier, Threshold, Payout, Stage, Target, AgencyRole, Citation, Resolution]
)
def test_every_field_of_a_fact_is_published(kind):
    names = {column.name for column in columns_of(kind)}
    known = {
        "explanation",
        "formula",
    }  # in the column resolves_to; and what the page of estimates makes of the figures
    assert {field.name for field in fields(kind)} <= names | known


@pytest.mark.parametrize(("name", "own"), LISTS.items())
def test_lists_are_tables_as_well(tables_of, name, own):
    """Nothing is in the cell of a support that is not in the table, in the same order."""
    tables = tables_of(name)
    assert list(tables[name].columns) == ["doc", "clause", "n", "k", *own]
    listed = next(row for row in tables["instruments"].rows if row["n"] == 2)
    assert [row[column] for row in tables[name].rows for column in ("doc", "clause", "n")] == (
        ["example-2022", "2.1", 2] * len(listed[name])
    )
    assert [row["k"] for row in tables[name].rows] == [*range(1, len(listed[name]) + 1)]
    for row, each in zip(tables[name].rows, listed[name], strict=True):
        known = {"currency": "USD"} | each
        assert {column: row[column] for column in own} == {column: known[column] for column in own}


def test_the_matrix_counts_the_measures_of_themes(tables):
    rows = {(row["theme"], row["doc"]): row for row in tables["matrix"].rows}
    compared = {(row["theme"], row["doc"]) for row in tables["comparisons"].rows if row["start"] is not None}
    assert compared <= {key for key, row in rows.items() if row["measures"]}
    absent = {
        (row["theme"], row["doc"]): row["verdict"]
        for row in tables["comparisons"].rows
        if row["verdict"] in {"mentioned", "open", "not_recognised"}
    }
    assert {key: row["verdict"] for key, row in rows.items() if not row["measures"]} == absent
    assert {row["verdict"] for row in rows.values() if row["measures"]} == {"recognised"}
    small = next(table for table in make_tables(compared_corpus(matches=MORE)) if table.name == "matrix")
    assert [(row["theme"], row["doc"], row["measures"], row["matched"]) for row in small.rows] == [
        ("tape-out", "example-2022", 1, 1),
        ("tape-out", "other-2021", 1, 1),
        ("platforms", "example-2022", 1, 0),
        ("platforms", "other-2021", 0, 0),
    ]


def test_pairs_count_the_matches(tables):
    counted = Counter((row["a_doc"], row["b_doc"], row["shown"]) for row in tables["matches"].rows)
    graded = Counter((row["a_doc"], row["b_doc"], row["grade"]) for row in tables["matches"].rows)
    for row in tables["pairs"].rows:
        pair = (row["a_doc"], row["b_doc"])
        assert [row[name] for name in ("likely", "possible", "same", "comparable")] == [
            *(counted.pop((*pair, shown), 0) for shown in ("likely", "possible")),
            *(graded.pop((*pair, grade), 0) for grade in (2, 1)),
        ]
    assert not counted
    assert not graded


def test_members_are_those_of_the_themes(tables):
    listed = [{"theme": row["id"], **member} for row in tables["themes"].rows for member in row["members"]]
    assert [*tables["members"].rows] == listed


@pytest.mark.parametrize("name", KINDS)
def test_every_column_is_explained_in_chinese(name):
    assert all(re.search("[\u4e00-\u9fff]", column.zh) for column in KINDS[name].columns)


@pytest.mark.parametrize("name", KINDS)
def test_every_column_is_explained(name):
    def explained(rules):
        for column, rule in rules["properties"].items():
            assert rule.get("description"), column
            if "properties" in rule.get("items", {}):
                explained(rule["items"])

    explained(KINDS[name].schema)


def test_a_fact_with_every_field_follows_its_schema():
    """The policies of this repository need not fill all of them."""
    row = next(fact_rows("instruments", "a", "1", ClauseFacts(instruments=(SUPPORT,))))
    Draft202012Validator(KINDS["instruments"].schema).validate(row)
    assert row["payout"] == [
        {"share_percent": 80, "when_zh": "验收合格后", "when_en": None},
        {"share_percent": 20, "when_zh": None, "when_en": None},
    ]
    assert row["stages"][1] == {
        "when_zh": "第二年",
        "when_en": None,
        "amount_yuan": None,
        "rate_percent": 2.5,
    }
    assert (row["amount_high"], row["rate_high"], row["currency"]) == (100_000, 7.5, "USD")


@pytest.mark.parametrize(
    ("symbol", "high", "name"),
    [
        ("=", None, "eq"),
        ("<", None, "lt"),
        ("<=", None, "lte"),
        (">", None, "gt"),
        (">=", None, "gte"),
        ("~", None, "about"),
        (None, None, None),
        ("=", 9.0, "range"),
        (None, 9.0, "range"),
    ],
)
def test_comparators_have_names_and_keep_their_symbols(symbol, high, name):
    facts = ClauseFacts(
        instruments=(
            Instrument(
                "a",
                "",
                0,
                0,
                rate_comparator=symbol,
                rate_high=high,
                amount_comparator=symbol,
                amount_high=high,
            ),
        ),
        targets=(Target("产值", "", 0, 0, comparator=symbol, value_high=high),),
    )
    support, goal = (next(fact_rows(table, "a", "1", facts)) for table in ("instruments", "targets"))
    assert {support["rate_comparator"], support["amount_comparator"], goal["comparator"]} == {name}
    assert {
        support["rate_comparator_symbol"],
        support["amount_comparator_symbol"],
        goal["comparator_symbol"],
    } == {symbol}


def test_comparators_in_lists_have_names_too():
    support = Instrument(
        "a", "", 0, 0, caps=(Cap(5, "<=", "project", "printed"),), thresholds=(Threshold("营收", ">", 9),)
    )
    row = next(fact_rows("instruments", "a", "1", ClauseFacts(instruments=(support,))))
    found = [(each["comparator"], each["comparator_symbol"]) for each in (*row["caps"], *row["thresholds"])]
    assert found == [("lte", "<="), ("gt", ">")]


@pytest.mark.parametrize("name", KINDS)
def test_keys_and_references_hold(tables_of, name):
    tables = tables_of(name)
    table = tables[name]
    keys = [tuple(row[column] for column in table.key) for row in table.rows]
    assert len(keys) == len(set(keys))
    for columns, other, there in table.references:
        known = {tuple(row[column] for column in there) for row in tables[other].rows}
        named = {tuple(row[column] for column in columns) for row in table.rows}
        assert {key for key in named if None not in key} <= known


def test_rows_come_in_the_order_of_the_texts(tables):
    order = {(row["doc"], row["id"]): at for at, row in enumerate(tables["clauses"].rows)}
    for name in ("instruments", "targets", "statistics", "agencies", "citations"):
        places = [(order[row["doc"], row["clause"]], row["n"]) for row in tables[name].rows]
        assert places == sorted(places)


def test_evidence_stands_where_the_row_says(tables):
    text = {(row["doc"], row["id"]): row["text_zh"] for row in tables["clauses"].rows}
    for name in ("instruments", "targets", "statistics"):
        for row in tables[name].rows:
            assert text[row["doc"], row["clause"]][row["start"] : row["end"]] == row["evidence"]


def test_a_citation_says_where_it_leads():
    facts = ClauseFacts(citations=(CITED, CITED))
    resolutions = (Resolution("other-2021", "title"), Resolution(None, "ambiguous"))
    rows = list(fact_rows("citations", "a", "1", facts, resolutions))
    assert [(row["n"], row["resolves_to"], row["reason"]) for row in rows] == [
        (1, "other-2021", "title"),
        (2, None, "ambiguous"),
    ]
    assert next(fact_rows("citations", "a", "1", facts))["reason"] == "unknown"


def test_resolutions_of_the_corpus_reach_the_rows():
    small = corpus()
    facts = {"1": ClauseFacts(citations=(CITED,))}
    policies = (replace(small.policies[0], facts=facts), small.policies[1])
    resolutions = {"example-2022": {"1": (Resolution("other-2021", "title"),)}}
    tables = make_tables(replace(small, policies=policies, resolutions=resolutions))
    rows = next(table.rows for table in tables if table.name == "citations")
    assert [row["resolves_to"] for row in rows] == ["other-2021"]


def test_whole_numbers_are_written_without_a_fraction():
    cap = Cap(5_000_000, "<=", "project", "printed")
    support = Instrument("subsidy", "30%", 0, 3, rate_percent=30.0, unit_amount_yuan=12.5, caps=(cap,))
    row = next(fact_rows("instruments", "a", "1", ClauseFacts(instruments=(support,))))
    assert json.dumps([row["rate_percent"], row["unit_amount_yuan"]]) == "[30, 12.5]"
    assert row["caps"][0]["amount_yuan"] == 5_000_000
    endless = Target("规模", "", 0, 0, value=float("inf"))
    assert next(fact_rows("targets", "a", "1", ClauseFacts(targets=(endless,))))["value"] is None


def test_a_row_without_its_text_is_refused():
    assert not Draft202012Validator(KINDS["clauses"].schema).is_valid({"doc": "x"})


def test_the_period_and_the_last_day_of_a_policy(tables):
    rows = {row["id"]: row for row in tables["documents"].rows}
    names = ("period_start", "period_end", "until", "expires", "status", "superseded_by")
    assert [rows["shandong-2021"][name] for name in names] == [
        "2021",
        "2023",
        "2023-12-31",
        None,
        "issued",
        [],
    ]
    assert [rows["longhua-2024"][name] for name in names] == [
        None,
        None,
        None,
        None,
        "consultation_draft",
        [],
    ]


def test_the_rows_of_a_large_table_are_made_each_time(monkeypatch):
    whole = corpus()
    held = {table.name: table.rows for table in make_tables(whole)}
    monkeypatch.setattr(data, "MOST_HELD", 5)
    large = {table.name: table.rows for table in make_tables(whole)}
    rows = large["clauses"]
    assert isinstance(rows, data.ManyRows)
    assert [*rows] == [*rows] == [*held["clauses"]]
    assert len(rows) == len(held["clauses"]) > 5
    assert isinstance(large["documents"], tuple)


def test_a_large_table_is_known_by_its_rows(monkeypatch):
    """A change elsewhere leaves its files as they are; a change of a row does not."""
    monkeypatch.setattr(data, "MOST_HELD", 5)
    whole = corpus()
    first, *rest = whole.policies
    elsewhere = replace(whole, addresses={})
    changed = replace(whole, policies=(replace(first, translations={}), *rest))
    names = [
        Fingerprints().of(next(table.rows for table in make_tables(each) if table.name == "clauses"))
        for each in (whole, elsewhere, changed)
    ]
    assert names[0] == names[1] != names[2]
