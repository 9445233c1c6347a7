"""The inside of a paragraph: runs of words, and what stands between them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.intake.docx.pieces import DocxPiece
from digest.intake.docx.styles import Styles, is_on, is_switched, value
from digest.intake.docx.symbols import enclosed, formula, private, sign
from digest.intake.whys import FIELD, FORMULA, HIDDEN, NOTE, PAGE, PROMPT, RAISED, STRUCK, SYMBOL, TRACKED
from digest.regex import regex

_NOT_READ = frozenset({
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "fldData", "rubyPr", "rt", "commentReference", "annotationRef"),
    *("footnoteRef", "endnoteRef", "separator", "continuationSeparator", "sectPr", "smartTagPr", "customXmlPr"),
})  # fmt: skip
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_REMOVED = frozenset({"del", "moveFrom"})
_ADDED = frozenset({"ins", "moveTo"})
_PICTURES = ("blip", "imagedata", "chart", "relIds")
_WORDY = frozenset({"t", "txbxContent", "textpath"})
_SPACE = str.maketrans("\n\t\r", "   ")
_POWER = regex(r"[+\-−]?\d{1,3}", re.ASCII)
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_MOST_FIELDS = 30  # open at a time; a damaged file may open a field in each paragraph
# Fields that show something and keep no result.
_SHOWN = ("EQ", "SYMBOL", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT")


@dataclass
class _Field:
    instruction: list[str] = field(default_factory=list)
    shows: bool = False
    shown: bool = False

    @property
    def words(self) -> str:
        return "".join(self.instruction)


@dataclass
class Inside:
    """What a paragraph holds: its pieces, text boxes (elements, or the words of word art), what is to be reported, pictures."""

    pieces: list[DocxPiece] = field(default_factory=list)
    boxes: list[ET.Element | str] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0


class _Where(NamedTuple):
    """Inside what: a tracked insertion, a tracked deletion, a form field that nobody has filled in;
    ``left_out`` says why a run is not read, ``raised`` that it stands above the line."""

    inserted: bool = False
    removed: bool = False
    prompt: bool = False
    left_out: str = ""
    raised: bool = False


class Inline:
    """Reads paragraphs one after the other: a field can begin in one and end in another."""

    def __init__(self, styles: Styles, note: Callable[[str, str], str]) -> None:
        """``note`` gives the text of a footnote or endnote (its kind and id) as it is written into the line."""
        self._styles = styles
        self._note = note
        self._fields: list[_Field] = []
        self._style = ""
        self._found = Inside()

    def read(self, paragraph: ET.Element, style: str) -> Inside:
        """The inside of a paragraph of a style."""
        outer, self._found, self._style = (self._found, self._style), Inside(), style
        self._walk(paragraph, _Where())
        found = self._found
        self._found, self._style = outer
        # The instruction of a field ends in its paragraph; a damaged file must not swallow the rest of the text.
        self._fields = [each for each in self._fields if each.shows]
        return found

    def _walk(self, parent: ET.Element, where: _Where) -> None:
        for child in parent:
            self._element(child, where)

    def _element(self, element: ET.Element, where: _Where) -> None:
        tag = element.tag
        if tag in _NOT_READ:
            return
        if tag == "r":
            self._run(element, where)
        elif tag in _REMOVED:
            self._walk(element, where._replace(removed=True))
        elif tag in _ADDED:
            self._walk(element, where._replace(inserted=True))
        elif tag == "annotation":  # Word 2003
            kind = element.get("type", "")
            self._walk(
                element,
                where._replace(
                    removed=where.removed or kind.endswith("Deletion"),
                    inserted=where.inserted or kind.endswith("Insertion"),
                ),
            )
        elif tag == "sdt":
            prompt = element.find("sdtPr/showingPlcHdr")
            self._walk(element, where._replace(prompt=where.prompt or prompt is not None))
        elif tag in ("oMath", "oMathPara"):
            self._formula(element, where)
        elif tag == "AlternateContent":
            self._walk(chosen(element), where)
        else:
            self._walk(element, where)

    def _run(self, run: ET.Element, where: _Where) -> None:
        look = run.find("rPr")
        hidden = self._looks(look, "vanish")
        struck = self._looks(look, "strike") or self._looks(look, "dstrike")
        raised = look is not None and value(look.find("vertAlign")) == "superscript"
        self._inside_run(
            run, where._replace(left_out=HIDDEN if hidden else STRUCK if struck else "", raised=raised)
        )

    def _looks(self, look: ET.Element | None, switch: str) -> bool:
        """Whether a look is switched on by the run, its style, or that of the paragraph."""
        on = is_switched(look, switch)
        if on is None and look is not None:
            on = self._styles.switched(value(look.find("rStyle")), switch)
        if on is None:
            on = self._styles.switched(self._style, switch)
        return bool(on)

    def _inside_run(self, run: ET.Element, where: _Where) -> None:
        readers = {
            "t": self._text,
            "delText": self._text,
            "sym": self._sign,
            "fldChar": self._field_mark,
            "instrText": self._instruction,
            "footnoteReference": self._reference,
            "endnoteReference": self._reference,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            "ruby": self._ruby,
        }
        for child in run:
            tag = child.tag
            if tag in _BREAKS:
                self._put(_BREAKS[tag], where)
            elif tag in readers:
                readers[tag](child, where)
            elif tag == "AlternateContent":
                self._inside_run(chosen(child), where)
            elif tag not in _NOT_READ:
                self._inside_run(child, where)

    def _text(self, element: ET.Element, where: _Where) -> None:
        removed = where.removed or element.tag == "delText"
        self._put((element.text or "").translate(_SPACE), where._replace(removed=removed))

    def _instruction(self, element: ET.Element, _where: _Where) -> None:
        if self._fields:
            self._fields[-1].instruction.append(element.text or "")

    def _reference(self, element: ET.Element, where: _Where) -> None:
        if not (where.removed or where.left_out):
            kind = element.tag.removesuffix("Reference")
            self._found.pieces.append(DocxPiece(self._note(kind, element.get("id", "")), "", NOTE))

    def _ruby(self, element: ET.Element, where: _Where) -> None:
        """The words that a reading aid stands over, without it."""
        for base in element.iter("rubyBase"):
            self._walk(base, where)

    def _put(self, text: str, where: _Where) -> None:
        """Words of the paragraph, or of what is not shown."""
        if not text:
            return
        if any(not each.shows for each in self._fields):
            piece = DocxPiece("", text, FIELD)
        elif where.removed:
            piece = DocxPiece("", text, TRACKED)
        elif where.left_out:
            piece = DocxPiece("", text, where.left_out)
        elif where.prompt:
            piece = DocxPiece("", text, PROMPT)
        elif self._fields and self._fields[-1].words.split()[:1] == ["PAGEREF"]:
            piece = DocxPiece("", text, PAGE)
        elif where.raised and _POWER.fullmatch(text):  # 10 and a raised 4 are no 104
            piece = DocxPiece(text.translate(_RAISED), text, RAISED)
        else:
            piece = DocxPiece(text, "", TRACKED) if where.inserted else DocxPiece(text)
        if self._fields and self._fields[-1].shows:
            self._fields[-1].shown = True
        self._found.pieces.append(piece)

    def _field_mark(self, mark: ET.Element, where: _Where) -> None:
        kind = mark.get("fldCharType")
        if kind == "begin":
            self._fields = [*self._fields[-_MOST_FIELDS:], _Field()]
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            words = ended.words.split()
            if ended.shown or where.removed or where.left_out or not words or words[0].upper() not in _SHOWN:
                return
            found = enclosed(ended.words)
            if found is not None:
                self._found.pieces.append(DocxPiece(found, " ".join(words), FIELD))
            else:
                self._found.remarks.append(("A117", " ".join(words)[:60]))

    def _sign(self, element: ET.Element, where: _Where) -> None:
        found = sign(element)
        code = element.get("char", "")
        if found is None:
            # A character for private use stays one: no figure is read beside it.
            found = private(code)
            if not found:
                return
            self._found.remarks.append(("A117", f"{element.get('font', '')} {code}".strip()))
        if where.removed or where.left_out or where.inserted or self._fields:
            self._put(found, where)
        else:
            self._found.pieces.append(DocxPiece(found, f"{element.get('font', '')} {code}".strip(), SYMBOL))

    def _formula(self, element: ET.Element, where: _Where) -> None:
        text = formula(element).translate(_SPACE)
        if not text or where.removed:
            return
        plain = "".join(part.text or "" for part in element.iter("t")).translate(_SPACE)
        if text == plain:
            self._put(text, where)
            return
        self._found.pieces.append(DocxPiece(text, plain, FORMULA))
        self._found.remarks.append(("A117", text[:60]))

    def _drawing(self, element: ET.Element, where: _Where) -> None:
        """Text boxes and word art; the rest are pictures."""
        if where.removed or where.left_out:
            return
        boxes = list(_boxes(element))
        self._found.boxes += boxes
        if not boxes and any(True for name in _PICTURES for _ in element.iter(name)):
            self._found.pictures += 1


def chosen(alternate: ET.Element) -> ET.Element:
    """The form of what is there twice: the newer one, unless it holds no words and the other does."""
    forms = [each for each in alternate if each.tag in ("Choice", "Fallback")]
    wordy = (each for each in forms if any(inside.tag in _WORDY for inside in each.iter()))
    return next(wordy, forms[0] if forms else alternate)


def _boxes(element: ET.Element) -> list[ET.Element | str]:
    """The text boxes in a drawing, the outermost of those inside each other, and the words of word art."""
    if element.tag == "txbxContent":
        return [element]
    if element.tag == "textpath":
        words = " ".join(element.get("string", "").split())
        return [words] if words and is_on(element.get("on", "1")) else []
    if element.tag == "AlternateContent":
        return _boxes(chosen(element))
    return [found for child in element for found in _boxes(child)]
