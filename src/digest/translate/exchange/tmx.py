"""TMX 1.4b, the translation memory format of LISA: a unit for each entry with English."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from digest import __version__
from digest.translate.exchange.rows import ExchangeRow, one_state
from digest.translate.exchange.xml import child, inner_text, name, parse_xml, print_xml

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATE = "x-state"


def print_tmx(rows: Iterable[ExchangeRow]) -> str:
    """The entries that have English; ``tuid`` is ``document#clause``."""
    root = ET.Element("tmx", version="1.4")
    child(
        root,
        "header",
        creationtool="digest",
        creationtoolversion=__version__,
        segtype="block",
        adminlang="en",
        srclang="zh-CN",
        datatype="plaintext",
        **{"o-tmf": "PO"},
    )
    body = child(root, "body")
    for row in rows:
        if row.en:
            unit = child(body, "tu", tuid=f"{row.doc}#{row.id}")
            child(unit, "prop", row.state, type=_STATE)
            for language, text in (("zh-CN", row.zh), ("en", row.en)):
                child(child(unit, "tuv", **{_LANG: language}), "seg", text)
    return print_xml(root)


def parse_tmx(text: str) -> tuple[ExchangeRow, ...]:
    """The units whose ``tuid`` names a clause. Raises ValueError."""
    root = parse_xml(text)
    if name(root) != "tmx":
        raise ValueError("it is no TMX")
    return tuple(_row(unit) for unit in root.iter("tu") if "#" in unit.get("tuid", ""))


def _row(unit: ET.Element) -> ExchangeRow:
    doc, _, clause_id = unit.get("tuid", "").partition("#")
    texts = {tuv.get(_LANG, "")[:2].lower(): inner_text(tuv.find("seg")) for tuv in unit.iter("tuv")}
    state = next((prop.text for prop in unit.iter("prop") if prop.get("type") == _STATE), None)
    return ExchangeRow(doc, clause_id, one_state(state), texts.get("zh", ""), texts.get("en", ""))
