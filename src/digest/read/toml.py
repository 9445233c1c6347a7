"""A TOML file with the place of everything in it, so that a Problem can point at a key or a value."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

from digest.model.problem import Problem, problem, problem_at
from digest.model.source import Place, Source, Span
from digest.read.locate import KeyPath, KeyPlace, locate
from digest.read.source import decode_utf8, read_bytes
from digest.read.toml_faults import explain
from digest.text.nearest import nearest

MAX_BYTES = 4_000_000


@dataclass(frozen=True)
class TomlFile:
    """A parsed file: ``data`` as tomllib gives it."""

    source: Source
    data: Mapping[str, Any]

    @cached_property  # without slots; it takes as long as parsing, and nobody asks where there is no Problem
    def spots(self) -> Mapping[KeyPath, KeyPlace]:
        """Where each key and value stands."""
        return locate(self.source.text)

    def at_key(self, code: str, path: KeyPath, **values: object) -> Problem:
        """A Problem about a key; the root has no place but the file."""
        return self._at(code, self.spots[path].key if path in self.spots else None, values)

    def at_value(self, code: str, path: KeyPath, **values: object) -> Problem:
        """A Problem about the value of a key."""
        return self._at(code, self.spots[path].value if path in self.spots else None, values)

    def place(self, path: KeyPath) -> Place:
        """Where a value stands."""
        return self.source.place(self.spots[path].value.start)

    def line(self, path: KeyPath) -> int:
        """The line of a value, from 1."""
        return self.place(path).line

    def _at(self, code: str, span: Span | None, values: Mapping[str, object]) -> Problem:
        if span is None:
            named = tuple((name, str(value)) for name, value in values.items())
            return Problem(code, self.source.name, values=named)
        return problem_at(code, self.source, span, **values)


class ReadToml(NamedTuple):
    """A file that is TOML, or None with the reason."""

    file: TomlFile | None
    problems: tuple[Problem, ...]


def read_toml(path: Path) -> ReadToml:
    """A TOML file. Problems: those of ``read_bytes``, R009 a link, R100 not UTF-8, R101 not TOML."""
    if path.is_symlink():
        return ReadToml(None, (problem("R009", path.as_posix()),))
    data, problems = read_bytes(path, MAX_BYTES)
    return ReadToml(None, problems) if data is None else parse_toml(path.as_posix(), data)


def parse_toml(name: str, data: bytes) -> ReadToml:
    """The bytes of a TOML file. Problems: R100, R101."""
    source, problems = decode_utf8(name, data)
    if source is None:
        return ReadToml(None, problems)
    try:
        return ReadToml(TomlFile(source, tomllib.loads(source.text)), ())
    except RecursionError:
        reason, remedy = gettext("its brackets are nested too deeply"), gettext("Close each bracket.")
        return ReadToml(None, (problem("R101", name, reason=reason, remedy=remedy),))
    except ValueError as error:
        return ReadToml(None, (_syntax(source, str(error)),))


def suggestion(word: str, known: Iterable[str]) -> str:
    """``Did you mean `x`? `` with a known word that is near, or nothing."""
    near = nearest(word, known)
    return gettext("Did you mean `{word}`? ").format(word=near) if near else ""


def _syntax(source: Source, message: str) -> Problem:
    """R101: what is wrong, where it is."""
    span, reason, remedy = explain(source.text, message)
    if span is None:
        return problem("R101", source.name, reason=reason, remedy=remedy)
    return problem_at("R101", source, span, reason=reason, remedy=remedy)
