"""Every text of the command line that has to be in the catalogue of each language."""

import ast
import inspect
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

from digest.cli.main import digest
from digest.intake import whys
from digest.intake.kinds import KINDS
from digest.model.codes import CODES, STAGES
from digest.model.document import Kind
from digest.model.reasons import REASONS
from digest.read.formats import FORMATS
from digest.read.schema import Shape
from digest.read.source import _BINARY
from digest.resources import starter_content

CALLS = {"gettext", "ngettext", "_"}


def keys(source: Path) -> set[str]:
    """The texts in the code below a folder, and those of the tables that are looked up by value."""
    found = set(_called(source))
    for row in CODES.values():
        found |= {row.severity, row.message, row.hint, row.why}
    found |= set(_rules(source / "read"))
    found |= {str(shape) for shape in Shape}
    found |= {words for _, words in _BINARY}
    found |= {str(kind) for kind in Kind}
    found |= set(REASONS.values())
    found |= {each.words for each in FORMATS}
    found |= {each.words for each in KINDS if each.words}
    found |= set(whys.WHYS)
    found |= set(STAGES.values())
    found |= {"at most", "at least", "more than", "less than", "short", "long"}  # directions and lengths
    words = tomllib.loads((starter_content() / "translation.toml").read_text("utf-8"))
    found |= {scope["id"] for scope in words["scope"]}
    return found | set(_help(digest))


def click_keys() -> set[str]:
    """The texts of the library that reads the command line."""
    return {*_called(Path(click.__file__).parent), "required"}  # click looks this one up by value


def _called(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                texts = [
                    each.value
                    for each in node.args[: 1 if node.func.id != "ngettext" else 2]
                    if isinstance(each, ast.Constant)
                ]
                yield from (each for each in texts if isinstance(each, str))


def _rules(folder: Path) -> Iterator[str]:
    """What the forms of values are called in messages: the second argument of each TextRule."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "TextRule":
                says = node.args[1]
                assert isinstance(says, ast.Constant), ast.unparse(node)
                yield str(says.value)


def _help(command: click.Command) -> Iterator[str]:
    texts = [command.help, command.short_help]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            texts += [
                parameter.help,
                parameter.show_default if isinstance(parameter.show_default, str) else None,
            ]
    yield from (inspect.cleandoc(each) for each in texts if each)
    if isinstance(command, click.Group):
        for each in command.commands.values():
            yield from _help(each)
