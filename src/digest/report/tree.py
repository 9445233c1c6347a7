"""A clause tree as indented text, for reading in a terminal and for comparing in tests."""

from digest.model.document import Clause, Document
from digest.report.visible import visible

_STEP = "  "


def tree(document: Document) -> str:
    """One line a clause (id, kind, lines in the source, label and heading), its text below it after bars.

    ``""`` for a document without clauses; else it ends with a line feed.
    """
    return "".join(line + "\n" for clause in document.clauses for line in _lines(clause))


def _lines(clause: Clause) -> list[str]:
    indent = _STEP * (clause.depth - 1)
    first, last = clause.lines
    where = f"L{first}" if first == last else f"L{first}-{last}"
    printed = " ".join(filter(None, (clause.label, clause.heading)))
    mark = "(placeholder)" if clause.placeholder else ""
    head = _STEP.join(filter(None, (clause.id, clause.kind, where, mark, printed)))
    text = clause.text.split("\n") if clause.text else []
    return [indent + visible(head), *(f"{indent}{_STEP}| {visible(line)}" for line in text)]
