"""The rows of matches and themes in the bulk data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from digest.model.corpus import Corpus
from digest.model.matches import Match, ThemeMember
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, at_least, one_of
from digest.pages.columns import columns_of, row_of
from digest.pages.compare.naming import common_words


@dataclass(frozen=True, slots=True)
class _ThemeRow:
    """A theme with its measures."""

    id: Annotated[str, "id of the theme", SLUG]
    name_zh: Annotated[str, "name of the theme"]
    name_en: Annotated[str, "the same in English"]
    members: Annotated[tuple[ThemeMember, ...], "the measures with the theme"]
    stip: Annotated[
        tuple[Annotated[str, {"pattern": "^PI[0-9]{3}$"}], ...], "codes of the EC/OECD STIP taxonomy (2021)"
    ]
    side: Annotated[
        str,
        "side of innovation policy (Rothwell and Zegveld)",
        one_of("supply", "environment", "demand"),
    ]


class _Member(NamedTuple):
    """A measure of a group."""

    doc: Annotated[str, "slug of the policy", SLUG]
    clause: Annotated[str, "id of the clause", CLAUSE_ID]
    start: Annotated[int, "first code point of the measure in text_zh", at_least(0)]
    end: Annotated[int, "code point after its last one; 0: the heading names it", at_least(0)]


@dataclass(frozen=True, slots=True)
class _GroupRow:
    """Measures of two or more policies that correspond and share no theme."""

    id: Annotated[str, "made from the smallest member; the address of the page of the group", CLAUSE_ID]
    words: Annotated[tuple[str, ...], "telling words in common, by which pages name the group"]
    members: Annotated[tuple[_Member, ...], "the measures, one of a policy"]


GROUP_COLUMNS = columns_of(_GroupRow)
MATCH_COLUMNS = columns_of(Match)
THEME_COLUMNS = columns_of(_ThemeRow)


def match_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a pair of clauses, sorted by policies and ids."""
    return (row_of(MATCH_COLUMNS, match) for match in corpus.matches)


def theme_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a theme, with its measures, in the order of content/themes.toml."""
    for theme in corpus.themes:
        members = corpus.theme_members.get(theme.id, ())
        row = _ThemeRow(theme.id, theme.zh, theme.en, members, theme.stip, theme.side)
        yield row_of(THEME_COLUMNS, row)


def group_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a group without a theme, in the order of the pages."""
    for name, found in corpus.comparisons.groups.items():
        members = tuple(_Member(*act) for act in found.acts)
        yield row_of(GROUP_COLUMNS, _GroupRow(name, common_words(found), members))
