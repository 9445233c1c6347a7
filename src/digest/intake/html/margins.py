"""What a page prints around a text inside the element that holds it: the line of date and source, buttons, related links.

Of the lines in the innermost container only the first and the last are looked at, and each is left out for its own form or for
what the page calls the element that holds it, never for its place. Of those outside it, only what can begin or end a text is kept.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from digest.intake.html.body import TextElement, names_of
from digest.intake.html.head import is_publishing, names_document
from digest.intake.html.index import IndexKeys
from digest.intake.html.lines import PageLine
from digest.model.vocabulary import DocumentWords, PageWords
from digest.model.vocabulary import any_of as any_of_words
from digest.regex import regex
from digest.text.dates import DATE
from digest.text.rules import Rule, any_of
from digest.text.titles import DOCUMENT_NUMBER

_EDGE = 15
"""Lines."""
_LONGEST = 200
_SHORT = 60
_RELATED = "related pages and files to fetch"


def rules(words: PageWords) -> tuple[Rule, ...]:
    """Whole lines that are none of a policy's."""
    people, imprint, trails, related = map(
        any_of_words, (words.people, words.imprint, words.trails, words.related)
    )
    facts, shares, networks, buttons = map(
        any_of_words, (words.facts, words.shares, words.networks, words.buttons)
    )
    return (
        Rule(
            "date, source or reader count",
            rf"(?:{facts})[：:\s].*",
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
            rf"[【\[（(]?\s*(?:{buttons})\s*[】\])）]?(?:[\s|/]*[【\[（(]?\s*(?:{buttons}|分享.{{0,8}})\s*[】\])）]?)*",
            "【打印本页】 【关闭窗口】",
        ),
        Rule("sharing", rf"(?:{shares})[：:]?(?:\s*(?:{networks}))*\s*", "分享到： 微信 微博"),
        Rule("where to share", rf"(?:(?:{networks})[ 、|/]*)+", "微信 QQ"),
        Rule(
            "when a page was put there",
            r"(?:(?:由\s*\S{1,20}|[A-Za-z0-9_]{1,20})\s*)?(?:发[表布]|(?:最[后近])?更新|张贴)[于在]\s*[：:]?\s*\d{4}\s*[-年/.].{0,80}",
            "发表于 2023年7月17日 作者：admin",
        ),
        Rule(
            "where a page is from, who runs the site",
            rf"(?:(?:{imprint})|转载(?:请|须)注明.{{0,10}})[：:].{{0,150}}",
            "本文链接：https://www.example.com/1123.html",
        ),
        Rule("comments", r"\d{0,5}\s*[条个]?评论|(?:发表|留下)(?:评论|回复)|暂无评论", "2条评论"),
        Rule(
            "a code to scan",
            r"(?:用微信)?扫一扫.{0,30}|微信扫码.{0,20}|手机扫.{0,20}",
            "扫一扫在手机打开当前页",
        ),
        Rule("who put it there", rf"[（(\[【]?\s*(?:{people})[：:].{{0,40}}", "责任编辑：某某"),
        Rule("the page before or after", r"(?:上|下)一(?:篇|条|页)[：:]?.{0,100}", "上一篇：没有了"),
        Rule(
            _RELATED,
            rf"[【\[]?(?:{related})[】\]]?[：:]?(?!.*[。；]).{{0,150}}",
            "相关解读：一图读懂若干措施",
        ),
        Rule(
            "explanations for the public",
            rf"[【\[]?(?:{any_of_words((*words.texts, *words.explanations))})[】\]]?",
            "政策解读",
        ),
        Rule(
            "a trail of pages", rf"(?:您的?)?(?:{trails})\s*是?[：:].{{0,100}}", "您当前位置：首页 > 政务公开"
        ),
    )


_BESIDE = regex(
    r"(?:(?:entry|post|article|news|single|blog|page)[-_]?)?"
    r"(?:meta|meta[-_]?info|byline|author(?:[-_]?(?:box|info|card))?|posted[-_]on|tags?|tags?[-_]?(?:links|list)|cat(?:egory)?[-_]links|"
    r"share|shares|sharing|share[-_]?(?:this|box|bar|buttons?|list|links?|icons?|tools?|wrap)|social(?:[-_]\w+)?|related(?:[-_]?posts?)?|"
    r"breadcrumbs?|navigation|pagination|comments?)|"
    r"(?:entry|post|article)[-_]?footer|sharedaddy|sd-\w+|jp-relatedposts|addtoany\w*|a2a_kit|bdshare\w*|bdsharebuttonbox|jiathis\w*|addthis\w*"
)
"""Classes and ids, in small letters, of elements in which systems for blogs print what they know of a text."""
_OF_TEXT = regex(
    rf"{DOCUMENT_NUMBER}$|[（(].*[）)]$|附件|.*[。；：]$|第[一二三四五六七八九十百]{{1,4}}[条章节]|[（(]?[一二三四五六七八九十\d]{{1,3}}[、.．）)]"
)
"""A number, a line in brackets, what is attached, a sentence, a clause."""
_ANNEX = regex(r"附\s*件\s*[\d一二三四五六七八九十]{0,3}")
_HEADS = regex(r"^[（(]?\d{4}年|^第[一二三四五六七八九十]{1,3}[条章]|^[一二三四五六七八九十]{1,3}、")


class Margins:
    """Which lines are none of a text, by the words of web pages and the keys of an index table."""

    def __init__(self, words: DocumentWords, index: IndexKeys) -> None:
        self._index = index
        table = rules(words.page)
        self._margin = any_of(table, whole=True)
        self._related = any_of([rule for rule in table if rule.name == _RELATED], whole=True)
        self._explained = regex(rf"[【\[]?(?:{any_of_words(words.page.explanations)})[】\]]?")
        self._filed = regex(rf"(?:{any_of_words(words.page.filing)})[：:\s].*", re.IGNORECASE)
        self._titled = names_document(words)
        self._signed = regex(rf"[\u3400-\u9fff]{{1,40}}(?:{any_of_words(words.organs)})|{DATE}")

    def find(self, lines: Sequence[PageLine], body: TextElement) -> frozenset[int]:
        """Which of the lines of the element with the text are none of it."""
        found = self._outside(lines, body.inner)
        first = next((i for i, line in enumerate(lines) if _HEADS.match(line.text.strip())), len(lines))
        for i, line in enumerate(lines[: min(_EDGE, first)]):
            entry = self._is_index(line.text) or self._index.entry_of(line.element, line.text)
            if entry or self.is_margin(line.text) or self._is_beside(line, body.element):
                found.add(i)
        index = {table for i in found if (table := _table(lines[i])) is not None}
        found |= {i for i, line in enumerate(lines[:first]) if index and _table(line) in index}
        for i in range(len(lines) - 1, max(len(lines) - _EDGE, first) - 1, -1):
            if self.is_margin(lines[i].text) or self._is_beside(lines[i], body.element):
                found.add(i)
        related = next(
            (i for i in sorted(found) if i > first and self._related.match(lines[i].text.strip())), len(lines)
        )
        # What a page explains to the public names sums of its own: 一图读懂 ⏎ 企业最高可拿300万元。 They are no clause's.
        explained = next(
            (i for i in range(first, len(lines)) if self._explained.fullmatch(lines[i].text.strip())),
            len(lines),
        )
        links = {i for i in range(related, len(lines)) if _is_link(lines[i])}
        return frozenset(found) | links | frozenset(range(explained, len(lines)))

    def _outside(self, lines: Sequence[PageLine], inner: Any) -> set[int]:
        """Which of the lines outside the innermost container are none of the text: before it all but its title, number and the
        like, and behind it what comes after the end of the text, which a signature, a date and what is attached belong to."""
        within = set() if inner is None else set(inner.iter())
        inside = [i for i, line in enumerate(lines) if line.element is None or line.element in within]
        if inner is None or not inside:
            return set()
        first, last = inside[0], inside[-1]
        begins = {lines[i].text.strip() for i in inside[:_EDGE]}
        before = {i for i in range(first) if lines[i].text.strip() in begins or not self._leads(lines[i])}
        return before | set(range(self._end(lines, last + 1), len(lines)))

    def _end(self, lines: Sequence[PageLine], behind: int) -> int:
        """Where a text ends that goes on behind its container: an annex goes on to the last line."""
        for i in range(behind, len(lines)):
            if _ANNEX.fullmatch(lines[i].text.strip()):
                break
            if not (self._ends(lines[i]) or self.is_margin(lines[i].text)):
                return i
        return len(lines)

    def _leads(self, line: PageLine) -> bool:
        """Whether a line can stand before the rest of a text: what can end one, too, or a title."""
        above = () if line.element is None else (line.element, *line.element.iterancestors())
        titled = any(each.tag in ("h1", "h2") for each in above) or self._titled.search(line.text.strip())
        return bool(titled or self._ends(line)) and not _is_link(line)

    def _ends(self, line: PageLine) -> bool:
        """Whether a line can stand behind the rest of a text."""
        text = line.text.strip()
        signed = len(text) <= _LONGEST and all(map(self._signed.fullmatch, text.split()))
        return signed or "\t" in text or _OF_TEXT.match(text) is not None

    def is_margin(self, text: str) -> bool:
        """Whether a line is one that pages print around a text."""
        line = text.strip()
        return len(line) <= _LONGEST and self._margin.match(line) is not None

    def _is_beside(self, line: PageLine, body: Any) -> bool:
        """Whether the page itself marks a line as its own: by the class of an element around it that names such words, or by
        links to a tag, a category or the author. A sentence still belongs to the text, and so does what may be a signature."""
        text, element = line.text.strip(), line.element
        if len(text) <= _SHORT and element is not None and any(map(is_publishing, element.iter("time"))):
            return True
        if len(text) > _LONGEST or text.endswith(("。", "；")) or element is None or element is body:
            return False
        if line.linked and (
            self._filed.match(text) or any(_FILING & _rel(link) for link in element.iter("a"))
        ):
            return True
        inside = takewhile(lambda each: each is not body, (element, *element.iterancestors()))
        return not _SIGNATURE.match(text) and any(
            _BESIDE.fullmatch(name) for each in inside for name in names_of(each)
        )

    def _is_index(self, text: str) -> bool:
        """Whether a line holds a key of an index table: 索引号：…"""
        cells = text.replace("\t", "\n").split("\n")
        return len(text) <= _LONGEST and any(
            pair.key in self._index.signs for pair in self._index.pairs_of(cells)
        )


_FILING = {"tag", "category", "author"}
_SIGNATURE = regex(
    r"(?:[\u3400-\u9fff]{2,40}(?:政府|委员会|管委会|局|厅|办公室|部|委|院)[ \u3000]*)?(?:\d{4}年\d{1,2}月\d{1,2}日)?$"
)


def _rel(link: Any) -> set[str]:
    return set((link.get("rel") or "").lower().split())


def _table(line: PageLine) -> Any:
    """The table of which a line is a row."""
    return (
        next(line.element.iterancestors("table"), None)
        if line.element is not None and line.element.tag == "tr"
        else None
    )


def _is_link(line: PageLine) -> bool:
    return line.linked > 0 and line.linked >= len("".join(line.text.split())) - 2
