"""The way into the comparisons: a matrix of themes and policies, and the pairs of policies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from digest.model.comparison import ThemeComparison
from digest.model.corpus import Corpus, Policy
from digest.model.matches import ActKey, Theme
from digest.model.measures import Measures
from digest.model.page import Json, Page
from digest.pages.catalogue import in_place_order
from digest.pages.compare.absences import absences_of, without_search
from digest.pages.compare.cells import (
    MatrixCell,
    MatrixColumn,
    MatrixFamily,
    cell_of,
    column_of,
    empty_cell,
    make_families,
    supports_of,
)
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.limits import FEW, by_choice, left_out
from digest.pages.compare.naming import name_of_pair, name_of_table, theme_name
from digest.pages.editions import edition_name
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.pictures.strength import FIGURE, strengths
from digest.pages.strings import Runs, joined, plain
from digest.pages.table_links import table_links
from digest.pages.validity import Phases
from digest.text import urls


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A theme. ``count`` says how many policies have measures, where not each has a column."""

    theme: str
    name: Runs
    href: str
    count: Runs
    cells: tuple[MatrixCell, ...]


class GroupLine(NamedTuple):
    """Measures that correspond, and the places that have them."""

    name: Link
    places: Runs


class Replaced(NamedTuple):
    """A policy that another supersedes, and the ways to it beside later texts and the policies of other places, or to the
    page that lists these."""

    document: Link
    validity: Phases
    beside: tuple[Link, ...]


class ColumnChoice(NamedTuple):
    """How a reader chooses the columns: the script, the list of all policies that can have one, and the page from which
    their cells come, with ``SLUG`` for their slug. At most ``most`` have one at a time. ``policies`` leads to the list of
    policies."""

    script: str
    list: str
    own: str
    most: int
    policies: str


class MatrixPage(NamedTuple):
    """What compare.html receives. ``groups`` are measures that correspond and share no theme; ``pairs`` lead to two policies
    side by side. Narrow windows begin with the list of the ``foremost`` policy. ``replaced`` are the policies that others
    supersede, which have no column. With a ``choice``, the columns are those that the page begins with, pairs are found
    through them, and each ``more`` says how many are not listed. ``downloads`` are the matrix as a table of the data,
    ``pair_downloads`` the numbers of matches of two policies."""

    frame: Frame
    style: str
    script: str
    title: Runs
    summary: tuple[Runs, ...]
    columns: tuple[MatrixColumn, ...]
    foremost: str
    sections: tuple[MatrixFamily[MatrixLine], ...]
    groups: tuple[GroupLine, ...]
    more_groups: Runs
    pairs: tuple[Link, ...]
    replaced: tuple[Replaced, ...]
    more_replaced: Runs
    choice: ColumnChoice | None
    downloads: tuple[Link, ...]
    pair_downloads: tuple[Link, ...]


SLUG = "_"
"""What stands for a slug in an address."""

MOST_COLUMNS = 6
"""So many policies can stand beside each other."""

_FIRST_COLUMNS = 4
"""So many do where nobody has chosen any."""

_MOST_LISTED = 50
"""Groups and superseded policies that are listed where there may be many."""


def make_matrix(setting: Setting) -> Iterator[Page]:
    """The matrix in each language; where readers choose the columns, the list of policies to choose from as well."""
    corpus = setting.corpus
    every = in_place_order(corpus)
    compared = tuple(each for each in every if not corpus.validity_of(each.meta.slug).by)
    replaced = tuple(each for each in every if corpus.validity_of(each.meta.slug).by)
    measures = Measures.of(corpus.policies)
    chosen = by_choice(corpus)
    ordered = _foremost(corpus, compared) if chosen else compared
    groups = _groups_of_many(corpus) if chosen else tuple(corpus.comparisons.groups.values())
    listed = _MOST_LISTED if chosen else None
    for language in urls.LANGUAGES:
        at = page_location(language, lambda each: urls.section(each, "compare"), "compare")
        context = ComparisonContext(setting, language, at.path)
        words, title = context.words, context.words["compare.title"]
        line = partial(_line, context, measures, ordered, counted=chosen)
        sections = tuple(make_families(context, corpus.families, line))
        lines = [line for section in sections for line in section.lines]
        stated = [tuple(cell.strength >= FIGURE for cell in line.cells) for line in lines]
        value = MatrixPage(
            frame=make_frame(setting, at, title, description=words.plain("compare.lead")),
            style=urls.relative(at.path, urls.asset("compare.css")),
            script=urls.relative(at.path, urls.asset("compare.js")),
            title=title,
            summary=(
                words.count("themes", len(corpus.themes)),
                *([] if chosen else [words.count("with_figures", sum(map(any, stated)))]),
                words.count("policies", len(compared)),
                words.count("matches", likely(corpus)),
                words.count("reviewed", reviewed(corpus)),
            ),
            columns=tuple(_columns(context, ordered, chosen=chosen)),
            foremost=_most(ordered, stated),
            sections=sections,
            groups=tuple(_groups(context, measures, compared, groups[:listed])),
            more_groups=left_out(words, "groups_own", len(groups[listed:]) if listed else 0),
            pairs=() if chosen else tuple(_pairs(context, compared)),
            replaced=tuple(
                _replaced(context, policy, () if chosen else every) for policy in replaced[:listed]
            ),
            more_replaced=left_out(words, "replaced", len(replaced[listed:]) if listed else 0),
            choice=_choice(context) if chosen else None,
            downloads=table_links(words, language, at.path, "matrix"),
            pair_downloads=table_links(words, language, at.path, "pairs"),
        )
        yield Page(at.path, "compare.html", value)
        if chosen:
            yield Page(urls.comparable(language), "", Json(_list(context, compared)))


def _columns(
    context: ComparisonContext, ordered: Sequence[Policy], *, chosen: bool
) -> Iterator[MatrixColumn]:
    number = Counter(context.place(policy) for policy in ordered)
    for policy in ordered:
        titled = chosen or number[context.place(policy)] > 1
        yield column_of(context, policy, titled=titled, own=_own(context, policy) if chosen else None)


def _foremost(corpus: Corpus, compared: Sequence[Policy]) -> tuple[Policy, ...]:
    """The policies with most measures of themes, in the order of places."""
    number = Counter(act.doc for found in corpus.comparisons.themes.values() for act in found.acts)
    most = sorted(compared, key=lambda policy: -number[policy.meta.slug])[:_FIRST_COLUMNS]
    return tuple(policy for policy in compared if policy in most)


def _most(ordered: Sequence[Policy], stated: Iterable[Sequence[bool]]) -> str:
    """The slug of the policy that states figures of most themes, the first of several; ``stated`` has a row for each theme."""
    number = Counter(
        policy.meta.slug for row in stated for policy, known in zip(ordered, row, strict=True) if known
    )
    return max((policy.meta.slug for policy in ordered), key=number.__getitem__, default="")


def _groups_of_many(corpus: Corpus) -> tuple[ThemeComparison, ...]:
    """The groups without a theme, those of most policies first."""
    return tuple(sorted(corpus.comparisons.groups.values(), key=lambda found: -len(found.acts)))


def _choice(context: ComparisonContext) -> ColumnChoice:
    return ColumnChoice(
        urls.relative(context.here, urls.asset("columns.js")),
        urls.relative(context.here, urls.comparable(context.language)),
        urls.relative(context.here, urls.compared(context.language, SLUG)),
        MOST_COLUMNS,
        urls.relative(context.here, urls.section(context.language, "policies")),
    )


def _list(context: ComparisonContext, compared: Iterable[Policy]) -> Mapping[str, Sequence[str]]:
    """The place and the title of each policy that can have a column, by its slug."""
    return {
        policy.meta.slug: (plain(context.place(policy)), plain(context.title(policy))) for policy in compared
    }


def _own(context: ComparisonContext, policy: Policy) -> Link:
    """The way to the comparisons of a policy."""
    there = urls.compared(context.language, policy.meta.slug)
    return Link(context.words["compare.own_link"], urls.relative(context.here, there))


def likely(corpus: Corpus) -> int:
    """How many pairs of clauses are likely to correspond."""
    return sum(match.shown == "likely" for match in corpus.matches)


def reviewed(corpus: Corpus) -> int:
    """How many of these an editor has ruled on."""
    return sum(match.shown == "likely" and match.ruling is not None for match in corpus.matches)


def _line(
    context: ComparisonContext, measures: Measures, ordered: Sequence[Policy], theme: Theme, *, counted: bool
) -> MatrixLine:
    """The line of a theme, a cell for each policy; shaded beside each other, unless readers change the columns."""
    found = context.setting.corpus.comparisons.themes[theme.id]
    href = urls.relative(context.here, urls.theme(context.language, theme.id))
    acts: dict[str, list[ActKey]] = {}
    for act in found.acts:
        acts.setdefault(act.doc, []).append(act)
    count = context.words.count("policies", len(acts)) if counted else ()
    slugs = [policy.meta.slug for policy in ordered]
    supports = [supports_of(measures, acts[slug]) if slug in acts else None for slug in slugs]
    shades = [strengths([each])[0] for each in supports] if counted else strengths(supports)
    cells = []
    for policy, absence, shade in zip(ordered, absences_of(found, slugs), shades, strict=True):
        slug = policy.meta.slug
        if slug in acts:
            best = found.best.get(slug, ())
            cell = cell_of(context, measures, policy, best, len(acts[slug]), href, shade)
        else:
            cell = empty_cell(context, policy, without_search(absence) if counted else absence)
        cells.append(replace(cell, document=context.title(policy)) if counted else cell)
    return MatrixLine(theme.id, theme_name(theme, context.language), href, count, tuple(cells))


def _groups(
    context: ComparisonContext,
    measures: Measures,
    compared: Sequence[Policy],
    groups: Iterable[ThemeComparison],
) -> Iterator[GroupLine]:
    for found in groups:
        having = {act.doc for act in found.acts}
        if len(having) > FEW:
            places = context.words.count("policies", len(having))
        else:
            named = [context.place(policy) for policy in compared if policy.meta.slug in having]
            places = joined(named, context.words.plain("compare.and"))
        href = urls.relative(context.here, urls.theme(context.language, found.theme))
        yield GroupLine(Link(name_of_table(context, measures, found), href), places)


def _replaced(context: ComparisonContext, policy: Policy, every: Sequence[Policy]) -> Replaced:
    corpus, slug = context.setting.corpus, policy.meta.slug
    beside = []
    for other in every:
        there = other.meta.slug
        known = tuple(sorted((slug, there))) in corpus.comparisons.pairs
        if known or (slug, there) in corpus.editions.beside:
            name = context.place(other) if known else edition_name(context.setting, other, context.language)
            beside.append(Link(name, urls.relative(context.here, urls.pair(context.language, slug, there))))
    name = edition_name(context.setting, policy, context.language)
    own = by_choice(corpus)
    there = urls.compared(context.language, slug) if own else urls.policy(context.language, slug)
    document = Link(name, urls.relative(context.here, there))
    return Replaced(document, context.validity(policy), tuple(beside))


def _pairs(context: ComparisonContext, ordered: Sequence[Policy]) -> Iterator[Link]:
    """The ways to two policies side by side, in the order of their places."""
    corpus = context.setting.corpus
    rank = {policy.meta.slug: at for at, policy in enumerate(ordered)}
    compared = (
        *corpus.comparisons.pairs,
        *corpus.editions.beside,
    )  # of two editions, both in force: one is a draft
    placed = (sorted(map(rank.__getitem__, pair)) for pair in compared if rank.keys() >= set(pair))
    for first, second in ([ordered[at] for at in pair] for pair in sorted(placed)):
        a, b = sorted((first.meta.slug, second.meta.slug))
        if (a, b) in corpus.comparisons.pairs:
            name = name_of_pair(context, first, second)
        else:
            names = (edition_name(context.setting, policy, context.language) for policy in (first, second))
            name = joined(names, " – ")
        yield Link(name, urls.relative(context.here, urls.pair(context.language, a, b)))
