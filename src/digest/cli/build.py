"""``digest build``: content in, site out."""

import os
import sys
from functools import partial
from gettext import ngettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.printing import print_built, print_waiting, verdict
from digest.cli.progress import progress_bar


@click.command("build")
@options.content
@options.output
@options.jobs
@options.scheduler
@click.option(
    "--frozen", is_flag=True, help="Fail where a clause is not published yet (for a machine that deploys)."
)
@options.findings
@options.strict
@options.quiet
def command(
    content: Path,
    output: Path,
    jobs: int,
    scheduler: str | None,
    form: str,
    *,
    frozen: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Build the site from the content folder.

    Only what changed is written. While anything is an error, or a published clause would vanish,
    nothing is, and the site stays as it was. Nothing is promised either: before a site goes online,
    `digest publish` records its addresses. Policies with `draft = true` are left out.
    """
    from digest.session import Session

    waiting = partial(print_waiting, output)
    with progress_bar(quiet=quiet) as progress:
        session = Session(content, os.environ)
        built = session.build(
            output, jobs=scheduler or jobs, progress=progress, waiting=waiting, frozen=frozen
        )
    print_built(built, output, form, quiet=quiet)
    if built.written and not quiet and (count := sum(len(each.new) for each in built.records)):
        said = ngettext(
            "{count} address is not published yet; `digest publish` records it.",
            "{count} addresses are not published yet; `digest publish` records them.",
            count,
        )
        click.echo(said.format(count=count), err=True)
    sys.exit(verdict(built.problems, strict=strict))
