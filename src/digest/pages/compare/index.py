"""Finds the measures of a corpus, and the matches of a clause."""

from collections.abc import Mapping
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
        about: dict[tuple[str, str], list[Match]] = {}
        for match in corpus.matches:
            about.setdefault((match.a_doc, match.a_clause), []).append(match)
            about.setdefault((match.b_doc, match.b_clause), []).append(match)
        return cls(
            Measures.of(corpus.policies),
            {clause: tuple(sorted(found, key=_surest)) for clause, found in about.items()},
        )


def _surest(match: Match) -> tuple[int, float]:
    return -match.grade, -match.score
