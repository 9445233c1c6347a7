"""Speed on this machine: start, parsing and its growth, a cold build. `make bench` prints a table.

The texts are the policies of content/, repeated to some megabytes, so that figures of two versions compare.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from digest.model.source import Source
from digest.parse import parse

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
    show("build, cold", f"{best(3, build):.2f} s")


def parse_all(texts: list[str]) -> None:
    """Parse each text on its own."""
    for text in texts:
        parse(Source("text.txt", text), "text")


def build() -> None:
    """Build content/ into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        digest("build", "-q", "--content", str(ROOT / "content"), "--output", f"{folder}/site")


def digest(*arguments: str) -> None:
    """Run a command of the program."""
    subprocess.run([sys.executable, "-m", "digest", *arguments], check=True, stdout=subprocess.DEVNULL)


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
