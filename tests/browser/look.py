"""Look at a built site: pictures of a page of each kind, and a table of what its readers would notice.

    PYTHONPATH=tests python tests/browser/look.py SITE OUT [PAGE...]

Pages are addresses in the site, such as ``zh/policies/``; without them the heaviest of each kind is taken. Each is looked at on
a desk and on a phone, in light and in dark. The table says of each, in px, how high the header is, where the title ends,
where what follows it begins and how high the page is; then how far it jumped (CLS), how many targets are
smaller than 24 px (WCAG 2.2), how wide it is in a window of 320 px, its kB as brotli, and what it said to the console.
"""

import shutil
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Literal

import click
from playwright.sync_api import Browser, sync_playwright

from hosted import Compressed, compressed, hosting
from kinds_of_pages import by_kind
from page_measures import AXE, axe_findings, jumped, overheard, starts, watch_jumps, widest

WINDOWS = ((1280, 900), (390, 844))
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLUMNS = (
    "page", "window", "header", "title", "first", "height", "CLS", "small", "at 320", "kB", "console"
)  # fmt: skip
SETTLES = 150
"""Milliseconds in which scripts do what they do at once."""


def rows(
    browser: Browser, site: Path, out: Path, address: str, pages: Sequence[str]
) -> list[tuple[str, ...]]:
    """What is measured of each page in each window; the pictures are in ``out``."""
    found = []
    axe = AXE.read_text("utf-8")
    for (width, height), theme in product(WINDOWS, THEMES):
        with browser.new_context(color_scheme=theme) as context:
            watch_jumps(context)
            page = context.new_page()
            said = overheard(page)
            for path in pages:
                said.clear()
                page.set_viewport_size({"width": width, "height": height})
                page.goto(address + path, wait_until="load")
                page.wait_for_timeout(SETTLES)
                name = path.partition("?")[0].strip("/").replace("/", "-") or "index"
                page.screenshot(path=out / f"{name}-{width}-{theme}.png")
                if theme == "dark":
                    continue
                where, shift = starts(page), jumped(page)
                page.evaluate(axe)
                small = len(axe_findings(page, only="target-size"))
                page.set_viewport_size({"width": 320, "height": height})
                file = site / path.partition("?")[0].partition("#")[0]
                weight = len(compressed((file / "index.html" if file.is_dir() else file).read_bytes()))
                found.append(
                    (path or "/", str(width), *(str(each) for each in where), f"{shift:.5f}", str(small), str(widest(page)),
                     f"{weight / 1000:.1f}", " | ".join(said)[:200])
                )  # fmt: skip
    return sorted(found, key=lambda row: pages.index(row[0].removeprefix("/")))


def main(site: Path, out: Path, *chosen: str) -> None:
    pages = chosen or [paths[0] for paths in by_kind(site).values()]
    out.mkdir(parents=True, exist_ok=True)
    with hosting(site, Compressed) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        table = [COLUMNS, *rows(browser, site, out, address, pages)]
        browser.close()
    widths = [max(len(row[column]) for row in table) for column in range(len(COLUMNS))]
    for row in table:
        click.echo("  ".join(each.ljust(width) for each, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
