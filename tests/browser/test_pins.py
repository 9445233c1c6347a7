"""Whoever opens an address that cites a wording sees whether the clause still reads so, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import served
from digest.text.ids import short_hash
from page_measures import VIEWS, looking, widest
from page_measures import axe_findings as findings
from small_wordings import FIRST, LOST, MOVED, NOW, STALE, pin, reworded_corpus

pytestmark = pytest.mark.browser

CLAUSE = "p/example-2022/2.1/"


@pytest.fixture(scope="module")
def reworded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a site whose clauses read otherwise before."""
    with served(tmp_path_factory.mktemp("reworded"), reworded_corpus) as base_url:
        yield base_url


def notice(page: Page) -> str:
    """What is said near the title of the wording that was cited; empty where nothing is."""
    pin = page.locator(".pin")
    return pin.inner_text() if pin.is_visible() else ""


def test_the_same_wording_is_said_to_be_so_in_one_line(page, reworded):
    page.goto(f"{reworded}{CLAUSE}{pin(NOW['2.1'].text)}")
    assert "cites the current wording" in notice(page)
    assert "has changed" not in notice(page)
    expect(page.locator(".wordings article")).to_have_count(4)


def test_another_wording_is_shown_near_the_title_figures_first(page, reworded):
    page.goto(f"{reworded}{CLAUSE}{pin(FIRST)}")
    said = notice(page)
    places = [
        said.index(each)
        for each in (
            "has changed since it was cited",
            "30% → 50%",
            "300万元 → 500万元",
            FIRST,
            "Changes since then",
        )
    ]
    assert places == sorted(places)
    assert page.locator(".pin del").all_inner_texts() == ["30", "300"]
    assert page.locator(".pin").bounding_box()["y"] < page.locator(".sides").bounding_box()["y"]
    expect(page.locator(".wordings article")).to_have_count(3)


def test_the_same_text_below_another_heading_is_not_called_the_same_wording(page, reworded):
    page.goto(f"{reworded}p/example-2022/1.2/{pin(NOW['1.2'].text)}")
    assert "The heading of the clause has changed" in notice(page)
    assert "cites the current wording" not in notice(page)


def test_a_hash_in_capitals_is_the_same(page, reworded):
    page.goto(f"{reworded}{CLAUSE}?at={short_hash(FIRST).upper()}")
    assert "has changed since it was cited" in notice(page)


def test_the_only_other_wording_leaves_no_empty_list(page, reworded):
    page.goto(f"{reworded}p/example-2022/art7/{pin(STALE)}")
    assert "valid for 1 year" in notice(page)
    expect(page.locator(".wordings")).to_be_hidden()


def test_a_wording_of_which_only_the_hash_is_known_says_so(page, reworded):
    page.goto(f"{reworded}{CLAUSE}?at={LOST}")
    assert "has changed since it was cited" in notice(page)
    assert "Only the checksum of this wording was kept" in notice(page)


@pytest.mark.parametrize("query", [pin("另一个文本"), "?at=<b>x</b>", "?at=%00"])
def test_a_wording_that_nobody_knows_is_not_said_to_have_changed(page, reworded, query):
    page.goto(f"{reworded}{CLAUSE}{query}")
    assert "no record of the wording" in notice(page)
    assert "cites the current wording" not in notice(page)
    expect(page.locator(".pin article")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "?at=", "?q=x"])
def test_an_address_that_cites_no_wording_says_nothing(page, reworded, query):
    page.goto(f"{reworded}{CLAUSE}{query}")
    assert notice(page) == ""


def test_a_clause_that_moved_shows_what_was_cited_and_leads_on_with_it(page, reworded):
    page.goto(f"{reworded}p/example-2022/3.1/{pin(MOVED)}")
    assert MOVED in notice(page)
    page.click(".now a")
    page.wait_for_url(f"{reworded}{CLAUSE}{pin(MOVED)}")
    assert MOVED in notice(page)


def test_a_clause_that_is_gone_shows_what_was_cited(page, reworded):
    page.goto(f"{reworded}p/example-2022/4/{pin('加强领导3年。')}")
    assert "3年 → 5年" in notice(page)
    page.goto(f"{reworded}p/example-2022/4/{pin('加强组织领导5年。')}")
    assert "the last wording of this clause" in notice(page)


@pytest.mark.parametrize(("name", "text"), [("2.1", FIRST), ("3.1", MOVED), ("4", "加强领导3年。")])
def test_without_javascript_all_wordings_stand_on_the_page(plain, reworded, name, text):
    plain.goto(f"{reworded}p/example-2022/{name}/{pin(text)}")
    wording = plain.locator(f"[id=at-{pin(text)[4:]}]")
    expect(wording).to_be_visible()
    assert text in wording.inner_text()
    assert notice(plain) == ""


@pytest.mark.parametrize("view", VIEWS[:2], ids=lambda view: view.name)
def test_axe_finds_nothing(browser, reworded, view):
    with looking(browser, view) as page:
        for path in (
            f"{CLAUSE}{pin(NOW['2.1'].text)}",
            f"{CLAUSE}{pin(FIRST)}",
            f"{CLAUSE}{pin('?')}",
            f"p/example-2022/4/{pin('加强领导3年。')}",
        ):
            page.goto(f"{reworded}{path}")
            assert findings(page) == [], path
            assert widest(page) <= view.width
