"""A long table comes in pages of rows: none is heavy, none is promised, and no row is lost."""

import re
from typing import Any

import pytest

from digest.pages import catalogue, glossary, home, listing, quality
from digest.pages.instruments import make_instruments
from digest.pages.make import make_pages, make_setting
from digest.pages.paging import cut, make_pagings
from digest.pages.parts import pages_of
from digest.pages.search import page as search
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from many_policies import many_policies

WORDS = read_words([templates()])
COUNT = 40


@pytest.fixture(scope="module")
def whole():
    """The pages of a site whose tables fit on one page each."""
    return {page.path: page for page in make_pages(many_policies(COUNT), WORDS)}


@pytest.fixture(scope="module")
def pages():
    """The same, where a page has few rows and a cell few lines."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "MOST_ROWS", 30)
        patch.setattr(listing, "HEAVIEST", 50_000)
        patch.setattr(listing, "MOST_CHOICES", 20)
        patch.setattr(catalogue, "MOST_CARDS", 39)
        patch.setattr(quality, "MOST_POLICIES", 15)
        patch.setattr(search, "MOST_WAYS", 39)
        patch.setattr(search, "FOREMOST", 5)
        return {page.path: page for page in make_pages(many_policies(COUNT), WORDS)}


def html(page):
    return render(page, environment([templates()])).decode()


def table(pages, language, section, name):
    """The pages of a table in their order."""
    paths = [path for path in pages if re.fullmatch(rf"{language}/{section}/({name}-\d+\.html)?", path)]
    found = [each for path in paths for each in pages[path].value.listings if each.name == name]
    return sorted(found, key=lambda each: int(plain(each.count).replace("—", "–").split("–")[0].split()[-1]))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("instruments", "instruments"),
        ("targets", "goals"),
        ("targets", "statistics"),
        ("citations", "citations_all"),
    ],
)
def test_no_row_is_lost(whole, pages, language, section, name):
    (one,) = (each for each in whole[f"{language}/{section}/"].value.listings if each.name == name)
    several = table(pages, language, section, name)
    assert len(several) > 1
    assert [row.cells for each in several for row in each.rows] == [row.cells for row in one.rows]
    assert one.paging is None
    assert {each.prefix for each in several} == {one.prefix}


def test_a_page_of_rows_says_which_ones(pages):
    first, second, *_ = table(pages, "en", "instruments", "instruments")
    assert [plain(each.count) for each in (first, second)] == ["Rows 1–30 of 80", "Rows 31–60 of 80"]
    assert first.paging.before is None
    assert first.paging.after == second.paging.files.split()[2].replace("-3", "-2") == "instruments-2.html"
    assert (second.paging.before, second.files) == ("index.html", "index.html . instruments-3.html")
    assert [link.href for link in second.downloads] == [
        "../../data/instruments.csv",
        "../../data/instruments.xlsx",
        "../../data/instruments.jsonl",
        "../data/index.html#instruments.fields",
    ]


def test_a_page_is_about_as_heavy_as_its_rows_are_thought_to_be(pages):
    for path, page in pages.items():
        if re.search(r"/(instruments|targets|citations)/.*-\d+\.html", path):
            (each,) = page.value.listings
            body = html(page).partition("<tbody>")[2].partition("</tbody>")[0]
            thought = sum(map(listing._weight, each.rows))
            assert thought <= 50_000 / len(pages[path.rpartition("/")[0] + "/"].value.listings)
            assert 0.7 * thought < len(body.encode()) < 1.1 * thought


def test_a_table_of_too_many_pages_is_not_joined(monkeypatch):
    monkeypatch.setattr(listing, "MOST_ROWS", 10)
    monkeypatch.setattr(listing, "MOST_JOINED", 7)
    setting = make_setting(many_policies(COUNT), WORDS)
    made: list[Any] = [page.value for page in pages_of(make_instruments(setting), setting)]
    assert [each.listings[0].files for each in made] == ["."] * 16
    assert 'data-files="."' in html(next(iter(pages_of(make_instruments(setting), setting))))


def test_further_pages_are_not_for_search_engines(pages):
    page = pages["zh/instruments/instruments-2.html"]
    assert (page.value.frame.canonical, page.value.frame.listed, page.value.graph) == (None, False, None)
    assert '<meta name="robots" content="noindex">' in html(page)
    assert "instruments-2" not in html(pages["sitemap.xml"])
    assert 'rel="canonical"' in html(pages["zh/instruments/"])
    assert [link.href for link in page.value.frame.around[0].languages] == [
        "index.html",
        "../../en/instruments/index.html",
    ]


def test_a_filter_by_too_many_choices_is_left_out(whole, pages):
    names = [
        [each.name for each in found["zh/instruments/"].value.listings[0].filters] for found in (whole, pages)
    ]
    assert names == [["figures", "place", "status", "kind"], ["figures", "status", "kind"]]
    assert "data-place" in html(whole["zh/instruments/"])
    assert "data-place" not in html(pages["zh/instruments/"])


def test_a_cell_counts_what_it_does_not_list(whole):
    entries = [entry for letter in whole["en/glossary/"].value.letters for entry in letter.entries]
    assert {len(entry.uses) for entry in entries} == {glossary.FIRST + 1}
    last = entries[0].uses[-1]
    assert plain(last.text) == f"{COUNT - glossary.FIRST} more: search for them"
    assert last.href == "../search/index.html?q=%E9%A6%96%E8%BD%AE%E6%B5%81%E7%89%87"


def test_many_policies_are_a_table(whole, pages):
    assert whole["zh/policies/"].template == "policies.html"
    (first,) = pages["en/policies/"].value.listings
    assert plain(first.count) == "Rows 1–30 of 40"
    assert [[plain(line.text) for line in cell.lines] for cell in first.rows[2].cells] == [
        ["Action Plan of County 2", "第2县行动计划"],
        ["County 2"],
        ["Action plan"],
        ["June 2022"],
        ["14"],
    ]
    assert first.rows[2].cells[0].lines[0].href == "county-0002/index.html"
    assert dict(first.rows[2].picks)["province"] == "440000"
    assert len(pages["en/policies/policies-2.html"].value.listings[0].rows) == 10


def test_the_home_page_shows_the_newest_of_many_policies(whole):
    page = whole["en/"].value
    assert len(page.listed) == home.NEWEST < COUNT
    assert plain(page.policies) == "Newest policies"
    assert plain(page.all_policies.text) == "All 40 policies, with details"
    assert plain(page.said).startswith(
        "40 policies of 40 jurisdictions (County 0, County 1, County 2 …), with "
    )


def test_each_policy_is_on_one_page_of_quality(whole, pages):
    names = [f"zh/quality/{file}" for file in ("", "quality-2.html", "quality-3.html")]
    several = [pages[name].value for name in names]
    assert [plain(each.paging.part) for each in several][1:] == [
        "第 16—30 份，共 40 份",
        "第 31—40 份，共 40 份",
    ]
    titles = [plain(policy.policy.text) for each in several for policy in each.policies]
    assert titles == [plain(policy.policy.text) for policy in whole["zh/quality/"].value.policies]
    assert [bool(each.figures) for each in several] == [True, False, False]
    assert whole["zh/quality/"].value.paging is None
    assert "第 16—30 份" in html(pages[names[1]])


def test_of_many_places_the_search_page_lists_some(whole, pages):
    every, some = (
        next(each for each in site["en/search/"].value.lists if each.id == "places")
        for site in (whole, pages)
    )
    assert (len(every.ways), every.rest) == (40, None)
    assert [plain(way.name) for way in some.ways] == [f"County {number}" for number in range(5)]
    assert plain(some.rest.text) == "35 more jurisdictions, in the list of policies"
    assert some.rest.href == "../policies/index.html"
    assert "35 more jurisdictions" in html(pages["en/search/"])


def test_a_list_is_cut_by_number_and_by_weight():
    assert cut("abcdefg", lambda _: 1, 100, 3) == [["a", "b", "c"], ["d", "e", "f"], ["g"]]
    assert cut([4, 4, 9, 30, 1], lambda each: each, 10, 3) == [[4, 4], [9], [30], [1]]
    assert cut([], lambda _: 1, 10, 3) == [[]]


def test_of_many_pages_few_are_linked():
    paths = ["a/", *(f"a/b-{number}.html" for number in range(2, 21))]
    paging = list(make_pagings(WORDS["en"], "en", paths, [500] * 19 + [7]))[9]
    assert plain(paging.part) == "Rows 4,501–5,000 of 9,507"
    assert [(each.number, each.after_gap) for each in paging.numbered] == [
        ("1", False), ("8", True), ("9", False), ("10", False), ("11", False), ("12", False), ("20", True),
    ]  # fmt: skip
    assert [each.number for each in paging.numbered if each.href is None] == ["10"]
