"""Support that a text ends: 取消流片补贴, 自2025年起不再给予购房补贴, 原奖励政策停止执行. It grants nothing."""

from itertools import groupby

from digest.enrich.instruments.details import named_kind
from digest.enrich.instruments.grammar import Grammar
from digest.enrich.instruments.segments import Segment
from digest.model.facts import Instrument
from digest.regex import regex


def ended_segments(parts: tuple[Segment, ...], rules: Grammar) -> frozenset[int]:
    """The segments of a sentence whose figures are of a support that ends.

    取消原按30%给予的补贴，最高500万元的规定 ends both figures; 取消原补贴，改为给予50万元奖励 grants the second.
    A verb at the end also ends what its part printed before it, where that is of old: 原最高500万元的政策，停止执行.
    """
    found: set[int] = set()
    ending = False
    for at, part in enumerate(parts):
        if at and parts[at - 1].part != part.part:
            ending = False
        begins = _begins(part, rules)
        if ending and not begins and (_AGAIN.search(part.text) or rules.support.search(part.text)):
            ending = False
        ending = ending or begins
        if ending:
            found.add(at)
        if rules.ended_after.search(part.text) and not _SANCTION.search(part.text):
            own = [one for one in range(at + 1) if parts[one].part == part.part]
            if any(_OLD.search(parts[one].text) for one in own):
                found.update(own)
            found.add(at)
    return frozenset(found)


def repeals(text: str, parts: tuple[Segment, ...], rules: Grammar) -> list[Instrument]:
    """One row without figures for each sentence that ends a support for all; who loses it for a reason of his own
    (骗取资金的，取消补贴资格; 已享受的，不再给予) is no repeal."""
    rows: list[Instrument] = []
    for _, own in groupby(parts, key=lambda part: part.sentence):
        span = tuple(part for part in own if not part.aside)
        whole = "，".join(part.text for part in span)
        ended = ended_segments(span, rules)
        words = _TITLE.sub(
            "", "，".join(span[at].text for at in sorted(ended))
        )  # 《…奖励办法》同时废止 ends a text
        kind = named_kind(words, rules)
        if not ended or kind is None or not rules.named_or_policy.search(words) or _SANCTION.search(whole):
            continue
        start, end = span[0].signs[0].start, span[-1].signs[-1].end
        rows.append(Instrument(kind, text[start:end], start, end, act="repeal"))
    return rows


def _begins(part: Segment, rules: Grammar) -> bool:
    return bool(rules.ended.match(part.text)) and not _SANCTION.search(part.text)


_TITLE = regex("《[^》]*》")
_AGAIN = regex("改为|调整为|统一为|另行")
_OLD = regex("原(?!则|材料|料|创|产|始|件|因)|此前|以前|现行|既有|《")
_SANCTION = regex(
    "资格|已|曾|同一|重复|骗取|弄虚作假|违反|违规|违法|不符合|逾期|未|失信|追回|不得|限制|撤销|的，|情形|年度内|叠加|除外|名单|处罚|超过|高于"
)
