"""Which element of a page holds the text: a container known from the editors and systems of government sites, else what trafilatura finds.

Weight is the number of Chinese marks of punctuation outside links: menus, trails and lists of links have none.
"""

import re
from copy import deepcopy
from typing import Any, NamedTuple

from digest.regex import regex

_PART = r"(?:content|contents|con|cont|text|txt|body|zw|nr|area|box|detail|neirong)(?:[-_]?\d{1,2})?"
_KNOWN = regex(
    r"(?:art(?:icle)?|news|doc(?:ument)?|wz|wenzhang|xl|zw|zwgk|xxgk|zcwj|policy|nr|bt|vsb|my_?doc|ewb-(?:article|info)|easysite-news|"
    rf"wp_article|v_news|rich_media|js|ivs)[-_]?{_PART}|"
    r"trs_editor(?:_view)?|trs_(?:ueditor|web|view)|custom_unionstyle|ucap-content|zoom(?:con)?|pages_content|artibody|arc_cont|"
    r"gknr|j-fontcontent|maintext"
)
"""Ids and classes, in small letters, of elements that hold a text and little else, on the systems of government sites."""

_WIDER = regex(
    rf"(?:main|pages?|content|con|info|show|view|detail|text|txt)[-_]?(?:{_PART}|main)?|{_PART}|article|main|artical"
)
"""Ids and classes that may hold the text and what stands around it, too."""

_MARKS = regex(r"[，。；、]")
_SKIPPED = ("script", "style", "noscript", "template", "a", "option", "button", "head")
_MOST = 0.9
_SECOND = 0.15
_HAN = regex(r"[\u3400-\u9fff]")
_MOST_ELEMENTS = 20_000
"""A page with more is no page of a policy, and trafilatura would need more time than there is."""
_TRACE = 12
"""Han characters by which a line is found again in the page."""


class TextElement(NamedTuple):
    """The ``element`` with the text; ``by`` says how it was found: known | wider | trafilatura | page. ``inner`` is a known container
    in it that holds nearly all of the text, if there is one: what stands outside that one is mostly the page's. ``second`` is an
    element that holds another long text, or None."""

    element: Any
    by: str
    inner: Any = None
    second: Any = None


def find_body(root: Any) -> TextElement | None:
    """Where the text of a page is; None for a page without Chinese words, or with none but those of its menus."""
    body = next(root.iter("body"), root)
    if not any(_HAN.search(piece) for piece in body.itertext()):
        return None
    weights = _weights(root, _MARKS)
    sentences = weights[body]
    if not sentences:
        weights = _weights(root, _HAN)
    known = [each for each in weights if any(map(_KNOWN.fullmatch, names_of(each)))]
    outermost = _outermost(known)
    best = max(outermost, key=lambda each: weights[each], default=None)
    if best is not None and weights[best] > 0 and 2 * weights[best] >= weights[body]:
        others = (each for each in outermost if each is not best and weights[each] > _SECOND * weights[best])
        return TextElement(best, "known", _innermost(best, known, weights), next(others, None))
    if not sentences:
        return None
    wider = [each for each in _wider(weights) if weights[each] >= max(1, _MOST * weights[body])]
    if wider:
        return TextElement(_narrowed(wider[-1], weights), "wider")
    found = _by_trafilatura(root, body) if len(weights) < _MOST_ELEMENTS else None
    if found is not None and (inner := _narrowed(found, weights)) is not body:
        return TextElement(inner, "trafilatura")
    return TextElement(_narrowed(body, weights), "page")


def names_of(element: Any) -> set[str]:
    """The id and the classes of an element, in small letters."""
    return {*(element.get("class") or "").lower().split(), (element.get("id") or "").lower()}


def _weights(root: Any, counted: re.Pattern[str]) -> dict[Any, int]:
    """The weight of each element with all it holds."""
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    weights = dict.fromkeys(elements, 0)
    silent = {each for each in elements if each.tag in _SKIPPED}
    for each in elements:
        if each.getparent() is not None and each.getparent() in silent:
            silent.add(each)
        if each not in silent:
            weights[each] = len(counted.findall(each.text or ""))
            weights[each] += sum(len(counted.findall(child.tail or "")) for child in each)
    for each in reversed(elements):
        parent = each.getparent()
        if parent is not None:
            weights[parent] += weights[each]
    return weights


def _outermost(known: list[Any]) -> list[Any]:
    """The elements that stand in no other."""
    found = set(known)
    return [each for each in known if found.isdisjoint(each.iterancestors())]


def _innermost(outer: Any, known: list[Any], weights: dict[Any, int]) -> Any:
    """The innermost of the known containers inside another that holds nearly all of its text, where no other one beside it holds
    any; None where there is none."""
    inside = [each for each in known if outer in each.iterancestors()]
    inner = next((each for each in reversed(inside) if weights[each] >= _MOST * weights[outer]), None)
    around = set() if inner is None else {*inner.iterancestors(), *inner.iter()}
    return None if any(weights[each] and each not in around for each in inside) else inner


def _wider(weights: dict[Any, int]) -> list[Any]:
    return [
        each
        for each in weights
        if each.tag in ("article", "main") or any(map(_WIDER.fullmatch, names_of(each)))
    ]


def _narrowed(element: Any, weights: dict[Any, int]) -> Any:
    """The innermost element that holds every sentence."""
    while True:
        child = next((each for each in element if weights.get(each, 0) == weights[element] > 0), None)
        if child is None or child.tag in ("p", "span", "font"):
            return element
        element = child


def _by_trafilatura(root: Any, body: Any) -> Any:
    """The smallest element around the lines that trafilatura takes for the text; it says where the text is, never what it is."""
    from trafilatura import extract

    text = extract(deepcopy(root), include_comments=False, favor_recall=True) or ""
    traces = {_trace(line) for line in text.split("\n")} - {""}
    held = [each for each in body.iter() if isinstance(each.tag, str) and _trace(_begins(each)) in traces]
    if not held:
        return None
    first, last = (list(reversed([each, *each.iterancestors()])) for each in (held[0], held[-1]))
    common = [a for a, b in zip(first, last, strict=False) if a is b]
    return common[-1] if len(held) > 1 else common[-2]


def _begins(element: Any) -> str:
    """The first words in an element."""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > 10 * _TRACE:
            break
    return text


def _trace(line: str) -> str:
    han = "".join(_HAN.findall(line[: 10 * _TRACE]))
    return han[:_TRACE] if len(han) >= _TRACE else ""
