"""Comparisons as readers use them: places and rows chosen by keyboard, the choice in the address, cards on a
phone, everything without JavaScript and on paper."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

THEME = "zh/compare/tape-out/"
PAGES = (
    "zh/compare/",
    "en/compare/",
    THEME,
    "en/compare/tape-out/",
    "en/compare/platforms/",
    "zh/compare/example-2022/other-2021/",
    "en/compare/example-2022/other-2021/",
    "p/example-2022/2.1/",
    "p/example-2022/2.1.1/",
    "en/compare/g-example-2022-1.1/",
)


@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_enough_for_a_finger(look, compared, path):
    page = look(compared + path, 390, 844, has_touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, label.check")].filter((each) => {
            const box = each.getBoundingClientRect();
            return box.width && !each.closest("h3, dd, .text p, .skip") && (box.height < 43.5 || box.width < 24);
        }).map((each) => each.outerHTML)"""
    )
    assert small == []


def shown(page):
    """The names of the rows that are seen."""
    rows = page.locator("tr[data-row]:visible")
    return rows.evaluate_all("(rows) => rows.map((row) => row.dataset.row)")


def test_only_differences_by_keyboard_and_in_the_address(page, compared):
    page.goto(compared + THEME)
    assert {"kind", "rate", "cap"} <= set(shown(page))
    page.focus("input[name=differences]")
    page.keyboard.press("Space")
    assert shown(page) == ["cap"]
    expect(page).to_have_url(f"{compared}{THEME}?differences=1")
    page.reload()
    assert shown(page) == ["cap"]
    expect(page.locator("input[name=differences]")).to_be_checked()


def test_rows_are_chosen_and_given_back(page, compared):
    page.goto(compared + THEME)
    page.focus(".picker summary")
    page.keyboard.press("Enter")
    page.uncheck("input[value=rate]")
    assert "rate" not in shown(page)
    assert "rows=" in page.url
    assert "rate" not in page.url.partition("rows=")[2]
    page.reload()
    assert "rate" not in shown(page)
    page.click(".picker [type=reset]")
    expect(page.locator("tr[data-row=rate]")).to_be_visible()
    expect(page).to_have_url(compared + THEME)


def test_places_are_chosen(page, compared):
    page.goto(f"{compared}{THEME}?places=example-2022")
    heads = page.locator(".group thead th[data-doc]:visible")
    expect(heads).to_have_count(1)
    expect(page.locator("tr[data-row=cap].settled")).to_have_count(1)
    page.check("input[value='other-2021']")
    expect(heads).to_have_count(2)
    expect(page).to_have_url(compared + THEME)


def test_all_stands_without_javascript(plain, compared):
    plain.goto(compared + THEME)
    assert set(shown(plain)) >= {"kind", "rate", "cap"}
    expect(plain.locator(".documents-list li")).to_have_count(2)
    expect(plain.locator(".picker")).to_be_hidden()
    assert plain.locator(".notes li").first.is_visible()
    plain.click(".whys summary")
    assert plain.locator(".why mark").first.is_visible()


def test_every_value_leads_to_the_words_that_say_it(plain, compared):
    plain.goto(compared + THEME)
    link = plain.locator("tr[data-row=cap] td >> nth=1").locator("a")
    link.click()
    plain.wait_for_url(f"{compared}p/example-2022/2.1/index.html#s1")
    assert "500万元" in plain.locator("#s1").first.inner_text()


def test_a_phone_shows_one_place_after_the_other_with_the_differences_first(page, compared):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(compared + THEME)
    expect(page.locator(".group table")).to_be_hidden()
    cards = page.locator(".places > li")
    expect(cards).to_have_count(2)
    first = cards.first.locator("dl > div >> nth=0")
    expect(first).to_have_attribute("data-row", "cap")
    page.check("input[name=differences]")
    expect(cards.first.locator("dl > div:visible")).to_have_count(1)


def test_the_matrix_leads_to_the_words_the_theme_and_the_pair(page, compared):
    page.goto(f"{compared}en/compare/")
    page.click("tbody a >> text=Tape-out")
    page.wait_for_url("**/en/compare/tape-out/")
    page.go_back()
    page.click(".pairs a")
    page.wait_for_url("**/en/compare/example-2022/other-2021/")
    page.click(".languages a[lang='zh-CN']")
    page.wait_for_url("**/zh/compare/example-2022/other-2021/")


def test_a_phone_lists_the_themes_of_one_place_as_the_reader_chooses(plain, compared):
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto(f"{compared}en/compare/")
    themes = plain.locator(".matrix tbody [scope=row]:visible")
    assert themes.all_inner_texts() == ["Tape-out", "Platforms"]
    expect(plain.locator(".matrix tbody tr:not(.family) td:visible")).to_have_count(2)
    plain.check("input[name=place][value='other-2021']")
    assert themes.all_inner_texts() == ["Tape-out"]
    assert "RMB 3 million" in plain.locator(".matrix tr:not(.family) td:visible").inner_text().replace(
        "\u00a0", " "
    )
    plain.set_viewport_size({"width": 1280, "height": 800})
    assert themes.all_inner_texts() == ["Tape-out", "Platforms"]


def test_only_themes_with_figures_without_javascript_and_in_the_address(page, plain, compared):
    plain.goto(f"{compared}en/compare/")
    plain.check("input[name=figures]")
    shown = plain.locator(".matrix tbody [scope=row]:visible").count()
    assert shown == plain.locator(".matrix tr:has(.strength-2, .strength-3)").count()
    page.goto(f"{compared}en/compare/")
    page.check("input[name=figures]")
    expect(page).to_have_url(f"{compared}en/compare/?figures=1")
    page.reload()
    expect(page.locator("input[name=figures]")).to_be_checked()


def test_paper_shows_all_families_of_the_matrix(plain, compared):
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto(f"{compared}en/compare/")
    plain.emulate_media(media="print")
    assert all(theme.is_visible() for theme in plain.locator(".matrix tbody [scope=row]").all())


def test_a_theme_names_the_documents_without_a_measure(page, compared):
    page.goto(f"{compared}en/compare/platforms/")
    expect(page.locator(".absences li")).to_be_visible()
    page.goto(f"{compared}en/compare/platforms/?places=example-2022")
    expect(page.locator(".absences li")).to_be_visible()


def test_a_match_opens_on_the_page_of_a_clause(plain, compared):
    plain.goto(f"{compared}p/example-2022/2.1/")
    plain.click(".counterparts summary")
    assert plain.locator(".counterparts mark").first.is_visible()
    report = plain.locator(".why .more a").get_attribute("href")
    assert report.startswith("mailto:editors@example.org?subject=")


def test_possible_matches_are_folded_and_open_without_javascript(plain, compared):
    for path in ("zh/compare/example-2022/other-2021/", "p/example-2022/2.1.1/"):
        plain.goto(compared + path)
        folded = plain.locator(".perhaps > :not(summary)").first
        expect(folded).to_be_hidden()
        plain.click(".perhaps > summary")
        expect(folded).to_be_visible()


def test_on_paper_the_table_stands_and_the_controls_do_not(page, compared):
    page.set_viewport_size({"width": 1000, "height": 700})
    page.goto(compared + THEME)
    page.emulate_media(media="print")
    expect(page.locator(".group table")).to_be_visible()
    expect(page.locator(".picker")).to_be_hidden()
    expect(page.locator(".places")).to_be_hidden()
