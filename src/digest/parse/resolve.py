"""Step five: which of the lines behind a label are headings.

A heading is settled by its own words first (see ``headings``), then by what follows it, and for
the articles of a text by what most of them do: statutes mostly have no headings, measures mostly
do.
"""

from collections.abc import Callable
from typing import NamedTuple

from digest.model.document import Kind
from digest.parse import headings
from digest.parse.drafts import ClauseDraft, Ref, TableRow
from digest.parse.headings import FoundHeading
from digest.parse.lines import Line

_ALWAYS_HEADED = ("part", "title", "section")
_FOLLOWED = ("han", "part", "title", "section", "box")


def resolve_headings(drafts: list[ClauseDraft], lines: list[Line]) -> None:
    """Give each draft its heading, and take the heading out of its first paragraph."""
    parents = {draft.parent for draft in drafts}
    custom = _custom(drafts, lines)
    heads: list[FoundHeading | None] = []
    for index, draft in enumerate(drafts):
        in_words = draft.paragraphs and not isinstance(draft.paragraphs[0], TableRow)
        if draft.rest and draft.rest.start == draft.rest.end and in_words:
            draft.rest = draft.paragraphs[0][0]  # the number stands alone on its line
        rest = _rest(draft, lines)
        if rest and draft.system != "note":
            heads.append(_head(draft, lines, rest, has_children=index in parents, custom=custom))
        else:
            heads.append(None)
    _agree_in_lists(drafts, heads)
    _agree_with_siblings(drafts, heads, lines)
    for draft, head in zip(drafts, heads, strict=True):
        if head:
            _take(draft, head)


def _agree_in_lists(drafts: list[ClauseDraft], heads: list[FoundHeading | None]) -> None:
    """The items of a list in an article have headings when most of them have one, or none has."""
    lists: dict[tuple[int, str], list[int]] = {}
    in_article: list[bool] = []
    for index, draft in enumerate(drafts):
        above = draft.parent >= 0 and (drafts[draft.parent].system == "article" or in_article[draft.parent])
        in_article.append(above)
        if above and draft.kind is Kind.ITEM:
            lists.setdefault((draft.parent, draft.system), []).append(index)
    for members in lists.values():
        if 2 * sum(heads[index] is not None for index in members) < len(members):
            for index in members:
                heads[index] = None


def _agree_with_siblings(
    drafts: list[ClauseDraft], heads: list[FoundHeading | None], lines: list[Line]
) -> None:
    """Items most of whose siblings have a heading in their line have one, where their words allow it."""
    siblings: dict[tuple[int, str], list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.kind in {Kind.SECTION, Kind.ITEM, Kind.ARTICLE} and _goes_on(_rest(draft, lines)):
            above = -1 if draft.kind is Kind.ARTICLE else draft.parent
            siblings.setdefault((above, draft.system), []).append(index)
    for members in siblings.values():
        styles = [head.style for index in members if (head := heads[index])]
        headed = sum(style in {"inline", "colon", "bracket"} for style in styles)
        articles = drafts[members[0]].kind is Kind.ARTICLE  # most of which have none
        if headed < _SURE or (3 * headed < 2 * len(members) if articles else 2 * headed < len(members)):
            continue
        for index in members:
            heads[index] = heads[index] or headings.like_siblings(_rest(drafts[index], lines))


def _goes_on(rest: str) -> bool:
    """Whether text follows the first words of a line, so that these can be a heading: not 本办法由…负责解释。"""
    return "。" in rest[:-1] or rest[-1:] not in headings.END or headings.like_siblings(rest) is not None


def _rest(draft: ClauseDraft, lines: list[Line]) -> str:
    ref = draft.rest
    return lines[ref.line].text[ref.start : ref.end] if ref else ""


def _names_article(rest: str) -> FoundHeading | None:
    """第二条 支持对象, alone on its line."""
    return headings.own_line(rest) if headings.names_something(rest) else None


class _Custom(NamedTuple):
    """What the articles of a text do: ``form`` is the form of heading that more than half have; ``measures``: those
    that open with a verb of policy have their first sentence as heading."""

    form: Callable[[str], FoundHeading | None] | None
    measures: bool


def _custom(drafts: list[ClauseDraft], lines: list[Line]) -> _Custom:
    rests = [_rest(draft, lines) for draft in drafts if draft.system == "article"]
    forms = (headings.parenthesised, _names_article, headings.inline)
    usual = next((form for form in forms if _is_usual(form, rests)), None)
    if usual is None and _is_usual(headings.terse, longer := [rest for rest in rests if _goes_on(rest)]):
        usual = headings.terse if len(longer) > _SURE else None
    measures = [headings.inline(rest) for rest in rests if headings.is_measure(rest)]
    grants = sum(
        1 for rest in rests if (head := headings.inline(rest)) and headings.heads_a_grant(head, rest)
    )
    headed = sum(head is not None for head in measures)
    return _Custom(usual, grants >= _SURE and 4 * headed >= 3 * len(measures))


def _is_usual(form: Callable[[str], FoundHeading | None], rests: list[str]) -> bool:
    return 2 * sum(form(rest) is not None for rest in rests) > len(rests)


_SURE = 2
"""So many articles of a text whose headings are beyond doubt speak for the others."""


def _head(
    draft: ClauseDraft, lines: list[Line], rest: str, *, has_children: bool, custom: _Custom
) -> FoundHeading | None:
    bracketed = headings.bracketed(rest)
    if bracketed:
        return bracketed
    alone = len(draft.paragraphs) == 1 and len(draft.paragraphs[0]) == 1
    if draft.system in _ALWAYS_HEADED:
        return headings.announced(rest) or (
            headings.title(rest) if alone or len(draft.paragraphs[0]) == 1 else None
        )
    if draft.system == "article":
        return _article_head(rest, _following(draft, lines), has_children=has_children, custom=custom)
    followed = has_children or not alone
    if draft.system == "box":
        return headings.title(rest)
    head = headings.own_line(rest)
    if head and len(draft.paragraphs[0]) == 1:  # a line that goes on in the next one is text
        return head if followed or draft.system in _FOLLOWED else None
    if followed and has_children and (head := headings.stopped_line(rest)):
        return head
    return headings.inline(rest) or headings.colon(rest)


def _following(draft: ClauseDraft, lines: list[Line]) -> str | None:
    """The paragraph below the line of the label; nothing when that line goes on (None) or has none below it ("")."""
    if len(draft.paragraphs[0]) > 1:
        return None
    return lines[draft.paragraphs[1][0].line].text if len(draft.paragraphs) > 1 else ""


def _article_head(
    rest: str, following: str | None, *, has_children: bool, custom: _Custom
) -> FoundHeading | None:
    head = custom.form(rest) if custom.form else None
    if head:
        return head
    head = _names_article(rest)
    if head and following is not None:
        # A line that its width broke is as long as the next one: 第二十条 由市专利管理部门查处，市专 / 利管理部门….
        whole = len(following) > 2 * len(rest) and "，" not in rest
        if whole or (has_children and not following):
            return head
    if (
        following == ""
        and has_children
        and (head := headings.stopped_line(rest))
        and headings.is_measure(rest)
    ):
        return head
    head = headings.inline(rest) or headings.colon(rest)
    if head and (
        headings.heads_a_grant(head, rest)
        or (custom.measures and head.style == "inline" and headings.is_measure(rest))
    ):
        return head
    return None


def _take(draft: ClauseDraft, head: FoundHeading) -> None:
    line, start, end = draft.rest or Ref(0, 0, 0)
    draft.headings = [Ref(line, start + head.start, start + head.end)]
    draft.style = head.style
    body = Ref(line, start + head.body, end)
    first = draft.paragraphs[0][1:]
    draft.paragraphs[0] = [body, *first] if body.start < body.end else first
    if not draft.paragraphs[0]:
        del draft.paragraphs[0]
