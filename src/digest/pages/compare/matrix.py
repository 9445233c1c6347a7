"""The way into the comparisons: a matrix of themes and policies, and the pairs of policies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.model.comparison import ThemeComparison
from digest.model.corpus import Corpus, Policy
from digest.model.matches import Theme
from digest.model.measures import Measures
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.compare.absences import AbsenceView, absence_view
from digest.pages.compare.briefs import brief
from digest.pages.compare.desk import Desk
from digest.pages.compare.naming import name_of_pair, name_of_table, theme_name
from digest.pages.editions import edition_name
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.validity import Phases
from digest.pages.words import Runs, joined, run
from digest.text import urls


@dataclass(frozen=True, slots=True)
class Column:
    """A policy at the head of a column."""

    place: Runs
    document: Link
    validity: Phases


@dataclass(frozen=True, slots=True)
class Cell:
    """What a policy has of a theme: the best support for each thing that caps apply to, with the way to the words
    that grant it, and how many measures; ``absence`` instead, where no measure was recognised."""

    place: Runs
    supports: tuple[Link, ...] = ()
    count: Link | None = None
    absence: AbsenceView | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A theme."""

    name: Runs
    href: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The themes of a family. Narrow windows show its name and ``count`` until a reader follows the link to its ``id``."""

    id: str
    name: Runs
    count: Runs
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Measures that correspond, and the places that have them."""

    name: Link
    places: Runs


@dataclass(frozen=True, slots=True)
class Replaced:
    """A policy that another supersedes, and the ways to it beside later texts and the policies of other places."""

    document: Link
    validity: Phases
    beside: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """What compare.html receives. ``groups`` are measures that correspond and share no theme; ``pairs`` lead to two
    policies side by side. ``replaced`` are the policies that others supersede, which have no column."""

    frame: Frame
    style: str
    title: Runs
    summary: tuple[Runs, ...]
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    groups: tuple[GroupLine, ...]
    pairs: tuple[Link, ...]
    replaced: tuple[Replaced, ...]


def make_matrix(setting: Setting) -> Iterator[Page]:
    """The matrix in each language."""
    every = in_place_order(setting.corpus)
    ordered = tuple(each for each in every if not setting.corpus.validity_of(each.meta.slug).by)
    replaced = tuple(each for each in every if each not in ordered)
    measures = Measures.of(setting.corpus.policies)
    for language in urls.LANGUAGES:
        at = standing(language, lambda each: urls.section(each, "compare"), "compare")
        desk = Desk(setting, language, at.path)
        words, title = desk.words, desk.words["compare.title"]
        home = Link(words["frame.home"], urls.relative(at.path, urls.home(language)))
        value = MatrixPage(
            frame=make_frame(setting, at, title, trail=(home,), description=words.plain("compare.lead")),
            style=urls.relative(at.path, urls.asset("compare.css")),
            title=title,
            summary=(
                words.count("themes", len(setting.corpus.themes)),
                words.count("policies", len(ordered)),
                words.count("matches", likely(setting.corpus)),
                words.count("reviewed", reviewed(setting.corpus)),
            ),
            columns=tuple(
                Column(
                    desk.place(policy),
                    Link(desk.title(policy), urls.relative(at.path, urls.policy(language, policy.meta.slug))),
                    desk.validity(policy),
                )
                for policy in ordered
            ),
            sections=tuple(_sections(desk, measures, ordered)),
            groups=tuple(_groups(desk, measures, ordered)),
            pairs=tuple(_pairs(desk, ordered)),
            replaced=tuple(_replaced(desk, policy, every) for policy in replaced),
        )
        yield Page(at.path, "compare.html", value)


def likely(corpus: Corpus) -> int:
    """How many pairs of clauses are likely to correspond."""
    return sum(match.shown == "likely" for match in corpus.matches)


def reviewed(corpus: Corpus) -> int:
    """How many of these an editor has ruled on."""
    return sum(match.shown == "likely" and match.ruling is not None for match in corpus.matches)


def _sections(desk: Desk, measures: Measures, ordered: Sequence[Policy]) -> Iterator[Section]:
    corpus = desk.setting.corpus
    names = {
        family.id: run(family.en if desk.language == "en" else family.zh, desk.language)
        for family in corpus.families
    }
    for name, said in {**names, "": desk.words["compare.other_themes"]}.items():
        themes = [theme for theme in corpus.themes if (theme.family if theme.family in names else "") == name]
        if themes:
            lines = tuple(_line(desk, measures, theme, ordered) for theme in themes)
            yield Section(f"family-{name or 'other'}", said, desk.words.count("themes", len(lines)), lines)


def _line(desk: Desk, measures: Measures, theme: Theme, ordered: Sequence[Policy]) -> Line:
    found = desk.setting.corpus.comparisons.themes[theme.id]
    href = urls.relative(desk.here, urls.theme(desk.language, theme.id))
    cells = tuple(_cell(desk, measures, policy, found, href) for policy in ordered)
    return Line(theme_name(theme, desk.language), href, cells)


def _groups(desk: Desk, measures: Measures, ordered: Sequence[Policy]) -> Iterator[GroupLine]:
    for name, found in desk.setting.corpus.comparisons.groups.items():
        having = {act.doc for act in found.acts}
        places = [desk.place(policy) for policy in ordered if policy.meta.slug in having]
        href = urls.relative(desk.here, urls.theme(desk.language, name))
        yield GroupLine(
            Link(name_of_table(desk, measures, found), href), joined(places, desk.words.plain("compare.and"))
        )


def _cell(desk: Desk, measures: Measures, policy: Policy, found: ThemeComparison, href: str) -> Cell:
    words, slug, place = desk.words, policy.meta.slug, desk.place(policy)
    for absence in found.absences:
        if absence.doc == slug:
            return Cell(place, absence=absence_view(desk, policy, absence))
    supports = tuple(
        Link(
            brief(words, desk.setting.corpus.terms, offer.fact, offer.cap),
            desk.href(measures.find(offer.act), offer.fact.start),
        )
        for offer in found.best.get(slug, ())
    )
    number = sum(act.doc == slug for act in found.acts)
    return Cell(place, supports, Link(words.count("measures", number), href) if number else None)


def _replaced(desk: Desk, policy: Policy, every: Sequence[Policy]) -> Replaced:
    corpus, slug = desk.setting.corpus, policy.meta.slug
    beside = []
    for other in every:
        there = other.meta.slug
        known = tuple(sorted((slug, there))) in corpus.comparisons.pairs
        if known or (slug, there) in corpus.editions.beside:
            name = desk.place(other) if known else edition_name(desk.setting, other, desk.language)
            beside.append(Link(name, urls.relative(desk.here, urls.pair(desk.language, slug, there))))
    name = edition_name(desk.setting, policy, desk.language)
    document = Link(name, urls.relative(desk.here, urls.policy(desk.language, slug)))
    return Replaced(document, desk.validity(policy), tuple(beside))


def _pairs(desk: Desk, ordered: Sequence[Policy]) -> Iterator[Link]:
    """The ways to two policies side by side, in the order of their places."""
    corpus = desk.setting.corpus
    rank = {policy.meta.slug: at for at, policy in enumerate(ordered)}
    compared = (
        *corpus.comparisons.pairs,
        *corpus.editions.beside,
    )  # of two editions, both in force: one is a draft
    placed = (sorted(map(rank.__getitem__, pair)) for pair in compared if rank.keys() >= set(pair))
    for first, second in ([ordered[at] for at in pair] for pair in sorted(placed)):
        a, b = sorted((first.meta.slug, second.meta.slug))
        if (a, b) in corpus.comparisons.pairs:
            name = name_of_pair(desk, first, second)
        else:
            names = (edition_name(desk.setting, policy, desk.language) for policy in (first, second))
            name = joined(names, " – ")
        yield Link(name, urls.relative(desk.here, urls.pair(desk.language, a, b)))
