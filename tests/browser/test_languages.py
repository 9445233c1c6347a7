"""A page in both languages speaks that of its reader: as chosen on this site, else as the browser asks, without a script both."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from digest.text.ids import short_hash
from page_measures import VIEWS, looking
from page_measures import axe_findings as findings
from small_corpus import ROWS

pytestmark = pytest.mark.browser

CLAUSE = "p/example-2022/2.1/"
PAGES = (
    CLAUSE,
    "p/example-2022/art7/",
    "p/example-2022/3.1/",
    "p/example-2022/4/",
    "p/example-2022/",
    "nothing/here/",
)
OTHER = {"zh": "en", "en": "zh"}
TAGS = {"zh": "zh-CN", "en": "en"}
HAN, LATIN = "[\u4e00-\u9fff]", "[A-Za-z]{3,}"
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });"
SHOWN = """() => {
  const said = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const own = node.parentElement;
    if (!node.data.trim() || own.closest('script, template, .text, .source, .quote, [hidden], code, pre, .terms dt, .languages')) continue;
    if (own.checkVisibility()) said.push([node.data.trim(), own.closest('[lang]').lang]);
  }
  for (const each of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    if (!each.checkVisibility()) continue;
    for (const name of ['aria-label', 'placeholder', 'title']) {
      if (each.hasAttribute(name)) said.push([each.getAttribute(name), each.closest('[lang]').lang]);
    }
  }
  return said;
}"""
MOVED = """() => { window.moved = 0; new PerformanceObserver((seen) => {
  for (const each of seen.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
}).observe({ type: 'layout-shift', buffered: true }); }"""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Callable[..., AbstractContextManager[Page]]:
    """A page of somebody whose browser asks for a language; nothing may be said to the console."""

    @contextmanager
    def opened(language: str, *scripts: str, width: int = 1280, **options: Any) -> Iterator[Page]:
        locale = {"zh": "zh-CN", "en": "en-GB"}.get(language, language)
        with browser.new_context(
            viewport={"width": width, "height": 844}, locale=locale, **options
        ) as context:
            for script in scripts:
                context.add_init_script(script)
            page = context.new_page()
            said: list[str] = []
            page.on(
                "console", lambda message: said.append(message.text) if "404" not in message.text else None
            )
            page.on("pageerror", lambda error: said.append(str(error)))
            yield page
            assert said == []

    return opened


def speaks(page: Page, language: str) -> bool:
    """Whether a page is in a language: the document, its navigation, all of it, and no other."""
    sections = page.locator(".masthead-row:visible")
    return (
        page.locator("html").get_attribute("lang") == TAGS[language]
        and sections.count() == 1
        and sections.get_attribute("lang") == TAGS[language]
    )


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_speaks_the_language_of_the_browser(reader, address, language, path):
    with reader(language) as page:
        page.goto(address + path)
        assert speaks(page, language)
        expect(page.locator(f".for-{TAGS[OTHER[language]]}:visible")).to_have_count(0)
        expect(page.locator(".languages a[aria-current=true]:visible")).to_have_attribute(
            "lang", TAGS[language]
        )


@pytest.mark.parametrize(("language", "spoken"), [("zh-TW", "zh"), ("en-US", "en"), ("fr-FR", "en")])
def test_the_nearest_of_its_languages_is_taken(reader, address, language, spoken):
    with reader(language) as page:
        page.goto(address + CLAUSE)
        assert speaks(page, spoken)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_around_the_text_is_in_the_language_of_the_reader(reader, address, language):
    """Names that nobody has translated are Chinese for all, and marked as such."""
    strange = {"en": HAN, "zh": LATIN}[language]
    with reader(language) as page:
        for path in ("p/example-2022/1.1/", "p/example-2022/1/", "p/example-2022/3.1/", "p/example-2022/"):
            page.goto(address + path)
            said = [text for text, lang in page.evaluate(SHOWN) if lang == TAGS[language]]
            assert len(said) > 20
            assert [text for text in said if re.search(strange, text) and "script" not in text] == []


def test_no_english_is_shown_to_a_chinese_reader_beside_the_translation(reader, address):
    with reader("zh") as page:
        page.goto(f"{address}p/example-2022/1.1/")
        assert [text for text, lang in page.evaluate(SHOWN) if lang == "en"] == []
        page.evaluate("document.documentElement.lang = 'en'")
        assert [text for text, lang in page.evaluate(SHOWN) if lang == "en"]


def test_the_main_sections_are_those_of_the_pages_in_its_language(reader, address):
    for language in ("zh", "en"):
        with reader(language) as page:
            names = []
            for path in (f"{language}/policies/", CLAUSE):
                page.goto(address + path)
                names.append(page.locator(".sections:visible a").all_inner_texts())
            assert names[0] == names[1]
            assert len(names[0]) > 6


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_title_of_the_document_is_in_the_language_of_the_reader(reader, address, language):
    with reader(language) as page:
        page.goto(f"{address}p/example-2022/1.1/")
        assert ("发展现状" in page.title(), "Present state" in page.title()) == (
            language == "zh",
            language == "en",
        )


def test_the_switch_changes_the_page_in_its_place_and_is_remembered(reader, address):
    with reader("zh") as page:
        page.goto(f"{address}{CLAUSE}?at={short_hash(ROWS[6][5])}#en")
        before = page.url
        page.click(".languages:visible a[lang=en]")
        expect(page).to_have_url(before)
        assert speaks(page, "en")
        expect(page.locator("body > [role=status]")).to_have_text("This page is now in English")
        assert page.evaluate("document.activeElement.lang") == "en"
        assert page.evaluate("document.activeElement.checkVisibility()")
        page.goto(f"{address}p/example-2022/art7/")
        assert speaks(page, "en")
        page.keyboard.press("Tab")
        page.locator(".languages:visible a[lang=zh-CN]").press("Enter")
        assert speaks(page, "zh")
        page.reload()
        assert speaks(page, "zh")


def test_the_language_of_the_page_that_one_comes_from_counts(reader, address):
    with reader("zh") as page:
        page.goto(f"{address}en/policies/example-2022/#2.1")
        page.click('[id="2.1"] > .clause-own .permanent')
        page.wait_for_url(address + CLAUSE)
        assert speaks(page, "en")
        page.goto(f"{address}zh/")
        page.go_back()
        page.reload()
        assert speaks(page, "zh")


def test_a_click_that_asks_for_another_tab_gets_the_full_text(reader, address):
    with reader("zh") as page:
        page.goto(address + CLAUSE)
        with page.context.expect_page() as opened:
            page.click(".languages:visible a[lang=en]", modifiers=["ControlOrMeta"])
        opened.value.wait_for_url("**/en/policies/example-2022/**#2.1")
        assert speaks(page, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_storage_is_refused_the_browser_says_which(reader, address, language):
    with reader(language, REFUSED) as page:
        page.goto(address + CLAUSE)
        assert speaks(page, language)
        page.click(f".languages:visible a[lang={TAGS[OTHER[language]]}]")
        assert speaks(page, OTHER[language])


def test_it_works_from_a_disk(reader, address, folder: Path):
    with reader("zh") as page:
        page.goto((folder / "en/policies/example-2022/index.html").as_uri())
        page.click('[id="2.1"] > .clause-own .permanent')
        page.wait_for_url((folder / CLAUSE / "index.html").as_uri())
        assert speaks(page, "en")
        page.click(".languages:visible a[lang=zh-CN]")
        assert speaks(page, "zh")


def test_the_search_answers_in_the_language_of_the_reader(reader, address):
    for language, typed, kind in (("en", "流片", "Term"), ("zh", "tape-out", "术语")):
        with reader(language) as page:
            page.goto(address + CLAUSE)
            page.keyboard.press("/")
            box = page.locator(".masthead input:visible")
            expect(box).to_be_focused()
            page.keyboard.type(typed)
            expect(page.locator(".masthead [role=option]:visible", has_text=kind).first).to_be_visible()
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/{language}/search/**")


def test_after_the_switch_the_search_suggests_in_the_other_language(reader, address):
    with reader("zh") as page:
        page.goto(address + CLAUSE)
        page.fill(".masthead input:visible", "流片")
        expect(page.locator(".masthead [role=option]:visible", has_text="术语").first).to_be_visible()
        page.click(".languages:visible a[lang=en]")
        page.fill(".masthead input:visible", "流片")
        expect(page.locator(".masthead [role=option]:visible", has_text="Term").first).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_without_a_script_both_languages_are_complete(plain, address, path):
    plain.goto(address + path)
    for language in ("zh", "en"):
        row = plain.locator(f".masthead-row[lang={TAGS[language]}]")
        expect(row).to_be_visible()
        assert f"/{language}/search/" in row.locator("form").get_attribute("action")
    shown = plain.locator("[class^=for-]").evaluate_all(
        "(all) => all.filter((each) => !each.checkVisibility() && !each.closest('details, [hidden]')).length"
    )
    assert shown == 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_moves_and_nothing_else_flashes(reader, address, language, width):
    """What is painted first is painted in the language of the reader; later nothing moves."""
    first = """() => { document.addEventListener('DOMContentLoaded', () => {
      requestAnimationFrame(() => { window.first = document.documentElement.lang; }); }); }"""
    with reader(language, f"({MOVED})(); ({first})()", width=width) as page:
        page.goto(address + CLAUSE)
        page.wait_for_timeout(300)
        assert page.evaluate("[window.first, window.moved]") == [TAGS[language], 0]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_in_the_language_of_the_reader(reader, address):
    with reader("en") as page:
        page.goto(f"{address}p/example-2022/1.1/")
        page.emulate_media(media="print")
        expect(page.locator("h1")).to_have_text("(1) Present state", use_inner_text=True)
        expect(page.locator("[class=for-zh-CN]:visible")).to_have_count(0)
        expect(page.locator(".sides .text:visible")).to_have_count(2)


@pytest.mark.parametrize("view", VIEWS[:2], ids=lambda view: view.name)
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_axe_finds_nothing_in_either_language(browser, address, view, locale):
    with looking(browser, view, locale=locale) as page:
        for path in PAGES:
            page.goto(address + path)
            assert findings(page) == [], path
