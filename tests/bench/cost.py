"""What programs take: processor seconds of a process and all it starts, seconds by the clock, and the most memory at a
time. ``python cost.py PROGRAM ARGUMENT...`` prints the three, then what the program printed.

Call it in a small process: a child's memory begins with that of the process which starts it. It reads Linux's /proc.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.05
"""Seconds between two looks at the memory, at least."""
REST = 50
"""Between two looks so many times as long as one takes: to look at gigabytes is work for the processor that is measured."""


class Cost(NamedTuple):
    """What a process took: processor seconds, seconds by the clock, and the most memory in MB."""

    seconds: float
    clock: float
    memory: float


def cost(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> tuple[Cost, str]:
    """What a command takes, and what it prints. CalledProcessError when it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, stdout=said, env=environment) as child:
        most = 0.0
        while not (waited := os.wait4(child.pid, os.WNOHANG))[0]:
            looked = time.perf_counter()
            most = max(most, memory(child.pid))
            time.sleep(max(PAUSE, REST * (time.perf_counter() - looked)))
        clock = time.perf_counter() - started
        _, status, usage = waited
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        printed = said.read().decode()
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, clock, max(most, usage.ru_maxrss / 1024)), printed


def seconds(process: int) -> float:
    """The processor seconds so far of a process and all it started."""
    return sum(each.seconds for each in _tree(process))


def memory(process: int) -> float:
    """The megabytes that a process and all it started hold; what several share counts once."""
    held = 0
    for each in _tree(process):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{each.process}/smaps_rollup").read_text("utf-8").splitlines()
            held += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return held / 1024


class _Running(NamedTuple):
    """A process, who started it, and its processor seconds with those of the children it waited for."""

    process: int
    parent: int
    seconds: float


def _tree(process: int) -> list[_Running]:
    """A process, and those that came from it and still run."""
    running = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = (folder / "stat").read_text("utf-8", "replace").rpartition(") ")[2].split()
            spent = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
            running.append(_Running(int(folder.name), int(fields[1]), spent))
    found = [each for each in running if each.process == process]
    for known in found:  # grows as it goes
        found += [each for each in running if each.parent == known.process]
    return found


def main(command: Sequence[str]) -> None:
    """Run, wait, print."""
    taken, said = cost(command)
    sys.stdout.write(f"{json.dumps(taken)}\n{said}")


if __name__ == "__main__":
    main(sys.argv[1:])
