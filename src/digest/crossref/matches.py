"""The measures of different policies that correspond: from acts to clauses, with the evidence of both sides.

What is true afterwards: no match lies inside one policy, or between editions of one; ``a`` stands before ``b`` by slug; a pair's
probability depends on its two policies alone; matches are sorted by slugs and ids. A near copy of another policy has matches
with that one alone.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import chain, groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from digest.crossref.gist import PolicyActs
from digest.crossref.index import MeasureIndex, in_both, measures_of
from digest.crossref.likeness import Likeness, MeasureActs, MeasurePair, QuickLikeness, ranked
from digest.crossref.nearest import nearest
from digest.crossref.relations import Relations
from digest.crossref.verdict import may_correspond, verdict
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.matches import ActPair, Match, Reason, Shown
from digest.model.progress import Progress, silent


class ClausePair(NamedTuple):
    """Two clauses by slug and id, ``a`` the policy that stands first by slug."""

    a_doc: str
    a_clause: str
    b_doc: str
    b_clause: str


class ActMatch(NamedTuple):
    """Two acts that correspond, by their places among the acts of their policies, with the other fields of ``ActPair``."""

    a: int
    b: int
    grade: int
    shown: Shown
    score: float
    wording: float
    theme: str | None
    reasons: tuple[Reason, ...]
    words: tuple[str, ...]


Found = tuple[tuple[ActMatch, ...], ...]
"""What was found between two policies: for each two clauses that correspond the acts by which they do, the most reliable first."""


class Couple(NamedTuple):
    """Two policies to compare, by slug. Of near copies (``copies``) a clause is compared with the one of the same wording,
    and those that have none with each other."""

    a: str
    b: str
    copies: bool = False


class CoupleBlock(NamedTuple):
    """Some couples of policies that are judged together, and the acts of these policies, by slug: all that ``judge`` needs,
    in this process or in another."""

    couples: tuple[Couple, ...]
    acts: Mapping[str, PolicyActs]


Judging = Callable[[Sequence[CoupleBlock]], Iterable[tuple[Found, ...]]]
"""How blocks are judged, in their order: here, one after the other, or by several workers."""


class KnownMatches(Protocol):
    """What was found between policies before. A policy is named by its acts (``PolicyActs.name``)."""

    def get(self, first: bytes) -> Mapping[bytes, Found]:
        """What was found between a policy and those that stand behind it, by the names of these."""

    def put(self, first: bytes, found: Mapping[bytes, Found]) -> None:
        """Keep that."""


def judge(block: CoupleBlock) -> tuple[Found, ...]:
    """What is found between the policies of each couple of a block. Nothing but the acts of the two counts."""
    judge = _Judge(block)
    return tuple(
        tuple(judge.rows(couple, acting) for _, each in compared if (acting := verdict(each)))
        for couple, compared in judge.compared(may_correspond)
    )


def here(blocks: Sequence[CoupleBlock]) -> Iterator[tuple[Found, ...]]:
    """Blocks judged in this process."""
    return map(judge, blocks)


MOST = 24
"""A clause has so many matches at least, if that many were found: the likely ones first, then the most reliable. A match is one of
the best of either clause; that of a near copy does not count. More than that nobody reads; of the matches of five plans,
and of 100 laws, none is left out."""

_BLOCK = 48
"""So many couples are judged together: enough that a worker is told of each policy not much more often than once, as those
that stand together are compared with much the same others, and few enough that all workers end at the same time."""


@dataclass(frozen=True, slots=True)
class Means:
    """With what pairs are found: who is told how far it has come, what is known, and who judges."""

    progress: Progress = silent
    known: KnownMatches | None = None
    judging: Judging = here


ALONE = Means()
"""In this process, with nothing known."""


def find_pairs(
    acts: Iterable[PolicyActs],
    editions: Editions = NO_EDITIONS,
    copies: Mapping[str, str] = MappingProxyType({}),
    means: Means = ALONE,
) -> Mapping[ClausePair, tuple[ActPair, ...]]:
    """The clauses that correspond, and the acts by which they do, the most reliable first. ``copies`` are near copies, each with
    the policy that stands for it (``find_copies``)."""
    policies, known = {each.doc: each for each in acts if each.gists}, means.known
    couples = _couples(policies, editions, copies)
    found = _recalled(couples, policies, known) if known else {}
    blocks = _blocks([couple for couple in couples if couple not in found], policies)
    for done, (block, judged) in enumerate(zip(blocks, means.judging(blocks), strict=True)):
        means.progress("match", done, len(blocks))
        found.update(zip(block.couples, judged, strict=True))
    if known:
        _keep(found, {couple.a for block in blocks for couple in block.couples}, policies, known)
    return dict(sorted(_best(_Lifted(policies, found))))


def compare_measures(acts: Iterable[PolicyActs]) -> Iterator[tuple[ClausePair, MeasurePair]]:
    """The measures of different policies that are worth comparing, with what they have in common."""
    policies = {each.doc: each for each in acts if each.gists}
    for block in _blocks(_couples(policies, NO_EDITIONS, {}), policies):
        yield from chain.from_iterable(compared for _, compared in _Judge(block).compared(lambda _: True))


def _couples(
    policies: Mapping[str, PolicyActs], editions: Editions, copies: Mapping[str, str]
) -> Sequence[Couple]:
    """The policies to compare, those with the same second one together; editions of one work are not."""
    near = nearest([doc for doc in policies if doc not in copies], lambda doc: policies[doc].profile)
    found = [Couple(a, b) for a, b in near if not editions.are(a, b)]
    alike = (sorted(pair) for pair in copies.items() if policies.keys() >= {*pair})
    found += [Couple(a, b, copies=True) for a, b in alike]
    return sorted(found, key=attrgetter("b", "a"))


def _blocks(couples: Sequence[Couple], policies: Mapping[str, PolicyActs]) -> Sequence[CoupleBlock]:
    """Couples in blocks, in their order, each with the acts that it needs."""
    cut = (tuple(couples[at : at + _BLOCK]) for at in range(0, len(couples), _BLOCK))
    return [CoupleBlock(few, {doc: policies[doc] for couple in few for doc in couple[:2]}) for few in cut]


class _Judge:
    """The policies of a block, unpacked."""

    def __init__(self, block: CoupleBlock) -> None:
        self._block = block
        self._acts = {doc: each.unpacked() for doc, each in block.acts.items()}
        self._places = {
            doc: {id(each.act): at for at, each in enumerate(acts)} for doc, acts in self._acts.items()
        }

    def compared(
        self, worth: Callable[[Likeness], bool]
    ) -> Iterator[tuple[Couple, Iterator[tuple[ClausePair, MeasurePair]]]]:
        """For each couple the measures that are ``worth`` comparing, compared."""
        measures = cache(lambda doc: measures_of(self._acts[doc]))
        index = lru_cache(1)(lambda doc: MeasureIndex.of(measures(doc)))
        for couple in self._block.couples:
            if couple.copies:
                a, b = (self._block.acts[doc].wording.measures for doc in (couple.a, couple.b))
                near = in_both(measures(couple.a), measures(couple.b), a, b)
            else:
                near = index(couple.b).candidates(measures(couple.a))
            yield couple, _worth(near, worth)

    def rows(self, couple: Couple, pairs: Iterable[ActPair]) -> tuple[ActMatch, ...]:
        """Pairs of acts, by their places."""
        a, b = self._places[couple.a], self._places[couple.b]
        return tuple(
            ActMatch(
                a[id(each.a)],
                b[id(each.b)],
                each.grade,
                each.shown,
                each.score,
                each.wording,
                each.theme,
                each.reasons,
                each.words,
            )
            for each in pairs
        )


def compare_couple(
    measures: Sequence[MeasureActs], index: MeasureIndex, worth: Callable[[Likeness], bool]
) -> Iterator[tuple[ClausePair, MeasurePair]]:
    """The same for two policies; nothing but their acts counts."""
    return _worth(index.candidates(measures), worth)


def _worth(
    pairs: Sequence[QuickLikeness], worth: Callable[[Likeness], bool]
) -> Iterator[tuple[ClausePair, MeasurePair]]:
    for near in ranked(pairs):
        if worth(near.at_most()):
            a, b = near.a.acts[0].act, near.b.acts[0].act
            yield ClausePair(a.doc, a.clause, b.doc, b.clause), near.compared()


def _recalled(
    couples: Sequence[Couple], policies: Mapping[str, PolicyActs], known: KnownMatches
) -> dict[Couple, Found]:
    """What is known of some couples."""
    found = {}
    for first, several in groupby(sorted(couples), key=attrgetter("a")):
        before = known.get(policies[first].name)
        for couple in several:
            if (judged := before.get(_name(couple, policies))) is not None:
                found[couple] = judged
    return found


def _keep(
    found: Mapping[Couple, Found],
    changed: Collection[str],
    policies: Mapping[str, PolicyActs],
    known: KnownMatches,
) -> None:
    """Have it known what was found of the couples with a first policy that was ``changed``."""
    for first, several in groupby(sorted(found), key=attrgetter("a")):
        if first in changed:
            known.put(policies[first].name, {_name(couple, policies): found[couple] for couple in several})


def _name(couple: Couple, policies: Mapping[str, PolicyActs]) -> bytes:
    """The name of the second policy of a couple, and how it is compared."""
    return policies[couple.b].name + bytes([couple.copies])


@dataclass(frozen=True, slots=True)
class _Lifted:
    """What was found, by the clauses: rows are made pairs of the acts that are there already, and figures, words and reasons
    that many pairs have are there once."""

    policies: Mapping[str, PolicyActs]
    found: Mapping[Couple, Found]
    shared: dict[Any, Any] = field(default_factory=dict)

    def clauses(self) -> Iterator[tuple[Couple, ClausePair, tuple[ActMatch, ...]]]:
        """All pairs of clauses."""
        for couple, found in self.found.items():
            a, b = self.policies[couple.a].gists, self.policies[couple.b].gists
            for rows in found:
                one, other = a[rows[0].a].act, b[rows[0].b].act
                yield couple, ClausePair(one.doc, one.clause, other.doc, other.clause), rows

    def pair(self, couple: Couple, row: ActMatch) -> ActPair:
        """The acts of a row."""
        a, b, once = self.policies[couple.a].gists, self.policies[couple.b].gists, self.shared.setdefault
        return ActPair(
            a[row.a].act,
            b[row.b].act,
            row.grade,
            row.shown,
            once(row.score, row.score),
            once(row.wording, row.wording),
            once(row.theme, row.theme),
            once(row.reasons, row.reasons),
            once(row.words, row.words),
        )


def _best(lifted: _Lifted) -> Iterator[tuple[ClausePair, tuple[ActPair, ...]]]:
    """The pairs of clauses that are among the best of either."""
    ranks: defaultdict[tuple[str, str], list[tuple[bool, float, ClausePair]]] = defaultdict(list)
    for couple, clauses, (best, *_) in lifted.clauses():
        if not couple.copies:
            for side in (clauses[:2], clauses[2:]):
                ranks[side].append((best.shown != "likely", -best.score, clauses))
    full = {side for side, those in ranks.items() if len(those) > MOST}
    among = {clauses for side in full for *_, clauses in nsmallest(MOST, ranks[side])}
    for couple, clauses, rows in lifted.clauses():
        crowded = clauses[:2] in full and clauses[2:] in full
        if couple.copies or not crowded or clauses in among:
            yield clauses, tuple(lifted.pair(couple, row) for row in rows)


def to_matches(pairs: Mapping[ClausePair, tuple[ActPair, ...]], relations: Relations) -> tuple[Match, ...]:
    """Pairs of acts lifted to their clauses: the best pair speaks for the clauses, each reason is kept."""
    docs = sorted({(clauses.a_doc, clauses.b_doc) for clauses in pairs})
    between = {(a, b): relations.between(a, b) for a, b in docs}
    return tuple(
        _match(clauses, found, between[clauses.a_doc, clauses.b_doc]) for clauses, found in pairs.items()
    )


def _match(clauses: ClausePair, pairs: tuple[ActPair, ...], relation: str) -> Match:
    best = pairs[0]
    every = tuple({reason: None for pair in pairs if pair.grade == best.grade for reason in pair.reasons})
    return Match(
        *clauses,
        grade=max(pair.grade for pair in pairs),
        shown=best.shown,
        score=best.score,
        wording=best.wording,
        theme=best.theme,
        reasons=best.reasons if every == best.reasons else every,
        words=best.words,
        evidence_a=best.a.text,
        evidence_b=best.b.text,
        relation=relation,
        decided_by="rule",
        pairs=pairs,
    )
