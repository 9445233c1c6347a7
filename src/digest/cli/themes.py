"""``digest themes``: the themes of measures."""

import sys
from pathlib import Path

import click

from digest.cli import options
from digest.cli.printing import tell, verdict


@click.group("themes")
def command() -> None:
    """Look after the themes of measures."""


@command.command("suggest")
@options.content
@click.option(
    "--most", type=click.IntRange(min=1), default=10, show_default=True, help="How many themes to propose."
)
@options.quiet
def suggest(content: Path, most: int, *, quiet: bool) -> None:
    """Propose new themes from measures that have none, as rows for themes.toml to name and prune."""
    from digest.suggesting import suggestions_toml

    rows, problems = suggestions_toml(content, most)
    tell(problems, quiet=True)
    if rows is None:
        sys.exit(verdict(problems))
    click.echo(rows, nl=False)
    if not rows and not quiet:
        click.echo("Every group of measures has a theme.", err=True)
