"""The English that a project's word lists have for phrases of facts and for names: terms and titles of the glossary,
agencies.
"""

from collections.abc import Mapping
from functools import partial

from digest.enrich.agency_names import name_agency
from digest.enrich.places import Places
from digest.model.corpus import PolicyMeta
from digest.model.facts import ClauseFacts
from digest.model.phrases import FIELDS, Rendering, in_english
from digest.model.vocabulary import Glossary, Vocabulary
from digest.text.titles import title_key


def with_known_english(facts: Mapping[str, ClauseFacts], glossary: Glossary) -> Mapping[str, ClauseFacts]:
    """Facts by clause with the English of phrases that the glossary has, as a term or as a title."""
    say = partial(_in_glossary, {term.zh: term.en for term in glossary.terms}, _titles(glossary))
    return {clause: in_english(each, say) for clause, each in facts.items()}


def known_names(meta: PolicyMeta, words: Vocabulary, places: Places) -> Mapping[str, Rendering]:
    """The English of the issuers that the list of agencies can name, and of short and related titles in the glossary, by
    their Chinese."""
    titles = _titles(words.glossary)
    related = (relation.target for relation in meta.relations)
    named = {title: titles.get(title_key(title)) for title in (*meta.short_titles, *related)}
    for issuer in meta.issuers.value or ():
        agency = name_agency(issuer, "", places, words.agencies)
        named[issuer] = agency.en if agency else None
    return {zh: Rendering(en, "reviewed") for zh, en in named.items() if en}


def _titles(glossary: Glossary) -> Mapping[str, str]:
    return {title_key(title.zh): title.en for title in glossary.titles}


def _in_glossary(
    terms: Mapping[str, str], titles: Mapping[str, str], field: str, zh: str, there: str | None
) -> Rendering | None:
    if there:
        return None
    en = titles.get(title_key(zh)) if FIELDS[field].kind == "document" else terms.get(zh)
    return Rendering(en, "reviewed") if en else None
