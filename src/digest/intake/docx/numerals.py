"""The forms in which Word prints automatic numbers (ST_NumberFormat of ECMA-376), those of Chinese texts above all."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from digest.text.numerals import print_capital, print_fullwidth, print_numeral, print_positional

BULLET = "bullet"
NONE = "none"


def number_in(form: str, number: int) -> str | None:
    """The number as a list prints it; None for a form that is not known.

    >>> (
    ...     number_in("chineseCountingThousand", 101),
    ...     number_in("chineseCounting", 101),
    ...     number_in("japaneseCounting", 101),
    ... )
    ('一百零一', '一○一', '百一')
    """
    printed = _FORMS.get(form)
    return None if printed is None else printed(max(number, 0))


def circled(number: int) -> str:
    """① to ㊿; digits beyond."""
    return _one_of(_CIRCLED, number)


_CIRCLED = "".join(chr(0x2460 + at) for at in range(20)) + "".join(
    chr(first + at) for first in (0x3251, 0x32B1) for at in range(15)
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MOST_LETTERS = 780  # Word repeats a letter thirty times at most
_MOST_ROMAN = 4_999
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_TRADITIONAL = str.maketrans("贰叁陆万亿", "貳參陸萬億")
_OLD_JAPANESE = str.maketrans("一二三五十千万〇", "壱弐参伍拾阡萬零")
_TO_CIRCLE = str.maketrans("〇", "○")  # Word prints the large circle for a zero between digits
_GROUPS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def _one_of(signs: str, number: int) -> str:
    return signs[number - 1] if 0 < number <= len(signs) else str(number)


def _counting(number: int) -> str:
    """十, 二十一; from a hundred on digit by digit: 一○一."""
    return print_numeral(number) if number < 100 else print_positional(number).translate(_TO_CIRCLE)


def _japanese(number: int, *, ones: bool = False) -> str:
    """百一, 千: no zero between, and no 一 before 十, 百 and 千 unless ``ones`` are wanted."""
    if number >= 10_000:
        return (
            _japanese(number // 10_000, ones=ones)
            + "万"
            + (_japanese(number % 10_000, ones=ones) if number % 10_000 else "")
        )
    text = ""
    for size, unit in _GROUPS:
        digit = number // size % 10
        if digit:
            text += ("" if digit == 1 and unit and not ones else print_positional(digit)) + unit
    return text or "〇"


def _letters(number: int) -> str:
    """A to Z, AA, BB to ZZ, AAA."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _sexagenary(number: int) -> str:
    """甲子 to 癸亥."""
    if not 0 < number <= 60:
        return str(number)
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType({
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalFullWidth": print_fullwidth,
    "decimalFullWidth2": print_fullwidth,
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": lambda number: _one_of("".join(chr(0x2488 + at) for at in range(20)), number),
    "decimalEnclosedParen": lambda number: _one_of("".join(chr(0x2474 + at) for at in range(20)), number),
    "ideographEnclosedCircle": lambda number: _one_of("".join(chr(0x3280 + at) for at in range(10)), number),
    "chineseCounting": _counting,
    "chineseCountingThousand": print_numeral,
    "chineseLegalSimplified": print_capital,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": lambda number: print_numeral(number).translate(_TRADITIONAL),
    "taiwaneseDigital": lambda number: print_positional(number).translate(_TO_CIRCLE),
    "ideographDigital": print_positional,
    "japaneseDigitalTenThousand": print_positional,
    "koreanDigital2": print_positional,
    "ideographLegalTraditional": lambda number: print_capital(number).translate(_TRADITIONAL),
    "ideographTraditional": lambda number: _one_of(_STEMS, number),
    "ideographZodiac": lambda number: _one_of(_BRANCHES, number),
    "ideographZodiacTraditional": _sexagenary,
    "japaneseCounting": _japanese,
    "japaneseLegal": lambda number: _japanese(number, ones=True).translate(_OLD_JAPANESE),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    NONE: lambda _: "",
})  # fmt: skip
