"""What a page prints around a text inside the element that holds it: the line of date and source, buttons, related links.

Only the first and the last lines are looked at, and each is left out for its own form or for what the
page calls the element that holds it, never for its place.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from digest.intake.html.body import names_of
from digest.intake.html.head import INDEX, KEYS, is_publishing, pairs_of
from digest.intake.html.lines import PageLine
from digest.text.rules import Rule, any_of

_EDGE = 15
"""Lines."""
_LONGEST = 200
_SHORT = 60

MARGINS = (
    Rule(
        "date, source or reader count",
        r"(?:(?:发布|更新|公开|录入)?(?:日期|时间)|(?:信息|文章|稿件)?来源|浏览(?:次数|量)|阅读(?:次数|量|数)|访问量|点击(?:数|量|率)|字号|字体)[：:\s].*",
        "发布日期：2023-05-22 09:12 来源：某区政府办 浏览次数：1024",
        but=("来源于某市",),
        why="words",
    ),
    Rule(
        "size of type",
        r".{0,40}[\[【（(]?\s*字(?:体|号)\s*[：:]?\s*[\[【]?\s*(?:特?大|小)\s*中\s*(?:小|大).{0,60}",
        "【字体：大 中 小】",
    ),
    Rule(
        "buttons",
        r"[【\[（(]?\s*(?:打印(?:本页|本稿|此页)?|关闭(?:窗口|本页)?|收藏|我要纠错|返回(?:顶部|列表|上一页)?|复制链接)\s*[】\])）]?"
        r"(?:[\s|/]*[【\[（(]?\s*(?:打印(?:本页|本稿|此页)?|关闭(?:窗口|本页)?|收藏|我要纠错|返回(?:顶部|列表|上一页)?|分享.{0,8})\s*[】\])）]?)*",
        "【打印本页】 【关闭窗口】",
    ),
    Rule(
        "sharing",
        r"(?:分享(?:到|至|按钮|[此本]文|文章)?|分享让更多人看到)[：:]?\s*(?:微信|微博|QQ空间|\s)*",
        "分享到： 微信 微博",
    ),
    Rule(
        "where to share",
        r"(?:(?:微信|朋友圈|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|豆瓣|邮件|电子邮箱|Facebook|Twitter|LinkedIn|WhatsApp|Telegram)[ 、|/]*)+",
        "微信 QQ",
    ),
    Rule(
        "when a page was put there",
        r"(?:(?:由\s*\S{1,20}|[A-Za-z0-9_]{1,20})\s*)?(?:发[表布]|(?:最[后近])?更新|张贴)[于在]\s*[：:]?\s*\d{4}\s*[-年/.].{0,80}",
        "发表于 2023年7月17日 作者：admin",
    ),
    Rule(
        "where a page is from",
        r"(?:本文(?:链接|地址|网址|标题|作者)|原文(?:链接|地址)|转载(?:请|须)注明.{0,10})[：:].{0,150}",
        "本文链接：https://www.example.com/1123.html",
    ),
    Rule("comments", r"\d{0,5}\s*[条个]?评论|(?:发表|留下)(?:评论|回复)|暂无评论", "2条评论"),
    Rule(
        "a code to scan", r"(?:用微信)?扫一扫.{0,30}|微信扫码.{0,20}|手机扫.{0,20}", "扫一扫在手机打开当前页"
    ),
    Rule(
        "who put it there",
        r"[（(\[【]?\s*(?:作者|发布[者人]|责任编辑|责编|编辑|网站编辑|审核|初审|复审|终审)[：:].{0,40}",
        "责任编辑：某某",
    ),
    Rule("the page before or after", r"(?:上|下)一(?:篇|条|页)[：:]?.{0,100}", "上一篇：没有了"),
    Rule(
        "related pages",
        r"[【\[]?(?:相关|延伸|推荐|热点)(?:政策)?(?:解读|链接|文件|政策|信息|稿件|新闻|阅读|文章|附件|内容)[】\]]?[：:]?(?!.*[。；]).{0,100}",
        "相关解读：一图读懂若干措施",
    ),
    Rule("files to fetch", r"附件(?:下载|列表)[：:]?(?!.*。).{0,150}", "附件下载：申报指南.docx"),
    Rule(
        "explanations for the public",
        r"[【\[]?(?:文件|政策|图文|专家|媒体|部门|一图)(?:正文|原文|解读|图解|读懂|问答)[】\]]?",
        "政策解读",
    ),
    Rule(
        "a trail of pages",
        r"(?:您?(?:当前|现在)?(?:所在)?(?:的)?位置|当前位置)\s*(?:是)?[：:].{0,100}",
        "您当前位置：首页 > 政务公开",
    ),
    Rule(
        "who runs the site",
        r"(?:主办(?:单位)?|承办(?:单位)?|版权所有|网站标识码|技术支持)[：:].{0,150}",
        "主办：某市人民政府办公室 网站标识码：4403100001",
    ),
)
"""Whole lines that are none of a policy's."""

_BESIDE = re.compile(
    r"(?:(?:entry|post|article|news|single|blog|page)[-_]?)?"
    r"(?:meta|meta[-_]?info|byline|author(?:[-_]?(?:box|info|card))?|posted[-_]on|tags?|tags?[-_]?(?:links|list)|cat(?:egory)?[-_]links|"
    r"share|shares|sharing|share[-_]?(?:this|box|bar|buttons?|list|links?|icons?|tools?|wrap)|social(?:[-_]\w+)?|related(?:[-_]?posts?)?|"
    r"breadcrumbs?|navigation|pagination|comments?)|"
    r"(?:entry|post|article)[-_]?footer|sharedaddy|sd-\w+|jp-relatedposts|addtoany\w*|a2a_kit|bdshare\w*|bdsharebuttonbox|jiathis\w*|addthis\w*"
)
"""Classes and ids, in small letters, of elements in which systems for blogs print what they know of a text."""
_FILED = re.compile(
    r"(?:文章)?(?:分类|标签|归档|发[表布]在|Tags?|Categor(?:y|ies)|Filed under|Posted in)[：:\s].*",
    re.IGNORECASE,
)
_MARGIN = any_of(MARGINS, whole=True)
_RELATED = any_of([rule for rule in MARGINS if rule.name in ("related pages", "files to fetch")], whole=True)
_EXPLAINED = re.compile(r"[【\[]?(?:政策|文件|图文|专家|媒体|部门|一图)(?:解读|图解|读懂|问答)[】\]]?")
_HEADS = re.compile(r"^[（(]?\d{4}年|^第[一二三四五六七八九十]{1,3}[条章]|^[一二三四五六七八九十]{1,3}、")


def find_margins(lines: Sequence[PageLine], body: Any) -> frozenset[int]:
    """Which of the lines of an element, ``body``, are none of the text."""
    found: set[int] = set()
    first = next((i for i, line in enumerate(lines) if _HEADS.match(line.text.strip())), len(lines))
    for i, line in enumerate(lines[: min(_EDGE, first)]):
        if is_margin(line.text) or _is_index(line.text) or entry_of(line) or _is_beside(line, body):
            found.add(i)
    index = {table for i in found if (table := _table(lines[i])) is not None}
    found |= {i for i, line in enumerate(lines[:first]) if index and _table(line) in index}
    for i in range(len(lines) - 1, max(len(lines) - _EDGE, first) - 1, -1):
        if is_margin(lines[i].text) or _is_beside(lines[i], body):
            found.add(i)
    related = next(
        (i for i in sorted(found) if i > first and _RELATED.match(lines[i].text.strip())), len(lines)
    )
    # What a page explains to the public names sums of its own: 一图读懂 ⏎ 企业最高可拿300万元。 They are no clause's.
    explained = next(
        (i for i in range(first, len(lines)) if _EXPLAINED.fullmatch(lines[i].text.strip())), len(lines)
    )
    links = {i for i in range(related, len(lines)) if _is_link(lines[i])}
    return frozenset(found) | links | frozenset(range(explained, len(lines)))


def entry_of(line: PageLine) -> tuple[str, str] | None:
    """The key and the value of an index entry whose key is an element of its own, without a colon:
    <li><label>发文字号</label><em>某府办发〔2025〕7号</em></li>."""
    label = next(iter(line.element), None) if line.element is not None else None
    key = "" if label is None else "".join("".join(label.itertext()).split())
    value = "".join(line.text.split()).removeprefix(key)
    return (key, value) if key in KEYS and len(line.text) <= _LONGEST else None


def is_margin(text: str) -> bool:
    """Whether a line is one that pages print around a text."""
    line = text.strip()
    return len(line) <= _LONGEST and _MARGIN.match(line) is not None


def _is_beside(line: PageLine, body: Any) -> bool:
    """Whether the page itself marks a line as its own: by the class of an element around it that names such words, or by links
    to a tag, a category or the author. A sentence is of the text all the same, and so is what may be a signature."""
    text = line.text.strip()
    if (
        len(text) <= _SHORT
        and line.element is not None
        and any(map(is_publishing, line.element.iter("time")))
    ):
        return True
    if len(text) > _LONGEST or text.endswith(("。", "；")) or line.element is None or line.element is body:
        return False
    if line.linked and (_FILED.match(text) or any(_FILING & _rel(link) for link in line.element.iter("a"))):
        return True
    inside = takewhile(lambda each: each is not body, (line.element, *line.element.iterancestors()))
    return not _SIGNATURE.match(text) and any(
        _BESIDE.fullmatch(name) for each in inside for name in names_of(each)
    )


_FILING = {"tag", "category", "author"}
_SIGNATURE = re.compile(
    r"(?:[\u3400-\u9fff]{2,40}(?:政府|委员会|管委会|局|厅|办公室|部|委|院)[ \u3000]*)?(?:\d{4}年\d{1,2}月\d{1,2}日)?$"
)


def _rel(link: Any) -> set[str]:
    return set((link.get("rel") or "").lower().split())


def _is_index(text: str) -> bool:
    """Whether a line holds a key of an index table: 索引号：…"""
    return len(text) <= _LONGEST and any(
        pair.key in INDEX for pair in pairs_of(text.replace("\t", "\n").split("\n"))
    )


def _table(line: PageLine) -> Any:
    """The table of which a line is a row."""
    return (
        next(line.element.iterancestors("table"), None)
        if line.element is not None and line.element.tag == "tr"
        else None
    )


def _is_link(line: PageLine) -> bool:
    return line.linked > 0 and line.linked >= len("".join(line.text.split())) - 2
