"""data/references.bib, .ris and .csl.json: every policy and clause of the site, for reference managers."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest.cite import all_references
from digest.model.corpus import Corpus
from digest.model.page import Page, ReferenceFile
from digest.model.reference import Reference
from digest.pages.frame import Setting
from digest.pages.parts import Part, Shown
from digest.text import urls

FILES = {"bibtex": "references.bib", "ris": "references.ris", "csl": "references.csl.json"}
"""The files, by the id of their style."""


@dataclass(frozen=True, slots=True)
class AllReferences:
    """The references of a corpus, made each time they are gone through: those of thousands of laws are never held together."""

    corpus: Corpus

    def __iter__(self) -> Iterator[Reference]:
        return all_references(self.corpus)


def make_references(setting: Setting) -> Iterator[Part]:
    """The files, each a part of its own: together they would take three times the memory."""
    clauses = {
        policy.meta.slug: [clause.id for clause in policy.document.clauses]
        for policy in setting.corpus.policies
    }
    for style in FILES:
        yield Part(_page, Shown(clauses), style, templated=False)


def _page(setting: Setting, style: str) -> Iterator[Page]:
    yield Page(urls.data(FILES[style]), "", ReferenceFile(style, AllReferences(setting.corpus)))
