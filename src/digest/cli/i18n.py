"""``digest i18n``: the English beside the Chinese."""

import sys
from gettext import gettext, ngettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import options
from digest.cli.exits import FINDINGS
from digest.cli.printing import print_problems, print_problems_as, verdict
from digest.cli.progress import progress_bar

if TYPE_CHECKING:
    from digest.translating import EnglishTask


@click.group("i18n")
def command() -> None:
    """Keep the English of the policies true to the Chinese.

    The English of a policy is the file en.po in its folder. Poedit, Weblate and OmegaT open it.
    """


@command.command("sync")
@options.content
@options.strict
@options.quiet
def sync(content: Path, *, strict: bool, quiet: bool) -> None:
    """Update every en.po to match its policy.

    New clauses get an entry. Changed clauses get a fuzzy mark and keep their old Chinese. Moved clauses keep their
    English. Where a clause has no English, that of the same Chinese elsewhere is filled in ("# digest: from ...").
    English of similar Chinese is offered as fuzzy, with that Chinese. Nothing is deleted, and a second run changes
    nothing.

    Phrases of facts (recipients, conditions, indicators) and names (short titles, cited documents) have entries of
    their own, such as 3.2/recipient. A comment in the file says what each is.
    """
    from digest.english import described
    from digest.translating import sync_files

    work = _opened(content, quiet=quiet)
    synced, problems = sync_files(work)
    print_problems([*work.problems, *problems], quiet=quiet)
    for name, changes, filled in synced:
        said = [described(changes)] if any(changes) else []
        said += [gettext("{n} filled in").format(n=len(filled.filled))] if filled.filled else []
        said += [gettext("{n} offered").format(n=len(filled.offered))] if filled.offered else []
        if said and not quiet:
            click.echo(f"{name}: {gettext(', ').join(said)}", err=True)
    sys.exit(verdict([*work.problems, *problems], strict=strict))


@command.command("status")
@options.content
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How the figures are printed.",
)  # fmt: skip
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    help="End with exit code 1 when less than this share of all clauses, in percent, has English that is up to date.",
)
@options.strict
@options.quiet
def status(content: Path, form: str, *, fail_under: float | None, strict: bool, quiet: bool) -> None:
    """Count the clauses that are reviewed, machine drafts, out of date or missing.

    The share counts the clauses with English that is up to date: reviewed ones and drafts. Phrases of facts and names
    are counted in a table of their own.
    """
    from digest.output.coverage import coverage_json, coverage_table
    from digest.translating import coverages

    work = _opened(content, quiet=quiet)
    counted = coverages(work)
    print_problems(work.problems, quiet=quiet)
    click.echo(coverage_json(*counted) if form == "json" else coverage_table(*counted), nl=False)
    below = fail_under is not None and counted[-1].share < fail_under
    sys.exit(FINDINGS if below else verdict(work.problems, strict=strict))


@command.command("check")
@options.content
@options.findings
@options.strict
@options.quiet
def check(content: Path, form: str, *, strict: bool, quiet: bool) -> None:
    """Compare the English with the Chinese: figures, directions, terms, titles, sentences, marks.

    If the English is right in spite of a finding, allow it by a comment in en.po with a reason:
    "# digest: allow T303 because ...". The exemptions are listed at the end.
    """
    from digest.output.findings import count
    from digest.translating import check_work

    work = _opened(content, quiet=quiet)
    checked = check_work(work)
    problems = [*work.problems, *checked.problems]
    print_problems_as(form, problems, quiet=quiet, err=False)
    if not quiet:
        for found, reason in checked.exempted:
            click.echo(
                f"{found.path}:{found.line}: "
                + gettext("{code} allowed: {reason}").format(code=found.code, reason=reason),
                err=True,
            )
        allowed = gettext("{n} allowed").format(n=len(checked.exempted))
        click.echo(f"{content}: {gettext(', ').join((count(problems), allowed))}", err=True)
    sys.exit(verdict(problems, strict=strict))


@command.command("export")
@options.content
@click.option("--csv", "form", flag_value="csv", help="For a spreadsheet.")
@click.option("--tmx", "form", flag_value="tmx", help="For a translation memory (TMX 1.4).")
@click.option("--xliff", "form", flag_value="xliff", help="For a translation tool (XLIFF 1.2).")
@options.strict
def export(content: Path, form: str | None, *, strict: bool) -> None:
    """Print all entries with their English, in one format."""
    from digest.translating import export_text

    if form is None:
        raise click.UsageError(gettext("Name the format: --csv, --tmx or --xliff."))
    work = _opened(content, quiet=False)
    print_problems(work.problems, quiet=True)
    click.echo(export_text(work, form), nl=False)
    sys.exit(verdict(work.problems, strict=strict))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@options.content
@options.strict
@options.quiet
def import_(file: Path, content: Path, *, strict: bool, quiet: bool) -> None:
    """Import English from FILE: .csv, .tmx, .xlf or .xliff.

    It is taken only for entries with the same Chinese. It counts as reviewed only if the file says so. A draft never
    replaces reviewed English.
    """
    from digest.translating import import_file

    work = _opened(content, quiet=quiet)
    number, problems = import_file(work, file)
    print_problems([*work.problems, *problems], quiet=quiet)
    if not quiet:
        click.echo(ngettext("{n} entry changed", "{n} entries changed", number).format(n=number), err=True)
    sys.exit(verdict([*work.problems, *problems], strict=strict))


@command.command("draft")
@options.content
@click.option("--command", "program", required=True, help="The program that translates, with its arguments.")
@options.strict
@options.quiet
def draft(content: Path, program: str, *, strict: bool, quiet: bool) -> None:
    """Ask a program for the missing English, and store its answers as machine drafts.

    It gets one JSON object per line (doc, id, zh, terms, and about for a phrase) and prints one per line (doc, id, en).
    """
    from digest.translating import draft as make_drafts

    work = _opened(content, quiet=quiet)
    try:
        number, problems = make_drafts(work, program)
    except (OSError, ValueError) as error:
        raise click.UsageError(
            gettext("{program} cannot be used: {reason}.").format(
                program=program, reason=getattr(error, "strerror", None) or error
            )
        ) from error
    print_problems([*work.problems, *problems], quiet=quiet)
    if not quiet:
        click.echo(ngettext("{n} draft stored", "{n} drafts stored", number).format(n=number), err=True)
    sys.exit(verdict([*work.problems, *problems], strict=strict))


def _opened(content: Path, *, quiet: bool) -> "EnglishTask":
    """What the commands work on; a bar shows how far reading it is."""
    from digest.translating import open_work

    with progress_bar(quiet=quiet) as progress:
        return open_work(content, progress)
