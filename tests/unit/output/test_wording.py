"""How messages count: "Comments left out: 1" is right for any number, "1 comments were left out" is not."""

import re

import pytest

from digest.cli.language import speaking
from digest.model.codes import CODES
from digest.output.explain import explain

_COUNTED = re.compile(r"\{(?:count|number|pages|wanted|zh_parts|en_parts)\} [a-z]+s\b|\bPages \{")
_SEVERAL = {"A118", "A139", "I128", "P106", "X112"}
"""A118 names a number; there are always more than one of the pages of a text (A139), and of what pages repeat (P106); I128 and
X112 tell of many."""


def test_no_message_counts_one_as_several() -> None:
    wrong = {code for code, row in CODES.items() if _COUNTED.search(row.message)}
    assert wrong <= _SEVERAL


@pytest.mark.parametrize(
    "name", ["found", "reason", "what", "remedy", "suggestion", "missing", "expected", "trouble"]
)
def test_what_explain_puts_into_a_chinese_message_is_chinese(name: str) -> None:
    """But for words that are the same in every language: names of files and keys, commands, what a machine said."""
    english = re.compile(r"[a-z]+(?: [a-z]+)+")
    said = {code for code, row in CODES.items() if f"{{{name}}}" in f"{row.message}{row.hint}{row.why}"}
    with speaking("zh"):
        texts = {code: re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"", "", explain(code) or "") for code in said}
    wrong = {code: found[0] for code, text in texts.items() if (found := english.search(text))}
    assert wrong == {}
