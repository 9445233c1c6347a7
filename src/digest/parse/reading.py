"""Step one: the text as it is read, and where each of its characters stands in the source.

The source is never changed. What does not belong to its words (marks of converters and of Markdown, characters
without width, the head that a crawler writes) is listed as cuts, which later become artefact tokens, and is left out of the
reading; a radical is read as the ideograph it stands for. One reading serves all later steps, so that none has to know.
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from digest.model.source import Span
from digest.regex import regex
from digest.text.radicals import read_through
from digest.text.rules import Rule, any_of


class Cut(NamedTuple):
    """A range of the source that is not part of the running text.

    ``what``: residue | note | markup | hidden | matter | web | page | print | header | table | ruled. A note holds the
    text of a footnote between ``start`` and ``end``, brackets included.
    """

    start: int
    end: int
    what: str


class Reading(NamedTuple):
    """``text`` is the source without its cuts. ``starts`` are the offsets in it where a stretch begins that follows a
    cut, ``origins`` where these stand in the source."""

    text: str
    starts: list[int]
    origins: list[int]

    def spans(self, start: int, end: int) -> list[Span]:
        """Where ``text[start:end]`` stands in the source: a few ranges where cuts interrupt it."""
        spans = []
        at = bisect_right(self.starts, start) - 1
        while start < end:
            stop = min(end, self.starts[at + 1]) if at + 1 < len(self.starts) else end
            origin = self.origins[at] + start - self.starts[at]
            spans.append(Span(origin, origin + stop - start))
            start, at = stop, at + 1
        return spans

    def whole(self, start: int, end: int) -> Span:
        """The range of the source from the first to the last character of ``text[start:end]``."""
        spans = self.spans(start, end)
        return Span(spans[0].start, spans[-1].end)


def read(source: str) -> tuple[Reading, list[Cut]]:
    """The reading of a source text, and the cuts that were left out of it, in order."""
    cuts = _find_cuts(source)
    text = read_through(source)
    if not cuts:
        return Reading(text, [0], [0]), cuts
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at = length = 0
    for cut in cuts:
        if cut.start > at or not starts:
            parts.append(text[at : max(cut.start, at)])
            starts.append(length)
            origins.append(at)
            length += len(parts[-1])
        at = max(at, cut.end)
    parts.append(text[at:])
    starts.append(length)
    origins.append(at)
    return Reading("".join(parts), starts, origins), cuts


def visible(span: Span, cuts: list[Cut]) -> list[Span]:
    """The parts of a range that no cut covers that begins in it."""
    parts, start = [], span.start
    for cut in cuts[bisect_left(cuts, (span.start,)) : bisect_left(cuts, (span.end,))]:
        if cut.start > start:
            parts.append(Span(start, cut.start))
        start = max(start, cut.end)
    if start < span.end:
        parts.append(Span(start, span.end))
    return parts


RESIDUE = (
    # Apache POI and Tika write Word's invisible marks in these forms; the set is closed.
    Rule("a bookmark of Word", r"\[bookmark: [^\]\n]{0,60}\]", "[bookmark: _GoBack]"),
    Rule("where a note is referred to", r"\[(?:footnote|endnote)Ref:\d{1,4}\]", "[footnoteRef:0]"),
    # A page as a whole is refused (see ``read.formats``).
    Rule(
        "a tag",
        r"</?(?:p|br|span|div|font|strong|b|u|a|td|tr|table|li|ul|h[1-6])(?:[ /][^<>\n]{0,200})?>",
        "<br/>",
        but=("<企业>", "<ABC>"),
        why="words between signs",
    ),
    Rule("a space of a page", "&(?:nbsp|emsp|ensp|#160);", "&nbsp;"),
)
_BLANK = r"[ \t\u3000]*+"
MARKDOWN = (
    Rule(
        "a heading, a quotation or bold words",
        rf"^{_BLANK}((?:#{{1,6}}[ \t]+|>[ \t]+|\*\*(?=\S))+)",
        "> 一、目标",
    ),
    Rule("the end of bold words", rf"(\*\*){_BLANK}$", "一、目标**"),
    Rule("the line below the head of a table", rf"^{_BLANK}([|:-](?=[-|: ]*--)[-|: ]+)$", "|---|:--|"),
)
"""Marks of Markdown; group 1 of each is the mark."""

CRAWLER_KEYS = (
    *(
        "Title",
        "URL Source",
        "Source URL",
        "Url",
        "URL",
        "Published Time",
        "Date",
        "Author",
        "Description",
        "Crawled At",
    ),
    "Markdown Content",
)
"""What Jina Reader and others print above a page."""

_RESIDUE = any_of(RESIDUE)
_MARKDOWN = any_of(MARKDOWN, flags=re.MULTILINE)
_NOTE = regex(r"\[(\d{1,4}): ")
_BRACKET = regex(r"[\[\]\n]")
# The foot that a browser prints, run together with the sentence that its page breaks.
_PRINT_FOOT = regex(r"(?<=[^\s：:])[ \t]+((?:https?://|file:/{1,3})\S{1,300}[ \t]\d{1,3}/\d{1,3})(?=\s|$)")
# **发布日期**: 2025-12-26; other pairs may stand for words that were blacked out (某**公司).
_BOLD_KEY = regex(r"^(\*\*)[^*\n：:]{1,20}(\*\*)(?=[：:])", re.MULTILINE)
_HIDDEN = regex("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+")
# YAML or TOML between fences.
_FENCED = regex(r"\s*(---|\+\+\+)[ \t]*\r?\n(?:(?!\1)[^\n]{0,2000}\n){0,80}?(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)")
_FENCED_LINE = regex(r"[ \t]*(?:[\w\-.\"' ]{1,40}[:=]|-[ \t]|#|\]|\}|$)|[ \t]{2,}")
_KEYED = regex(rf"\s*(?:(?:{'|'.join(CRAWLER_KEYS)})[ \t]*:[^\n]*(?:\n\s*+|$)){{2,}}")


def _find_cuts(text: str) -> list[Cut]:
    """The head of a crawler, and what stands inside lines without being of their words."""
    matter = _matter(text)
    if matter:  # its marks are its own
        return [*matter, *(cut for cut in _inside_lines(text) if cut.start >= matter[0].end)]
    return _inside_lines(text)


def _inside_lines(text: str) -> list[Cut]:
    cuts: list[Cut] = []
    if not text.isascii():
        cuts += [Cut(*m.span(), "hidden") for m in _HIDDEN.finditer(text)]
    if "://" in text or "file:/" in text:
        cuts += [Cut(*m.span(1), "print") for m in _PRINT_FOOT.finditer(text)]
    if any(mark in text for mark in ("[", "<", "&")):
        cuts += [Cut(*m.span(), "residue") for m in _RESIDUE.finditer(text)]
    if "**" in text:
        cuts += [Cut(*m.span(side), "markup") for m in _BOLD_KEY.finditer(text) for side in (1, 2)]
    if any(mark in text for mark in "#>*-"):
        cuts += [Cut(*m.span(m.lastindex or 0), "markup") for m in _MARKDOWN.finditer(text)]
    at = 0
    while match := _NOTE.search(text, at):
        at, closed = _closing_bracket(text, match.end())
        if closed:
            cuts.append(Cut(match.start(), at, "note"))
    return sorted(set(cuts))


def _matter(text: str) -> list[Cut]:
    """The head that a crawler writes above a page: keys and values between fences, or known keys by the line."""
    fenced = _FENCED.match(text)
    if fenced:
        inside = fenced[0].strip().split("\n")[1:-1]
        if inside and all(_FENCED_LINE.match(line.rstrip("\r")) for line in inside):
            return [_trimmed(text, *fenced.span())]
    keyed = _KEYED.match(text)
    return [_trimmed(text, *keyed.span())] if keyed else []


def _trimmed(text: str, start: int, end: int) -> Cut:
    body = text[start:end]
    return Cut(start + len(body) - len(body.lstrip()), start + len(body.rstrip()), "matter")


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
