"""Work in several processes gives what it gives in one."""

import os
import time

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
