"""The phrases of a policy that need English: which there are, under which entries, and what these give to facts and names.

A phrase has one entry for each clause and field, a name one for the policy, where it is printed first. Figures and dates
need none: pages print them in either language.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from gettext import gettext

from digest.model.corpus import Policy, PolicyMeta
from digest.model.phrases import FIELDS, Phrase, Rendering, in_english, place_and_field
from digest.model.translation import TITLE, Catalogue
from digest.regex import regex

_Key = tuple[str, str]
"""What phrases with one entry have in common: their kind, or their place and field; and their Chinese."""


def phrases_of(policy: Policy, indicators: Container[str]) -> tuple[Phrase, ...]:
    """The phrases that no word list has English for: those of the document, then those of the clauses in the order of the
    text. Of an indicator that is not among the known ``indicators`` word lists know the last words only."""
    found: dict[_Key, Phrase] = {}

    def asked(place: str, field: str, zh: str, there: str | None = None) -> None:
        known = there and (field != "indicator" or zh in indicators)
        if not known and _WORDS.search(_FIGURES.sub("", zh)):
            found.setdefault(_key(place, field, zh), Phrase(place, field, _one_line(zh)))

    for field, zh in _names(policy.meta):
        if zh not in policy.names:
            asked(TITLE, field, zh)
    for clause in policy.document.clauses:
        if clause.id in policy.facts:
            in_english(policy.facts[clause.id], partial(asked, clause.id))
    return tuple(found.values())


def contexts_of(phrases: Iterable[Phrase]) -> Mapping[str, Phrase]:
    """The phrases by the contexts of their entries: ``3.2/recipient``, and ``3.2/recipient.2`` for another one there."""
    count: Counter[tuple[str, str]] = Counter()
    found = {}
    for phrase in phrases:
        count[phrase.place, phrase.field] += 1
        number = count[phrase.place, phrase.field]
        found[f"{phrase.place}/{phrase.field}" + (f".{number}" if number > 1 else "")] = phrase
    return found


def with_english(policy: Policy, catalogue: Catalogue) -> Policy:
    """A policy whose facts and names have the English of their entries, but for English that belongs to other Chinese. The
    catalogue is up to date with it."""
    entries = {entry.context: entry for entry in catalogue.entries if not entry.obsolete}
    english = {
        _key(*phrase): Rendering(entry.en, entry.state)
        for context, phrase in contexts_of(policy.phrases).items()
        if (entry := entries[context]).state in ("reviewed", "machine")
    }
    if not english:
        return policy

    def said(place: str, field: str, zh: str, _there: str | None = None) -> Rendering | None:
        return english.get(_key(place, field, zh))

    names = {zh: found for field, zh in _names(policy.meta) if (found := said(TITLE, field, zh))}
    facts = {clause: in_english(each, partial(said, clause)) for clause, each in policy.facts.items()}
    return replace(policy, facts=facts, names={**names, **policy.names})


def shown(context: str) -> str:
    """The context of an entry for people: ``3.2 (recipients)``; a clause or the title as it is."""
    place, field = place_and_field(context)
    names = {
        "short": gettext("short title"),
        "issuer": gettext("issued by"),
        "related": gettext("related document"),
        "recipient": gettext("recipients"),
        "conditions": gettext("conditions"),
        "rate_base": gettext("rate applied to"),
        "tier": gettext("tier"),
        "threshold": gettext("threshold"),
        "payout": gettext("payment"),
        "stage": gettext("stage"),
        "indicator": gettext("indicator"),
        "deadline": gettext("deadline"),
        "agency": gettext("agency"),
        "cited": gettext("cited document"),
    }
    if field not in names:
        return context
    return gettext("{place} ({what})").format(place=place, what=names[field])


_FIGURES = regex(
    r"(?:[至到截]|截至)?[\d一二三四五六七八九十百千万亿两零〇.,．，%％—–~～\-、\s]+(?:[多余]?[年月日号]|[美欧日]?元|人民币)?[底末初前后]*"
)
"""Sums, shares and dates."""

_WORDS = regex(r"[\u3400-\u9fff\uf900-\ufaff]")


def _names(meta: PolicyMeta) -> Iterator[tuple[str, str]]:
    """The names of a document in its details, each with its field."""
    yield from (("short", title) for title in meta.short_titles)
    yield from (("issuer", issuer) for issuer in meta.issuers.value or ())
    yield from (("related", relation.target) for relation in meta.relations)


def _key(place: str, field: str, zh: str) -> _Key:
    return FIELDS[field].kind or f"{place}/{field}", "".join(zh.split())


def _one_line(zh: str) -> str:
    return "".join(zh.splitlines())
