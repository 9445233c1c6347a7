"""How to cite a clause, a policy or a comparison: to be read and selected without JavaScript, copied in one click with it."""

import pytest
from playwright.sync_api import expect

from digest.cite import STYLES
from digest.text.ids import short_hash
from page_measures import VIEWS, looking, widest
from page_measures import axe_findings as findings
from small_corpus import ROWS

pytestmark = pytest.mark.browser

TEXT = {row[0]: row[5] for row in ROWS}
CLAUSE, POLICY = "p/example-2022/2.1/", "en/policies/example-2022/"
PAGES = (CLAUSE, POLICY, f"{POLICY}both/", "zh/policies/example-2022/")
COPIED = """async () => {
  const [item] = await navigator.clipboard.read();
  return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
}"""


def opened(page):
    """The box, with what is folded in it."""
    page.click(".cite > summary")
    page.click(".cite details > summary")
    return page.locator(".cite")


def row(page, name):
    return page.locator(".cite dl > div").filter(has=page.locator("dt", has_text=name)).first


def test_without_javascript_everything_can_be_read(plain, address):
    plain.goto(f"{address}{CLAUSE}")
    said = opened(plain).inner_text()
    expect(plain.locator(".cite button")).to_have_count(0)
    assert plain.locator(".cite dl > div").count() == len(STYLES) + 2
    assert f"{address}{CLAUSE}?at={short_hash(TEXT['2.1'])}" in said
    assert "@techreport" in said
    assert "YYYY" not in said


@pytest.mark.parametrize("path", PAGES)
def test_the_day_of_the_reader_is_filled_in(page, address, path):
    page.clock.set_fixed_time("2026-01-05T12:00:00")
    page.goto(address + path)
    opened(page)
    expect(row(page, "GB/T 7714")).to_contain_text("[2026-01-05]")
    assert "urldate = {2026-01-05}" in row(page, "BibTeX").inner_text()
    assert "Y2  - 2026/01/05" in row(page, "RIS").inner_text()
    assert '"date-parts": [[2026, 1, 5]]' in row(page, "CSL-JSON").inner_text()
    assert "YYYY" not in page.locator(".cite").inner_text()


def test_a_citation_is_copied_rich_and_plain_at_once(context, page, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{CLAUSE}")
    opened(page)
    gbt = row(page, "GB/T 7714")
    gbt.locator("button").click()
    expect(page.locator(".cite [role=status]")).to_contain_text("Copied")
    copied = page.evaluate(COPIED)
    assert copied["text/plain"] == gbt.locator("dd").inner_text()
    assert f'<a href="{address}{CLAUSE}?at=' in copied["text/html"]
    row(page, "BibTeX").locator("button").click()
    expect(page.locator(".cite [role=status]")).to_contain_text("BibTeX")
    copied = page.evaluate(COPIED)
    assert set(copied) == {"text/plain"}
    assert copied["text/plain"].startswith("@techreport{")
    assert copied["text/plain"].endswith("}\n")


@pytest.mark.parametrize("path", [POLICY, "zh/policies/example-2022/"])
def test_what_was_copied_is_said_by_its_name(context, page, address, path):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + path)
    opened(page)
    for name in ("GB/T 7714", "APA", "BibTeX"):
        row(page, name).locator("button").click()
        expect(page.locator(".cite [role=status]")).to_contain_text(name)


def test_a_quotation_and_the_address_are_copied(context, page, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{CLAUSE}")
    page.click(".cite > summary")
    pinned = f"{address}{CLAUSE}?at={short_hash(TEXT['2.1'])}"
    row(page, "Permanent address").locator("button").click()
    expect(page.locator(".cite .done")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == pinned
    row(page, "Quotation").locator("button").click()
    expect(page.locator(".cite [role=status]")).to_contain_text("引文")
    quoted = page.evaluate("navigator.clipboard.readText()")
    assert quoted.startswith(f"“{TEXT['2.1']}”\n")
    assert pinned in quoted


def test_pages_without_a_clipboard_are_copied_from_as_well(context, page, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete window.ClipboardItem")
    page.goto(f"{address}{CLAUSE}")
    page.click(".cite > summary")
    row(page, "APA").locator("button").click()
    expect(page.locator(".cite [role=status]")).to_contain_text("APA")
    assert "Example Action Plan" in page.evaluate(COPIED)["text/html"]


def test_the_keyboard_reaches_every_button(page, address):
    page.goto(f"{address}{CLAUSE}")
    page.focus(".cite > summary")
    page.keyboard.press("Enter")
    expect(page.locator(".cite button").first).to_be_visible()
    page.keyboard.press("Tab")
    named = page.evaluate("document.activeElement.innerText")
    assert "Copy" in named
    assert "Permanent address" in named
    expect(page.get_by_role("button", name="GB/T 7714")).to_have_count(1)


def test_a_comparison_is_cited_as_the_work_of_the_site(plain, compared):
    for path in ("zh/compare/", "en/compare/"):
        plain.goto(f"{compared}{path}")
        for link in plain.evaluate("[...document.querySelectorAll('main a')].map((each) => each.href)")[:40]:
            if link.count("/compare/") and not link.endswith("/compare/index.html") and "#" not in link:
                break
        plain.goto(link)
        assert "@misc{" in opened(plain).inner_text()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_axe_finds_nothing(browser, address, view):
    with looking(browser, view) as page:
        for path in PAGES:
            page.goto(address + path)
            opened(page)
            expect(page.locator(".cite button").first).to_be_visible()
            assert findings(page) == [], path
            assert widest(page) <= view.width
