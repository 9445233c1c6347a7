"""Cited documents have the same English title and the same number (文号) everywhere."""

import re
from collections import Counter
from collections.abc import Iterator

from digest.regex import regex
from digest.text.titles import printed_titles, title_key
from digest.translate.gates.terminology import Terminology, plain
from digest.translate.pairs import EntryPair, GateFinding, TranslatedPart, around, beginning, found


def titles(pair: EntryPair, terminology: Terminology) -> Iterator[GateFinding]:
    """T404 a title is not as in the glossary, T405 a document number is not kept."""
    for part in pair.parts:
        yield from _titles(part, terminology)
        yield from _numbers(part)


def _titles(part: TranslatedPart, terminology: Terminology) -> Iterator[GateFinding]:
    en = _spaced(part.en)
    printed = list(printed_titles(part.zh))
    wanted = Counter(title_key(title.title) for title in printed)
    for title in printed:
        key = title_key(title.title)
        english = terminology.titles.get(key)
        count = wanted.pop(key, 0)
        if english and en.count(_spaced(english)) < count:
            zh = around(part.zh, title.start, title.end)
            yield found("T404", zh, beginning(part.en), title=title.title, english=english)
        if not english and count and len(title.title) >= _FULL_TITLE:
            yield found(
                "T406", around(part.zh, title.start, title.end), beginning(part.en), title=title.title
            )


def _numbers(part: TranslatedPart) -> Iterator[GateFinding]:
    for match in _NUMBER.finditer(part.zh):
        year, number = match["year"], match["number"]
        if not re.search(rf"\[{year}\] No\. {number}\b", part.en):
            zh = around(part.zh, *match.span())
            yield found("T405", zh, beginning(part.en), printed=match[0], year=year, number=number)


_FULL_TITLE = 10  # characters; shorter ones abbreviate a title that is cited in full elsewhere
_NUMBER = regex(r"[\u4e00-\u9fff]{2,8}[〔\[［【](?P<year>\d{4})[〕\]］】]\s?(?P<number>\d{1,5})\s?号")


def _spaced(text: str) -> str:
    return " ".join(plain(text).split()).lower()
