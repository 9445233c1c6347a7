"""Goals and statistics of a clause: 到2025年增加值达到80亿元 is a goal, 2021年超过40亿元 a statistic.

Each figure of a sentence is judged by the nearest sign before it: a deadline or a word of intent makes
a goal, a plain year or a word about the present a statistic. Sentences that grant support give neither.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from digest.enrich.deadlines import Deadline
from digest.enrich.metrics import Wording, metric_en, word_figures
from digest.enrich.quantities import Quantity
from digest.enrich.sentences import GROWTH, GROWTH_FACTOR, NO_AIMS, Aims, Sentence, last, read_sentence
from digest.enrich.uncounted import uncounted_goals
from digest.model.facts import Target
from digest.model.vocabulary import TargetWords


def find_targets(
    text: str, words: TargetWords, aims: Aims = NO_AIMS
) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """(targets, statistics) of a clause's own text, each in the order of the text."""
    if not _MAY_HOLD.search(text):
        return (), ()
    targets: list[Target] = []
    statistics: list[Target] = []
    carried, metric = aims.deadline, ""
    for match in _SENTENCE.finditer(text):
        sentence = read_sentence(match[0], match.start(), words, Aims(aims.goals, carried))
        for kind, row in _rows(sentence, words):
            named = row if row.metric_zh else replace(row, metric_zh=metric)
            metric = named.metric_zh
            (targets if kind == _GOAL else statistics).append(named)
        carried = last(sentence.deadlines) or carried
    return tuple(targets), tuple(statistics)


_MAY_HOLD = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万亿两若]")
_SENTENCE = re.compile(r"[^。；;！\n]{1,600}")  # longer runs are read in pieces, so that time stays linear
_GOAL, _STATISTIC = "goal", "statistic"
_BASE_YEAR = re.compile(r"(?:比|较|在)(?P<year>20\d\d)年")
_FROM_YEAR = re.compile(r"(?:由|从)(?P<year>20\d\d)年")
_FROM_TO = re.compile(r"[由从][^，。由从]{0,20}$")
_TO = re.compile(r"^[^，。]{0,4}?(?:提高|增加|增长|上升|扩大|提升|发展|下降|降低|减少)[到至]")
_QUALIFIED = re.compile(
    r"^(?:（含）|\(含\))?的?(?:企业|项目|产业|园区|集群|基地|平台|单位|机构|产品|龙头|骨干|领军|重大|大型|优质|旗舰)|^的[\u4e00-\u9fff]"
)
_DIMENSION = re.compile(r"(?:米|里|亩|公顷|吨|千克|瓦|时|煤|项)$")
_HELD_BY = re.compile(r"^的?[\u4e00-\u9fff]{0,10}(?:产业|集群|基金|规模|园区|市场|资金)")
_FUND_BEFORE = re.compile(r"(?:设立|组建|发起|成立|形成|打造|建立)[^，。]{0,16}规模[^，。]{0,4}$")
_FUND_AFTER = re.compile(r"(?:人民币)?(?:左右|以上)?的?(?P<name>[^，。；]{1,30})")


def _rows(sentence: Sentence, words: TargetWords) -> Iterator[tuple[str, Target]]:
    wordings = word_figures(sentence.text, sentence.quantities, words)
    base: Wording | None = None
    for wording in wordings:
        quantity = wording.quantity
        if _is_start_of_growth(sentence, quantity):
            base = wording
            continue
        kind = _judge(sentence, wording, words)
        if kind is not None:
            yield kind, _target(sentence, _with_fund(sentence.text, wording, words), kind, base, words)
            base = None
    if sentence.goals is not False and not sentence.grants and not sentence.conditional:
        yield from ((_GOAL, row) for row in uncounted_goals(sentence, words))


def _judge(sentence: Sentence, wording: Wording, words: TargetWords) -> str | None:
    """goal, statistic, or None for a figure that is neither."""
    quantity = wording.quantity
    if sentence.goals is not False and _fund(sentence.text, quantity, words):
        return _GOAL
    if sentence.grants or _qualifies(sentence, quantity):
        return None
    head = sentence.text[: quantity.start]
    aim = max([d.end for d in sentence.deadlines if d.end <= quantity.start] + _ends(head, words.goal_words))
    facts = words.statistic_words + (words.weak_statistic_words if aim < 0 else ())
    fact = max([y.end for y in sentence.years if y.end <= quantity.start] + _ends(head, facts))
    stated = quantity.comparator not in {None, "="} or wording.built or _names_share(head)
    if aim > fact:
        dated = any(d.year and d.end <= quantity.start for d in sentence.deadlines)
        return _GOAL if not sentence.conditional or wording.built or sentence.goals or dated else None
    if fact > aim:
        planned = wording.built and sentence.conditional
        return None if planned or _is_article(quantity, words) else _STATISTIC
    if sentence.goals or (sentence.inherited is not None and sentence.goals is not False):
        return _GOAL if stated and not sentence.conditional else None
    return _GOAL if sentence.goals is None and _is_built(sentence, wording, words) else None


def _ends(head: str, marks: tuple[str, ...]) -> list[int]:
    """Where the last of some words ends before a figure; -1 when none stands there."""
    return [max((head.rfind(mark) + len(mark) for mark in marks if mark in head), default=-1)]


def _names_share(head: str) -> bool:
    return bool(re.search(r"(?:增长|增速|提高|提升|上升|下降|降低|减少|占比|比重|率|分别)[^，]{0,4}$", head))


def _is_built(sentence: Sentence, wording: Wording, words: TargetWords) -> bool:
    """Undated, an object that is built and counted is a goal; 一个 is mostly only an article."""
    quantity = wording.quantity
    counts = quantity.counted and not _is_article(quantity, words) and not _DIMENSION.search(quantity.unit)
    return counts and wording.built and not sentence.conditional and not wording.metric.endswith("共")


def _is_article(quantity: Quantity, words: TargetWords) -> bool:
    return quantity.low == 1 and quantity.high is None and quantity.unit in words.articles


def _fund(text: str, quantity: Quantity, words: TargetWords) -> tuple[str, int] | None:
    """The name of the purse that a sum is the size of, and where it ends: 设立规模不少于50亿元的…基金."""
    if quantity.unit != "CNY" or not _FUND_BEFORE.search(text[: quantity.before]):
        return None
    after = _FUND_AFTER.match(text, quantity.end)
    word = next((word for word in words.fund_words if after and word in after["name"]), None)
    if after is None or word is None:
        return None
    end = after.start("name") + after["name"].index(word) + len(word)
    return text[after.start("name") : end], end


def _with_fund(text: str, wording: Wording, words: TargetWords) -> Wording:
    """The wording with the name of the purse as its metric, where it is the size of one."""
    fund = _fund(text, wording.quantity, words)
    return wording if fund is None else replace(wording, metric=f"{fund[0]}规模", end=fund[1])


def _qualifies(sentence: Sentence, quantity: Quantity) -> bool:
    """True for a figure that only describes what is counted: 超过50亿元 in 3家收入超过50亿元的企业."""
    if quantity.counted:
        return False
    tail = sentence.text[quantity.end :]
    if not _QUALIFIED.match(tail):
        return False
    left = sentence.text.rfind("，", 0, quantity.start) + 1
    right = sentence.text.find("，", quantity.end)
    near = [
        q
        for q in sentence.quantities
        if q.counted and left <= q.start < (right if right >= 0 else len(sentence.text))
    ]
    return bool(near) or not _HELD_BY.match(tail)


def _is_start_of_growth(sentence: Sentence, quantity: Quantity) -> bool:
    """40亿元 in 由40亿元提高到80亿元."""
    return bool(
        _FROM_TO.search(sentence.text[: quantity.before]) and _TO.match(sentence.text[quantity.end :])
    )


def _target(
    sentence: Sentence, wording: Wording, kind: str, base: Wording | None, words: TargetWords
) -> Target:
    quantity = wording.quantity
    if base is not None:
        wording = replace(wording, metric=base.metric, start=base.start)
    governing = last([d for d in sentence.deadlines if d.end <= quantity.start])
    year = last([y for y in sentence.years if y.end <= quantity.start])
    start = wording.start
    if kind == _GOAL and governing is not None and _adjoins(sentence, governing, start):
        start = min(start, governing.start)
    growth = GROWTH.match(sentence.text, _after_join(sentence.text, quantity.end))
    deadline = governing or sentence.inherited
    base_year = (_FROM_YEAR if base else _BASE_YEAR).search(sentence.text[: quantity.start])
    end = max(wording.end, growth.end() if growth else 0)
    own = _handed_out(sentence, quantity)
    deadline = own or deadline
    dated = own or (deadline if kind == _GOAL else (year or governing))
    return Target(
        metric_zh=wording.metric,
        metric_en=metric_en(wording.metric, words),
        evidence=sentence.text[start:end],
        start=sentence.at + start,
        end=sentence.at + end,
        value=quantity.low,
        value_high=quantity.high,
        unit=quantity.unit,
        comparator=quantity.comparator or "=",
        year=dated.year if dated else None,
        deadline_text=deadline.text if deadline and kind == _GOAL else None,
        baseline_value=base.quantity.low if base else None,
        baseline_year=int(base_year["year"]) if base_year else None,
        growth_factor=GROWTH_FACTOR[growth["times"]] if growth else None,
    )


def _handed_out(sentence: Sentence, quantity: Quantity) -> Deadline | None:
    """The year of a figure where 分别 hands out listed years: 2025年、2030年…分别达到8%、12%."""
    head = sentence.text[: quantity.start]
    at = head.rfind("分别")
    years = sorted({*sentence.deadlines, *sentence.years}, key=lambda d: d.start)
    listed = [d for d in years if d.end <= at]
    joined = len(listed) > 1 and all(
        sentence.text[one.end : two.start] in _YEAR_JOINS for one, two in pairwise(listed)
    )
    figures = [q for q in sentence.quantities if q.start > at]
    place = figures.index(quantity) if at >= 0 and quantity in figures else len(listed)
    return listed[place] if joined and len(figures) == len(listed) and place < len(listed) else None


_YEAR_JOINS = ("、", "和", "及", "与")


def _adjoins(sentence: Sentence, deadline: Deadline, start: int) -> bool:
    """True when no other figure and at most a comma stands between a deadline and a goal's words."""
    between = sentence.text[deadline.end : start].strip("，, ")
    figures = any(deadline.end <= q.start < start for q in sentence.quantities)
    return "，" not in between and not figures


def _after_join(text: str, end: int) -> int:
    """Past 、实现 and the like after a figure."""
    match = re.match(r"[、，,]?(?:力争|努力)?(?:实现)?", text[end:])
    return end + (match.end() if match else 0)
