"""Problems as plain records, for programs."""

import json
from collections.abc import Sequence
from typing import Any

from digest.model.problem import Problem


def records(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """One mapping per Problem. Line 0 means the file as a whole; columns are code points from 1, the end
    exclusive. ``values`` are the texts that the message names, by their names in ``codes.CODES``."""
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
            "values": dict(found.values),
        }
        for found in problems
    ]


def as_json(problems: Sequence[Problem]) -> str:
    """All of them in one JSON list."""
    return json.dumps(records(problems), ensure_ascii=False, indent=2) + "\n"
