"""What editors decided: a ruling always wins over the rules.

A ruling names clauses by policy and id; an id that moved is followed through the aliases of the policy's
ledger. It holds when a text was reworded since, but that is reported, so that an editor looks again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from digest.crossref.matches import ClausePair
from digest.crossref.relations import Relations
from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.matches import Match, Ruling
from digest.model.problem import MOST_NAMED, Problem, listed, problem
from digest.text.ids import has_hash, short_hash

GRADES = {"same": 2, "comparable": 1, "different": 0}
"""The grade of each verdict."""


@dataclass(frozen=True, slots=True)
class RuledPair:
    """A ruling with the clauses it is about, in the order of matches."""

    ruling: Ruling
    pair: ClausePair
    a: Clause
    b: Clause


class SettledMatches(NamedTuple):
    """Matches after the rulings, sorted, and what is odd about the rulings."""

    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


def settle(
    matches: Sequence[Match],
    rulings: Iterable[Ruling],
    relations: Relations,
    path: str,
    editions: Editions = NO_EDITIONS,
) -> SettledMatches:
    """The matches as editors ruled. ``relations`` hold the policies; ``path`` names the file of the rulings in messages.
    A ruling on ``editions`` of one work decides nothing.

    Problems: X101 a clause that is not there (error), X102 a text that changed since (warning), X103 a second
    ruling on a pair, the first holds (warning), X104 a pair inside one policy (error), X106 a pair of editions of one
    work (warning), X110 a clause that is gone (note), X111 no hash of a text (error), X112 many clauses of one policy
    that are not there (error).
    """
    found = {(m.a_doc, m.a_clause, m.b_doc, m.b_clause): m for m in matches}
    problems: list[Problem] = []
    first: dict[ClausePair, int] = {}
    for ruling in rulings:
        ruled, wrong = find_ruled(ruling, relations.policies, path)
        if ruled and editions.are(ruled.pair.a_doc, ruled.pair.b_doc):
            problems.append(_about("X106", path, ruling, a=ruled.pair.a_doc, b=ruled.pair.b_doc))
            continue
        problems += wrong
        if ruled is None:
            continue
        if ruled.pair in first:
            problems.append(_about("X103", path, ruling, first=first[ruled.pair]))
            continue
        first[ruled.pair] = ruling.line
        grade = GRADES[ruling.verdict]
        match = found.pop(ruled.pair, None)
        if grade:
            match = match or _unfound(ruled, relations.between(ruled.pair.a_doc, ruled.pair.b_doc))
            found[ruled.pair] = _joined(match, grade, ruling)
    return SettledMatches(tuple(found[key] for key in sorted(found)), tuple(_once(problems, path)))


def _once(problems: Iterable[Problem], path: str) -> Iterator[Problem]:
    """Some problems; a policy that lacks many clauses is named once: its folder has another name, or its text is another."""
    lacking: dict[str, list[Problem]] = {}
    for each in problems:
        if each.code == "X101":
            lacking.setdefault(dict(each.values)["doc"], []).append(each)
        else:
            yield each
    for doc, found in lacking.items():
        if len(found) <= MOST_NAMED:
            yield from found
        else:
            names = listed([*dict.fromkeys(dict(each.values)["name"] for each in found)])
            yield problem("X112", path, line=found[0].line, number=len(found), doc=doc, names=names)


def find_ruled(
    ruling: Ruling, policies: Mapping[str, Policy], path: str
) -> tuple[RuledPair | None, tuple[Problem, ...]]:
    """The clauses a ruling is about; None, with the reason, where they are not there. With clauses, the only problems
    are a text that has changed since (X102), and one that the ruling does not pin (X111)."""
    sides = []
    for name, digest, place in zip(
        (ruling.a, ruling.b), (ruling.a_hash, ruling.b_hash), ruling.places, strict=True
    ):
        slug, _, clause_id = name.partition("#")
        clause = _clause(policies.get(slug), clause_id)
        if clause is None:
            code = _lack(policies.get(slug), clause_id)
            return None, (problem(code, path, line=place.line, column=place.column, name=name, doc=slug),)
        sides.append((slug, clause, digest))
    if sides[0][0] == sides[1][0]:
        return None, (_about("X104", path, ruling),)
    problems = tuple(
        _about(
            "X102" if digest else "X111",
            path,
            ruling,
            name=f"{slug}#{clause.id}",
            verdict=ruling.verdict,
            key=key,
            hash=short_hash(clause.text),
        )
        for key, (slug, clause, digest) in zip(("a_hash", "b_hash"), sides, strict=True)
        if not (digest and has_hash(clause.text, digest))
    )
    (a_doc, a, _), (b_doc, b, _) = sorted(sides, key=lambda side: side[0])
    return RuledPair(ruling, ClausePair(a_doc, a.id, b_doc, b.id), a, b), problems


def _clause(policy: Policy | None, clause_id: str) -> Clause | None:
    """The clause with an id, or the one to which the id moved."""
    if policy is None:
        return None
    clauses = {clause.id: clause for clause in policy.document.clauses}
    return clauses.get(clause_id) or clauses.get(policy.ledger.end(clause_id))


def _lack(policy: Policy | None, clause_id: str) -> str:
    """The code for a clause that is not there: it is gone, or it never was."""
    return "X110" if policy and policy.ledger.end(clause_id) in policy.ledger.tombstones else "X101"


def _joined(match: Match, grade: int, ruling: Ruling) -> Match:
    """A match as an editor graded it. An editor grades clauses, not acts: the best acts are likely to be those that were meant,
    but they are the same only where they say nearly the same, as when one of them is 打造园区 and the other subsidises rent."""
    pairs = tuple(
        replace(
            pair,
            grade=min(grade, 2 if "near_text" in pair.reasons else pair.grade),
            shown="likely" if at == 0 else pair.shown,
        )
        for at, pair in enumerate(match.pairs)
    )
    return replace(
        match, grade=grade, shown="likely", score=1.0, decided_by="editor", pairs=pairs, ruling=ruling
    )


def _unfound(ruled: RuledPair, relation: str) -> Match:
    """The match of two clauses that no rule joined: nothing tells which of their acts were meant, so the whole texts are the
    evidence."""
    return Match(
        *ruled.pair,
        grade=0,
        shown="likely",
        score=1.0,
        wording=0.0,
        theme=None,
        reasons=(),
        words=(),
        evidence_a=ruled.a.text or ruled.a.heading or "",
        evidence_b=ruled.b.text or ruled.b.heading or "",
        relation=relation,
        decided_by="editor",
    )


def _about(code: str, path: str, ruling: Ruling, **values: str | int) -> Problem:
    return problem(code, path, line=ruling.line, column=1, **values)
