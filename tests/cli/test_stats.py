"""``digest stats`` tells what the last build made, and how long each stage took."""

import json
from pathlib import Path

import pytest

from digest.model.progress import Stage
from digest.stopwatch import Stopwatch
from running import Run


def test_a_build_is_told_in_figures(project: Path, tmp_path: Path, run: Run) -> None:
    content, site = project / "tests/sites/good", tmp_path / "site"
    folders, cache = ("--content", content, "--output", site), {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert run("build", *folders, **cache).code == 0
    told = json.loads(run("stats", "--json", *folders, **cache).out)
    files = [path for path in site.rglob("*") if path.is_file() and path.name != ".digest-files"]
    assert told["policies"] == len(list((content / "policies").iterdir()))
    assert told["clauses"] == len(list(site.glob("p/*/*/index.html")))
    assert told["files"] == len(files)
    assert told["bytes"] == sum(path.stat().st_size for path in files)
    assert told["pages"] == sum(path.suffix == ".html" for path in files)
    assert list(told["seconds"]) == ["read", "parse", "match", "compare", "render", "write"]
    lines = [line.split() for line in run("stats", *folders, **cache).out.splitlines()]
    assert ["clauses", str(told["clauses"])] in lines
    shown = {line[0]: line[-1] for line in lines if line}
    # Each form rounds for itself: 0.1054 is 0.105 in one and 0.11 in the other.
    assert float(shown["matching"]) == pytest.approx(told["seconds"]["match"], abs=0.006)


def test_without_a_build_the_next_step_is_named(project: Path, tmp_path: Path, run: Run) -> None:
    told = run(
        "stats",
        "--content",
        project / "tests/sites/good",
        "--output",
        tmp_path / "site",
        XDG_CACHE_HOME=str(tmp_path),
    )
    assert told.code == 1
    assert "digest build" in told.err


def test_time_goes_to_the_stage_that_was_told_last() -> None:
    heard: list[Stage] = []
    times = iter([0.0, 2.0, 5.0, 9.0])
    watch = Stopwatch(lambda stage, _done, _total: heard.append(stage), lambda: next(times))
    watch("parse", 0, 2)
    watch("parse", 1, 2)
    watch("match", 0, 0)
    assert watch.seconds() == {"read": 2.0, "parse": 3.0, "match": 4.0}
    assert heard == ["parse", "parse", "match"]
