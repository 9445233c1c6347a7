"""XLIFF 1.2 (OASIS), one ``file`` a policy, one ``trans-unit`` an entry."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from digest.model.phrases import about
from digest.translate.exchange.rows import ExchangeRow, by_document
from digest.translate.exchange.xml import child, inner_text, name, parse_xml, print_xml

_TO_XLIFF = {
    "reviewed": "final",
    "machine": "needs-review-translation",
    "stale": "needs-adaptation",
    "missing": "new",
}
_FROM_XLIFF = {"final": "reviewed", "signed-off": "reviewed"}
"""Any other state is that of a draft: only what a tool calls final has been reviewed."""


def print_xliff(rows: Iterable[ExchangeRow]) -> str:
    """All entries, with the state of each."""
    root = ET.Element("xliff", {"version": "1.2", "xmlns": "urn:oasis:names:tc:xliff:document:1.2"})
    for doc, units in by_document(rows).items():
        file = child(
            root,
            "file",
            original=doc,
            datatype="plaintext",
            **{"source-language": "zh-CN", "target-language": "en"},
        )
        body = child(file, "body")
        for row in units:
            unit = child(
                body, "trans-unit", id=row.id, **{"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
            )
            child(unit, "source", row.zh)
            child(unit, "target", row.en, state=_TO_XLIFF[row.state])
            if said := about(row.id):
                child(unit, "note", said)
    return print_xml(root)


def parse_xliff(text: str) -> tuple[ExchangeRow, ...]:
    """The units of every file. Raises ValueError."""
    root = parse_xml(text)
    if name(root) != "xliff":
        raise ValueError("it is no XLIFF")
    return tuple(row for file in _named(root, "file") for row in _rows(file))


def _rows(file: ET.Element) -> Iterator[ExchangeRow]:
    for unit in _named(file, "trans-unit"):
        source = next(_named(unit, "source"), None)
        target = next(_named(unit, "target"), None)
        state = _FROM_XLIFF.get(target.get("state", ""), "machine") if target is not None else "missing"
        yield ExchangeRow(
            file.get("original", ""), unit.get("id", ""), state, inner_text(source), inner_text(target)
        )


def _named(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    return (each for each in element.iter() if name(each) == tag)
