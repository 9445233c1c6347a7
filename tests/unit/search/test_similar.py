"""Clauses that are about the same things."""

from dataclasses import replace

from digest.model.keywords import Keywords
from digest.search import similar
from digest.search.similar import SimilarClauses
from small_corpus import corpus

POLICIES = corpus().policies
WORDS = [("流片", 600), ("资助", 600), ("研发", 500)]


def with_words(**words):
    """The first policy with the words of some clauses and their shares; each is among the rarest."""
    shares = {name.replace("_", "."): dict(pairs) for name, pairs in words.items()}
    return (
        replace(
            POLICIES[0],
            keywords=Keywords((), {}, shares, {name: tuple(pairs) for name, pairs in shares.items()}),
        ),
    )


def similar_clauses(policies):
    """What is similar to each clause that anything is similar to."""
    known = SimilarClauses(policies)
    names = [(policy.meta.slug, clause.id) for policy in policies for clause in policy.document.clauses]
    return {name: found for name in names if (found := known.of(name))}


def test_clauses_that_share_their_weightiest_words_are_similar():
    found = similar_clauses(POLICIES)
    assert [(each.name, each.words) for each in found["example-2022", "2.1"]] == [
        (("other-2021", "2.1"), ("首轮流片", "资助", "研发")),
        (("other-2021", "2.1.1"), ("首轮流片", "资助", "研发")),
    ]


def test_what_stands_above_or_below_is_not_similar():
    assert similar_clauses(with_words(**{"2_1": WORDS, "2_1_1": WORDS})) == {}
    beside = with_words(**{"1_1": WORDS, "2_1_1": WORDS})
    assert set(similar_clauses(beside)) == {("example-2022", "1.1"), ("example-2022", "2.1.1")}


def test_two_common_words_are_not_enough():
    assert similar_clauses(with_words(**{"1_1": WORDS[:2], "2_1": WORDS[:2]})) == {}


def test_light_words_are_not_enough():
    light = [(word, 280) for word, _ in WORDS]
    assert similar_clauses(with_words(**{"1_1": light, "2_1": light})) == {}


def test_a_clause_without_a_text_is_similar_to_none():
    assert similar_clauses(with_words(**{"2": WORDS, "1_1": WORDS})) == {}


def test_the_front_of_a_document_is_similar_to_nothing():
    assert similar_clauses(with_words(**{"front_1": WORDS, "1_1": WORDS})) == {}


def test_common_words_are_not_asked_when_rare_ones_found_enough(monkeypatch):
    """`流片` stands in two clauses, `资助` in three; all have the words in common that make them similar."""
    texts = {"1_1": WORDS, "2_1_1": WORDS, "art7": [("资助", 600), ("流片设备", 600)]}
    policies = with_words(**texts)
    shares = {**policies[0].keywords.words, "art7": dict(WORDS)}
    policies = (replace(policies[0], keywords=replace(policies[0].keywords, words=shares)),)
    assert [each.name[1] for each in SimilarClauses(policies).of(("example-2022", "1.1"))] == [
        "2.1.1",
        "art7",
    ]
    monkeypatch.setattr(similar, "ENOUGH", 1)
    assert [each.name[1] for each in SimilarClauses(policies).of(("example-2022", "1.1"))] == ["2.1.1"]
