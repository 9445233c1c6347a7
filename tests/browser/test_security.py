"""Text from a policy never runs: escaping and the content security policy, each on its own."""

from functools import partial
from importlib import import_module
from inspect import get_annotations
from pkgutil import iter_modules
from urllib.parse import quote

import pytest

from browser.conftest import served
from digest import model
from hosted import hosting
from hostile import Open, Unescaped, Unguarded, ran_on
from injected import TEXTS, Injector, payloads
from kinds_of_pages import by_kind
from small_editions import editions_corpus
from small_matches import MORE, compared_corpus

pytestmark = pytest.mark.browser

PATHS = (
    "zh/",
    "zh/policies/",
    "zh/policies/other-2021/",
    "en/policies/example-2022/",
    "p/example-2022/1.2/",
    "en/about/",
)


@pytest.mark.parametrize("path", PATHS)
def test_scripts_in_titles_and_clauses_are_text(page, address, path):
    page.goto(address + path)
    assert page.title() != "ran"
    assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0


def test_the_script_is_readable(page, address):
    page.goto(f"{address}zh/policies/example-2022/#1.2")
    assert "<script>document.title='ran'</script>" in page.locator('[id="1.2"]').inner_text()


@pytest.mark.parametrize(
    "escaped", ["<script>document.title='ran'</script>", "<img src=x onerror=document.title='ran'>"]
)
def test_the_policy_alone_stops_what_was_not_escaped(context, address, escaped):
    def inject(route):
        body = route.fetch().text().replace("<main", f"{escaped}<main", 1)
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    context.route("**/en/", inject)
    page = context.new_page()
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.goto(f"{address}en/")
    assert page.title() != "ran"


def test_nothing_is_asked_of_other_hosts(context, page, address):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        page.goto(address + path)
    assert asked
    assert all(url.startswith(address) for url in asked)


SITES = (partial(compared_corpus, matches=MORE), editions_corpus)
SAMPLE = payloads()[::70]


def injected(made, base_url):
    return Injector(SAMPLE).into(made(base_url))


def test_the_fields_that_hold_texts_are_called_so():
    found = (import_module(module.name) for module in iter_modules(model.__path__, "digest.model."))
    values = {each for module in found for each in vars(module).values() if isinstance(each, type)}
    known = {f"{each.__name__}.{name}" for each in values for name in get_annotations(each)}
    assert known >= TEXTS


@pytest.fixture(scope="module", params=SITES)
def hostile(request, tmp_path_factory):
    """The folder of a site that is hostile all over, and its pages."""
    folder = tmp_path_factory.mktemp("hostile")
    with served(folder, partial(injected, request.param)):
        return folder, [paths[0] for paths in by_kind(folder).values()]


def test_nothing_that_is_written_anywhere_runs(browser, hostile):
    folder, pages = hostile
    with hosting(folder, Unguarded) as base_url, browser.new_context() as context:
        assert list(ran_on(context, (base_url + page for page in pages))) == []


@pytest.mark.parametrize(("handler", "runs"), [(Open, True), (Unescaped, False)])
def test_what_is_not_escaped_is_found_and_runs_but_for_the_policy(browser, hostile, handler, runs):
    folder, _ = hostile
    with hosting(folder, handler) as base_url, browser.new_context() as context:
        found = list(ran_on(context, [base_url + path for path in ("zh/policies/", "en/glossary/")]))
        assert any(" ran " in each for each in found) == runs
        assert any("could run" in each for each in found)


def test_nothing_that_an_address_says_runs(browser, address, folder):
    with hosting(folder, Unguarded) as base_url, browser.new_context() as context:
        said = [quote(each) for each in SAMPLE[::20]]
        searches = (f"{base_url}en/search/?q={each}" for each in said)
        tables = (f"{base_url}zh/instruments/?instruments.q={each}#{each}" for each in said)
        assert list(ran_on(context, [*searches, *tables])) == []
