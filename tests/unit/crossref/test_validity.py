"""Whether a policy can be relied on: what its editor states, its dates, and what supersedes it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digest.crossref.validity import find_validity
from digest.model.corpus import PolicyMeta, Relation, Stated
from digest.model.problem import Problem
from digest.model.validity import Validity
from digest.read.word_lists import GENRES, read_words
from small_corpus import UNKNOWN
from small_corpus import meta as example

CONTENT = Path(__file__).parents[3] / "content"


def meta(slug: str = "a", status: str | None = "issued", *supersedes: str, **dates: str) -> PolicyMeta:
    """A policy that states a status, dates in full or in part, and what it supersedes."""
    stated: dict[str, Any] = {name: Stated(value, "printed") for name, value in dates.items()}
    return replace(
        example(slug, f"{slug}市办法"),
        status=Stated(status, "printed") if status else UNKNOWN,
        relations=tuple(Relation("supersedes", target) for target in supersedes),
        **({"effective": UNKNOWN} | stated),
    )


def found(*metas: PolicyMeta) -> tuple[dict[str, Validity], tuple[Problem, ...]]:
    words, _ = read_words(CONTENT, CONTENT, GENRES)
    assert words is not None
    validity, problems = find_validity(metas, words.statuses, "content/policies")
    return dict(validity), problems


def state_on(day: str, *metas: PolicyMeta) -> str:
    return found(*metas)[0]["a"].on(day)


@pytest.mark.parametrize(
    ("status", "dates", "day", "state"),
    [
        ("issued", {}, "2030-01-01", "issued"),
        ("issued", {"period": "2021/2023"}, "2023-12-31", "issued"),
        ("issued", {"period": "2021/2023"}, "2024-01-01", "expired"),
        ("issued", {"period": "2021/2023"}, "2019-01-01", "issued"),
        ("issued", {"period": "2021-07/2024-06"}, "2024-06-30", "issued"),
        ("issued", {"period": "2021-07/2024-06"}, "2024-07-01", "expired"),
        ("issued", {"period": "2024"}, "2025-01-01", "expired"),
        ("trial", {"expires": "2024-02"}, "2024-02-29", "trial"),
        ("trial", {"expires": "2024-02"}, "2024-03-01", "expired"),
        ("in_force", {"expires": "2026-12-31", "period": "2021/2023"}, "2025-01-01", "in_force"),
        ("in_force", {"effective": "2024-01-01", "expires": "2026-12-31"}, "2023-12-31", "not_yet_in_force"),
        ("in_force", {"effective": "2024-01-01", "expires": "2026-12-31"}, "2024-01-01", "in_force"),
        ("not_yet_in_force", {"effective": "2024-01-01"}, "2023-12-31", "not_yet_in_force"),
        ("not_yet_in_force", {"effective": "2024-01-01"}, "2024-01-01", "issued"),
        ("not_yet_in_force", {}, "2030-01-01", "not_yet_in_force"),
        ("consultation_draft", {"expires": "2023"}, "2024-01-01", "consultation_draft"),
        ("repealed", {"period": "2021/2023"}, "2022-01-01", "repealed"),
        (None, {}, "2024-01-01", "unknown"),
        (None, {"expires": "2023"}, "2023-06-01", "unknown"),
        (None, {"expires": "2023"}, "2024-01-01", "expired"),
    ],
)
def test_the_state_follows_from_the_day(
    status: str | None, dates: dict[str, str], day: str, state: str
) -> None:
    assert state_on(day, meta("a", status, **dates)) == state


def test_a_month_is_all_of_its_days() -> None:
    validity = found(meta("a", effective="2024-07", expires="2026"))[0]["a"]
    assert (validity.first, validity.start) == ("2024-07-01", "2024-07")
    assert (validity.last, validity.time) == ("2026-12-31", "2026")


def test_what_another_policy_supersedes() -> None:
    for target in ("a", "a市办法", "《a市办法》"):
        (validity, problems) = found(meta("a"), meta("b", "issued", target))
        assert validity["a"] == Validity("superseded", "ended", "printed", by=("b",))
        assert validity["b"].state == "issued"
        assert problems == ()


def test_it_holds_until_its_heir_takes_effect() -> None:
    heir = meta("b", "issued", "a", effective="2025-07-01")
    assert state_on("2025-06-30", meta("a"), heir) == "issued"
    assert state_on("2025-07-01", meta("a"), heir) == "superseded"
    over = meta("a", period="2021/2023")
    assert state_on("2024-01-01", over, heir) == "expired"


def test_a_draft_supersedes_nothing_nor_does_a_policy_itself() -> None:
    assert state_on("2024-01-01", meta("a"), meta("b", "consultation_draft", "a")) == "issued"
    assert state_on("2024-01-01", meta("a", "issued", "a")) == "issued"


def test_a_policy_in_force_that_is_superseded_is_a_contradiction() -> None:
    _, (problem,) = found(meta("a", "in_force"), meta("b", "issued", "a"))
    assert (problem.code, problem.path) == ("X105", "content/policies/a/policy.toml")
    assert "in_force" in problem.message
    assert "b supersedes" in problem.message


def test_the_end_of_time_is_a_day_like_others() -> None:
    assert state_on("2030-01-01", meta("a", expires="9999-12-31")) == "issued"
    assert state_on("2030-01-01", meta("a"), meta("b", "issued", "a", effective="0001-01-01")) == "issued"
