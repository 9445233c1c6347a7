"""Measure the links to passages in Chromium: PYTHONPATH=src:tests python tests/bench/passages.py CONTENT [EVERY]

Of each clause (or each EVERY-th) the first sentence, a part in the middle that begins and ends anywhere, and the whole text are
selected, on its own page and in the full text, in both languages. Each link that the page offers is opened in a window of
its own. What Chromium marks (``::target-text``, made magenta) is looked for in a picture of what it shows then, and has to be
exactly where the passage stands there.
"""

import base64
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, sync_playwright

AT_ONCE = "{ const later = setTimeout; window.setTimeout = (work, _, ...given) => later(work, 0, ...given); }"
TEXT = """(at) => [...[...document.querySelectorAll('.sides .text, .full-text .text')][at]
  .querySelectorAll(':scope > p:not(.side-heading)')].map((each) => each.textContent).join('')"""
IN_FULL = """[...document.querySelectorAll('.full-text .text')].map((each) => [each.lang, each.closest('.clause').id])"""
SELECT = """async ([at, start, end]) => {
  const text = [...document.querySelectorAll('.sides .text, .full-text .text')][at];
  const blocks = [...text.querySelectorAll(':scope > p:not(.side-heading)')];
  const place = (offset) => {
    for (const block of blocks) {
      const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (offset <= node.length) return [node, offset];
        offset -= node.length;
      }
    }
  };
  getSelection().setBaseAndExtent(...place(start), ...place(end));
  await new Promise((done) => { setTimeout(done, 0); });
  for (let tries = 0; tries < 50 && !document.querySelector('.passage'); tries += 1) {
    await new Promise((done) => { requestAnimationFrame(done); });
  }
  const link = document.querySelector('.passage button')?.value ?? '';
  getSelection().removeAllRanges();
  document.querySelector('.passage')?.remove();
  return link;
}"""
PLACE = """([language, passage]) => {
  document.adoptedStyleSheets = [new CSSStyleSheet()];
  document.adoptedStyleSheets[0].replaceSync('::target-text { background: #f0f !important; color: #f0f !important }');
  const side = document.getElementById(language);
  if (!side) return null;
  const blocks = [...side.querySelectorAll('.text > p:not(.side-heading)')];
  const at = blocks.map((each) => each.textContent).join('').indexOf(passage);
  if (at < 0) return { shown: true, boxes: [] };
  const place = (offset, before) => {
    for (const block of blocks) {
      const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (before ? offset <= node.length : offset < node.length) return [node, offset];
        offset -= node.length;
      }
    }
  };
  const range = new Range();
  range.setStart(...place(at, false));
  range.setEnd(...place(at + passage.length, true));
  const walk = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  const drawn = [];  // the boxes of its characters: those of a range hold whole paragraphs, too
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!range.intersectsNode(node)) continue;
    const part = new Range();
    part.setStart(node, node === range.startContainer ? range.startOffset : 0);
    part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
    drawn.push(...part.getClientRects());
  }
  const boxes = drawn.filter((box) => box.width && box.height && box.bottom > 0 && box.top < innerHeight);
  return { shown: true, boxes: boxes.map(({ left, top, right, bottom }) =>
    [left, Math.max(top, 0), right, Math.min(bottom, innerHeight)]) };
}"""
MARKED = """async (png) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  paper.drawImage(picture, 0, 0);
  const { data } = paper.getImageData(0, 0, picture.width, picture.height);
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== 255 || data[at + 1] !== 0 || data[at + 2] !== 255) continue;
    const [x, y] = [(at / 4) % picture.width, Math.floor(at / 4 / picture.width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  return right < 0 ? null : [left, top, right, bottom];
}"""
NEAR = 6  # pixels by which the boxes of marks and of characters may differ


class Case(NamedTuple):
    """A passage that was selected on a page, and the link that was offered."""

    kind: str
    source: str
    clause: str
    language: str
    passage: str
    link: str


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder."""

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


def main(content: Path, every: int = 1) -> None:
    """Build the site, collect the links, open each."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        site.mkdir()
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
            base = f"http://127.0.0.1:{server.server_port}/"
            _build(content, Path(folder) / "content", site, base)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            _measure(browser, base, site, every)
            browser.close()
            server.shutdown()


def _build(content: Path, copy: Path, site: Path, base: str) -> None:
    shutil.copytree(content, copy)
    settings = copy / "site.toml"
    settings.write_text(
        re.sub(r"(?m)^base_url = .*$", f'base_url = "{base}"', settings.read_text("utf-8")), "utf-8"
    )
    site.rmdir()
    command = (sys.executable, "-m", "digest", "build", "--content", str(copy), "--output", str(site))
    subprocess.run(command, check=True, capture_output=True)  # our own program


def _measure(browser: Browser, base: str, site: Path, every: int) -> None:
    cases = dict.fromkeys(_cases(browser, base, site, every))
    done: dict[tuple[str, str], tuple[bool, bool]] = {}
    found: Counter[tuple[str, str]] = Counter()
    marked: Counter[tuple[str, str]] = Counter()
    shown = 0
    with browser.new_context(viewport={"width": 1280, "height": 400}) as context:
        page, counting = context.new_page(), context.new_page()
        for case in cases:
            if (case.link, case.passage) not in done:
                done[case.link, case.passage] = _opened(page, counting, case)
            is_shown, is_marked = done[case.link, case.passage]
            key = (case.source, case.kind)
            found[key] += 1
            marked[key] += is_marked
            shown += is_shown
            if not is_marked:
                _say(f"missed: {case.source}, {case.kind}: {case.passage[:60]} {unquote(case.link)}")
    for key, number in sorted(found.items()):
        _say(f"{key[0]:12} {key[1]:8} {marked[key]:5} of {number:5} passages {marked[key] / number:7.2%}")
    total, good = found.total(), marked.total()
    _say(f"all: passage {good} of {total} ({good / total:.2%}), clause {shown} of {total}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _cases(browser: Browser, base: str, site: Path, every: int) -> Iterator[Case]:
    """What is selected, and the links."""
    clauses = sorted(path.parent.relative_to(site).as_posix() for path in site.glob("p/*/*/clause.json"))[
        ::every
    ]
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.add_init_script(AT_ONCE)
        page = context.new_page()
        for clause in clauses:
            page.goto(f"{base}{clause}/")
            for at, language in enumerate(
                page.evaluate("[...document.querySelectorAll('.sides .text')].map((each) => each.lang)")
            ):
                yield from _selected(page, at, "clause", clause, language)
        wanted = set(clauses)
        for doc in sorted({clause.split("/")[1] for clause in clauses}):
            for path in (f"zh/policies/{doc}/", f"en/policies/{doc}/"):
                page.goto(f"{base}{path}")
                texts = page.evaluate(
                    "[...document.querySelectorAll('.full-text .text')].map((each) => [each.lang, each.closest('.clause').id])"
                )
                for at, (language, name) in enumerate(texts):
                    if f"p/{doc}/{name}" in wanted:
                        yield from _selected(page, at, f"full text {path[:2]}", f"p/{doc}/{name}", language)


def _selected(page: Page, at: int, source: str, clause: str, language: str) -> Iterator[Case]:
    text = page.evaluate(TEXT, at)
    if not text:
        return
    first = re.match(r".*?[。！？]|.*" if language == "zh-CN" else r".*?\. |.*", text)
    middle = (len(text) // 3, 2 * len(text) // 3)
    kinds = {"first": (0, len(first[0]) if first else len(text)), "middle": middle, "whole": (0, len(text))}
    for kind, (start, end) in kinds.items():
        if passage := text[start:end].strip():
            yield Case(kind, source, clause, language, passage, page.evaluate(SELECT, [at, start, end]))


def _opened(page: Page, counting: Page, case: Case) -> tuple[bool, bool]:
    """Whether a link shows its clause, and marks the passage; ``counting`` is a page that looks at the picture."""
    page.goto("about:blank")
    page.goto(case.link)
    place = page.evaluate(PLACE, [case.language, case.passage])
    shown = f"/{case.clause}/" in page.url and place is not None
    if not shown or not place["boxes"]:
        return shown, False
    box = counting.evaluate(MARKED, base64.b64encode(page.screenshot()).decode())
    edges = list(zip(*place["boxes"], strict=True))
    wanted = (min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    return shown, box is not None and all(abs(a - b) <= NEAR for a, b in zip(box, wanted, strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
