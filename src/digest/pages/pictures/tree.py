"""Things below each other, such as places: a list in lists, with lines from each to those below it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.pages.strings import Runs

MOST_OPEN = 40
"""In a larger tree, what is below the second level is folded."""


class Node(NamedTuple):
    """A thing under a name of its own (``key``), below that of ``parent``. What is known of it is in ``note``; ``href`` is None
    where nothing is said of it but its name."""

    key: str
    parent: str | None
    label: Runs
    note: Runs
    href: str | None


class Branch(NamedTuple):
    """A thing with those below it. ``size`` counts all of these; they are ``folded`` in a large tree."""

    label: Runs
    note: Runs
    href: str | None
    below: tuple["Branch", ...]
    size: int
    folded: bool


class Tree(NamedTuple):
    """What is below nothing else, in the order in which it was given, as are those below each."""

    caption: Runs
    branches: tuple[Branch, ...]


def tree(nodes: Sequence[Node], caption: Runs = ()) -> Tree | None:
    """The nodes below each other; one whose parent is not among them is below nothing. None where there are none."""
    keys = {node.key for node in nodes}
    below: dict[str | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent if node.parent in keys else None, []).append(node)
    branches = _branches(below.get(None, ()), below, 1, large=len(nodes) > MOST_OPEN)
    return Tree(caption, branches) if branches else None


def _branches(
    nodes: Iterable[Node], below: Mapping[str | None, Sequence[Node]], level: int, *, large: bool
) -> tuple[Branch, ...]:
    found = []
    for node in nodes:
        inner = _branches(below.get(node.key, ()), below, level + 1, large=large)
        size = sum(1 + each.size for each in inner)
        found.append(Branch(node.label, node.note, node.href, inner, size, large and level > 1))
    return tuple(found)
