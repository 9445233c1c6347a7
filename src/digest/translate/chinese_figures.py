"""Figures of a Chinese text as the English must show them, in the terms of ``text.english_figures``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digest.model.vocabulary import TranslationWords
from digest.regex import regex
from digest.text.english_figures import FOREIGN, MONEY, MONTH, NUMBER, PERCENT, POINT, TIMES
from digest.text.money import Unit, find_figures
from digest.text.numerals import DIGITS, HAN, parse_about, parse_number


@dataclass(frozen=True, slots=True)
class ChineseFigure:
    """``text[start:end]`` is the figure; ``kind`` and ``value`` as in ``EnglishFigure``. ``sure`` is False for
    a numeral that may be a part of a word, such as 一 in 一体化: the English may show it, but need not."""

    kind: str
    value: Decimal
    start: int
    end: int
    sure: bool
    unit: str = ""


def find_chinese_figures(text: str, words: TranslationWords) -> tuple[ChineseFigure, ...]:
    """Every figure of a text in order; each end of a range is one of its own."""
    shares = find_figures(text)
    found = [
        ChineseFigure(_KINDS[share.unit], value, share.start, share.end, sure=True)
        for share in shares
        for value in dict.fromkeys((share.low, share.high))
    ]
    taken = [(share.start, share.end) for share in shares]
    for figure in (*_doublings(text), *_months(text)):
        if not _within(figure.start, figure.end, taken):
            taken.append((figure.start, figure.end))
            found.append(figure)
    found += _numbers(text, taken, words)
    found += [ChineseFigure(NUMBER, Decimal(2), *match.span(), sure=False) for match in _PAIR.finditer(text)]
    return tuple(sorted(found, key=lambda figure: (figure.start, figure.value)))


_KINDS = {
    Unit.YUAN: MONEY,
    Unit.FOREIGN: FOREIGN,
    Unit.PERCENT: PERCENT,
    Unit.POINT: POINT,
    Unit.TIMES: TIMES,
}
_PAIR = regex(r"[双对]")
_DOUBLING = regex(r"翻(?P<times>[一两二三]?)番")
_MONTH = regex(
    rf"(?<![{DIGITS}{HAN}个/])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?!度|份以)"
)
_ARABIC = regex(
    rf"[{DIGITS}]{{1,3}}(?:,[{DIGITS}]{{3}})+(?:[.．][{DIGITS}]{{1,8}})?|[{DIGITS}]{{1,16}}(?:[.．][{DIGITS}]{{1,8}})?"
)
_SCALE = regex(r"\s?(?P<scale>[十百千万亿]{1,3})")
_NUMERAL = regex(rf"(?P<rank>第)?(?P<vague>[几数])?(?P<number>[{HAN}]{{1,20}})")
_VAGUE_AFTER = regex(r"[几多余]?")
_RANK_NOUN = regex(r"[编章节条款项]")


def _within(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


def _doublings(text: str) -> Iterator[ChineseFigure]:
    for match in _DOUBLING.finditer(text):
        times = parse_number(match["times"] or "一") or Decimal(1)
        yield ChineseFigure(TIMES, 100 * Decimal(2) ** times, *match.span(), sure=True)


def _months(text: str) -> Iterator[ChineseFigure]:
    for match in _MONTH.finditer(text):
        value = parse_number(match["month"])
        if value is not None:
            yield ChineseFigure(MONTH, value, *match.span(), sure=True)


def _numbers(text: str, taken: Sequence[tuple[int, int]], words: TranslationWords) -> Iterator[ChineseFigure]:
    """Numbers that count no money and no share: in digits always, in characters before a counter."""
    ends = []
    for match in _ARABIC.finditer(text):
        scale = _SCALE.match(text, match.end())
        end = scale.end() if scale else match.end()
        if _within(match.start(), match.end(), taken):
            continue
        ends.append((match.start(), end))
        value = parse_number(match[0] + (scale["scale"] if scale else ""))
        if value is not None:
            unit = _unit(text, end, words)
            year = unit in _YEARS and value >= 1000
            yield ChineseFigure(NUMBER, value, match.start(), end, sure=True, unit="" if year else unit)
    for match in _NUMERAL.finditer(text):
        if not _within(match.start("number"), match.end(), [*taken, *ends]):
            yield from _spelt(text, match, words)


_YEARS = ("年", "周年")


def _spelt(text: str, match: re.Match[str], words: TranslationWords) -> Iterator[ChineseFigure]:
    """A numeral in characters, and every smaller one inside it, which the English may show (十四五: 14th Five-...)."""
    about = parse_about(match["number"])
    if about is not None:
        after = _VAGUE_AFTER.match(text, match.end())
        at = after.end() if after else match.end()
        unit = _unit(text, at, words)
        counted = text.startswith(words.counters, at) and about[1] >= 2 and not match["rank"]
        ranked = bool(match["rank"]) and bool(_RANK_NOUN.match(text, match.end()))
        sure = (counted or ranked) and not match["vague"]
        for value in dict.fromkeys(about):
            yield ChineseFigure(NUMBER, value, match.start(), match.end(), sure=sure, unit=unit)
    for part in _parts(match["number"]):
        yield ChineseFigure(NUMBER, part, match.start(), match.end(), sure=False)


def _parts(numeral: str) -> Iterator[Decimal]:
    """The numbers that a row of numerals may be made of: its characters, its tens (十四五 is 14 and 5)."""
    pieces = {numeral[start:end] for start in range(len(numeral)) for end in range(start + 1, start + 4)}
    for piece in sorted(pieces - {numeral}):
        value = parse_number(piece)
        if value is not None:
            yield value


def _unit(text: str, at: int, words: TranslationWords) -> str:
    """The unit in words.units that follows, its longest form; empty where there is none."""
    after = text[at : at + 8].lstrip()
    found = [name for unit in words.units for name in unit.zh if after.startswith(name)]
    return max(found, key=len, default="")
