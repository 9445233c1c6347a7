"""``digest serve``: look at the site on this machine."""

import contextlib
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
        raise click.UsageError(f"There is no site in {output} yet; run `digest build` first.")
    try:
        server = server_for(output, port)
    except OSError as error:
        raise click.UsageError(f"Port {port} cannot be used ({error.strerror}); try --port 0.") from error
    with server, contextlib.suppress(KeyboardInterrupt):
        click.echo(f"http://{LOOPBACK}:{server.server_port}/ (Ctrl-C to stop)")
        server.serve_forever()
