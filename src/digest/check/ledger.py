"""A published clause id is a promise: it is never used for another clause and never dies silently."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from gettext import gettext
from typing import NamedTuple

from digest.model.document import Document
from digest.model.ledger import Ledger, Wording
from digest.model.problem import Problem, listed, problem
from digest.text.ids import below, repeated, text_hash
from digest.text.pairing import SURE, pair, same_words, wordings


class Broken(NamedTuple):
    """A published id whose clause is not where it was. ``now`` is the id of that clause in the text, None when it is
    gone; ``taken`` says that another clause has the id."""

    id: str
    now: str | None
    taken: bool


class News(NamedTuple):
    """What a ledger does not know of a text: ids that were never published, and those whose clause reads otherwise."""

    new: tuple[str, ...]
    reworded: tuple[str, ...]


def named(document: Document, ids: Mapping[str, str]) -> Document:
    """A document whose clauses have the ids they are published under. ``ids`` leads to them from the ids that the
    numbers give, where these differ; parts of a clause follow it."""
    if not ids:
        return document
    found: dict[str, str] = {}
    taken = {ids[clause.id] for clause in document.clauses if clause.id in ids}
    for clause in document.clauses:
        name = ids.get(clause.id) or below(clause.id, clause.parent, found.get(clause.parent or ""))
        while clause.id not in ids and name in taken:
            name = repeated(name)
        found[clause.id] = name
        taken.add(name)
    return replace(
        document,
        clauses=tuple(
            replace(clause, id=found[clause.id], parent=found[clause.parent] if clause.parent else None)
            for clause in document.clauses
        ),
    )


def published(ledger: Ledger, now: Mapping[str, Wording]) -> Mapping[str, Wording]:
    """How each published clause read last. Where only a hash is known, the clause of the text (``now``) that has it;
    else a wording without words."""
    by_hash = {text_hash(each.text): each for each in now.values() if each.text}

    def last(name: str, found: Sequence[Wording | str]) -> Wording:
        wording = found[-1] if found else Wording()
        if isinstance(wording, Wording):
            return wording
        here = now.get(name)
        if here and text_hash(here.text) == wording:
            return here
        return by_hash.get(wording, Wording())

    return {name: last(name, found) for name, found in ledger.clauses.items()}


def learnt(ledger: Ledger, now: Mapping[str, Wording]) -> Ledger:
    """A ledger with the words of clauses of which it knew a hash, where a text still has them."""

    def words(name: str, found: tuple[Wording | str, ...]) -> tuple[Wording | str, ...]:
        return (*found[:-1], now[name]) if name in now and _is(found[-1:], now[name]) else found

    return replace(ledger, clauses={name: words(name, found) for name, found in ledger.clauses.items()})


def find_broken(now: Mapping[str, Wording], ledger: Ledger) -> tuple[Broken, ...]:
    """The published ids that a text breaks, which neither an alias nor a tombstone nor a confirmation explains.

    An alias to an id that was never published explains nothing yet: the clause there must be the one that moved.
    """
    at = {
        name: end
        for name in ledger.clauses
        if name not in ledger.tombstones and (end := ledger.end(name)) not in ledger.tombstones
        if name == end or (end in now and end not in ledger.clauses)
    }
    live = {name: wording for name, wording in published(ledger, now).items() if name in at}
    kept = {name: end for name, end in at.items() if end in now and _is_as_published(name, now[end], ledger)}
    if len(kept) == len(live):
        return ()
    found = pair(live, now, kept)
    to = {each.old: each.new for each in found.pairs if each.new != at[each.old] or each.likeness >= SURE}
    to = {**dict(found.merged), **to}
    return tuple(
        Broken(name, to.get(name), end in now)
        for name, end in at.items()
        if name not in kept and (to.get(name) != end or _was_another(name, now[end], ledger))
    )


def check_ledger(document: Document, ledger: Ledger, path: str) -> tuple[Problem, ...]:
    """What in a text breaks a promise of its ledger, which ``path`` names in messages.

    Problems: I101 an id that was published has no clause now, I102 an alias to a clause that is not there, I103 an
    alias or tombstone for an id that a clause has, I104 an id whose clause is not the one that was published.
    """
    now = wordings(document)
    broken = find_broken(now, ledger)
    lost = [each for each in broken if not each.taken]
    taken = [each for each in broken if each.taken]
    doc = document.slug
    found = [problem("I101", path, ids=_described(lost), doc=doc)] if lost else []
    found += [problem("I104", path, ids=_described(taken), doc=doc)] if taken else []
    found += [
        problem("I102", path, id=old, target=target, doc=doc)
        for old, target in ledger.aliases.items()
        if ledger.end(old) not in now and ledger.end(old) not in ledger.tombstones
    ]
    found += [
        problem("I103", path, id=name, doc=doc)
        for name in {**ledger.aliases, **ledger.tombstones}
        if name in now
    ]
    return tuple(found)


def news(now: Mapping[str, Wording], ledger: Ledger) -> News:
    """What ``record`` would add."""
    return News(
        tuple(name for name in now if name not in ledger.clauses),
        tuple(
            name
            for name, wording in now.items()
            if name in ledger.clauses and not _is(ledger.clauses[name][-1:], wording)
        ),
    )


def record(now: Mapping[str, Wording], ledger: Ledger) -> Ledger:
    """The ledger once a text is published: it knows the ids and wordings of the text."""
    clauses = {name: _recorded(ledger.clauses.get(name, ()), wording) for name, wording in now.items()}
    gone = {name: known for name, known in ledger.clauses.items() if name not in clauses}
    return replace(ledger, clauses={**clauses, **gone}, confirmed={})


def _recorded(known: tuple[Wording | str, ...], wording: Wording) -> tuple[Wording | str, ...]:
    """The wordings with one more. The same words, whose number or hash was known, are written once."""
    return (*(known[:-1] if _is(known[-1:], wording) else known), wording)


def _is(known: Iterable[Wording | str], wording: Wording) -> bool:
    """Whether one of some wordings reads like this one."""
    return any(
        text_hash(wording.text) == each if isinstance(each, str) else same_words(each, wording)
        for each in known
    )


def _is_as_published(name: str, wording: Wording, ledger: Ledger) -> bool:
    """Whether a clause reads as it once did, or as an editor confirmed."""
    confirmed = ledger.confirmed.get(ledger.end(name)) == text_hash(wording.words)
    return confirmed or _is(ledger.clauses[name], wording)


def _was_another(name: str, wording: Wording, ledger: Ledger) -> bool:
    """Whether these very words were published under another id."""
    return bool(wording.words) and any(
        isinstance(each, Wording) and same_words(each, wording)
        for other, found in ledger.clauses.items()
        if other != name
        for each in found
    )


def _described(broken: Sequence[Broken]) -> str:
    """``art3 (now art4), art5``."""
    return listed(
        [
            gettext("{id} (now {now})").format(id=each.id, now=each.now)
            if each.now and each.now != each.id
            else each.id
            for each in broken
        ]
    )
