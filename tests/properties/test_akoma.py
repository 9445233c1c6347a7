"""Any text is a valid Akoma Ntoso document with all its words."""

from dataclasses import replace

from hypothesis import given
from lxml import etree

from akoma_schema import faults
from digest.model.corpus import Policy
from digest.pages.akoma import akoma_ntoso
from digest.render.xml import xml_file
from odd_texts import ODD_TEXTS
from parsing import parsed
from small_corpus import corpus, meta


@given(ODD_TEXTS)
def test_any_text_is_valid(text: str) -> None:
    document, _ = parsed(text, "a")
    policy = Policy(meta("a"), document, {}, {})
    content = xml_file(dict(akoma_ntoso(replace(corpus(), policies=(policy,))))["a"])
    assert faults(content) == []
    root = etree.fromstring(content)
    written = [each.get("wId") for each in root.iter() if each.get("wId")]
    assert sorted(written) == sorted(clause.id for clause in document.clauses)
    printed = "".join(
        (clause.label or "") + (clause.heading or "") + clause.text for clause in document.clauses
    )
    markers = "".join(each.get("marker", "") for each in root.iter())
    assert sorted(letters("".join(root[0].itertext()) + markers)) == sorted(letters(printed))


def letters(text: str) -> str:
    """The letters and digits: white space and what XML cannot hold may change."""
    return "".join(filter(str.isalnum, text))
