"""An element of a page as lines: one for each paragraph, list entry and row of a table, with every change of its characters.

Words are never changed. White space is: a run of it is one space, none where the source of the page breaks between Chinese
characters; a paragraph that is indented on the page begins with two full-width spaces. What the page does not show
(display:none, white on white, size 0) and what it strikes out is left out; numbers that a browser prints before the entries of
a list are put in.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from digest.intake.html.hidden import Hidden, Within, find_hidden, style_of, styled
from digest.intake.html.numbers import Numbers
from digest.intake.whys import HIDDEN, MERGED, NOTE, NUMBER, RAISED
from digest.regex import regex


class PageLine(NamedTuple):
    """``text`` without white space around it but for an indent; ``changes`` before and in it: was, now, why. ``element`` is where it
    ends, ``linked`` how many of its characters are links."""

    text: str
    changes: tuple[tuple[str, str, str], ...]
    element: Any
    linked: int = 0


class Anchors(NamedTuple):
    """The anchors of a page that refer to a note (``references``) and that begin one (``notes``), with the number of the note."""

    references: Mapping[Any, int]
    notes: Mapping[Any, int]


_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
])  # fmt: skip
_NO_WORDS = frozenset([
    "script", "style", "template", "head", "title", "meta", "link", "base", "iframe", "object", "embed", "svg", "audio", "video",
    "canvas", "map",
])  # fmt: skip
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_BLANKS = regex(r"[ \t\r\n\f\xa0\u2000-\u200a\u202f\u205f]+")
_BETWEEN = regex(rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})")
_EDGE = " \t\r\n\f\v\u3000\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_POWER = regex(r"[+\-−]?\d{1,3}")
_MARK = regex(r"[\[［(（〔【]?\s*(?:\d{1,3}|[①-⑳])\s*[\]］)）〕】]?")
_REFERENCE = "\x00{}\x00"
"""Where a note is referred to, until it is put there; no page has this character."""
_REFERENCES = regex("\x00(\\d+)\x00")
_MOST_COLUMNS, _MOST_ROWS = 100, 2000
_SHORT = 40
"""Characters: a longer text of a merged cell is not repeated, it is no word of a table's head or side."""
_LONG_CELL = 300
"""A table of one row with a longer cell places parts of a page beside each other."""


def lines_of(root: Any, element: Any) -> tuple[list[PageLine], tuple[tuple[str, str, str], ...]]:
    """The lines of an element of a page, and the changes after the last of them."""
    writer = _Writer(_anchors(root), find_hidden(root))
    writer.walk(element, Within(), top=True)
    writer.end(element)
    return _with_notes(writer.lines, writer.notes), tuple(writer.changes)


def words_around(root: Any, element: Any) -> tuple[list[str], list[str]]:
    """The texts before and behind an element, one for each block; where the markup changes inside one there is a tab.

    A cell without words is an empty text, so that a key does not take the value of the next.
    """
    from lxml.etree import iterwalk

    before: list[str] = []
    after: list[str] = []
    into, pieces = before, [""]

    def flush(*, cell: bool) -> None:
        text = _BLANKS.sub(" ", "".join(pieces).replace("\t", "\x1f")).replace("\x1f", "\t").strip(_EDGE)
        if text or cell:
            into.append(text)
        pieces[:] = [""]

    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, each in walk:
        if event in ("comment", "pi"):
            pieces.append(_flat(each.tail))
            continue
        block = each.tag in _BLOCKS or each.tag == "br"
        if event == "start":
            if block:
                flush(cell=False)
            if each is element or each.tag in _NO_WORDS:
                walk.skip_subtree()
            else:
                pieces.append(("" if block else "\t") + _flat(each.text))
        else:
            if each is element:
                into = after
            elif block:
                flush(cell=each.tag in ("td", "th", "dd"))
            pieces.append(("" if block else "\t") + _flat(each.tail))
    flush(cell=False)
    return before, after


def _anchors(root: Any) -> Anchors:
    """The anchors of notes and of what refers to them: each has the other's name, the first is in the text.

    Word writes <a href="#_ftn1" name="_ftnref1">[1]</a> and <a href="#_ftnref1" name="_ftn1">[1]</a>.
    """
    named = {name: each for each in root.iter("a") if (name := each.get("name") or each.get("id"))}
    references: dict[Any, int] = {}
    notes: dict[Any, int] = {}
    for anchor in root.iter("a"):
        other = (
            named.get((anchor.get("href") or "")[1:]) if (anchor.get("href") or "").startswith("#") else None
        )
        back = (
            other is not None
            and other is not anchor
            and other.get("href") == "#" + (anchor.get("name") or anchor.get("id") or "?")
        )
        if back and anchor not in notes and _MARK.fullmatch("".join(anchor.itertext()).strip()):
            references[anchor] = notes[other] = len(notes) + 1
    return Anchors(references, notes)


def _with_notes(lines: list[PageLine], notes: "_Notes") -> list[PageLine]:
    """Each note behind what refers to it, in the form that the parser reads. One that nothing refers to is a line of its own."""
    placed: list[PageLine] = []
    for line in lines:
        changes = list(line.changes)

        def put(match: re.Match[str], changes: list[tuple[str, str, str]] = changes) -> str:
            number = int(match[1])
            mark, note = notes.marks[number], notes.lines.pop(number, None)
            if note is None:
                return mark
            changes += [(mark, "", NOTE), (notes.heads[number], f"[{number}: ]", NOTE), *note.changes]
            return f"[{number}: {_marked(note.text, notes).strip()}]"

        placed.append(line._replace(text=_REFERENCES.sub(put, line.text), changes=tuple(changes)))
    for number, note in notes.lines.items():
        placed.append(note._replace(text=notes.heads[number] + " " + _marked(note.text, notes).strip()))
    return placed


def _marked(text: str, notes: "_Notes") -> str:
    """A text whose references stay as they are printed."""
    return _REFERENCES.sub(lambda match: notes.marks[int(match[1])], text)


def _flat(text: str | None) -> str:
    return _BLANKS.sub(" ", text) if text else ""


class _Notes(NamedTuple):
    """By number: how each note is referred to, how it begins, and its words."""

    marks: dict[int, str]
    heads: dict[int, str]
    lines: dict[int, PageLine]


class _Writer:
    """Lines as they come; what is pending belongs to the next one."""

    def __init__(self, anchors: Anchors, hidden: Hidden, notes: _Notes | None = None) -> None:
        self.lines: list[PageLine] = []
        self.notes = notes or _Notes({}, {}, {})
        self.changes: list[tuple[str, str, str]] = []
        self._anchors, self._hidden = anchors, hidden
        self._pieces: list[str] = []
        self._linked = 0
        self._indented = False
        self._numbers: list[str] = []
        self._note = 0
        self._count = Numbers()

    def end(self, element: Any) -> None:
        """Close the line that is open, if it holds anything."""
        raw = "".join(self._pieces)
        text = raw.strip(_EDGE)
        if self._note and not text:  # the mark of a note, and no words
            raw = text = self.notes.heads[self._note]
            self._note = 0
        if text:
            lead = raw[: raw.index(text[0])]
            wide = sum(2 if char in "\u3000\u2003" else 1 for char in lead if char not in "\r\n\t") > 1
            text = _BLANKS.sub(" ", _BETWEEN.sub("", text))
            number, self._numbers = "".join(self._numbers), []
            if number:
                self.changes.append(("", number.strip(), NUMBER))
            indent = "\u3000\u3000" if wide or self._indented else ""
            line = PageLine(indent + number + text, tuple(self.changes), element, self._linked)
            if self._note:
                self.notes.lines[self._note] = line
            else:
                self.lines.append(line)
            self.changes = []
        self._pieces, self._linked, self._indented, self._note = [], 0, False, 0

    def walk(self, element: Any, within: Within, *, top: bool = False) -> None:
        """Everything in an element; ``top``: it holds the text, whatever its style says (scripts show it)."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _NO_WORDS:
            return
        if tag == "br":
            self.end(element)
            return
        style = style_of(element)
        if why := self._hidden.why(element, style, top=top):
            self._drop("".join(_shown(element)), why)
            return
        within = styled(element, style, within)
        if tag == "table":
            self.end(element.getparent())
        if not (
            (tag == "table" and self._table(element, within))
            or (tag == "sup" and self._raise(element, within))
            or (tag == "a" and self._refer(element))
        ):
            self._content(element, tag, within)

    def _content(self, element: Any, tag: str, within: Within) -> None:
        block = tag in _BLOCKS
        if block:
            self.end(element.getparent())
        if tag == "li" and (number := self._count.before(element)):
            self._numbers.append(number)
        self._text(element.text, within)
        for child in element:
            self.walk(child, within)
            self._text(child.tail, within)
        if block:
            self.end(element)

    def _text(self, text: str | None, within: Within) -> None:
        if not text:
            return
        if within.unseen:
            self._drop(text, HIDDEN)
        elif within.kept_breaks and "\n" in text:
            for part in text.split("\n"):
                self._pieces.append(part)
                self.end(None)
        else:
            self._pieces.append(text)
            self._linked += len("".join(text.split())) if within.linked else 0
            self._indented = self._indented or (within.indented and not text.isspace())

    def _drop(self, text: str, why: str) -> None:
        was = " ".join(text.split())
        if was:
            self.changes.append((was, "", why))

    def _raise(self, element: Any, within: Within) -> bool:
        """10<sup>4</sup> is no 104."""
        text = "".join(element.itertext()).strip()
        if within.unseen or not _POWER.fullmatch(text):
            return False
        raised = text.translate(_RAISED)
        self._pieces.append(raised)
        self.changes.append((text, raised, RAISED))
        return True

    def _refer(self, anchor: Any) -> bool:
        """The mark of a note, where it is referred to or begins."""
        text = "".join(anchor.itertext()).strip()
        if number := self._anchors.references.get(anchor):
            self._pieces.append(_REFERENCE.format(number))
            self.notes.marks[number] = text
        elif (number := self._anchors.notes.get(anchor)) and not "".join(self._pieces).strip():
            self._note = number
            self.notes.heads[number] = text
        else:
            return False
        return True

    def _table(self, table: Any, within: Within) -> bool:
        """Write a table as rows; False where it only places parts of the page."""
        rows = list(_rows(table))
        if table.find(".//table") is not None:
            return False
        cells = [
            [(cell, "".join(_shown(cell)).strip()) for cell in row if cell.tag in ("td", "th")]
            for row in rows
        ]
        filled = max((sum(1 for _, text in row if text) for row in cells), default=0)
        if filled < 2 or (len(rows) == 1 and any(len(text) > _LONG_CELL for _, text in cells[0])):
            return False
        for caption in table.iterchildren("caption"):
            self.walk(caption, within)
        above: dict[int, tuple[int, str]] = {}
        for row, element in zip(cells, rows, strict=True):
            of_row = styled(element, style_of(element), within)
            texts: list[str] = []
            below: dict[int, tuple[int, str]] = {}
            for cell, _ in row:
                self._repeat(above, texts, below)
                across = _span(cell, "colspan", _MOST_COLUMNS)
                text = self._cell(cell, of_row)
                copy = text if len(text) <= _SHORT else ""
                left = _span(cell, "rowspan", _MOST_ROWS) - 1
                below |= {column: (left, copy) for column in range(len(texts), len(texts) + across) if left}
                texts += [text, *[copy] * (across - 1)]
                self.changes += [("", copy, MERGED)] * (across - 1 if copy else 0)
            self._repeat(above, texts, below)
            above = below
            if any(texts):
                self.lines.append(PageLine("\t".join(texts).rstrip("\t"), tuple(self.changes), element))
                self.changes = []
        return True

    def _repeat(
        self, above: Mapping[int, tuple[int, str]], texts: list[str], below: dict[int, tuple[int, str]]
    ) -> None:
        """Go past the cells of rows above that reach into this one; so that each row says all of its own."""
        while len(texts) in above:
            left, copy = above[len(texts)]
            if left > 1:
                below[len(texts)] = (left - 1, copy)
            if copy:
                self.changes.append(("", copy, MERGED))
            texts.append(copy)

    def _cell(self, cell: Any, within: Within) -> str:
        """The text of a cell in one line; what it changes belongs to its row."""
        inner = _Writer(self._anchors, self._hidden, self.notes)
        inner.walk(cell, within)
        inner.end(cell)
        for line in inner.lines:
            self.changes += line.changes
        self.changes += inner.changes
        parts = [line.text.strip(_EDGE).replace("\t", " ") for line in inner.lines]
        if not parts:
            return ""
        return parts[0] + "".join(_joint(a, b) + b for a, b in pairwise(parts))


def _joint(before: str, after: str) -> str:
    """What stands between two paragraphs of a cell: nothing between Chinese characters, so that a broken word is whole."""
    return "" if re.match(_WIDE, before[-1]) or re.match(_WIDE, after[0]) else " "


def _shown(element: Any) -> Iterator[str]:
    """The words in an element, without those of scripts and comments."""
    if not isinstance(element.tag, str) or element.tag in _NO_WORDS:
        return
    yield element.text or ""
    for child in element:
        yield from _shown(child)
        yield child.tail or ""


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: Any, name: str, most: int) -> int:
    stated = (cell.get(name) or "").strip()
    return min(max(int(stated), 1), most) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 1
