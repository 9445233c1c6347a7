"""What texts say of their own use, on the page of all, of a policy and of a place; and the places they name."""

from dataclasses import replace

import pytest

from digest.model.corpus import Stated, Term
from digest.model.facts import Area, Citation, ClauseFacts, Provision
from digest.model.validity import Validity
from digest.pages.agencies import make_agencies
from digest.pages.full_text import make_full_texts
from digest.pages.jurisdictions import make_jurisdictions
from digest.pages.make import make_setting
from digest.pages.parts import Part, by_page, pages_of
from digest.pages.provisions import make_provisions
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import corpus

WORDS = read_words([templates()])
KINDS = {"apply": "向谁申报", "combining": "能否叠加", "basis": "制定依据", "end": "有效期"}


def known(facts, silent=(), **meta):
    """A corpus whose first policy says something in clause 2.1, and nothing of some kinds."""
    small = corpus()
    own = small.policies[0]
    policy = replace(own, facts={"2.1": facts}, silent=silent, meta=replace(own.meta, **meta))
    terms = {**small.terms, **{("provision", each): Term(zh, each) for each, zh in KINDS.items()}}
    return replace(small, policies=(policy, *small.policies[1:]), terms=terms)


def pages(make, corpus_):
    setting = make_setting(corpus_, WORDS)
    parts = (
        part for each in make(setting) for part in ([each] if isinstance(each, Part) else by_page([each]))
    )
    return {page.path: page for page in pages_of(parts, setting)}


def clause_text():
    return corpus().policies[0].document.clause("2.1").text


def rows(page):
    (listing,) = page.value.listings
    return [
        (
            row.group.name,
            *([plain(line.text) for line in cell.lines] for cell in (row.cells[0], row.cells[2])),
        )
        for row in listing.rows
    ]


def said(kind, start=0, end=4):
    return Provision(kind, clause_text()[start:end], start, end)


def test_sentences_of_one_clause_and_kind_are_one_row():
    facts = ClauseFacts(provisions=(said("combining"), said("combining", 4, 8), said("apply")))
    found = rows(pages(make_provisions, known(facts))["zh/provisions/"])
    assert [(group, words) for group, _, words in found] == [
        ("apply", [clause_text()[:4]]),
        ("combining", [clause_text()[:4], clause_text()[4:8]]),
    ]


def test_only_a_text_that_was_tested_is_said_to_be_silent():
    assert (
        rows(pages(make_provisions, known(ClauseFacts(provisions=(said("apply"),))))["zh/provisions/"])[1:]
        == []
    )
    issued = Stated(("甲区工信局",), "inferred")
    silent = known(ClauseFacts(), ("apply", "combining"), issuers=issued)
    (_, policy, first), (_, _, second) = rows(pages(make_provisions, silent)["zh/provisions/"])
    assert first == ["原文没有写明向谁申报。", "发文机关：甲区工信局（推断）；原文没有写明由其受理申报。"]
    assert second == ["原文没有这类规定。"]
    assert policy[0]


@pytest.mark.parametrize(("time", "listings"), [(None, 1), ("2021/2023", 0)])
def test_a_period_in_the_title_is_an_end(time, listings):
    whole = replace(
        known(ClauseFacts(), ("end",)), validity={"example-2022": Validity("issued", "issued", time=time)}
    )
    assert len(pages(make_provisions, whole)["zh/provisions/"].value.listings) == listings


def test_documents_that_a_text_rests_on_come_by_level():
    def cited(title, level):
        return Citation(
            printed=f"《{title}》", number=None, kind="citation", start=0, end=3, title=title, level=level
        )

    facts = ClauseFacts(
        provisions=(replace(said("basis", 0, 8), documents=(0, 1, 3)),),
        citations=(
            cited("计划", None),
            cited("省意见", "province"),
            cited("若干措施", None),
            cited("国家意见", "nation"),
        ),
    )
    ((_, _, lines),) = rows(pages(make_provisions, known(facts))["zh/provisions/"])
    assert lines == ["国家级：《国家意见》", "省级：《省意见》", "层级未写明：《计划》"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_policy_and_a_place_have_their_own(language):
    whole = known(ClauseFacts(provisions=(said("combining"),)), ("apply",))
    policy = pages(make_full_texts, whole)[f"{language}/policies/example-2022/"]
    ((line,),) = (group.lines for group in policy.value.provisions)
    assert line.said.href.endswith("#2.1")
    assert [plain(each) for each in policy.value.silent] == [KINDS["apply"] if language == "zh" else "apply"]
    assert 'id="provisions"' in render(policy, environment([templates()])).decode()
    place = pages(make_jurisdictions, whole)[f"{language}/jurisdictions/440311/"]
    ways = [line.link.href for line in place.value.rules.lines]
    assert [way.rpartition("?")[2] for way in ways] == [
        "place=440311&provision=apply",
        "place=440311&provision=combining",
    ]


def test_a_place_that_a_text_names():
    area = Area("深圳市光明区", "Guangming District, Shenzhen", "440311", "光明区", clause_text()[:4], 0, 4)
    small = known(ClauseFacts(areas=(area,)))
    other = replace(
        small.policies[1], facts={small.policies[1].document.clauses[0].id: ClauseFacts(areas=(area,))}
    )
    whole = replace(small, policies=(small.policies[0], other))
    (line, _) = pages(make_jurisdictions, whole)["zh/jurisdictions/440311/"].value.named.lines
    assert "example-2022/2.1" in line.link.href or "other-2021" in line.link.href
    listings = {each.name: each for each in pages(make_agencies, small)["zh/agencies/"].value.listings}
    (row,) = listings["areas"].rows
    assert [plain(each.text) for each in row.cells[0].lines] == [
        "深圳市光明区",
        "Guangming District, Shenzhen",
    ]
    assert plain(row.cells[2].lines[1].text) == clause_text()[:4]
