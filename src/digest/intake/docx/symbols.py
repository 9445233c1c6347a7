"""Characters of symbol fonts, and formulas, as plain text."""

import re
from xml.etree import ElementTree as ET

from digest.intake.docx.numerals import circled
from digest.intake.docx.styles import value
from digest.regex import regex

_SYMBOL = dict(
    zip(
        (0xA3, 0xB1, 0xB3, 0xB4, 0xB7, 0xB8, 0xB9, 0xBB, 0xB0, 0x25, 0x2D, 0x6D, 0x57, 0x44),
        "≤±≥×•÷≠≈°%−μΩΔ",
        strict=True,
    )
)
_WINGDINGS = dict(
    zip((0x6C, 0x6E, 0x75, 0x6F, 0xA8, 0xFE, 0x52, 0xFC, 0xFB, 0xFD, 0xD8), "●■◆□□☑☑✓✗☒➢", strict=True)
)
_WINGDINGS_2 = {0x52: "☑", 0x50: "✓", 0xA3: "□", 0x53: "☒"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_ENCLOSED = regex(r"\s*eq\s+\\o\\ac\(\s*([○□◇△])\s*[,，]\s*(.{1,4}?)\s*\)\s*", re.IGNORECASE)


def sign(element: ET.Element) -> str | None:
    """The character that a symbol shows; None where only its font knows."""
    code = _code(element.get("char", ""))
    font = element.get("font", "").casefold()
    if font in _FONTS:
        return _FONTS[font].get(code & 0xFF)
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE else None


def private(code: str) -> str:
    """A character for private use in the place of one that only a font knows; empty where there is no code."""
    known = _code(code)
    return (chr(known) if 0xE000 <= known < 0xF900 else chr(0xF000 | known & 0xFF)) if known else ""


def _code(number: str) -> int:
    """A character's code of four hexadecimal digits; 0 for anything else."""
    return int(number, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", number) else 0


def enclosed(instruction: str) -> str | None:
    r"""What a field of enclosed characters shows: ``eq \o\ac(○,21)`` is ㉑; None for any other field."""
    match = _ENCLOSED.fullmatch(instruction[:80])
    if not match:
        return None
    circle, inside = match.groups()
    ring = circled(int(inside)) if circle == "○" and inside.isascii() and inside.isdigit() else ""
    return ring if ring and not ring.isascii() else f"({inside})"


def formula(element: ET.Element) -> str:
    """A formula on one line: a fraction as (a+b)/c, powers with ^, roots with √."""
    tag = element.tag
    part = {child.tag: child for child in element}
    if tag == "t":
        return element.text or ""
    if tag == "f":
        return f"{_grouped(part.get('num'))}/{_grouped(part.get('den'))}"
    if tag == "rad":
        return f"{formula(part['deg']) if 'deg' in part else ''}√{_grouped(part.get('e'))}"
    if tag in ("sSup", "sSub", "sSubSup"):
        low = f"_{_grouped(part['sub'])}" if "sub" in part else ""
        high = f"^{_grouped(part['sup'])}" if "sup" in part else ""
        return (formula(part["e"]) if "e" in part else "") + low + high
    inside = "".join(formula(child) for child in element)
    if tag == "d":
        return f"{_edge(element, 'begChr', '(')}{inside}{_edge(element, 'endChr', ')')}"
    if tag == "nary":
        return (value(element.find("naryPr/chr")) or "∫") + inside
    return inside


def _edge(element: ET.Element, name: str, usual: str) -> str:
    found = element.find(f"dPr/{name}")
    return usual if found is None else value(found)


def _grouped(element: ET.Element | None) -> str:
    text = formula(element) if element is not None else ""
    return text if len(text) < 2 or text.isalnum() else f"({text})"
