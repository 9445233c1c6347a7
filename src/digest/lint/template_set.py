"""The templates of a project and of the program, read: what each defines, and which it uses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from gettext import gettext
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from digest.lint.template_syntax import syntax_problem
from digest.model.problem import Problem, problem, problem_at
from digest.model.source import Source, Span
from digest.read.ignored import own_files
from digest.read.source import decode_utf8, read_bytes
from digest.render.pages import ENDINGS, PLAIN

MAX_BYTES = 1_000_000
ASSETS = "assets"


@dataclass(frozen=True)
class ParsedTemplate:
    """A template that can be read: its text, and what Jinja2 understands of it."""

    name: str
    source: Source
    tree: nodes.Template
    undeclared: frozenset[str]
    """Names that it does not define where it uses them."""

    @cached_property
    def macros(self) -> Mapping[str, nodes.Macro]:
        return {each.name: each for each in self.tree.find_all(nodes.Macro)}

    @cached_property
    def exported(self) -> frozenset[str]:
        """What others can import from it."""
        names: set[str] = set()
        for each in self.tree.body:
            names.update(_assigned(each))
        return frozenset(names)

    @cached_property
    def assigned(self) -> frozenset[str]:
        """Every name that has a value somewhere in it."""
        return frozenset(name for each in self.tree.body for name in (*_assigned(each), *_stored(each)))

    @cached_property
    def blocks(self) -> frozenset[str]:
        return frozenset(each.name for each in self.tree.find_all(nodes.Block))

    @cached_property
    def used(self) -> Mapping[str, nodes.Node]:
        """The templates that it names, and where first."""
        found: dict[str, nodes.Node] = {}
        for each in self.tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            for name in names_of(each):
                found.setdefault(name, each)
        return found

    @cached_property
    def parent(self) -> str:
        """The template that it extends; empty where there is none, or only the page knows."""
        return next((name for each in self.tree.find_all(nodes.Extends) for name in names_of(each)), "")

    def at(self, code: str, line: int, word: str, **values: object) -> Problem:
        """A Problem about a word on a line; about the line, where the word is not on it."""
        start, end = self.source.line_span(min(line, len(self.source.line_starts)))
        text = self.source.text[start:end]
        found = re.search(
            rf"(?<![\w-]){re.escape(word)}(?![\w-])" if word[:1].isalnum() else re.escape(word or "\n"), text
        )
        left = len(text) - len(text.lstrip())
        span = Span(start + found.start(), start + found.end()) if found else Span(start + left, end)
        return problem_at(code, self.source, span, **values)


class TemplateSet:
    """The templates of a project (``mine``) and of the program (``theirs``), as far as they can be read; ``all`` are those that
    pages use, ``problems`` say why others of the project cannot be read."""

    def __init__(self, own: Path, shipped: Path) -> None:
        env = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
        env.filters, env.tests = _Known(env.filters), _Known(env.tests)
        self.mine, self.problems = _read(own, env)
        self.theirs, _ = _read(shipped, env)
        self.all: Mapping[str, ParsedTemplate] = {**self.theirs, **self.mine}

    def used_by(self, name: str, *, as_page: bool = False) -> frozenset[str]:
        """A template and all that it uses; ``as_page``: of these those that know the page itself, which pieces that are
        imported do not."""
        found, waiting = {name}, [name]
        while waiting:
            each = self.all.get(waiting.pop())
            for other, node in each.used.items() if each else ():
                if other not in found and not (as_page and isinstance(node, nodes.Import | nodes.FromImport)):
                    found.add(other)
                    waiting.append(other)
        return frozenset(found)


def is_template(name: str) -> bool:
    """Whether a file in a folder of templates is one."""
    return not name.startswith(f"{ASSETS}/") and (name.endswith(ENDINGS) or name in PLAIN)


class _Known(dict[str, Any]):
    """Filters or tests, and something for each that is not among them: it is reported with its place."""

    def get(self, name: str, _default: Any = None) -> Any:
        return super().get(name, str)


def _read(folder: Path, env: Environment) -> tuple[dict[str, ParsedTemplate], list[Problem]]:
    found: dict[str, ParsedTemplate] = {}
    problems: list[Problem] = []
    for name in filter(is_template, own_files(folder)):
        path = folder / name
        data, more = read_bytes(path, MAX_BYTES)
        problems += more
        if data is None:
            continue
        source, undecoded = decode_utf8(path.as_posix(), data)
        problems += undecoded
        if source is None:
            continue
        try:
            tree = env.parse(source.text, name)
            found[name] = ParsedTemplate(name, source, tree, frozenset(meta.find_undeclared_variables(tree)))
        except TemplateSyntaxError as error:
            problems.append(syntax_problem(source, error, env))
        except RecursionError:
            reason, remedy = gettext("its brackets are nested too deeply"), gettext("Close each bracket.")
            problems.append(problem("B311", source.name, reason=reason, remedy=remedy))
    return found, problems


def _assigned(node: nodes.Node) -> Iterator[str]:
    """The names that a statement gives to what it defines, at its own level."""
    match node:
        case nodes.Macro():
            yield node.name
        case nodes.Import():
            yield node.target
        case nodes.FromImport():
            yield from (name if isinstance(name, str) else name[1] for name in node.names)
        case nodes.Assign() | nodes.AssignBlock():
            yield from (each.name for each in names_in(node.target))
        case nodes.If():
            for each in (*node.body, *(inner for part in node.elif_ for inner in part.body), *node.else_):
                yield from _assigned(each)


def _stored(node: nodes.Node) -> Iterator[str]:
    """The names that get a value anywhere below a statement."""
    for each in node.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)):
        if not isinstance(each, nodes.Name):
            yield from _assigned(each)
        elif each.ctx != "load":
            yield each.name


def names_in(node: nodes.Node) -> list[nodes.Name]:
    """The names in an expression; itself, where it is one."""
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


def names_of(node: nodes.Node) -> Iterator[str]:
    """The templates that a statement names."""
    expression = getattr(node, "template", None)
    if isinstance(expression, nodes.Const) and isinstance(expression.value, str):
        yield expression.value
    elif isinstance(expression, nodes.Const | nodes.List | nodes.Tuple):
        yield from (each.value for each in expression.find_all(nodes.Const) if isinstance(each.value, str))
