"""What stands in quotation marks is quoted, whatever it looks like: 将第五条修改为：“第五条 …（一）…；（二）…。”

A quotation over several lines is believed when it is announced or begins with a number, and is closed soon; a mark that
nobody closed encloses nothing.
"""

from bisect import bisect_right

from digest.parse.labels import read_label
from digest.parse.lines import Line
from digest.regex import regex

_OPENING, _CLOSING, _EITHER = "“「『", "”」』", '"'
_MARK = regex(f"[{_OPENING}{_CLOSING}{_EITHER}]")
_ANNOUNCED = ("：", ":", "为", "为下列", "如下")
_MOST_LINES = 60


def quoted_lines(lines: list[Line]) -> set[int]:
    """The lines that stand inside a quotation which a line before them opens. Each is looked at a few times at most."""
    found: set[int] = set()
    closing = [i for i, line in enumerate(lines) if any(mark in line.text for mark in _CLOSING + _EITHER)]
    if not closing:
        return found
    i = 0
    while i < len(lines):
        near = bisect_right(closing, i)
        closable = near < len(closing) and closing[near] < i + _MOST_LINES
        end = _closing_line(lines, i) if closable and opens_quotation(lines[i].text) else i
        found.update(range(i + 1, end + 1))
        i = max(end, i + 1)
    return found


def opens_quotation(text: str) -> bool:
    """Whether a line ends inside a quotation that is announced in it or begins with a number."""
    at = _left_open(text)
    if at < 0:
        return False
    before = text[:at].rstrip()
    return not before or before.endswith(_ANNOUNCED) or read_label(text, at + 1) is not None


def quotations(text: str) -> list[tuple[int, int]]:
    """The ranges of a line in quotation marks; the last one may run on into the next line."""
    ranges = []
    start = -1
    for mark in _MARK.finditer(text):
        if mark[0] not in _CLOSING and start < 0:
            start = mark.start()
        elif mark[0] not in _OPENING and start >= 0:
            ranges.append((start, mark.end()))
            start = -1
    if start >= 0 and opens_quotation(text):
        ranges.append((start, len(text)))
    return ranges


def _left_open(text: str) -> int:
    """Where the quotation begins in which a line ends; -1 outside."""
    start = -1
    for mark in _MARK.finditer(text):
        if start < 0:
            start = mark.start() if mark[0] not in _CLOSING else -1
        elif mark[0] not in _OPENING:
            start = -1
    return start


def _closing_line(lines: list[Line], first: int) -> int:
    """The line that closes the quotation a line leaves open; that line itself when none does. Each paragraph of a
    quotation may begin with a mark of its own."""
    for i in range(first + 1, min(first + _MOST_LINES, len(lines))):
        text = lines[i].text.lstrip(_OPENING + _EITHER)
        depth = 0
        for mark in _MARK.finditer(text):
            depth += 1 if mark[0] in _OPENING else -1
            if depth < 0:
                return i
    return first
