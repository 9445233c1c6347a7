"""What each support pays a firm, as a formula, or why it cannot be counted."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from digest.enrich.formulas.figures import formula_of
from digest.enrich.formulas.firms import capped_behind, is_ceiling_over_all, meant_for_firms
from digest.model.document import Clause, Document
from digest.model.facts import ClauseFacts, Instrument
from digest.model.formulas import Formula, Uncounted
from digest.model.vocabulary import EstimateWords


def with_formulas(
    facts: Mapping[str, ClauseFacts], document: Document, words: EstimateWords
) -> Mapping[str, ClauseFacts]:
    """Facts by clause, each support that is granted with its formula or the reason why it has none."""
    clauses = {clause.id: clause for clause in document.clauses if clause.id in facts}
    bounded = {
        clause.parent
        for clause in clauses.values()
        if clause.parent and any(map(is_ceiling_over_all, facts[clause.id].grants))
    }
    return {
        name: _with_formulas(each, clauses[name], bounded, words) if each.instruments else each
        for name, each in facts.items()
    }


def _with_formulas(
    facts: ClauseFacts, clause: Clause, bounded: Collection[str], words: EstimateWords
) -> ClauseFacts:
    supports = (
        replace(fact, formula=_formula(fact, facts, clause, bounded, words)) if fact.act == "grant" else fact
        for fact in facts.instruments
    )
    return replace(facts, instruments=tuple(supports))


def _formula(
    fact: Instrument, facts: ClauseFacts, clause: Clause, bounded: Collection[str], words: EstimateWords
) -> Formula | Uncounted:
    """``bounded`` are the clauses of whose items one is a ceiling over all."""
    found = formula_of(fact, words)
    if isinstance(found, Formula):
        found = meant_for_firms(words, fact, found)
    beside = clause.parent in bounded and not fact.caps
    if isinstance(found, Formula) and (beside or capped_behind(words, fact, facts.grants, clause.text)):
        return Uncounted("several")
    return found
