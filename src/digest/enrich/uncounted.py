"""Goals that print no number to count: 突破一批核心技术, 千亿级产业规模, 产值翻番."""

from collections.abc import Iterator

from digest.enrich.deadlines import YEAR
from digest.enrich.metrics import metric_en
from digest.enrich.sentences import GROWTH, GROWTH_FACTOR, Sentence, after_join, last
from digest.model.facts import Target
from digest.model.vocabulary import TargetWords
from digest.regex import regex


def uncounted_goals(sentence: Sentence, words: TargetWords) -> Iterator[Target]:
    """The goals without a number in a sentence that states goals or a deadline. Their year is one printed in
    the sentence or above the clause; that of an earlier sentence is not theirs."""
    if not (sentence.goals or sentence.deadlines):
        return
    yield from _vague(sentence, words)
    yield from _growth(sentence, words)


_AROUND_METRIC = regex(
    rf"^(?:[到至在]?{YEAR}年[底末]?(?:之?前)?)?(?:力争|争取|确保)?(?:用?.{{1,8}}时间)?(?:实现|推动)?|(?:力争|争取|实现|再|[比较]{YEAR}年)+$"
)


def _vague(sentence: Sentence, words: TargetWords) -> Iterator[Target]:
    reported = next((report.start() for report in words.reporting.finditer(sentence.text)), None)
    for match in words.vague.finditer(sentence.text):
        if reported is None or match.start() <= reported:
            metric = match["noun"].rpartition("的")[2]
            yield _goal(sentence, metric, match.start(), match.end(), words)


def _growth(sentence: Sentence, words: TargetWords) -> Iterator[Target]:
    for growth in GROWTH.finditer(sentence.text):
        if any(q.end <= growth.start() <= after_join(sentence.text, q.end) for q in sentence.quantities):
            continue  # 达到80亿元、实现翻番 is one goal
        start = max(sentence.text.rfind(mark, 0, growth.start()) for mark in "，。；") + 1
        metric = _AROUND_METRIC.sub("", sentence.text[start : growth.start()])
        factor = GROWTH_FACTOR[growth["times"]]
        yield _goal(sentence, metric, start, growth.end(), words, factor)


def _goal(
    sentence: Sentence, metric: str, start: int, end: int, words: TargetWords, factor: float | None = None
) -> Target:
    deadline = last([d for d in sentence.deadlines if d.end <= start]) or last(
        [d for d in sentence.deadlines if start <= d.start < end]
    )
    deadline = deadline or sentence.above
    return Target(
        metric_zh=metric,
        metric_en=metric_en(metric, words),
        evidence=sentence.text[start:end],
        start=sentence.at + start,
        end=sentence.at + end,
        comparator=">=" if factor else None,
        year=deadline.year if deadline else None,
        deadline_text=deadline.text if deadline else None,
        growth_factor=factor,
    )
