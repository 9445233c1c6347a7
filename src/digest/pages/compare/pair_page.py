"""Two policies side by side: the measures that correspond, goals, then what was not matched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.model import comparison
from digest.model.comparison import PairComparison, Unmatched
from digest.model.corpus import Policy
from digest.model.facts import Target
from digest.model.measures import Measures
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.compare.briefs import measure_brief
from digest.pages.compare.desk import Desk, Quote
from digest.pages.compare.differences import Column, Note, explain, make_notes
from digest.pages.compare.naming import name_of_pair
from digest.pages.compare.reasons import Reasoning, themes_of, tie_reasoning
from digest.pages.compare.values import Worded, goal
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.parts import Part, Shown
from digest.pages.validity import Phases
from digest.pages.words import Runs, plain, run
from digest.text import urls


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two measures that correspond, their differences in words, and why they do."""

    left: Quote
    right: Quote
    notes: tuple[Note, ...]
    reasoning: Reasoning


@dataclass(frozen=True, slots=True)
class Lone:
    """A measure that was not matched, with its support in a few words. ``related`` are clauses of the other policy
    that share a theme or a telling word with it; ``missing`` are the words that the other text does not hold."""

    quote: Quote
    brief: Runs
    related: tuple[Link, ...]
    missing: Runs


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two policies. ``only`` are the measures of which the other text says nothing, ``unmatched`` those
    that were not matched; ``goals`` lead to the words that state them."""

    doc: str
    place: Runs
    document: Link
    validity: Phases
    only_name: Runs
    only: tuple[Lone, ...]
    unmatched_name: Runs
    unmatched: tuple[Lone, ...]
    goals: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """What pair.html receives. ``same`` and ``comparable`` are grades 2 and 1, in the order of the left
    policy, as are ``possible`` ones; ``goals`` say how goals with one indicator compare."""

    frame: Frame
    style: str
    title: Runs
    relation: Runs
    summary: tuple[Runs, ...]
    left: Side
    right: Side
    same: tuple[Aligned, ...]
    comparable: tuple[Aligned, ...]
    possible: tuple[Aligned, ...]
    goals: tuple[Runs, ...]


def make_pair_pages(setting: Setting) -> Iterator[Part]:
    """A page for each pair of policies and language, the higher level on the left. It is made from the clauses with their
    measures and goals, and what corresponds between them."""
    goals = {
        policy.meta.slug: {clause.id for clause, _ in of_kind(policy, "targets")}
        for policy in setting.corpus.policies
    }
    for docs, found in setting.corpus.comparisons.pairs.items():
        ties = (*(aligned.tie for aligned in found.aligned), *found.possible)
        clauses = {slug: set(goals[slug]) for slug in docs}
        for act in (
            *(act for tie in ties for act in (tie.a, tie.b)),
            *(each.act for each in found.unmatched),
        ):
            clauses[act.doc].add(act.clause)
        for each in found.unmatched:
            clauses[found.b_doc if each.act.doc == found.a_doc else found.a_doc].update(each.related)
        matches = dict.fromkeys(tie.match for tie in ties)
        yield Part(_pages, Shown(clauses, tuple(matches), themes_of(ties)), found)


def _pages(setting: Setting, found: PairComparison) -> Iterator[Page]:
    """The pages of the two policies of a setting."""
    measures = Measures.of(setting.corpus.policies)
    first, second = in_place_order(setting.corpus)
    for language in urls.LANGUAGES:
        desk = Desk(setting, language, urls.pair(language, first.meta.slug, second.meta.slug))
        yield _page(desk, measures, (first, second), found)


def _page(desk: Desk, measures: Measures, policies: tuple[Policy, Policy], found: PairComparison) -> Page:
    words = desk.words
    first, second = policies
    slugs = first.meta.slug, second.meta.slug
    at = standing(desk.language, lambda each: urls.pair(each, *slugs), "compare")
    title = name_of_pair(desk, first, second)
    placed = _placed(desk, measures, found.aligned, slugs[0])
    same, comparable = (tuple(each for each in placed if each.reasoning.grade == grade) for grade in (2, 1))
    sides = [_side(desk, measures, policy, found) for policy in policies]
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
        summary=(
            words.count("same", len(same)),
            words.count("comparable", len(comparable)),
            *([words.count("alike", found.alike)] if found.alike else ()),
            words.count("reviewed", sum(bool(each.reasoning.reviewed) for each in (*same, *comparable))),
        ),
        left=sides[0],
        right=sides[1],
        same=same,
        comparable=comparable,
        possible=_placed(desk, measures, map(comparison.Aligned, found.possible), slugs[0]),
        goals=goal_notes(desk, policies, found),
    )
    return Page(desk.here, "pair.html", value)


def _placed(
    desk: Desk, measures: Measures, aligned: Iterable[comparison.Aligned], first: str
) -> tuple[Aligned, ...]:
    """Measures that correspond, in the order of the policy ``first``."""
    made = (_aligned(desk, measures, each, first) for each in aligned)
    return tuple(each for _, each in sorted(made, key=lambda each: each[0]))


def _aligned(
    desk: Desk, measures: Measures, aligned: comparison.Aligned, first: str
) -> tuple[tuple[int, int], Aligned]:
    """Two measures, and where the left one stands in its text."""
    both = [measures.find(aligned.tie.a), measures.find(aligned.tie.b)]
    rows = aligned.rows
    if both[0].doc != first:
        both.reverse()
        rows = tuple(replace(row, cells=row.cells[::-1]) for row in rows)
    left, right = both
    reasoning = tie_reasoning(desk, measures, aligned.tie, first)
    made = Aligned(desk.quote(left), desk.quote(right), make_notes(desk, rows, both), reasoning)
    return (left.clause.order, left.start), made


def _side(desk: Desk, measures: Measures, policy: Policy, found: PairComparison) -> Side:
    slug = policy.meta.slug
    other = measures.policies[found.b_doc if slug == found.a_doc else found.a_doc]
    lone = [each for each in found.unmatched if each.act.doc == slug]
    goals = tuple(
        Link(
            goal(each.fact, desk.words, desk.setting.corpus.terms),
            evidence_link(desk.here, slug, clause.id, each.anchor),
        )
        for clause, each in of_kind(policy, "targets")
        if isinstance(each.fact, Target)
    )
    return Side(
        slug,
        desk.place(policy),
        Link(desk.title(policy), urls.relative(desk.here, urls.policy(desk.language, slug))),
        desk.validity(policy),
        desk.words.fill("compare.only_in", place=plain(desk.place(policy))),
        tuple(_lone(desk, measures, each, other) for each in lone if each.only),
        desk.words.fill("compare.unmatched", place=plain(desk.place(policy))),
        tuple(_lone(desk, measures, each, other) for each in lone if not each.only),
        goals,
    )


def _lone(desk: Desk, measures: Measures, found: Unmatched, other: Policy) -> Lone:
    measure = measures.find(found.act)
    related = tuple(
        Link(
            desk.clause(measures.whole(other.meta.slug, name)),
            urls.relative(desk.here, urls.clause(other.meta.slug, name)),
        )
        for name in found.related
    )
    missing = run("、".join(found.missing), "zh") if found.only else ()
    return Lone(
        desk.quote(measure),
        measure_brief(desk.words, desk.setting.corpus.terms, measure),
        related,
        missing,
    )


def goal_notes(desk: Desk, policies: Sequence[Policy], found: PairComparison) -> tuple[Runs, ...]:
    """How goals with one indicator compare, the first policy first."""
    return tuple(_goal_notes(desk, policies, found))


def _goal_notes(desk: Desk, policies: Sequence[Policy], found: PairComparison) -> Iterator[Runs]:
    words, terms = desk.words, desk.setting.corpus.terms
    turned = policies[0].meta.slug != found.a_doc
    for row in found.goals:
        columns = [
            Column(
                desk.place(policy),
                frozenset(value.key for value in cell.values),
                tuple(
                    Worded(goal(value.stated, words, terms))
                    for value in cell.values
                    if isinstance(value.stated, Target)
                ),
            )
            for policy, cell in zip(policies, row.cells[::-1] if turned else row.cells, strict=True)
        ]
        if said := explain(words, row, columns):
            yield said
