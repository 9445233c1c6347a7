"""What can be measured of a page that stands in Chromium. The same functions serve the tests and those who look at pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

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


class View(NamedTuple):
    """How a page is looked at."""

    name: str
    width: int
    height: int
    theme: Literal["light", "dark"]
    colours: Literal["active", "none"] = "none"


VIEWS = (
    View("desk", 1280, 800, "light"),
    View("phone", 390, 844, "dark"),
    View("narrow", 320, 640, "light"),
    View("tablet", 768, 1024, "dark"),
    View("forced colours", 1280, 800, "dark", "active"),
)


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


_JUMPED = """async () => {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
  return globalThis.jumped ?? 0;
}"""


def jumped(page: Page) -> float:
    """How far a page that is watched has jumped since it was opened, as a cumulative layout shift: after some frames, so that what
    happens as it has loaded is told, too."""
    return float(page.evaluate(_JUMPED))


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
    """What axe calls wrong or cannot decide, a line each. axe has to be on the page (``AXE``)."""
    contrast = not page.evaluate("matchMedia('(forced-colors: active)').matches")  # else the reader's own
    rules = RULES | {"color-contrast": {"enabled": contrast}}
    options: dict[str, Any] = {"resultTypes": ["violations", "incomplete"], "rules": rules}
    if only:
        options["runOnly"] = {"type": "rule", "values": [only]}
    found = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        " ".join(f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}".split())
        for rule in (*found["violations"], *found["incomplete"])
        for node in rule["nodes"]
    ]


@contextmanager
def looking(browser: Browser, view: View, **options: Any) -> Iterator[Page]:
    """A page that is looked at in a view, perhaps with other ``options`` of Playwright, and watched."""
    with browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.theme,
        forced_colors=view.colours,
        **options,
    ) as context:
        context.add_init_script(path=AXE)
        watch_jumps(context)
        yield context.new_page()


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with the page at an address: what it says to the console (but that it was not found), that it jumps,
    that one has to scroll sideways, and what axe finds. All that is folded is open then."""
    found: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if "404" not in message.text:
            found.append(f"console: {message.text}")

    def fail(error: Error) -> None:
        found.append(f"error: {error}")

    page.on("console", hear)
    page.on("pageerror", fail)
    page.goto("about:blank")  # else an address that differs by its fragment alone would be no new page
    page.goto(address)
    if shift := jumped(page):
        found.append(f"jumps: {shift:.5f}")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    width = page.viewport_size["width"] if page.viewport_size else 0
    if (wide := widest(page)) > width:
        found.append(f"wide: {wide} px in a window of {width}")
    found += axe_findings(page)
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", fail)
    return found
