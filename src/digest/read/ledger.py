"""ids.toml, the ledger of a policy. ``digest publish`` and ``digest amend`` write it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from digest.model.ledger import Ledger, Tombstone, Wording
from digest.model.problem import Problem
from digest.read.schema import ANY, DAY, Key, Shape, TextRule, check
from digest.read.toml import read_toml
from digest.regex import regex
from digest.text.ids import FORM

FILE = "ids.toml"

_ID = TextRule(FORM, "the id of a clause", '"art3"')
_HASH = TextRule(regex(r"[0-9a-f]{64}"), "a SHA-256 sum in hex", '"9f86d081..."')
_WORDING = (
    Key("label", required=False),
    Key("heading", required=False),
    Key("text", required=False),
    Key("hash", required=False, rule=_HASH),
)
_TOMBSTONE = (
    Key("since", required=False, rule=DAY),
    Key("why", required=False),
    Key("replaced_by", Shape.TEXTS, required=False, rule=_ID),
)
_FURTHER = (
    Key("aliases", Shape.TABLE, required=False, inside=(Key(ANY, rule=_ID, names=_ID),)),
    Key("ids", Shape.TABLE, required=False, inside=(Key(ANY, rule=_ID, names=_ID),)),
    Key("confirmed", Shape.TABLE, required=False, inside=(Key(ANY, rule=_HASH, names=_ID),)),
)

LEDGER = (
    Key("clauses", Shape.TABLE, inside=(Key(ANY, Shape.TABLES, names=_ID, inside=_WORDING),)),
    Key(
        "tombstones",
        Shape.TABLE,
        required=False,
        inside=(Key(ANY, Shape.TABLE, names=_ID, inside=_TOMBSTONE),),
    ),
    *_FURTHER,
)
FORMER = (
    Key("clauses", Shape.TABLE, inside=(Key(ANY, Shape.TEXTS, rule=_HASH, names=_ID),)),
    Key("tombstones", Shape.TABLE, required=False, inside=(Key(ANY, names=_ID),)),
    *_FURTHER,
)
"""The form of ledgers that knew the hashes of texts only, and of tombstones the reason."""


class ReadLedger(NamedTuple):
    """The ledger (an empty one where there is no file yet), or None with the reasons."""

    ledger: Ledger | None
    problems: tuple[Problem, ...]


def read_ledger(folder: Path) -> ReadLedger:
    """The ledger of a policy's folder, in its own form or the former one. Problems: those of ``read_toml`` and
    ``check``."""
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return ReadLedger(Ledger(), ())
    file, problems = read_toml(path)
    if file is None:
        return ReadLedger(None, problems)
    if problems := check(file, FORMER if _is_former(file.data) else LEDGER):
        return ReadLedger(None, problems)
    data = file.data
    ledger = Ledger(
        {name: tuple(_wording(each) for each in found) for name, found in data["clauses"].items()},
        dict(data.get("aliases", {})),
        {name: _tombstone(each) for name, each in data.get("tombstones", {}).items()},
        dict(data.get("ids", {})),
        dict(data.get("confirmed", {})),
    )
    return ReadLedger(ledger, ())


def _is_former(data: Mapping[str, Any]) -> bool:
    """Whether wordings or tombstones are texts, not tables."""
    clauses, tombstones = data.get("clauses"), data.get("tombstones")
    found = [*clauses.values()] if isinstance(clauses, Mapping) else []
    wordings = [each for wordings in found if isinstance(wordings, list) for each in wordings]
    gone = [*tombstones.values()] if isinstance(tombstones, Mapping) else []
    return any(isinstance(each, str) for each in wordings or gone)


def _wording(row: Mapping[str, str] | str) -> Wording | str:
    if isinstance(row, str):
        return row
    if "hash" in row:
        return row["hash"]
    return Wording(row.get("label", ""), row.get("heading", ""), row.get("text", ""))


def _tombstone(row: Mapping[str, Any] | str) -> Tombstone:
    if isinstance(row, str):
        return Tombstone(why=row)
    return Tombstone(row.get("since", ""), row.get("why", ""), tuple(row.get("replaced_by", ())))
