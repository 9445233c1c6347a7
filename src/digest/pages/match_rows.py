"""The rows of matches and themes in the bulk data."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple, TypedDict

from digest.model.corpus import Corpus
from digest.model.matches import Match, ThemeMember
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, Zh, at_least, one_of
from digest.pages.columns import columns_of, row_of
from digest.pages.compare.naming import common_words


class _ThemeRow(NamedTuple):
    """A theme with its measures."""

    id: Annotated[str, "id of the theme", Zh("主题的代号"), SLUG]
    name_zh: Annotated[str, "name of the theme", Zh("主题名称")]
    name_en: Annotated[str, "the same in English", Zh("主题的英文名称")]
    members: Annotated[tuple[ThemeMember, ...], "the measures with the theme", Zh("属于该主题的措施")]
    stip: Annotated[
        tuple[Annotated[str, {"pattern": "^PI[0-9]{3}$"}], ...],
        "codes of the EC/OECD STIP taxonomy (2021)",
        Zh("EC/OECD STIP 分类（2021）的代码"),
    ]
    side: Annotated[
        str,
        "side of innovation policy (Rothwell and Zegveld)",
        Zh("创新政策的类别（Rothwell 和 Zegveld）：供给、环境、需求"),
        one_of("supply", "environment", "demand"),
    ]


class _Member(NamedTuple):
    """A measure of a group."""

    doc: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    clause: Annotated[str, "id of the clause", Zh("条款的编号"), CLAUSE_ID]
    start: Annotated[
        int, "first code point of the measure in text_zh", Zh("措施在 text_zh 中的起点"), at_least(0)
    ]
    end: Annotated[
        int,
        "code point after its last one; 0: the heading names it",
        Zh("措施在 text_zh 中的终点，不含该字符；0 表示以标题为准"),
        at_least(0),
    ]


class _OfTheme(TypedDict):
    """What a row of members has besides those of ``ThemeMember``."""

    theme: Annotated[str, "id of the theme", Zh("主题的代号"), SLUG]


class _GroupRow(NamedTuple):
    """Measures of two or more policies that correspond and share no theme."""

    id: Annotated[
        str,
        "made from the smallest member; the address of the page of the group",
        Zh("取自代号最小的成员；也是该组页面的地址"),
        CLAUSE_ID,
    ]
    words: Annotated[
        tuple[str, ...],
        "telling words in common, by which pages name the group",
        Zh("共有的关键词语，页面以此命名该组"),
    ]
    members: Annotated[tuple[_Member, ...], "the measures, one of a policy", Zh("各措施，每份政策一条")]


GROUP_COLUMNS = columns_of(_GroupRow)
MATCH_COLUMNS = columns_of(Match)
_MEMBER = columns_of(ThemeMember)
MEMBER_COLUMNS = (*columns_of(_OfTheme), *_MEMBER)
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


def member_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a measure with a theme: the lists of ``theme_rows``, laid out."""
    for theme in corpus.themes:
        for member in corpus.theme_members.get(theme.id, ()):
            yield {"theme": theme.id, **row_of(_MEMBER, member)}


def group_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a group without a theme, in the order of the pages."""
    for name, found in corpus.comparisons.groups.items():
        members = tuple(_Member(*act) for act in found.acts)
        yield row_of(GROUP_COLUMNS, _GroupRow(name, common_words(found), members))
