"""Lines without a number: paragraphs, headings, run-in points, notes, running headers."""

import re

from digest.model.document import Kind
from digest.parse import headings
from digest.parse.broken import FINISHED, in_article, joins_current, previous_finished
from digest.parse.drafts import ClauseDraft, ProblemDraft, Ref
from digest.parse.labels import STATUTE_RANK, Label
from digest.parse.nesting import LEAVES, Open
from digest.parse.state import Walk
from digest.regex import regex

_NOTE = regex(r"((?:起草|条文|编制|制定|修订)?说明|备注|注释?)[ \u3000]*[：:][ \u3000]*(?=\S)")
_RUN_IN = regex(r"([^。，；：:、！？\s]{2,16})。(?=.{8})")
_SPACED_OUT = regex(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){1,4}")
_CLOSES = regex(r"附\s*则")
_HAN = regex(r"[\u4e00-\u9fff]")


def read_unnumbered(state: Walk, i: int, end: int) -> None:
    """Give line ``i`` to the clause it belongs to, or open the clause it begins."""
    line = state.lines[i]
    note = _NOTE.match(line.text)
    if note and state.drafts:
        _open_leaf(state, i, "note", Kind.NOTE, Ref(i, 0, note.end(1)), note.end())
        return
    if joins_current(state, i):
        state.drafts[state.current].paragraphs[-1].append(Ref(i, 0, len(line.text)))
        state.drafts[state.current].end = i
        state.findings.append(ProblemDraft("P101", Ref(i, 0, len(line.text)), {}))
        return
    if _is_label_only(state) or i in state.quoted:
        _paragraph(state, i)
        return
    if _is_heading(state, i, end):
        _heading(state, i, end)
        return
    if _is_point(state, i, end):
        _open_leaf(state, i, "point", _entry_or_point(state), None, 0)
        return
    _paragraph(state, i)


def _is_label_only(state: Walk) -> bool:
    """Whether the clause before is a bare number yet: this line is its heading or text."""
    draft = state.drafts[state.current] if state.current >= 0 else None
    return draft is not None and draft.label is not None and not draft.paragraphs


def _paragraph(state: Walk, i: int) -> None:
    ref = Ref(i, 0, len(state.lines[i].text))
    if state.current < 0:
        state.preamble(i)
    _leave_list(state)
    draft = state.drafts[state.current]
    draft.paragraphs.append([ref])
    draft.end = i


def _leave_list(state: Walk) -> None:
    """After the items of a list in an article, a paragraph (款) is the article's again."""
    draft = state.drafts[state.current]
    articles = [entry.draft for entry in state.nesting.ancestors() if entry.system == "article"]
    if not articles or draft.kind is not Kind.ITEM or draft.rest is None:
        return
    line, start, end = draft.rest
    rest = state.lines[line].text[start:end]
    # An item that ends with a semicolon is not the last one: what follows has lost its number.
    if rest.endswith("。") and not (headings.inline(rest) or headings.colon(rest)):
        state.nesting.close_to(articles[-1])
        state.current = articles[-1]


def _open_leaf(state: Walk, i: int, system: str, kind: Kind, label: Ref | None, at: int) -> None:
    """A note or run-in point below the innermost numbered clause."""
    state.nesting.close(*LEAVES)
    draft = ClauseDraft(kind, system, 0, state.nesting.top, i, i)
    draft.label = label
    draft.rest = Ref(i, at, len(state.lines[i].text))
    draft.paragraphs.append([draft.rest])
    state.drafts.append(draft)
    state.current = len(state.drafts) - 1
    state.nesting.open_unnumbered(system, state.current)


def _entry_or_point(state: Walk) -> Kind:
    open_systems = [entry.system for entry in state.nesting.ancestors()]
    return Kind.ENTRY if "box" in open_systems else Kind.POINT


def _is_point(state: Walk, i: int, end: int) -> bool:
    """A paragraph with a run-in name (青岛。打造…), where its neighbours have one, too, or in a box."""
    if not _names_point(state.lines[i].text) or state.current < 0:
        return False
    if in_article(state):
        return False
    systems = [entry.system for entry in state.nesting.ancestors()]
    if "box" in systems or state.drafts[state.current].system == "point":
        return True
    following = range(i + 1, min(i + 4, end))
    return any(_names_point(state.lines[j].text) and not state.labels[j] for j in following)


def _names_point(text: str) -> bool:
    match = _RUN_IN.match(text)
    return match is not None and headings.names_something(match[1])


def _is_heading(state: Walk, i: int, end: int) -> bool:
    """A short line without a closing mark, after a finished paragraph and before a longer one."""
    text = state.lines[i].text
    if (
        len(text) > 30
        or text[-1] in headings.END
        or text[0] in '“「『"'
        or not previous_finished(state, i)
        or i + 1 >= end
    ):
        return False
    if _SPACED_OUT.fullmatch(text):  # 附  则
        text = "".join(text.split())
    if len(_HAN.findall(text)) < max(2, len(text) // 2) or re.search(r"  |[\t：:]", text):
        return False
    following = state.lines[i + 1]
    if not headings.names_something(text):
        return False
    label = state.labels[i + 1]
    if label and label.system != "dash":
        return True
    return len(following.text) > len(text) and (following.text[-1] in FINISHED or len(following.text) > 30)


def _heading(state: Walk, i: int, end: int) -> None:
    nesting = state.nesting
    label_after = state.labels[i + 1]
    if _CLOSES.fullmatch(state.lines[i].text) and not (label_after and _continues(state, label_after)):
        nesting.close_to(next((entry.draft for entry in nesting.ancestors() if entry.system == "part"), -1))
    lost = _lost_before(state, i, end)
    draft = ClauseDraft(Kind.HEADING, "unnumbered", 0, -1, i, i)
    draft.headings = [Ref(i, 0, len(state.lines[i].text))]
    draft.style = "own_line"
    index = len(state.drafts)
    if lost:
        nesting.count_lost(lost, index)
        ancestors = nesting.ancestors()
        draft.parent = ancestors[-2].draft if len(ancestors) > 1 else -1
        expected = str(lost.number + 1)
        state.findings.append(
            ProblemDraft("P204", draft.headings[0], {"heading": state.lines[i].text, "expected": expected})
        )
    else:
        if label_after and label_after.system in STATUTE_RANK:
            nesting.close_statute(label_after.system)
            # A chapter that has articles of its own is not divided by a heading: this is the next one.
            if nesting.top != state.current:
                nesting.close_one("title", "section")
        elif in_article(state):  # articles hold no headings
            nesting.close_statute("article")
        elif label_after and label_after.number in (1, nesting.expected(label_after.system)):
            nesting.close_sequence(label_after.system)
        nesting.close(*LEAVES, "unnumbered")
        draft.parent = nesting.top
        nesting.open_unnumbered("unnumbered", index)
    state.drafts.append(draft)
    state.current = index


def _continues(state: Walk, label: Label) -> bool:
    """Whether a label goes on with a sequence of items that began above."""
    return label.system not in STATUTE_RANK and 1 < label.number == state.nesting.expected(label.system)


def _lost_before(state: Walk, i: int, end: int) -> Open | None:
    """The open clause after which a heading stands that has lost its number, as a later label shows.

    Articles count through all chapters, so they show nothing; neither does a sequence that began
    again after the heading.
    """
    begun_anew = {"article"}
    for j in range(i + 1, min(i + 600, end)):
        label = state.labels[j]
        if not label or label.system in begun_anew or label.system in ("dash", "box"):
            continue
        expected = state.nesting.expected(label.system)
        if label.number == 1 or not expected:
            begun_anew.add(label.system)
        elif label.number > expected:
            return state.nesting.innermost(label.system)
        else:
            return None
    return None
