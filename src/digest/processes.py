"""Work in several processes at once. The children are forked, so that what the work needs is not copied;
only its results travel back.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """``work`` of each item, in the order of the items, done by at most ``jobs`` processes.

    A process takes the next item when it has finished one. One job, one item or a system that cannot fork:
    all is done here. What ``work`` raises is raised here.
    """
    count = min(jobs, len(items), os.cpu_count() or 1)
    if count < 2 or "fork" not in get_all_start_methods():
        yield from map(work, items)
        return
    context = get_context("fork")
    next_item = context.Value("i", 0)

    def child(answers: Connection) -> None:
        for receiving, _ in pipes:  # as long as a child keeps them open, none sees that the parent has ended
            receiving.close()
        with suppress(BrokenPipeError):
            take_items(answers)

    def take_items(answers: Connection) -> None:
        while True:
            with next_item.get_lock():
                index, next_item.value = next_item.value, next_item.value + 1
            if index >= len(items):
                break
            try:
                answers.send((index, work(items[index]), None))
            except Exception as error:  # noqa: BLE001  whatever it is, it belongs to the parent
                answers.send((index, None, error))
        answers.close()

    pipes = [context.Pipe(duplex=False) for _ in range(count)]
    children = [context.Process(target=child, args=(sending,)) for _, sending in pipes]
    for process, (_, sending) in zip(children, pipes, strict=True):
        process.start()
        sending.close()
    try:
        yield from _in_order(_answers([receiving for receiving, _ in pipes]))
    finally:
        for process in children:
            process.terminate()
            process.join()


_Answer = tuple[int, Result, Exception | None]


def _answers(pipes: list[Connection]) -> Iterator[_Answer[Result]]:
    """What the children send, as it comes; until all have closed their ends."""
    while pipes:
        ready = wait(pipes)
        for pipe in [each for each in pipes if each in ready]:
            try:
                yield pipe.recv()
            except EOFError:
                pipes.remove(pipe)


def _in_order(answers: Iterator[_Answer[Result]]) -> Iterator[Result]:
    early: dict[int, Result] = {}
    expected = 0
    for index, result, error in answers:
        if error is not None:
            raise error
        early[index] = result
        while expected in early:
            yield early.pop(expected)
            expected += 1
