"""The rest of an instrument: kind, base of the rate, scope, duration, recipient, conditions."""

import re

from digest.enrich.instruments.grammar import ANY, Grammar, measure_id
from digest.enrich.instruments.segments import Segment, printed
from digest.enrich.instruments.spots import Finding, Role
from digest.model.facts import Cap, Threshold
from digest.text.numerals import DIGITS, HAN, parse_numeral

OVER_SEVERAL = re.compile("上述|各项|以上(?:奖励|补贴|补助|资助|扶持)[^，]{0,4}(?:总|合计|累计|金额|资金)")
"""Words of a ceiling over several supports."""


def kind_of(
    granted: list[Finding], parts: tuple[Segment, ...], span: tuple[Segment, ...], rules: Grammar
) -> str:
    """The first kind of the word lists that the words of the grant name; a purse is a fund."""
    if not granted:
        return "fund"
    if all(OVER_SEVERAL.search(parts[one.segment].text) for one in granted):
        return "cap_rule"
    near = "，".join(dict.fromkeys(parts[one.segment].text for one in granted))
    whole = "，".join(part.text for part in span)
    by_area = any(one.unit and one.unit.startswith("m2") for one in granted)
    wide = named_kind(whole, rules, by_area=True) if by_area else None
    return wide or named_kind(near, rules) or named_kind(whole, rules) or "grant"


def named_kind(text: str, rules: Grammar, *, by_area: bool = False) -> str | None:
    """The first kind one of whose triggers stands in a text (``by_area``: of those paid by floor space)."""
    kinds = [kind for kind in rules.words.kinds if kind.by_area or not by_area]
    return next((kind.id for kind in kinds if any(word in text for word in kind.triggers)), None)


def base_of(
    text: str, rate: Finding, row: list[Finding], parts: tuple[Segment, ...], rules: Grammar
) -> str | None:
    """What the rate is taken of, as printed: 按照|服务合同额|的10%."""
    segment = parts[rate.segment]
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
            who = start != at and base.endswith(rules.words.recipients)
            return None if who else base
    after = _BASE_AFTER.match(segment.text, rate.end)
    if after:
        return printed(text, segment, after.start("base"), after.end("base"))
    for other in reversed(parts[: rate.segment]):
        if other.part != segment.part:
            break
        found = _BASE_BEFORE.search(other.text)
        if found:
            return printed(text, other, found.start("base"), found.end("base"))
    return None


def cap_of(one: Finding, parts: tuple[Segment, ...], span: tuple[Segment, ...], rules: Grammar) -> Cap:
    """A ceiling with its scope: printed beside it, or inferred from who or what is supported."""
    lead = parts[one.segment].text[: one.start]
    names = []
    found = list(rules.scope.finditer(one.left)) or list(rules.scope.finditer(lead))
    if found:
        names.append(measure_id(rules.words.scopes, found[0]["what"]) or "enterprise")
    if re.search(r"每年|年度|当年|单一年|每个?自然年|/年|年资助|年补贴|年奖励", lead):
        names.append("year")
    if re.search(r"累计|总计|执行期内|期限内", lead) or ("合计" in lead and "year" not in names):
        names.append("cumulative")
    figure = one.figures[0]
    if names:
        return Cap(int(figure.high), "<=", "_".join(names), "printed")
    return Cap(int(figure.high), "<=", _inferred("".join(part.text for part in span)), "inferred")


def threshold_of(one: Finding, parts: tuple[Segment, ...]) -> Threshold:
    """A figure to reach: 年度销售金额累计|超过|500万元."""
    segment = parts[one.segment]
    found = _COMPARED.search(one.left)
    metric = _METRIC_EDGE.sub("", one.left[: found.start()] if found else one.left)
    words = (found[0] if found else "", segment.text[one.end : one.end + 4])
    comparator = next(
        (sign for word in words for sign, forms in _COMPARATORS if any(form in word for form in forms)), ">="
    )
    return Threshold(metric, comparator, int(one.figures[0].low))


def months_of(span: tuple[Segment, ...]) -> int | None:
    """How long support is paid, in months; None when the text does not say."""
    for part in span:
        found = _DURATION.search(part.text)
        number = (
            parse_numeral(found["number"] or found["within"] or found["for"] or found["free"])
            if found
            else None
        )
        if found and number:
            return number * (12 if "年" in found[0] else 1)
    return None


def duration_end(parts: tuple[Segment, ...], last: int, limit: int) -> int:
    """The segment behind ``last`` that says how long, in the same part and before ``limit``; else ``last``."""
    for at in range(last + 1, limit):
        if parts[at].part != parts[last].part:
            break
        if _DURATION.search(parts[at].text):
            return at
    return last


def one_off_of(span: tuple[Segment, ...]) -> bool | None:
    """True for 一次性, False for yearly support, None when the text does not say."""
    text = "，".join(part.text for part in span)
    if "一次性" in text:
        return True
    return False if re.search(r"每年|年度最高|按年|逐年|连续", text) else None


def recipient_of(text: str, span: tuple[Segment, ...], rules: Grammar) -> str | None:
    """Who is supported: 对……的企业, 给予企业……, 支持企业……."""
    for part in span:
        found = _TO.match(part.text)
        if found:
            words = printed(text, part, found.end(), len(part.text))
            words = _GIVEN.split(words)[0]
            name = words if words.endswith(rules.words.recipients) else _first_named(words, rules)
            if _ACT.match(name) and "的" not in name:  # 对建设平台: what is done, not who does it
                continue
            return None if name + "的" == words else name or None
    for part in span:
        found = re.search(r"(?:给予|奖励|补助|予以)(?P<who>[^\ue0f0-\ue0f3的]{1,16})", part.text)
        if found:
            name = _first_named(found["who"], rules)
            if name:
                return name
    for part in span:
        found = re.match(r"(?:重点)?(?:支持|鼓励)", part.text)
        if found:
            return _first_named(part.text[found.end() :], rules) or None
    name = _first_named(span[0].text, rules)
    return name if name and not _FIGURE.search(name) else None


def conditions_of(text: str, span: tuple[Segment, ...], row: list[Finding], first: int) -> str | None:
    """What must hold, as printed: the words before the grant that end with 的."""
    granted = min((one.segment for one in row if one.role != "threshold"), default=first)
    lead = [part for part in span[: max(granted - first, 0)] if not part.aside]
    while lead and not lead[-1].text.endswith("的"):
        lead.pop()
    if not lead:
        return None
    words = "，".join(printed(text, part, 0, len(part.text)) for part in lead)
    found = _TO.match(words)
    return words[found.end() if found else 0 :].rstrip("的") or None


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


def _inferred(text: str) -> str:
    if re.search("活动|展会|峰会|论坛|赛事", text):
        return "item"
    if re.search("项目|平台|产线", text):
        return "project"
    if re.search("人才|个人|毕业生", text) and "企业" not in text:
        return "person"
    return "enterprise"


_NUMBER = rf"[{DIGITS}{HAN}]{{1,3}}"
_DURATION = re.compile(
    rf"(?:连续|期限|年限|时间|时限|最长|期为|为期|累计|资助期|补贴期)[^，满已\ue0f0-\ue0f3]{{0,10}}?(?P<number>{_NUMBER})(?:年|个月)"
    rf"|(?<!之日起)(?<!起)(?P<within>{_NUMBER})(?:年|个月)内[^，]{{0,4}}(?:每年|按年|连续|合计|累计|给予|分年|根据|按)"
    rf"|(?:补贴|补助|奖励|资助)(?P<for>{_NUMBER})(?:年|个月)"
    rf"|(?P<free>{_NUMBER})(?:年|个月)内?[^，]{{0,2}}免[^，]{{0,5}}租"
)
_BASE_VERB = re.compile(
    r"(?:按照?|参照|根据|依据)(?:不超过)?其?|给予(?:企业|其)?|予以|标准为|(?:奖励|补助|补贴|资助|奖补)(?![金资总额标费款的])|返还其?|一次性"
    r"|对其?|以(?![上下内外])其?|(?:最高)?不(?:得)?(?:高于|超过)|最高|可达|资助标准"
)
_BASE_EDGE = re.compile(
    r"^(?:其中|并(?!购)|其(?![他余])|的|、|分别|各|，|原则上|一次性|每年|平均|可(?!再生)|再|另|同时)+"
    r"|(?:的|可|按|一次性|比例|进行|另|再|分别|每年|为)+$"
)
_NO_BASE = re.compile(
    r"^[第前后首][一二三四五1-9]?年?$|^[市区县省]$|^、?第.年$|[0-9一二三四五六七八九十]年$|财政$|政府$|此为基数|^标准$|上浮$"
)
_BASE_AFTER = re.compile(r"的(?!配套|一次性|比例)(?P<base>[^，的]{1,10}?)(?:补贴|补助|贴息|奖励|资助|减免)")
_BASE_BEFORE = re.compile(
    r"(?:以(?![上下内外])|按照?|参照|根据|为|对)其?(?P<base>(?!此|基数)[^，]{2,30}?)(?:为基数|为基准|为依据|的部分)?$"
)
_COMPARED = re.compile(
    r"(?:首次)?(?:不低于|不少于|不得低于|不超过|超过|达到|达|突破|满|高于|大于|低于|小于|不足|为|在)?(?:的|人民币)?$"
)
_METRIC_EDGE = re.compile(r"^(?:对于?|且|并|或|和|的)+|(?:首次|的|最高|原则上|累计不)+$")
_COMPARATORS = (
    ("<=", ("不超过", "以下", "以内")),
    (">=", ("不低于", "不少于", "不得低于", "达", "满", "以上")),
    (">", ("超过", "突破", "高于", "大于")),
    ("<", ("低于", "小于", "不足")),
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
