"""``digest check``: the findings, and what can be fixed at once."""

import os
import sys
from collections.abc import Sequence
from gettext import gettext, ngettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import options
from digest.cli.printing import print_problems_as, verdict
from digest.cli.progress import progress_bar

if TYPE_CHECKING:
    from digest.model.problem import Problem


@click.command("check")
@options.content
@options.jobs
@options.scheduler
@options.findings
@options.strict
@options.quiet
@click.option("--fix", is_flag=True, help="Fix what has only one meaning: shows the changes, then asks.")
@click.option("--yes", is_flag=True, help="With --fix: write the changes without asking.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="A file of known findings: only the others are reported and counted.",
)
@click.option(
    "--write-baseline",
    "to_write",
    type=click.Path(path_type=Path),
    help="Write the present warnings into such a file.",
)
def command(  # noqa: PLR0913 # an argument for each option
    content: Path,
    jobs: int,
    scheduler: str | None,
    form: str,
    baseline: Path | None,
    to_write: Path | None,
    *,
    strict: bool,
    quiet: bool,
    fix: bool,
    yes: bool,
) -> None:
    """Report what is wrong with the content and with the templates beside it.

    Nothing is written, except with --fix. The text of a policy is never changed.
    """
    from digest.output.findings import count
    from digest.session import Session

    def checked() -> tuple["Problem", ...]:
        with progress_bar(quiet=quiet) as progress:
            return Session(content, os.environ).check(jobs=scheduler or jobs, progress=progress)

    problems = checked()
    while fix and _fixed(content, problems, yes=yes, aside=form != "text"):
        problems = checked()
    if to_write:
        _write_baseline(to_write, problems, content)
    elif baseline:
        problems = _without_known(problems, baseline, content)
    print_problems_as(form, problems, quiet=quiet, err=False)
    if not quiet:
        click.echo(f"{content}: {count(problems)}", err=True)
    sys.exit(verdict(problems, strict=strict))


def _fixed(content: Path, problems: Sequence["Problem"], *, yes: bool, aside: bool) -> bool:
    """Show what can be fixed (``aside``: on stderr), ask, and write it; whether anything was."""
    from digest.fixing import diff_of, find_fixes
    from digest.publish.write import write_file

    fixes = find_fixes(content, problems)
    for each in fixes:
        click.echo(diff_of(each) + "\n", err=aside)
    if not fixes:
        click.echo(gettext("--fix finds nothing to change."), err=True)
        return False
    said = ngettext(
        "Write these changes to {n} file?", "Write these changes to {n} files?", len(fixes)
    ).format(n=len(fixes))
    if not yes and not click.confirm(said, err=True):
        return False
    for each in fixes:
        try:
            write_file(each.path, each.after)
        except OSError as error:
            said = gettext("{file} cannot be written: {reason}.").format(
                file=each.path, reason=error.strerror
            )
            raise click.ClickException(said) from error
    return True


def _write_baseline(path: Path, problems: Sequence["Problem"], content: Path) -> None:
    from digest.baseline import baseline_toml, is_baseline
    from digest.publish.write import write_file

    if path.exists() and not is_baseline(path):
        said = gettext("{file} is not a list of known findings. Nothing was written. Name a new file.")
        raise click.UsageError(said.format(file=path))
    try:
        write_file(path, baseline_toml(problems, content).encode())
    except OSError as error:
        said = gettext("{file} cannot be written: {reason}.").format(file=path, reason=error.strerror)
        raise click.ClickException(said) from error


def _without_known(problems: tuple["Problem", ...], baseline: Path, content: Path) -> tuple["Problem", ...]:
    """The findings that a baseline file does not know; what is fixed since is named, so that the file can shrink."""
    from digest.baseline import compare, read_baseline

    listed, faulty = read_baseline(baseline)
    if listed is None:
        return (*faulty, *problems)
    compared = compare(problems, listed, content)
    said = ngettext("{n} known finding is left out.", "{n} known findings are left out.", compared.known)
    click.echo(said.format(n=compared.known), err=True)
    for each in compared.fixed:
        said = gettext("Fixed, and to be removed from {baseline}: {code} {file} {words}")
        click.echo(said.format(baseline=baseline, code=each.code, file=each.file, words=each.words), err=True)
    return compared.new
