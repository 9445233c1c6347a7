"""rulings.toml: what editors decided about pairs of clauses."""

from pathlib import Path
from typing import NamedTuple

from digest.model.matches import Ruling
from digest.model.problem import Problem
from digest.read.schema import Key, Shape, TextRule, check
from digest.read.toml import read_toml
from digest.regex import regex

FILE = "rulings.toml"

_CLAUSE = TextRule(regex(r"[a-z0-9-]+#\S+"), "a policy and a clause id", '"city-2024#3.2"')
_DAY = TextRule(regex(r"\d{4}-\d{2}-\d{2}"), "a day", '"2024-05-31"')
_HASH = TextRule(regex(r"[0-9a-f]{8,64}"), "the first 8 hex digits of a SHA-256 sum, or more", '"9f86d081"')

RULINGS = (
    Key(
        "ruling",
        Shape.TABLES,
        required=False,
        inside=(
            Key("a", rule=_CLAUSE),
            Key("b", rule=_CLAUSE),
            Key("verdict", choices=("same", "comparable", "different")),
            Key("who"),
            Key("who_zh", required=False),
            Key("day", rule=_DAY),
            Key("why", required=False),
            Key(
                "a_hash", rule=_HASH, required=False
            ),  # X111 tells the one that is missing; this file does not know it
            Key("b_hash", rule=_HASH, required=False),
        ),
    ),
)

_OPEN = {"why": "", "a_hash": "", "b_hash": ""}


class ReadRulings(NamedTuple):
    """The rulings in the order of the file (none where there is no file), and the problems of the file."""

    rulings: tuple[Ruling, ...]
    problems: tuple[Problem, ...]


def read_rulings(content: Path) -> ReadRulings:
    """The rulings of a content folder. Problems: those of ``read_toml`` and ``check``."""
    path = content / FILE
    if not path.exists() and not path.is_symlink():
        return ReadRulings((), ())
    file, problems = read_toml(path)
    if file is None:
        return ReadRulings((), problems)
    if problems := check(file, RULINGS):
        return ReadRulings((), problems)
    rows = file.data.get("ruling", [])
    places = [(file.place(("ruling", at, "a")), file.place(("ruling", at, "b"))) for at in range(len(rows))]
    return ReadRulings(
        tuple(Ruling(**{**_OPEN, **row}, places=pair) for row, pair in zip(rows, places, strict=True)), ()
    )
