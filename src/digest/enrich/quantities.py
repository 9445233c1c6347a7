"""Figures of a sentence with what compares them: money, shares, and counted things (50家以上, 七八家, 100多家)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from digest.model.vocabulary import TargetWords
from digest.text.money import CURRENCY_ZH, Figure, Unit, find_figures, without_data
from digest.text.numerals import parse_about, parse_number


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
    text = without_data(text)
    compared = _comparing(words)
    found = sorted([*_figures(text, compared), *_counts(text, compared)], key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Comparing:
    """The words around a figure, each with what it says, the longest first; ``counted`` finds counted things."""

    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    counted: re.Pattern[str]


_ANY_NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两]")
_HAN = "一二三四五六七八九十百千万亿两"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?\s?(?:[余多]?[百千万亿]{1,2}(?:\d{1,4}[百千万])?)?"
_NUMBER = rf"(?:(?<![0-9A-Za-z.．〔第\-]){_ARABIC}|(?<![{_HAN}第几数每单统同唯])[{_HAN}]{{1,6}})"
_UPPER = rf"(?:{_ARABIC}|[{_HAN}]{{1,6}})"
_UNITS = {Unit.YUAN: "CNY", Unit.PERCENT: "percent", Unit.POINT: "percentage_point", Unit.TIMES: "times"}
_NOT_COUNTED = r"(?!月|工作日|自然日|小时|百分点|交易日|学时|基点|方面|章|部分|层面|环节|阶段|步骤|维度|以来|年|半|别|性|形)"
_SCALE = re.compile(r"[万亿]+$")
_MORE = str.maketrans("", "", "余多 ")
_WINDOW = 8  # characters before a figure in which a comparing word ends


def _comparing(words: TargetWords) -> _Comparing:
    return _made(words.counters, tuple(words.comparators.items()), tuple(words.after.items()))


@lru_cache(maxsize=4)
def _made(
    counters: tuple[str, ...], before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]
) -> _Comparing:
    units = "|".join(sorted(counters, key=len, reverse=True))
    counted = re.compile(
        rf"(?P<low>{_NUMBER})\s?(?:[-—–~～至到]{{1,2}}(?P<high>{_UPPER}))?\s?[余多]?\s?(?P<unit>{units}){_NOT_COUNTED}"
    )
    return _Comparing(_longest_first(before), _longest_first(after), counted)


def _longest_first(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: len(pair[0]), reverse=True))


def _figures(text: str, compared: _Comparing) -> Iterator[Quantity]:
    for figure in find_figures(text):
        high = None if figure.high == figure.low else figure.high
        span = figure.start, figure.end
        yield _quantity(text, (figure.low, high), _unit(figure), span, compared, counted=False)


def _unit(figure: Figure) -> str:
    """``CNY``, ``percent`` ..., and for money of another country the name of its currency (美元)."""
    return CURRENCY_ZH[figure.currency or "CNY"] if figure.unit is Unit.FOREIGN else _UNITS[figure.unit]


def _counts(text: str, compared: _Comparing) -> Iterator[Quantity]:
    for match in compared.counted.finditer(text):
        values = _values(match["low"], match["high"])
        if values and values[0] > 0:
            span = match.start("low"), match.end()
            yield _quantity(text, values, match["unit"], span, compared, counted=True)


def _values(low: str, high: str | None) -> tuple[Decimal, Decimal | None] | None:
    """The ends of a count; 3至5万家 counts both in 万, 七八家 is a range without a dash."""
    about = parse_about(low.translate(_MORE))
    if about is None:
        return None
    if high is None:
        return about[0], about[1] if about[1] > about[0] else None
    upper, scale = parse_number(high.translate(_MORE)), _SCALE.search(high)
    factor = parse_number("1" + scale[0]) if scale and not _SCALE.search(low) else None
    return about[0] * (factor or 1), upper


def _quantity(
    text: str,
    values: tuple[Decimal, Decimal | None],
    unit: str,
    span: tuple[int, int],
    compared: _Comparing,
    *,
    counted: bool,
) -> Quantity:
    start, end = span
    before, comparator = _before(text, start, compared)
    known = dict(compared.after)
    inside = next((known[word] for word in "余多" if word in text[start:end] and word in known), None)
    after = next((word for word, _ in compared.after if text.startswith(word, end)), "")
    comparator = known.get(after) or inside or comparator
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


def _before(text: str, start: int, compared: _Comparing) -> tuple[int, str | None]:
    """Where the comparing words right before a figure begin, and what the nearest says."""
    at, comparator = start, None
    while True:
        whole = text[max(0, at - _WINDOW) : at].rstrip()
        heads = (whole, whole.rstrip(" 到"))
        found = next(
            ((head, pair) for head in heads for pair in compared.before if head.endswith(pair[0])), None
        )
        if found is None:
            return at, comparator
        head, (word, sign) = found
        comparator = comparator or sign
        at = max(0, at - _WINDOW) + len(head) - len(word)
