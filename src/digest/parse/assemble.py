"""Step six: drafts to a frozen document. Ids are minted, offsets settled, tokens laid out.

Afterwards the tokens cover the source exactly once; whatever no draft claimed (the full stop after
a heading, a colon after a label) is a mark of the clause it stands in, so no character is lost.
"""

from bisect import bisect_right
from itertools import pairwise

from digest.model.document import Clause, Document, Kind, Piece, PrintedLabel, Role, Token
from digest.model.source import Source, Span
from digest.parse.drafts import ClauseDraft, Ref, TableRow
from digest.parse.lines import Line
from digest.parse.placeholders import is_placeholder
from digest.parse.reading import Cut, Reading, visible
from digest.text.ids import Minter
from digest.text.radicals import read_through


def assemble(
    slug: str, source: Source, reading: Reading, lines: list[Line], cuts: list[Cut], drafts: list[ClauseDraft]
) -> Document:
    """The document of some drafts, with the footnotes that the cuts hold."""
    builder = _Builder(source, reading, lines, cuts)
    for draft in drafts:
        builder.add(draft)
    clauses = builder.clauses()
    return Document(slug, source, clauses, tuple(builder.tokens()))


class _Entry:
    """A clause in the making, with its ranges in the source by role."""

    __slots__ = (
        "branch",
        "heading",
        "kind",
        "label",
        "number",
        "paragraphs",
        "parent",
        "rows",
        "start",
        "system",
    )

    def __init__(self, kind: Kind, system: str, number: int, branch: int, parent: int) -> None:
        self.kind, self.system, self.number, self.branch, self.parent = kind, system, number, branch, parent
        self.label: list[Span] = []
        self.heading: list[Span] = []
        self.paragraphs: list[list[list[Span]]] = []
        self.rows: list[bool] = []
        self.start = 0

    def spans(self) -> list[Span]:
        """All ranges of its paragraphs, in order."""
        return [span for paragraph in self.paragraphs for cell in paragraph for span in cell]


class _Builder:
    def __init__(self, source: Source, reading: Reading, lines: list[Line], cuts: list[Cut]) -> None:
        self._source, self._reading, self._lines, self._cuts = source, reading, lines, cuts
        self._text = read_through(source.text)
        self._entries: list[_Entry] = []
        self._notes = [cut for cut in cuts if cut.what == "note"]

    def add(self, draft: ClauseDraft) -> None:
        """One draft; parents must come before their children."""
        entry = _Entry(draft.kind, draft.system, draft.number, draft.branch, draft.parent)
        entry.label = self._spans(draft.label) if draft.label else []
        entry.heading = [span for ref in draft.headings for span in self._spans(ref)]
        for paragraph in draft.paragraphs:
            cells = [self._spans(ref) for ref in paragraph]
            in_row = isinstance(paragraph, TableRow)
            entry.paragraphs.append(cells if in_row else [[span for cell in cells for span in cell]])
            entry.rows.append(in_row)
        first = [*entry.label, *entry.heading, *entry.spans()]
        entry.start = min((span.start for span in first), default=0)
        self._entries.append(entry)

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in reading order."""
        self._add_footnotes()
        ids = self._ids()
        result: list[Clause] = []
        depths: list[int] = []
        below: list[tuple[PrintedLabel, ...]] = []
        order = [0] * len(self._entries)
        for place, index in enumerate(self._reading_order()):
            order[index] = place
            entry = self._entries[index]
            parent = entry.parent
            depths.append(depths[order[parent]] + 1 if parent >= 0 else 1)
            above = below[order[parent]] if parent >= 0 else ()
            clause = self._clause(
                entry, ids[index], ids[parent] if parent >= 0 else None, place, depths[-1], above
            )
            below.append((*above, PrintedLabel(clause.label, clause.kind)) if clause.label else above)
            result.append(clause)
        self._order = order
        return tuple(result)

    def tokens(self) -> list[Token]:
        """The source laid out without gap or overlap."""
        claimed = []
        for index, entry in enumerate(self._entries):
            place = self._order[index]
            claimed += [Token(a, b, Role.LABEL, place) for a, b in entry.label]
            claimed += [Token(a, b, Role.HEADING, place) for a, b in entry.heading]
            claimed += [Token(a, b, Role.TEXT, place) for a, b in entry.spans()]
        claimed += [Token(c.start, c.end, Role.ARTEFACT, -1) for c in self._cuts if c.what != "note"]
        claimed.sort()
        tokens: list[Token] = []
        at, clause = 0, -1
        for token in claimed:
            if token.start < at:
                continue
            if token.start > at:
                tokens += self._between(at, token.start, clause)
            tokens.append(token)
            at = token.end
            clause = token.clause if token.clause >= 0 else clause
        if at < len(self._source.text):
            tokens += self._between(at, len(self._source.text), clause)
        return tokens

    def _between(self, start: int, end: int, clause: int) -> list[Token]:
        """Unclaimed characters: white space, or a mark of the clause before."""
        text = self._source.text[start:end]
        body = text.strip()
        if not body:
            return [Token(start, end, Role.SPACE, -1)]
        first = start + len(text) - len(text.lstrip())
        role = Role.MARK if clause >= 0 else Role.ARTEFACT
        parts = (
            (start, first, Role.SPACE, -1),
            (first, first + len(body), role, clause),
            (first + len(body), end, Role.SPACE, -1),
        )
        return [Token(*part) for part in parts if part[0] < part[1]]

    def _spans(self, ref: Ref) -> list[Span]:
        """Where a reference stands in the source, without white space at its ends."""
        line = self._lines[ref.line]
        text = line.text[ref.start : ref.end]
        start = ref.start + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        return self._reading.spans(line.start + start, line.start + end) if start < end else []

    def _add_footnotes(self) -> None:
        """Footnotes that a converter wrote into the line: [0: text] belongs to the clause around it."""
        if not self._notes:
            return
        starts = [entry.start for entry in self._entries]
        for note in self._notes:
            text = self._source.text
            colon = text.index(":", note.start)
            owner = bisect_right(starts, note.start) - 1
            entry = _Entry(Kind.FOOTNOTE, "footnote", int(text[note.start + 1 : colon]), 0, owner)
            entry.label = [Span(note.start, colon + 1)]
            body = text[colon + 1 : note.end - 1]
            first = colon + 1 + len(body) - len(body.lstrip())
            spans = visible(Span(first, first + len(body.strip())), self._cuts)
            entry.paragraphs = [[spans]] if body.strip() else []
            entry.rows = [False] * len(entry.paragraphs)
            entry.start = note.start
            self._entries.append(entry)

    def _reading_order(self) -> list[int]:
        if not self._notes:
            return list(range(len(self._entries)))
        return sorted(range(len(self._entries)), key=lambda i: (self._entries[i].start, i))

    def _ids(self) -> dict[int, str]:
        minter = Minter()
        ids: dict[int, str] = {}
        counts: dict[int, int] = {}
        for index in self._reading_order():
            entry = self._entries[index]
            system, number = entry.system, entry.number
            if system in ("unnumbered", "point", "dash"):
                system = "unnumbered"
            if system == "unnumbered":
                number = counts[entry.parent] = counts.get(entry.parent, 0) + 1
                if entry.kind is Kind.ENTRY:
                    system = "arabic"
            ids[index] = minter.mint(self._id_parent(entry, ids), system, number, entry.branch)
        return ids

    def _id_parent(self, entry: _Entry, ids: dict[int, str]) -> str | None:
        """The id that an id is built on: 节 on its 章, 章 on its 编, items on their parent."""
        parent = ids[entry.parent] if entry.parent >= 0 else None
        if entry.system == "title":
            above = self._entries[entry.parent] if entry.parent >= 0 else None
            return parent if above and above.system == "part" else None
        return parent

    def _clause(
        self,
        entry: _Entry,
        clause_id: str,
        parent: str | None,
        order: int,
        depth: int,
        above: tuple[PrintedLabel, ...],
    ) -> Clause:
        text = self._text
        parts: list[str] = []
        pieces: list[Piece] = []
        rows: list[Span] = []
        at = 0
        for cells, in_row in zip(entry.paragraphs, entry.rows, strict=True):
            between = "\n" if parts else ""
            first = at + len(between)
            for cell in cells:
                parts.append(between)
                at += len(between)
                for start, end in cell:
                    parts.append(text[start:end])
                    pieces.append(Piece(at, start, end - start))
                    at += end - start
                between = "\t"
            rows += [Span(first, at)] if in_row else []
        own = "".join(parts)
        label = "".join(text[a:b] for a, b in entry.label).replace("\n", "") or None
        heading = "".join(text[a:b] for a, b in entry.heading) or None
        return Clause(
            clause_id, parent, order, depth, entry.kind, label, heading, own, self._line_range(entry),
            tuple(pieces), is_placeholder(own), tuple(rows), above,
        )  # fmt: skip

    def _line_range(self, entry: _Entry) -> tuple[int, int]:
        spans = [*entry.label, *entry.heading, *entry.spans()]
        first = min((span.start for span in spans), default=0)
        last = max((span.end for span in spans), default=1) - 1
        starts = self._source.line_starts
        return bisect_right(starts, first), bisect_right(starts, last)


def covers(document: Document) -> bool:
    """Whether the tokens cover the source exactly: no gap, no overlap, no character lost."""
    tokens = document.tokens
    if not tokens:
        return not document.source.text
    joined = all(a.end == b.start for a, b in pairwise(tokens))
    return joined and tokens[0].start == 0 and tokens[-1].end == len(document.source.text)
