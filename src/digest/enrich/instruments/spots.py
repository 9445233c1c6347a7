"""A group of figures in its place: the words around it, and what was found before it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from digest.enrich.instruments.grammar import ANY, Grammar
from digest.enrich.instruments.segments import Segment
from digest.regex import regex
from digest.text.money import Figure


class FigureRole(StrEnum):
    """The part a group of figures plays."""

    SUM = "sum"  # 给予10万元
    UNIT = "unit"  # 20元/平方米/月
    RATE = "rate"  # 按投资额的10%
    CAP = "cap"  # 最高不超过100万元
    FUND = "fund"  # 设立50亿元基金
    THRESHOLD = "threshold"  # 年销售额超过500万元的
    NONE = "none"  # 增长10%


REACH = 300
"""How many signs around a figure are looked at."""

SPLIT = regex(r"(?:承担|分担|负担|自筹|自付|自担|自缴|自理)[^，]{0,3}$")
"""Words before what one of several payers bears (市级财政承担10万元)."""

MAIN = (FigureRole.SUM, FigureRole.UNIT, FigureRole.RATE)
"""Roles that grant something by themselves."""


_NEAR = 8  # signs in which 每100万美元 ends before its price


_PRIZE = regex("的?[^，]{1,8}奖$")
_EARNS = regex(
    "的?(?:企业|项目)?的?(?:再|另|一次性|给予|，)*(?:奖励?|补[助贴]?|资助|给予|奖给|奖补)(?:人民币|企业|其)?"
)


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A group of figures of one sort (分别100万元、50万元) and its role.

    ``segment`` is an index; ``start`` and ``end`` count signs of the segment's text; ``left`` is the
    text between the figure before and this one. ``comparator``: ``= < <= > >= ~``. ``granted`` is True
    where the segment has a word of support, ``step`` where it counts steps (每增加1亿元), ``uplift`` where it
    raises another support by points (再提高2个百分点).
    """

    role: FigureRole
    segment: int
    start: int
    end: int
    left: str
    figures: tuple[Figure, ...]
    comparator: str
    unit: str | None
    granted: bool
    step: bool
    uplift: bool = False

    @property
    def currency(self) -> str:
        """The currency of the figures, the yuan for shares."""
        return self.figures[0].currency or "CNY"


@dataclass(frozen=True, slots=True)
class SpotSentence:
    """What all spots of a sentence share. ``supported``: it has a word of support somewhere;
    ``standard``: the whole text (or its heading) has one, so that a bare list of prices is support; ``listed``: the
    words above say that sums follow (补贴标准, 按以下标准给予奖励：), so that a bare sum is support."""

    parts: tuple[Segment, ...]
    supported: bool
    standard: bool
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A group of figures between its neighbours: ``left`` and ``right`` reach to the next figure.

    ``index`` is the segment's place in its sentence. ``near`` are the findings of the sentence so far,
    ``before`` those of the sentence before it. ``about``: 左右 stood behind the figure (``right`` begins after it).
    """

    sentence: SpotSentence
    index: int
    group: re.Match[str]
    left: str
    right: str
    rules: Grammar
    near: Sequence[RoleFinding]
    before: Sequence[RoleFinding]
    about: bool = False

    @property
    def sign(self) -> str:
        """The sign of the group's figures."""
        return self.group[0][0]

    @property
    def segment(self) -> Segment:
        return self.sentence.parts[self.index]

    @property
    def figures(self) -> tuple[Figure, ...]:
        signs = self.segment.signs[self.group.start() : self.group.end()]
        return tuple(sign.figure for sign in signs if sign.figure)

    @property
    def whole_left(self) -> str:
        """The segment up to the group."""
        return self.segment.text[max(self.group.start() - REACH, 0) : self.group.start()]

    @property
    def window(self) -> str:
        """The segment around the group."""
        return self.whole_left + self.segment.text[self.group.start() : self.group.end() + REACH]

    @property
    def after(self) -> str:
        """The words after the figure; they go on behind a comma after ……的标准，."""
        if self.right.strip("的标准比例") or self.index + 1 == len(self.sentence.parts):
            return self.right
        following = self.sentence.parts[self.index + 1]
        return self.right + following.text if following.part == self.segment.part else self.right

    @property
    def following(self) -> str:
        """The words after the figure and those of the next segment of the same part."""
        at = self.index + 1
        if self.segment.text[self.group.end() :] != self.right or at == len(self.sentence.parts):
            return self.right
        following = self.sentence.parts[at]
        return f"{self.right}，{following.text}" if following.part == self.segment.part else self.right

    @property
    def granted(self) -> bool:
        """True when the words right before or after the figure hand it out."""
        rules = self.rules
        reached = list(rules.reached.finditer(self.left))
        return bool(
            rules.support.search(self.left, reached[-1].end() if reached else 0)
            or rules.brief.search(self.left)
            or rules.granted_after.match(self.after)
            or (
                self.sentence.supported
                and rules.standard_of.search(self.left)
                and re.match("的?标准", self.right)
            )
        )

    @property
    def named_after(self) -> bool:
        """True when the figure is followed by what it is called: 20万元的租金补贴, 最高3000万元的落户奖."""
        ends = self.group.end() + len(self.right) == len(self.segment.text)
        return bool(self.rules.named_after.match(self.right) or (ends and _PRIZE.match(self.right)))

    @property
    def step(self) -> bool:
        """True when the segment, or the one before it, counts steps: 每增加1亿元，另给予10万元."""
        lead = self.whole_left
        previous = self.sentence.parts[self.index - 1] if self.index else None
        if previous and previous.part == self.segment.part:
            lead = previous.text[-12:] + lead
        each = re.search(
            f"每(?:[{ANY}]|[0-9]{{0,4}}[百万亿])[^，{ANY}]{{0,4}}$", self.whole_left[-_NEAR:]
        )  # 每100万美元10万元, 每万平方米5000元
        return bool(each or self.rules.step.search(lead))

    @property
    def counts(self) -> bool:
        """True for the step itself: 每增加|1亿元, but not 每增加1人给予|3000元."""
        near = self.left[-_NEAR:]
        found = self.rules.step.search(near)
        return bool(found and not self.rules.support.search(near, found.end()))

    @property
    def earns(self) -> bool:
        """True when the figure is what earns the next one: 产值1000万元的企业奖励10万元."""
        followed = self.group.end() + len(self.right) < len(self.segment.text)
        return followed and bool(_EARNS.fullmatch(self.right))

    @property
    def unit(self) -> str | None:
        """The unit a price is for, as an id like ``m2_month``; None for a plain sum."""
        rules = self.rules
        first = re.split(f"(?<=.)[{ANY}]", self.group[0])[0]
        printed = rules.unit.findall(re.sub(f"[{ANY}]", " ", first))
        if not printed:
            found = rules.per_before.search(self.left) or rules.per_noun.search(self.left)
            if not found and rules.raised.search(self.left):  # 从每亩100元提高至150元
                found = rules.per_before.search(re.split(f"[{ANY}]", self.whole_left)[0])
            printed = rules.unit.findall(found["per"]) if found else []
            earlier = rules.per_earlier.search(self.left[: found.start("per")]) if found else None
            printed += [earlier["per"]] if earlier else []
        measures = [measure for form in printed for measure in rules.words.units if form in measure.printed]
        ordered = sorted(
            dict.fromkeys((measure.time, measure.id) for measure in measures), key=lambda pair: pair[0]
        )
        return "_".join(name for _, name in ordered) or None


class FigureRule(NamedTuple):
    """One opinion on a figure: ``judge`` says what it is, or None, which leaves it to the next rule of the table.
    Without the rule, ``example`` would be read otherwise (a test takes it out)."""

    judge: Callable[[Spot], FigureRole | None]
    example: str


def first_opinion(rules: Sequence[FigureRule], spot: Spot) -> FigureRole:
    """The role that the first rule with an opinion gives; ``FigureRole.NONE`` when none has one."""
    return next((role for rule in rules if (role := rule.judge(spot))), FigureRole.NONE)
