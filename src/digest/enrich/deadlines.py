"""Until when: 到2025年底, 2025年12月31日前, 到“十四五”末, 经过3—5年努力. A year is only given where one is printed.

``DEADLINES`` and ``DATES`` say what is read; their groups are ``year`` and ``period``. Years are printed in digits, full width
or half, with spaces between them, or as 二〇二五.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.regex import regex
from digest.text.numerals import parse_numeral
from digest.text.rules import Rule


class Deadline(NamedTuple):
    """``text`` as printed; ``year`` is None for a period whose beginning is not printed."""

    text: str
    year: int | None
    start: int
    end: int


YEAR = r"(?:[2２]\s?[0０](?:\s?[\d０-９]){2}|[二贰][〇○零]\s?[〇○零一二三四五六七八九]\s?[〇○零一二三四五六七八九])"
"""A year of this century, however it is printed, as a pattern without groups."""

_YEAR = rf"(?P<year>{YEAR})\s*年"
_COUNT = r"[\d０-９一二三四五六七八九十]{1,3}"
_MONTH = rf"\s*{_COUNT}\s*月[底末份初]?"
_DAY = rf"\s*{_COUNT}\s*月\s*{_COUNT}\s*日"
_BEFORE = r"(?:之前|以前|前)"
_ENDS = r"[底末初中]?"
_DASH = r"[-—–~～至到]{1,2}"
_SPAN = r"(?:\d{1,2}(?:\s*[-—–~～至到]\s*\d{1,2})?|[一二三四五六七八九十两]{1,3}(?:至[一二三四五六七八九十]{1,3})?)"
_AIM = r"(?:力争|争取|确保|计划|预计)"
_FREE = r"(?<![\u4e00-\u9fff\d])"
_OF_APPLICANTS = r"(?![^，。；]{0,12}的(?:企业|项目|单位|机构|公司|个人|人才|人员))"
"""2024年6月30日前注册的企业 names who may apply, not until when something is done."""


DEADLINES = (
    Rule(
        "a day before which",
        rf"{_AIM}?(?:[到至在于]\s*)?(?<!截至)(?<!截止){_YEAR}{_DAY}{_BEFORE}{_OF_APPLICANTS}",
        "在2025年12月31日前，建成50个起降场",
        but=("有效期至2025年12月31日", "2024年6月30日前注册的企业"),
        why="the end of a validity, or who may apply",
    ),
    Rule(
        "up to a day",
        rf"{_AIM}?(?<![日年期截月止])到\s*{_YEAR}{_DAY}(?![止终])",
        "到二〇二五年六月三十日，建成3个平台",
        but=("自2021年1月1日到2025年12月31日止",),
        why="a span",
    ),
    # 提高到2025年的80亿元 dates the goal, too.
    Rule(
        "up to a year or a month",
        rf"{_AIM}?(?<![日年期截月止])[到至]\s*{_YEAR}(?!{_DAY})(?:{_MONTH})?{_ENDS}{_BEFORE}?(?!\s*{_DASH}\s*{YEAR})",
        "力争到２０２７年底，产值达到100亿元",
        but=("2021年到2025年", "有效期至2025年"),
        why="a span",
    ),
    Rule(
        "before a year or a month ends",
        rf"(?:[在于]\s*)?(?<!截至)(?<!截止)(?<!截止至)(?<!截止到)(?<![至到\d]){_YEAR}"
        rf"(?:[底末]{_BEFORE}?|(?:{_MONTH})?{_BEFORE}){_OF_APPLICANTS}",
        "2026年6月底前建成投产",
        but=("截至2023年底", "2024年底前注册的企业"),
        why="reports on the past, or says who may apply",
    ),
    Rule(
        "a year for which something is planned",
        rf"{_AIM}{_YEAR}(?![\d月])",
        "计划2026年新增企业20家",
        but=("预计2026年3月举办",),
        why="a date",
    ),
    Rule(
        "the end of a planning period, or in its course",
        rf"{_AIM}?[到至在]?[“\"]?(?P<period>十[一二三四五六七]五)[”\"]?(?:规划)?(?:期?末|期间|时期)(?:(?=，)|{_ENDS})",
        "到“十四五”末，建成3个平台",
    ),
    Rule(
        "the last year of a stage",
        rf"(?<=阶段[（(]){YEAR}\s*年?\s*{_DASH}\s*{_YEAR}",
        "第二阶段（2025—2027年），累计建成300家",
    ),
    Rule(
        "within so many years of work",
        rf"{_AIM}?(?<!已)(?:经过|通过|用){_SPAN}(?:年|个月)(?:左右)?(?:的?(?:时间|努力|发展|建设|奋斗)){{0,2}}",
        "经过3—5年努力，规模达到1000亿元",
        but=("已经过3年发展",),
        why="it is over",
    ),
    Rule("in the years to come", rf"(?:未来|今后){_SPAN}年[内间]?", "未来五年，培育企业100家"),
    Rule(
        "within so many years",
        rf"(?:{_AIM}|{_FREE}){_SPAN}年之?内(?![未不无有每])",
        "力争3年内达到300家",
        but=("自认定起3年内", "三年内无违法记录"),
        why="a condition",
    ),
    Rule("before the year ends", r"(?<![\d０-９])(?:[今明本]年)?年[底末]前", "年底前完成改造100家"),
    Rule(
        "in the course of the year",
        r"(?<![\u4e00-\u9fff\d０-９])[今本]?年内",
        "年内改造老旧小区120个",
        but=("近三年内盈利",),
        why="a span of years",
    ),
    Rule("the middle of the century", r"到?本世纪中叶", "到本世纪中叶，全面建成"),
)
"""What says until when something is to be reached."""

DATES = (
    Rule(
        "a year",
        rf"(?<![到至于比较从由以自照对与相\d\-—–~～]){_YEAR}度?(?![\d月至到起以]|\s*{_DASH}\s*{YEAR})",
        "2021年，产值超过40亿元",
        but=("比2020年增长5%", "由2021年的20家增加到40家"),
        why="where something starts from",
    ),
    Rule(
        "the last of a span of years",
        rf"(?<![到至于比较从由以自照对与相\d划案领见措施法]){YEAR}\s*年?\s*{_DASH}\s*{_YEAR}(?:期间|间)?(?![\d月起以])",
        "2025—2027年，新建高标准农田50万亩",
        but=("三年行动计划2025—2027年",),
        why="in a title it dates nothing",
    ),
    Rule(
        "a year or a day up to which something is reported",
        rf"(?:截至|截止到?至?){_YEAR}(?:{_DAY}|{_MONTH})?{_ENDS}",
        "截至2023年底，全区共有企业1200家",
    ),
)
"""What only dates what is said."""


def find_deadlines(text: str, periods: Mapping[str, int]) -> tuple[Deadline, ...]:
    """All deadlines of a text, in order. ``periods`` are planning periods with their last year."""
    return _find(_DEADLINE, text, periods) if _HINT.search(text) else ()


def plain_years(text: str) -> tuple[Deadline, ...]:
    """Years that only date what is said (2021年，…), as deadlines in form."""
    return _find(_DATE, text, {}) if "年" in text else ()


_DEADLINE = tuple(regex(rule.pattern) for rule in DEADLINES)
_DATE = tuple(regex(rule.pattern) for rule in DATES)
_HINT = regex(r"年|五[”\"]?(?:期|末|规划|时期)|本世纪中叶")


def _find(patterns: Sequence[re.Pattern[str]], text: str, periods: Mapping[str, int]) -> tuple[Deadline, ...]:
    """What any of the patterns finds; of two that overlap the one that begins first, then the longer one."""
    found = [_deadline(match, periods) for pattern in patterns for match in pattern.finditer(text)]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Deadline] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _deadline(match: re.Match[str], periods: Mapping[str, int]) -> Deadline:
    groups = match.groupdict()
    printed = groups.get("year")
    year = parse_numeral("".join(printed.split())) if printed else periods.get(groups.get("period") or "")
    return Deadline(match[0], year, match.start(), match.end())
