"""``digest show``: one policy or one clause."""

import sys
from pathlib import Path

import click

from digest.cli import options
from digest.cli.clock import today
from digest.cli.printing import coloured, print_problems, verdict


@click.command("show")
@click.argument("name", metavar="DOC[#CLAUSE]")
@options.content
@options.strict
@options.quiet
def command(name: str, content: Path, *, strict: bool, quiet: bool) -> None:
    """Show a policy with its clause tree, or one clause: digest show shenzhen-2022#3.2"""
    from digest.cli.clauses import find_clause, load_policy, split_name
    from digest.output.card import clause_card, policy_card
    from digest.output.highlight import highlighted
    from digest.output.validity import validity_on

    doc, clause_id = split_name(name)
    corpus, policy, own = load_policy(doc, content, quiet=quiet)
    clause = find_clause(clause_id, policy) if clause_id else None
    validity = validity_on(corpus, doc, today())
    paint = highlighted if coloured() else str
    card = clause_card(policy, clause, validity, paint) if clause else policy_card(policy, corpus, validity)
    click.echo(card, nl=False)
    print_problems(own, quiet=quiet or not strict)
    sys.exit(verdict(own, strict=strict))
