"""data/references.*: what the parts make is what the whole corpus says."""

import json

from citable import citable
from digest.cite import all_references
from digest.model.page import ReferenceFile
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.references import FILES, AllReferences, make_references
from digest.pages.words import read_words
from digest.render.references import reference_file
from digest.resources import template_folders


def test_the_files_hold_every_policy_and_clause(tmp_path):
    corpus = citable()
    setting = make_setting(corpus, read_words(template_folders(tmp_path)))
    made = {page.path: reference_file(page.value) for page in pages_of(make_references(setting), setting)}
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
