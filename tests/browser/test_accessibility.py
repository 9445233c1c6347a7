"""axe-core finds nothing on any template, in both languages and themes, on a desk and on a phone."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "zh/search/",
    "en/search/?q=流片",
    "",
    "zh/",
    "en/",
    "zh/policies/",
    "en/policies/",
    "zh/policies/example-2022/",
    "en/policies/example-2022/",
    "zh/policies/example-2022/both/",
    "en/policies/example-2022/both/",
    "zh/glossary/",
    "en/glossary/",
    "p/example-2022/1.1/",
    "p/example-2022/2.1/",
    "p/example-2022/art7/",
    "p/example-2022/3.1/",
    "p/example-2022/4/",
    "p/example-2022/2.1.1/",
    "p/example-2022/2.1.note/",
    "p/example-2022/box1.1/",
    "zh/instruments/",
    "en/instruments/",
    "zh/estimate/",
    "en/estimate/",
    "zh/targets/",
    "en/targets/",
    "zh/agencies/",
    "zh/changes/",
    "en/changes/",
    "en/agencies/",
    "zh/citations/",
    "en/citations/",
    "zh/quality/",
    "en/quality/",
    "zh/about/",
    "en/about/",
    "zh/data/",
    "en/data/",
    "nothing/here/",
)
LONG = (
    "en/policies/",
    "zh/quality/quality-2.html",
    "zh/instruments/",
    "en/instruments/instruments-2.html",
    "zh/targets/goals-2.html",
    "en/targets/?statistics.q=value",
)
WINDOWS = ((1280, 800), (390, 844))


def findings(page):
    """What axe calls wrong or cannot decide, by rule and place."""
    found = page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for kind in ("violations", "incomplete")
        for rule in found[kind]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("window", WINDOWS, ids=["desk", "phone"])
def test_axe_finds_nothing(browser, address, long, theme, window):
    width, height = window
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme) as context:
        context.add_init_script(path=AXE)
        page = context.new_page()
        found = {}
        for path in (*(address + path for path in PAGES), *(long + path for path in LONG)):
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            if said := findings(page):
                found[path] = said
        assert not found, "\n".join(f"{path}: {each}" for path, said in found.items() for each in said)


def test_axe_would_find_something(browser, address):
    with browser.new_context() as context:
        context.add_init_script(path=AXE)
        page = context.new_page()
        page.goto(address + "en/")
        page.evaluate("document.querySelector('main').append(document.createElement('img'))")
        assert any(each.startswith("image-alt") for each in findings(page))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(look, address, path):
    page = look(address + path, 320, 640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", LONG)
def test_no_page_of_a_long_list_is_wider_than_a_phone(look, long, path):
    test_nothing_is_wider_than_a_phone(look, long, path)


@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_enough_for_a_finger(look, address, path):
    """44 px on phones for everything but links inside a sentence."""
    page = look(address + path, 390, 844, has_touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, summary")].filter((each) => {
            const box = each.getBoundingClientRect();
            const inText = each.closest("h3, dd, .prose, .text p, .skip");
            return box.width && !inText && (box.height < 43.5 || box.width < 24);
        }).map((each) => each.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("path", LONG)
def test_targets_of_a_long_list_are_large_enough(look, long, path):
    test_targets_are_large_enough_for_a_finger(look, long, path)
