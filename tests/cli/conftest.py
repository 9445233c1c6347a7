"""A command to run in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Commands, Ran, Run, waiting


@pytest.fixture(scope="session")
def environment(project: Path) -> dict[str, str]:
    """That of commands: the program of this repository, which speaks English, with its warnings as errors."""
    return os.environ | {"PYTHONPATH": str(project / "src"), "PYTHONWARNINGS": "error", "DIGEST_LANG": "en"}


@pytest.fixture(scope="session")
def commands(environment: dict[str, str]) -> Iterator[Commands]:
    with waiting(environment) as commands:
        yield commands


@pytest.fixture
def run(tmp_path: Path, commands: Commands, environment: dict[str, str]) -> Run:
    """Run ``digest`` in an empty folder, with its warnings as errors."""
    return _running(tmp_path, commands, environment)


@pytest.fixture(scope="module")
def run_before(
    tmp_path_factory: pytest.TempPathFactory, commands: Commands, environment: dict[str, str]
) -> Run:
    """The same for what all tests of a file begin with."""
    return _running(tmp_path_factory.mktemp("before"), commands, environment)


def _running(folder: Path, commands: Commands, environment: dict[str, str]) -> Run:
    def digest(*arguments: str | Path, anew: bool = False, **variables: str) -> Ran:
        words, env = [*map(str, arguments)], environment | variables
        if not anew and not any(name.startswith("PYTHON") for name in variables):
            return commands.run(words, env, folder)
        command = [sys.executable, "-m", "digest", *words]
        done = subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return digest
