"""What ``digest check --fix`` changes by itself: only what has one meaning, and never the text of a policy.

A change to a file of settings is proposed when what it says stays the same, or could not be read before.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem
from digest.read.ignored import is_ignored
from digest.read.policy_keys import POLICY
from digest.read.schema import Schema
from digest.read.source import decode
from digest.read.toml import parse_toml
from digest.read.toml_faults import straight


class Fix(NamedTuple):
    """A file as it is and as it is to be."""

    path: Path
    before: bytes
    after: bytes


def find_fixes(content: Path, problems: Sequence[Problem]) -> tuple[Fix, ...]:
    """The changes that fix some of the findings of a content folder, a file each."""
    found = []
    for path in _settings(content):
        before = path.read_bytes()
        after = _fixed(path, before, [each for each in problems if each.path == path.as_posix()])
        if after is not None and after != before:
            found.append(Fix(path, before, after))
    return tuple(found)


def diff_of(fix: Fix) -> str:
    """A change as a unified diff; a file in another encoding is read in that."""
    source, _ = decode(fix.path.as_posix(), fix.before)
    before = source.text if source else ""
    mark = "\ufeff" if fix.before.startswith(b"\xef\xbb\xbf") else ""
    name = fix.path.as_posix()
    lines = unified_diff(
        _lines(mark + before),
        _lines(fix.after.decode("utf-8")),
        f"{name} (now)",
        f"{name} (fixed)",
        lineterm="",
    )
    return "\n".join(line.replace("\r", "␍").replace("\ufeff", "<BOM>") for line in lines)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _settings(content: Path) -> Iterator[Path]:
    """The settings of a project that can be written: those in content/ and the words of its templates."""
    found = [*content.rglob("*.toml"), *(content.parent / "templates").glob("words.*.toml")]
    for path in sorted(found):
        if path.is_file() and not path.is_symlink() and not is_ignored(Path(path.name)):
            yield path


def _fixed(path: Path, data: bytes, problems: Sequence[Problem]) -> bytes | None:
    source, _ = decode(path.as_posix(), data)
    if source is None:
        return None
    text = _readable(source.text)
    if text is None:
        return None
    if text == source.text:
        text = _renamed(text, problems)
    tidy = "\n".join(map(_without_blanks, text.split("\n")))
    return (tidy if _same(tidy, text) else text).encode()


def _without_blanks(line: str) -> str:
    """A line without white space at its end; a line end of Windows stays, it is no fault."""
    words = line.removesuffix("\r")
    return words.rstrip(" \t") + line[len(words) :]


def _readable(text: str) -> str | None:
    """A text of settings with half-width signs where full-width ones keep it from being read; None where more is wrong."""
    for _ in range(_MANY):
        file, problems = parse_toml("", text.encode())
        if file:
            return text
        (found,) = problems
        lines = text.split("\n")
        sign = found.source_line[found.column - found.source_column : found.end_column - found.source_column]
        right = straight(sign)
        if not right:
            return None
        line = lines[found.line - 1]
        lines[found.line - 1] = line[: found.column - 1] + right + line[found.column :]
        text = "\n".join(lines)
    return None


_MANY = 200
"""So many signs of a file are replaced; more are another fault."""


def _renamed(text: str, problems: Sequence[Problem]) -> str:
    """Misspelt keys and values with the one that is meant, from the last to the first, so that places stay."""
    lines = text.split("\n")
    for each in sorted(problems, key=lambda found: (found.line, found.column), reverse=True):
        meant = _meant(each)
        if meant and each.end_column > each.column:
            line = lines[each.line - 1]
            old = line[each.column - 1 : each.end_column - 1]
            quote = old[0] if old[:1] in ("'", '"') else ""
            lines[each.line - 1] = (
                line[: each.column - 1] + quote + meant + quote + line[each.end_column - 1 :]
            )
    return "\n".join(lines)


def _meant(found: Problem) -> str:
    """The known word that a misspelt one stands for; empty where there is a doubt."""
    values = dict(found.values)
    if found.code not in ("R103", "R105"):
        return ""
    written = values.get("key" if found.code == "R103" else "found", "").strip("\"'")
    near = re.search(r"`([^`]+)`", values.get("suggestion", ""))
    if not near:
        return ""
    alike = SequenceMatcher(None, written.lower(), near[1]).ratio() >= _SURE
    return near[1] if alike or (written, near[1]) in set(_said_for(POLICY)) else ""


_SURE = 0.8


def _said_for(schema: Schema) -> Iterator[tuple[str, str]]:
    """What editors write for the words of closed lists, and those words."""
    for key in schema:
        yield from key.meant
        yield from _said_for(key.inside)


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same: white space at the end of a line may be in a text of three quotes."""
    try:
        return tomllib.loads(one) == tomllib.loads(other)
    except tomllib.TOMLDecodeError:
        return False
