"""How long support is paid: 连续三年给予, 贴息期限不超过2年. Years of a condition (经营满3年的) are no duration."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from digest.enrich.instruments.segments import Segment
from digest.model.facts import Instrument
from digest.regex import regex
from digest.text.numerals import DIGITS, HAN, parse_numeral


class Duration(NamedTuple):
    """A way to say how long support is paid: ``example`` lasts ``months``, ``but`` only looks like it."""

    pattern: re.Pattern[str]
    example: str
    months: int
    but: str = ""


class Lasting(NamedTuple):
    """How long support is paid: ``months``, and ``<=`` where the text says that it is the most (累计不超过36个月)."""

    months: int | None = None
    comparator: str | None = None


def lasting(span: tuple[Segment, ...]) -> Lasting:
    """How long support is paid; without months when the text does not say."""
    for at, part in enumerate(span):
        if at and part.text.startswith("期限") and _OF_A_LOAN.search(span[at - 1].text):
            continue  # 贷款额度最高1000万元，期限不超过3年
        following = span[at + 1].text[:4] if at + 1 < len(span) else ""
        for row in DURATIONS:
            for found in row.pattern.finditer(f"{part.text}，{following}"):
                number = parse_numeral(found["number"])
                if number and not _NO_DURATION.search(part.text[: found.start("number")]):
                    months = number * (12 if found["unit"] == "年" else 1)
                    around = part.text[max(0, found.start("number") - _NEAR) : found.end("unit") + 2]
                    return Lasting(months, "<=" if _AT_MOST.search(around) else "=")
    return Lasting()


def with_durations(text: str, parts: tuple[Segment, ...], rows: Sequence[Instrument]) -> Iterator[Instrument]:
    """The supports with how long they are paid where the next sentence says it: 每月补贴300元。补贴期限最长不超过3年.

    Such a sentence belongs to the only support of the sentence before it; of several it would be a guess.
    """
    made = list(rows)
    starts = [row.start for row in made]
    before = 0
    for _, own in groupby(parts, key=lambda part: part.sentence):
        span = tuple(part for part in own if not part.aside)
        if not span:
            continue
        start, end = span[0].signs[0].start, span[-1].signs[-1].end
        first, beyond = bisect_left(starts, before), bisect_left(starts, start)
        figures = any(sign.figure for part in span for sign in part.signs)
        if beyond - first == 1 and _TERM.match(span[0].text) and not figures:
            row, lasts = made[first], lasting(span)
            if lasts.months and not row.duration_months and row.act == "grant" and row.end <= start:
                made[first] = replace(
                    row,
                    evidence=text[row.start : end],
                    end=end,
                    duration_months=lasts.months,
                    duration_comparator=lasts.comparator,
                )
        before = start
    yield from made


_TERM = regex(
    "期限|最长|连续|[^，贷借租]{0,10}(?:补[贴助]|奖[励补]|资助|支持|扶持|享受|贴息|津贴)[^，]{0,6}(?:期|年限|时间|时限|最长)"
)
_NEAR = 6  # signs before a time in which 不超过 belongs to it
_AT_MOST = regex("不[得]?超过?|最长|最多|最高|至多|不多于|以内|为限")


_NUMBER = rf"(?<![0-9])[{DIGITS}{HAN}]{{1,3}}"
_TIME = rf"(?P<number>{_NUMBER})(?P<unit>年|个月)"
_NOT_REACHED = "(?!度|以[上下]|及以上|（含）|的企业|的项目|未|仍|保持|增|在规|入)"
_AID = "(?:补贴|补助|奖励|资助|支持|扶持|发放|享受|给予|减免|免收|贴息)"
DURATIONS = (
    Duration(
        regex(rf"连续{_AID}{{1,2}}[^，满已\ue0f0-\ue0f3]{{0,6}}?{_TIME}{_NOT_REACHED}"),
        "每年奖励10万元，连续支持不超过三年。",
        36,
        "连续支持企业满3年的，奖励10万元。",
    ),
    Duration(
        regex(rf"连续(?:不超过)?{_TIME}(?=内?(?:{_AID}|每年|按|，|分别|对|由|租金|房租|免))"),
        "连续三年给予10万元补贴。",
        36,
        "对连续三年盈利的企业，奖励10万元。",
    ),
    Duration(
        regex(rf"最长[^，满已\ue0f0-\ue0f3]{{0,10}}?{_TIME}{_NOT_REACHED}"),
        "每月补贴1000元，最长不超过36个月。",
        36,
    ),
    Duration(
        regex(
            rf"(?:期限|年限|时间|时限|期为|为期|累计|周期|资助期|补贴期|贴息期|奖励期|扶持期)[^，满已\ue0f0-\ue0f3]{{0,10}}?{_TIME}"
            rf"(?!以内的，){_NOT_REACHED}"
        ),
        "按利息的50%给予贴息，贴息期限不超过2年。",
        24,
        "对合同期限不少于2年的企业，奖励10万元。",
    ),
    Duration(
        regex(rf"{_TIME}内[^，]{{0,4}}(?:每年|按年|连续|合计|累计|给予|分年|根据|按|享受)"),
        "五年内每年给予4万元补贴。",
        60,
        "对成立5年内的企业，奖励4万元。",
    ),
    Duration(
        regex(rf"[起后]的?{_TIME}内，(?:每年|按|给予|可|享受|免|对|[前首第])"),
        "自认定之日起三年内，每年给予20万元补贴。",
        36,
        "毕业三年内，每年创业10天的，给予20万元补贴。",
    ),
    Duration(
        regex(rf"(?:补贴|补助|奖励|资助)(?:不超过|最长)?{_TIME}{_NOT_REACHED}"),
        "按租金的50%补贴2年。",
        24,
        "获得资助2年以上的企业，奖励10万元。",
    ),
    Duration(
        regex(rf"给予(?:最[高长]不超过|不超过|最长)?{_TIME}的?[^，]{{0,4}}(?:补贴|补助|贴息|资助|支持|奖励)"),
        "给予不超过3年的租金补贴，每年10万元。",
        36,
    ),
    Duration(
        regex(rf"^不超过{_TIME}(?=，)"),
        "给予房租补贴，每月最高1000元，不超过2年。",
        24,
        "对成立时间不超过2年的企业，奖励10万元。",
    ),
    Duration(
        regex(rf"{_TIME}内?[^，]{{0,2}}免[^，]{{0,5}}租"),
        "入驻企业享受三年免收租金优惠。",
        36,
    ),
)
"""How long support is paid, most telling first."""
_OF_A_LOAN = regex("(?:贷款|授信|借款|合同|协议|租)(?![^，]*(?:贴息|补贴|奖励))")
_NO_DURATION = regex(
    "(?:经营|合同|服务|租赁|租期|工作|存续|有效|质保|合作|履约|运营|任职|劳动|签约|协议|缴纳|参保|持有|锁定|贷款|还款|建设|投产|毕业|成立|注册|使用|实际)"
    "(?:期限?|年限|时间|时限)?(?:在|为|达到?|不超过|最长|连续)*$|(?:不少于|不低于|不得少于|满|(?<!不)超过)$"
    "|近(?:[0-9一二三两]{1,2}年内?)?(?:累计|连续)?$"
)
