"""``digest check``: the findings, and nothing written."""

import os
import sys
from pathlib import Path

import click

from digest.cli import options
from digest.cli.printing import tell_in, verdict
from digest.cli.progress import progress_bar


@click.command("check")
@options.content
@options.jobs
@options.scheduler
@options.findings
@options.strict
@options.quiet
def command(content: Path, jobs: int, scheduler: str | None, form: str, *, strict: bool, quiet: bool) -> None:
    """Report what is wrong with the content, and write nothing."""
    from digest.report.findings import count
    from digest.session import Session

    with progress_bar(quiet=quiet) as progress:
        problems = Session(content, os.environ).check(jobs=scheduler or jobs, progress=progress)
    tell_in(form, problems, quiet=quiet, err=False)
    if not quiet:
        click.echo(f"{content}: {count(problems)}", err=True)
    sys.exit(verdict(problems, strict=strict))
