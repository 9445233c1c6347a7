"""Where each key and value of a TOML text stands, which tomllib does not tell.

The text must have passed tomllib before: only places are worked out here, nothing is checked.
"""

import re
import tomllib
from typing import NamedTuple

from digest.model.source import Span
from digest.regex import regex

KeyPath = tuple[str | int, ...]
"""Keys from the root down; a number counts the tables or values of a list from 0."""

_IGNORED = regex(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = regex(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|[A-Za-z0-9_-]+")
_DOT = regex(r"[ \t]*\.[ \t]*")
_SCALAR = regex(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^,\]}\n#]+",
    re.DOTALL,
)


class KeyPlace(NamedTuple):
    """Where a key and its value stand. A table has its name for both; a value in a list its own place."""

    key: Span
    value: Span


class _Name(NamedTuple):
    """A dotted key and where it ends."""

    parts: tuple[str, ...]
    span: Span


class Twice(NamedTuple):
    """A key or a table that is there again, where it may be once; ``listed``: one of two tables is that of a list."""

    first: Span
    again: Span
    table: bool
    listed: bool = False


def locate(text: str) -> dict[KeyPath, KeyPlace]:
    """The place of every key, table and list value of a valid TOML text."""
    return _located(text, {})


def first_twice(text: str) -> Twice | None:
    """The first key or table of a text that was there before. The text is TOML but for that."""
    spots = _Once()
    try:
        _located(text, spots)
    except _FoundAgain as found:
        return found.twice
    except (ValueError, IndexError):  # it goes on behind the second key, and was cut off there
        return None
    return None


class _FoundAgain(Exception):  # noqa: N818 # the end of a search
    def __init__(self, twice: Twice) -> None:
        super().__init__(twice)
        self.twice = twice


class _Once(dict[KeyPath, KeyPlace]):
    """Places, until one is taken again."""

    def __setitem__(self, path: KeyPath, spot: KeyPlace) -> None:
        table = spot.key == spot.value
        if path in self:
            raise _FoundAgain(Twice(self[path].key, spot.key, table))
        other = path[:-1] if path[-1] == 0 else (*path, 0)  # [relations] and [[relations]]
        if table and other in self and self[other].key == self[other].value:
            raise _FoundAgain(Twice(self[other].key, spot.key, table, listed=True))
        super().__setitem__(path, spot)


def _located(text: str, spots: dict[KeyPath, KeyPlace]) -> dict[KeyPath, KeyPlace]:
    lists: dict[KeyPath, int] = {}
    table: KeyPath = ()
    at = _skip(text, 0)
    while at < len(text):
        if text[at] == "[":
            double = text.startswith("[[", at)
            name = _name(text, _skip(text, at + 1 + double))
            table = _table(name.parts, lists, new=double)
            spots[table] = KeyPlace(name.span, name.span)
            at = text.index("]", name.span.end) + 1 + double
        else:
            at = _pair(text, at, table, spots)
        at = _skip(text, at)
    return spots


def _table(parts: tuple[str, ...], lists: dict[KeyPath, int], *, new: bool) -> KeyPath:
    """The path that a header opens. ``lists`` counts the tables of each list of tables so far; inside
    a name such a list means its last table."""
    path: KeyPath = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in lists:
            path = (*path, lists[path] - 1)
    path = (*path, parts[-1])
    if new:
        lists[path] = lists.get(path, 0) + 1
        path = (*path, lists[path] - 1)
    return path


def _pair(text: str, at: int, table: KeyPath, spots: dict[KeyPath, KeyPlace]) -> int:
    """Note one ``key = value``; where it ends."""
    name = _name(text, at)
    path = (*table, *name.parts)
    start = _skip(text, text.index("=", name.span.end) + 1)
    end = _value(text, start, path, spots)
    spots[path] = KeyPlace(name.span, Span(start, end))
    return end


def _value(text: str, at: int, path: KeyPath, spots: dict[KeyPath, KeyPlace]) -> int:
    """Note what stands inside a value; where it ends."""
    if text[at] in "[{":
        return _members(text, at, path, spots)
    found = _SCALAR.match(text, at)
    return at + len(found[0].rstrip()) if found else at


def _members(text: str, at: int, path: KeyPath, spots: dict[KeyPath, KeyPlace]) -> int:
    """Note the members of a list or an inline table; where it ends."""
    is_list = text[at] == "["
    closing = "]" if is_list else "}"
    at = _skip(text, at + 1)
    index = 0
    while text[at] != closing:
        if is_list:
            end = _value(text, at, (*path, index), spots)
            spots[(*path, index)] = KeyPlace(Span(at, end), Span(at, end))
            index += 1
        else:
            end = _pair(text, at, path, spots)
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return at + 1


def _name(text: str, at: int) -> _Name:
    """The dotted key that begins at a place."""
    parts: list[str] = []
    start = at
    while found := _KEY.match(text, at):
        parts.append(_bare(found[0]))
        at = found.end()
        dot = _DOT.match(text, at)
        if not dot:
            break
        at = dot.end()
    return _Name(tuple(parts), Span(start, at))


def _bare(key: str) -> str:
    """A key without its quotes."""
    return next(iter(tomllib.loads(f"{key} = 0"))) if key[0] in "\"'" else key


def _skip(text: str, at: int) -> int:
    """The next character that is neither white space nor comment."""
    found = _IGNORED.match(text, at)
    return found.end() if found else at
