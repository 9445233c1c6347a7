"""Speed on this machine: start, parsing and its growth, builds and rebuilds. `make bench` prints a table.

The texts are the policies of content/, repeated to some megabytes, so that figures of two versions compare. With an
archive of texts (``speed.py laws.tar.xz [MOST]``), sites of some of them and of twice as many are built as well.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from parsing import parsed

ROOT = Path(__file__).parents[2]
POLICIES = [path.read_text("utf-8", "ignore") for path in sorted(ROOT.glob("content/policies/*/source.txt"))]
GROWTH_BYTES = 4_000_000


def main() -> None:
    """Print one line a figure."""
    show("digest --help", f"{best(5, lambda: digest('--help')):.3f} s")
    text = "\n".join(POLICIES)
    seconds = best(5, lambda: parse_all(POLICIES))
    show("parse the policies", f"{len(text.encode()) / seconds / 1e6:.2f} MB/s")
    half = text * (GROWTH_BYTES // len(text.encode()))
    once, twice = (best(1, partial(parse_all, [part])) for part in (half, half * 2))
    show("parse one text of 4 MB", f"{len(half.encode()) / once / 1e6:.2f} MB/s")
    show("the same, twice as long", f"{twice / once:.2f} times as long")
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder), ROOT / "content")
        show("build, cold", f"{site.cold():.2f} s")
        for name, edit in EDITS.items():
            show(f"rebuild, {name}", f"{site.warm(edit):.2f} s")
    if len(sys.argv) > 1:
        growth(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)


def growth(archive: Path, most: int) -> None:
    """What twice as many policies cost: seconds, and megabytes of the cache and of the largest process."""
    seconds = []
    for count in (most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder, "laws")
            unpack(archive, content, count)
            site = Site(Path(folder, "site"), content)
            seconds.append(site.cold())
            kept = sum(path.stat().st_size for path in site.caches.rglob("*") if path.is_file())
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            show(f"{count} texts, cold", f"{seconds[-1]:.1f} s, {peak:.0f} MB")
            show(f"{count} texts, cache", f"{kept / 1e6:.1f} MB")
            show(f"{count} texts, unchanged", f"{site.warm(nothing):.2f} s")
    show("twice as many", f"{seconds[1] / seconds[0]:.2f} times as long")


def unpack(archive: Path, content: Path, most: int) -> None:
    """A content folder of the first texts of an archive, with the settings and lists of ours."""
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("policies", "addresses.toml"))
    good = ROOT / "tests/sites/good"
    shutil.copyfile(good / "jurisdictions.toml", content / "jurisdictions.toml")
    meta = (good / "policies/city-2024/policy.toml").read_text("utf-8")
    with tarfile.open(archive) as opened:
        texts = sorted((each for each in opened if each.name.endswith(".txt")), key=lambda each: each.name)
        for number, member in enumerate(texts[:most]):
            data = opened.extractfile(member)
            assert data is not None
            folder = content / "policies" / f"text-{number}"
            folder.mkdir(parents=True)
            (folder / "source.txt").write_bytes(data.read())
            (folder / "policy.toml").write_text(meta, "utf-8")


def parse_all(texts: list[str]) -> None:
    """Parse each text on its own."""
    for text in texts:
        parsed(text)


class Site:
    """A site of some content, with a cache of its own; the content is a copy that can be edited."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._content, self._output, self.caches = folder / "content", folder / "site", folder / "caches"
        shutil.copytree(content, self._content)

    def cold(self) -> float:
        """Seconds of a build from nothing, the shortest of three; two more builds bring all in step."""
        seconds = []
        for _ in range(3):
            shutil.rmtree(self._output, ignore_errors=True)
            shutil.rmtree(self.caches, ignore_errors=True)
            seconds.append(best(1, self._build))
        for _ in range(2):
            self._build()
        return min(seconds)

    def warm(self, edit: Callable[[Path, int], None]) -> float:
        """Seconds of a rebuild after an edit, the shortest of three."""
        seconds = []
        for turn in range(3):
            edit(self._content, turn)
            seconds.append(best(1, self._build))
        return min(seconds)

    def _build(self) -> None:
        place = ["--content", str(self._content), "--output", str(self._output)]
        digest("build", "-q", *place, XDG_CACHE_HOME=str(self.caches))


def nothing(_content: Path, _turn: int) -> None:
    """No edit."""


def figure(content: Path, turn: int) -> None:
    """Another figure in a text."""
    changed(next(content.glob("policies/*/source.txt")), r"[0-9]{2,}(?=[万亿%])", str(41 + turn))


def translation(content: Path, turn: int) -> None:
    """Another word in a translation."""
    changed(next(content.glob("policies/*/en.po")), r"(?<=msgstr \")[A-Z]\w+", f"Word{'abc'[turn]}")


def setting(content: Path, turn: int) -> None:
    """Another title of the site."""
    changed(content / "site.toml", r'(?<=title_en = ").*(?=")', f"Title {turn}")


def template(content: Path, turn: int) -> None:
    """Another class in a template of the project's own."""
    folder = content.parent / "templates"
    folder.mkdir(exist_ok=True)
    text = (ROOT / "templates/clause.html").read_text("utf-8")
    (folder / "clause.html").write_text(text.replace('"opening"', f'"opening turn-{turn}"'), "utf-8")


def changed(path: Path, pattern: str, new: str) -> None:
    """Replace what a pattern finds first. SystemExit when it finds nothing, for then nothing is measured."""
    text, times = re.subn(pattern, new, path.read_text("utf-8"), count=1)
    if not times:
        sys.exit(f"{path} has nothing like {pattern}")
    path.write_text(text, "utf-8", newline="\n")


EDITS = {
    "unchanged": nothing,
    "a figure": figure,
    "a translation": translation,
    "site.toml": setting,
    "a template": template,
}


def digest(*arguments: str, **environment: str) -> None:
    """Run a command of the program."""
    command = [sys.executable, "-m", "digest", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **environment})


def best(times: int, work: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""

    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return min(once() for _ in range(times))


def show(name: str, figure: str) -> None:
    """One line of the table."""
    sys.stdout.write(f"{name:<26}{figure:>20}\n")


if __name__ == "__main__":
    main()
