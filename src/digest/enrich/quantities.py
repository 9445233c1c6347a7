"""Figures of a sentence with what compares them: money, shares, and counted things (50家以上)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digest.model.vocabulary import TargetWords
from digest.text.money import CURRENCY_ZH, Unit, find_figures
from digest.text.numerals import parse_number


@dataclass(frozen=True, slots=True)
class Quantity:
    """``start`` to ``end`` is the figure with its unit and the words after it (以上), ``before`` where the
    comparing words before it begin. ``comparator`` is None when nothing compares."""

    low: float
    high: float | None
    unit: str
    comparator: str | None
    before: int
    start: int
    end: int
    counted: bool


def find_quantities(text: str, words: TargetWords) -> tuple[Quantity, ...]:
    """All quantities of a text, in order, without overlap."""
    if not _ANY_NUMERAL.search(text):
        return ()
    found = sorted([*_figures(text, words), *_counts(text, words)], key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


_ANY_NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两]")
_HAN = "一二三四五六七八九十百千万亿两"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?\s?(?:[百千万亿]{1,2})?"
_NUMBER = rf"(?:(?<![0-9A-Za-z.．〔第\-]){_ARABIC}|(?<![{_HAN}第几数每单统同唯])[{_HAN}]{{1,6}})"
_UPPER = rf"(?:{_ARABIC}|[{_HAN}]{{1,6}})"
_UNITS = {Unit.YUAN: "CNY", Unit.PERCENT: "percent", Unit.POINT: "percentage_point", Unit.TIMES: "times"}
_NOT_COUNTED = r"(?!月|工作日|自然日|小时|百分点|交易日|学时|基点|方面|章|部分|层面|环节|阶段|步骤|维度|以来|年|半|别|性|形)"


def _figures(text: str, words: TargetWords) -> Iterator[Quantity]:
    for figure in find_figures(text):
        foreign = figure.unit is Unit.FOREIGN
        unit = CURRENCY_ZH[figure.currency or "CNY"] if foreign else _UNITS[figure.unit]
        high = None if figure.high == figure.low else figure.high
        yield _quantity(text, (figure.low, high), unit, (figure.start, figure.end), words, counted=False)


def _counts(text: str, words: TargetWords) -> Iterator[Quantity]:
    counters = "|".join(sorted(words.counters, key=len, reverse=True))
    pattern = _pattern(counters)
    for match in pattern.finditer(text):
        low = parse_number(match["low"])
        high = parse_number(match["high"]) if match["high"] else None
        if low is not None and low > 0:
            if (
                high is not None
                and (scale := _SCALE.search(match["high"]))
                and not _SCALE.search(match["low"])
            ):
                low *= parse_number("1" + scale[0]) or 1
            span = match.start("low"), match.end()
            yield _quantity(text, (low, high), match["unit"], span, words, counted=True)


_SCALE = re.compile(r"[万亿]+$")


def _pattern(counters: str) -> re.Pattern[str]:
    return re.compile(
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
    before, comparator = _before(text, start, words)
    printed = text[start:end]
    inside = next((words.after[w] for w in ("余", "多") if w in printed and w in words.after), None)
    after = next((w for w in sorted(words.after, key=len, reverse=True) if text.startswith(w, end)), "")
    comparator = words.after.get(after) or inside or comparator
    low, high = values
    return Quantity(
        low=float(low),
        high=None if high is None else float(high),
        unit=unit,
        comparator=comparator,
        before=before,
        start=start,
        end=end + len(after),
        counted=counted,
    )


def _before(text: str, start: int, words: TargetWords) -> tuple[int, str | None]:
    """Where the comparing words right before a figure begin, and what the nearest says."""
    at, comparator = start, None
    while True:
        whole = text[max(0, at - 8) : at].rstrip()
        ordered = sorted(words.comparators, key=len, reverse=True)
        heads = (whole, whole.rstrip(" 到"))
        head, word = next(((h, w) for h in heads for w in ordered if h.endswith(w)), (whole, None))
        if word is None:
            return at, comparator
        comparator = comparator or words.comparators[word]
        at = max(0, at - 8) + len(head) - len(word)
