"""What pages are made from has another name when any of it is another, and the same when none is."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints
from digest.incremental.grounds import Grounds
from digest.incremental.shared import SHARED
from digest.model.corpus import Corpus, Translation
from digest.model.editions import EditionPair, Editions
from digest.model.facts import ClauseFacts, Resolution
from digest.model.keywords import Keyword, Keywords
from digest.model.ledger import Ledger
from digest.model.validity import Validity
from digest.pages.clause_parts import make_clauses
from digest.pages.make import make_setting
from digest.pages.parts import Bundle, Pieces, Shown, Stock
from digest.pages.strings import Words, read_words
from digest.resources import templates
from small_corpus import TRANSLATIONS
from small_facts import FACTS
from small_matches import FIRST, SECOND, compared_corpus

CLAUSE = "2.1"


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return dict(read_words([templates()]))


@pytest.fixture
def cache() -> Cache:
    """One that keeps its values in memory."""
    return Cache(resident=True)


def of_first(**fields: Any) -> Callable[[Corpus], Corpus]:
    """The first policy with other fields."""

    def edit(corpus: Corpus) -> Corpus:
        policies = (replace(each, **fields) if each.meta.slug == FIRST else each for each in corpus.policies)
        return replace(corpus, policies=tuple(policies))

    return edit


def reworded(corpus: Corpus) -> Corpus:
    document = next(each.document for each in corpus.policies if each.meta.slug == FIRST)
    clauses = (replace(each, text="别的。") if each.id == CLAUSE else each for each in document.clauses)
    return of_first(document=replace(document, clauses=tuple(clauses)))(corpus)


def renamed(corpus: Corpus) -> Corpus:
    """Another source file, of which the head of a policy speaks."""
    document = next(each.document for each in corpus.policies if each.meta.slug == FIRST)
    return of_first(document=replace(document, source=replace(document.source, name="other.txt")))(corpus)


def retitled(corpus: Corpus) -> Corpus:
    meta = next(each.meta for each in corpus.policies if each.meta.slug == FIRST)
    return of_first(meta=replace(meta, title_en="Other"))(corpus)


def resolved(corpus: Corpus) -> Corpus:
    found = {**corpus.resolutions.get(FIRST, {}), CLAUSE: (Resolution(SECOND, "number"),)}
    return replace(corpus, resolutions={**corpus.resolutions, FIRST: found})


def moved(corpus: Corpus) -> Corpus:
    places = {code: replace(each, name_en="Other") for code, each in corpus.jurisdictions.items()}
    return replace(corpus, jurisdictions=places)


CLAUSES = {
    "the text of a clause": reworded,
    "its facts": of_first(facts={**FACTS, CLAUSE: ClauseFacts()}),
    "its English": of_first(translations={**TRANSLATIONS, CLAUSE: Translation(None, "Other.", "machine")}),
    "its keywords": of_first(keywords=Keywords(clauses={CLAUSE: (Keyword("流片", 1),)})),
    "where its citations lead": resolved,
}
HEADS = {
    "the title": retitled,
    "its source": renamed,
    "what it does not say": of_first(silent=("end",)),
    "how long it holds": lambda corpus: replace(
        corpus, validity={**corpus.validity, FIRST: Validity(last="2020-01-01")}
    ),
}
WHOLES = {"what became of ids": of_first(ledger=Ledger(aliases={"9": CLAUSE}))}


def named(corpus: Corpus, words: dict[str, Words], cache: Cache, shown: Shown) -> bytes:
    return Grounds(Stock(make_setting(corpus, words)), cache, Fingerprints(SHARED)).of(shown)


@pytest.mark.parametrize("edit", [*CLAUSES.values(), *HEADS.values()], ids=[*CLAUSES, *HEADS])
def test_all_that_is_shown_of_a_policy_counts(words, cache, edit):
    before = compared_corpus()
    after = edit(before)
    whole = {each.meta.slug: [clause.id for clause in each.document.clauses] for each in before.policies}
    for clauses in (whole[FIRST], [CLAUSE]):
        shown = Shown({FIRST: clauses})
        assert named(before, words, cache, shown) != named(after, words, cache, shown)
    others = Shown({SECOND: whole[SECOND]})
    assert named(before, words, cache, others) == named(after, words, cache, others)


@pytest.mark.parametrize("edit", CLAUSES.values(), ids=CLAUSES)
def test_what_is_not_shown_does_not(words, cache, edit):
    before, shown = compared_corpus(), Shown({FIRST: ["1"]})
    assert named(before, words, cache, shown) == named(edit(before), words, cache, shown)
    assert named(before, words, cache, shown) != named(before, words, cache, Shown({FIRST: ["2"]}))


def test_the_record_of_a_policy_counts_where_it_is_shown(words, cache):
    before = compared_corpus()
    after = WHOLES["what became of ids"](before)
    part, whole = Shown({FIRST: [CLAUSE]}), Shown({FIRST: [CLAUSE]}, whole=[FIRST])
    assert named(before, words, cache, part) == named(after, words, cache, part)
    assert named(before, words, cache, whole) != named(after, words, cache, whole)


def test_what_lies_between_policies_counts(words, cache):
    corpus = compared_corpus()
    clauses = {FIRST: [CLAUSE], SECOND: [CLAUSE]}
    shown = [
        Shown(clauses),
        Shown(clauses, matches=corpus.matches[:1]),
        Shown(clauses, themes=[corpus.themes[0].id]),
        Shown(clauses, editions=Editions(beside={(FIRST, SECOND): EditionPair()})),
    ]
    assert len({named(corpus, words, cache, each) for each in shown}) == len(shown)
    members = dict.fromkeys(corpus.theme_members, ())
    less = replace(corpus, theme_members=members)
    assert named(corpus, words, cache, shown[2]) != named(less, words, cache, shown[2])


def test_names_are_kept_as_long_as_a_policy_is_made_of_the_same(words, cache, monkeypatch):
    before, shown = compared_corpus(), Shown({FIRST: [CLAUSE], SECOND: [CLAUSE]})
    name = named(before, words, cache, shown)
    gone_through: list[str] = []
    make = Grounds._name

    def watched(grounds: Grounds, pieces: Pieces) -> object:
        gone_through.append(pieces.made_of[0].meta.slug)
        return make(grounds, pieces)

    monkeypatch.setattr(Grounds, "_name", watched)
    assert named(before, words, cache, shown) == name
    assert not gone_through
    assert named(reworded(before), words, cache, shown) != name
    assert gone_through == [FIRST]


def bundled(corpus: Corpus, words: dict[str, Words], cache: Cache, naming: Fingerprints, *docs: str) -> bytes:
    """The name of what a bundle of some policies shows of the first theme."""
    grounds = Grounds(Stock(make_setting(corpus, words)), cache, naming)
    return grounds.of_bundle(Bundle(lambda *_: [], docs, [corpus.themes[0].id], None))


def less_of_a_theme(corpus: Corpus) -> Corpus:
    return replace(corpus, theme_members=dict.fromkeys(corpus.theme_members, ()))


def a_renamed_theme(corpus: Corpus) -> Corpus:
    return replace(corpus, themes=tuple(replace(each, en="Other") for each in corpus.themes))


@pytest.mark.parametrize(
    "edit",
    [*CLAUSES.values(), *HEADS.values(), *WHOLES.values(), moved, less_of_a_theme, a_renamed_theme],
    ids=[*CLAUSES, *HEADS, *WHOLES, "a place", "the measures of a theme", "the name of a theme"],
)
def test_all_that_is_known_of_a_policy_counts_for_a_bundle(words, cache, edit):
    naming = Fingerprints(SHARED)
    before, after = compared_corpus(), edit(compared_corpus())
    for docs in ([FIRST], [FIRST, SECOND]):
        assert bundled(before, words, cache, naming, *docs) != bundled(after, words, cache, naming, *docs)
    if edit is not a_renamed_theme:
        assert bundled(before, words, cache, naming) == bundled(after, words, cache, naming)


def test_a_policy_is_known_by_what_it_was_made_from(words, cache):
    corpus, naming = compared_corpus(), Fingerprints(SHARED)
    names = [bundled(corpus, words, cache, naming, FIRST)]
    for name in (b"a", b"b"):
        naming.know(corpus.policies[0], name)
        names.append(bundled(corpus, words, cache, naming, FIRST))
    assert len(set(names)) == 3


def test_the_pages_of_clauses_are_made_from_what_lies_between_policies(words):
    """A bundle has another name when there is one match less, or one comparison."""
    corpus, naming = compared_corpus(), Fingerprints(SHARED)
    less = replace(corpus, matches=corpus.matches[1:])
    alone = replace(corpus, comparisons=replace(corpus.comparisons, pairs={}))
    names = [
        {bundle.given.slug: naming.of(bundle.given) for bundle in make_clauses(make_setting(each, words))}
        for each in (corpus, less, alone)
    ]
    assert len({each[FIRST] for each in names}) == 3
    assert names[0] == {
        bundle.given.slug: naming.of(bundle.given) for bundle in make_clauses(make_setting(corpus, words))
    }
