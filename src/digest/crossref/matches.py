"""The measures of different policies that correspond: from acts to clauses, with the evidence of both sides.

What is true afterwards: no match lies inside one policy, or between editions of one; ``a`` stands before ``b`` by slug; a pair's
probability depends on its two policies alone; matches are sorted by slugs and ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from digest.crossref.features import Features, Reader
from digest.crossref.index import Index, measures_of
from digest.crossref.likeness import Compared, Likeness, Measure, ranked
from digest.crossref.nearest import nearest
from digest.crossref.relations import Relations
from digest.crossref.verdict import may_correspond, verdict
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
    compared = compare_measures(acts, editions, progress, may_correspond)
    judged = ((pair, verdict(each)) for pair, each in compared)
    return {pair: acting for pair, acting in sorted(judged, key=lambda each: each[0]) if acting}


def compare_measures(
    acts: Iterable[Features],
    editions: Editions = NO_EDITIONS,
    progress: Progress = silent,
    worth: Callable[[Likeness], bool] = lambda _: True,
) -> Iterator[tuple[ClausePair, Compared]]:
    """The measures of different policies that are worth comparing, with what they have in common; those of editions of
    one work are not. The acts of a measure, and the measures of a policy, stand together. ``worth`` says from the most
    that two measures can have in common whether their acts are compared."""
    policies = {doc: tuple(inside) for doc, inside in groupby(acts, key=lambda act: act.act.doc)}
    couples = nearest({doc: inside[0].whole.profile for doc, inside in policies.items()})
    couples = [couple for couple in couples if not editions.are(*couple)]
    measures = {doc: measures_of(policies[doc]) for doc in sorted({doc for each in couples for doc in each})}
    by_second = sorted(couples, key=lambda couple: couple[1])
    done = 0
    for doc, others in groupby(by_second, key=lambda couple: couple[1]):
        index = Index.of(measures[doc])
        for other, _ in others:
            progress("match", done, len(couples))
            done += 1
            yield from compare_couple(measures[other], index, worth)


def compare_couple(
    measures: Sequence[Measure], index: Index, worth: Callable[[Likeness], bool]
) -> Iterator[tuple[ClausePair, Compared]]:
    """The same for two policies; nothing but their acts counts."""
    for near in ranked(index.candidates(measures)):
        if worth(near.at_most()):
            a, b = near.a.acts[0].act, near.b.acts[0].act
            yield ClausePair(a.doc, a.clause, b.doc, b.clause), near.compared()


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
