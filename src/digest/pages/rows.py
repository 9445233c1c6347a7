"""The bulk data: one row a policy, one row a clause."""

from collections.abc import Iterator, Mapping
from typing import Any

from digest.model.corpus import Policy, Translation
from digest.model.document import Clause
from digest.model.page import Page, Rows
from digest.pages.clauses import MISSING
from digest.pages.frame import Setting
from digest.text import ids, urls

Row = Mapping[str, Any]


def make_data(setting: Setting) -> Iterator[Page]:
    """documents.jsonl and clauses.jsonl, sorted by slug and reading order."""
    base_url, policies = setting.site.base_url, setting.corpus.policies
    documents = tuple(document_row(setting, policy) for policy in policies)
    clauses = tuple(
        clause_row(policy.meta.slug, clause, policy.translations.get(clause.id), base_url)
        for policy in policies
        for clause in policy.document.clauses
    )
    yield Page(urls.data("documents.jsonl"), "", Rows(documents))
    yield Page(urls.data("clauses.jsonl"), "", Rows(clauses))


def document_row(setting: Setting, policy: Policy) -> Row:
    """The row of a policy; values nobody knows are null. ``issued`` is the date the text was made or,
    where that is not known, published."""
    meta = policy.meta
    place = setting.corpus.jurisdictions.get(meta.jurisdiction.value or "")
    return {
        "id": meta.slug,
        "title_zh": meta.title_zh.value,
        "title_en": meta.title_en,
        "genre": meta.genre.value,
        "status": meta.status.value,
        "jurisdiction_code": meta.jurisdiction.value,
        "jurisdiction_zh": place.name_zh if place else None,
        "jurisdiction_en": place.name_en if place else None,
        "level": place.level if place else None,
        "issuers": list(meta.issuers.value or ()),
        "number": meta.number.value,
        "issued": meta.made.value or meta.published.value,
        "effective": meta.effective.value,
        "expires": meta.expires.value,
        "url_zh": setting.absolute(urls.policy("zh", meta.slug)),
        "url_en": setting.absolute(urls.policy("en", meta.slug)),
        "source_sha256": policy.document.source.sha256,
    }


def clause_row(doc: str, clause: Clause, translation: Translation | None, base_url: str) -> Row:
    """The row of a clause."""
    return {
        "doc": doc,
        "id": clause.id,
        "parent": clause.parent,
        "order": clause.order,
        "kind": clause.kind.value,
        "label": clause.label,
        "heading_zh": clause.heading,
        "heading_en": translation.heading if translation else None,
        "text_zh": clause.text,
        "text_en": translation.text if translation else None,
        "translation": translation.state if translation else MISSING,
        "url": urls.absolute(base_url, urls.clause(doc, clause.id)),
        "hash": ids.text_hash(clause.text),
        "lines": list(clause.lines),
    }
