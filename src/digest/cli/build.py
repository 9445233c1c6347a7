"""``digest build``: content in, site out."""

import os
import sys
from functools import partial
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.printing import tell_in, tell_waiting, verdict
from digest.cli.progress import progress_bar
from digest.model.problem import Severity


@click.command("build")
@options.content
@options.output
@options.jobs
@options.findings
@options.strict
@options.quiet
def command(content: Path, output: Path, jobs: int, form: str, *, strict: bool, quiet: bool) -> None:
    """Build the site from the content folder.

    Only what changed is written. While anything is an error, or a published clause would vanish,
    nothing is, and the site stays as it was.
    """
    from digest.again import build_again
    from digest.report.findings import count

    with progress_bar(quiet=quiet) as progress:
        waiting = partial(tell_waiting, output)
        built = build_again(content, output, os.environ, jobs=jobs, progress=progress, waiting=waiting)
    # Notes need no action; people who build often would stop reading.
    shown = [found for found in built.problems if form != "text" or found.severity is not Severity.NOTE]
    tell_in(form, shown, quiet=quiet, err=True)
    if not quiet:
        said = gettext("{output}: {pages} pages, {written} written; {findings}").format(
            output=output, pages=built.pages, written=built.written, findings=count(built.problems)
        )
        click.echo(said, err=True)
    sys.exit(verdict(built.problems, strict=strict))
