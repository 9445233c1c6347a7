"""What a page says of a policy beside its words: meta tags of government sites, the index table, addresses.

The tags are those that the State Council's office prescribes for government sites (SiteName, ArticleTitle, PubDate, ContentSource, Url);
the keys of the table come from its index of disclosed information. Keys are printed with spaces in them (索 引 号), in bold,
in cells, list entries or brackets.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple

from digest.model.intake import Clue
from digest.text.dates import DATE

_TABLE = """
title_zh 标题 名称 信息名称 文件名称 文件标题 信息标题 公文名称 公文标题 政策名称 题名
number 发文字号 文号 发文文号 公文文号 文件编号 发文号 文件号 文件文号 公文编号 文件字号 发布文号
issuers 发布机构 发文机关 发文单位 发文机构 制发机关 制发单位 制定机关 颁布机关 发布单位 发布机关 信息来源
issuers 来源 印发机关 责任部门 公开主体 公开责任部门 所属机构 发文部门 发布部门 颁布部门 颁布单位 印发单位 制定单位
made 成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 制发日期 印发日期 印发时间 签发日期 形成日期 颁布日期 签署日期
published 发布日期 发布时间 公布日期 公布时间 公开日期 公开时间 信息发布日期 日期 时间
effective 生效日期 生效时间 施行日期 施行时间 实施日期 实施时间
expires 失效日期 失效时间 废止日期 废止时间 有效期至 终止日期 截止日期
status 有效性 效力状态 时效性 是否有效 时效状态 文件状态 效力 有效状态 时效
- 索引号 信息索引号 索取号 信息索取号 统一登记号 登记编号 主题分类 分类 主题词 信息类别 服务对象 体裁分类
- 组配分类 关键词 内容概述 公开方式 公开形式
- 公开程序 公开范围 公开时限 主题 有效期 文件类型 文种 信息分类 统一编号 登记号 规范性文件编号 浏览次数 浏览量
- 阅读量 阅读次数 点击数 点击量 访问量 字号 字体 分享到 分享 打印 作者 责任编辑 编辑 点击 点击率 浏览 阅读
- 人气 访问次数 责编 效力级别 公文种类 发文种类 体裁 载体类型 语种 公开类别
"""
KEYS = {
    key: "" if field == "-" else field
    for field, *keys in map(str.split, _TABLE.strip().splitlines())
    for key in keys
}
"""The table of policy.toml that each key speaks of; those without one only end the value before them."""

INDEX = frozenset(
    (
        "索引号",
        "索取号",
        "信息索引号",
        "发文字号",
        "文号",
        "成文日期",
        "生成日期",
        "发布机构",
        "发文机关",
        "公开日期",
        "主题分类",
        "统一编号",
    )
)
"""Keys that show an index table; 名称 and 日期 may be of any table."""

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
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,100}>")
_SITE = re.compile(r"(?:网|网站|报|客户端|公众号|微信|平台|本站|互联网|电视台|频道|中心网)$")
_DOCUMENT = re.compile(
    r"关于.*的\S{2}|\S{6}(?:通知|意见|办法|措施|方案|规定|决定|公告|通告|规划|计划|细则|条例|政策|批复)(?:[（(].{1,12}[）)])?$"
)
"""What the title of a document says: 关于…的意见, 某县支持茶产业若干措施（试行）. A window may name the site or a column (通知公告)
first."""
_DAY = re.compile(rf"{DATE}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"号$|[〔\[［（(]\s*\d{4}")
_GAP = r"[ \t]?"
_PAIR = re.compile(
    r"(?:^|(?<=[ \t|【\[（(；;·•●■◆◇▪]))(?P<key>"
    + "|".join(_GAP.join(key) for key in sorted(KEYS, key=len, reverse=True))
    + r")(?:[（(][^（）()]{1,6}[）)])?(?:[ \t]?[：:】\]](?:[ \t]?[：:])?|(?=[ \t])|$)"
)
_BLANK = re.compile(r"[ \u3000\xa0\u2000-\u200a\r\n]+")
_TABS = re.compile(r" ?\t[ \t]*")
_STATUS = 12


class Pair(NamedTuple):
    """A key of an index table without spaces, and what stands behind it."""

    key: str
    value: str


def written_clues(root: Any, text: str, address: str) -> tuple[Clue, ...]:
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
        clue for name, value in named if (clue := _clue(_META.get(name.lower(), ""), _day_here(value), name))
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
    return (*clues, *_titles(root))


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


def _titles(root: Any) -> Iterator[Clue]:
    """The title as the page shows it, where a heading and the window say the same: 某市若干措施_政策文件_某市人民政府."""
    window = next((_flat(each) for each in root.iter("title")), "")
    for heading in map(_flat, root.iter("h1")):
        if window.startswith(heading) and (clue := _clue("title_zh", heading, "h1")):
            yield clue
            return
    parts = [part.strip() for part in re.split(r"[_|]|\s[-–—]", window)]
    named = next((part for part in parts if _DOCUMENT.search(part)), parts[0])
    if named != window and not _SITE.search(named) and (clue := _clue("title_zh", named, "title")):
        yield clue


def _flat(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def clues_of(pairs: Iterable[Pair]) -> tuple[Clue, ...]:
    """What the pairs of an index table say, each where its value has the form of its field."""
    listed = list(pairs)
    sure = len({pair.key for pair in listed} & INDEX) > 1
    return tuple(
        clue
        for pair in listed
        if (sure or KEYS[pair.key] != "title_zh") and (clue := _clue(KEYS[pair.key], pair.value, pair.key))
    )


def pairs_of(cells: Iterable[str]) -> Iterator[Pair]:
    """Keys and values in texts of cells, entries and lines: both in one, or the value in the next.

    >>> list(pairs_of(["索 引 号：", "014/2023-1", "发文机关：某市政府 成文日期：2023-05-18"]))
    [Pair(key='索引号', value='014/2023-1'), Pair(key='发文机关', value='某市政府'), Pair(key='成文日期', value='2023-05-18')]
    """
    waiting = ""
    for cell in cells:
        text = _TABS.sub("\t", _BLANK.sub(" ", cell)).strip()
        matches = list(_PAIR.finditer(text))
        if waiting and not (matches and matches[0].start() == 0):
            yield Pair(waiting, _value(text))
            waiting = ""
            continue
        waiting = ""
        for i, match in enumerate(matches):
            end = matches[i + 1].start() if i + 1 < len(matches) else len(text)
            key, value = re.sub(r"\s", "", match["key"]), _value(text[match.end() : end])
            if value or end < len(text):
                yield Pair(key, value)
            else:
                waiting = key


def _value(text: str) -> str:
    return text.replace("\t", "").strip(" |【[；;：:]】")


def _clue(field: str, value: str, origin: str) -> Clue | None:
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
    if not field or not value or (field == "status" and len(value) > _STATUS):
        return None
    return Clue(field, value, origin)
