"""The measures of different policies that correspond: from acts to clauses, with the evidence of both sides.

What is true afterwards: no match lies inside one policy, or between editions of one; ``a`` stands before ``b`` by slug; a pair's
probability depends on its two policies alone; matches are sorted by slugs and ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
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


class Judged(NamedTuple):
    """What was found between two policies: the acts of both, and the clauses that correspond with the acts by which they
    do."""

    acts: tuple[tuple[Features, ...], tuple[Features, ...]]
    found: tuple[tuple[ClausePair, tuple[ActPair, ...]], ...]


Known = dict[tuple[str, str], Judged]
"""What was found between policies, by their slugs."""


def find_pairs(
    acts: Iterable[Features],
    editions: Editions = NO_EDITIONS,
    progress: Progress = silent,
    known: Known | None = None,
) -> Mapping[ClausePair, tuple[ActPair, ...]]:
    """The clauses that correspond, and the acts by which they do, the surest first. What is ``known`` of two policies from
    an earlier call is not found again while their acts are the same; it is brought up to date."""
    couples = _couples(acts, editions)
    known = {} if known is None else known
    before = dict(known)
    known.clear()
    for done, (docs, both, compared) in enumerate(couples):
        progress("match", done, len(couples))
        judged = before.get(docs)
        if judged is None or judged.acts != both:
            verdicts = ((pair, verdict(each)) for pair, each in compared(may_correspond))
            judged = Judged(both, tuple((pair, acting) for pair, acting in verdicts if acting))
        known[docs] = judged
    return dict(
        sorted((each for judged in known.values() for each in judged.found), key=lambda each: each[0])
    )


def compare_measures(acts: Iterable[Features]) -> Iterator[tuple[ClausePair, Compared]]:
    """The measures of different policies that are worth comparing, with what they have in common."""
    for _, _, compared in _couples(acts, NO_EDITIONS):
        yield from compared(lambda _: True)


class _Couple(NamedTuple):
    """Two policies to compare, by slug, with their acts; ``compared`` compares their measures."""

    docs: tuple[str, str]
    acts: tuple[tuple[Features, ...], tuple[Features, ...]]
    compared: Callable[[Callable[[Likeness], bool]], Iterator[tuple[ClausePair, Compared]]]


def _couples(acts: Iterable[Features], editions: Editions) -> Sequence[_Couple]:
    """The policies to compare; editions of one work are not. The acts of a measure, and the measures of a policy, stand
    together."""
    policies = {doc: tuple(inside) for doc, inside in groupby(acts, key=lambda act: act.act.doc)}
    measures = cache(lambda doc: measures_of(policies[doc]))
    index = lru_cache(1)(lambda doc: Index.of(measures(doc)))

    def compared(a: str, b: str, worth: Callable[[Likeness], bool]) -> Iterator[tuple[ClausePair, Compared]]:
        return compare_couple(measures(a), index(b), worth)

    near = nearest({doc: inside[0].whole.profile for doc, inside in policies.items()})
    by_second = sorted((b, a) for a, b in near if not editions.are(a, b))
    return [_Couple((a, b), (policies[a], policies[b]), partial(compared, a, b)) for b, a in by_second]


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
