"""The word lists for facts: what a file may hold follows from the dataclass it becomes."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from digest.model.matches import MatchingWords, ThemeWords
from digest.model.problem import Problem
from digest.model.vocabulary import (
    AgencyWords,
    DocumentWords,
    EstimateWords,
    Glossary,
    InstrumentWords,
    KeywordWords,
    PlaceNames,
    ProvisionWords,
    SearchWords,
    TargetWords,
    TranslationWords,
    Vocabulary,
)
from digest.read.schema import ANY, Key, Schema, Shape, check
from digest.read.toml import read_toml

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class WordList(Generic[T_co]):
    """A file of words and the value it becomes.

    ``tables`` names the fields that are called otherwise in the file; ``unique`` and ``choices`` are
    about the keys of that name in any table. ``references`` are a key and the list of tables whose ids it may hold.
    """

    file: str
    value: type[T_co]
    tables: Mapping[str, str]
    unique: frozenset[str]
    choices: Mapping[str, tuple[str, ...]]
    references: tuple[tuple[str, str], ...] = ()


AGENCIES = WordList(
    "agencies.toml",
    AgencyWords,
    {"fields": "field", "organs": "organ"},
    frozenset({"zh", "short", "names"}),
    {},
)
GENRES = WordList(
    "genres.toml",
    DocumentWords,
    {"genres": "genre", "forms": "form", "statuses": "status", "heads": "head", "keys": "key"},
    frozenset({"id"}),
    {"force": ("draft", "issued", "in_force", "ended")},
)
INSTRUMENTS = WordList(
    "instruments.toml",
    InstrumentWords,
    {},
    frozenset({"id"}),
    {"side": ("supply", "environment", "demand"), "sign": (">=", ">", "<=", "<", "~")},
)
TARGETS = WordList(
    "targets.toml",
    TargetWords,
    {},
    frozenset(),
    {"comparators": (">=", ">", "<=", "<", "~", "="), "after": (">=", ">", "<=", "<", "~", "=")},
)
GLOSSARY = WordList(
    "glossary.toml",
    Glossary,
    {"terms": "term", "titles": "title"},
    frozenset({"zh"}),
    {},
)
TRANSLATION = WordList(
    "translation.toml",
    TranslationWords,
    {"units": "unit", "directions": "direction", "scopes": "scope"},
    frozenset({"id"}),
    {},
)

THEMES = WordList(
    "themes.toml",
    ThemeWords,
    {"families": "family", "themes": "theme", "excluded": "not"},
    frozenset({"id", "zh", "en"}),
    {"side": ("supply", "environment", "demand")},
    (("family", "family"),),
)
SEARCH = WordList(
    "search.toml", SearchWords, {}, frozenset(), {"facts": ("", "agencies", "grants", "targets")}
)
KEYWORDS = WordList("keywords.toml", KeywordWords, {}, frozenset(), {})
ESTIMATE = WordList("estimate.toml", EstimateWords, {}, frozenset({"id"}), {})
PROVISIONS = WordList("provisions.toml", ProvisionWords, {"excluded": "not"}, frozenset({"id"}), {})
PLACES = WordList("places.toml", PlaceNames, {}, frozenset(), {})
MATCHING = WordList("matching.toml", MatchingWords, {}, frozenset(), {})


_LISTS: Mapping[str, WordList[Any]] = {
    "agencies": AGENCIES,
    "documents": GENRES,
    "instruments": INSTRUMENTS,
    "targets": TARGETS,
    "glossary": GLOSSARY,
    "search": SEARCH,
    "keywords": KEYWORDS,
    "estimate": ESTIMATE,
    "provisions": PROVISIONS,
    "places": PLACES,
}
"""What each field of a vocabulary is read from."""


class ReadVocabulary(NamedTuple):
    """All the words, or None with the reasons."""

    vocabulary: Vocabulary | None
    problems: tuple[Problem, ...]


def read_vocabulary(content: Path, starter: Path) -> ReadVocabulary:
    """The word lists of a content folder; a list it does not have is taken from ``starter``.

    Problems: those of ``read_words`` for each list.
    """
    read = {name: read_words(content, starter, each) for name, each in _LISTS.items()}
    problems = tuple(problem for _, found in read.values() for problem in found)
    lists = {name: value for name, (value, _) in read.items() if value is not None}
    return ReadVocabulary(Vocabulary(**lists) if len(lists) == len(read) else None, problems)


def read_words(content: Path, starter: Path, each: WordList[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """One word list, or None with the reasons. What a folder's own file, or a table of it, leaves out is taken from
    ``starter``, so that a file written for an earlier version does not lose what a key has come to hold since.

    Problems: those of ``read_toml`` and ``check``.
    """
    own = content / each.file
    file, problems = read_toml(own if own.exists() else starter / each.file)
    if file is None:
        return None, problems
    data, schema = file.data, _schema(each.value, each)
    if _lacks(data, schema):
        known, _ = read_toml(starter / each.file)
        data = _filled(data, known.data if known else {}, schema)
    named = {key: _ids(data.get(table)) for key, table in each.references}
    if problems := check(file, _schema(each.value, replace(each, choices={**each.choices, **named}))):
        return None, problems
    return _made(each.value, data, each), ()


def _lacks(data: Mapping[str, Any], schema: Schema) -> bool:
    """Whether a table, or one in it, has not all its keys."""
    inside = (_lacks(data[key.name], key.inside) for key in _tables(data, schema))
    return any(key.name not in data for key in schema) or any(inside)


def _filled(data: Mapping[str, Any], known: Mapping[str, Any], schema: Schema) -> Mapping[str, Any]:
    """A table, and those in it, with the keys of another that it lacks."""
    inside = {
        key.name: _filled(data[key.name], known.get(key.name, {}), key.inside)
        for key in _tables(data, schema)
    }
    return {**known, **data, **inside}


def _tables(data: Mapping[str, Any], schema: Schema) -> Iterator[Key]:
    """The tables in a table whose keys are known by name."""
    for key in schema:
        named = key.shape is Shape.TABLE and key.inside[0].name is not ANY
        if named and isinstance(data.get(key.name), Mapping):
            yield key


def _ids(tables: object) -> tuple[str, ...]:
    """The ids of a list of tables that was not checked yet."""
    rows = tables if isinstance(tables, list) else []
    return tuple(row["id"] for row in rows if isinstance(row, Mapping) and isinstance(row.get("id"), str))


def _schema(value: type, each: WordList[Any]) -> Schema:
    """The keys that a dataclass needs."""
    hints = get_type_hints(value)
    return tuple(_key(field, hints[field.name], each) for field in fields(value) if field.init)


def _key(field: Field[Any], hint: Any, each: WordList[Any]) -> Key:
    required = field.default is MISSING and field.default_factory is MISSING
    name = each.tables.get(field.name, field.name)
    choices = each.choices.get(name, ())
    if get_origin(hint) is UnionType:
        hint = next(arg for arg in get_args(hint) if arg is not NoneType)
    if get_origin(hint) is tuple:
        member = get_args(hint)[0]
        if isinstance(member, type) and is_dataclass(member):
            return Key(name, Shape.TABLES, required, inside=_schema(member, each))
        return Key(name, Shape.TEXTS, required, choices, unique=name in each.unique)
    if isinstance(hint, type) and is_dataclass(hint):
        return Key(name, Shape.TABLE, required, inside=_schema(hint, each))
    if get_origin(hint) is Mapping:
        inside = Key(ANY, _SHAPES[get_args(hint)[1]], choices=choices)
        return Key(name, Shape.TABLE, required, inside=(inside,))
    return Key(name, _SHAPES[hint], required, choices, unique=name in each.unique)


_SHAPES: Mapping[type, Shape] = {str: Shape.TEXT, int: Shape.WHOLE, float: Shape.NUMBER, bool: Shape.FLAG}


@cache  # a file makes hundreds of values of one type
def _hints(value: type[Any]) -> Mapping[str, Any]:
    return get_type_hints(value)


def _made(value: type[T], data: Mapping[str, Any], each: WordList[Any]) -> T:
    """A dataclass from a table that was checked."""
    hints = _hints(value)  # type: ignore[arg-type] # a type can be looked up, whatever mypy says
    found: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]
        raw = data.get(each.tables.get(field.name, field.name))
        if not field.init or raw is None:
            continue
        if isinstance(raw, list):
            member = get_args(hints[field.name])[0]
            is_row = isinstance(member, type) and is_dataclass(member)
            raw = tuple(_made(member, row, each) if is_row else row for row in raw)
        elif isinstance(hints[field.name], type) and is_dataclass(hints[field.name]):
            raw = _made(hints[field.name], raw, each)
        found[field.name] = raw
    return value(**found)
