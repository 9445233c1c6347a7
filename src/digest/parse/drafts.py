"""A clause while it is being collected: references to lines, and its place in the tree.

Drafts live only inside one call of ``parse``; ``assemble`` turns them into frozen clauses.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from digest.model.document import Kind


class Ref(NamedTuple):
    """``start`` to ``end`` of the text of line number ``line`` (an index into the list of lines)."""

    line: int
    start: int
    end: int


class ProblemDraft(NamedTuple):
    """A Problem in the making: code, place, and the values for its message."""

    code: str
    ref: Ref
    values: dict[str, str]


class TableRow(list[Ref]):
    """A paragraph that is a row of a table: a reference for each cell."""


@dataclass(slots=True)
class ClauseDraft:
    """``system`` and ``number`` are those of the printed label (see ``labels``), or one of front,
    unnumbered, point, note, footnote. ``parent`` is an index into the list of drafts, -1 at the
    top; ``first`` and ``end`` are its first and last line.

    ``rest`` is what follows the label on its line: heading, text, or both. A paragraph is a list
    of references that belong together. ``style`` says how the heading was printed: own_line,
    inline, colon, bracket, sentence, or None without one. ``what`` names an element of front
    matter (see ``front``).
    """

    kind: Kind
    system: str
    number: int
    parent: int
    first: int
    end: int
    branch: int = 0
    label: Ref | None = None
    rest: Ref | None = None
    headings: list[Ref] = field(default_factory=list)
    paragraphs: list[list[Ref]] = field(default_factory=list)
    style: str | None = None
    what: str = ""
