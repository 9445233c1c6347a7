"""Footnotes and endnotes, in the form in which the parser finds them in a line: [1: words]."""

from collections.abc import Callable
from xml.etree import ElementTree as ET


class Notes:
    """The notes of a document by kind and id; they are counted in the order in which they are referred to."""

    def __init__(self, footnotes: ET.Element | None, endnotes: ET.Element | None) -> None:
        self._known = {
            (each.tag, each.get("id", "")): each
            for root in (footnotes, endnotes)
            if root is not None
            for each in root
        }
        self._count = 0
        self._inside = False

    def written(self, kind: str, name: str, words: Callable[[ET.Element], str]) -> str:
        """A note as it is written where the text refers to it; empty for one that is missing or has no words.

        ``words`` reads what is inside. A note in a note is not read: it could be itself.
        """
        found = self._known.get((kind, name))
        if found is None or self._inside:
            return ""
        self._inside = True
        text = words(found)
        self._inside = False
        if not text:
            return ""
        self._count += 1
        return f"[{self._count}: {_balanced(text)}]"


def _balanced(text: str) -> str:
    """The text; square brackets that would end the note early, or not at all, become full-width ones."""
    depth = 0
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if depth < 0:
            break
    return text if depth == 0 else text.translate(_WIDE)


_WIDE = str.maketrans("[]", "［］")
