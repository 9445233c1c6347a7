"""The measures that correspond: words, themes and rulings read, the policies compared, editors heard.

Used by the build and by ``digest match`` and ``digest themes``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from digest.crossref.compare.compare import compare_all
from digest.crossref.compare.contradictions import contradictions
from digest.crossref.compare.ground import ComparisonInput
from digest.crossref.compare.mentions import ThemeNames, theme_names
from digest.crossref.copies import find_copies, in_time
from digest.crossref.features import FeatureReader
from digest.crossref.gist import Gist, PolicyActs, gists_of, read_acts
from digest.crossref.matches import ALONE, Means, find_pairs, to_matches
from digest.crossref.members import theme_members, themes_of_title
from digest.crossref.nearest import FEW
from digest.crossref.relations import Relations
from digest.crossref.rulings import settle
from digest.crossref.themes import ThemeFinder
from digest.model.comparison import Comparisons
from digest.model.corpus import Jurisdiction, Policy
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.facts import Resolutions
from digest.model.matches import Family, Match, MatchingWords, Ruling, Theme, ThemeMember
from digest.model.problem import Problem
from digest.model.progress import Progress, silent
from digest.model.validity import Validity
from digest.model.vocabulary import Glossary, Vocabulary
from digest.read.rulings import FILE, read_rulings
from digest.read.word_lists import MATCHING, THEMES, read_words
from digest.text.segmenter import Segmenter, segmenter


@dataclass(frozen=True, slots=True)
class MatchingSettings:
    """What editors keep for matching: ``terms`` are words of the glossary, ``names`` those of each theme."""

    words: MatchingWords
    themes: tuple[Theme, ...]
    families: tuple[Family, ...]
    rulings: tuple[Ruling, ...]
    terms: tuple[str, ...]
    names: Mapping[str, ThemeNames]
    path: str

    def without(self, slugs: frozenset[str]) -> "MatchingSettings":
        """The same without rulings about some policies."""
        kept = (
            each for each in self.rulings if not slugs & {each.a.partition("#")[0], each.b.partition("#")[0]}
        )
        return replace(self, rulings=tuple(kept))


class Matched(NamedTuple):
    """What was found: the matches, the themes that a policy has with their measures, the acts they rest on; ``unused``
    are the other themes, ``editions`` those that were not matched with each other; ``copies`` are near copies, each with the
    policy that stands for it."""

    matches: tuple[Match, ...]
    themes: tuple[Theme, ...]
    members: Mapping[str, tuple[ThemeMember, ...]]
    acts: tuple[Gist, ...]
    families: tuple[Family, ...] = ()
    unused: tuple[Theme, ...] = ()
    editions: Editions = NO_EDITIONS
    copies: Mapping[str, str] = MappingProxyType({})


class ReadMatchingSettings(NamedTuple):
    """What a content folder says about matching; None when a file is faulty."""

    settings: MatchingSettings | None
    problems: tuple[Problem, ...]


def read_matching_settings(content: Path, starter: Path, glossary: Glossary) -> ReadMatchingSettings:
    """What a content folder says about matching; None when a file is faulty.

    Problems: those of ``read_words`` and ``read_rulings``.
    """
    words, wrong_words = read_words(content, starter, MATCHING)
    themes, wrong_themes = read_words(content, starter, THEMES)
    rulings, wrong_rulings = read_rulings(content)
    problems = (*wrong_words, *wrong_themes, *wrong_rulings)
    if words is None or themes is None:
        return ReadMatchingSettings(None, problems)
    terms = tuple(term.zh for term in glossary.terms)
    names = theme_names(themes.themes, glossary, segmenter(terms), frozenset(words.genre))
    settings = MatchingSettings(
        words, themes.themes, themes.families, rulings, terms, names, (content / FILE).as_posix()
    )
    return ReadMatchingSettings(settings, problems)


def match_policies(
    policies: Sequence[Policy],
    places: Mapping[str, Jurisdiction],
    resolutions: Resolutions,
    settings: MatchingSettings,
    cutter: Segmenter | None = None,
    editions: Editions = NO_EDITIONS,
) -> tuple[Matched, tuple[Problem, ...]]:
    """The measures of the policies that correspond, as editors ruled. ``cutter`` saves making a Segmenter.

    Problems: those of ``settle``.
    """
    acts = read_acts(policies, make_reader(settings, cutter, places))
    return match_acts(acts, policies, places, resolutions, settings, editions)


def make_reader(
    settings: MatchingSettings,
    cutter: Segmenter | None = None,
    places: Mapping[str, Jurisdiction] = MappingProxyType({}),
) -> FeatureReader:
    """The reader of acts; making one takes time, as it reads a dictionary, unless ``cutter`` has it."""
    themes = ThemeFinder(settings.themes, settings.words)
    return FeatureReader(cutter or segmenter(settings.terms), themes, settings.words, places)


def match_acts(
    acts: Sequence[PolicyActs],
    policies: Sequence[Policy],
    places: Mapping[str, Jurisdiction],
    resolutions: Resolutions,
    settings: MatchingSettings,
    editions: Editions = NO_EDITIONS,
    means: Means = ALONE,
) -> tuple[Matched, tuple[Problem, ...]]:
    """The same, from the acts of the policies, in the order of slugs; ``means`` as in ``find_pairs``."""
    relations = Relations.of(policies, places, resolutions)
    copies = near_copies(acts, policies, editions)
    found = to_matches(find_pairs(acts, editions, copies, means), relations)
    settled, problems = settle(found, settings.rulings, relations, settings.path, editions)
    gists = gists_of(acts)
    every = theme_members(gists, settings.themes, _themes_of_titles(policies, settings))
    members = {theme: found for theme, found in every.items() if found}
    themes = tuple(theme for theme in settings.themes if theme.id in members)
    unused = tuple(theme for theme in settings.themes if theme.id not in members)
    return Matched(settled, themes, members, gists, settings.families, unused, editions, copies), problems


def _themes_of_titles(
    policies: Iterable[Policy], settings: MatchingSettings
) -> Mapping[str, Collection[str]]:
    """The themes that the title of each policy names."""
    finder = ThemeFinder(settings.themes, settings.words)
    return {each.meta.slug: themes_of_title(each.meta.title_zh.value or "", finder) for each in policies}


def near_copies(
    acts: Iterable[PolicyActs], policies: Sequence[Policy], editions: Editions
) -> Mapping[str, str]:
    """The near copies among some policies. On a site so small that each two policies are compared there are none: all stand
    in one table. A policy that another supersedes is none either, and stands for none: its measures are not compared."""
    if len(policies) <= FEW:
        return {}
    earlier = frozenset[str]().union(*editions.earlier.values())
    known = {each.doc: each.wording for each in acts if each.gists and each.doc not in earlier}
    ordered = in_time(policy.meta for policy in policies)
    return find_copies((slug, known[slug]) for slug in ordered if slug in known)


def compare_matched(
    matched: Matched,
    policies: Sequence[Policy],
    settings: MatchingSettings,
    vocabulary: Vocabulary,
    validity: Mapping[str, Validity],
    progress: Progress = silent,
) -> tuple[Comparisons, tuple[Problem, ...]]:
    """The measures that were matched, and the themes, beside each other.

    Problems: those of ``contradictions``.
    """
    ground = ComparisonInput(
        policies,
        matched.acts,
        matched.matches,
        settings.themes,
        settings.names,
        matched.members,
        vocabulary.instruments,
        segmenter(settings.terms),
        frozenset(settings.words.genre),
        validity,
        matched.editions,
        matched.copies,
    )
    compared = compare_all(ground, progress)
    return compared, contradictions(compared, policies, matched.themes)
