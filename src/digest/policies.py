"""One policy from its text, for the build: parsed, its facts and keywords found."""

from dataclasses import replace
from pathlib import Path

from digest.check.ledger import named
from digest.enrich import find_facts
from digest.enrich.clause_references import check_references
from digest.enrich.document_facts import check_facts, propose_facts
from digest.enrich.keywords import find_keywords
from digest.enrich.places import places_of
from digest.model.corpus import Policy, PolicyText
from digest.model.problem import Problem
from digest.model.vocabulary import Vocabulary
from digest.parse import parse
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer
from digest.text.words import segmenter


def read_policy(
    text: PolicyText, words: Vocabulary, jurisdictions: Gazetteer
) -> tuple[Policy, tuple[Problem, ...]]:
    """One policy from its text: clauses, facts, and what contradicts what its editor states."""
    parsed, problems = parse(text.source, words.documents, text.meta.slug, text.meta.lines)
    document = named(parsed, text.ledger.ids)
    title = text.meta.title_zh.value
    proposed_place = propose_place(
        [title] if title else [], text.meta.issuers.value or (), jurisdictions, words.agencies.place_words
    )
    places = places_of(text.meta.jurisdiction.value, jurisdictions, proposed_place)
    facts = find_facts(document, words, places, text.meta)
    proposed = propose_facts(document, words.documents)
    stated = Path(text.source.name).with_name("policy.toml").as_posix()
    contradictions = check_facts(proposed, text.meta, stated)
    found = (*problems, *contradictions, *check_references(document))
    terms = tuple(term.zh for term in words.glossary.terms)
    keywords = find_keywords(document, segmenter(terms), words.keywords, terms, facts)
    # No stage after this one asks for the tokens, and those of a large site would take a tenth of its memory.
    kept = replace(document, tokens=())
    return Policy(text.meta, kept, facts, {}, found, text.ledger, keywords), found
