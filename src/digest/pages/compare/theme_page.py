"""The comparison of a theme, or of measures that correspond and share none: the best offers, groups of measures that
correspond, those that perhaps do, the measures not matched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digest.model import comparison
from digest.model.comparison import ROWS, Group, ThemeComparison, Tie
from digest.model.corpus import Policy
from digest.model.matches import ActKey
from digest.model.measures import Measure, Measures
from digest.model.page import DataFile, Page
from digest.pages import amounts
from digest.pages.catalogue import in_place_order
from digest.pages.compare.absences import AbsenceView, absence_view
from digest.pages.compare.briefs import brief, measure_brief
from digest.pages.compare.desk import Desk, Quote
from digest.pages.compare.download import make_download
from digest.pages.compare.naming import best_heading, name_of_table
from digest.pages.compare.reasons import Reasoning, grade_name, themes_of, tie_reasoning
from digest.pages.compare.tables import Table, make_table
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.parts import Part, Shown
from digest.pages.validity import Phases
from digest.pages.words import Runs, run
from digest.text import urls

FORMS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Offer:
    """A support in a few words, with the way to the words that grant it, its clause, and the validity of its document."""

    doc: str
    place: Runs
    support: Link
    document: Runs
    validity: Phases


@dataclass(frozen=True, slots=True)
class Offers:
    """Supports whose caps apply to the same thing, the best first."""

    scope: Runs
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Measures that correspond."""

    id: str
    name: Runs
    grade: int
    grade_name: Runs
    table: Table
    reasonings: tuple[Reasoning, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """A measure that was not matched, with its support in a few words."""

    quote: Quote
    brief: Runs


@dataclass(frozen=True, slots=True)
class Shelf:
    """The measures of a policy that were not matched."""

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
    """What theme.html receives. ``places`` and ``rows`` can be chosen; ``possible`` say of measures in two places why they
    are perhaps comparable; ``absences`` are the policies without a recognised measure of the theme. ``earlier`` are measures
    of policies that others supersede."""

    frame: Frame
    style: str
    script: str
    title: Runs
    lead: Runs
    summary: tuple[Runs, ...]
    offers: tuple[Offers, ...]
    groups: tuple[GroupView, ...]
    possible: tuple[Reasoning, ...]
    shelves: tuple[Shelf, ...]
    absences: tuple[AbsenceView, ...]
    earlier: tuple[Shelf, ...]
    places: tuple[Pick, ...]
    rows: tuple[Pick, ...]
    downloads: tuple[Link, ...]


def make_theme_pages(setting: Setting) -> Iterator[Part]:
    """One page for each theme, each group without one, and each language, with the same table as a file in each form.
    They are made from the clauses with measures of the theme, or with its words, and what corresponds among these."""
    compared, slugs = setting.corpus.comparisons, [policy.meta.slug for policy in setting.corpus.policies]
    for found in compared.themes.values():
        yield _part(found, slugs)
    for found in compared.groups.values():
        yield _part(found, ())


def _part(found: ThemeComparison, slugs: Iterable[str]) -> Part:
    """The pages of one comparison; they name the policies ``slugs`` besides those with measures."""
    clauses: dict[str, set[str]] = {slug: set() for slug in slugs}
    ties = (*(tie for group in found.groups for tie in group.ties), *found.possible)
    offered = (offer.act for offers in found.offers for offer in offers)
    tied = (act for tie in found.possible for act in (tie.a, tie.b))
    for act in (*found.acts, *offered, *tied, *found.earlier):
        clauses.setdefault(act.doc, set()).add(act.clause)
    matches = dict.fromkeys(tie.match for tie in ties)
    return Part(_pages, Shown(clauses, tuple(matches), {found.theme, *themes_of(ties)}), found)


def _pages(setting: Setting, found: ThemeComparison) -> Iterator[Page]:
    """The pages and files of one comparison."""
    measures = Measures.of(setting.corpus.policies)
    ordered = in_place_order(setting.corpus)
    for language in urls.LANGUAGES:
        desk = Desk(setting, language, urls.theme(language, found.theme))
        yield _page(desk, measures, found, ordered)
        table = make_download(desk, measures, found)
        for form in FORMS:
            yield Page(f"{desk.here}{found.theme}.{form}", "", DataFile(form, (table,)))


def _page(desk: Desk, measures: Measures, found: ThemeComparison, ordered: Sequence[Policy]) -> Page:
    setting, words = desk.setting, desk.words
    at = standing(desk.language, lambda each: urls.theme(each, found.theme), "compare")
    title = name_of_table(desk, measures, found)
    themed = any(theme.id == found.theme for theme in setting.corpus.themes)
    lead = "compare.theme_lead" if themed else "compare.group_lead"
    acting = {act.doc for act in found.acts}
    having = [policy for policy in ordered if policy.meta.slug in acting]
    groups = tuple(_group(desk, measures, group, having, at) for at, group in enumerate(found.groups, 1))
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
            description=words.plain(lead),
        ),
        style=urls.relative(desk.here, urls.asset("compare.css")),
        script=urls.relative(desk.here, urls.asset("compare.js")),
        title=title,
        lead=words[lead],
        summary=(
            *_counts(desk, found, having),
            *([words.count("groups", len(groups))] if themed and groups else ()),
        ),
        offers=tuple(_offers(desk, measures, found)),
        groups=groups,
        possible=tuple(_tie(desk, measures, tie, ordered) for tie in found.possible),
        shelves=tuple(_shelves(desk, measures, [each.act for each in found.alone], having)),
        absences=tuple(_absences(desk, found, ordered)),
        earlier=tuple(_shelves(desk, measures, found.earlier, ordered)),
        places=tuple(Pick(policy.meta.slug, desk.place(policy)) for policy in having),
        rows=tuple(Pick(name, used[name]) for name in (*ROWS, "status", "date") if name in used),
        downloads=tuple(Link(run(form.upper(), "en"), f"{found.theme}.{form}") for form in FORMS),
    )
    return Page(desk.here, "theme.html", value)


def _counts(desk: Desk, found: ThemeComparison, having: Iterable[Policy]) -> Iterator[Runs]:
    """How many measures each policy has."""
    number = Counter(act.doc for act in found.acts)
    for policy in having:
        measures = desk.words.count("measures", number[policy.meta.slug])
        yield (*desk.place(policy), *desk.words["compare.colon"], *measures)


def _offers(desk: Desk, measures: Measures, found: ThemeComparison) -> Iterator[Offers]:
    """A list for each thing that caps apply to."""
    alone = desk.words["compare.rate_alone"]
    for ranked in found.offers:
        caps = [each.cap for each in ranked if each.cap]
        named = next((cap for cap in caps if cap.scope_status == "printed"), next(iter(caps), None))
        scope = amounts.scope(desk.words, named) if named else alone
        yield Offers(scope, tuple(_offer(desk, measures.find(each.act), each) for each in ranked))


def _offer(desk: Desk, measure: Measure, offer: comparison.Offer) -> Offer:
    support = brief(desk.words, desk.setting.corpus.terms, offer.fact, offer.cap)
    return Offer(
        measure.doc,
        desk.place(measure.policy),
        Link(support, desk.href(measure, offer.fact.start)),
        desk.clause(measure),
        desk.validity(measure.policy),
    )


def _group(desk: Desk, measures: Measures, group: Group, having: Sequence[Policy], number: int) -> GroupView:
    place = {act.doc: at for at, act in enumerate(group.acts)}
    order = [place[policy.meta.slug] for policy in having if policy.meta.slug in place]
    shown = [measures.find(group.acts[at]) for at in order]
    rows = tuple(
        comparison.Row(row.name, row.verdict, tuple(row.cells[at] for at in order)) for row in group.rows
    )
    named = shown[best_heading([each.clause.heading for each in shown], [each.text for each in shown])]
    return GroupView(
        id=f"g{number}",
        name=desk.heading(named),
        grade=group.grade,
        grade_name=grade_name(desk.words, group.grade, ruled=all(tie.match.ruling for tie in group.ties)),
        table=make_table(desk, rows, shown),
        reasonings=tuple(_tie(desk, measures, tie, having) for tie in group.ties),
    )


def _tie(desk: Desk, measures: Measures, tie: Tie, ordered: Sequence[Policy]) -> Reasoning:
    """Why two measures correspond, the one first whose policy is."""
    first = next(policy.meta.slug for policy in ordered if policy.meta.slug in (tie.a.doc, tie.b.doc))
    return tie_reasoning(desk, measures, tie, first)


def _shelves(
    desk: Desk, measures: Measures, acts: Iterable[ActKey], having: Sequence[Policy]
) -> Iterator[Shelf]:
    """Some measures by their policies."""
    alone: dict[str, list[Measure]] = {}
    for act in acts:
        alone.setdefault(act.doc, []).append(measures.find(act))
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


def _absences(desk: Desk, found: ThemeComparison, ordered: Sequence[Policy]) -> Iterator[AbsenceView]:
    by_doc = {absence.doc: absence for absence in found.absences}
    for policy in ordered:
        if policy.meta.slug in by_doc:
            yield absence_view(desk, policy, by_doc[policy.meta.slug])
