"""From the bytes of a saved page to its characters: by byte order mark, by what it declares and strict decoding. Nothing is guessed."""

import re
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from digest.model.problem import Problem, Severity, problem
from digest.read.source import decode
from digest.regex import regex

_HEAD = 4096
"""So many bytes of a page are searched for its declaration; HTML allows 1,024."""
_DECLARED = regex(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,20})""", re.IGNORECASE)
_ARCHIVE = regex(
    rb"\s*(?:From: |MIME-Version:|Snapshot-Content-Location:|Content-Type: multipart/)", re.IGNORECASE
)
_HAN = regex(r"[\u3400-\u9fff]")
_GB = ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936", "euc-cn", "chinese")
_TRADITIONAL = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "cp950": "cp950"}


class PageText(NamedTuple):
    """The characters of a page, or None with the reasons; ``address`` is where an archive says it is from."""

    text: str | None
    address: str
    problems: tuple[Problem, ...]


def decode_page(data: bytes, name: str) -> PageText:
    """A page, or the page inside a web archive.

    GB2312 and GBK are parts of GB18030. What a page declares is believed where its bytes do not say otherwise: what is
    UTF-8 from end to end and holds Chinese is UTF-8. Problems: the errors of ``decode``; R004 also where Big5 is declared and
    the bytes are none.
    """
    declared, address = "", ""
    if _ARCHIVE.match(data):
        data, declared, address = _page_of_archive(data)
    if not declared and (found := _DECLARED.search(data[:_HEAD])):
        declared = found[1].decode("ascii").lower()
    decoded = decode(name, data)
    if decoded.source and not (declared in _GB and not _HAN.search(decoded.source.text)):
        if decoded.source.encoding != "gb18030" or declared not in _TRADITIONAL:
            return PageText(decoded.source.text, address, ())
    elif not decoded.source and declared not in _TRADITIONAL:
        return PageText(
            None, address, tuple(each for each in decoded.problems if each.severity is Severity.ERROR)
        )
    try:
        return PageText(data.decode(_TRADITIONAL.get(declared, "gb18030")), address, ())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return PageText(None, address, (problem("R004", name, line=line, byte=error.start + 1),))


def _page_of_archive(data: bytes) -> tuple[bytes, str, str]:
    """The first page in a web archive, its encoding, and where it is from."""
    archive = message_from_bytes(data)
    address = _header(archive, "Snapshot-Content-Location")
    for part in archive.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return (
                    content,
                    (part.get_content_charset() or "").lower(),
                    address or _header(part, "Content-Location"),
                )
    return b"", "", address


def _header(message: Message, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())
