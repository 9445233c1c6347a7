"""What the head of a page says of a policy: meta tags of government sites, its window and heading, addresses.

The tags are those that the State Council's office prescribes for government sites (SiteName, ArticleTitle, PubDate, ContentSource, Url).
"""

import re
from datetime import datetime, timedelta, timezone
from typing import Any

from digest.model.intake import Clue
from digest.model.vocabulary import DocumentWords, any_of
from digest.regex import regex
from digest.text.dates import DATE

_META = {
    "articletitle": "title_zh",
    "pubdate": "published",
    "firstpublishedtime": "published",
    "publishdate": "published",
    "contentsource": "issuers",
    "article:published_time": "published",
    "datepublished": "published",
    "time": "published",
}
_ADDRESS = ("url", "og:url")
_SAVED = regex(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_TAG = regex(r"</?[a-zA-Z][^<>]{0,100}>")
_SITE = regex(r"(?:网|网站|报|客户端|公众号|微信|平台|本站|互联网|电视台|频道|中心网)$")
_DAY = regex(rf"{DATE}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}")
_HAN = regex(r"[\u3400-\u9fff]")
_NUMBER = regex(r"号$|[〔\[［（(]\s*\d{4}")
_FIELDS = ("title_zh", "number", "issuers", "status")
_STATUS = 12


def written_clues(root: Any, text: str, address: str, words: DocumentWords) -> tuple[Clue, ...]:
    """What the head of a page says: meta tags by name, property or http-equiv in any case; addresses. ``address`` is that of an
    archive."""
    named: list[tuple[str, str]] = []
    for meta in root.iter("meta"):
        name = (
            meta.get("name") or meta.get("property") or meta.get("itemprop") or meta.get("http-equiv") or ""
        )
        named.append((name.strip(), " ".join(_TAG.sub("", meta.get("content") or "").split())))
    named += [("time", each.get("datetime") or "") for each in root.iter("time") if is_publishing(each)][:1]
    clues = [
        clue
        for name, value in named
        if (clue := clue_of(_META.get(name.lower(), ""), _day_here(value), name))
    ]
    addresses = [(name, value) for name, value in named if name.lower() in _ADDRESS]
    addresses.append(("Snapshot-Content-Location", address))
    addresses += [("saved from url", found[1]) for found in [_SAVED.search(text[:4000])] if found]
    addresses += [
        ("canonical", link.get("href") or "") for link in root.iter("link") if link.get("rel") == "canonical"
    ]
    clues += [
        Clue("source_url", value, name) for name, value in addresses if re.match(r"https?://\S+$", value)
    ][:1]
    title = _title(root, words)
    return (*clues, *([title] if title else []))


def is_publishing(time: Any) -> bool:
    """Whether a <time> says when its page was published: by its class or property, or by the word before it."""
    named = {*(time.get("class") or "").lower().split(), (time.get("itemprop") or "").lower()}
    if not named.isdisjoint(("published", "datepublished", "pubdate")) or time.get("pubdate") is not None:
        return True
    before, above = time.getprevious(), time.getparent()
    words = (before.tail if before is not None else above.text if above is not None else "") or ""
    return re.search(r"(?:发[表布]|公[开布])(?:[于在]|日期|时间)?\s*[：:]?\s*$", words) is not None


def _day_here(value: str) -> str:
    """A moment of world time as its day in China: 2023-07-16T17:30:00Z -> 2023-07-17. Anything else as it is."""
    try:
        moment = datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        return value
    return moment.astimezone(_CHINA).date().isoformat() if moment and moment.tzinfo else value


_CHINA = timezone(timedelta(hours=8))


def _title(root: Any, words: DocumentWords) -> Clue | None:
    """The title that a page shows: a heading with which its window begins (某市若干措施_政策文件_某市人民政府), else a part of the window,
    or a heading, that says what the document is (关于…的意见, 某县支持茶产业若干措施（试行）); a window may name the site or a column
    (通知公告) first. Else the only heading of the page, or the first part of the window."""
    window = next((_flat(each) for each in root.iter("title")), "")
    parts = [part.strip() for part in re.split(r"[_|]|\s[-–—]", window)]
    first, second = ([each for each in map(_flat, root.iter(tag)) if each] for tag in ("h1", "h2"))
    document = names_document(words)
    titles = [
        *(("h1", each) for each in first if window.startswith(each)),
        *(("title", each) for each in parts if document.search(each)),
        *(("h1", each) for each in (*first, *second) if document.search(each)),
        *(("h1", each) for each in first if len(first) == 1),
        *(("title", each) for each in parts[:1] if each != window),
    ]
    clues = (clue_of("title_zh", each, origin) for origin, each in titles if not _SITE.search(each))
    return next(filter(None, clues), None)


def names_document(words: DocumentWords) -> re.Pattern[str]:
    """What says that words are the title of a document: 关于…的意见, or the name of a kind at the end."""
    kinds = (word for each in (*words.genres, *words.forms) for word in each.words)
    ends = any_of((*kinds, *words.title_ends))
    return regex(rf"关于.*的\S{{2}}|\S{{6}}(?:{ends})(?:[（(].{{1,12}}[）)])?$")


def _flat(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def clue_of(field: str, value: str, origin: str) -> Clue | None:
    """A clue whose value has the form of its field."""
    if field in ("made", "published", "effective", "expires"):
        day = _DAY.match(value)
        return Clue(field, day[0], origin) if day else None
    if field == "number" and not _NUMBER.search(value):
        return None
    if field == "issuers" and (len(_HAN.findall(value)) < 3 or _SITE.search(value)):
        return None
    if field == "title_zh" and (len(_HAN.findall(value)) < 4 or value.endswith(("…", "..."))):
        return None
    if field not in _FIELDS or not value or (field == "status" and len(value) > _STATUS):
        return None
    return Clue(field, value, origin)
