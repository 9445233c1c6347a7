"""Which policies are compared with each other."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from digest.crossref.features import Profile, unit
from digest.crossref.nearest import NEAREST, nearest


def about(words: Iterable[str], *, law: bool = False) -> Profile:
    return Profile(unit(dict.fromkeys(words, 1.0)), frozenset(), law)


def near(profiles: Mapping[str, Profile]) -> Sequence[tuple[str, str]]:
    return nearest([*profiles], profiles.__getitem__)


def family(name: str, size: int) -> dict[str, Profile]:
    """Policies on one subject, each with some words of its own: the next ones share most of these."""
    return {
        f"{name}-{at:03}": about([name, *(f"{name}{word}" for word in range(at, at + 5))])
        for at in range(size)
    }


def test_each_two_policies_of_a_small_site_are_compared() -> None:
    few = {str(at): about([f"word{at}"]) for at in range(NEAREST + 1)}
    assert near(few) == [*combinations(few, 2)]


def test_laws_are_compared_with_policies_on_their_own_subject_alone() -> None:
    laws = {"a": about("甲乙丙", law=True), "b": about("甲乙丁", law=True), "c": about("戊", law=True)}
    assert near(laws) == [("a", "b")]
    assert near(laws | {"d": about("丙戊")}) == [("a", "b"), ("a", "d"), ("c", "d")]


def test_on_a_large_site_each_policy_is_compared_with_those_nearest_to_it() -> None:
    many = family("chips", 120) | family("drones", 80)
    found = near(many)
    of = Counter(name for couple in found for name in couple)
    assert len(found) <= NEAREST * len(many)
    assert min(of.values()) >= NEAREST
    assert all(a.split("-")[0] == b.split("-")[0] for a, b in found)
    assert {("chips-007", f"chips-{at:03}") for at in range(8, 12)} <= set(found)


def test_a_word_of_every_policy_does_not_make_each_two_be_compared() -> None:
    many = {f"{at:03}": about(["企业", f"own{at // 2}"]) for at in range(300)}
    found = near(many)
    assert {(f"{at:03}", f"{at + 1:03}") for at in range(0, 300, 2)} <= set(found)
    assert len(found) <= NEAREST * len(many)
