"""``data/clauses-index.json``: what a report needs to know of the clauses it links to. The extension for Markdown
(``digest.reports``) and the filter for pandoc, which stands beside it, read nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from digest.cite.locators import locator_zh, short_locator_en
from digest.cite.references import one_line
from digest.model.corpus import Policy, Translation
from digest.model.document import Clause
from digest.model.ledger import Tombstone, Wording
from digest.model.page import Json, JsonLines, Page, PlainText
from digest.model.validity import SUPERSEDED, Validity
from digest.pages.frame import Setting
from digest.pages.particulars import place_name, policy_title, term
from digest.pages.parts import Part, Shown, by_page
from digest.pages.strings import plain
from digest.pages.wordings import Published, differing, published
from digest.resources import pandoc_filter
from digest.text import ids, urls
from digest.text.entries import labelled
from digest.text.pairing import wordings

FORMAT = 1
"""Counts the forms of the index that older readers would misread."""


class _Known(NamedTuple):
    """What the ledger of a policy knows: the earlier wordings of clauses, and the names of those that are gone, by id."""

    earlier: Mapping[str, Published]
    gone: Mapping[str, str]


def make_clauses_index(setting: Setting) -> Iterator[Part]:
    """The index with its JSON Schema, and the filter."""
    yield from by_page(
        (
            Page(urls.data("clauses-index.schema.json"), "", Json(SCHEMA)),
            Page(urls.data("clauses.lua"), "", PlainText(pandoc_filter())),
        )
    )
    policies = setting.corpus.policies
    clauses = {policy.meta.slug: [clause.id for clause in policy.document.clauses] for policy in policies}
    known = {policy.meta.slug: _Known(_published(policy), _last_names(policy)) for policy in policies}
    yield Part(_index, Shown(clauses, whole=clauses), known, templated=False)


@dataclass(frozen=True, slots=True)
class _Policies:
    """The entries of all policies, made when they are written."""

    setting: Setting
    known: Mapping[str, _Known]

    def __iter__(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for policy in self.setting.corpus.policies:
            slug = policy.meta.slug
            yield slug, _entry(self.setting, policy, self.known[slug])


def _index(setting: Setting, known: Mapping[str, _Known]) -> Iterator[Page]:
    words = dict(setting.words["both"].entries)
    head = {
        "format": FORMAT,
        "site": {"zh": setting.site.title_zh, "en": setting.site.title_en, "address": setting.site.base_url},
        "words": {
            language: {key.removeprefix("reports."): words[language][key] for key in _WORDS}
            for language in urls.LANGUAGES
        },
    }
    yield Page(urls.data("clauses-index.json"), "", JsonLines(head, "policies", _Policies(setting, known)))


def _entry(setting: Setting, policy: Policy, known: _Known) -> Mapping[str, Any]:
    """What is said of a policy."""
    meta, corpus = policy.meta, setting.corpus
    clauses = {
        clause.id: _clause(clause, policy.translations.get(clause.id)) for clause in policy.document.clauses
    }
    title = [plain(policy_title(policy, language)) for language in urls.LANGUAGES]
    place = corpus.jurisdictions.get(meta.jurisdiction.value or "")
    places = [plain(place_name(place, language)) for language in urls.LANGUAGES] if place else None
    validity = corpus.validity_of(meta.slug)
    former = _former(policy)
    return {
        "title": title,
        "short": [meta.short_titles[0] if meta.short_titles else title[0], places[1] if places else title[1]],
        "number": meta.number.value,
        "place": places,
        "address": setting.absolute(urls.clauses(meta.slug)),
        "status": _status(setting, validity),
        "ends": _end(setting, validity),
        "by": list(validity.by),
        "clauses": clauses,
        "earlier": {
            name: earlier
            for name, (now, *_) in clauses.items()
            if (earlier := _versions(known.earlier.get(name, ()), now))
        },
        "moved": {old: now for old, now in former.items() if now in clauses},
        "gone": {
            old: _gone(policy.ledger.tombstones[now], known.gone[now] or old)
            for old, now in former.items()
            if now in policy.ledger.tombstones
        },
    }


def _clause(clause: Clause, translation: Translation | None) -> list[str]:
    """The version of a clause, empty where it has no text of its own, and what it is called in each language."""
    zh, en = locator_zh(clause) or clause.id, short_locator_en(clause, translation) or clause.id
    english = translation.heading if translation else None
    return [
        ids.version_of(clause.text) or "",
        _name(zh, clause.heading),
        _name(en[:1].upper() + en[1:], english),
    ]


def _name(locator: str, heading: str | None) -> str:
    """A locator with the heading, unless it has it already: in quotation marks, or after its only number."""
    if not heading or heading in locator or locator.endswith("”"):
        return locator
    return labelled(locator, one_line(heading))


def _status(setting: Setting, validity: Validity) -> Mapping[str, str] | None:
    """That a policy is a draft, ended or superseded, whatever the day."""
    if validity.state == SUPERSEDED or validity.force in ("draft", "ended"):
        return _state(setting, validity.state, validity.force)
    return None


def _end(setting: Setting, validity: Validity) -> Mapping[str, str] | None:
    """The last day on which a policy can be relied on, and what it is afterwards."""
    if validity.last is None:
        return None
    return {"last": validity.last, **_state(setting, validity.then, "ended")}


def _state(setting: Setting, state: str, force: str) -> Mapping[str, str]:
    names = {language: plain(term(setting, "status", state, language)) for language in urls.LANGUAGES}
    return {"kind": "superseded" if state == SUPERSEDED else force, **names}


def _published(policy: Policy) -> Mapping[str, Published]:
    """The wordings with which clauses were published, but for those of now."""
    now = wordings(policy.document)
    found = {
        name: differing(known, now.get(name, Wording())) for name, known in published(policy.ledger).items()
    }
    return {name: known for name, known in found.items() if known}


def _former(policy: Policy) -> Mapping[str, str]:
    """The ids that no clause has any more, each with the one at which the way from it ends."""
    ledger = policy.ledger
    return {old: ledger.end(old) for old in (*ledger.aliases, *ledger.tombstones)}


def _gone(stone: Tombstone, name: str) -> Mapping[str, Any]:
    """What is left of a clause that is gone: since which day (None where nobody knows), what replaced it, and its name."""
    return {"since": stone.since or None, "by": list(stone.replaced_by), "name": name}


def _last_names(policy: Policy) -> Mapping[str, str]:
    """What the clauses that are gone were called last: the labels of what they were part of, their own, their heading."""

    def last(name: str) -> Wording:
        return policy.ledger.last(name) or Wording()

    def called(name: str) -> str:
        whole = accumulate(name.split("."), "{}.{}".format)
        return labelled("".join(last(each).label for each in whole), last(name).heading).strip()

    return {name: called(name) for name in policy.ledger.tombstones}


def _versions(known: Published, now: str) -> list[str]:
    """What pins the wordings that a clause had, without that of now."""
    found = (each[:8] if isinstance(each, str) else ids.version_of(each.text) for each in known)
    return [version for version in dict.fromkeys(found) if version and version != now]


_WORDS = (
    "reports.named",
    "reports.note",
    "reports.number",
    "reports.status",
    "reports.by",
    "reports.changed_since",
    "reports.gone_since",
    "reports.unknown",
    "reports.unpublished",
    "reports.moved",
    "reports.gone",
    "reports.replaced",
    "reports.changed",
    "reports.standing",
)
"""What the readers of the index say with it."""


def _object(about: str, properties: Mapping[str, Any], *optional: str) -> Mapping[str, Any]:
    return {
        "type": "object",
        "description": about,
        "required": [name for name in properties if name not in optional],
        "properties": properties,
    }


def _by_id(about: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    names = {"pattern": rf"^(?:{ids.FORM.pattern})$"}
    return {"type": "object", "description": about, "propertyNames": names, "additionalProperties": values}


def _pair(about: str) -> Mapping[str, Any]:
    both = {"type": "string"}
    return {"type": "array", "description": about, "items": both, "minItems": 2, "maxItems": 2}


_TEXT = {"type": "string"}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PIN = {"type": "string", "pattern": "^[0-9a-f]{8}$"}
_STATE = {"kind": {"enum": ["draft", "ended", "superseded"]}, "zh": _TEXT, "en": _TEXT}


def _or_null(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**schema, "type": [schema["type"], "null"]}


SCHEMA: Mapping[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "clauses-index.json: the clauses of a site, for tools that make links to them",
    **_object(
        "Further members may be added; one that changes its meaning has another format.",
        {
            "format": {"const": FORMAT},
            "site": _object(
                "The site; its address ends with a slash.",
                {"zh": _TEXT, "en": _TEXT, "address": {**_TEXT, "format": "uri"}},
            ),
            "words": {
                "type": "object",
                "description": "What tools say, by language, with names in braces to fill in.",
                "additionalProperties": {"type": "object", "additionalProperties": _TEXT},
            },
            "policies": {
                "type": "object",
                "description": "The policies by slug. In the file, each has a line of its own.",
                "propertyNames": {"pattern": "^[a-z0-9-]+$"},
                "additionalProperties": _object(
                    "A policy. Of two texts the first is Chinese, the second English, or Chinese where there is none.",
                    {
                        "title": _pair("The title."),
                        "short": _pair(
                            "What it is called in passing: its short title, else its title; in English its jurisdiction."
                        ),
                        "number": {"type": ["string", "null"], "description": "The document number (文号)."},
                        "place": _or_null(_pair("The jurisdiction.")),
                        "address": {
                            **_TEXT,
                            "format": "uri",
                            "description": "The permanent address of a clause is this, its id, and a slash.",
                        },
                        "status": _or_null(
                            _object("What somebody who relies on the text must know on every day.", _STATE)
                        ),
                        "ends": _or_null(
                            _object(
                                "The last day on which it can be relied on, and what it is afterwards.",
                                {"last": _DAY, **_STATE},
                            )
                        ),
                        "by": {
                            "type": "array",
                            "description": "The policies of this site that supersede it.",
                            "items": _TEXT,
                        },
                        "clauses": _by_id(
                            "The clauses: version (the first 8 hex digits of the text's hash, empty where there is no text), "
                            "names as links to it say them: numbers as printed with the heading, and the same in English.",
                            {"type": "array", "items": _TEXT, "minItems": 3, "maxItems": 3},
                        ),
                        "earlier": _by_id(
                            "The versions that a clause was published with before, the oldest first.",
                            {"type": "array", "items": _PIN},
                        ),
                        "moved": _by_id("Former ids, each with the id of the clause now.", _TEXT),
                        "gone": _by_id(
                            "Former ids of clauses that are gone.",
                            _object(
                                "Since when, which clauses replaced it, and its name as it was printed.",
                                {
                                    "since": {"type": ["string", "null"]},
                                    "by": {"type": "array", "items": _TEXT},
                                    "name": _TEXT,
                                },
                            ),
                        ),
                    },
                ),
            },
        },
    ),
}
