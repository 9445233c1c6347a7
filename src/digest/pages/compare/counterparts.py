"""The counterparts of a clause in other policies, for its own page."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from digest.model.comparison import TOLD, PairComparison, Tie, Verdict
from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause
from digest.model.matches import Match, key_of
from digest.model.measures import Measure, Measures
from digest.pages.compare.briefs import measure_brief
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.index import MatchIndex
from digest.pages.compare.naming import apart, theme_name
from digest.pages.compare.reasons import Reasoning, match_reasoning, standing_of
from digest.pages.frame import Link
from digest.pages.strings import Runs, for_readers
from digest.pages.validity import Phases
from digest.text import urls

MOST = 24
"""So many likely counterparts are shown, and so many possible ones."""


class Counterpart(NamedTuple):
    """A clause of another policy, and why it corresponds. ``place`` names the policy (``apart``); ``brief`` are the supports, in a
    few words, of that measure of it which corresponds best, ``own`` those of the measure of this clause to which it does, where
    that is not all that the clause grants; ``differs`` names what differs between these two, ``grade_name`` says how they
    compare, ``reviewed`` whether somebody ruled on their clauses. ``table`` leads to the
    comparison of their theme, or of their group where they share none, in each language of the page; ``beside`` to both
    policies side by side, where they are.
    ``reasoning`` is None where so many counterparts are shown that it stands in the data only."""

    place: Runs
    validity: Phases
    clause: Link
    brief: Runs
    own: Runs
    differs: Runs
    table: tuple[Link, ...]
    beside: tuple[Link, ...]
    grade_name: Runs
    reviewed: bool
    reasoning: Reasoning | None


def foremost(
    corpus: Corpus, slug: str, about: Iterable[Match], copies: Collection[str]
) -> tuple[tuple[Match, ...], Mapping[str, int]]:
    """The matches that the page of a clause shows, of all that are ``about`` it, and how many likely and possible ones it does
    not: the most reliable first, those of policies that others supersede last, before them those of near ``copies``."""
    found: Counter[str] = Counter()
    kept = []

    def stands_back(match: Match) -> tuple[bool, bool]:
        doc, _ = _other(match, slug)
        return bool(corpus.validity_of(doc).by), doc in copies

    for match in sorted(about, key=stands_back):
        found[match.shown] += 1
        if found[match.shown] <= MOST:
            kept.append(match)
    return tuple(kept), {shown: max(0, number - MOST) for shown, number in found.items()}


class Foremost(NamedTuple):
    """The two measures of a match that correspond best, and the names of the rows in which they state different values."""

    tie: Tie
    differ: tuple[str, ...] = ()


class KnownCounterparts(NamedTuple):
    """What is known of the counterparts of a clause: the ``groups`` of matches without a theme, the policies that are set
    beside its own (``paired``), and those that are near ``copies`` of it; by match its ``foremost`` measures.
    So many likely counterparts, and so many possible ones, are ``reasoned``; None for all."""

    groups: Mapping[Match, str]
    paired: Collection[str]
    copies: Collection[str] = ()
    reasoned: int | None = None
    foremost: Mapping[Match, Foremost] = MappingProxyType({})


def foremost_of(pairs: Iterable[PairComparison]) -> Mapping[Match, Foremost]:
    """The measures of each match that stand for it: of those side by side the ones that both grant support, among them the
    surest."""
    found: dict[Match, tuple[tuple[bool, int, float], Foremost]] = {}
    for each in (aligned for pair in pairs for aligned in pair.aligned):
        differ = (row.name for row in each.rows if row.name in TOLD and row.verdict is Verdict.DIFFERENT)
        grant = any(row.name == "kind" and all(cell.values for cell in row.cells) for row in each.rows)
        told = each.tie.pair or each.tie.match
        rank = grant, told.grade, told.score
        if each.tie.match not in found or rank > found[each.tie.match][0]:
            found[each.tie.match] = rank, Foremost(each.tie, tuple(differ))
    return {match: foremost for match, (_, foremost) in found.items()}


def _foremost(match: Match, measures: Measures) -> Foremost:
    """The same of a match whose policies do not stand side by side."""
    for pair in match.pairs[:1]:
        if pair.shown == match.shown:
            return Foremost(Tie(match, pair, key_of(pair.a), key_of(pair.b)))
    a, b = measures.whole(match.a_doc, match.a_clause), measures.whole(match.b_doc, match.b_clause)
    return Foremost(Tie(match, None, a.key, b.key))


def brief_of(context: ComparisonContext, measure: Measure) -> Runs:
    """The supports of a measure in a few words, in each language of the page; nothing where it grants none."""
    terms, words = context.setting.corpus.terms, context.setting.words
    return for_readers({each: measure_brief(words[each], terms, measure) for each in context.languages})


def _differs(context: ComparisonContext, rows: Collection[str]) -> Runs:
    """What differs, by the names of its rows; nothing where nothing is known to."""
    if not rows:
        return ()
    said = {}
    for language in context.languages:
        words = context.setting.words[language]
        named = words.plain("compare.and").join(words.plain(f"row.{name}") for name in rows)
        said[language] = words.fill("compare.differ_in", rows=named)
    return for_readers(said)


def counterparts(
    context: ComparisonContext, index: MatchIndex, policy: Policy, clause: Clause, beside: KnownCounterparts
) -> Mapping[str, tuple[Counterpart, ...]]:
    """The counterparts of a clause, likely and possible ones, in the order of ``foremost``."""
    slug = policy.meta.slug
    every = index.about.get((slug, clause.id))
    if not every:
        return {"likely": (), "possible": ()}
    about, _ = foremost(context.setting.corpus, slug, every, beside.copies)
    found: dict[str, list[Counterpart]] = {"likely": [], "possible": []}
    docs = {slug: None} | {_other(match, slug)[0]: None for match in about}
    names = apart(context, (index.measures.policies[doc] for doc in docs))
    for match in about:
        kind = found[match.shown]
        reasoned = beside.reasoned is None or len(kind) < beside.reasoned
        kind.append(_counterpart(context, index, policy, match, beside, names, reasoned=reasoned))
    return {shown: tuple(kind) for shown, kind in found.items()}


def further(context: ComparisonContext, number: int) -> Link | None:
    """How many counterparts are not shown, and the way to all."""
    if not number:
        return None
    text = context.words.fill("compare.further", number=f"{number:,}")
    return Link(text, urls.relative(context.here, urls.data("matches.csv")))


def _other(match: Match, slug: str) -> tuple[str, str]:
    """The clause that a match sets beside one of the policy."""
    return (match.b_doc, match.b_clause) if match.a_doc == slug else (match.a_doc, match.a_clause)


def _counterpart(
    context: ComparisonContext,
    index: MatchIndex,
    policy: Policy,
    match: Match,
    beside: KnownCounterparts,
    names: Mapping[str, Runs],
    *,
    reasoned: bool,
) -> Counterpart:
    slug = policy.meta.slug
    doc, clause = _other(match, slug)
    other = index.measures.whole(doc, clause)
    setting = context.setting
    tie, differ = beside.foremost.get(match) or _foremost(match, index.measures)
    ours, theirs = map(index.measures.find, (tie.a, tie.b) if tie.a.doc == slug else (tie.b, tie.a))
    own = brief_of(context, ours)
    theme = next((each for each in setting.corpus.themes if each.id == match.theme), None)
    address = theme.id if theme else beside.groups.get(match)
    return Counterpart(
        place=names[doc],
        validity=context.validity(other.policy),
        clause=Link(context.clause(other, 40), urls.relative(context.here, urls.clause(doc, clause))),
        brief=brief_of(context, theirs),
        own=own if own != brief_of(context, index.measures.whole(slug, ours.clause.id)) else (),
        differs=_differs(context, differ),
        table=tuple(
            context.link(
                language,
                theme_name(theme, language) if theme else setting.words[language]["compare.one_table"],
                urls.theme(language, address),
            )
            for language in context.languages
            if address
        ),
        beside=tuple(
            context.link(language, setting.words[language]["compare.beside"], urls.pair(language, slug, doc))
            for language in context.languages
            if doc in beside.paired
        ),
        grade_name=standing_of(context.words, match, tie.pair or match),
        reviewed=match.ruling is not None,
        reasoning=match_reasoning(context, index.measures, match, slug) if reasoned else None,
    )
