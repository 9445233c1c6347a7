"""What a TOML file may hold, written down as a table of keys, and the check of a file against it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from gettext import gettext
from typing import Any

from digest.model.problem import Problem
from digest.read.locate import KeyPath
from digest.read.toml import TomlFile, suggestion
from digest.regex import regex
from digest.text.nearest import nearest

ANY = "*"
"""The name of a Key that stands for every key without a Key of its own."""

_CONTROL = regex("[\x00-\x08\x0e-\x1f]")
_LONGEST = 40  # characters of a value that a message quotes


class Shape(StrEnum):
    """What a key holds, in the words of a message."""

    TEXT = "a text in quotation marks"
    TEXTS = "a list of texts"
    WHOLE = "a whole number"
    NUMBER = "a number"
    FLAG = "true or false"
    TABLE = "a table"
    TABLES = "a list of tables"


_EXAMPLES = {
    Shape.TEXT: '"..."',
    Shape.TEXTS: '["...", "..."]',
    Shape.WHOLE: "1",
    Shape.NUMBER: "1.5",
    Shape.FLAG: "true",
    Shape.TABLE: "{ ... }",
    Shape.TABLES: "[{ ... }]",
}


@dataclass(frozen=True, slots=True)
class TextRule:
    """A form that a text must have: ``says`` in words, ``example`` as written in the file. ``corrected`` gives a text that
    has another form in this one, where it is sure what is meant."""

    pattern: re.Pattern[str]
    says: str
    example: str
    corrected: Callable[[str], str | None] = lambda _: None


DAY = TextRule(regex(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"), "a day", '"2025-01-31"')
"""A day in ISO 8601, as the files have it that commands write."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table.

    A number may not be above ``most``, nor below 0 where there is a ``most``. ``choices`` and ``rule`` hold for a text
    or for each text of a list, ``names`` for the keys that ``ANY`` stands for; ``inside`` are the keys of a
    table or of each table of a list. The texts in the ``unique`` keys of a table, taken together, may
    stand in no other table of the list. ``meant`` are words that people write for one of the ``choices``.
    """

    name: str
    shape: Shape = Shape.TEXT
    required: bool = True
    choices: tuple[str, ...] = ()
    meant: tuple[tuple[str, str], ...] = ()
    rule: TextRule | None = None
    names: TextRule | None = None
    inside: tuple["Key", ...] = ()
    unique: bool = False
    most: int | None = None
    sample: str = ""

    @property
    def example(self) -> str:
        """How a value is written; the ``sample``, where there is one."""
        if self.sample:
            return self.sample
        if self.choices:
            return f'"{self.choices[0]}"'
        return self.rule.example if self.rule else _EXAMPLES[self.shape]


Schema = tuple[Key, ...]


def check(file: TomlFile, schema: Schema, path: KeyPath = ()) -> tuple[Problem, ...]:
    """Everything in a file, or in the table at a path, that is not as the schema says, in the order of the file.

    Problems: R102 missing key, R103 unknown key, R104 wrong kind of value, R105 not in the closed
    list, R106 wrong form, R107 stands twice.
    """
    table: Any = file.data
    for part in path:
        table = table[part]
    found = _table(file, path, table, schema, schema)
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column)))


def _table(
    file: TomlFile, path: KeyPath, table: Mapping[str, Any], schema: Schema, root: Schema
) -> Iterator[Problem]:
    keys = {key.name: key for key in schema}
    missing = [key for key in schema if key.required and key.name not in table and key.name != ANY]
    misspelt: set[str] = set()
    for name, value in table.items():
        key = keys.get(name) or keys.get(ANY)
        if key and key.names and not key.names.pattern.fullmatch(name):
            yield file.at_key("R106", (*path, name), **_formed(_dotted(path), name, key.names))
        elif key:
            yield from _value(file, (*path, name), value, key, root)
        else:
            misspelt.update(filter(None, [nearest(name, [each.name for each in missing])]))
            known = ", ".join(f"`{each}`" for each in keys)
            meant = suggestion(name, [each for each in keys if each not in table])
            if not meant and path and any(each.name == name for each in root):
                meant = gettext("Move it to the top of the file, above the first [table]. ")
            yield file.at_key(
                "R103", (*path, name), key=name, where=_where(path), suggestion=meant, known=known
            )
    for key in missing:
        if key.name not in misspelt:
            yield file.at_key(
                "R102",
                path,
                key=key.name,
                where=_where(path),
                place=place_in(file, path),
                example=key.example,
            )


def _value(file: TomlFile, path: KeyPath, value: object, key: Key, root: Schema) -> Iterator[Problem]:
    if not _fits(value, key.shape):
        expected = gettext(str(key.shape))
        yield file.at_value(
            "R104",
            path,
            key=_dotted(path),
            expected=expected,
            found=describe(value),
            example=_rewritten(value, key) or key.example,
            name=path[-1],
        )
    elif isinstance(value, int) and key.most is not None and not 0 <= value <= key.most:
        expected = gettext("a number from 0 to {most}").format(most=key.most)
        yield file.at_value(
            "R106", path, key=_dotted(path), expected=expected, found=describe(value), example=key.most
        )
    elif isinstance(value, str):
        yield from _text(file, path, value, key)
    elif isinstance(value, Mapping):
        yield from _table(file, path, value, key.inside, root)
    elif isinstance(value, list) and key.shape is Shape.TABLES:
        for index, each in enumerate(value):
            yield from _table(file, (*path, index), each, key.inside, root)
        yield from _twice(file, path, value, key.inside)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _text(file, (*path, index), each, key)


def _text(file: TomlFile, path: KeyPath, value: str, key: Key) -> Iterator[Problem]:
    if not value.strip():
        yield file.at_value(
            "R104",
            path,
            key=_dotted(path),
            expected=gettext("a text with words"),
            found=describe(value),
            example=key.example,
            name=path[-1] if isinstance(path[-1], str) else key.name,
        )
    elif _CONTROL.search(value):
        expected = gettext("a text without control characters")
        yield file.at_value(
            "R106",
            path,
            key=_dotted(path),
            expected=expected,
            found=describe(value),
            example=json.dumps(_CONTROL.sub("", value), ensure_ascii=False),
        )
    elif key.choices and value not in key.choices:
        known = ", ".join(key.choices)
        meant = suggestion(dict(key.meant).get(value, value), key.choices)
        yield file.at_value(
            "R105", path, key=_dotted(path), found=describe(value), suggestion=meant, known=known
        )
    elif key.rule and not key.rule.pattern.fullmatch(value):
        yield file.at_value("R106", path, **_formed(_dotted(path), value, key.rule))


def _formed(key: str, found: str, rule: TextRule) -> Mapping[str, str]:
    """What R106 says of a text that has another form than its rule wants."""
    corrected = rule.corrected(found)
    return {
        "key": key,
        "expected": gettext(rule.says),
        "found": describe(found),
        "example": f'"{corrected}"' if corrected else rule.example,
    }


def _rewritten(value: object, key: Key) -> str | None:
    """A value of the wrong kind as the key wants it, as it is written in the file; None where it is not clear how."""
    match key.shape, value:
        case Shape.TEXT, bool():
            return None
        case Shape.TEXT, int() | float() | date() | time():
            return f'"{value}"'
        case Shape.TEXT, [str() as only]:
            return toml_text(only)
        case Shape.TEXTS, str() if value.strip():
            return f"[{toml_text(value)}]"
        case ((Shape.WHOLE | Shape.NUMBER), str()) if re.fullmatch(r"\d+(?:\.\d+)?", value):
            return value
        case Shape.FLAG, str() if value.lower() in {"true", "false"}:
            return value.lower()
        case Shape.TABLE, str() | [*_] if key.sample and key.inside:
            inner = value if _fits(value, key.inside[0].shape) else None
            shown = toml_text(inner) if isinstance(inner, str) else _rewritten(value, key.inside[0])
            return f'{{ value = {shown}, basis = "printed" }}' if shown else None
    return None


def toml_text(text: str) -> str:
    """A text in quotes, as TOML and JSON write it."""
    return json.dumps(text, ensure_ascii=False)


def _twice(file: TomlFile, path: KeyPath, tables: list[Any], inside: Schema) -> Iterator[Problem]:
    names = [key.name for key in inside if key.unique]
    first: dict[str, tuple[int, KeyPath]] = {}  # where a text was first used: which table, and its path
    for index, table in enumerate(tables):
        for name in names:
            value = table.get(name)
            for at, each in enumerate(value if isinstance(value, list) else [value]):
                here = (*path, index, name, at) if isinstance(value, list) else (*path, index, name)
                if not isinstance(each, str):
                    continue
                table_before, there = first.setdefault(each, (index, here))
                if table_before != index:
                    line = file.line(there)
                    yield file.at_value("R107", here, key=name, found=describe(each), first=line)


def _fits(value: object, shape: Shape) -> bool:
    match shape:
        case Shape.TEXT:
            return isinstance(value, str)
        case Shape.TEXTS:
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
        case Shape.WHOLE:
            return isinstance(value, int) and not isinstance(value, bool)
        case Shape.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Shape.FLAG:
            return isinstance(value, bool)
        case Shape.TABLE:
            return isinstance(value, Mapping)
        case Shape.TABLES:
            return isinstance(value, list) and all(isinstance(each, Mapping) for each in value)


def describe(value: object) -> str:
    """A value as a message names it: a text in quotes and cut short, others by their kind."""
    if isinstance(value, str):
        return (
            f'"{value[:_LONGEST]}…"'
            if len(value) > _LONGEST
            else f'"{value}"'
            if value
            else gettext("an empty text")
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return gettext("the number {value}").format(value=value)
    if isinstance(value, datetime | date | time):
        return gettext("the date {value} without quotation marks").format(value=value)
    if isinstance(value, Mapping):
        return gettext("a table")
    return gettext("a list")


def _dotted(path: KeyPath) -> str:
    """``made.value``: the keys below the last list of tables; the place of the Problem tells which table."""
    keys = path if isinstance(path[-1], str) else path[:-1]
    below = max((at + 1 for at, part in enumerate(keys) if isinstance(part, int)), default=0)
    return ".".join(str(part) for part in keys[below:])


def place_in(file: TomlFile, path: KeyPath) -> str:
    """Where a key goes that a table lacks, in words."""
    if not path:
        return gettext("at the top of the file, above the first [table]")
    if path in file.spots and file.source.text.startswith("{", file.spots[path].value.start):
        return gettext("inside the braces of this table")
    return gettext("in the line below this one")


def _where(path: KeyPath) -> str:
    """`` in [title_zh]`` or `` in [[jurisdiction]] number 3``, for a message; nothing for the root."""
    if not path:
        return ""
    names = ".".join(str(part) for part in path if isinstance(part, str))
    if isinstance(path[-1], int):
        return gettext(" in [[{table}]] number {number}").format(table=names, number=path[-1] + 1)
    return gettext(" in [{table}]").format(table=names)
