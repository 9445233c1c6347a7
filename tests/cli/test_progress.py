"""On a terminal, long work tells how far it is; elsewhere it does not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from running import Run

pty = pytest.importorskip("pty")


def on_terminal(project: Path, folder: Path, *arguments: str | Path) -> str:
    """What a command prints to stderr when that is a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {
        "PYTHONPATH": str(project / "src"),
        "DIGEST_LANG": "en",
        "TERM": "xterm",
        "COLUMNS": "120",
        "XDG_CACHE_HOME": str(folder / "caches"),
    }
    command = [sys.executable, "-m", "digest", *map(str, arguments)]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        said = b""
        while True:
            try:
                more = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            said += more
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())


@pytest.fixture
def content(project: Path) -> Path:
    return project / "tests/sites/good"


def test_stages_counts_and_the_time_left_are_told(project: Path, content: Path, tmp_path: Path) -> None:
    said = on_terminal(project, tmp_path, "build", "--content", content, "--output", tmp_path / "site")
    texts = len(list((content / "policies").iterdir()))
    assert f"0/{texts}" in next(line for line in said.splitlines() if "Reading texts" in line)
    for stage in (
        "Matching pairs of policies",
        "Comparing themes and policies",
        "Making pages",
        "Writing files",
    ):
        assert re.search(rf"{stage} .*\d/[\d?].* time left [-\d]", said), stage


@pytest.mark.parametrize("command", [["search", "补贴"], ["export", "clauses"]])
def test_commands_that_read_everything_tell_it_too(
    project: Path, content: Path, tmp_path: Path, command: list[str]
) -> None:
    assert "Reading texts" in on_terminal(project, tmp_path, *command, "--content", content)


def test_quiet_is_quiet(project: Path, content: Path, tmp_path: Path) -> None:
    assert on_terminal(project, tmp_path, "show", "-q", "city-2024", "--content", content) == ""


def test_pipes_get_no_bar(run: Run, content: Path) -> None:
    assert "Reading texts" not in run("check", "--content", content).err
