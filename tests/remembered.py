"""What is read and compiled once a process, though tests ask for it a thousand times: word lists and templates, for as long
as not one sign of them differs, and what is seen of the program's own templates, which no test changes."""

import pickle
import tomllib
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import pytest
from jinja2 import Environment

from digest.lint import template_set
from digest.resources import templates

SHORT = 2000
"""Signs of a TOML text that is parsed as fast as it is looked up."""


class Asked(NamedTuple):
    """A template of the environments of one kind, which differ in the folders they read only."""

    kind: type[Environment]
    source: str
    name: str
    filename: str | None


def remember(patch: pytest.MonkeyPatch) -> None:
    """Let TOML and templates be remembered until the patch is undone. Whoever asks for TOML gets a value of his own, as
    without this; the rest is never changed."""
    parse, translate, read = tomllib.loads, Environment.compile, template_set._read
    codes: dict[Asked, CodeType] = {}
    shipped = templates()
    own: list[Any] = []

    @lru_cache(64)
    def packed(text: str) -> bytes:
        return pickle.dumps(parse(text), protocol=5)

    def loads(text: str, /, **options: Any) -> dict[str, Any]:
        if len(text) < SHORT or options:
            return parse(text, **options)
        found: dict[str, Any] = pickle.loads(packed(text))  # noqa: S301 # packed above
        return found

    def compiled(
        env: Environment,
        source: Any,
        name: str | None = None,
        filename: str | None = None,
        *more: Any,
        **options: Any,
    ) -> Any:
        if not isinstance(source, str) or name is None or more or options:
            return translate(env, source, name, filename, *more, **options)
        asked = Asked(type(env), source, name, filename)
        if asked not in codes:
            codes[asked] = translate(env, source, name, filename)
        return codes[asked]

    def read_once(folder: Path, env: Environment) -> Any:
        if folder != shipped:
            return read(folder, env)
        if not own:
            own.extend(read(folder, env))
        return tuple(own)

    patch.setattr(tomllib, "loads", loads)
    patch.setattr(template_set, "_read", read_once)
    patch.setattr(Environment, "compile", compiled)
