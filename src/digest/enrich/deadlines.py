"""Until when: 到2025年底, 2025年12月31日前, 到“十四五”末, 经过3—5年努力. A year is only given where one is printed.

``DEADLINES`` and ``DATES`` say what is read; each example is a test. Years are printed in digits, full width or
half, with spaces between them, or as 二〇二五.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.text.numerals import parse_numeral


class Deadline(NamedTuple):
    """``text`` as printed; ``year`` is None for a period whose beginning is not printed."""

    text: str
    year: int | None
    start: int
    end: int


class Form(NamedTuple):
    """``pattern`` may have the groups ``year`` and ``period``; ``example`` is read as ``found`` and a year."""

    pattern: re.Pattern[str]
    example: str
    found: str
    year: int | None


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


DEADLINES: tuple[Form, ...] = (
    # a day before which: in full only with 前, since 有效期至2025年12月31日 is the end of a validity
    Form(
        re.compile(rf"{_AIM}?(?:[到至在于]\s*)?(?<!截至)(?<!截止){_YEAR}{_DAY}{_BEFORE}{_OF_APPLICANTS}"),
        "在2025年12月31日前，建成50个起降场",
        "在2025年12月31日前",
        2025,
    ),
    Form(
        re.compile(rf"{_AIM}?(?<![日年期截月止])到\s*{_YEAR}{_DAY}(?![止终])"),
        "到二〇二五年六月三十日，建成3个平台",
        "到二〇二五年六月三十日",
        2025,
    ),
    # 到2025年; 提高到2025年的80亿元 dates the goal, 2021年到2025年 and 有效期至2025年 date a span
    Form(
        re.compile(
            rf"{_AIM}?(?<![日年期截月止])[到至]\s*{_YEAR}(?!{_DAY})(?:{_MONTH})?{_ENDS}{_BEFORE}?(?!\s*{_DASH}\s*{YEAR})"
        ),
        "力争到２０２７年底，产值达到100亿元",
        "力争到２０２７年底",
        2027,
    ),
    # 截至2023年底 reports on the past
    Form(
        re.compile(
            rf"(?:[在于]\s*)?(?<!截至)(?<!截止)(?<!截止至)(?<!截止到)(?<![至到\d]){_YEAR}"
            rf"(?:[底末]{_BEFORE}?|(?:{_MONTH})?{_BEFORE}){_OF_APPLICANTS}"
        ),
        "2026年6月底前建成投产",
        "2026年6月底前",
        2026,
    ),
    Form(re.compile(rf"{_AIM}{_YEAR}(?![\d月])"), "计划2026年新增企业20家", "计划2026年", 2026),
    Form(
        re.compile(
            rf"{_AIM}?[到至在]?[“\"]?(?P<period>十[一二三四五六七]五)[”\"]?(?:规划)?(?:期?末|期间|时期)(?:(?=，)|{_ENDS})"
        ),
        "到“十四五”末，建成3个平台",
        "到“十四五”末",
        2025,
    ),
    Form(
        re.compile(rf"(?<=阶段[（(]){YEAR}\s*年?\s*{_DASH}\s*{_YEAR}"),
        "第二阶段（2025—2027年），累计建成300家",
        "2025—2027年",
        2027,
    ),
    # 已经过3年发展 is over
    Form(
        re.compile(
            rf"{_AIM}?(?<!已)(?:经过|通过|用){_SPAN}(?:年|个月)(?:左右)?(?:的?(?:时间|努力|发展|建设|奋斗)){{0,2}}"
        ),
        "经过3—5年努力，规模达到1000亿元",
        "经过3—5年努力",
        None,
    ),
    Form(re.compile(rf"(?:未来|今后){_SPAN}年[内间]?"), "未来五年，培育企业100家", "未来五年", None),
    # 自认定起3年内 is a condition, 三年内无违法记录 too
    Form(
        re.compile(rf"(?:{_AIM}|{_FREE}){_SPAN}年之?内(?![未不无有每])"),
        "力争3年内达到300家",
        "力争3年内",
        None,
    ),
    Form(re.compile(r"(?<![\d０-９])(?:[今明本]年)?年[底末]前"), "年底前完成改造100家", "年底前", None),
    Form(re.compile(r"(?<![\u4e00-\u9fff\d０-９])[今本]?年内"), "年内改造老旧小区120个", "年内", None),
    Form(re.compile(r"到?本世纪中叶"), "到本世纪中叶", "到本世纪中叶", None),
)
"""What says until when something is to be reached."""

DATES: tuple[Form, ...] = (
    # 比2020年, 由2021年: where something starts from
    Form(
        re.compile(
            rf"(?<![到至于比较从由以自照对与相\d\-—–~～]){_YEAR}度?(?![\d月至到起以]|\s*{_DASH}\s*{YEAR})"
        ),
        "2021年，产值超过40亿元",
        "2021年",
        2021,
    ),
    # the last year of a span of years dates what is reached in it; one in a title does not
    Form(
        re.compile(
            rf"(?<![到至于比较从由以自照对与相\d划案领见措施法]){YEAR}\s*年?\s*{_DASH}\s*{_YEAR}(?:期间|间)?(?![\d月起以])"
        ),
        "2025—2027年，新建高标准农田50万亩",
        "2025—2027年",
        2027,
    ),
    Form(
        re.compile(rf"(?:截至|截止到?至?){_YEAR}(?:{_DAY}|{_MONTH})?{_ENDS}"),
        "截至2023年底，全区共有企业1200家",
        "截至2023年底",
        2023,
    ),
)
"""What only dates what is said."""


def find_deadlines(text: str, periods: Mapping[str, int]) -> tuple[Deadline, ...]:
    """All deadlines of a text, in order. ``periods`` are planning periods with their last year."""
    return _find(DEADLINES, text, periods) if _HINT.search(text) else ()


def plain_years(text: str) -> tuple[Deadline, ...]:
    """Years that only date what is said (2021年，…), as deadlines in form."""
    return _find(DATES, text, {}) if "年" in text else ()


_HINT = re.compile(r"年|五[”\"]?(?:期|末|规划|时期)|本世纪中叶")


def _find(forms: Sequence[Form], text: str, periods: Mapping[str, int]) -> tuple[Deadline, ...]:
    """What any of the forms finds; of two that overlap the one that begins first, then the longer one."""
    found = [_deadline(match, periods) for form in forms for match in form.pattern.finditer(text)]
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
