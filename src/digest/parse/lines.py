"""Step two: the reading as lines people see, without white space and without what web pages print around a text.

Nothing is changed or dropped here: a line is a range of the reading; a line that does not belong to the text becomes a cut.
An editor's rule for a line (``[[lines]]`` in policy.toml) goes before everything the program thinks of it.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from digest.model.source import LineRule, Source
from digest.parse.labels import Label
from digest.parse.reading import Cut, Reading
from digest.parse.references import line_label
from digest.regex import regex
from digest.text.rules import Rule, any_of

_BREAK = regex(r"\r\n|[\n\r\f\u2028\u2029]")
_SPACE = r"[ \u3000]*"
_FILE, _SITE = r"file:/{1,3}\S{1,300}", r"https?://\S{1,300}"
WHEN = r"\d{1,4}[/.\-年]\d{1,2}[/.\-月]\d{1,4}日?[,，]?\s*(?:上午|下午)?\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*[AaPp][Mm])?"
"""11/26/26, 7:49 PM; 2026/11/26 下午7:49"""

_OF = r"\d{1,3}\s?(?:/|of)\s?\d{1,3}"

PAGE_NUMBERS = (
    Rule("a number between dashes", rf"[—–\-·•]{{1,2}}{_SPACE}\d{{1,4}}{_SPACE}[—–\-·•]{{1,2}}", "— 1 —"),
    Rule(
        "a page of so many",
        rf"第{_SPACE}\d{{1,4}}{_SPACE}页(?:[ \u3000,，/]*共{_SPACE}\d{{1,4}}{_SPACE}页)?",
        "第 1 页 共 4 页",
    ),
    Rule(
        "a page of so many, as a word processor prints it",
        r"页码[，,：:]\s?\d{1,4}\s?/\s?\d{1,4}",
        "页码，1/4",
    ),
    Rule("a page of so many, in English", r"Page \d{1,4}(?: of \d{1,4})?", "Page 1 of 4"),
)
PRINT_FEET = (
    # A browser prints the address and the page of so many at the foot of each page.
    Rule(
        "an address on the Web and a page",
        rf"{_SITE}(?:\s.{{0,60}})?\s{_OF}",
        "https://example.gov.cn/a.html 1/4",
    ),
    Rule("a file and a page", rf"{_FILE}(?:\s.{{0,60}})?\s{_OF}", "file:///C:/policies/page4.html 1/4"),
    Rule("a page and an address", rf"{_OF}\s+(?:{_FILE}|{_SITE})", "1 of 4 https://example.gov.cn/a.html"),
    Rule(
        "a page and when it was printed",
        rf"{_OF}\s+{WHEN}",
        "1 / 4 2026/11/26 19:49",
    ),
    Rule("a file alone", _FILE, "file:///C:/policies/page4.html"),
)
WEB_LINES = (
    Rule("an entry of a menu", r"[*+-][ \t]+(?:\[.*|登录.*|退出.*)?", "* 登录"),
    Rule(
        "where the text was found",
        r"(?:(?:(?:官方|信息|文章)?来源|原文(?:链接|网址|地址)|链接|转自|URL)[：: \t]*)?\[?https?://\S+",
        "原文链接：https://example.gov.cn/a.html",
        but=("申报网址：https://example.gov.cn",),
        why="an address of the policy",
    ),
    Rule(
        "links",
        r"(?:[ \t·|>]*!?\[[^\]\n]{0,200}\]\([^)\s]{0,300}\))+[ \t·|>]*",
        "[首页](/) | [政务公开](/zwgk)",
    ),
    Rule("the mark of a law database", "【法宝引证码】.*", "【法宝引证码】 CLI.12.1"),
    Rule("a button", ".{0,100}(?:【打印】|字体：大).*", "【字体：大 中 小】【打印】"),
    Rule("a trail of pages", "当前位置.*", "当前位置：首页 > 政策"),
    Rule("a counter", r"浏览[ \t]*\d+[ \t]*次.*", "浏览 1403 次"),
    Rule("a source", r"(?:信息)?来源[：:](?!.*https?://).*", "信息来源：某市政府办"),
    Rule("when it was put there", "(?:发布|抓取|截止)时间[：:].*", "发布时间：2025-12-22"),
)
_PAGE = any_of(PAGE_NUMBERS, whole=True)
_PRINT_FOOT = any_of(PRINT_FEET, whole=True)
_WEB = any_of(WEB_LINES, whole=True)
_NO_TEXT = regex(r"[（(]此页无正文[）)]$")
_SENTENCE = "。；，;,"


class Line(NamedTuple):
    """A line that holds text: ``start`` to ``end`` of the reading.

    ``indent`` counts the cells of white space before it; ``gap`` the blank lines above; ``label`` is the number it begins
    with, if that may number a clause; ``glued`` marks a line that
    ``starts`` cut out of a longer one, ``new_page`` the first one after a page break, ``kept`` one that an editor keeps.
    A line of a table has its number (from 1), the ranges of its ``cells``, and whether it ``opens_row``; ``sure``: the
    shape of the table is.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    label: Label | None = None
    glued: bool = False
    new_page: bool = False
    kept: bool = False
    table: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    opens_row: bool = False
    sure: bool = False


def split_lines(
    reading: Reading, source: Source, rules: Sequence[LineRule] = ()
) -> tuple[list[Line], list[Cut]]:
    """The lines that hold text, and the cuts for those that stand around it."""
    lines: list[Line] = []
    cuts: list[Cut] = []
    text = reading.text
    start = gap = 0
    new_page = False
    ruling = _Rules(rules, source, reading) if rules else None
    for match in chain(_BREAK.finditer(text), [None]):
        end = match.start() if match else len(text)
        raw = text[start:end]
        body = raw.strip()
        if body:
            first = start + len(raw) - len(raw.lstrip())
            rule = ruling.of(first, body) if ruling else None
            what = ("" if rule.keep else "ruled") if rule else _furniture(body)
            if what:
                cuts.append(Cut(*reading.whole(first, first + len(body)), what))
                new_page = new_page or what in ("page", "print")
            else:
                indent = sum(2 if ch == "\u3000" else 1 for ch in text[start:first]) if first > start else 0
                lines.append(
                    Line(
                        first,
                        first + len(body),
                        body,
                        indent,
                        gap,
                        line_label(body),
                        new_page=new_page,
                        kept=rule is not None,
                    )
                )
                gap, new_page = 0, False
        elif not new_page:  # blank lines at the edge of a page are its layout
            gap += 1
        if match and match[0] == "\f":
            gap, new_page = 0, True
        start = match.end() if match else end
    return lines, cuts


class _Rules:
    """An editor's rules by the words and by the number of a line."""

    def __init__(self, rules: Sequence[LineRule], source: Source, reading: Reading) -> None:
        self._by_text = {rule.text.strip(): rule for rule in rules if rule.text}
        self._by_line = {rule.line: rule for rule in rules if rule.line}
        self._source, self._reading = source, reading

    def of(self, first: int, body: str) -> LineRule | None:
        """The rule for the line whose text begins at an offset of the reading; its number goes before its words."""
        number = self._source.place(self._reading.whole(first, first + 1).start).line
        start, end = self._source.line_span(number)
        printed = self._source.text[start:end].strip()
        return self._by_line.get(number) or self._by_text.get(printed) or self._by_text.get(body)


def _furniture(body: str) -> str:
    """``page`` for page numbers, ``print`` and ``web`` for what a browser or a page prints around a text."""
    if len(body) > 400:
        return ""
    if len(body) < 30 and _PAGE.match(body):
        return "page"
    if _PRINT_FOOT.match(body):
        return "print"
    if _NO_TEXT.match(body):
        return "header"
    return "web" if body[-1] not in _SENTENCE and _WEB.match(body) else ""
