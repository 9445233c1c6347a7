"""Titles of documents: 《…》 in a text, the title inside a title, and forms that name the same document."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest.regex import regex


class PrintedTitle(NamedTuple):
    """``text[start:end]`` is the title as printed with its brackets; ``title`` is what they enclose."""

    title: str
    start: int
    end: int


DOCUMENT_NUMBER = r"[\u4e00-\u9fffA-Za-z]{1,14}\s*[〔\[［﹝（(【]\s*(?:19|20)\s?\d\s?\d\s*[〕\]］﹞）)】]\s*(?:第\s*)?\d{1,5}\s*号"
"""A document number (文号) with its year as a pattern without groups: 国发〔2020〕8号."""

LONGEST_TITLE = 200
"""Brackets farther apart do not belong together."""


def printed_titles(text: str) -> Iterator[PrintedTitle]:
    """Every 《…》, outermost ones only. A bracket that is never closed ends before the next mark or bracket."""
    ends = _closings(text)
    at = text.find("《")
    while at >= 0:
        end = ends.get(at)
        if end is None:
            stop = _BROKEN.search(text, at + 1)
            end = stop.start() if stop else min(len(text), at + LONGEST_TITLE)
            inside = text[at + 1 : end]
        else:
            inside = text[at + 1 : end - 1]
        if inside.strip():
            yield PrintedTitle(_one_line(inside), at, end)
        at = text.find("《", end)


def inner_title(title: str) -> str | None:
    """The document that a notice carries: 关于印发《X》的通知 -> X, also without 《》. None where it would be cut out of
    brackets."""
    patterns = (_CARRIER, _CONSULTED, _CONSULTED_PLAIN, _ASKED, _PLAIN_CARRIER)
    match = next(filter(None, (pattern.match(title) for pattern in patterns)), None)
    if match is None:
        return None
    inner = match["inner"] + match.groupdict().get("draft", "")
    return inner if _is_whole(inner) else None


def explained_title(title: str) -> str | None:
    """The document that an explanation is about: 关于《X》的起草说明 -> X."""
    match = _EXPLANATION.search(title)
    return match["inner"] if match else None


def title_key(title: str) -> str:
    """A title without what printers vary: white space, brackets, kinds of dash, half-width signs."""
    return _DASHES.sub("-", "".join(title.split()).translate(_SIMPLER))


def without_status(title: str) -> str:
    """A title without （征求意见稿）, （试行） and the like at its end."""
    return _STATUS.sub("", title) if title.endswith(("）", ")")) else title


def without_years(title: str) -> str:
    """A title without the years in brackets at its end: （2022-2025年）."""
    return _YEARS.sub("", title)


def period_of(title: str) -> str | None:
    """The period that a title gives its document, in ISO 8601; not one of a document named in it.

    >>> (
    ...     period_of("甲省传感器产业行动计划（2021—2023年）"),
    ...     period_of("乙市三年行动方案（2022年7月-2025年6月）"),
    ... )
    ('2021/2023', '2022-07/2025-06')
    >>> (
    ...     period_of("丙市2024年工作要点") is None,
    ...     period_of("关于落实《丁省规划（2021-2035年）》的意见") is None,
    ... )
    (True, True)
    """
    own = re.sub(r"《[^《》]*》", "", title).translate(_HALF_WIDTH)
    for match in _PERIOD.finditer(own):
        first, last = match["first"], match["last"]
        last = last if len(last) == len("2023") else first[:2] + last
        if int(first) < int(last) <= int(first) + _LONGEST_PERIOD:
            return "/".join(
                f"{year}-{int(month):02d}" if month else year
                for year, month in ((first, match["from"]), (last, match["to"]))
            )
    return None


def without_issuer(title: str) -> str:
    """A title without the issuer in front: 深圳市人民政府关于… -> 关于…"""
    return _ISSUER.sub("", title)


_BROKEN = regex(r"[《。；;，,、\n]")
_CARRYING = r"(?:印发|发布|公布|颁布|转发|下发|批转|出台|施行|实施)"
_ASKING = r"(?:征求|征集)(?!意见稿)"
_PAPER = r"(?:通知|公告|通告|函|批复|决定|令)"
_DRAFT = r"[（(][^（）()]{0,6}(?:征求意见稿|意见征集稿|草案|送审稿|讨论稿)[）)]"
_CARRIER = regex(rf".*?(?:{_CARRYING}|{_ASKING})[^《》]{{0,12}}《(?P<inner>.+)》[^《》]{{0,12}}{_PAPER}$")
# 关于《乙市办法（征求意见稿）》公开征求意见的公告
_CONSULTED = regex(
    rf"[^《》]*《(?P<inner>[^《》]+)》(?P<draft>(?:{_DRAFT})?)[^《》]{{0,12}}{_ASKING}[^《》]{{0,12}}{_PAPER}$"
)
_CONSULTED_PLAIN = regex(
    rf"[^《》]*?关于[对就]?(?P<inner>[^《》]{{4,150}}?)(?P<draft>{_DRAFT})[^《》]{{0,12}}{_ASKING}[^《》]{{0,12}}{_PAPER}$"
)
_ASKED = regex(
    rf"[^《》]{{0,60}}?{_ASKING}[对就]?(?P<inner>[^《》]{{4,150}}?)的?(?:修改)?(?:意见|建议)(?:[和与、]?建议)?的{_PAPER}$"
)
_PLAIN_CARRIER = regex(rf".{{0,60}}?(?:关于)?{_CARRYING}(?!.{{0,30}}《)(?P<inner>.{{4,150}}?)的{_PAPER}$")
_EXPLANATION = regex(r"《(?P<inner>.+)》[^《》]{0,16}(?:说明|解读|问答|答记者问)$")
_DASHES = regex(r"[-－–—―‐‑−~～]+")
_SIMPLER = str.maketrans("（）［］〔〕：，〈〉“”‘’", "()[][]:,《》\"\"''")
_STATUS = regex(
    r"[（(](?:公开)?(?:征求意见稿|意见征集稿|送审稿|修订草案|草案|讨论稿|试行|暂行|修订|修正|修订版|修订稿)[）)]$"
)
_YEARS = regex(r"[（(](?:19|20)\d\d年?[^（）()\d]{0,3}(?:(?:19|20)\d\d)?年?(?:版|度)?[）)]$")
_PERIOD = regex(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*年?(?:(?P<from>0?[1-9]|1[0-2])月)?\s*[-－–—―‐‑−~～至到]{1,3}\s*"
    r"(?P<last>(?:19|20)?\d\d)\s*(?:年|(?=[）)度]|$))(?:(?P<to>0?[1-9]|1[0-2])月)?"
)
_LONGEST_PERIOD = 30  # years
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_ISSUER = regex(
    r"^(?:[\u4e00-\u9fff]{2,40}?(?:人民政府|政府|委员会|局|厅|部|办公厅|办公室|委)+|国务院(?:办公厅)?)(?=关于|印发)"
)


def _closings(text: str) -> dict[int, int]:
    """Where each 《 that is closed in its sentence ends, read in one pass: what is open is kept in a stack."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _SIGNS.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "。":
            opened.clear()
        elif opened:
            at = opened.pop()
            if match.end() <= at + LONGEST_TITLE:
                ends[at] = match.end()
    return ends


_SIGNS = regex(r"[《》。]")


def _is_whole(title: str) -> bool:
    """Whether every bracket of a title is closed in it; 意见稿）》公开征求意见 and 乙办法》和《丙办法 are pieces."""
    open_signs: list[str] = []
    for sign in title:
        if sign in _CLOSES.values():
            open_signs.append(sign)
        elif sign in _CLOSES and (not open_signs or open_signs.pop() != _CLOSES[sign]):
            return False
    return not open_signs


_CLOSES = {"》": "《", "）": "（", ")": "("}


def _one_line(title: str) -> str:
    return re.sub(r"\s*\n\s*", "", title).strip() if "\n" in title else title.strip()
