"""Problems in SARIF 2.1.0, the OASIS standard that code hosts and editors import."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from digest import __version__
from digest.model.codes import CODES
from digest.model.problem import Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Sequence[Problem]) -> str:
    """One run with a rule for each code that was met."""
    codes = sorted({found.code for found in problems})
    run = {
        "tool": {"driver": {"name": "digest", "version": __version__, "rules": [_rule(c) for c in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, codes.index(found.code)) for found in problems],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(code: str) -> dict[str, Any]:
    row = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": row.message},
        "fullDescription": {"text": row.why},
        "defaultConfiguration": {"level": row.severity},
    }


def _result(found: Problem, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": str(found.severity),
        "message": {"text": " ".join(filter(None, (found.message, found.hint)))},
    }
    if found.values:
        result["properties"] = {"values": dict(found.values)}
    if found.path:
        location: dict[str, Any] = {"artifactLocation": {"uri": quote(found.path)}}
        if found.line:
            location["region"] = {
                "startLine": found.line,
                "startColumn": found.column,
                "endColumn": max(found.end_column, found.column),
            }
        result["locations"] = [{"physicalLocation": location}]
    return result
