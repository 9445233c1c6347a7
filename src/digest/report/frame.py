"""A Problem as a frame for people: where, what, the line with a caret under the place, what to do next."""

from collections.abc import Callable
from gettext import gettext
from typing import NamedTuple

from rich.cells import cell_len

from digest.model.problem import Problem
from digest.report.visible import visible

Paint = Callable[[str, str], str]  # what the text is (a severity, "place", "mark", "hint"), the text
_CUT = "…"
_ONE_LINE = str.maketrans({"\n": " ", "\r": " "})


def plain(_what: str, text: str) -> str:
    """The text without colour."""
    return text


def frame(found: Problem, width: int = 100, paint: Paint = plain) -> str:
    """A Problem in two to four lines, no line feed at the end.

    ``width`` is that of the terminal in cells; a longer source line is cut around the marked place.
    """
    head = f"{paint('place', place(found))}: " if found.path else ""
    severity = paint(found.severity, f"{gettext(found.severity)} {found.code}")
    lines = [f"{head}{severity}: {_flat(found.message)}"]
    if found.source_line:
        lines += _quoted(found, width, paint)
    if found.hint:
        lines.append(f"{paint('hint', gettext('  hint:'))} {_flat(found.hint)}")
    return "\n".join(lines)


def place(found: Problem) -> str:
    """``file``, ``file:line`` or ``file:line:column-end``; the end is the last column marked."""
    path = _flat(found.path)
    if not found.line:
        return path
    if found.column == 1 and found.end_column <= 1:
        return f"{path}:{found.line}"
    last = found.end_column - 1
    return f"{path}:{found.line}:{found.column}" + (f"-{last}" if last > found.column else "")


class _Window(NamedTuple):
    """The part of a line that is shown, and where its mark begins and how long it is, in cells."""

    text: str
    indent: int
    length: int


def _quoted(found: Problem, width: int, paint: Paint) -> list[str]:
    gutter = str(found.line)
    line = found.source_line
    start = min(found.column - found.source_column, len(line))
    end = max(found.end_column - found.source_column, start)
    shown = _window(line, start, end, max(width - len(gutter) - 3, 20), cut=found.source_column > 1)
    mark = " " * shown.indent + paint("mark", "^" * shown.length)
    return [f"{gutter} | {shown.text}", f"{' ' * len(gutter)} | {mark}"]


def _window(line: str, start: int, end: int, room: int, *, cut: bool) -> _Window:
    """The characters of a line around ``line[start:end]`` that fit into so many cells.

    When the line is too long, a third of the room goes to what stands before the mark, and more when there
    is little after it. ``cut`` says that the line has been cut at its start before.
    """
    edge = cell_len(_CUT)
    left = _reach(line, start, -1, room // 3)
    right = _reach(line, left, 1, room - 2 * edge)
    if right == len(line):
        left = min(_reach(line, right, -1, room - edge), start)
    before = (_CUT if left or cut else "") + visible(line[left:start])
    after = visible(line[start:right]) + (_CUT if right < len(line) else "")
    length = cell_len(visible(line[start : min(end, right)]))
    return _Window(before + after, cell_len(before), max(length, 1))


def _reach(line: str, position: int, step: int, cells: int) -> int:
    """How far one can go from a position, left or right, in so many cells."""
    while 0 <= (following := position + min(step, 0)) < len(line):
        cells -= max(cell_len(visible(line[following])), 1)  # a heap of combining marks must end, too
        if cells < 0:
            break
        position += step
    return position


def _flat(text: str) -> str:
    return visible(text.translate(_ONE_LINE))
