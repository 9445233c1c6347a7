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

from digest.intake.whys import CONTROL, HIDDEN, MERGED, NOTE, NUMBER, RAISED, STRUCK
from digest.text.numerals import print_numeral


class PageLine(NamedTuple):
    """``text`` without white space around it but for an indent; ``changes`` before and in it: was, now, why. ``element`` is where it
    ends, ``linked`` how many of its characters are links."""

    text: str
    changes: tuple[tuple[str, str, str], ...]
    element: Any
    linked: int = 0


class Page(NamedTuple):
    """What elements say of each other: ``ids`` and ``classes`` that the page's style sheets hide; anchors that refer to a note
    (``references``) and that begin one (``notes``), with the number of the note."""

    ids: frozenset[str]
    classes: frozenset[str]
    references: Mapping[Any, int]
    notes: Mapping[Any, int]


class _Within(NamedTuple):
    """What holds of a piece of text by the elements around it. ``unseen`` says why it is not shown; ``painted``: there is a colour
    behind it."""

    unseen: bool = False
    painted: bool = False
    indented: bool = False
    linked: bool = False
    kept_breaks: bool = False


_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_NO_WORDS = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "iframe",
        "object",
        "embed",
        "svg",
        "audio",
        "video",
        "canvas",
        "map",
    ]
)
_CONTROLS = frozenset(["button", "input", "select", "textarea", "noscript"])
_STRUCK = frozenset(("del", "s", "strike"))
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_BLANKS = re.compile(r"[ \t\r\n\f\xa0\u2000-\u200a\u202f\u205f]+")
_BETWEEN = re.compile(rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})")
_EDGE = " \t\r\n\f\v\u3000\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_UNSEEN = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|$)|mso-hide:all|text-indent:-\d{3,}|"
    r"position:absolute.*(?:left|top):-\d{3,}"
)
_TINY = re.compile(r"font-size:(?:0(?:\.0+)?(?:px|pt|em|rem|%)?|0?\.\d+p[xt]|1(?:\.0+)?p[xt])(?:;|$|!)")
_WHITE = re.compile(r"(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,1)?\))(?:;|$|!)")
_COLOURED = re.compile(r"(?:^|;)color:")
_PAINT = re.compile(
    r"background(?:-color)?:(?!(?:#fff(?:fff)?|white|transparent|none|initial|inherit|rgba?\(255,255,255)\b)"
)
_INDENT = re.compile(r"text-indent:(?:\d*\.)?\d*[1-9]")
_FLAT = re.compile(r"text-indent:0|text-align:(?:center|right)")
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?:[^;]*line-through")
_LIST_STYLE = re.compile(r"list-style(?:-type)?:([\w -]+)")
_NAME = re.compile(r"([.#])([\w-]+)$")
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_POWER = re.compile(r"[+\-−]?\d{1,3}")
_MARK = re.compile(r"[\[［(（〔【]?\s*(?:\d{1,3}|[①-⑳])\s*[\]］)）〕】]?")
_REFERENCE = "\x00{}\x00"
"""Where a note is referred to, until it is put there; no page has this character."""
_REFERENCES = re.compile("\x00(\\d+)\x00")
_MOST_COLUMNS, _MOST_ROWS = 100, 2000
_SHORT = 40
"""Characters: a longer text of a merged cell is not repeated, it is no word of a table's head or side."""
_LONG_CELL = 300
"""A table of one row with a longer cell places parts of a page beside each other."""


def survey(root: Any) -> Page:
    """What the elements of a page say of each other."""
    found: dict[str, set[str]] = {"#": set(), ".": set()}
    for sheet in root.iter("style"):
        for selectors, declared in _rules(sheet.text or ""):
            if re.search(r"display\s*:\s*none", declared):
                for match in map(_NAME.match, (each.strip() for each in selectors.split(","))):
                    if match:
                        found[match[1]].add(match[2])
    return Page(frozenset(found["#"]), frozenset(found["."]), *_notes(root))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of a style sheet that hold on every screen; those for printing do not."""
    depth, selectors = 0, ""
    for piece in re.findall(r"[{}]|[^{}]+", sheet):
        if piece in "{}":
            depth = max(depth + (1 if piece == "{" else -1), 0)
        elif depth == 0:
            selectors = piece
        elif depth == 1 and "@" not in selectors:
            yield selectors, piece


def _notes(root: Any) -> tuple[dict[Any, int], dict[Any, int]]:
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
    return references, notes


def lines_of(element: Any, page: Page) -> tuple[list[PageLine], tuple[tuple[str, str, str], ...]]:
    """The lines of an element, and the changes after the last of them."""
    writer = _Writer(page)
    writer.walk(element, _Within(), top=True)
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

    def __init__(self, page: Page, notes: _Notes | None = None) -> None:
        self.lines: list[PageLine] = []
        self.notes = notes or _Notes({}, {}, {})
        self.changes: list[tuple[str, str, str]] = []
        self._page = page
        self._pieces: list[str] = []
        self._linked = 0
        self._indented = False
        self._numbers: list[str] = []
        self._note = 0
        self._counted: dict[Any, int] = {}

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

    def walk(self, element: Any, within: _Within, *, top: bool = False) -> None:
        """Everything in an element; ``top``: it holds the text, whatever its style says (scripts show it)."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _NO_WORDS:
            return
        if tag == "br":
            self.end(element)
            return
        style = _style(element)
        if why := self._left_out(element, tag, style, top=top):
            self._drop("".join(_shown(element)), why)
            return
        within = _styled(element, style, within)
        if tag == "table":
            self.end(element)
        if not (
            (tag == "table" and self._table(element, within))
            or (tag == "sup" and self._raise(element, within))
            or (tag == "a" and self._refer(element))
        ):
            self._content(element, tag, within)

    def _content(self, element: Any, tag: str, within: _Within) -> None:
        block = tag in _BLOCKS
        if block:
            self.end(element)
        if tag == "li" and (number := self._number(element)):
            self._numbers.append(number)
        self._text(element.text, within)
        for child in element:
            self.walk(child, within)
            self._text(child.tail, within)
        if block:
            self.end(element)

    def _number(self, entry: Any) -> str:
        """The number that a browser prints before an entry of a list."""
        above = entry.getparent()
        if above is None or above.tag != "ol":
            return ""
        start, stated = _stated(above.get("start")), _stated(entry.get("value"))
        before = self._counted.get(above, 0 if start is None else start - 1)
        place = self._counted[above] = before + 1 if stated is None else stated
        return _printed(entry, above, place)

    def _left_out(self, element: Any, tag: str, style: str, *, top: bool) -> str:
        if tag in _CONTROLS:
            return CONTROL
        if tag in _STRUCK or _LINE_THROUGH.search(style):
            return STRUCK
        if top:
            return ""
        names = set((element.get("class") or "").split())
        hidden = (
            element.get("hidden") is not None
            or _UNSEEN.search(style)
            or not names.isdisjoint(self._page.classes)
        )
        return HIDDEN if hidden or element.get("id") in self._page.ids else ""

    def _text(self, text: str | None, within: _Within) -> None:
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

    def _raise(self, element: Any, within: _Within) -> bool:
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
        if number := self._page.references.get(anchor):
            self._pieces.append(_REFERENCE.format(number))
            self.notes.marks[number] = text
        elif (number := self._page.notes.get(anchor)) and not "".join(self._pieces).strip():
            self._note = number
            self.notes.heads[number] = text
        else:
            return False
        return True

    def _table(self, table: Any, within: _Within) -> bool:
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
            of_row = _styled(element, _style(element), within)
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

    def _cell(self, cell: Any, within: _Within) -> str:
        """The text of a cell in one line; what it changes belongs to its row."""
        inner = _Writer(self._page, self.notes)
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


def _style(element: Any) -> str:
    """The style that an element states for itself, without optional spaces."""
    return re.sub(r"\s*([:;,])\s*", r"\1", (element.get("style") or "").lower().strip())


def _styled(element: Any, style: str, within: _Within) -> _Within:
    colour = (element.get("color") or "").lower() if element.tag == "font" else ""
    paint = (element.get("bgcolor") or "").lower()
    painted = (
        within.painted
        or element.tag == "th"
        or bool(_PAINT.search(style))
        or (paint not in ("", "white", "#ffffff", "#fff"))
        or bool(element.get("background"))
    )
    unseen = within.unseen
    if _TINY.search(style) or (
        (_WHITE.search(style) or colour in ("white", "#fff", "#ffffff")) and not painted
    ):
        unseen = True
    elif _COLOURED.search(style) or colour or (painted and not within.painted):
        unseen = False
    indented = not _FLAT.search(style) and (within.indented or bool(_INDENT.search(style)))
    if element.tag in ("td", "th", "h1", "h2", "h3", "center") or element.get("align") in ("center", "right"):
        indented = bool(_INDENT.search(style))
    kept = within.kept_breaks or element.tag == "pre" or "white-space:pre" in style
    return _Within(unseen, painted, indented, within.linked or element.tag == "a", kept)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: Any, name: str, most: int) -> int:
    stated = (cell.get(name) or "").strip()
    return min(max(int(stated), 1), most) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 1


_EDITORS = {
    "custom_cn": "{}、",
    "custom_cn1": "{}）",
    "custom_cn2": "（{}）",
    "custom_num": "{}.",
    "custom_num1": "{}）",
    "custom_num2": "（{}）",
}
"""Lists of UEditor, whose numbers are pictures behind the entries."""


def _printed(entry: Any, above: Any, place: int) -> str:
    """The number of an entry as a browser prints it."""
    styles = ";".join((each.get("style") or "").lower() for each in (above, entry))
    stated = _LIST_STYLE.findall(styles)
    kind = (stated[-1].strip() if stated else "") or above.get("type") or "1"
    for name in (above.get("class") or "").split():
        if name in _EDITORS:
            return _EDITORS[name].format(print_numeral(place) if "cn" in name else place)
    if "none" in kind or kind in ("disc", "circle", "square") or not 0 < place < 10_000:
        return ""
    if "chinese" in kind or "cjk" in kind:
        return f"{print_numeral(place)}、"
    if kind in ("a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin") and place <= 26:
        return chr((97 if kind[0] in "al" else 65) + place - 1) + ". "
    if kind in ("i", "I", "lower-roman", "upper-roman"):
        return (_roman(place) if kind[0] in "il" else _roman(place).upper()) + ". "
    return f"{place}. "


def _stated(number: str | None) -> int | None:
    text = (number or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _roman(number: int) -> str:
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text
