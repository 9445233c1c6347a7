"""What paragraphs are gathered as: pieces of text, and what the file has in their place; then lines, and what changed."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from digest.intake.whys import HIDDEN, PAGE, STRUCK, TRACKED
from digest.model.intake import TextChange
from digest.regex import regex
from digest.text.numerals import DIGITS, HAN


class DocxPiece(NamedTuple):
    """``text`` is what is read; ``was`` and ``why`` say what the file has there, where that differs."""

    text: str
    was: str = ""
    why: str = ""


class LineRemark(NamedTuple):
    """Something to be reported about a line (0: the file): a code, and its values."""

    line: int
    code: str
    values: dict[str, str]


@dataclass
class Lines:
    """Lines as they are gathered, with what changed in them and what is to be said."""

    lines: list[str] = field(default_factory=list)
    changes: list[TextChange] = field(default_factory=list)
    remarks: list[LineRemark] = field(default_factory=list)

    def add(self, pieces: list[DocxPiece]) -> None:
        """A paragraph: a line, or several where it has line breaks. White space at its ends goes."""
        whole = "".join(each.text for each in pieces)
        counted = len(whole) - len(whole.lstrip())
        at, line = 0, len(self.lines) + 1
        for piece in _joined(pieces):
            if piece.why:
                line += whole.count("\n", counted, max(at, counted))
                counted = max(at, counted)
                self.changes.append(TextChange(line, piece.was, piece.text, piece.why))
            at += len(piece.text)
        text = whole.strip()
        if text or (self.lines and self.lines[-1]):  # of empty paragraphs one is kept
            listed = any(each.why == PAGE for each in pieces)
            self.lines += [_untabbed(line.strip(), listed=listed) for line in text.split("\n")]

    def remark(self, code: str, **values: str) -> None:
        """Something about the line that follows."""
        self.remarks.append(LineRemark(len(self.lines) + 1, code, values))

    def absorb(self, other: "Lines", line: int) -> None:
        """What changed in other lines, which became this one."""
        self.changes += [change._replace(line=line) for change in other.changes]
        self.remarks += [remark._replace(line=line if remark.line else 0) for remark in other.remarks]


# 第一条 or 1. at the beginning of a line, and a tab.
_TABBED_LABEL = regex(rf"([第（(]?[{HAN}{DIGITS}.．]{{1,12}}[章节条款、.．）)])\t[\t \u3000]*")


def _untabbed(line: str, *, listed: bool) -> str:
    """A line without tabs that part no columns: the one after a typed number, and those of a table of contents."""
    match = _TABBED_LABEL.match(line)
    if listed or (match and "\t" not in line[match.end() :]):
        return " ".join(line.split("\t"))
    return line


def _joined(pieces: list[DocxPiece]) -> list[DocxPiece]:
    """The pieces; those of one change that follow each other as one."""
    found: list[DocxPiece] = []
    for why, following in groupby((each for each in pieces if each.text or each.was), lambda each: each.why):
        if why in (TRACKED, HIDDEN, STRUCK):
            together = list(following)
            text, was = "".join(each.text for each in together), "".join(each.was for each in together)
            found.append(DocxPiece(text, was, why))
        else:
            found += following
    return found
