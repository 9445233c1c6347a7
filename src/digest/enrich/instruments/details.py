"""The rest of an instrument: kind, base of the rate, scope, duration, recipient, conditions."""

import re
from typing import NamedTuple

from digest.enrich.instruments.grammar import ANY, Grammar, measure_id
from digest.enrich.instruments.segments import Segment, printed
from digest.enrich.instruments.spots import Finding, Role
from digest.model.facts import Cap, Threshold
from digest.text.numerals import DIGITS, HAN, parse_numeral

OVER_SEVERAL = re.compile("上述|各项|以上(?:奖励|补贴|补助|资助|扶持)[^，]{0,4}(?:总|合计|累计|金额|资金)")
"""Words of a ceiling over several supports."""

COUNTED = re.compile("[两三四五二2-5各]项(?:奖励|补贴|补助|资助|政策)?(?:合计|累计|总计|总额|相加|之和)")
"""Words that count them, in the same sentence: 两项合计每户不超过15万元."""


def kind_of(
    granted: list[Finding],
    parts: tuple[Segment, ...],
    span: tuple[Segment, ...],
    before: str | None,
    rules: Grammar,
) -> str:
    """The first kind of the word lists that the words of the grant name; a purse is a fund. Words that name none
    go on with the support ``before`` in the sentence (再分别增加2万元、3万元)."""
    if not granted:
        return "fund"
    if granted[0].uplift:
        return "rate_uplift"
    over = [parts[one.segment].text for one in granted]
    if all(OVER_SEVERAL.search(text) or COUNTED.search(text) for text in over):
        return "cap_rule"
    near = "，".join(dict.fromkeys(parts[one.segment].text for one in granted))
    whole = "，".join(part.text for part in span)
    by_area = any(one.unit and one.unit.startswith("m2") for one in granted)
    wide = named_kind(whole, rules, by_area=True) if by_area else None
    return wide or named_kind(near, rules) or named_kind(whole, rules) or before or "grant"


def named_kind(text: str, rules: Grammar, *, by_area: bool = False) -> str | None:
    """The first kind one of whose triggers stands in a text (``by_area``: of those paid by floor space)."""
    kinds = [kind for kind in rules.words.kinds if kind.by_area or not by_area]
    return next((kind.id for kind in kinds if any(word in text for word in kind.triggers)), None)


def base_of(
    text: str, rate: Finding, row: list[Finding], parts: tuple[Segment, ...], rules: Grammar
) -> str | None:
    """What the rate is taken of, as printed: 按照|服务合同额|的10%."""
    segment = parts[rate.segment]
    if rate.uplift or rules.raised.search(rate.left):
        return None
    granted = [one for one in row if one.role is not Role.THRESHOLD and one.segment == rate.segment]
    before = [one.end for one in granted if one.end <= rate.start]
    at = max(before, default=0)
    pieces = []
    for verb in _BASE_VERB.finditer(segment.text, at, rate.start):
        pieces.append((at, verb.start()))
        at = verb.end()
    for start, end in reversed([*pieces, (at, rate.start)]):
        base = _BASE_EDGE.sub("", printed(text, segment, start, end))
        if base and not _NO_BASE.search(base):
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
    one: Finding, parts: tuple[Segment, ...], span: tuple[Segment, ...], recipient: str | None, rules: Grammar
) -> tuple[Cap, ...]:
    """The ceilings of a group with their scope: printed beside it, or inferred from who or what is supported."""
    lead = parts[one.segment].text[: one.start]
    found = list(rules.scope.finditer(one.left)) or list(rules.scope.finditer(lead))
    who = measure_id(rules.words.scopes, found[0]["what"]) or "enterprise" if found else None
    times = []
    if one.unit == "year" or _YEARLY.search(lead):
        times.append("year")
    if re.search(r"累计|总计|执行期内|期限内", lead) or ("合计" in lead and "year" not in times):
        times.append("cumulative")
    whole = times == ["cumulative"] or (times and "总额" in lead)  # 全年奖励总额80万元 is of no one recipient
    status = "printed" if who or whole else "inferred"
    if who is None and not whole:
        who = _inferred(recipient, "".join(part.text for part in span), rules)
    scope = "_".join([who, *times] if who else times)
    return tuple(Cap(int(each.high), "<=", scope, status, one.currency) for each in one.figures)


def threshold_of(one: Finding, parts: tuple[Segment, ...], rules: Grammar) -> Threshold:
    """A figure to reach: 年度销售金额累计|超过|500万元."""
    found = rules.compared_before.search(one.left)
    left = one.left[: found.start()] if found else one.left
    after = rules.compared_after.match(parts[one.segment].text, one.end)
    word = found["word"] if found else after["word"] if after else None
    metric = _METRIC_EDGE.sub("", _METRIC_EDGE.sub("", left))
    comparator = rules.signs[word] if word else ">="
    return Threshold(metric, comparator, int(one.figures[0].low), one.currency)


def per_of(paid: Finding | None, caps: tuple[Cap, ...], rules: Grammar) -> str | None:
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


def months_of(span: tuple[Segment, ...]) -> int | None:
    """How long support is paid, in months; None when the text does not say."""
    for at, part in enumerate(span):
        if at and part.text.startswith("期限") and _OF_A_LOAN.search(span[at - 1].text):
            continue  # 贷款额度最高1000万元，期限不超过3年
        following = span[at + 1].text[:4] if at + 1 < len(span) else ""
        for row in DURATIONS:
            for found in row.pattern.finditer(f"{part.text}，{following}"):
                number = parse_numeral(found["number"])
                if number and not _NO_DURATION.search(part.text[: found.start("number")]):
                    return number * (12 if found["unit"] == "年" else 1)
    return None


def row_end(parts: tuple[Segment, ...], last: int, limit: int) -> int:
    """The segment behind ``last`` that says how long or for whom (用于支持中小企业), in the same part and before
    ``limit``; else ``last``."""
    for at in range(last + 1, limit):
        if parts[at].part != parts[last].part:
            break
        if months_of((parts[at],)) or _PURPOSE.match(parts[at].text):
            return at
    return last


def one_off_of(span: tuple[Segment, ...]) -> bool | None:
    """True for 一次性, False for yearly support, None when the text does not say."""
    text = "，".join(part.text for part in span)
    if "一次性" in text:
        return True
    yearly = re.search("每年|年度最高|按年(?!度)|逐年", text) or any(
        row.pattern.search(text) for row in DURATIONS[:2]
    )
    return False if yearly else None


def recipient_of(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Who is supported, a whole phrase of the text: 对|获奖的企业|, 给予|企业|10万元, 支持|芯片企业|开展…."""
    for part in span:
        found = _TO.match(part.text)
        if found:
            words = _GIVEN.split(printed(text, part, found.end(), len(part.text)))[0]
            words = _EDGE_OF_NAME.sub("", words)
            if _ANY_ONE.match(words) or words.startswith("其"):
                return None
            name = words if words.endswith(rules.words.recipients) else _acting(words, rules)
            if _ACT.match(name) and "的" not in name:  # 对建设平台: what is done, not who does it
                continue
            return None if name + "的" == words else name or None
    for part in span:
        found = re.search(r"(?:给予|奖励|补助|予以)(?P<who>[^\ue0f0-\ue0f3的]{1,16})", part.text)
        if found:
            name = _first_named(found["who"], rules)
            if (
                name
                and not _NO_NAME.search(name)
                and _PAID.match(found["who"] + part.text[found.end() : found.end() + 1], len(name))
            ):
                return name
    for part in span:
        found = re.match(r"(?:重点)?(?:支持|鼓励)", part.text)
        if found:
            return _acting(part.text[found.end() :], rules) or None
    name = _acting(_EVERY.sub("", span[0].text), rules)
    return (
        name if name and not (_FIGURE.search(name) or _ANY_ONE.match(name) or _DOING.search(name)) else None
    )


def fund_recipient_of(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Whom a purse is for, where its own words say so: 用于支持|中小企业|."""
    for part in span:
        found = _PURPOSE.search(part.text)
        if found:
            words = printed(text, part, found.end(), len(part.text))
            return (words if words.endswith(rules.words.recipients) else _acting(words, rules)) or None
    return None


def conditions_of(text: str, span: tuple[Segment, ...], row: list[Finding], first: int) -> str | None:
    """What must hold, as printed: the words before the grant that end with 的."""
    granted = min((one.segment for one in row if one.role != "threshold"), default=first)
    lead = [part for part in span[: max(granted - first, 0)] if not part.aside]
    while lead and not lead[-1].text.endswith("的"):
        lead.pop()
    if not lead:
        return None
    words = "".join(text[lead[0].signs[0].start : lead[-1].signs[-1].end].split())
    found = _TO.match(words)
    return _EVERY.sub("", words[found.end() if found else 0 :]).rstrip("的") or None


def _acting(words: str, rules: Grammar) -> str:
    """The name at the beginning of some words, where what it does follows: |芯片企业|开展流片, not |企业|技术改造."""
    name = _first_named(words, rules)
    return name if name and (len(name) == len(words) or _DOES.match(words, len(name))) else ""


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


_PER = {"piece": "item", "visit": "item"}
_NUMBER = rf"[{DIGITS}{HAN}]{{1,3}}"
_TIME = rf"(?P<number>{_NUMBER})(?P<unit>年|个月)"
_NOT_REACHED = "(?!度|以[上下]|及以上|（含）|的企业|的项目|未|仍|保持|增|在规|入)"
_AID = "(?:补贴|补助|奖励|资助|支持|扶持|发放|享受|给予|减免|免收|贴息)"


class Duration(NamedTuple):
    """A way to say how long support is paid: ``example`` lasts ``months``, ``but`` only looks like it."""

    pattern: re.Pattern[str]
    example: str
    months: int
    but: str = ""


DURATIONS = (
    Duration(
        re.compile(rf"连续{_AID}{{1,2}}[^，满已\ue0f0-\ue0f3]{{0,6}}?{_TIME}{_NOT_REACHED}"),
        "每年奖励10万元，连续支持不超过三年。",
        36,
        "连续支持企业满3年的，奖励10万元。",
    ),
    Duration(
        re.compile(rf"连续(?:不超过)?{_TIME}(?=内?(?:{_AID}|每年|按|，|分别|对|由|租金|房租|免))"),
        "连续三年给予10万元补贴。",
        36,
        "对连续三年盈利的企业，奖励10万元。",
    ),
    Duration(
        re.compile(rf"最长[^，满已\ue0f0-\ue0f3]{{0,10}}?{_TIME}{_NOT_REACHED}"),
        "每月补贴1000元，最长不超过36个月。",
        36,
    ),
    Duration(
        re.compile(
            rf"(?:期限|年限|时间|时限|期为|为期|累计|资助期|补贴期|贴息期|奖励期|扶持期)[^，满已\ue0f0-\ue0f3]{{0,10}}?{_TIME}"
            rf"(?!以内的，){_NOT_REACHED}"
        ),
        "按利息的50%给予贴息，贴息期限不超过2年。",
        24,
        "对合同期限不少于2年的企业，奖励10万元。",
    ),
    Duration(
        re.compile(rf"{_TIME}内[^，]{{0,4}}(?:每年|按年|连续|合计|累计|给予|分年|根据|按)"),
        "五年内每年给予4万元补贴。",
        60,
        "对成立5年内的企业，奖励4万元。",
    ),
    Duration(
        re.compile(rf"[起后]的?{_TIME}内，(?:每年|按|给予|可|享受|免|对)"),
        "自认定之日起三年内，每年给予20万元补贴。",
        36,
        "毕业三年内，每年创业10天的，给予20万元补贴。",
    ),
    Duration(
        re.compile(rf"(?:补贴|补助|奖励|资助)(?:不超过|最长)?{_TIME}{_NOT_REACHED}"),
        "按租金的50%补贴2年。",
        24,
        "获得资助2年以上的企业，奖励10万元。",
    ),
    Duration(
        re.compile(
            rf"给予(?:最[高长]不超过|不超过|最长)?{_TIME}的?[^，]{{0,4}}(?:补贴|补助|贴息|资助|支持|奖励)"
        ),
        "给予不超过3年的租金补贴，每年10万元。",
        36,
    ),
    Duration(
        re.compile(rf"^不超过{_TIME}(?=，)"),
        "给予房租补贴，每月最高1000元，不超过2年。",
        24,
        "对成立时间不超过2年的企业，奖励10万元。",
    ),
    Duration(
        re.compile(rf"{_TIME}内?[^，]{{0,2}}免[^，]{{0,5}}租"),
        "入驻企业享受三年免收租金优惠。",
        36,
    ),
)
"""How long support is paid, most telling first."""
_OF_A_LOAN = re.compile("(?:贷款|授信|借款|合同|协议|租)(?![^，]*(?:贴息|补贴|奖励))")
_NO_DURATION = re.compile(
    "(?:经营|合同|服务|租赁|租期|工作|存续|有效|质保|合作|履约|运营|任职|劳动|签约|协议|缴纳|参保|持有|锁定|贷款|还款|建设|投产|毕业|成立|注册|使用|实际)"
    "(?:期限?|年限|时间|时限)?(?:在|为|达到?|不超过|最长|连续)*$|(?:不少于|不低于|不得少于|满|(?<!不)超过)$"
)
_BASE_VERB = re.compile(
    r"(?:按照?|参照|根据|依据)(?:不超过)?其?|给予(?:企业(?!所得税)|其)?|予以|标准为|(?:奖励|补助|补贴|资助|奖补)(?![金资总额标费款的])|返还其?|一次性"
    r"|对其?|以(?![上下内外])其?|(?:最高)?不(?:得)?(?:高于|超过|低于|少于)|(?:贴息|补[贴助]|奖励|资助)?(?:率|比例)为|最高|可达|资助标准"
)
_BASE_EDGE = re.compile(
    r"^(?:在(?=[^，]*[额款费金息])|其中|并(?!购)|其(?![他余])|的|、|分别|各|，|原则上|一次性|每年|平均|可(?!再生)|再|另|同时)+"
    r"|(?:的|可|按|一次性|比例|进行|另|再|分别|每年|为)+$"
)
_NO_BASE = re.compile(
    r"^[第前后首][一二三四五1-9]?年?$|^[市区县省]$|^、?第.年$|[0-9一二三四五六七八九十]年$|财政$|政府$|此为基数|^标准$|上浮$|级$|^年?利率$"
)
_BASE_AFTER = re.compile(r"的(?!配套|一次性|比例)(?P<base>[^，的]{1,10}?)(?:补贴|补助|贴息|奖励|资助|减免)")
_BASE_BEFORE = re.compile(
    r"(?:以(?![上下内外])|按照?|参照|根据|为|对)其?(?P<base>(?!此|基数)[^，]{2,30}?)(?:为基数|为基准|为依据|的部分)?$"
)
_METRIC_EDGE = re.compile(
    r"^.*(?:以上|以下|以内)、|^(?:对于?|且|并|或|和|的|、|至|以上|以下|到)+|(?:首次|的|最高|原则上|累计不|均|或|分别|在|、|和)+$"
)
_TO = re.compile(r"(?:其中)?(?:，)?(?:对于|对(?!外)|向(?=[^，]*(?:发放|给予|支付|奖励)))")
_ACT = re.compile(
    r"(?:成功|率先|首次|新|经)?(?:并购|收购|主导|参与|举办|承办|建设|新建|采购|购买|使用|引进|销售|承担|获得|获评|取得|开展|实现|"
    r"突破|设立|创建|投资|完成|通过|租赁|租用|购置|开发)"
)
_FIGURE = re.compile(f"[{ANY}]|按|给予|标准|《|对|每")
_GIVEN = re.compile(
    r"，|(?:分别|一次性|每年|择优)?(?:给予|予以|按照?|发放|采取|实行|(?:奖励|补助|补贴)(?![金资总额标费款的])|进行)"
)
_DOING = re.compile(
    "支持|鼓励|引导|推[动进]|加[强快大]|方式|采取|运用|^其|搭建|建设|打造|培育|组建|建立|通过|根据|完善|落实"
)  # no name
_NO_NAME = re.compile("不|最高|资金|总额|比例|标准|金额")
_YEARLY = re.compile(
    "每年|全年|年度|当年|单一年|同一年|一年内|每个?自然年|/年|年(?:资助|补[贴助]|奖励|贴息|最高|累计|支持)"
)
_EVERY = re.compile("^凡是?")
_ANY_ONE = re.compile("单[个家项一户]|同一|每[个家项户一]")
_EDGE_OF_NAME = re.compile("(?:分别|一次性|每年|各|均|可|将|再|另|按规定|择优)+$")
_DOES = re.compile(
    "可|开展|购[买置]|采购|销售|将|新|参加|参与|参展|建设|建立|引进|引育|引入|实施|获|承[担接办]|投保|投资(?![额者强总规])|设立|租[赁用]|在|自|入[驻选围]|通过|组织|举办|申[报请领]|利用|使用|与|牵头|主导|"
    "首次|年度|当年|上[年一市]|发[行布起]|挂牌|完成|进行|为|按|因|到|赴|从|向|联合|围绕|落户|吸纳|招[用聘收]|聘[用请]|培[训育养]|研[发制]|生产|制[定订]|取得|纳入|被|经(?!营)|并|"
    "且|提[高升供]|加[大快强]|开[拓发放]|扩大|转[化型让]|突破|达|做|创[建办]|搭建|应用|推广|给|予|每|一次性|分别|最|不|符合|认定|评|盘活|升级|改造|参股|出口|进口|融资|贷款|合作|整合|运用|依托|以|对|补[贴助]|奖[励补]|种植|养殖|流转|接待"
)
_PAID = re.compile(
    "[\ue0f0-\ue0f3]|$|约|近|超|总|一次性|每|最|不|分别|按|适当|相应|租金|贷款|奖|补|资|共|合计|累计|各|，"
)
_PURPOSE = re.compile("(?:专项)?(?:用于|投向|专门)(?:重点)?(?:支持|扶持|奖励|补助|资助|投资)?")
