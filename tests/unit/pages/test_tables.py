"""The tables of supports, goals, bodies and citations, the graph, and the facts of a clause."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from digest.model.facts import AgencyRole, Cap, ClauseFacts, Payout, Stage, Target
from digest.pages.agencies import part_of
from digest.pages.graph import Edge, Node, crossings, draw
from digest.pages.make import make_pages
from digest.pages.strings import plain, read_by, read_words, run
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import corpus


@pytest.fixture(scope="module")
def words():
    return read_words([templates()])


@pytest.fixture(scope="module")
def pages(words):
    return {page.path: page for page in make_pages(corpus(), words)}


@pytest.fixture(scope="module")
def html(pages):
    env = environment([templates()])
    return lambda path: render(pages[path], env).decode()


def rows(listing):
    """The lines of each cell of each row."""
    return [
        [[plain(line.text).replace("\u00a0", " ") for line in cell.lines] for cell in row.cells]
        for row in listing.rows
    ]


def told(*said):
    """What the readers of each language are told."""
    return [
        plain(read_by(runs, language)).replace("\u00a0", " ") for runs in said for language in ("zh", "en")
    ]


def test_supports(pages):
    (listing,) = pages["en/instruments/"].value.listings
    first, second = rows(listing)
    place = ["Guangming District, Shenzhen"]
    assert first[1:] == [
        place,
        ["up to RMB 5 million", "per project (inferred)"],
        ["up to 50%", "费用"],
        ["Subsidy"],
        ["首轮流片"],
    ]
    assert second[2:] == [["up to RMB 10 million", "per year", "one-off"], [], ["Reward"], []]
    assert [[cell.key for cell in row.cells[2:4]] for row in listing.rows] == [
        ["5000000", "50"],
        ["10000000", ""],
    ]
    status = ("status", "issued not_yet_in_force expired")
    assert [row.picks for row in listing.rows] == [
        (("figures", "sum 1000000 5000000 rate"), ("place", "440311"), status, ("kind", "subsidy")),
        (("figures", "sum 1000000 5000000 10000000"), ("place", "440311"), status, ("kind", "reward")),
    ]


def test_a_sum_in_total_is_not_compared_with_one_a_year(pages):
    (listing,) = pages["en/instruments/"].value.listings
    assert listing.order == "-sum"
    assert [(row.group.name, row.first, row.cells[2].bar) for row in listing.rows] == [
        ("total", True, "100%"),
        ("year", True, "100%"),
    ]


def test_how_reliable_a_table_is_stands_beside_its_figures(pages):
    (listing,) = pages["en/instruments/"].value.listings
    assert plain(listing.measured.text) == "Right in tests on labelled texts: Kinds of support 3 of 6."
    assert listing.measured.more.href == "../quality/index.html"
    assert pages["en/agencies/"].value.listings[0].measured is None


def test_a_filter_with_one_choice_is_none(pages):
    (listing,) = pages["zh/instruments/"].value.listings
    assert [(each.name, [choice.text for choice in each.choices]) for each in listing.filters] == [
        ("figures", ["写明金额", "金额100万元及以上", "金额500万元及以上", "金额1000万元及以上", "写明比例"]),
        ("status", ["已印发", "尚未施行", "期限已满"]),
        ("kind", ["补贴", "奖励"]),
    ]


def test_goals_stand_apart_from_statistics(pages):
    goals, statistics = pages["zh/targets/"].value.listings
    assert [row[2:5] for row in rows(goals)] == [
        [["增长", "增长12.5%"], ["12.5%"], ["三年内"]],
        [["封测平台"], ["未写明具体数值"], []],
    ]
    assert [row[2:] for row in rows(statistics)] == [[["产业增加值"], ["超过40亿元"], ["2021年"]]]


def test_a_share_shows_its_sentence(words):
    small = corpus()
    policy = small.policies[0]
    clause = next(each for each in policy.document.clauses if each.id == "1.1")
    share = Target("市场占有率", "达40%", 3, 5, value=40, unit="percent", comparator="=")
    facts = {"1.1": ClauseFacts(statistics=(share, replace(share, unit="家", comparator=">=")))}
    whole = replace(small, policies=(replace(policy, facts=facts), *small.policies[1:]))
    made: dict[str, Any] = {page.path: page.value for page in make_pages(whole, words)}
    first, second = rows(made["zh/targets/"].listings[-1])
    assert first[2][0] == "市场占有率"
    assert clause.text.startswith(first[2][1].rstrip("…"))
    assert (first[3], second[2:4]) == (["40%"], [["市场占有率"], ["不少于40家"]])


def due(*years):
    """The small corpus with a goal of each year, every other one in money."""
    small = corpus()
    policy = small.policies[0]
    (goal,) = policy.facts["1.1"].targets
    goals = tuple(
        replace(goal, year=year, metric_zh=f"指标{at}", value=at + 1, unit="CNY" if at % 2 else "家")
        for at, year in enumerate(years)
    )
    facts = {**policy.facts, "1.1": ClauseFacts(targets=goals)}
    return replace(small, policies=(replace(policy, facts=facts), *small.policies[1:]))


def test_goals_of_several_years_are_drawn_and_those_in_money_first(words):
    made: dict[str, Any] = {page.path: page.value for page in make_pages(due(2025, 2023), words)}
    drawn = made["zh/targets/"].timeline
    assert [plain(row.label).replace("\u00a0", " ") for row in drawn.rows] == ["指标1：2元", "指标0：1家"]
    assert plain(drawn.caption) == "各年度目标"
    made = {page.path: page.value for page in make_pages(due(*[2023] * 15, *[2024] * 15), words)}
    drawn = made["zh/targets/"].timeline
    assert {plain(row.label)[-1] for row in drawn.rows} == {"元"}
    assert plain(drawn.caption) == "各年度目标：共 30 项，显示 12 项，以金额计的优先"


def test_goals_of_one_year_need_no_picture(words):
    made: dict[str, Any] = {page.path: page.value for page in make_pages(due(2025, 2025), words)}
    assert made["zh/targets/"].timeline is None


def test_bodies_with_their_parts(pages):
    (listing,) = pages["zh/agencies/"].value.listings
    first, second, *others = rows(listing)
    assert first[:4] == [["深圳市工业和信息化局", "Shenzhen Industry Bureau"], [], ["1"], []]
    assert second[:4] == [["深圳市科学技术局"], [], ["1"], []]
    assert first[4] == ["1. 声学传感器", "负责，列首位 · 深圳市光明区"]
    assert second[4] == ["1. 声学传感器", "负责 · 深圳市光明区"]
    assert [row[4][0] for row in others] == ["未识别到责任单位"], (
        "a policy without bodies has a row of its own"
    )


@pytest.mark.parametrize(
    ("role", "part"), [("lead", "leads"), ("responsible", "answers"), ("support", "supports")]
)
def test_only_a_body_of_which_the_text_says_so_leads(role, part):
    named_first = AgencyRole(role, "市科技局", "甲市科技局", None, lead=True, start=0, end=4)
    assert part_of(named_first) == part


def given(**changes):
    """The small corpus with its first support changed."""
    small = corpus()
    policy = small.policies[0]
    (support,) = policy.facts["2.1"].instruments
    facts = {**policy.facts, "2.1": ClauseFacts(instruments=(replace(support, **changes),))}
    return replace(small, policies=(replace(policy, facts=facts), *small.policies[1:]))


def test_what_is_ended_is_no_support(words):
    made: dict[str, Any] = {page.path: page.value for page in make_pages(given(act="repeal"), words)}
    (listing,) = made["zh/instruments/"].listings
    kept, ended = rows(listing)
    assert kept[4] == ["奖励"]
    assert ended[2:5] == [[], [], ["取消支持", "补贴"]]
    assert listing.rows[1].cells[2].key == ""
    assert dict(listing.rows[1].picks)["kind"] == "repeal"
    assert [rows(each)[1][4] for each in made["en/instruments/"].listings] == [["Ends support", "Subsidy"]]
    (group,) = made["p/example-2022/2.1/"].facts
    (fact,) = group.facts
    assert told(fact.name) == ["取消支持：补贴", "Ends support: Subsidy"]
    assert [plain(detail.term[:1]) for detail in fact.details] == ["支持对象"]


def test_sums_of_other_countries_keep_their_currency(words):
    caps = (Cap(5_000_000, "<=", "project", "inferred", "USD"),)
    dollars = given(currency="USD", caps=caps)
    made: dict[str, Any] = {page.path: page.value for page in make_pages(dollars, words)}
    (listing,) = made["en/instruments/"].listings
    assert rows(listing)[1][2] == ["up to USD 5 million", "per project (inferred)"]
    assert listing.rows[1].group.name == "foreign"
    assert listing.rows[1].cells[2].key == ""


def test_stages_payouts_and_what_a_payment_is_for(words):
    changes = {
        "fixed_yuan": 1000,
        "per": "person_month",
        "caps": (),
        "stages": (Stage("第一年", 500),),
        "payout": (Payout(80, "验收合格后"),),
    }
    made: dict[str, Any] = {page.path: page.value for page in make_pages(given(**changes), words)}
    (listing,) = made["en/instruments/"].listings
    assert rows(listing)[1][2] == ["RMB 1,000", "第一年: RMB 500", "per person and month", "验收合格后: 80%"]
    (fact,) = made["p/example-2022/2.1/"].facts[0].facts
    said = {plain(detail.term[:1]): told(*detail.said) for detail in fact.details}
    assert said["计发方式"] == ["每人每月", "per person and month"]
    assert told(*fact.details[4].said) == ["第一年：500元", "第一年: RMB 500"]
    assert said["支付方式"] == ["验收合格后：80%", "验收合格后: 80%"]


def test_citations_lead_to_policies_or_say_why_not(pages):
    documents, citations = pages["zh/citations/"].value.listings
    assert [row[3] for row in rows(documents)] == [["1"], ["1"]]
    unknown, found = citations.rows
    assert [line.href for line in unknown.cells[2].lines] == [None]
    assert [plain(line.text) for line in unknown.cells[4].lines] == ["本站未收录", "没有相符的标题"]
    assert found.cells[2].lines[0].href == "../policies/other-2021/index.html"
    assert plain(found.cells[3].lines[0].text) == "粤府〔2021〕1号"


def test_every_row_leads_to_its_evidence(pages, html):
    for section in ("instruments", "targets", "agencies", "citations"):
        for language in ("zh", "en"):
            links = re.findall(
                r'href="\.\./\.\./(p/[^"]+?)index\.html#(s\d+)"', html(f"{language}/{section}/")
            )
            assert links
            assert all(f'id="{anchor}"' in html(path) for path, anchor in links)


def test_the_evidence_stands_in_the_text_once(html):
    page = html("p/example-2022/2.1/")
    assert re.findall(r'id="(s\d+)"', page) == ["s1"]
    evidence = page.partition('<span class="evidence" id="s1">')[2].partition("</p>")[0]
    assert '<span class="share figure">50%</span>' in evidence
    assert '<span class="money figure">500万元</span>' in evidence


def test_evidence_of_the_heading_belongs_to_the_fact(html):
    assert '<li id="s1">' in html("p/example-2022/front.1/")


def test_the_facts_of_a_clause_speak_both_languages(pages):
    (group,) = pages["p/example-2022/2.1/"].value.facts
    (fact,) = group.facts
    assert told(fact.name) == ["补贴", "Subsidy"]
    said = {plain(detail.term[:1]): told(*detail.said) for detail in fact.details}
    assert said == {
        "比例": ["最高50%", "up to 50%"],
        "计算基数": ["费用", "费用"],
        "上限": ["最高500万元 · 每个项目（推断）", "up to RMB 5 million · per project (inferred)"],
        "支持对象": ["首轮流片", "首轮流片"],
    }


def test_resolved_citations_of_a_clause_lead_to_the_policy(pages):
    (group,) = pages["p/example-2022/2.1.note/"].value.facts
    assert [(link.href, link.reader) for link in group.facts[0].links] == [
        ("../../../zh/policies/other-2021/index.html", "zh-CN"),
        ("../../../en/policies/other-2021/index.html", "en"),
    ]


def test_a_collection_without_facts_has_no_tables(words):
    small = corpus()
    bare = replace(small, policies=tuple(replace(each, facts={}) for each in small.policies))
    made: dict[str, Any] = {page.path: page.value for page in make_pages(bare, words)}
    assert [made[f"zh/{name}/"].listings for name in ("instruments", "targets", "agencies", "citations")] == [
        ()
    ] * 4
    assert made["zh/citations/"].graph is None
    assert made["zh/"].ways == ()


def node(name):
    return Node(name, run(name, "zh"), None)


def test_the_picture_holds_every_document_and_citation_once():
    graph = draw(
        (node("a"), node("b")),
        (node("x"), node("y"), node("z")),
        (Edge("a", "x", 1), Edge("b", "x", 9), Edge("b", "a", 2), Edge("b", "z", 1), Edge("b", "y", 1)),
    )
    assert graph
    assert sorted(box.title for box in graph.boxes) == ["a", "b", "x", "y", "z"]
    assert [(curve.inner, curve.width) for curve in graph.curves if curve.width != "1"] == [
        (True, "2"),
        (False, "5"),
    ]
    assert [
        (each.node.key, [(cited.node.key, cited.times) for cited in each.cited]) for each in graph.listed
    ] == [
        ("a", [("x", 1)]),
        ("b", [("x", 9), ("a", 2), ("y", 1), ("z", 1)]),
    ]
    for column in ({box.x for box in graph.boxes if box.title in group} for group in ("ab", "xyz")):
        assert len(column) == 1
    for group in ("ab", "xyz"):
        tops = sorted(box.y for box in graph.boxes if box.title in group)
        assert all(below - above > graph.box_height for above, below in pairwise(tops))
        assert tops[-1] + graph.box_height <= graph.height


def test_few_curves_of_the_picture_cross():
    own, others = [node(name) for name in "abc"], [node(name) for name in "uvwx"]
    edges = [Edge(pair[0], pair[1], 1) for pair in ("ax", "aw", "bu", "bv", "cv", "cw")]
    graph = draw(own, others, edges)
    assert graph
    left, right = (
        [box.title for box in sorted(graph.boxes, key=lambda box: box.y) if box.title in column]
        for column in ("abc", "uvwx")
    )
    assert crossings("abc", "uvwx", edges) == 7
    assert crossings(left, right, edges) == 0


def test_too_much_for_one_picture_is_no_picture():
    many = tuple(node(str(number)) for number in range(61))
    assert draw((node("a"),), many, (Edge("a", "1", 1),)) is None
    assert draw((node("a"),), (), ()) is None
