"""What the pages of a policy say of its editions: a chain of three, and a policy of another place."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digest.build import load
from digest.model.corpus import Corpus
from digest.model.ledger import Ledger, Tombstone
from digest.pages.addresses import published_addresses
from digest.pages.compare.claims import make_claims
from digest.pages.data import make_tables
from digest.pages.make import make_pages, make_setting
from digest.pages.moved import make_moved
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from small_editions import CONTENT, FIRST, NEW, OLD, OTHER, editions_corpus

TITLE = "示例市支持冷链物流高质量发展若干措施"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return editions_corpus()


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> Mapping[str, Any]:
    words = read_words([templates()])
    return {page.path: page for page in make_pages(corpus, words)}


def shown(page: Any) -> list[str]:
    """The lines of the notices of a page: what is always true, the names, and the clauses."""
    return [
        f"{plain(each.since[0].text)}{plain(each.name.text)}"
        + "".join(
            f" | {plain(clause.clause.text)} {plain(clause.how)} {clause.figures or ''}".rstrip()
            for clause in each.clauses
        )
        for notice in page.value.editions
        for each in (*notice.later, *notice.earlier)
    ]


def test_every_page_of_the_old_policy_names_the_new_one(pages: Mapping[str, Any], corpus: Corpus) -> None:
    full = [urls for urls in pages if urls.split("/")[1:3] == ["policies", OLD]]
    clauses = [path for path in pages if path.startswith(f"p/{OLD}/") and path.endswith("/")]
    policy = next(each for each in corpus.policies if each.meta.slug == OLD)
    assert len(full) == 4
    assert len(clauses) == len(policy.document.clauses)
    env = environment([templates()])
    for path in (*full, *clauses):
        html = render(pages[path], env).decode()
        main = html[html.index("<main") :]
        assert main.index('role="note"') < main.index("<h1")
        if not path.startswith("en/"):
            assert "自2025年3月1日起由以下文件取代：" in main
        if not path.startswith("zh/"):
            assert "Superseded from 1 March 2025 by:" in main
        assert f"/{NEW}/index.html" in main


def test_addresses_of_clauses_that_moved_or_are_gone_name_it_as_well(corpus: Corpus) -> None:
    words = read_words([templates()])
    ledger = Ledger(aliases={"art9": "art1"}, tombstones={"art8": Tombstone("2023-01-01", "", ())})
    policies = tuple(
        replace(each, ledger=ledger) if each.meta.slug == OLD else each for each in corpus.policies
    )
    setting = make_setting(replace(corpus, policies=policies), words)
    found = {page.path: page for page in make_moved(setting)}
    for name in ("art8", "art9"):
        assert shown(found[f"p/{OLD}/{name}/"])[0] == f"自2025年3月1日起由以下文件取代：{TITLE}（2025年）"
        html = render(found[f"p/{OLD}/{name}/"], environment([templates()])).decode()
        assert "Superseded from 1 March 2025 by:" in html


def test_the_day_of_the_reader_says_whether_it_is_done(pages: Mapping[str, Any]) -> None:
    (notice,) = pages[f"en/policies/{OLD}/"].value.editions
    assert [(plain(each.text), each.before, each.after) for each in notice.later[0].since] == [
        ("Superseded from 1 March 2025 by:", None, None),
        ("To be superseded from 1 March 2025 by:", "2025-03-01", None),
        ("Superseded since 1 March 2025 by:", None, "2025-02-28"),
    ]


def test_a_clause_leads_to_the_one_that_continues_it_and_back(pages: Mapping[str, Any]) -> None:
    assert shown(pages[f"p/{OLD}/art2/"])[0] == (
        f"自2025年3月1日起由以下文件取代：{TITLE}（2025年） | 第三条 支持冷藏车购置 文字未变"
    )
    assert shown(pages[f"p/{OLD}/art1/"])[0].endswith("文字有改动 (('300万元', '500万元'),)")
    assert f"本文件取代：{TITLE}（2022年） | 第二条 支持冷藏车购置 文字未变" in shown(pages[f"p/{NEW}/art3/"])
    link = pages[f"p/{OLD}/art2/"].value.editions[0].later[0].clauses[0].clause
    assert link.href == f"../../{NEW}/art3/index.html"


def test_a_clause_that_nothing_continues_is_not_said_to_be_gone(pages: Mapping[str, Any]) -> None:
    notice = pages[f"p/{OLD}/art4/"].value.editions[0]
    assert (notice.later[0].clauses, notice.later[0].missing) == ((), ())


def test_a_chain_names_the_next_and_the_newest(pages: Mapping[str, Any]) -> None:
    assert shown(pages[f"zh/policies/{FIRST}/"]) == [
        f"自2022年3月1日起由以下文件取代：{TITLE}（2022年）",
        f"最新版本：{TITLE}（2025年）",
    ]
    assert shown(pages[f"zh/policies/{NEW}/"]) == [f"本文件取代：{TITLE}（2022年）"]
    assert pages[f"zh/policies/{OTHER}/"].value.editions == ()


def test_the_list_of_policies_says_it(pages: Mapping[str, Any]) -> None:
    cards = [card for group in pages["en/policies/"].value.groups for card in group.cards]
    assert [[plain(each.since[0].text) for each in card.later] for card in cards] == [
        ["Superseded from 1 March 2022 by:", "Newest edition:"],
        ["Superseded from 1 March 2025 by:"],
        [],
        [],
    ]


def test_the_later_text_alone_stands_for_its_place(corpus: Corpus, pages: Mapping[str, Any]) -> None:
    matched = {frozenset((match.a_doc, match.b_doc)) for match in corpus.matches}
    assert matched == {frozenset((doc, OTHER)) for doc in (FIRST, OLD, NEW)}
    matrix = pages["en/compare/"].value
    assert [plain(column.place) for column in matrix.columns] == ["Example City", "Neighbour City"]
    for found in (*corpus.comparisons.themes.values(), *corpus.comparisons.groups.values()):
        named = {act.doc for act in found.acts} | {each.doc for each in found.absences} | set(found.best)
        named |= {offer.act.doc for each in found.offers for offer in each}
        assert named <= {NEW, OTHER}
    assert {act.doc for act in corpus.comparisons.themes["trade-fairs"].earlier} == {OLD}
    assert "zh/compare/trade-fairs/" in pages


def test_nothing_is_said_to_be_the_only_one_or_missing_beside_an_old_text(corpus: Corpus) -> None:
    words = read_words([templates()])
    claims = [*make_claims(make_setting(corpus, words), "zh")]
    docs = [{name.partition("#")[0] for name in claim.rests_on} for claim in claims]
    assert all(len(each & {FIRST, OLD, NEW}) < 2 for each in docs)
    old = [claim.kind for claim, each in zip(claims, docs, strict=True) if each & {FIRST, OLD}]
    assert old
    assert set(old) <= {"difference", "only"}  # between two clauses, whose place has its year beside it
    assert any(claim.kind == "only_in" for claim in claims)
    assert all(
        "示例市（20" in claim.text for claim, each in zip(claims, docs, strict=True) if each & {FIRST, OLD}
    )


@pytest.mark.parametrize(("old", "new"), [(FIRST, OLD), (FIRST, NEW), (OLD, NEW)])
def test_two_editions_stand_side_by_side_at_the_address_of_their_pair(
    pages: Mapping[str, Any], old: str, new: str
) -> None:
    for language in ("zh", "en"):
        page = pages[f"{language}/compare/{old}/{new}/"]
        assert page.template == "editions.html"
        assert plain(page.value.new.document.text).count("2025" if new == NEW else "2022") == 1


def test_the_page_of_two_editions_shows_what_changed_and_what_found_no_counterpart(
    pages: Mapping[str, Any],
) -> None:
    page = pages[f"zh/compare/{OLD}/{NEW}/"].value
    rows = [(plain(row.old.text), plain(row.new.text), plain(row.how)) for row in page.rows]
    assert ("第一条 支持冷库建设", "第一条 支持冷库建设", "文字有改动") in rows
    assert ("第二条 支持冷藏车购置", "第三条 支持冷藏车购置", "文字未变") in rows
    assert [plain(each.text) for each in page.old.alone] == ["第四条 支持冷链展会"]
    assert [plain(each.text) for each in page.new.alone] == ["第二条 支持多式联运"]


def test_similar_clauses_are_of_other_works(pages: Mapping[str, Any]) -> None:
    for path, page in pages.items():
        if path.startswith(f"p/{NEW}/") and page.template == "clause.html":
            assert not any(f"/{OLD}/" in each.clause.href for each in page.value.similar)


def test_a_clause_of_another_place_names_current_counterparts_first(pages: Mapping[str, Any]) -> None:
    found = pages[f"p/{OTHER}/art1/"].value.counterparts
    docs = [each.clause.href.split("/")[-3] for each in found]
    assert docs[0] == NEW
    assert set(docs) == {FIRST, OLD, NEW}


def test_the_data_has_the_editions(corpus: Corpus, pages: Mapping[str, Any]) -> None:
    table = next(each for each in make_tables(corpus) if each.name == "editions")
    row = next(
        row for row in table.rows if (row["doc"], row["clause"], row["later_doc"]) == (OLD, "art1", NEW)
    )
    assert row == {
        "doc": OLD,
        "clause": "art1",
        "later_doc": NEW,
        "later_clause": "art1",
        "how": "reworded",
        "figures": [{"old": "300万元", "new": "500万元"}],
    }
    linked = json.dumps(pages[f"p/{NEW}/policy.json"].value.value, ensure_ascii=False)
    assert (
        f'"legislationChanges": [{{"@id": "https://policies.example.org/digest/zh/policies/{OLD}/"}}]'
        in linked
    )


def test_no_address_is_lost_or_made_twice_when_a_policy_is_superseded(tmp_path: Path) -> None:
    words = read_words([templates()])
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    for slug in (OLD, NEW):
        settings = content / "policies" / slug / "policy.toml"
        settings.write_text(settings.read_text("utf-8").partition("[[relations]]")[0], "utf-8")
    before = load(content).corpus
    assert before
    was = [page.path for page in make_pages(before, words)]
    published = published_addresses(make_setting(before, words))
    now = [page.path for page in make_pages(replace(editions_corpus(), addresses=published), words)]
    assert len(now) == len(set(now))
    assert set(was) <= set(now) | {path for path in was if path.startswith("search/")}
