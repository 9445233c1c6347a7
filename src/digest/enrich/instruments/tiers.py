"""Graded support: lists with 分别, bands, steps, ranges."""

import re
from decimal import Decimal
from typing import NamedTuple

from digest.enrich.instruments.segments import Segment, printed
from digest.enrich.instruments.spots import MAIN, Finding, Role
from digest.model.facts import Tier


class Tiers(NamedTuple):
    """The tiers of a row and the findings they were made from."""

    tiers: tuple[Tier, ...]
    used: tuple[Finding, ...]


def amount(value: Decimal) -> float:
    """A sum in yuan: an int unless the text prints a fraction."""
    return int(value) if value == value.to_integral_value() else float(value)


def tiers_of(row: list[Finding], parts: tuple[Segment, ...], text: str) -> Tiers:
    """The tiers of a row: more than one figure of a sort, or a range.

    A first plain sum with steps after it stays a plain sum (10万元，每增加1亿元再奖励10万元).
    """
    tiers: list[Tier] = []
    used: list[Finding] = []
    for role in (*MAIN, Role.CAP, Role.FUND):
        group = [one for one in row if one.role is role]
        if role is Role.CAP:
            group = [one for one in group if len(one.figures) > 1]
        elif len(group) > 1 and all(one.step for one in group[1:]) and not group[0].step:
            group = group[1:]
        if sum(_count(one) for one in group) > 1 or any(one.step for one in group):
            used += group
            for one in group:
                made, thresholds = _tiers(one, row, parts, text)
                tiers += made
                used += thresholds
    return Tiers(tuple(tiers), tuple(used))


def _count(one: Finding) -> int:
    return sum(2 if figure.low < figure.high else 1 for figure in one.figures)


def _tiers(
    one: Finding, row: list[Finding], parts: tuple[Segment, ...], text: str
) -> tuple[list[Tier], list[Finding]]:
    conditions, bounds, used = _conditions(one, row, parts, text)
    made = []
    for figure, condition, bound in zip(one.figures, conditions, bounds, strict=True):
        for value in dict.fromkeys((figure.low, figure.high)):
            money = one.role is not Role.RATE
            made.append(
                Tier(
                    condition_zh=condition,
                    threshold_yuan=bound,
                    amount_yuan=amount(value) if money else None,
                    rate_percent=None if money else float(round(value, 6)),
                )
            )
    return made, used


def _conditions(
    one: Finding, row: list[Finding], parts: tuple[Segment, ...], text: str
) -> tuple[list[str | None], list[int | None], list[Finding]]:
    """For each figure of a group what it is paid for, its threshold in yuan, and the thresholds used up."""
    count = len(one.figures)
    before = [other for other in row[: row.index(one)] if other.role is Role.THRESHOLD]
    if count > 1:
        for other in reversed(before):
            if len(other.figures) == count:
                names = ["".join(text[figure.start : figure.end].split()) for figure in other.figures]
                return list(names), [int(figure.low) for figure in other.figures], [other]
        listed = before[-count:]
        if len(listed) == count and all(len(other.figures) == 1 for other in listed):
            return (
                [_bound(other, parts, text) for other in listed],
                [int(other.figures[0].low) for other in listed],
                listed,
            )
        return _enumerated(one, parts, count, text), [None] * count, []
    condition = _own_condition(one, row, parts, text)
    own = [other for other in before if row.index(other) > _last_main(one, row)]
    bound = int(own[-1].figures[0].low) if own else None
    return [condition], [bound], own[-1:]


def _last_main(one: Finding, row: list[Finding]) -> int:
    return max((at for at, other in enumerate(row[: row.index(one)]) if other.role in MAIN), default=-1)


def _bound(one: Finding, parts: tuple[Segment, ...], text: str) -> str:
    """A threshold as a condition: the words of its segment without 对 and 的."""
    segment = parts[one.segment]
    return _bare(printed(text, segment, 0, len(segment.text)))


def _own_condition(one: Finding, row: list[Finding], parts: tuple[Segment, ...], text: str) -> str | None:
    """What one figure of several is paid for: the words before it up to the verb of support."""
    segment = parts[one.segment]
    figure = one.figures[0]
    if figure.low < figure.high:
        return printed(text, segment, one.start, one.end)
    granted = [other for other in row if other.role is not Role.THRESHOLD and other.segment == one.segment]
    grants = [other.end for other in granted if other.end <= one.start]
    lead = printed(text, segment, max(grants, default=0), one.start)
    own = _bare(_GRANT.sub("", lead))
    if own:
        return own
    at = one.segment - 1
    if one.start == len(one.left) and at >= 0 and parts[at].part == segment.part and not parts[at].aside:
        return _bare(printed(text, parts[at], 0, len(parts[at].text))) or None
    return None


def _bare(words: str) -> str:
    return _EDGE.sub("", words)


def _enumerated(one: Finding, parts: tuple[Segment, ...], count: int, text: str) -> list[str | None]:
    """The items of the list that a group with 分别 answers: 国际、国家、行业、团体标准 -> four."""
    for at in range(one.segment, -1, -1):
        segment = parts[at]
        if segment.sentence != parts[one.segment].sentence:
            break
        end = one.start if at == one.segment else len(segment.text)
        words = printed(text, segment, 0, end)
        for run in reversed(_RUN.findall(words)):
            for between in _BETWEEN:
                items = [item for item in between.split(run) if item]
                if len(items) == count:
                    return _trimmed(items)
    return [None] * count


def _trimmed(items: list[str]) -> list[str | None]:
    """The first item without the verb before the list, the last one without the words after it."""
    middle = items[1:-1] or items[1:]
    width = max(len(item) for item in middle)
    first = items[0]
    cut = _LEAD.search(first)
    if cut:
        first = first[cut.end() :]
    elif len(first) > width + 2:
        first = first[-width:]
    last = _TRAIL.split(items[-1])[0]
    return [_bare(first) or None, *items[1:-1], _bare(last) or None]


_GRANT = re.compile(
    r"(?:原则上)?(?:可)?(?:按|按照|参照|分别|一次性|每年|再|另|予以|给予|奖励|补助|补贴|资助|奖补|发放|扶持|配套|最高|不超过|不高于|增加奖|再|另).*$"
)
_EDGE = re.compile(r"^(?:其中|对于?|并|且|和|、|的|：)+|[的，、；：为]+$")
_RUN = re.compile(r"[^，。；：]*[、和及][^，。；：]*")
_BETWEEN = (re.compile("、|以?及|和"), re.compile("、|以?及|和|或"), re.compile("、"))
_LEAD = re.compile(
    r".*(?:主导制定|达到|超过|突破|制定|认定为?|评为|获[评得]?|列入|评[定选]为|入选|通过|取得|按照?|完成|为|的|对|给予)(?=.)"
)
_TRAIL = re.compile(r"(?<=.)(?:的|称号|分别|，|[二三四五六七八九]个)")
