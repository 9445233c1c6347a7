"""Elements become an XML document, escaped whatever the text holds."""

from collections.abc import Iterator

from digest.model.page import XmlElement
from digest.regex import regex

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def xml_file(root: XmlElement) -> bytes:
    """The document, with no white space that is not in its elements."""
    return (DECLARATION + "".join(_written(root)) + "\n").encode()


def xml_text(text: str) -> str:
    """Text between tags or in a quoted attribute; white space in it survives a parser."""
    return legal_text(text).translate(_ESCAPES)


def legal_text(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text) if _ILLEGAL.search(text) else text


def _written(element: XmlElement) -> Iterator[str]:
    attributes = "".join(f' {name}="{xml_text(value)}"' for name, value in element.attributes)
    if not element.inside:
        yield f"<{element.name}{attributes}/>"
        return
    yield f"<{element.name}{attributes}>"
    for part in element.inside:
        if isinstance(part, str):
            yield xml_text(part)
        else:
            yield from _written(part)
    yield f"</{element.name}>"


_ILLEGAL = regex(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)
