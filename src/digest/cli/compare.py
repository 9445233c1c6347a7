"""``digest compare``: measures of different policies beside each other."""

import sys
from pathlib import Path

import click

from digest.cli import options
from digest.cli.loading import loaded
from digest.cli.printing import print_problems, verdict


@click.command("compare")
@options.content
@click.option(
    "--claims",
    is_flag=True,
    help="Every sentence of the comparison pages about the texts, with the clauses it is based on.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@options.strict
@options.quiet
def command(content: Path, form: str, *, claims: bool, strict: bool, quiet: bool) -> None:
    """Print what the comparisons say: an overview of the themes, or with --claims every sentence.

    The sentences are those of the pages, in both languages, each with its pages and clauses. The values themselves are
    in the table comparisons: digest export comparisons
    """
    from digest.comparing import claims as all_claims
    from digest.comparing import overview

    known = loaded(content, quiet=quiet)
    text, problems = all_claims(content, known, form) if claims else overview(known, form)
    print_problems(problems, quiet=quiet or not (strict or text is None))
    if text is not None:
        click.echo(text, nl=False)
    sys.exit(verdict(problems, strict=strict))
