"""What nobody may meet on any page: in windows of all widths, light, dark and of forced colours, printed, and without scripts.

A page of each kind of a site is looked at, and pages of certain states. Languages take turns from view to view; ``make audit`` looks at
each in all.
"""

import re

import pytest

from hosted import compressed
from kinds_of_pages import by_kind
from leading import astray, unnamed
from markup import invalid
from page_measures import VIEWS, faults, looking
from small_editions import NEW, OLD, OTHER

pytestmark = pytest.mark.browser

STATES = (
    "en/search/?q=流片",
    "zh/policies/example-2022/",
    "en/policies/example-2022/both/",
    "zh/glossary/",
    "p/example-2022/1.1/",
    "p/example-2022/2.1/",
    "p/example-2022/art7/",
    "p/example-2022/3.1/",
    "p/example-2022/4/",
    "p/example-2022/2.1.note/",
    "p/example-2022/box1.1/",
    "en/instruments/",
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
COMPARED = (
    "p/example-2022/2.1/",
    "p/example-2022/2.1.1/",
    "en/compare/platforms/",
    "en/compare/g-example-2022-1.1/",
    "zh/compare/#family-services",
)
EDITIONS = (
    f"p/{OLD}/art1/",
    f"zh/policies/{OLD}/",
    f"p/{NEW}/art3/",
    f"en/compare/{OLD}/{NEW}/",
    f"zh/compare/{OLD}/{OTHER}/",
    "en/compare/",
    "zh/compare/trade-fairs/",
    "zh/policies/",
)
HEAVIEST = 50_000
"""Bytes of a page as brotli, at most."""
SCRIPTS = 8_000
"""Bytes of the scripts of a page to read, at most."""


@pytest.fixture(scope="session")
def pages(address, compared, compared_folder, editions, long):
    """The addresses of all pages that are looked at."""
    kinds = (paths[0] for paths in by_kind(compared_folder).values())
    sites = ((compared, (*kinds, *COMPARED)), (address, STATES), (editions, EDITIONS), (long, LONG))
    return [site + path for site, paths in sites for path in dict.fromkeys(paths)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_nothing_is_wrong_with_any_page(browser, pages, view):
    turn = VIEWS.index(view) % 2
    with looking(browser, view) as page:
        found = {path: said for path in pages[turn::2] if (said := faults(page, path))}
    assert not found, "\n".join(f"{path}: {each}" for path, said in found.items() for each in said)


SMALL = "{ href: '#', textContent: name, style: 'display: inline-block; inline-size: 9px; block-size: 9px; min-height: 0; padding: 0' }"
"""A link on which no finger can land."""


@pytest.mark.parametrize(
    ("fault", "script"),
    [
        ("image-alt", "main.append(document.createElement('img'))"),
        ("color-contrast", "main.append('pale'); main.style.color = '#999'; main.style.background = '#fff'"),
        (
            "target-size",
            f"main.append(...Array.from('abc', (name) => Object.assign(document.createElement('a'), {SMALL})))",
        ),
        ("console", "console.log('said')"),
        ("error", "setTimeout(() => { throw new Error('thrown') })"),
        ("wide", "main.style.width = '3000px'"),
        (
            "jumps",
            "requestAnimationFrame(() => requestAnimationFrame(() => { main.style.marginTop = '400px' }))",
        ),
    ],
)
def test_each_fault_would_be_found(browser, address, fault, script):
    with looking(browser, VIEWS[0]) as page:
        page.add_init_script(
            f"addEventListener('load', () => {{ const main = document.querySelector('main'); {script}; }})"
        )
        assert any(each.startswith(fault) for each in faults(page, f"{address}en/policies/"))


def test_the_markup_of_each_kind_of_page_is_valid(compared, compared_folder):
    assert invalid(compared_folder, [paths[0] for paths in by_kind(compared_folder).values()]) == []


def test_markup_that_is_not_valid_would_be_found(tmp_path, compared, compared_folder):
    text = (compared_folder / "en/index.html").read_text("utf-8")
    (tmp_path / "page.html").write_text(text.replace("<main", "<p><div></p><main", 1), "utf-8")
    assert invalid(tmp_path, ["page.html"]) != []


@pytest.mark.parametrize("name", ["folder", "compared_folder", "editions_folder", "long_folder"])
def test_all_that_pages_lead_to_is_there(request, pages, name):
    assert list(astray(request.getfixturevalue(name))) == []


@pytest.mark.parametrize("name", ["folder", "compared_folder"])
def test_each_page_says_which_it_is(request, pages, name):
    assert list(unnamed(request.getfixturevalue(name))) == []


SAME = '<title>A</title><meta name="description" content="{}">'


@pytest.mark.parametrize(
    ("head", "body", "fault"),
    [
        ("", '<a href="../b/index.html#there">b</a><p aria-labelledby="here"></p>', ""),
        ("", '<a href="../c/index.html">c</a>', "leads to no file"),
        ("", '<a href="../b/">b</a><img src="/no.svg">', "/no.svg leads to no file"),
        ("", '<a href="../b/index.html#nowhere:~:text=b">b</a>', "leads to no element"),
        ("", '<button popovertarget="nothing">b</button>', "no element has the id nothing"),
        (
            "",
            '<script type="application/ld+json">{"url":"https://x.example/c/"}</script>',
            "leads to no file",
        ),
        ('<title> </title><meta name="description" content="C">', "", "no title"),
        ("<title>C</title>", "", "no description"),
        (SAME.format("C"), "", "a/index.html, b/index.html have the same title: A"),
        (SAME.format("A").replace(">A<", ">C<"), "", "have the same description: A"),
    ],
)
def test_what_leads_nowhere_or_has_no_name_would_be_found(tmp_path, head, body, fault):
    pages = {
        "zh": '<link rel="canonical" href="https://x.example/zh/"><title>Z</title><meta name="description" content="Z">',
        "a": head or SAME.format("C").replace(">A<", ">C<"),
        "b": SAME.format("A"),
    }
    for name, said in pages.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(
            f'<html lang="en"><head>{said}<body id="here">{body if name == "a" else "<p id=there>"}', "utf-8"
        )
    found = [*astray(tmp_path), *unnamed(tmp_path)]
    assert len(found) == bool(fault)
    assert all(fault in each for each in found)


def test_pages_to_read_need_little(compared, compared_folder):
    """Of any page its bytes as brotli, of a clause also those of its scripts."""
    pages = {path: path.read_bytes() for path in compared_folder.rglob("*.html")}
    assert max(len(compressed(body)) for body in pages.values()) <= HEAVIEST
    clause = compared_folder / "p/example-2022/2.1/index.html"
    scripts = re.findall(r'<script src="([^"]+)"', clause.read_text("utf-8"))
    assert scripts
    assert sum(len(compressed((clause.parent / each).read_bytes())) for each in scripts) <= SCRIPTS


def test_nothing_waits_for_scripts(look, compared, compared_folder):
    """Where none run, no button stands that only a script could serve."""
    for paths in by_kind(compared_folder).values():
        page = look(compared + paths[0], 1280, 800, java_script_enabled=False)
        idle = page.locator("button:visible:not([type=submit]):not([popovertarget]):not([type=reset])")
        assert idle.count() == 0, paths[0]


def test_paper_shows_no_controls(look, compared, compared_folder):
    found = {}
    for paths in by_kind(compared_folder).values():
        page = look(compared + paths[0], 1280, 800)
        page.emulate_media(media="print")
        controls = page.locator(
            "button:not(th button):visible, input[type=search]:visible, select:visible, body > header nav:visible"
        )
        if said := controls.evaluate_all("(all) => all.map((each) => each.outerHTML.slice(0, 100))"):
            found[paths[0]] = said
        assert page.locator("main").inner_text().strip(), paths[0]
        page.emulate_media(media="null")
    assert found == {}
