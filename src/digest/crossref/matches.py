"""The measures of different policies that correspond: from acts to clauses, with the evidence of both sides.

What is true afterwards: no match lies inside one policy, or between editions of one; ``a`` stands before ``b`` by slug; a pair's
probability depends on its two policies alone; matches are sorted by slugs and ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby
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


Found = tuple[tuple[ClausePair, tuple[ActPair, ...]], ...]
"""What was found between two policies: the clauses that correspond, each two with the acts by which they do, the surest
first."""


class Couple(NamedTuple):
    """Two policies to compare, by slug."""

    a: str
    b: str


class Block(NamedTuple):
    """Some couples of policies that are judged together, and the acts of these policies, by slug: all that ``judge`` needs,
    in this process or in another."""

    couples: tuple[Couple, ...]
    acts: Mapping[str, tuple[Features, ...]]


Judging = Callable[[Iterable[Block]], Iterable[tuple[Found, ...]]]
"""How blocks are judged, in their order: here, one after the other, or by several workers."""


class Judged(NamedTuple):
    """What was found between two policies, and their acts."""

    acts: tuple[tuple[Features, ...], tuple[Features, ...]]
    found: Found


Known = dict[Couple, Judged]
"""What was found between policies."""


def judge(block: Block) -> tuple[Found, ...]:
    """What is found between the policies of each couple of a block. Nothing but the acts of the two counts."""
    return tuple(
        tuple((pair, acting) for pair, each in compared if (acting := verdict(each)))
        for compared in _compared(block, may_correspond)
    )


def here(blocks: Iterable[Block]) -> Iterator[tuple[Found, ...]]:
    """Blocks judged in this process."""
    return map(judge, blocks)


def find_pairs(
    acts: Iterable[Features],
    editions: Editions = NO_EDITIONS,
    progress: Progress = silent,
    known: Known | None = None,
    judging: Judging = here,
) -> Mapping[ClausePair, tuple[ActPair, ...]]:
    """The clauses that correspond, and the acts by which they do, the surest first. What is ``known`` of two policies from
    an earlier call is not found again while their acts are the same; it is brought up to date."""
    policies = _by_policy(acts)
    couples = _couples(policies, editions)
    known = {} if known is None else known
    before = dict(known)
    known.clear()
    for couple in couples:
        both = policies[couple.a], policies[couple.b]
        if couple in before and before[couple].acts == both:
            known[couple] = before[couple]
    missing = [couple for couple in couples if couple not in known]
    blocks = _blocks(missing, policies)
    for done, (block, judged) in enumerate(zip(blocks, judging(blocks), strict=True)):
        progress("match", done, len(blocks))
        for couple, found in zip(block.couples, judged, strict=True):
            known[couple] = Judged((policies[couple.a], policies[couple.b]), found)
    return dict(
        sorted((each for judged in known.values() for each in judged.found), key=lambda each: each[0])
    )


def compare_measures(acts: Iterable[Features]) -> Iterator[tuple[ClausePair, Compared]]:
    """The measures of different policies that are worth comparing, with what they have in common."""
    policies = _by_policy(acts)
    for block in _blocks(_couples(policies, NO_EDITIONS), policies):
        yield from chain.from_iterable(_compared(block, lambda _: True))


_BLOCK = 48
"""So many couples are judged together: enough that a worker is told of each policy not much more often than once, as those
that stand together are compared with much the same others, and few enough that all workers end at the same time."""


def _by_policy(acts: Iterable[Features]) -> Mapping[str, tuple[Features, ...]]:
    """Acts by the slug of their policy. The acts of a measure, and the measures of a policy, stand together."""
    return {doc: tuple(inside) for doc, inside in groupby(acts, key=lambda act: act.act.doc)}


def _couples(policies: Mapping[str, tuple[Features, ...]], editions: Editions) -> Sequence[Couple]:
    """The policies to compare, those with the same second one together; editions of one work are not."""
    near = nearest({doc: inside[0].whole.profile for doc, inside in policies.items()})
    return [Couple(a, b) for b, a in sorted((b, a) for a, b in near if not editions.are(a, b))]


def _blocks(couples: Sequence[Couple], policies: Mapping[str, tuple[Features, ...]]) -> Sequence[Block]:
    """Couples in blocks, in their order, each with the acts that it needs."""
    cut = (tuple(couples[at : at + _BLOCK]) for at in range(0, len(couples), _BLOCK))
    return [Block(few, {doc: policies[doc] for couple in few for doc in couple}) for few in cut]


def _compared(
    block: Block, worth: Callable[[Likeness], bool]
) -> Iterator[Iterator[tuple[ClausePair, Compared]]]:
    """For each couple of a block the measures that are ``worth`` comparing, compared."""
    measures = cache(lambda doc: measures_of(block.acts[doc]))
    index = lru_cache(1)(lambda doc: Index.of(measures(doc)))
    return (compare_couple(measures(a), index(b), worth) for a, b in block.couples)


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
