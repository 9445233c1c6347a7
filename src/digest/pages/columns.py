"""Columns of the bulk data and their JSON Schema, from the notes of the fields they hold (``model.published``)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import isfinite
from operator import attrgetter
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from digest.model.published import COMPARATORS, RANGE, Compares, Zh, comparator_name


class DataColumn(NamedTuple):
    """A column: the JSON Schema of its values, how one is read from the value whose fields it publishes, and in Chinese what
    its schema describes in English."""

    name: str
    schema: Mapping[str, Any]
    read: Callable[[Any], Any]
    zh: str

    @property
    def sql(self) -> str:
        """The type in SQLite, JSON for lists."""
        kind = self.schema["type"]
        return _SQL[kind if isinstance(kind, str) else kind[0]]


def columns_of(kind: type) -> tuple[DataColumn, ...]:
    """The columns of a class (a dataclass or a TypedDict): its fields with notes, in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(column for name, hint in hints.items() for column in _columns(name, hint))


def behind(columns: Sequence[DataColumn], **others: DataColumn) -> tuple[DataColumn, ...]:
    """Columns with others placed behind some of them: ``behind(columns, kind=reason)``."""
    return tuple(each for column in columns for each in (column, others.get(column.name)) if each is not None)


def row_of(columns: Iterable[DataColumn], value: object) -> dict[str, Any]:
    """What a value has in some columns."""
    return {column.name: column.read(value) for column in columns}


def schema_of(title: str, columns: Sequence[DataColumn]) -> dict[str, Any]:
    """The JSON Schema of the rows with these columns."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_object_schema(columns),
    }


_JSON = {str: "string", int: "integer", float: "number", bool: "boolean"}
_SQL = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "array": "JSON"}


def _columns(name: str, hint: Any) -> Iterator[DataColumn]:
    """The columns of a field: none without notes, two for a comparator."""
    if get_origin(hint) is not Annotated:
        return
    read = attrgetter(name)
    compares = next((note for note in hint.__metadata__ if isinstance(note, Compares)), None)
    if compares is None:
        yield DataColumn(name, _schema(hint), _reader(hint, read), _chinese(hint))
        return
    high = attrgetter(compares.high) if compares.high else lambda _: None
    names = [*COMPARATORS.values(), *([RANGE] if compares.high else [])]
    yield DataColumn(
        name,
        _schema(Annotated[hint, {"enum": names}]),
        lambda fact: comparator_name(read(fact), _plain(high(fact))),
        _chinese(hint),
    )
    about = f"{name} as a symbol, for programs made for earlier releases; the next one drops this column"
    symbols = {"enum": list(COMPARATORS), "deprecated": True}
    zh = f"{name} 的符号写法，供按旧版编写的程序使用；下一版取消"
    yield DataColumn(f"{name}_symbol", _schema(Annotated[hint, symbols, about]), read, zh)


def _chinese(hint: Any) -> str:
    """What describes the values of a type in Chinese; the last one counts, as in English."""
    return [note.text for note in hint.__metadata__ if isinstance(note, Zh)][-1]


def _reader(hint: Any, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    kind, *_ = get_args(hint)
    if get_origin(kind) is not tuple:
        return lambda fact: _plain(read(fact))
    member = get_args(kind)[0]
    if not isinstance(member, type) or member in _JSON:
        return lambda fact: list(read(fact))
    inside = columns_of(member)
    return lambda fact: [row_of(inside, each) for each in read(fact)]


def _plain(value: Any) -> Any:
    """A whole number is written without a fraction (30.0 -> 30), one too large for a float not at all."""
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else value if isfinite(value) else None


def _schema(hint: Any) -> dict[str, Any]:
    """The JSON Schema of the values of a type; the last text among its notes describes them."""
    kinds = get_args(hint)
    if get_origin(hint) is Annotated:
        schema = _schema(kinds[0])
        about = [{"description": note} for note in kinds[1:] if isinstance(note, str)][-1:]
        for note in (*(note for note in kinds[1:] if isinstance(note, Mapping)), *about):
            schema |= note
        if "enum" in schema and "null" in schema["type"]:
            schema["enum"] = [*schema["enum"], None]
        return schema
    if NoneType in kinds:
        schema = _schema(kinds[0])
        return schema | {"type": [schema["type"], "null"]}
    if get_origin(hint) in {tuple, list}:
        return {"type": "array", "items": _schema(kinds[0])}
    return {"type": _JSON[hint]} if hint in _JSON else _object_schema(columns_of(hint))


def _object_schema(columns: Sequence[DataColumn]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [column.name for column in columns],
        "additionalProperties": False,
        "properties": {column.name: column.schema for column in columns},
    }
