"""The ledger as the text of ids.toml: one line a wording, so that a diff shows what changed."""

from collections.abc import Iterator, Mapping

from digest.model.ledger import Ledger, Tombstone, Wording
from digest.publish.toml import quoted

_HEAD = """\
# Every clause id this policy was ever published with, and how the clause read (newest last).
# Written by `digest publish` and `digest amend`; report writers rely on it. People may add to three tables:
# [aliases] (the id of a clause that moved leads to its new id), [tombstones] (since when a clause is gone, why, and
# what replaced it) and [ids] (a clause whose number was another's before has another id than its number).
"""


def ledger_toml(ledger: Ledger) -> str:
    """The file; the ids stand in the order of the text, those without a clause at the end."""
    lines = [_HEAD, "[clauses]"]
    for name, wordings in ledger.clauses.items():
        lines += [f"{quoted(name)} = [", *(f"  {_wording(each)}," for each in wordings), "]"]
    lines += _table("aliases", {name: quoted(new) for name, new in ledger.aliases.items()})
    lines += _table("tombstones", {name: _tombstone(each) for name, each in ledger.tombstones.items()})
    lines += _table("ids", {name: quoted(new) for name, new in ledger.ids.items()})
    lines += _table("confirmed", {name: quoted(sum_) for name, sum_ in ledger.confirmed.items()})
    return "\n".join(lines) + "\n"


def _table(title: str, rows: Mapping[str, str]) -> Iterator[str]:
    yield from ("", f"[{title}]")
    yield from (f"{quoted(name)} = {row}" for name, row in rows.items())


def _wording(wording: Wording | str) -> str:
    return _inline({"hash": wording} if isinstance(wording, str) else wording._asdict())


def _tombstone(stone: Tombstone) -> str:
    return _inline({"since": stone.since, "why": stone.why, "replaced_by": list(stone.replaced_by)})


def _inline(row: Mapping[str, object]) -> str:
    """An inline table of what there is."""
    return "{ " + ", ".join(f"{key} = {quoted(value)}" for key, value in row.items() if value) + " }"
