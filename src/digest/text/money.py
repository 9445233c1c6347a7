"""Amounts of money and shares as policy texts print them, both ways.

``find_figures`` lists every amount (万元, 五十万元, 1亿5000万元, 10、20、30万元, 5-10万元, 两三万元, HK$50万) and every
share (30%, 百分之三十, 8‰, 三成, 一半, 三分之一, 1:1, 2倍, 10个百分点) with its place. Ranges are one figure.
``doubtful_figures`` are those that are printed with a sign that is no digit (l00万元): no figure is read from them.
Each row of ``MONEY_FORMS`` and ``SHARE_FORMS`` prints a value that ``find_figures`` reads back.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from digest.regex import regex
from digest.text.numerals import (
    DIGITS,
    HAN,
    parse_about,
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

    Money is in yuan, or in the unit of its ``currency`` (ISO 4217, None for shares), shares are in percent:
    1:1 is 100, 8‰ is 0.8. ``more`` is True where the number itself says so (100多万元, 十余亿元).
    """

    unit: Unit
    low: Decimal
    high: Decimal
    start: int
    end: int
    currency: str | None = None
    more: bool = False


def find_figures(text: str) -> tuple[Figure, ...]:
    """All amounts of money and shares of a text, in order, without overlap; none is doubtful."""
    text = without_data(text)
    found: list[Figure] = []
    if any(sign in text for sign in "元圆万亿币金镑铢郎$€£¥￥"):
        found.extend(_money(text))
    if any(sign in text for sign in "角分毛"):
        found.extend(_coins(text))
    found.extend(_shares(text))
    found.sort(key=lambda figure: (figure.start, -figure.end))
    doubtful = iter(doubtful_figures(text)) if found else iter(())
    kept: list[Figure] = []
    start, end = next(doubtful, _NOWHERE)
    for figure in found:
        while figure.start >= end:
            start, end = next(doubtful, _NOWHERE)
        if figure.end <= start and (not kept or figure.start >= kept[-1].end):
            kept.append(figure)
    return tuple(kept)


def doubtful_figures(text: str) -> tuple[tuple[int, int], ...]:
    """The places of what is printed like a figure but holds, or touches, a sign that is no digit.

    A letter for a digit (l00万元, 1O万元, 10W元), a private character or a full stop for a point (0\ue00002元, 1。5万元),
    and figures run together (50万元20万元, 20%800万元), which are cells of a table.
    """
    found = [match.span() for match in _RUN_TOGETHER.finditer(text)] if _UNITS_OF_SUMS.search(text) else []
    if _ODD.search(text):
        for token in _TOKEN.finditer(text):
            after = _COUNTS.match(text, token.end())
            if after and _is_odd(token[0], text[token.start() - 1 : token.start()]):
                found.append((token.start(), after.end()))
    return tuple(sorted(found))


def without_data(text: str) -> str:
    """The text with stretches of nothing but figures made blank: no sentence has hundreds in a row."""
    if len(text) < _LONGEST_LIST:
        return text
    return _DATA.sub(lambda run: run[0] if len(run[0]) < _LONGEST_LIST else "\0" * len(run[0]), text)


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


_CURRENCIES = (
    ("USD", "美元", "美金", "US$", "USD", "$"),
    ("HKD", "港元", "港币", "港幣", "HK$", "HKD"),
    ("MOP", "澳门元", "澳门币", "MOP$", "MOP"),
    ("TWD", "新台币", "台币", "NT$", "TWD"),
    ("EUR", "欧元", "€", "EUR"),
    ("JPY", "日元", "日币", "日圆", "JPY"),
    ("GBP", "英镑", "£", "GBP"),
    ("AUD", "澳元", "澳币", "澳大利亚元", "A$", "AUD"),
    ("CAD", "加元", "加币", "加拿大元", "C$", "CAD"),
    ("SGD", "新加坡元", "新加坡币", "新元", "新币", "S$", "SGD"),
    ("KRW", "韩元", "韩币", "韩圆", "KRW"),
    ("RUB", "卢布", "RUB"),
    ("CHF", "瑞士法郎", "瑞郎", "CHF"),
    ("THB", "泰铢", "THB"),
    ("CNY", "人民币", "RMB", "CNY", "¥", "￥"),
)
"""ISO 4217 codes with their printed names and signs. ￥ is the yuan here, though Japan has the same sign."""

CURRENCY_ZH: Mapping[str, str] = MappingProxyType({code: name for code, name, *_ in _CURRENCIES})
"""The Chinese name of each currency, by its ISO 4217 code."""

_CODE_OF = {name: code for code, *names in _CURRENCIES for name in names}
_BY_LENGTH = sorted(_CODE_OF, key=len, reverse=True)
_NAMES = "|".join(name for name in _BY_LENGTH if "\u4e00" <= name[0] <= "\u9fff")
_SIGNS = "|".join(re.escape(name) for name in _BY_LENGTH if not "\u4e00" <= name[0] <= "\u9fff")

_GAP = r"\s{0,2}"
_ARABIC = (
    rf"(?<![{DIGITS}.．])(?:[{DIGITS}]{{1,3}}(?:[,，\s][{DIGITS}]{{3}}){{1,5}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,16}})(?:\s?[.．]\s?[{DIGITS}]{{1,8}})?"
)
_SCALE = "[十百千万亿萬億]{1,3}"
_COMPOSED = (
    rf"(?:{_GAP}[{DIGITS}]{{1,4}}(?:\.[{DIGITS}]{{1,4}})?(?:{_GAP}{_SCALE})?){{0,2}}"  # 5000万 in 1亿5000万
)
_AMOUNT = (
    rf"(?:{_ARABIC}(?:{_GAP}[多余]?{_SCALE}{_COMPOSED})?|(?<![{HAN}几数])(?<!(?<!以)上)[{HAN}点]{{1,32}}(?:[多余]{_SCALE})?)"
    "[多余]?"
)
_INCLUDED = r"(?:[（(]不?含[^（）()]{0,6}[）)])?"
_JOIN = rf"{_GAP}(?:[-－–—―~～]{{1,2}}|[、至到和或及]){_GAP}"
_PRINTED_AFTER = "|".join(
    name for name in _BY_LENGTH if name[-1] in "币金镑幣"
)  # 100万元港币, but 100万元新元素
_CURRENCY = (
    rf"(?:(?P<foreign>{_NAMES})|[元圆](?![素件月旦老首化气宇音谱代])"
    rf"(?:{_GAP}[（(]{_GAP}(?P<inside>{_NAMES})(?:[，,、][^（）()]{{0,6}})?[）)]|{_GAP}(?P<after>{_PRINTED_AFTER})|整)?)"
)
# A bare 万 or 亿 is money only where the sentence could not go on with a counter (10万吨).
_BARE = r"(?<=[万亿])(?=$|[、，。；：,;.）)\n至到和或与的奖补资]|以[上下内]|[-—~～]|及以上|[（(]?不含|提高|增加|上调)"
_MONEY = regex(
    rf"(?P<items>{_AMOUNT}{_INCLUDED}(?:{_JOIN}{_AMOUNT}{_INCLUDED}){{0,11}}){_GAP}(?:{_CURRENCY}|{_BARE})"
)
_BEFORE = regex(rf"(?<![{DIGITS}{HAN}每A-Z])(?P<name>{_SIGNS}|{_NAMES})\s?$")  # not 每美元0.03元
_LONGEST_NAME = 2 + max(map(len, _CODE_OF))
_SIGNED_SUM = regex(
    rf"(?P<name>{_SIGNS})\s?(?P<items>{_ARABIC}(?:{_GAP}{_SCALE})?){_GAP}(?![{DIGITS}元圆.．])"
)
_SIGN = regex(_SIGNS)
_COINS = regex(rf"(?P<number>{_ARABIC})(?P<coin>[角毛分])(?:钱|(?=人民币|[/／](?![0-9分])))")
_COIN = {"角": 10, "毛": 10, "分": 100}
_ITEM = regex(rf"{_AMOUNT}")
_TAIL = regex(rf"{_SCALE}$")
_RANGE = regex(rf"{_INCLUDED}{_GAP}(?:[-－–—―~～]{{1,2}}|至|到){_GAP}")
_JOINED = regex(rf"{_INCLUDED}{_JOIN}")
_SINGLE_HAN = regex(r"[一二三四五六七八九两零][元圆](?![，。；、）)/每的以至及人或奖补资罚])")
_NAMED_IN = ("name", "inside", "after")
_PAIR = 2
_LABEL = regex(r"(?:^|[。；\n])\s*$")
_MORE_SIGNS = frozenset("多余")
_MORE = str.maketrans("", "", "多余")

_NOWHERE = (1 << 60, 1 << 60)
_LETTERS = "A-Za-zＡ-Ｚａ-ｚ\u0370-\u052f"
_LOOKALIKES = frozenset("lIOo|ＩＯｌｏОоОΟοІ")
_SIGNS_BETWEEN = "·•・﹒'’。|"  # between digits each may stand for a point or for nothing
_FOREIGN_SIGNS = "\ue000-\uf8ff\ufffd\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59¼-¾⅐-⅞"
_ODD = regex(rf"[{_LETTERS}{_FOREIGN_SIGNS}|]|(?<=[{DIGITS}])[{_SIGNS_BETWEEN}](?=[{DIGITS}])")
_TOKEN = regex(
    rf"(?![.．,，])(?:[{DIGITS}.．,，{_LETTERS}{_FOREIGN_SIGNS}|]|(?<=[{DIGITS}])[{_SIGNS_BETWEEN}](?=[{DIGITS}]))+"
)
_COUNTS = regex(
    rf"\s?(?:[多余]?{_SCALE}{_GAP}(?:[元圆]|{_NAMES}|{_BARE})|[元圆]|{_NAMES}|[%％﹪‰]|个?百分点)"
)
_WORD_THEN_NUMBER = regex(
    rf"(?:(?P<word>[{_LETTERS}]{{2,}})[，,.．]*)?[{DIGITS}]*(?:[.．,，][{DIGITS}]+)*[，,.．]*"
)
_RUN_TOGETHER = regex(  # cells of a table, with nothing or only white space between them
    rf"(?<![每{DIGITS}.])[{DIGITS}.]{{1,12}}{_GAP}(?:[百千万亿]{{0,2}}元|[%％])"
    rf"(?:\s{{0,3}}[{DIGITS}.]{{1,12}}{_GAP}(?:[百千万亿]{{0,2}}元|[%％]))+"
)
_UNITS_OF_SUMS = regex("[元%％]")
_DATA = regex(rf"[{DIGITS}{HAN}元%％‰、，,.．\s/—~～+|-]{{2,}}")
_LONGEST_LIST = 600

_NUMBER = rf"(?:{_ARABIC})"
_TO = rf"{_GAP}(?:[-－–—―~～]{{1,2}}|至|到){_GAP}"
_SIGNED = regex(rf"(?P<low>{_NUMBER})(?:{_GAP}[%％﹪‰]?{_TO}(?P<high>{_NUMBER}))?{_GAP}(?P<of>[%％﹪‰])")
_LISTED = regex(rf"(?P<low>{_NUMBER})(?=(?:[、和及]{_NUMBER}){{1,8}}{_GAP}[%％])")
_LISTED_POINTS = regex(rf"(?P<low>{_NUMBER})(?=(?:[、和及]{_NUMBER}){{1,8}}{_GAP}个?百分点)")
_SPOKEN = regex(
    rf"(?P<of>百|千|万)分之(?P<low>[{HAN}点]{{1,12}}|{_NUMBER})(?:{_TO}(?:[百千万]分之)?(?P<high>[{HAN}点]{{1,12}}))?"
)
_FRACTION = regex(rf"(?P<of>(?<![{HAN}])[二三四五六七八九十])分之(?P<low>[一二三四五六七八九两])(?![{HAN}])")
_SLASH = regex(rf"(?<=[\u4e00-\u9fff])(?<!第)(?P<low>[1-9])/(?P<of>[2-9]|10)(?![{DIGITS}/页])")
_RATIO = regex(
    rf"(?<![{DIGITS}:：∶.])[1１]{_GAP}[:：∶比]{_GAP}(?P<low>[{DIGITS}](?:\.[{DIGITS}]{{1,8}})?|10)(?![{DIGITS}:：∶.])"
)
_TENTHS = regex(
    rf"(?<![{HAN}{DIGITS}])(?P<low>[一二三四五六七八九两]|[1-9])成(?:(?P<half>五)|(?![本立为功果员就效熟长品交像套型分都绩年份片因]))"
)
_WHOLE = regex(r"全额(?=贴息)")
_HALF = regex(r"(?<![第另])一半(?!年|以[上下])|半数(?=[给予补奖资以配、，。]|的[补奖资贴])")
_POINTS = regex(rf"(?P<low>{_NUMBER}|(?<![{HAN}])[{HAN}]{{1,6}})(?:{_TO}(?P<high>{_NUMBER}))?{_GAP}个?百分点")
_TIMES = regex(
    rf"(?P<low>{_NUMBER}|(?<![{HAN}])[{HAN}]{{1,6}})(?:{_TO}(?P<high>{_NUMBER}))?{_GAP}倍(?![增速频率])"
)
_PARTS = {
    "%": Decimal(1), "％": Decimal(1), "﹪": Decimal(1), "百": Decimal(1),
    "‰": Decimal("0.1"), "千": Decimal("0.1"), "万": Decimal("0.01"),
}  # fmt: skip
_FACTORS = (
    (_LISTED, "%％", Decimal(1), Unit.PERCENT),
    (_LISTED_POINTS, "点", Decimal(1), Unit.POINT),
    (_RATIO, ":：∶比", Decimal(100), Unit.PERCENT),
    (_POINTS, "点", Decimal(1), Unit.POINT),
    (_TIMES, "倍", Decimal(100), Unit.TIMES),
)
_SHARE_SIGNS = frozenset("%％﹪‰之成倍点/:：∶比全半")
"""A share is printed with one of these at least; most texts have few of them, and each form is looked for by its own."""
_WRITTEN_SIGNS = _SHARE_SIGNS - {"之"}
"""Those of a text that does not say 分之: 之 alone stands in most (之日起)."""


def _is_odd(token: str, before: str) -> bool:
    """True when a run of digits and letters is no number, though it looks like one: l00, 1O, 10W, but not LPR50."""
    plain = _WORD_THEN_NUMBER.fullmatch(token)
    if plain and not (plain["word"] and _LOOKALIKES.issuperset(plain["word"])):
        return False
    if not any(sign.isdigit() for sign in token):
        return len(token) <= 4 and _LOOKALIKES.issuperset(token)
    return before not in {"&", "/", "-", "$"} and token not in _CODE_OF and not _names_currency(token)


def _names_currency(token: str) -> bool:
    name = token.rstrip("0123456789.,")
    return name in _CODE_OF


def _money(text: str) -> Iterator[Figure]:
    """Amounts; two that are joined by 至 or a dash are one range, and a list has one currency."""
    joined: list[tuple[Figure, str | None]] = []
    for figure, name in _sums(text):
        if joined and not _JOINED.fullmatch(text, joined[-1][0].end, figure.start):
            yield from _list(text, joined)
            joined = []
        joined.append((figure, name))
    yield from _list(text, joined)


def _coins(text: str) -> Iterator[Figure]:
    """角 and 分 where they are money: 3角/件, 每千瓦时5分钱."""
    for match in _COINS.finditer(text):
        value = parse_number(match["number"])
        if value is not None:
            yuan = value / _COIN[match["coin"]]
            yield Figure(Unit.YUAN, yuan, yuan, match.start(), match.end(), "CNY")


def _list(text: str, joined: Sequence[tuple[Figure, str | None]]) -> Iterator[Figure]:
    """The figures of a list: what prints only 元 is of the currency beside another 元 (港币10万元、20万元)."""
    named = next((name for _, name in joined if name), None)
    last: Figure | None = None
    for figure, _ in joined:
        own = _in_currency(figure, _CODE_OF[named]) if named and figure.unit is Unit.YUAN else figure
        if last and last.low == last.high < own.low and _RANGE.fullmatch(text, last.end, own.start):
            last = replace(own, low=last.low, start=last.start)
            continue
        if last:
            yield last
        last = own
    if last:
        yield last


def _in_currency(figure: Figure, code: str) -> Figure:
    return replace(figure, unit=Unit.YUAN if code == "CNY" else Unit.FOREIGN, currency=code)


def _sums(text: str) -> Iterator[tuple[Figure, str | None]]:
    """Single amounts, and the name of a currency that stands beside 元; items of a list without their own unit
    take that of the last one."""
    signed = list(_SIGNED_SUM.finditer(text)) if _SIGN.search(text) else []
    for match in sorted([*_MONEY.finditer(text), *signed], key=lambda match: match.start("items")):
        if match.end("items") - match.start() == 1 and _SINGLE_HAN.match(text, match.start()):
            continue
        groups = match.groupdict()
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        name = next((groups[key] for key in _NAMED_IN if groups.get(key)), before["name"] if before else None)
        code = _CODE_OF[groups.get("foreign") or name or "人民币"]
        items = _items(text, match)
        for at, (start, end, low, high) in enumerate(items, 1):
            more = not _MORE_SIGNS.isdisjoint(text[start:end])
            figure = Figure(Unit.YUAN, low, high, start, match.end() if at == len(items) else end, more=more)
            if at == 1 and code != "CNY" and name and name != groups.get("after"):
                figure = replace(figure, start=before.start("name") if before else match.start())
            yield _in_currency(figure, code), name


def _items(text: str, match: re.Match[str]) -> list[tuple[int, int, Decimal, Decimal]]:
    """(start, end, low, high) of the amounts of a list that shares one currency."""
    printed = [
        (found.start(), found.end())
        for found in _ITEM.finditer(text, match.start("items"), match.end("items"))
    ]
    last = text[slice(*printed[-1])].translate(_MORE)
    tail = _TAIL.search(last)
    arabic = last[0] not in HAN
    items: list[tuple[int, int, Decimal, Decimal]] = []
    for at, (start, end) in enumerate(printed):
        words = text[start:end].translate(_MORE)
        if at < len(printed) - 1:
            label = len(printed) == _PAIR and not _TAIL.search(words) and _is_label(text, start, end)
            if label or (words[0] not in HAN) != arabic:
                items.clear()
                continue
            if tail and not _TAIL.search(words):
                words += tail[0]
        value = parse_about(words)
        if value is None:
            items.clear()
        else:
            items.append((start, end, *value))
    return items


def _is_label(text: str, start: int, end: int) -> bool:
    """True for the number of a point (1、50万元…), which is no part of a list."""
    return text[end : end + 1] == "、" and bool(_LABEL.search(text, 0, start))


def _shares(text: str) -> Iterator[Figure]:
    """Shares in every form; overlapping readings are sorted out by the caller."""
    signs = (_SHARE_SIGNS if "分之" in text else _WRITTEN_SIGNS).intersection(text)
    if not signs:
        return

    def found(pattern: re.Pattern[str], needs: str) -> Iterator[re.Match[str]]:
        return iter(()) if signs.isdisjoint(needs) else pattern.finditer(text)

    for pattern, needs, factor, unit in _FACTORS:
        for match in found(pattern, needs):
            yield from _share(match, factor, unit)
    for match in (*found(_SIGNED, "%％﹪‰"), *found(_SPOKEN, "之")):
        yield from _share(match, _PARTS[match["of"]])
    for match in (*found(_FRACTION, "之"), *found(_SLASH, "/")):
        yield from _share(match, Decimal(100) / (parse_number(match["of"]) or 1))
    for match in found(_TENTHS, "成"):
        value = (parse_number(match["low"]) or Decimal(0)) * 10 + (5 if match["half"] else 0)
        yield Figure(Unit.PERCENT, value, value, match.start(), match.end())
    for pattern, needs, value in ((_WHOLE, "全", Decimal(100)), (_HALF, "半", Decimal(50))):
        for match in found(pattern, needs):
            yield Figure(Unit.PERCENT, value, value, match.start(), match.end())


def _share(match: re.Match[str], factor: Decimal, unit: Unit = Unit.PERCENT) -> Iterator[Figure]:
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match.groupdict().get("high") else low
    if low is not None and high is not None:
        yield Figure(unit, low * factor, max(low, high) * factor, match.start(), match.end())


def _han_decimal(share: Decimal) -> str:
    whole, _, fraction = f"{share:f}".partition(".")
    digits = "".join("零一二三四五六七八九"[int(digit)] for digit in fraction)
    return print_numeral(int(whole)) + ("点" + digits if digits else "")
