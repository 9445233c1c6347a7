"""data/references.*: what the parts make is what the whole corpus says."""

import json

import pytest

from citable import citable
from cite_boxes import filled
from digest.cite import all_references, printed
from digest.model.page import ReferenceFile
from digest.pages.clause_parts import make_clauses
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.permanent import ClausePage
from digest.pages.references import FILES, AllReferences, make_references
from digest.pages.strings import read_words
from digest.render.references import reference_file
from digest.resources import template_folders
from small_editions import editions_corpus


def test_the_files_hold_every_policy_and_clause(tmp_path):
    corpus = citable()
    setting = make_setting(corpus, read_words(template_folders(tmp_path)))
    pages = pages_of(make_references(setting), setting)
    made = {page.path: reference_file(page.value) for page in pages if isinstance(page.value, ReferenceFile)}
    assert made == {
        f"data/{name}": reference_file(ReferenceFile(style, AllReferences(corpus)))
        for style, name in FILES.items()
    }
    items = json.loads(made["data/references.csl.json"])
    assert [item["id"] for item in items] == [each.key for each in all_references(corpus)]


def test_a_site_without_policies_has_empty_files():
    assert {style: reference_file(ReferenceFile(style, ())) for style in FILES} == {
        "bibtex": b"",
        "ris": b"",
        "csl": b"[]\n",
    }


@pytest.mark.parametrize("make", [citable, editions_corpus])
def test_pages_cite_what_the_files_do(make, tmp_path):
    """A page is made from a part of the corpus; what it cites must not differ from what all of it says."""
    corpus = make()
    setting = make_setting(corpus, read_words(template_folders(tmp_path)))
    wanted = {each.address: printed(each) for each in all_references(corpus)}
    boxes = [
        page.value.cite
        for page in pages_of(make_clauses(setting), setting)
        if isinstance(page.value, ClausePage)
    ]
    assert len(boxes) == sum(len(policy.document.clauses) for policy in corpus.policies)
    for box in boxes:
        said = [filled(box, each.text) for citation in box.forms.citations for each in citation.stretches]
        assert said == [each.text for found in wanted[box.values[1]] for each in found.stretches]
