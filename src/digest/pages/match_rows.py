"""The rows of matches and themes in the bulk data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from digest.model.corpus import Corpus
from digest.model.matches import Match, ThemeMember
from digest.model.page import Row
from digest.model.published import SLUG, one_of
from digest.pages.columns import columns_of, row_of


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
