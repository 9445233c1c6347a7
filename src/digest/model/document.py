"""A parsed text: clauses in a tree, and the tokens that account for every character."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from digest.model.source import Source, Span


class Kind(StrEnum):
    """What a clause is, from the closed list of the data format."""

    CHAPTER = "chapter"  # 编, 章, and 一、 in documents that are not statutes
    SECTION = "section"  # 节, and （一） under 一、
    ARTICLE = "article"  # 条
    ITEM = "item"  # 项, 目, and numbered points below a section
    BOX = "box"  # 专栏
    ENTRY = "entry"  # an entry of a box
    POINT = "point"  # —— and unnumbered run-in points
    NOTE = "note"  # 起草说明 under a measure
    FOOTNOTE = "footnote"
    PREAMBLE = "preamble"
    FRONT = "front"  # title, addressee, signature, date, 版记 ...
    HEADING = "heading"  # a heading without a number


class Role(StrEnum):
    """What a token is to its clause."""

    LABEL = "label"
    HEADING = "heading"
    TEXT = "text"
    MARK = "mark"  # punctuation or wording that only separates label, heading and text
    ARTEFACT = "artefact"  # residue of a converter or a page layout; belongs to no clause
    SPACE = "space"  # white space outside the other roles


class Token(NamedTuple):
    """A stretch of the source. The tokens of a document cover it without gap or overlap.

    ``clause`` is an index into ``Document.clauses``, -1 for artefacts and space.
    """

    start: int
    end: int
    role: Role
    clause: int


class Piece(NamedTuple):
    """``length`` characters of a clause's text from ``at`` on stand at ``start`` in the source."""

    at: int
    start: int
    length: int


class PrintedLabel(NamedTuple):
    """A label as printed, and the kind of clause that it is the label of."""

    label: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Clause:
    """One node of the tree.

    ``label`` and ``heading`` are as printed (line breaks inside removed) or None. ``text`` is the
    clause's own text without label, heading and children: broken lines joined, paragraphs
    separated by one line feed. ``depth`` is 1 for a clause without parent. ``lines`` are the first and last line in the source, from 1.
    ``placeholder`` marks a clause that only describes a part which is not reproduced. ``rows`` are the ranges of
    ``text`` that are rows of a table, with a tab between two cells. ``above`` are the labels of the clauses that it
    hangs below, the top one first; a clause without a label is not among them.
    """

    id: str
    parent: str | None
    order: int
    depth: int
    kind: Kind
    label: str | None
    heading: str | None
    text: str
    lines: tuple[int, int]
    pieces: tuple[Piece, ...] = ()
    placeholder: bool = False
    rows: tuple[Span, ...] = ()
    above: tuple[PrintedLabel, ...] = ()

    @property
    def prose(self) -> str:
        """The text with line feeds in place of its tables: what reads sentences must not read rows as one. No offset
        moves."""
        text = self.text
        for start, end in self.rows:
            text = text[:start] + "\n" * (end - start) + text[end:]
        return text

    def source_span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the source (from its first to its last character)."""
        first = next(p for p in reversed(self.pieces) if p.at <= start)
        last = next(p for p in reversed(self.pieces) if p.at < max(end, start + 1))
        return Span(first.start + start - first.at, last.start + min(end - last.at, last.length))


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text as a tree in reading order. Parents stand before their children."""

    slug: str
    source: Source
    clauses: tuple[Clause, ...]
    tokens: tuple[Token, ...]

    def clause(self, clause_id: str) -> Clause:
        """The clause with an id; KeyError when there is none."""
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)
