"""A PDF file with a text layer: its words, in the paragraphs and tables that the page shows.

``glyphs`` characters and lines with their places; ``rows`` lines of text; ``margins`` what pages print around them; ``tables``;
``columns``; ``paragraphs``. A PDF file knows none of these: it holds glyphs at places, and the places are the evidence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from digest.intake.clues import title_clue
from digest.intake.pdf.columns import in_columns
from digest.intake.pdf.glyphs import Sheet, read_sheet
from digest.intake.pdf.margins import find_margins
from digest.intake.pdf.paragraphs import TextEdges, goes_on, is_indented, joined, measure_of
from digest.intake.pdf.rows import TextRow
from digest.intake.pdf.tables import RuledTable, gap_tables, is_gapped, ruled_tables
from digest.intake.whys import HIDDEN, MERGED, NOTE, RADICAL, RAISED, RUNNING, TURNED
from digest.model.intake import Clue, ReadFile, ReceivedWords, TextChange
from digest.model.problem import listed, problem
from digest.regex import regex
from digest.text.radicals import read_through

_FEWEST = 20
"""Characters: a page with less has no text layer."""
_GAPPED = 3
"""Lines with wide gaps: a signature in two columns has so many."""
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_POWER = regex(r"[+\-]?\d{1,2}")
_NOTE = regex(r"\s*(?:[\[［〔【(（]?(?P<digits>\d{1,3})[\]］〕】)）]?|(?P<circled>[①-⑳]))\s*(?=\D)")
_UNKNOWN = regex("[\ufffd\ue000-\uf8ff]")


class _Line(NamedTuple):
    """A line of the text; ``changes`` before and in it."""

    text: str
    changes: tuple[tuple[str, str, str], ...]


def read_pdf(data: bytes, name: str) -> ReadFile:
    """The text of a PDF file.

    Problems: A102 locked, A103 damaged, A142 no text layer; warnings: A143 pages without text, A144 two columns, A145 a table
    told by its gaps, A146 characters without a meaning, A147 the text was recognised from pictures, A149 damaged.
    """
    try:
        file = pypdfium2.PdfDocument(data)
        sheets = [read_sheet(file[i]) for i in range(len(file))]
    except pypdfium2.PdfiumError:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
        return ReadFile(
            None,
            (
                problem("A102", name)
                if locked
                else problem("A103", name, reason=gettext("it is not a complete PDF file")),
            ),
        )
    counts = [len(sheet.glyphs) for sheet in sheets]
    if sum(counts) < _FEWEST * len(sheets) or not sheets:
        return ReadFile(None, (problem("A142", name, pages=len(sheets), count=sum(counts)),))
    found = _read(name, sheets, counts, file.get_metadata_value("Title"))
    damaged = () if raw.FPDF_DocumentHasValidCrossReferenceTable(file.raw) else (problem("A149", name),)
    return ReadFile(found.taken, (*damaged, *found.problems))


def _read(name: str, sheets: Sequence[Sheet], counts: Sequence[int], title: str) -> ReadFile:
    recognised = sum(sheet.invisible for sheet in sheets) > 0.9 * sum(counts)
    pages = [_page(number, sheet, all_of_it=recognised) for number, sheet in enumerate(sheets)]
    margins, address = find_margins([page.rows for page in pages], [sheet.height for sheet in sheets])
    settings = {page.setting for page in pages}
    measures = {
        each: measure_of(body)
        for each in settings
        if (
            body := [row for page in pages if page.setting == each for row in page.rows if row not in margins]
        )
    }
    writer = _Writer()
    doubtful = []
    for page in pages:
        measure = measures.get(page.setting)
        writer.turn_to(measure)
        writer.set_aside(page.hidden, HIDDEN)
        writer.set_aside(page.turned, TURNED)
        gaps = _write(writer, page, margins, measure)
        doubtful += [page.number + 1] if gaps else []
    text, changes = writer.finished()
    clues = title_clue(title, text, "PDF: Title")
    if address:
        clues = (*clues, Clue("source_url", address, gettext("printed at the foot of the pages")))
    problems = []
    bare = [i + 1 for i, count in enumerate(counts) if count < _FEWEST and sheets[i].pictured > 0.2]
    for code, numbers in (
        ("A143", bare),
        ("A144", [page.number + 1 for page in pages if page.columns]),
        ("A145", doubtful),
    ):
        if numbers:
            problems.append(problem(code, name, pages=listed([*map(str, numbers)])))
    if unknown := _UNKNOWN.findall(text):
        line = text.count("\n", 0, text.index(unknown[0])) + 1
        problems.append(problem("A146", name, count=len(unknown), line=line))
    if recognised:
        problems.append(problem("A147", name))
    return ReadFile(ReceivedWords("pdf", text, clues, changes), tuple(problems))


class _Page(NamedTuple):
    """What is on a page: ``hidden`` and ``turned`` words are none of its lines."""

    number: int
    rows: list[TextRow]
    tables: list[RuledTable]
    columns: bool
    hidden: str
    turned: str
    width: float

    @property
    def setting(self) -> tuple[bool, int]:
        """Pages with the same are set between the same edges."""
        return self.columns, round(self.width)


def _page(number: int, sheet: Sheet, *, all_of_it: bool) -> _Page:
    seen = [each for each in sheet.glyphs if each.seen or all_of_it]
    hidden = "".join(each.char for each in sheet.glyphs if not (each.seen or all_of_it))
    tables, rest = ruled_tables(number, seen, sheet.edges)
    rows, columns = in_columns(number, rest, sheet.width)
    return _Page(number, rows, tables, columns, hidden, sheet.turned, sheet.width)


def _write(writer: "_Writer", page: _Page, margins: frozenset[TextRow], measure: TextEdges | None) -> bool:
    """Write what is on a page; whether it has a table without lines."""
    notes, noted = _notes(page.rows, margins, measure)
    rows = [row for row in page.rows if row not in noted]
    kept = [row for row in rows if row not in margins]
    cells = {kept[i]: texts for i, texts in gap_tables(kept).items()}
    gapped = sum(1 for row in kept if is_gapped(row))
    tables = list(page.tables)
    for row in rows:
        while tables and tables[0].top < row.base and not page.columns:
            writer.table(tables.pop(0))
        if row in margins:
            writer.set_aside(row.text, RUNNING)
        elif row in cells:
            writer.row(cells[row])
        else:
            writer.add(row, notes)
    for table in tables:
        writer.table(table)
    writer.leave(notes)
    return bool(cells) or gapped > _GAPPED


def _notes(
    rows: Sequence[TextRow], margins: frozenset[TextRow], measure: TextEdges | None
) -> tuple[dict[int, tuple[str, str]], set[TextRow]]:
    """The notes in small type at the foot of a page, by number: the mark and the words; and their lines."""
    small: list[TextRow] = []
    for row in reversed(rows):
        if row in margins:
            continue
        if measure is None or row.size > 0.88 * measure.size:
            break
        small.insert(0, row)
    while small and not _NOTE.match(small[0].text):
        small.pop(0)
    notes: dict[int, tuple[str, str]] = {}
    number = 0
    for row in small:
        match = _NOTE.match(row.text)
        found = _number(match) if match else 0
        if match and (not number or found == number + 1):
            number = found
            notes[number] = (match[0].strip(), row.text[match.end() :])
        else:
            notes[number] = (notes[number][0], joined(notes[number][1], row.text))
    return notes, set(small)


def _number(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else ord(match["circled"]) - ord("①") + 1


class _Writer:
    """Lines of the text as they come; what is set aside belongs to the line that is open, or to the next."""

    def __init__(self) -> None:
        self._measure: TextEdges | None = None
        self._lines: list[_Line] = []
        self._open: list[TextRow] = []
        self._text = ""
        self._left: list[str] = []
        self._head: tuple[int, tuple[tuple[str, ...], ...]] | None = None
        self._changes: list[tuple[str, str, str]] = []

    def turn_to(self, measure: TextEdges | None) -> None:
        """Go to a page, whose text is set between these edges."""
        if measure != self._measure:
            self.close()
        self._measure = measure

    def set_aside(self, words: str, why: str) -> None:
        """Report what is no part of the text."""
        if words.strip():
            self._changes.append((" ".join(words.split()), "", why))

    def add(self, row: TextRow, notes: dict[int, tuple[str, str]]) -> None:
        """A line of a page: it goes on with the open paragraph or begins one. A note is taken out of ``notes`` where it is
        referred to."""
        if self._open and not (self._measure and goes_on(self._open[0], self._open[-1], row, self._measure)):
            self.close()
        self._head = None
        self._text = joined(self._text, self._marked(row, notes))
        self._open.append(row)

    def table(self, table: RuledTable) -> None:
        """A table, each row a line. One that goes on from the page before repeats its head."""
        self.close()
        goes_on = self._head is not None and table.page > self._head[0] and table.rows[:1] == self._head[1]
        for number, texts in enumerate(table.rows):
            if goes_on and number == 0:
                self.set_aside(" ".join(texts), RUNNING)
                continue
            self._changes += [("", copy, MERGED) for at, copy in table.copies if at == number]
            self._end("\t".join(texts).rstrip("\t"))
        self._head = (table.page, table.rows[:1])

    def row(self, texts: Iterable[str]) -> None:
        """A row of a table that gaps show."""
        self.close()
        self._end("\t".join(texts))

    def leave(self, notes: Mapping[int, tuple[str, str]]) -> None:
        """The notes of a page that nothing refers to, each as a line behind the paragraph that goes on with the next page."""
        self._left += [f"{mark} {words}".strip() for mark, words in notes.values()]
        if not self._open:
            self.close()

    def close(self) -> None:
        """End the open paragraph."""
        if self._open:
            indent = "\u3000\u3000" if self._measure and is_indented(self._open[0], self._measure) else ""
            self._end(indent + self._text)
        for note in self._left:
            self._end(note)
        self._open, self._text, self._left = [], "", []

    def finished(self) -> tuple[str, tuple[TextChange, ...]]:
        """The text, and the changes with their lines."""
        self.close()
        changes = [
            TextChange(number, *change)
            for number, line in enumerate(self._lines, 1)
            for change in line.changes
        ]
        changes += [TextChange(len(self._lines) + 1, *change) for change in self._changes]
        return "".join(line.text + "\n" for line in self._lines), tuple(changes)

    def _end(self, text: str) -> None:
        read = read_through(text)
        self._changes += [(a, b, RADICAL) for a, b in zip(text, read, strict=True) if a != b]
        self._lines.append(_Line(read, tuple(self._changes)))
        self._changes = []

    def _marked(self, row: TextRow, notes: dict[int, tuple[str, str]]) -> str:
        """The words of a line: raised figures raised, notes where they are referred to."""
        pieces: list[str] = []
        at = 0
        for start, end in row.raised:
            raised = row.text[start:end]
            number = _number(match) if (match := _NOTE.match(raised + "。")) else 0
            if number in notes:
                mark, words = notes.pop(number)
                now = f"[{number}: {words}]"
                self._changes += [(raised, "", NOTE), (mark, f"[{number}: ]", NOTE)]
            elif _POWER.fullmatch(raised):
                now = raised.translate(_RAISED)
                self._changes.append((raised, now, RAISED))
            else:
                now = raised
            pieces += [row.text[at:start], now]
            at = end
        return "".join((*pieces, row.text[at:]))
