"""The bulk data agrees with the schemas that lie beside it: every row of the policies of this repository."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from digest.build import load
from digest.model.facts import Cap, Citation, ClauseFacts, Instrument, Resolution, Target
from digest.pages.data import TABLES, make_tables
from digest.pages.fact_rows import fact_rows
from digest.resources import templates
from small_corpus import corpus

NAMES = [kind.name for kind in TABLES]


@pytest.fixture(scope="module")
def tables(project):
    loaded, _ = load(project / "content")
    assert loaded
    return {table.name: table for table in make_tables(loaded)}


def schema_of(name):
    return json.loads((templates() / "schemas" / f"{name}.schema.json").read_text())


@pytest.mark.parametrize("name", NAMES)
def test_every_row_follows_the_schema(tables, name):
    schema, table = schema_of(name), tables[name]
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert table.rows
    for row in table.rows:
        assert [error.message for error in validator.iter_errors(row)] == []
        assert list(row) == schema["required"] == list(table.columns)


@pytest.mark.parametrize("name", NAMES)
def test_columns_have_the_type_of_the_schema(name):
    table = next(table for table in make_tables(corpus()) if table.name == name)
    sql = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "array": "JSON"}
    for column, rule in schema_of(name)["properties"].items():
        kinds = rule.get("type", "string")
        kind = kinds if isinstance(kinds, str) else kinds[0]
        money = column in {"fixed_yuan", "fund_yuan"}
        assert table.columns[column] == ("INTEGER" if money else sql[kind]), column


@pytest.mark.parametrize("name", NAMES)
def test_keys_and_references_hold(tables, name):
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
    cited = Citation("《意见》", "意见", None, "citation", 0, 4)
    facts = ClauseFacts(citations=(cited, cited))
    resolutions = (Resolution("other-2021", "title"), Resolution(None, "ambiguous"))
    rows = list(fact_rows("citations", "a", "1", facts, resolutions))
    assert [(row["n"], row["resolves_to"], row["reason"]) for row in rows] == [
        (1, "other-2021", "title"),
        (2, None, "ambiguous"),
    ]
    assert next(fact_rows("citations", "a", "1", facts))["reason"] == "unknown"


def test_resolutions_of_the_corpus_reach_the_rows():
    small = corpus()
    facts = {"1": ClauseFacts(citations=(Citation("《意见》", "意见", None, "citation", 0, 4),))}
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
    assert not Draft202012Validator(schema_of("clauses")).is_valid({"doc": "x"})


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
