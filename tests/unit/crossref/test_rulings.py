from dataclasses import replace

import pytest

from digest.crossref.relations import Relations
from digest.crossref.rulings import settle
from digest.model.corpus import Policy
from digest.model.matches import Match, Ruling
from digest.text.ids import text_hash
from unit.crossref.policies import PLACES, policy

A = policy("a", "支持流片|对首轮流片给予补贴。", "支持园区|建设产业园区。")
B = policy("b", "支持流片|对首次流片给予补贴。")
FOUND = Match("a", "art1", "b", "art1", 1, 0.5, "tape-out", (), "x", "y", "rule", 0.4, 0.6, "peers")


def ruling(verdict: str, a: str = "a#art1", b: str = "b#art1", **changes: object) -> Ruling:
    texts = {f"{made.meta.slug}#{each.id}": each.text for made in (A, B) for each in made.document.clauses}
    made = Ruling(
        a, b, verdict, "Editor", "2026-01-02", "", text_hash(texts.get(a, "")), text_hash(texts.get(b, "")), 7
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def settled(
    *rulings: Ruling, policies: tuple[Policy, ...] = (A, B)
) -> tuple[list[tuple[str, str, int, str]], list[str]]:
    matches, problems = settle([FOUND], rulings, Relations.of(policies, PLACES, {}), "rulings.toml")
    rows = [(match.a_clause, match.b_clause, match.grade, match.decided_by) for match in matches]
    return rows, [f"{found.code}:{found.line}" for found in problems]


def test_without_rulings_the_rules_hold() -> None:
    assert settled() == ([("art1", "art1", 1, "rule")], [])


@pytest.mark.parametrize(("verdict", "grade"), [("same", 2), ("comparable", 1)])
def test_a_ruling_regrades(verdict: str, grade: int) -> None:
    assert settled(ruling(verdict)) == ([("art1", "art1", grade, "editor")], [])


def test_a_ruling_rejects() -> None:
    assert settled(ruling("different")) == ([], [])


def test_a_ruling_joins_what_no_rule_found() -> None:
    rows, problems = settled(ruling("same", a="a#art2"))
    assert (rows, problems) == ([("art1", "art1", 1, "rule"), ("art2", "art1", 2, "editor")], [])


def test_the_sides_of_a_ruling_may_stand_either_way() -> None:
    assert settled(ruling("same", a="b#art1", b="a#art1"))[0] == [("art1", "art1", 2, "editor")]


def test_a_changed_text_is_reported_and_the_ruling_holds() -> None:
    assert settled(ruling("same", a_hash="0" * 64)) == ([("art1", "art1", 2, "editor")], ["X102:7"])


def test_a_clause_that_moved_is_followed() -> None:
    moved = policy("a", "支持流片|对首轮流片给予补贴。", aliases={"old": "older", "older": "art1"})
    rows, problems = settled(
        ruling("same", a="a#old", a_hash=text_hash("对首轮流片给予补贴。")), policies=(moved, B)
    )
    assert (rows, problems) == ([("art1", "art1", 2, "editor")], [])


@pytest.mark.parametrize("name", ["a#art9", "c#art1"])
def test_a_clause_that_is_not_there_is_reported(name: str) -> None:
    assert settled(ruling("same", a=name)) == ([("art1", "art1", 1, "rule")], ["X101:7"])


def test_aliases_in_a_ring_end() -> None:
    ring = policy("a", "支持流片|对首轮流片给予补贴。", aliases={"x": "y", "y": "x"})
    assert settled(ruling("same", a="a#x"), policies=(ring, B))[1] == ["X101:7"]


def test_the_first_of_two_rulings_holds() -> None:
    rows, problems = settled(ruling("different"), ruling("same", line=12))
    assert (rows, problems) == ([], ["X103:12"])


def test_one_policy_is_not_compared_with_itself() -> None:
    assert settled(ruling("same", b="a#art2")) == ([("art1", "art1", 1, "rule")], ["X104:7"])
