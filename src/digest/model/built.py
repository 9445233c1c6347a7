"""What a build did."""

from collections.abc import Mapping
from dataclasses import fields
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.model.facts import ClauseFacts
from digest.model.problem import Problem


class LedgerRecord(NamedTuple):
    """What a ledger will say once the site is published: its file, the bytes of it, and by their addresses
    the clauses (``<policy>#<clause>``) and pages (``/compare/tape-out/``) that are new in it, and the clauses that read
    otherwise than before."""

    path: str
    content: bytes
    new: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()


class Counts(NamedTuple):
    """How much a site holds: policies, clauses, facts by kind (fields of ``ClauseFacts``), and pairs of clauses that are
    ``likely`` to correspond or ``possible`` ones."""

    policies: int
    clauses: int
    facts: Mapping[str, int]
    likely: int
    possible: int

    @classmethod
    def of(cls, corpus: Corpus) -> "Counts":
        """What a corpus holds."""
        found = [facts for policy in corpus.policies for facts in policy.facts.values()]
        shown = [match.shown for match in corpus.matches]
        return cls(
            len(corpus.policies),
            sum(len(policy.document.clauses) for policy in corpus.policies),
            {kind.name: sum(len(getattr(each, kind.name)) for each in found) for kind in fields(ClauseFacts)},
            shown.count("likely"),
            shown.count("possible"),
        )


class Built(NamedTuple):
    """The files of the site, those of them that were written (0 when an error stopped it), and every Problem. ``records``
    are the ledgers that do not know this site yet, ``counts`` is what it holds, None when nothing was built."""

    files: int
    written: int
    problems: tuple[Problem, ...]
    records: tuple[LedgerRecord, ...] = ()
    counts: Counts | None = None


class Stats(NamedTuple):
    """What the last build that made anything made in an output folder: what the site holds, its pages, files and bytes, and
    the seconds of each stage by the clock."""

    counts: Counts
    pages: int
    files: int
    bytes: int
    seconds: Mapping[str, float]
