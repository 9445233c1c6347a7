"""What a page shows of the comparison of a theme, or of a group without one, and how much there is besides."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.model.comparison import TOLD, Absence, MeasureGroup, ThemeComparison
from digest.model.matches import ActKey
from digest.pages.compare.absences import absences_of
from digest.pages.compare.leaders import Leaders, make_leaders
from digest.pages.compare.limits import FEW, Limits

Numbers = tuple[tuple[str, int], ...]
"""Policies by their slugs, and how many measures of each."""


class Excerpt(NamedTuple):
    """What a page shows: ``found``, with its groups whole, since a difference is one among all their measures;
    ``columns`` are the places of the measures of each that are shown. Of what is left out there are numbers, and of
    ``others``, policies of whose measures none is shown, the first. ``counts`` are the measures of each policy, where these
    are few. All policies are in the order of places. The ``leaders`` are those of all offers, also of those left out."""

    found: ThemeComparison
    leaders: tuple[Leaders, ...]
    columns: tuple[tuple[int, ...], ...]
    counts: Numbers
    policies: int
    measures: int
    others: Numbers
    more_offers: tuple[int, ...]
    more_groups: int
    more_possible: int
    more_measures: Mapping[str, int]
    more_earlier: Mapping[str, int]
    more_others: int
    more_absences: int

    @property
    def in_columns(self) -> tuple[ActKey, ...]:
        """The measures that have a column."""
        groups = zip(self.found.groups, self.columns, strict=True)
        return tuple(group.acts[at] for group, columns in groups for at in columns)


def make_excerpt(
    found: ThemeComparison, compared: Collection[str], rank: Mapping[str, int], limits: Limits
) -> Excerpt:
    """The part of a comparison that a page shows. ``compared`` are the policies that could have a measure of the theme, none
    where there is no theme; ``rank`` are the places of all policies in the order of places."""
    number = Counter(act.doc for act in found.acts)
    having = sorted(number, key=rank.__getitem__)
    groups = found.groups
    if limits.groups is not None and len(groups) > limits.groups:  # those of many policies say most
        groups = tuple(sorted(groups, key=lambda group: -len(group.acts))[: limits.groups])
    columns = tuple(_columns(group, rank, limits.columns) for group in groups)
    alone, more_measures = _shelved([each.act for each in found.alone], rank, limits)
    earlier, more_earlier = _shelved(found.earlier, rank, limits)
    without = _without(found, [doc for doc in compared if doc not in number], rank, limits)
    absences = without[: limits.absences]
    shown = replace(
        found,
        groups=groups,
        alone=tuple(each for each in found.alone if each.act in alone),
        absences=absences,
        possible=found.possible[: limits.possible],
        offers=tuple(offers[: limits.offers] for offers in found.offers),
        best={},
        copies=(),
        earlier=tuple(act for act in found.earlier if act in earlier),
    )
    seen = {act.doc for act in alone}
    seen.update(group.acts[at].doc for group, places in zip(groups, columns, strict=True) for at in places)
    others = tuple((doc, number[doc]) for doc in having if doc not in seen)
    return Excerpt(
        shown,
        make_leaders(found),
        columns,
        () if limits.shelves and len(having) > FEW else tuple((doc, number[doc]) for doc in having),
        len(having),
        sum(number.values()),
        others[: limits.others],
        tuple(len(a) - len(b) for a, b in zip(found.offers, shown.offers, strict=True)),
        len(found.groups) - len(groups),
        len(found.possible) - len(shown.possible),
        more_measures,
        more_earlier,
        len(others) - len(others[: limits.others]),
        sum(doc not in number for doc in compared) - len(absences),
    )


def _columns(group: MeasureGroup, rank: Mapping[str, int], most: int | None) -> tuple[int, ...]:
    """The places of the measures of a group that have a column, in the order of places; where not all have, those that
    state something else than the ones before them go first."""
    order = sorted(range(len(group.acts)), key=lambda at: rank[group.acts[at].doc])
    told = [row.cells for row in group.rows if row.name in TOLD]
    stated = {at: tuple(frozenset(value.key for value in cells[at].values) for cells in told) for at in order}
    first = {stated[at]: at for at in reversed(order)}
    chosen = sorted(order, key=lambda at: first[stated[at]] != at)[:most]
    return tuple(at for at in order if at in chosen)


def _shelved(
    acts: Iterable[ActKey], rank: Mapping[str, int], limits: Limits
) -> tuple[Collection[ActKey], Mapping[str, int]]:
    """The measures that are shown by their policies, and how many more each of these has."""
    by_doc: dict[str, list[ActKey]] = {}
    for act in acts:
        by_doc.setdefault(act.doc, []).append(act)
    shown = {doc: by_doc[doc] for doc in sorted(by_doc, key=rank.__getitem__)[: limits.shelves]}
    kept = {act for own in shown.values() for act in own[: limits.measures]}
    more = {doc: len(own[limits.measures :]) for doc, own in shown.items() if limits.measures}
    return kept, {doc: number for doc, number in more.items() if number}


def _without(
    found: ThemeComparison, docs: Sequence[str], rank: Mapping[str, int], limits: Limits
) -> tuple[Absence, ...]:
    """What is known of policies without a measure. Where not all are named, those come first that use a word of the theme,
    and those that use none are left out."""
    if limits.absences is None:
        return absences_of(found, docs)
    telling = (each for each in found.absences if each.verdict != "not_recognised")
    return tuple(sorted(telling, key=lambda each: (each.verdict != "mentioned", rank[each.doc])))
