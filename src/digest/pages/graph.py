"""A picture of who cites whom, drawn at build time: the policies of the collection on the left, the
documents beyond it on the right, a curve for each pair, thicker where it is cited more often."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.pages.strings import Runs, plain

LARGEST = 60
"""A picture of more documents on one side would show nothing; then there is none."""


class Node(NamedTuple):
    """A document; ``href`` leads to it where it is in the collection."""

    key: str
    title: Runs
    href: str | None


class Edge(NamedTuple):
    """``source`` cites ``target`` so many times."""

    source: str
    target: str
    times: int


@dataclass(frozen=True, slots=True)
class Box:
    """A document in the picture, by its corner; ``kind`` is that of the run which is its title."""

    x: int
    y: int
    title: str
    lang: str
    kind: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Curve:
    """A citation in the picture. ``inner`` ones stay in the collection; ``width`` in pixels; ``kind`` is that of a title that
    it names, where one has any."""

    path: str
    inner: bool
    width: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The picture in its own pixels."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def draw(own: Sequence[Node], others: Sequence[Node], edges: Sequence[Edge]) -> Graph | None:
    """The picture; None where nothing is cited, or too much for one picture."""
    if not edges or max(len(own), len(others)) > LARGEST:
        return None
    height = max(len(own), len(others)) * _STEP + _MARGIN
    rows = {node.key: row for row, node in enumerate(own)}
    right = sorted(others, key=lambda node: (_middle(node.key, edges, rows), plain(node.title)))
    places = {
        **{node.key: (_LEFT, y) for node, y in zip(own, _spread(len(own), height), strict=True)},
        **{node.key: (_RIGHT, y) for node, y in zip(right, _spread(len(right), height), strict=True)},
    }
    names = {node.key: plain(node.title) for node in (*own, *others)}
    return Graph(
        width=_RIGHT + _WIDTH + _MARGIN,
        height=height,
        box_width=_WIDTH,
        box_height=_HEIGHT,
        boxes=tuple(
            Box(*places[node.key], names[node.key], node.title[0].lang, node.title[0].kind, node.href)
            for node in (*own, *right)
        ),
        curves=tuple(
            _curves(edges, places, names, {node.key: node.title[0].kind for node in (*own, *others)})
        ),
    )


_WIDTH, _HEIGHT, _STEP, _MARGIN = 372, 64, 76, 8
_LEFT, _RIGHT = 76, 620
_THICKEST = 5


def _spread(count: int, height: int) -> list[int]:
    """The upper edges of boxes that fill a height evenly."""
    free = (height - _MARGIN - count * _STEP) / max(count, 1)
    return [round(_MARGIN + at * (_STEP + free) + free / 2) for at in range(count)]


def _middle(key: str, edges: Sequence[Edge], rows: Mapping[str, int]) -> float:
    """Where those stand on average that cite a document, so that few curves cross."""
    citing = [rows[edge.source] for edge in edges if edge.target == key]
    return sum(citing) / len(citing) if citing else 0


def _curves(
    edges: Sequence[Edge],
    places: Mapping[str, tuple[int, int]],
    names: Mapping[str, str],
    kinds: Mapping[str, str],
) -> Iterator[Curve]:
    for edge in sorted(edges, key=lambda edge: edge.times):
        (_, from_y), (to_x, to_y) = places[edge.source], places[edge.target]
        start, end = from_y + _HEIGHT // 2, to_y + _HEIGHT // 2
        inner = to_x == _LEFT
        if inner:  # an arc to the left; the nearer the two, the flatter
            bend = max(4, _LEFT - 24 - abs(end - start) // 8)
            path = f"M{_LEFT} {start}C{bend} {start} {bend} {end} {_LEFT - 8} {end}"
        else:
            middle = (_LEFT + _WIDTH + _RIGHT) // 2
            path = f"M{_LEFT + _WIDTH} {start}C{middle} {start} {middle} {end} {_RIGHT - 8} {end}"
        title = f"{names[edge.source]} → {names[edge.target]} ({edge.times})"
        kind = kinds[edge.source] or kinds[edge.target]
        yield Curve(path, inner, str(min(edge.times, _THICKEST)), title, kind)
