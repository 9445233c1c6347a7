"""A server beside the builder, in a process of its own: the builder forks, which is not safe beside threads.

Neither outlives the other. A pipe carries what the builder says; once it is closed, or the builder gone, the server
ends. The port is the server's alone, so that it is free as soon as that has ended.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import NamedTuple

from digest.serving.state import Board, State

_LOOK = 1.0
"""Seconds between two looks at whether the builder is alive. Its own children may hold the pipe open for a while."""

_ENDS = {each for each in signal.Signals if each.name in {"SIGINT", "SIGTERM", "SIGHUP"}}
"""What asks a program to end."""


class Aside(NamedTuple):
    """The server, seen by the builder. ``ended`` can be waited for: it is ready once the server has ended."""

    ended: int
    pipe: Connection

    def show(self, state: State) -> None:
        """Let the open pages show a state. A server that has ended is told nothing."""
        with suppress(OSError):
            self.pipe.send(state)


def can_serve_aside() -> bool:
    """Whether this system lets a server run beside the builder."""
    return "fork" in get_all_start_methods()


@contextmanager
def serving_aside(server: ThreadingHTTPServer, board: Board) -> Iterator[Aside]:
    """Serve in a process of its own until the end of the block; ``board`` is what the server shows."""
    fork = get_context("fork")
    receiving, sending = fork.Pipe(duplex=False)
    process = fork.Process(target=_serve, args=(server, board, receiving, sending, os.getpid()), daemon=True)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)  # what comes while it starts, comes when it has
    process.start()
    receiving.close()
    server.server_close()
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        yield Aside(process.sentinel, sending)
    finally:
        sending.close()
        process.terminate()
        process.join()


def _serve(
    server: ThreadingHTTPServer, board: Board, receiving: Connection, sending: Connection, builder: int
) -> None:
    sending.close()  # else the pipe would never be closed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the builder, which ends this process ...
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # ... so
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDS)
    Thread(target=_listen, args=(server, board, receiving, builder), daemon=True).start()
    server.serve_forever()


def _listen(server: ThreadingHTTPServer, board: Board, receiving: Connection, builder: int) -> None:
    """Post what the builder says, until it has ended; then end the server."""
    with suppress(EOFError, OSError):
        while os.getppid() == builder:
            if receiving.poll(_LOOK):
                board.post(receiving.recv())
    server.shutdown()
