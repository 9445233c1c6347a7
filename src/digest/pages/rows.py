"""The rows of policies and clauses in the bulk data."""

from digest.model.corpus import Corpus, PolicyMeta, Translation
from digest.model.document import Clause
from digest.model.page import Row
from digest.pages.clauses import MISSING
from digest.text import ids, urls


def document_row(corpus: Corpus, meta: PolicyMeta) -> Row:
    """The row of a policy; values nobody knows are null. ``issued`` is the date the text was made or,
    where that is not known, published. ``until`` is the last day on which it can be relied on, whatever day it is now."""
    place = corpus.jurisdictions.get(meta.jurisdiction.value or "")
    base_url = corpus.site.base_url
    validity = corpus.validity_of(meta.slug)
    first, _, last = (meta.period.value or "").partition("/")
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
        "url_zh": urls.absolute(base_url, urls.policy("zh", meta.slug)),
        "url_en": urls.absolute(base_url, urls.policy("en", meta.slug)),
        "source_sha256": meta.source_sha256,
        "period_start": first or None,
        "period_end": last or first or None,
        "until": validity.last,
        "superseded_by": list(validity.by),
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
