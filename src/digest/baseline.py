"""The findings that a project knows of and lives with, in a file beside it: ``digest check --baseline FILE`` reports new ones only.

A finding is known by its code, its file and the words that are marked there, not by its line, which moves with every edit. Errors
are never left out.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem, Severity
from digest.publish.toml import quoted
from digest.read.schema import Key, Shape, check
from digest.read.toml import read_toml

_KNOWN = (
    Key(
        "known",
        Shape.TABLES,
        required=False,
        inside=(
            Key("code"),
            Key("file"),
            Key("words", required=False),
            Key("times", Shape.WHOLE, required=False),
        ),
    ),
)
_HEAD = """\
# Findings that are known. `digest check --baseline` with this file reports others only; errors are always reported.
# `digest check --write-baseline` writes the file again, without what is fixed.
"""


def is_baseline(path: Path) -> bool:
    """Whether a file is one that ``baseline_toml`` made, which may be replaced."""
    return path.is_file() and path.read_bytes().startswith(_HEAD.splitlines()[0].encode())


class KnownFinding(NamedTuple):
    """What a finding is known by."""

    code: str
    file: str
    words: str


class BaselineResult(NamedTuple):
    """The findings that are ``new``, how many others are ``known``, and the known ones that are ``fixed``."""

    new: tuple[Problem, ...]
    known: int
    fixed: tuple[KnownFinding, ...]


class ReadBaseline(NamedTuple):
    """What is known, and how often; None with the reasons."""

    listed: Counter[KnownFinding] | None
    problems: tuple[Problem, ...]


def read_baseline(path: Path) -> ReadBaseline:
    """A baseline file. Problems: those of ``read_toml`` and ``check``."""
    file, problems = read_toml(path)
    problems = problems or (check(file, _KNOWN) if file else ())
    if file is None or problems:
        return ReadBaseline(None, problems)
    rows = file.data.get("known", ())
    return ReadBaseline(
        Counter(
            {
                KnownFinding(row["code"], row["file"], row.get("words", "")): row.get("times", 1)
                for row in rows
            }
        ),
        (),
    )


def compare(problems: Sequence[Problem], listed: Counter[KnownFinding], content: Path) -> BaselineResult:
    """Findings beside what is known: of several alike, as many are known as the file says."""
    left = Counter(listed)
    new: list[Problem] = []
    for each in problems:
        finding = _known_as(each, content)
        if each.severity is not Severity.ERROR and left[finding] > 0:
            left[finding] -= 1
        else:
            new.append(each)
    fixed = tuple(finding for finding in listed if left[finding] == listed[finding])
    return BaselineResult(tuple(new), len(problems) - len(new), fixed)


def baseline_toml(problems: Iterable[Problem], content: Path) -> str:
    """The warnings among some findings as the text of a baseline file, in one order."""
    listed = Counter(_known_as(each, content) for each in problems if each.severity is Severity.WARNING)
    tables = [
        "\n[[known]]\n"
        + "".join(
            f"{name} = {quoted(value)}\n"
            for name, value in zip(finding._fields, finding, strict=True)
            if value
        )
        + (f"times = {times}\n" if times > 1 else "")
        for finding, times in sorted(listed.items())
    ]
    return _HEAD + "".join(tables)


def _known_as(found: Problem, content: Path) -> KnownFinding:
    first = found.column - found.source_column
    marked = found.source_line[first : found.end_column - found.source_column].strip()
    words = marked or " ".join(
        value for name, value in found.values if name not in _UNSTEADY and not value.isdigit()
    )
    return KnownFinding(
        found.code, Path(os.path.relpath(found.path or ".", content.parent)).as_posix(), words
    )


_UNSTEADY = ("suggestion", "remedy", "known", "where")
"""Values of messages that say what to do or where, and change with the program and its language."""
