"""The enrich stage: the facts of each clause, with their evidence.

What is true afterwards: ``evidence`` of a fact is the clause's text from ``start`` to ``end``; a clause
without facts is left out. A new kind of fact is one file and one row in ``EXTRACTORS``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.enrich.agencies import find_agencies
from digest.enrich.aims import ClauseFigures, find_document_targets
from digest.enrich.areas import find_areas
from digest.enrich.citations import Names, clause_citations
from digest.enrich.clause_references import Articles, articles_of, clause_references
from digest.enrich.document_facts import names_of, propose_facts, year_written
from digest.enrich.formulas import with_formulas
from digest.enrich.instruments import Grammar, find_in_tables, find_instruments, grammar, lead_of
from digest.enrich.issuing_level import issuing_level
from digest.enrich.known_english import with_known_english
from digest.enrich.places import Places
from digest.enrich.provisions import find_provisions, with_documents
from digest.model.corpus import PolicyMeta
from digest.model.document import Clause, Document, Kind
from digest.model.facts import AgencyRole, Area, ClauseFacts
from digest.model.vocabulary import Vocabulary

__all__ = ["EXTRACTORS", "find_facts"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a clause is read with: the word lists, the patterns of ``supports``, the places its text may mean, the names of
    documents in it, its articles, the goals found in the document as a whole (goals inherit from clauses above), and its
    clauses by id."""

    words: Vocabulary
    supports: Grammar
    places: Places
    names: Names
    articles: Articles
    figures: Mapping[str, ClauseFigures]
    clauses: Mapping[str, Clause]


_NO_FIGURES = ClauseFigures((), ())
_COMMENTARY = frozenset({Kind.NOTE, Kind.FOOTNOTE, Kind.FRONT})


def _instruments(clause: Clause, context: Context) -> tuple[Any, ...]:
    """Commentary reports on supports; it grants none."""
    if clause.kind in _COMMENTARY:
        return ()
    rules = context.supports
    lead = lead_of(clause, context.clauses, rules)
    said, tabled = find_instruments(clause.prose, rules, lead), find_in_tables(clause, rules, lead)
    return tuple(sorted((*said, *tabled), key=lambda row: row.start)) if tabled else said


def _citations(clause: Clause, context: Context) -> tuple[Any, ...]:
    """Printed titles and references to clauses of the text itself, in the order of the text."""
    titles = tuple(
        replace(each, level=issuing_level(each.title, each.number, context.places, context.words.places))
        for each in clause_citations(clause, context.names, context.words.documents)
    )
    references = tuple(clause_references(clause, context.articles))
    return tuple(sorted((*titles, *references), key=lambda row: row.start)) if references else titles


def _bodies(clause: Clause, context: Context) -> tuple[AgencyRole, ...]:
    return find_agencies(clause.text, context.places, context.words.agencies)


def _areas(clause: Clause, context: Context) -> tuple[Area, ...]:
    """A place in the name of a body is none; bodies are looked for again only where a place is named."""
    found = find_areas(clause, context.places, context.words.places)
    return find_areas(clause, context.places, context.words.places, _bodies(clause, context)) if found else ()


def _provisions(clause: Clause, context: Context) -> tuple[Any, ...]:
    """What a text rests on are documents; these are looked for again only there."""
    words = context.words.provisions
    return tuple(
        with_documents(rule, clause, _citations(clause, context), words) if rule.kind == "basis" else rule
        for rule in find_provisions(clause, words)
    )


EXTRACTORS: tuple[tuple[str, Callable[[Clause, Context], tuple[Any, ...]]], ...] = (
    ("instruments", _instruments),
    ("targets", lambda clause, context: context.figures.get(clause.id, _NO_FIGURES).targets),
    ("statistics", lambda clause, context: context.figures.get(clause.id, _NO_FIGURES).statistics),
    ("agencies", _bodies),
    ("citations", _citations),
    ("areas", _areas),
    ("provisions", _provisions),
)


def find_facts(
    document: Document, words: Vocabulary, places: Places, meta: PolicyMeta | None = None
) -> Mapping[str, ClauseFacts]:
    """The facts of a document by clause id. ``meta`` adds what editors know of its titles."""
    proposed = propose_facts(document, words.documents)
    names = names_of(document, proposed, meta)
    figures = find_document_targets(document, words.targets, year_written(proposed, meta))
    clauses = {clause.id: clause for clause in document.clauses}
    context = Context(
        words, grammar(words.instruments), places, names, articles_of(document), figures, clauses
    )
    found = {clause.id: _facts(clause, context) for clause in document.clauses}
    there = {clause_id: facts for clause_id, facts in found.items() if facts != ClauseFacts()}
    return with_known_english(with_formulas(there, document, words.estimate), words.glossary)


def _facts(clause: Clause, context: Context) -> ClauseFacts:
    return ClauseFacts(**{name: extract(clause, context) for name, extract in EXTRACTORS})
