"""``digest stats``: what the last build made, and how long it took."""

import json
import os
import sys
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.exits import FINDINGS


@click.command("stats")
@options.content
@options.output
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def command(content: Path, output: Path, *, as_json: bool) -> None:
    """Show what the last build that changed anything made: policies, clauses, support measures and other counts, pages and
    bytes, and the time of each stage.
    """
    from digest.output.stats import stats_record, stats_table
    from digest.session import Session

    stats = Session(content, os.environ).stats(output)
    if stats is None:
        said = gettext("No build of {content} into {output} is on record. Run `digest build` first.")
        click.echo(said.format(content=content, output=output), err=True)
        sys.exit(FINDINGS)
    click.echo(json.dumps(stats_record(stats), indent=2) if as_json else stats_table(stats))
