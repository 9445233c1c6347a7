"""Figures as English texts print them: RMB 10 million, 30–40%, three to five years, Article 4, June 2022.

``find_english_figures`` lists every number, in digits or in words, with what it counts and its place.
Each end of a range and each item of a list is a figure of its own: in "RMB 5–10 million" both are money.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from digest.regex import regex

MONEY, FOREIGN, PERCENT, POINT, TIMES, MONTH, NUMBER = (
    "money", "foreign", "percent", "point", "times", "month", "number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EnglishFigure:
    """``text[start:end]`` is the figure. ``kind``: money (yuan) | foreign (its own unit) | percent | point
    (percentage points) | times (in percent: twice is 200) | month (its number) | number. ``digits`` is
    False for words, which may be no count at all (one of the ..., first). ``unit`` is the word that
    follows a number, in small letters, or empty."""

    kind: str
    value: Decimal
    start: int
    end: int
    digits: bool
    unit: str = ""


def find_english_figures(text: str) -> tuple[EnglishFigure, ...]:
    """Every figure of a text, in order, without overlap."""
    special = [*_months(text), *_fractions(text), *_multiples(text)]
    taken = [(figure.start, figure.end) for figure in special]
    plain = [
        quantity
        for quantity in _quantities(text)
        if not any(start < quantity.end and quantity.start < end for start, end in taken)
    ]
    return tuple(sorted([*special, *_figures(text, plain)], key=lambda figure: figure.start))


class _Quantity(NamedTuple):
    """A number as printed: its value with the factor (million) in it, the factor 1 where there is none."""

    value: Decimal
    factor: int
    start: int
    end: int
    digits: bool


_FACTORS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
}  # fmt: skip
_MONTHS = {
    "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8,
    "September": 9, "October": 10, "November": 11, "December": 12,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}

_FACTOR = rf"(?:[\s-](?:{'|'.join(_FACTORS)})(?![a-z]))"
_SMALL = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPELT = rf"(?:{_SMALL})(?:-(?:{_SMALL}))?"
_QUANTITY = regex(
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,8}})?|\d{{1,16}}(?:\.\d{{1,8}})?)(?:st|nd|rd|th)?(?P<factor>{_FACTOR}*)"
    rf"|\b(?:(?P<words>{_SPELT})(?P<scale>{_FACTOR}*)(?:(?:\s(?:and\s)?)(?P<rest>{_SPELT}))?(?P<more>{_FACTOR}*)"
    rf"|(?P<bare>(?:a\s)?(?:{'|'.join(_FACTORS)})(?:[\s-](?:{'|'.join(_FACTORS)}))?)s?|(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<both>both))\b",
    re.IGNORECASE,
)
_MONTH = regex(rf"\b(?P<month>{'|'.join(_MONTHS)})\b")
_BEFORE_YEAR = regex(r",?\s\d")
_DAY = regex(r"\b\d{1,2}(?:st|nd|rd|th)?\s$|\b(?:in|since|by|from|to|until|of|last|late|early)\s$")
_FRACTION = regex(
    r"\b(?:(?P<top>one|two|three|four|an?)[\s-])?(?P<part>half|third|quarter|fourth|fifth|sixth|tenth)(?P<many>s?)\b(?!\s(?:party|parties|place|phase|batch|round|quarter|level|tier))",
    re.IGNORECASE,
)
_MULTIPLE = regex(
    rf"\b(?:(?P<double>doubl(?:e|es|ed|ing)|twice|twofold)|(?P<triple>tripl(?:e|es|ed|ing))|(?P<fourfold>quadrupl(?:e|es|ed|ing))"
    rf"|(?P<count>\d{{1,6}}(?:\.\d{{1,4}})?|{_SMALL})(?:\stimes|[\s-]?fold))\b",
    re.IGNORECASE,
)
_YUAN_BEFORE = regex(r"(?:RMB|CNY|¥|￥)\s?$")
_FOREIGN_BEFORE = regex(r"(?:US\$|HK\$|USD|HKD|EUR|JPY|GBP|[$€£])\s?$")
_AFTER = regex(
    r"(?P<percent>\s?%|\s(?:per\s?cent)\b)(?!age)|(?P<permille>\s?‰|\sper\smille\b)|(?P<point>[\s-]percentage[\s-]points?\b)"
    r"|(?P<money>[\s-](?:yuan|renminbi|RMB)\b)|(?P<foreign>\s(?:US\s|Hong Kong\s)?(?:dollars|euros|yen|pounds)\b)"
)
_UNIT = regex(r"[\s-]?(?P<unit>[A-Za-zµμ°²]+(?:[\s-](?:metres?|meters?|kilometres?))?)")
_NO_UNIT = ("", "to", "and", "or", "respectively", "for", "of", "per", "each", "will", "shall", "is", "are")
_BETWEEN = regex(
    r"\s?(?:[-–—~]|to|and|or|,|, and|, or|%\s?(?:[-–—~]|to|and|or|,)|,? respectively,?)\s?(?:RMB\s?)?"
)


def _quantities(text: str) -> Iterator[_Quantity]:
    for match in _QUANTITY.finditer(text):
        start, end = match.span()
        if match["digits"]:
            factor = _factor(match["factor"])
            yield _Quantity(
                Decimal(match["digits"].replace(",", "")) * factor, factor, start, end, digits=True
            )
        elif match["words"]:
            yield _Quantity(Decimal(_spelt(match)), 1, start, end, digits=False)
        elif match["bare"]:
            yield _Quantity(Decimal(_factor(match["bare"])), 1, start, end, digits=False)
        elif match["ordinal"]:
            yield _Quantity(Decimal(_ORDINALS[match["ordinal"].lower()]), 1, start, end, digits=False)
        else:
            yield _Quantity(Decimal(2), 1, start, end, digits=False)


def _spelt(match: re.Match[str]) -> int:
    """Such as two hundred and five, twenty-one, three thousand."""
    scale = _factor(match["scale"])
    rest = _small(match["rest"]) if match["rest"] else 0
    return (_small(match["words"]) * scale + rest) * _factor(match["more"])


def _small(words: str) -> int:
    return sum(_WORDS[word] for word in words.lower().split("-"))


def _factor(words: str) -> int:
    factor = 1
    for word in re.split(r"[\s-]", words.lower()):
        factor *= _FACTORS.get(word.removesuffix("s"), 1)
    return factor


def _months(text: str) -> Iterator[EnglishFigure]:
    for match in _MONTH.finditer(text):
        # "May" may be the verb that begins a sentence; the month stands before a year or after a day.
        if match["month"] == "May" and not (
            _BEFORE_YEAR.match(text, match.end()) or _DAY.search(text[: match.start()])
        ):
            continue
        yield EnglishFigure(MONTH, Decimal(_MONTHS[match["month"]]), *match.span(), digits=True)


def _fractions(text: str) -> Iterator[EnglishFigure]:
    for match in _FRACTION.finditer(text):
        top, part = (match["top"] or "").lower(), match["part"].lower()
        if not top and part != "half":
            continue  # the ordinal
        count = _WORDS.get(top or "one", 1)
        value = Decimal(100) * count / _PARTS[part]
        yield EnglishFigure(PERCENT, value, *match.span(), digits=False)


def _multiples(text: str) -> Iterator[EnglishFigure]:
    for match in _MULTIPLE.finditer(text):
        if match["count"]:
            number = match["count"].lower()
            value = Decimal(_WORDS[number]) if number in _WORDS else Decimal(number)
            yield EnglishFigure(TIMES, value * 100, *match.span(), digits=number not in _WORDS)
        else:
            value = Decimal(200 if match["double"] else 300 if match["triple"] else 400)
            yield EnglishFigure(TIMES, value, *match.span(), digits=False)


def _figures(text: str, quantities: Sequence[_Quantity]) -> Iterator[EnglishFigure]:
    """Quantities with their kinds. In a range or list the last one gives its kind and factor to those before
    it, the first one its currency to those after it."""
    for group in _groups(text, quantities):
        made = [_figure(text, quantity) for quantity in group]
        for at in range(len(made) - 2, -1, -1):
            made[at] = _like_next(group[at], made[at], group[at + 1], made[at + 1])
        for at in range(1, len(made)):
            follows_money = made[at - 1].kind in (MONEY, FOREIGN)
            if made[at].kind == NUMBER and follows_money and made[at].unit in _NO_UNIT:
                made[at] = replace(made[at], kind=made[at - 1].kind)
        yield from made


def _groups(text: str, quantities: Sequence[_Quantity]) -> Iterator[list[_Quantity]]:
    group: list[_Quantity] = []
    for quantity in quantities:
        if group and not _BETWEEN.fullmatch(text, group[-1].end, quantity.start):
            yield group
            group = []
        group.append(quantity)
    if group:
        yield group


def _figure(text: str, quantity: _Quantity) -> EnglishFigure:
    before = text[max(quantity.start - 6, 0) : quantity.start]
    after = _AFTER.match(text, quantity.end)
    kind, value, end, unit = NUMBER, quantity.value, quantity.end, ""
    if after:
        kind = {"permille": PERCENT}.get(after.lastgroup or "", after.lastgroup or NUMBER)
        value = value / 10 if after["permille"] else value
        end = after.end()
    elif _YUAN_BEFORE.search(before):
        kind = MONEY
    elif _FOREIGN_BEFORE.search(before):
        kind = FOREIGN
    elif follows := _UNIT.match(text, quantity.end):
        unit = follows["unit"].lower()
    return EnglishFigure(kind, value, quantity.start, end, quantity.digits, unit)


def _like_next(
    quantity: _Quantity, figure: EnglishFigure, after: _Quantity, following: EnglishFigure
) -> EnglishFigure:
    """A figure of a list or range with the factor, kind and unit of the one after it, where it has none."""
    kinds = {figure.kind, following.kind} - {NUMBER}
    if len(kinds) > 1 or (_is_year(quantity) and following.kind != NUMBER):
        return figure
    if quantity.factor == 1 and after.factor > 1 and quantity.value < 1000:
        figure = replace(figure, value=figure.value * after.factor)
    is_share = following.kind in (PERCENT, POINT)
    if figure.kind == NUMBER and following.kind != NUMBER and not (is_share and quantity.factor > 1):
        return replace(figure, kind=following.kind, unit="")
    if figure.kind == NUMBER and figure.unit in _NO_UNIT:
        return replace(figure, unit=following.unit)
    return figure


def _is_year(quantity: _Quantity) -> bool:
    return quantity.digits and 1900 <= quantity.value <= 2100 and quantity.value == int(quantity.value)
