"""Amounts of money and shares as policy texts print them, both ways.

``find_figures`` lists every amount (万元, 五十万元, 10、20、30万元, 5-10万元, 50万美元) and every share
(30%, 百分之三十, 8‰, 三成, 三分之一, 1:1, 2倍, 10个百分点) with its place. Ranges are one figure.
Each row of ``MONEY_FORMS`` and ``SHARE_FORMS`` prints a value that ``find_figures`` reads back.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from digest.text.numerals import (
    DIGITS,
    HAN,
    parse_number,
    print_capital,
    print_fullwidth,
    print_grouped,
    print_mixed,
    print_numeral,
)


class Unit(StrEnum):
    """What a figure counts."""

    YUAN = "CNY"
    FOREIGN = "foreign"  # money of another country; its value is never converted
    PERCENT = "percent"
    POINT = "point"  # 百分点
    TIMES = "times"  # 倍


@dataclass(frozen=True, slots=True)
class Figure:
    """``text[start:end]`` is the figure as printed. ``low`` and ``high`` differ only in ranges.

    Money is in yuan (or in the foreign unit), shares are in percent: 1:1 is 100, 8‰ is 0.8.
    """

    unit: Unit
    low: Decimal
    high: Decimal
    start: int
    end: int


def find_figures(text: str) -> tuple[Figure, ...]:
    """All amounts of money and shares of a text, in order, without overlap."""
    found: list[Figure] = []
    if any(sign in text for sign in "元圆万亿币金镑"):
        found.extend(_money(text))
    if any(sign in text for sign in "%％﹪‰之成倍点/:：∶比全"):
        found.extend(_shares(text))
    found.sort(key=lambda figure: (figure.start, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return tuple(kept)


MONEY_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType({
    "arabic": lambda yuan: f"{yuan}元",
    "grouped": lambda yuan: f"{print_grouped(yuan)}元",
    "fullwidth": lambda yuan: f"{print_fullwidth(yuan)}元",
    "mixed": lambda yuan: f"{print_mixed(yuan)}元",
    "spaced": lambda yuan: f" {print_mixed(yuan)} 元",
    "renminbi": lambda yuan: f"人民币{print_mixed(yuan)}元",
    "chinese": lambda yuan: f"{print_numeral(yuan)}元",
    "capital": lambda yuan: f"{print_capital(yuan)}圆",
})  # fmt: skip
"""Written forms of a whole sum in yuan."""

SHARE_FORMS: Mapping[str, Callable[[Decimal], str]] = MappingProxyType({
    "percent": lambda share: f"{share:f}%",
    "fullwidth": lambda share: f"{share:f}％",
    "spaced": lambda share: f"{share:f} %",
    "permille": lambda share: f"{share * 10:f}‰",
    "chinese": lambda share: "百分之" + _han_decimal(share),
    "ratio": lambda share: f"1:{share / 100:f}",
})  # fmt: skip
"""Written forms of a share in percent (the ratio for shares up to 1000)."""

CURRENCY_ZH: Mapping[str, str] = MappingProxyType({
    "USD": "美元", "HKD": "港元", "MOP": "澳门元", "TWD": "新台币", "EUR": "欧元", "JPY": "日元", "GBP": "英镑",
    "AUD": "澳元", "CAD": "加元", "SGD": "新加坡元", "KRW": "韩元", "RUB": "卢布", "CHF": "瑞士法郎", "THB": "泰铢",
    "CNY": "人民币",
})  # fmt: skip
"""The Chinese name of each currency, by its ISO 4217 code."""


_GAP = r"\s{0,2}"
_ARABIC = (
    rf"(?<![{DIGITS}.．])(?:[{DIGITS}]{{1,3}}(?:[,，\s][{DIGITS}]{{3}}){{1,5}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,16}})(?:\s?[.．]\s?[{DIGITS}]{{1,8}})?"
)
_AMOUNT = rf"(?:{_ARABIC}(?:{_GAP}[十百千万亿萬億]{{1,3}})?|(?<![{HAN}几数])[{HAN}点]{{1,32}})"
_INCLUDED = r"(?:[（(]不?含[^（）()]{0,6}[）)])?"
_JOIN = rf"{_GAP}(?:[-－–—―~～]{{1,2}}|[、至到和或及]){_GAP}"
_CURRENCY = (
    r"(?:(?P<foreign>美元|美金|欧元|港元|港币|日元|英镑|澳元|加元|新元|卢布)"
    r"|[元圆](?![素件月旦老首化气宇音谱代])(?:人民币|整)?)"
)
# A bare 万 or 亿 is money only where the sentence could not go on with a counter (10万吨).
_BARE = r"(?<=[万亿])(?=$|[、，。；：,;.）)\n至到和或与的奖补资]|以[上下内]|[-—~～]|及以上|[（(]不?含)"
_MONEY = re.compile(
    rf"(?P<items>{_AMOUNT}{_INCLUDED}(?:{_JOIN}{_AMOUNT}{_INCLUDED}){{0,11}}){_GAP}(?:{_CURRENCY}|{_BARE})"
)
_ITEM = re.compile(rf"{_AMOUNT}")
_TAIL = re.compile(r"[十百千万亿萬億]{1,3}$")
_RANGE = re.compile(rf"{_INCLUDED}{_GAP}(?:[-－–—―~～]{{1,2}}|至|到){_GAP}")
_SINGLE_HAN = re.compile(r"[一二三四五六七八九两零][元圆](?![，。；、）)/每的以至及人或奖补资罚])")
_PAIR = 2
_LABEL = re.compile(r"(?:^|[。；\n])\s*$")

_NUMBER = rf"(?:{_ARABIC})"
_TO = rf"{_GAP}(?:[-－–—―~～]{{1,2}}|至|到){_GAP}"
_SIGNED = re.compile(rf"(?P<low>{_NUMBER})(?:{_GAP}[%％﹪‰]?{_TO}(?P<high>{_NUMBER}))?{_GAP}(?P<of>[%％﹪‰])")
_LISTED = re.compile(rf"(?P<low>{_NUMBER})(?=(?:、{_NUMBER}){{1,8}}[%％])")
_SPOKEN = re.compile(
    rf"(?P<of>百|千|万)分之(?P<low>[{HAN}点]{{1,12}}|{_NUMBER})(?:{_TO}(?:[百千万]分之)?(?P<high>[{HAN}点]{{1,12}}))?"
)
_FRACTION = re.compile(
    rf"(?P<of>(?<![{HAN}])[二三四五六七八九十])分之(?P<low>[一二三四五六七八九两])(?![{HAN}])"
)
_SLASH = re.compile(rf"(?<![{DIGITS}/.])(?P<low>[1-9])/(?P<of>[2-9]|10)(?![{DIGITS}/])")
_RATIO = re.compile(
    rf"(?<![{DIGITS}:：∶.])[1１]{_GAP}[:：∶比]{_GAP}(?P<low>[{DIGITS}](?:\.[{DIGITS}]{{1,8}})?|10)(?![{DIGITS}:：∶.])"
)
_TENTHS = re.compile(
    rf"(?<![{HAN}{DIGITS}])(?P<low>[一二三四五六七八九两]|[1-9])成(?:(?P<half>五)|(?![本立为功果员就效熟长品交像套型分都绩年份片因]))"
)
_WHOLE = re.compile(r"全额(?=贴息)")
_POINTS = re.compile(
    rf"(?P<low>{_NUMBER}|(?<![{HAN}])[{HAN}]{{1,6}})(?:{_TO}(?P<high>{_NUMBER}))?{_GAP}个?百分点"
)
_TIMES = re.compile(
    rf"(?P<low>{_NUMBER}|(?<![{HAN}])[{HAN}]{{1,6}})(?:{_TO}(?P<high>{_NUMBER}))?{_GAP}倍(?![增速频率])"
)
_PARTS = {
    "%": Decimal(1), "％": Decimal(1), "﹪": Decimal(1), "百": Decimal(1),
    "‰": Decimal("0.1"), "千": Decimal("0.1"), "万": Decimal("0.01"),
}  # fmt: skip
_FACTORS = (
    (_LISTED, Decimal(1), Unit.PERCENT),
    (_RATIO, Decimal(100), Unit.PERCENT),
    (_POINTS, Decimal(1), Unit.POINT),
    (_TIMES, Decimal(100), Unit.TIMES),
)


def _money(text: str) -> Iterator[Figure]:
    """Amounts; two that are joined by 至 or a dash are one range."""
    last: Figure | None = None
    for figure in _sums(text):
        if last and last.low == last.high < figure.low and _RANGE.fullmatch(text, last.end, figure.start):
            last = Figure(figure.unit, last.low, figure.high, last.start, figure.end)
            continue
        if last:
            yield last
        last = figure
    if last:
        yield last


def _sums(text: str) -> Iterator[Figure]:
    """Single amounts; items of a list without their own unit take the unit of the last one."""
    for match in _MONEY.finditer(text):
        if match.end("items") - match.start() == 1 and _SINGLE_HAN.match(text, match.start()):
            continue
        unit = Unit.FOREIGN if match["foreign"] else Unit.YUAN
        items = _items(text, match)
        for at, (start, end, value) in enumerate(items, 1):
            yield Figure(unit, value, value, start, match.end() if at == len(items) else end)


def _items(text: str, match: re.Match[str]) -> list[tuple[int, int, Decimal]]:
    """(start, end, value) of the amounts of a list that shares one currency."""
    printed = [
        (found.start(), found.end()) for found in _ITEM.finditer(text, match.start(), match.end("items"))
    ]
    last = text[slice(*printed[-1])]
    tail = _TAIL.search(last)
    arabic = last[0] not in HAN
    items: list[tuple[int, int, Decimal]] = []
    for at, (start, end) in enumerate(printed):
        words = text[start:end]
        if at < len(printed) - 1:
            label = len(printed) == _PAIR and not _TAIL.search(words) and _is_label(text, start, end)
            if label or (words[0] not in HAN) != arabic:
                items.clear()
                continue
            if tail and not _TAIL.search(words):
                words += tail[0]
        value = parse_number(words)
        if value is None:
            items.clear()
        else:
            items.append((start, end, value))
    return items


def _is_label(text: str, start: int, end: int) -> bool:
    """True for the number of a point (1、50万元…), which is no part of a list."""
    return text[end : end + 1] == "、" and bool(_LABEL.search(text, 0, start))


def _shares(text: str) -> Iterator[Figure]:
    """Shares in every form; overlapping readings are sorted out by the caller."""
    for pattern, factor, unit in _FACTORS:
        for match in pattern.finditer(text):
            yield from _share(match, factor, unit)
    for match in (*_SIGNED.finditer(text), *_SPOKEN.finditer(text)):
        yield from _share(match, _PARTS[match["of"]])
    for match in (*_FRACTION.finditer(text), *_SLASH.finditer(text)):
        yield from _share(match, Decimal(100) / (parse_number(match["of"]) or 1))
    for match in _TENTHS.finditer(text):
        value = (parse_number(match["low"]) or Decimal(0)) * 10 + (5 if match["half"] else 0)
        yield Figure(Unit.PERCENT, value, value, match.start(), match.end())
    for match in _WHOLE.finditer(text):
        yield Figure(Unit.PERCENT, Decimal(100), Decimal(100), match.start(), match.end())


def _share(match: re.Match[str], factor: Decimal, unit: Unit = Unit.PERCENT) -> Iterator[Figure]:
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match.groupdict().get("high") else low
    if low is not None and high is not None:
        yield Figure(unit, low * factor, max(low, high) * factor, match.start(), match.end())


def _han_decimal(share: Decimal) -> str:
    whole, _, fraction = f"{share:f}".partition(".")
    digits = "".join("零一二三四五六七八九"[int(digit)] for digit in fraction)
    return print_numeral(int(whole)) + ("点" + digits if digits else "")
