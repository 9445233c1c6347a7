"""The parts of a Word document: in a .docx file, or all in one XML file (flat OPC, Word 2003)."""

import posixpath
from collections.abc import Callable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.intake.archive import Archive, RefusedError, open_archive, parse_xml
from digest.model.problem import problem
from digest.regex import regex

_USUAL = "word/document.xml"
_PAGE_EDGES = regex(r"(?:header|footer)\d*\.xml")


class Package(NamedTuple):
    """The roots of the parts that are read; ``edges`` are headers and footers of pages."""

    document: ET.Element
    styles: ET.Element | None = None
    numbering: ET.Element | None = None
    footnotes: ET.Element | None = None
    endnotes: ET.Element | None = None
    comments: ET.Element | None = None
    core: ET.Element | None = None
    edges: tuple[ET.Element, ...] = ()


def open_package(data: bytes, name: str) -> Package:
    """The parts of a .docx file. Raises RefusedError as ``open_archive`` and ``Archive.xml`` do."""
    archive = open_archive(data, name)
    return _package(archive.members, archive.xml, _main_part(archive))


def open_flat(data: bytes, name: str) -> Package:
    """The parts of a document in one XML file. Raises RefusedError as ``parse_xml`` does; A107 for other XML."""
    root = parse_xml(data, name, "XML")
    if root.tag == "wordDocument":
        return Package(root, root.find("styles"), core=root.find("DocumentProperties"))
    parts = {}
    for part in root.iter("part"):
        inside = part.find("xmlData")
        if inside is not None and len(inside):
            parts[part.get("name", "").lstrip("/")] = inside[0]
    if _USUAL not in parts:
        raise RefusedError(problem("A107", name, reason="XML"))
    return _package(frozenset(parts), parts.__getitem__, _USUAL)


def _package(members: frozenset[str], xml: Callable[[str], ET.Element], main: str) -> Package:
    folder = posixpath.dirname(main)

    def part(role: str) -> ET.Element | None:
        member = posixpath.join(folder, f"{role}.xml")
        return xml(member) if member in members else None

    edges = sorted(
        each
        for each in members
        if posixpath.dirname(each) == folder and _PAGE_EDGES.fullmatch(posixpath.basename(each))
    )
    core = "docProps/core.xml"
    return Package(
        xml(main),
        part("styles"),
        part("numbering"),
        part("footnotes"),
        part("endnotes"),
        part("comments"),
        core=xml(core) if core in members else None,
        edges=tuple(xml(each) for each in edges),
    )


def _main_part(archive: Archive) -> str:
    """The member that the package names as its document; it is nearly always the usual one."""
    if "_rels/.rels" not in archive.members:
        return _USUAL
    for each in archive.xml("_rels/.rels").iter("Relationship"):
        if each.get("Type", "").endswith("/officeDocument"):
            return each.get("Target", "").lstrip("/")
    return _USUAL
