"""Figures as each language prints them: 500万元 and RMB 5 million, 5万元至10万元, 10%—15% and 10%–15%, 5个百分点.

Every function takes the words of one language. ``ends`` is one number, or the two of a range.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import inf
from typing import TypeGuard

from digest.pages.strings import TAGS, Run, Runs, Words
from digest.text.money import CURRENCY_ZH

_COMPARED = {"<=": "at_most", "<": "below", ">=": "at_least", ">": "above", "~": "about"}
NBSP = "\u00a0"


def figure(words: Words, text: str) -> Runs:
    """A printed figure; a short one stays on one line."""
    return (Run(text, words.lang, "figure" if len(text) <= _UNBROKEN else ""),)


def compared(words: Words, comparator: str | None, text: str) -> Runs:
    """A printed figure with the words for ``<= < >= > ~``; ``=`` and None need none."""
    key = _COMPARED.get(comparator or "=")
    return figure(words, words.plain(f"amount.{key}", figure=text) if key else text)


def ends_of(low: float, high: float | None) -> tuple[float, ...]:
    """The ends of a figure; what is too large to be true is none."""
    return (low,) if high is None or high == inf else (low, high)


def money(words: Words, ends: Sequence[float], currency: str) -> str:
    """A sum in a currency (ISO 4217); in English a range says it once: RMB 50,000 to 100,000."""
    low, *high = (_in_currency(words, each, currency) for each in ends)
    if not high:
        return low
    last = high[0] if words.lang == TAGS["zh"] else _scaled(words, ends[1])
    return words.plain("amount.sums", low=low, high=last)


def percent(words: Words, ends: Sequence[float]) -> str:
    """A share in percent."""
    return ranged(words, [f"{number(each)}%" for each in ends])


def points(words: Words, ends: Sequence[float]) -> str:
    """Percentage points."""
    form = "one" if tuple(ends) == (1,) else "many"
    return words.plain(f"amount.points.{form}", figure=ranged(words, [number(each) for each in ends]))


def ranged(words: Words, ends: Sequence[str]) -> str:
    """One printed figure, or a range of two."""
    return words.plain("amount.range", low=ends[0], high=ends[1]) if len(ends) > 1 else ends[0]


def is_currency(unit: str | None) -> TypeGuard[str]:
    """Whether a unit is the code of a currency."""
    return unit in CURRENCY_ZH


def chinese(value: float) -> str:
    """A number with the largest unit it reaches; whole numbers of 万 up to 9999 stay so: 5000万."""
    exact = Decimal(str(value))
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if exact >= size and (exact / size * 10**4) % 1 == 0:
            return f"{(exact / size).normalize():f}{name}"
    return f"{exact.normalize():f}"


def number(value: float | Decimal) -> str:
    """A number without idle zeros, thousands apart: 12.5, 1,234."""
    return f"{Decimal(str(value)).normalize():,f}"


_UNBROKEN = 24
"""Figures up to this length stay on one line."""


def _in_currency(words: Words, value: float, currency: str) -> str:
    text = _scaled(words, value)
    if currency == "CNY":
        return words.plain("amount.yuan", figure=text)
    name = CURRENCY_ZH.get(currency, currency) if words.lang == TAGS["zh"] else currency
    return words.plain("amount.foreign", figure=text, name=name)


def _scaled(words: Words, value: float) -> str:
    """A number of money with the word for its size: 500万, 5 million."""
    if words.lang == TAGS["zh"]:
        return chinese(value)
    exact = Decimal(str(value))
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if exact >= size and (exact / size * 1000) % 1 == 0:
            return f"{number(exact / size)}{NBSP}{name}"
    return number(exact)
