"""Which measures belong to which theme: a measure may have several, or none.

What grants support is also of the themes that the heading of its clause names, and of the theme of its policy: the one
that the title names and that many of its measures have (首台（套）…管理办法). These are lent here alone; whether two measures
correspond follows from their own words.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from digest.crossref.gist import Gist
from digest.crossref.themes import ThemeFinder
from digest.model.matches import Theme, ThemeMember
from digest.model.source import Span
from digest.regex import regex

_ITS_OWN = 0.5
"""A theme is a measure's own where its heading names it so much, or such a share of its acts does."""

NAMED = 0.6
"""A heading or a title that scores so much names a theme."""

_MAIN = 1 / 3
"""A title lends a theme where such a share of its policy's measures with a theme has it."""


def theme_members(
    acts: Iterable[Gist],
    themes: Sequence[Theme],
    titles: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Mapping[str, tuple[ThemeMember, ...]]:
    """The measures of each theme, by its id, in the order of the acts; ``titles`` are the themes that the titles of policies
    name, by slug."""
    by_clause: defaultdict[tuple[str, str], list[Gist]] = defaultdict(list)
    for act in acts:
        by_clause[act.act.doc, act.act.clause].append(act)
    main = _main(by_clause, titles)
    focused = {theme.id for theme in themes if theme.focus >= 1}
    found: dict[str, list[ThemeMember]] = {theme.id: [] for theme in themes}
    for (doc, clause), inside in by_clause.items():
        lent = [act._replace(themes=_with_lent(act, main.get(doc, ()), focused)) for act in inside]
        for theme in sorted({theme for act in lent for theme in act.themes}):
            found[theme].append(_member(doc, clause, lent, theme))
    return {theme: tuple(members) for theme, members in found.items()}


def themes_of_title(title: str, finder: ThemeFinder) -> Collection[str]:
    """The themes that a title names; where it lists several subjects (外贸、跨境电子商务和跨国公司总部), those of all of them."""
    scores = finder.scores(title)
    listed = [named for part in _BETWEEN.split(title) if (named := finder.scores(part))]
    return {
        theme
        for theme, score in scores.items()
        if score >= NAMED and (len(listed) < _SEVERAL or all(theme in named for named in listed))
    }


_BETWEEN = regex("[、和及](?!其)")
_SEVERAL = 2


def _main(
    by_clause: Mapping[tuple[str, str], Sequence[Gist]], titles: Mapping[str, Collection[str]]
) -> Mapping[str, Collection[str]]:
    """The themes that each policy lends to all that it grants."""
    themed: Counter[str] = Counter()
    having: Counter[tuple[str, str]] = Counter()
    for (doc, _), inside in by_clause.items():
        named = {theme for act in inside for theme in act.themes}
        themed[doc] += bool(named)
        having.update((doc, theme) for theme in named & set(titles.get(doc, ())))
    found: dict[str, list[str]] = {}
    for (doc, theme), number in having.items():
        if number >= _MAIN * themed[doc]:
            found.setdefault(doc, []).append(theme)
    return found


def _with_lent(act: Gist, main: Collection[str], focused: Collection[str]) -> Mapping[str, float]:
    """The themes of an act, with those of its heading and its policy where it grants support; a theme that names a field, or
    is vague, is not lent: it would be that of everything."""
    if not act.grants:
        return act.themes
    lent = dict.fromkeys(main, NAMED)
    lent |= {theme: score for theme, score in act.lent.items() if score >= NAMED}
    return {theme: score for theme, score in lent.items() if theme in focused} | dict(act.themes)


def _member(doc: str, clause: str, acts: Sequence[Gist], theme: str) -> ThemeMember:
    naming = [act for act in acts if theme in act.themes]
    own = acts[0].lent.get(theme, 0.0) >= _ITS_OWN or len(naming) >= _ITS_OWN * len(acts)
    spans = tuple(Span(act.act.start, act.act.end) for act in naming if not act.act.in_heading)
    score = round(max(act.themes[theme] for act in naming), 3)
    return ThemeMember(doc, clause, 2 if own else 1, score, spans)
