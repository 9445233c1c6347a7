"""Goals and statistics of a clause: 到2025年增加值达到80亿元 is a goal, 2021年超过40亿元 a statistic.

Each figure of a sentence is judged by the nearest sign before it: a deadline or a word of intent makes
a goal, a plain year or a word about the present a statistic. Sentences that grant support give neither.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digest.enrich.deadlines import YEAR, Deadline
from digest.enrich.metrics import MetricWording, metric_en, without_change, word_figures
from digest.enrich.quantities import Quantity
from digest.enrich.sentences import (
    GROWTH,
    GROWTH_FACTOR,
    NO_AIMS,
    Aims,
    Sentence,
    after_join,
    last,
    read_sentence,
)
from digest.enrich.uncounted import uncounted_goals
from digest.model.facts import Target
from digest.model.vocabulary import TargetWords
from digest.regex import regex
from digest.text.numerals import parse_numeral


def find_targets(
    text: str, words: TargetWords, aims: Aims = NO_AIMS
) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """(targets, statistics) of a clause's own text, each in the order of the text."""
    if not _MAY_HOLD.search(text):
        return (), ()
    targets: list[Target] = []
    statistics: list[Target] = []
    carried, metric = aims.carried, ""
    for match in _SENTENCE.finditer(text):
        here = aims._replace(carried=carried)
        sentence = read_sentence(match[0], match.start(), words, here)
        rows = list(_rows(sentence, words))
        grown = next((row.metric_zh for _, row in rows if row.growth_factor and row.metric_zh), metric)
        for kind, row in rows:
            named = row if row.metric_zh else replace(row, metric_zh=grown)
            metric = without_change(named.metric_zh)
            (targets if kind == _GOAL else statistics).append(named)
        carried = last(sentence.deadlines) or carried
    return tuple(targets), tuple(statistics)


_MAY_HOLD = regex(r"[0-9０-９]|[一二三四五六七八九十百千万亿两若]")
_SENTENCE = regex(r"[^。；;！\n]{1,600}")  # longer runs are read in pieces, so that time stays linear
_GOAL, _STATISTIC = "goal", "statistic"
_BASE_YEAR = regex(rf"(?:比|较|对照)(?P<year>{YEAR})年|在(?P<basis>{YEAR})年(?=的?基础)")
_FROM_YEAR = regex(rf"(?:由|从)(?P<year>{YEAR})年")
_FROM_TO = regex(r"[由从][^，。由从]{0,20}$")
_TO = regex(r"^[^，。]{0,4}?(?:提高|增加|增长|上升|扩大|提升|发展|下降|降低|减少)[到至]")
_QUALIFIED = regex(
    r"^(?:（含）|\(含\))?的?(?:企业|项目|产业|园区|集群|基地|平台|单位|机构|产品|龙头|骨干|领军|重大|大型|优质|旗舰)|^的[\u4e00-\u9fff]"
)
_DIMENSION = regex(r"(?:米|里|亩|公顷|吨|千克|瓦|时|煤|项)$")
_HELD_BY = regex(r"^的?[\u4e00-\u9fff]{0,10}(?:产业|集群|基金|规模|园区|市场|资金)")
_SIZE = regex(r"规模[^，。；]{0,4}$")
_SIZED = regex("(?:人民币)?(?:左右|以上)?规模的")  # 形成100亿元规模的产业基金
_OF_PURSE = regex(r"(?:人民币)?(?:左右|以上)?的?(?P<name>[^，。；：]{1,30})")
_PURSE_BEFORE = 24


def _rows(sentence: Sentence, words: TargetWords) -> Iterator[tuple[str, Target]]:
    wordings = word_figures(sentence.text, sentence.quantities, words) if _may_state(sentence) else ()
    base: MetricWording | None = None
    described = 0
    for wording in wordings:
        quantity = wording.quantity
        if (
            not quantity.counted and quantity.end <= described
        ):  # 产值超500亿元 in 2个产值超500亿元、5个…的集群
            continue
        described = wording.end if quantity.counted else described
        if _is_start_of_growth(sentence, quantity):
            base = wording
            continue
        kind = _judge(sentence, wording, words)
        if kind is not None and wording.metric not in words.wholes:
            yield kind, _target(sentence, _with_fund(sentence.text, wording, words), kind, base, words)
        base = None
    if sentence.goals is not False and not sentence.grants and not sentence.conditional:
        yield from ((_GOAL, row) for row in uncounted_goals(sentence, words))


def _may_state(sentence: Sentence) -> bool:
    """Whether any figure of a sentence can be a goal or a statistic: signs of time or intent, or what is built."""
    dated = sentence.deadlines or sentence.years or sentence.inherited or sentence.goals
    signs = sentence.aims or sentence.reports or sentence.weak_reports
    levels = _LEVELS.search(sentence.text)
    return bool(dated or signs or levels) or any(
        each.counted or each.demanded for each in sentence.quantities
    )


_LEVELS = regex("(?:提高|提升|增加|扩大|上升|发展|达)[到至]|年均|每年|逐年")


def _judge(sentence: Sentence, wording: MetricWording, words: TargetWords) -> str | None:
    """goal, statistic, or None for a figure that is neither."""
    quantity = wording.quantity
    dated = any(d.year and d.end <= quantity.start for d in sentence.deadlines)
    if (
        _fund_of(sentence.text, quantity, words) is not None
    ):  # what a fund holds is no aim, a floor under it is
        return _GOAL if sentence.goals is not False and (quantity.demanded or dated) else None
    if _is_granted(sentence, wording) or _qualifies(sentence, wording):
        return None
    aim = _last_before(quantity, (d.end for d in sentence.deadlines), sentence.aims)
    weak = sentence.weak_reports if aim < 0 else ()
    fact = _last_before(quantity, (y.end for y in sentence.years), sentence.reports, weak)
    stated = (
        quantity.comparator not in {None, "="}
        or wording.built
        or wording.driven
        or _names_share(sentence.text, quantity)
    )
    if aim > fact:
        return _GOAL if not sentence.conditional or wording.built or sentence.goals or dated else None
    if fact > aim:
        required = sentence.goals is not False and not sentence.years
        planned = sentence.conditional and (wording.built or required)
        planned = planned or (not sentence.years and _is_bound(sentence.text, quantity))
        return None if planned or _is_article(quantity, words) else _STATISTIC
    if fact < 0 and _grows_until(sentence, quantity):
        return _GOAL
    if sentence.goals:
        return _GOAL if (stated or wording.metric) and not _is_idle(sentence, quantity, words) else None
    if sentence.inherited is not None and sentence.goals is not False:
        return _GOAL if stated and not _is_idle(sentence, quantity, words) else None
    return _GOAL if sentence.goals is None and _is_plain_goal(sentence, wording, words) else None


def _is_bound(text: str, quantity: Quantity) -> bool:
    """True for what is demanded or capped, and no figure of today: 不低于30%, 不超过100万元, 应低于6500万美元."""
    return _BOUND.search(text[max(0, quantity.before - 1) : quantity.start]) is not None


_BOUND = regex("不(?:得|应)?(?:[低少小高大多]于|超过)|应")


def _grows_until(sentence: Sentence, quantity: Quantity) -> bool:
    """年均增长10%，到2025年达到30亿元: the growth leads to the goal behind it."""
    ahead = any(d.year and d.start >= quantity.end for d in sentence.deadlines)
    return ahead and _YEARLY_GROWTH.search(sentence.text[: quantity.start]) is not None


_YEARLY_GROWTH = regex("(?:年均|每年|逐年)[^，。；]{0,6}(?:增长|增加|递增|提高|下降)[^，。；]{0,3}$")


def _is_idle(sentence: Sentence, quantity: Quantity, words: TargetWords) -> bool:
    """A figure of a condition, and 一个, which is mostly only an article, aim at nothing."""
    return sentence.conditional or _is_article(quantity, words)


def _is_granted(sentence: Sentence, wording: MetricWording) -> bool:
    """True where a word of support stands in the sentence, unless all of them come before the dated deadline that
    governs the figure (强化税费减免，到2027年新增企业100家), or behind what is built by a deadline, for somebody else:
    5年内建设海外仓10个，对建设单位给予补助."""
    quantity = wording.quantity
    dated = [d.start for d in sentence.deadlines if d.year and d.end <= quantity.start]
    grants = [at for at in sentence.grants if at >= (dated[-1] if dated else 0)]
    other = _OTHER_GRANT.search(sentence.text, quantity.end) if grants else None
    planned = any(d.end <= quantity.start for d in sentence.deadlines) or _YEARLY.search(
        sentence.text, 0, quantity.start
    )
    if other and planned and quantity.counted and min(grants) > other.start():
        return bool(_CONDITION.search(sentence.text, quantity.end, other.start() + 1))
    return bool(grants)


_OTHER_GRANT = regex(r"，(?:并|同时)?(?:对|向|为|在|连续|给予入选)[^，]*")
_YEARLY = regex("每年")
_CONDITION = regex("(?:的|后|时|者)，")


def _last_before(quantity: Quantity, *signs: Iterable[int]) -> int:
    """Where the last of some signs before a figure ends; -1 when there is none."""
    return max((end for each in signs for end in each if end <= quantity.start), default=-1)


def _names_share(text: str, quantity: Quantity) -> bool:
    return bool(_SHARE_WORD.search(text[max(0, quantity.start - 8) : quantity.start]))


_SHARE_WORD = regex(r"(?:增长|增速|提高|提升|上升|下降|降低|减少|占比|比重|率|分别)[^，]{0,4}$")


def _is_plain_goal(sentence: Sentence, wording: MetricWording, words: TargetWords) -> bool:
    """Undated, an object that is built and counted is a goal, so are so many at least each year and what is
    kept within a bound (保持在85%以上)."""
    quantity = wording.quantity
    clause = sentence.text[sentence.text.rfind("，", 0, quantity.start) + 1 : quantity.start]
    if (
        sentence.conditional
        or wording.metric.endswith("共")
        or "原则上" in clause
        or _TERMS.search(wording.metric)
    ):
        return False
    if quantity.demanded and sentence.text[quantity.before : quantity.start].strip() in words.standing_words:
        return True
    counts = quantity.counted and quantity.comparator not in {"<", "<="} and not _is_article(quantity, words)
    bounded = quantity.demanded and _DIMENSION.search(quantity.unit)  # 建设面积不低于2000平方米
    built = wording.built and not bounded
    many = quantity.unit in _OF_ACTORS and quantity.low >= _MANY
    driven = wording.driven and (many or "每年" in clause) and sentence.text[quantity.start].isdigit()
    if any(word in clause for word in words.enabling_words):
        return False
    if _is_level(sentence, wording):
        return True
    return counts and (built or driven)


def _is_level(sentence: Sentence, wording: MetricWording) -> bool:
    """True for a rate that is to be reached (高中阶段毛入学率达到97%), a yearly growth (收入年均增长8%), and what is
    raised from one level to another (由1.5平方米提高到2.2平方米)."""
    quantity, text = wording.quantity, sentence.text
    if sentence.reports or sentence.years or sentence.grants or text.startswith("的", quantity.end):
        return False
    if _RAISED.search(text[: quantity.start]):
        return True
    if quantity.unit == "percentage_point":
        return bool(_FASTER.search(text[: quantity.start]))
    if quantity.unit != "percent":
        return False
    reached = text[quantity.before : quantity.start].strip() in _REACHED and _RATE.search(wording.metric)
    return bool(reached or _YEARLY_GROWTH.search(text[: quantity.start]))


_OF_ACTORS = frozenset({"家", "名", "人", "人次", "户", "场"})
_TERMS = regex("额度|标准|限额|上限|首付|费率|利率|税率")  # 贷款额度由60万元提高至80万元
_FASTER = regex(
    "(?:增速|增幅|增长率)[^，]{0,3}(?:高于|快于|超过)[^，]{2,16}$"
)  # 贷款增速高于平均增速2个百分点
_RAISED = regex(r"[由从][^，。；]{1,24}(?:提高|提升|增加|扩大|上升|发展)[到至]$")
_MANY = 10  # 推动3家企业 may be an example
_REACHED = frozenset({"达到", "要达到", "均达到", "提高到", "提升到", "达到约"})
_RATE = regex("(?:率|比重|比例|占比|覆盖面|水平|程度)$")


def _is_article(quantity: Quantity, words: TargetWords) -> bool:
    return quantity.low == 1 and quantity.high is None and quantity.unit in words.articles


def _fund_of(text: str, quantity: Quantity, words: TargetWords) -> tuple[str, int] | None:
    """The name of the fund that a sum is the size of, and where it ends: 设立规模不少于50亿元的…基金, 基金规模5亿元."""
    head = text[max(0, quantity.before - _PURSE_BEFORE) : quantity.before]
    size = _SIZE.search(head)
    if quantity.unit != "CNY" or not (size or _SIZED.match(text, quantity.end)):
        return None
    after = _OF_PURSE.match(text, quantity.end)
    word = next((word for word in words.fund_words if after and word in after["name"]), None)
    if after and word:
        end = after.start("name") + after["name"].index(word) + len(word)
        return text[after.start("name") : end], end
    named = size and any(word in head[: size.start()] for word in words.fund_words)
    return ("", quantity.end) if named else None


def _with_fund(text: str, wording: MetricWording, words: TargetWords) -> MetricWording:
    """The wording with the name of the fund as its metric, where that stands behind its size."""
    fund = _fund_of(text, wording.quantity, words)
    return replace(wording, metric=f"{fund[0]}规模", end=fund[1]) if fund and fund[0] else wording


def _qualifies(sentence: Sentence, wording: MetricWording) -> bool:
    """True for a figure that only describes what is counted: 超过50亿元 in 3家收入超过50亿元的企业. A share of
    something (80%以上的企业建立研发机构) is worded with it."""
    quantity = wording.quantity
    if quantity.counted or wording.end > quantity.end:
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
    sentence: Sentence, wording: MetricWording, kind: str, base: MetricWording | None, words: TargetWords
) -> Target:
    quantity = wording.quantity
    if base is not None:
        wording = replace(wording, metric=base.metric, start=base.start)
    handed = _handed_out(sentence, quantity)
    governing = handed or last([d for d in sentence.deadlines if d.end <= quantity.start])
    year = last([y for y in sentence.years if y.end <= quantity.start])
    start = wording.start
    if kind == _GOAL and governing is not None and _adjoins(sentence, governing, start):
        start = min(start, governing.start)
    growth = GROWTH.match(sentence.text, after_join(sentence.text, quantity.end))
    deadline = governing or sentence.inherited
    clause = 0 if base else sentence.text.rfind("，", 0, quantity.start) + 1
    base_year = (_FROM_YEAR if base else _BASE_YEAR).search(sentence.text, clause, quantity.start)
    end = max(wording.end, growth.end() if growth else 0)
    dated = handed or (deadline if kind == _GOAL else (year or governing))
    return Target(
        metric_zh=wording.metric,
        metric_en=metric_en(wording.metric, words),
        evidence=sentence.text[start:end],
        start=sentence.at + start,
        end=sentence.at + end,
        value=quantity.low,
        value_high=quantity.high,
        unit=quantity.unit,
        comparator=_compared(quantity, kind),
        aimed=kind == _GOAL and _aimed(sentence.text, quantity, words),
        year=dated.year if dated else None,
        deadline_text=deadline.text if deadline and kind == _GOAL else None,
        baseline_value=base.quantity.low if base else None,
        baseline_comparator=(base.quantity.comparator or "=") if base else None,
        baseline_year=_year(base_year),
        growth_factor=GROWTH_FACTOR[growth["times"]] if growth else None,
    )


def _compared(quantity: Quantity, kind: str) -> str:
    """How a figure is meant. What 达到 says of a goal is at least so much, of what is reported just so much."""
    if kind == _STATISTIC and not quantity.demanded:
        return "="
    return quantity.comparator or "="


def _year(match: re.Match[str] | None) -> int | None:
    printed = next((group for group in match.groups() if group), None) if match else None
    return parse_numeral("".join(printed.split())) if printed else None


def _aimed(text: str, quantity: Quantity, words: TargetWords) -> bool:
    """Whether the text strives for a figure: 力争培育3家, 产业规模力争达到1000亿元."""
    return words.hedged.search(text[text.rfind("，", 0, quantity.start) + 1 : quantity.start]) is not None


def _handed_out(sentence: Sentence, quantity: Quantity) -> Deadline | None:
    """The year of a figure in a list as long as the list of years before it: 到2025年、2030年…分别达到8%、12%."""
    figures = _chain(sentence.text, sentence.quantities, quantity)
    before = [
        d
        for d in sorted({*sentence.deadlines, *sentence.years}, key=lambda d: d.start)
        if d.end <= figures[0].start
    ]
    years: list[Deadline] = []
    for each in reversed(before):
        if years and sentence.text[each.end : years[0].start] not in _YEAR_JOINS:
            break
        years.insert(0, each)
    place = next(at for at, figure in enumerate(figures) if figure.start == quantity.start)
    return years[place] if len(figures) == len(years) > 1 else None


def _chain(text: str, quantities: Sequence[Quantity], one: Quantity) -> list[Quantity]:
    """The list of figures to which one belongs: 2个、5个."""
    chain: list[Quantity] = []
    for quantity in quantities:
        if chain and not _LIST.fullmatch(text, chain[-1].end, quantity.before):
            if chain[-1].start >= one.start:
                break
            chain = []
        chain.append(quantity)
    return chain


_YEAR_JOINS = ("、", "和", "及", "与", "，")
_LIST = regex(r"[、和及与，\s]{1,2}")


def _adjoins(sentence: Sentence, deadline: Deadline, start: int) -> bool:
    """True when no other figure and at most a comma stands between a deadline and a goal's words."""
    between = sentence.text[deadline.end : start].strip("，, ")
    figures = any(deadline.end <= q.start < start for q in sentence.quantities)
    return "，" not in between and not figures
