"""The way into the comparisons: a matrix of themes and policies, and the pairs of policies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.model.corpus import Policy
from digest.model.matches import Theme
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.compare.briefs import brief, strongest
from digest.pages.compare.desk import Desk
from digest.pages.compare.index import Index
from digest.pages.compare.measures import Measure
from digest.pages.compare.pair_page import paired
from digest.pages.compare.theme_page import theme_name
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.words import Runs, joined
from digest.text import urls


@dataclass(frozen=True, slots=True)
class Column:
    """A policy at the head of a column."""

    place: Runs
    document: Link


@dataclass(frozen=True, slots=True)
class Cell:
    """What a policy has of a theme: its strongest support, with the way to the words that grant it, and how
    many measures. Both are None where there is none."""

    place: Runs
    support: Link | None
    count: Link | None


@dataclass(frozen=True, slots=True)
class Line:
    """A theme; without a link where no policy has a measure of it."""

    name: Runs
    href: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The themes of one side of innovation policy (supply, environment, demand)."""

    id: str
    name: Runs
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """What compare.html receives. ``pairs`` lead to two policies side by side."""

    frame: Frame
    style: str
    title: Runs
    summary: tuple[Runs, ...]
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    pairs: tuple[Link, ...]


SIDES = ("supply", "demand", "environment")


def make_matrix(setting: Setting, index: Index) -> Iterator[Page]:
    """The matrix in each language."""
    ordered = in_place_order(setting.corpus)
    for language in urls.LANGUAGES:
        at = standing(language, lambda each: urls.section(each, "compare"), "compare")
        desk = Desk(setting, language, at.path)
        words, title = desk.words, desk.words["compare.title"]
        home = Link(words["frame.home"], urls.relative(at.path, urls.home(language)))
        found = [theme for theme in setting.corpus.themes if index.of_theme[theme.id]]
        value = MatrixPage(
            frame=make_frame(setting, at, title, trail=(home,), description=words.plain("compare.lead")),
            style=urls.relative(at.path, urls.asset("compare.css")),
            title=title,
            summary=(
                words.count("themes", len(found)),
                words.count("policies", len(ordered)),
                words.count("matches", len(setting.corpus.matches)),
            ),
            columns=tuple(
                Column(
                    desk.place(policy),
                    Link(desk.title(policy), urls.relative(at.path, urls.policy(language, policy.meta.slug))),
                )
                for policy in ordered
            ),
            sections=tuple(_sections(desk, index, ordered)),
            pairs=tuple(_pairs(desk, index, ordered)),
        )
        yield Page(at.path, "compare.html", value)


def _sections(desk: Desk, index: Index, ordered: Sequence[Policy]) -> Iterator[Section]:
    for side in SIDES:
        themes = [theme for theme in desk.setting.corpus.themes if theme.side == side]
        lines = tuple(_line(desk, index, theme, ordered) for theme in themes)
        if lines:
            yield Section(side, desk.words[f"side.{side}"], lines)


def _line(desk: Desk, index: Index, theme: Theme, ordered: Sequence[Policy]) -> Line:
    measures = index.of_theme[theme.id]
    href = urls.relative(desk.here, urls.theme(desk.language, theme.id))
    of_policy: dict[str, list[Measure]] = {}
    for measure in measures:
        of_policy.setdefault(measure.doc, []).append(measure)
    cells = tuple(_cell(desk, policy, of_policy.get(policy.meta.slug, []), href) for policy in ordered)
    return Line(theme_name(theme, desk.language), href if measures else None, cells)


def _cell(desk: Desk, policy: Policy, measures: Sequence[Measure], href: str) -> Cell:
    words, terms = desk.words, desk.setting.corpus.terms
    fact = strongest(fact for measure in measures for fact in measure.supports)
    granting = next((measure for measure in measures if fact in measure.supports), None)
    return Cell(
        place=desk.place(policy),
        support=Link(brief(words, terms, fact), desk.href(granting, fact.start))
        if fact and granting
        else None,
        count=Link(words.count("measures", len(measures)), href) if measures else None,
    )


def _pairs(desk: Desk, index: Index, ordered: Sequence[Policy]) -> Iterator[Link]:
    for first, second in combinations(ordered, 2):
        if paired(index, len(ordered), first, second):
            href = urls.pair(desk.language, first.meta.slug, second.meta.slug)
            yield Link(joined((desk.place(first), desk.place(second)), " – "), urls.relative(desk.here, href))
