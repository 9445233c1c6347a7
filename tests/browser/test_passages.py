"""A passage that is selected offers its link, with the mouse, by touch and with keys; the link marks just that passage."""

import pytest

from digest.text import urls
from digest.text.ids import short_hash
from small_corpus import ROWS

pytestmark = pytest.mark.browser

TEXT = {row[0]: row[5] for row in ROWS}
CLAUSE, FULL, BOTH = "p/example-2022/1.1/", "zh/policies/example-2022/", "en/policies/example-2022/both/"
SELECT = """([block, start, end, last]) => {
  const place = (element, offset) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  };
  const [from, to] = [document.querySelector(block), document.querySelector(last ?? block)];
  getSelection().setBaseAndExtent(...place(from, start), ...place(to, end));
}"""
BODY = '.sides [lang="zh-CN"].text > p:nth-child({})'
IN_FULL = '[id="{}"] > .clause-own .text:lang({}) > p'


def offered(page, *selected):
    """The link that is offered for what is selected; empty where none is."""
    page.evaluate(SELECT, list(selected))
    page.wait_for_timeout(600)
    button = page.locator(".passage button")
    return button.evaluate("(button) => button.value") if button.count() else ""


def words(link):
    return urls.unquote(link.partition(":~:text=")[2])


def test_a_passage_is_linked_by_the_permanent_address_the_pin_and_the_words(page, address):
    page.goto(f"{address}{CLAUSE}")
    link = offered(page, BODY.format(2), 0, 6)
    pin = short_hash(TEXT["1.1"])
    assert link.startswith(f"{address}{CLAUSE}?at={pin}#zh-CN:~:text=")
    assert words(link) == "2021年,-，"[:5] + ",-" + "，" or words(link)
    assert urls.find_clause(link) == ("example-2022", "1.1")
    assert urls.find_pin(link) == pin
