"""Clause ids: the only place where they are minted and read.

An id is the path of the printed numbers in ASCII digits, joined by dots: 三、（二） -> ``3.2``,
第七条 -> ``art7`` whatever chapter it stands in, items under it ``art7.2``, 第十五条之一 -> ``art15_1``,
专栏1 -> ``box1``, its entries ``box1.1``, chapters ``ch2``, their sections ``ch2.sec1``, parts ``pt1``
(chapters in a part ``pt1.ch2``), drafting notes ``<clause>.note``, footnotes ``<clause>.fn1``,
unnumbered headings and dash points ``<parent>.u1``, front matter ``front.1``. A repeated id gets
``-2``, ``-3``.
"""

import hashlib
import re
import unicodedata
from typing import NamedTuple

from digest.regex import regex

_STEP = regex(r"(pt|ch|sec|art|box|front|note|fn|u|)(\d*)(?:_(\d+))?(?:-(\d+))?\Z")
_ONE = r"(?:(?:pt|ch|sec|art|box|front|note|fn|u)\d*|\d+)(?:_\d+)?(?:-\d+)?"
FORM = regex(rf"{_ONE}(?:\.{_ONE})*", re.ASCII)
"""What an id looks like."""

_ABSOLUTE = {"article": "art", "box": "box", "front": "front.", "part": "pt"}
_WORDS = {"title": "ch", "section": "sec", "unnumbered": "u", "note": "note", "footnote": "fn"}


class IdStep(NamedTuple):
    """One step of an id: ``art15_1-2`` is word art, number 15, branch 1, repeat 2."""

    word: str
    number: int | None
    branch: int
    repeat: int


def mint(parent: str | None, system: str, number: int, branch: int = 0) -> str:
    """The id for a clause, before repeats are told apart (see ``Minter``).

    ``system`` is the numbering system of the label, or unnumbered, note, footnote, front.
    """
    suffix = f"_{branch}" if branch else ""
    if system in _ABSOLUTE:
        return f"{_ABSOLUTE[system]}{number or ''}{suffix}"
    word = _WORDS.get(system, "")
    digits = "" if system == "note" else str(number)
    return ".".join(filter(None, (parent, f"{word}{digits}{suffix}")))


class Minter:
    """Mints the ids of one document; a repeated id gets the suffix ``-2``, ``-3`` in order."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def mint(self, parent: str | None, system: str, number: int, branch: int = 0) -> str:
        """A new id that differs from all this minter gave before."""
        wanted = mint(parent, system, number, branch)
        count = self._seen.get(wanted, 0) + 1
        self._seen[wanted] = count
        return wanted if count == 1 else f"{wanted}-{count}"


def read(clause_id: str) -> tuple[IdStep, ...]:
    """The steps of an id. Raises ValueError for what is not an id."""
    steps = []
    for part in clause_id.split("."):
        match = _STEP.match(part)
        if not part or not match or not (match[1] or match[2]):
            raise ValueError(f"not a clause id: {clause_id!r}")
        number = int(match[2]) if match[2] else None
        steps.append(IdStep(match[1], number, int(match[3] or 0), int(match[4] or 1)))
    return tuple(steps)


def write(steps: tuple[IdStep, ...]) -> str:
    """The id of some steps; the inverse of ``read``."""
    parts = []
    for step in steps:
        number = "" if step.number is None else str(step.number)
        branch = f"_{step.branch}" if step.branch else ""
        repeat = f"-{step.repeat}" if step.repeat > 1 else ""
        parts.append(f"{step.word}{number}{branch}{repeat}")
    return ".".join(parts)


def repeated(clause_id: str) -> str:
    """The id of the next clause with the same number: ``art3`` -> ``art3-2`` -> ``art3-3``. Raises ValueError for
    what is not an id."""
    steps = read(clause_id)
    return write((*steps[:-1], steps[-1]._replace(repeat=steps[-1].repeat + 1)))


def below(minted: str, parent: str | None, now: str | None) -> str:
    """The id that a clause was minted with, where its ``parent`` has the id ``now``: it begins as that does."""
    inside = parent is not None and now is not None and minted.startswith(f"{parent}.")
    return f"{now}{minted.removeprefix(parent or '')}" if inside else minted


def text_hash(text: str) -> str:
    """SHA-256 of a clause's own text after NFC and removal of white space, as 64 hex digits."""
    squeezed = "".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()


def short_hash(text: str) -> str:
    """The first 8 digits of ``text_hash``, enough to pin a wording for people."""
    return text_hash(text)[:8]


def version_of(text: str) -> str | None:
    """What pins the text of a clause in addresses and citations: its ``short_hash``; None where there is no text."""
    return short_hash(text) if text else None


def has_hash(text: str, digits: str) -> bool:
    """Whether a text is the one that was pinned, by all digits of its hash or by the first ones."""
    return text_hash(text).startswith(digits)
