"""What readers do: switch the language without losing the clause, use the keyboard, choose a theme."""

import re

import pytest
from playwright.sync_api import expect

from small_corpus import ROWS

pytestmark = pytest.mark.browser

ZH, EN = "zh/policies/example-2022/", "en/policies/example-2022/"
BOTH_ZH, BOTH_EN = f"{ZH}both/", f"{EN}both/"
CLAUSES = tuple(row[0] for row in ROWS)
OF_EACH_FORM = ("front.1", "2.1.u1", "box1.1", "art7.fn1")
"""Ids that are written each in another way: more of them take long and show no more."""


@pytest.mark.parametrize(("there", "back"), [(EN, ZH), (ZH, EN), (BOTH_EN, BOTH_ZH)])
def test_the_language_switch_keeps_the_clause_in_the_address(page, address, there, back):
    language = "en" if there.startswith("en") else "zh-CN"
    for clause in OF_EACH_FORM:
        page.goto(f"{address}{back}#{clause}")
        page.click(f".languages a[lang={language}]")
        page.wait_for_url(f"{address}{there}#{clause}")


def test_the_modes_keep_the_clause_in_the_address(page, address):
    for clause in OF_EACH_FORM:
        page.goto(f"{address}{EN}#{clause}")
        for mode, path in (("Both", BOTH_EN), ("English", EN), ("Chinese", ZH)):
            page.click(f".modes a:text-is('{mode}')")
            page.wait_for_url(f"{address}{path}#{clause}")


def test_each_clause_leads_to_the_other_modes_without_javascript(plain, address):
    plain.goto(f"{address}{ZH}")
    for clause in OF_EACH_FORM:
        tools = f'[id="{clause}"] > .clause-own .clause-tools'
        for link, path in (
            ("英文", EN),
            ("Both", BOTH_EN),
            ("English", EN),
            ("Chinese", ZH),
            ("对照", BOTH_ZH),
        ):
            plain.click(f"{tools} a:text-is('{link}')")
            plain.wait_for_url(f"{address}{path}index.html#{clause}")
            expect(plain.locator(f'[id="{clause}"]')).to_have_count(1)
        plain.click(f"{tools} a:text-is('中文')")
        plain.wait_for_url(f"{address}{ZH}index.html#{clause}")


def test_both_languages_stand_side_by_side_or_one_under_the_other(page, address):
    def boxes():
        return [
            page.locator(f'[id="1.1"] > .clause-own .text:lang({lang})').bounding_box()
            for lang in ("zh", "en")
        ]

    page.goto(f"{address}{BOTH_ZH}")
    zh, en = boxes()
    assert zh["y"] == en["y"]
    assert zh["x"] + zh["width"] <= en["x"]
    page.set_viewport_size({"width": 390, "height": 844})
    zh, en = boxes()
    assert zh["x"] == en["x"]
    assert zh["y"] + zh["height"] <= en["y"]


def test_a_term_leads_to_its_definition_without_javascript(plain, address):
    plain.goto(f"{address}{ZH}")
    plain.click('[id="2.1"] > .clause-own a.term')
    definition = plain.locator(":target")
    assert "设计完成的芯片第一次试制" in definition.inner_text()
    definition.locator("dd a").click()
    assert "first tape-out" in plain.locator(":target").inner_text()


def test_what_a_term_means_shows_beside_it(page, address):
    page.goto(f"{address}{EN}")
    term, tip = page.locator('[id="1"] > .clause-own a.term'), page.locator(".tip")
    expect(tip).to_be_hidden()
    term.hover()
    expect(tip).to_contain_text("turns signals from outside into electric ones")
    tip.hover()
    page.wait_for_timeout(300)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).not_to_be_visible()
    term.focus()
    expect(tip).to_be_visible()
    described = page.locator(f'[id="{term.get_attribute("aria-describedby")}"]')
    expect(described).to_contain_text("turns signals from outside into electric ones")
    page.keyboard.press("Tab")
    expect(tip).not_to_be_visible()


def test_a_click_on_a_term_stays_where_it_is_and_a_key_leads_to_the_definition(page, address):
    page.goto(f"{address}{EN}")
    term = page.locator('[id="1"] > .clause-own a.term')
    term.click()
    expect(page.locator(".tip")).to_be_visible()
    assert "#" not in page.url
    term.press("Enter")
    page.wait_for_url("**#term-*")


def test_a_tap_on_a_term_shows_what_it_means(browser, address):
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{address}{EN}")
        page.tap('[id="1"] > .clause-own a.term')
        expect(page.locator(".tip")).to_be_visible()
        assert "#" not in page.url
        page.tap(".tip")
        expect(page.locator(".tip")).not_to_be_visible()
        page.tap('[id="1"] > .clause-own a.term')
        expect(page.locator(".tip")).to_be_visible()
        box = page.locator(".tip").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_an_old_translation_shows_what_has_changed(plain, address):
    for path in (EN, BOTH_ZH):
        plain.goto(f"{address}{path}")
        plain.click('[id="art7"] > .clause-own .changes summary')
        assert "".join(plain.locator('[id="art7"] > .clause-own del').all_inner_texts()) == "旧文"
        assert "3年" in plain.locator('[id="art7"] > .clause-own .changes .figure').first.inner_text()


def test_search_engines_are_asked_to_leave_out_what_is_hardly_translated(plain, address):
    for path, left_out in ((ZH, False), (BOTH_ZH, False), (EN, True), (BOTH_EN, True)):
        plain.goto(f"{address}{path}")
        assert plain.locator("meta[name=robots][content=noindex]").count() == left_out


def test_the_language_switch_keeps_what_is_being_read(page, address):
    page.goto(f"{address}{ZH}")
    page.evaluate("document.getElementById('2.1').scrollIntoView()")
    page.evaluate("document.querySelector('.languages a[lang=en]').click()")
    expect(page).to_have_url(f"{address}{EN}#2.1")


def test_a_place_that_was_left_is_not_kept(page, address):
    page.goto(f"{address}{ZH}#art7")
    page.set_viewport_size({"width": 1280, "height": 300})
    page.evaluate("document.getElementById('1.1').scrollIntoView()")
    page.evaluate("document.querySelector('.languages a[lang=en]').click()")
    expect(page).to_have_url(f"{address}{EN}#1.1")


@pytest.mark.parametrize("clause", CLAUSES)
def test_permanent_pages_lead_to_the_clause_in_each_language(plain, address, clause):
    plain.goto(f"{address}p/example-2022/{clause}/")
    for language, path in (("zh-CN", ZH), ("en", EN)):
        links = plain.locator(f".languages a[lang={language}]")
        hrefs = links.evaluate_all("(links) => links.map((link) => link.href)")
        assert hrefs == [f"{address}{path}index.html#{clause}"] * 2  # for the readers of each language


def test_the_address_bar_shows_the_short_form(page, address):
    page.goto(f"{address}{ZH}index.html#2.1")
    expect(page).to_have_url(f"{address}{ZH}#2.1")


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
    expect(page.locator(".skip")).to_be_focused()
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


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
    expect(plain.locator("#contents-list")).to_be_visible()
    expect(page.locator("#contents-list")).to_be_hidden()
    page.click(".fold")
    expect(page.locator("#contents-list")).to_be_visible()
    page.click(".contents a[href='#2.1']")
    expect(page).to_have_url(re.compile(r"#2\.1$"))
    expect(page.locator("#contents-list")).to_be_hidden()


def test_a_chosen_theme_is_kept_and_can_be_given_back(page, address):
    def paper():
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    page.emulate_media(color_scheme="light")
    page.goto(f"{address}en/")
    light = paper()
    page.click(".theme")
    expect(page.locator(".theme")).to_have_attribute("aria-pressed", "true")
    dark = paper()
    assert dark != light
    page.goto(f"{address}zh/")
    assert paper() == dark
    page.click(".theme")
    assert paper() == light
    assert page.evaluate("localStorage.getItem('theme')") is None
    page.emulate_media(color_scheme="dark")
    assert paper() == dark


def test_the_sections_are_a_sheet_on_a_phone_without_a_script(plain, address):
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto(f"{address}zh/instruments/")
    assert plain.evaluate("document.querySelector('.masthead').offsetHeight") <= 110
    expect(plain.locator(".sections")).to_be_hidden()
    plain.click(".menu")
    expect(plain.locator(".sections a").last).to_be_in_viewport()
    plain.keyboard.press("Escape")
    expect(plain.locator(".sections")).to_be_hidden()
