"""Tables: sorted and sifted by mouse and keyboard, kept in the address, whole without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SECTIONS = ("instruments", "targets", "agencies", "citations")


ROWS = "tbody tr:not(.group):visible"


def kinds(page):
    return page.locator(f"{ROWS} td:nth-child(5)").all_inner_texts()


def test_a_column_is_sorted_by_keyboard_and_says_so(page, address):
    page.goto(f"{address}en/instruments/")
    head = page.locator("th[data-name=kind]")
    head.locator("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert kinds(page) == ["Reward", "Subsidy"]
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert kinds(page) == ["Subsidy", "Reward"]
    page.keyboard.press("Enter")
    expect(head).not_to_have_attribute("aria-sort", "descending")
    expect(page).to_have_url(f"{address}en/instruments/")


def test_the_largest_sums_come_first_each_among_those_like_it(page, plain, address):
    page.goto(f"{address}en/instruments/")
    plain.goto(f"{address}en/instruments/")
    expect(page.locator("th[data-name=sum]")).to_have_attribute("aria-sort", "descending")
    lines = page.locator("tbody tr").all_inner_texts()
    assert [line.partition(" The most")[0] for line in lines[::2]] == ["Sums in total", "Sums per year"]
    expect(plain.locator("tbody tr")).to_have_count(4)
    page.locator("th[data-name=sum] button").click()
    expect(page.locator("th[data-name=sum]")).to_have_attribute("aria-sort", "ascending")
    assert page.locator("tbody tr").all_inner_texts() == lines  # a group has one row
    expect(page).to_have_url(f"{address}en/instruments/?sort=sum")
    page.locator("th[data-name=kind] button").click()
    expect(page.locator("tbody .group")).to_have_count(0)


def test_a_group_without_rows_shows_no_heading(page, address):
    page.goto(f"{address}en/instruments/?figures=10000000")
    expect(page.locator("tbody .group:visible")).to_have_count(1)
    assert kinds(page) == ["Reward"]
    page.select_option("select[name=figures]", label="States a rate")
    assert kinds(page) == ["Subsidy"]
    expect(page.locator("tbody .group:visible")).to_contain_text("Sums in total")


def test_on_a_phone_the_filters_are_folded(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}en/instruments/")
    expect(page.locator("select[name=kind]")).to_be_hidden()
    assert page.locator(ROWS).first.bounding_box()["y"] < 844
    page.click(".sieve .fold")
    expect(page.locator("select[name=kind], thead button").first).to_be_visible()
    page.select_option("select[name=kind]", label="Reward")
    assert kinds(page) == ["Reward"]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_of_tables_does_not_jump(page, address, jumped, width, section):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}en/{section}/")
    expect(page.locator("thead button").first).to_be_attached()
    page.wait_for_timeout(200)
    assert jumped() == 0


@pytest.mark.parametrize("way", ["rate", "-rate"])
def test_rows_without_a_number_come_last(page, address, way):
    page.goto(f"{address}en/instruments/?sort={way}")
    assert kinds(page) == ["Subsidy", "Reward"]


def test_a_filter_keeps_what_it_names_and_tells_how_many(page, address):
    page.goto(f"{address}en/instruments/")
    expect(page.locator("[role=status]")).to_have_text("2 of 2 rows")
    page.select_option("select[name=kind]", label="Reward")
    assert kinds(page) == ["Reward"]
    expect(page.locator("[role=status]")).to_have_text("1 of 2 rows")
    expect(page).to_have_url(f"{address}en/instruments/?kind=reward")


def test_text_is_found_whatever_its_spaces_and_case(page, address):
    page.goto(f"{address}en/instruments/")
    page.fill(".sieve [name=q]", "rmb 5 MILLION")
    assert kinds(page) == ["Subsidy"]
    page.fill(".sieve [name=q]", "nothing like this")
    assert kinds(page) == []
    expect(page.locator("[role=status]")).to_have_text("0 of 2 rows")
    page.click("button[type=reset]")
    expect(page.locator("[role=status]")).to_have_text("2 of 2 rows")
    expect(page).to_have_url(f"{address}en/instruments/")


def test_enter_in_the_field_keeps_the_page(page, address):
    page.goto(f"{address}zh/instruments/")
    page.fill(".sieve [name=q]", "平台")
    page.press(".sieve [name=q]", "Enter")
    page.wait_for_timeout(100)
    assert kinds(page) == ["奖励"]


def test_the_address_brings_the_state_back_and_the_other_language_has_it_too(page, address):
    page.goto(f"{address}zh/instruments/?kind=reward&sort=-sum")
    assert kinds(page) == ["奖励"]
    expect(page.locator("select[name=kind]")).to_have_value("reward")
    page.click(".languages a[lang=en]")
    page.wait_for_url("**/en/instruments/**")
    assert kinds(page) == ["Reward"]
    expect(page.locator("th[data-name=sum]")).to_have_attribute("aria-sort", "descending")


def test_two_tables_of_a_page_keep_apart(page, address):
    page.goto(f"{address}en/targets/?statistics.q=nothing")
    expect(page.locator(f"table.goals {ROWS}")).to_have_count(2)
    expect(page.locator(f"table.statistics {ROWS}")).to_have_count(0)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_tables_are_whole_without_javascript(plain, address, language, section):
    plain.goto(f"{address}{language}/{section}/")
    assert plain.locator("tbody tr").count() > 0
    for fold in plain.locator(".listing > details > summary").all():
        fold.click()
    assert plain.locator("tbody tr:visible").count() == plain.locator("tbody tr").count()
    expect(plain.locator("form.sieve:visible, thead button")).to_have_count(0)
    assert plain.locator("thead th:visible").count() >= 4


def test_an_address_with_what_is_sought_opens_a_folded_table(page, address):
    page.goto(f"{address}en/citations/")
    expect(page.locator("table.citations_all")).to_be_hidden()
    page.goto(f"{address}en/citations/?citations_all.standing=here")
    expect(page.locator(f"table.citations_all {ROWS}")).to_have_count(1)


def test_the_glossary_opens_where_something_is_found(page, address):
    page.goto(f"{address}en/glossary/")
    page.fill(".sieve [name=q]", "TURNS signals")
    expect(page.locator(".letter:visible")).to_have_count(1)
    expect(page.locator(".letter dl > div:visible dt")).to_have_text("sensor 传感器 sensing device")
    expect(page.locator("[role=status]")).to_have_text("1 of 4 terms shown")
    expect(page).to_have_url(f"{address}en/glossary/?q=TURNS+signals")
    page.click("button[type=reset]")
    expect(page.locator(".letter dl > div:visible")).to_have_count(4)
    expect(page).to_have_url(f"{address}en/glossary/")


def test_an_address_of_a_term_opens_its_letter(page, address):
    page.goto(f"{address}en/glossary/")
    page.evaluate("document.querySelectorAll('.letter').forEach((letter) => { letter.open = false; })")
    page.evaluate("location.hash = 'term-传感器'")
    expect(page.locator("dt", has_text="sensor")).to_be_visible()


def test_a_row_leads_to_its_marked_words(plain, address):
    plain.goto(f"{address}en/instruments/")
    plain.click("tbody tr:nth-child(2) th a >> nth=0")
    plain.wait_for_url(f"{address}p/example-2022/2.1/index.html#s1")
    target = plain.locator(":target")
    expect(target).to_have_text("对首轮流片，按不超过费用的50%给予资助，最高不超过500万元")
    other = plain.evaluate("getComputedStyle(document.body).backgroundColor")
    assert target.evaluate("(each) => getComputedStyle(each).backgroundColor") != other


def test_a_fact_leads_to_its_words_and_the_head_stays_in_sight(page, address):
    page.goto(f"{address}p/example-2022/2.1/")
    page.click(".quote a")
    expect(page).to_have_url(re.compile("#s1$"))
    page.goto(f"{address}en/instruments/")
    expect(page.locator("thead th").first).to_have_css("position", "sticky")


@pytest.mark.parametrize("section", SECTIONS)
def test_rows_become_cards_on_a_phone(look, address, section):
    page = look(f"{address}zh/{section}/", 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(ROWS).first).to_have_css("display", "flex")
    label = "(cell) => getComputedStyle(cell, '::before').content"
    assert page.locator("tbody td[data-label]").first.evaluate(label) not in ("none", '""')
    page.click(".sieve .fold >> nth=0")
    assert page.locator("thead button:visible").count() >= 4


def test_on_a_phone_the_first_rows_are_shown_until_all_are_asked_for(page, long):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{long}en/instruments/")
    every = page.locator("tbody tr").count()
    assert page.locator("tbody tr:visible").count() == 20 < every
    page.click(".unfold")
    assert page.locator("tbody tr:visible").count() == every
    assert page.evaluate("document.activeElement.closest('tr').checkVisibility()")
    expect(page.locator(".unfold")).to_be_hidden()
    page.goto(f"{long}en/instruments/")
    page.emulate_media(media="print")
    assert page.locator("tbody tr:visible").count() == every


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_of_citations_is_drawn_in_both_themes(browser, address, theme):
    with browser.new_context(color_scheme=theme) as context:
        page = context.new_page()
        page.goto(f"{address}en/citations/")
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        expect(page.locator(".graph .node")).to_have_count(3)
        expect(page.locator(".graph .curve")).to_have_count(2)
        ink = page.locator(".curve").first.evaluate("(curve) => getComputedStyle(curve).stroke")
        assert ink != paper
        page.click(".graph a")
        page.wait_for_url("**/en/policies/**")


def test_the_pages_of_a_table_are_read_one_after_the_other(plain, long):
    plain.goto(f"{long}en/instruments/")
    seen = []
    while True:
        seen += plain.locator("tbody tr th .line:first-child a").evaluate_all(
            "all => all.map(each => each.href)"
        )
        if not plain.locator(".paging [rel=next]").count():
            break
        plain.click(".paging [rel=next]")
    assert len(seen) == len(set(seen)) == 80
    expect(plain.locator(".paging [aria-current]")).to_have_text("3")
    assert plain.locator("tbody tr:not(.group) th a >> nth=0").evaluate(
        "(each) => fetch(each.href).then((answer) => answer.ok)"
    )


def test_a_filter_finds_rows_of_all_pages_and_counts_them(page, long):
    page.goto(f"{long}en/instruments/instruments-2.html")
    expect(page.locator("caption .count")).to_have_text("Rows 31–60 of 80")
    expect(page.locator(".sieve [role=status]")).to_be_hidden()
    page.select_option("select[name=kind]", label="Reward")
    expect(page.locator(".sieve [role=status]")).to_have_text("40 of 80 rows found")
    expect(page.locator(ROWS)).to_have_count(40)
    expect(page.locator(".paging, caption .count").first).to_be_hidden()
    page.fill(".sieve [name=q]", "county 7")
    expect(page.locator(".sieve [role=status]")).to_have_text("1 of 80 rows found")
    expect(page).to_have_url(f"{long}en/instruments/instruments-2.html?kind=reward&q=county+7")
    page.click("button[type=reset]")
    expect(page.locator("caption .count")).to_have_text("Rows 31–60 of 80")
    expect(page.locator(ROWS)).to_have_count(30)
    expect(page.locator(".paging")).to_be_visible()


def test_a_column_is_sorted_over_all_pages_and_the_other_language_keeps_it(page, long):
    page.goto(f"{long}en/instruments/instruments-3.html")
    page.locator("th[data-name=place] button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(ROWS)).to_have_count(80)
    places = page.locator("tbody td:nth-child(2)").all_inner_texts()
    assert places == [f"County {number}" for number in range(40) for _ in range(2)]
    assert (
        page.locator("tbody [data-state]:visible").count() == 80
    )  # one state a policy, in fetched rows, too
    page.click(".languages a[lang=zh-CN]")
    page.wait_for_url("**/zh/instruments/?sort=place")
    expect(page.locator(".sieve [role=status]")).to_have_text("找到 80 行，共 80 行")


def test_a_page_that_cannot_be_fetched_makes_no_false_count(context, long):
    page = context.new_page()
    page.route("**/instruments-3.html", lambda route: route.abort())
    page.goto(f"{long}en/instruments/?kind=subsidy")
    expect(page.locator(".partly")).to_have_text(
        "Sorting and filtering cover only the rows on this page. The whole table can be downloaded below."
    )
    expect(page.locator(".sieve [role=status]")).to_be_hidden()
    expect(page.locator(ROWS)).to_have_count(30)
    expect(page.locator(".paging")).to_be_visible()
    expect(page.locator(".whole a")).to_have_text(["CSV", "Excel", "JSON Lines", "Fields explained"])
