"""What a figure measures: 智能传感器产业增加值 in 到2025年智能传感器产业增加值达到80亿元."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.enrich.quantities import Quantity
from digest.model.vocabulary import TargetWords


@dataclass(frozen=True, slots=True)
class Wording:
    """A quantity with its ``metric`` and the stretch of the sentence that states both. ``built``: a verb
    such as 建设 or 新增 stands right before it or before its noun."""

    quantity: Quantity
    metric: str
    start: int
    end: int
    built: bool


def word_figures(text: str, quantities: Sequence[Quantity], words: TargetWords) -> tuple[Wording, ...]:
    """The wording of each quantity of a sentence; items of a list share what stands before the first."""
    wordings: list[Wording] = []
    for index, quantity in enumerate(quantities):
        last = wordings[-1] if wordings else None
        if last is not None and _LIST_GAP.fullmatch(text, quantities[index - 1].end, quantity.before):
            wordings.append(_next_item(text, quantities, index, last))
        else:
            following = quantities[index + 1] if index + 1 < len(quantities) else None
            wordings.append(_wording(text, quantity, last, following, words))
    return tuple(wordings)


def metric_en(metric: str, words: TargetWords) -> str | None:
    """The English of a metric when its last words are known."""
    for name in sorted(words.metrics_en, key=len, reverse=True):
        if metric.endswith(name):
            return words.metrics_en[name]
    return None


_LIST_GAP = re.compile(r"[、和及与，\s]{1,2}")
_LIST_MARK = re.compile(r"[、，]|(?<=\S)(?:和|及|与|以及)(?=\S)")
_CLAUSE_START = re.compile(r"[^，,：:]*$")
_LEADING = re.compile(
    r"^(?:(?:力争|争取|确保|计划|预计)?[到至]?(?:20\d\d年?|[“\"]?十[一二三四五六七]五[”\"]?)[底末初]?(?:期间|末|前|之前)?|到|在|使|让|实现|力争|争取|确保"
    r"|努力|推动|促进|带动|并|全面|累计|有|其中|将|由|从|的|其|且|每年|拥有|目前|现有|而|分别|、|和|”|（|\s)+"
)
_TRAILING = re.compile(
    r"(?:力争|争取|确保|努力|总数|数量|累计|实现|已|将|要|约|的|到|分别|均|也|更是|则|(?:比|较|由|从)?20\d\d年|由|从|\s|合计|共计|不断|再)+$"
)
_DESCRIBES = re.compile(r"的|项目|企业|产业")
_CHANGE = re.compile(
    r"(?:年均|同比|[比较](?:上年|去年|20\d\d年)(?:同期)?)?(?:增长|增速|增幅|提高|提升|上升|下降|降低|减少)(?:率|到)?|占比|占比重"
)
_NOUN_END = re.compile(r"[，,；;：:（(]|$")


def _wording(
    text: str, quantity: Quantity, last: Wording | None, following: Quantity | None, words: TargetWords
) -> Wording:
    clause = _CLAUSE_START.search(text[: quantity.before])
    left = max(clause.start() if clause else 0, _free_from(text, quantity, last))
    head = text[left : quantity.before]
    verb = _verb(head, words)
    noun = _noun_after(text, quantity, following) if quantity.counted else ""
    if noun:
        start = left + verb if verb >= 0 else quantity.before
        at = text.index(noun, quantity.end)
        metric = _core(noun)
        joined = last is not None and _LIST_GAP.fullmatch(text, last.end, quantity.before)
        built = last.built if joined and last else verb >= 0 and _is_near(head[verb:], words)
        return Wording(quantity, metric, start, at + len(noun), built)
    name = head[verb:] if verb >= 0 else head
    for word in sorted(words.build_verbs, key=len, reverse=True):
        if verb >= 0 and name.startswith(word):
            name = name[len(word) :]
            break
    given = _distributed(text, quantity)
    metric = given[0] if given else _TRAILING.sub("", _LEADING.sub("", name))
    if last is not None and (not metric or _CHANGE.fullmatch(metric)):
        metric = last.metric + metric
    built = verb >= 0 and quantity.counted
    start = left + len(head) - len(head.lstrip("、，和及（的 "))
    return Wording(quantity, metric, start, quantity.end, built)


def _free_from(text: str, quantity: Quantity, last: Wording | None) -> int:
    """Where the words of a figure can begin: behind the one before, unless that only describes its noun."""
    if last is None or last.end > quantity.before:
        return 0
    describes = quantity.counted and not last.quantity.counted and _DESCRIBES.match(text, last.quantity.end)
    return last.start if describes else last.end


def _verb(head: str, words: TargetWords) -> int:
    """Where the last verb of building in a head begins, or -1; 新建 in 占新建建筑比例 is no verb."""
    whole = head.rfind("占") + 1
    verbs = [head.rfind(verb) for verb in words.build_verbs] if head else []
    return (
        -1 if whole and head[whole:].strip() and max(verbs, default=-1) >= whole else max(verbs, default=-1)
    )


def _is_near(tail: str, words: TargetWords) -> bool:
    """Only other such verbs or words like 一批 stand between the verb and the figure."""
    rest = tail
    for word in sorted(words.build_verbs, key=len, reverse=True):
        rest = rest.replace(word, "")
    return len(rest.strip("、和并及了出成不少于超过约 ")) <= _NEAR


_NEAR = 2


def _noun_after(text: str, quantity: Quantity, following: Quantity | None) -> str:
    """What is counted, when it stands after the figure."""
    if text[quantity.end : quantity.end + 1] in _MARKS:
        return ""
    match = _NOUN_END.search(text, quantity.end)
    end = match.start() if match else len(text)
    if following is not None and quantity.end < following.start < end:
        tail = text[following.end : end]
        qualifies = not following.counted and re.match(r"(?:以上|以下)?的?[\u4e00-\u9fff]{2}", tail)
        end = end if qualifies else following.before
    noun = text[quantity.end : end].strip(" 、")
    noun = re.sub(r"^的|(?:和|及|与|以及)$", "", noun)
    if "的" not in noun:
        noun = _LIST_MARK.split(noun)[0]
    elif _LIST_MARK.search(noun.rpartition("的")[2]):
        noun = noun.rpartition("的")[0] + "的" + _LIST_MARK.split(noun.rpartition("的")[2])[0]
    return noun if len(noun) > 1 else ""


def _core(noun: str) -> str:
    """The noun without what describes it, unless that holds a figure."""
    before, mark, core = noun.rpartition("的")
    return noun if not mark or re.search(r"\d", before) or len(core) < _SHORTEST else core


_SHORTEST = 2
_MARKS = ("", "、", "，", ",", "和", "及", "与", "）", ")")


def _next_item(text: str, quantities: Sequence[Quantity], index: int, last: Wording) -> Wording:
    """The next figure of a list: it takes its own name where 分别 hands them out."""
    quantity = quantities[index]
    first = index
    while first > 0 and _LIST_GAP.fullmatch(text, quantities[first - 1].end, quantities[first].before):
        first -= 1
    names = _distributed(text, quantities[first])
    metric = names[index - first] if index - first < len(names) else last.metric
    compared = last.quantity.comparator if quantity.comparator is None else quantity.comparator
    shared = Quantity(
        quantity.low,
        quantity.high,
        quantity.unit,
        compared,
        quantity.before,
        quantity.start,
        quantity.end,
        quantity.counted,
    )
    return Wording(shared, metric, last.start, quantity.end, last.built)


def _distributed(text: str, first: Quantity) -> list[str]:
    """The names before 分别, of one item at least: 出口、投资分别占比达 -> 出口占比, 投资占比."""
    match = re.search(r"(?P<names>[^，,：:]*)分别(?P<what>[^，,]{0,8})$", text[: first.before])
    if match is None:
        return []
    *names, end = _LEADING.sub("", match["names"]).split("、")
    names += re.split(r"(?<=\S\S)[和及与](?=\S\S)", end)
    return [name + match["what"] for name in names if name]
