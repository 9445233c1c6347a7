"""The pages of clauses of a policy are made from it and the policies near it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from digest.model.corpus import Corpus
from digest.model.facts import Resolution
from digest.model.keywords import Keywords
from digest.model.validity import Validity
from digest.pages.clause_parts import make_clauses
from digest.pages.make import make_setting
from digest.pages.parts import Stock
from digest.pages.strings import read_words
from digest.resources import templates
from small_matches import FIRST, SECOND, compared_corpus


def cited(corpus: Corpus) -> Corpus:
    return replace(corpus, resolutions={FIRST: {"1": (Resolution(SECOND, "number"),)}})


def alike(corpus: Corpus) -> Corpus:
    known = Keywords(words={"1": {"甲": 600, "乙": 600, "丙": 600}}, rarest={"1": ("甲",)})
    return replace(corpus, policies=tuple(replace(each, keywords=known) for each in corpus.policies))


def superseded(corpus: Corpus) -> Corpus:
    return replace(corpus, validity={FIRST: Validity(by=(SECOND,))})


def copied(corpus: Corpus) -> Corpus:
    return replace(corpus, copies={FIRST: SECOND})


@pytest.mark.parametrize("near", [cited, alike, superseded, copied])
def test_a_policy_is_near_another_that_its_pages_name(near: Callable[[Corpus], Corpus]) -> None:
    apart = compared_corpus(matches=())
    setting = make_setting(
        near(replace(apart, comparisons=type(apart.comparisons)())), read_words([templates()])
    )
    stock = Stock(setting)
    bundles = {bundle.given.slug: bundle for bundle in make_clauses(setting)}
    assert set(bundles[FIRST].docs) == {FIRST, SECOND}
    for bundle in bundles.values():
        parts = list(stock.parts(bundle))
        assert parts == list(bundle.make(setting, bundle.given))
        assert {slug for part in parts if part.shown for slug in part.shown.clauses} <= set(bundle.docs)
