"""Automatic numbers: what Word prints before a paragraph, and no library reads.

A paragraph names a list (``num``), which stands on a pattern (``abstractNum``) of up to nine levels. All lists of a pattern
count together, unless one starts again. A pattern may be that of a list style (``numStyleLink``).
"""

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.intake.docx.numerals import BULLET, NONE, number_in
from digest.intake.docx.styles import ListPlace, Styles, is_on, is_switched, value, whole
from digest.regex import regex

_PLACE = regex("%([1-9])")
_LEVELS = 9
# Bullets are letters in fonts of signs: l, n and u of Wingdings look like this. Others become the usual one.
_SIGNS = {"l": "●", "n": "■", "u": "◆"}
_SIGN_FONTS = regex("Symbol|Wingdings|Webdings", re.IGNORECASE)
_PRIVATE = range(0xE000, 0xF900)


class AutomaticNumber(NamedTuple):
    """``text`` is what is printed, ``unknown`` the form that is not known, if one was met."""

    text: str
    unknown: str = ""


class _Level(NamedTuple):
    start: int
    form: str
    words: str
    legal: bool
    restart: int | None
    style: str
    sign: bool


class _Num(NamedTuple):
    pattern: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: ET.Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = _read_nums(root, styles)
        self._values: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def place(self, direct: ListPlace, style: str) -> ListPlace | None:
        """The list and level of a paragraph, from its own properties and its style; None outside lists."""
        inherited = self._styles.place(style)
        number = direct.number or inherited.number
        if number not in self._nums:  # "0" switches a list off
            return None
        level = direct.level
        if level is None:
            level = self._level_of_style(number, style)
        if level is None:
            level = inherited.level or 0
        return ListPlace(number, level) if level in self._nums[number].levels else None

    def next(self, place: ListPlace) -> AutomaticNumber:
        """Count one further in a list, and what is printed for it."""
        number, at = place.number or "", place.level or 0
        num = self._nums[number]
        values = self._values.setdefault(num.pattern, {})
        if at in num.starts and (number, at) not in self._begun:
            values[at] = num.starts[at]
        elif at in values:
            values[at] += 1
        else:
            values[at] = _start(num, at)
        self._begun.add((number, at))
        for deeper in [each for each in values if each > at and _restarts(num.levels.get(each), at)]:
            del values[deeper]
        return _label(num, at, values)

    def _level_of_style(self, number: str, style: str) -> int | None:
        """The level that names a style, or one it is based on."""
        named = {level.style: at for at, level in self._nums[number].levels.items() if level.style}
        return next((named[each] for each in self._styles.chain(style) if each in named), None)


def _label(num: _Num, at: int, values: dict[int, int]) -> AutomaticNumber:
    level = num.levels[at]
    if level.form == BULLET:
        return AutomaticNumber(_bullet(level))
    unknown = ""

    def printed(match: re.Match[str]) -> str:
        nonlocal unknown
        shown = int(match[1]) - 1
        known = num.levels.get(shown)
        if known is None or shown > at:
            return ""
        number = values.get(shown, _start(num, shown))
        form = "decimal" if level.legal and known.form != NONE else known.form
        text = number_in(form, number)
        if text is None:
            unknown = form
        return str(number) if text is None else text

    return AutomaticNumber(_PLACE.sub(printed, level.words).strip(), unknown)


def _bullet(level: _Level) -> str:
    text = level.words.strip()
    if level.sign or any(ord(sign) in _PRIVATE for sign in text):
        code = chr(ord(text[0]) & 0xFF) if text else ""
        return _SIGNS.get(code, "•")
    return text


def _start(num: _Num, at: int) -> int:
    return num.starts.get(at, num.levels[at].start if at in num.levels else 1)


def _restarts(level: _Level | None, used: int) -> bool:
    """Whether a level counts from its start again after a higher one was used."""
    return level is None or level.restart is None or used < level.restart


def _read_nums(root: ET.Element | None, styles: Styles) -> dict[str, _Num]:
    if root is None:
        return {}
    patterns = {each.get("abstractNumId", ""): each for each in root.iter("abstractNum")}
    based = {each.get("numId", ""): value(each.find("abstractNumId")) for each in root.iter("num")}
    # 一、二、三 in a Chinese text is this form, too. Its hundreds are Chinese ones there: 百一 is read as 110.
    forms = {} if styles.japanese else {"japaneseCounting": "chineseCountingThousand"}
    levels = {name: _read_levels(each, forms) for name, each in patterns.items()}
    nums = {}
    for each in root.iter("num"):
        number = each.get("numId", "")
        pattern = _followed(based[number], patterns, based, styles)
        own, starts = dict(levels.get(pattern, {})), {}
        for override in each.findall("lvlOverride"):
            at = whole(override.get("ilvl", ""))
            own |= _read_levels(override, forms)
            start = override.find("startOverride")
            if start is not None:
                starts[at] = whole(value(start))
        if number != "0":
            nums[number] = _Num(pattern, own, starts)
    return nums


def _followed(name: str, patterns: dict[str, ET.Element], based: dict[str, str], styles: Styles) -> str:
    """The pattern that has the levels: one may name a style, whose list stands on another."""
    for _ in range(_LEVELS):
        linked = value(patterns[name].find("numStyleLink")) if name in patterns else ""
        if not linked:
            break
        number = styles.place(linked).number or ""
        own = (each for each, found in patterns.items() if value(found.find("styleLink")) == linked)
        name = based.get(number) or next(own, name)
    return name


def _read_levels(pattern: ET.Element, others: dict[str, str]) -> dict[int, _Level]:
    found = {}
    for each in pattern.findall("lvl"):
        at = whole(each.get("ilvl", ""))
        # A form of one's own (custom) has a usual one beside it, for programs that do not know it.
        named = (value(form) for form in each.iter("numFmt"))
        form = next((form for form in named if form != "custom"), "decimal")
        start, restart = each.find("start"), each.find("lvlRestart")
        fonts = each.find("rPr/rFonts")
        if 0 <= at < _LEVELS:
            found[at] = _Level(
                1 if start is None else whole(value(start)),
                others.get(form, form),
                "" if is_switched(each.find("rPr"), "vanish") else value(each.find("lvlText")),
                (legal := each.find("isLgl")) is not None and is_on(legal.get("val", "1")),
                None if restart is None else whole(value(restart)),
                value(each.find("pStyle")),
                fonts is not None and any(_SIGN_FONTS.search(font) for font in fonts.attrib.values()),
            )
    return found
