"""What building takes, beside Hugo and Pagefind on the same texts; `make bench` prints it and writes docs/performance.md.

    python tests/bench/speed.py                 the policies of content/
    python tests/bench/speed.py --laws FOLDER   a folder of texts whose first lines are their titles

Processor seconds, of the system too, and memory are those of all processes of a program. Ours and theirs take turns; a figure is
the median of the samples, a ratio the median of the ratios. After an edit Hugo and Pagefind build everything again.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from bench.cost import Cost, cost, seconds
from bench.peer import Peer

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
REST = 1.0
"""Seconds in which a server that rests takes less than a tenth of a processor."""
PATIENCE = 1800
"""Seconds after which a server that does not show an edit is taken for broken."""

Taken = Sequence[tuple[Cost, Cost]]
"""A row's samples: what ours took and what theirs."""


class Texts(NamedTuple):
    """What is built: its name in the page, the command that measures it, how often."""

    name: str
    command: str
    content: Path
    raw: Path
    """What ``search/compare.py --build`` takes."""
    samples: int
    builds: int


def main() -> None:
    """Measure, print, write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--laws", type=Path)
    options.add_argument("--samples", type=int, help="how often ours and theirs take turns")
    options.add_argument("--builds", type=int, help="how many builds make a sample")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if asked.laws:
            content = Path(name, "laws")
            lay_out(laws(asked.laws), content)
            texts = Texts(
                "laws", "make bench LAWS=folder", content, asked.laws, asked.samples or 3, asked.builds or 1
            )
        else:
            content = ROOT / "content"
            texts = Texts("policies", "make bench", content, content, asked.samples or 5, asked.builds or 10)
        lines = []
        for line in measured(texts, Path(name)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
            lines.append(line)
    written = re.sub(
        rf"(?s)(<!-- {texts.name} -->\n).*?(?=<!-- end -->)",
        lambda found: "\n".join([found[1], *lines, "\n"]),
        PAGE.read_text("utf-8"),
    )
    PAGE.write_text(written, "utf-8")


def measured(texts: Texts, folder: Path) -> Iterator[str]:
    """The lines of the table."""
    ours = Site(folder / "ours", texts.content)
    sources = [path.read_text("utf-8", "replace") for path in ours.sources]
    theirs = Peer(folder / "theirs", sources)

    def turns(ours: Callable[[], Cost], theirs: Callable[[], Cost] = theirs.build) -> Taken:
        """Sample after sample, each of some builds of ours and as many of theirs."""
        return [
            (total(ours() for _ in range(texts.builds)), total(theirs() for _ in range(texts.builds)))
            for _ in range(texts.samples)
        ]

    yield f"{len(sources)} texts of {sum(map(len, sources)):,} characters; {stamp(texts)}:"
    yield ""
    yield "| work | digest | Hugo + Pagefind | ratio |"
    yield "|---|---:|---:|---:|"
    cold = turns(ours.cold)
    yield row("all from nothing, one process", cold)
    yield row("the same, memory", cold, "memory", "MB")
    yield row("one clause edited, `digest build`", turns(ours.edited))
    with ours.served() as saved:
        yield row("one clause saved in `digest serve`, until its page is on disk", (served := turns(saved)))
        yield f"| the same, by the clock | {median(one.clock for one, _ in served):.2f} s | | |"
        yield row("the same, until the server rests", turns(partial(saved, rested=True)))
    yield row("search index alone", turns(lambda: search(texts.raw), theirs.search))
    for name, each in (("bytes", lambda path: path.stat().st_size), ("files", lambda _: 1)):
        one, other = (
            sum(each(path) for path in place.rglob("*") if path.is_file())
            for place in (ours.index, theirs.index)
        )
        yield f"| the same, {name} | {one:,} | {other:,} | {one / other:.2f} |"


def total(costs: Iterator[Cost]) -> Cost:
    """Some builds as one: the mean of what they take, the most memory."""
    spent, clocks, memories = zip(*costs, strict=True)
    return Cost(mean(spent), mean(clocks), max(memories))


def row(work: str, taken: Taken, figure: str = "seconds", unit: str = "s") -> str:
    """A row of the table: the medians."""
    pairs = [(getattr(one, figure), getattr(other, figure)) for one, other in taken]
    one, other = (median(each) for each in zip(*pairs, strict=True))
    return f"| {work} | {one:.3g} {unit} | {other:.3g} {unit} | {median(one / other for one, other in pairs):.2f} |"


def stamp(texts: Texts) -> str:
    """When, where and how this is measured."""
    models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    machine = f"{len(models)} × {models[0]}" if models else platform.machine()
    times = f"median of {texts.samples} samples" + f" of {texts.builds} builds" * (texts.builds > 1)
    return f"{datetime.now(UTC):%Y-%m-%d}, {machine}, `{texts.command}`, {times}"


def search(texts: Path) -> Cost:
    """What making our search files takes, once the texts are parsed."""
    script = Path(__file__).with_name("search") / "compare.py"
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
    _, said = cost([sys.executable, script, "--build", texts], os.environ | {"PYTHONPATH": path})
    spent = re.findall(r'"seconds": ([\d.]+), "clock": ([\d.]+)', said)[0]
    return Cost(float(spent[0]), float(spent[1]), 0.0)


class Site:
    """A site of some content, with a cache of its own; the content is a copy whose middle text gets edited."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._content, self._output, self._caches = folder / "content", folder / "site", folder / "caches"
        shutil.copytree(content, self._content)
        self.sources = sorted(self._content.glob("policies/*/source.txt"))
        self._edited = self.sources[len(self.sources) // 2]
        text = self._edited.read_text("utf-8")
        sentences = list(re.finditer(r"[\u4e00-\u9fff]{2}。(?=\r?\n)", text))
        if not sentences:
            sys.exit(f"{self._edited} has no sentence at the end of a line that could be edited")
        self._parted = text[: (end := sentences[len(sentences) // 2].end() - 1)], text[end:]
        self._edits = 0

    @property
    def index(self) -> Path:
        """The folder of the search index."""
        return self._output / "search"

    def cold(self) -> Cost:
        """What a build takes when nothing is there."""
        shutil.rmtree(self._output, ignore_errors=True)
        shutil.rmtree(self._caches, ignore_errors=True)
        return self.build("--jobs", "1")

    def build(self, *options: str) -> Cost:
        """What a build takes."""
        return cost([*self._command("build"), "--quiet", *options], self._environment)[0]

    def edited(self) -> Cost:
        """What a build takes after an edit."""
        self._edit()
        return self.build()

    @contextmanager
    def served(self) -> Iterator[Callable[..., Cost]]:
        """While the site is served: what an edit takes until its page is on disk, or until the server has ``rested``."""
        command = [*self._command("serve"), "--port", "0"]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self._environment
        ) as server:

            def saved(*, rested: bool = False) -> Cost:
                before, started = seconds(server.pid), time.perf_counter()
                words = self._edit()
                while words not in self._page():
                    if time.perf_counter() - started > PATIENCE:
                        sys.exit("digest serve does not show the edit")
                    time.sleep(0.01)
                spent, clock = seconds(server.pid) - before, time.perf_counter() - started
                _rest(server.pid)
                return Cost(seconds(server.pid) - before if rested else spent, clock, 0.0)

            try:
                _rest(server.pid)
                yield saved
            finally:
                server.terminate()

    def _edit(self) -> str:
        """Put words into a clause that were never there, and tell them."""
        self._edits += 1
        words = f"{self._edits:04}".translate(_NUMBERED)
        self._edited.write_text(words.join(self._parted), "utf-8", newline="")
        return words

    def _page(self) -> str:
        """The page of the text that gets edited."""
        page = self._output / "zh" / "policies" / self._edited.parent.name / "index.html"
        return page.read_text("utf-8") if page.is_file() else ""

    def _command(self, name: str) -> list[str]:
        program = [sys.executable, "-m", "digest", name]
        return [*program, "--content", str(self._content), "--output", str(self._output)]

    @property
    def _environment(self) -> dict[str, str]:
        """As people run it: with the program compiled once and for all."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return kept | {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(self._caches)}


_NUMBERED = str.maketrans("0123456789", "癸甲乙丙丁戊己庚辛壬")
"""Numbers that are no figures, and that no text has four of in a row."""


def _rest(process: int) -> None:
    """Wait until a program has nothing to do."""
    before = -REST
    while (spent := seconds(process)) - before > REST / 10:
        before = spent
        time.sleep(REST)


def laws(folder: Path) -> list[bytes]:
    """The texts of a folder, by the names of their files."""
    return [path.read_bytes() for path in sorted(folder.rglob("*.txt"))]


def lay_out(texts: Iterable[bytes], content: Path) -> None:
    """A content folder of laws, with our word lists; the provinces are those their titles begin with."""
    shutil.copytree(ROOT / "content", content, ignore=OURS)
    places = {"": "000000"}
    for number, text in enumerate(texts):
        title = text.decode("utf-8", "replace").strip().partition("\n")[0].strip()
        found = re.match(r"[\u4e00-\u9fff]{2,6}?(?:省|市|自治区)", title)
        place = places.setdefault(found[0] if found else "", f"{10 + len(places)}0000")
        folder = content / "policies" / f"law-{number:04}"
        folder.mkdir(parents=True)
        (folder / "source.txt").write_bytes(text)
        stated = STATED.format(title=title.replace('"', "'"), sum=sha256(text).hexdigest(), place=place)
        (folder / "policy.toml").write_text(stated, "utf-8")
    rows = [NATION, *(PROVINCE.format(name=name, code=code) for name, code in places.items() if name)]
    (content / "jurisdictions.toml").write_text("\n".join(rows), "utf-8")


OURS = shutil.ignore_patterns("policies", "rulings.toml", "addresses.toml", "changes.toml")
"""What speaks of our policies."""
NATION = """[[jurisdiction]]
code = "000000"
name_zh = "中国"
name_en = "China"
level = "nation"
"""
PROVINCE = """[[jurisdiction]]
code = "{code}"
name_zh = "{name}"
name_en = "Province {code}"
level = "province"
parent = "000000"
"""
STATED = """title_en = "A law"
source_file = "source.txt"
source_sha256 = "{sum}"
title_zh = {{ value = "{title}", basis = "printed" }}
jurisdiction = {{ value = "{place}", basis = "inferred", how = "title", sure = "high" }}
genre = {{ value = "regulation", basis = "inferred", how = "title", sure = "high" }}
issuers = {{ basis = "unknown" }}
number = {{ basis = "unknown" }}
made = {{ basis = "unknown" }}
published = {{ basis = "unknown" }}
effective = {{ basis = "unknown" }}
expires = {{ basis = "unknown" }}
form = {{ basis = "unknown" }}
status = {{ basis = "unknown" }}
"""


if __name__ == "__main__":
    main()
