"""Findings on the terminal, and the exit code that follows from them."""

import os
import shutil
import sys
from collections.abc import Sequence
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli.exits import CLEAN, FINDINGS
from digest.model.problem import Problem, Severity

if TYPE_CHECKING:
    from digest.model.built import Built

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan", "mark": "green", "hint": "blue"}


def print_problems(problems: Sequence[Problem], *, quiet: bool = False, err: bool = True) -> None:
    """Print frames for people; errors only when ``quiet``."""
    from digest.output.findings import frames

    shown = [found for found in problems if not quiet or found.severity is Severity.ERROR]
    if shown:
        stream = sys.stderr if err else sys.stdout
        width = shutil.get_terminal_size().columns if stream.isatty() else 100
        click.echo(frames(shown, width, _paint), nl=False, err=err, color=_color())


def print_problems_as(form: str, problems: Sequence[Problem], *, quiet: bool, err: bool) -> None:
    """Print findings in a format; those for programs are data, so they go to stdout."""
    from digest.output.findings import FORMATS

    if form == "text":
        print_problems(problems, quiet=quiet, err=err)
    else:
        click.echo(FORMATS[form](problems), nl=False)


def print_built(built: "Built", output: Path, form: str, *, quiet: bool) -> None:
    """What a build found and wrote. Notes need no action; people who build often would stop reading."""
    from digest.output.findings import count

    shown = [found for found in built.problems if form != "text" or found.severity is not Severity.NOTE]
    print_problems_as(form, shown, quiet=quiet, err=True)
    if not quiet:
        message = gettext("{output}: {files} files, {written} written; {findings}").format(
            output=output, files=built.files, written=built.written, findings=count(built.problems)
        )
        click.echo(message, err=True)


def print_waiting(output: Path) -> None:
    """Say that another build has the output folder."""
    message = gettext("Another build of {output} is running; this one waits for it.")
    click.echo(message.format(output=output), err=True)


def verdict(problems: Sequence[Problem], *, strict: bool = False) -> int:
    """The exit code. Notes never count, warnings do when ``strict``."""
    counted = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FINDINGS if any(found.severity in counted for found in problems) else CLEAN


def on_terminal() -> bool:
    """Whether somebody can press keys."""
    return sys.stdin.isatty()


def coloured() -> bool:
    """Whether what is printed on stdout may carry colours: on a terminal, unless NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _paint(what: str, text: str) -> str:
    return click.style(text, fg=_COLOURS.get(what), bold=what not in {"hint", "mark"})


def _color() -> bool | None:
    """None lets click decide: colours on a terminal, none in a file. no-color.org is heeded."""
    return False if os.environ.get("NO_COLOR") else None
