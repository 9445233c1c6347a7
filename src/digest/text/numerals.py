"""Every numeral a policy text prints, both ways: 十二, 一百零三, 二〇二五, 壹佰, 12, １２, 1,000, 3.5亿, 千万.

``parse_numeral`` reads whole numbers (labels, counts), ``parse_number`` also fractions (3.5亿, 三点五) and what is
composed of both scripts (1亿5000万, 3千5百), ``parse_about`` also two neighbouring digits (两三万 is 20,000 to 30,000).
Each row of ``FORMS`` prints a whole number in one written form that ``parse_numeral`` reads back.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from digest.regex import regex

LIMIT = 10**16
"""Numbers from here on are neither printed nor read."""

DIGITS = "0-9０-９"
"""Arabic digits, half and full width, for the inside of a character class."""

HAN = "一二三四五六七八九十百千万亿两〇零○廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億"
"""All characters of Chinese numerals, for the inside of a character class."""


def parse_numeral(text: str) -> int | None:
    """The whole number a text prints, in any form; None when the text is not a whole number."""
    if len(text) <= _LONGEST and text.isascii() and text.isdigit():
        return int(text) if len(text) <= 16 else None
    value = parse_number(text)
    return None if value is None or value != value.to_integral_value() else int(value)


def parse_number(text: str) -> Decimal | None:
    """The number a text prints, fractions included; None when the text is not a number."""
    if len(text) > _LONGEST:
        return None
    value = _sections("".join(text.translate(_SIMPLER).split()))
    return value if value is not None and value < LIMIT else None


def parse_about(text: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest number a text means, the same twice for an exact one; None for no number.

    >>> parse_about("两三万"), parse_about("二十七八"), parse_about("3.5万")
    ((Decimal('20000'), Decimal('30000')), (Decimal('27'), Decimal('28')), (Decimal('35000'), Decimal('35000')))
    """
    about = _NEIGHBOURS.fullmatch(text) if len(text) <= _LONGEST else None
    if about:
        low = parse_number(about["head"] + about["low"] + about["tail"])
        high = parse_number(about["head"] + about["high"] + about["tail"])
        pair = _DIGIT[about["low"]], _DIGIT[about["high"]]
        if low and high and (pair[1] - pair[0] == 1 or pair == (3, 5)):
            return low, high
    exact = parse_number(text)
    return None if exact is None else (exact, exact)


def print_numeral(number: int) -> str:
    """The number as Chinese law prints it in labels: 12 -> 十二, 103 -> 一百零三.

    Raises ValueError outside 0 .. ``LIMIT`` - 1.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"no numeral for {number}")
    text = _below(number, LIMIT).lstrip("零") or "零"
    return text[1:] if text.startswith("一十") else text


def print_capital(number: int) -> str:
    """The number in the capital figures of accounting (大写): 12 -> 壹拾贰."""
    text = print_numeral(number)
    return ("一" + text if text.startswith("十") else text).translate(_CAPITALS)


def print_positional(number: int) -> str:
    """The number digit by digit, as years are printed: 2025 -> 二〇二五."""
    return str(number).translate(_TO_HAN_DIGITS)


def print_fullwidth(number: int) -> str:
    """The number in full-width digits: 12 -> １２."""
    return str(number).translate(_TO_FULLWIDTH)


def print_grouped(number: int) -> str:
    """The number with commas: 1000 -> 1,000."""
    return f"{number:,}"


def print_roman(number: int) -> str:
    """The number in Roman figures: 4 -> IV; from 4,000 on in digits."""
    if not 0 < number < 4000:
        return str(number)
    said = ""
    for value, figure in _ROMAN:
        said += figure * (number // value)
        number %= value
    return said


def print_mixed(number: int) -> str:
    """The number with the largest unit it reaches: 35000 -> 3.5万, 200000000 -> 2亿."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            return f"{(Decimal(number) / size).normalize():f}{unit}"
    return str(number)


FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType({
    "chinese": print_numeral,
    "capital": print_capital,
    "positional": print_positional,
    "arabic": str,
    "fullwidth": print_fullwidth,
    "grouped": print_grouped,
    "mixed": print_mixed,
})  # fmt: skip
"""Written forms by name; each prints any whole number below ``LIMIT``."""


_LONGEST = 40
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SIMPLER = str.maketrans(
    "０１２３４５６７８９．，壹贰叁肆伍陆柒捌玖拾佰仟萬億两○〇",
    "0123456789.,一二三四五六七八九十百千万亿二零零",
)
_CAPITALS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TO_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_TO_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_FROM_HAN = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_FROM_HAN_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_DIGIT = {**{digit: value for digit, value in _FROM_HAN.items() if value}, "两": 2}
# 两三百万, 十七八, 一百二三十: two digits with places around them; 二〇二三 is a row of digits.
_NEIGHBOURS = regex(
    "(?P<head>(?:[一二三四五六七八九两]?[十百千万])*)"
    "(?P<low>[一二三四五六七八两])(?P<high>[两二三四五六七八九])(?P<tail>[十百千万亿]{0,3})"
)
_PLACES = {"十": 10, "百": 100, "千": 1000}
_ARABIC = regex(r"(?:[0-9]{1,16}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,12})?")

_PLACED = regex(rf"(?:{_ARABIC.pattern}[十百千]){{1,3}}")
_PLACED_DIGITS = regex(r"([0-9][0-9,.]*)([十百千])")


def _sections(text: str) -> Decimal | None:
    """A number made of sections under 亿 and 万."""
    total = Decimal(0)
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, mark, tail = text.rpartition(unit)
        if not mark:
            continue
        high = _sections(head) if unit == "亿" and "亿" not in head else _section(head)
        if high is None:
            return None
        total += high * size
        if not tail:
            return total
        if len(tail) == 1 and tail in _FROM_HAN:  # 一万五 is 15,000
            return total + _FROM_HAN[tail] * size // 10
        text = tail
    low = _section(text)
    return None if low is None else total + low


def _section(text: str) -> Decimal | None:
    """A number without 万 and 亿: 12.5, 一百零三, 5千, 三点五, 二〇二五."""
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _PLACED.fullmatch(text):
        return _placed(text)
    whole, point, fraction = text.partition("点")
    value = _han(whole.replace("廿", "二十").replace("卅", "三十"))
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not fraction or any(sign not in _FROM_HAN for sign in fraction):
        return None
    return value + Decimal("0." + fraction.translate(_FROM_HAN_DIGITS))


def _placed(text: str) -> Decimal | None:
    """Arabic digits with places, from the largest down: 5千, 3千5百."""
    total, smallest = Decimal(0), 10_000
    for digits, place in _PLACED_DIGITS.findall(text):
        if _PLACES[place] >= smallest:
            return None
        smallest = _PLACES[place]
        total += Decimal(digits.replace(",", "")) * smallest
    return total


def _han(text: str) -> int | None:
    """A Chinese numeral below 10,000, or a row of Chinese digits."""
    if not text:
        return None
    if all(sign in _FROM_HAN for sign in text):
        return int(text.translate(_FROM_HAN_DIGITS))
    total, digit, place = 0, None, 10_000
    for sign in text:
        if sign in _PLACES:
            if _PLACES[sign] >= place or (digit == 0 and total == 0):
                return None
            place = _PLACES[sign]
            total += (digit or 1) * place
            digit = None
        elif sign in _FROM_HAN and not digit:
            digit = _FROM_HAN[sign]
        else:
            return None
    if digit and place > 10 and "零" not in text:  # 三百五 is 350
        digit *= place // 10
    return total + (digit or 0)


def _below(number: int, size: int) -> str:
    """The digits of a number under ``size`` with their units; a 零 in front when the first is missing."""
    if size == 10:
        return "零一二三四五六七八九"[number] if number else ""
    step, unit = _STEPS[size]
    high, low = divmod(number, step)
    if not high:
        return "零" + _below(low, step).lstrip("零") if low else ""
    return _below(high, size // step).lstrip("零") + unit + _below(low, step)


_STEPS = {
    10**16: (10**8, "亿"),
    10**8: (10**4, "万"),
    10**4: (1000, "千"),
    1000: (100, "百"),
    100: (10, "十"),
}
