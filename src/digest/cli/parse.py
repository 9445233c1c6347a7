"""``digest parse``: the clause trees of texts nobody prepared."""

import json
import sys
from pathlib import Path

import click

from digest.cli import options
from digest.cli.printing import print_problems, verdict
from digest.cli.progress import progress_bar
from digest.model.problem import Problem


@click.command("parse")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tree", "json", "jsonl"]),
    default="tree",
    show_default=True,
    help="json prints one object (a list of them for several files), jsonl one object per line, in order.",
)
@click.option("--facts", is_flag=True, help="Add the facts found to json and jsonl.")
@options.content
@options.strict
@options.quiet
def command(
    files: tuple[Path, ...], form: str, content: Path, *, facts: bool, strict: bool, quiet: bool
) -> None:
    """Print the clause tree of each FILE, a text as it was received.

    What looks wrong in a text is reported. A file that is not plain text (a web page, a PDF), or larger than 8 MB, is
    also reported. The others are still parsed. Titles and facts are found with the word lists of the content folder. If
    it has none, the program's own are used.
    """
    from digest.output.tree import tree
    from digest.study import read_lists, read_title_words, study, study_rows

    words, found = read_title_words(content)
    problems: list[Problem] = [*found]
    lists = None
    if facts and form != "tree":
        lists, found = read_lists(content)
        problems = [*found]
    if words is None:
        print_problems(problems, quiet=quiet)
        sys.exit(verdict(problems, strict=strict))
    rows = []
    with progress_bar(quiet=quiet or sys.stdout.isatty()) as progress:
        for done, path in enumerate(files):
            progress("parse", done, len(files))
            studied = study(path, words)
            problems += studied.problems
            if form == "json":
                rows.append(study_rows(studied, lists))
            elif form == "jsonl":
                click.echo(json.dumps(study_rows(studied, lists), ensure_ascii=False))
            elif studied.document:
                if len(files) > 1:
                    click.echo(f"== {path}")
                click.echo(tree(studied.document), nl=False)
    if form == "json":
        click.echo(json.dumps(rows if len(files) > 1 else rows[0], ensure_ascii=False, indent=2))
    # In JSON the findings stand beside the clauses; only what kept a file from being read is said aloud.
    print_problems(problems, quiet=quiet or form != "tree")
    sys.exit(verdict(problems, strict=strict))
