"""Policies and clauses as they are named on the command line: DOC#CLAUSE, also with the wording that a report pins
(``text/clause_names.py``): DOC#CLAUSE@HASH."""

from collections.abc import Mapping
from gettext import gettext

import click

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.output.similar import similar
from digest.text.ids import version_of


def split_name(name: str) -> tuple[str, str]:
    """The policy and the clause of a name; the latter is empty where it names none."""
    doc, _, clause = name.partition("#")
    return doc, clause.partition("@")[0]


def find_policy(doc: str, policies: Mapping[str, Policy]) -> Policy:
    """The policy with a slug. Raises UsageError, with the nearest slug."""
    if doc not in policies:
        raise click.UsageError(gettext("There is no policy {doc}.").format(doc=doc) + similar(doc, policies))
    return policies[doc]


def find_clause(clause_id: str, policy: Policy) -> Clause:
    """The clause with an id. Raises UsageError, with the nearest id."""
    clauses = {clause.id: clause for clause in policy.document.clauses}
    if not clause_id:
        doc, example = policy.meta.slug, next(reversed(clauses), "1")
        raise click.UsageError(
            gettext("Write {doc} with a clause, as in {doc}#{clause}.").format(doc=doc, clause=example)
        )
    if clause_id not in clauses:
        said = gettext("{doc} has no clause {clause}.").format(doc=policy.meta.slug, clause=clause_id)
        listed = gettext(" `digest show {doc}` lists its clauses.").format(doc=policy.meta.slug)
        raise click.UsageError(said + (similar(clause_id, clauses) or listed))
    return clauses[clause_id]


def demand_wording(name: str, clause: Clause) -> None:
    """Raises UsageError where a name pins another wording than the one that its clause has now."""
    named, _, asked = name.partition("@")
    if asked and asked.lower() != version_of(clause.text):
        said = gettext(
            "{name} no longer reads as @{asked} says. Without @{asked}, its present text is cited."
        )
        raise click.UsageError(said.format(name=named, asked=asked))
