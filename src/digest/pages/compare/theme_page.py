"""The comparison of a theme: groups of measures that correspond, then the measures without a counterpart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from digest.model.corpus import Policy
from digest.model.matches import Theme
from digest.model.page import DataFile, Page
from digest.pages.catalogue import in_place_order
from digest.pages.compare.align import Alignment, Group, align
from digest.pages.compare.briefs import measure_brief
from digest.pages.compare.desk import Desk, Quote
from digest.pages.compare.download import make_download
from digest.pages.compare.index import Index
from digest.pages.compare.measures import ActKey, Measure, key_of
from digest.pages.compare.naming import best_heading
from digest.pages.compare.reasons import Reasoning, pair_reasoning
from digest.pages.compare.rows import ROWS
from digest.pages.compare.tables import Table, make_table
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.parts import Part, narrowed
from digest.pages.words import Runs, plain, run
from digest.text import urls

FORMS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class GroupView:
    """Measures that correspond. ``without`` names the places of the theme that have no counterpart."""

    id: str
    name: Runs
    grade: int
    grade_name: Runs
    table: Table
    without: Runs
    reasonings: tuple[Reasoning, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """A measure without a counterpart of its own, with its support in a few words."""

    quote: Quote
    brief: Runs


@dataclass(frozen=True, slots=True)
class Shelf:
    """The measures of a policy that stand alone."""

    doc: str
    place: Runs
    document: Link
    measures: tuple[Alone, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """A place or a row that a reader can choose."""

    value: str
    text: Runs


@dataclass(frozen=True, slots=True)
class ThemePage:
    """What theme.html receives. ``places`` and ``rows`` can be chosen; ``nothing`` names the policies in which
    no measure of the theme was found."""

    frame: Frame
    style: str
    script: str
    title: Runs
    lead: Runs
    summary: tuple[Runs, ...]
    groups: tuple[GroupView, ...]
    shelves: tuple[Shelf, ...]
    nothing: tuple[Link, ...]
    places: tuple[Pick, ...]
    rows: tuple[Pick, ...]
    downloads: tuple[Link, ...]


def make_theme_pages(setting: Setting, index: Index) -> Iterator[Part]:
    """One page for each theme that a measure has and each language, with the same table as a file in each form.
    They are made from the clauses with measures of the theme, and what corresponds among these."""
    for theme in setting.corpus.themes:
        if measures := index.of_theme[theme.id]:
            clauses: dict[str, set[str]] = {policy.meta.slug: set() for policy in setting.corpus.policies}
            for measure in measures:
                clauses[measure.doc].add(measure.clause.id)
            pairs = index.pairs_of_theme.get(theme.id, ())
            matches = dict.fromkeys(index.match_of[key_of(pair.a), key_of(pair.b)] for pair in pairs)
            yield Part(_pages, narrowed(setting, clauses, matches, {theme.id}))


def _pages(setting: Setting) -> Iterator[Page]:
    """The pages and files of the one theme of a setting."""
    index = Index.of(setting.corpus)
    ordered = in_place_order(setting.corpus)
    (theme,) = setting.corpus.themes
    measures = index.of_theme[theme.id]
    found = align([measure.key for measure in measures], index.pairs_of_theme.get(theme.id, ()))
    alignment = Alignment(tuple(sorted(found.groups, key=partial(_granting, index))), found.alone)
    for language in urls.LANGUAGES:
        desk = Desk(setting, language, urls.theme(language, theme.id))
        yield _page(desk, index, theme, alignment, ordered)
        table = make_download(
            desk, theme, [index.measures.find(key) for key in _in_order(alignment)], alignment
        )
        for form in FORMS:
            yield Page(f"{desk.here}{theme.id}.{form}", "", DataFile(form, (table,)))


def theme_name(theme: Theme, language: str) -> Runs:
    """The name of a theme."""
    return run(theme.en if language == "en" else theme.zh, language)


def _in_order(alignment: Alignment) -> list[ActKey]:
    return [*(act for group in alignment.groups for act in group.acts), *alignment.alone]


def _page(desk: Desk, index: Index, theme: Theme, alignment: Alignment, ordered: Sequence[Policy]) -> Page:
    setting, words = desk.setting, desk.words
    at = standing(desk.language, lambda each: urls.theme(each, theme.id), "compare")
    title = theme_name(theme, desk.language)
    acting = {measure.doc for measure in index.of_theme[theme.id]}
    having = [policy for policy in ordered if policy.meta.slug in acting]
    groups = tuple(_group(desk, index, group, having, at) for at, group in enumerate(alignment.groups, 1))
    used = {row.name: row.label for group in groups for row in group.table.rows}
    value = ThemePage(
        frame=make_frame(
            setting,
            at,
            title,
            trail=(
                Link(words["frame.home"], urls.relative(desk.here, urls.home(desk.language))),
                Link(
                    words["section.compare"], urls.relative(desk.here, urls.section(desk.language, "compare"))
                ),
            ),
            description=words.plain("compare.theme_lead"),
        ),
        style=urls.relative(desk.here, urls.asset("compare.css")),
        script=urls.relative(desk.here, urls.asset("compare.js")),
        title=title,
        lead=words["compare.theme_lead"],
        summary=(
            words.count("measures", len(index.of_theme[theme.id])),
            words.count("places", len(having)),
            words.count("groups", len(groups)),
        ),
        groups=groups,
        shelves=tuple(_shelves(desk, index, alignment, having)),
        nothing=tuple(
            Link(desk.place(policy), urls.relative(desk.here, urls.policy(desk.language, policy.meta.slug)))
            for policy in ordered
            if policy.meta.slug not in acting
        ),
        places=tuple(Pick(policy.meta.slug, desk.place(policy)) for policy in having),
        rows=tuple(
            Pick(name, used[name])
            for name in (*(kind.name for kind in ROWS), "status", "date")
            if name in used
        ),
        downloads=tuple(Link(run(form.upper(), "en"), f"{theme.id}.{form}") for form in FORMS),
    )
    return Page(desk.here, "theme.html", value)


def _group(desk: Desk, index: Index, group: Group, having: Sequence[Policy], number: int) -> GroupView:
    by_doc = {key.doc: index.measures.find(key) for key in group.acts}
    measures = [by_doc[policy.meta.slug] for policy in having if policy.meta.slug in by_doc]
    named = measures[
        best_heading([each.clause.heading for each in measures], [each.text for each in measures])
    ]
    without = [desk.place(policy) for policy in having if policy.meta.slug not in by_doc]
    rank = {measure.doc: at for at, measure in enumerate(measures)}
    return GroupView(
        id=f"g{number}",
        name=desk.heading(named),
        grade=group.grade,
        grade_name=desk.words[f"compare.grade_{group.grade}"],
        table=make_table(desk, measures),
        without=_without(desk, without),
        reasonings=tuple(
            pair_reasoning(
                desk,
                index.measures,
                index.match_of[key_of(pair.a), key_of(pair.b)],
                pair,
                min(pair.a.doc, pair.b.doc, key=rank.__getitem__),
            )
            for pair in group.pairs
        ),
    )


def _granting(index: Index, group: Group) -> int:
    """Groups come first in which several measures grant support: there are figures to compare."""
    granting = sum(bool(index.measures.find(key).supports) for key in group.acts)
    return -granting if granting > 1 else 0


def _without(desk: Desk, places: Sequence[Runs]) -> Runs:
    names = desk.words.plain("compare.and").join(plain(place) for place in places)
    return desk.words.fill("compare.without", places=names) if places else ()


def _shelves(desk: Desk, index: Index, alignment: Alignment, having: Sequence[Policy]) -> Iterator[Shelf]:
    alone: dict[str, list[Measure]] = {}
    for key in alignment.alone:
        alone.setdefault(key.doc, []).append(index.measures.find(key))
    for policy in having:
        slug = policy.meta.slug
        if slug in alone:
            yield Shelf(
                slug,
                desk.place(policy),
                Link(desk.title(policy), urls.relative(desk.here, urls.policy(desk.language, slug))),
                tuple(
                    Alone(desk.quote(measure), measure_brief(desk.words, desk.setting.corpus.terms, measure))
                    for measure in alone[slug]
                ),
            )
