"""Policies and clauses as they are named on the command line: DOC#CLAUSE, also with the wording that a report pins
(``text/clause_names.py``): DOC#CLAUSE@HASH."""

import sys
from collections.abc import Mapping, Sequence
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

import click

from digest.cli.loading import loaded
from digest.cli.printing import print_problems, verdict
from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause
from digest.model.problem import Problem
from digest.output.similar import similar
from digest.text.ids import version_of
from digest.text.urls import find_clause as find_clause_address
from digest.text.urls import find_page, find_pin


def as_name(given: str) -> str:
    """The name of a policy or a clause, which may be given by an address copied from the site.

    >>> as_name("https://example.org/p/city-2024/3.2/?at=9f86d081")
    'city-2024#3.2@9f86d081'
    """
    if "/" not in given:
        return given
    if found := find_clause_address(given):
        pin = find_pin(given)
        return f"{found.doc}#{found.clause}" + (f"@{pin}" if pin else "")
    page = find_page(given[given.find("/policies/") :])
    return page.names[0] if page and page.kind == "policy" else given


def split_name(name: str) -> tuple[str, str]:
    """The policy and the clause of a name; the latter is empty where it names none."""
    doc, _, clause = name.partition("#")
    return doc, clause.partition("@")[0]


class LoadedPolicy(NamedTuple):
    """A policy with the corpus that it is of, and the problems of its own."""

    corpus: Corpus
    policy: Policy
    problems: Sequence[Problem]


def load_policy(doc: str, content: Path, *, quiet: bool) -> LoadedPolicy:
    """The policy with a slug. Prints its problems and ends the program where it is there and cannot be read; raises UsageError
    where it is not there."""
    corpus, problems = loaded(content, quiet=quiet)
    policies = {policy.meta.slug: policy for policy in corpus.policies} if corpus else {}
    own = [found for found in problems if not corpus or f"/policies/{doc}/" in f"{found.path}/"]
    if corpus is None or (doc not in policies and verdict(own)):
        print_problems(own, quiet=quiet)
        sys.exit(verdict(own))
    return LoadedPolicy(corpus, find_policy(doc, policies), own)


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
