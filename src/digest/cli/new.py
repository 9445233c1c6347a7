"""``digest new``: a site to start from."""

from gettext import gettext
from pathlib import Path

import click


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Write a small working site into FOLDER."""
    from digest.new_site import new_site

    try:
        content = new_site(folder)
    except FileExistsError as error:
        raise click.UsageError(
            gettext("{folder} is there already; nothing was changed.").format(folder=folder / "content")
        ) from error
    except OSError as error:
        raise click.UsageError(
            gettext("{folder} cannot be written: {reason}.").format(folder=folder, reason=error.strerror)
        ) from error
    click.echo(
        gettext("{content} is ready. Next: cd {folder} && digest build && digest serve").format(
            content=content, folder=folder
        ),
        err=True,
    )
