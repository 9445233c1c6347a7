"""A published clause id is a promise: it is never used for another clause and never dies silently."""

from gettext import gettext
from typing import NamedTuple

from digest.model.document import Document
from digest.model.ledger import Ledger
from digest.model.problem import Problem, problem
from digest.text.ids import text_hash

_MOST = 8
"""A message names so many clauses; more would bury it."""


class IdChanges(NamedTuple):
    """How the clauses of a text differ from those its ledger knows.

    ``changed`` ids have another text, ``moved`` ones (with their new ids) are known by their text, ``gone``
    ones have no clause. Those for which the ledger has an alias or a tombstone are settled and left out.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]


def compare(document: Document, ledger: Ledger) -> IdChanges:
    """What would be new in a ledger. A lost clause whose text stands at a new id has moved there."""
    hashes = _hashes(document)
    lost = _lost(ledger, hashes)
    moved = _moved(lost, ledger, hashes)
    old, new = {old for old, _ in moved}, {new for _, new in moved}
    return IdChanges(
        new=tuple(name for name in hashes if name not in ledger.clauses and name not in new),
        changed=tuple(
            name for name in hashes if name in ledger.clauses and ledger.clauses[name][-1:] != (hashes[name],)
        ),
        moved=tuple(moved),
        gone=tuple(name for name in lost if name not in old),
    )


def settle(document: Document, ledger: Ledger, path: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger with the ids and hashes of a document added, and what breaks a promise.

    ``path`` names the ledger in messages. Problems: I101 an id that was published has no clause now, I102
    an alias to a clause that is not there, I103 an alias or tombstone for an id that a clause has.
    """
    hashes = _hashes(document)
    settled = {**ledger.aliases, **ledger.tombstones}
    gone = _lost(ledger, hashes)
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


def _hashes(document: Document) -> dict[str, str]:
    return {clause.id: text_hash(clause.text) for clause in document.clauses}


def _lost(ledger: Ledger, hashes: dict[str, str]) -> list[str]:
    """Published ids that have no clause, and neither alias nor tombstone."""
    settled = {**ledger.aliases, **ledger.tombstones}
    return [name for name in ledger.clauses if name not in hashes and name not in settled]


def _extended(known: tuple[str, ...], digest: str) -> tuple[str, ...]:
    return known if known and known[-1] == digest else (*known, digest)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST])
    if len(names) <= _MOST:
        return shown
    return gettext("{names} and {number} more").format(names=shown, number=len(names) - _MOST)


def _moved(lost: list[str], ledger: Ledger, hashes: dict[str, str]) -> list[tuple[str, str]]:
    """Where the texts of lost clauses stand now; an empty text tells nothing."""
    fresh = {digest: name for name, digest in hashes.items() if name not in ledger.clauses}
    fresh.pop(text_hash(""), None)
    return [(name, fresh[digest]) for name in lost if (digest := ledger.clauses[name][-1]) in fresh]


def _advice(gone: list[str], ledger: Ledger, hashes: dict[str, str]) -> str:
    """Where the texts of vanished clauses stand now, as lines to add to the ledger."""
    moved = _moved(gone, ledger, hashes)
    lines = [f'"{old}" = "{new}"' for old, new in moved[:_MOST]] or [
        f'"{gone[0]}" = "{gettext("<its new id>")}"'
    ]
    advice = (
        gettext("if it moved, add under [aliases]: by its text, {lines}")
        if moved
        else gettext("if it moved, add under [aliases]: {lines}")
    )
    return advice.format(lines=", ".join(lines))
