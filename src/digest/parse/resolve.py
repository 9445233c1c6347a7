"""Step five: which of the lines behind a label are headings.

A heading is settled by its own words first (see ``headings``), then by what follows it, and for
the articles of a text by what most of them do: statutes mostly have no headings, measures mostly
do.
"""

from collections.abc import Callable

from digest.parse import headings
from digest.parse.drafts import Draft, Ref
from digest.parse.headings import Head
from digest.parse.lines import Line

_ALWAYS_HEADED = ("part", "title", "section")
_FOLLOWED = ("han", "part", "title", "section", "box")


def resolve_headings(drafts: list[Draft], lines: list[Line]) -> None:
    """Give each draft its heading, and take the heading out of its first paragraph."""
    parents = {draft.parent for draft in drafts}
    most_articles = _usual_head(drafts, lines)
    for index, draft in enumerate(drafts):
        if draft.rest is None or draft.system == "note":
            continue
        rest = _rest(draft, lines)
        if not rest:
            _take_next_line(draft, lines)
            continue
        head = _head(draft, rest, has_children=index in parents, usual=most_articles)
        if head:
            _take(draft, head)


def _rest(draft: Draft, lines: list[Line]) -> str:
    ref = draft.rest
    return lines[ref.line].text[ref.start : ref.end] if ref else ""


def _head(draft: Draft, rest: str, *, has_children: bool, usual: Callable[[str], Head | None] | None) -> Head | None:
    bracketed = headings.bracketed(rest)
    if bracketed:
        return bracketed
    alone = len(draft.paragraphs) == 1 and len(draft.paragraphs[0]) == 1
    if draft.system in _ALWAYS_HEADED:
        return headings.announced(rest) or (headings.title(rest) if alone or len(draft.paragraphs[0]) == 1 else None)
    followed = has_children or not alone
    if draft.system == "article":
        return _article_head(rest, followed=followed, usual=usual)
    if draft.system == "box":
        return headings.title(rest)
    head = headings.own_line(rest)
    if head:
        return head if followed or draft.system in _FOLLOWED else None
    if followed and has_children and (head := headings.stopped_line(rest)):
        return head
    return headings.inline(rest) or headings.colon(rest)


def _article_head(rest: str, *, followed: bool, usual: Callable[[str], Head | None] | None) -> Head | None:
    if usual and (head := usual(rest)):
        return head
    own = headings.own_line(rest) or headings.stopped_line(rest)
    if own and followed:
        return own
    head = headings.inline(rest)
    return head if head and headings.heads_a_grant(head, rest) else None


def _usual_head(drafts: list[Draft], lines: list[Line]) -> Callable[[str], Head | None] | None:
    """The form of heading that more than half of a text's articles have."""
    rests = [_rest(draft, lines) for draft in drafts if draft.system == "article"]
    forms = (headings.parenthesised, headings.inline)
    return next((form for form in forms if 2 * sum(form(rest) is not None for rest in rests) > len(rests)), None)


def _take(draft: Draft, head: Head) -> None:
    line, start, end = draft.rest or Ref(0, 0, 0)
    draft.headings = [Ref(line, start + head.start, start + head.end)]
    draft.style = head.style
    body = Ref(line, start + head.body, end)
    first = draft.paragraphs[0][1:]
    draft.paragraphs[0] = [body, *first] if body.start < body.end else first
    if not draft.paragraphs[0]:
        del draft.paragraphs[0]


def _take_next_line(draft: Draft, lines: list[Line]) -> None:
    """A chapter's label alone on its line (第一章): its name is the next line."""
    if draft.system not in _ALWAYS_HEADED or not draft.paragraphs:
        return
    ref = draft.paragraphs[0][0]
    if headings.own_line(lines[ref.line].text):
        draft.headings = [ref]
        draft.style = "own_line"
        del draft.paragraphs[0][0]
        if not draft.paragraphs[0]:
            del draft.paragraphs[0]
