"""en.po follows its policy: new clauses get entries, changed ones are marked, moved ones keep their English.

The same entries and clauses always give the same result, and doing it twice changes nothing more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.model.phrases import is_phrase, kind_of
from digest.model.translation import MACHINE_DRAFT, OFFERED, Catalogue, Entry
from digest.text.ids import text_hash


class Changes(NamedTuple):
    """What a sync did, by context."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]


def sync(
    catalogue: Catalogue, chinese: Mapping[str, str], aliases: Mapping[str, str], slug: str
) -> tuple[Catalogue, Changes]:
    """The catalogue with one entry for each context of ``chinese``, in that order, and what changed.

    English goes with its Chinese: to the entry of the same id and text; else along the ledger's
    ``aliases`` (old id -> new id) to the same text; else to the clause that now has exactly that text, when all
    entries with the text agree on the English. What is left of an id keeps its English as fuzzy, with the
    Chinese it belongs to; an alias leads it on. Entries without a clause become obsolete and stay in the file.
    """
    taken = _taken(catalogue.entries, chinese, _with_phrases(aliases, catalogue.entries))
    live = [_entry(context, zh, taken.get(context)) for context, zh in chinese.items()]
    used = {id(entry) for entry in taken.values()}
    left = [entry for entry in catalogue.entries if id(entry) not in used and entry.en and not entry.offered]
    changes = Changes(
        new=tuple(entry.context for entry in live if entry.context not in taken),
        changed=tuple(entry.context for entry in live if _turned(entry, taken)),
        moved=tuple(
            (old.context, context)
            for context in chinese
            if (old := taken.get(context)) and (old.context != context)
        ),
        gone=tuple(entry.context for entry in left if not entry.obsolete),
    )
    entries = (*live, *_obsolete(left, live))
    return replace(catalogue, header=_header(catalogue, slug), entries=entries), changes


def _with_phrases(aliases: Mapping[str, str], entries: Sequence[Entry]) -> Mapping[str, str]:
    """The aliases with those of the phrases, which follow their clause."""
    phrases = {}
    for context in (entry.context for entry in entries if is_phrase(entry.context)):
        place, _, field = context.partition("/")
        if place in aliases:
            phrases[context] = f"{aliases[place]}/{field}"
    return {**aliases, **phrases}


def _taken(
    entries: Sequence[Entry], chinese: Mapping[str, str], aliases: Mapping[str, str]
) -> dict[str, Entry]:
    """The entry that each context takes over. The surest ways come first; no entry is taken twice."""
    taken: dict[str, Entry] = {}
    free = {id(entry): entry for entry in entries}
    live = {entry.context: entry for entry in entries if not entry.obsolete}
    dead = {entry.context: entry for entry in entries if entry.obsolete}
    now = {context: _key(zh) for context, zh in chinese.items()}

    def take(context: str, entry: Entry | None, *, same: bool) -> None:
        if entry is None or context in taken or id(entry) not in free:
            return
        if not same or now[context] in (_key(entry.zh), _key(entry.belongs_to)):
            taken[context] = free.pop(id(entry))

    def along_aliases(*, same: bool) -> None:
        for old, context in aliases.items():
            if context in chinese:
                take(context, live.get(old) or dead.get(old), same=same)

    for context in chinese:
        take(context, live.get(context), same=True)
        take(context, dead.get(context), same=True)
    along_aliases(same=True)
    _by_text(now, free, taken)
    # A clause that took in the words of another keeps its own English; where it has none, it gets the other's.
    own = {context: live.get(context) for context in chinese if context not in aliases}
    for context, entry in own.items():
        take(context, entry if entry and entry.en else None, same=False)
    along_aliases(same=False)
    for context, entry in own.items():
        take(context, entry, same=False)
    return taken


def _by_text(now: Mapping[str, str], free: dict[int, Entry], taken: dict[str, Entry]) -> None:
    """Give the entries that are still free to the contexts of their kind that have their text now."""
    by_text: dict[tuple[str, str], list[Entry]] = {}
    for entry in free.values():
        if entry.en:
            by_text.setdefault((kind_of(entry.context), _key(entry.belongs_to)), []).append(entry)
    for context, key in now.items():
        found = by_text.get((kind_of(context), key), [])
        if context not in taken and found and len({entry.en for entry in found}) == 1:
            taken[context] = free.pop(id(found.pop(0)))


def _entry(context: str, zh: str, old: Entry | None) -> Entry:
    """The entry of a context. Fuzzy when its English belongs to another Chinese; no longer so when the
    old Chinese is back."""
    if old is None or not old.en:
        return Entry(context, zh, "", notes=old.notes if old else (), line=old.line if old else 0)
    kept = replace(old, context=context, zh=zh, obsolete=False)
    if old.was_zh is not None and _key(old.was_zh) == _key(zh):
        return replace(kept, fuzzy=False, was_zh=None, notes=_accepted(old))
    if _key(old.zh) == _key(zh):
        return kept
    # What somebody made of an offer is English of this clause, whatever was offered.
    notes = old.notes if old.offered else tuple(each for each in old.notes if not each.startswith(OFFERED))
    return replace(kept, fuzzy=True, was_zh=old.belongs_to, notes=notes)


def _accepted(old: Entry) -> tuple[str, ...]:
    """The comments of an entry whose English fits again; what was only offered is a draft of it."""
    if not old.offered:
        return old.notes
    return (MACHINE_DRAFT, *(each for each in old.notes if not each.startswith(OFFERED)))


def _turned(entry: Entry, taken: Mapping[str, Entry]) -> bool:
    """Whether a sync made the entry fuzzy."""
    return entry.fuzzy and not taken[entry.context].fuzzy


def _obsolete(left: Sequence[Entry], live: Sequence[Entry]) -> list[Entry]:
    """The entries without a clause, each once: gettext allows no second one of the same id and text."""
    seen = {(entry.context, entry.zh) for entry in live}
    kept = []
    for entry in left:
        if (entry.context, entry.belongs_to) not in seen:
            seen.add((entry.context, entry.belongs_to))
            kept.append(replace(entry, zh=entry.belongs_to, obsolete=True, fuzzy=False, was_zh=None))
    return kept


def _header(catalogue: Catalogue, slug: str) -> dict[str, str]:
    """The fields gettext asks for; what the file says already stays."""
    return {
        "Project-Id-Version": slug,
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "English",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **catalogue.header,
    }


def _key(text: str) -> str:
    """What makes two texts the same: everything but white space."""
    return text_hash(text)
