"""What a figure measures: 智能传感器产业增加值 in 到2025年智能传感器产业增加值达到80亿元.

A metric is a noun phrase: what is counted (100家企业: 企业), who does what (100家企业实施改造: 实施改造的企业), or
the subject before the figure. A subject that only says where (国外) takes the noun of the figure before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from digest.enrich.deadlines import YEAR
from digest.enrich.quantities import Quantity
from digest.model.vocabulary import TargetWords
from digest.regex import regex


@dataclass(frozen=True, slots=True)
class MetricWording:
    """A quantity with its ``metric`` and the stretch of the sentence that states both. ``built``: a verb
    such as 建设 or 新增 stands right before it or before its noun; ``driven``: one such as 推动 or 开展.
    ``subject`` is the metric without words of change (同比增长) that belong to the subject before."""

    quantity: Quantity
    metric: str
    start: int
    end: int
    built: bool
    driven: bool = False
    subject: str = ""


def word_figures(text: str, quantities: Sequence[Quantity], words: TargetWords) -> tuple[MetricWording, ...]:
    """The wording of each quantity of a sentence; items of a list share what stands before the first."""
    wordings: list[MetricWording] = []
    names: list[str] = []
    for index, quantity in enumerate(quantities):
        last = wordings[-1] if wordings else None
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if last is not None and _follows(text, quantities[index - 1], quantity):
            names = names[1:]
            wordings.append(_next_item(text, quantity, last, following, names[:1], words))
        else:
            names = _distributed(text, quantity)
            wordings.append(_wording(text, quantity, last, following, names[:1], words))
    return _with_common_noun(text, wordings)


def _follows(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one unit stand in a list with nothing between them: 2个、5个."""
    return one.unit == other.unit and bool(_LIST_GAP.fullmatch(text, one.end, other.before))


def metric_en(metric: str, words: TargetWords) -> str | None:
    """The English of a metric when its last words are known."""
    for name in sorted(words.metrics_en, key=len, reverse=True):
        if metric.endswith(name):
            return words.metrics_en[name]
    return None


class _Noun(NamedTuple):
    """What stands behind a figure: the metric it makes, and where it ends."""

    metric: str
    end: int


_LIST_GAP = regex(r"[、和及与，\s]{1,2}")
_LIST_MARK = regex(r"[、，]|(?<=\S)(?:和|及|与|以及)(?=\S)")
_CLAUSE_MARKS = ("，", ",", "：", ":")
_LONGEST_HEAD = 120


class EdgeWords(NamedTuple):
    """Words at an edge of a metric that are no part of it; ``example`` without them is ``left``."""

    pattern: str
    example: str
    left: str


_A_YEAR = rf"(?:{YEAR}\s*年?|[“\"]?十[一二三四五六七]五[”\"]?)"
LEADING: tuple[EdgeWords, ...] = (
    # when
    EdgeWords(
        rf"(?:力争|争取|确保|计划|预计)?[到至在]?{_A_YEAR}(?:[底末初]|期间|时期|之?前)*",
        "“十四五”期间产值",
        "产值",
    ),
    EdgeWords(r"[今本]?年(?:内|底前|末前)", "年内老旧小区改造", "老旧小区改造"),
    EdgeWords(r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})年之?内", "三年内上市企业", "上市企业"),
    EdgeWords(r"每年|年均(?=[^增提下上]{2})", "每年民宿", "民宿"),
    # what is done to it
    EdgeWords("达到(?=每)", "达到每万人拥有床位", "每万人拥有床位"),
    EdgeWords("使|让|实现|力争|争取|确保|努力|推动|促进|带动|将", "推动森林覆盖率", "森林覆盖率"),
    EdgeWords(
        r"到|由|从(?!业)|的|在(?![研建营校职岗册线编])", "在全市工业企业", "全市工业企业"
    ),  # 在研管线 is a noun
    EdgeWords("有|拥有|目前|现有|累计|全面", "目前现有企业", "企业"),
    # what joins it to the words before
    EdgeWords("并|或|其中|其|且|而|但|分别|、|和|”|（|\\s", "其中高速公路", "高速公路"),
)
TRAILING: tuple[EdgeWords, ...] = (
    EdgeWords("力争|争取|确保|努力|实现|完成|计划|不断|再", "产值力争", "产值"),
    EdgeWords(
        "已经?|将|要|约|也|更是|则|却|就|都|均|是|为|高?达|仅有?|只有|甚至是?",
        "一些零部件甚至是",
        "一些零部件",
    ),
    EdgeWords("[由从](?:目前|现有|当前)", "企业由目前", "企业"),
    EdgeWords("总数|数量|累计|合计|共计|分别", "企业数量", "企业"),
    EdgeWords(rf"(?:比|较|由|从)?{YEAR}年|由|从|的|到", "产值由2021年", "产值"),
    EdgeWords("台阶|迈上|：|:|\\s", "总产值迈上", "总产值"),
)
_LEADING = regex(rf"^(?:{'|'.join(edge.pattern for edge in LEADING)})+")
_TRAILING = regex(rf"(?:{'|'.join(edge.pattern for edge in TRAILING)})+$")
_DESCRIBES = regex(r"的|项目|企业|产业")
_CHANGE = regex(
    rf"(?:年均|同比|[比较](?:上年|去年|{YEAR}年)(?:同期|底|末)?)?(?:再|净)?"
    r"(?:增长|增速|增幅|增加|提高|提升|上升|下降|降低|减少)(?:率|到)?|占比|占比重"
)
_CHANGED = regex(rf"(?:{_CHANGE.pattern})$")
_NOUN_END = regex(r"[，,；;：:（(]|$")
_OF_SHARE = regex(r"的?(?=[\u4e00-\u9fffA-Za-z“])")


def _wording(
    text: str,
    quantity: Quantity,
    last: MetricWording | None,
    following: Quantity | None,
    given: Sequence[str],
    words: TargetWords,
) -> MetricWording:
    """The wording of a figure that begins a list or stands alone; ``given`` is the name that 分别 hands out to it."""
    opening = _clause_start(text, quantity.before)
    left = max(opening, _free_from(text, quantity, last), quantity.before - _LONGEST_HEAD)
    head = text[left : quantity.before]
    verb = _verb(head, words)
    driver = words.driving.search(text[left : quantity.start])
    whole = _TRAILING.sub("", _LEADING.sub("", head))
    noun = None
    if quantity.counted:
        noun = _noun_after(text, quantity, following, words)
    elif quantity.unit == "percent" and (not whole or whole in words.wholes):
        noun = _noun_of_share(text, quantity, following, whole, words)
    if noun:
        start = quantity.before if quantity.counted else quantity.before - len(whole)
        start = left + verb if verb >= 0 else left + driver.start() if driver else start
        joined = last if last and _LIST_GAP.fullmatch(text, last.end, quantity.before) else None
        built = joined.built if joined else verb >= 0 and _is_near(head[verb:], words)
        driven = driver is not None or (joined is not None and joined.driven)
        return MetricWording(quantity, noun.metric, start, noun.end, built, driven, noun.metric)
    name = _without_builder(head[verb:], words) if verb >= 0 else _HAVING.sub("", head)
    own = given[0] if given else _without_driver(_TRAILING.sub("", _LEADING.sub("", name)), words)
    acts = verb < 0 and driver is not None and quantity.counted and words.only_verbs.fullmatch(own)
    metric, subject = (own, own) if acts else _completed(_ONLY_SHARE.sub("占比", own), last, words)
    listed = last if last and left == last.end and text[left : left + 1] == "、" else None
    built = quantity.counted and (verb >= 0 or (listed is not None and listed.built))
    driven = driver is not None or (listed is not None and listed.driven)
    start = left + len(head) - len(head.lstrip("、，和及（的 "))
    return MetricWording(quantity, metric, start, quantity.end, built, driven, subject)


_ONLY_SHARE = regex(r"[仅只约就]*占$")


def _clause_start(text: str, at: int) -> int:
    """Where the clause before a place begins; behind a colon the name before it belongs to the figure: 产值：50亿元."""
    start = max(text.rfind(mark, 0, at) for mark in _CLAUSE_MARKS) + 1
    if start == at and text[start - 1 : start] in _COLONS:
        start = max(text.rfind(mark, 0, start - 1) for mark in _CLAUSE_MARKS) + 1
    return start


_COLONS = ("：", ":")
_HAVING = regex(r"^(?:[^，]{0,20}?[现共已建设]有|[全我本][国省市区县州]拥有)(?=[\u4e00-\u9fffA-Za-z0-9]{2})")
"""我省现有 in 我省现有花卉种植面积190万亩."""


def _completed(metric: str, last: MetricWording | None, words: TargetWords) -> tuple[str, str]:
    """A metric and its subject. One that says only how something changes, or only where, takes the subject
    of the figure before."""
    before = last.subject or last.metric if last else ""
    before = without_change(before)  # 投资额年均增长10%，到2025年达到30亿元
    if not before:
        return metric, metric
    if (
        not metric
        or metric.startswith("占")
        or _CHANGE.fullmatch(metric)
        or words.only_verbs.fullmatch(metric)
    ):
        return before + metric, before
    if metric in words.wholes:
        whole = next((each for each in words.wholes if before.startswith(each)), "")
        metric += before.removeprefix(whole)
    return metric, without_change(metric)


def without_change(metric: str) -> str:
    """投资额 of 投资额年均增长."""
    return _CHANGED.sub("", metric) or metric


def _without_builder(name: str, words: TargetWords) -> str:
    """平台 of 建设平台; a bare measure keeps the verb (孵化面积)."""
    bare = words.leading_builder.sub("", name)
    return name if _TRAILING.sub("", bare) in words.bare_measures else bare


def _without_driver(name: str, words: TargetWords) -> str:
    """技能培训 of 开展技能培训; 改造提升 stays, since nothing but verbs is in it."""
    bare = words.leading_driver.sub("", name)
    return bare if len(bare) >= _SHORTEST and not words.only_verbs.fullmatch(bare) else name


def _free_from(text: str, quantity: Quantity, last: MetricWording | None) -> int:
    """Where the words of a figure can begin: behind the one before, unless that only describes its noun."""
    if last is None or last.end > quantity.before:
        return 0
    describes = quantity.counted and not last.quantity.counted and _DESCRIBES.match(text, last.quantity.end)
    return last.start if describes else last.end


def _verb(head: str, words: TargetWords) -> int:
    """Where the last verb of building in a head begins, or -1; 新建 in 占新建建筑比例 is no verb, nor 新增 in 新增就业."""
    if any(noun in head for noun in words.metric_nouns):
        return -1
    whole = head.rfind("占") + 1
    verbs = [head.rfind(verb) for verb in words.build_verbs] if head else []
    return (
        -1 if whole and head[whole:].strip() and max(verbs, default=-1) >= whole else max(verbs, default=-1)
    )


def _is_near(tail: str, words: TargetWords) -> bool:
    """Only other such verbs or words like 一批 stand between the verb and the figure."""
    rest = re.sub(words.leading_builder.pattern.removeprefix("^"), "", tail)
    return len(rest.strip("、和并及了出成不少于超过约 ")) <= _NEAR


_NEAR = 2


def _noun_after(
    text: str, quantity: Quantity, following: Quantity | None, words: TargetWords
) -> _Noun | None:
    """What is counted, when it stands after the figure: 跨行业、跨领域平台 in 3家跨行业、跨领域平台."""
    if text[quantity.end : quantity.end + 1] in _MARKS:
        return None
    match = _NOUN_END.search(text, quantity.end)
    end = match.start() if match else len(text)
    if following is not None and quantity.end < following.start < end:
        tail = text[following.end : end]
        if not following.counted and tail.startswith("、") and following.before > quantity.end + 1:
            return _shared_noun(text, quantity, following, end)
        qualifies = not following.counted and re.match(r"(?:以上|以下)?的?[\u4e00-\u9fff]{2}", tail)
        end = end if qualifies else following.before
    relative = _RELATIVE.match(text, quantity.end, end)
    for mark in _LIST_MARK.finditer(text, relative.end() if relative else quantity.end + 1, end):
        if words.opening.match(text, mark.end()):
            end = mark.start()
            break
    stretch = text[quantity.end : end]
    noun = re.sub(r"^的|(?:和|及|与|以及)$", "", stretch.strip(" 、"))
    if len(noun) < _SHORTEST:
        return None
    return _Noun(_acted(noun, text[: quantity.start], words), text.index(noun, quantity.end) + len(noun))


def _shared_noun(text: str, quantity: Quantity, following: Quantity, end: int) -> _Noun:
    """The first of several that share their noun: 2个产值超500亿元、5个产值超100亿元的产业集群."""
    own = text[quantity.end : following.end]
    shared = _LAST_NOUN.search(text, following.end, end)
    return _Noun(f"{own}的{shared['noun']}" if shared else own, following.end)


_RELATIVE = regex(
    "(?:能够|具有|具备|掌握|从事|站在|紧跟|带动|引领|拥有|符合|承担|突破|熟悉|精通|达到)[^，,；;：:（(]{1,60}的(?=[^的]{2})"
)
"""What the counted ones do, with its own lists: 200名|能够突破关键技术、带动新兴学科的|领军人才."""
_LAST_NOUN = regex(r"的(?P<noun>[^的、]{2,16})$")


def _noun_of_share(
    text: str, quantity: Quantity, following: Quantity | None, subject: str, words: TargetWords
) -> _Noun | None:
    """What a share is of: 高端传感器 in 90%的高端传感器依赖进口, 建立研发机构的企业 in 80%以上的企业建立研发机构."""
    gap = _OF_SHARE.match(text, quantity.end)
    if gap is None or (gap.end() == quantity.end and not quantity.demanded):
        return None
    noun = _noun_after(text, replace(quantity, end=gap.end()), following, words)
    if noun is None:
        return None
    predicate = words.predicate.search(noun.metric, _SHORTEST)
    if predicate is None:
        return _Noun(subject + noun.metric, noun.end)
    return _Noun(subject + noun.metric[: predicate.start()], noun.end)


def _acted(noun: str, before: str, words: TargetWords) -> str:
    """A noun with what it does, as one phrase: 企业实施改造 -> 实施改造的企业, and behind 面向 what is done for it."""
    match = words.acting.match(noun)
    if match is None:
        return _core(noun)
    who = _core(match["who"])
    if before.endswith(_TOWARD):
        done = words.leading_driver.sub("", match["what"]) or match["what"]
        return done if len(done) > _TERSE else who + done
    return f"{match['what']}的{who}"


_TOWARD = ("面向", "对", "为", "向", "给")


def _core(noun: str) -> str:
    """The noun without what describes it, unless that holds a figure."""
    before, mark, core = noun.rpartition("的")
    return noun if not mark or re.search(r"\d", before) or len(core) < _SHORTEST else core


_SHORTEST, _TERSE = 2, 3
_MARKS = ("", "/", "、", "，", ",", "和", "及", "与", "）", ")")


def _next_item(
    text: str,
    quantity: Quantity,
    last: MetricWording,
    following: Quantity | None,
    given: Sequence[str],
    words: TargetWords,
) -> MetricWording:
    """The next figure of a list: it takes its own name where 分别 hands them out."""
    metric, end = given[0] if given else last.metric, quantity.end
    if not metric and quantity.counted:
        noun = _noun_after(text, quantity, following, words)
        metric, end = noun or ("", end)
    compared = last.quantity.comparator if quantity.comparator is None else quantity.comparator
    shared = replace(quantity, comparator=compared, demanded=quantity.demanded or last.quantity.demanded)
    return MetricWording(shared, metric, last.start, end, last.built, last.driven, metric)


def _with_common_noun(text: str, wordings: Sequence[MetricWording]) -> tuple[MetricWording, ...]:
    """Each figure of a list whose noun stands only behind the last: 2个、5个平台."""
    named: list[MetricWording] = []
    for wording in reversed(wordings):
        after = named[-1] if named else None
        shares = after and not wording.metric and _follows(text, wording.quantity, after.quantity)
        named.append(replace(wording, metric=after.metric) if after and shares else wording)
    return tuple(reversed(named))


def _distributed(text: str, first: Quantity) -> list[str]:
    """The names before 分别, of one item at least: 出口、投资分别占比达 -> 出口占比, 投资占比."""
    at = text.rfind("分别", max(0, first.before - _LONGEST_SHARE), first.before)
    what = text[at + len("分别") : first.before]
    if at < 0 or any(mark in what for mark in "，,"):
        return []
    opening = max(text.rfind(mark, 0, at) for mark in _CLAUSE_MARKS) + 1
    printed = text[max(opening, at - _LONGEST_HEAD) : at]
    *names, end = _LEADING.sub("", _YEARS.sub("", printed)).split("、")
    names += re.split(r"(?<=\S\S)[和及与](?=\S\S)", end)
    return [name + what for name in names if name]


_LONGEST_SHARE = 10
_YEARS = regex(rf"[到至在]?{YEAR}\s*年[底末]?(?:之?前)?[、和及与]?")
