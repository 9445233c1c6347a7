"""What a page does not show of the elements that hold a text: hidden, too small, white on white, struck out, or a form to fill in.

Only what an element and the page's own style sheets state is known; what scripts do is not.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from digest.intake.whys import CONTROL, HIDDEN, STRUCK
from digest.regex import regex


class Within(NamedTuple):
    """What holds of a piece of text by the elements around it. ``unseen``: it is not shown; ``painted``: there is a colour
    behind it."""

    unseen: bool = False
    painted: bool = False
    indented: bool = False
    linked: bool = False
    kept_breaks: bool = False


_CONTROLS = frozenset(["button", "input", "select", "textarea", "noscript"])
_STRUCK = frozenset(("del", "s", "strike"))
_UNSEEN = regex(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|$)|mso-hide:all|text-indent:-\d{3,}|"
    r"position:absolute.*(?:left|top):-\d{3,}"
)
_TINY = regex(r"font-size:(?:0(?:\.0+)?(?:px|pt|em|rem|%)?|0?\.\d+p[xt]|1(?:\.0+)?p[xt])(?:;|$|!)")
_WHITE = regex(r"(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,1)?\))(?:;|$|!)")
_COLOURED = regex(r"(?:^|;)color:")
_PAINT = regex(
    r"background(?:-color)?:(?!(?:#fff(?:fff)?|white|transparent|none|initial|inherit|rgba?\(255,255,255)\b)"
)
_INDENT = regex(r"text-indent:(?:\d*\.)?\d*[1-9]")
_FLAT = regex(r"text-indent:0|text-align:(?:center|right)")
_LINE_THROUGH = regex(r"text-decoration(?:-line)?:[^;]*line-through")
_NAME = regex(r"([.#])([\w-]+)$")


class Hidden(NamedTuple):
    """The ids and the classes that the style sheets of a page hide."""

    ids: frozenset[str]
    classes: frozenset[str]

    def why(self, element: Any, style: str, *, top: bool) -> str:
        """Why an element is left out, in the words of ``Change.why``; empty where it is not. ``top``: it holds the whole text,
        whatever its style says (scripts show it)."""
        if element.tag in _CONTROLS:
            return CONTROL
        if element.tag in _STRUCK or _LINE_THROUGH.search(style):
            return STRUCK
        if top:
            return ""
        names = set((element.get("class") or "").split())
        hidden = (
            element.get("hidden") is not None or _UNSEEN.search(style) or not names.isdisjoint(self.classes)
        )
        return HIDDEN if hidden or element.get("id") in self.ids else ""


def find_hidden(root: Any) -> Hidden:
    """What the style sheets of a page hide."""
    found: dict[str, set[str]] = {"#": set(), ".": set()}
    for sheet in root.iter("style"):
        for selectors, declared in _rules(sheet.text or ""):
            if re.search(r"display\s*:\s*none", declared):
                for match in map(_NAME.match, (each.strip() for each in selectors.split(","))):
                    if match:
                        found[match[1]].add(match[2])
    return Hidden(frozenset(found["#"]), frozenset(found["."]))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of a style sheet that hold on every screen; those for printing do not."""
    depth, selectors = 0, ""
    for piece in re.findall(r"[{}]|[^{}]+", sheet):
        if piece in "{}":
            depth = max(depth + (1 if piece == "{" else -1), 0)
        elif depth == 0:
            selectors = piece
        elif depth == 1 and "@" not in selectors:
            yield selectors, piece


def style_of(element: Any) -> str:
    """The style that an element states for itself, without optional spaces."""
    return re.sub(r"\s*([:;,])\s*", r"\1", (element.get("style") or "").lower().strip())


def styled(element: Any, style: str, within: Within) -> Within:
    """What holds inside an element, by its style and what holds around it."""
    colour = (element.get("color") or "").lower() if element.tag == "font" else ""
    paint = (element.get("bgcolor") or "").lower()
    painted = (
        within.painted
        or element.tag == "th"
        or bool(_PAINT.search(style))
        or (paint not in ("", "white", "#ffffff", "#fff"))
        or bool(element.get("background"))
    )
    unseen = within.unseen
    if _TINY.search(style) or (
        (_WHITE.search(style) or colour in ("white", "#fff", "#ffffff")) and not painted
    ):
        unseen = True
    elif _COLOURED.search(style) or colour or (painted and not within.painted):
        unseen = False
    indented = not _FLAT.search(style) and (within.indented or bool(_INDENT.search(style)))
    if element.tag in ("td", "th", "h1", "h2", "h3", "center") or element.get("align") in ("center", "right"):
        indented = bool(_INDENT.search(style))
    kept = within.kept_breaks or element.tag == "pre" or "white-space:pre" in style
    return Within(unseen, painted, indented, within.linked or element.tag == "a", kept)
