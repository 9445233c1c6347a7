"""The parser on text cases: trees and reports."""

import pytest

from digest.model.document import Clause
from digest.model.problem import Problem
from parsing import parsed
from text_cases import Case, read_cases

TREES = [*read_cases("parse/levels"), *read_cases("parse/parts"), *read_cases("parse/tables")]
REPORTS = read_cases("parse/problems")


@pytest.mark.parametrize("case", TREES, ids=lambda case: case.title)
def test_tree(case: Case) -> None:
    document, _ = parsed(case.text)
    assert [_shown(clause) for clause in document.clauses] == case.expected


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case.title)
def test_problems(case: Case) -> None:
    _, problems = parsed(case.text)
    assert sorted(_said(found) for found in problems) == sorted(case.expected)


def _shown(clause: Clause) -> str:
    text = f"“{clause.text.translate(_SHOWN)}”" if clause.text else None
    return " ".join(filter(None, (clause.id, clause.kind, clause.heading, text)))


_SHOWN = {ord("\n"): "⏎", ord("\t"): "⇥"}
_TELLING = ("label", "heading", "stated", "characters", "printed", "rows", "lines")


def _said(found: Problem) -> str:
    values = dict(found.values)
    telling = next((values[name] for name in _TELLING if name in values), None)
    if found.code in {"P103", "P104"}:
        telling = values["text"]
    return " ".join(filter(None, (found.code, f"{found.line}:{found.column}", telling)))
