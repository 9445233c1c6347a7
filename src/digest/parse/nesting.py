"""Step three: which clause a numbered line belongs to.

The level is read from the numbering itself. A number that continues an open sequence is its
sibling, 1 opens a new sequence below the open clause, a number that fits nowhere goes where its
system stood before; only then does the usual order of GB/T 9704 decide. 编 章 节 条 are nested by
law. Whatever does not continue is reported, never corrected.
"""

from typing import NamedTuple

from digest.parse.labels import STATUTE_RANK, TYPICAL_RANK, Label

LEAVES = ("point", "note")
"""Systems whose clauses hold no numbered ones."""


class Open(NamedTuple):
    """A clause that can still get children. ``draft`` is its index in the list of drafts."""

    system: str
    number: int
    draft: int


class Placement(NamedTuple):
    """Where a label goes. ``finding``: None, gap, repeat, back, late; ``expected`` is the number
    that would have continued the sequence (0 where there was none)."""

    parent: int
    finding: str | None = None
    expected: int = 0


class Nesting:
    """The open clauses of one document, outermost first, and what its numbering did so far."""

    def __init__(self) -> None:
        self._open: list[Open] = []
        self._last: dict[str, int] = {}
        self._above: dict[str, str] = {}
        self._runs_on: set[str] = set()

    @property
    def top(self) -> int:
        """The draft of the innermost open clause, -1 when none is."""
        return self._open[-1].draft if self._open else -1

    def ancestors(self) -> list[Open]:
        """The open clauses, outermost first."""
        return list(self._open)

    def open(self, label: Label, index: int) -> None:
        """Make a placed clause the innermost open one."""
        self._above[label.system] = self._open[-1].system if self._open else ""
        self._last[label.system] = label.number
        self._open.append(Open(label.system, label.number, index))

    def open_unnumbered(self, system: str, index: int) -> None:
        """Open a clause without a number (a heading, a box, a point)."""
        self._open.append(Open(system, 0, index))

    def close(self, *systems: str) -> None:
        """Close the innermost clauses of these systems."""
        while self._open and self._open[-1].system in systems:
            self._open.pop()

    def close_one(self, *systems: str) -> None:
        """Close the innermost clause if it is of these systems."""
        if self._open and self._open[-1].system in systems:
            self._open.pop()

    def close_sequence(self, system: str) -> None:
        """Close the innermost open sequence of a system, if there is one."""
        entry = self.innermost(system)
        if entry:
            del self._open[self._open.index(entry) :]

    def close_statute(self, system: str) -> None:
        """Close the clauses that a new 编, 章, 节 or 条 of this rank would end."""
        rank = STATUTE_RANK[system]
        for depth, entry in enumerate(self._open):
            if STATUTE_RANK.get(entry.system, -1) >= rank:
                del self._open[depth:]
                return

    def close_to(self, index: int) -> None:
        """Close everything inside a draft (-1: everything)."""
        while self._open and self._open[-1].draft != index:
            self._open.pop()

    def expected(self, system: str) -> int:
        """The number that would continue the innermost open sequence of a system, 0 without one."""
        entry = self.innermost(system)
        return entry.number + 1 if entry else 0

    def last(self, system: str) -> int:
        """The number printed last in a system, 0 when it was not used yet."""
        return self._last.get(system, 0)

    def innermost(self, system: str) -> Open | None:
        """The innermost open clause of a system."""
        return next((entry for entry in reversed(self._open) if entry.system == system), None)

    def count_lost(self, entry: Open, index: int) -> None:
        """Let a clause without its number take the place after ``entry``."""
        while self._open[-1] != entry:
            self._open.pop()
        self._open[-1] = Open(entry.system, entry.number + 1, index)
        self._last[entry.system] = entry.number + 1

    def place(self, label: Label, *, bare: bool) -> Placement:
        """Close what the label ends and say where it belongs.

        ``bare``: the innermost open clause is only a heading yet, so it waits for its content.
        """
        if label.system in STATUTE_RANK:
            return self._place_statute(label, bare=bare)
        return self._continue(label) or self._restart(label) or self._resume(label, bare=bare)

    def _place_statute(self, label: Label, *, bare: bool) -> Placement:
        before = len(self._open)
        self.close_statute(label.system)
        if label.system in ("part", "title") and label.number > 1 and not self._last.get(label.system):
            self.close_sequence(
                "unnumbered"
            )  # a heading that lost its number is beside the first that has one
        inside = self._open and self._open[-1].system in STATUTE_RANK
        if len(self._open) == before and label.system in self._above and not bare and not inside:
            self._close_to_system(self._above[label.system])
        return Placement(self.top, *self._statute_finding(label))

    def _statute_finding(self, label: Label) -> tuple[str | None, int]:
        """Articles count through the whole text; chapters and sections may begin again at 1."""
        last = self._last.get(label.system, 0)
        if label.branch or label.number == last + 1 or (label.system != "article" and label.number == 1):
            return None, last + 1
        if not last:
            return "late", 1
        return self._judge(label.number, last), last + 1

    def _continue(self, label: Label) -> Placement | None:
        """The innermost open sequence that the number continues."""
        for depth in range(len(self._open) - 1, -1, -1):
            entry = self._open[depth]
            if entry.system == label.system and label.number == entry.number + 1:
                del self._open[depth:]
                return Placement(self.top)
        return None

    def _restart(self, label: Label) -> Placement | None:
        """A number that does not continue, although its system is open."""
        depths = [i for i, entry in enumerate(self._open) if entry.system == label.system]
        if not depths:
            return None
        depth = depths[-1]
        inside = self._open[depth + 1 :]
        if label.number == 1 and any(e.system in ("article", "box", "unnumbered") for e in inside):
            return Placement(self.top)
        last = self._open[depth].number
        del self._open[depth:]
        return Placement(self.top, self._judge(label.number, last), last + 1)

    def _resume(self, label: Label, *, bare: bool) -> Placement:
        """The first number of its system below the open clause."""
        if label.number == 1:
            return Placement(self.top)
        last = self._last.get(label.system, 0)
        if label.system in self._above and not bare:
            self._close_to_system(self._above[label.system])
        elif not bare:
            self._close_below(TYPICAL_RANK.get(label.system, 9))
        if last and label.number == last + 1:
            self._runs_on.add(label.system)
            return Placement(self.top)
        if label.system in self._runs_on:
            return Placement(self.top, self._judge(label.number, last), last + 1)
        return Placement(self.top, "late", 1)

    def _close_to_system(self, system: str) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].system == system:
                del self._open[depth + 1 :]
                return
        if not system:
            self._open.clear()

    def _close_below(self, rank: int) -> None:
        """Close clauses that usually stand as deep as ``rank`` or deeper."""
        order = {**STATUTE_RANK, **TYPICAL_RANK}
        while self._open and order.get(self._open[-1].system, 0 if rank > 3 else -1) >= rank:
            self._open.pop()

    @staticmethod
    def _judge(number: int, last: int) -> str:
        if number == last:
            return "repeat"
        return "gap" if number > last else "back"
