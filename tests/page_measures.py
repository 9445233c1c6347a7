"""What can be measured of a page that stands in Chromium. The same functions serve the tests and those who look at pages."""

from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import BrowserContext, Page

AXE = Path(__file__).parent / "browser" / "node_modules" / "axe-core" / "axe.min.js"

RULES = {"target-size": {"enabled": True}}
"""The rules of WCAG 2.2 that axe leaves out unless they are asked for."""

_JUMPS = """new PerformanceObserver((list) => {
  for (const each of list.getEntries()) globalThis.jumped = (globalThis.jumped ?? 0) + each.value;
}).observe({ type: "layout-shift", buffered: true });"""

_STARTS = """() => {
  const seen = (each) => each && each.checkVisibility() ? each.getBoundingClientRect() : null;
  const header = seen(document.querySelector("body > header"));
  const heading = document.querySelector("main h1");
  const bottom = seen(heading)?.bottom ?? 0;
  let first = Infinity;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || heading?.contains(text) || text.parentElement.closest("nav")) continue;
    if (heading && !(heading.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    if (!text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width > 1 && box.height > 1) first = Math.min(first, box.top);
    if (first < Infinity) break;
  }
  return {
    header: Math.round(header?.height ?? 0),
    heading: Math.round(bottom),
    first: first === Infinity ? null : Math.round(first + scrollY),
    height: document.documentElement.scrollHeight,
  };
}"""


class Starts(NamedTuple):
    """Where things of a page are, in px from its top: how high its header is, where its title ends, where what follows the
    title begins (None where nothing follows), and how high all of it is."""

    header: int
    heading: int
    first: int | None
    height: int


def watch_jumps(context: BrowserContext | Page) -> None:
    """From now on each page counts how far it jumps by itself."""
    context.add_init_script(_JUMPS)


def jumped(page: Page) -> float:
    """How far a page that is watched has jumped since it was opened, as a cumulative layout shift."""
    return float(page.evaluate("globalThis.jumped ?? 0"))


def overheard(page: Page) -> list[str]:
    """A list that grows by what the page says to the console, and by the errors that nothing caught."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def starts(page: Page) -> Starts:
    """Where the things of a page are."""
    return Starts(**page.evaluate(_STARTS))


def widest(page: Page) -> int:
    """How wide the page is, in px; wider than its window if one has to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def axe_findings(page: Page, only: str | None = None) -> list[str]:
    """What axe calls wrong or cannot decide, by rule and place. axe has to be on the page (``AXE``)."""
    options: dict[str, Any] = {"resultTypes": ["violations", "incomplete"], "rules": RULES}
    if only:
        options["runOnly"] = {"type": "rule", "values": [only]}
    found = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for kind in ("violations", "incomplete")
        for rule in found[kind]
        for node in rule["nodes"]
    ]
