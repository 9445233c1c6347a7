"""A clause tree as indented text, for reading in a terminal and for comparing in tests."""

from collections.abc import Sequence
from gettext import gettext

from digest.model.document import Clause, Document
from digest.model.problem import Problem
from digest.output.names import kind_name
from digest.output.visible import visible
from digest.output.wrap import shortened, wrapped

_STEP = "  "


def tree(document: Document) -> str:
    """One line a clause (id, kind, lines in the source, label and heading), its text below it after bars. An id has the sign
    with which commands want it (``#3.2``), by which it differs from a printed number.

    ``""`` for a document without clauses; else it ends with a line feed.
    """
    return "".join(line + "\n" for clause in document.clauses for line in _lines(clause))


def outline(document: Document, doubts: Sequence[Problem], width: int) -> str:
    """One line a clause, of at most ``width`` cells: id, label, heading or first words. What is doubtful comes below the
    clause in which its line is, after an exclamation mark.
    """
    starts = [clause.lines[0] for clause in document.clauses]
    below: dict[int, list[Problem]] = {}
    for doubt in doubts:
        at = max((at for at, start in enumerate(starts) if start <= doubt.line), default=0)
        below.setdefault(at, []).append(doubt)
    lines: list[str] = []
    for at, clause in enumerate(document.clauses):
        indent = _STEP * (clause.depth - 1)
        words = " ".join(f"{clause.label or ''} {clause.heading or clause.text}".split())
        lines.append(shortened(f"{indent}#{clause.id}  {visible(words)}".rstrip(), width))
        for doubt in below.get(at, ()):
            first, *rest = wrapped(
                f"L{doubt.line} {doubt.code} {visible(doubt.message)}", width - len(indent) - 4
            )
            lines += [f"{indent}  ! {first}", *(f"{indent}    {each}" for each in rest)]
    return "".join(line + "\n" for line in lines)


def _lines(clause: Clause) -> list[str]:
    indent = _STEP * (clause.depth - 1)
    first, last = clause.lines
    where = f"L{first}" if first == last else f"L{first}-{last}"
    printed = " ".join(filter(None, (clause.label, clause.heading)))
    mark = gettext("(placeholder)") if clause.placeholder else ""
    head = _STEP.join(filter(None, (f"#{clause.id}", kind_name(clause.kind), where, mark, printed)))
    text = clause.text.split("\n") if clause.text else []
    return [indent + visible(head), *(f"{indent}{_STEP}| {visible(line)}" for line in text)]
