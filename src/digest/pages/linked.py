"""Linked data about policies and clauses: schema.org's Legislation in JSON-LD, one small file each, to
which the page leads. The page itself has what a citation needs of it, and not the whole text again. Values nobody knows are
left out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from digest.model.corpus import Policy, Translation
from digest.model.document import Clause
from digest.model.ledger import Wording
from digest.model.page import Json, Page
from digest.pages.clauses import reads_on
from digest.pages.compare.context import ComparisonContext
from digest.pages.frame import Setting
from digest.pages.parts import Part, Shown, by_page
from digest.pages.strings import TAGS
from digest.text import ids, urls


class Form(NamedTuple):
    """Another form of what a page says: its media type and the way to it."""

    type: str
    href: str


def policy_forms(doc: str, here: str) -> tuple[Form, ...]:
    """The other forms of a policy, for a page of it."""
    return (
        Form("application/ld+json", urls.relative(here, urls.policy_data(doc))),
        Form("application/akn+xml", urls.relative(here, urls.akoma_ntoso(doc))),
    )


def clause_forms(doc: str, clause: str, here: str) -> tuple[Form, ...]:
    """The other form of a clause, for its page."""
    return (Form("application/ld+json", urls.relative(here, urls.clause_data(doc, clause))),)


def make_linked(setting: Setting) -> Iterator[Part]:
    """policy.json of each policy, clause.json of each clause, also of those that were published once. What is there is
    made from the policy and from those that it replaces."""
    for policy in setting.corpus.policies:
        slug = policy.meta.slug
        replaced: dict[str, Collection[str]] = dict.fromkeys(setting.corpus.replaced_by(slug), ())
        clauses = [clause.id for clause in policy.document.clauses]
        yield Part(_pages, Shown(replaced | {slug: clauses}), slug, templated=False)
        yield from by_page(
            Page(urls.clause_data(slug, old), "", Json(_whole(_former(setting, policy, old))))
            for old in (*policy.ledger.aliases, *policy.ledger.tombstones)
        )


def _pages(setting: Setting, slug: str) -> Iterator[Page]:
    """The files of a policy."""
    policy = next(each for each in setting.corpus.policies if each.meta.slug == slug)
    parts: dict[str | None, list[str]] = {}
    for clause in policy.document.clauses:
        address = setting.absolute(urls.clause(slug, clause.id))
        parts.setdefault(clause.parent, []).append(address)
    about = _policy(setting, policy, parts.get(None, []))
    yield Page(urls.policy_data(slug), "", Json(_whole(about)))
    for clause in policy.document.clauses:
        about = _clause(setting, policy, clause, parts.get(clause.id, []))
        yield Page(urls.clause_data(slug, clause.id), "", Json(_whole(about)))


def _former(setting: Setting, policy: Policy, old: str) -> Mapping[str, Any]:
    """A clause whose address leads to another, or that is gone, by how it read last. What that means for its force is
    not known: a text may have been corrected."""
    slug = policy.meta.slug
    address = setting.absolute(urls.clause(slug, old))
    about = {"@id": address, "url": address, "legislationIdentifier": f"{slug}#{old}"}
    stone = policy.ledger.tombstones.get(now := policy.ledger.end(old))
    if stone is None:
        there = setting.absolute(urls.clause(slug, now))
        return about | {"url": there, "sameAs": there if reads_on(policy, old) else None}
    last = policy.ledger.last(old) or Wording()
    return about | {
        "name": f"{last.label}{last.heading}",
        "text": last.text,
        "inLanguage": TAGS["zh"],
        "isPartOf": {"@id": _address(setting, slug)},
    }


def linked_policy(setting: Setting, policy: Policy) -> Mapping[str, Any]:
    """What a page of a policy holds of it."""
    return _whole(_known_of(setting, policy))


def part_of(setting: Setting, policy: Policy) -> Mapping[str, Any]:
    """What the pages of its clauses hold of a policy."""
    return _typed(_known_of(setting, policy))


def linked_clause(
    setting: Setting, policy: Policy, clause: Clause, whole: Mapping[str, Any]
) -> Mapping[str, Any]:
    """What the page of a clause holds of it, and of its policy (``part_of``)."""
    return _whole(_named_clause(setting, policy, clause) | {"isPartOf": whole})


def linked_table(
    context: ComparisonContext, name: str, about: str, files: Mapping[str, str], docs: Iterable[str]
) -> Mapping[str, Any]:
    """What the page of a comparison holds of it: ``files`` are the paths of its downloads by media type, ``docs`` the
    policies that it is made of."""
    setting, site, language = context.setting, context.setting.site, context.language
    return {"@context": "https://schema.org", "@type": "Dataset"} | _known(
        {
            "@id": setting.absolute(context.here),
            "url": setting.absolute(context.here),
            "name": name,
            "description": about,
            "inLanguage": TAGS[language],
            "license": site.licence,
            "creator": _named("Organization", site.title_en if language == "en" else site.title_zh),
            "isBasedOn": _references(_address(setting, doc) for doc in docs),
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": form, "contentUrl": setting.absolute(file)}
                for form, file in files.items()
            ],
        }
    )


def _known_of(setting: Setting, policy: Policy) -> dict[str, Any]:
    """What a citation of a policy needs."""
    meta = policy.meta
    address = _address(setting, meta.slug)
    place = setting.corpus.jurisdictions.get(meta.jurisdiction.value or "")
    genre = setting.corpus.terms.get(("genre", meta.genre.value or ""))
    english = setting.absolute(urls.policy("en", meta.slug))
    return {
        "@id": address,
        "url": address,
        "name": meta.title_zh.value,
        "alternateName": list(meta.short_titles),
        "inLanguage": TAGS["zh"],
        "legislationIdentifier": meta.number.value,
        "legislationType": genre.name_zh if genre else None,
        "legislationDate": meta.made.value,
        "datePublished": meta.published.value,
        "temporalCoverage": f"{meta.effective.value}/{meta.expires.value or '..'}"
        if meta.effective.value
        else meta.period.value,
        "legislationLegalForce": _force(setting, meta.slug),
        "legislationPassedBy": [_named("GovernmentOrganization", name) for name in meta.issuers.value or ()],
        "legislationJurisdiction": _named("AdministrativeArea", place.name_zh) if place else None,
        "workTranslation": _known(
            {
                "@type": "Legislation",
                "@id": english,
                "name": meta.title_en,
                "inLanguage": TAGS["en"],
            }
        ),
    }


def _policy(setting: Setting, policy: Policy, parts: Iterable[str]) -> Mapping[str, Any]:
    meta = policy.meta
    return _known_of(setting, policy) | {
        "legislationChanges": _references(
            _address(setting, slug) for slug in setting.corpus.replaced_by(meta.slug)
        ),
        "isBasedOn": meta.source_url,
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "application/akn+xml",
            "contentUrl": setting.absolute(urls.akoma_ntoso(meta.slug)),
        },
        "hasPart": _references(parts),
    }


def _named_clause(setting: Setting, policy: Policy, clause: Clause) -> dict[str, Any]:
    """What a citation of a clause needs."""
    slug = policy.meta.slug
    address = setting.absolute(urls.clause(slug, clause.id))
    return {
        "@id": address,
        "url": address,
        "legislationIdentifier": f"{slug}#{clause.id}",
        "name": "".join(filter(None, (clause.label, clause.heading))),
        "inLanguage": TAGS["zh"],
        "version": ids.short_hash(clause.text),
        "position": clause.order + 1,
    }


def _clause(setting: Setting, policy: Policy, clause: Clause, parts: Iterable[str]) -> Mapping[str, Any]:
    slug = policy.meta.slug
    above = setting.absolute(urls.clause(slug, clause.parent)) if clause.parent else _address(setting, slug)
    resolved = setting.corpus.resolutions.get(slug, {}).get(clause.id, ())
    cited = dict.fromkeys(to.resolves_to for to in resolved if to.resolves_to not in {None, slug})
    translation = policy.translations.get(clause.id)
    return _named_clause(setting, policy, clause) | {
        "text": clause.text,
        "isPartOf": {"@id": above},
        "legislationLegalForce": _force(setting, slug),
        "hasPart": _references(parts),
        "citation": _references(_address(setting, doc) for doc in cited if doc),
        "workTranslation": _translation(translation) if translation else None,
    }


def _translation(translation: Translation) -> Mapping[str, Any]:
    return _known(
        {
            "@type": "Legislation",
            "name": translation.heading,
            "text": translation.text,
            "inLanguage": TAGS["en"],
            "creativeWorkStatus": translation.state,
        }
    )


def _force(setting: Setting, doc: str) -> str | None:
    """The legal force of a policy, as far as it holds on every day."""
    validity = setting.corpus.validity_of(doc)
    if validity.force in ("draft", "ended"):
        return "https://schema.org/NotInForce"
    return (
        "https://schema.org/InForce"
        if validity.force == "in_force" and not (validity.first or validity.last)
        else None
    )


def _address(setting: Setting, doc: str) -> str:
    return setting.absolute(urls.policy("zh", doc))


def _references(addresses: Iterable[str]) -> list[Mapping[str, str]]:
    return [{"@id": address} for address in addresses]


def _named(kind: str, name: str) -> Mapping[str, str]:
    return {"@type": kind, "name": name}


def _whole(about: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"@context": "https://schema.org"} | _typed(about)


def _typed(about: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": "Legislation"} | _known(about)


def _known(about: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in about.items() if value not in (None, "", [])}
