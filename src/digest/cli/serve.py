"""``digest serve``: look at the site on this machine."""

import contextlib
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options


@click.command("serve")
@options.output
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
def command(output: Path, port: int) -> None:
    """Show the built site at an address of this machine, until Ctrl-C."""
    from digest.server import LOOPBACK, server_for

    if not (output / "index.html").is_file():
        raise click.UsageError(
            gettext("There is no site in {folder} yet; run `digest build` first.").format(folder=output)
        )
    try:
        server = server_for(output, port)
    except OSError as error:
        raise click.UsageError(
            gettext("Port {port} cannot be used ({reason}); try --port 0.").format(
                port=port, reason=error.strerror
            )
        ) from error
    with server, contextlib.suppress(KeyboardInterrupt):
        click.echo(
            gettext("http://{host}:{port}/ (Ctrl-C to stop)").format(host=LOOPBACK, port=server.server_port)
        )
        server.serve_forever()
