"""Until when: 到2025年底, 2025年前, 到“十四五”末, 经过3—5年努力. A year is only given where one is printed."""

import re
from collections.abc import Mapping
from typing import NamedTuple


class Deadline(NamedTuple):
    """``text`` as printed; ``year`` is None for a period whose beginning is not printed."""

    text: str
    year: int | None
    start: int
    end: int


def find_deadlines(text: str, periods: Mapping[str, int]) -> tuple[Deadline, ...]:
    """All deadlines of a text, in order. ``periods`` are planning periods with their last year."""
    if not _HINT.search(text):
        return ()
    return tuple(_deadline(match, periods) for match in _DEADLINE.finditer(text))


def plain_years(text: str) -> tuple[Deadline, ...]:
    """Years that only date what is said (2021年，…), as deadlines in form."""
    if "年" not in text:
        return ()
    return tuple(
        Deadline(match[0], int(match["year"]), match.start(), match.end())
        for match in _PLAIN_YEAR.finditer(text)
    )


_HINT = re.compile(r"年|五[”\"]?(?:期|末|规划|时期)")
_SPAN = r"(?:\d{1,2}(?:\s*[-—–~～至到]\s*\d{1,2})?|[一二三四五六七八九十两]{1,3}(?:至[一二三四五六七八九十]{1,3})?)"
_EFFORT = r"(?:的?(?:时间|努力|发展|建设|奋斗)){0,2}"
_FREE = r"(?:(?<![\u4e00-\u9fff\d])|(?<=力争)|(?<=争取)|(?<=确保)|(?<=计划))"
_DEADLINE = re.compile(
    r"(?:力争|争取|确保|计划|预计)?(?:"
    r"(?<![日年期截月])[到至]\s*(?P<to>20\d\d)\s*年(?!\s*\d{1,2}\s*月\s*\d)(?:\d{1,2}月)?[底末]?(?:之?前)?"
    r"|(?<!截至)(?<!截止)(?<![至\d])(?P<by>20\d\d)年(?:[底末](?:之?前)?|(?:\d{1,2}月)?[底末]?之?前)"
    r"|(?:(?<=力争)|(?<=争取)|(?<=确保)|(?<=计划)|(?<=预计))(?P<aimed>20\d\d)年(?![\d月])"
    r"|到?[“\"]?(?P<period>十[一二三四五六七]五)[”\"]?(?:规划)?(?:期?末|期间|时期)"
    rf"|(?<!已)(?:经过|通过|用){_SPAN}(?:年|个月)(?:左右)?{_EFFORT}"
    rf"|(?:未来|今后){_SPAN}年[内间]?|{_FREE}{_SPAN}年之?内(?![未不无有每])|到?本世纪中叶)"
)
_PLAIN_YEAR = re.compile(r"(?<![到至于比较从由以自\d])(?P<year>20\d\d)年(?![\d月\-—–至到起])")


def _deadline(match: re.Match[str], periods: Mapping[str, int]) -> Deadline:
    printed = match["to"] or match["by"] or match["aimed"]
    year = int(printed) if printed else periods.get(match["period"] or "")
    return Deadline(match[0], year, match.start(), match.end())
