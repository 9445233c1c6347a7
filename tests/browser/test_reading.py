"""What readers do: switch the language without losing the clause, use the keyboard, choose a theme."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ZH, EN = "zh/policies/example-2022/", "en/policies/example-2022/"
CLAUSES = ("1", "1.2", "2.1", "2.1.u1", "box1.1", "art7")


@pytest.mark.parametrize("clause", CLAUSES)
def test_the_language_switch_keeps_the_clause_in_the_address(page, address, clause):
    page.goto(f"{address}{ZH}#{clause}")
    page.click(".languages a[lang=en]")
    page.wait_for_url(f"{address}{EN}#{clause}")


@pytest.mark.parametrize("clause", CLAUSES)
def test_each_clause_leads_to_the_other_language_without_javascript(plain, address, clause):
    plain.goto(f"{address}{ZH}")
    plain.click(f'[id="{clause}"] > .clause-own .clause-tools a[hreflang=en]')
    assert plain.url == f"{address}{EN}index.html#{clause}"
    assert plain.locator(f'[id="{clause}"]').count() == 1
    plain.click(f'[id="{clause}"] > .clause-own .clause-tools a[hreflang="zh-CN"]')
    assert plain.url == f"{address}{ZH}index.html#{clause}"


def test_the_language_switch_keeps_what_is_being_read(page, address):
    page.goto(f"{address}{ZH}")
    page.evaluate("document.getElementById('2.1').scrollIntoView()")
    page.evaluate("document.querySelector('.languages a[lang=en]').click()")
    page.wait_for_url("**/en/policies/**")
    assert page.url.endswith("#2.1")


def test_a_place_that_was_left_is_not_kept(page, address):
    page.goto(f"{address}{ZH}#art7")
    page.set_viewport_size({"width": 1280, "height": 300})
    page.evaluate("document.getElementById('1.1').scrollIntoView()")
    page.evaluate("document.querySelector('.languages a[lang=en]').click()")
    page.wait_for_url("**/en/policies/**")
    assert page.url.endswith("#1.1")


@pytest.mark.parametrize("clause", CLAUSES)
def test_permanent_pages_lead_to_the_clause_in_each_language(plain, address, clause):
    plain.goto(f"{address}p/example-2022/{clause}/")
    for language, path in (("zh-CN", ZH), ("en", EN)):
        assert plain.locator(f".languages a[lang={language}]").evaluate("(link) => link.href") == (
            f"{address}{path}index.html#{clause}"
        )


def test_the_address_bar_shows_the_short_form(page, address):
    page.goto(f"{address}{ZH}index.html#2.1")
    assert page.url == f"{address}{ZH}#2.1"


def test_the_site_works_from_a_disk(page, address, folder):
    page.goto((folder / "index.html").as_uri())
    page.click(".door[lang=en] a")
    page.click(".sections a >> nth=0")
    page.click("h3 a[href*=example]")
    page.click('[id="2.1"] > .clause-own .permanent')
    page.wait_for_url((folder / "p/example-2022/2.1/index.html").as_uri())
    expect(page.locator(".masthead")).to_have_css("border-top-style", "solid")


def test_the_skip_link_comes_first_and_leads_to_the_text(page, address):
    page.goto(f"{address}{EN}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_everything_focused_by_keyboard_shows_it(page, address):
    page.goto(f"{address}{EN}")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        name = page.evaluate("document.activeElement.outerHTML")
        if name.startswith("<body"):
            break
        assert width >= 2, name
        seen.add(name)
    assert len(seen) > 40


def test_the_contents_list_marks_the_clause_being_read(page, address):
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"{address}{ZH}")
    marked = page.locator(".contents [aria-current=location]")
    for clause in ("1", "1.2", "2.1", "box1"):
        page.evaluate("(id) => document.getElementById(id).scrollIntoView()", clause)
        expect(marked).to_have_attribute("href", f"#{clause}")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(marked).to_have_attribute("href", "#art7")


@pytest.mark.parametrize("path", [ZH, EN])
def test_every_entry_of_the_contents_leads_to_its_clause(page, address, path):
    page.goto(f"{address}{path}")
    hashes = page.locator(".contents ol a").evaluate_all("(links) => links.map((link) => link.hash.slice(1))")
    assert hashes == ["1", "1.1", "1.2", "2", "2.1", "box1", "art7"]
    assert all(page.locator(f'[id="{name}"]').count() == 1 for name in hashes)


def test_the_contents_fold_on_a_phone_and_stand_open_without_javascript(page, plain, address):
    for each in (page, plain):
        each.set_viewport_size({"width": 390, "height": 844})
        each.goto(f"{address}{ZH}")
    assert plain.locator("#contents-list").is_visible()
    assert not page.locator("#contents-list").is_visible()
    page.click(".fold")
    assert page.locator("#contents-list").is_visible()
    page.click(".contents a[href='#2.1']")
    assert page.url.endswith("#2.1")
    assert not page.locator("#contents-list").is_visible()


def test_a_chosen_theme_is_kept_and_can_be_given_back(page, address):
    def paper():
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    page.emulate_media(color_scheme="light")
    page.goto(f"{address}en/")
    light = paper()
    page.click(".theme")
    assert page.locator(".theme").get_attribute("aria-pressed") == "true"
    dark = paper()
    assert dark != light
    page.goto(f"{address}zh/")
    assert paper() == dark
    page.click(".theme")
    assert paper() == light
    assert page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="dark")
    assert paper() == dark


def test_an_address_can_be_copied(context, page, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}p/example-2022/2.1/")
    page.click("[data-copy]")
    expect(page.locator(".copied")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}p/example-2022/2.1/"
