"""ids.toml, the ledger of a policy. The build writes it; editors add aliases and tombstones."""

import re
from pathlib import Path
from typing import NamedTuple

from digest.model.ledger import Ledger
from digest.model.problem import Problem
from digest.read.schema import ANY, Key, Rule, Shape, check
from digest.read.toml import read_toml

FILE = "ids.toml"

_HASH = Rule(re.compile(r"[0-9a-f]{64}"), "a list of SHA-256 sums in hex", '["9f86d081..."]')

LEDGER = (
    Key("clauses", Shape.TABLE, inside=(Key(ANY, Shape.TEXTS, rule=_HASH),)),
    Key("aliases", Shape.TABLE, required=False, inside=(Key(ANY),)),
    Key("tombstones", Shape.TABLE, required=False, inside=(Key(ANY),)),
)


class ReadLedger(NamedTuple):
    """The ledger (an empty one where there is no file yet), or None with the reasons."""

    ledger: Ledger | None
    problems: tuple[Problem, ...]


def read_ledger(folder: Path) -> ReadLedger:
    """The ledger of a policy's folder. Problems: those of ``read_toml`` and ``check``."""
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return ReadLedger(Ledger(), ())
    file, problems = read_toml(path)
    if file is None:
        return ReadLedger(None, problems)
    if problems := check(file, LEDGER):
        return ReadLedger(None, problems)
    clauses = {name: tuple(hashes) for name, hashes in file.data["clauses"].items()}
    ledger = Ledger(clauses, dict(file.data.get("aliases", {})), dict(file.data.get("tombstones", {})))
    return ReadLedger(ledger, ())
