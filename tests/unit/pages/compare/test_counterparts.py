"""The counterparts on the page of a clause: the surest are shown, the others are counted."""

from dataclasses import replace

import pytest

from digest.model.facts import Cap
from digest.model.matches import Act
from digest.pages.compare import counterparts, limits
from digest.pages.make import make_pages
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from small_facts import SUPPORT
from small_matches import MATCHES, MORE, PAIR, compared_corpus

WORDS = read_words([templates()])


@pytest.fixture(scope="module")
def corpus():
    return compared_corpus(matches=MORE)


def page_of(corpus, clause):
    return next(page for page in make_pages(corpus, WORDS) if page.path == f"p/example-2022/{clause}/")


def test_few_counterparts_are_all_shown(corpus):
    page = page_of(corpus, "1.1")
    assert len(page.value.counterparts) == 2
    assert (page.value.further, page.value.further_possible) == (None, None)


def test_of_many_counterparts_the_surest_are_shown(corpus, monkeypatch):
    monkeypatch.setattr(counterparts, "MOST", 1)
    page = page_of(corpus, "1.1")
    (shown,) = page.value.counterparts
    assert shown.reasoning.score == "0.70"
    assert plain(page.value.further.text[1:]) == "1 more are not listed here. All pairs are in matches.csv"
    html = render(page, environment([templates()])).decode()
    assert 'href="../../../data/matches.csv"' in html
    assert "另有 1 条未在此列出" in html


def test_possible_counterparts_are_counted_whole(corpus, monkeypatch):
    monkeypatch.setattr(counterparts, "MOST", 0)
    page = page_of(corpus, "2.1.1")
    assert (page.value.possible, page.value.number_possible) == ((), 1)
    assert page.value.further_possible


def test_on_a_large_site_reasons_are_given_for_the_surest(corpus, monkeypatch):
    monkeypatch.setattr(limits, "FEW", 1)
    monkeypatch.setattr(limits, "MANY", limits.MANY._replace(reasoned=1))
    page = page_of(corpus, "1.1")
    surest, other = page.value.counterparts
    assert surest.reasoning.score == "0.70"
    assert other.reasoning is None
    html = render(page, environment([templates()])).decode()
    assert html.count("<details>\n      <summary>") == 1
    assert all(f'href="{each.clause.href}"' in html for each in (surest, other))
    for each in (surest, other):
        assert (
            f'<span class="mark"><span class="pair"><span lang="zh-CN" class="for-zh-CN">{each.grade_name[0].text}</span>'
            in html
        )


def test_what_differs_is_said_of_the_two_measures_that_are_shown():
    """A clause with two measures: the one that corresponds is shown, not the larger one beside it."""
    later = replace(PAIR, a=Act("example-2022", "2.1", 6, len(SUPPORT), SUPPORT[6:]))
    made = compared_corpus(matches=(replace(MATCHES[0], pairs=(later,)),))
    first, other = made.policies
    (given,) = first.facts["2.1"].instruments
    given = replace(given, start=6)
    more = replace(given, start=0, end=5, caps=(Cap(9_000_000, "<=", "project", "printed"),))
    facts = {**first.facts, "2.1": replace(first.facts["2.1"], instruments=(more, given))}
    made = replace(made, policies=(replace(first, facts=facts), other))
    (told,) = page_of(made, "2.1").value.counterparts
    assert "300万元" in plain(told.brief)
    assert "500万元" in plain(told.own)
    assert "900万元" not in plain(told.own)
    assert plain(told.differs) == "不同：上限Different: Cap"


def test_a_counterpart_is_called_what_its_measures_are():
    """The clauses were ruled the same for another of their measures; those that stand side by side are comparable."""
    weaker = replace(MATCHES[0], pairs=(replace(PAIR, grade=1),))
    made = compared_corpus(matches=(weaker,))
    (told,) = page_of(made, "2.1").value.counterparts
    assert plain(told.grade_name).startswith("很可能可比")
