"""The box on a page has what the printers print, whatever a clause is called."""

import pytest

from cite_boxes import filled
from digest.cite import STYLES, clause_reference, printed
from digest.pages.citing import MARKS, cite_box
from digest.pages.strings import plain
from small_corpus import corpus

POLICY = corpus("https://example.org/").policies[0]
REFERENCES = [
    clause_reference(corpus("https://example.org/"), POLICY, each) for each in POLICY.document.clauses
]
ODD = [
    REFERENCES[0]._replace(locator_zh=each, locator_en=each)
    for each in (
        None,
        "“a_b & 50%”",
        "<b>'x'</b>",
        '"q" \\ {y} #1 $2 ^3 ~4',
        "[z](u) *i* `c` | +",
        "第十五条之一",
        "3, “q”",
        "art. 15-1",
    )
]


@pytest.mark.parametrize("reference", [*REFERENCES, *ODD], ids=lambda each: f"{each.key} {each.locator_zh}")
def test_what_is_filled_in_is_what_is_printed(reference):
    box = cite_box("p/x/y/", reference, "zh", {"zh": ()})

    for citation, wanted in zip(box.forms.citations, printed(reference), strict=True):
        assert [(filled(box, each.text), filled(box, each.href or "")) for each in citation.stretches] == [
            (each.text, each.href or "") for each in wanted.stretches
        ]
        assert filled(box, plain(citation.in_text)) == (wanted.in_text or "")
    assert not any(mark in value for mark in MARKS for value in box.values)


def test_clauses_of_a_policy_share_a_box():
    numbered = [
        each for each in REFERENCES if each.version and each.locator_zh in ("二、（一）", "二、（一）1")
    ]
    boxes = [cite_box("p/x/y/", each, "both") for each in numbered]
    assert len(boxes) == 2
    assert boxes[0].forms is boxes[1].forms


def test_styles_are_named_in_the_languages_of_the_page():
    names = {
        language: [plain(each.name) for each in cite_box("p/x/y/", REFERENCES[0], language).forms.citations]
        for language in ("zh", "en", "both")
    }
    assert names["zh"] == [each.zh for each in STYLES]
    assert names["en"] == [each.en for each in STYLES]
    assert "芝加哥" in names["both"][3]
    assert "Chicago" in names["both"][3]
