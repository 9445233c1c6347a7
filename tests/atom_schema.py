"""The schema of Atom feeds, and a reader of feeds, to check files with."""

from functools import cache
from pathlib import Path

import feedparser
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "atom.rng"))


def faults(content: bytes) -> list[str]:
    """What is wrong in a feed; nothing in a valid one. Beside the schema: RFC 4287, 4.1.1 (an author, one link of a kind to
    other forms, a link to itself) and 4.1.2 (no two entries with the same id and day)."""
    root = etree.fromstring(content)
    schema = _schema()
    schema.validate(root)
    found = [str(error) for error in schema.error_log]
    if read := feedparser.parse(content).get("bozo_exception"):
        found.append(str(read))
    if root.find(f"{ATOM}author") is None:
        found.append("no author")
    for part in (root, *root.iter(f"{ATOM}entry")):
        links = [
            (each.get("type"), each.get("hreflang"))
            for each in part.findall(f"{ATOM}link")
            if each.get("rel", "alternate") == "alternate"
        ]
        if len(links) != len(set(links)):
            found.append("two alternates of a kind")
    if not [each for each in root.findall(f"{ATOM}link") if each.get("rel") == "self"]:
        found.append("no link to itself")
    entries = [
        (each.findtext(f"{ATOM}id"), each.findtext(f"{ATOM}updated")) for each in root.iter(f"{ATOM}entry")
    ]
    if len(entries) != len(set(entries)):
        found.append("an entry twice")
    return found
