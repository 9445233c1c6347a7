"""A project's own words of the pages: words.zh.toml and words.en.toml in its templates/."""

import string
from collections.abc import Iterator, Mapping
from gettext import gettext
from pathlib import Path
from typing import Any

from digest.model.problem import Problem
from digest.read.locate import KeyPath
from digest.read.schema import Shape, describe
from digest.read.toml import TomlFile, read_toml, suggestion
from digest.text.urls import LANGUAGES


def check_page_words(own: Path, shipped: Path) -> tuple[Problem, ...]:
    """The words of a project beside those of the program.

    Problems: those of ``read_toml``; B302 a key that no page uses (warning), B315 a name in a word that no page fills in.
    """
    return tuple(found for language in LANGUAGES for found in _check(own, shipped, f"words.{language}.toml"))


def keys_of(shipped: Path) -> frozenset[str]:
    """The keys of the program's words."""
    file, _ = read_toml(shipped / f"words.{LANGUAGES[0]}.toml")
    return frozenset(_dotted(path) for path, _ in _flat(file.data if file else {}, ()))


def _check(own: Path, shipped: Path, name: str) -> Iterator[Problem]:
    if not (own / name).is_file():
        return
    file, problems = read_toml(own / name)
    known, _ = read_toml(shipped / name)
    yield from problems
    if file is None or known is None:
        return
    words = dict(_flat(known.data, ()))
    keys = {_dotted(path): text for path, text in words.items()}
    for path, value in _flat(file.data, ()):
        key = _dotted(path)
        if key not in keys:
            yield file.at_key("B302", path, key=key, suggestion=suggestion(key, keys))
        elif not isinstance(value, str):
            yield file.at_value(
                "R104",
                path,
                key=key,
                expected=gettext(str(Shape.TEXT)),
                found=describe(value),
                example='"..."',
                name=path[-1],
            )
        else:
            yield from _unfit(file, path, value, str(keys[key]))


def _unfit(file: TomlFile, path: KeyPath, value: str, shipped: str) -> Iterator[Problem]:
    """Names in braces that no page fills in."""
    given = _names(shipped)
    try:
        named = _names(value)
    except ValueError:
        named = {" "}
    for name in sorted(named - given):
        yield file.at_value(
            "B315",
            path,
            key=_dotted(path),
            found=f"{{{name}}}",
            suggestion=suggestion(name, given),
            known=_listed(given),
        )


def _dotted(path: KeyPath) -> str:
    return ".".join(map(str, path))


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "–"


def _flat(table: Mapping[str, Any], path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, (*path, key))
        else:
            yield (*path, key), value
