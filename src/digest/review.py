"""Pairs of clauses that an editor looks at, and the rulings that come of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NamedTuple

from digest.build import Loaded
from digest.crossref.matches import ClausePair
from digest.crossref.rulings import find_ruled
from digest.crossref.weights import model
from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.matches import Match, Ruling
from digest.model.problem import Problem
from digest.publish.toml import quoted
from digest.publish.write import write_file
from digest.read.rulings import FILE, read_rulings
from digest.regex import regex
from digest.text.ids import short_hash
from digest.text.rarity import UNKNOWN, rarity
from digest.text.segmenter import Segmenter, content_words, segmenter


class ReviewSide(NamedTuple):
    """A clause and its policy."""

    policy: Policy
    clause: Clause

    @property
    def name(self) -> str:
        """``slug#clause-id``."""
        return f"{self.policy.meta.slug}#{self.clause.id}"


@dataclass(frozen=True, slots=True)
class ReviewPair:
    """Two clauses to look at. ``match`` is what the rules or an editor say of them, None where nobody joins them;
    ``ruling`` the ruling on them, None where nobody ruled; ``changed`` whether a text has changed since. ``words`` are
    the telling words that both print."""

    a: ReviewSide
    b: ReviewSide
    match: Match | None
    ruling: Ruling | None
    changed: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Review:
    """The pairs of a content folder: what the rules and the editors join, and what was ruled. ``changed`` are the pairs
    of which a text has changed since."""

    policies: Mapping[str, Policy]
    matches: Mapping[ClausePair, Match]
    rulings: Mapping[ClausePair, Ruling]
    changed: frozenset[ClausePair]
    words: Segmenter

    @property
    def looked_at(self) -> int:
        """How many pairs were ruled on as they read now."""
        return len(self.rulings) - len(self.changed)

    def to_look_at(self) -> Sequence[ClausePair]:
        """The pairs that changed since somebody ruled on them, then those the rules propose, the most doubtful first."""
        likely = model().likely
        proposed = [clauses for clauses in self.matches if clauses not in self.rulings]
        proposed.sort(key=lambda clauses: (abs(self.matches[clauses].score - likely), clauses))
        return (*sorted(self.changed), *proposed)

    def pair(self, clauses: ClausePair) -> ReviewPair:
        """Any two clauses of different policies."""
        a = self._side(clauses.a_doc, clauses.a_clause)
        b = self._side(clauses.b_doc, clauses.b_clause)
        words = self._telling(a) & self._telling(b)
        ruling = self.rulings.get(clauses)
        return ReviewPair(a, b, self.matches.get(clauses), ruling, clauses in self.changed, words)

    def ruled(self, clauses: ClausePair, ruling: Ruling) -> "Review":
        """The review after a new ruling on a pair."""
        return replace(self, rulings={**self.rulings, clauses: ruling}, changed=self.changed - {clauses})

    def _side(self, doc: str, clause: str) -> ReviewSide:
        return ReviewSide(self.policies[doc], self.policies[doc].document.clause(clause))

    def _telling(self, side: ReviewSide) -> frozenset[str]:
        """The rare words of a clause, but for those of its policy's title: all its clauses are about these."""
        title = self._words(side.policy.meta.title_zh.value or "")
        words = self._words(f"{side.clause.heading or ''}\n{side.clause.text}")
        return frozenset(word for word in words - title if rarity().get(word, UNKNOWN) >= _TELLING)

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(word.text for word in content_words(self.words.words(text)))


_TELLING = 2.0
"""The rarity from which a word tells what a clause is about: one public text in seven has it."""


def read_review(content: Path, loaded: Loaded) -> tuple[Review | None, tuple[Problem, ...]]:
    """The pairs of a content folder; None when it cannot be read. Problems: those of ``load``."""
    corpus, problems = loaded
    if corpus is None:
        return None, problems
    policies = {policy.meta.slug: policy for policy in corpus.policies}
    matches = {ClausePair(m.a_doc, m.a_clause, m.b_doc, m.b_clause): m for m in corpus.matches}
    rulings: dict[ClausePair, Ruling] = {}
    changed: set[ClausePair] = set()
    for ruling in read_rulings(content).rulings:
        ruled, found = find_ruled(ruling, policies, FILE)
        if ruled is None or ruled.pair in rulings:
            continue
        rulings[ruled.pair] = ruling
        if found:
            changed.add(ruled.pair)
    words = segmenter(tuple(term.zh for term in corpus.glossary.terms))
    return Review(policies, matches, rulings, frozenset(changed), words), problems


def rule(pair: ReviewPair, verdict: str, *, who: str, day: str, why: str) -> Ruling:
    """The ruling of an editor on a pair as its texts read now."""
    return Ruling(
        a=pair.a.name,
        b=pair.b.name,
        verdict=verdict,
        who=who,
        day=day,
        why=why,
        a_hash=short_hash(pair.a.clause.text),
        b_hash=short_hash(pair.b.clause.text),
    )


def write_ruling(content: Path, before: Ruling | None, after: Ruling | None) -> tuple[Problem, ...]:
    """Put a ruling into rulings.toml in place of an earlier one. Without an earlier one it comes last; with none after,
    the earlier one goes. The comment at the top of the file stays.

    Problems: those of ``read_rulings``, and then nothing is written. Raises OSError.
    """
    rulings, problems = read_rulings(content)
    if problems:
        return problems
    path = content / FILE
    head = _FIRST.split(path.read_text("utf-8"))[0] if path.exists() else ""
    rows = [after if row == before else row for row in rulings]
    if before not in rulings:
        rows.append(after)
    written = "".join(ruling_toml(row) for row in rows if row)
    write_file(path, (head.rstrip("\n") + "\n" + written).lstrip("\n").encode())
    return ()


def ruling_toml(ruling: Ruling) -> str:
    """A ruling as rulings.toml has it."""
    rows = {name: value for name, value in asdict(ruling).items() if name != "places" and value}
    lines = (f"{name} = {quoted(value)}\n" for name, value in rows.items())
    return "\n[[ruling]]\n" + "".join(lines)


_FIRST = regex(r"^\[\[ruling\]\]", re.MULTILINE)
