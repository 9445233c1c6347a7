"""Values as TOML writes them, whatever they hold: nothing in a text ends its string."""

import json
import re

from digest.regex import regex


def quoted(value: object) -> str:
    """A TOML basic string, or a list of them. JSON's escapes are a part of TOML's.

    TOML wants DEL escaped, too. What would not show, or would turn the line around, is escaped so that people see it.
    """
    return _HIDDEN.sub(_escaped, json.dumps(value, ensure_ascii=False))


_HIDDEN = regex("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
