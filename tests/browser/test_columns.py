"""The matrix of a site of many policies: columns are chosen by keyboard and by address, and without JavaScript the pages of
single policies lead on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
MATRIX = "zh/compare/"
PAGES = (
    MATRIX,
    "en/compare/",
    "zh/compare/?with=city-07,city-08,example-2022",
    "zh/policies/city-07/compare/",
    "en/policies/city-07/compare/",
    "en/compare/tape-out/",
    "zh/compare/platforms/",
)
FIRST = ["city-01", "city-02", "city-03", "example-2022"]


def columns(page):
    """The policies in the columns, in order."""
    heads = page.locator(".matrix thead [data-doc]")
    return heads.evaluate_all("(heads) => heads.map((head) => head.dataset.doc)")


def cells(page, theme):
    """What the columns say of a theme."""
    row = page.locator(f".matrix tr[data-theme='{theme}'] > :nth-child(n+3)")
    return [re.sub(r"\s+", " ", cell.text_content()).strip() for cell in row.all()]


@pytest.mark.parametrize("window", [(1280, 800), (390, 844)], ids=["desk", "phone"])
def test_axe_finds_nothing(browser, many, window):
    width, height = window
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        context.add_init_script(path=AXE)
        page = context.new_page()
        found = []
        for path in PAGES:
            page.goto(many + path)
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            if path == MATRIX:
                page.fill("#column", "市")
                expect(page.locator(".found button").first).to_be_visible()
            result = page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
            found += [
                f"{path} {rule['id']}: {node['target']} {node.get('failureSummary', '')}"
                for kind in ("violations", "incomplete")
                for rule in result[kind]
                for node in rule["nodes"]
            ]
        assert not found, "\n".join(found)


@pytest.mark.parametrize("path", [*PAGES, "zh/policies/city-07/compare/#of-tape-out"])
def test_nothing_is_wider_than_a_phone_or_too_small_for_a_finger(look, many, path):
    page = look(many + path, 320, 640, has_touch=True)
    if page.locator(".chooser").count():
        expect(page.locator(".chosen button").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """() => [...document.querySelectorAll("main :is(a, button, input, summary, label.check)")].filter((each) => {
            const box = each.getBoundingClientRect();
            return box.width && !each.closest("h3, dd, .text p, .check") && (box.height < 43.5 || box.width < 24);
        }).map((each) => each.outerHTML)"""
    )
    assert small == []


def test_a_column_is_added_and_taken_away_by_keyboard(page, many):
    page.goto(many + MATRIX)
    assert columns(page) == FIRST
    page.focus("#column")
    page.keyboard.type("第7市")
    expect(page.locator(".chooser [role=status]")).to_have_text("找到 1 份政策。")
    page.keyboard.press("Tab")  # to the button that brings back the first columns
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".chooser [role=status]")).to_have_text("已添加：广东省 第7市措施")
    assert columns(page) == [*FIRST, "city-07"]
    assert cells(page, "tape-out")[-1] == "广东省 第7市措施 最高50%，最高700万元 1 条措施"
    expect(page.locator("#column")).to_be_focused()
    expect(page).to_have_url(f"{many}{MATRIX}?with={','.join([*FIRST, 'city-07'])}")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".chooser [role=status]")).to_have_text("已移除：广东省 第7市措施")
    assert columns(page) == FIRST
    expect(page).to_have_url(many + MATRIX)


def test_an_address_names_the_columns_also_in_the_other_language(page, many):
    page.goto(f"{many}{MATRIX}?with=city-10,example-2022")
    expect(page.locator(".matrix thead [data-doc]")).to_have_count(2)
    assert columns(page) == ["city-10", "example-2022"]
    assert "1000万元" in cells(page, "tape-out")[0]
    assert cells(page, "platforms")[0] == "广东省 第10市措施 不确定，可检索"
    head = page.locator(".matrix thead [data-doc=city-10]")
    expect(head.locator(".validity > *")).to_have_count(1)
    head.locator(".own").click()
    page.wait_for_url("**/zh/policies/city-10/compare/")
    page.go_back()
    expect(page.locator(".matrix thead [data-doc]")).to_have_count(2)
    page.click(".languages a[lang=en]")
    page.wait_for_url("**/en/compare/?with=city-10,example-2022")
    expect(page.locator(".matrix thead [data-doc]")).to_have_count(2)


def test_links_of_a_column_lead_where_its_own_page_leads(page, many):
    page.goto(f"{many}{MATRIX}?with=city-10")
    expect(page.locator(".matrix thead [data-doc]")).to_have_count(1)
    page.click(".matrix td:last-child a[href*=city-10] >> text=1000万元")
    page.wait_for_url("**/p/city-10/2.1/#s*")


def test_a_policy_that_is_not_there_is_said(context, many):
    page = context.new_page()  # the console may name what was not found
    page.goto(f"{many}{MATRIX}?with=nobody,city-07")
    expect(page.locator(".chooser [role=status]")).to_have_text("读取失败，请重试。")
    assert columns(page) == ["city-07"]


def test_there_is_room_for_six(page, many):
    page.goto(f"{many}en/compare/?with=city-01,city-02,city-03,city-04,city-05,city-06,city-07")
    expect(page.locator(".matrix thead [data-doc]")).to_have_count(6)
    page.fill("#column", "city-09")
    expect(page.locator(".chooser [role=status]")).to_have_text(
        "The table can show 6 policies. Remove one first."
    )
    page.click(".chooser [type=reset]")
    expect(page.locator(".matrix thead [data-doc]")).to_have_count(4)
    expect(page).to_have_url(f"{many}en/compare/")


def test_without_javascript_every_policy_is_reached(plain, many):
    plain.goto(f"{many}en/compare/")
    expect(plain.locator(".chooser")).to_be_hidden()
    assert columns(plain) == FIRST
    plain.click("main a >> text=All policies")
    plain.wait_for_url("**/en/policies/index.html**")
    plain.goto(f"{many}en/policies/city-25/")
    plain.click("main a >> text=Compare with other policies")
    plain.wait_for_url(f"{many}en/policies/city-25/compare/index.html")
    plain.locator(".others a").first.click()
    plain.wait_for_url(f"{many}en/compare/city-25/city-26/index.html")


def test_a_phone_opens_the_family_of_the_theme_in_the_address(plain, many):
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto(f"{many}en/policies/example-2022/compare/")
    theme = plain.locator("#of-tape-out th")
    expect(theme).to_be_hidden()
    plain.goto(f"{many}en/policies/example-2022/compare/#of-tape-out")
    expect(theme).to_be_visible()
    expect(plain.locator(".matrix .rest th")).to_be_visible()


def test_a_theme_leads_to_the_measures_of_a_policy_that_it_does_not_show(plain, many):
    plain.goto(f"{many}en/compare/tape-out/")
    plain.locator(".others a").first.click()
    plain.wait_for_url("**/compare/index.html#of-tape-out")
    expect(plain.locator(":target")).to_have_count(1)
