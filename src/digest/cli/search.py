"""``digest search``: find clauses in the terminal, ranked as on the site."""

import sys
from pathlib import Path

import click

from digest.cli import options
from digest.cli.clock import today
from digest.cli.exits import FINDINGS
from digest.cli.loading import searched
from digest.cli.printing import print_problems, verdict


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@options.content
@click.option("--limit", default=20, show_default=True, help="Clauses shown at most.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text is for reading, json for programs.",
)
@click.option("--all", "strict", is_flag=True, help="Only clauses with all words.")
@options.quiet
def command(
    query: tuple[str, ...], content: Path, limit: int, form: str, *, strict: bool, quiet: bool
) -> None:
    """Find clauses, as the site does: digest search 首轮流片补贴

    Ask in your own words (哪些地方补贴房租), or separate words by spaces. "A phrase" must appear as written. -word leaves
    out clauses with that word. Exit code 1 when nothing is found.
    """
    from digest.output.hits import hits_as_json, hits_as_text
    from digest.search.find import search_in, with_all_words

    corpus, problems, searchable = searched(content, quiet=quiet)
    if corpus is None or searchable is None:
        print_problems(problems, quiet=quiet)
        sys.exit(verdict(problems))
    found = search_in(searchable, " ".join(query))
    if strict:
        found = with_all_words(found)
    write = hits_as_json if form == "json" else hits_as_text
    click.echo(write(found, limit, corpus, today()), nl=False)
    if not found.clauses:
        sys.exit(FINDINGS)
