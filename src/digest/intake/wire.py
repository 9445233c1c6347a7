"""What a reader found, as JSON: the way from the process that reads a file from strangers to the one that asked."""

import json
from typing import Any

from digest.model.codes import CODES
from digest.model.intake import Clue, ReadFile, ReceivedWords, TextChange
from digest.model.problem import Problem

_PROBLEM = (str, str, int, int, int, str, list, int)


def to_json(found: ReadFile) -> bytes:
    """All of it; ``from_json`` gives the same value again."""
    problems = [
        (
            each.code,
            each.path,
            each.line,
            each.column,
            each.end_column,
            each.source_line,
            each.values,
            each.source_column,
        )
        for each in found.problems
    ]
    return json.dumps({"taken": found.taken, "problems": problems}, ensure_ascii=True).encode()


def from_json(data: bytes) -> ReadFile:
    """The value that ``to_json`` wrote. Raises ValueError for anything else: a reader that a hostile file has taken over
    could write what it likes."""
    answer = json.loads(data)
    if not isinstance(answer, dict) or set(answer) != {"taken", "problems"}:
        raise ValueError("no answer of a reader")
    problems = tuple(_problem(row) for row in _rows(answer["problems"], _PROBLEM))
    return ReadFile(None if answer["taken"] is None else _taken(answer["taken"]), problems)


def _taken(answer: Any) -> ReceivedWords:
    ((kind, text, clues, changes),) = _rows([answer], (str, str, list, list))
    return ReceivedWords(
        kind,
        text,
        tuple(Clue(*row) for row in _rows(clues, (str, str, str))),
        tuple(TextChange(*row) for row in _rows(changes, (int, str, str, str))),
    )


def _problem(row: list[Any]) -> Problem:
    code, path, line, column, end_column, source_line, values, source_column = row
    if code not in CODES:
        raise ValueError("an unknown code")
    pairs = tuple((name, value) for name, value in _rows(values, (str, str)))
    return Problem(code, path, line, column, end_column, source_line, pairs, source_column)


def _rows(answer: Any, types: tuple[type, ...]) -> list[list[Any]]:
    """Rows of values of these types."""
    if not isinstance(answer, list) or any(
        not isinstance(row, list)
        or len(row) != len(types)
        or any(type(value) is not kind for value, kind in zip(row, types, strict=True))
        for row in answer
    ):
        raise ValueError("values of other types")
    return answer
