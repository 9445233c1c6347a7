"""The comparison of a theme, or of measures that correspond and share none: the best offers, groups of measures that
correspond, those that perhaps do, the measures not matched."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from digest.model import comparison
from digest.model.comparison import ROWS, MeasureGroup, ThemeComparison, Tie
from digest.model.corpus import Corpus, Policy
from digest.model.facts import Instrument
from digest.model.matches import ActKey
from digest.model.measures import Measure, Measures
from digest.model.page import DataFile, Page
from digest.pages import amounts
from digest.pages.catalogue import in_place_order
from digest.pages.citing import CiteBox, comparison_box
from digest.pages.clauses import locator
from digest.pages.compare.absences import AbsenceView, absence_view
from digest.pages.compare.briefs import brief, measure_brief
from digest.pages.compare.context import ComparisonContext, Quote
from digest.pages.compare.download import make_download
from digest.pages.compare.excerpt import Excerpt, make_excerpt
from digest.pages.compare.leaders import LeadersView, figure_of, leaders_view, offers_of
from digest.pages.compare.limits import ALL, Limits, left_out, limits_of
from digest.pages.compare.naming import best_heading, name_of_table, theme_name
from digest.pages.compare.reasons import Reasoning, standing_of_group, themes_of, tie_reasoning
from digest.pages.compare.tables import ComparisonTable, document_values, make_table
from digest.pages.descriptions import of_table
from digest.pages.feeds import feed_links, theme_feed
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.head import cited_as_table
from digest.pages.linked import linked_table
from digest.pages.parts import Part, Shown
from digest.pages.pictures.scale import share
from digest.pages.pictures.strength import FIGURE, has_figure, strengths
from digest.pages.prose import shortened
from digest.pages.strings import Runs, plain, run
from digest.pages.validity import Phases
from digest.text import urls

FORMS = ("csv", "xlsx")

_TYPES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class OfferView(NamedTuple):
    """A support in a few words, with the way to the words that grant it, its clause, who gets it, and the validity of its document.
    ``length`` is that of its bar, a share of the width; empty where it has none."""

    doc: str
    place: Runs
    support: Link
    document: Runs
    whom: Runs
    validity: Phases
    length: str


class Offers(NamedTuple):
    """Supports whose caps apply to the same thing, the best first. The ``first`` are shown at once, the ``folded`` ones under
    ``fold``; ``more`` says how many follow. ``whole`` where bars are shares of 100%, else all caps of a page have one scale."""

    scope: Runs
    first: tuple[OfferView, ...]
    folded: tuple[OfferView, ...]
    fold: Runs
    more: Runs
    whole: bool


class GroupView(NamedTuple):
    """Measures that correspond. The table is under ``fold``; ``more`` says how many have no column, ``more_reasonings`` how
    many ties are not shown."""

    id: str
    name: Runs
    grade_name: Runs
    table: ComparisonTable
    fold: Runs
    more: Runs
    reasonings: tuple[Reasoning, ...]
    more_reasonings: Runs


class UnmatchedMeasure(NamedTuple):
    """A measure that was not matched, with its support in a few words."""

    quote: Quote
    brief: Runs


@dataclass(frozen=True, slots=True)
class Shelf:
    """The measures of a policy that were not matched; ``more`` leads to the others, where there are more."""

    doc: str
    place: Runs
    document: Link
    count: Runs
    measures: tuple[UnmatchedMeasure, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class OtherPolicy:
    """A policy of whose measures the page shows none: the way to them, its place, and how many there are."""

    measures: Link
    place: Runs
    count: Runs


class ComparedDocument(NamedTuple):
    """A policy whose measures the page shows, and what is known of it."""

    place: Runs
    document: Link
    validity: Phases
    date: Runs


class PlaceSupport(NamedTuple):
    """A place, and what it offers in a few words, with the way to the words that grant it."""

    place: Runs
    support: Link


class AkinTheme(NamedTuple):
    """A theme of the same family, with the best that some places offer; ``more`` says how many others do."""

    theme: Link
    supports: tuple[PlaceSupport, ...]
    more: Runs


class Pick(NamedTuple):
    """A place or a row that a reader can choose."""

    value: str
    text: Runs


class ThemePage(NamedTuple):
    """What theme.html receives. The ``leaders`` say who offers most; where nobody states a figure to rank, ``differences``
    are those of the groups, and without one ``unranked`` says so. ``places`` and ``rows`` can be chosen; ``possible`` say of
    measures in two places why they are perhaps comparable; ``absences`` are the policies without a recognised measure of the
    theme. ``earlier`` are measures of policies that others supersede. ``alone_lead`` says in which policies nothing
    comparable to those on ``shelves`` was found. ``akin`` are other themes of its family, under which a measure may be listed that is
    not listed here. Where a page does not show everything, ``others`` are policies with further
    measures, and each ``more`` says how many there are besides."""

    frame: Frame
    style: str
    script: str
    cite: CiteBox
    title: Runs
    summary: tuple[Runs, ...]
    leaders: tuple[LeadersView, ...]
    differences: tuple[Link, ...]
    unranked: Runs
    offers: tuple[Offers, ...]
    groups: tuple[GroupView, ...]
    more_groups: Runs
    possible: tuple[Reasoning, ...]
    possible_count: int
    more_possible: Runs
    alone_lead: Runs
    shelves: tuple[Shelf, ...]
    others: tuple[OtherPolicy, ...]
    more_others: Runs
    akin: tuple[AkinTheme, ...]
    akin_lead: Runs
    absences: tuple[AbsenceView, ...]
    more_absences: Runs
    documents: tuple[ComparedDocument, ...]
    earlier: tuple[Shelf, ...]
    places: tuple[Pick, ...]
    rows: tuple[Pick, ...]
    downloads: tuple[Link, ...]


def make_theme_pages(setting: Setting) -> Iterator[Part]:
    """One page for each theme, each group without one, and each language, with the same table as a file in each form.
    They are made from the clauses with measures of the theme, or with its words, and what corresponds among these; the files
    from all, the page from those that it shows."""
    corpus = setting.corpus
    limits = limits_of(corpus)
    rank = {policy.meta.slug: at for at, policy in enumerate(in_place_order(corpus))}
    current = [slug for slug in rank if not corpus.validity_of(slug).by]
    themes, groups = corpus.comparisons.themes.values(), corpus.comparisons.groups.values()
    for found, compared in (*((each, current) for each in themes), *((each, ()) for each in groups)):
        excerpt = make_excerpt(found, compared, rank, limits)
        yield _page_part(excerpt, limits, tuple(_akin(corpus, found.theme, rank)))
        yield _file_part(found)


class _Given(NamedTuple):
    """What a page shows, and the limits that it was cut to; ``akin`` are themes of the same family with their best offers, and how
    many more policies have some."""

    excerpt: Excerpt
    limits: Limits
    akin: tuple[tuple[str, tuple[comparison.Offer, ...], int], ...] = ()


def _akin(
    corpus: Corpus, theme: str, rank: Mapping[str, int]
) -> Iterator[tuple[str, tuple[comparison.Offer, ...], int]]:
    """The other themes of a family under which supports with figures are offered that this theme does not have: those of the most
    policies, each with the best of the first policies."""
    families = {each.id: each.family for each in corpus.themes}
    themes = corpus.comparisons.themes
    here = set(themes[theme].acts) if theme in themes else set()
    found = {
        other: [
            offers[0]
            for doc, offers in sorted(compared.best.items(), key=lambda each: rank[each[0]])
            if offers and offers[0].act not in here and has_figure(offers[0].fact)
        ]
        for other, compared in themes.items()
        if other != theme and families.get(theme) and families.get(other) == families[theme]
    }
    for other in nlargest(_AKIN, (each for each in found if found[each]), key=lambda each: len(found[each])):
        yield other, tuple(found[other][:_OF_AKIN]), len(found[other][_OF_AKIN:])


_AKIN, _OF_AKIN = 8, 4
"""So many themes of the family are shown, and so many policies of each."""


def _page_part(
    excerpt: Excerpt, limits: Limits, akin: tuple[tuple[str, tuple[comparison.Offer, ...], int], ...]
) -> Part:
    """The pages of one comparison."""
    found = excerpt.found
    ties = (*(tie for group in found.groups for tie in group.ties), *found.possible)
    offered = (offer.act for offers in (*found.offers, offers_of(excerpt.leaders)) for offer in offers)
    tied = (act for tie in ties for act in (tie.a, tie.b))
    clauses: dict[str, set[str]] = {absence.doc: set() for absence in found.absences}
    clauses.update((slug, set()) for slug, _ in (*excerpt.counts, *excerpt.others))
    near = (offer.act for _, offers, _ in akin for offer in offers)
    for act in (*found.acts, *offered, *tied, *found.earlier, *near):
        clauses.setdefault(act.doc, set()).add(act.clause)
    for doc, name in _named(found):
        clauses.setdefault(doc, set()).add(name)
    matches = dict.fromkeys(tie.match for tie in ties)
    return Part(
        _pages,
        Shown(clauses, tuple(matches), {found.theme, *themes_of(ties), *(theme for theme, _, _ in akin)}),
        _Given(excerpt, limits, akin),
    )


def _named(found: ThemeComparison) -> Iterator[tuple[str, str]]:
    """The clauses without a measure of the theme that its page names, by slug and id."""
    for absence in found.absences:
        yield from ((absence.doc, mention.clause) for mention in absence.mentions[:1])
    for group in found.groups:
        for row in group.rows:
            pairs = zip(group.acts, row.cells, strict=True)
            yield from ((act.doc, cell.elsewhere) for act, cell in pairs if cell.elsewhere)


def _file_part(found: ThemeComparison) -> Part:
    """Its files: the table with all measures."""
    clauses: dict[str, set[str]] = {}
    for act in found.acts:
        clauses.setdefault(act.doc, set()).add(act.clause)
    return Part(_files, Shown(clauses), found, templated=False)


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    """The pages of one comparison."""
    measures = Measures.of(setting.corpus.policies)
    ordered = in_place_order(setting.corpus)
    for language in urls.LANGUAGES:
        context = ComparisonContext(setting, language, urls.theme(language, given.excerpt.found.theme))
        yield _page(context, measures, given, ordered)


def _heading(context: ComparisonContext, title: Runs, first: Measure) -> str:
    """What tells the page of a group from that of another with its name: where its first measure stands."""
    words = context.words
    stands = (
        f"{plain(context.place(first.policy))} {plain(locator(first.policy, first.clause, context.language))}"
    )
    return f"{plain(title)}{words.plain('compare.open')}{stands}{words.plain('compare.close')}"


def _files(setting: Setting, found: ThemeComparison) -> Iterator[Page]:
    """The files of one comparison."""
    measures = Measures.of(setting.corpus.policies)
    for language in urls.LANGUAGES:
        context = ComparisonContext(setting, language, urls.theme(language, found.theme))
        table = make_download(context, measures, found)
        for form in FORMS:
            yield Page(f"{context.here}{found.theme}.{form}", "", DataFile(form, (table,)))


def _page(context: ComparisonContext, measures: Measures, given: _Given, ordered: Sequence[Policy]) -> Page:
    setting, words = context.setting, context.words
    shown, found = given.excerpt, given.excerpt.found
    at = page_location(context.language, lambda each: urls.theme(each, found.theme), "compare")
    title = name_of_table(context, measures, found)
    names = {
        each: name_of_table(ComparisonContext(setting, each, context.here), measures, found)
        for each in urls.LANGUAGES
    }
    themed = any(theme.id == found.theme for theme in setting.corpus.themes)
    heading = "" if themed else _heading(context, title, measures.find(found.acts[0]))
    offered = (offer.act.doc for offers in found.offers for offer in offers)
    seen = {*(act.doc for act in shown.in_columns), *(each.act.doc for each in found.alone), *offered}
    having = [policy for policy in ordered if policy.meta.slug in seen]
    about = of_table(words, heading or plain(title), [context.place(policy) for policy in having])
    files = {_TYPES[form]: f"{context.here}{found.theme}.{form}" for form in FORMS}
    groups = tuple(
        _group(context, measures, group, columns, ordered, at, given.limits.ties)
        for at, (group, columns) in enumerate(zip(found.groups, shown.columns, strict=True), 1)
    )
    differences = () if shown.leaders else tuple(_differences(context, groups))
    used = {row.name: row.label for group in groups for row in group.table.rows}
    value = ThemePage(
        frame=make_frame(
            setting,
            at,
            title,
            trail=context.trail,
            description=about,
            heading=heading,
            cited=cited_as_table(
                linked_table(context, plain(title), about, files, [each.meta.slug for each in having])
            ),
        )._replace(
            feeds=feed_links(
                setting, (theme_feed(found.theme),) if themed else (), (context.language,), context.here
            )
        ),
        style=urls.relative(context.here, urls.asset("compare.css")),
        script=urls.relative(context.here, urls.asset("compare.js")),
        cite=comparison_box(setting, context.here, context.language, names),
        title=title,
        summary=(
            *_counts(context, measures, shown),
            *([words.count("groups", len(groups) + shown.more_groups)] if themed and groups else ()),
        ),
        leaders=tuple(leaders_view(context, measures, each) for each in shown.leaders),
        differences=differences,
        unranked=() if shown.leaders or differences else _unranked(context, measures, found),
        offers=tuple(_offers(context, measures, shown)),
        groups=groups,
        more_groups=left_out(words, "groups", shown.more_groups),
        possible=tuple(_tie(context, measures, tie, ordered) for tie in found.possible),
        possible_count=len(found.possible) + shown.more_possible,
        more_possible=left_out(words, "pairs", shown.more_possible),
        alone_lead=words["compare.alone_lead" if given.limits == ALL else "compare.alone_lead_near"],
        shelves=tuple(
            _shelves(
                context,
                measures,
                [each.act for each in found.alone],
                ordered,
                found.theme,
                shown.more_measures,
            )
        ),
        others=tuple(_others(context, measures, shown)),
        more_others=left_out(words, "policies", shown.more_others),
        akin=tuple(_akin_views(context, measures, given)),
        akin_lead=context.words["compare.akin_lead"] if given.akin else (),
        absences=tuple(_absences(context, measures, given)),
        more_absences=left_out(words, "absences", shown.more_absences),
        documents=tuple(_document(context, policy) for policy in having),
        earlier=tuple(_shelves(context, measures, found.earlier, ordered, found.theme, shown.more_earlier)),
        places=tuple(Pick(policy.meta.slug, context.place(policy)) for policy in having),
        rows=tuple(Pick(name, used[name]) for name in ROWS if name in used),
        downloads=tuple(Link(run(form.upper(), "en"), f"{found.theme}.{form}") for form in FORMS),
    )
    return Page(context.here, "theme.html", value)


def _counts(context: ComparisonContext, measures: Measures, shown: Excerpt) -> Iterator[Runs]:
    """How many measures each policy has; where that would be long, how many there are in all."""
    if not shown.counts:
        yield context.words.count("policies", shown.policies)
        yield context.words.count("measures", shown.measures)
    for slug, number in shown.counts:
        place = context.place(measures.policies[slug])
        yield (*place, *context.words["compare.colon"], *context.words.count("measures", number))


def _differences(context: ComparisonContext, groups: Iterable[GroupView]) -> Iterator[Link]:
    """The first difference of each group, after the name of the group, which it leads to."""
    noted = [group for group in groups if group.table.notes]
    for group in noted[:_DIFFERENCES]:
        said = (*group.name, *context.words["compare.colon"], *group.table.notes[0].text)
        yield Link(said, f"#{group.id}")


_DIFFERENCES = 3
"""So many differences stand first where no support is ranked."""


def _unranked(context: ComparisonContext, measures: Measures, found: ThemeComparison) -> Runs:
    """That no figure of support was recognised, or that those that were cannot be ranked."""
    (strength,) = strengths([[fact for act in found.acts for fact in measures.find(act).supports]])
    return context.words["compare.no_figure" if strength < FIGURE else "compare.no_ranking"]


def _offers(context: ComparisonContext, measures: Measures, shown: Excerpt) -> Iterator[Offers]:
    """A list for each thing that caps apply to."""
    capped = [figure_of(offer) for ranked in shown.found.offers for offer in ranked if offer.cap]
    for ranked, more in zip(shown.found.offers, shown.more_offers, strict=True):
        caps = [each.cap for each in ranked if each.cap]
        whole = not caps and all(figure_of(each) for each in ranked)
        end = _ALL if whole else max(capped, default=0)
        offers = tuple(_offer(context, measures.find(each.act), each, end) for each in ranked)
        folded = offers[_FIRST:]
        yield Offers(
            _scope(context, ranked, rated=whole),
            offers[:_FIRST],
            folded,
            context.words.count("further_offers", len(folded)) if folded else (),
            left_out(context.words, "offers", more),
            whole,
        )


_FIRST = 6
"""So many offers of a list are shown at once."""

_ALL = 100
"""The end of the scale of rates."""


def _scope(context: ComparisonContext, ranked: Sequence[comparison.Offer], *, rated: bool) -> Runs:
    """What a list is of: caps that apply to one thing, rates, or other sums."""
    caps = [each.cap for each in ranked if each.cap]
    if not caps:
        return context.words["compare.only_rates" if rated else "compare.other_sums"]
    key = "compare.capped_capital" if ranked[0].fact.is_capital else "compare.capped"
    return context.words.weave(key, scope=amounts.scope_of_all(context.words, caps))


def _offer(context: ComparisonContext, measure: Measure, offer: comparison.Offer, end: float) -> OfferView:
    """An offer, with its bar on a scale that ends at ``end``."""
    support = brief(context.words, context.setting.corpus.terms, offer.fact, offer.cap)
    figure = figure_of(offer)
    return OfferView(
        measure.doc,
        context.place(measure.policy),
        Link(support, context.href(measure, offer.fact.start)),
        context.clause(measure),
        _whom(context, offer.fact),
        context.validity(measure.policy),
        share(figure, 0, end) if figure else "",
    )


def _whom(context: ComparisonContext, fact: Instrument) -> Runs:
    """Who gets a support, or for what, in the language of the page: a maker and a buyer are not offered the same."""
    if context.language == "en":
        said = fact.recipient_en or fact.conditions_en
        return run(shortened(said, 2 * _WHOM), "en") if said else ()
    said = fact.recipient_zh or fact.conditions_zh
    return run(shortened(said, _WHOM), "zh") if said else ()


_WHOM = 30
"""The most characters of who gets a support."""


def _group(
    context: ComparisonContext,
    measures: Measures,
    group: MeasureGroup,
    columns: Sequence[int],
    ordered: Sequence[Policy],
    number: int,
    most: int | None,
) -> GroupView:
    """A group, with columns for some of its measures and reasons for ``most`` of its ties."""
    place = {act.doc: at for at, act in enumerate(group.acts)}
    order = [place[policy.meta.slug] for policy in ordered if policy.meta.slug in place]
    every = [measures.find(group.acts[at]) for at in order]
    rows = tuple(
        comparison.MeasureRow(row.name, row.verdict, tuple(row.cells[at] for at in order))
        for row in group.rows
    )
    named = every[best_heading([each.clause.heading for each in every], [each.text for each in every])]
    ties = group.ties[:most]
    return GroupView(
        id=f"g{number}",
        name=context.heading(named),
        grade_name=standing_of_group(context.words, group),
        table=make_table(context, rows, every, [order.index(at) for at in columns]),
        fold=context.words.count("columns", len(columns)),
        more=left_out(context.words, "columns", len(order) - len(columns)),
        reasonings=tuple(_tie(context, measures, tie, ordered) for tie in ties),
        more_reasonings=left_out(context.words, "pairs", len(group.ties) - len(ties)),
    )


def _tie(context: ComparisonContext, measures: Measures, tie: Tie, ordered: Sequence[Policy]) -> Reasoning:
    """Why two measures correspond, the one first whose policy is."""
    first = next(policy.meta.slug for policy in ordered if policy.meta.slug in (tie.a.doc, tie.b.doc))
    return tie_reasoning(context, measures, tie, first)


def _document(context: ComparisonContext, policy: Policy) -> ComparedDocument:
    there = urls.relative(context.here, urls.policy(context.language, policy.meta.slug))
    _, day = document_values(context, policy)
    return ComparedDocument(
        context.place(policy), Link(context.title(policy), there), context.validity(policy), day
    )


def _shelves(
    context: ComparisonContext,
    measures: Measures,
    acts: Iterable[ActKey],
    ordered: Sequence[Policy],
    theme: str,
    more: Mapping[str, int],
) -> Iterator[Shelf]:
    """Some measures by their policies, with how many more of the theme each has."""
    alone: dict[str, list[Measure]] = {}
    for act in acts:
        alone.setdefault(act.doc, []).append(measures.find(act))
    for policy in ordered:
        slug = policy.meta.slug
        if slug in alone:
            further = left_out(context.words, "measures", more.get(slug, 0))
            yield Shelf(
                slug,
                context.place(policy),
                Link(context.title(policy), urls.relative(context.here, urls.policy(context.language, slug))),
                context.words.count("measures", len(alone[slug])),
                tuple(
                    UnmatchedMeasure(
                        context.quote(measure),
                        measure_brief(context.words, context.setting.corpus.terms, measure),
                    )
                    for measure in alone[slug]
                ),
                _own(context, slug, theme, further) if further else None,
            )


def _others(context: ComparisonContext, measures: Measures, shown: Excerpt) -> Iterator[OtherPolicy]:
    for slug, number in shown.others:
        policy = measures.policies[slug]
        yield OtherPolicy(
            _own(context, slug, shown.found.theme, context.title(policy)),
            context.place(policy),
            context.words.count("measures", number),
        )


def _akin_views(context: ComparisonContext, measures: Measures, given: _Given) -> Iterator[AkinTheme]:
    said = context.setting.corpus.terms
    names = {theme.id: theme_name(theme, context.language) for theme in context.setting.corpus.themes}
    for theme, offers, more in given.akin:
        found = [(measures.find(offer.act), offer) for offer in offers]
        yield AkinTheme(
            Link(names[theme], urls.relative(context.here, urls.theme(context.language, theme))),
            tuple(
                PlaceSupport(
                    context.place(measure.policy),
                    Link(
                        brief(context.words, said, offer.fact, offer.cap),
                        context.href(measure, offer.fact.start),
                    ),
                )
                for measure, offer in found
            ),
            left_out(context.words, "akin", more),
        )


def _absences(context: ComparisonContext, measures: Measures, given: _Given) -> Iterator[AbsenceView]:
    """The policies without a measure; where not all are named, by their titles as well."""
    for absence in given.excerpt.found.absences:
        policy = measures.policies[absence.doc]
        view = absence_view(context, policy, absence)
        if absence.mentions:
            clause = measures.whole(absence.doc, absence.mentions[0].clause)
            support = measure_brief(context.words, context.setting.corpus.terms, clause)
            view = view._replace(support=support)
        there = urls.relative(context.here, urls.policy(context.language, absence.doc))
        yield view._replace(document=Link(context.title(policy), there)) if given.limits.absences else view


def _own(context: ComparisonContext, slug: str, theme: str, text: Runs) -> Link:
    """The way to the measures of a policy, among its own comparisons."""
    return Link(
        text, urls.relative(context.here, urls.compared(context.language, slug), urls.of_theme(theme))
    )
