"""The bulk data agrees with the schemas that lie beside it."""

import json

import pytest
from jsonschema import Draft202012Validator

from digest.model.page import Rows
from digest.pages.make import make_pages
from digest.pages.words import read_words
from digest.resources import templates
from small_corpus import corpus


@pytest.mark.parametrize("name", ["documents", "clauses"])
def test_every_row_follows_the_schema(name):
    words, _ = read_words([templates()])
    page = next(page for page in make_pages(corpus(), words) if page.path == f"data/{name}.jsonl")
    schema = json.loads((templates() / "schemas" / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert isinstance(page.value, Rows)
    assert page.value.rows
    for row in page.value.rows:
        assert list(validator.iter_errors(row)) == []
        assert list(row) == schema["required"]


def test_a_row_without_its_text_is_refused():
    schema = json.loads((templates() / "schemas" / "clauses.schema.json").read_text())
    assert not Draft202012Validator(schema).is_valid({"doc": "x"})
