"""The clause trees of the policies in content/, as text. `make golden` rewrites them; review the diff."""

from collections.abc import Callable
from pathlib import Path

import pytest

from digest.output.tree import tree
from digest.parse import parse
from digest.read.source import read_source
from parsing import title_words

POLICIES = sorted(
    path.parent for path in (Path(__file__).parents[2] / "content/policies").glob("*/source.txt")
)


@pytest.mark.parametrize("folder", POLICIES, ids=lambda folder: folder.name)
def test_clause_tree(folder: Path, golden: Callable[[str, str], None]) -> None:
    source, _ = read_source(folder / "source.txt")
    assert source is not None
    document, problems = parse(source, title_words(), folder.name)
    report = "".join(f"{found.code} {found.line}:{found.column} {found.message}\n" for found in problems)
    golden(f"{folder.name}/clauses.txt", tree(document))
    golden(f"{folder.name}/problems.txt", report)
