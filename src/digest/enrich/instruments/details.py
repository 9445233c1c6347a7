"""The rest of an instrument: kind, base of the rate, scope, duration, recipient, conditions."""

import re

from digest.enrich.instruments.grammar import Grammar, measure_id
from digest.enrich.instruments.roles import Finding
from digest.enrich.instruments.segments import Segment, printed
from digest.model.facts import Cap, Threshold
from digest.text.numerals import DIGITS, HAN, parse_numeral


def kind_of(
    granted: list[Finding], parts: tuple[Segment, ...], span: tuple[Segment, ...], rules: Grammar, *, fund: bool
) -> str:
    """The first kind of the word lists that the words of the grant name."""
    if fund:
        return "fund"
    if all(re.search(r"上述|以上奖|各项", parts[one.segment].text) for one in granted):
        return "cap_rule"
    near = "，".join(dict.fromkeys(parts[one.segment].text for one in granted))
    whole = "，".join(part.text for part in span)
    return named_kind(near, rules) or named_kind(whole, rules) or "subsidy"


def named_kind(text: str, rules: Grammar) -> str | None:
    """The first kind one of whose triggers stands in a text."""
    return next((kind.id for kind in rules.words.kinds if any(word in text for word in kind.triggers)), None)


def base_of(text: str, rate: Finding, parts: tuple[Segment, ...]) -> str | None:
    """What the rate is taken of, as printed: 按照|服务合同额|的10%."""
    segment = parts[rate.segment]
    first = rate.start - len(rate.left)
    cut = list(_BASE_VERB.finditer(rate.left))
    base = printed(text, segment, first + (cut[-1].end() if cut else 0), rate.start)
    if cut and not _BASE_EDGE.sub("", base) and len(cut) > 1:
        base = printed(text, segment, first + cut[-2].end(), first + cut[-1].start())
    base = _BASE_EDGE.sub("", base)
    if base:
        return base
    after = _BASE_AFTER.match(segment.text, rate.end)
    if after:
        return printed(text, segment, after.start("base"), after.end("base"))
    if rate.segment and parts[rate.segment - 1].part == segment.part:
        before = parts[rate.segment - 1]
        found = _BASE_BEFORE.search(before.text)
        if found:
            return printed(text, before, found.start("base"), found.end("base"))
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
    if re.search(r"累计|合计|总额|总计|执行期内|期限内", lead):
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
    word = found[0] if found else segment.text[one.end : one.end + 4]
    comparator = next((sign for sign, forms in _COMPARATORS if any(form in word for form in forms)), ">=")
    return Threshold(metric, comparator, int(one.figures[0].low))


def months_of(parts: tuple[Segment, ...], first: int, last: int) -> int | None:
    """How long support is paid, in months; None when the text does not say."""
    part = parts[last].sentence
    for at in range(first, len(parts)):
        if parts[at].sentence > part:
            break
        found = _DURATION.search(parts[at].text)
        if found:
            number = parse_numeral(found["number"] or found["within"] or found["for"] or "")
            if number:
                return number * (12 if "年" in found[0] else 1)
    return None


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
            if not words.endswith("的"):
                return words or None
            return _first_named(words, rules) or None
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
    return None


def conditions_of(text: str, span: tuple[Segment, ...], row: list[Finding], first: int) -> str | None:
    """What must hold, as printed: the words before the grant that end with 的."""
    granted = min((one.segment for one in row if one.role != "threshold"), default=first)
    lead = [part for part in span[: max(granted - first, 0)] if not part.aside]
    while lead and not lead[-1].text.endswith("的"):
        lead.pop()
    if not lead:
        return None
    words = "，".join(printed(text, part, 0, len(part.text)) for part in lead)
    return _TO.sub("", words).rstrip("的") or None


def _first_named(words: str, rules: Grammar) -> str:
    """The words up to the first name of a kind of recipient."""
    ends = [words.find(name) + len(name) for name in rules.words.recipients if name in words]
    return words[: min(ends)] if ends else ""


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
    rf"(?:连续|期限|年限|时间|时限|最长|期为|为期|累计|资助期|补贴期)[^，\ue0f0-\ue0f3]{{0,10}}?(?P<number>{_NUMBER})(?:年|个月)"
    rf"|(?<!之日起)(?<!起)(?P<within>{_NUMBER})(?:年|个月)内[^，]{{0,4}}(?:每年|按年|连续|合计|累计|给予|分年)"
    rf"|(?:补贴|补助|奖励|资助)(?P<for>{_NUMBER})(?:年|个月)"
)
_BASE_VERB = re.compile(r"按照其|按照|按其|按不超过其|按|参照其|参照|根据|以其|以|依据|给予企业|给予其|给予|予以|标准为|标准|奖励|补助|补贴|资助|返还其|返还|一次性|对其|对|不高于|不超过|最高|省级|市级财政|奖补")
_BASE_EDGE = re.compile(r"^(?:不?超过|不高于|最高|其|的|按|分别|各|，|原则上|一次性|每年|平均)+|(?:的|最高|不超过|不高于|给予|予以|最高不超过|最高可达|可|一次性)+$")
_BASE_AFTER = re.compile(r"的(?P<base>[^，的]{1,10}?)(?:补贴|补助|贴息|奖励|资助|减免)")
_BASE_BEFORE = re.compile(r"(?:以|按照?|参照|根据|为|对)其?(?P<base>[^，]{2,30}?)(?:为基数|为基准|为依据|的部分)?$")
_COMPARED = re.compile(r"(?:累计)?(?:首次)?(?:不低于|不少于|不得低于|不超过|超过|达到|达|突破|满|高于|大于|低于|小于|不足|为|在)?(?:的|人民币)?$")
_METRIC_EDGE = re.compile(r"^(?:对于?|且|并|或|和|的)+|(?:首次|的)+$")
_COMPARATORS = (
    ("<=", ("不超过", "以下", "以内")),
    (">=", ("不低于", "不少于", "不得低于", "达", "满", "以上")),
    (">", ("超过", "突破", "高于", "大于")),
    ("<", ("低于", "小于", "不足")),
)
_TO = re.compile(r"(?:其中)?(?:，)?(?:对于|对|向)")
_GIVEN = re.compile(r"，|(?:分别|一次性|每年)?(?:给予|予以|按照?|发放|奖励|补助|补贴)")
