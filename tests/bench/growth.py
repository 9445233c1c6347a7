"""How the cost of a build grows with the number of policies, stage by stage.

    python tests/bench/growth.py LAWS 300 1000 3000 --jobs 2

LAWS is a folder of texts; beyond as many as there are, a text comes again with other figures, as counties issue one text. A
stage's seconds are by the clock. The exponent says by which power of the number of policies a figure grows from the size
before: 1 is in proportion to it.
"""

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from pathlib import Path

from bench.cost import cost
from bench.speed import ROOT, laws, lay_out

Figures = Mapping[str, float]


def main() -> None:
    """Measure each size and print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("laws", type=Path)
    options.add_argument("sizes", type=int, nargs="+")
    options.add_argument("--jobs", type=int, default=1)
    asked = options.parse_args()
    texts = laws(asked.laws)
    found: dict[int, Figures] = {}
    for size in sorted(asked.sizes):
        with tempfile.TemporaryDirectory() as name:
            found[size] = built([*copied(texts, size)], Path(name), asked.jobs)
        sys.stdout.write("\n".join([*table(found), ""]) + "\n")
        sys.stdout.flush()


def copied(texts: Sequence[bytes], size: int) -> Iterator[bytes]:
    """So many texts: those there are, then the same with other figures."""
    return (other_figures(texts[at % len(texts)], at // len(texts)) for at in range(size))


def other_figures(text: bytes, more: int) -> bytes:
    """A text whose figures of two digits and more are greater by a number."""
    if not more:
        return text
    said = text.decode("utf-8", "replace")
    return re.sub(r"[0-9]{2,}", lambda figure: str(int(figure[0]) + more), said).encode()


def built(texts: Iterable[bytes], folder: Path, jobs: int) -> Figures:
    """What a build of some texts makes and takes."""
    content = folder / "content"
    lay_out(texts, content)
    program = [sys.executable, "-m", "digest"]
    places: list[str | Path] = ["--content", content, "--output", folder / "site"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(folder / "caches")}
    took, _ = cost([*program, "build", *places, "--jobs", str(jobs), "--quiet"], environment)
    stats = json.loads(cost([*program, "stats", *places, "--json"], environment)[1])
    pages = (folder / "site").rglob("*.html")
    return {
        **{f"seconds: {stage}": seconds for stage, seconds in stats["seconds"].items()},
        "seconds": took.clock,
        "processor seconds": took.seconds,
        "memory, MB": took.memory,
        "clauses": stats["clauses"],
        "matches": stats["likely"] + stats["possible"],
        "files": stats["files"],
        "megabytes": stats["bytes"] / 1e6,
        "largest page, kB": max(page.stat().st_size for page in pages) / 1e3,
    }


def table(found: Mapping[int, Figures]) -> Iterator[str]:
    """A row a figure, a column a size, then the exponent from each size to the next."""
    sizes = [*found]
    steps = [*pairwise(sizes)]
    heads = ["", *(f"{size:,}" for size in sizes), *(f"exponent to {after:,}" for _, after in steps)]
    yield f"| {' | '.join(heads)} |"
    yield f"|---{'|---:' * (len(heads) - 1)}|"
    for name in found[sizes[-1]]:
        values = [found[size].get(name, 0.0) for size in sizes]
        grown = (
            log(more / less) / log(after / before) if less and more else 0.0
            for (before, after), (less, more) in zip(steps, pairwise(values), strict=True)
        )
        cells = [f"{value:,.0f}" if value >= 100 else f"{value:.3g}" for value in values]
        yield f"| {' | '.join([name, *cells, *(f'{each:.2f}' for each in grown)])} |"


if __name__ == "__main__":
    main()
