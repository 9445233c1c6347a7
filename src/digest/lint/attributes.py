"""What a template asks of the value of its page, beside what that value has: seen from the types of the values, so that it
shows in branches that no page of this site takes, too.

Only what is certain is followed: fields with a type, the elements of lists, names that are set to them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from gettext import gettext
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from digest.lint.remedies import write_known
from digest.lint.template_set import ParsedTemplate
from digest.model.problem import Problem

_Kinds = tuple[Any, ...]
"""The types that a value may have; none where nobody knows."""


def check_attributes(each: ParsedTemplate, pages: Collection[type]) -> Iterator[Problem]:
    """B311 for each attribute that no page of these types has."""
    yield from _Reader(each).read(each.tree.body, {"page": tuple(pages)})


class _Reader:
    """Goes through a template in its order; ``known`` are the types of names at a place."""

    def __init__(self, template: ParsedTemplate) -> None:
        self._template = template

    def read(self, body: Iterable[nodes.Node], known: Mapping[str, _Kinds]) -> Iterator[Problem]:
        names = dict(known)
        for node in body:
            yield from self._statement(node, names)

    def _statement(self, node: nodes.Node, names: dict[str, _Kinds]) -> Iterator[Problem]:
        match node:
            case nodes.For():
                yield from self._loop(node, names)
            case nodes.Macro() | nodes.CallBlock():
                yield from self._macro(node, names)
            case nodes.Assign() | nodes.AssignBlock() | nodes.With():
                yield from self._assignment(node, names)
            case nodes.If():
                yield from self._expressions(node.test, names)
                branches: list[Iterable[nodes.Node]] = [node.body, node.elif_, node.else_]
                for branch in branches:
                    yield from self.read(branch, names)
            case nodes.Block() | nodes.FilterBlock() | nodes.Scope() | nodes.ScopedEvalContextModifier():
                yield from self.read(node.body, names)
            case nodes.Import() | nodes.FromImport():
                pass
            case _:
                yield from self._expressions(node, names)

    def _loop(self, node: nodes.For, names: Mapping[str, _Kinds]) -> Iterator[Problem]:
        yield from self._expressions(node.iter, names)
        inner = {**names, "loop": (), **_bound(node.target, _elements(self._kinds(node.iter, names)))}
        if node.test:
            yield from self._expressions(node.test, inner)
        yield from self.read(node.body, inner)
        yield from self.read(node.else_, names)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, names: Mapping[str, _Kinds]) -> Iterator[Problem]:
        for each in (*node.defaults, *([node.call] if isinstance(node, nodes.CallBlock) else [])):
            yield from self._expressions(each, names)
        yield from self.read(node.body, {**names, **{each.name: () for each in node.args}, "caller": ()})

    def _assignment(
        self, node: nodes.Assign | nodes.AssignBlock | nodes.With, names: dict[str, _Kinds]
    ) -> Iterator[Problem]:
        if isinstance(node, nodes.AssignBlock):
            yield from self.read(node.body, names)
            names.update(_bound(node.target, ()))
        elif isinstance(node, nodes.Assign):
            yield from self._expressions(node.node, names)
            names.update(_bound(node.target, self._kinds(node.node, names)))
        else:
            inner = dict(names)
            for target, value in zip(node.targets, node.values, strict=True):
                yield from self._expressions(value, names)
                inner.update(_bound(target, self._kinds(value, names)))
            yield from self.read(node.body, inner)

    def _expressions(self, node: nodes.Node, names: Mapping[str, _Kinds]) -> Iterator[Problem]:
        """The attributes in an expression; one that is asked for with `is defined` or a default may be missing."""
        if isinstance(node, nodes.Test | nodes.Filter) and node.name in (
            "defined",
            "undefined",
            "default",
            "d",
        ):
            return
        if isinstance(node, nodes.Getattr):
            kinds = self._kinds(node.node, names)
            if kinds and not any(_has(kind, node.attr) for kind in kinds):
                yield self._unknown(node, kinds)
                return
        for child in node.iter_child_nodes():
            yield from self._expressions(child, names)

    def _unknown(self, node: nodes.Getattr, kinds: _Kinds) -> Problem:
        known = sorted({name for kind in kinds for name in _hints(kind)})
        remedy = write_known(node.attr, known)
        reason = gettext("`{name}` is unknown: the value before it has no such part").format(name=node.attr)
        return self._template.at("B311", node.lineno, node.attr, reason=reason, remedy=remedy)

    def _kinds(self, node: nodes.Node, names: Mapping[str, _Kinds]) -> _Kinds:
        match node:
            case nodes.Name():
                return names.get(node.name, ())
            case nodes.Getattr():
                kinds = self._kinds(node.node, names)
                if not kinds or not all(node.attr in _hints(kind) for kind in kinds):
                    return ()
                found = [_values(_hints(kind)[node.attr]) for kind in kinds]
                return tuple(kind for each in found for kind in each) if all(found) else ()
            case nodes.Getitem():
                is_index = isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)
                return _elements(self._kinds(node.node, names)) if is_index else ()
            case _:
                return ()


def _bound(target: nodes.Node, kinds: _Kinds) -> Mapping[str, _Kinds]:
    """The types of names that values of some types are given to; several names share the parts of a tuple."""
    if isinstance(target, nodes.Name):
        return {target.name: kinds}
    found: dict[str, _Kinds] = {}
    for at, each in enumerate(getattr(target, "items", ())):
        parts: list[Any] = []
        for kind in kinds:
            arguments = get_args(kind) if _origin(kind) is tuple else tuple(_hints(kind).values())
            if Ellipsis in arguments or at >= len(arguments):
                parts = []
                break
            parts += _values(arguments[at])
        found.update(_bound(each, tuple(parts)))
    return found


def _elements(kinds: _Kinds) -> _Kinds:
    """The types of what is in lists of some types; none unless all are lists of one kind of thing."""
    found: list[Any] = []
    for kind in kinds:
        arguments = get_args(kind)
        alike = len(arguments) == 1 or arguments[1:] == (Ellipsis,)
        values = _values(arguments[0]) if _is_list(kind) and alike else ()
        if not values:
            return ()
        found += values
    return tuple(found)


def _values(hint: Any) -> _Kinds:
    """The types that a hint allows, but for None; none where one of them says nothing."""
    if _origin(hint) in (Union, UnionType):
        found = [_values(each) for each in get_args(hint) if each is not NoneType]
        return tuple(kind for each in found for kind in each) if all(found) else ()
    return (hint,) if _hints(hint) or _is_list(hint) else ()


def _is_list(hint: Any) -> bool:
    origin = _origin(hint)
    return isinstance(origin, type) and issubclass(origin, Sequence)


def _origin(hint: Any) -> Any:
    return get_origin(hint)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """The fields and properties of a class of ours with their types; nothing for other types."""
    if not isinstance(kind, type) or not (is_dataclass(kind) or hasattr(kind, "_fields")):
        return {}
    found = dict(get_type_hints(kind))
    for name in dir(kind):
        value = getattr(kind, name)
        if isinstance(value, property) and value.fget:
            found[name] = get_type_hints(value.fget).get("return", Any)
        elif callable(value) and not name.startswith("_") and not hasattr(tuple, name):
            found.setdefault(name, Any)
    return {name: hint for name, hint in found.items() if not name.startswith("_")}


def _has(kind: Any, name: str) -> bool:
    known = _hints(kind)
    return not known or name in known
