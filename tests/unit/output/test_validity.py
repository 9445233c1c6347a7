"""How a policy stands on a day, as ``digest show`` and ``digest search`` print it."""

import json

import pytest

from digest.output.hits import hits_as_json, hits_as_text
from digest.output.validity import validity_on
from digest.search.find import search_clauses, with_all_words
from small_corpus import corpus

KNOWN = corpus()


@pytest.mark.parametrize(
    ("slug", "day", "said"),
    [
        ("other-2021", "2023-12-31", "Issued as of 2023-12-31 (2021/2023)"),
        ("other-2021", "2024-01-01", "Period over as of 2024-01-01 (2021/2023)"),
        (
            "example-2022",
            "2022-01-01",
            "Not yet in force as of 2022-01-01 (from 2022-07-09, until 2025-07-08)",
        ),
        ("elsewhere", "2024-01-01", "unknown"),
    ],
)
def test_a_day_tells(slug: str, day: str, said: str) -> None:
    assert validity_on(KNOWN, slug, day) == said


@pytest.mark.parametrize(
    ("day", "name", "state"), [("2023-12-31", "Issued", "issued"), ("2024-01-01", "Period over", "expired")]
)
def test_hits_say_it(day: str, name: str, state: str) -> None:
    found = search_clauses(KNOWN, "封测平台")
    lines = [
        line
        for line in hits_as_text(found, len(found.clauses), KNOWN, day).splitlines()
        if "other-2021#" in line
    ]
    assert lines
    assert all(line.endswith(f"  [{name}]") for line in lines)
    hits = json.loads(hits_as_json(found, len(found.clauses), KNOWN, day))["hits"]
    assert {(hit["status"], hit["until"]) for hit in hits if hit["doc"] == "other-2021"} == {
        (state, "2023-12-31")
    }


def test_words_that_no_clause_has_are_named() -> None:
    found = search_clauses(KNOWN, "封测平台 元宇宙")
    assert "No clause contains: 元宇宙. The search went on without them.\n" in hits_as_text(
        found, 1, KNOWN, "2024-01-01"
    )
    assert json.loads(hits_as_json(found, 1, KNOWN, "2024-01-01"))["missing"] == ["元宇宙"]
    strict = with_all_words(found)
    assert hits_as_text(strict, 1, KNOWN, "2024-01-01") == "0 found\nNo clause contains: 元宇宙.\n"
