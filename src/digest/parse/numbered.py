"""Lines that begin with a number: whether they begin a clause, and which."""

from digest.model.document import Kind
from digest.parse import headings
from digest.parse.broken import previous_finished
from digest.parse.drafts import ClauseDraft, ProblemDraft, Ref
from digest.parse.labels import STATUTE_RANK, Label, lists_numbers
from digest.parse.nesting import LEAVES
from digest.parse.references import refers
from digest.parse.state import Walk

_NEAR = 40
_SEQUENCE = {"gap": "P201", "repeat": "P202", "back": "P203", "late": "P205"}


def starts_clause(state: Walk, i: int, label: Label) -> bool:
    """Whether a label at a line's start is one, and not a number inside a broken sentence."""
    line = state.lines[i]
    if line.glued or label.system in ("dash", "box"):
        return True
    expected = state.nesting.expected(label.system)
    continues = label.number in (expected, state.nesting.last(label.system) + 1)
    if label.system in STATUTE_RANK:
        if refers(line.text, label) is None:
            return continues and not _stands_below(state, i, label)
        return continues or previous_finished(state, i) or line.gap > 0
    if lists_numbers(line.text[label.length :].lstrip()):
        return continues
    return continues or label.number == 1 or previous_finished(state, i)


def _stands_below(state: Walk, i: int, label: Label) -> bool:
    """Whether the clause of a number stands a few lines below."""
    key = (label.system, label.number, label.branch)
    return any(
        below and below[:3] == key and refers(state.lines[j].text, below) is False
        for j, below in enumerate(state.labels[i + 1 : i + 1 + _NEAR], i + 1)
    )


def read_numbered(state: Walk, i: int, label: Label) -> None:
    """Open the clause that line ``i`` begins with its label."""
    line, nesting = state.lines[i], state.nesting
    nesting.close(*LEAVES)
    if label.system == "box":
        nesting.close_to(_holder_of_box(state))
        parent, finding, expected = nesting.top, None, 0
    elif label.system == "dash":
        parent, finding, expected = nesting.top, None, 0
    else:
        parent, finding, expected = nesting.place(label, bare=_is_bare(state))
    draft = ClauseDraft(
        _kind(state, label, parent), label.system, label.number, parent, i, i, branch=label.branch
    )
    draft.label = Ref(i, 0, label.length)
    draft.rest = Ref(i, label.skip, len(line.text))
    if label.skip < len(line.text):
        draft.paragraphs.append([draft.rest])
    state.drafts.append(draft)
    state.current = len(state.drafts) - 1
    if label.system == "dash":
        nesting.open_unnumbered("point", state.current)
    else:
        nesting.open(label, state.current)
    values = {"label": line.text[: label.length]}
    if finding:
        state.findings.append(
            ProblemDraft(_SEQUENCE[finding], draft.label, {**values, "expected": str(expected)})
        )
    if label.confusable:
        state.findings.append(ProblemDraft("P207", draft.label, values))
    if label.odd:
        state.findings.append(ProblemDraft("P208", draft.label, values))
    if line.glued:
        state.findings.append(ProblemDraft("P102", draft.label, values))


def _is_bare(state: Walk) -> bool:
    """Whether the clause above is a heading on its own line with nothing below it yet."""
    if state.current < 0:
        return False
    draft = state.drafts[state.current]
    if draft.rest is None or draft.paragraphs != [[draft.rest]]:
        return draft.system == "unnumbered" and not draft.paragraphs
    line, start, end = draft.rest
    return headings.own_line(state.lines[line].text[start:end]) is not None


def _kind(state: Walk, label: Label, parent: int) -> Kind:
    fixed = {
        "part": Kind.CHAPTER,
        "title": Kind.CHAPTER,
        "section": Kind.SECTION,
        "article": Kind.ARTICLE,
        "box": Kind.BOX,
        "dash": Kind.POINT,
    }.get(label.system)
    if fixed:
        return fixed
    systems = {entry.system for entry in state.nesting.ancestors()}
    if "box" in systems:
        return Kind.ENTRY
    if "article" in systems:
        return Kind.ITEM
    above = state.drafts[parent].kind if parent >= 0 else None
    if label.system == "han" and above in (None, Kind.HEADING):
        return Kind.CHAPTER
    if label.system in ("han", "han_paren") and above in (None, Kind.CHAPTER, Kind.HEADING):
        return Kind.SECTION
    return Kind.ITEM


def _holder_of_box(state: Walk) -> int:
    """A box stands in the section: beside the numbered item before it, not inside."""
    for entry in reversed(state.nesting.ancestors()):
        draft = state.drafts[entry.draft]
        if entry.system == "box":
            continue
        if draft.kind in (Kind.ITEM, Kind.HEADING, Kind.POINT) and draft.paragraphs:
            continue
        return entry.draft
    return -1
