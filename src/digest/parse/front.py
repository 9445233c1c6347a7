"""Front and end matter: titles, numbers, addressees, preambles, signatures, dates, 版记.

What a line is follows from GB/T 9704-2012: the order title, addressee (主送机关), body, attachment
note (附件说明), signature (发文机关署名), date (成文日期), imprint (版记), and from the form of each.
"""

from typing import NamedTuple

from digest.parse.forms import LineForms
from digest.parse.lines import Line
from digest.regex import regex

ADDRESSEES = (
    *(
        "各",
        "有关",
        "机关",
        "政府",
        "委",
        "局",
        "厅",
        "部",
        "办",
        "院",
        "单位",
        "企业",
        "公司",
        "中心",
        "会",
        "集团",
        "学校",
    ),
    *("区", "县", "市", "省"),
)
"""One of these stands in a line that names those to whom a text goes: 各区人民政府，市政府直属各单位：."""

# 关于印发某办法 / 的通知: a title that a line break parts
_CONTINUES = regex(r"[（(》]|的(?:通知|起草说明|说明|公告|决定|意见|批复|函|解读)")
_ADDRESSEE = regex(r"[^。；]{2,200}[：:]$")
_ATTACHMENT_ITEM = regex(r"\d{1,2}\s*[.．、]\s*\S.{0,100}$")
_BRACKETS = {"《": "》", "（": "）", "(": ")", "〈": "〉"}


class FrontElement(NamedTuple):
    """Consecutive lines ``first`` to ``last`` (indices, inclusive) that make one element.

    ``what``: title, number, date, record, addressee, attachment, attachment_note, signature,
    officer, imprint, publicity, contents, paragraph.
    """

    what: str
    first: int
    last: int


def read_front(lines: list[Line], first: int, last: int, forms: LineForms) -> list[FrontElement]:
    """The elements of lines ``first`` to ``last`` - 1, in order."""
    elements: list[FrontElement] = []
    i = first
    while i < last:
        element = _element(lines, i, last, elements, forms)
        elements.append(element)
        i = element.last + 1
    return _merge(elements)


def is_contents_mark(text: str, forms: LineForms) -> bool:
    """目录 on a line of its own."""
    return len(text) < 8 and forms.kind(text) == "contents"


def find_end_matter(lines: list[Line], first: int, forms: LineForms) -> int:
    """The index from which signature, date, attachment note and imprint close the text."""
    start = len(lines)
    while start - 1 > first and len(lines) - start < 30 and forms.closes_the_text(lines[start - 1].text):
        start -= 1
    # A lone name is no signature: a date, a number or an imprint must stand with it.
    closing = lines[start:]
    return (
        start
        if any(forms.kind(line.text) in ("date", "imprint", "publicity") for line in closing)
        else len(lines)
    )


def _element(
    lines: list[Line], i: int, last: int, before: list[FrontElement], forms: LineForms
) -> FrontElement:
    text = lines[i].text
    kind = forms.kind(text)
    if kind == "contents":
        return FrontElement(kind, i, end_of_contents(lines, i, last))
    if kind == "attachment_note":
        end = i
        while end + 1 < last and _ATTACHMENT_ITEM.match(lines[end + 1].text):
            end += 1
        return FrontElement(kind, i, end)
    # An issuer set apart by a blank line stands above the title; one right above it is its beginning.
    apart = i + 1 < last and lines[i + 1].gap > 0
    if kind is None or (kind == "signature" and not apart):
        title_end = _end_of_title(lines, i, last, forms)
        if title_end is not None and not (kind == "signature" and title_end == i):
            return FrontElement("title", i, title_end)
    if kind is None and _addresses(text) and not _after_body(before):
        return FrontElement("addressee", i, i)
    return FrontElement(kind or "paragraph", i, i)


def _addresses(text: str) -> bool:
    return _ADDRESSEE.match(text) is not None and any(word in text for word in ADDRESSEES)


def _after_body(before: list[FrontElement]) -> bool:
    return any(element.what in ("paragraph", "addressee") for element in before[-1:])


def _end_of_title(lines: list[Line], i: int, last: int, forms: LineForms) -> int | None:
    """The line with which a title that begins at ``i`` is complete, or None."""
    joined = ""
    complete: int | None = None
    for end in range(i, min(i + 6, last)):
        text = lines[end].text
        if text[-1] in "。；：:，、！!" or "。" in text or len(text) > 120 or lines[end].table:
            break
        if end > i and complete is not None and not _CONTINUES.match(text):
            break
        if end > i and forms.kind(text) not in (None, "signature"):
            break
        joined += text
        if forms.completes_title(joined) and _balanced(joined):
            complete = end
    return complete


def _balanced(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS.items())


def end_of_contents(lines: list[Line], i: int, last: int) -> int:
    """A table of contents runs until its first entry stands again, as the real heading."""
    if i + 1 >= last:
        return i
    entry = "".join(lines[i + 1].text.split())
    for j in range(i + 2, min(i + 200, len(lines))):
        if "".join(lines[j].text.split()) == entry:
            return min(j, last) - 1
    return i


def _merge(elements: list[FrontElement]) -> list[FrontElement]:
    """Signatures in columns, records of amendment and paragraphs of one preamble are one element."""
    merged: list[FrontElement] = []
    for element in elements:
        if (
            merged
            and merged[-1].what == element.what
            and element.what in ("signature", "record", "paragraph", "imprint")
        ):
            merged[-1] = FrontElement(element.what, merged[-1].first, element.last)
        else:
            merged.append(element)
    return merged
