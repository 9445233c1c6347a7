"""A published clause id is a promise: it is never used for another clause and never dies silently."""

from digest.model.document import Document
from digest.model.ledger import Ledger
from digest.model.problem import Problem, problem
from digest.text.ids import text_hash

_MOST = 8
"""A message names so many clauses; more would bury it."""


def settle(document: Document, ledger: Ledger, path: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger with the ids and hashes of a document added, and what breaks a promise.

    ``path`` names the ledger in messages. Problems: I101 an id that was published has no clause now, I102
    an alias to a clause that is not there, I103 an alias or tombstone for an id that a clause has.
    """
    hashes = {clause.id: text_hash(clause.text) for clause in document.clauses}
    settled = {**ledger.aliases, **ledger.tombstones}
    gone = [name for name in ledger.clauses if name not in hashes and name not in settled]
    problems = (
        [problem("I101", path, ids=_listed(gone), advice=_advice(gone, ledger, hashes))] if gone else []
    )
    problems += [
        problem("I102", path, id=old, target=target)
        for old, target in ledger.aliases.items()
        if target not in hashes
    ]
    problems += [problem("I103", path, id=name) for name in settled if name in hashes]
    clauses = {name: _extended(ledger.clauses.get(name, ()), digest) for name, digest in hashes.items()}
    kept = {name: known for name, known in ledger.clauses.items() if name not in clauses}
    return Ledger({**clauses, **kept}, ledger.aliases, ledger.tombstones), tuple(problems)


def _extended(known: tuple[str, ...], digest: str) -> tuple[str, ...]:
    return known if known and known[-1] == digest else (*known, digest)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST])
    return f"{shown} and {len(names) - _MOST} more" if len(names) > _MOST else shown


def _advice(gone: list[str], ledger: Ledger, hashes: dict[str, str]) -> str:
    """Where the texts of vanished clauses stand now, as lines to add to the ledger."""
    fresh = {digest: name for name, digest in hashes.items() if name not in ledger.clauses}
    moved = [(name, fresh[digest]) for name in gone if (digest := ledger.clauses[name][-1]) in fresh]
    moved = [(old, new) for old, new in moved if hashes[new] != text_hash("")]
    lines = [f'"{old}" = "{new}"' for old, new in moved[:_MOST]] or [f'"{gone[0]}" = "<its new id>"']
    known = "by its text, " if moved else ""
    return f"if it moved, add under [aliases]: {known}{', '.join(lines)}"
