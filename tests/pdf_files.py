"""Small PDF files: words at places, without any font inside. Tells how wide each character is, and which character it stands for."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842  # points of an A4 page
_NARROW = range(0x20, 0x7F)
_FONT = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sans /DW 1000 /W [32 126 500]"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /Sans /Flags 4 /FontBBox [0 -200 1000 800]"
    b" /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
)


class Words(NamedTuple):
    """A string on a page; ``x`` and ``y`` are points from the lower left corner, ``mode`` 3 draws nothing."""

    x: float
    y: float
    text: str
    size: float = 16
    mode: int = 0
    colour: tuple[float, float, float] = (0, 0, 0)


class Rule(NamedTuple):
    """A line from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float


def pdf_file(
    pages: Iterable[Sequence[Words | Rule]], *, rotate: int = 0, title: str = "", shrunk: float = 0
) -> bytes:
    """A PDF file with these pages; ``title`` goes into its properties. ``shrunk``: each page is a form that is drawn smaller by
    so much."""
    drawn = list(pages)
    kids = " ".join(f"{6 + 3 * i} 0 R" for i in range(len(drawn)))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drawn)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Sans /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        _FONT,
        _stream(_to_unicode(drawn)),
    ]
    for i, page in enumerate(drawn):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} /Contents {7 + 3 * i} 0 R"
            f" /Resources << /Font << /F 3 0 R >> /XObject << /X {8 + 3 * i} 0 R >> >> >>".encode()
        )
        content = "\n".join(map(_drawing, page))
        form = f" /Type /XObject /Subtype /Form /BBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >>"
        objects.append(_stream(f"q {shrunk} 0 0 {shrunk} 20 30 cm /X Do Q" if shrunk else content))
        objects.append(_stream(content if shrunk else "", form))
    objects.append(b"<< /Title <feff%s> >>" % title.encode("utf-16-be").hex().encode())
    body = b"%PDF-1.7\n"
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(objects), len(body))
    )


def width_of(text: str, size: float) -> float:
    """How wide a string is, in points."""
    return sum(size / 2 if ord(char) in _NARROW else size for char in text)


def typeset(
    paragraphs: Iterable[str],
    *,
    size: float = 16,
    indent: int = 2,
    columns: tuple[float, float] = (90, 506),
    top: float = 740,
    bottom: float = 100,
    pitch: float = 28,
) -> list[list[Words | Rule]]:
    """Paragraphs as a word processor breaks them into lines and pages; a line is broken in no Latin word and before no comma."""
    pages: list[list[Words | Rule]] = [[]]
    y = top
    for paragraph in paragraphs:
        x = columns[0] + indent * size
        for line in _lines(paragraph, columns[1] - x, columns[1] - columns[0], size):
            if y < bottom:
                pages.append([])
                y = top
            pages[-1].append(Words(x, y, line, size))
            x, y = columns[0], y - pitch
    return pages


def _lines(paragraph: str, first: float, room: float, size: float) -> Iterable[str]:
    line = ""
    for word in re.findall(r"[A-Za-z0-9.%]+[，。；：、）]*|.[，。；：、）]*", paragraph):
        if width_of(line + word, size) > first:
            yield line
            line, first = "", room
        line += word
    yield line


def _drawing(each: Words | Rule) -> str:
    if isinstance(each, Rule):
        return f"{each.x} {each.y} m {each.to_x} {each.to_y} l S"
    glyphs = "".join(f"{ord(char):04x}" for char in each.text)
    red, green, blue = each.colour
    return f"BT {red} {green} {blue} rg {each.mode} Tr /F {each.size} Tf 1 0 0 1 {each.x} {each.y} Tm <{glyphs}> Tj ET"


def _to_unicode(pages: Iterable[Sequence[Words | Rule]]) -> str:
    used = sorted(
        {ord(char) for page in pages for each in page if isinstance(each, Words) for char in each.text}
    )
    rows = [f"<{code:04x}> <{code:04x}>" for code in used]
    blocks = "\n".join(
        f"{len(rows[i : i + 100])} beginbfchar\n" + "\n".join(rows[i : i + 100]) + "\nendbfchar"
        for i in range(0, len(rows), 100)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{blocks}\nendcmap end end"
    )


def _stream(text: str, more: str = "") -> bytes:
    data = text.encode()
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), more.encode(), data)
