"""Everything there is to compare, found once for all pages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from digest.model.corpus import Corpus
from digest.model.matches import ActPair, Match
from digest.pages.compare.measures import ActKey, Measure, Measures, key_of


@dataclass(frozen=True, slots=True)
class Index:
    """``of_theme`` are the measures of each theme, ``pairs_of_theme`` what corresponds among them;
    ``of_policy`` all measures of each policy, in the order of its text;
    ``between`` the matches of two policies, by both slugs in order; ``about`` those of a clause, the surest
    first; ``match_of`` the match that two acts belong to."""

    measures: Measures
    of_theme: Mapping[str, tuple[Measure, ...]]
    of_policy: Mapping[str, tuple[Measure, ...]]
    pairs_of_theme: Mapping[str, tuple[ActPair, ...]]
    between: Mapping[tuple[str, str], tuple[Match, ...]]
    about: Mapping[tuple[str, str], tuple[Match, ...]]
    match_of: Mapping[tuple[ActKey, ActKey], Match]

    @classmethod
    def of(cls, corpus: Corpus, further: Collection[ActKey] = ()) -> "Index":
        """The index of a corpus; ``further`` acts are measures that have neither a theme nor a match in it."""
        measures = Measures.of(corpus)
        of_theme = {theme.id: measures.of_theme(corpus, theme.id) for theme in corpus.themes}
        themes_of: dict[ActKey, set[str]] = {}
        for theme, found in of_theme.items():
            for measure in found:
                themes_of.setdefault(measure.key, set()).add(theme)
        pairs: dict[str, list[ActPair]] = {}
        between: dict[tuple[str, str], list[Match]] = {}
        about: dict[tuple[str, str], list[Match]] = {}
        match_of: dict[tuple[ActKey, ActKey], Match] = {}
        for match in corpus.matches:
            between.setdefault((match.a_doc, match.b_doc), []).append(match)
            about.setdefault((match.a_doc, match.a_clause), []).append(match)
            about.setdefault((match.b_doc, match.b_clause), []).append(match)
            for pair in match.pairs:
                a, b = key_of(pair.a), key_of(pair.b)
                match_of[a, b] = match
                for theme in themes_of.get(a, set()) & themes_of.get(b, set()):
                    pairs.setdefault(theme, []).append(pair)
        of_policy: dict[str, list[Measure]] = {}
        keys = {*themes_of, *(key for both in match_of for key in both), *further}
        for measure in measures.in_order(map(measures.find, keys)):
            of_policy.setdefault(measure.doc, []).append(measure)
        return cls(
            measures,
            of_theme,
            {doc: tuple(found) for doc, found in of_policy.items()},
            {theme: tuple(found) for theme, found in pairs.items()},
            {docs: tuple(found) for docs, found in between.items()},
            {clause: tuple(sorted(found, key=_surest)) for clause, found in about.items()},
            match_of,
        )


def _surest(match: Match) -> tuple[int, float]:
    return -match.grade, -match.score
