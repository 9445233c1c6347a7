"""What stands out on a site, by rules that hold for any field."""

from dataclasses import replace

import pytest

from digest.build import load
from digest.model.comparison import Comparisons, MeasureGroup, MeasureRow, Offer, ThemeComparison, Verdict
from digest.model.corpus import Stated
from digest.model.facts import Cap, ClauseFacts, Instrument, Target
from digest.model.matches import ActKey, Theme, ThemeMember
from digest.model.source import Span
from digest.model.validity import Validity
from digest.pages import findings, home
from digest.pages.make import make_setting
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import starter_content, templates
from digest.search.find import search_clauses
from many_policies import many_policies

WORDS = read_words([templates()])
CLAUSE = "2.1"


def support(amount, scope="project", start=0):
    """A support with one cap."""
    caps = (Cap(amount, "<=", scope, "printed"),) if amount else ()
    return Instrument("subsidy", caps=caps, evidence="资助", start=start, end=start + 2)


def target(value, year=2025, before=None, since=2020, unit="CNY"):
    """A target with its baseline."""
    return Target(
        "产值",
        metric_en="output",
        value=value,
        unit=unit,
        year=year,
        baseline_value=before,
        baseline_year=since if before else None,
        evidence="产值",
        start=90,
        end=92,
    )


def site(*supports, targets=(), themes=None, ended=(), apart=()):
    """A site with a policy for each of some lists of supports, each of a place of its own. ``themes`` are lists of (policy, its
    support), by the names of themes; their measures correspond, but those of themes set ``apart`` were not weighed."""
    corpus = many_policies(len(supports))
    goals = [*targets, *[()] * len(supports)]
    policies = tuple(
        replace(policy, facts={CLAUSE: ClauseFacts(instruments=tuple(own), targets=tuple(goals[at]))})
        for at, (policy, own) in enumerate(zip(corpus.policies, supports, strict=True))
    )
    slugs = [policy.meta.slug for policy in policies]
    compared = {}
    for name, offered in (themes or {}).items():
        offers = [
            Offer(ActKey(slugs[at], CLAUSE, fact.start, fact.end), fact, fact.caps[0])
            for at, number in offered
            for fact in [supports[at][number]]
        ]
        caps = MeasureRow("cap", Verdict.OWN if name in apart else Verdict.DIFFERENT, ())
        group = MeasureGroup(tuple(each.act for each in offers), (), (caps,))
        compared[name] = ThemeComparison(name, (group,), offers=(tuple(offers),))
    validity = {slugs[at]: Validity("expired", "ended") for at in ended}
    return replace(
        corpus,
        policies=policies,
        themes=tuple(Theme(name, name, name.title(), "", (), (), "supply") for name in compared),
        comparisons=Comparisons(themes=compared),
        validity=validity,
    )


def found(corpus):
    """The rules that found something, with what was found."""
    return {each.rule: each for each in findings.find(corpus)}


def amounts(finding):
    return [each.cap.amount_yuan for each in finding.stated]


def test_the_highest_cap_of_a_theme_that_several_places_support():
    whole = site(
        [support(9), support(5, start=9), support(100, start=20)],
        [support(8), support(4, start=9)],
        themes={"rent": [(0, 1), (1, 1)], "chips": [(0, 0), (1, 0)], "alone": [(0, 2)]},
    )
    best = found(whole)["cap"]
    assert (best.theme, amounts(best)) == ("chips", [9, 8])


def test_a_cap_counts_for_the_theme_that_its_words_name_most_clearly():
    whole = site([support(9)], [support(8)], themes={"events": [(0, 0), (1, 0)]})
    one, two = (policy.meta.slug for policy in whole.policies)

    def best(events, *others):
        members = {"events": (ThemeMember(one, CLAUSE, 2, events), ThemeMember(two, CLAUSE, 2, events))}
        return "cap" in found(replace(whole, theme_members=members | dict(others)))

    transfer = ThemeMember(one, CLAUSE, 2, 0.6, (Span(0, 9),))
    assert best(0.9, ("transfer", (transfer,)))
    assert not best(0.6, ("transfer", (transfer,)))
    assert best(
        0.6, ("transfer", (replace(transfer, spans=(Span(40, 60),)),))
    )  # of other words of the clause


def test_what_is_lent_is_not_compared_with_what_is_given():
    loans = [replace(support(900), kind="loan")], [replace(support(8), kind="loan")]
    assert not {"cap", "gap"} & found(site(*loans, themes={"loans": [(0, 0), (1, 0)]})).keys()
    yearly = support(70, scope="enterprise_year", start=9)
    assert found(site([support(9), yearly]))["sum"].stated[0].fact.caps[0].amount_yuan == 9


def test_two_policies_of_one_place_are_one_place():
    whole = site([support(9)], [support(8)], themes={"chips": [(0, 0), (1, 0)]})
    first, second = whole.policies
    same = replace(second, meta=replace(second.meta, jurisdiction=first.meta.jurisdiction))
    assert "cap" not in found(replace(whole, policies=(first, same)))
    nowhere = replace(second, meta=replace(second.meta, jurisdiction=Stated(None, "unknown")))
    assert "cap" not in found(replace(whole, policies=(first, nowhere)))


def test_what_has_ended_is_left_out():
    three = [[support(9)], [support(8)], [support(7)]]
    themes = {"chips": [(0, 0), (1, 0), (2, 0)]}
    assert amounts(found(site(*three, themes=themes, ended=[0]))["cap"]) == [8, 7]
    assert "cap" not in found(site(*three, themes=themes, ended=[0, 1]))


def test_the_largest_difference_is_a_multiple_and_shows_no_words_twice():
    whole = site(
        [support(900), support(5, start=9)],
        [support(9), support(4, start=9)],
        themes={"rent": [(0, 1), (1, 1)], "chips": [(0, 0), (1, 0)]},
    )
    every = found(whole)
    assert every["cap"].theme == "chips"
    assert (every["gap"].theme, every["gap"].number) == ("rent", 1.25)
    equal = site([support(9)], [support(9)], themes={"chips": [(0, 0), (1, 0)], "rent": [(0, 0), (1, 0)]})
    assert "gap" not in found(equal)


def test_caps_of_measures_that_do_not_correspond_are_no_difference():
    supports = [support(900), support(5, start=9)], [support(9), support(4, start=9)]
    themes = {"chips": [(0, 0), (1, 0)], "rent": [(0, 1), (1, 1)]}
    assert "gap" in found(site(*supports, themes=themes))
    assert "gap" not in found(site(*supports, themes=themes, apart=["rent"]))


def test_growth_needs_both_years_and_no_shares():
    wanted = [
        target(30, before=10),
        target(8, before=1, since=None),
        target(90, before=1, unit="percent"),
        target(5),
    ]
    best = found(site([], targets=[wanted]))["growth"]
    assert (best.stated[0].fact, best.number) == (wanted[0], 3)
    assert "growth" not in found(site([], targets=[[target(5, before=10)]]))


def test_a_site_without_comparisons_has_its_largest_sums():
    whole = site([support(9), support(70, start=9)], targets=[[target(5), target(600)]])
    every = found(whole)
    assert list(every) == ["sum", "goal"]
    assert every["sum"].stated[0].fact.caps[0].amount_yuan == 70
    assert every["goal"].stated[0].fact.value == 600
    fund = Instrument("fund", fund_yuan=10**9, evidence="基金", start=30, end=32)
    assert found(site([support(9), fund]))["sum"].stated[0].fact.caps[0].amount_yuan == 9


def test_a_site_without_sums_has_what_is_named_most():
    assert list(found(many_policies(3))) == ["sum", "agency", "cited"]
    assert found(site([])) == {}


@pytest.fixture(scope="module")
def whole():
    corpus, _ = load(starter_content())
    return corpus


def pages(corpus):
    return {page.path: page for page in home.make_homes(make_setting(corpus, WORDS))}


def test_a_finding_says_what_its_clauses_state(whole):
    for language, path in (("zh", "zh/"), ("en", "en/")):
        page = pages(whole)[path]
        html = render(page, environment([templates()])).decode()
        assert len(page.value.findings) == findings.MOST
        for finding, each in zip(page.value.findings, findings.find(whole), strict=True):
            assert plain(finding.about.text) in html
            for shown, stated in zip(finding.figures, each.stated, strict=True):
                assert f"/p/{stated.policy.meta.slug}/{stated.clause}/index.html#s" in shown.figure.href
                assert shown.validity
                assert shown.place.href.startswith("jurisdictions/")
        assert [plain(rule) for rule in page.value.rules] == [
            plain(rule) for rule in findings.rules(WORDS[language])
        ]
        assert all(plain(rule) in html for rule in page.value.rules)


def test_the_questions_that_are_offered_find_something(whole):
    for page in pages(whole).values():
        asked = [plain(each.text) for each in page.value.asked]
        assert len(asked) == home.MOST_ASKED
        for question in asked:
            answer = search_clauses(whole, question)
            assert answer.clauses, question
            assert not answer.missing, question


def test_a_site_with_nothing_found_says_what_it_has():
    bare = site([])
    for page in pages(bare).values():
        html = render(page, environment([templates()])).decode()
        assert page.value.findings == page.value.asked == ()
        assert "highlights" not in html
        assert "14" in plain(page.value.said)
