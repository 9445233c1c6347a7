"""What is added to the text of changes.toml: a block an entry, a line a clause, so that a diff shows what came."""

from collections.abc import Iterator
from typing import Any

from digest.model.changes import Log
from digest.publish.toml import quoted

_HEAD = """\
# What was published on which day, oldest first. The feeds and the page of changes are made from it. `digest publish`
# adds to the end; nothing is ever removed. `before` and `after` are the first 8 digits of the SHA-256 sum of a
# clause's heading and text; ids.toml keeps the wording. [[earlier]] is the state before a policy was first logged, [[place]] a
# place that has a feed. `tag` begins the id of every feed entry. It never changes, even if the site moves.
"""


def log_addition(before: Log, now: Log) -> str:
    """What the file gets, which said ``before`` and shall say ``now``; empty where nothing came. What it holds already
    is left as people have it."""
    head = "" if before.tag else f"{_HEAD}\ntag = {quoted(now.tag)}\n"
    blocks = [
        *(_block("earlier", each._asdict()) for each in now.earlier[len(before.earlier) :]),
        *(_block("place", {"code": each.code, **each.names}) for each in now.places[len(before.places) :]),
        *(
            _block(
                "change",
                {
                    "day": each.day,
                    "policy": each.policy,
                    "kind": each.kind,
                    "replaces": each.replaces,
                    "clauses": [change._asdict() for change in each.clauses],
                },
            )
            for each in now.changes[len(before.changes) :]
        ),
    ]
    return head + "".join(blocks)


def _block(name: str, row: dict[str, Any]) -> str:
    """A table of what there is."""
    return "\n".join(["", f"[[{name}]]", *_lines(row)]) + "\n"


def _lines(row: dict[str, Any]) -> Iterator[str]:
    for key, value in row.items():
        if value is True:
            yield f"{key} = true"
        elif isinstance(value, list) and value:
            yield f"{key} = ["
            for each in value:
                yield (
                    "  { "
                    + ", ".join(f"{name} = {quoted(value)}" for name, value in each.items() if value)
                    + " },"
                )
            yield "]"
        elif value:
            yield f"{key} = {quoted(value)}"
