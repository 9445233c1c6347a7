"""Takes each rule out of its table in turn, runs the tests nearby, and prints the rules that no test missed.

    python tests/bench/mutations.py [--only WORDS] [--each N] [FILE ...]

Rules are found in the source: the elements of a table (a tuple of a module) that are calls of a class of rows. The tests run
in a copy of the project; nothing here is changed. ``--only`` takes tables whose name has these words, ``--each`` every Nth rule.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
ROWS = {"Rule", "FigureRule", "GrammarRow", "Opening", "Duration", "EdgeWords"}
NEAR = {
    "parse": ("tests/unit/test_rules.py", "tests/unit/parse"),
    "enrich": ("tests/unit/test_rules.py", "tests/unit/enrich"),
}


class Mutant(NamedTuple):
    """A rule of a table: its lines in a file, from 1 and with the last."""

    path: Path
    table: str
    first: int
    last: int
    text: str


def mutants(path: Path) -> Iterator[Mutant]:
    """All rules of a file whose lines hold nothing else."""
    source = path.read_text("utf-8")
    lines = source.splitlines()
    for node in ast.parse(source).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if not isinstance(target, ast.Name) or not isinstance(value, ast.Tuple):
            continue
        for row in value.elts:
            if isinstance(row, ast.Call) and isinstance(row.func, ast.Name) and row.func.id in ROWS:
                last = row.end_lineno or row.lineno
                yield Mutant(
                    path, target.id, row.lineno, last, " ".join("".join(lines[row.lineno - 1 : last]).split())
                )


def survives(mutant: Mutant, copy: Path) -> bool:
    """Whether the tests nearby pass without a rule."""
    file = copy / mutant.path.relative_to(ROOT)
    source = file.read_text("utf-8")
    lines = source.splitlines(keepends=True)
    file.write_text("".join(lines[: mutant.first - 1] + lines[mutant.last :]), "utf-8")
    tests = NEAR[mutant.path.relative_to(ROOT / "src" / "digest").parts[0]]
    try:
        asked = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        around = {
            **os.environ,
            "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy / 'tests'}",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(asked, cwd=copy, env=around, capture_output=True, check=False).returncode == 0
    finally:
        file.write_text(source, "utf-8")


def main() -> None:
    """Print the survivors; exit code 1 when there are any."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--only", default="")
    options.add_argument("--each", type=int, default=1)
    options.add_argument("files", nargs="*", type=Path)
    asked = options.parse_args()
    files = [file.resolve() for file in asked.files] or sorted(
        file for stage in NEAR for file in (ROOT / "src" / "digest" / stage).rglob("*.py")
    )
    taken = [each for file in files for each in mutants(file) if asked.only in each.table][:: asked.each]
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("src", "tests", "content", "templates"):
            ignored = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(ROOT / name, copy / name, ignore=ignored)
        shutil.copy(ROOT / "pyproject.toml", copy)
        for mutant in taken:
            if survives(mutant, copy):
                survivors += 1
                place = f"{mutant.path.relative_to(ROOT)}:{mutant.first}"
                sys.stdout.write(f"{place} {mutant.table}: {mutant.text[:100]}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{survivors} of {len(taken)} rules are missed by no test\n")
    sys.exit(survivors > 0)


if __name__ == "__main__":
    main()
