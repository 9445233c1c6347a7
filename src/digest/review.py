"""Pairs that an editor should look at, and the ruling that comes of it."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from digest.build import load
from digest.crossref.rulings import find_ruled
from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause
from digest.model.matches import Match, Ruling, Weights
from digest.model.problem import Problem
from digest.publish.write import write_file
from digest.read.rulings import FILE, read_rulings
from digest.read.words import MATCHING, read_words
from digest.resources import starter_content
from digest.text.ids import text_hash


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair to look at. ``match`` is what the rules or an earlier ruling say of it, None where neither joins
    it; ``ruling`` is an earlier ruling on a text that has changed since, None where nobody ruled."""

    a_policy: Policy
    a: Clause
    b_policy: Policy
    b: Clause
    match: Match | None
    ruling: Ruling | None = None


class Doubts(NamedTuple):
    """The pairs to look at, those that need it most first (None when the content cannot be read)."""

    doubts: tuple[Doubt, ...] | None
    problems: tuple[Problem, ...]


def find_doubts(content: Path) -> Doubts:
    """Rulings on texts that changed, then the rules' own pairs, those next to a threshold first.

    Problems: those of ``load``.
    """
    corpus, problems = load(content)
    rulings, _ = read_rulings(content)
    words, _ = read_words(content, starter_content(), MATCHING)
    if corpus is None or words is None:
        return Doubts(None, problems)
    changed = _changed(corpus, rulings, content)
    unruled = [match for match in corpus.matches if match.decided_by == "rule"]
    unruled.sort(
        key=lambda match: (_certainty(match, words.weights), match.a_doc, match.a_clause, match.b_clause)
    )
    return Doubts((*changed, *(_doubt(corpus, match) for match in unruled)), problems)


def rule(doubt: Doubt, verdict: str, *, who: str, day: str, why: str) -> Ruling:
    """The ruling of an editor on a pair as its texts read now."""
    return Ruling(
        a=f"{doubt.a_policy.meta.slug}#{doubt.a.id}",
        b=f"{doubt.b_policy.meta.slug}#{doubt.b.id}",
        verdict=verdict,
        who=who,
        day=day,
        why=why,
        a_hash=text_hash(doubt.a.text),
        b_hash=text_hash(doubt.b.text),
    )


def keep(content: Path, ruling: Ruling, instead_of: Ruling | None) -> tuple[Problem, ...]:
    """Write a ruling to rulings.toml, in place of an earlier one or at the end; the comment at the top of the file
    stays. Problems: those of ``read_rulings``, and then nothing is written. Raises OSError."""
    rulings, problems = read_rulings(content)
    if problems:
        return problems
    path = content / FILE
    head = _FIRST.split(path.read_text("utf-8"))[0] if path.exists() else ""
    rows = [ruling if row == instead_of else row for row in rulings]
    rows += [] if ruling in rows else [ruling]
    write_file(path, (head.rstrip("\n") + "\n" + "".join(map(ruling_toml, rows))).lstrip("\n").encode())
    return ()


def ruling_toml(ruling: Ruling) -> str:
    """A ruling as it stands in the file."""
    rows = {name: value for name, value in asdict(ruling).items() if name != "line" and value}
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in rows.items())
    return "\n[[ruling]]\n" + "".join(lines)


_FIRST = re.compile(r"^\[\[ruling\]\]", re.MULTILINE)


def _changed(corpus: Corpus, rulings: Iterable[Ruling], content: Path) -> Sequence[Doubt]:
    """The pairs whose text is not the one that was ruled on."""
    policies = {policy.meta.slug: policy for policy in corpus.policies}
    matches = {(match.a_doc, match.a_clause, match.b_doc, match.b_clause): match for match in corpus.matches}
    found = []
    for ruling in rulings:
        ruled, _ = find_ruled(ruling, policies, (content / FILE).as_posix())
        if ruled is None:
            continue
        a_policy, b_policy = policies[ruled.pair.a_doc], policies[ruled.pair.b_doc]
        doubt = Doubt(a_policy, ruled.a, b_policy, ruled.b, matches.get(ruled.pair), ruling)
        now = rule(doubt, ruling.verdict, who=ruling.who, day=ruling.day, why=ruling.why)
        if {now.a_hash, now.b_hash} != {ruling.a_hash, ruling.b_hash}:
            found.append(doubt)
    return found


def _certainty(match: Match, weights: Weights) -> float:
    """How far a pair is from the next threshold: the nearest ones are the doubtful ones."""
    if match.grade == 2:
        return abs(match.score - weights.same) if "near_text" not in match.reasons else 1.0
    return min(match.score - weights.comparable, abs(weights.same - match.score))


def _doubt(corpus: Corpus, match: Match) -> Doubt:
    policies = {policy.meta.slug: policy for policy in corpus.policies}
    a, b = policies[match.a_doc], policies[match.b_doc]
    return Doubt(a, a.document.clause(match.a_clause), b, b.document.clause(match.b_clause), match)
