"""What a firm would get, as the page computes it: the same as the reference in Python says, over all supports of two fields."""

import json
import re
from dataclasses import replace
from itertools import cycle

import pytest
from playwright.sync_api import expect

from digest.model.corpus import Corpus, Policy, Stated
from digest.model.formulas import Formula, Step, amount_of
from digest.model.validity import Validity
from digest.pages import figures
from digest.pages.estimate import make_estimate
from digest.pages.figures import ends_of
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import read_words
from digest.publish.write import publish
from digest.read.word_lists import read_vocabulary
from digest.render.assets import read_assets
from digest.render.pages import environment, render
from digest.resources import starter_content, templates
from digest.text.urls import file_of
from labelled_fields import policy_of, read_fields
from small_corpus import corpus

pytestmark = pytest.mark.browser

QUANTITIES = (
    0,
    1,
    333_333,
    2_000,
    19_999_999,
    20_000_000,
    50_000_000,
    100_000_001,
    150_000_000,
    3_000_000_000,
)


def sources(root):
    """The five policies, and those of a field that has nothing in common with them."""
    for file in sorted((root / "content" / "policies").glob("*/source.txt")):
        yield file.parent.name, file.read_text("utf-8")
    (field,) = (
        field
        for field in read_fields(root / "tests" / "labelled" / "matching")
        if field.name == "science and technology"
    )
    yield from field.texts.items()


@pytest.fixture(scope="module")
def site(request, tmp_path_factory):
    """The pages of the supports of two fields, and the words they are in."""
    starter = starter_content()
    vocabulary, _ = read_vocabulary(starter, starter)
    assert vocabulary
    base: Corpus = corpus()
    words = read_words([templates()])
    policies, places = list[Policy](), cycle(base.jurisdictions)
    for slug, text in sources(request.config.rootpath):
        policy = policy_of(slug, text, vocabulary)
        placed = replace(policy.meta, jurisdiction=Stated(next(places), "printed"))
        policies.append(replace(policy, meta=placed))
    validity = {policy.meta.slug: Validity("issued") for policy in policies}
    validity[policies[0].meta.slug] = Validity("issued", last="2020-12-31", time="2020-12-31")
    whole = replace(base, policies=tuple(policies), estimate=vocabulary.estimate, validity=validity)
    setting = make_setting(whole, words)
    env = environment([templates()])
    folder = tmp_path_factory.mktemp("estimate")
    pages = {file_of(page.path): render(page, env) for page in pages_of(make_estimate(setting), setting)}
    publish({**read_assets([templates()]), **pages}.items(), folder)
    return folder, words


def shown(page):
    """The rows that the page computes: from which input, by which steps, and what it says."""
    return page.locator(".computed tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [row.dataset, row.querySelector('.sum').textContent, row.hidden])"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_computes_what_the_reference_says(site, page, language):
    folder, words = site
    page.goto(f"file://{folder}/{language}/estimate/index.html")
    page.evaluate("document.querySelector('.estimate details').open = true")
    computed = 0
    for quantity in QUANTITIES:
        page.evaluate(
            """(quantity) => {
              for (const field of document.querySelectorAll(".estimate input")) field.value = quantity / field.dataset.times;
              document.querySelector(".estimate").dispatchEvent(new Event("input"));
            }""",
            quantity,
        )
        for row, said, hidden in shown(page):
            formula = Formula(
                None,
                tuple(Step(*step) for step in json.loads(row["steps"])),
                tuple(json.loads(row["caps"]) or ()) or None,
            )
            expected = amount_of(formula, quantity)
            assert not hidden
            assert (row["least"], row["most"]) == tuple(map(str, expected or ("", "")))
            if expected:
                low, high = expected
                sum_ = figures.money(words[language], ends_of(low, None if low == high else high), "CNY")
                assert said == row["said"].replace("{figure}", sum_)
                computed += 1
    assert computed > 300


def test_only_what_a_figure_was_given_for_is_shown_and_the_largest_first(site, page):
    folder, _ = site
    page.goto(f"file://{folder}/zh/estimate/index.html?investment=20000000")
    expect(page.locator("[name=investment]")).to_have_value("2000")
    rows = [row for row, _, hidden in shown(page) if not hidden]
    sums = [int(row["most"]) for row in rows]
    assert {row["asks"] for row in rows} == {"investment"}
    assert sums == sorted(sums, reverse=True)
    assert sums[0] > 0
    page.fill("[name=investment]", "1")
    expect(page).to_have_url(re.compile(r"\?investment=10000$"))
    page.click("[type=reset]")
    expect(page).to_have_url(re.compile("index.html$"))
    assert not any(hidden for _, _, hidden in shown(page))


def test_the_best_of_each_place_leads_to_the_measures_of_that_place(site, page):
    folder, _ = site
    page.goto(f"file://{folder}/zh/estimate/index.html?investment=20000000")
    rows = [(row, said) for row, said, hidden in shown(page) if not hidden]
    first = page.locator(".by-place li a").first
    assert first.locator(".row-figure").text_content() == rows[0][1]
    expect(first).to_have_attribute("data-place", rows[0][0]["place"])
    first.click()
    expect(page).to_have_url(re.compile(f"place={rows[0][0]['place']}"))
    assert {row["place"] for row, _, hidden in shown(page) if not hidden} == {rows[0][0]["place"]}


def test_measures_are_chosen_by_whether_they_hold_today(site, page):
    folder, _ = site
    page.goto(f"file://{folder}/zh/estimate/index.html")
    page.locator("[name=status]").evaluate("(field) => { field.value = 'expired' }")
    page.locator(".estimate").dispatch_event("input")
    states = page.locator(".estimates tbody tr:visible").evaluate_all(
        "(rows) => rows.map((row) => row.querySelector('[data-state]:not([hidden])').dataset.state)"
    )
    assert set(states) == {"expired"}
    assert states


def test_the_page_begins_with_an_example(site, page):
    folder, _ = site
    page.goto(f"file://{folder}/zh/estimate/index.html")
    assert page.locator(".computed tbody tr:visible .sum").first.text_content().endswith("元")
    expect(page.locator("[role=status]")).to_have_text("以下按示例数额计算，请改为您的数额。")


def test_without_a_script_the_page_says_what_can_be_computed_and_how(site, browser):
    folder, _ = site
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"file://{folder}/zh/estimate/index.html")
        expect(plain.locator(".estimate")).to_be_hidden()
        expect(plain.locator(".computed tbody tr").first).to_be_visible()
        expect(plain.locator(".computed .result").first).to_be_hidden()
        plain.locator("section summary").click()  # there are many
        expect(plain.locator(".fixed td.result").first).to_be_visible()
