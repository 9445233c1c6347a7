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
    "--frozen", is_flag=True, help="Fail if a clause is not published yet (for automatic deployment)."
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

    Only what changed is written. If there is an error, or a published clause would disappear, nothing is written and
    the site stays as it was. A build does not record any address. Run `digest publish` before a site goes
    online. Policies with `draft = true` are left out.
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
            "{count} address is not published yet. `digest publish` records it.",
            "{count} addresses are not published yet. `digest publish` records them.",
            count,
        )
        click.echo(said.format(count=count), err=True)
    sys.exit(verdict(built.problems, strict=strict))
