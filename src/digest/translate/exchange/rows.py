"""A translation outside its PO file, and how it finds its way back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from digest.model.translation import MACHINE_DRAFT, OFFERED, Catalogue, Entry
from digest.text.ids import text_hash
from digest.text.po import one_line_safe
from digest.translate.states import STATES


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One entry on its way. ``state`` is one of ``STATES``; ``zh`` is the Chinese that ``en`` belongs to."""

    doc: str
    id: str
    state: str
    zh: str
    en: str


class ImportResult(NamedTuple):
    """What became of rows: ids whose English was taken, ids whose Chinese is another one by now or that are not
    there, and ids whose reviewed English was kept against a draft."""

    taken: tuple[str, ...]
    refused: tuple[str, ...]
    kept: tuple[str, ...]


def rows(catalogue: Catalogue, doc: str) -> Iterator[ExchangeRow]:
    """The entries of a policy, in order, obsolete ones aside."""
    for entry in catalogue.entries:
        if not entry.obsolete:
            yield ExchangeRow(doc, entry.context, entry.state, entry.zh, "" if entry.offered else entry.en)


def take(catalogue: Catalogue, incoming: Iterable[ExchangeRow]) -> tuple[Catalogue, ImportResult]:
    """The catalogue with the English of rows that still have the Chinese of their entry.

    A row counts as reviewed only if it says so; a draft never replaces English that was reviewed.
    """
    by_id = {row.id: row for row in incoming if row.en.strip()}
    taken, refused, kept = [], [], []
    entries = []
    for entry in catalogue.entries:
        row = None if entry.obsolete else by_id.pop(entry.context, None)
        if row is None:
            entries.append(entry)
        elif text_hash(row.zh) != text_hash(entry.zh):
            refused.append(entry.context)
            entries.append(entry)
        elif row.state != "reviewed" and entry.state == "reviewed" and _new(row, entry):
            kept.append(entry.context)
            entries.append(entry)
        else:
            changed = _with(entry, row)
            entries.append(changed)
            taken += [entry.context] if changed != entry else []
    outcome = ImportResult(tuple(taken), (*refused, *by_id), tuple(kept))
    return replace(catalogue, entries=tuple(entries)), outcome


def one_state(printed: str | None) -> str:
    """A state as a file says it; what says nothing we know is a draft."""
    return printed if printed in STATES else "machine"


def by_document(incoming: Iterable[ExchangeRow]) -> Mapping[str, list[ExchangeRow]]:
    """Rows by policy."""
    found: dict[str, list[ExchangeRow]] = {}
    for row in incoming:
        found.setdefault(row.doc, []).append(row)
    return found


def _new(row: ExchangeRow, entry: Entry) -> bool:
    return row.en.strip() != entry.en


def _with(entry: Entry, row: ExchangeRow) -> Entry:
    """An entry with the English of a row. The same English changes nothing unless it was reviewed since."""
    en = one_line_safe(row.en.replace("\r\n", "\n").strip())
    if en == entry.en and (row.state != "reviewed" or entry.state == "reviewed"):
        return entry
    notes = tuple(each for each in entry.notes if each != MACHINE_DRAFT and not each.startswith(OFFERED))
    if row.state != "reviewed":
        notes = (MACHINE_DRAFT, *notes)
    return replace(entry, en=en, fuzzy=False, was_zh=None, notes=notes)
