"""Two policies side by side: the measures that correspond, then what only one of them has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.model.corpus import Policy
from digest.model.facts import Target
from digest.model.matches import ActPair, Match
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.compare.align import align, by_act
from digest.pages.compare.briefs import measure_brief
from digest.pages.compare.desk import Desk, Quote
from digest.pages.compare.differences import Column, explain
from digest.pages.compare.index import Index
from digest.pages.compare.measures import ActKey, key_of
from digest.pages.compare.reasons import Reasoning, match_reasoning, pair_reasoning
from digest.pages.compare.rows import target_said
from digest.pages.compare.tables import Note, make_notes
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.parts import Part, narrowed
from digest.pages.words import Runs, joined, plain
from digest.text import urls

ALL_PAIRS = 24
"""Up to so many policies each two have a page; beyond, those with a measure in common."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two measures that correspond, their differences in words, and why they do."""

    left: Quote
    right: Quote
    notes: tuple[Note, ...]
    reasoning: Reasoning


@dataclass(frozen=True, slots=True)
class Only:
    """A measure that the other policy lacks, with its support in a few words."""

    quote: Quote
    brief: Runs


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two policies. ``only`` are the measures that the other lacks; ``goals`` lead to the words
    that state them."""

    doc: str
    place: Runs
    document: Link
    only_name: Runs
    only: tuple[Only, ...]
    goals: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """What pair.html receives. ``same`` and ``comparable`` are grades 2 and 1, in the order of the left
    policy; ``goals`` say how goals that count in one unit compare."""

    frame: Frame
    style: str
    title: Runs
    relation: Runs
    summary: tuple[Runs, ...]
    left: Side
    right: Side
    same: tuple[Aligned, ...]
    comparable: tuple[Aligned, ...]
    goals: tuple[Runs, ...]


def paired(index: Index, policies: int, first: Policy, second: Policy) -> bool:
    """Whether two policies have a page."""
    a, b = sorted((first.meta.slug, second.meta.slug))
    return policies <= ALL_PAIRS or (a, b) in index.between


def make_pair_pages(setting: Setting, index: Index) -> Iterator[Part]:
    """A page for each two policies and language, the higher level on the left. It is made from both texts with
    their measures, and what corresponds between them."""
    ordered = in_place_order(setting.corpus)
    themes = {theme.id for theme in setting.corpus.themes}
    clauses = {policy.meta.slug: {clause.id for clause in policy.document.clauses} for policy in ordered}
    for first, second in combinations(ordered, 2):
        if paired(index, len(ordered), first, second):
            a, b = sorted((first.meta.slug, second.meta.slug))
            matches = index.between.get((a, b), ())
            acts = tuple(measure.key for slug in (a, b) for measure in index.of_policy.get(slug, ()))
            both = {slug: clauses[slug] for slug in (a, b)}
            yield Part(_pages, (narrowed(setting, both, matches, themes), acts))


def _pages(given: tuple[Setting, tuple[ActKey, ...]]) -> Iterator[Page]:
    """The pages of the two policies of a setting, whose measures are the acts."""
    setting, acts = given
    index = Index.of(setting.corpus, acts)
    first, second = in_place_order(setting.corpus)
    slugs = first.meta.slug, second.meta.slug
    matches = setting.corpus.matches
    aligned = _alignment(index, matches, slugs)
    for language in urls.LANGUAGES:
        desk = Desk(setting, language, urls.pair(language, *slugs))
        yield _page(desk, index, (first, second), matches, aligned)


def _alignment(
    index: Index, matches: Iterable[Match], slugs: tuple[str, str]
) -> tuple[tuple[Match, ActPair | None], ...]:
    """The pairs to show: each measure once where that is possible, beside its best counterpart where not;
    None where an editor joined two clauses as a whole."""
    pairs = [pair for match in matches for pair in match.pairs]
    best = by_act(pairs)
    acts = [measure.key for slug in slugs for measure in index.of_policy.get(slug, ())]
    found = align(acts, pairs)
    once = [group.pairs[0] for group in found.groups]
    again = [best[act][0] for act in found.alone if act in best]
    shown = dict.fromkeys((*once, *again))
    whole = [(match, None) for match in matches if not match.pairs]
    return (*((index.match_of[key_of(pair.a), key_of(pair.b)], pair) for pair in shown), *whole)


def _page(
    desk: Desk,
    index: Index,
    policies: tuple[Policy, Policy],
    matches: Sequence[Match],
    shown: Sequence[tuple[Match, ActPair | None]],
) -> Page:
    words = desk.words
    first, second = policies
    slugs = first.meta.slug, second.meta.slug
    at = standing(desk.language, lambda each: urls.pair(each, *slugs), "compare")
    title = joined((desk.place(first), desk.place(second)), " – ")
    aligned: dict[int, list[tuple[tuple[int, int], Aligned]]] = {2: [], 1: []}
    taken = {key_of(act) for match in matches for pair in match.pairs for act in (pair.a, pair.b)}
    taken_clauses: set[tuple[str, str]] = set()
    for match, pair in shown:
        place, made = _aligned(desk, index, match, pair, slugs)
        aligned[made.reasoning.grade].append((place, made))
        if pair is None:
            taken_clauses |= {(match.a_doc, match.a_clause), (match.b_doc, match.b_clause)}
    same, comparable = (
        tuple(made for _, made in sorted(aligned[grade], key=lambda each: each[0])) for grade in (2, 1)
    )
    sides = [_side(desk, index, policy, taken, taken_clauses) for policy in policies]
    vertical = next(
        (each.reasoning.relation for each in (*same, *comparable) if each.reasoning.vertical), None
    )
    value = PairPage(
        frame=make_frame(
            desk.setting,
            at,
            title,
            trail=(
                Link(words["frame.home"], urls.relative(desk.here, urls.home(desk.language))),
                Link(
                    words["section.compare"], urls.relative(desk.here, urls.section(desk.language, "compare"))
                ),
            ),
            description=words.plain("compare.pair_lead"),
        ),
        style=urls.relative(desk.here, urls.asset("compare.css")),
        title=title,
        relation=vertical or words["compare.peers"],
        summary=(words.count("same", len(same)), words.count("comparable", len(comparable))),
        left=sides[0],
        right=sides[1],
        same=same,
        comparable=comparable,
        goals=tuple(_goal_notes(desk, policies)),
    )
    return Page(desk.here, "pair.html", value)


def _aligned(
    desk: Desk, index: Index, match: Match, pair: ActPair | None, slugs: tuple[str, str]
) -> tuple[tuple[int, int], Aligned]:
    """Two measures, and where the left one stands in its text."""
    measures = index.measures
    if pair is None:
        a, b = measures.whole(match.a_doc, match.a_clause), measures.whole(match.b_doc, match.b_clause)
        reasoning = match_reasoning(desk, measures, match, slugs[0])
    else:
        a, b = measures.at(pair.a), measures.at(pair.b)
        reasoning = pair_reasoning(desk, measures, match, pair, slugs[0])
    left, right = (a, b) if a.doc == slugs[0] else (b, a)
    notes = make_notes(desk, (left, right))
    return (left.clause.order, left.start), Aligned(desk.quote(left), desk.quote(right), notes, reasoning)


def _side(
    desk: Desk,
    index: Index,
    policy: Policy,
    taken: set[ActKey],
    taken_clauses: set[tuple[str, str]],
) -> Side:
    slug = policy.meta.slug
    only = tuple(
        Only(desk.quote(measure), measure_brief(desk.words, desk.setting.corpus.terms, measure))
        for measure in index.of_policy.get(slug, ())
        if measure.key not in taken and (slug, measure.clause.id) not in taken_clauses
    )
    goals = tuple(
        Link(said.runs, evidence_link(desk.here, slug, clause.id, found.anchor))
        for clause, found in of_kind(policy, "targets")
        if isinstance(found.fact, Target)
        for said in [target_said(found.fact, desk.words, desk.setting.corpus.terms)]
    )
    document = Link(desk.title(policy), urls.relative(desk.here, urls.policy(desk.language, slug)))
    name = desk.words.fill("compare.only_in", place=plain(desk.place(policy)))
    return Side(slug, desk.place(policy), document, name, only, goals)


def _goal_notes(desk: Desk, policies: tuple[Policy, Policy]) -> Iterator[Runs]:
    """How the goals with one unit compare."""
    words, terms = desk.words, desk.setting.corpus.terms
    by_unit: dict[str, dict[str, list[Target]]] = {}
    for policy in policies:
        for _, found in of_kind(policy, "targets"):
            fact = found.fact
            if isinstance(fact, Target) and fact.value is not None and fact.unit:
                by_unit.setdefault(fact.unit, {each.meta.slug: [] for each in policies})[
                    policy.meta.slug
                ].append(fact)
    for goals in by_unit.values():
        columns = [
            Column(
                desk.place(policy), tuple(target_said(fact, words, terms) for fact in goals[policy.meta.slug])
            )
            for policy in policies
        ]
        if all(column.values for column in columns) and (said := explain(words, "targets", columns)):
            yield said
