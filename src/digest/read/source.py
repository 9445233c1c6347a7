"""From the bytes of a text to its characters, strictly and without changing any of them."""

import codecs
import hashlib
import re
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem, problem, problem_at
from digest.model.source import Source, Span
from digest.read.formats import format_of
from digest.regex import regex

MAX_BYTES = 64_000_000
MAX_TEXT = 8_000_000  # bytes of a policy; the civil code has 350 thousand
LONG_LINE = 100_000  # code points; the longest paragraph of a real policy has some thousand

_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (as .docx, .wps, .ofd and .xlsx files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .wps)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_MARKED = (  # byte order marks, the longer before the shorter
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ASCII = bytes(range(128))
_THREE_BYTES = regex(r"[\u0800-\uffff]")
_CONTROLS = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Bytes(NamedTuple):
    """The bytes of a file, or None with the reasons."""

    data: bytes | None
    problems: tuple[Problem, ...]


class Decoded(NamedTuple):
    """A text, or None with the reasons; notes and warnings may accompany a text."""

    source: Source | None
    problems: tuple[Problem, ...]


def read_source(path: Path) -> Decoded:
    """A text file as a Source, named by its path.

    Problems: those of ``read_bytes`` and ``decode``.
    """
    data, problems = read_bytes(path)
    return Decoded(None, problems) if data is None else decode(path.as_posix(), data)


def read_policy_text(path: Path) -> Decoded:
    """The text of a policy as a Source: plain text of at most ``MAX_TEXT`` bytes.

    Problems: those of ``read_bytes`` and ``decode``; R003 a web page, RTF, JSON or the like.
    """
    data, problems = read_bytes(path, MAX_TEXT)
    return Decoded(None, problems) if data is None else decode_policy_text(path.as_posix(), data)


def decode_policy_text(name: str, data: bytes) -> Decoded:
    """The bytes of the text of a policy. Problems: those of ``decode``; R003 a web page, RTF, JSON or the like, R007 more
    than ``MAX_TEXT`` bytes."""
    if len(data) > MAX_TEXT:
        return Decoded(None, (problem("R007", name, size=len(data), limit=MAX_TEXT),))
    source, problems = decode(name, data)
    if source and (found := format_of(source.text)):
        return Decoded(None, (problem("R003", source.name, found=gettext(found)),))
    return Decoded(source, problems)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> Bytes:
    """The bytes of an ordinary file. Problems: R001 missing, R002 unreadable, R007 too large."""
    name = path.as_posix()
    try:
        if not path.exists():
            return Bytes(None, (problem("R001", name, what=path.name, suggestion=_near(path)),))
        if not path.is_file():
            folder, other = gettext("it is a folder, not a file"), gettext("it is not an ordinary file")
            return Bytes(None, (problem("R002", name, reason=folder if path.is_dir() else other),))
        if (size := path.stat().st_size) > limit:
            return Bytes(None, (problem("R007", name, size=size, limit=limit),))
        return Bytes(path.read_bytes(), ())
    except OSError as error:
        return Bytes(None, (problem("R002", name, reason=error.strerror or gettext("the system refused")),))


def _near(path: Path) -> str:
    """What to do with a file beside one that is missing, whose name is nearly the same."""
    known = {each.name.lower(): each.name for each in path.parent.iterdir()} if path.parent.is_dir() else {}
    near = get_close_matches(path.name.lower(), known, 1, 0.8)
    return (
        gettext("Rename {near} to {name}. Or: ").format(near=known[near[0]], name=path.name) if near else ""
    )


def decode(name: str, data: bytes) -> Decoded:
    """Bytes as a Source: by byte order mark, else strict UTF-8, else strict GB18030.

    GB18030 contains GBK and GB2312. Nothing is normalised; only a byte order mark is taken off.
    Problems: R003 binary, R004 undecodable, R005 empty, R006 not UTF-8 (note), R008 long line (warning),
    R010 a merge conflict.
    """
    for start, found in _BINARY:
        if data.startswith(start):
            return Decoded(None, (problem("R003", name, found=gettext(found)),))
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Decoded(None, (problem("R004", name, line=line, byte=error.start + 1),))
    if not text.strip():
        return Decoded(None, (problem("R005", name),))
    if _is_binary(text):
        return Decoded(None, (problem("R003", name, found=gettext("a binary file")),))
    source = Source(name, text, encoding, hashlib.sha256(data).hexdigest())
    if conflict := _conflict(source):
        return Decoded(None, (conflict,))
    return Decoded(source, (*_encoding_note(source), *_long_line(source)))


def decode_utf8(name: str, data: bytes) -> Decoded:
    """The bytes of a file that must be UTF-8, such as settings. A byte order mark is taken off. Problems: R100, R010
    a merge conflict."""
    try:
        source = Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        start = error.start
    else:
        conflict = _conflict(source)
        return Decoded(None, (conflict,)) if conflict else Decoded(source, ())
    encoding = _encoding(data)
    try:
        source = Source(name, data.decode(encoding))
        first = next((at for at, sign in enumerate(source.text) if sign > "\x7f"), 0)
    except UnicodeDecodeError:
        encoding, source = "", Source(name, data.decode("utf-8", errors="replace"))
        first = len(data[:start].decode("utf-8"))
    found = (
        gettext("it is in {encoding}").format(encoding=_NAMES.get(encoding, encoding.upper()))
        if encoding
        else gettext("byte {byte} (counted from 1) does not belong there").format(byte=start + 1)
    )
    return Decoded(None, (problem_at("R100", source, Span(first, first + 1), found=found),))


_NAMES = {"gb18030": "GB18030 (GBK, GB2312, ANSI)"}


def _encoding(data: bytes) -> str:
    """The codec to use; it may still fail."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "utf-8" if encoding == "gb18030" and _is_damaged_utf8(data) else encoding
    return "utf-8"


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are Chinese characters in sound UTF-8.

    A single damaged byte must not turn a whole UTF-8 text into other Chinese characters. In GB18030,
    runs of three bytes that look like UTF-8 are rare.
    """
    sound = len(_THREE_BYTES.findall(data.decode("utf-8", errors="ignore")))
    return 2 * 3 * sound > len(data.translate(None, _ASCII))


def _is_binary(text: str) -> bool:
    """Whether there are NULs, or more control characters than a stray one."""
    return "\0" in text or 100 * sum(1 for _ in _CONTROLS.finditer(text)) > len(text) + 100


def _conflict(source: Source) -> Problem | None:
    """What git leaves in a file that two people have changed: its three lines, in their order. A line of ======= alone
    underlines a heading."""
    found = _CONFLICT.search(source.text)
    between = _BETWEEN.search(source.text, found.end()) if found else None
    if found is None or between is None or not _CONFLICT_END.search(source.text, between.end()):
        return None
    remedy = (
        gettext(
            "Delete the marker lines. Keep the entries of both sides, each once: all of them were "
            "published. Then run `digest publish`."
        )
        if Path(source.name).name in _LEDGERS
        else gettext("Keep the side that is right. Delete the other side and the marker lines.")
    )
    return problem_at("R010", source, Span(*found.span()), remedy=remedy)


_LEDGERS = ("ids.toml", "addresses.toml", "changes.toml")
_CONFLICT = regex(r"^<{7}(?: [^\n]*|\r?)$", re.MULTILINE)
_BETWEEN = regex(r"^={7}\r?$", re.MULTILINE)
_CONFLICT_END = regex(r"^>{7}(?: [^\n]*|\r?)$", re.MULTILINE)


def _encoding_note(source: Source) -> tuple[Problem, ...]:
    if source.encoding.startswith("utf-8"):
        return ()
    return (problem("R006", source.name, encoding=source.encoding.upper()),)


def _long_line(source: Source) -> tuple[Problem, ...]:
    """A warning on the first line that is too long to be a paragraph."""
    ends = (*source.line_starts[1:], len(source.text))
    for line, (start, end) in enumerate(zip(source.line_starts, ends, strict=True), 1):
        if end - start > LONG_LINE:
            return (problem("R008", source.name, line=line, length=end - start),)
    return ()
