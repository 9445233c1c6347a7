"""Texts that are written in a format: a web page, RTF, JSON. Read as a policy, their signs would be published as law.

``FORMATS`` is the ordered table: each row is a format by the way its files begin. A page that was cut at its head has
no beginning to know it by; its tags give it away.
"""

import re
from typing import NamedTuple

from digest.regex import regex


class Format(NamedTuple):
    """``begins`` matches at the first character that is not white space; ``words`` names the format in a message."""

    words: str
    begins: re.Pattern[str]


FORMATS = (
    Format("an RTF file", regex(r"\{\\rtf")),
    Format("a saved web page (MHTML)", regex(r"(?:From: <Saved by|MIME-Version:)", re.IGNORECASE)),
    Format("an XML file", regex(r"<\?xml(?![^>]{0,200}\?>\s*<(?:!doctype )?html)", re.IGNORECASE)),
    Format(
        "an HTML page",
        regex(r"<(?:\?xml|!doctype\s|!--|(?:html|head|body|meta|title|script|div|table)\b)", re.IGNORECASE),
    ),
    # A line of objects (JSON Lines) and a dictionary as Python prints it begin alike.
    Format(
        "a JSON file",
        regex(r"\{\s*[\"'][^\"'\n]{0,80}[\"']\s*:|\[\s*(?:\{\s*[\"']|\[|\"[^\"\n]*\"\s*[,\]])"),
    ),
    Format("a TeX file", regex(r"\\documentclass|\\begin\{document\}")),
)

_CLOSING_TAG = regex(r"</(?:p|div|span|td|tr|table|li|ul|body|html|strong|font|a|h[1-6])>", re.IGNORECASE)
_FEW_TAGS = 3
"""So many closing tags may be the residue of a copy; a page has them by the line."""


def format_of(text: str) -> str | None:
    """What a text is when it is no plain text, in the words of ``FORMATS``; None for plain text.

    >>> format_of("<p>第一条 为了规范管理，</p><p>制定</p><p>本办法。</p><p>第二条</p>")
    'an HTML page'
    >>> format_of("[bookmark: _GoBack]第一条 本办法所称<企业>，是指")
    """
    first = len(text) - len(text.lstrip("\ufeff \t\r\n\f\u3000\xa0\u200b"))
    for each in FORMATS:
        if each.begins.match(text, first):
            return each.words
    tags = sum(1 for _ in zip(_CLOSING_TAG.finditer(text), range(_FEW_TAGS + 1), strict=False))
    return "an HTML page" if tags > _FEW_TAGS else None
