"""A published clause id is a promise: it is never used for another clause and never dies silently."""

from difflib import SequenceMatcher

from digest.model.document import Clause, Document
from digest.model.ledger import Ledger
from digest.model.problem import Problem, problem
from digest.text.ids import text_hash


def settle(document: Document, ledger: Ledger, path: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger with the ids and hashes of a document added, and what breaks a promise.

    ``path`` names the ledger in messages. Problems: I101 an id that was published has no clause now, I102
    an alias to a clause that is not there, I103 an alias or tombstone for an id that a clause has.
    """
    hashes = {clause.id: text_hash(clause.text) for clause in document.clauses}
    settled = {**ledger.aliases, **ledger.tombstones}
    problems = [
        problem("I101", path, id=gone, advice=_advice(gone, ledger, document, hashes))
        for gone in ledger.clauses
        if gone not in hashes and gone not in settled
    ]
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


def _advice(gone: str, ledger: Ledger, document: Document, hashes: dict[str, str]) -> str:
    """Where the clause seems to be now: the same text first, then an id that looks like it."""
    published = ledger.clauses[gone][-1:]
    same = [name for name, digest in hashes.items() if (digest,) == published and name not in ledger.clauses]
    if same and ledger.clauses[gone][-1] != text_hash(""):
        return f'its text now stands in {same[0]}: add `"{gone}" = "{same[0]}"` under [aliases]'
    fresh = [clause for clause in document.clauses if clause.id not in ledger.clauses]
    near = max(fresh, key=lambda clause: _likeness(gone, clause), default=None)
    example = near.id if near else "new.id"
    return f'if it moved, add `"{gone}" = "{example}"` under [aliases]'


def _likeness(gone: str, clause: Clause) -> float:
    return SequenceMatcher(None, gone, clause.id).ratio()
