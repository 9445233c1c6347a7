"""Text in spreadsheets, where it must not turn into a formula: the guard, and how it is taken off again.

Every file for spreadsheets, made or read, asks here. The rule is OWASP's on CSV injection, with what Excel does besides: it
takes the full-width signs of East Asian input for the others, and a mark without width before them does not stop it.
"""

from digest.regex import regex

_INVISIBLE = (
    r"\s\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0"
)
"""White space, controls and characters without width."""

_COMPUTED = regex(rf"['\t\r\n]|[{_INVISIBLE}]*[=+\-@＝＋－＠]").match
"""How text begins that a spreadsheet might compute. The apostrophe is the guard itself: text that begins with one is guarded
as well, so that one apostrophe can always be taken off."""


def guarded(text: str) -> str:
    """The text as a cell holds it: with an apostrophe before what a spreadsheet would compute."""
    return f"'{text}" if _COMPUTED(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell holds. An apostrophe that is no guard stays: somebody has typed it."""
    return cell[1:] if cell.startswith("'") and _COMPUTED(cell, 1) else cell
