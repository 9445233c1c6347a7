"""``digest publish``: the site is built, and its addresses are promised."""

import os
import sys
from functools import partial
from gettext import gettext, ngettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.clock import today
from digest.cli.exits import CLEAN
from digest.cli.printing import print_built, print_waiting, verdict
from digest.cli.progress import progress_bar


@click.command("publish")
@options.content
@options.output
@options.jobs
@options.scheduler
@click.option(
    "--zip", "packed", type=click.Path(path_type=Path),
    help="Also pack the site into this file, to upload it or to read it without a server.",
)  # fmt: skip
@options.findings
@options.strict
@options.quiet
def command(
    content: Path,
    output: Path,
    jobs: int,
    scheduler: str | None,
    packed: Path | None,
    form: str,
    *,
    strict: bool,
    quiet: bool,
) -> None:
    """Build the site, and record every clause in it as published.

    From then on every address is kept. It is an error if an address stops working or shows another clause.
    The records are ids.toml of each policy, addresses.toml and changes.toml. Keep them under version control with the
    texts. Policies with `draft = true` are left out.
    """
    from digest.publishing import publish_site

    waiting = partial(print_waiting, output)
    with progress_bar(quiet=quiet) as progress:
        built = publish_site(
            content, output, os.environ, today(), jobs=scheduler or jobs, progress=progress, waiting=waiting
        )
    if packed and verdict(built.problems) == CLEAN:
        from digest.publish.pack import pack

        built = built._replace(problems=(*built.problems, *pack(output, content, packed)))
    print_built(built, output, form, quiet=quiet)
    if not quiet:
        for each in built.records:
            _say(gettext("new"), each.new)
            _say(gettext("reworded"), each.reworded)
        if built.records:
            count = len(built.records)
            click.echo(
                ngettext(
                    "It is recorded in {count} file. Commit it with the texts.",
                    "It is recorded in {count} files. Commit them with the texts.",
                    count,
                ).format(count=count),
                err=True,
            )
    sys.exit(verdict(built.problems, strict=strict))


def _say(what: str, addresses: tuple[str, ...]) -> None:
    """One line for the clauses of a policy to which the same happened."""
    if not addresses:
        return
    from digest.model.problem import listed

    click.echo(gettext("{what}: {names}").format(what=what, names=listed(addresses)), err=True)
