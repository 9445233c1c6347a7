"""The numbers that a browser prints before the entries of a list: they are no characters of the page, and clauses are cited by them."""

from typing import Any

from digest.regex import regex
from digest.text.numerals import print_numeral

_LIST_STYLE = regex(r"list-style(?:-type)?:([\w -]+)")
_EDITORS = {
    "custom_cn": "{}、",
    "custom_cn1": "{}）",
    "custom_cn2": "（{}）",
    "custom_num": "{}.",
    "custom_num1": "{}）",
    "custom_num2": "（{}）",
}
"""Lists of UEditor, whose numbers are pictures behind the entries."""


class Numbers:
    """Counts the entries of each list as they come."""

    def __init__(self) -> None:
        self._counted: dict[Any, int] = {}

    def before(self, entry: Any) -> str:
        """What stands before an entry; empty where a browser prints nothing, or a point."""
        above = entry.getparent()
        if above is None or above.tag != "ol":
            return ""
        start, stated = _stated(above.get("start")), _stated(entry.get("value"))
        before = self._counted.get(above, 0 if start is None else start - 1)
        place = self._counted[above] = before + 1 if stated is None else stated
        return _printed(entry, above, place)


def _printed(entry: Any, above: Any, place: int) -> str:
    """The number of an entry as a browser prints it."""
    styles = ";".join((each.get("style") or "").lower() for each in (above, entry))
    stated = _LIST_STYLE.findall(styles)
    kind = (stated[-1].strip() if stated else "") or above.get("type") or "1"
    for name in (above.get("class") or "").split():
        if name in _EDITORS:
            return _EDITORS[name].format(print_numeral(place) if "cn" in name else place)
    if "none" in kind or kind in ("disc", "circle", "square") or not 0 < place < 10_000:
        return ""
    if "chinese" in kind or "cjk" in kind:
        return f"{print_numeral(place)}、"
    if kind in ("a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin") and place <= 26:
        return chr((97 if kind[0] in "al" else 65) + place - 1) + ". "
    if kind in ("i", "I", "lower-roman", "upper-roman"):
        return (_roman(place) if kind[0] in "il" else _roman(place).upper()) + ". "
    return f"{place}. "


def _stated(number: str | None) -> int | None:
    text = (number or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _roman(number: int) -> str:
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text
