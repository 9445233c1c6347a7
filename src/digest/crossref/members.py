"""Which measures belong to which theme: a measure may have several, or none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.crossref.gist import Gist
from digest.model.matches import Theme, ThemeMember
from digest.model.source import Span

_ITS_OWN = 0.5
"""A theme is a measure's own where its heading names it so much, or such a share of its acts does."""


def theme_members(acts: Iterable[Gist], themes: Sequence[Theme]) -> Mapping[str, tuple[ThemeMember, ...]]:
    """The measures of each theme, by its id, in the order of the acts."""
    by_clause: defaultdict[tuple[str, str], list[Gist]] = defaultdict(list)
    for act in acts:
        by_clause[act.act.doc, act.act.clause].append(act)
    found: dict[str, list[ThemeMember]] = {theme.id: [] for theme in themes}
    for (doc, clause), inside in by_clause.items():
        for theme in sorted({theme for act in inside for theme in act.themes}):
            found[theme].append(_member(doc, clause, inside, theme))
    return {theme: tuple(members) for theme, members in found.items()}


def _member(doc: str, clause: str, acts: Sequence[Gist], theme: str) -> ThemeMember:
    naming = [act for act in acts if theme in act.themes]
    own = acts[0].lent.get(theme, 0.0) >= _ITS_OWN or len(naming) >= _ITS_OWN * len(acts)
    spans = tuple(Span(act.act.start, act.act.end) for act in naming if not act.act.in_heading)
    score = round(max(act.themes[theme] for act in naming), 3)
    return ThemeMember(doc, clause, 2 if own else 1, score, spans)
