"""``digest new``: a site to start from."""

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
        raise click.UsageError(f"{folder / 'content'} is there already; nothing was changed.") from error
    except OSError as error:
        raise click.UsageError(f"{folder} cannot be written: {error.strerror}.") from error
    click.echo(f"{content} is ready. Next: cd {folder} && digest build && digest serve", err=True)
