"""The page on which a firm sees what it could get, of a small corpus."""

from dataclasses import replace

import pytest

from digest.enrich.formulas import with_formulas
from digest.model.facts import Cap, ClauseFacts, Instrument, Provision
from digest.model.validity import Validity
from digest.model.vocabulary import EstimateWords, InputWords
from digest.pages.estimate import make_estimate, page
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import plain, read_words
from digest.resources import templates
from small_corpus import corpus

LIST = EstimateWords(
    (InputWords("investment", "投资", "Investment", ("投资",), example=20_000_000),),
    bodies=("街道",),
    people=("人才",),
    unknown=("财力",),
)


def support(**figures):
    return Instrument("subsidy", "", 0, 0, **figures)


def estimate(facts, *, provisions=(), language="en", at="2.1", others=None, **changed):
    """The page of a corpus with some supports in one of its clauses."""
    base = corpus()
    own = base.policies[0]
    found = {at: ClauseFacts(instruments=facts, provisions=provisions), **(others or {})}
    policy = replace(own, facts=with_formulas(found, own.document, LIST))
    whole = replace(base, policies=(policy, *base.policies[1:]), estimate=LIST, **changed)
    setting = make_setting(whole, read_words([templates()]))
    pages = {each.path: each.value for each in pages_of(make_estimate(setting), setting)}
    return pages[f"{language}/estimate/"]


def said(runs):
    return plain(runs).replace("\u00a0", " ")


SHARE = support(
    rate_percent=40.0, rate_base_zh="项目投资", rate_base_en="investment in the project",
    caps=(Cap(10_000_000, "<=", "project", "inferred"),), recipient_zh="企业", recipient_en="enterprises",
)  # fmt: skip


def test_a_support_with_whole_figures_is_computed():
    found = estimate((SHARE, support(fixed_yuan=100_000)))
    (row,) = found.computed
    assert [said(line) for line in row.lines] == [
        "40% of investment in the project",
        "up to RMB 10 million · per project (inferred)",
    ]
    assert [said(line) for line in row.who] == ["enterprises"]
    assert (row.asks, row.steps, row.caps, row.said) == (
        "investment", "[[0, false, 0.4, 0.4, 0, 0]]", "[10000000, 10000000]", "{figure}",
    )  # fmt: skip
    assert row.clause.href.startswith("../../p/example-2022/2.1/")
    assert [(each.name, said(each.label), each.times, each.example) for each in found.first] == [
        ("investment", "Investment", 1_000_000, "20")
    ]
    assert [said(each.result) for each in found.fixed] == ["RMB 100,000"]


def test_what_has_no_whole_figures_is_counted_by_reason():
    found = estimate((support(), support(), support(rate_percent=5.0), support(act="repeal")), language="zh")
    assert (found.computed, found.fixed) == ((), ())
    assert [said(each) for each in found.uncounted] == [
        "2 项支持没有识别到金额或比例。",
        "1 项支持写明了比例，但没有识别到以什么金额为基数。",
    ]


def test_only_what_a_firm_gets_and_knows_is_computed():
    of_persons = (Cap(500_000, "<=", "person_year", "printed"),)
    found = estimate(
        (
            replace(SHARE, recipient_zh="各街道", recipient_en=None),
            replace(SHARE, recipient_zh=None, caps=of_persons),
            support(fixed_yuan=5, recipient_zh="高层次人才"),
            replace(SHARE, rate_base_zh="本年度形成区财力"),
            support(unit_amount_yuan=5, unit="person", recipient_zh="高层次人才"),
        )
    )
    assert [row.asks for row in found.computed] == ["person"]
    assert found.fixed == ()
    assert [said(each) for each in found.uncounted] == [
        "3 measures: not paid to firms.",
        "1 measure: a share of a figure that firms do not know, such as local revenue.",
    ]


def test_a_ceiling_over_two_supports_leaves_the_first_uncounted():
    first = replace(SHARE, caps=(), evidence="租赁的，按投资的3%补助", start=0, end=12)
    both = replace(SHARE, evidence="新设的，按投资的2%补助。每家企业最高50万元", start=13, end=40)
    found = estimate((first, both))
    assert [row.caps for row in found.computed] == ["[10000000, 10000000]"]
    assert [said(each) for each in found.uncounted] == [
        "1 measure: several figures, whose relation was not recognised."
    ]


def test_a_clause_that_is_a_ceiling_holds_for_those_beside_it():
    cap = (Cap(5_000_000, "<=", "project", "printed"),)
    over_all = replace(support(caps=cap), evidence="单个项目最高支持额度不超过500万元")
    bare = replace(SHARE, caps=())
    assert len(estimate((bare,), at="1.1").computed) == 1
    found = estimate((bare,), at="1.1", others={"1.2": ClauseFacts(instruments=(over_all,))})
    assert (found.computed, [said(each.result) for each in found.fixed]) == ((), ["up to RMB 5 million"])


def test_a_policy_that_another_supersedes_pays_nothing():
    validity = {"example-2022": Validity("superseded", by=("other-2021",))}
    found = estimate((SHARE,), validity=validity)
    assert not any("example-2022" in row.clause.href for row in (*found.computed, *found.fixed))


def test_the_highest_ceilings_are_listed_where_there_are_many(monkeypatch):
    monkeypatch.setattr(page, "MOST", 2)
    uncapped = support(rate_percent=1.0, rate_base_zh="投资")
    found = estimate((support(fixed_yuan=5), support(fixed_yuan=7), SHARE, uncapped))
    assert [(row.asks, row.caps) for row in found.computed] == [("investment", "null")]
    assert [said(row.result) for row in found.fixed] == ["RMB 7"]
    assert said(found.more).startswith("For each figure, those with the highest caps are listed; 2 more are")


def test_what_is_said_of_combining_is_shown():
    clause = corpus().policies[0].document.clause("2.1")
    rules = tuple(Provision(kind, clause.text[:4], 0, 4) for kind in ("combining", "apply"))
    (rule,) = estimate((SHARE,), provisions=rules, language="zh").rules
    assert said(rule.text).endswith(f"：{clause.text[:4]}")
    assert rule.href.startswith("../../p/example-2022/2.1/index.html#s")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_site_without_support_has_the_page_too(language):
    found = estimate((), language=language)
    assert (found.computed, found.fixed, found.uncounted) == ((), (), ())
