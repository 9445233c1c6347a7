"""Workers in processes of this machine."""

import os
import pickle
import signal
from collections.abc import Iterator
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Any

from digest.workers.seam import Sent, Workers


@contextmanager
def open_processes(jobs: int, *, at_once: bool = True) -> Iterator[Workers]:
    """Workers in ``jobs`` processes, forked ``at_once`` or when there is work for them; they end with this process, however
    it ends. Where the system starts no processes, this one does the work."""
    with TemporaryFile(prefix="digest-") as file:
        pool = _pool(jobs, at_once=at_once)
        if pool is None:
            yield Workers()
            return
        try:
            yield Workers(pool, _Store(file).keep, lambda: jobs)
        finally:
            pool.shutdown(cancel_futures=True)


def _pool(jobs: int, *, at_once: bool) -> ProcessPoolExecutor | None:
    """The executor; None where there can be none."""
    if "fork" not in get_all_start_methods():
        return None
    try:
        pool = ProcessPoolExecutor(jobs, get_context("fork"), initializer=_begin)
        if at_once:
            pool.submit(int)  # with the first call all processes are forked, then the pool starts its threads
    except (OSError, NotImplementedError, ImportError):  # no more processes, or no semaphores of the system
        return None
    return pool


def _begin() -> None:
    """What a worker does first. Ctrl-C and the end of a terminal reach all processes, and the builder decides what they
    mean; what it does with other signals is none of the workers' business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_builder, daemon=True).start()


def _end_with_builder() -> None:
    """End this worker when the builder has ended: it would wait for work for ever."""
    builder = parent_process()
    if builder is not None:
        wait([builder.sentinel])
        os._exit(1)


class _Store:
    """Keeps values for the workers in a file without a name, which they have open since they were forked. Unlike a file
    with a name it vanishes with the processes, even when they are killed."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def keep(self, value: object) -> "_Kept":
        """Write a value down."""
        start = self._file.seek(0, os.SEEK_END)
        pickle.dump(value, self._file, protocol=5)
        self._file.flush()
        return _Kept(self._file.fileno(), start, self._file.tell() - start)


@dataclass(frozen=True, slots=True)
class _Kept(Sent):
    """Where a value is written down: an open file, and a stretch of bytes in it."""

    file: int
    start: int
    size: int

    def load(self) -> Any:
        return _loaded(self)


@lru_cache(maxsize=2)
def _loaded(kept: _Kept) -> Any:
    """A value that was written down, read once for all calls in a row that need it."""
    return pickle.loads(_bytes(kept))  # noqa: S301 # the builder has written it


def _bytes(kept: _Kept) -> bytes:
    found = b""
    while len(found) < kept.size:  # one read of a large file may give less
        found += os.pread(kept.file, kept.size - len(found), kept.start + len(found))
    return found
