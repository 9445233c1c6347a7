"""Figures that belong to one support become one Instrument."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from digest.enrich.instruments.details import (
    COUNTED,
    OVER_SEVERAL,
    base_of,
    caps_of,
    is_another,
    kind_of,
    named_kind,
    one_off_of,
    per_of,
    row_end,
    threshold_of,
)
from digest.enrich.instruments.durations import lasting, with_durations
from digest.enrich.instruments.ended import repeals
from digest.enrich.instruments.grammar import ANY, Grammar
from digest.enrich.instruments.leads import heads_list
from digest.enrich.instruments.payouts import with_payouts
from digest.enrich.instruments.recipients import (
    alternatives,
    conditions_of,
    fund_recipient_of,
    recipient_of,
)
from digest.enrich.instruments.roles import findings
from digest.enrich.instruments.segments import POINT, Segment, segments
from digest.enrich.instruments.spots import MAIN, FigureRole, RoleFinding
from digest.enrich.instruments.stages import stages_in_brackets, stages_of, stages_of_ceilings
from digest.enrich.instruments.tiers import (
    STAGE,
    amount,
    band_of,
    in_one_list,
    said_of_bands,
    step_of,
    tiers_of,
)
from digest.enrich.instruments.unquantified import unquantified
from digest.model.facts import Instrument, Stage
from digest.regex import regex


def find_instruments(text: str, rules: Grammar, heading: str | None = None) -> tuple[Instrument, ...]:
    """Every support that a clause's own text grants, in order.

    ``heading``, or the words that lead to the clause, may say what bare sums are for (奖励标准). Money is in yuan, rates in percent;
    ``text[start:end]`` is the evidence. Thresholds, statistics, fines and loan limits are no support.
    """
    if not rules.hint.search(text) and not rules.named.search(heading or ""):
        return ()
    parts = segments(text)
    found = findings(parts, rules, heading)
    rows = [
        row
        for row in _grouped(found, parts, text, rules)
        if any(one.role is not FigureRole.THRESHOLD for one in row)
    ]
    spans = _spans(rows, parts)
    made: list[Instrument] = []
    leads = [-1, *(at for at, part in enumerate(parts) if part.mark == "：" and heads_list(part.text, rules))]
    named = [heading if heads_list(heading or "", rules) else "", *(parts[at].text for at in leads[1:])]
    announced = [named_kind(words or "", rules) for words in named]
    for at, (row, span) in enumerate(zip(rows, spans, strict=True)):
        goes_on = at and parts[rows[at - 1][-1].segment].sentence == parts[row[0].segment].sentence
        before = made[-1].kind if goes_on and made[-1].kind not in _OTHER_KINDS else None
        before = before or announced[max(bisect_left(leads, row[0].segment) - 1, 0)]
        made.append(_instrument(text, parts, row, span, before, rules))
    ended = repeals(text, parts, rules)
    made.extend(ended)
    taken = sorted((one.start, one.end) for one in made)
    made.extend(unquantified(text, parts, taken, rules))
    made.sort(key=lambda one: (one.start, one.end))
    return tuple(with_payouts(text, parts, tuple(with_durations(text, parts, made)), rules))


def _grouped(
    found: tuple[RoleFinding, ...], parts: tuple[Segment, ...], text: str, rules: Grammar
) -> list[list[RoleFinding]]:
    """Findings of one support together; a threshold goes with the grant that follows it."""
    rows: list[list[RoleFinding]] = []
    pending: list[RoleFinding] = []
    for one in found:
        if pending and parts[pending[-1].segment].sentence != parts[one.segment].sentence:
            pending = []
        if one.role is FigureRole.THRESHOLD:
            pending = [*pending[1 - _LONGEST_ROW :], one]
        elif rows and _joins(rows[-1], one, parts, text, rules):
            rows[-1] += [*pending, one]
            pending = []
        else:
            rows.append([*pending, one])
            pending = []
    return rows


def _joins(
    row: list[RoleFinding], one: RoleFinding, parts: tuple[Segment, ...], text: str, rules: Grammar
) -> bool:
    """True when a figure says more of the support that the row already holds."""
    held = [finding for finding in row if finding.role is not FigureRole.THRESHOLD]
    distance = parts[one.segment].sentence - parts[held[-1].segment].sentence
    if one.role is FigureRole.FUND:
        beside = held[-1].segment == one.segment and _FIRST.search(held[-1].left)
        first = _FIRST.search(one.left) or beside
        return held[-1].role is FigureRole.FUND and distance == 0 and bool(first)
    if len(row) >= _LONGEST_ROW or held[-1].role is FigureRole.FUND or distance > 1:
        return False
    if one.role is FigureRole.CAP and is_another(one):
        return False
    if one.role is FigureRole.CAP and distance == 0 and _next_ceiling(held, one, parts, text, rules):
        return True
    if one.role is FigureRole.CAP:
        anew = _grants_itself(held[-1], one, parts, rules)
        alone = all(each.role is FigureRole.CAP for each in held)
        dealt = alone and _dealt_out(held[0], one, parts)
        own = anew and not dealt and (alone or _is_another(held[-1], one, parts, rules))
        other = held[-1].role is FigureRole.CAP and distance == 0 and _other_scope(held[-1], one, rules)
        return not own and (other or _caps(held, one, parts, next_sentence=distance > 0))
    if distance or one.uplift or (held[0].role is not FigureRole.RATE and one.currency != held[0].currency):
        return False
    mains = [finding for finding in held if finding.role in MAIN]
    if not mains:
        cap = held[-1]
        if _introduces(cap, parts) or cap.segment == one.segment:
            names = {_called(each, parts, rules) for each in (cap, one)}
            return one.role is FigureRole.RATE or "" in names  # 最高2000万元科研经费、300万元安家补助 are two
        return not cap.granted and not _grants_itself(cap, one, parts, rules)
    return not mains[-1].uplift and (one.step or _goes_on(mains, held[-1], one, parts, rules))


def _next_ceiling(
    held: list[RoleFinding], cap: RoleFinding, parts: tuple[Segment, ...], text: str, rules: Grammar
) -> bool:
    """True for a further ceiling of one share that each say what for: 投资的50%，首店最高给予200万元支持，旗舰店最高给予100万元支持."""
    rates = [each for each in held if each.role is FigureRole.RATE]
    last = held[-1]
    return (
        len(rates) == 1
        and last.role is FigureRole.CAP
        and parts[last.segment].part == parts[cap.segment].part
        and all(band_of(each, [last, cap], parts, text, rules) for each in (last, cap))
    )


def _dealt_out(first: RoleFinding, one: RoleFinding, parts: tuple[Segment, ...]) -> bool:
    """True in a list that 其中 begins: 给予培训补贴，其中A类每人最高补贴300元；B类每人最高补贴1200元."""
    own = _of_part(first.segment, parts)
    return any(text.startswith("其中") for text in own) and not _new_recipient(first, one, parts)


def _other_scope(last: RoleFinding, cap: RoleFinding, rules: Grammar) -> bool:
    """True where two ceilings print what each holds for: 单人最高10万元，每家企业给予最高不超过30万元支持."""
    scopes = [rules.scope.search(one.left) for one in (last, cap)]
    return all(scopes) and len({found["what"] for found in scopes if found}) == len(scopes)


def _grants_itself(last: RoleFinding, one: RoleFinding, parts: tuple[Segment, ...], rules: Grammar) -> bool:
    """True for a figure of another part that has its own words of granting: ；对行业平台给予奖补，最高1000万元."""
    part = parts[one.segment].part
    own = [other.text for other in parts[last.segment + 1 : one.segment + 1] if other.part == part]
    return part != parts[last.segment].part and any(rules.support.search(words) for words in own)


def _is_another(last: RoleFinding, cap: RoleFinding, parts: tuple[Segment, ...], rules: Grammar) -> bool:
    """True where the part of a ceiling grants for itself: ；对活动给予最高10万元, ；租房的，给予租金补贴，每年最高10万元."""
    part = parts[cap.segment].part
    before = [one.text for one in parts[last.segment + 1 : cap.segment] if one.part == part]
    named = any(rules.plain.search(words) for words in before)
    return named or bool(_GIVEN.search(cap.left) and _new_recipient(last, cap, parts))


def _caps(
    held: list[RoleFinding], cap: RoleFinding, parts: tuple[Segment, ...], *, next_sentence: bool
) -> bool:
    """True for the ceiling of what is held; 给予最高… after another sum is a support of its own."""
    text = parts[cap.segment].text
    if COUNTED.search(text) or (OVER_SEVERAL.search(text) and next_sentence):
        return False
    given = bool(_GIVEN.search(cap.left))
    return not (
        given and (next_sentence or any(one.role in (FigureRole.CAP, FigureRole.SUM) for one in held))
    )


def _goes_on(
    mains: list[RoleFinding], last: RoleFinding, one: RoleFinding, parts: tuple[Segment, ...], rules: Grammar
) -> bool:
    """True for a further tier, and for a price after its share (按面积的30%，给予每平方米10元)."""
    if in_one_list(mains[-1], one):
        return True
    if mains[-1].role is not one.role:
        return one.granted and not mains[-1].granted
    purposes = {_purpose(each, parts, rules) for each in (mains[-1], one)} - {""}
    if len(purposes) > 1:
        return False
    if last.role is FigureRole.CAP and (
        parts[one.segment].part != parts[last.segment].part or _has_own_base(one, rules)
    ):
        return False
    other_part = parts[one.segment].part != parts[last.segment].part
    if other_part and STAGE.search(mains[-1].left) and not STAGE.search(one.left):
        return False  # 第一年奖励550万元，第二年奖励400万元；内贸航线一次性奖励250万元
    if one.role is FigureRole.UNIT and one.unit and _counted(mains[-1]) != _counted(one):
        return False
    a_list = max(len(one.figures), len(mains[-1].figures)) > 1
    if a_list and _grants_itself(last, one, parts, rules):
        return False
    first = _name(mains[0], parts, rules)
    same_name = _name(one, parts, rules) in ("", first) or (not first and bool(STAGE.search(one.left)))
    other = _new_recipient(last, one, parts) and not _next_band(last, one, parts)
    return same_name and not _supplement(one) and not other


def _has_own_base(one: RoleFinding, rules: Grammar) -> bool:
    """True for a share with its own words behind a ceiling: 展位费补贴70%，最高3万元，机票费补贴50%."""
    named = rules.named.search(one.left)
    return one.role is FigureRole.RATE and bool(named and _COST.search(one.left, 0, named.start()))


def _counted(price: RoleFinding) -> set[str]:
    """What a price is for, without the time: 每亩 and 每吨 are two supports, 每人每月 and 每人每年 one."""
    return set((price.unit or "").split("_")) - {"", "year", "month", "day", "quarter", "hour"}


def _introduces(cap: RoleFinding, parts: tuple[Segment, ...]) -> bool:
    """True for a ceiling that stands before the sums: 每个单位资助总额不超过300万元：其中…."""
    return parts[cap.segment].mark == "：" or bool(re.search("总额|合计|累计", cap.left))


def _supplement(one: RoleFinding) -> bool:
    return bool(
        re.search(r"另外?[给奖补]|再给予|额外|同时|并给予|并奖励|并按|再(?:分别|各)?(?:增加|追加)", one.left)
    )


def _new_recipient(last: RoleFinding, one: RoleFinding, parts: tuple[Segment, ...]) -> bool:
    """True when a phrase between two figures names somebody or something else to support."""
    return any(
        re.match(r"(?:并)?(?:对|支持|鼓励|以|向(?=[^，]*(?:发放|给予)))", part.text)
        for part in parts[last.segment + 1 : one.segment + 1]
        if not part.aside
    )


def _next_band(last: RoleFinding, one: RoleFinding, parts: tuple[Segment, ...]) -> bool:
    """True where two parts name the same recipients but for their figures: 对营业收入1亿元以上的总部，给予200万元奖励；
    对营业收入5亿元以上的总部，给予400万元奖励."""
    named: list[str] = []
    for at in (last.segment, one.segment):
        who = next((text for text in _of_part(at, parts) if _TO.match(text)), "")
        named.append(_PAYS.split(who)[0])
    first, second = (_BAND.sub("#", words) for words in named)
    return first == second and "#" in first


def _of_part(at: int, parts: tuple[Segment, ...]) -> Iterator[str]:
    """The texts of a part up to one of its segments, backwards."""
    before = (parts[index] for index in range(at, -1, -1))
    return (part.text for part in takewhile(lambda part: part.part == parts[at].part, before))


def _name(one: RoleFinding, parts: tuple[Segment, ...], rules: Grammar) -> str:
    """The word of support by a figure; empty when the segment leaves it out."""
    text = parts[one.segment].text
    found = rules.named.search(text, one.end) or rules.named.search(one.left)
    return found[0] if found else ""


def _purpose(one: RoleFinding, parts: tuple[Segment, ...], rules: Grammar) -> str:
    """What an allowance is for, behind its sum or before it: 每年1000元的|交通|补贴, |生活|补贴每月3600元."""
    called = _called(one, parts, rules)
    found = None if called.startswith("、") else rules.allowance.search(called)
    found = found or next(iter([*rules.allowance.finditer(one.left)][-1:]), None)
    return found["purpose"] if found else ""


def _called(one: RoleFinding, parts: tuple[Segment, ...], rules: Grammar) -> str:
    """The words that name a figure right behind it: 300万元|安家补助|."""
    found = rules.named_after.match(parts[one.segment].text, one.end)
    return found[0] if found else ""


def _spans(rows: list[list[RoleFinding]], parts: tuple[Segment, ...]) -> list[tuple[int, int]]:
    """The first and last segment of each row: from the start of its sentence part, or from behind the
    row before it, to its last figure or the duration or purpose that follows."""
    lasts = [max(one.segment for one in row if one.role is not FigureRole.THRESHOLD) for row in rows]
    spans = []
    for at, row in enumerate(rows):
        first = row[0].segment
        free = min(lasts[at - 1] + 1, first) if at else 0
        begin = first
        while begin > free and parts[begin - 1].part == parts[first].part:
            begin -= 1
        limit = rows[at + 1][0].segment if at + 1 < len(rows) else len(parts)
        spans.append((_begin(parts, begin, first), max(lasts[at], row_end(parts, lasts[at], limit))))
    return spans


def _begin(parts: tuple[Segment, ...], begin: int, first: int) -> int:
    """Where the grant begins: 支持……，对……的，给予 begins with 对 unless a condition stands before it, and behind a
    grant that is whole: 对流片给予补贴，对平台给予500万元奖励."""
    lead = parts[begin].text
    for at in range(begin, first + 1):
        to = at > begin and _TO.match(parts[at].text)
        if to and _LEADS.match(lead):
            return at
        if parts[at].text.endswith("的"):
            break
        if to and not _THEIRS.match(parts[at].text):
            return at
    return begin


def _instrument(
    text: str,
    parts: tuple[Segment, ...],
    row: list[RoleFinding],
    ends: tuple[int, int],
    before: str | None,
    rules: Grammar,
) -> Instrument:
    first, last = ends
    span = parts[first : last + 1]
    start = min(part.signs[0].start for part in span if part.signs)
    end = max(part.signs[-1].end for part in span if part.signs)
    mains = [one for one in row if one.role in MAIN]
    caps = [one for one in row if one.role is FigureRole.CAP]
    tiers = tiers_of(row, parts, text, rules)
    rate = next((one for one in mains if one.role is FigureRole.RATE and one not in tiers.used), None)
    price = next((one for one in mains if one.role is FigureRole.UNIT and one not in tiers.used), None)
    fixed = next((one for one in mains if one.role is FigureRole.SUM and one not in tiers.used), None)
    funds = sorted(
        (one for one in row if one.role is FigureRole.FUND), key=lambda one: bool(_FIRST.search(one.left))
    )
    fund = funds[0] if funds else None
    rated = rate or next((one for one in mains if one.role is FigureRole.RATE), None)
    single = price or fixed or fund
    plain = single or next((one for one in mains if one.role is not FigureRole.RATE), None)
    unit = next((one.unit for one in mains if one.unit), None)
    whole = fund and not mains
    recipient = (fund_recipient_of if whole else recipient_of)(text, span, rules)
    limited = said_of_bands([one for one in caps if one not in tiers.used], parts, text, rules)
    bands = [tier.condition_zh for tier in tiers.tiers]
    if len(bands) > 1 and bands[0] == recipient and re.search("[0-9]", recipient or ""):
        recipient = None  # only the first band of several
    if limited and recipient and limited[1].startswith(recipient):
        recipient = None
    ceilings = tuple(
        cap for one in caps if one not in tiers.used for cap in caps_of(one, parts, span, recipient, rules)
    )
    rate_is_points = rated is not None and parts[rated.segment].text[rated.start] == POINT
    lasts = lasting(span)
    alone = next((one for one in mains if one.step and one not in tiers.used), None)
    each = step_of(text, alone, parts) if alone else None
    given = conditions_of(text, span, row, first)
    if limited and given and given in limited[1]:
        given = None
    return Instrument(
        kind=kind_of([*mains, *caps], parts, span, before, rules),
        evidence=text[start:end],
        start=start,
        end=end,
        rate_percent=float(round(rate.figures[0].low, 6)) if rate else None,
        rate_base_zh=base_of(text, rated, row, parts, rules) if rated else _area(text[start:end], price),
        caps=ceilings,
        tiers=tiers.tiers,
        unit_amount_yuan=amount(price.figures[0].low) if price else None,
        unit=unit,
        fixed_yuan=int(fixed.figures[0].low) if fixed else None,
        fund_yuan=int(fund.figures[0].low) if fund else None,
        thresholds=tuple(
            threshold_of(one, parts, rules)
            for one in row
            if one.role is FigureRole.THRESHOLD and one not in tiers.used and not rules.step.search(one.left)
            if not limited or one.segment < limited[0]
        )
        if not alternatives(span)
        else (),
        duration_months=lasts.months,
        duration_comparator=lasts.comparator,
        one_off=one_off_of([*mains, *caps], parts, ends),
        recipient_zh=recipient,
        conditions_zh="，".join(filter(None, (given, each, limited[1] if limited else None))) or None,
        rate_comparator=rated.comparator if rated else None,
        amount_comparator=plain.comparator if plain else None,
        currency=next(
            (one.currency for one in (*mains, *funds, *caps) if one.role is not FigureRole.RATE), "CNY"
        ),
        amount_high=_upper(single),
        rate_high=_upper(rate),
        rate_unit="percentage_point" if rate_is_points else "percent",
        stages=(
            *stages_of(tiers.tiers, span),
            *stages_of_ceilings(caps),
            *(stages_in_brackets(parts, last + 1) if fixed else ()),
            *_first_closing(funds[1:]),
        ),
        per=per_of(next((one for one in mains if one.unit), mains[0] if mains else None), ceilings, rules),
    )


def _area(evidence: str, price: RoleFinding | None) -> str | None:
    """The share of an area that a price per square metre is paid for: 按其租赁自用面积的30%，给予每平米10元."""
    found = _AREA.search(evidence) if price else None
    return found["area"] if found else None


_AREA = regex(r"按照?其?(?P<area>[^，。；按]{0,16}面积的\s{0,2}\d{1,3}(?:\.\d{1,2})?\s{0,2}[%％])")


def _first_closing(funds: list[RoleFinding]) -> Iterator[Stage]:
    """What a fund begins with: 总规模50亿元，首期规模10亿元."""
    return (Stage("首期", amount(one.figures[0].low)) for one in funds)


def _upper(one: RoleFinding | None) -> float | None:
    """The upper end of a range."""
    figure = one.figures[0] if one else None
    return amount(round(figure.high, 6)) if figure and figure.low < figure.high else None


_COST = regex("(?:费用?|金|成本|支出|投入|投资|利息|租)的?$")
_GIVEN = regex("给予|予以|奖给|发放|可申请")
_TO = regex("对(?!外)")
_PAYS = regex("给予|予以|奖励|奖给|补[助贴]|资助|按|一次性")
_BAND = regex(
    rf"(?:首次|年?度?达到?|不[低少]于|不足|未满|高于|低于|超过|突破|大于|小于|满|在|至|且)*"
    rf"(?:[{ANY}]|[0-9][0-9.]{{0,9}}(?:[-—–~～至到][0-9][0-9.]{{0,9}})?(?=[^0-9.])(?![A-Za-z]))"
    "(?:[人名家个件台套亩户]|平方米|万元|亿元){0,2}(?:及?以[上下内]|之间|至#)*"
)
_THEIRS = regex("对于?(?:其|此|该|上述|以上)")  # goes on with who stands before
_LEADS = regex("支持|鼓励|推[动进]")
_OTHER_KINDS = ("fund", "cap_rule", "rate_uplift")
_FIRST = regex("首期[^，]{0,8}$")
_LONGEST_ROW = 40  # more figures are no single support, but a text that repeats itself
