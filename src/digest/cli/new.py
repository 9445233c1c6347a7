"""``digest new``: a site to start from, and what its host needs."""

from gettext import gettext
from pathlib import Path

import click


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--host",
    type=click.Choice(["github", "nginx", "zip"]),
    help="Also write the files that this kind of host needs. If the folder already has a site, only these "
    "are written.",
)
def command(folder: Path, host: str | None) -> None:
    """Write a small working site into FOLDER.

    --host github adds a workflow that checks the content and puts the site online. --host nginx adds a server block with
    the security headers. --host zip adds a note on how to upload the site as one file. No existing file is overwritten.
    """
    from digest.new_site import new_site

    try:
        if host is None or not (folder / "content").exists():
            content = new_site(folder)
            said = gettext("{content} is ready. Next: cd {folder} && digest build && digest serve")
            click.echo(said.format(content=content, folder=folder), err=True)
        if host:
            _prepare(folder, host)
    except FileExistsError as error:
        raise click.UsageError(
            gettext("{folder} exists already. Nothing was changed.").format(folder=folder / "content")
        ) from error
    except OSError as error:
        raise click.UsageError(
            gettext("{folder} cannot be written: {reason}.").format(folder=folder, reason=error.strerror)
        ) from error


def _prepare(folder: Path, host: str) -> None:
    from digest.hosting import prepare

    prepared = prepare(folder, host)
    for path in prepared.written:
        click.echo(gettext("{file} was written.").format(file=path), err=True)
    for path in prepared.kept:
        click.echo(gettext("{file} exists already and is not changed.").format(file=path), err=True)
    click.echo(prepared.next_step, err=True)
