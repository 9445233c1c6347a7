"""Work in several processes gives what it gives in one."""

import os
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from digest.processes import in_processes


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    def slow_first(item: int) -> int:
        time.sleep(0.02 if item == 0 else 0)
        return item * 10

    assert list(in_processes(slow_first, range(7), jobs)) == [0, 10, 20, 30, 40, 50, 60]


def test_several_processes_do_the_work() -> None:
    def who(_: int) -> int:
        time.sleep(0.05)
        return os.getpid()

    assert os.getpid() not in set(in_processes(who, range(4), 2)) or os.cpu_count() == 1


def test_what_goes_wrong_is_raised_here() -> None:
    def fail(item: int) -> int:
        if item == 2:
            raise ValueError("two")
        return item

    with pytest.raises(ValueError, match="two"):
        list(in_processes(fail, range(4), 2))


def test_nothing_to_do() -> None:
    assert list(in_processes(str, [], 3)) == []


def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path: Path) -> None:
    def big(item: int) -> bytes:
        (tmp_path / str(os.getpid())).touch()
        return bytes(1_000_000)  # more than a pipe holds: without a reader the child would wait for ever

    def parent() -> None:
        for _ in in_processes(big, range(9), 2):
            time.sleep(60)

    process = get_context("fork").Process(target=parent)
    process.start()
    wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    children = [int(path.name) for path in tmp_path.iterdir()]
    wait_until(lambda: not any(alive(child) for child in children))


def wait_until(so: Callable[[], bool]) -> None:
    for _ in range(500):
        if so():
            return
        time.sleep(0.02)
    pytest.fail("it never came to be so")


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and was not asked for its code (state Z) does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
