"""Problems as plain records, for programs."""

import json
from collections.abc import Sequence
from typing import Any

from digest.model.problem import Problem


def records(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """One mapping a Problem. Line 0 means the file as a whole; columns are code points from 1, the end
    exclusive."""
    return [
        {
            "code": found.code,
            "severity": str(found.severity),
            "path": found.path,
            "line": found.line,
            "column": found.column,
            "end_column": found.end_column,
            "message": found.message,
            "hint": found.hint,
        }
        for found in problems
    ]


def as_json(problems: Sequence[Problem]) -> str:
    """All of them in one JSON list."""
    return json.dumps(records(problems), ensure_ascii=False, indent=2) + "\n"
