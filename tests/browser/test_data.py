"""The page of all downloads: on a desk and a phone, with scripts and without."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_a_phone(page, address, language):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{language}/data/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    small = page.locator("main a:visible").evaluate_all(
        "(links) => links.filter((each) => each.getBoundingClientRect().height < 24).map((each) => each.textContent)"
    )
    assert small == []


def test_the_fields_of_a_table_are_a_click_away(plain, address):
    plain.goto(f"{address}en/instruments/")
    plain.click(".whole a:has-text('Fields explained')")
    expect(plain.locator("[id='instruments.fields']")).to_be_visible()
    expect(plain.locator("[id='caps.fields']")).to_be_hidden()
    plain.click("tr#caps a:has-text('9 fields')")
    expect(plain.locator("[id='caps.fields']")).to_be_visible()


def test_a_file_is_downloaded(page, address):
    page.goto(f"{address}zh/data/")
    with page.expect_download() as download:
        page.click("tr#caps a:has-text('CSV')")
    assert download.value.suggested_filename == "caps.csv"
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbfdoc,clause,n,k,")


@pytest.mark.parametrize("path", ["zh/", "en/instruments/", "zh/compare/", "p/example-2022/2.1/"])
def test_all_pages_lead_to_it(plain, address, path):
    plain.goto(address + path)
    plain.locator(".colophon a[href$='data/index.html']").first.click()
    expect(plain.locator("h1")).to_have_text("Download the data" if path.startswith("en/") else "数据下载")
