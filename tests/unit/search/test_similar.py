"""Clauses that are about the same things."""

from dataclasses import replace

from digest.model.keywords import Keyword, Keywords
from digest.search.similar import similar_clauses
from small_corpus import corpus

POLICIES = corpus().policies


def with_words(**words):
    """The first policy with the keywords of some clauses, each as ``word share``."""
    found = {
        name.replace("_", "."): tuple(Keyword(word, share) for word, share in pairs)
        for name, pairs in words.items()
    }
    return (replace(POLICIES[0], keywords=Keywords((), found)),)


def test_clauses_that_share_their_weightiest_words_are_similar():
    found = similar_clauses(POLICIES)
    assert [(each.name, each.words) for each in found["example-2022", "2.1"]] == [
        (("other-2021", "2.1"), ("首轮流片", "资助")),
        (("other-2021", "2.1.1"), ("首轮流片", "资助")),
    ]


def test_what_stands_above_or_below_is_not_similar():
    one = with_words(**{"2_1": [("流片", 700), ("资助", 700)], "2_1_1": [("流片", 700), ("资助", 700)]})
    assert similar_clauses(one) == {}
    beside = with_words(**{"1_1": [("流片", 700), ("资助", 700)], "2_1_1": [("流片", 700), ("资助", 700)]})
    assert set(similar_clauses(beside)) == {("example-2022", "1.1"), ("example-2022", "2.1.1")}


def test_one_common_word_is_not_enough():
    assert similar_clauses(with_words(**{"1_1": [("流片", 900)], "2_1": [("流片", 900)]})) == {}


def test_light_words_are_not_enough():
    light = [("流片", 300), ("资助", 300)]
    assert similar_clauses(with_words(**{"1_1": light, "2_1": light})) == {}


def test_a_clause_without_a_text_is_similar_to_none():
    both = [("流片", 700), ("资助", 700)]
    assert similar_clauses(with_words(**{"2": both, "1_1": both})) == {}
