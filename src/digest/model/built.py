"""What a build did."""

from typing import NamedTuple

from digest.model.problem import Problem


class Record(NamedTuple):
    """What a ledger will say once the site is published: its file, the bytes of it, and by their addresses
    the clauses (``<policy>#<clause>``) and pages (``/compare/tape-out/``) that are new in it, and the clauses that read
    otherwise than before."""

    path: str
    content: bytes
    new: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()


class Built(NamedTuple):
    """Pages made, files written (0 when an error stopped it), and every Problem. ``records``
    are the ledgers that do not know this site yet."""

    pages: int
    written: int
    problems: tuple[Problem, ...]
    records: tuple[Record, ...] = ()
