"""One policy from its text, for the build: parsed, its facts and keywords found."""

from dataclasses import replace
from pathlib import Path

from digest.check.ledger import named
from digest.enrich import find_facts
from digest.enrich.clause_references import check_references
from digest.enrich.document_facts import check_facts, propose_facts
from digest.enrich.keywords import find_keywords
from digest.enrich.known_english import known_names
from digest.enrich.places import places_of
from digest.enrich.provisions import unmentioned
from digest.model.corpus import Policy, PolicyText
from digest.model.problem import Problem
from digest.model.vocabulary import Vocabulary
from digest.parse import parse
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer
from digest.text.segmenter import segmenter
from digest.translate.phrases import phrases_of


def read_policy(
    text: PolicyText, words: Vocabulary, jurisdictions: Gazetteer
) -> tuple[Policy, tuple[Problem, ...]]:
    """One policy from its text: clauses, facts, and what contradicts what its editor states."""
    parsed, problems = parse(text.source, words.documents, text.meta.slug, text.meta.lines)
    document = named(parsed, text.ledger.ids)
    proposed = propose_facts(document, words.documents)
    stated = Path(text.source.name).with_name("policy.toml").as_posix()
    contradictions = check_facts(proposed, text.meta, stated)
    found = (*problems, *contradictions, *check_references(document))
    # No stage after this one asks for the tokens, and those of a large site would take a tenth of its memory.
    kept = replace(document, tokens=())
    policy = with_facts(Policy(text.meta, kept, {}, {}, found, text.ledger), words, jurisdictions)
    terms = tuple(term.zh for term in words.glossary.terms)
    keywords = find_keywords(kept, segmenter(terms), words.keywords, terms, policy.facts)
    return replace(policy, keywords=keywords), found


def with_facts(policy: Policy, words: Vocabulary, jurisdictions: Gazetteer) -> Policy:
    """A policy with the facts of its clauses, and with what of these and of its names needs English."""
    meta, document = policy.meta, policy.document
    titles, issuers = [meta.title_zh.value] if meta.title_zh.value else [], meta.issuers.value or ()
    proposed_place = propose_place(titles, issuers, jurisdictions, words.agencies.place_words)
    places = places_of(meta.jurisdiction.value, jurisdictions, proposed_place)
    facts, names = find_facts(document, words, places, meta), known_names(meta, words, places)
    found = replace(policy, facts=facts, names=names, silent=unmentioned(document, words.provisions))
    return replace(found, phrases=phrases_of(found, words.targets.metrics_en))
