"""The seam: what a build asks of workers of any kind."""

import pickle
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from digest.model.problem import Problem, problem
from digest.model.raised import RaisedElsewhere, describe

Item = TypeVar("Item")
Value = TypeVar("Value")
Result = TypeVar("Result")


class WorkersFailed(Exception):  # noqa: N818 # reads as what happened
    """The workers cannot be reached, or were lost before their work was done."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.problem = found


class Sent(ABC):
    """What stands for a shared value on its way to workers that do not receive the value itself."""

    @abstractmethod
    def load(self) -> Any:
        """The value, for a worker; the same object in each call of one process."""


@dataclass(eq=False)
class Shared(Generic[Value]):
    """A value that many calls share. It is sent to the workers once, when the first call needs it; ``sent`` is what calls
    receive in its place."""

    value: Value
    sent: Any = None


class Workers:
    """Who does the work of a build: those behind an ``executor``, or without one this process.

    ``send`` takes a shared value and returns what calls receive in its place: something that the executor turns into the
    value, or a ``Sent``. ``count`` says how many blocks can be worked on at a time.
    """

    def __init__(
        self,
        executor: Executor | None = None,
        send: Callable[[Any], Any] = lambda value: value,
        count: Callable[[], int] = lambda: 1,
    ) -> None:
        self._executor, self._send, self._count = executor, send, count

    def share(self, value: Value) -> Shared[Value]:
        """A value for calls of ``map``; it must be picklable."""
        return Shared(value)

    def map(
        self,
        function: Callable[[Value, Item], Result],
        shared: Shared[Value],
        blocks: Iterable[Item],
    ) -> Iterator[Result]:
        """What a function makes of a shared value and each block, in the order of the blocks.

        Blocks are taken as they are needed: twice as many as there are workers are under way or wait for their turn, so
        neither blocks nor results pile up. A single block is done here: sending it would take longer. What the function
        raises comes as it is from here, and as RaisedElsewhere from a worker. Raises WorkersFailed (B107) when workers
        are lost.
        """
        rest = iter(blocks)
        first = list(islice(rest, 2)) if self._executor else []
        blocks = chain(first, rest)
        if self._executor is None or len(first) < 2:
            for block in blocks:
                yield function(shared.value, block)
            return
        yield from self._map(self._executor, function, shared, blocks)

    def _map(
        self,
        executor: Executor,
        function: Callable[[Value, Item], Result],
        shared: Shared[Value],
        blocks: Iterable[Item],
    ) -> Iterator[Result]:
        under_way: deque[Future[bytes]] = deque()
        try:
            with _unless_lost():
                shared.sent = self._send(shared.value) if shared.sent is None else shared.sent
                most = 2 * max(1, self._count())
            for block in blocks:
                packed = pickle.dumps(block, protocol=5)
                with _unless_lost():
                    under_way.append(executor.submit(_work, function, shared.sent, packed))
                if len(under_way) > most:
                    yield _result(under_way.popleft())
            while under_way:
                yield _result(under_way.popleft())
        finally:
            for future in under_way:
                future.cancel()


def in_blocks(items: Iterable[Item], weight: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Neighbouring items in blocks of about the same work: the weights of each come to no more than ``most``, unless one
    item alone has more."""
    block: list[Item] = []
    total = 0
    for item in items:
        own = weight(item)
        if block and total + own > most:
            yield block
            block, total = [], 0
        block.append(item)
        total += own
    if block:
        yield block


def _work(function: Callable[[Any, Any], object], sent: object, packed: bytes) -> bytes:
    """What a worker does for a block. An exception loses its traceback on its way back, and some cannot be pickled at all,
    so it goes as a description."""
    try:
        value = sent.load() if isinstance(sent, Sent) else sent
        return pickle.dumps(function(value, pickle.loads(packed)), protocol=5)  # noqa: S301 # this build has sent it
    except Exception as error:  # noqa: BLE001 # whatever it is, the build reports it
        raise RaisedElsewhere(describe(error)) from None


def _result(future: "Future[bytes]") -> Any:
    with _unless_lost():
        packed = future.result()
    return pickle.loads(packed)  # noqa: S301 # the workers are trusted, see docs/scale.md


@contextmanager
def _unless_lost() -> Iterator[None]:
    """Exceptions that no work has raised come from the executor: it has lost its workers."""
    try:
        yield
    except RaisedElsewhere:
        raise
    except Exception as error:
        raise WorkersFailed(problem("B107", reason=describe(error).summary)) from error
