"""A picture of who cites whom, drawn at build time: the policies of the collection on the left, the
documents beyond it on the right, a curve for each pair, thicker where it is cited more often. Both sides are in the order in
which few curves cross. Beside the picture, what each policy cites as a list, for windows in which the picture would be too small."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


class Box(NamedTuple):
    """A document in the picture, by its corner; ``kind`` is that of the run which is its title."""

    x: int
    y: int
    width: int
    title: str
    lang: str
    kind: str
    href: str | None


class Curve(NamedTuple):
    """A citation in the picture. ``inner`` ones stay in the collection; ``width`` in pixels; ``kind`` is that of a title that
    it names, where one has any."""

    path: str
    inner: bool
    width: str
    title: str
    kind: str


class Cited(NamedTuple):
    """A document in the list, and how often it is cited."""

    node: Node
    times: int


class Citing(NamedTuple):
    """A document of the list with those that it cites."""

    node: Node
    cited: tuple[Cited, ...]


class Graph(NamedTuple):
    """The picture in its own pixels, and the same as a list."""

    width: int
    height: int
    box_height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    listed: tuple[Citing, ...]


def draw(own: Sequence[Node], others: Sequence[Node], edges: Sequence[Edge]) -> Graph | None:
    """The picture; None where nothing is cited, or too much for one picture."""
    if not edges or max(len(own), len(others)) > LARGEST:
        return None
    height = max(len(own), len(others)) * _STEP + _MARGIN
    left, right = _untangled(own, sorted(others, key=lambda node: plain(node.title)), edges)
    places = {
        **{node.key: (_LEFT, y) for node, y in zip(left, _level(left, right, edges, height), strict=True)},
        **{node.key: (_RIGHT, y) for node, y in zip(right, _spread(len(right), height), strict=True)},
    }
    nodes = {node.key: node for node in (*left, *right)}
    return Graph(
        width=_RIGHT + _WIDTH + _MARGIN,
        height=height,
        box_height=_HEIGHT,
        boxes=tuple(_box(node, *places[node.key]) for node in nodes.values()),
        curves=tuple(_curves(edges, places, nodes)),
        listed=tuple(_listed(left, nodes, edges)),
    )


def _box(node: Node, x: int, y: int) -> Box:
    width = _OWN_WIDTH if x == _LEFT else _WIDTH
    return Box(x, y, width, plain(node.title), node.title[0].lang, node.title[0].kind, node.href)


def crossings(left: Sequence[str], right: Sequence[str], edges: Sequence[Edge]) -> int:
    """How many pairs of curves between two columns cross, where documents have these orders."""
    at, to = ({key: row for row, key in enumerate(column)} for column in (left, right))
    ends = [(at[edge.source], to[edge.target]) for edge in edges if edge.target in to]
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for place, one in enumerate(ends)
        for other in ends[:place]
    )


_HEIGHT, _STEP, _MARGIN = 46, 54, 6
_LEFT, _RIGHT = 70, 590
_OWN_WIDTH, _WIDTH = 340, 530
_THICKEST = 5
_TURNS = 8
"""So often each side is put in the order of the other; more is not much better."""


def _untangled(
    own: Sequence[Node], others: Sequence[Node], edges: Sequence[Edge]
) -> tuple[Sequence[Node], Sequence[Node]]:
    """Both sides in the best of the orders that are met when each is sorted, in turn, by where those stand on average that
    its documents are tied to (the barycentres of Sugiyama, 1981); every other time, those of one average change places."""
    left, right = list(own), list(others)
    met: list[tuple[Sequence[Node], Sequence[Node]]] = []
    for turn in range(_TURNS):
        way = -1 if turn % 2 else 1
        right = _sorted(right[::way], left, [(edge.target, edge.source) for edge in edges])
        met.append((left, right))
        left = _sorted(left[::way], right, [(edge.source, edge.target) for edge in edges])
        met.append((left, right))
    return min(
        met,
        key=lambda each: crossings([node.key for node in each[0]], [node.key for node in each[1]], edges),
    )


def _sorted(nodes: Sequence[Node], beside: Sequence[Node], ties: Sequence[tuple[str, str]]) -> list[Node]:
    """One side by the average row of those beside it that each is tied to; what is tied to none keeps its row."""
    rows = {node.key: row / max(len(beside) - 1, 1) for row, node in enumerate(beside)}
    tied: dict[str, list[float]] = defaultdict(list)
    for one, other in ties:
        if other in rows:
            tied[one].append(rows[other])
    own = {node.key: row / max(len(nodes) - 1, 1) for row, node in enumerate(nodes)}

    def middle(node: Node) -> float:
        found = tied.get(node.key) or [own[node.key]]
        return sum(found) / len(found)

    return sorted(nodes, key=middle)


def _listed(own: Sequence[Node], nodes: Mapping[str, Node], edges: Sequence[Edge]) -> Iterator[Citing]:
    """What each policy cites, the most often cited first."""
    for node in own:
        cited = [Cited(nodes[edge.target], edge.times) for edge in edges if edge.source == node.key]
        if cited:
            yield Citing(node, tuple(sorted(cited, key=lambda each: (-each.times, plain(each.node.title)))))


def _spread(count: int, height: int) -> list[int]:
    """The upper edges of boxes that fill a height evenly."""
    free = (height - _MARGIN - count * _STEP) / max(count, 1)
    return [round(_MARGIN + at * (_STEP + free) + free / 2) for at in range(count)]


def _level(left: Sequence[Node], right: Sequence[Node], edges: Sequence[Edge], height: int) -> list[int]:
    """The upper edges of the boxes on the left, each as near as there is room to the middle of what it cites."""
    at = dict(zip((node.key for node in right), _spread(len(right), height), strict=True))
    tops: list[int] = []
    for row, node in enumerate(left):
        cited = [at[edge.target] for edge in edges if edge.source == node.key and edge.target in at]
        wanted = sum(cited) // len(cited) if cited else 0
        free = tops[-1] + _STEP if tops else _MARGIN
        tops.append(min(max(wanted, free), height - _STEP * (len(left) - row)))
    return tops


def _curves(
    edges: Sequence[Edge],
    places: Mapping[str, tuple[int, int]],
    nodes: Mapping[str, Node],
) -> Iterator[Curve]:
    for edge in sorted(edges, key=lambda edge: edge.times):
        (_, from_y), (to_x, to_y) = places[edge.source], places[edge.target]
        start, end = from_y + _HEIGHT // 2, to_y + _HEIGHT // 2
        inner = to_x == _LEFT
        if inner:  # an arc to the left; the nearer the two, the flatter
            bend = max(4, _LEFT - 24 - abs(end - start) // 8)
            path = f"M{_LEFT} {start}C{bend} {start} {bend} {end} {_LEFT - 8} {end}"
        else:
            middle = (_LEFT + _OWN_WIDTH + _RIGHT) // 2
            path = f"M{_LEFT + _OWN_WIDTH} {start}C{middle} {start} {middle} {end} {_RIGHT - 8} {end}"
        source, target = nodes[edge.source].title, nodes[edge.target].title
        title = f"{plain(source)} → {plain(target)} ({edge.times})"
        kind = source[0].kind or target[0].kind
        yield Curve(path, inner, str(min(edge.times, _THICKEST)), title, kind)
