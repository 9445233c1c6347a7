"""Every sentence of the comparisons that says something about two texts, with the clauses it rests on.

The sentences are those of the pages, made by the same functions, so that an editor or a test can read them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from digest.model.comparison import MeasureRow, PairComparison, ThemeComparison, Unmatched
from digest.model.measures import Measure, Measures
from digest.pages.catalogue import in_place_order
from digest.pages.compare.absences import absence_view, absences_of
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.differences import Note, make_notes
from digest.pages.compare.leaders import in_words, leaders_view, make_leaders, offers_of
from digest.pages.compare.naming import apart
from digest.pages.compare.pair_page import goal_notes
from digest.pages.frame import Setting
from digest.pages.strings import plain
from digest.text import urls


class Claim(NamedTuple):
    """A sentence. ``kind``: most | difference | only | not_recognised | mentioned | only_in. ``page`` is the site path of the
    page that shows it, ``rests_on`` the clauses, each ``slug#clause``, or a slug where it is about a whole text;
    ``row`` is empty where it is about no row."""

    kind: str
    page: str
    row: str
    text: str
    rests_on: tuple[str, ...]


def make_claims(setting: Setting, language: str) -> Iterator[Claim]:
    """All claims in one language: theme by theme, group by group, then by pairs of policies."""
    compared, ordered = setting.corpus.comparisons, in_place_order(setting.corpus)
    measures = Measures.of(ordered)
    slugs = (policy.meta.slug for policy in setting.corpus.policies)
    current = [slug for slug in slugs if not setting.corpus.validity_of(slug).by]
    for theme in compared.themes.values():
        context = ComparisonContext(setting, language, urls.theme(language, theme.theme))
        yield from _of_leaders(context, measures, theme)
        yield from _of_groups(context, measures, theme)
        yield from _of_absences(context, measures, theme, current)
    for group in compared.groups.values():
        yield from _of_groups(
            ComparisonContext(setting, language, urls.theme(language, group.theme)), measures, group
        )
    order = {policy.meta.slug: at for at, policy in enumerate(ordered)}
    for docs, pair in setting.corpus.comparisons.pairs.items():
        first, second = sorted(docs, key=order.__getitem__)
        context = ComparisonContext(setting, language, urls.pair(language, first, second))
        yield from _of_pair(context, measures, pair, (first, second))


def _of_leaders(context: ComparisonContext, measures: Measures, found: ThemeComparison) -> Iterator[Claim]:
    for leaders in make_leaders(found):
        view = leaders_view(context, measures, leaders)
        names = dict.fromkeys(f"{offer.act.doc}#{offer.act.clause}" for offer in offers_of([leaders]))
        yield Claim("most", context.here, "", plain(in_words(context.words, view)), tuple(names))


def _of_groups(context: ComparisonContext, measures: Measures, found: ThemeComparison) -> Iterator[Claim]:
    rank = {slug: at for at, slug in enumerate(measures.policies)}
    for group in found.groups:
        order = sorted(range(len(group.acts)), key=lambda at: rank[group.acts[at].doc])
        shown = [measures.find(group.acts[at]) for at in order]
        rows = [replace(row, cells=tuple(row.cells[at] for at in order)) for row in group.rows]
        yield from _noted(context, rows, shown)


def _of_absences(
    context: ComparisonContext, measures: Measures, found: ThemeComparison, current: Sequence[str]
) -> Iterator[Claim]:
    matrix = replace(context, here=urls.section(context.language, "compare"))
    having = {act.doc for act in found.acts}
    for absence in absences_of(found, [slug for slug in current if slug not in having]):
        if absence.verdict == "open":
            continue
        view = absence_view(matrix, measures.policies[absence.doc], absence)
        theme = next(theme for theme in context.setting.corpus.themes if theme.id == found.theme)
        name = theme.en if context.language == "en" else theme.zh
        yield Claim(
            view.verdict,
            matrix.here,
            "",
            f"{name} – {plain(view.place)}{context.words.plain('compare.colon')}{plain(view.said.text)}",
            tuple(f"{absence.doc}#{mention.clause}" for mention in absence.mentions) or (absence.doc,),
        )


def _of_pair(
    context: ComparisonContext, measures: Measures, found: PairComparison, docs: tuple[str, str]
) -> Iterator[Claim]:
    for aligned in found.aligned:
        both = [measures.find(aligned.tie.a), measures.find(aligned.tie.b)]
        rows: Sequence[MeasureRow] = aligned.rows
        if both[0].doc != docs[0]:
            both.reverse()
            rows = [replace(row, cells=row.cells[::-1]) for row in rows]
        yield from _noted(context, rows, both)
    policies = tuple(measures.policies[doc] for doc in docs)
    for note in goal_notes(context, policies, found):
        yield Claim("difference", context.here, "targets", plain(note), docs)
    yield from map(
        partial(_only_in, context, measures, found), (each for each in found.unmatched if each.only)
    )


def _noted(
    context: ComparisonContext, rows: Sequence[MeasureRow], measures: Sequence[Measure]
) -> Iterator[Claim]:
    names = tuple(f"{measure.doc}#{measure.clause.id}" for measure in measures)
    for note in make_notes(context, rows, measures):
        yield Claim(_kind(note), context.here, note.row, plain(note.text), names)


def _kind(note: Note) -> str:
    return "only" if note.only else "difference"


def _only_in(context: ComparisonContext, measures: Measures, found: PairComparison, lone: Unmatched) -> Claim:
    measure = measures.find(lone.act)
    other = found.b_doc if lone.act.doc == found.a_doc else found.a_doc
    names = apart(context, (measure.policy, measures.policies[other]))
    name = context.words.plain("compare.only_in", place=plain(names[measure.doc]))
    text = f"{name}{context.words.plain('compare.colon')}{measure.text}"
    missing = f" [{context.words.plain('compare.missing')}{'、'.join(lone.missing)}]"
    return Claim("only_in", context.here, "", text + missing, (f"{measure.doc}#{measure.clause.id}", other))
