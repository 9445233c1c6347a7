"""Commands run as people run them: in a process of their own.

Starting Python and importing the program takes longer than most commands. So a process that has imported all of it, and built
a site, waits, and copies itself for each command: what a command does to its process, it does to the copy. Run as a script,
this file is that process. What is imported too late, or not at all, shows in a process that starts anew only (see ``Run``).
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

NOT_AHEAD = ("digest.__main__", "digest.workers.cluster", "digest.intake")
"""Modules that commands import for themselves: the command line itself, Dask, and the readers of a process of their own."""


class Ran(NamedTuple):
    """What a command left: its exit code, ``out`` the data, ``err`` the messages."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
"""Called with the arguments, and with the environment by name. Where a variable is Python's own (``PYTHON...``), or ``anew``
is true, the command's process starts from nothing."""


class Commands:
    """Runs ``digest`` in copies of the waiting process."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process, self._folder = process, folder

    def run(self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> Ran:
        """Run a command in a folder, with this environment and no other."""
        streams = [self._folder / name for name in ("out", "err")]
        order = (arguments, dict(environment), str(folder), *map(str, streams))
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(order), file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        return Ran(code, *(path.read_text("utf-8") for path in streams))


@contextmanager
def waiting(environment: Mapping[str, str]) -> Iterator[Commands]:
    """The process that waits, started with an environment, until the end of the block."""
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(
            [sys.executable, __file__],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        yield Commands(process, Path(folder))


def _wait() -> None:
    """Copy this process for each line that comes in, and answer with the exit code of the copy."""
    import digest

    for module in walk_packages(digest.__path__, "digest."):
        if not module.name.startswith(NOT_AHEAD):
            import_module(module.name)
    from digest.build import build
    from digest.cli.main import main
    from remembered import remember
    from site_cases import SITES

    remember(pytest.MonkeyPatch())
    with TemporaryDirectory() as site:
        build(SITES / "good", Path(site))
    for line in sys.stdin:
        arguments, environment, folder, *streams = json.loads(line)
        copy = os.fork()
        if not copy:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(environment)
            sys.argv = ["digest", *arguments]
            _connect(*streams)
            main()
        _, status = os.waitpid(copy, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _connect(out: str, err: str) -> None:
    """Let this process read nothing, and write to files."""
    for number, path in enumerate((os.devnull, out, err)):
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
        os.close(file)


if __name__ == "__main__":
    _wait()
