"""A small site in real Chromium: built from the hand-made corpus, served below a base path."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from digest.model.corpus import Corpus
from digest.pages import catalogue, listing, quality
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.publish.write import publish
from digest.render.assets import read_assets
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text.urls import file_of
from hosted import Handler, Hosted, hosting
from many_compared import many_corpus
from many_policies import many_policies
from page_measures import jumped as jumped_by
from page_measures import overheard, watch_jumps
from small_corpus import corpus
from small_editions import editions_corpus
from small_matches import MORE, compared_corpus


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@contextmanager
def served(folder: Path, made: Callable[[str], Corpus], handler: type[Handler] = Handler) -> Iterator[str]:
    """The base URL of the site of a corpus, which is made for that address."""
    with hosting(folder, handler) as base_url:
        words = read_words([templates()])
        env = environment([templates()])
        files = {file_of(page.path): render(page, env) for page in make_pages(made(base_url), words)}
        _, problems = publish({**read_assets([templates()]), **files}.items(), folder)
        assert problems == []
        yield base_url


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The base URL of the served site."""
    with served(folder, corpus) as base_url:
        yield base_url


@pytest.fixture(scope="session")
def compared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compared")


@pytest.fixture(scope="session")
def compared(compared_folder: Path) -> Iterator[str]:
    """The base URL of a site whose policies have matches."""
    with served(compared_folder, partial(compared_corpus, matches=MORE)) as base_url:
        yield base_url


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a site of so many policies that readers choose which are compared."""
    with served(tmp_path_factory.mktemp("many"), many_corpus) as base_url:
        yield base_url


@pytest.fixture(scope="session")
def editions_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


@pytest.fixture(scope="session")
def editions(editions_folder: Path) -> Iterator[str]:
    """The base URL of a site with policies that supersede others."""
    with served(editions_folder, editions_corpus) as base_url:
        yield base_url


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a site with cards, on a host that sends the headers of ``_headers``."""

    def with_cards(base_url: str) -> Corpus:
        made = corpus(base_url)
        return replace(made, site=replace(made.site, embeds=True))

    with served(tmp_path_factory.mktemp("hosted"), with_cards, Hosted) as base_url:
        yield base_url


@pytest.fixture(scope="session")
def long_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("long")


@pytest.fixture(scope="session")
def long(long_folder: Path) -> Iterator[str]:
    """The base URL of a site of many policies, whose lists come in pages of few rows."""
    with ExitStack() as serving:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(listing, "MOST_ROWS", 30)
            patch.setattr(catalogue, "MOST_CARDS", 39)
            patch.setattr(quality, "MOST_POLICIES", 15)
            base_url = serving.enter_context(served(long_folder, partial(many_policies, 40)))
        yield base_url


PATIENCE = 30_000
"""Milliseconds that an expectation waits, on a machine that does much else: it costs nothing where all is well."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing may be said to the console."""
    page = context.new_page()
    said = overheard(page)
    yield page
    assert said == []


@pytest.fixture
def jumped(page: Page) -> Callable[[], float]:
    """How far the page has jumped by itself since it was opened, as a cumulative layout shift."""
    watch_jumps(page)
    return partial(jumped_by, page)


@pytest.fixture(scope="session")
def look(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a window of a width, a height and perhaps other ``options`` of Playwright. All tests share the window
    of the same options, because to open one takes longer than to look: it is for tests that change nothing beyond their page."""
    with ExitStack() as windows:

        @cache
        def window(width: int, height: int, **options: Any) -> Page:
            context = browser.new_context(viewport={"width": width, "height": height}, **options)
            return windows.enter_context(context).new_page()

        def opened(address: str, width: int, height: int, **options: Any) -> Page:
            page = window(width, height, **options)
            page.goto(
                "about:blank"
            )  # else an address that differs by its fragment alone would be no new page
            page.goto(address)
            return page

        yield opened


@pytest.fixture
def plain(look: Callable[..., Page]) -> Page:
    """A page without JavaScript. It keeps nothing but what a test has made of its window."""
    page = look("about:blank", 1280, 800, java_script_enabled=False)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(media="null")
    return page
