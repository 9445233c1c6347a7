"""The rows of policies and clauses in the bulk data."""

from typing import Annotated, TypedDict

from digest.model.corpus import Corpus, PolicyMeta, Translation
from digest.model.document import Clause, Kind
from digest.model.published import CLAUSE_ID, SLUG, Rules, at_least, one_of
from digest.pages.catalogue import LEVELS
from digest.pages.clauses import MISSING
from digest.text import ids, urls

_ADDRESS: Rules = {"format": "uri"}
_SHA256: Rules = {"pattern": "^[0-9a-f]{64}$"}
_DATE: Rules = {"pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_SHORTENED = "ISO 8601, shortened where day or month is not known"


class DocumentRow(TypedDict):
    """A policy; values nobody knows are None."""

    id: Annotated[str, "slug of the policy", SLUG]
    title_zh: Annotated[str | None, "title as printed or, where policy.toml says so, inferred"]
    title_en: Annotated[str | None, "the same in English"]
    genre: Annotated[str | None, "id of the genre, such as action_plan"]
    status: Annotated[
        str | None,
        "id of the status that its editor states, such as issued; it does not change when a period ends",
    ]
    jurisdiction_code: Annotated[
        str | None, "GB/T 2260; 000000 stands for the nation", {"pattern": "^[0-9]{6}$"}
    ]
    jurisdiction_zh: Annotated[str | None, "name of the jurisdiction"]
    jurisdiction_en: Annotated[
        str | None,
        "the same in English; where the editors do not give it for a county or district, drafted by rule",
    ]
    level: Annotated[str | None, "level of the jurisdiction", one_of(*LEVELS)]
    issuers: Annotated[list[str], "bodies that issued it, in the order of the text"]
    number: Annotated[str | None, "document number (文号)"]
    issued: Annotated[str | None, f"date it was made or, where unknown, published; {_SHORTENED}", _DATE]
    effective: Annotated[str | None, f"first day in force; {_SHORTENED}", _DATE]
    expires: Annotated[str | None, f"last day in force; {_SHORTENED}", _DATE]
    url_zh: Annotated[str, "address of the Chinese page", _ADDRESS]
    url_en: Annotated[str, "address of the English page", _ADDRESS]
    source_sha256: Annotated[str, "of the source file, byte for byte", _SHA256]
    period_start: Annotated[
        str | None,
        "first year, month or day of the period that a plan is for, which is no date of expiry",
        _DATE,
    ]
    period_end: Annotated[str | None, "last year, month or day of that period", _DATE]
    until: Annotated[
        str | None,
        "last day on which it can be relied on: of its validity, else of its period, or the day before what supersedes it "
        "takes effect; null for drafts, for what is no longer in force whatever the day, and where nobody knows",
        {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    ]
    superseded_by: Annotated[list[str], "ids of the documents of this site that supersede it"]


class ClauseRow(TypedDict):
    """A clause."""

    doc: Annotated[str, "slug of the policy", SLUG]
    id: Annotated[str, "clause id, unique in the policy", CLAUSE_ID]
    parent: Annotated[str | None, "id of the clause above"]
    order: Annotated[int, "place in reading order", at_least(0)]
    kind: Annotated[str, "what it is in its policy", one_of(*(kind.value for kind in Kind))]
    label: Annotated[str | None, "as printed, such as （二）"]
    heading_zh: Annotated[str | None, "heading as printed"]
    heading_en: Annotated[str | None, "the same in English"]
    text_zh: Annotated[
        str, "own text, verbatim, broken lines joined, without label, heading and the clauses below"
    ]
    text_en: Annotated[str | None, "the same in English"]
    translation: Annotated[
        str,
        "state of the English: machine is a draft, stale is older than the Chinese",
        one_of("reviewed", "machine", "stale", MISSING),
    ]
    url: Annotated[str, "permanent address", _ADDRESS]
    hash: Annotated[
        str,
        "SHA-256 of text_zh after NFC and removal of white space; its first 8 digits pin a version",
        _SHA256,
    ]
    lines: Annotated[
        list[Annotated[int, at_least(1)]],
        "first and last line in the source, from 1",
        {"minItems": 2, "maxItems": 2},
    ]


def document_row(corpus: Corpus, meta: PolicyMeta) -> DocumentRow:
    """The row of a policy."""
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


def clause_row(doc: str, clause: Clause, translation: Translation | None, base_url: str) -> ClauseRow:
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
