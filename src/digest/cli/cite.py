"""``digest cite``: the citation of a policy or a clause."""

import sys
from datetime import date
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options
from digest.cli.clock import today
from digest.cli.printing import print_problems, verdict


@click.command("cite")
@click.argument("name", metavar="DOC[#CLAUSE]")
@click.option(
    "--style",
    metavar="STYLE",
    help="gbt7714, law, apa, chicago, bibtex, ris, csl, markdown, latex or html; without it, all.",
)
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language of the note in markdown, latex and html, and of the page it links to. The other styles "
    "set their own.",
)
@options.content
@options.strict
@options.quiet
def command(name: str, style: str | None, language: str, content: Path, *, strict: bool, quiet: bool) -> None:
    """Cite a policy or a clause: digest cite shenzhen-2022#3.2 --style apa

    An address copied from the site will do as well. What is not known is left out, or given as the style prescribes.
    The day of access is today.
    """
    from digest.cite import STYLES, clause_reference, policy_reference
    from digest.cli.clauses import as_name, demand_wording, find_clause, load_policy, split_name
    from digest.output.citation import citations
    from digest.output.similar import similar

    styles = [each for each in STYLES if style in (None, each.id)]
    if not styles and style is not None:
        known = [each.id for each in STYLES]
        said = gettext("There is no style {style}.").format(style=style)
        listed = gettext(" Styles: {known}.").format(known=gettext(", ").join(known))
        raise click.UsageError(said + (similar(style, known) or listed))
    name = as_name(name)
    doc, clause_id = split_name(name)
    corpus, policy, own = load_policy(doc, content, quiet=quiet)
    reference = policy_reference(corpus, policy, language)
    if clause_id:
        clause = find_clause(clause_id, policy)
        demand_wording(name, clause)
        reference = clause_reference(corpus, policy, clause, language)
    click.echo(citations(reference, styles, date.fromisoformat(today())), nl=False)
    print_problems(own, quiet=quiet or not strict)
    sys.exit(verdict(own, strict=strict))
