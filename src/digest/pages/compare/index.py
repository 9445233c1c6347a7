"""Finds the measures of a corpus, and the matches of a clause."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.model.matches import Match
from digest.model.measures import Measures


class MatchIndex(NamedTuple):
    """``about`` are the matches of a clause, the most reliable first."""

    measures: Measures
    about: Mapping[tuple[str, str], tuple[Match, ...]]

    @classmethod
    def of(cls, corpus: Corpus) -> "MatchIndex":
        """The index of a corpus."""
        return cls(Measures.of(corpus.policies), matches_about(corpus.matches))


def matches_about(matches: Iterable[Match]) -> Mapping[tuple[str, str], tuple[Match, ...]]:
    """Some matches by clause, the most reliable first."""
    about: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        about.setdefault((match.a_doc, match.a_clause), []).append(match)
        about.setdefault((match.b_doc, match.b_clause), []).append(match)
    return {clause: tuple(sorted(found, key=_surest)) for clause, found in about.items()}


def _surest(match: Match) -> tuple[int, float]:
    return -match.grade, -match.score
