"""The text of a document, from its paragraphs and tables in order."""

from xml.etree import ElementTree as ET

from digest.intake.docx.inline import Inline, Inside, chosen
from digest.intake.docx.notes import Notes
from digest.intake.docx.numbering import Numbering
from digest.intake.docx.package import Package
from digest.intake.docx.pieces import DocxPiece, Lines
from digest.intake.docx.styles import Styles, is_switched, place_of, value
from digest.intake.docx.tables import read_table
from digest.intake.whys import NUMBER, TRACKED
from digest.model.intake import TextChange
from digest.regex import regex

_NOT_READ = frozenset({"sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "sdtEndPr", "pPr"})
# After 、 and ） a label needs no space. After . it does: 1. and 50万元 would be read as 1.5 million.
_CLOSED = regex(r"[、，)）:：。—─]\Z")


class BodyReader:
    """Reads blocks into lines. It knows how far each list has counted, so a document is read once, from its beginning."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering, self._styles)
        self._notes = Notes(package.footnotes, package.endnotes)
        self._inline = Inline(self._styles, self._note)
        self._carried = Inside()
        self._noted = Lines()
        self.pictures = 0
        """How many pictures were left out."""

    def read(self, blocks: ET.Element, lines: Lines) -> None:
        """Add the blocks inside an element to some lines."""
        self._blocks(blocks, lines)
        self._flush(lines)

    def _blocks(self, parent: ET.Element, lines: Lines) -> None:
        for child in parent:
            tag = child.tag
            if tag == "p":
                self._paragraph(child, lines)
            elif tag == "tbl":
                self._flush(lines)
                read_table(child, lines, self.read)
            elif tag in ("altChunk", "subDoc"):
                lines.remark("A121")
            elif tag == "AlternateContent":
                self._blocks(chosen(child), lines)
            elif tag not in _NOT_READ:
                self._blocks(child, lines)

    def _paragraph(self, paragraph: ET.Element, lines: Lines) -> None:
        properties = paragraph.find("pPr")
        style = value(properties.find("pStyle")) if properties is not None else ""
        inside = self._inline.read(paragraph, style or self._styles.default)
        mark = properties.find("rPr") if properties is not None else None
        self._report(inside, lines)
        if mark is not None and (mark.find("del") is not None or mark.find("moveFrom") is not None):
            # The paragraph goes on in the next one, whose list and style hold for both.
            self._carry([*self._carried.pieces, *inside.pieces, DocxPiece("", "\n", TRACKED)], inside)
            return
        pieces = self._labelled(properties, style or self._styles.default, inside, lines)
        if is_switched(mark, "vanish"):  # the next paragraph goes on in the same line
            self._carry(pieces, inside)
            return
        boxes = [*self._carried.boxes, *inside.boxes]
        self._carried = Inside()
        lines.add(pieces)
        if mark is not None and (mark.find("ins") is not None or mark.find("moveTo") is not None):
            _report_break(pieces, lines)
        self._boxes(boxes, lines)

    def _carry(self, pieces: list[DocxPiece], inside: Inside) -> None:
        """Keep what there is of a line until the paragraph comes that ends it."""
        self._carried = Inside(pieces, [*self._carried.boxes, *inside.boxes])

    def _labelled(
        self, properties: ET.Element | None, style: str, inside: Inside, lines: Lines
    ) -> list[DocxPiece]:
        """The pieces of a paragraph, what was carried to it before them, and before all its number."""
        pieces = [*self._carried.pieces, *inside.pieces]
        written = any(each.text.strip() for each in pieces)
        if not written and any(each.was for each in pieces):
            return pieces  # all of it is hidden or deleted: nothing is numbered
        label, unknown = self._label(properties, style)
        if not (written or any(map(str.isalnum, label))):  # no number, or a bullet before nothing
            return pieces
        if unknown:
            lines.remark("A118", number=label, form=unknown)
        carried, own = self._carried.pieces, inside.pieces
        if any(each.why == NUMBER for each in carried):  # a heading that goes on in the line of its text
            return [*carried, DocxPiece(label, "", NUMBER), *own]
        gap = [] if _CLOSED.search(label) else [DocxPiece(" ")]
        return [DocxPiece(label, "", NUMBER), *gap, *_stripped(pieces)]

    def _label(self, properties: ET.Element | None, style: str) -> tuple[str, str]:
        """The automatic number of a paragraph, and its form if that is not known."""
        printed = properties.find("listPr/t") if properties is not None else None
        if printed is not None:  # Word 2003 writes it down
            return value(printed).strip(), ""
        place = self._numbering.place(place_of(properties), style)
        return self._numbering.next(place) if place is not None else ("", "")

    def _flush(self, lines: Lines) -> None:
        """What waits for a paragraph that does not come."""
        carried, self._carried = self._carried, Inside()
        if carried.pieces:
            lines.add(carried.pieces)
        self._boxes(carried.boxes, lines)

    def _report(self, inside: Inside, lines: Lines) -> None:
        self.pictures += inside.pictures
        for code, text in inside.remarks:
            lines.remark(code, text=text)
        lines.absorb(self._noted, len(lines.lines) + 1)
        self._noted = Lines()

    def _boxes(self, boxes: list[ET.Element | str], lines: Lines) -> None:
        """Text boxes, after the paragraph that they are fixed to."""
        for box in boxes:
            first = len(lines.lines)
            if isinstance(box, str):
                lines.add([DocxPiece(box)])
            else:
                self.read(box, lines)
            words = " ".join(filter(None, lines.lines[first:]))
            if words:
                lines.remark("A116", text=words[:40])
                lines.remarks[-1] = lines.remarks[-1]._replace(line=first + 1)

    def _note(self, kind: str, name: str) -> str:
        return self._notes.written(kind, name, self._words)

    def _words(self, note: ET.Element) -> str:
        """The words of a note on one line. What is to be said about them belongs to the line that refers to them."""
        inside = Lines()
        carried, self._carried = self._carried, Inside()
        self.read(note, inside)
        self._carried = carried
        self._noted.absorb(inside, 0)
        return " ".join(" ".join(inside.lines).split())


def _stripped(pieces: list[DocxPiece]) -> list[DocxPiece]:
    """The pieces without the white space that they begin with."""
    for at, piece in enumerate(pieces):
        if piece.text:
            text = piece.text.lstrip()
            if text or piece.was:
                return [*pieces[:at], piece._replace(text=text), *pieces[at + 1 :]]
            return [*pieces[:at], *_stripped(pieces[at + 1 :])]
    return pieces


def _report_break(pieces: list[DocxPiece], lines: Lines) -> None:
    """A break between paragraphs that a tracked change put in, unless the words around it came with it."""
    if any(each.text.strip() and each.why not in (TRACKED, NUMBER) for each in pieces):
        lines.changes.append(TextChange(len(lines.lines), "", "\n", TRACKED))
