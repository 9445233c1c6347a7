"""The ledger as the text of ids.toml: one line an id, so that a diff shows what changed."""

import json

from digest.model.ledger import Ledger

_HEAD = """\
# Every clause id this policy was ever published with, and the SHA-256 of its text (newest last).
# Written by `digest build`; report writers rely on it. Only [aliases] and [tombstones] are for people:
# an id whose clause moved leads to the new id, an id whose clause is gone says why.
"""


def ledger_toml(ledger: Ledger) -> str:
    """The file; the ids stand in the order of the text, those without a clause at the end."""
    lines = [_HEAD, "[clauses]"]
    lines += [f"{_quoted(name)} = {_list(hashes)}" for name, hashes in ledger.clauses.items()]
    for title, table in (("aliases", ledger.aliases), ("tombstones", ledger.tombstones)):
        lines += ["", f"[{title}]", *(f"{_quoted(name)} = {_quoted(value)}" for name, value in table.items())]
    return "\n".join(lines) + "\n"


def _list(hashes: tuple[str, ...]) -> str:
    return "[" + ", ".join(_quoted(digest) for digest in hashes) + "]"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)
