from dataclasses import replace

import pytest

from digest.crossref.relations import Relations
from digest.crossref.rulings import settle
from digest.model.corpus import Policy
from digest.model.editions import Editions
from digest.model.ledger import Ledger, Tombstone
from digest.model.matches import Act, ActPair, Match, Ruling
from digest.model.source import Place
from digest.text.ids import short_hash, text_hash
from unit.crossref.policies import PLACES, policy

A = policy("a", "支持流片|对首轮流片给予补贴。", "支持园区|建设产业园区。")
B = policy("b", "支持流片|对首次流片给予补贴。")
FOUND = Match(
    *("a", "art1", "b", "art1"),
    grade=1,
    shown="possible",
    score=0.5,
    theme="tape-out",
    reasons=("same_object",),
    words=("流片",),
    evidence_a="x",
    evidence_b="y",
    decided_by="rule",
    wording=0.4,
    relation="peers",
)


PLACES_OF_A_AND_B = (Place(7, 5), Place(8, 5))


def ruling(verdict: str, a: str = "a#art1", b: str = "b#art1", **changes: object) -> Ruling:
    texts = {f"{made.meta.slug}#{each.id}": each.text for made in (A, B) for each in made.document.clauses}
    made = Ruling(
        a,
        b,
        verdict,
        "Editor",
        "2026-01-02",
        "",
        text_hash(texts.get(a, "")),
        text_hash(texts.get(b, "")),
        PLACES_OF_A_AND_B,
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


def test_what_an_editor_joins_is_likely_and_compared_as_a_whole() -> None:
    a = policy("a", "支持园区|鼓励引进高端人才。对传感器企业购置检测设备给予补贴。")
    b = policy("b", "支持设备|支持企业购置传感器检测设备。建设产业园区。")
    relations = Relations.of((a, b), PLACES, {})
    given = Ruling("a#art1", "b#art1", "comparable", "Editor", "2026-01-02", "", "", "", PLACES_OF_A_AND_B)
    ((match,), _) = settle([], [given], relations, "rulings.toml")
    assert (match.shown, match.grade, match.decided_by, match.ruling) == ("likely", 1, "editor", given)
    assert (match.pairs, match.evidence_b) == ((), "支持企业购置传感器检测设备。建设产业园区。")


def test_acts_are_never_more_the_same_than_their_clauses() -> None:
    assert graded("comparable", pair(grade=2), pair(grade=2)) == [(1, "likely"), (1, "likely")]


def test_of_clauses_that_are_the_same_those_acts_are_that_say_nearly_the_same() -> None:
    possible = replace(pair(grade=1), shown="possible")
    assert graded("same", possible, possible) == [(1, "likely"), (1, "possible")]
    nearly = replace(possible, reasons=("near_text",))
    assert graded("same", possible, nearly) == [(1, "likely"), (2, "possible")]


def pair(grade: int) -> ActPair:
    acts = Act("a", "art1", 0, 4, "支持流片"), Act("b", "art1", 0, 4, "支持流片")
    return ActPair(*acts, grade, "likely", 0.9, 0.5, None, (), ())


def graded(verdict: str, *pairs: ActPair) -> list[tuple[int, str]]:
    """The grades of some acts of two clauses after a ruling, and how they are shown."""
    found = replace(FOUND, grade=2, shown="likely", pairs=pairs)
    ((match,), _) = settle([found], [ruling(verdict)], Relations.of((A, B), PLACES, {}), "rulings.toml")
    return [(each.grade, each.shown) for each in match.pairs]


def test_the_sides_of_a_ruling_may_stand_either_way() -> None:
    assert settled(ruling("same", a="b#art1", b="a#art1"))[0] == [("art1", "art1", 2, "editor")]


def test_a_changed_text_is_reported_and_the_ruling_holds() -> None:
    assert settled(ruling("same", a_hash="0" * 64)) == ([("art1", "art1", 2, "editor")], ["X102:7"])


@pytest.mark.parametrize("digits", [8, 20, 64])
def test_the_first_digits_of_a_hash_pin_a_text(digits: int) -> None:
    pinned = text_hash("对首轮流片给予补贴。")
    assert settled(ruling("same", a_hash=pinned[:digits]))[1] == []
    other = text_hash("对首轮流片给予奖励。")
    assert settled(ruling("same", a_hash=other[:digits]))[1] == ["X102:7"]


def test_a_clause_that_moved_is_followed() -> None:
    moved = policy("a", "支持流片|对首轮流片给予补贴。", aliases={"old": "older", "older": "art1"})
    rows, problems = settled(
        ruling("same", a="a#old", a_hash=text_hash("对首轮流片给予补贴。")), policies=(moved, B)
    )
    assert (rows, problems) == ([("art1", "art1", 2, "editor")], [])


@pytest.mark.parametrize("name", ["a#art9", "c#art1"])
@pytest.mark.parametrize(("side", "line"), [("a", 7), ("b", 8)])
def test_a_clause_that_is_not_there_is_reported_where_it_is_named(name: str, side: str, line: int) -> None:
    assert settled(ruling("same", **{side: name})) == ([("art1", "art1", 1, "rule")], [f"X101:{line}"])


def test_a_policy_that_lacks_many_clauses_is_told_once() -> None:
    given = [
        ruling("same", a=f"{doc}#x{at}", places=(Place(at, 5), Place(at, 5)))
        for at in range(9)
        for doc in "ac"
    ]
    problems = settle([FOUND], given, Relations.of((A, B), PLACES, {}), "rulings.toml").problems
    assert [(each.code, each.line, dict(each.values)["doc"]) for each in problems] == [
        ("X112", 0, "a"),
        ("X112", 0, "c"),
    ]
    assert problems[0].message == (
        "9 rulings name clauses that are not in a: a#x0, a#x1, a#x2, a#x3, a#x4, a#x5, a#x6, a#x7 and 1 more."
    )
    few = settle([FOUND], given[2:], Relations.of((A, B), PLACES, {}), "rulings.toml").problems
    assert [each.code for each in few] == ["X101"] * 16


def test_a_ruling_without_a_hash_is_told_the_right_one() -> None:
    """It holds meanwhile."""
    given = ruling("same", b_hash="")
    (match,), (found,) = settle([FOUND], [given], Relations.of((A, B), PLACES, {}), "rulings.toml")
    assert (match.grade, found.code, found.line) == (2, "X111", 7)
    assert f'b_hash = "{short_hash(B.document.clauses[0].text)}"' in found.hint


def test_a_clause_that_is_gone_is_named_and_stops_nothing() -> None:
    amended = replace(
        A, ledger=Ledger(aliases={"art8": "art9"}, tombstones={"art9": Tombstone("2025-01-01")})
    )
    for name in ("a#art9", "a#art8"):
        found = settled(ruling("same", a=name), policies=(amended, B))
        assert found == ([("art1", "art1", 1, "rule")], ["X110:7"])


def test_aliases_in_a_ring_end() -> None:
    ring = policy("a", "支持流片|对首轮流片给予补贴。", aliases={"x": "y", "y": "x"})
    assert settled(ruling("same", a="a#x"), policies=(ring, B))[1] == ["X101:7"]


def test_the_first_of_two_rulings_holds() -> None:
    rows, problems = settled(ruling("different"), ruling("same", places=(Place(12, 5), Place(12 + 1, 5))))
    assert (rows, problems) == ([], ["X103:12"])


def test_two_rulings_on_a_pair_are_seen_through_sides_that_are_swapped_and_ids_that_moved() -> None:
    """The first holds, however the second names the pair."""
    moved = policy("a", "支持流片|对首轮流片给予补贴。", aliases={"old": "art1"})
    pinned = text_hash("对首轮流片给予补贴。")[:8]
    swapped = replace(
        ruling("same", a="b#art1", b="a#old", places=(Place(12, 5), Place(12 + 1, 5))), b_hash=pinned
    )
    rows, problems = settled(ruling("comparable"), swapped, policies=(moved, B))
    assert (rows, problems) == ([("art1", "art1", 1, "editor")], ["X103:12"])


def test_one_policy_is_not_compared_with_itself() -> None:
    assert settled(ruling("same", b="a#art2")) == ([("art1", "art1", 1, "rule")], ["X104:7"])


def test_a_ruling_on_two_editions_decides_nothing_and_is_reported() -> None:
    editions = Editions({"b": frozenset({"a"})})
    relations = Relations.of((A, B), PLACES, {})
    matches, problems = settle([], [ruling("same")], relations, "rulings.toml", editions)
    assert matches == ()
    assert [(each.code, each.line) for each in problems] == [("X106", 7)]
