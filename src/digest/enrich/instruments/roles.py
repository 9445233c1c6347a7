"""What each figure of a text is to a grant: a sum, a rate, a ceiling, a purse, a condition or nothing."""

import re
from dataclasses import dataclass
from enum import StrEnum

from digest.enrich.instruments.grammar import ANY, Grammar
from digest.enrich.instruments.segments import FOREIGN, MONEY, POINT, SHARE, Segment
from digest.text.money import Figure


class Role(StrEnum):
    """The part a group of figures plays."""

    SUM = "sum"  # 给予10万元
    UNIT = "unit"  # 20元/平方米/月
    RATE = "rate"  # 按投资额的10%
    CAP = "cap"  # 最高不超过100万元
    FUND = "fund"  # 设立50亿元基金
    THRESHOLD = "threshold"  # 年销售额超过500万元的


MAIN = (Role.SUM, Role.UNIT, Role.RATE)
"""Roles that grant something by themselves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A group of figures of one sort (国际 … 分别100万元、50万元) and its role.

    ``segment`` is an index; ``start`` and ``end`` count signs of the segment's text; ``left`` is the
    text between the figure before and this one; ``printed`` is the source span of each figure.
    ``comparator``: ``=``, ``<=`` or ``>=``. ``granted`` is True where a verb or noun of support stands by.
    """

    role: Role
    segment: int
    start: int
    end: int
    left: str
    figures: tuple[Figure, ...]
    comparator: str
    unit: str | None
    granted: bool
    step: bool


def findings(parts: tuple[Segment, ...], rules: Grammar, heading: str | None = None) -> tuple[Finding, ...]:
    """The groups of figures that play a part, in order."""
    found: list[Finding] = []
    for index in range(len(parts)):
        found.extend(_of_segment(parts, index, rules, found, heading))
    return tuple(found)


def _of_segment(
    parts: tuple[Segment, ...], index: int, rules: Grammar, before: list[Finding], heading: str | None
) -> list[Finding]:
    segment = parts[index]
    found: list[Finding] = []
    if rules.never.search(segment.text) or rules.past.search(segment.text) or _punishes(parts, segment, rules):
        return found
    groups = list(rules.group.finditer(segment.text))
    for at, group in enumerate(groups):
        start = groups[at - 1].end() if at else 0
        end = groups[at + 1].start() if at + 1 < len(groups) else len(segment.text)
        place = _Place(parts, index, group, segment.text[start : group.start()], segment.text[group.end() : end], rules)
        role = _role(place, [*before, *found], heading)
        if role:
            found.append(_finding(place, role))
    return found


def _punishes(parts: tuple[Segment, ...], segment: Segment, rules: Grammar) -> bool:
    return any(rules.punish.search(part.text) for part in parts if part.sentence == segment.sentence)


@dataclass(frozen=True, slots=True)
class _Place:
    """A group of figures between its neighbours: ``left`` and ``right`` reach to the next figure."""

    parts: tuple[Segment, ...]
    index: int
    group: re.Match[str]
    left: str
    right: str
    rules: Grammar

    @property
    def segment(self) -> Segment:
        return self.parts[self.index]

    @property
    def whole_left(self) -> str:
        return self.segment.text[: self.group.start()]

    @property
    def after(self) -> str:
        """The words after the figure; they go on behind a comma after ……的标准，."""
        if not self.right.strip("的标准比例") and self.index + 1 < len(self.parts):
            after = self.parts[self.index + 1]
            return self.right + after.text if after.part == self.segment.part else self.right
        return self.right

    @property
    def supported(self) -> bool:
        """True when the sentence names support anywhere."""
        return any(
            self.rules.support.search(part.text) for part in self.parts if part.sentence == self.segment.sentence
        )


def _finding(place: _Place, role: Role) -> Finding:
    signs = place.segment.signs[place.group.start() : place.group.end()]
    capped = place.rules.cap_before.search(place.left) or place.rules.cap_after.match(place.right)
    if role is Role.RATE:
        capped = re.search("最高|不超过|不高于|不得超过|不得高于", place.left)
    floored = place.rules.floor_before.search(place.left) or place.rules.floor_after.match(place.right)
    return Finding(
        role,
        place.index,
        place.group.start(),
        place.group.end(),
        place.left,
        tuple(sign.figure for sign in signs if sign.figure),
        "<=" if capped else ">=" if floored else "=",
        _unit(place),
        bool(place.rules.support.search(place.segment.text)),
        _is_step(place),
    )


def _is_step(place: _Place) -> bool:
    """True when the segment, or the one before it, counts steps: 每增加1亿元，另给予10万元."""
    lead = place.whole_left
    if place.index and place.parts[place.index - 1].part == place.segment.part:
        lead = place.parts[place.index - 1].text[-12:] + lead
    return bool(place.rules.step.search(lead))


def _role(place: _Place, before: list[Finding], heading: str | None) -> Role | None:
    sign = place.group[0][0]
    if sign == FOREIGN or place.rules.raised_after.match(place.right):
        return None
    near = [finding for finding in before if place.parts[finding.segment].sentence == place.segment.sentence]
    if sign in (SHARE, POINT):
        return _share_role(place, near, before, sign)
    return _money_role(place, near, before, heading)


def _money_role(place: _Place, near: list[Finding], before: list[Finding], heading: str | None) -> Role | None:
    rules, left, right = place.rules, place.left, place.right
    unit = _unit(place)
    main = Role.UNIT if unit and not _is_whole(unit) else Role.SUM
    if rules.reach_after.match(right) and not rules.cap_after.match(right):
        if rules.floor_after.match(right) and rules.support.search(left):
            return main
        if not (right == "以内" and rules.named.search(left)):
            return Role.THRESHOLD
    if rules.fund.search(place.segment.text) and _is_fund(place):
        return Role.FUND
    capped = rules.cap_before.search(left)
    if capped or rules.cap_after.match(right):
        return _cap_role(place, capped, near, before, main)
    if right == "的" and place.segment.mark == "，":
        return Role.THRESHOLD
    own = rules.own_sum.search(left) or rules.brief.search(left)
    floored = rules.floor_before.search(left)
    if rules.received.search(left):
        return Role.THRESHOLD
    if not own:
        if rules.raised.search(left) and rules.named.search(place.whole_left):
            return main
        if not floored and (rules.reach_before.search(left) or rules.metric.search(left)):
            return Role.THRESHOLD
        if floored and not rules.support.search(left):
            return Role.THRESHOLD
        if rules.step.search(left[-8:]):
            return Role.THRESHOLD
    if _is_granted(place) or _continues(place, near, before, heading):
        return main
    return None


def _cap_role(
    place: _Place, capped: re.Match[str] | None, near: list[Finding], before: list[Finding], main: Role
) -> Role | None:
    rules, left, right = place.rules, place.left, place.right
    subject = left[: capped.start()] if capped else left
    named_after = rules.named_after.match(right) or rules.granted_after.match(place.after)
    supported = bool(rules.support.search(place.segment.text) or named_after)
    if not supported and (rules.metric.search(subject) or rules.loan_limit.search(subject)):
        return Role.THRESHOLD
    if rules.loan_limit.search(subject) and not rules.named.search(subject) and not named_after:
        return Role.THRESHOLD
    if right.startswith("的") and not named_after:
        return Role.THRESHOLD
    if not (supported or near or before or place.supported):
        return None
    if main is Role.UNIT and ("/" in place.group[0] or "／" in place.group[0] or _measured(place)):
        return Role.UNIT
    return Role.CAP


def _measured(place: _Place) -> bool:
    """True for prices by area, weight or time span and area; a sum per head is a ceiling then."""
    unit = _unit(place) or ""
    return bool(set(unit.split("_")) - _COUNTED)


_COUNTED = {"year", "month", "piece", "person", "household", "enterprise", "visit"}


def _share_role(place: _Place, near: list[Finding], before: list[Finding], sign: str) -> Role | None:
    rules, left, right = place.rules, place.left, place.right
    if rules.reach_after.match(right) and not rules.cap_after.match(right):
        return Role.RATE if rules.floor_after.match(right) and rules.support.search(left) else None
    if rules.paid.search(place.segment.text) or rules.received.search(left):
        return None
    named = rules.named.search(left)
    if rules.raised.search(left) and (rules.named.search(place.whole_left) or rules.named_after.match(right)):
        return Role.RATE
    if rules.uplift.search(left):
        return Role.RATE if named or (place.supported and sign == POINT) else None
    capped = rules.cap_before.search(left) or re.search(r"(?:不超过|不高于|不得超过|不得高于|超出)[^，]*$", left)
    mains = [finding for finding in near or _last_sentence(place, before) if finding.role in MAIN]
    if capped and mains and not right and not re.search(r"按|给予|予以", left):
        return None
    if sign != POINT and not capped and rules.reach_before.search(left) and not rules.own_sum.search(left):
        return None
    if rules.floor_before.search(left) and not rules.support.search(left):
        return None
    if sign == POINT and not (named or rules.named_after.match(right) or rules.granted_after.match(right)):
        return None
    if rules.step.search(left[-8:]):
        return None
    if _is_granted(place, share=True):
        return Role.RATE
    if place.supported and rules.share_of.search(left):
        return Role.RATE
    if any(finding.role is Role.RATE for finding in near) and (not right or right[0] in "、和及与或"):
        return Role.RATE
    return None


def _last_sentence(place: _Place, before: list[Finding]) -> list[Finding]:
    last = place.segment.sentence - 1
    if place.index and place.parts[place.index - 1].sentence != last:
        return []
    return [finding for finding in before if place.parts[finding.segment].sentence == last]


def _is_granted(place: _Place, *, share: bool = False) -> bool:
    """True when the words right before or after the figure hand it out."""
    rules = place.rules
    reached = list(rules.reached.finditer(place.left))
    left = place.left[reached[-1].end() :] if reached else place.left
    return bool(
        rules.support.search(left)
        or rules.brief.search(place.left)
        or rules.granted_after.match(place.after)
        or (rules.named_after.match(place.right) and not (share and not place.supported))
        or (place.supported and re.search(r"(?:按|按照|以)[^，]{0,12}$", place.left) and re.match("的?标准", place.right))
    )


def _continues(place: _Place, near: list[Finding], before: list[Finding], heading: str | None) -> bool:
    """True for a sum of a list (一等奖10万元、二等奖5万元的奖励) or under a standard (标准如下)."""
    rules = place.rules
    if rules.listed_after.match(place.segment.text, place.group.end()):
        return True
    if place.right.strip("、和及与或的等") and not re.match("[、和及与或]", place.right):
        return False
    if any(finding.role in (Role.SUM, Role.UNIT) for finding in near):
        return True
    later = [part for part in place.parts[place.index + 1 :] if part.part == place.segment.part]
    if _unit(place) and any(rules.named_after.search(part.text) and MONEY in part.text for part in later):
        return True
    sentence = [part for part in place.parts[: place.index + 1] if part.sentence == place.segment.sentence]
    if any(rules.standard.search(part.text) for part in sentence):
        return any(rules.named.search(part.text) for part in place.parts) or bool(heading and rules.named.search(heading))
    introduced = any(part.mark == "：" and rules.named.search(part.text) for part in sentence[:-1])
    return introduced or bool(_unit(place) and before and before[-1].role is Role.UNIT)


def _is_fund(place: _Place) -> bool:
    """True when the sum is the size of a purse, not what an applicant gets."""
    text = place.segment.text
    found = place.rules.fund.search(text)
    if found is None:
        return False
    own = text[: place.group.start()] + MONEY + place.right
    return bool(place.rules.fund.search(own)) and not re.search(r"(?:给予|予以|奖励|补贴|补助|资助)[^，]{0,6}$", place.left)


def _unit(place: _Place) -> str | None:
    """The unit a price is for, as an id like ``m2_month``; None for a plain sum."""
    rules = place.rules
    printed = rules.unit.findall(re.sub(f"[{ANY}]", " ", _first_item(place.group[0])))
    if not printed:
        found = rules.per_before.search(place.left)
        printed = rules.unit.findall(found["per"]) if found else []
    measures = [measure for form in printed for measure in rules.words.units if form in measure.printed]
    ordered = sorted(dict.fromkeys((measure.time, measure.id) for measure in measures), key=lambda pair: pair[0])
    return "_".join(name for _, name in ordered) or None


def _first_item(group: str) -> str:
    signs = [at for at, char in enumerate(group) if char in ANY]
    return group[: signs[1]] if len(signs) > 1 else group


def _is_whole(unit: str) -> bool:
    """True when the unit is the applicant itself: 每家企业5万元 is a plain sum."""
    return unit in ("enterprise", "household")
