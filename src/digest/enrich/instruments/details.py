"""The rest of an instrument: its kind, the base of its rate, its ceilings and thresholds, what it is paid for."""

import re

from digest.enrich.instruments.durations import DURATIONS, lasting
from digest.enrich.instruments.grammar import ANY, Grammar, measure_id
from digest.enrich.instruments.recipients import PURPOSE
from digest.enrich.instruments.segments import Segment, printed
from digest.enrich.instruments.spots import FigureRole, RoleFinding
from digest.model.facts import Cap, Threshold
from digest.regex import regex

OVER_SEVERAL = regex("上述|各项|以上(?:奖励|补贴|补助|资助|扶持)[^，]{0,4}(?:总|合计|累计|金额|资金)")
"""Words of a ceiling over several supports."""

COUNTED = regex("[两三四五二2-5各]项(?:奖励|补贴|补助|资助|政策)?(?:合计|累计|总计|总额|相加|之和)")
"""Words that count them, in the same sentence: 两项合计每户不超过15万元."""


def kind_of(
    granted: list[RoleFinding],
    parts: tuple[Segment, ...],
    span: tuple[Segment, ...],
    before: str | None,
    rules: Grammar,
) -> str:
    """The first kind of the word lists that the words of the grant name; ``fund`` where nothing is granted. Words that name none
    go on with the support ``before`` in the sentence (再分别增加2万元、3万元)."""
    if not granted:
        return "fund"
    if granted[0].uplift:
        return "rate_uplift"
    over = [parts[one.segment].text for one in granted]
    if all(OVER_SEVERAL.search(text) or COUNTED.search(text) for text in over):
        return "cap_rule"
    near = "，".join(dict.fromkeys(_own_words(one, parts[one.segment]) for one in granted))
    whole = _MEANS.sub("", "，".join(part.text for part in span))
    by_area = any(one.unit and one.unit.startswith("m2") for one in granted)
    wide = named_kind(whole, rules, by_area=True) if by_area else None
    return (
        wide
        or _standard_of(near, whole, rules)
        or named_kind(near, rules)
        or named_kind(whole, rules)
        or before
        or "grant"
    )


def _standard_of(near: str, whole: str, rules: Grammar) -> str | None:
    """The kind whose standard some words state, where the sentence has named it: 给予风险补偿，|补偿标准为|贷款利息的10%."""
    found = _STANDARD.match(near)
    if not found:
        return None
    return next(
        (
            kind.id
            for kind in rules.words.kinds
            if any(word.endswith(found[1]) and word != found[1] and word in whole for word in kind.triggers)
        ),
        None,
    )


_STANDARD = regex("(补[偿助贴]|奖励|贴息)(?:标准|比例|金额|额度)")


def _own_words(one: RoleFinding, segment: Segment) -> str:
    """The words of a segment that may name the kind of a grant: without other costs of a list (场租、搭建、宣传推广总费用), and
    without what can be had instead (投资补助|或贴息|)."""
    return _EITHER.sub(r"\g<plain>", _COSTS.sub("", _own_part(one, segment)))


def _own_part(one: RoleFinding, segment: Segment) -> str:
    """A segment without what another figure in it names: 贴息最高500万元支持|和投资补助最高100万元."""
    if _ANOTHER.search(one.left):
        return segment.text[one.start - len(one.left) :]
    another = _NEXT_LISTED.search(segment.text, one.end) or _ANOTHER_AFTER.search(segment.text, one.end)
    return segment.text[: another.start()] if another else segment.text


def is_another(one: RoleFinding) -> bool:
    """True for a ceiling whose own words name another support: 最高500万元支持|和投资补助最高|100万元, |其中租金补助不超过|30万元."""
    return bool(_ANOTHER.search(one.left) or _PART_OF.fullmatch(one.left))


_PART_OF = regex(f"其中[^，{ANY}每最]{{1,8}}(?:补[助贴]|奖励|资助|贴息)[^，{ANY}]{{0,6}}")
_COSTS = regex(r"[^，、的按]*、[^，的]*(?:总?费用|总?成本|总?支出|总?投入)(?:总?额)?(?=的)")
_ANOTHER = regex(
    f"^(?:[^，{ANY}]{{0,4}}(?:支持|补[助贴]|奖励|资助|贴息))(?:和|及|与|以及|并)[^，{ANY}]{{0,8}}(?:补[助贴]|奖励|资助|贴息)"
)
_ANOTHER_AFTER = regex(_ANOTHER.pattern.removeprefix("^"))
_NEXT_LISTED = regex(
    f"(?<=补贴|补助|奖励|资助|贴息|减免|返还)、(?=[^，、{ANY}]{{0,16}}(?:补[助贴]|奖励|资助|贴息|减免|返还))"
)
"""Where a further kind begins in a list of kinds: 600万元以内的运营费补贴|、5年的房屋租金减免."""
_EITHER = regex(
    "(?:(?:贴息|股权投资)(?:或者?|/)[^，]{0,4})?(?P<plain>补助|补贴|奖励|资助)(?:(?:或者?|/)[^，]{0,4}(?:贴息|股权投资))?"
)
"""Two kinds of which one is paid (固定资产投资补助或贴息): the plainer one is named."""

_MEANS = regex("(?:采取|采用|通过|运用|以)[^，]*(?:、|[和或及与])[^，]*(?:方式|形式)")
"""A list of ways to pay (采取前资助、后补助和股权投资方式): none of them is what is paid."""


def named_kind(text: str, rules: Grammar, *, by_area: bool = False) -> str | None:
    """The first kind one of whose triggers stands in a text (``by_area``: of those paid by floor space)."""
    kinds = [kind for kind in rules.words.kinds if kind.by_area or not by_area]
    return next((kind.id for kind in kinds if any(word in text for word in kind.triggers)), None)


def base_of(
    text: str, rate: RoleFinding, row: list[RoleFinding], parts: tuple[Segment, ...], rules: Grammar
) -> str | None:
    """What the rate is taken of, as printed: 按照|服务合同额|的10%."""
    segment = parts[rate.segment]
    if rate.uplift or rules.raised.search(rate.left):
        return None
    granted = [one for one in row if one.role is not FigureRole.THRESHOLD and one.segment == rate.segment]
    before = [one.end for one in granted if one.end <= rate.start]
    at = max(before, default=0)
    pieces = []
    for verb in _BASE_VERB.finditer(segment.text, at, rate.start):
        pieces.append((at, verb.start()))
        at = verb.end()
    for start, end in reversed([*pieces, (at, rate.start)]):
        base = _BASE_EDGE.sub("", printed(text, segment, start, end))
        if base and not (_NO_BASE.search(base) or rules.support.fullmatch(base)):  # 的，扶持12%
            return None if base.endswith(rules.words.recipients) else base
    after = _BASE_AFTER.match(segment.text, rate.end)
    if after:
        return printed(text, segment, after.start("base"), after.end("base"))
    for other in reversed(parts[: rate.segment]):
        if other.part != segment.part:
            break
        found = _BASE_BEFORE.search(other.text)
        if found and not found["base"].endswith(rules.words.recipients):
            return printed(text, other, found.start("base"), found.end("base"))
    return None


def caps_of(
    one: RoleFinding,
    parts: tuple[Segment, ...],
    span: tuple[Segment, ...],
    recipient: str | None,
    rules: Grammar,
) -> tuple[Cap, ...]:
    """The ceilings of a group with their scope: printed beside it, or inferred from who or what is supported."""
    lead = one.left if is_another(one) else parts[one.segment].text[: one.start]
    found = list(rules.scope.finditer(one.left)) or list(rules.scope.finditer(lead))
    who = measure_id(rules.words.scopes, found[0]["what"]) or "enterprise" if found else None
    if who is None and one.unit in _COUNTED_BY:
        who = _COUNTED_BY[one.unit]  # 内河船舶不超过5000元/艘
    times = []
    if one.unit == "year" or _YEARLY.search(lead):
        times.append("year")
    if re.search(r"累计|总计|执行期内|期限内", lead) or ("合计" in lead and "year" not in times):
        times.append("cumulative")
    whole = times == ["cumulative"] or (times and "总额" in lead)  # 全年奖励总额80万元 is of no one recipient
    status = "printed" if who or whole else "inferred"
    if who is None and not whole:
        own = _OWN_SUBJECT.match(one.left) if parts[one.segment].aside else None
        who = _inferred(own[0] if own else recipient, "".join(part.text for part in span), rules)
    scope = "_".join([who, *times] if who else times)
    return tuple(Cap(int(each.high), "<=", scope, status, one.currency) for each in one.figures)


def threshold_of(one: RoleFinding, parts: tuple[Segment, ...], rules: Grammar) -> Threshold:
    """A figure to reach: 年度销售金额累计|超过|500万元."""
    found = rules.compared_before.search(one.left)
    left = one.left[: found.start()] if found else one.left
    after = rules.compared_after.match(parts[one.segment].text, one.end)
    word = found["word"] if found else after["word"] if after else None
    metric = _METRIC_EDGE.sub("", _METRIC_EDGE.sub("", left))
    comparator = rules.signs[word] if word else ">="
    return Threshold(metric, comparator, int(one.figures[0].low), one.currency)


def per_of(paid: RoleFinding | None, caps: tuple[Cap, ...], rules: Grammar) -> str | None:
    """What one payment is for: who or what is named before the sum (每个项目, 每人每月), the unit of a price, or the
    printed scope of a ceiling where there is no other sum."""
    if paid is None:
        printed_scopes = [
            cap.scope.removesuffix("_cumulative") for cap in caps if cap.scope_status == "printed"
        ]
        return next((scope for scope in printed_scopes if scope != "cumulative"), None)
    found = list(rules.scope.finditer(paid.left))
    units = (paid.unit or "").split("_")
    loose = {"", "piece", "enterprise", "year", "month", "day", "quarter", "hour"}.issuperset(units)
    if loose and found and (who := measure_id(rules.words.scopes, found[-1]["what"])):
        times = [unit for unit in units if unit in {"year", "month", "day", "quarter", "hour"}]
        return "_".join([who, *times])
    return "_".join(_PER.get(unit, unit) for unit in units) or None


def row_end(parts: tuple[Segment, ...], last: int, limit: int) -> int:
    """The segment behind ``last`` that says how long or for whom (用于支持中小企业; 按每件500元，|对街道予以奖励|), in the same part
    and before ``limit``; else ``last``."""
    for at in range(last + 1, limit):
        if parts[at].part != parts[last].part:
            break
        ungiven = (
            at == last + 1 and _GIVES_TO.fullmatch(parts[at].text) and not _GIVES.search(parts[last].text)
        )
        if ungiven or lasting((parts[at],)).months or PURPOSE.match(parts[at].text):
            return at
    return last


_GIVES = regex("给予|予以|发放|奖给|安排")
_GIVES_TO = regex(f"对(?!外)[^，{ANY}]{{2,16}}(?:予以|给予)(?:一次性)?(?:奖励|补[助贴]|资助|奖补|扶持)")


def one_off_of(granted: list[RoleFinding], parts: tuple[Segment, ...], ends: tuple[int, int]) -> bool | None:
    """True for 一次性, False for yearly support, None when the text does not say."""
    own = {one.segment: _own_part(one, parts[one.segment]) for one in granted}
    first, last = ends
    text = "，".join(own.get(at, parts[at].text) for at in range(first, last + 1))
    if "一次性" in text:
        return True
    yearly = re.search("每年|年度最高|按年(?!度)|逐年", text) or any(
        row.pattern.search(text) for row in DURATIONS[:2]
    )
    return False if yearly else None


def _inferred(recipient: str | None, text: str, rules: Grammar) -> str:
    if recipient:
        forms = [(form, scope.id) for scope in rules.words.scopes for form in scope.printed if len(form) > 1]
        named = next((found for form, found in forms if recipient.endswith(form)), None)
        if named:
            return named
    if re.search("活动|展会|峰会|论坛|赛事", text):
        return "item"
    if re.search("项目|平台|产线", text):
        return "project"
    if re.search("人才|个人|毕业生", text) and "企业" not in text:
        return "person"
    return "enterprise"


_COUNTED_BY = {
    "piece": "item",
    "visit": "item",
    "person": "person",
    "enterprise": "enterprise",
    "household": "enterprise",
}
_PER = {"piece": "item", "visit": "item"}


_BASE_VERB = regex(
    r"(?:按照?|参照|根据|依据)(?:不超过)?其?|给予(?:企业(?!所得税)|其)?|予以|标准为|(?:奖励|补助|补贴|资助|奖补)(?![金资总额标费款的])|返还其?|一次性"
    r"|对其?|以(?![上下内外后前来及])其?|(?:最高)?不(?:得)?(?:高于|超过|低于|少于)|(?:贴息|补[贴助]|奖励|资助|支持)?(?:率|比例)(?:一般)?为|最高|至多|可达|资助标准"
)
_BASE_EDGE = regex(
    r"^(?:(?:自|从|于)?\d{4}年[^，]{0,16}?(?:以后|之后|以前|之前|以来|起|期间)|和|及|与|在(?![京本我辖区市省国境])(?=[^，]*[额款费金息])|其中|并(?!购)|其(?![他余])|的|、|分别|各|，|原则上|一次性|每年|平均|可(?!再生)|再|另|同时)+"
    r"|(?:的|可|按|据实|一次性|比例|进行|另|再|分别|每年|为)+$"
)
_NO_BASE = regex(
    r"^[第前后首][一二三四五1-9]?年?$|[年月]内$|^[市区县省]$|^、?第.年$|[0-9一二三四五六七八九十]年$|财政$|政府$|此为基数|^标准$|^支持(?:比例)?(?:一般)?$|上浮$|级$|^年?利率$"
)
_BASE_AFTER = regex(r"的(?!配套|一次性|比例)(?P<base>[^，的]{1,10}?)(?:补贴|补助|贴息|奖励|资助|减免)")
_BASE_BEFORE = regex(
    r"(?:以(?![上下内外后前来及])|按照?|参照|根据|为|对)其?(?P<base>(?!此|基数)[^，]{2,30}?)(?:为基数|为基准|为依据|的部分)?$"
)
_METRIC_EDGE = regex(
    r"^.*(?:以上|以下|以内)、|^(?:对于?|且|并|或|和|的|、|至|以上|以下|到)+|(?:首次|的|最高|原则上|累计不|均|或|分别|在|、|和)+$"
)
_OWN_SUBJECT = regex("[^，]+?(?=原则上|最[高多]|不得?超过)")
"""Whom a ceiling in brackets is for: （|综合服务企业|原则上最多不超过1500万元）."""
_YEARLY = regex(
    "每年|全年|年度|当年|单一年|同一年|一年内|每个?自然年|/年|(?<!至[一二三四五])年(?:资助|补[贴助]|奖励|贴息|最高|累计|支持)"
)
