"""Step four: lines to drafts. One pass from the first line to the last; nothing is looked at twice
except a few lines ahead, where only the following lines tell a heading from a short paragraph.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from digest.model.document import Kind
from digest.parse import front, headings
from digest.parse.drafts import Draft, Finding, Ref
from digest.parse.labels import STATUTE_RANK, Label, read_label
from digest.parse.lines import Cut, Line
from digest.parse.nesting import Nesting, Open

_FINISHED = "。！？；：…”』」】!?;:"
_CLOSING = "，。；、）》”）,;)"
_NOTE = re.compile(r"((?:起草|条文|编制|制定|修订)?说明|备注|注释?)[ \u3000]*[：:][ \u3000]*(?=\S)")
_REFERENCE = re.compile(r"规定|[、，,]|和第|或第|至第|第[^章节条]{1,4}[款项]")
_RUN_IN = re.compile(r"([^。，；：:、！？\s]{2,16})。(?=.{8})")
_LIST_OF_NUMBERS = re.compile(r"[一二三四五六七八九十]{1,2}、")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAF = ("point", "note")
_FULL_LINE = 20
"""A line shorter than this was not broken by the width of a page."""


@dataclass(slots=True)
class Walk:
    """What the pass has made so far. ``usual_gap`` is the number of blank lines between most lines,
    ``headers`` are lines that only repeat the title at the head of a page."""

    lines: list[Line]
    cuts: list[Cut]
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    current: int = -1
    title_lines: set[str] = field(default_factory=set)
    usual_gap: int = 0
    labels: list[Label | None] = field(default_factory=list)
    headers: set[int] = field(default_factory=set)


def walk(lines: list[Line], cuts: list[Cut]) -> Walk:
    """All drafts of a text, in reading order."""
    gaps = Counter(line.gap for line in lines[1:])
    usual_gap = gaps.most_common(1)[0][0] if gaps else 0
    state = Walk(lines, cuts, usual_gap=usual_gap, labels=[read_label(line.text) for line in lines])
    end = len(lines)
    begin = _next_start(lines, 0, end)
    _front(state, 0, begin)
    end = front.find_end_matter(lines, begin)
    i = begin
    while i < end:
        i = _line(state, i, end)
    if end < len(lines):
        state.current = -1
        _front(state, end, len(lines))
    return state


def _line(state: Walk, i: int, end: int) -> int:
    """Deal with line ``i``; the index of the next line to deal with."""
    line = state.lines[i]
    label = state.labels[i]
    if label and _starts_clause(state, i, label):
        _labelled(state, i, label)
        return i + 1
    if len(line.text) < 80:
        part = _next_part(state, i, end)
        if part > i:
            state.nesting, state.current = Nesting(), -1
            _front(state, i, part)
            return part
    _unlabelled(state, i, end)
    return i + 1


# --- front matter and further parts ---------------------------------------------------------


def _next_start(lines: list[Line], first: int, end: int) -> int:
    """The first line from ``first`` on that starts a numbered clause outside a table of contents."""
    i = first
    listing = False
    while i < end:
        text = lines[i].text
        if front.is_contents_mark(text):
            i = front.read_front(lines, i, end)[0].last + 1
            continue
        label = read_label(text)
        if (
            label
            and not (listing and label.system == "arabic")
            and not _LIST_OF_NUMBERS.match(text[label.skip :])
        ):
            return i
        listing = front.is_attachment_note(text) or (listing and label is not None)
        i += 1
    return end


def _next_part(state: Walk, i: int, end: int) -> int:
    """The index where a new part's body begins if line ``i`` opens its front matter, else ``i``."""
    text = state.lines[i].text
    if front.is_attachment_mark(text):
        return _next_start(state.lines, i + 1, end)
    if not front.closes_a_part(text) or not _previous_finished(state, i):
        return i
    start = _next_start(state.lines, i, min(end, i + 40))
    elements = front.read_front(state.lines, i, start)
    return start if start < min(end, i + 40) and any(e.what == "title" for e in elements) else i


def _front(state: Walk, first: int, last: int) -> None:
    """Drafts for the elements of front matter, numbered through the whole text."""
    number = sum(draft.system == "front" for draft in state.drafts)
    for element in front.read_front(state.lines, first, last):
        number += 1
        kind = Kind.PREAMBLE if element.what == "paragraph" else Kind.FRONT
        draft = Draft(kind, "front", number, -1, element.first, element.last, what=element.what)
        refs = [Ref(i, 0, len(state.lines[i].text)) for i in range(element.first, element.last + 1)]
        if element.what == "title":
            draft.headings = refs
            draft.style = "own_line"
            state.title_lines.update(state.lines[ref.line].text for ref in refs)
            if len(refs) > 1:
                state.findings.append(Finding("P302", refs[0], {"lines": str(len(refs))}))
        else:
            for ref in refs:
                joined = ref.line > element.first and _joins(state, ref.line - 1, ref.line)
                if joined and element.what in ("paragraph", "addressee"):
                    draft.paragraphs[-1].append(ref)
                    state.findings.append(Finding("P101", ref, {}))
                else:
                    draft.paragraphs.append([ref])
        state.drafts.append(draft)


# --- numbered clauses -----------------------------------------------------------------------


def _starts_clause(state: Walk, i: int, label: Label) -> bool:
    """Whether a label at a line's start is one, and not a number inside a broken sentence."""
    line = state.lines[i]
    if line.glued or label.system in ("dash", "box"):
        return True
    rest = line.text[label.length :]
    expected = state.nesting.expected(label.system)
    continues = label.number in (expected, state.nesting.last(label.system) + 1)
    if label.system in STATUTE_RANK:
        return continues or not (
            _REFERENCE.match(rest) or (not _previous_finished(state, i) and line.gap == 0)
        )
    if _LIST_OF_NUMBERS.match(rest.lstrip()):
        return continues
    return continues or label.number == 1 or _previous_finished(state, i)


def _labelled(state: Walk, i: int, label: Label) -> None:
    line, nesting = state.lines[i], state.nesting
    nesting.close(*_LEAF)
    if label.system == "box":
        nesting.close_to(_holder_of_box(state))
        parent, finding, expected = nesting.top, None, 0
    elif label.system == "dash":
        parent, finding, expected = nesting.top, None, 0
    else:
        parent, finding, expected = nesting.place(label, bare=_is_bare(state))
    draft = Draft(_kind(state, label, parent), label.system, label.number, parent, i, i, branch=label.branch)
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
        state.findings.append(Finding(_SEQUENCE[finding], draft.label, {**values, "expected": str(expected)}))
    if label.confusable:
        state.findings.append(Finding("P207", draft.label, values))
    if line.glued:
        state.findings.append(Finding("P102", draft.label, values))


_SEQUENCE = {"gap": "P201", "repeat": "P202", "back": "P203", "late": "P205"}


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
        if draft.kind in (Kind.ITEM, Kind.HEADING, Kind.POINT) and _has_body(draft):
            continue
        return entry.draft
    return -1


def _has_body(draft: Draft) -> bool:
    return bool(draft.paragraphs)


# --- lines without a number -----------------------------------------------------------------


def _unlabelled(state: Walk, i: int, end: int) -> None:
    line = state.lines[i]
    if line.text in state.title_lines and not _previous_finished(state, i):
        state.cuts.append(Cut(line.start, line.end, "page"))
        state.headers.add(i)
        return
    note = _NOTE.match(line.text)
    if note and state.drafts:
        _open_leaf(state, i, "note", Kind.NOTE, Ref(i, 0, note.end(1)), note.end())
        return
    if _joins_current(state, i):
        state.drafts[state.current].paragraphs[-1].append(Ref(i, 0, len(line.text)))
        state.drafts[state.current].end = i
        state.findings.append(Finding("P101", Ref(i, 0, len(line.text)), {}))
        return
    if _is_heading(state, i, end):
        _heading(state, i, end)
        return
    if _is_point(state, i, end):
        _open_leaf(state, i, "point", _entry_or_point(state), None, 0)
        return
    _paragraph(state, i)


def _paragraph(state: Walk, i: int) -> None:
    ref = Ref(i, 0, len(state.lines[i].text))
    if state.current < 0:
        number = sum(draft.system == "front" for draft in state.drafts) + 1
        state.drafts.append(Draft(Kind.PREAMBLE, "front", number, -1, i, i, what="paragraph"))
        state.current = len(state.drafts) - 1
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
    state.nesting.close(*_LEAF)
    draft = Draft(kind, system, 0, state.nesting.top, i, i)
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
    if _in_article(state):
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
    if len(text) > 30 or text[-1] in headings.END or not _previous_finished(state, i) or i + 1 >= end:
        return False
    if len(_HAN.findall(text)) < max(2, len(text) // 2) or "  " in text or "\t" in text:
        return False
    following = state.lines[i + 1]
    if not headings.names_something(text):
        return False
    label = state.labels[i + 1]
    if label and label.system != "dash":
        return True
    return len(following.text) > len(text) and (following.text[-1] in _FINISHED or len(following.text) > 30)


def _heading(state: Walk, i: int, end: int) -> None:
    nesting = state.nesting
    lost = _lost_before(state, i, end)
    draft = Draft(Kind.HEADING, "unnumbered", 0, -1, i, i)
    draft.headings = [Ref(i, 0, len(state.lines[i].text))]
    draft.style = "own_line"
    index = len(state.drafts)
    if lost:
        nesting.count_lost(lost, index)
        ancestors = nesting.ancestors()
        draft.parent = ancestors[-2].draft if len(ancestors) > 1 else -1
        expected = str(lost.number + 1)
        state.findings.append(
            Finding("P204", draft.headings[0], {"heading": state.lines[i].text, "expected": expected})
        )
    else:
        label_after = state.labels[i + 1]
        if label_after and label_after.system in STATUTE_RANK:
            nesting.close_statute(label_after.system)
        nesting.close(*_LEAF, "unnumbered")
        draft.parent = nesting.top
        nesting.open_unnumbered("unnumbered", index)
    state.drafts.append(draft)
    state.current = index


def _lost_before(state: Walk, i: int, end: int) -> Open | None:
    """The open clause after which a heading stands that has lost its number, as a later label shows.

    Articles count through all chapters, so they show nothing; neither does a sequence that began
    anew after the heading.
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


# --- broken lines ---------------------------------------------------------------------------


def _joins_current(state: Walk, i: int) -> bool:
    """Whether line ``i`` goes on with the paragraph that ends in the line before."""
    if state.current < 0:
        return False
    draft = state.drafts[state.current]
    before = i - 1
    while before in state.headers:
        before -= 1
    if not draft.paragraphs or draft.paragraphs[-1][-1].line != before:
        return False
    if draft.rest and draft.rest.line == before:
        rest = state.lines[before].text[draft.rest.start :]
        closing = state.lines[i].text[0] in _CLOSING
        if draft.system in ("part", "title", "section"):
            return False
        in_list = draft.kind is Kind.ITEM and len(rest) >= _FULL_LINE and _in_article(state)
        if headings.own_line(rest) and not closing and not in_list:
            return False
    return _joins(state, before, i)


def _joins(state: Walk, before: int, i: int) -> bool:
    previous, line = state.lines[before].text, state.lines[i]
    if previous[-1] in _FINISHED:
        return False
    if previous[-1] in "，、,（(《" or line.text[0] in _CLOSING:
        return True
    if previous[-1] in "）)" or len(previous) < _FULL_LINE:
        return False
    indented = line.indent >= 2 and line.indent >= state.lines[before].indent
    return line.gap <= state.usual_gap and not indented


def _in_article(state: Walk) -> bool:
    return any(entry.system == "article" for entry in state.nesting.ancestors())


def _previous_finished(state: Walk, i: int) -> bool:
    """Whether the text before line ``i`` has come to an end (a full stop, a heading, a bracket)."""
    if state.current < 0 or i == 0:
        return True
    draft = state.drafts[state.current]
    if not draft.paragraphs:
        return True
    ref = draft.paragraphs[-1][-1]
    text = state.lines[ref.line].text
    if text[-1] in _FINISHED or text[-1] in "）)":
        return True
    return draft.rest == ref and headings.own_line(text[ref.start :]) is not None
