"""The measures of different policies that correspond: from acts to clauses, with the evidence of both sides.

What is true afterwards: no match lies inside one policy, or between editions of one; ``a`` stands before ``b`` by slug; a pair's
probability depends on its two policies alone; matches are sorted by slugs and ids.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import comb
from typing import NamedTuple

from digest.crossref.features import Features, Reader
from digest.crossref.index import Index, Measure
from digest.crossref.likeness import Compared, ranked
from digest.crossref.relations import Relations
from digest.crossref.verdict import verdict
from digest.model.corpus import Policy
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.matches import ActPair, Match
from digest.model.progress import Progress, silent


class ClausePair(NamedTuple):
    """Two clauses by slug and id, ``a`` the policy that stands first by slug."""

    a_doc: str
    a_clause: str
    b_doc: str
    b_clause: str


def read_acts(policies: Iterable[Policy], reader: Reader) -> tuple[Features, ...]:
    """The acts of all policies, sorted by slug, in the order of the texts."""
    ordered = sorted(policies, key=lambda policy: policy.meta.slug)
    return tuple(act for policy in ordered for act in reader.read(policy))


def find_pairs(
    acts: Iterable[Features], editions: Editions = NO_EDITIONS, progress: Progress = silent
) -> Mapping[ClausePair, tuple[ActPair, ...]]:
    """The clauses that correspond, and the acts by which they do, the surest first."""
    judged = ((pair, verdict(compared)) for pair, compared in compare_measures(acts, editions, progress))
    return {pair: acting for pair, acting in sorted(judged, key=lambda each: each[0]) if acting}


def compare_measures(
    acts: Iterable[Features], editions: Editions = NO_EDITIONS, progress: Progress = silent
) -> Iterator[tuple[ClausePair, Compared]]:
    """All measures of different policies that are worth comparing, with what they have in common; those of editions of
    one work are not. The acts of a measure, and the measures of a policy, stand together."""
    policies: list[tuple[str, Sequence[Measure]]] = [
        (doc, [tuple(measure) for _, measure in groupby(inside, key=lambda act: act.act.clause)])
        for doc, inside in groupby(acts, key=lambda act: act.act.doc)
    ]
    for at, (doc, measures) in enumerate(policies):
        progress("match", comb(at, 2), comb(len(policies), 2))
        index = Index.of(measures)
        for other, others in policies[:at]:
            if editions.are(doc, other):
                continue
            pairs = [Compared.of(a, b) for a, b in index.candidates(others)]
            for pair in ranked(pairs):
                yield ClausePair(pair.a.doc, pair.a.clause, pair.b.doc, pair.b.clause), pair


def to_matches(pairs: Mapping[ClausePair, tuple[ActPair, ...]], relations: Relations) -> tuple[Match, ...]:
    """Pairs of acts lifted to their clauses: the best pair speaks for the clauses, each reason is kept."""
    docs = sorted({(clauses.a_doc, clauses.b_doc) for clauses in pairs})
    between = {(a, b): relations.between(a, b) for a, b in docs}
    return tuple(
        _match(clauses, found, between[clauses.a_doc, clauses.b_doc]) for clauses, found in pairs.items()
    )


def _match(clauses: ClausePair, pairs: tuple[ActPair, ...], relation: str) -> Match:
    best = pairs[0]
    every = {reason: None for pair in pairs if pair.grade == best.grade for reason in pair.reasons}
    return Match(
        *clauses,
        grade=best.grade,
        shown=best.shown,
        score=best.score,
        wording=best.wording,
        theme=best.theme,
        reasons=tuple(every),
        words=best.words,
        evidence_a=best.a.text,
        evidence_b=best.b.text,
        relation=relation,
        decided_by="rule",
        pairs=pairs,
    )
