"""Problems as workflow commands: GitHub shows them beside the lines of a change.

Format: "Workflow commands for GitHub Actions", setting an error, warning or notice message. Properties that GitHub
does not know are passed over; ``values.<name>`` are for programs that read the same lines.
"""

from collections.abc import Mapping, Sequence

from digest.model.problem import Problem, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {ord(":"): "%3A", ord(","): "%2C"}


def github(problems: Sequence[Problem]) -> str:
    """One workflow command per line."""
    return "".join(_command(found) + "\n" for found in problems)


def _command(found: Problem) -> str:
    properties = {"title": found.code}
    if found.path:
        properties = {"file": found.path, **_position(found), **properties}
    properties |= {f"values.{name}": value for name, value in found.values if value}
    listed = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    message = " ".join(filter(None, (found.message, found.hint)))
    return f"::{_LEVEL[found.severity]} {listed}::{_escaped(message, _IN_MESSAGE)}"


def _position(found: Problem) -> dict[str, str]:
    """Columns count characters from 1; the last one is inside the mark."""
    if not found.line:
        return {}
    last = max(found.end_column - 1, found.column)
    return {"line": str(found.line), "col": str(found.column), "endColumn": str(last)}


def _escaped(text: str, table: Mapping[int, str]) -> str:
    return text.translate(table)
