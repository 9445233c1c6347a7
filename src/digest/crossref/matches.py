"""The measures of different policies that correspond: from acts to clauses, with the evidence of both sides.

What is true afterwards: no match lies inside one policy; ``a`` stands before ``b`` by slug; a pair's
scores depend on its two policies alone; matches are sorted by slugs and ids.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.crossref.choose import final_score, grade, reasons
from digest.crossref.features import Features, Reader
from digest.crossref.index import candidates
from digest.crossref.relations import Relations
from digest.crossref.score import compare
from digest.model.corpus import Policy
from digest.model.matches import ActPair, Match, Theme, Weights


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
    acts: Sequence[Features], weights: Weights, themes: Iterable[Theme]
) -> Mapping[ClausePair, tuple[ActPair, ...]]:
    """The clauses with acts that correspond, and these, the best first."""
    narrow = frozenset(theme.id for theme in themes if theme.narrow)
    found: defaultdict[ClausePair, list[ActPair]] = defaultdict(list)
    for here, there in candidates(acts, weights):
        a, b = acts[here], acts[there]
        common = compare(a, b, weights)
        if graded := grade(common, weights, narrow):
            score = round(final_score(common, weights, narrow), 3)
            scores = (score, round(common.wording, 3), round(common.substance, 3))
            pair = ActPair(a.act, b.act, graded, *scores, common.theme, reasons(common, weights))
            found[ClausePair(a.act.doc, a.act.clause, b.act.doc, b.act.clause)].append(pair)
    return {clauses: tuple(sorted(pairs, key=_best_first)) for clauses, pairs in sorted(found.items())}


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
        score=best.score,
        wording=best.wording,
        substance=best.substance,
        theme=best.theme,
        reasons=tuple(every),
        evidence_a=best.a.text,
        evidence_b=best.b.text,
        relation=relation,
        decided_by="rule",
        pairs=pairs,
    )


def _best_first(pair: ActPair) -> tuple[float, ...]:
    return (-pair.grade, -pair.score, pair.a.start, pair.b.start)
