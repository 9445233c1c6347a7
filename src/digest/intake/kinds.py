"""What a file is, by its content: never by its name, which says .doc for a web page and .docx for a picture."""

import codecs
from typing import NamedTuple

from digest.intake.archive import Archive
from digest.read.formats import format_of
from digest.regex import regex


class FileKind(NamedTuple):
    """``reader`` names the reader that takes the file in (``child.READERS``), and is empty where none does. ``words`` say
    what it is, in messages."""

    reader: str
    words: str = ""


OFFICE, LOCKED = "office", "locked"
"""In place of a reader: what LibreOffice turns into .docx first, and what is encrypted."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_PDF_WITHIN = 1024  # bytes before %PDF- that readers allow
_WORDS_WITHIN = 65_536  # bytes of a text that are looked at

# Names of streams, in UTF-16 as the old format has them; what is inside decides.
_STREAMS = (
    ("EncryptedPackage", FileKind(LOCKED)),
    ("WordDocument", FileKind(OFFICE, "an old Word or WPS document (.doc, .wps)")),
    ("Workbook", FileKind("", "an old Excel table (.xls, .et)")),
    ("PowerPoint Document", FileKind("", "old slides (.ppt, .dps)")),
)
_MAIN_PARTS = (
    ("word/document.xml", FileKind("docx")),
    ("OFD.xml", FileKind("ofd")),
    ("xl/workbook.xml", FileKind("", "an Excel table (.xlsx)")),
    ("ppt/presentation.xml", FileKind("", "slides (.pptx)")),
)
_OPEN_TEXT = FileKind(OFFICE, "an OpenDocument text (.odt)")
_ARCHIVE, _OLD, _PICTURE = (
    FileKind("", "a ZIP file"),
    FileKind("", "an old Office file"),
    FileKind("", "a picture"),
)

KINDS = (*(kind for _, kind in (*_STREAMS, *_MAIN_PARTS)), _OPEN_TEXT, _ARCHIVE, _OLD, _PICTURE)
"""Those known by signatures and by names inside a file."""

_FLAT = regex(rb"<(?:[\w.-]+:)?(?:wordDocument|package)\b")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"


def kind_of(data: bytes) -> FileKind:
    """What some bytes are, as far as their beginning shows it; of a ZIP file ``kind_of_archive`` says the rest."""
    if data.startswith(b"PK\x03\x04"):
        return _OPEN_TEXT if _OPEN_DOCUMENT in data[:100] else FileKind("zip")
    if data.startswith(_OLE):
        return _kind_of_streams(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return FileKind("pdf")
    if data.startswith(_PICTURES):
        return _PICTURE
    return _kind_of_text(data)


def kind_of_archive(archive: Archive) -> FileKind:
    """What a ZIP file is, by its main part."""
    for member, kind in _MAIN_PARTS:
        if member in archive.members:
            return kind
    if any(each.startswith("word/") for each in archive.members):  # another name than the usual
        return FileKind("docx")
    return _ARCHIVE


def _kind_of_streams(data: bytes) -> FileKind:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return _OLD


def _kind_of_text(data: bytes) -> FileKind:
    head = data[:_WORDS_WITHIN]
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16" if wide else "latin-1", errors="replace").removeprefix("ï»¿")
    found = format_of(text)
    if found == "an RTF file":
        return FileKind(OFFICE, found)
    if found == "an XML file" and _FLAT.search(text.encode("latin-1", errors="replace")):
        return FileKind("flat")
    if found in ("an HTML page", "a saved web page (MHTML)"):
        return FileKind("html")
    return FileKind("", found) if found else FileKind("text")
