"""Step four: lines to drafts. One pass from the first line to the last; nothing is looked at twice
except a few lines ahead, where only the following lines tell a heading from a short paragraph.
"""

from collections import Counter

from digest.model.document import Kind
from digest.parse import front
from digest.parse.broken import joins, previous_finished
from digest.parse.drafts import ClauseDraft, ProblemDraft, Ref, TableRow
from digest.parse.forms import LineForms
from digest.parse.labels import lists_numbers
from digest.parse.lines import Line
from digest.parse.nesting import Nesting
from digest.parse.numbered import read_numbered, starts_clause
from digest.parse.numbers import labels_of
from digest.parse.quotes import quoted_lines
from digest.parse.state import Walk
from digest.parse.unnumbered import read_unnumbered

_LONGEST_FRONT = 40
"""Front matter of a part inside a text has fewer lines than this."""


def walk(lines: list[Line], forms: LineForms) -> Walk:
    """All drafts of a text, in reading order."""
    gaps = Counter(line.gap for line in lines[1:])
    usual_gap = gaps.most_common(1)[0][0] if gaps else 0
    quoted = quoted_lines(lines)
    silent = quoted | {i for i, line in enumerate(lines) if line.table}
    state = Walk(lines, forms, usual_gap=usual_gap, labels=labels_of(lines, silent), quoted=quoted)
    end = len(lines)
    begin = _next_start(state, 0, end)
    _front(state, 0, begin)
    end = front.find_end_matter(lines, begin, forms)
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
    if line.table:
        return _table(state, i, end)
    label = state.labels[i]
    if label and starts_clause(state, i, label):
        read_numbered(state, i, label)
        return i + 1
    if i not in state.quoted and len(line.text) < 80:
        part = _next_part(state, i, end)
        if part > i:
            state.nesting, state.current = Nesting(), -1
            if state.forms.annex(line.text) and _annex_body(state, i, end) == part:
                _annex(state, i)
                i += 1
            _front(state, i, part)
            return part
    read_unnumbered(state, i, end)
    return i + 1


def _table(state: Walk, first: int, end: int) -> int:
    """Give the rows of a table to the open clause; the index of the line below it."""
    number = state.lines[first].table
    rows: list[TableRow] = []
    i = first
    while i < end and (line := state.lines[i]).table == number:
        if line.opens_row or not rows:
            rows.append(TableRow())
        rows[-1] += [Ref(i, a, b) for a, b in line.cells]
        i += 1
    draft = state.drafts[state.current] if state.current >= 0 else state.preamble(first)
    draft.paragraphs += rows
    draft.end = i - 1
    ref = Ref(first, 0, len(state.lines[first].text))
    if state.lines[first].sure:
        values = {"rows": str(len(rows)), "columns": str(len(rows[0]))}
        state.findings.append(ProblemDraft("P109", ref, values))
    else:
        state.findings.append(ProblemDraft("P110", ref, {"lines": str(i - first)}))
    return i


def _next_start(state: Walk, first: int, end: int) -> int:
    """The first line from ``first`` on that starts a numbered clause outside a table of contents."""
    i = first
    lines, forms = state.lines, state.forms
    listing = False
    while i < end:
        text = lines[i].text
        if front.is_contents_mark(text, forms):
            i = front.end_of_contents(lines, i, end) + 1
            continue
        label = state.labels[i]
        if label and not (listing and label.system == "arabic") and not lists_numbers(text[label.skip :]):
            return i
        listing = forms.kind(text) == "attachment_note" or (listing and label is not None)
        i += 1
    return end


def _next_part(state: Walk, i: int, end: int) -> int:
    """The index where a new part's body begins if line ``i`` opens its front matter, else ``i``.

    A part begins with 附件, with a signature and then a title, or with a title and then a first number
    of the system that is open outermost.
    """
    text = state.lines[i].text
    forms = state.forms
    if forms.kind(text) == "attachment":
        return _next_start(state, i + 1, end)
    if forms.annex(text) and (start := _annex_body(state, i, end)):
        return start
    if forms.closes_the_text(text) and (annex := _annex_below(state, i, end)):
        return annex
    if not (forms.closes_a_part(text) or forms.ends_like_a_title(text)) or not previous_finished(state, i):
        return i
    near = min(end, i + _LONGEST_FRONT)
    start = _next_start(state, i, near)
    if start in (i, near):
        return i
    elements = front.read_front(state.lines, i, start, forms)
    if forms.closes_a_part(text):
        return start if any(element.what == "title" for element in elements) else i
    label, outermost = state.labels[start], state.nesting.ancestors()[:1]
    begins_anew = label and label.number == 1 and [label.system] == [entry.system for entry in outermost]
    return start if elements[0].what == "title" and begins_anew else i


def _annex_body(state: Walk, i: int, end: int) -> int | None:
    """Where the body of an annex begins whose mark and title are line ``i``; None for a line of a list of annexes.

    Its numbers begin again at 1; without any it is known by the annex before it.
    """
    near = min(end, i + _LONGEST_FRONT)
    for j in range(i + 1, near):
        text, label = state.lines[j].text, state.labels[j]
        if label:
            return j if label.number == 1 else None
        if state.forms.annex(text) or state.forms.closes_the_text(text):
            return None if j == i + 1 else i + 1 if state.annexes else None
    return i + 1 if state.annexes else None


def _annex_below(state: Walk, i: int, end: int) -> int | None:
    """The line of an annex that follows the list of annexes, the signature and the date from line ``i`` on."""
    for j in range(i, min(end, i + _LONGEST_FRONT)):
        text, label = state.lines[j].text, state.labels[j]
        if j > i and (
            state.forms.kind(text) == "attachment" or (state.forms.annex(text) and _annex_body(state, j, end))
        ):
            return j
        listed = label is not None and label.system == "arabic"
        if not (state.forms.closes_the_text(text) or listed):
            return None
    return None


def _annex(state: Walk, i: int) -> None:
    """The draft of an annex whose mark and title stand on one line."""
    text = state.lines[i].text
    annex = state.forms.annex(text)
    draft = ClauseDraft(Kind.FRONT, "front", state.next_front(), -1, i, i, what="annex")
    if annex:
        draft.label = Ref(i, 0, annex.number_end)
        draft.headings = [Ref(i, annex.title, len(text))]
        draft.style = "own_line"
    state.drafts.append(draft)
    state.annexes += 1


def _front(state: Walk, first: int, last: int) -> None:
    """Drafts for the elements of front matter, numbered through the whole text.

    A table among them is none of these; one without sums and shares is the index of a web page and read line by line.
    """
    i = first
    while i < last:
        end = i
        while end < last and not _is_table_of_figures(state, end, last):
            end += 1
        _elements(state, i, end)
        i = end
        if i < last:
            i = _table(state, i, last)
            state.current = -1


def _elements(state: Walk, first: int, last: int) -> None:
    for element in front.read_front(state.lines, first, last, state.forms):
        kind = Kind.PREAMBLE if element.what == "paragraph" else Kind.FRONT
        draft = ClauseDraft(
            kind, "front", state.next_front(), -1, element.first, element.last, what=element.what
        )
        refs = [Ref(i, 0, len(state.lines[i].text)) for i in range(element.first, element.last + 1)]
        if element.what == "title":
            draft.headings = refs
            draft.style = "own_line"
            if len(refs) > 1:
                state.findings.append(ProblemDraft("P302", refs[0], {"lines": str(len(refs))}))
        else:
            for ref in refs:
                joined = ref.line > element.first and joins(state, ref.line - 1, ref.line)
                if joined and element.what in ("paragraph", "addressee"):
                    draft.paragraphs[-1].append(ref)
                    state.findings.append(ProblemDraft("P101", ref, {}))
                else:
                    draft.paragraphs.append([ref])
        state.drafts.append(draft)


def _is_table_of_figures(state: Walk, i: int, last: int) -> bool:
    """Whether a table begins at a line and holds sums or shares."""
    number = state.lines[i].table
    if not number or (i and state.lines[i - 1].table == number):
        return False
    while i < last and state.lines[i].table == number:
        if any(mark in state.lines[i].text for mark in "元%％"):
            return True
        i += 1
    return False
