"""Whether a policy can be relied on follows from the reader's own date; without JavaScript the page says what is true
on every day."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

BEFORE, WITHIN, LAST, OVER = "2022-07-08", "2023-06-01", "2025-07-08", "2025-07-09"
SAID = {
    BEFORE: "Not yet in force · from 9 July 2022",
    WITHIN: "Issued · in force until 8 July 2025 · inferred",
    LAST: "Issued · in force until 8 July 2025 · inferred",
    OVER: "Period over · until 8 July 2025 · inferred",
}


def shown(page):
    return page.locator("main [data-state]:visible").all_inner_texts()


@pytest.mark.parametrize("day", SAID)
@pytest.mark.parametrize("section", ["policies/example-2022", "instruments"])
def test_the_page_says_what_holds_today(page, address, day, section):
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}en/{section}/")
    assert set(shown(page)) == {SAID[day]}


def test_a_clause_says_it_in_both_languages(page, address):
    page.clock.set_fixed_time(f"{OVER}T12:00:00")
    page.goto(f"{address}p/example-2022/2.1/")
    expect(page.locator(".opening [data-state]:visible > .pair > span")).to_have_text(
        ["期限已满 · 至2025年7月8日 · 推断", "Period over · until 8 July 2025 · inferred"]
    )


@pytest.mark.parametrize("path", ["en/", "en/policies/"])
def test_each_policy_of_a_list_has_its_own(page, address, path):
    page.clock.set_fixed_time("2024-06-01T12:00:00")
    page.goto(address + path)
    assert {*shown(page)} == {SAID[WITHIN], "Period over · 2021–2023"}


def test_without_scripts_the_page_says_what_is_always_true(plain, address):
    plain.goto(f"{address}en/policies/")
    assert sorted(shown(plain)) == [SAID[WITHIN], "Issued · period 2021–2023"]


@pytest.mark.parametrize(
    ("day", "choices"),
    [(BEFORE, ["All", "Not yet in force"]), (WITHIN, ["All", "Issued"]), (OVER, ["All", "Period over"])],
)
def test_a_table_can_be_filtered_by_what_holds_today(page, address, day, choices):
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}en/instruments/")
    field = page.locator("select[name=status]")
    assert field.locator("option").all_inner_texts() == choices
    field.select_option(label=choices[1])
    expect(page.locator("[role=status]")).to_have_text("2 of 2 rows")
    page.goto(f"{address}en/instruments/?status=superseded")
    expect(page.locator("tbody tr:not(.group):visible")).to_have_count(2)


@pytest.mark.parametrize("day", [WITHIN, OVER])
def test_hits_say_it_and_are_narrowed_by_it(page, address, day):
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}en/search/?q=流片&doc=example-2022")
    expect(page.locator(".hit [data-state]").first).to_be_visible()
    assert set(page.locator(".hit [data-state]").all_inner_texts()) == {SAID[day]}
    state = "issued" if day == WITHIN else "expired"
    other = "expired" if day == WITHIN else "issued"
    page.goto(f"{address}en/search/?q=流片&doc=example-2022&status={state}")
    expect(page.locator(".hit").first).to_be_visible()
    page.goto(f"{address}en/search/?q=流片&doc=example-2022&status={other}")
    expect(page.locator(".search-status")).to_contain_text("match these filters")
    expect(page.locator(".hit")).to_have_count(0)


def test_it_fits_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.clock.set_fixed_time(f"{OVER}T12:00:00")
    for path in ("en/instruments/", "p/example-2022/2.1/", "en/agencies/", "zh/search/?q=流片"):
        page.goto(address + path)
        expect(page.locator("main [data-state]:visible").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
