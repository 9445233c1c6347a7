"""A command to run in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Commands, Ran, Run, waiting


@pytest.fixture(scope="session")
def commands(project: Path) -> Iterator[Commands]:
    with waiting(os.environ | _own(project)) as commands:
        yield commands


@pytest.fixture
def run(tmp_path: Path, commands: Commands, project: Path) -> Run:
    """Run ``digest`` in an empty folder, with its warnings as errors."""
    return _running(tmp_path, commands, _own(project))


@pytest.fixture(scope="module")
def run_before(tmp_path_factory: pytest.TempPathFactory, commands: Commands, project: Path) -> Run:
    """The same for what all tests of a file begin with."""
    return _running(tmp_path_factory.mktemp("before"), commands, _own(project))


def _own(project: Path) -> dict[str, str]:
    """Variables of each command."""
    return {"PYTHONPATH": str(project / "src"), "PYTHONWARNINGS": "error", "DIGEST_LANG": "en"}


def _running(folder: Path, commands: Commands, own: dict[str, str]) -> Run:
    def digest(*arguments: str | Path, anew: bool = False, **variables: str) -> Ran:
        words, env = [*map(str, arguments)], os.environ | own | variables
        if not anew and not any(name.startswith("PYTHON") for name in variables):
            return commands.run(words, env, folder)
        command = [sys.executable, "-m", "digest", *words]
        done = subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return digest
