"""The facts of a clause in the order of its text, each with the anchor of its evidence on the clause's page."""

from collections.abc import Iterator
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole, Citation, ClauseFacts, Instrument, Provision, Target
from digest.text import urls

Fact = Instrument | Target | AgencyRole | Citation | Provision

KINDS = ("instruments", "targets", "statistics", "agencies", "citations", "provisions")
"""The lists of ``ClauseFacts``, in the order pages show them."""


class FoundEvidence(NamedTuple):
    """One fact. ``kind`` names its list and ``row`` its place there; ``text[start:end]`` is the evidence,
    empty where only the heading says it. ``anchor`` is ``s1``, ``s2`` ... in the order of the text."""

    anchor: str
    kind: str
    row: int
    fact: Fact
    start: int
    end: int


def evidence(facts: ClauseFacts | None) -> tuple[FoundEvidence, ...]:
    """All facts of a clause."""
    rows = ((kind, *each) for kind in KINDS for each in enumerate(getattr(facts, kind))) if facts else ()
    found = sorted(rows, key=lambda each: (each[2].start, -each[2].end))
    return tuple(
        FoundEvidence(f"s{number}", kind, row, fact, fact.start, fact.end)
        for number, (kind, row, fact) in enumerate(found, 1)
    )


def of_kind(policy: Policy, kind: str) -> Iterator[tuple[Clause, FoundEvidence]]:
    """The facts of one kind in a policy, in reading order."""
    for clause in policy.document.clauses:
        for each in evidence(policy.facts.get(clause.id)):
            if each.kind == kind:
                yield clause, each


def evidence_link(here: str, doc: str, clause_id: str, anchor: str) -> str:
    """The link from a page to the evidence of a fact."""
    return urls.relative(here, urls.clause(doc, clause_id), anchor)
