"""Work in several processes gives what it gives in one; none of them outlives the one that started them."""

import os
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from digest.workers import Workers, WorkersFailed, open_workers
from digest.workers.processes import open_processes


def slow_first(factor: int, item: int) -> int:
    time.sleep(0.05 if item == 0 else 0)
    return item * factor


def who(_: object, __: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def same(value: list[int], _: int) -> int:
    return id(value)


def die(_: object, item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def big(folder: Path, _: int) -> bytes:
    (folder / str(os.getpid())).touch()
    return bytes(1_000_000)  # more than a pipe holds


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    with open_workers(jobs) as workers:
        assert list(workers.map(slow_first, workers.share(10), range(30))) == list(range(0, 300, 10))


@pytest.mark.parametrize("at_once", [True, False])
def test_several_processes_do_the_work(at_once: bool) -> None:
    with open_workers(2, at_once=at_once) as workers:
        found = set(workers.map(who, workers.share(None), range(6)))
    assert len(found) == 2
    assert os.getpid() not in found


def test_a_shared_value_is_read_once_by_each_process() -> None:
    with open_workers(2) as workers:
        shared = workers.share([1] * 100_000)
        assert len(set(workers.map(same, shared, range(20)))) <= 2


def test_a_worker_that_is_killed_is_a_problem() -> None:
    with open_workers(2) as workers, pytest.raises(WorkersFailed) as failed:
        list(workers.map(die, workers.share(None), range(50)))
    assert failed.value.problem.code == "B107"


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("digest.workers.processes.ProcessPoolExecutor", full)
    with open_processes(2) as workers:
        assert set(workers.map(who, workers.share(None), range(3))) == {os.getpid()}


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_when_the_one_that_started_them_ends(tmp_path: Path, end: signal.Signals) -> None:
    def parent() -> None:
        with open_workers(2) as workers:
            for _ in workers.map(big, workers.share(tmp_path), range(9)):
                time.sleep(60)

    process = get_context("fork").Process(target=parent)
    process.start()
    wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
    os.kill(process.pid or 0, end)
    process.join()
    children = [int(path.name) for path in tmp_path.iterdir()]
    wait_until(lambda: not any(alive(child) for child in children))


def test_workers_leave_ctrl_c_to_the_builder() -> None:
    with open_workers(2) as workers:
        for process in set(workers.map(who, workers.share(None), range(6))):
            os.kill(process, signal.SIGINT)
        assert list(workers.map(slow_first, workers.share(1), range(9))) == list(range(9))


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


def test_one_job_needs_no_workers() -> None:
    with open_workers(1) as workers:
        assert isinstance(workers, Workers)
        assert set(workers.map(who, workers.share(None), range(3))) == {os.getpid()}
