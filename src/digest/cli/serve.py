"""``digest serve``: look at the site on this machine, and see each change at once."""

import contextlib
import os
import secrets
import signal
import sys
from collections.abc import Iterator
from functools import partial
from gettext import gettext
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from digest.cli import options
from digest.cli.exits import FAULT
from digest.cli.printing import print_built, print_waiting
from digest.cli.progress import progress_bar

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from digest.serving.aside import Aside

_PATIENCE = 1.0
"""Seconds after which a program that was asked to end is asked again."""


@click.command("serve")
@options.content
@options.output
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port of the server. 0 takes a free port.",
)
@options.jobs
def command(content: Path, output: Path, port: int, jobs: int) -> None:
    """Show the site at an address of this machine, until Ctrl-C.

    With a content folder, the site is built first, and again whenever a file changes. Open pages follow. If there is an
    error, the last good site stays, and open pages show what is wrong. Drafts are shown, too, so build the site again
    before it goes online.
    """
    from digest.serving.aside import can_serve_aside, serving_aside
    from digest.serving.server import server_for
    from digest.serving.state import Board, State

    building = content.is_dir() and can_serve_aside()
    if not building and not (output / "index.html").is_file():
        raise click.UsageError(
            gettext("There is no site in {folder} yet. Run `digest build` first.").format(folder=output)
        )
    run = secrets.token_hex(4)  # after another start all pages are out of date
    board = Board(State(f"{run}-0")) if building else None
    try:
        server = server_for(output, port, board)
    except OSError as error:
        raise click.UsageError(
            gettext("Port {port} cannot be used ({reason}). Try --port 0.").format(
                port=port, reason=error.strerror
            )
        ) from error
    with server, _until_asked_to_end():
        if board is None:
            if content.is_dir():
                click.echo(
                    gettext(
                        "On this system, serve does not build the site again. Run `digest build` after a "
                        "change."
                    ),
                    err=True,
                )
            _say_where(server)
            server.serve_forever()
            return
        with serving_aside(server, board) as aside:
            _say_where(server)
            _rebuild(content, output, jobs, run, aside)
        click.echo(gettext("The server has ended."), err=True)
        sys.exit(FAULT)


@contextlib.contextmanager
def _until_asked_to_end() -> Iterator[None]:
    """Leave the block at Ctrl-C, at `kill`, and when the terminal is closed (unless somebody wants the program to outlive it)."""
    with contextlib.suppress(KeyboardInterrupt):
        if sys.platform == "win32":
            yield
            return
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, _end)
        signal.signal(signal.SIGALRM, _end)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _end(number: int, frame: FrameType | None) -> None:
    """Interrupt the program, and once more if it goes on: Python ignores what is raised while it drops the lock of a module
    that it has imported, or any other value that is told of its end."""
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    signal.default_int_handler(number, frame)


def _say_where(server: "ThreadingHTTPServer") -> None:
    from digest.serving.server import LOOPBACK

    click.echo(
        gettext("http://{host}:{port}/ (Ctrl-C to stop)").format(host=LOOPBACK, port=server.server_port)
    )


def _rebuild(content: Path, output: Path, jobs: int, run: str, aside: "Aside") -> None:
    """Build, and build again after each change, until the server has ended."""
    from digest.output.fault import fault
    from digest.serving.state import Failure, State, failure_by, failure_of
    from digest.serving.watching import changes
    from digest.session import Session

    session = Session(content, os.environ, resident=True)
    waiting = partial(print_waiting, output)
    number = 0
    failure: Failure | None = None

    def shown() -> None:
        nonlocal number
        number += 1
        aside.show(State(f"{run}-{number}", failure))

    for _ in changes([content, content.parent / "templates"], output, aside.ended):
        try:
            with progress_bar(quiet=False) as progress:
                built = session.build(
                    output, jobs=jobs, progress=progress, waiting=waiting, shown=shown, drafts=True
                )
        except Exception as error:  # noqa: BLE001 # a template may be half written; the next change fixes it
            click.echo(fault(error), err=True)
            failure = failure_by(error)
        else:
            print_built(built, output, "text", quiet=False)
            failure = failure_of(built.problems)
            number += bool(built.written)
        aside.show(State(f"{run}-{number}", failure))
