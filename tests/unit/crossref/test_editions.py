"""Which policies are editions of one work, and what continues each clause."""

from dataclasses import replace

import pytest

from digest.crossref.editions import find_editions
from digest.crossref.gist import read_acts
from digest.crossref.matches import find_pairs
from digest.model.corpus import Policy, Relation, Stated
from digest.model.editions import Continued, Editions
from digest.model.keywords import Keywords
from unit.crossref.policies import policy, reader

OLD = (
    "支持冷库建设|对新建冷库的企业，按实际投资额的20%给予补助，最高300万元。",
    "支持冷藏车购置|对购置新能源冷藏车的企业，每辆给予补助3万元。",
    "支持冷链展会|对组织企业参加博览会的协会，给予展位费补贴。",
    "解释|本措施由市商务局负责解释。",
)
NEW = (
    "支持冷库建设|对新建冷库的企业，按实际投资额的20%给予补助，最高500万元。",
    "支持多式联运|对开通铁路班列的企业，每列给予补助5万元。",
    "支持冷藏车购置|对购置新能源冷藏车的企业，每辆给予补助3万元。",
    "解释|本措施由市商务局负责解释。",
)


def edition(slug: str, texts: tuple[str, ...], *supersedes: str, title: str = "") -> Policy:
    made = policy(slug, *texts)
    relations = tuple(Relation("supersedes", target) for target in supersedes)
    meta = replace(made.meta, relations=relations)
    if title:
        meta = replace(meta, title_zh=Stated(title, "printed"))
    return replace(made, meta=meta)


def found(*policies: Policy) -> tuple[Editions, list[tuple[str, str]]]:
    editions, problems = find_editions(policies, "content/policies")
    return editions, [(each.code, each.path) for each in problems]


def test_clauses_continue_each_other_by_their_words() -> None:
    editions, problems = found(edition("old", OLD), edition("new", NEW, "old"))
    assert problems == []
    assert editions.beside["old", "new"].continued == (
        Continued("art1", "art1", "reworded", (("300万元", "500万元"),)),
        Continued("art2", "art3", "same"),
        Continued("art4", "art4", "same"),
    )


def test_a_chain_is_one_work_and_what_is_superseded_twice_is_not_two() -> None:
    editions, _ = found(
        edition("a", OLD),
        edition("b", OLD, "a"),
        edition("c", NEW, "b"),
        edition("d", NEW),
        edition("e", OLD, "a"),
    )
    assert editions.earlier == {"b": {"a"}, "c": {"a", "b"}, "e": {"a"}}
    assert editions.are("a", "c")
    assert editions.are("c", "a")
    assert not editions.are("b", "e")  # a was split: both are current
    assert not editions.are("a", "d")
    assert set(editions.beside) == {("a", "b"), ("a", "c"), ("a", "e"), ("b", "c")}


@pytest.mark.parametrize("target", ["示例市若干措施", "《示例市若干措施》", "old"])
def test_the_old_one_is_named_by_slug_or_by_the_title_that_both_bear(target: str) -> None:
    title = "示例市若干措施"
    editions, _ = found(edition("old", OLD, title=title), edition("new", NEW, target, title=title))
    assert editions.are("old", "new")


def test_a_title_that_two_others_bear_names_none() -> None:
    title = "示例市若干措施"
    old = (edition("old", OLD, title=title), edition("older", OLD, title=title))
    assert not found(*old, edition("new", NEW, title, title=title))[0].earlier


def test_two_that_supersede_each_other_are_an_error() -> None:
    _, problems = found(edition("a", OLD, "c"), edition("b", OLD, "a"), edition("c", NEW, "b"))
    assert problems == [("X107", f"content/policies/{slug}/policy.toml") for slug in "abc"]


@pytest.mark.parametrize(
    ("words", "dropped"),
    [
        (("博览会", "展位费"), {"art3": ("博览会", "展位费")}),
        (("博览会", "冷藏车"), {}),  # the later text uses one of them
        (("博览会",), {}),  # one word is no evidence
        (("铁路班列", "博览会"), {}),
    ],
)
def test_nothing_continues_a_clause_only_where_none_of_its_words_is_used(
    words: tuple[str, ...], dropped: dict[str, tuple[str, ...]]
) -> None:
    keywords = Keywords(rarest={"art3": words})
    editions, _ = found(replace(edition("old", OLD), keywords=keywords), edition("new", NEW, "old"))
    assert editions.beside["old", "new"].dropped == dropped


def test_editions_are_not_matched_with_each_other_but_with_others() -> None:
    policies = (edition("new", NEW, "old"), edition("old", OLD), edition("other", OLD))
    acts = read_acts(policies, reader())
    docs = {(pair.a_doc, pair.b_doc) for pair in find_pairs(acts)}
    assert docs == {("new", "old"), ("new", "other"), ("old", "other")}
    docs = {(pair.a_doc, pair.b_doc) for pair in find_pairs(acts, found(*policies)[0])}
    assert docs == {("new", "other"), ("old", "other")}
