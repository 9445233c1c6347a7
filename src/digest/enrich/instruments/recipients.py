"""Who is supported and on what condition: whole phrases of the text, or nothing."""

import re

from digest.enrich.instruments.grammar import ANY, Grammar
from digest.enrich.instruments.segments import Segment, printed
from digest.enrich.instruments.spots import RoleFinding
from digest.regex import regex

PURPOSE = regex("(?:专项)?(?:用于|投向|专门)(?:重点)?(?:支持|扶持|奖励|补助|资助|投资)?")
"""Words before whom a fund is for."""


def recipient_of(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Who is supported, a whole phrase of the text: 对|获奖的企业|, 给予|企业|10万元, 支持|芯片企业|开展….

    Who is handed the sum counts before whom or what the sentence begins with: 对引进的项目，奖励|街道|10万元.
    """
    handed, named = _handed(text, span, rules), _named(text, span, rules)
    return named if handed is None or (named or "").endswith(handed) else handed


def _handed(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Who gets the sum, where its own words say so: 奖励|项目所在街道|100万元, 按1%对|街道|予以奖励, 其|高级管理人员|按个税的10%."""
    for part in span:
        for pattern in (_BEHIND, _THEIR_PEOPLE, _MAY_APPLY):
            found = pattern.search(part.text)
            if found and found["who"].endswith(rules.words.recipients):
                return printed(text, part, found.start("who"), found.end("who"))
    return _given(text, span, rules)


def _named(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Whom or what the sentence begins with."""
    for part in span:
        found = _TO.match(part.text)
        if found:
            words = _GIVEN.split(printed(text, part, found.end(), len(part.text)))[0]
            words = _EDGE_OF_NAME.sub("", words)
            if _ANY_ONE.match(words) or words.startswith("其"):
                return None
            name = words if words.endswith(rules.words.recipients) else _acting(words, rules)
            if rules.act.match(name) and "的" not in name:  # 对建设平台: what is done, not who does it
                continue
            return None if name + "的" == words else name or None
    for part in span:
        if _CHOSEN.match(part.text) and part.text.endswith(rules.words.recipients):
            return printed(text, part, 0, len(part.text))
    return _leading(text, span, rules)


def fund_recipient_of(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Whom a fund is for, where its own words say so: 用于支持|中小企业|."""
    for part in span:
        found = PURPOSE.search(part.text)
        if found:
            words = printed(text, part, found.end(), len(part.text))
            return (words if words.endswith(rules.words.recipients) else _acting(words, rules)) or None
    return None


def conditions_of(text: str, span: tuple[Segment, ...], row: list[RoleFinding], first: int) -> str | None:
    """What must hold, as printed: the words before the grant that end with 的, or say that one of several is enough."""
    granted = min((one.segment for one in row if one.role != "threshold"), default=first)
    lead = [part for part in span[: max(granted - first, 0)] if not part.aside]
    while lead and not (lead[-1].text.endswith("的") or _ONE_OF.search(lead[-1].text)):
        lead.pop()
    if not lead:
        return None
    words = "".join(text[lead[0].signs[0].start : lead[-1].signs[-1].end].split())
    found = _TO.match(words)
    return _EVERY.sub("", words[found.end() if found else 0 :]).rstrip("的") or None


def alternatives(span: tuple[Segment, ...]) -> bool:
    """True where one of several conditions is enough, so that none of their figures must be reached: 投资5亿元以上，或税收…."""
    return any(_OR.match(part.text) or _ONE_OF.search(part.text) for part in span)


def _given(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Who stands behind the verb of granting: 给予|企业负责人|50万元."""
    for part in span:
        found = re.search(r"(?:给予|奖励|补助|予以)(?P<who>[^\ue0f0-\ue0f3的]{1,16})", part.text)
        for end in range(len(found["who"]), 0, -1) if found else ():
            name = found["who"][:end] if found else ""
            if found and name.endswith(rules.words.recipients) and not _NO_NAME.search(name):
                start = found.start("who")
                if _PAID.match(part.text, start + end):
                    return printed(text, part, start, start + end)
    return None


def _leading(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Who begins the sentence: 支持|芯片企业|开展流片, |企业|购买设备."""
    part = next((part for part in span if _SUPPORTS.match(part.text)), span[0])
    verb = _SUPPORTS.match(part.text) or _EVERY.match(part.text)
    start = verb.end() if verb else 0
    name = _acting(part.text[start:], rules)
    if not name or name[0] in "将把" or _FIGURE.search(name) or _ANY_ONE.match(name) or _DOING.search(name):
        return None
    return printed(text, part, start, start + len(name))


def _acting(words: str, rules: Grammar) -> str:
    """The name at the beginning of some words, where what it does follows: |芯片企业|开展流片, not |企业|技术改造."""
    name = _first_named(words, rules)
    return name if name and (len(name) == len(words) or rules.deed.match(words, len(name))) else ""


def _first_named(words: str, rules: Grammar) -> str:
    """The words up to the first name of a kind of recipient (高校毕业生 is one, not 高校)."""
    names = rules.words.recipients
    end = min((words.find(name) + len(name) for name in names if name in words), default=0)
    while end:
        longer = next((len(name) for name in names if words.startswith(name, end)), 0)
        if not longer:
            break
        end += longer
    return words[:end]


_BEHIND = regex(f"[{ANY}][^，]{{0,4}}对(?!外)(?P<who>[^，的{ANY}]{{2,16}}?)(?:予以|给予|进行)")
_THEIR_PEOPLE = regex(f"^其(?P<who>[^，的{ANY}]{{0,8}}(?:人员|人才|员工|职工|负责人|团队))(?=按|可|给予|每)")
_MAY_APPLY = regex(f"^(?P<who>[^，的{ANY}]{{2,14}})可(?=按[^，]*(?:申请|享受|获)|申请|享受)")
_CHOSEN = regex(f"(?:首次|新)?(?:被|获|入选|评为|认定)[^，{ANY}]*的")
_TO = regex(r"(?:其中)?(?:，)?(?:对于|对(?!外)|向(?=[^，]*(?:发放|给予|支付|奖励)))")
_GIVEN = regex(
    r"，|(?:分别|一次性|每年|择优)?(?:给予|予以|按照?|发放|采取|实行|(?:奖励|补助|补贴)(?![金资总额标费款的])|进行)"
)
_FIGURE = regex(f"[{ANY}]|按|给予|标准|《|对|每")
_DOING = regex(
    "^[由将把]|委托|围绕|聚焦|取消|删[除去]|停止|支持|鼓励|引导|推[动进]|加[强快大]|方式|采取|运用|^其|搭建|建设|打造|培育|组建|建立|通过|根据|完善|落实"
)  # no name
_NO_NAME = regex("不|最高|资金|总额|比例|标准|金额")
_SUPPORTS = regex("(?:重点)?(?:支持|鼓励)")
_ONE_OF = regex("(?:任一|任意一|任何一|其中[之一]|之一)[^，的]{0,4}的?$")
_OR = regex(f"或者?[^，]*[{ANY}]")
_EVERY = regex("^(?:其中，?)?凡是?|^其中(?!之)")
_ANY_ONE = regex("单[个家项一户]|同一|每[个家项户一]")
_EDGE_OF_NAME = regex("(?:分别|一次性|每年|各|均|可|将|再|另|按规定|择优)+$")
_PAID = regex(
    "[\ue0f0-\ue0f3]|$|约|近|超|总|一次性|每|最|不|分别|按|适当|相应|租金|贷款|奖|补|资|共|合计|累计|各|，"
)
