"""``digest export``: the data behind the site."""

import sys
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.loading import loaded
from digest.cli.printing import print_problems, verdict


@click.command("export")
@click.argument("names", nargs=-1, metavar="[TABLE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "xlsx", "sqlite", "akn"]),
    default="jsonl",
    show_default=True,
    help="sqlite is one database with all tables. akn is Akoma Ntoso, one file per policy.",
)
@click.option(
    "--output", type=click.Path(path_type=Path), help="Folder for the files. Without it, they are printed."
)
@options.content
@options.strict
@options.quiet
def command(
    names: tuple[str, ...], form: str, output: Path | None, content: Path, *, strict: bool, quiet: bool
) -> None:
    """Export each TABLE of the data, or all: documents, clauses, instruments ...

    With --format akn, name policies instead of tables. The files are those of data/ and akn/ on the site. A single file
    is printed, several go to a folder.
    """
    from digest.exporting import export, exportable, write_export
    from digest.output.similar import similar
    from digest.publish.claim import is_inside

    if output and is_inside(output, content):
        said = gettext(
            "{output} is in the content folder, which is for what editors write. Name another folder."
        )
        raise click.UsageError(said.format(output=output))
    corpus, problems = loaded(content, quiet=quiet, drafts=False)
    print_problems(problems, quiet=quiet or not strict)
    if corpus is None:
        sys.exit(verdict(problems, strict=strict))
    known = exportable(corpus, form)
    for name in names:
        if name not in known:
            raise click.UsageError(
                gettext("There is no {name} to export as {form}.").format(name=name, form=form)
                + similar(name, known)
            )
    files = export(corpus, form, names)
    if output:
        faults = write_export(files, output)
        print_problems(faults, quiet=True)
        problems = (*problems, *faults)
        if not (faults or quiet):
            click.echo(gettext("{output}: {count} files").format(output=output, count=len(files)), err=True)
    elif len(files) == 1:
        click.echo(next(iter(files.values())), nl=False)
    else:
        raise click.UsageError(gettext("Several files need a folder: --output DIR. Or name one of them."))
    sys.exit(verdict(problems, strict=strict))
