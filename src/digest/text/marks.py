"""What stands out in a policy text: labels, money, shares, dates, bodies, document titles and numbers.

This is a reading aid that needs the text alone. What a clause grants, aims at or cites, and the bodies by their
full names, are facts (``enrich``); they take more than one sentence to find.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from digest.regex import regex
from digest.text.dates import DATE
from digest.text.money import Unit, find_figures
from digest.text.numerals import DIGITS, HAN
from digest.text.titles import DOCUMENT_NUMBER, printed_titles


class Mark(StrEnum):
    """What a stretch of text is."""

    LABEL = "label"  # 第七条, （二）
    MONEY = "money"
    SHARE = "share"  # 30%, 三成, 2倍
    DATE = "date"
    AGENCY = "agency"
    TITLE = "title"  # 《…》
    NUMBER = "number"  # 文号


class Marked(NamedTuple):
    """``text[start:end]`` is of a kind."""

    start: int
    end: int
    kind: Mark


def find_marks(text: str) -> tuple[Marked, ...]:
    """Everything that stands out in a text, in order, without overlap. Dates and figures inside a title
    are part of it."""
    taken = bytearray(len(text))
    found: list[Marked] = []
    for mark in (*_titles(text), *_patterns(text), *_agencies(text), *_figures(text)):
        if not any(taken[mark.start : mark.end]):
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
            found.append(mark)
    return tuple(sorted(found))


_COUNT = rf"[{DIGITS}{HAN}]{{1,6}}"
_LABEL = regex(
    rf"^[ \t\u3000]*(?P<mark>第{_COUNT}[编章节条](?:之[{HAN}]{{1,3}})?(?=\s|$|[^\s，。、的])|[{HAN}]{{1,4}}、"
    rf"|[（(]{_COUNT}[）)]|[{DIGITS}]{{1,3}}(?:[.．﹒](?![{DIGITS}])|、)|专栏[{DIGITS}{HAN}]{{0,3}})",
    re.MULTILINE,
)
_NUMBER = regex(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[据照和及与以由]))(?:[根依]据|[按依参遵]照|执行)?(?P<mark>{DOCUMENT_NUMBER})"
)
_DAY = regex(
    rf"(?P<mark>{DATE}|(?<![{DIGITS}])(?:[12][{DIGITS}]{{3}}\s*年?\s*[-－—–~～至到]{{1,2}}\s*)?[12１２][{DIGITS}]{{3}}\s*年度?"
    rf"(?:\s*[{DIGITS}]{{1,2}}\s*月(?:\s*[{DIGITS}]{{1,2}}\s*日)?)?)"
)
_PATTERNS: tuple[tuple[re.Pattern[str], frozenset[str], Mark], ...] = (
    (_NUMBER, frozenset("号"), Mark.NUMBER),
    (_LABEL, frozenset(), Mark.LABEL),
    (_DAY, frozenset("年12１２"), Mark.DATE),
)
"""Each with the characters of which a text that has the mark has one: most texts have no dates, and looking takes longest."""
_ORGANS = "人民政府|政府|委员会|管委会|委|局|厅|署|办公厅|办公室|办|办事处|海关|(?<!总)部"
_BODY = regex(
    rf"(?:^|(?<=[（(、，,；;：:。\s和与及])|(?<=会同))[由请]?(?P<name>[\u4e00-\u9fff]{{1,18}}?(?:{_ORGANS}))"
    r"(?=$|[）)、，,；;。\s和与及等按会牵负配])",
    re.MULTILINE,
)
_HEAD = regex(
    r"国家|国务院|中共|各?(?:自治)?[省市区县州](?!域|场)|[\u4e00-\u9fff]{2,4}(?:省|市|区|县|自治州)(?!场)|市场监"
)
_SENTENCE = regex(r"[的是了]|关于|落实|[有相]关|组建|成立|设立|建立|推动|支持")
_BETWEEN = regex(r"(?:等?(?:[、，,；;]|和|及|与|以及)|会同)\s?")


def _titles(text: str) -> Iterator[Marked]:
    return (Marked(title.start, title.end, Mark.TITLE) for title in printed_titles(text))


def _patterns(text: str) -> Iterator[Marked]:
    for pattern, needs, kind in _PATTERNS:
        if not needs or not needs.isdisjoint(text):
            for match in pattern.finditer(text):
                yield Marked(match.start("mark"), match.end("mark"), kind)


def _agencies(text: str) -> Iterator[Marked]:
    """Names that end like a body's and begin with a place or its mark (市工业和信息化局), and those that follow
    one in a list (发展改革委)."""
    end = None
    for match in _BODY.finditer(text):
        if _SENTENCE.search(match["name"]):
            continue
        listed = end is not None and _BETWEEN.fullmatch(text, end, match.start())
        if listed or _HEAD.match(match["name"]):
            end = match.end("name")
            yield Marked(match.start("name"), end, Mark.AGENCY)


def _figures(text: str) -> Iterator[Marked]:
    for figure in find_figures(text):
        kind = Mark.MONEY if figure.unit in (Unit.YUAN, Unit.FOREIGN) else Mark.SHARE
        yield Marked(figure.start, figure.end, kind)
