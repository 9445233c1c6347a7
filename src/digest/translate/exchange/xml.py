"""What the XML formats share: text no parser refuses, and no entities in what comes in."""

from xml.etree import ElementTree as ET

from digest.regex import regex

_NOT_IN_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def print_xml(root: ET.Element, doctype: str = "") -> str:
    """A document, indented."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{ET.tostring(root, "unicode")}\n'


def parse_xml(text: str) -> ET.Element:
    """The root of a document. Raises ValueError for what is none, and for one that declares entities."""
    if "<!ENTITY" in text:
        raise ValueError("it declares entities, which are not read")
    try:
        return ET.fromstring(text.encode())  # noqa: S314 # no entities can be declared
    except ET.ParseError as error:
        raise ValueError(f"it is no XML: {error}") from error


def xml_text(text: str) -> str:
    """The text without the characters XML cannot hold."""
    return _NOT_IN_XML.sub(" ", text)


def child(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """A new element inside another."""
    made = ET.SubElement(parent, tag, attributes)
    made.text = None if text is None else xml_text(text)
    return made


def name(element: ET.Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2]


def inner_text(element: ET.Element | None) -> str:
    """All text inside an element, marks of a tool left out."""
    return "" if element is None else "".join(element.itertext())
