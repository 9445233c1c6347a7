"""Options that several commands share."""

import os
import sys
from pathlib import Path

import click


def _processors() -> int:
    """How many processors this process may use; where the system does not say, how many there are."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


content = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="Folder with the policies, the settings and the word lists.",
)
output = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Folder of the built site.",
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_processors,
    show_default="one for each processor",
    help="How many processes work at the same time.",
)
scheduler = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Build with a Dask cluster: the address of its scheduler, such as tcp://host:8786.",
)
findings = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
strict = click.option("--strict", is_flag=True, help="End with exit code 1 for warnings, too.")
quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only. The exit code stays the same.")
