"""Policies as Akoma Ntoso 3.0 (OASIS LegalDocML), one file each.

What is true afterwards, for any text: the file is valid against the schema of the standard; every
clause is one element whose ``wId`` is its id here, in reading order; all its words are in the file.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest.model.corpus import Corpus, Policy
from digest.model.document import Kind
from digest.model.page import Page, XmlElement
from digest.pages.akoma.identity import identify, work_address
from digest.pages.akoma.structure import Structure
from digest.pages.frame import Setting
from digest.pages.parts import Part, Shown
from digest.text import urls

__all__ = ["akoma_ntoso", "make_akoma"]

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class _Given(NamedTuple):
    """Which policy, by its slug, and the addresses of the works that its citations lead to, by theirs."""

    slug: str
    addresses: Mapping[str, str]


def make_akoma(setting: Setting) -> Iterator[Part]:
    """akn/<doc>.xml for each policy, made from its own clauses."""
    corpus = setting.corpus
    addresses = _addresses(corpus)
    for policy in corpus.policies:
        slug = policy.meta.slug
        cited = {to.resolves_to for found in corpus.resolutions.get(slug, {}).values() for to in found}
        given = _Given(
            slug, {name: addresses[name] for name in sorted(filter(None, cited)) if name in addresses}
        )
        shown = Shown({slug: [clause.id for clause in policy.document.clauses]})
        yield Part(_page, shown, given, templated=False)


def _page(setting: Setting, given: _Given) -> Iterator[Page]:
    (policy,) = setting.corpus.policies
    yield Page(urls.akoma_ntoso(given.slug), "", _document(setting.corpus, policy, given.addresses))


def akoma_ntoso(corpus: Corpus) -> Iterator[tuple[str, XmlElement]]:
    """Each policy's slug and document."""
    addresses = _addresses(corpus)
    for policy in corpus.policies:
        yield policy.meta.slug, _document(corpus, policy, addresses)


def _addresses(corpus: Corpus) -> Mapping[str, str]:
    """The addresses of the works, by slug."""
    return {policy.meta.slug: work_address(policy.meta, _document_type(policy)) for policy in corpus.policies}


def _document(corpus: Corpus, policy: Policy, addresses: Mapping[str, str]) -> XmlElement:
    """A policy as a document; citations lead to ``addresses``."""
    meta, kind = policy.meta, _document_type(policy)
    parts = Structure(policy, corpus.resolutions.get(meta.slug, {}), addresses).parts(
        "body" if kind == "act" else "mainBody"
    )
    name = (("name", meta.genre.value or "policy"), ("contains", "originalVersion"))
    text = XmlElement(kind, name, (identify(corpus.site, meta, work_address(meta, kind)), *parts))
    return XmlElement("akomaNtoso", (("xmlns", _NAMESPACE),), (text,))


def _document_type(policy: Policy) -> str:
    """A text of articles is an ``act``; a plan, or a text about another, is a ``doc``."""
    explains = any(relation.kind == "explains" for relation in policy.meta.relations)
    articles = any(clause.kind is Kind.ARTICLE for clause in policy.document.clauses)
    return "act" if articles and not explains else "doc"
