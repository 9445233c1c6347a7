"""Measure the search in Chromium: PYTHONPATH=src:tests python tests/bench/search/measure.py FOLDER [QUERIES [TIMES]]

FOLDER is a content folder or a folder of .txt files, taken TIMES times over. Prints what is found, how long it takes
and how many bytes the first query of a visit costs (gzip).
"""

import gzip
import re
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import ClassVar
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.queries import Query, make_queries, read_texts, scores
from bench.search.texts import corpus_of
from digest.model.corpus import Corpus
from digest.pages.frame import Setting
from digest.pages.parts import pages_of
from digest.pages.search.page import make_search
from digest.pages.strings import read_words
from digest.publish.write import publish
from digest.render.assets import read_assets
from digest.render.pages import environment, render
from digest.resources import templates
from digest.search.records import make_records
from digest.text.urls import file_of

VISITS = 100
"""First queries that are measured, each in a visit of its own."""
HAND = Path(__file__).with_name("by_hand.tsv")
FIND = "async (query) => (await digestSearch.find(query)).hits.map((hit) => hit.record)"


class Handler(SimpleHTTPRequestHandler):
    """Serves files compressed, and counts their bytes."""

    sent: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        if path.suffix not in _PAGE:
            Handler.sent[re.sub(r"[0-9-]+$", "", path.stem)] += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # the visit is over
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


_PAGE = {".html", ".css", ".svg"}
"""What a page without a search fetches as well."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


def main(folder: Path, total: int, times: int) -> None:
    """Build, ask, print."""
    corpus = corpus_of(folder, times)
    records = tuple(make_records(corpus))
    with tempfile.TemporaryDirectory() as site:
        started = time.process_time()
        build(corpus, Path(site))
        show("search files built in", f"{time.process_time() - started:.1f} s")
        show("memory at most", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
        show(
            "search files",
            f"{sum(each.stat().st_size for each in Path(site, 'search').iterdir()) / 1e6:.1f} MB",
        )
        for name in ("search.js", "stem.js"):
            show(name, f"{len(gzip.compress(Path(site, 'assets', name).read_bytes()))} bytes")
        texts = read_texts(records)
        queries = make_queries(texts, total, HAND if (folder / "policies").is_dir() else None)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            ask(f"http://127.0.0.1:{server.server_port}/zh/search/index.html", queries, records)
            server.shutdown()


def build(corpus: Corpus, site: Path) -> None:
    """Write the search pages and files, and the assets."""
    words = read_words([templates()])
    env = environment([templates()])
    setting = Setting(corpus, words, ())
    pages = pages_of(make_search(setting), setting)
    files = {file_of(page.path): render(page, env) for page in pages}
    publish({**read_assets([templates()]), **files}.items(), site)


def ask(address: str, queries: list[Query], records: tuple[object, ...]) -> None:
    """Ask every query and print the figures."""
    with chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        found = {}
        warm = []
        for query in queries:
            found[query.text] = clauses(page, query.text, records)
            started = time.perf_counter()
            page.evaluate(FIND, query.text)
            warm.append(1000 * (time.perf_counter() - started))
        for kind, count, recall, gain, precision in scores(found, queries):
            show(f"{kind} ({count})", f"recall {recall:.4f}  nDCG@10 {gain:.4f}  precision {precision:.4f}")
        show("a query again", f"median {median(warm):.1f} ms, 95 % {quantiles(warm, n=20)[-1]:.1f} ms")
        costs: list[tuple[int, str, Counter[str]]] = []
        firsts, changed = [], 0
        for query in queries[:: max(1, len(queries) // VISITS)]:
            with browser.new_context() as context:
                other = context.new_page()
                Handler.sent = Counter()
                started = time.perf_counter()
                other.goto(f"{address}?q={quote(query.text)}")
                other.wait_for_selector(".search-answer[data-query]", state="attached")
                firsts.append(1000 * (time.perf_counter() - started))
                costs.append((Handler.sent.total(), query.text, Handler.sent))
                changed += clauses(other, query.text, records) != found[query.text]
        sizes = [size / 1000 for size, _, _ in costs]
        show(
            f"first query, scripts ({len(costs)} visits)",
            f"median {median(sizes):.1f} kB, 95 % {quantiles(sizes, n=20)[-1]:.1f}, most {max(sizes):.1f}",
        )
        for size, text, kinds in sorted(costs, reverse=True)[:3]:
            show(f"  {size / 1000:.1f} kB", f"{text!r} {dict(kinds)}")
        show("first query, page and all", f"median {median(firsts):.0f} ms")
        show("answers that depend on earlier ones", str(changed))


def clauses(page: Page, query: str, records: tuple[object, ...]) -> list[int]:
    """The clauses the page finds."""
    return [at for at in page.evaluate(FIND, query) if getattr(records[at], "clause", None)]


def show(name: str, figure: str) -> None:
    """One line of the table."""
    sys.stdout.write(f"{name:<38}{figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(each) for each in (*sys.argv[2:], *("300", "1")[len(sys.argv) - 2 :])))
