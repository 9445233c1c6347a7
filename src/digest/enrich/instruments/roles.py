"""What each figure of a text is to a grant: a sum, a rate, a ceiling, a fund, a condition or nothing."""

from dataclasses import replace
from itertools import groupby

from digest.enrich.instruments.ended import ended_segments
from digest.enrich.instruments.grammar import Grammar
from digest.enrich.instruments.leads import heads_list
from digest.enrich.instruments.segments import FOREIGN, MONEY, POINT, SHARE, Segment
from digest.enrich.instruments.shares import share_role
from digest.enrich.instruments.spots import REACH, FigureRole, RoleFinding, Spot, SpotSentence
from digest.enrich.instruments.sums import sum_role
from digest.regex import regex


def findings(
    parts: tuple[Segment, ...], rules: Grammar, heading: str | None = None
) -> tuple[RoleFinding, ...]:
    """The groups of figures that play a part, in order."""
    standard = bool(rules.named.search(heading or "")) or any(rules.named.search(part.text) for part in parts)
    found: list[RoleFinding] = []
    before: list[RoleFinding] = []
    listed = heads_list(heading or "", rules)
    first = 0
    for _, group in groupby(parts, key=lambda part: part.sentence):
        own = tuple(group)
        supported = listed or any(rules.support.search(part.text) for part in own)
        sentence = SpotSentence(own, supported, standard, listed)
        near = [] if _punishes(own, rules) else _of_sentence(sentence, before, rules)
        found.extend(replace(one, segment=first + one.segment) for one in near)
        before, first = near, first + len(own)
        listed = listed or (own[-1].mark == "：" and heads_list(own[-1].text, rules))
    return tuple(found)


def _of_sentence(sentence: SpotSentence, before: list[RoleFinding], rules: Grammar) -> list[RoleFinding]:
    """The findings of a sentence; their ``segment`` counts from its beginning."""
    found: list[RoleFinding] = []
    ended = ended_segments(sentence.parts, rules)
    past = False
    for index, segment in enumerate(sentence.parts):
        past = past or bool(rules.past.search(segment.text))  # 共减免房租4.8亿元，发放返还资金9.7亿元
        if index in ended or past or rules.never.search(segment.text):
            continue
        groups = list(rules.group.finditer(segment.text))
        ends = [0, *(group.end() for group in groups)]
        starts = [*(group.start() for group in groups[1:]), len(segment.text)]
        for group, start, end in zip(groups, ends, starts, strict=False):
            left = segment.text[max(start, group.start() - REACH) : group.start()]
            right = segment.text[group.end() : min(end, group.end() + REACH)]
            about = rules.about_after.match(right)
            right = _WITHIN.sub("以内", right[about.end() :] if about else right)
            spot = Spot(sentence, index, group, left, right, rules, found, before, bool(about))
            role = _role(spot)
            if role is not FigureRole.NONE:
                found.append(_finding(spot, role))
    return found


def _punishes(parts: tuple[Segment, ...], rules: Grammar) -> bool:
    text = "，".join(part.text for part in parts)
    return bool(rules.punish.search(text)) and not any(word in text for word in rules.words.punish_not)


def _role(spot: Spot) -> FigureRole:
    each = spot.left.endswith("每")  # 每1美元给予0.03元
    raised = spot.rules.raised_after.match(spot.following)  # 由50万提高到
    if each or raised or _INCLUDED.match(spot.segment.text) or _ends_a_band(spot):
        return FigureRole.NONE
    return share_role(spot) if spot.sign in (SHARE, POINT) else sum_role(spot)


def _ends_a_band(spot: Spot) -> bool:
    """比例60%（含）—66%的，奖励75%: the upper end is as little support as the lower one."""
    if not (_DASH.fullmatch(spot.left) and spot.group.start() > len(spot.left)):
        return False
    dash = spot.group.start() - len(spot.left)
    return not (spot.near and (spot.near[-1].segment, spot.near[-1].end) == (spot.index, dash))


def _finding(spot: Spot, role: FigureRole) -> RoleFinding:
    return RoleFinding(
        role,
        spot.index,
        spot.group.start(),
        spot.group.end(),
        spot.left,
        spot.figures,
        _comparator(spot, role),
        spot.unit,
        bool(spot.rules.support.search(spot.window)),
        spot.step,
        role is FigureRole.RATE and bool((_UPLIFT if spot.sign == POINT else _SURCHARGE).search(spot.left)),
    )


def _comparator(spot: Spot, role: FigureRole) -> str:
    """How a granted figure is meant, as printed."""
    rules, left, right = spot.rules, spot.left, spot.right
    limited = _LIMITED if role is FigureRole.RATE else rules.cap_before
    if limited.search(left) or rules.cap_after.match(right) or right.startswith(("以内", "以下")):
        return "<="
    floored = rules.floor_after.match(spot.segment.text, spot.group.end())
    if floored or rules.floor_before.search(left):
        return ">="
    if role is FigureRole.RATE and _FLOORED.search(left):
        return ">="
    before = rules.compared_before.search(left)
    if spot.about or (before and rules.signs[before["word"]] == "~"):
        return "~"
    return ">" if any(figure.more for figure in spot.figures) else "="


_DASH = regex("[-－—–~～至到]+")
_INCLUDED = regex(f"不?含(?=[{MONEY}{FOREIGN}{SHARE}])")  # 100万元至300万元（含300万元）的，扶持12%
_LIMITED = regex("最高|至多|不超过|不高于|不得超过|不得高于|上限")
_FLOORED = regex("不得?(?:低于|少于)")
_WITHIN = regex("^的?(?:范围之?内|之内|限度内|额度内)")
_SURCHARGE = regex("(?:上浮|加成)$")
_UPLIFT = regex("(?:提高|上浮|增加|上调|加|提升|追加|上升)(?:了)?$")
