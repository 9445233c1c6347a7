"""Figures of a sentence with what compares them: money, shares, and counted things (50家以上)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from digest.model.vocabulary import TargetWords
from digest.regex import regex
from digest.text.money import Unit, find_figures
from digest.text.numerals import parse_number


@dataclass(frozen=True, slots=True)
class Quantity:
    """``start`` to ``end`` is the figure with its unit and the words after it (以上), ``before`` where the comparing
    words before it begin. ``unit`` of money is its currency (ISO 4217). ``comparator`` is None when nothing compares.
    ``demanded``: the words set a bound (不少于, 以上), where 达到 and 为 only join the figure to what it measures."""

    low: float
    high: float | None
    unit: str
    comparator: str | None
    before: int
    start: int
    end: int
    counted: bool
    demanded: bool = False


def find_quantities(text: str, words: TargetWords) -> tuple[Quantity, ...]:
    """All quantities of a text, in order, without overlap."""
    if not _ANY_NUMERAL.search(text):
        return ()
    found = sorted([*_figures(text, words), *_counts(text, words)], key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if _defines(text, quantity):
            continue
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


def _defines(text: str, quantity: Quantity) -> bool:
    """True in brackets that hold only a bound: 规模以上展会（2万平方米以上）80个."""
    around = text[quantity.before - 1 : quantity.before], text[quantity.end : quantity.end + 1]
    return quantity.demanded and around in {("（", "）"), ("(", ")")}


_ANY_NUMERAL = regex(r"[0-9０-９一二三四五六七八九十百千万亿两]")
_HAN = "一二三四五六七八九十百千万亿两"
_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+|\d{1,3}(?:\s\d{3})+(?!\d)|\d{1,9})(?:\.\d{1,4})?\s?(?:[百千万亿]{1,2}(?:\d{1,4}[百千]?)?)?"
_NUMBER = rf"(?:(?<![0-9A-Za-z.．〔第\-/／]){_ARABIC}|(?<![{_HAN}第几数每单统同唯/／])[{_HAN}]{{1,6}})"
_UPPER = rf"(?:{_ARABIC}|[{_HAN}]{{1,6}})"
_UNITS = {Unit.PERCENT: "percent", Unit.POINT: "percentage_point", Unit.TIMES: "times"}
_NOT_COUNTED = r"(?!月|工作日|自然日|小时|百分点|交易日|学时|基点|方面|章|部分|层面|环节|阶段|步骤|维度|以来|年|半|别|性|形)"


def _figures(text: str, words: TargetWords) -> Iterator[Quantity]:
    for figure in find_figures(text):
        if text[figure.start - 1 : figure.start] in ("×", "*", "=", "＝", "÷"):
            continue  # 签约率=签约人数/常住人口数×100%
        unit = figure.currency or _UNITS[figure.unit]
        if unit == "CNY" and _BARE.search(text[figure.start : figure.end]):
            people = _OF_PEOPLE.search(text[: figure.start][-_NEAR:])
            unit = "人" if people else unit  # 经常参加锻炼的人数达到450万
        high = None if figure.high == figure.low else figure.high
        yield _quantity(text, (figure.low, high), unit, (figure.start, figure.end), words, counted=False)


_BARE = regex("[万亿]$")
_OF_PEOPLE = regex(r"(?:人数|人口|人员|志愿者|会员|用户|人次)[^，。；]{0,6}$")
_NEAR = 12


def _counts(text: str, words: TargetWords) -> Iterator[Quantity]:
    for match in _pattern(words.counter.pattern).finditer(text):
        if match["low"][0] in _HAN and _quoted(text, match.start()):
            continue
        low, high = _values(match["low"], match["high"])
        ordinal = match["unit"] == "类" and match["low"] in _HAN  # 三类医疗器械
        if low is not None and low > 0 and not ordinal:
            span = match.start("low"), match.end()
            yield _quantity(text, (low, high), match["unit"], span, words, counted=True)


def _quoted(text: str, at: int) -> bool:
    """True inside a name in quotation marks: “千人百家”工程, “五位一体”总体布局."""
    opened = text.rfind("“", max(0, at - _NEAR), at)
    return opened >= 0 and "”" not in text[opened:at]


_SCALE = regex(r"[万亿]+$")
_NEIGHBOURS = regex(
    r"(?P<head>[一二三四五六七八九]?十)?"
    r"(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<scale>[十百千万亿]{0,2})"
)
"""Two digits side by side are a range: 七八, 二三十, 十七八."""


def _values(low: str, high: str | None) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a printed number, or the number and None: 3—5万 is 30,000 to 50,000, 两三百 200 to 300."""
    if high is not None:
        first, last = parse_number(low), parse_number(high)
        scale = _SCALE.search(high)
        if first is not None and scale and not _SCALE.search(low):
            first *= parse_number("1" + scale[0]) or 1
        return first, last
    near = _NEIGHBOURS.fullmatch(low)
    if near is None:
        return parse_number(low), None
    head = near["head"] or ""
    return parse_number(head + near["low"] + near["scale"]), parse_number(head + near["high"] + near["scale"])


def _pattern(counters: str) -> re.Pattern[str]:
    return regex(
        rf"(?P<low>{_NUMBER})\s?(?:[-—–~～至到]{{1,2}}(?P<high>{_UPPER}))?\s?[余多]?\s?(?P<unit>{counters}){_NOT_COUNTED}"
    )


def _quantity(
    text: str,
    values: tuple[Decimal, Decimal | None],
    unit: str,
    span: tuple[int, int],
    words: TargetWords,
    *,
    counted: bool,
) -> Quantity:
    start, end = span
    before, comparator, demanded = _before(text, start, words)
    printed = text[start:end]
    inside = next((words.after[w] for w in ("余", "多") if w in printed and w in words.after), None)
    following = words.after_figure.match(text, end)
    after = following[0] if following else ""
    low, high = values
    return Quantity(
        low=float(low),
        high=None if high is None else float(high),
        unit=unit,
        comparator=words.after.get(after) or inside or comparator,
        before=before,
        start=start,
        end=end + len(after),
        counted=counted,
        demanded=demanded or bool(after or inside),
    )


class _Compared(NamedTuple):
    """Where the comparing words before a figure begin, what they say, and whether they set a bound."""

    at: int
    comparator: str | None
    demanded: bool


def _before(text: str, start: int, words: TargetWords) -> _Compared:
    """The nearest word decides; 达到 only where no other stands before it (力争达到, 约达)."""
    ordered = words.longest_comparators
    at, comparator, demanded = start, None, False
    while True:
        whole = text[max(0, at - 8) : at].rstrip()
        head = next((head for head in (whole, whole.rstrip(" 到")) if head.endswith(ordered)), None)
        if head is None:
            return _Compared(at, comparator, demanded)
        word = next(word for word in ordered if head.endswith(word))
        if not demanded and (comparator is None or words.comparators[word] != "="):
            comparator = words.comparators[word]
            demanded = comparator != "=" and word not in words.joining_words
        at = max(0, at - 8) + len(head) - len(word)
