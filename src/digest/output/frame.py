"""A Problem as a frame for people: where, what, the line with a caret under the place, what to do next."""

from collections.abc import Callable
from gettext import gettext
from typing import NamedTuple

from rich.cells import cell_len

from digest.model.problem import Problem
from digest.output.visible import visible

Paint = Callable[[str, str], str]  # what the text is (a severity, "place", "mark", "hint"), the text
_CUT = "…"
_ONE_LINE = str.maketrans({"\n": " ", "\r": " "})


def plain(_what: str, text: str) -> str:
    """The text without colour."""
    return text


class Framed(NamedTuple):
    """A Problem in parts: its place, code and message; the line, around what is marked there; what to do next.
    ``gutter`` is the number of the line, empty when none is shown."""

    head: str
    gutter: str
    before: str
    marked: str
    after: str
    hint: str


def framed(found: Problem, width: int = 100, paint: Paint = plain) -> Framed:
    """A Problem for people. ``width`` is that of the terminal in cells; a longer source line is cut around the
    marked place."""
    where = f"{paint('place', place(found))}: " if found.path else ""
    severity = paint(found.severity, f"{gettext(found.severity)} {found.code}")
    said = gettext("{code}: {message}").format(code=severity, message=_flat(found.message))
    gutter = str(found.line) if found.source_line else ""
    quoted = _quoted(found, max(width - len(gutter) - 3, 20)) if gutter else ("", "", "")
    return Framed(f"{where}{said}", gutter, *quoted, _flat(found.hint))


def frame(found: Problem, width: int = 100, paint: Paint = plain) -> str:
    """A Problem in two to four lines, no line feed at the end."""
    head, gutter, before, marked, after, hint = framed(found, width, paint)
    lines = [head]
    if gutter:
        mark = " " * cell_len(before) + paint("mark", "^" * max(cell_len(marked), 1))
        lines += [f"{gutter} | {before}{marked}{after}", f"{' ' * len(gutter)} | {mark}"]
    if hint:
        lines.append(f"{paint('hint', gettext('  hint: '))}{hint}")
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


def _quoted(found: Problem, room: int) -> tuple[str, str, str]:
    """The characters of the line that fit into so many cells: before the mark, marked, and after it.

    When the line is too long, a third of the room goes to what stands before the mark, and more when there
    is little after it.
    """
    line = found.source_line
    start = min(found.column - found.source_column, len(line))
    end = max(found.end_column - found.source_column, start)
    edge = cell_len(_CUT)
    left = _reach(line, start, -1, room // 3)
    right = _reach(line, left, 1, room - 2 * edge)
    if right == len(line):
        left = min(_reach(line, right, -1, room - edge), start)
    end = min(end, right)
    before = (_CUT if left or found.source_column > 1 else "") + visible(line[left:start])
    return before, visible(line[start:end]), visible(line[end:right]) + (_CUT if right < len(line) else "")


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
