"""The strict schema of Akoma Ntoso, to check files against."""

from functools import cache
from pathlib import Path

from lxml import etree

NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "akomantoso30.xsd"))


def faults(content: bytes) -> list[str]:
    """What the schema finds wrong in a file; nothing in a valid one."""
    schema = _schema()
    schema.validate(etree.fromstring(content, etree.XMLParser(huge_tree=True)))
    return [str(error) for error in schema.error_log]
