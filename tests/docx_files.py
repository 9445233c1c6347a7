"""Small .docx and .ofd files for tests, made from the XML inside them."""

import io
import zipfile
from collections.abc import Mapping, Sequence

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OTHERS = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, namespace: str = _W, **parts: str) -> bytes:
    """A .docx with this XML in its body. ``parts`` are the insides of further parts: ``numbering``, ``styles``,
    ``footnotes``, ``endnotes``, ``comments``, ``header1``, ``core`` (whole)."""
    roots = {"header1": "hdr"}
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"<w:document {namespace} {_OTHERS}><w:body>{body}</w:body></w:document>",
    }
    for name, inside in parts.items():
        if name == "core":
            members["docProps/core.xml"] = inside
        else:
            root = roots.get(name, name)
            members[f"word/{name}.xml"] = f"<w:{root} {namespace} {_OTHERS}>{inside}</w:{root}>"
    return zipped(members)


def p(content: str, properties: str = "") -> str:
    """A paragraph; content that is no XML is its words."""
    inside = content if content.startswith("<") else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside if content else ''}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of words."""
    known = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{known}<w:t xml:space="preserve">{words}</w:t></w:r>'


def numbered(words: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a list."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, form: str, words: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "") -> str:
    """The numbering part with one list of these levels, number 1."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def ofd(pages: Sequence[Sequence[tuple[float, float, str]]], title: str = "") -> bytes:
    """An .ofd file; of each page the words with their places (left, top) in millimetres, 5 mm high."""
    namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(
        f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages))
    )
    members = {
        "OFD.xml": f"<ofd:OFD {namespace}><ofd:DocBody><ofd:DocInfo><ofd:Title>{title}</ofd:Title></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {namespace}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for at, page in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject ID="1" Boundary="{left} {top} {5 * len(words)} 5" Font="1" Size="5">'
            f'<ofd:TextCode X="0" Y="4" DeltaX="5">{words}</ofd:TextCode></ofd:TextObject>'
            for left, top, words in page
        )
        members[f"Doc_0/Pages/Page_{at}/Content.xml"] = (
            f"<ofd:Page {namespace}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(members)
