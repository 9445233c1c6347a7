"""Who offers most of a theme, in words that hold."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from digest.crossref.compare.offers import offers
from digest.model.comparison import Offer, ThemeComparison
from digest.model.facts import Cap, Instrument
from digest.model.matches import ActKey
from digest.model.measures import Measures
from digest.pages.compare.claims import make_claims
from digest.pages.compare.leaders import figure_of, make_leaders
from digest.pages.make import make_pages, make_setting
from digest.pages.strings import plain, read_words
from digest.resources import templates
from small_matches import FIRST, MORE, SECOND, compared_corpus

WORDS = read_words([templates()])


def offer(doc, cap=None, rate=None, at=0):
    """A support of a policy with a cap in yuan, or a rate."""
    caps = (Cap(cap, "<=", "enterprise_year", "printed"),) if cap else ()
    fact = Instrument("subsidy", "", at, at, caps=caps, rate_percent=rate)
    return Offer(ActKey(doc, "1", at, at + 1), fact, caps[0] if caps else None)


def led(*lists):
    return make_leaders(ThemeComparison("theme", offers=lists))


def test_the_highest_cap_leads_also_where_others_come_first_in_their_list():
    (found,) = led((offer("in-force", 3), offer("draft", 5), offer("ended", 3), offer("ended", 2, at=1)))
    assert [[each.act.doc for each in rank] for rank in found.ranks] == [["draft"], ["in-force", "ended"]]
    assert (found.equal, found.lower) == ((0, 0), 0)


def test_rates_are_ranked_where_nobody_states_a_cap_and_other_sums_never():
    sums = (Offer(ActKey("c", "1", 0, 1), Instrument("reward", "", 0, 0, fixed_yuan=9), None),)
    rates = (offer("a", rate=30), offer("b", rate=50))
    (found,) = led(rates, sums)
    assert [figure_of(rank[0]) for rank in found.ranks] == [50, 30]
    assert led(sums) == ()
    assert [figure_of(rank[0]) for each in led((offer("a", 7),), rates) for rank in each.ranks] == [7]


def test_loans_are_not_ranked_with_what_is_given():
    grant, given = offer("bank", 9), offer("city", 5)
    loan = replace(grant, fact=replace(grant.fact, kind="loan"))
    (found,) = led((loan,), (given,))
    assert [[each.act.doc for each in rank] for rank in found.ranks] == [["city"]]
    assert found.aside
    measures = Measures.of(compared_corpus().policies)
    ours = replace(measures.whole(FIRST, "2.1"), supports=(loan.fact,))
    theirs = replace(measures.whole(SECOND, "2.1"), supports=(given.fact,))
    assert [len(each) for each in offers([ours, theirs], {})] == [1, 1]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1))
def test_every_policy_is_counted_once_under_its_highest_figure(stated):
    (found,) = led(tuple(offer(f"p{doc}", cap, at=at) for at, (doc, cap) in enumerate(stated)))
    highest = {doc: max(cap for each, cap in stated if each == doc) for doc, _ in stated}
    assert figure_of(found.ranks[0][0]) == max(highest.values())
    assert sum(map(len, found.ranks)) + sum(found.equal) + found.lower == len(highest)
    for rank, more in zip(found.ranks, found.equal, strict=True):
        (figure,) = {figure_of(each) for each in rank}
        assert len(rank) + more == list(highest.values()).count(figure)
        assert all(highest[int(each.act.doc[1:])] == figure for each in rank)


def test_other_sums_are_the_last_list_and_what_is_ended_is_no_offer():
    measures = Measures.of(compared_corpus().policies)
    fixed = Instrument("reward", "", 1, 2, fixed_yuan=100)
    repeal = Instrument("subsidy", "", 3, 4, act="repeal", caps=offer("a", 5).fact.caps)
    ours = replace(measures.whole(FIRST, "2.1"), supports=(fixed, repeal))
    theirs = replace(measures.whole(SECOND, "2.1"), supports=(offer("c", 5).fact, fixed))
    capped, sums = offers([ours, theirs], {})
    assert [each.act.doc for each in capped] == [SECOND]
    assert [(each.act.doc, each.cap) for each in sums] == [(FIRST, None), (SECOND, None)]


def test_a_theme_begins_with_who_offers_most_and_the_claim_says_the_same():
    corpus = compared_corpus()
    pages: dict[str, Any] = {page.path: page.value for page in make_pages(corpus, WORDS)}
    (leaders,) = pages["en/compare/tape-out/"].leaders
    assert plain(leaders.said) == "states the highest cap on this page, per project:"
    assert [plain(rank.figure).replace("\u00a0", " ") for rank in leaders.ranks] == [
        "RMB 5 million",
        "RMB 3 million",
    ]
    (holder,) = leaders.ranks[0].holders
    assert holder.place.href == "../../../p/example-2022/2.1/index.html#s1"
    assert holder.validity
    claims = make_claims(make_setting(corpus, WORDS), "zh")
    (claim,) = (each for each in claims if each.kind == "most" and each.page == "zh/compare/tape-out/")
    assert (
        claim.text.replace("\u00a0", " ")
        == "深圳市光明区 在本页所列上限中最高，每个项目： 500万元；其次：广东省 300万元"
    )
    assert claim.rests_on == (f"{FIRST}#2.1", f"{SECOND}#2.1")


def test_measures_without_figures_begin_with_their_differences_or_say_that_none_was_recognised():
    pages: dict[str, Any] = {
        page.path: page.value for page in make_pages(compared_corpus(matches=MORE), WORDS)
    }
    page = pages["en/compare/g-example-2022-1.1/"]
    assert page.leaders == page.offers == ()
    assert [link.href for link in page.differences] == []
    assert plain(page.unranked) == "No rate, cap or other sum was recognised in these measures."
