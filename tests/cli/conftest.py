"""A command to run in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from running import Ran, Run


@pytest.fixture
def run(tmp_path: Path, project: Path) -> Run:
    """Run ``digest`` in an empty folder, with its warnings as errors."""

    def digest(*arguments: str | Path, **environment: str) -> Ran:
        env = (
            os.environ
            | {"PYTHONPATH": str(project / "src"), "PYTHONWARNINGS": "error", "DIGEST_LANG": "en"}
            | environment
        )
        command = [sys.executable, "-m", "digest", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return digest
