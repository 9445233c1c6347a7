"""The editors' Markdown as HTML: Python-Markdown, code coloured by Pygments with CSS classes only, and
nh3 after them, which lets nothing through that could run."""

from collections.abc import Iterable

import nh3
from markupsafe import Markup

from digest.model.page import EditorPage
from digest.model.problem import Problem, problem

LIMIT = 64 * 1024
"""Longest page in characters: Python-Markdown takes quadratic time on some texts."""


def check_pages(pages: Iterable[EditorPage], folder: str) -> list[Problem]:
    """B303 for each page longer than ``LIMIT``; ``folder`` is where they are."""
    return [
        problem("B303", f"{folder}/{page.name}.{page.language}.md", length=len(page.text), limit=LIMIT)
        for page in pages
        if len(page.text) > LIMIT
    ]


def to_html(text: str) -> Markup:
    """Safe HTML for a page of Markdown that ``check_pages`` found no fault with."""
    from markdown import Markdown  # few builds need it, and commands that only look never
    from markdown.extensions.codehilite import CodeHiliteExtension
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from markdown.extensions.toc import TocExtension, slugify_unicode

    converter = Markdown(
        extensions=[  # by their names they would be looked for in all that is installed
            FencedCodeExtension(),
            CodeHiliteExtension(guess_lang=False, css_class="code"),
            TableExtension(),
            SaneListExtension(),
            TocExtension(slugify=slugify_unicode),
        ]
    )
    # The only place where HTML is declared safe: what nh3 returns.
    return Markup(nh3.clean(converter.convert(text), attributes=_ATTRIBUTES, link_rel=None))  # noqa: S704


def attributes_of(tag: str) -> frozenset[str] | None:
    """The attributes of an HTML element that reach a page; None for an element that does not."""
    if tag not in nh3.ALLOWED_TAGS:
        return None
    return frozenset({*_ATTRIBUTES.get(tag, ()), *_EVERYWHERE})


_EVERYWHERE = ("lang", "title")
"""nh3 leaves these with every element."""

_ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt", "title", "width", "height"},
    "div": {"class"},
    "span": {"class", "lang"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
