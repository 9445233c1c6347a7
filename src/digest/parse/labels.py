"""Step two: which lines start a numbered clause. ``RULES`` is the ordered table of label kinds.

The systems follow GB/T 9704-2012 (一、 （一） 1. （1）) and the levels of statutes (编 章 节 条), with the
variants that converters and typists leave: half-width brackets, other dots, inner spaces, circled
and parenthesised digits. A rule only says what a line's start looks like; which level it is
depends on its neighbours (see ``tree``).
"""

import re
from typing import NamedTuple

from digest.regex import regex
from digest.text.numerals import parse_numeral, print_numeral
from digest.text.rules import Rule

STATUTE_RANK = {"part": 0, "title": 1, "section": 2, "article": 3}
"""编 章 节 条 from the outside in: the one family whose nesting is fixed by law."""

TYPICAL_RANK = {"han": 4, "han_paren": 5, "arabic": 6, "arabic_paren": 7, "half_paren": 7, "circled": 8}
"""The order of GB/T 9704, used only when the text's own sequence says nothing."""

_UNIT_SYSTEM = {"编": "part", "章": "title", "节": "section", "条": "article"}
_HAN = "一二三四五六七八九十百千零〇两○"
_ARABIC = "0-9０-９"


class Label(NamedTuple):
    """A printed number at the start of a line.

    ``length`` counts the characters of the label (as printed, inner spaces included), ``skip``
    those up to where heading or text begin. ``branch`` is the 之一 of 第十五条之一 (0: none).
    ``number`` is 0 where the system has none (dashes). ``confusable``: a look-alike was read as
    a numeral; ``odd``: another mark stands for the 、 behind it.
    """

    system: str
    number: int
    branch: int
    length: int
    skip: int
    confusable: bool = False
    odd: bool = False


RULES = (
    Rule(
        "statute",
        rf"第[ \u3000]*([{_HAN}{_ARABIC}－—–ー\-ニOo]{{1,9}}|[{_HAN}](?:[ \u3000][{_HAN}]){{1,4}})"
        rf"[ \u3000]*([编章节条])(?:[ \u3000]*之[ \u3000]*([{_HAN}]{{1,2}}))?",
        "第十五条之一 经营者应当",
    ),
    Rule("han", rf"([{_HAN}]{{1,4}})[ \u3000]*[、．.﹒]", "十二、保障措施"),
    Rule("han_paren", rf"[（(][ \u3000]*([{_HAN}]{{1,4}})[ \u3000]*[）)]、?", "（一）发展目标"),
    Rule("han_paren", "([\u3220-\u3229])", "㈠发展目标"),
    Rule(
        "arabic",
        rf"([{_ARABIC}]{{1,3}})[ \u3000]*(?:[.．﹒、](?![{_ARABIC}])|[.．](?=(?:19|20)\d\d年))",
        "3﹒强化材料",
        but=("1.5倍的奖励", "3.14"),
        why="a decimal",
    ),
    Rule("arabic", "([\u2488-\u249b])", "⒈推进设计"),
    Rule("arabic_paren", rf"[（(][ \u3000]*([{_ARABIC}]{{1,2}})[ \u3000]*[）)]", "（1）制造业"),
    Rule("arabic_paren", "([\u2474-\u2487])", "⑴制造业"),
    Rule("half_paren", rf"([{_ARABIC}]{{1,2}})[）)]", "2)服务业"),
    Rule("circled", "([\u2460-\u2473\u3251-\u325f])", "①营业收入五亿元以上"),
    Rule(
        "dash",
        r"(—{2,}|－{2,}|─{2,}|--+|[●◆■★▲•])(?=[ \u3000]*[^\s—－─-])",
        "——规模扩大",
        but=("————",),
        why="a line that is drawn",
    ),
    Rule(
        "box",
        rf"(专[ \u3000]*栏[ \u3000]*(?:[{_HAN}]{{1,3}}|[{_ARABIC}]{{1,2}}|(?=[：:\s])))[：:、.．\s]*",
        "专栏1：重点领域",
    ),
)
"""What a number at a line's start looks like, by its system. Group 1 is the number, or the whole label."""

_PATTERNS = tuple((rule.name, regex(rule.pattern)) for rule in RULES)
_STARTS = frozenset(
    f"第（({_HAN}0123456789０１２３４５６７８９—－─-●◆■★▲•专"
    + "".join(map(chr, (*range(0x3220, 0x322A), *range(0x2460, 0x249C), *range(0x3251, 0x3260))))
)
_SERIES = (
    (0x3220, 0x3229, 1),
    (0x2488, 0x249B, 1),
    (0x2474, 0x2487, 1),
    (0x2460, 0x2473, 1),
    (0x3251, 0x325F, 21),
)
# Seen in real law texts for 一, 二 and 〇: a dash, katakana ni, a letter O.
_LOOKALIKES = str.maketrans(
    {"－": "一", "—": "一", "–": "一", "ー": "一", "-": "一", "ニ": "二", "O": "〇", "o": "〇"}
)
_USUAL = {print_numeral(number): number for number in range(1, 100)}
"""The numbers that most labels have, read by their print alone."""

_ANOTHER_NUMBER = regex(r"[一二三四五六七八九十]{1,2}、")
_ODD = regex(r"([一二三四五六七八九十]{1,3})(?:[ \u3000]*[，,丶﹑､。][ \u3000]*|[ \u3000]+)(?=\S)")
_AFTER = regex(r"[ \t\u3000\xa0]*[:：]?[ \t\u3000\xa0]*")


def read_label(text: str, at: int = 0) -> Label | None:
    """The label that stands at a position, or None."""
    if text[at : at + 1] not in _STARTS:
        return None
    for system, pattern in _PATTERNS:
        match = pattern.match(text, at)
        if match:
            label = _STARTERS.get(system, _numbered)(system, match)
            if label:
                return label
    return None


def read_odd_label(text: str) -> Label | None:
    """A number with another mark than 、 behind it: 五，支持企业; 六 支持企业; 八丶支持企业. Only its neighbours can tell
    whether it is one."""
    match = _ODD.match(text)
    if not match or not (number := parse_numeral(match[1])):
        return None
    return Label("han", number, 0, len(match[0].rstrip()), match.end(), odd=True)


def lists_numbers(rest: str) -> bool:
    """Whether what follows a label goes on counting (一、二、三级), so that it is no label."""
    return _ANOTHER_NUMBER.match(rest) is not None


def _statute(_system: str, match: re.Match[str]) -> Label | None:
    printed = re.sub(r"\s", "", match[1])
    number = _USUAL.get(printed) or parse_numeral(printed)
    confusable = number is None
    if confusable:
        number = parse_numeral(printed.translate(_LOOKALIKES))
    if not number:
        return None
    branch = parse_numeral(match[3]) or 0 if match[3] else 0
    length = match.end() - match.start()
    return Label(_UNIT_SYSTEM[match[2]], number, branch, length, length + _gap(match), confusable)


def _numbered(system: str, match: re.Match[str]) -> Label | None:
    number = _USUAL.get(match[1]) or _series(match[1]) or parse_numeral(match[1])
    if not number:
        return None
    length = match.end() - match.start()
    return Label(system, number, 0, length, length + _gap(match))


def _unnumbered(system: str, match: re.Match[str]) -> Label:
    digits = re.sub(r"[专栏\s]", "", match[1])
    number = (parse_numeral(digits) or 0) if system == "box" and digits else 0
    length = len(match[1])
    return Label(system, number, 0, length, match.end() - match.start() + _gap(match))


_STARTERS = {"statute": _statute, "dash": _unnumbered, "box": _unnumbered}


def _series(char: str) -> int:
    """The number of a one-character label (① ⑴ ⒈ ㈠), 0 for other text."""
    code = ord(char[0])
    return next((code - low + first for low, high, first in _SERIES if low <= code <= high), 0)


def _gap(match: re.Match[str]) -> int:
    after = _AFTER.match(match.string, match.end())
    return after.end() - after.start() if after else 0
