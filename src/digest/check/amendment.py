"""A new text in the place of a published one: which id each clause gets, and what becomes of the ids that lose theirs."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from digest.check.ledger import find_broken, named, published
from digest.model.document import Clause, Document
from digest.model.ledger import Ledger, Tombstone, Wording
from digest.text.ids import below, repeated, text_hash
from digest.text.pairing import SURE, Pairing, likeness, pair, wordings


class Amendment(NamedTuple):
    """``document`` is the new text under the ids that its clauses get, ``ledger`` what is to be written, ``pairing``
    the published text beside the new one by these ids, ``before`` how published clauses read last. ``restored`` are
    the ids of clauses that were gone and stand in the text again."""

    document: Document
    ledger: Ledger
    pairing: Pairing
    before: Mapping[str, Wording]
    restored: tuple[str, ...]


def amend(
    document: Document, ledger: Ledger, day: str, same: Mapping[str, str], gone: frozenset[str]
) -> Amendment:
    """Follow a new text, parsed under the ids that its numbers give.

    ``day`` (ISO 8601) is from when clauses without a successor are gone. An editor's decisions go before words:
    ``same`` leads from a published id to the clause it is now, ``gone`` has no clause.

    Afterwards each published id is the id of the same clause as before, or an alias to where that is now, or a
    tombstone, and no clause has an id that was another's. What is the same although little of its words is left is
    confirmed. Only what was published binds: ids that an earlier amendment gave, and nobody saw, are given again.
    """
    now = wordings(document)
    before = published(ledger, now)
    roots = {name: _root(name, ledger) for name in {**ledger.clauses, **ledger.aliases, **ledger.tombstones}}
    found = _paired(document, ledger, {name for name, root in roots.items() if name == root} - gone, same)
    given = _given(document, _own(found, now, roots, ledger), roots)
    settled = _settled(ledger, roots, found, given, day)
    new = replace(settled, ids=_written(document, given), confirmed={})
    amended = named(document, new.ids)
    now = wordings(amended)
    broken = {new.end(each.id) for each in find_broken(now, new)}
    confirmed = {name: text_hash(now[name].words) for name in now if name in broken}
    return Amendment(
        amended,
        replace(new, confirmed=confirmed),
        _renamed(found, given, gone & before.keys()),
        before,
        tuple(given[each.new] for each in found.pairs if each.old in ledger.tombstones),
    )


def _paired(document: Document, ledger: Ledger, kept: Collection[str], same: Mapping[str, str]) -> Pairing:
    """The published clauses that have not led elsewhere (``kept``) beside the new text; those that are gone only where
    their very words stand in it again."""
    now = wordings(document)
    before = published(ledger, now)
    live = {name for name in kept if name in before and name not in ledger.tombstones}
    restored = _restored(live, before, ledger, now)
    old = {name: wording for name, wording in before.items() if name in live or name in restored}
    return pair(old, now, {**_confirmed(live, document, ledger), **same, **restored})


def _own(
    found: Pairing, now: Mapping[str, Wording], roots: Mapping[str, str], ledger: Ledger
) -> Mapping[str, Collection[str]]:
    """The published ids that are each new clause's own: that of the clause it continues, and those that led there and
    read like it."""
    lineages: dict[str, set[str]] = {}
    for name, root in roots.items():
        lineages.setdefault(root, set()).add(name)
    return {
        each.new: {
            name
            for name in lineages[each.old]
            if name == each.old or _said(ledger.clauses.get(name, ()), now[each.new])
        }
        for each in found.pairs
    }


def _settled(
    ledger: Ledger, roots: Mapping[str, str], found: Pairing, given: Mapping[str, str], day: str
) -> Ledger:
    """The ledger with an alias or a tombstone for each known id that is no clause's now."""
    names = set(given.values())
    ends = {each.old: given[each.new] for each in found.pairs} | {
        old: given[new] for old, new in found.merged
    }
    # An alias by hand may begin at an id from before the ledger, and lead to a clause that was not published yet.
    ends |= {
        name: end
        for name in ledger.aliases
        if name not in ledger.clauses and roots[name] == name and (end := ledger.end(name)) in names
    }
    known = {*ledger.clauses, *ledger.tombstones}
    return replace(
        ledger,
        aliases={name: ends[root] for name, root in roots.items() if root in ends and name not in names},
        tombstones={
            name: _tombstone(ledger.tombstones.get(root), day, ends)
            for name, root in roots.items()
            if root in known and root not in ends and name not in names
        },
    )


def _root(name: str, ledger: Ledger) -> str:
    """The clause that an id leads to: the last one on the way of aliases that was published or is gone."""
    seen = {name}
    while (target := ledger.aliases.get(name, name)) not in seen and (
        target in ledger.clauses or target in ledger.tombstones
    ):
        seen.add(name := target)
    return name


def _said(known: Collection[Wording | str], now: Wording) -> bool:
    """Whether a former id of a clause read like the clause now. That of one merged into it said something else."""
    words = [each for each in known if not isinstance(each, str)]
    return any(likeness(one, now) >= SURE for one in words) or text_hash(now.text) in known


def _confirmed(live: Collection[str], document: Document, ledger: Ledger) -> Mapping[str, str]:
    """The clauses that an editor has confirmed already, by their published ids."""
    at = {
        clause.id: minted.id
        for clause, minted in zip(named(document, ledger.ids).clauses, document.clauses, strict=True)
    }
    now = wordings(document)
    return {
        name: at[end]
        for name in live
        if (end := ledger.end(name)) in at and ledger.confirmed.get(end) == text_hash(now[at[end]].words)
    }


def _restored(
    live: Collection[str], before: Mapping[str, Wording], ledger: Ledger, now: Mapping[str, Wording]
) -> Mapping[str, str]:
    """The clauses that are gone whose very words stand in the text again, and not as those of another."""
    known = {text_hash(before[name].words) for name in live}
    free = {found: name for name, wording in now.items() if (found := text_hash(wording.words)) not in known}
    sums = {name: text_hash(before[name].words) for name in ledger.tombstones if name in before}
    return {name: free.pop(found) for name, found in sums.items() if before[name].words and found in free}


def _given(document: Document, own: Mapping[str, Collection[str]], known: Collection[str]) -> dict[str, str]:
    """The id of each clause by that of its number. ``own`` are those of the ``known`` ids that are a clause's own."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for clause in document.clauses:
        name = below(clause.id, clause.parent, given.get(clause.parent or ""))
        while name in taken or (name in known and name not in own.get(clause.id, ())):
            name = repeated(name)
        given[clause.id] = name
        taken.add(name)
    return given


def _written(document: Document, given: Mapping[str, str]) -> Mapping[str, str]:
    """The ids that do not follow from the numbers and from the clause above."""

    def follows(clause: Clause) -> str:
        return below(clause.id, clause.parent, given.get(clause.parent or ""))

    return {clause.id: given[clause.id] for clause in document.clauses if given[clause.id] != follows(clause)}


def _tombstone(stone: Tombstone | None, day: str, ends: Mapping[str, str]) -> Tombstone:
    """The tombstone of a clause, an old one with what its successors have become."""
    if stone is None:
        return Tombstone(day)
    return replace(stone, replaced_by=tuple(ends.get(name, name) for name in stone.replaced_by))


def _renamed(found: Pairing, given: Mapping[str, str], gone: frozenset[str]) -> Pairing:
    """A pairing by the ids that the clauses of the new text get."""
    return Pairing(
        tuple(each._replace(new=given[each.new]) for each in found.pairs),
        tuple((old, given[new]) for old, new in found.merged),
        tuple((old, given[new]) for old, new in found.split),
        (*found.gone, *sorted(gone)),
        tuple(given[name] for name in found.new),
    )
