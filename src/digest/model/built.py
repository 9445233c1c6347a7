"""What a build did. Nothing here knows the corpus, so that a run that finds nothing to do need not import it."""

from collections.abc import Mapping
from typing import NamedTuple

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
    """How much a site holds: policies, clauses, facts by kind (fields of ``facts.ClauseFacts``), and pairs of clauses that are
    ``likely`` to correspond or ``possible`` ones."""

    policies: int
    clauses: int
    facts: Mapping[str, int]
    likely: int
    possible: int


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
