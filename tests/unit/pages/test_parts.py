"""Each page is made from a part of the corpus, and shows what it would show if it knew the whole."""

from dataclasses import replace

import pytest

from digest.build import load
from digest.pages import feeds, full_text
from digest.pages.clause_parts import make_clauses
from digest.pages.frame import Setting
from digest.pages.make import make_parts, make_setting
from digest.pages.parts import Shown, Stock, narrowed, pages_of
from digest.pages.strings import read_words
from digest.resources import starter_content, templates


@pytest.fixture(scope="module")
def setting() -> Setting:
    corpus, _ = load(starter_content())
    assert corpus
    words = read_words([templates()])
    return make_setting(corpus, words)


@pytest.mark.parametrize("make", [make_clauses, full_text.make_full_texts, feeds.make_feeds])
def test_a_page_lacks_nothing(setting, make):
    stock = Stock(setting)
    parts = [part for each in make(setting) for part in stock.parts(each)]
    assert len(parts) >= len(setting.corpus.policies)
    for part in parts:
        assert list(stock.pages(part)) == list(part.make(setting, part.given))


def test_the_parts_of_a_bundle_are_what_they_would_be_if_the_whole_corpus_were_known(setting):
    stock = Stock(setting)
    for bundle in make_clauses(setting):
        parts = list(stock.parts(bundle))
        assert parts == list(bundle.make(setting, bundle.given))
        shown = [part.shown for part in parts if part.shown]
        assert {slug for each in shown for slug in each.clauses} <= set(bundle.docs)
        assert {theme for each in shown for theme in each.themes} <= set(bundle.themes)


def test_every_page_belongs_to_one_part(setting):
    paths = [page.path for page in pages_of(make_parts(setting), setting)]
    assert len(paths) == len(set(paths))


def test_a_narrowed_setting_knows_only_what_was_asked_for(setting):
    first, second, *_ = setting.corpus.policies
    clause = first.document.clauses[3].id
    stock = Stock(setting)
    known = narrowed(stock.common, stock.ground(Shown({first.meta.slug: {clause}, second.meta.slug: ()})))
    corpus = known.corpus
    assert [policy.meta for policy in corpus.policies] == [first.meta, second.meta]
    assert [each.id for each in corpus.policies[0].document.clauses] == [clause]
    assert corpus.policies[0].facts.keys() | corpus.policies[0].translations.keys() <= {clause}
    assert not corpus.policies[1].document.clauses
    assert not corpus.matches
    assert not corpus.themes
    assert replace(known, corpus=setting.corpus) == setting
