"""Front and end matter: titles, numbers, addressees, preambles, signatures, dates, 版记.

What a line is follows from GB/T 9704-2012: the order title, addressee (主送机关), body, attachment
note (附件说明), signature (发文机关署名), date (成文日期), imprint (版记), and from the form of each.
"""

import re
from typing import NamedTuple

from digest.parse.lines import Line

_GENRE = (
    "通知|意见|办法|措施|方案|计划|规定|条例|细则|公告|决定|说明|规划|纲要|要点|政策|指南|通告|函|批复|报告|法|规则|标准|"
    "指引|解读|通报|决议|命令|公报|议案|请示|纪要|章程|制度|规范|准则|导则|举措|若干条|十条|倡议书|名单"
)
_TAIL = r"(?:[（(][^）)]{1,30}[）)]》?)*"
_COMPLETE = re.compile(rf"(?:(?:{_GENRE})》?{_TAIL}|》(?:的)?(?:起草说明|解读|通知)?{_TAIL})$")
_CONTINUES = re.compile(r"[（(》]|的(?:通知|起草说明|说明|公告|决定|意见|批复|函|解读)")
_NUMBER = re.compile(
    r"[（(]?(?:[\u4e00-\u9fff]{0,24}[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*(?:第\s*)?\d+\s*号|"
    r"[\u4e00-\u9fff]{0,24}令?[（(]?第\s*[\d一二三四五六七八九十百〇零]+\s*号[）)]?)[）)]?$"
)
_HAN_DIGITS = "○〇零一二三四五六七八九"
_DATE = re.compile(
    rf"[（(]?(?:\d{{4}}|[{_HAN_DIGITS}]{{4}})\s*年\s*[\d一二三四五六七八九十]{{1,3}}\s*月(?:\s*[\d一二三四五六七八九十]{{1,3}}\s*日)?[）)]?$"
)
_RECORD = re.compile(
    rf"[（(]?(?:\d{{4}}|[{_HAN_DIGITS}]{{4}})\s*年.{{0,160}}?(?:通过|公布|批准|修正|修订|施行|发布|生效|印发|签署|废止)[）)]?$"
)
_IMPRINT = re.compile(
    r"抄\s*送|主题词|校对|联系人[：:]|信息公开选项|.{2,60}\s\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发$"
)
_PUBLICITY = re.compile(r"[（(](?:此件|联系人|公开|依申请|信息公开|此文).{0,60}[）)]$")
_ADDRESSEE = re.compile(r"[^。；]{2,200}[：:]$")
_ADDRESSED = re.compile(r"各|有关|机关|政府|委|局|厅|部|办|院|单位|企业|公司|中心|会|集团|学校|区|县|市|省")
_ATTACHMENT_MARK = re.compile(r"附\s*件\s*[一二三四五六七八九十\d]{0,3}\s*[：:]?$")
_ATTACHMENT_NOTE = re.compile(r"附\s*件\s*[一二三四五六七八九十\d]{0,3}\s*[：:、.．]\s*\S")
_ATTACHMENT_ITEM = re.compile(r"\d{1,2}\s*[.．、]\s*\S.{0,100}$")
_ORGAN = re.compile(
    r"[^，。；：:《》]{2,40}(?:政府|委员会|管委会|委|局|厅|部|署|院|办公室|办公厅|办|总行|银行|中心|协会|常委会|代表大会|会议|"
    r"领导小组|党委|县委|市委|省委|区委)(?:\s+[^，。；：:《》]{2,40}(?:政府|委员会|委|局|厅|部|院|办公室|办公厅|银行))*$"
)
_OFFICER = re.compile(
    r"(?:市长|省长|县长|区长|主席|总理|部长|主任|局长|州长|行长|署长)[：:]?\s*[\u4e00-\u9fff·]{2,4}(?:\s[\u4e00-\u9fff])?$"
)
_CONTENTS = re.compile(r"目\s*[录次]$")
_SHORTEST_TITLE = 6
_BRACKETS = {"《": "》", "（": "）", "(": ")", "〈": "〉"}


class Element(NamedTuple):
    """Consecutive lines ``first`` to ``last`` (indices, inclusive) that make one element.

    ``what``: title, number, date, record, addressee, attachment, attachment_note, signature,
    officer, imprint, publicity, contents, paragraph.
    """

    what: str
    first: int
    last: int


def read_front(lines: list[Line], first: int, last: int) -> list[Element]:
    """The elements of lines ``first`` to ``last`` - 1, in order."""
    elements: list[Element] = []
    i = first
    while i < last:
        element = _element(lines, i, last, elements)
        elements.append(element)
        i = element.last + 1
    return _merge(elements)


def is_attachment_mark(text: str) -> bool:
    """附件 or 附件2： on a line of its own."""
    return len(text) < 12 and _ATTACHMENT_MARK.match(text) is not None


def is_attachment_note(text: str) -> bool:
    """附件：山东省…行动计划, the list of attachments at the end of a notice."""
    return _ATTACHMENT_NOTE.match(text) is not None


def ends_like_a_title(text: str) -> bool:
    """Whether a line's end could be that of a title: …行动计划（2021-2023年）."""
    return len(text) >= _SHORTEST_TITLE and _COMPLETE.search(text) is not None


def closes_a_part(text: str) -> bool:
    """A signature or a date: after it the next part of the text may begin."""
    return _line_kind(text) in ("date", "signature")


def is_contents_mark(text: str) -> bool:
    """目录 on a line of its own."""
    return len(text) < 8 and _CONTENTS.match(text) is not None


def find_end_matter(lines: list[Line], first: int) -> int:
    """The index from which signature, date, attachment note and imprint close the text."""
    start = len(lines)
    while start - 1 > first and len(lines) - start < 30 and _closes(lines[start - 1].text):
        start -= 1
    # A lone name is no signature: a date, a number or an imprint must stand with it.
    closing = lines[start:]
    return (
        start
        if any(_line_kind(line.text) in ("date", "imprint", "publicity") for line in closing)
        else len(lines)
    )


def _closes(text: str) -> bool:
    kind = _line_kind(text)
    return kind in ("date", "imprint", "publicity", "signature", "officer", "attachment_note")


def _element(lines: list[Line], i: int, last: int, before: list[Element]) -> Element:
    text = lines[i].text
    kind = _line_kind(text)
    if kind == "contents":
        return Element(kind, i, _end_of_contents(lines, i, last))
    if kind == "attachment_note":
        end = i
        while end + 1 < last and _ATTACHMENT_ITEM.match(lines[end + 1].text):
            end += 1
        return Element(kind, i, end)
    # An issuer set apart by a blank line stands above the title; one right above it is its beginning.
    apart = i + 1 < last and lines[i + 1].gap > 0
    if kind is None or (kind == "signature" and not apart):
        title_end = _end_of_title(lines, i, last)
        if title_end is not None and not (kind == "signature" and title_end == i):
            return Element("title", i, title_end)
    if kind is None and _ADDRESSEE.match(text) and _ADDRESSED.search(text) and not _after_body(before):
        return Element("addressee", i, i)
    return Element(kind or "paragraph", i, i)


def _after_body(before: list[Element]) -> bool:
    return any(element.what in ("paragraph", "addressee") for element in before[-1:])


def _line_kind(text: str) -> str | None:
    """What a line is by its own form; None when its form is that of running text or a title."""
    if len(text) > 220:
        return None
    for kind, pattern in _FORMS:
        if pattern.match(text):
            return kind
    return None


_FORMS = (
    ("contents", _CONTENTS),
    ("date", _DATE),
    ("attachment", _ATTACHMENT_MARK),
    ("attachment_note", _ATTACHMENT_NOTE),
    ("number", _NUMBER),
    ("publicity", _PUBLICITY),
    ("imprint", _IMPRINT),
    ("record", _RECORD),
    ("officer", _OFFICER),
    ("signature", _ORGAN),
)


def _end_of_title(lines: list[Line], i: int, last: int) -> int | None:
    """The line with which a title that begins at ``i`` is complete, or None."""
    joined = ""
    complete: int | None = None
    for end in range(i, min(i + 6, last)):
        text = lines[end].text
        if text[-1] in "。；：:，、！!" or "。" in text or len(text) > 120:
            break
        if end > i and complete is not None and not _CONTINUES.match(text):
            break
        if end > i and _line_kind(text) not in (None, "signature"):
            break
        joined += text
        if _COMPLETE.search(joined) and _balanced(joined):
            complete = end
    return complete


def _balanced(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS.items())


def _end_of_contents(lines: list[Line], i: int, last: int) -> int:
    """A table of contents runs until its first entry stands again, as the real heading."""
    if i + 1 >= last:
        return i
    entry = "".join(lines[i + 1].text.split())
    for j in range(i + 2, min(i + 200, len(lines))):
        if "".join(lines[j].text.split()) == entry:
            return min(j, last) - 1
    return i


def _merge(elements: list[Element]) -> list[Element]:
    """Signatures in columns, records of amendment and paragraphs of one preamble are one element."""
    merged: list[Element] = []
    for element in elements:
        if (
            merged
            and merged[-1].what == element.what
            and element.what in ("signature", "record", "paragraph", "imprint")
        ):
            merged[-1] = Element(element.what, merged[-1].first, element.last)
        else:
            merged.append(element)
    return merged
