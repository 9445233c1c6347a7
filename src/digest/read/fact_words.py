"""The word lists for facts (agencies.toml, genres.toml, targets.toml) from parsed TOML, checked.

Each function returns the words and the Problems (R301); rows that cannot be used are left out.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from digest.model.problem import Problem, problem
from digest.model.vocabulary import (
    AgencyField,
    AgencyWords,
    DocumentWords,
    NamedAgency,
    Organ,
    TargetWords,
    TypeName,
)

Row = TypeVar("Row", AgencyField, Organ, NamedAgency, TypeName)


def agency_words(data: Mapping[str, Any], path: str) -> tuple[AgencyWords, tuple[Problem, ...]]:
    """agencies.toml."""
    problems: list[Problem] = []
    words = AgencyWords(
        fields=_rows(data, "field", AgencyField, path, problems),
        organs=_rows(data, "organ", Organ, path, problems),
        named=_rows(data, "named", NamedAgency, path, problems),
    )
    _once([(name, "field") for row in words.fields for name in (row.zh, *row.short)], path, problems)
    _once([(name, "named") for row in words.named for name in row.names], path, problems)
    return words, tuple(problems)


def document_words(data: Mapping[str, Any], path: str) -> tuple[DocumentWords, tuple[Problem, ...]]:
    """genres.toml."""
    problems: list[Problem] = []
    words = DocumentWords(
        genres=_rows(data, "genre", TypeName, path, problems),
        forms=_rows(data, "form", TypeName, path, problems),
        statuses=_rows(data, "status", TypeName, path, problems),
        title_words=_words(data, "title_words", path, problems),
    )
    for table, rows in (("genre", words.genres), ("form", words.forms), ("status", words.statuses)):
        _once([(row.id, table) for row in rows], path, problems)
    return words, tuple(problems)


def target_words(data: Mapping[str, Any], path: str) -> tuple[TargetWords, tuple[Problem, ...]]:
    """targets.toml."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for item in fields(TargetWords):
        maps = item.name in _MAPPINGS
        read = _mapping if maps else _words
        values[item.name] = read(data, item.name, path, problems)
    unknown = sorted(set(data) - set(values))
    problems += [_bad(path, name, "it is not known here") for name in unknown]
    return TargetWords(**values), tuple(problems)


_MAPPINGS = {"comparators": str, "after": str, "periods": int, "metrics_en": str}


def _rows(
    data: Mapping[str, Any], table: str, kind: type[Row], path: str, problems: list[Problem]
) -> tuple[Row, ...]:
    known = {item.name: item for item in fields(kind) if item.init}
    needed = {name for name, item in known.items() if item.default is MISSING}
    rows: list[Row] = []
    for number, raw in enumerate(data.get(table, []), 1):
        trouble = _trouble(raw, needed, {name: "tuple" in str(item.type) for name, item in known.items()})
        if trouble:
            problems.append(_bad(path, f"[[{table}]] number {number}", trouble))
            continue
        values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in raw.items()}
        rows.append(kind(**values))
    return tuple(rows)


def _trouble(raw: Mapping[str, Any], needed: set[str], is_list: Mapping[str, bool]) -> str:
    """What is wrong with a row, or nothing."""
    if missing := sorted(needed - set(raw)):
        return f"{missing[0]} is missing"
    if unknown := sorted(set(raw) - set(is_list)):
        return f"{unknown[0]} is not known here"
    for key, value in raw.items():
        if not (_is_words(value) if is_list[key] else isinstance(value, str)):
            return f"{key} must be {'a list of words' if is_list[key] else 'a word'}"
    return ""


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _words(data: Mapping[str, Any], name: str, path: str, problems: list[Problem]) -> tuple[str, ...]:
    value = data.get(name)
    if not _is_words(value):
        problems.append(_bad(path, name, "it must be a list of words"))
        return ()
    return tuple(value or ())


def _mapping(data: Mapping[str, Any], name: str, path: str, problems: list[Problem]) -> dict[str, Any]:
    value = data.get(name)
    kind = _MAPPINGS[name]
    if not isinstance(value, Mapping) or not all(isinstance(v, kind) for v in value.values()):
        problems.append(_bad(path, name, f"it must be a table with values of type {kind.__name__}"))
        return {}
    return dict(value)


def _once(names: list[tuple[str, str]], path: str, problems: list[Problem]) -> None:
    """A word that stands in two rows would be read as either."""
    seen: set[tuple[str, str]] = set()
    for name in names:
        if name in seen:
            problems.append(_bad(path, f"[[{name[1]}]]", f"{name[0]} stands in two rows"))
        seen.add(name)


def _bad(path: str, where: str, trouble: str) -> Problem:
    return problem("R301", path, where=where, trouble=trouble)
