"""What a clause is called in Akoma Ntoso, and the ids its naming convention gives to elements."""

from typing import NamedTuple

from digest.model.document import Clause, Kind
from digest.text import ids


class Name(NamedTuple):
    """An element for a clause: ``role`` is its ``name`` where the standard has no element of its own,
    ``short`` its form in ids, ``number`` what its label counts, "" where it counts nothing."""

    element: str
    short: str
    role: str = ""
    number: str = ""


def name_of(clause: Clause) -> Name:
    """The name of a clause's element."""
    step = ids.read(clause.id)[-1]
    element, short = ("part", "part") if step.word == "pt" else _NAMES.get(clause.kind, ("", ""))
    if not element:
        return Name("hcontainer", "hcontainer", clause.kind.value)
    branch = f"-{step.branch}" if step.branch else ""
    counted = step.number is not None and step.word != "u"
    return Name(element, short, "", f"{step.number}{branch}" if counted else "")


class ElementIds:
    """Gives each element of one document an id (``eId``) of its own: the id of the element around it, two
    low lines, its short name, and its number or, where none is printed, its place."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def give(self, around: str, short: str, number: str = "") -> str:
        """A new id. A number that is printed twice gets ``-2``."""
        stem = "__".join(filter(None, (around, short)))
        wanted = f"{stem}_{number}" if number else ""
        if wanted and wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        return self._next(f"{wanted}-", 1) if wanted else self._next(f"{stem}_", 0)

    def _next(self, stem: str, last: int) -> str:
        """The stem with the next number that makes it new."""
        count = self._last.get(stem, last) + 1
        while f"{stem}{count}" in self._taken:
            count += 1
        self._last[stem] = count
        self._taken.add(f"{stem}{count}")
        return f"{stem}{count}"


_NAMES = {
    Kind.CHAPTER: ("chapter", "chp"),
    Kind.SECTION: ("section", "sec"),
    Kind.ARTICLE: ("article", "art"),
    Kind.ITEM: ("point", "point"),
    Kind.POINT: ("indent", "indent"),
}
