"""Figures agree after conversion, and keep their direction (up to, at least)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from gettext import gettext
from typing import NamedTuple

from digest.model.vocabulary import Direction, TranslationWords
from digest.regex import regex
from digest.text.english_figures import MONEY, NUMBER, PERCENT, EnglishFigure, find_english_figures
from digest.translate.chinese_figures import ChineseFigure, find_chinese_figures
from digest.translate.gates.terminology import Terminology
from digest.translate.pairs import EntryPair, GateFinding, TranslatedPart, around, found


def figures(pair: EntryPair, terminology: Terminology) -> Iterator[GateFinding]:
    """T301 a figure of the Chinese is missing, T302 one was added, T303 its direction or T304 its unit differs."""
    for part in pair.parts:
        yield from _figures(part, terminology.words)


class _Match(NamedTuple):
    zh: ChineseFigure
    en: EnglishFigure


def _figures(part: TranslatedPart, words: TranslationWords) -> Iterator[GateFinding]:
    chinese = find_chinese_figures(part.zh, words)
    english = find_english_figures(part.en)
    matches, lost = _matched([figure for figure in chinese if figure.sure], english, words)
    for figure in lost:
        place = around(part.zh, figure.start, figure.end)
        printed = part.zh[figure.start : figure.end].strip()
        near = [each for each in english if each.value == figure.value and each.kind == figure.kind]
        if near:
            shown = around(part.en, near[0].start, near[0].end, 30)
            yield found("T304", place, shown, figure=printed)
        else:
            yield found("T301", place, _nearest(part, figure), figure=printed)
    yield from _added(part, chinese, english, {id(match.en) for match in matches})
    yield from _turned(part, matches, chinese, english, words)


def _matched(
    wanted: Sequence[ChineseFigure], english: Sequence[EnglishFigure], words: TranslationWords
) -> tuple[list[_Match], list[ChineseFigure]]:
    """Each Chinese figure with an English one of the same kind, value and unit, in order; and those without."""
    free = list(english)
    matches, lost = [], []
    for figure in wanted:
        same = [each for each in free if _same(figure, each, words)]
        if same:
            best = next((each for each in same if each.digits), same[0])
            free.remove(best)
            matches.append(_Match(figure, best))
        else:
            lost.append(figure)
    # A year or a figure that the Chinese repeats may stand once in the English.
    again = [figure for figure in lost if any(_repeats(figure, match.zh) for match in matches)]
    return matches, [figure for figure in lost if figure not in again]


def _repeats(figure: ChineseFigure, other: ChineseFigure) -> bool:
    return (
        figure.kind == other.kind == NUMBER and figure.value == other.value and 1900 <= figure.value <= 2100
    )


def _same(zh: ChineseFigure, en: EnglishFigure, words: TranslationWords) -> bool:
    size_of_money = zh.kind == NUMBER and en.kind == MONEY and zh.value >= _LEAST_SIZE  # 千亿级
    if (zh.kind != en.kind and not size_of_money) or abs(zh.value - en.value) > Decimal("0.01") * (
        zh.kind == PERCENT and not en.digits
    ):
        return False
    zh_unit = next((unit for unit in words.units if zh.unit in unit.zh), None)
    en_unit = next((unit for unit in words.units if en.unit in unit.en), None)
    return zh_unit is None or en_unit is None or zh_unit == en_unit


def _added(
    part: TranslatedPart, chinese: Sequence[ChineseFigure], english: Sequence[EnglishFigure], used: set[int]
) -> Iterator[GateFinding]:
    """English figures that the Chinese does not have, not even as a part of a word. One and ordinals may be
    grammar, and a figure may be repeated."""
    known = {figure.value for figure in chinese}
    for figure in english:
        if id(figure) in used or figure.value in known:
            continue
        if figure.digits or (
            figure.value >= 2 and not _ORDINAL.fullmatch(part.en[figure.start : figure.end])
        ):
            place = around(part.en, figure.start, figure.end, 30)
            yield found("T302", around(part.zh, 0, 0, 40), place, figure=part.en[figure.start : figure.end])


_ORDINAL = regex(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|both|doubl\w+|twice|twofold|half"
    r"|hundreds?|thousands?|millions?",
    re.IGNORECASE,
)
_LEAST_SIZE = 10**7
_ZH_STOP = regex(r"[，。；、：！？（）()]")
_EN_STOP = regex(r"[.;:,()](?=\s|$)|\b(?:and|but|while|with)\b")
_ZH_REACH, _EN_REACH, _EN_AFTER = 22, 70, 34


def _turned(
    part: TranslatedPart,
    matches: Sequence[_Match],
    chinese: Sequence[ChineseFigure],
    english: Sequence[EnglishFigure],
    words: TranslationWords,
) -> Iterator[GateFinding]:
    """Figures whose direction differs."""
    for zh, en in matches:
        meant = _chinese_direction(part.zh, zh, chinese, words.directions)
        directions = _english_directions(part.en, en, english, words.directions)
        if meant is None or meant.id in {each.id for each in directions}:
            continue
        yield found(
            "T303",
            around(part.zh, zh.start, zh.end),
            around(part.en, en.start, en.end, 40),
            figure=part.zh[zh.start : zh.end].strip(),
            direction=gettext(meant.id),
        )


def _chinese_direction(
    text: str, figure: ChineseFigure, all_figures: Sequence[ChineseFigure], directions: Sequence[Direction]
) -> Direction | None:
    """The direction whose words stand nearest: directly after the figure, or before it in the same phrase."""
    after = text[figure.end : figure.end + 16].lstrip("的个家项条种名人")
    for direction in directions:
        if any(after.startswith(word) for word in direction.after):
            return direction
    start = max(
        [0, figure.start - _ZH_REACH, *(each.end for each in all_figures if each.end <= figure.start)]
    )
    before = text[start : figure.start]
    stops = [match.end() for match in _ZH_STOP.finditer(before)]
    before = before[stops[-1] :] if stops else before
    ranked = [
        (before.rfind(word) + len(word), len(word), direction)
        for direction in directions
        for word in direction.before
        if word in before
    ]
    return max(ranked, key=lambda each: each[:2])[2] if ranked else None


def _english_directions(
    text: str, figure: EnglishFigure, all_figures: Sequence[EnglishFigure], directions: Sequence[Direction]
) -> list[Direction]:
    """Every direction whose words stand beside the figure."""
    start = max(
        [0, figure.start - _EN_REACH, *(each.end for each in all_figures if each.end <= figure.start)]
    )
    before = text[start : figure.start].lower()
    sentence = max(before.rfind(". "), before.rfind("; "))
    before = before[sentence + 1 :]
    later = [each.start for each in all_figures if each.start >= figure.end]
    after = text[figure.end : min([len(text), figure.end + _EN_AFTER, *later])].lower()
    after = after[: _first(_EN_STOP.search(after), len(after))]
    return [
        direction
        for direction in directions
        if any(_stands(word, before) for word in direction.en_before)
        or any(_stands(word, after) for word in direction.en_after)
    ]


def _stands(words: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None


def _first(match: re.Match[str] | None, otherwise: int) -> int:
    return match.start() if match else otherwise


def _nearest(part: TranslatedPart, figure: ChineseFigure) -> str:
    """The English about where the figure should stand."""
    at = len(part.en) * figure.start // max(len(part.zh), 1)
    return around(part.en, at, at, 40)
