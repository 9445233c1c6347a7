"""The search beside Pagefind 1.6 and MiniSearch with jieba: PYTHONPATH=src:tests python tests/bench/search/compare.py
FOLDER [QUERIES [PAIRS]]

FOLDER is a content folder or a folder of .txt files. The same clauses, one page each, are indexed by all; ours and
Pagefind take turns, PAIRS times. `npm ci --prefix tests/bench/search/others` sets up the two others.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

import jieba

from bench.cost import Cost
from bench.peer import OTHERS
from bench.search.measure import HAND, Handler, build, chromium, show
from bench.search.queries import Query, Texts, make_queries, read_texts, scores
from bench.search.texts import corpus_of
from digest.search.find import find
from digest.search.index import SearchIndex, make_index
from digest.search.query import Question, read_query
from digest.search.records import SearchRecord, make_records
from digest.text.segmenter import segmenter
from digest.text.units import stemmer

Found = Mapping[str, Sequence[int]]

ASK = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = [];
  for (const query of queries) found.push((await pagefind.search(query)).results.map(({ id }) => id));
  return found;
}"""
FIRST = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, 10).map((each) => each.data()));
}"""


def main(folder: Path, total: int, pairs: int) -> None:
    """Index, ask, print."""
    records = tuple(make_records(corpus_of(folder)))
    texts = read_texts(records)
    queries = make_queries(texts, total, HAND if (folder / "policies").is_dir() else None)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        write_pages(site, records, texts)
        costs = [(ours(folder), pagefind(site)) for _ in range(pairs)]
        for pair in costs:
            for who, cost in zip(("ours", "Pagefind"), pair, strict=True):
                show(
                    f"index of {who}",
                    f"{cost.seconds:.1f} s, {cost.clock:.1f} s by the clock, {cost.memory:.0f} MB",
                )
        for at, each in enumerate(Cost._fields):
            show(f"ours / Pagefind, {each}", f"{median(one[at] / other[at] for one, other in costs):.2f}")
        index = make_index(records, segmenter())
        tell("ours", queries, {q.text: _clauses(records, index, q.text) for q in queries})
        tell("Pagefind", queries, ask_pagefind(site, queries))
    tell("MiniSearch with jieba", queries, ask_minisearch(texts, queries))


def write_pages(site: Path, records: Sequence[SearchRecord], texts: Texts) -> None:
    """A page for each clause, named by its number."""
    for number, record in enumerate(records):
        if record.clause:
            said = f"<p>{escape(texts.chinese[number])}</p><p lang=en>{escape(texts.english[number])}</p>"
            title = escape(record.policy.meta.title_zh.value or "")
            page = f"<!doctype html><html lang=zh><title>{title}</title><body data-pagefind-body>{said}"
            (site / f"{number}.html").write_text(page, "utf-8")


def ours(folder: Path) -> Cost:
    """What building our search files takes; the memory is that of reading and parsing as well."""
    cost, said = _cost(sys.executable, __file__, "--build", folder)
    return cost._replace(**json.loads(said))


def pagefind(site: Path) -> Cost:
    """What Pagefind takes for its index."""
    cost, _ = _cost(next(OTHERS.glob("node_modules/@pagefind/*/bin/pagefind_extended")), "--site", site)
    return cost


def _cost(*command: str | Path) -> tuple[Cost, str]:
    program = [sys.executable, "-S", Path(__file__).parents[1] / "cost.py", *command]
    made = subprocess.run(program, check=True, capture_output=True, text=True)
    figures, _, said = made.stdout.partition("\n")
    return Cost(*json.loads(figures)), said


def build_ours(folder: Path) -> None:
    """Build the search files of a folder, and print the seconds that took once the texts were parsed."""
    corpus = corpus_of(folder)
    processor, clock = time.process_time(), time.perf_counter()
    with tempfile.TemporaryDirectory() as site:
        build(corpus, Path(site))
        spent = {"seconds": time.process_time() - processor, "clock": time.perf_counter() - clock}
    sys.stdout.write(json.dumps(spent))


def ask_pagefind(site: Path, queries: Sequence[Query]) -> Found:
    """What Pagefind finds in Chromium, and what a first query fetches."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/1.html"
        with chromium() as browser:
            page = browser.new_page()
            page.goto(address)
            names = {name: number for number, name in _fragments(site)}
            found = page.evaluate(ASK, [query.text for query in queries])
            sizes = []
            for query in queries[:: max(1, len(queries) // 20)]:
                with browser.new_context() as context:
                    other = context.new_page()
                    other.goto(address)
                    Handler.sent.clear()
                    other.evaluate(FIRST, query.text)
                    sizes.append(Handler.sent.total() / 1000)
        server.shutdown()
    show("Pagefind, first query", f"median {median(sizes):.1f} kB, most {max(sizes):.1f}")
    return {query.text: [names[each] for each in hits] for query, hits in zip(queries, found, strict=True)}


def _fragments(site: Path) -> Iterator[tuple[int, str]]:
    """The number of each page with the name under which Pagefind keeps it."""
    for path in (site / "pagefind/fragment").iterdir():
        text = gzip.decompress(path.read_bytes()).decode()
        yield int(Path(json.loads(text[text.index("{") :])["url"]).stem), path.stem


def ask_minisearch(texts: Texts, queries: Sequence[Query]) -> Found:
    """What MiniSearch finds among the words of jieba."""
    cutter = jieba.Tokenizer()
    cut = {
        "texts": [
            " ".join((*words, english)) for words, english in zip(texts.words, texts.english, strict=True)
        ],
        "queries": [" ".join(cutter.lcut(query.text)) for query in queries],
    }
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "texts.json")
        file.write_text(json.dumps(cut), "utf-8")
        made = subprocess.run(["node", OTHERS / "minisearch.mjs", file], check=True, capture_output=True)
    told: dict[str, Any] = json.loads(made.stdout)
    show("MiniSearch, first query", f"{told['bytes'] / 1000:.1f} kB")
    show("MiniSearch, index", f"{told['seconds']:.1f} s, {told['memory'] / 1e6:.0f} MB")
    return {query.text: hits for query, hits in zip(queries, told["found"], strict=True)}


def tell(name: str, queries: Sequence[Query], found: Found) -> None:
    """The figures over all queries, and the precision on accidental words."""
    rows = {kind: row for kind, *row in scores(found, queries)}
    _, recall, gain, _ = rows["all"]
    precision = rows["accidental"][3] if "accidental" in rows else 1.0
    show(name, f"recall {recall:.4f}  nDCG@10 {gain:.4f}  precision on accidental words {precision:.4f}")


def _clauses(records: Sequence[SearchRecord], index: SearchIndex, query: str) -> list[int]:
    words = read_query(query, stemmer())
    hits = find(index, Question(words, words, ())).hits
    return [hit.record for hit in hits if records[hit.record].clause]


if __name__ == "__main__":
    if sys.argv[1] == "--build":
        build_ours(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]), *(int(each) for each in (*sys.argv[2:], *("300", "3")[len(sys.argv) - 2 :])))
