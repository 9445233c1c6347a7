"""Policies as Akoma Ntoso 3.0 (OASIS LegalDocML), one file each.

What is true afterwards, for any text: the file is valid against the schema of the standard; every
clause is one element whose ``wId`` is its id here, in reading order; all its words are in the file.
"""

from collections.abc import Iterator

from digest.model.corpus import Corpus, Policy
from digest.model.document import Kind
from digest.model.page import Element, Page
from digest.pages.akoma.identity import identify, work_address
from digest.pages.akoma.structure import Structure
from digest.pages.frame import Setting
from digest.text import urls

__all__ = ["akoma_ntoso", "make_akoma"]

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def make_akoma(setting: Setting) -> Iterator[Page]:
    """akn/<doc>.xml for each policy."""
    for slug, root in akoma_ntoso(setting.corpus):
        yield Page(urls.akoma_ntoso(slug), "", root)


def akoma_ntoso(corpus: Corpus) -> Iterator[tuple[str, Element]]:
    """Each policy's slug and document."""
    addresses = {
        policy.meta.slug: work_address(policy.meta, _document_type(policy)) for policy in corpus.policies
    }
    for policy in corpus.policies:
        meta = policy.meta
        kind = _document_type(policy)
        writer = Structure(policy, corpus.resolutions.get(meta.slug, {}), addresses)
        parts = writer.parts("body" if kind == "act" else "mainBody")
        name = (("name", meta.genre.value or "policy"), ("contains", "originalVersion"))
        text = Element(kind, name, (identify(corpus.site, meta, addresses[meta.slug]), *parts))
        yield meta.slug, Element("akomaNtoso", (("xmlns", _NAMESPACE),), (text,))


def _document_type(policy: Policy) -> str:
    """A text of articles is an ``act``; a plan, or a text about another, is a ``doc``."""
    explains = any(relation.kind == "explains" for relation in policy.meta.relations)
    articles = any(clause.kind is Kind.ARTICLE for clause in policy.document.clauses)
    return "act" if articles and not explains else "doc"
