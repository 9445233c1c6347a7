"""The comparisons of one policy, on a site of many: the policies it is set beside, and what it has of each theme.

Its table is that of the matrix with one column, from which the matrix takes the columns that a reader chooses
(assets/columns.js).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from digest.model.comparison import Absence, Offer
from digest.model.corpus import Corpus, Policy
from digest.model.matches import ActKey, Family, Theme
from digest.model.measures import Measures
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
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
from digest.pages.compare.limits import by_choice, left_out
from digest.pages.compare.naming import theme_name
from digest.pages.descriptions import described
from digest.pages.editions import edition_name
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.particulars import policy_title
from digest.pages.parts import Part, Shown
from digest.pages.pictures.strength import strengths
from digest.pages.strings import Runs, Words
from digest.text import urls

MOST_CLAUSES = 10
"""So many clauses of a policy are named for one theme."""

MOST_BESIDE = 200
"""So many policies beside it are listed; only a text that many places have copied has more."""


class ThemeLine(NamedTuple):
    """A theme: its id and anchor, what the policy has of it, and the clauses with these measures. ``more`` says how many
    there are besides."""

    theme: str
    id: str
    name: Link
    cell: MatrixCell
    clauses: tuple[Link, ...]
    more: Runs


class ComparedPolicy(NamedTuple):
    """A policy that this one is set beside."""

    page: Link
    place: Runs


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause that corresponds to others and shares no theme with them, with the way to their table; ``count`` says how
    many policies have them."""

    id: str
    name: Link
    count: Runs


class OwnPage(NamedTuple):
    """What own.html receives. ``more_beside`` says how many policies beside it are not listed; ``rest`` is what the policy
    has of all themes without a line, None where it is not compared, since a later text is."""

    frame: Frame
    style: str
    title: Runs
    column: MatrixColumn
    beside: tuple[ComparedPolicy, ...]
    more_beside: Runs
    sections: tuple[MatrixFamily[ThemeLine], ...]
    rest: MatrixCell | None
    groups: tuple[ClauseLine, ...]


class OfTheme(NamedTuple):
    """What a policy has of a theme: its measures and best offers, or what it says instead."""

    theme: str
    acts: tuple[ActKey, ...] = ()
    best: tuple[Offer, ...] = ()
    absence: Absence | None = None


class OfGroup(NamedTuple):
    """A measure of a policy in a group without a theme, and how many policies the group has."""

    group: str
    act: ActKey
    policies: int


class _Given(NamedTuple):
    """A policy by its slug, and what is compared of it; ``editions`` are policies of which it is another edition. Whether it
    is ``compared`` itself, or a later text is."""

    slug: str
    families: tuple[Family, ...]
    themes: tuple[OfTheme, ...]
    groups: tuple[OfGroup, ...]
    pairs: tuple[str, ...]
    more_pairs: int
    editions: tuple[str, ...]
    compared: bool


def own_title(words: Words, policy: Policy, language: str) -> Runs:
    """The title of the page of a policy."""
    return (*words["compare.own"], *words["compare.colon"], *policy_title(policy, language))


def make_own_pages(setting: Setting) -> Iterator[Part]:
    """A page for each policy and language, where readers choose which are compared. It is made from the clauses with
    measures of the policy, and from what is known of those it is set beside."""
    corpus = setting.corpus
    if not by_choice(corpus):
        return
    own = _by_policy(corpus)
    rank = {policy.meta.slug: at for at, policy in enumerate(in_place_order(corpus))}
    for slug in own:
        given = own[slug].given(slug, corpus, rank)
        acts = (*(act for each in given.themes for act in each.acts), *(each.act for each in given.groups))
        offered = (offer.act for each in given.themes for offer in each.best)
        mentions = (mention for each in given.themes if each.absence for mention in each.absence.mentions[:1])
        clauses = {slug: {act.clause for act in (*acts, *offered)} | {mention.clause for mention in mentions}}
        others: dict[str, set[str]] = {other: set() for other in (*given.pairs, *given.editions)}
        themes = [each.theme for each in given.themes]
        yield Part(_pages, Shown({**others, **clauses}, (), themes), given)


@dataclass(slots=True)
class _Own:
    """Gathers what is compared of a policy."""

    themes: list[OfTheme] = field(default_factory=list)
    groups: list[OfGroup] = field(default_factory=list)
    pairs: list[str] = field(default_factory=list)
    editions: list[str] = field(default_factory=list)

    def given(self, slug: str, corpus: Corpus, rank: Mapping[str, int]) -> _Given:
        """All of it; ``rank`` are the places of all policies in the order of places."""
        pairs = sorted(self.pairs, key=rank.__getitem__)
        return _Given(
            slug,
            corpus.families,
            tuple(self.themes),
            tuple(self.groups),
            tuple(pairs[:MOST_BESIDE]),
            len(pairs[MOST_BESIDE:]),
            tuple(self.editions),
            compared=not corpus.validity_of(slug).by,
        )


def _by_policy(corpus: Corpus) -> Mapping[str, _Own]:
    """What is compared of each policy: one walk through all comparisons."""
    own = {policy.meta.slug: _Own() for policy in corpus.policies}
    for name, found in corpus.comparisons.themes.items():
        for doc, acts in _acts_by_policy((*found.acts, *found.earlier)).items():
            own[doc].themes.append(OfTheme(name, tuple(acts), found.best.get(doc, ())))
        for absence in found.absences:
            if absence.verdict != "not_recognised":
                own[absence.doc].themes.append(OfTheme(name, absence=absence))
    for name, found in corpus.comparisons.groups.items():
        by_policy = _acts_by_policy(found.acts)
        for doc, acts in by_policy.items():
            own[doc].groups.append(OfGroup(name, acts[0], len(by_policy)))
    for a, b in corpus.comparisons.pairs:
        own[a].pairs.append(b)
        own[b].pairs.append(a)
    for a, b in corpus.editions.beside:
        own[a].editions.append(b)
        own[b].editions.append(a)
    return own


def _acts_by_policy(acts: Iterable[ActKey]) -> Mapping[str, list[ActKey]]:
    found: dict[str, list[ActKey]] = {}
    for act in acts:
        found.setdefault(act.doc, []).append(act)
    return found


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    for language in urls.LANGUAGES:
        yield _page(ComparisonContext(setting, language, urls.compared(language, given.slug)), given)


def _page(context: ComparisonContext, given: _Given) -> Page:
    words, setting, slug = context.words, context.setting, given.slug
    at = page_location(context.language, lambda each: urls.compared(each, slug), "compare")
    measures = Measures.of(setting.corpus.policies)
    policy = measures.policies[slug]
    title = own_title(words, policy, context.language)
    line = partial(_line, context, measures, policy, {each.theme: each for each in given.themes})
    value = OwnPage(
        frame=make_frame(
            setting,
            at,
            title,
            trail=context.trail,
            description=described(words, title, words["compare.own_lead"]),
        ),
        style=urls.relative(context.here, urls.asset("compare.css")),
        title=title,
        column=column_of(context, policy),
        beside=tuple(_beside(context, slug, given)),
        more_beside=left_out(words, "beside", given.more_pairs),
        sections=tuple(make_families(context, given.families, line)),
        rest=replace(
            empty_cell(context, policy, Absence(slug, (), (), open=False)), document=context.title(policy)
        )
        if given.compared
        else None,
        groups=tuple(
            ClauseLine(
                urls.of_theme(each.group),
                Link(
                    context.clause(measures.find(each.act), 40),
                    urls.relative(context.here, urls.theme(context.language, each.group)),
                ),
                words.count("policies", each.policies),
            )
            for each in given.groups
        ),
    )
    return Page(context.here, "own.html", value)


def _beside(context: ComparisonContext, slug: str, given: _Given) -> Iterator[ComparedPolicy]:
    """The policies it is set beside, in the order of their places."""
    for other in in_place_order(context.setting.corpus):
        there = other.meta.slug
        if there in (*given.pairs, *given.editions):
            name = (
                context.title(other)
                if there in given.pairs
                else edition_name(context.setting, other, context.language)
            )
            href = urls.relative(context.here, urls.pair(context.language, slug, there))
            yield ComparedPolicy(Link(name, href), context.place(other))


def _line(
    context: ComparisonContext,
    measures: Measures,
    policy: Policy,
    given: Mapping[str, OfTheme],
    theme: Theme,
) -> ThemeLine:
    found, name = given[theme.id], theme_name(theme, context.language)
    href = urls.relative(context.here, urls.theme(context.language, found.theme))
    clauses = list(dict.fromkeys(act.clause for act in found.acts))
    links = tuple(
        Link(
            context.clause(measures.whole(policy.meta.slug, clause), 40),
            urls.relative(context.here, urls.clause(policy.meta.slug, clause)),
        )
        for clause in clauses[:MOST_CLAUSES]
    )
    left = len(clauses) - len(links)
    if found.absence:
        cell = empty_cell(context, policy, found.absence)
    else:
        (shade,) = strengths([supports_of(measures, found.acts)])
        cell = cell_of(context, measures, policy, found.best, len(found.acts), href, shade)
    return ThemeLine(
        found.theme,
        urls.of_theme(found.theme),
        Link(name, href),
        replace(cell, document=context.title(policy)),
        links,
        left_out(context.words, "clauses", left),
    )
