"""Graded support: lists with 分别, bands, steps, ranges."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from digest.enrich.instruments.details import threshold_of
from digest.enrich.instruments.grammar import Grammar
from digest.enrich.instruments.segments import FOREIGN, MONEY, SHARE, Segment, printed
from digest.enrich.instruments.spots import MAIN, FigureRole, RoleFinding
from digest.model.facts import Tier
from digest.regex import regex
from digest.text.money import Figure, Unit, find_figures
from digest.text.numerals import DIGITS

STAGE = regex(
    "(?:第[一二三四五六七八九十1-9](?:[至到][一二三四五六七八九十1-9])?|[前后首次][一二三四五六七八九十两0-9]{0,2})(?:个)?(?:年度?|季度|阶段|个?月|期|批|步)(?:内)?"
    "|(?:[IⅠⅡⅢⅣIV一二三四]{1,3}[ab]?期)(?:临床(?:试验|研究)?)?|临床前(?:研究)?"
)
"""The name of a stage: 第一年, 前三年, 首年, II期临床."""


class Tiers(NamedTuple):
    """The tiers of a row and the findings they were made from."""

    tiers: tuple[Tier, ...]
    used: tuple[RoleFinding, ...]


def amount(value: Decimal) -> float:
    """A sum in yuan: an int unless the text prints a fraction."""
    return int(value) if value == value.to_integral_value() else float(value)


def tiers_of(row: list[RoleFinding], parts: tuple[Segment, ...], text: str, rules: Grammar) -> Tiers:
    """The tiers of a row: more than one figure of a sort, or the upper end of a range.

    A first plain sum with steps after it stays a plain sum (10万元，每增加1亿元再奖励10万元), and ceilings beside one
    rate stay ceilings (补贴80%，省外、境外每个展位不超过5000元、8000元).
    """
    tiers: list[Tier] = []
    used: list[RoleFinding] = []
    mixed = _mixed(row)
    if mixed:
        whole = replace(mixed[0], figures=tuple(figure for one in mixed for figure in one.figures))
        made, thresholds = _tiers(
            whole, [whole if one is mixed[0] else one for one in row], parts, text, rules
        )
        return Tiers(tuple(made), (*mixed, *thresholds))
    rates = [one for one in row if one.role is FigureRole.RATE]
    for role in (*MAIN, FigureRole.CAP, FigureRole.FUND):
        group = [one for one in row if one.role is role]
        if role is FigureRole.CAP:
            group = [one for one in group if len(one.figures) > 1 and sum(map(_count, rates)) != 1]
        elif role is FigureRole.FUND:
            group = group[:1]
        elif len(group) > 1 and all(one.step for one in group[1:]) and not group[0].step:
            group = group[len(group[0].figures) == 1 :]
        figures = [figure for one in group for figure in one.figures]
        if len(figures) == 1 and figures[0].low < figures[0].high and not group[0].step:
            condition = printed(text, parts[group[0].segment], group[0].start, group[0].end)
            tiers.append(_tier(group[0], condition, None, figures[0], figures[0].high))
        elif len(figures) > 1 or (any(one.step for one in group) and _steps(group, row, parts, text)):
            used += group
            for one in group:
                made, thresholds = _tiers(one, row, parts, text, rules)
                tiers += made
                used += thresholds
    return Tiers(tuple(tiers), tuple(used))


def in_one_list(last: RoleFinding, one: RoleFinding) -> bool:
    """True for a sum and a share of one list: 分别按|30万元|、|50万元|、实到外资额的|8‰|给予奖励."""
    beside = last.segment == one.segment and one.left.startswith(("、", "和", "或"))
    return (
        beside
        and one.role in MAIN
        and {last.role, one.role} in ({FigureRole.SUM, FigureRole.RATE}, {FigureRole.UNIT, FigureRole.RATE})
    )


def _mixed(row: list[RoleFinding]) -> list[RoleFinding]:
    """The sums and shares of a row that make one list; none where the row has others beside it."""
    mains = [one for one in row if one.role in MAIN]
    pairs = [in_one_list(last, one) for last, one in pairwise(mains)]
    return mains if pairs and all(pairs) else []


def _steps(group: list[RoleFinding], row: list[RoleFinding], parts: tuple[Segment, ...], text: str) -> bool:
    """True for steps that add to something, or count money (每100万美元10万元). 每满一万人奖励1万元 alone is a sum."""
    adds = any(one.role in MAIN and one not in group for one in row) or not all(one.step for one in group)
    return adds or bool(find_figures(step_of(text, group[0], parts) or ""))


def _count(one: RoleFinding) -> int:
    return len(one.figures)


def band_of(
    one: RoleFinding, row: list[RoleFinding], parts: tuple[Segment, ...], text: str, rules: Grammar
) -> str:
    """What one of several ceilings is for: |旗舰店|最高给予100万元; empty where it says only whose it is (单个企业每年最高100万元), or
    what it is counted by."""
    condition = None if one.unit else _own_condition(one, row, parts, text, rules)
    return _ANY_ONE.sub("", _SUMS.sub("", rules.scope.sub("", condition or "")))


def said_of_bands(
    caps: list[RoleFinding], parts: tuple[Segment, ...], text: str, rules: Grammar
) -> tuple[int, str] | None:
    """The words of ceilings that each name what they are for, as printed, and the segment they begin in:
    首店最高给予200万元支持，旗舰店最高给予100万元支持."""
    names = [band_of(one, caps, parts, text, rules) for one in caps]
    if len(caps) < 2 or len(set(names) - {""}) < len(caps) or any(len(one.figures) > 1 for one in caps):
        return None
    first, last = caps[0].segment, caps[-1].segment
    if parts[first].part != parts[last].part:
        return None
    at = caps[0].start - len(caps[0].left)
    if at == 0 and first and names[0] in printed(text, parts[first - 1], 0, len(parts[first - 1].text)):
        first -= 1  # 单价在10亿元以上的，|资助金额最高不超过1000万元
    words = "".join(text[parts[first].signs[at].start : parts[last].signs[-1].end].split())
    return first, _EDGE.sub("", words)


def step_of(text: str, one: RoleFinding, parts: tuple[Segment, ...]) -> str | None:
    """The step that a sum is paid for where it adds to nothing: |每满一万人|奖励一万元, |每增加1亿元|，给予50万元."""
    for at in (one.segment, one.segment - 1):
        if at < 0 or parts[at].part != parts[one.segment].part:
            break
        end = one.start if at == one.segment else len(parts[at].text)
        found = _STEP.search(printed(text, parts[at], 0, end))
        if found:
            return found[0]
    return None


class Bound(NamedTuple):
    """Where a tier begins, in yuan, and how it is compared."""

    yuan: int
    comparator: str


def _tier(
    one: RoleFinding, condition: str | None, bound: Bound | None, figure: Figure, value: Decimal
) -> Tier:
    money = figure.unit in (Unit.YUAN, Unit.FOREIGN)
    return Tier(
        condition_zh=condition,
        threshold_yuan=bound.yuan if bound else None,
        amount_yuan=amount(value) if money else None,
        rate_percent=None if money else float(round(value, 6)),
        comparator=one.comparator,
        threshold_comparator=bound.comparator if bound else ">=",
    )


def _tiers(
    one: RoleFinding, row: list[RoleFinding], parts: tuple[Segment, ...], text: str, rules: Grammar
) -> tuple[list[Tier], list[RoleFinding]]:
    conditions, bounds, used = _conditions(one, row, parts, text, rules)
    made = [
        _tier(one, condition, bound, figure, value)
        for figure, condition, bound in zip(one.figures, conditions, bounds, strict=True)
        for value in dict.fromkeys((figure.low, figure.high))
    ]
    return made, used


def _conditions(
    one: RoleFinding, row: list[RoleFinding], parts: tuple[Segment, ...], text: str, rules: Grammar
) -> tuple[list[str | None], list[Bound | None], list[RoleFinding]]:
    """For each figure of a group what it is paid for, where that begins, and the thresholds used up."""
    count = len(one.figures)
    before = [other for other in row[: row.index(one)] if other.role is FigureRole.THRESHOLD]
    if count > 1:
        for other in reversed(before):
            if len(other.figures) == count:
                sign = threshold_of(other, parts, rules).comparator
                bounds = [_bound(figure, sign) for figure in other.figures]
                listed = _enumerated(one, parts, count, text)
                if all(name and _DIGIT.search(name) for name in listed):
                    return listed, bounds, [other]
                names = ["".join(text[figure.start : figure.end].split()) for figure in other.figures]
                return list(names), bounds, [other]
        names_or_none = _enumerated(one, parts, count, text)
        single = [other for other in before if len(other.figures) == 1][-count:]
        if (
            not any(names_or_none) and len(single) == count
        ):  # 增量在2000万元及以上、4000万元及以上的，分别给予
            signs = [threshold_of(other, parts, rules).comparator for other in single]
            bounds = [_bound(other.figures[0], sign) for other, sign in zip(single, signs, strict=True)]
            names = [printed(text, parts[other.segment], other.start, other.end) for other in single]
            return list(names), bounds, single
        bounds = [bound_in(name) for name in names_or_none]
        printed_bounds = any(_DIGIT.search(name) for name in names_or_none if name)
        return names_or_none, bounds, before if printed_bounds else []
    condition = _own_condition(one, row, parts, text, rules)
    own = [other for other in before if row.index(other) > _last_main(one, row)]
    if not own or one.step:  # 每增加1亿元 is no bound
        return [condition], [None], own[-1:]
    near = [other for other in own if other.segment == own[-1].segment]
    signs = [threshold_of(other, parts, rules).comparator for other in near]
    at = next((at for at, sign in enumerate(signs) if sign in {">", ">="}), len(near) - 1)
    return [condition], [_bound(near[at].figures[0], signs[at])], near


def _bound(figure: Figure, comparator: str) -> Bound | None:
    return Bound(int(figure.low), comparator) if figure.unit is Unit.YUAN else None


def bound_in(condition: str | None) -> Bound | None:
    """The lower bound that the words of a condition print: 50万元以上至100万元以下."""
    figures = find_figures(condition or "")
    if not figures or figures[0].unit is not Unit.YUAN or condition is None:
        return None
    below = _BELOW.match(condition, figures[0].end) and len(figures) == 1
    above = _ABOVE.search(condition, 0, figures[0].start)
    return Bound(int(figures[0].low), "<=" if below else ">" if above else ">=")


def _last_main(one: RoleFinding, row: list[RoleFinding]) -> int:
    roles = (*MAIN, one.role)
    return max((at for at, other in enumerate(row[: row.index(one)]) if other.role in roles), default=-1)


def _own_condition(
    one: RoleFinding, row: list[RoleFinding], parts: tuple[Segment, ...], text: str, rules: Grammar
) -> str | None:
    """What one figure of several is paid for: the words before it up to the verb of support."""
    segment = parts[one.segment]
    granted = [
        other for other in row if other.role is not FigureRole.THRESHOLD and other.segment == one.segment
    ]
    grants = [other.end for other in granted if other.end <= one.start]
    lead = printed(text, segment, max(grants, default=0), one.start)
    each = _EACH.search(lead) if one.step else None
    if each:
        return each[0]
    own = _bare(_GRANT.sub("", _FROM.sub("", lead)))
    stage = None if own else _LAST_STAGE.search(lead)
    if stage:
        return stage[0]  # 给予地方留成部分前三年100%、后两年50%的奖励
    beside = [other for other in granted if other.role is one.role and other is not one]
    if not own and beside and _BASE.search(lead):
        own = _bare(_BASE.split(lead)[-1])  # 按|展位费|的70%、|特装费|的50%
    if own and not (_PER.fullmatch(own) or _SUM.fullmatch(own) or rules.scope.fullmatch(own)):
        return own
    at = one.segment - 1
    near = at >= 0 and parts[at].part == segment.part and not parts[at].aside
    if one.start == len(one.left) and near and not _GRANTED.search(parts[at].text):
        return _bare(printed(text, parts[at], 0, len(parts[at].text))) or None
    return None


def _bare(words: str) -> str:
    return _EDGE.sub("", words)


def _enumerated(one: RoleFinding, parts: tuple[Segment, ...], count: int, text: str) -> list[str | None]:
    """The items of the list that a group with 分别 answers: 国际、国家、行业、团体标准 -> four. Behind ； only where
    it means that list (达到上述标准的)."""
    own = parts[one.segment]
    goes_on = any(_ABOVE_SAID.search(each.text) for each in parts[: one.segment] if each.part == own.part)
    for at in range(one.segment, -1, -1):
        segment = parts[at]
        if segment.sentence != own.sentence or (segment.part != own.part and not goes_on):
            break
        end = one.start if at == one.segment else len(segment.text)
        if at < one.segment and _GRANTED.search(segment.text):
            continue  # 分别给予200万元、100万元的奖励，每年分别发放6万元、4万元: the list stands before both
        words = printed(text, segment, 0, end)
        for run in reversed(_RUN.findall(words)):
            for between in _BETWEEN:
                items = [item for item in between.split(run) if item]
                if len(items) == count:
                    return _trimmed(items)
    return [None] * count


def _trimmed(items: list[str]) -> list[str | None]:
    """The first item without the words before the list, the last one without the words after it."""
    middle = items[1:-1] or items[1:]
    first = items[0]
    cut = _LEAD.search(first)
    figures = find_figures(first + "元" if first[-1:] in "万亿" else first)
    if figures and all(_DIGIT.match(item) for item in middle):
        first = first[figures[0].start :]  # 实缴注册外资|1000万（含）至2000万美元
    elif cut:
        first = first[cut.end() :]
    elif level := _LEVEL.search(first):
        first = level[0]  # 承办|国际级
    last = _TRAIL.split(items[-1])[0]
    return [_bare(first) or None, *items[1:-1], _bare(last) or None]


_GRANT = regex(
    r"(?:原则上)?(?:可)?(?:按|按照|参照|分别|一次性|每年|再|另|予以|给予|奖励|补助|补贴|资助|奖补|发放|扶持|配套|最高|不得?超过|不得?高于|增加奖|再|另).*$"
)
_EDGE = regex(r"^(?:其中|对于?|并|且|和|、|的|：)+|[的，、；：为（(]+$")
_RUN = regex(r"[^，。；：]*[、和及][^，。；：]*")
_BETWEEN = (regex("、|以?及|和"), regex("、|以?及|和|或"), regex("、"))
_LEAD = regex(
    r".*(?:主导制定|达到|超过|突破|制定|认定为?|评为|获[评得]?|列入|评[定选]为|入选|通过|取得|按照?|完成|为|的|对|给予)(?=.)"
)
_BASE = regex("按照?|以")
_PER = regex("每[^，]{0,2}[人亩吨台辆个件户家次头套平米度时箱班架趟]{1,2}(?:每[年月日天])?")
_LEVEL = regex("(?:国家|国际|全国|世界|自治区|[省市区县州部])级$")
_SUM = regex("(?:增加|再|另|加|奖金|补贴|补助|奖励|资助|标准|金额|额度|各|为)+")
_SUMS = regex(
    "(?:总|年度?|累计|合计|每年|全年|当年|原则上)*(?:(?:奖励|补[助贴]|资助|支持|贴息|扶持|申请)(?:资金|金额|标准|总?额|额度)?|金额|总额|额度|标准)?(?:总额|合计|累计|每年|年度)?$"
)
_ANY_ONE = regex(
    "^(?:对?(?:单[个家一项笔户位]|每|一[家个]|同一|其中|累计|总|全年|年度?|每年|期限|第.).*|.{0,1})$"
)
_LAST_STAGE = regex(f"(?:{STAGE.pattern})$")
_EACH = regex(f"每(?=[{DIGITS}百万亿])[^，]*$")
_STEP = regex(r"每.+?(?=[再另可]?(?:给予|予以|奖励?|补[助贴]?|资助|发放|按)|$)")
_FROM = regex(
    "(?:(?:由|从)[^，]*|(?:比例|标准|额度)?(?:可|再|统一)?)(?:提高|增加|上调|调整|提升|降低|下调|调减)[到至为]$"
)
_GRANTED = regex(
    f"(?:给予|奖励|补[助贴]|发放|资助)[^，]*[{MONEY}{FOREIGN}{SHARE}]"
    f"|[{MONEY}{FOREIGN}{SHARE}][^，]{{0,10}}(?:给予|予以)[^，]{{0,6}}(?:奖励|补[助贴]|资助)"
)
_DIGIT = regex(f"[{DIGITS}]|[一二三四五六七八九十百千]+[万亿元]")
_BELOW = regex("(?:（[^）]*）)?(?:及?以下|以内)")
_ABOVE = regex("(?:超过|突破|高于|大于)$")
_ABOVE_SAID = regex("上述|前述|以上(?:标准|情形|条件)")
_TRAIL = regex(r"(?<=.)(?:的|称号|分别|，|[二三四五六七八九]个)")
