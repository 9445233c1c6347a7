"""The titles and the number that a text prints at its head: of the notice, and of what it carries."""

import re
from typing import NamedTuple

from digest.model.document import Clause, Kind
from digest.model.vocabulary import DocumentWords
from digest.regex import regex
from digest.text.dates import DATE
from digest.text.titles import (
    DOCUMENT_NUMBER,
    inner_title,
    printed_titles,
    title_key,
    without_status,
)
from digest.text.units import fold


class Titles(NamedTuple):
    """``full`` is the first title; ``inner`` that of the document it carries and ``inner_how`` the words
    that say so; ``number`` a document number printed in the title's own lines; ``site_body`` the body whose
    site printed its name before the title."""

    full: str | None
    inner: str | None
    inner_how: str | None
    number: str | None
    site_body: str | None = None


def titles_of(front: list[Clause], words: DocumentWords) -> Titles:
    """The titles of a document; all None when it prints none."""
    headings = [
        clause.heading for clause in front if clause.heading and len(clause.heading) <= _LONGEST_HEADING
    ]
    pairs = [(heading, title) for heading in headings if _is_title(title := _cleaned(heading), words)]
    number = next((m["number"] for heading, _ in pairs if (m := _NUMBER_BEHIND.search(heading))), None)
    titles = [title for _, title in pairs]
    full = titles[0] if titles else None
    site = _SITE_BEFORE.match(pairs[0][0]) if pairs else None
    body = site["body"] if site else None
    carried = inner_title(full or "")
    announced = _announced(front)
    if full and carried is not None:
        printed = [*titles[1:], *([announced] if announced else [])]
        better = [title for title in printed if _loose(title) == _loose(carried)]
        better = better or [title for title in printed if _is_placed(title, carried, full)]
        if _PASSED_ON in full and not any(title in better for title in titles[1:]):
            return Titles(full, None, None, number, body)  # what is passed on is not in the text
        return Titles(full, [*better, carried][0], full, number, body)
    carried = announced
    if carried is None or (full is not None and title_key(carried) == title_key(full)):
        return Titles(full, None, None, number, body)
    return Titles(full, carried, "现将《…》印发", number, body)


def printed_number(front: list[Clause]) -> str | None:
    """The document number on a line of its own; a decree's with the name of the decree before it."""
    before = ""
    for clause in front:
        text = "".join(clause.text.split())
        match = _NUMBER_LINE.fullmatch(text)
        if match:
            number = match["yeared"] or match["decree"]
            return before + number if number.startswith("第") and before.endswith("令") else number
        before = text
    return None


_NUMBER_LINE = regex(
    rf"[（(]?(?:(?P<yeared>{DOCUMENT_NUMBER})|(?P<decree>[\u4e00-\u9fff]{{0,20}}第[\d一二三四五六七八九十百]+号))[）)]?"
)
_NUMBER_BEHIND = regex(
    rf"[（(]?(?P<number>{DOCUMENT_NUMBER})(?:[\s，,]*{DATE}\s*(?:印发|发布|公布)?)?[）)]?\s*$"
)
_RECORD_BEHIND = regex(
    rf"[（(]\s*(?:\d{{4}}\s*年|[〇○零一二三四五六七八九]{{4}}年|{DOCUMENT_NUMBER}[\s，,]*\d{{4}}\s*年)[^（）()]*[）)]\s*$"
)
_SITE_BEHIND = regex(r"[_|].*$")
_SITE_BEFORE = regex(r"[#\s]*(?:(?P<body>[\u4e00-\u9fff]{2,20}[局厅府委部室])[-—](?=[\u4e00-\u9fff]{2}))?")
_RESIDUE = regex(r"^.*(?:[a-z]{2,}\.|[搜登]本站|\s)[^《》]{0,40}?(?=关于)")
_ISSUED_WORD = regex(r"印发|发布|公布|予以|转发")
_ISSUED = regex(rf"^(?![已业])[^，。]{{0,12}}(?:{_ISSUED_WORD.pattern})")
# 《乙市办法》已经区政府同意，现予印发，请认真贯彻执行。
_PASSED = regex(r"[已业]经?[^。《》]{1,40}(?:现予?|予以|同意|，)(?:印发|发布|公布)")
_PASSED_ON = "转发"
_PASSAGE = 60
# 计算方法, 典型做法: titles of no genre
_METHODS = ("方法", "做法")
_NOT_TITLES = ("附件", "文件依据", "来源", "信息来源", "索引")
_SHORTEST, _LONGEST, _LONGEST_HEADING = 6, 120, 400


def _cleaned(heading: str) -> str:
    """A heading without what sites and layouts leave around a title."""
    text = _SITE_BEFORE.sub("", _SITE_BEHIND.sub("", heading.strip()), count=1)
    text = _NUMBER_BEHIND.sub("", _RECORD_BEHIND.sub("", text))
    return _RESIDUE.sub("", text).strip() if re.search(r"[a-z]{2,}\.|本站", text) else text.strip()


def _is_title(text: str, words: DocumentWords) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST or text.startswith(_NOT_TITLES) or "。" in text:
        return False
    core = re.sub(r"(?:[（(][^（）()]*[）)])+$", "", without_status(text)).rstrip("》")
    plain = fold("".join(core.split()))
    named = (word for row in (*words.genres, *words.forms) for word in row.words)
    return plain.endswith((*named, *_METHODS))


def _loose(title: str) -> str:
    return title_key(title).replace("《", "").replace("》", "")


def _is_placed(title: str, carried: str, notice: str) -> bool:
    """Whether a title is the one that a notice carries with its place before it: 甲市支持光电产业若干措施 in 甲市人民政府办公室关于印发
    支持光电产业若干措施的通知."""
    long, bare = _loose(title), _loose(carried)
    place = long.removesuffix(bare)
    return long != place != "" and (_loose(notice).startswith(place) or _PLACE.fullmatch(place) is not None)


_PLACE = regex(r"(?!关于)[\u4e00-\u9fff（）()]{1,24}[省市区县州盟旗镇乡]")


def _announced(front: list[Clause]) -> str | None:
    """X in 现将《X》印发给你们."""
    for clause in front:
        if clause.kind not in {Kind.PREAMBLE, Kind.FRONT} or not _ISSUED_WORD.search(clause.text):
            continue
        for title in printed_titles(clause.text):
            before = clause.text[max(0, title.start - 3) : title.start]
            after = clause.text[title.end : title.end + _PASSAGE]
            if re.search(r"将$|^$|\n$", before) and (_ISSUED.match(after) or _PASSED.match(after)):
                return title.title.replace("〈", "《").replace("〉", "》")
    return None
