"""A passage that is selected offers its link, with the mouse, by touch and with keys; the link marks just that passage."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from digest.text import urls
from digest.text.ids import short_hash
from page_measures import VIEWS, looking
from page_measures import axe_findings as findings
from small_corpus import ROWS

pytestmark = pytest.mark.browser

TEXT = {row[0]: row[5] for row in ROWS}
CLAUSE, FULL, BOTH = "p/example-2022/1.1/", "zh/policies/example-2022/", "en/policies/example-2022/both/"
SELECT = """([from, start, to, end]) => {
  const place = (element, offset) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  };
  const [first, last] = [from, to].map((each) => document.querySelector(each));
  getSelection().setBaseAndExtent(...place(first, start), ...place(last, end));
}"""
BODY = '.sides .text[lang="zh-CN"] > p:nth-of-type({})'
IN_FULL = '[id="{}"] > .clause-own .text[lang="{}"] > p'


def offered(page, first, start, last, end):
    """The link that is offered for what is selected."""
    page.evaluate(SELECT, [first, start, last, end])
    return page.locator(".passage button").evaluate("(button) => button.value")


def words(link):
    """The text directive of a link."""
    return unquote(link.partition(":~:text=")[2])


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (0, 6, "2021年，"),
        (6, 18, "产业增加值超过40亿元，"),
        (8, 12, "产业-,增加值超,-过40亿元"),
        (0, 26, "2021年，产业增加值超过40亿元，增长12.5%。"),
    ],
)
def test_words_are_cut_at_punctuation_and_else_told_with_their_neighbours(page, address, start, end, said):
    page.goto(f"{address}{CLAUSE}")
    link = offered(page, BODY.format(2), start, BODY.format(2), end)
    assert link.startswith(f"{address}{CLAUSE}?at={short_hash(TEXT['1.1'])}#zh-CN:~:text=")
    assert words(link) == said
    assert urls.find_clause(link) == ("example-2022", "1.1")


def test_signs_of_the_directive_are_escaped(page, address):
    page.goto(f"{address}p/example-2022/1.2/")
    link = offered(page, BODY.format(2), 0, BODY.format(2), len(TEXT["1.2"]))
    directive = link.partition(":~:text=")[2]
    assert not set("&- ") & set(directive)
    assert directive.count(",") == 1


def wide(text):
    """The same in full-width signs."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


@pytest.mark.parametrize("written", [str, str.upper, wide], ids=["as it is", "in capitals", "wide"])
def test_words_that_stand_above_the_text_are_told_apart_by_more_of_them(page, address, written):
    page.goto(f"{address}{CLAUSE}")
    english = '.sides .text[lang="en"] > p:not(.side-heading)'
    text = page.locator(english).first.inner_text()
    first = text[: text.index(" ", 16)]
    page.evaluate("(words) => document.querySelector('h1').append(` ${words}…`)", written(first))
    assert words(offered(page, english, 0, english, len(text))).startswith(f"{first} ")


def test_words_for_readers_of_another_language_do_not_count(page, address):
    page.goto(f"{address}{CLAUSE}")
    english = '.sides .text[lang="en"] > p:not(.side-heading)'
    text = page.locator(english).first.inner_text()
    page.evaluate(
        """([first, text]) => {
          const above = Object.assign(document.createElement("p"), { className: "above", innerHTML: "Reviewed<b hidden>已审校</b>" });
          document.querySelector(first).before(above);
          document.querySelector("h1").append(text);
        }""",
        [english, text],
    )
    below = ".above + p"
    assert words(offered(page, below, 0, below, len(text))).startswith("Reviewed-,")


def test_a_passage_over_paragraphs_names_its_ends(page, address):
    page.goto(f"{address}{CLAUSE}")
    link = offered(page, BODY.format(2), 0, BODY.format(3), 11)
    assert words(link).endswith(",第二段同样属于本条款。")


def test_the_full_text_leads_to_the_clause_and_pins_it(page, address):
    page.goto(f"{address}{FULL}")
    there = IN_FULL.format("2.1", "zh-CN")
    link = offered(page, there, 0, there, 6)
    pin = short_hash(TEXT["2.1"])
    assert unquote(link).startswith(f"{address}p/example-2022/2.1/?at={pin}#zh-CN:~:text=对首轮流片，")


def test_words_of_the_title_of_the_policy_are_told_apart_on_the_page_of_the_clause(page, address):
    page.goto(f"{address}{FULL}")
    there = IN_FULL.format("2.1", "zh-CN")
    page.evaluate("document.querySelector('h1').append('对首轮流片，按不超过')")
    assert words(offered(page, there, 0, there, 6)) == "对首轮流片，,-按不超过费用的50%给予资助"


def test_a_passage_over_several_clauses_leads_to_the_full_text(page, address):
    page.goto(f"{address}{FULL}")
    link = offered(page, IN_FULL.format("2.1", "zh-CN"), 0, IN_FULL.format("2.1.1", "zh-CN"), 9)
    assert link.startswith(f"{address}{FULL}#2.1:~:text=")


def test_beside_each_other_the_language_that_was_selected_counts(page, address):
    page.goto(f"{address}{BOTH}")
    there = IN_FULL.format("1.1", "en")
    link = offered(page, there, 0, there, 13)
    assert "#en:~:text=In%202021" in link


def test_the_link_is_copied_and_esc_puts_the_button_away(context, page, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{CLAUSE}")
    link = offered(page, BODY.format(2), 0, BODY.format(2), 6)
    page.click(".passage button")
    expect(page.locator(".passage [role=status]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == link
    assert page.evaluate("getSelection().toString()") == TEXT["1.1"][:6]
    page.keyboard.press("Escape")
    expect(page.locator(".passage")).to_have_count(0)


def test_tab_leads_from_the_selection_to_the_button(page, address):
    page.goto(f"{address}{CLAUSE}")
    offered(page, BODY.format(2), 0, BODY.format(2), 6)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.passage') !== null")


def test_the_mouse_selects_and_a_click_elsewhere_puts_the_button_away(page, address):
    page.goto(f"{address}{CLAUSE}")
    box = page.locator(BODY.format(3)).bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 12)
    expect(page.locator(".passage")).to_have_count(0)
    page.mouse.up()
    expect(page.locator(".passage")).to_be_visible()
    page.mouse.click(5, 500)
    expect(page.locator(".passage")).to_have_count(0)


def test_what_is_no_text_of_a_clause_offers_nothing(page, address):
    page.goto(f"{address}{CLAUSE}")
    page.evaluate(SELECT, [".masthead .brand", 0, ".masthead .brand", 4])
    page.wait_for_timeout(500)
    expect(page.locator(".passage")).to_have_count(0)


def test_without_javascript_nothing_is_offered(plain, address):
    plain.goto(f"{address}{CLAUSE}")
    expect(plain.locator(".passage")).to_have_count(0)


@pytest.mark.parametrize("view", VIEWS[:2], ids=lambda view: view.name)
def test_axe_finds_nothing(browser, address, view):
    with looking(browser, view, has_touch=view.width < 500) as page:
        for path, there in ((CLAUSE, BODY.format(2)), (FULL, IN_FULL.format("2.1", "zh-CN"))):
            page.goto(address + path)
            offered(page, there, 0, there, 6)
            box = page.locator(".passage").bounding_box()
            assert box
            assert 0 <= box["x"] <= box["x"] + box["width"] <= view.width
            seen = [each for each in findings(page) if "overlapped by another element" not in each]
            assert seen == [], path
