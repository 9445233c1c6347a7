"""``digest themes``: the themes of measures."""

import sys
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.loading import loaded
from digest.cli.printing import print_problems, verdict


@click.group("themes")
def command() -> None:
    """Manage the themes of measures."""


@command.command("suggest")
@options.content
@click.option(
    "--most", type=click.IntRange(min=1), default=10, show_default=True, help="How many themes to propose."
)
@click.option("--write", is_flag=True, help="Append the proposals to themes.toml.")
@options.strict
@options.quiet
def suggest(content: Path, most: int, *, write: bool, strict: bool, quiet: bool) -> None:
    """Propose themes for measures that match without a common theme, as rows for themes.toml.

    Above each row are the measures that support it, and what would change if you add it.
    """
    from digest.suggesting import add_themes, proposal_toml, propose_themes

    proposals, problems = propose_themes(content, loaded(content, quiet=quiet), most)
    print_problems(problems, quiet=quiet or not strict)
    if proposals is None:
        sys.exit(verdict(problems, strict=strict))
    click.echo("\n".join(map(proposal_toml, proposals)), nl=False)
    said = gettext(
        "No theme is missing. Measures that match have a theme in common, or name nothing in common."
    )
    if proposals and write:
        file = add_themes(content, [each.theme for each in proposals])
        said = gettext("{file}: {count} themes added. Read the rows, and name the themes in English.").format(
            file=file, count=len(proposals)
        )
    if (write or not proposals) and not quiet:
        click.echo(said, err=True)
    sys.exit(verdict(problems, strict=strict))
