"""Whether a line goes on with the sentence before it, which a page or a converter broke."""

from digest.model.document import Kind
from digest.parse import headings
from digest.parse.drafts import TableRow
from digest.parse.state import Walk
from digest.regex import regex

FINISHED = "。！？；：…”』」】!?;:"
"""Marks that end a sentence, or stand before a list."""

_CLOSING = "，。；、）》”）,;)"
_KEYED = regex(r"[^\s，。；：:]{2,8}: ")
"""A key as programs write it: 检索时间: 2026-02-03."""

_FULL_LINE = 20
"""A line shorter than this was not broken by the width of a page."""


def joins_current(state: Walk, i: int) -> bool:
    """Whether line ``i`` goes on with the paragraph that ends in the line before."""
    if state.current < 0:
        return False
    draft = state.drafts[state.current]
    before = i - 1
    if not draft.paragraphs or isinstance(draft.paragraphs[-1], TableRow):
        return False
    if draft.paragraphs[-1][-1].line != before:
        return False
    if draft.rest and draft.rest.line == before:
        rest = state.lines[before].text[draft.rest.start :]
        closing = state.lines[i].text[0] in _CLOSING
        if draft.system in ("part", "title", "section"):
            return False
        in_list = draft.kind is Kind.ITEM and len(rest) >= _FULL_LINE and in_article(state)
        across_pages = "，" in rest and state.lines[i].new_page
        if headings.own_line(rest) and not (closing or in_list or across_pages):
            return False
    return joins(state, before, i)


def joins(state: Walk, before: int, i: int) -> bool:
    """Whether line ``i`` goes on with the sentence of the line ``before``, by their own forms."""
    previous, line = state.lines[before].text, state.lines[i]
    if previous[-1] in FINISHED or _KEYED.match(line.text):
        return False
    if previous[-1] in "，、,（(《" or line.text[0] in _CLOSING:
        return True
    if previous[-1] in "）)" or len(previous) < _FULL_LINE:
        return False
    indented = line.indent >= 2 and line.indent >= state.lines[before].indent
    return line.gap <= state.usual_gap and not indented


def in_article(state: Walk) -> bool:
    """Whether an article is open."""
    return any(entry.system == "article" for entry in state.nesting.ancestors())


def previous_finished(state: Walk, i: int) -> bool:
    """Whether the text before line ``i`` has come to an end (a full stop, a heading, a bracket)."""
    if state.current < 0 or i == 0:
        return True
    draft = state.drafts[state.current]
    if not draft.paragraphs or isinstance(draft.paragraphs[-1], TableRow):
        return True
    ref = draft.paragraphs[-1][-1]
    text = state.lines[ref.line].text
    if text[-1] in FINISHED or text[-1] in "）)":
        return True
    return draft.rest == ref and headings.own_line(text[ref.start :]) is not None
