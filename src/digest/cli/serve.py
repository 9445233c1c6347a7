"""``digest serve``: look at the site on this machine, and see each change at once."""

import contextlib
import os
import signal
from functools import partial
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import options
from digest.cli.printing import tell_built, tell_waiting
from digest.cli.progress import progress_bar

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from digest.server import Versions


@click.command("serve")
@options.content
@options.output
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@options.jobs
def command(content: Path, output: Path, port: int, jobs: int) -> None:
    """Show the site at an address of this machine, until Ctrl-C.

    Where the content folder is at hand, the site is built first, and again whenever a file changes; open pages
    show it at once. While anything is an error, the last good site stays. Drafts are shown, too, so build the site
    again before it goes online.
    """
    from digest.server import Versions, can_serve_aside, server_for, serving_aside

    building = content.is_dir() and can_serve_aside()
    if not building and not (output / "index.html").is_file():
        raise click.UsageError(
            gettext("There is no site in {folder} yet; run `digest build` first.").format(folder=output)
        )
    versions = Versions() if building else None
    try:
        server = server_for(output, port, versions.name if versions else None)
    except OSError as error:
        raise click.UsageError(
            gettext("Port {port} cannot be used ({reason}); try --port 0.").format(
                port=port, reason=error.strerror
            )
        ) from error
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # `kill` ends it as Ctrl-C does
    with server, contextlib.suppress(KeyboardInterrupt):
        if versions is None:
            _say_where(server)
            server.serve_forever()
            return
        with serving_aside(server):
            _say_where(server)
            _rebuild(content, output, jobs, versions)


def _say_where(server: "ThreadingHTTPServer") -> None:
    from digest.server import LOOPBACK

    click.echo(
        gettext("http://{host}:{port}/ (Ctrl-C to stop)").format(host=LOOPBACK, port=server.server_port)
    )


def _rebuild(content: Path, output: Path, jobs: int, versions: "Versions") -> None:
    """Build, and build again after each change, for ever."""
    from digest.live import watch
    from digest.report.fault import fault
    from digest.session import Session

    session = Session(content, os.environ, resident=True)

    def build() -> None:
        try:
            waiting = partial(tell_waiting, output)
            with progress_bar(quiet=False) as progress:
                built = session.build(output, jobs=jobs, progress=progress, waiting=waiting, drafts=True)
        except Exception as error:  # noqa: BLE001 # a template may be half written; the next change mends it
            click.echo(fault(error), err=True)
            return
        tell_built(built, output, "text", quiet=False)
        if built.written:
            versions.next()

    watch([content, content.parent / "templates"], build)
