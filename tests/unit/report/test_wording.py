"""How messages count: "Comments left out: 1" is right for any number, "1 comments were left out" is not."""

import re

from digest.model.codes import CODES

_COUNTED = re.compile(r"\{(?:count|number|pages|wanted|zh_parts|en_parts)\} [a-z]+s\b|\bPages \{")
_SEVERAL = {"A118", "A139", "P106"}
"""A118 names a number; there are always more than one of the pages of a text (A139), and of what pages repeat (P106)."""


def test_no_message_counts_one_as_several() -> None:
    wrong = {code for code, row in CODES.items() if _COUNTED.search(row.message)}
    assert wrong <= _SEVERAL
