"""changes.toml, the log of what was published when. `digest publish` adds to it.

An entry with a mistake is left out, and the site is built without it: the log tells of the past, and must not keep a new
text from being published.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

from digest.model.changes import HOW, KINDS, Change, ClauseChange, Earlier, Log, PromisedPlace
from digest.model.problem import Problem
from digest.read.locate import KeyPath
from digest.read.schema import DAY, Key, Shape, TextRule, check
from digest.read.site import LANGUAGES
from digest.read.toml import TomlFile, read_toml
from digest.regex import regex
from digest.text.ids import FORM
from digest.text.slugs import SLUG

FILE = "changes.toml"

_TAG = TextRule(
    regex(rf"tag:[A-Za-z0-9.-]+,{DAY.pattern.pattern}:"),
    "a host and a day",
    '"tag:digest.example.org,2025-01-31:"',
)
_POLICY = TextRule(SLUG, "the name of a policy's folder", '"city-2024"')
_ID = TextRule(FORM, "the id of a clause", '"art3"')
_VERSION = TextRule(regex(r"[0-9a-f]{8}"), "8 hex digits", '"9f86d081"')
_CODE = TextRule(regex(r"[0-9]{6}"), "a code of six digits (GB/T 2260)", '"440300"')

_HEAD = (
    Key("tag", rule=_TAG),
    Key(
        "earlier",
        Shape.TABLES,
        required=False,
        inside=(
            Key("policy", rule=_POLICY),
            Key("gone", Shape.TEXTS, required=False, rule=_ID),
            Key("replaces", Shape.TEXTS, required=False, rule=_POLICY),
            Key("ended", Shape.FLAG, required=False),
        ),
    ),
    Key(
        "place",
        Shape.TABLES,
        required=False,
        inside=(Key("code", rule=_CODE), *(Key(each) for each in LANGUAGES)),
    ),
    Key("change", Shape.TABLES, required=False),
)
_CHANGE = (
    Key("day", rule=DAY),
    Key("policy", rule=_POLICY),
    Key("kind", choices=KINDS),
    Key("replaces", Shape.TEXTS, required=False, rule=_POLICY),
    Key(
        "clauses",
        Shape.TABLES,
        required=False,
        inside=(
            Key("how", choices=HOW),
            Key("clause", rule=_ID),
            Key("to", required=False, rule=_ID),
            Key("before", required=False, rule=_VERSION),
            Key("after", required=False, rule=_VERSION),
        ),
    ),
)


class ReadLog(NamedTuple):
    """The log (an empty one where there is no file yet), or None with the reasons."""

    log: Log | None
    problems: tuple[Problem, ...]


def read_log(content: Path) -> ReadLog:
    """The log of a content folder.

    Problems: those of ``read_toml`` and ``check``; of a single entry they are warnings, and it is left out.
    """
    path = content / FILE
    if not path.exists() and not path.is_symlink():
        return ReadLog(Log(), ())
    file, problems = read_toml(path)
    if file is None:
        return ReadLog(None, problems)
    entries = file.data.get("change", [])
    single = isinstance(entries, list) and all(isinstance(each, Mapping) for each in entries)
    # What is in the entries is looked at one by one.
    rest = {name: value for name, value in file.data.items() if name != "change" or not single}
    if problems := check(TomlFile(file.source, rest), _HEAD):
        return ReadLog(None, problems)
    changes: list[Change] = []
    lines: dict[str, int] = {}
    found: list[Problem] = []
    for at, entry in enumerate(entries):
        faults = [*check(file, _CHANGE, ("change", at))] or [*_further(file, ("change", at), entry)]
        found += [replace(each, lowered=True) for each in faults]
        if not faults:
            changes.append(_change(entry))
            lines.setdefault(entry["policy"], file.line(("change", at, "policy")))
    log = Log(
        file.data["tag"],
        tuple(Earlier(**{**each, **_tuples(each)}) for each in file.data.get("earlier", [])),
        tuple(
            PromisedPlace(each["code"], {language: each[language] for language in LANGUAGES})
            for each in file.data.get("place", [])
        ),
        tuple(changes),
        lines,
    )
    return ReadLog(log, tuple(found))


def _further(file: TomlFile, path: KeyPath, entry: Mapping[str, Any]) -> Iterator[Problem]:
    """A day that no calendar has, and a clause that moved nowhere."""
    try:
        date.fromisoformat(entry["day"])
    except ValueError:
        expected, found = gettext("a day that exists"), f'"{entry["day"]}"'
        yield file.at_value(
            "R106", (*path, "day"), key="day", expected=expected, found=found, example=DAY.example
        )
    for at, each in enumerate(entry.get("clauses", [])):
        if each["how"] == "moved" and "to" not in each:
            yield from check(file, (Key("to", rule=_ID), *_CHANGE[-1].inside), (*path, "clauses", at))


def _change(entry: Mapping[str, Any]) -> Change:
    clauses = tuple(ClauseChange(**each) for each in entry.get("clauses", []))
    return Change(entry["day"], entry["policy"], entry["kind"], clauses, tuple(entry.get("replaces", [])))


def _tuples(entry: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
