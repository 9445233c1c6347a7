"""Two policies side by side: the measures that correspond, goals, then what was not matched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.model import comparison
from digest.model.comparison import TOLD, PairComparison, Tie, Unmatched, Verdict
from digest.model.corpus import Policy
from digest.model.facts import Target
from digest.model.matches import ActPair, Match
from digest.model.measures import Measure, Measures
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.citing import CiteBox, comparison_box
from digest.pages.compare.briefs import measure_brief
from digest.pages.compare.context import ComparisonContext, Quote
from digest.pages.compare.differences import ComparedValues, Note, explain, is_difference, make_notes
from digest.pages.compare.limits import Limits, left_out, limits_of
from digest.pages.compare.lone import LoneClause, lone_clauses
from digest.pages.compare.naming import apart, name_of_pair, theme_name
from digest.pages.compare.reasons import Reasoning, Standing, standing, themes_of, tie_reasoning
from digest.pages.compare.values import Worded, goal
from digest.pages.compare.wording import DifferingStretch, differing
from digest.pages.descriptions import described
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.parts import Part, Shown
from digest.pages.strings import Runs, joined
from digest.pages.validity import Phases
from digest.text import urls


class Gist(NamedTuple):
    """A measure in a few words: its supports, or else its first words, with the name of its ``clause``."""

    said: Link
    clause: Runs


class AlignedPair(NamedTuple):
    """Two measures that correspond: each in a few words, their differences in words, and why they
    do. ``name`` is their theme, or the heading of the left one; ``differs`` names the rows in which they differ, ``same`` those in
    which they state the same; without both, nothing could be weighed. In the quotes, what differs is marked."""

    id: str
    name: Link
    gists: tuple[Gist, Gist]
    differs: Runs
    same: Runs
    left: Quote
    right: Quote
    notes: tuple[Note, ...]
    reasoning: Reasoning


class PairSide(NamedTuple):
    """One of the two policies; its ``name`` is its place, with its title where both are of one place. ``granting`` and ``others``
    are its clauses with measures that were not matched, with a support and without; ``goals`` lead to the words
    that state them. Each ``more`` leads to the text, where more are there than the page shows."""

    doc: str
    place: Runs
    name: Runs
    document: Link
    validity: Phases
    unmatched_name: Runs
    granting: tuple[LoneClause, ...]
    others: tuple[LoneClause, ...]
    more_unmatched: Link | None
    goals: tuple[Link, ...]
    more_goals: Link | None


class PairPage(NamedTuple):
    """What pair.html receives. ``same``, ``comparable``, ``perhaps`` and ``possible`` are how measures stand to each other
    (``reasons.standing``), those that differ first, each in the order of the left policy; ``goals`` say how goals with one
    indicator compare. ``more`` says how many pairs of measures are not shown, ``possible_count`` how many are possible in all."""

    frame: Frame
    style: str
    cite: CiteBox
    title: Runs
    relation: Runs
    summary: tuple[Runs, ...]
    left: PairSide
    right: PairSide
    same: tuple[AlignedPair, ...]
    comparable: tuple[AlignedPair, ...]
    perhaps: tuple[AlignedPair, ...]
    more: Runs
    possible: tuple[AlignedPair, ...]
    possible_count: int
    more_possible: Runs
    goals: tuple[Runs, ...]

    @property
    def unweighed(self) -> bool:
        """Whether nothing could be weighed in some pair."""
        return any(
            not each.differs and not each.same for each in (*self.same, *self.comparable, *self.perhaps)
        )


class _Given(NamedTuple):
    """What a page shows of two policies, and how many there are in all: pairs of measures by their standing, those that
    differ, those that an editor has ruled on, those that are less likely, and measures without a match by policy."""

    found: PairComparison
    aligned: Mapping[Standing, int]
    differing: int
    reviewed: int
    possible: int
    unmatched: Mapping[str, int]
    limits: Limits


def make_pair_pages(setting: Setting) -> Iterator[Part]:
    """A page for each pair of policies and language, the higher level on the left. It is made from the clauses with their
    measures and goals, and what corresponds between them."""
    limits, measures = limits_of(setting.corpus), Measures.of(setting.corpus.policies)
    goals = {
        policy.meta.slug: {clause.id for clause, _ in of_kind(policy, "targets")}
        for policy in setting.corpus.policies
    }
    for docs, whole in setting.corpus.comparisons.pairs.items():
        given = _excerpt(whole, limits, measures)
        found = given.found
        ties = _ties(found)
        clauses = {slug: set(goals[slug]) for slug in docs}
        for act in (
            *(act for tie in ties for act in (tie.a, tie.b)),
            *(each.act for each in found.unmatched),
        ):
            clauses[act.doc].add(act.clause)
        for each in found.unmatched:
            clauses[found.b_doc if each.act.doc == found.a_doc else found.a_doc].update(each.related)
        matches = dict.fromkeys(tie.match for tie in ties)
        yield Part(_pages, Shown(clauses, tuple(matches), themes_of(ties)), given)


def _excerpt(whole: PairComparison, limits: Limits, measures: Measures) -> _Given:
    """What a page shows of two policies: the most reliable pairs of measures, and the first measures without a match, those that
    grant support before the others."""
    unmatched: dict[str, list[Unmatched]] = {}
    for each in sorted(whole.unmatched, key=lambda each: not measures.find(each.act).supports):
        unmatched.setdefault(each.act.doc, []).append(each)
    surest = sorted(whole.aligned, key=lambda each: (-_told(each.tie).grade, -_told(each.tie).score))
    found = replace(
        whole,
        aligned=tuple(surest[: limits.aligned]),
        possible=whole.possible[: limits.possible],
        unmatched=tuple(each for found in unmatched.values() for each in found[: limits.lone]),
    )
    return _Given(
        found,
        Counter(standing(each.tie.match, _told(each.tie)) for each in whole.aligned),
        sum(any(is_difference(row) for row in each.rows) for each in whole.aligned),
        sum(each.tie.match.ruling is not None for each in whole.aligned),
        len(whole.possible),
        {doc: len(found) for doc, found in unmatched.items()},
        limits,
    )


def _ties(found: PairComparison) -> tuple[Tie, ...]:
    """The measures that stand side by side, and those that perhaps compare."""
    return (*(aligned.tie for aligned in found.aligned), *found.possible)


def _told(tie: Tie) -> ActPair | Match:
    return tie.pair or tie.match


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    """The pages of the two policies of a setting."""
    measures = Measures.of(setting.corpus.policies)
    first, second = in_place_order(setting.corpus)
    for language in urls.LANGUAGES:
        context = ComparisonContext(setting, language, urls.pair(language, first.meta.slug, second.meta.slug))
        yield _page(context, measures, (first, second), given)


def _page(
    context: ComparisonContext, measures: Measures, policies: tuple[Policy, Policy], given: _Given
) -> Page:
    words, found = context.words, given.found
    first, second = policies
    slugs = first.meta.slug, second.meta.slug
    at = page_location(context.language, lambda each: urls.pair(each, *slugs), "compare")
    title = name_of_pair(context, first, second)
    names = {
        each: name_of_pair(ComparisonContext(context.setting, each, context.here), first, second)
        for each in urls.LANGUAGES
    }
    placed = _placed(context, measures, found.aligned, slugs[0])
    same, comparable, perhaps = (
        tuple(each for each in placed if each.reasoning.standing == stands) for stands in _SHOWN
    )
    sides = [_side(context, measures, policy, given) for policy in policies]
    vertical = next((each.reasoning.relation for each in placed if each.reasoning.vertical), None)
    value = PairPage(
        frame=make_frame(
            context.setting,
            at,
            title,
            trail=context.trail,
            description=described(words, title, words["compare.pair_lead"]),
        ),
        style=urls.relative(context.here, urls.asset("compare.css")),
        cite=comparison_box(context.setting, context.here, context.language, names),
        title=title,
        relation=vertical or words["compare.peers"],
        summary=(
            *(words.count(stands, given.aligned[stands]) for stands in _SHOWN if stands in given.aligned),
            *([words.count("pairs_differing", given.differing)] if given.differing else ()),
            *([words.count("alike", found.alike)] if found.alike else ()),
            words.count("reviewed", given.reviewed),
        ),
        left=sides[0],
        right=sides[1],
        same=same,
        comparable=comparable,
        perhaps=perhaps,
        more=left_out(words, "pairs", sum(given.aligned.values()) - len(found.aligned)),
        possible=_placed(context, measures, map(comparison.Aligned, found.possible), slugs[0]),
        possible_count=given.possible,
        more_possible=left_out(words, "pairs", given.possible - len(found.possible)),
        goals=goal_notes(context, policies, found),
    )
    return Page(context.here, "pair.html", value)


_SHOWN: tuple[Standing, ...] = ("same", "comparable", "perhaps")
"""How measures stand to each other that have a table at once."""


def _placed(
    context: ComparisonContext, measures: Measures, aligned: Iterable[comparison.Aligned], first: str
) -> tuple[AlignedPair, ...]:
    """Measures that correspond: those that differ first, each in the order of the policy ``first``."""
    made = (_aligned(context, measures, each, first) for each in aligned)
    return tuple(each for _, each in sorted(made, key=lambda each: each[0]))


def _aligned(
    context: ComparisonContext, measures: Measures, aligned: comparison.Aligned, first: str
) -> tuple[tuple[bool, int, int], AlignedPair]:
    """Two measures, and where they stand in the list: those that differ first, in the order of the left text."""
    both = [measures.find(aligned.tie.a), measures.find(aligned.tie.b)]
    rows = aligned.rows
    if both[0].doc != first:
        both.reverse()
        rows = tuple(replace(row, cells=row.cells[::-1]) for row in rows)
    left, right = both
    reasoning = tie_reasoning(context, measures, aligned.tie, first)
    notes = make_notes(context, rows, both)
    differing = tuple(dict.fromkeys(note.row for note in notes))
    same = tuple(
        row.name for row in rows if row.name in TOLD and row.verdict is Verdict.SAME and row.cells[0].values
    )
    quotes = _marked(context.quote(left), context.quote(right))
    made = AlignedPair(
        id=f"{left.clause.id}-{left.start}-{right.clause.id}-{right.start}",
        name=_name(context, _told(aligned.tie).theme, left),
        gists=(_gist(context, left), _gist(context, right)),
        differs=_rows(context, "compare.differs", differing),
        same=_rows(context, "compare.states_same", same),
        left=quotes[0],
        right=quotes[1],
        notes=notes,
        reasoning=reasoning,
    )
    return (not differing, left.clause.order, left.start), made


def _name(context: ComparisonContext, theme: str | None, left: Measure) -> Link:
    """The theme of two measures, with the way to its page; without one, the heading of the left one, with that to its clause."""
    for each in context.setting.corpus.themes:
        if each.id == theme:
            there = urls.relative(context.here, urls.theme(context.language, each.id))
            return Link(theme_name(each, context.language), there)
    return Link(context.heading(left), context.href(left))


def _gist(context: ComparisonContext, measure: Measure) -> Gist:
    """A measure in a few words."""
    if said := measure_brief(context.words, context.setting.corpus.terms, measure):
        return Gist(Link(said, context.href(measure)), ())
    first, clause = context.beginning(measure), context.clause(measure)
    return Gist(Link(first or clause, context.href(measure)), clause if first else ())


def _rows(context: ComparisonContext, key: str, names: Sequence[str]) -> Runs:
    """The names of some rows; nothing for none."""
    words = context.words
    named = joined([words[f"row.{name}"] for name in names], words.plain("compare.comma_short"))
    return words.weave(key, rows=named) if names else ()


def _marked(left: Quote, right: Quote) -> tuple[Quote, Quote]:
    """Two measures with what differs marked, where both are in the language of the page."""
    if any(len(each.text) != 1 or each.text[0].kind for each in (left, right)):
        return left, right
    cut = differing(left.text[0].text, right.text[0].text)
    return _with_marks(left, cut[0]), _with_marks(right, cut[1])


def _with_marks(quote: Quote, stretches: Sequence[DifferingStretch]) -> Quote:
    (said,) = quote.text
    runs = (said._replace(text=text, kind=DIFFERS if differs else "") for text, differs in stretches)
    return quote._replace(text=tuple(runs))


DIFFERS = "differs"
"""The class of words that the other text does not have."""


def _side(context: ComparisonContext, measures: Measures, policy: Policy, given: _Given) -> PairSide:
    slug, found = policy.meta.slug, given.found
    other = measures.policies[found.b_doc if slug == found.a_doc else found.a_doc]
    goals = tuple(
        Link(
            goal(each.fact, context.words, context.setting.corpus.terms),
            evidence_link(context.here, slug, clause.id, each.anchor),
        )
        for clause, each in of_kind(policy, "targets")
        if isinstance(each.fact, Target)
    )
    text = urls.relative(context.here, urls.policy(context.language, slug))
    name = apart(context, measures.policies.values())[slug]
    alone = [each for each in found.unmatched if each.act.doc == slug]
    matched = (act for tie in _ties(found) for act in (tie.a, tie.b))
    lone = tuple(lone_clauses(context, measures, alone, matched, other, name))

    def more(kind: str, number: int) -> Link | None:
        return Link(left_out(context.words, kind, number), text) if number else None

    return PairSide(
        slug,
        context.place(policy),
        name,
        Link(context.title(policy), text),
        context.validity(policy),
        context.words.weave("compare.unmatched", place=name),
        tuple(each for each in lone if each.grants),
        tuple(each for each in lone if not each.grants),
        more("in_text", given.unmatched.get(slug, 0) - len(alone)),
        goals[: given.limits.goals],
        more("goals", len(goals) - len(goals[: given.limits.goals])),
    )


def goal_notes(
    context: ComparisonContext, policies: Sequence[Policy], found: PairComparison
) -> tuple[Runs, ...]:
    """How goals with one indicator compare, the first policy first."""
    return tuple(_goal_notes(context, policies, found))


def _goal_notes(
    context: ComparisonContext, policies: Sequence[Policy], found: PairComparison
) -> Iterator[Runs]:
    words, terms = context.words, context.setting.corpus.terms
    turned = policies[0].meta.slug != found.a_doc
    names = apart(context, policies)
    for row in found.goals:
        columns = [
            ComparedValues(
                names[policy.meta.slug],
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
