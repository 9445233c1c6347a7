"""Work that is done elsewhere gives what it gives here, in order, and a shared value is sent once."""

import operator
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from digest.model.raised import RaisedElsewhere
from digest.workers import Workers, WorkersFailed, in_blocks


class Counting(Executor):
    """An executor that works when it is asked to, and notes what it was given."""

    def __init__(self) -> None:
        self.sent: list[object] = []
        self.calls = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.calls += 1
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001
            future.set_exception(error)
        return future

    def send(self, value: object) -> object:
        self.sent.append(value)
        return value


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def workers(counting: Counting) -> Workers:
    return Workers(counting, counting.send, lambda: 2)


SQUARES = {number: number**2 for number in range(50)}


def test_a_shared_value_is_sent_once(workers: Workers, counting: Counting) -> None:
    shared = workers.share(SQUARES)
    assert counting.sent == []
    assert list(workers.map(operator.getitem, shared, range(50))) == list(SQUARES.values())
    assert list(workers.map(operator.getitem, shared, range(3))) == [0, 1, 4]
    assert counting.sent == [SQUARES]
    assert counting.calls == 53


@pytest.mark.parametrize("blocks", [[], [7]])
def test_little_work_is_done_here(workers: Workers, counting: Counting, blocks: list[int]) -> None:
    assert list(workers.map(operator.getitem, workers.share(SQUARES), blocks)) == [n**2 for n in blocks]
    assert (counting.sent, counting.calls) == ([], 0)


def test_blocks_are_taken_as_they_are_needed(workers: Workers, counting: Counting) -> None:
    taken = 0

    def blocks() -> Iterator[int]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield number

    results = workers.map(operator.getitem, workers.share(SQUARES), blocks())
    assert [next(results) for _ in range(10)] == [number**2 for number in range(10)]
    assert taken == counting.calls == 14


def test_without_workers_one_block_is_made_after_the_other() -> None:
    taken: list[int] = []

    def blocks() -> Iterator[int]:
        for number in range(9):
            taken.append(number)
            yield number

    results = Workers().map(operator.getitem, Workers().share(SQUARES), blocks())
    assert (next(results), taken) == (0, [0])
    assert list(results) == [1, 4, 9, 16, 25, 36, 49, 64]


def test_results_come_in_the_order_of_the_blocks() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = Workers(pool, count=lambda: 4).map(operator.getitem, Workers().share(SQUARES), range(50))
        assert list(found) == list(SQUARES.values())


def test_what_goes_wrong_says_where(workers: Workers) -> None:
    with pytest.raises(RaisedElsewhere) as raised:
        list(workers.map(operator.getitem, workers.share(SQUARES), [1, 2, 99]))
    assert raised.value.raised.summary == "KeyError: 99"
    assert raised.value.raised.steps[-1].function == "_work"
    with pytest.raises(KeyError):
        list(Workers().map(operator.getitem, Workers().share(SQUARES), [1, 2, 99]))


def test_workers_that_are_lost_are_a_problem(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> Future[Any]:
        raise RuntimeError("cannot schedule new futures")

    monkeypatch.setattr(Counting, "submit", lost)
    with pytest.raises(WorkersFailed) as failed:
        list(workers.map(operator.getitem, workers.share(SQUARES), range(5)))
    assert failed.value.problem.code == "B107"
    assert "cannot schedule new futures" in failed.value.problem.message


def test_blocks_are_of_about_the_same_work() -> None:
    items = [3, 3, 3, 9, 20, 1, 0, 0, 9, 1]
    assert list(in_blocks(items, int, 10)) == [[3, 3, 3], [9], [20], [1, 0, 0, 9], [1]]
    assert list(in_blocks([], int, 10)) == []
