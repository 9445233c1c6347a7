"""Clauses that begin inside a line, because a line break was lost: …决定。 第十六条市人民代表大会…

A start is believed only when its number is the next of its sequence and the words around it do
not make it a reference (依照第十六条规定). The result is a longer list of lines.
"""

from collections import deque

from digest.parse.labels import STATUTE_RANK, TYPICAL_RANK, Label, lists_numbers, read_label
from digest.parse.lines import Line
from digest.parse.quotes import quotations
from digest.parse.references import line_label
from digest.regex import regex
from digest.text.rules import Rule, any_of

_HAN = "一二三四五六七八九十百千零〇两"
CANDIDATES = (
    Rule(
        "a chapter, a section or an article",
        rf"第[ \u3000]*[{_HAN}\d－]{{1,9}}[ \u3000]*[章节条]",
        "…决定。 第十六条市人民代表大会",
    ),
    Rule(
        "a number behind a stop",
        rf"(?<=[。；;：）)])\s*(?:[{_HAN}]{{1,3}}、|\d{{1,2}}[.．﹒](?!\d))",
        "…协调推进。2.支持研发",
        but=("…增长较快。2.5倍的奖励",),
        why="a decimal",
    ),
    Rule("a number in brackets", rf"[（(][{_HAN}]{{1,3}}[）)]", "三、保障措施（一）加强领导"),
)
"""Numbers inside a line that may begin a clause."""

_CANDIDATE = any_of(CANDIDATES)
# 依照第十六条规定, 第十六条、第十七条
_REFERENCE = regex(r"[ \u3000]?(?:规定|的|所|中|之|、|，|,|和|至|或|及|与|以|第|款|项|》|）|\)|。|；|\.\.)")
_RANK = {**STATUTE_RANK, **TYPICAL_RANK}
_STOPS = "。；;！？：）)”』」"
_HEADED = ("title", "section", "han")
_WHOLE_TEXT = 200
"""A line of so many characters may hold a whole list that lost its line breaks."""

_FAR = 5000
"""The second clause of a list begins before so many characters."""

_LONGEST_HEADING = 40
_TEXTS = ("办法", "规定", "条例", "细则", "措施", "意见", "规则", "章程", "制度")
"""The title of a text of articles ends so, when its first article stands on the same line."""


class _Counters:
    """The last number of each system; a number of a higher system begins the lower ones again."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def see(self, label: Label) -> None:
        self._last[label.system] = label.number
        rank = TYPICAL_RANK.get(label.system, STATUTE_RANK.get(label.system, 9))
        for system, other in TYPICAL_RANK.items():
            if other > rank:
                self._last.pop(system, None)

    def follows(self, label: Label) -> bool:
        """Whether the number is the next one of its sequence."""
        last = self._last.get(label.system, 0)
        return label.number == last + 1 or (label.system == "section" and label.number == 1)

    def begun(self) -> bool:
        return bool(self._last)


def split_starts(lines: list[Line], quoted: set[int]) -> list[Line]:
    """The lines, cut before each clause that begins inside one; what is quoted begins none."""
    counters = _Counters()
    result: list[Line] = []
    for i, line in enumerate(lines):
        if i in quoted or line.table:
            result.append(line)
            continue
        label = line.label
        if label:
            counters.see(label)
        places = _nested(line.text, label, counters) if label else []
        places += _starts_in(line.text, places[-1] if places else label.skip if label else 0, counters)
        result += _cut(line, places) if places else [line]
    return result


def _nested(text: str, label: Label, counters: _Counters) -> list[int]:
    """Where the first clauses of lower systems begin right behind a label: 一、（一）支持研发; 第三条（一）申请材料."""
    places: list[int] = []
    while label.skip < len(text):
        at = (places[-1] if places else 0) + label.skip
        inner = read_label(text, at)
        if not inner or inner.number != 1 or _RANK.get(inner.system, 0) <= _RANK.get(label.system, 9):
            break
        if _REFERENCE.match(text, at + inner.length) or lists_numbers(
            text[at + inner.skip : at + inner.skip + 4]
        ):
            break
        places.append(at)
        counters.see(inner)
        label = inner
    return places


def _starts_in(text: str, begin: int, counters: _Counters) -> list[int]:
    places = []
    segment = 0
    marked = deque(quotations(text) if any(mark in text for mark in '“「『"') else ())
    for match in _CANDIDATE.finditer(text, max(begin + 1, 1)):
        while marked and marked[0][1] <= match.start():
            marked.popleft()
        if marked and marked[0][0] < match.start():
            continue
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        label = read_label(text, at)
        believed = label and counters.follows(label) and _believable(text, at, label, segment, counters)
        if label and believed and (label.number > 1 or _is_list(text, at, label)):
            places.append(at)
            counters.see(label)
            segment = at
    return places


def _is_list(text: str, at: int, label: Label) -> bool:
    """Whether a first number inside a line begins a list: the line is long, and 2 follows."""
    if label.system in STATUTE_RANK:
        return True
    printed = text[at : at + label.length]
    second = printed.replace("一", "二").replace("1", "2")
    return len(text) >= _WHOLE_TEXT and second != printed and text.find(second, at, at + _FAR) > 0


def _believable(text: str, at: int, label: Label, segment: int, counters: _Counters) -> bool:
    end = at + label.length
    if _REFERENCE.match(text, end):
        return False
    before = text[max(segment, at - _LONGEST_HEADING - 20) : at].rstrip()
    if before[-1:] in _STOPS:
        return True
    heading = read_label(before) if at - segment <= _LONGEST_HEADING + 20 else None
    follows_heading = heading is not None and heading.system in _HEADED and len(before) < _LONGEST_HEADING
    if label.system not in STATUTE_RANK:
        return follows_heading and label.number == 1
    set_off = text.startswith("\u3000", end) or text[end : end + 2].isspace()
    return set_off and (follows_heading or (not counters.begun() and before.endswith(_TEXTS)))


def _cut(line: Line, places: list[int]) -> list[Line]:
    parts = []
    for i, (a, b) in enumerate(zip([0, *places], [*places, len(line.text)], strict=True)):
        text = line.text[a:b].rstrip()
        start = line.start + a
        if i:
            parts.append(Line(start, start + len(text), text, 0, 0, line_label(text), glued=True))
        else:
            parts.append(line._replace(end=start + len(text), text=text))
    return parts
