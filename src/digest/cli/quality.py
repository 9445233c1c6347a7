"""``digest quality``: how well texts are read, measured on labelled texts."""

import sys
from pathlib import Path
from typing import IO

import click

from digest.cli import options
from digest.cli.printing import print_problems, verdict
from digest.cli.progress import progress_bar


@click.command("quality")
@click.argument("labelled", type=click.Path(path_type=Path), metavar="FOLDER")
@options.content
@click.option(
    "--write", type=click.File("w", encoding="utf-8", lazy=True), help="Write the figures to this file, too."
)
@click.option("--misses", is_flag=True, help="Print what was missed or wrongly found, text by text.")
@options.strict
@options.quiet
def command(
    labelled: Path, content: Path, write: IO[str] | None, *, misses: bool, strict: bool, quiet: bool
) -> None:
    """Measure precision, recall and F1 on the labelled texts of FOLDER: digest quality tests/labelled

    The site shows the figures of content/quality.toml. Write them with --write content/quality.toml.
    """
    from digest.quality.printing import figures_table, figures_toml
    from digest.quality.results import measure_folder

    with progress_bar(quiet=quiet) as progress:
        results = measure_folder(labelled, content, progress)
    print_problems(results.problems, quiet=quiet)
    if results.quality:
        click.echo(results.misses if misses else figures_table(results.quality), nl=False)
        if write:
            write.write(figures_toml(results.quality))
    sys.exit(verdict(results.problems, strict=strict))
