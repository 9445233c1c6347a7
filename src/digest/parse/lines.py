"""Step one: the text as lines people see, with white space and residue set aside.

Nothing is changed or dropped here: a line is a range of the source; what does not belong to the
text (marks of converters, page furniture) is listed as cuts, and later becomes artefact tokens.
"""

import re
from bisect import bisect_left
from itertools import chain
from typing import NamedTuple

from digest.model.source import Span

_BREAK = re.compile(r"\r\n|[\n\r\f\u2028\u2029]")
# Apache POI and Tika write Word's invisible marks in these forms; the set is closed.
_RESIDUE = re.compile(r"\[bookmark: [^\]\n]{0,60}\]|\[(?:footnote|endnote)Ref:\d{1,4}\]")
_NOTE = re.compile(r"\[(\d{1,4}): ")
_BRACKET = re.compile(r"[\[\]\n]")
_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]+|>[ \t]+|\*\*(?=\S))|\*\*$")
_PAGE = re.compile(
    r"[—–\-·•]{1,2}[ \u3000]*\d{1,4}[ \u3000]*[—–\-·•]{1,2}$|第[ \u3000]*\d{1,4}[ \u3000]*页"
    r"(?:[ \u3000,，/]*共[ \u3000]*\d{1,4}[ \u3000]*页)?$|[（(]此页无正文[）)]$"
)
_WEB = re.compile(
    r"---+$|[*+-][ \t]+(?:\[|$|登录|退出)|.{0,30}https?://\S+$|\[[^\]]*\]\(|【法宝引证码】|"
    r".*【打印】|.*字体：大|当前位置|浏览[ \t]*\d+[ \t]*次|(?:信息)?来源[：:]|(?:发布|抓取|截止)时间[：:]"
)


class Cut(NamedTuple):
    """A range that is not part of the running text. ``what``: residue | note | markup | page | web.

    A note holds the text of a footnote between ``start`` and ``end``, brackets included.
    """

    start: int
    end: int
    what: str


class Line(NamedTuple):
    """A line that holds text. ``text`` is what is left between ``start`` and ``end`` after the
    cuts; ``indent`` counts the cells of white space before it; ``gap`` the blank lines above;
    ``glued`` marks a line that ``starts`` cut out of a longer one, ``new_page`` the first one after a
    page number."""

    start: int
    end: int
    text: str
    indent: int
    gap: int
    glued: bool = False
    new_page: bool = False


def source_spans(line: Line, a: int, b: int, cuts: list[Cut]) -> list[Span]:
    """Where ``line.text[a:b]`` stands in the source."""
    if line.end - line.start == len(line.text):
        return [Span(line.start + a, line.start + b)]
    spans, at = [], 0
    for start, end in visible(Span(line.start, line.end), cuts):
        first, last = max(a, at), min(b, at + end - start)
        if first < last:
            spans.append(Span(start + first - at, start + last - at))
        at += end - start
    return spans


def find_cuts(text: str) -> list[Cut]:
    """Residue of converters and footnotes that a converter wrote into the line."""
    if "[" not in text:
        return []
    cuts = [Cut(m.start(), m.end(), "residue") for m in _RESIDUE.finditer(text)]
    at = 0
    while match := _NOTE.search(text, at):
        at, closed = _closing_bracket(text, match.end())
        if closed:
            cuts.append(Cut(match.start(), at, "note"))
    return sorted(cuts)


def _closing_bracket(text: str, start: int) -> tuple[int, bool]:
    """The place after the bracket that closes one opened before ``start``; else the line's end, False."""
    depth = 1
    for match in _BRACKET.finditer(text, start):
        if match[0] == "\n":
            return match.end(), False
        depth += 1 if match[0] == "[" else -1
        if not depth:
            return match.end(), True
    return len(text), False


def split_lines(text: str, cuts: list[Cut]) -> tuple[list[Line], list[Cut]]:
    """The lines that hold text, and the cuts with those added that are whole lines or markup.

    ``cuts`` must be sorted; so is the result.
    """
    lines: list[Line] = []
    found: list[Cut] = []
    start = gap = 0
    new_page = False
    for match in chain(_BREAK.finditer(text), [None]):
        end = match.start() if match else len(text)
        raw = text[start:end]
        body = raw.strip()
        if body:
            first = start + raw.index(body[0])
            span, own = _set_aside(Span(first, first + len(body)), body)
            found += own
            line = _line(text, span, [*own, *cuts_in(cuts, span)], start, gap) if span else None
            if line:
                lines.append(line._replace(new_page=True) if new_page else line)
                gap, new_page = 0, False
            else:
                new_page = new_page or any(cut.what == "page" for cut in own)
        else:
            gap += 1
        start = match.end() if match else end
    return lines, sorted([*cuts, *found]) if found else cuts


def cuts_in(cuts: list[Cut], span: Span) -> list[Cut]:
    """The cuts that begin in a range."""
    if not cuts:
        return cuts
    return cuts[bisect_left(cuts, (span.start,)) : bisect_left(cuts, (span.end,))]


def visible(span: Span, cuts: list[Cut]) -> list[Span]:
    """The parts of a range that no cut covers."""
    parts, start = [], span.start
    for cut in cuts_in(cuts, span):
        if cut.start > start:
            parts.append(Span(start, cut.start))
        start = max(start, cut.end)
    if start < span.end:
        parts.append(Span(start, span.end))
    return parts


def _set_aside(span: Span, body: str) -> tuple[Span | None, list[Cut]]:
    """What is left of a line without Markdown marks and page furniture, and the cuts for these."""
    own = []
    if body[0] in "#>*" or body.endswith("**"):
        own = [Cut(span.start + m.start(), span.start + m.end(), "markup") for m in _MARKDOWN.finditer(body)]
        for mark in own:
            head = mark.start == span.start
            span = Span(mark.end, span.end) if head else Span(span.start, mark.start)
            body = body[mark.end - mark.start :] if head else body[: mark.start - mark.end]
    what = _furniture(body.strip())
    return (None, [*own, Cut(*span, what)]) if what else (span, own)


def _line(text: str, span: Span, cuts: list[Cut], start: int, gap: int) -> Line | None:
    parts = visible(span, cuts) if cuts else [span]
    body = "".join(text[a:b] for a, b in parts)
    if not body.strip():
        return None
    first = next(a + len(text[a:b]) - len(text[a:b].lstrip()) for a, b in parts if text[a:b].strip())
    indent = sum(2 if ch == "\u3000" else 1 for ch in text[start:first]) if first > start else 0
    return Line(first, span.end, body.strip(), indent, gap)


def _furniture(body: str) -> str | None:
    """``page`` for page numbers and the like, ``web`` for what a web page prints around a text."""
    if not body or len(body) > 200:
        return None
    if body[0] in "—–-·•第（(" and len(body) < 30 and _PAGE.match(body):
        return "page"
    return "web" if _WEB.match(body) else None
