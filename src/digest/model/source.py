"""A text as it came in, and places in it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a text."""

    start: int
    end: int


class Place(NamedTuple):
    """A position people can find: both numbers count from 1, columns in code points."""

    line: int
    column: int


class LineRule(NamedTuple):
    """What an editor decides about lines that a page layout may have printed: every line that reads ``text``, or the
    one with a number. ``keep``: it belongs to the policy; else it is set aside."""

    keep: bool
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One text, never changed after decoding.

    ``name`` is the path shown in messages; ``sha256`` is of the bytes as received;
    ``encoding`` is the codec that decoded them.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    sha256: str = ""
    line_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        object.__setattr__(self, "line_starts", tuple(starts))

    def place(self, offset: int) -> Place:
        """The line and column of a code point."""
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Where a line (counted from 1) stands, without its line break."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(start, end - self.text.endswith("\r", start, end))
