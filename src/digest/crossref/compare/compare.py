"""All comparisons of a site: a walk through its themes and through its pairs of policies."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest, nsmallest
from math import fsum

from digest.crossref.compare.align import Joined, align, most_reliable_first
from digest.crossref.compare.ground import ComparisonInput, Tables
from digest.crossref.compare.offers import best, offers
from digest.crossref.compare.rows import target_value
from digest.crossref.compare.silence import one_indicator
from digest.crossref.compare.weigh import weigh
from digest.model.comparison import (
    ROWS,
    Aligned,
    Alone,
    ComparisonCell,
    Comparisons,
    MeasureGroup,
    MeasureRow,
    PairComparison,
    ThemeComparison,
    Tie,
    Verdict,
)
from digest.model.facts import Target
from digest.model.matches import ActKey, Match
from digest.model.measures import Measure
from digest.model.progress import Progress, silent
from digest.text.urls import group as group_name

MOST_PAIRS = 12
"""Of the policies with likely matches, so many are set beside a policy at least, those with which it has most: all of a site
of up to 13. Beyond, clauses and themes have the rest, and the number of pages grows with the policies, not their square."""

MOST_GROUPS = 200
"""So many groups without a theme are compared, those of the most policies: more than that nobody looks through, and hundreds
of laws have thousands of clauses in common that no theme is about. Pairs and clauses have the rest."""


def compare_all(ground: ComparisonInput, progress: Progress = silent) -> Comparisons:
    """Every theme that a measure has, the groups of measures without one, and the pairs of policies that say most."""
    comparer = Comparer(Tables.of(ground))
    couples = comparer.couples()
    measured = [theme for theme in ground.themes if ground.members.get(theme.id)]
    total = len(measured) + len(couples)
    themes, pairs = {}, {}
    for done, theme in enumerate(measured):
        progress("compare", done, total)
        themes[theme.id] = comparer.theme(theme.id)
    for done, (couple, matches) in enumerate(couples.items(), len(themes)):
        progress("compare", done, total)
        pairs[couple] = comparer.pair(*couple, matches)
    return Comparisons(themes, dict(comparer.groups()), pairs)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Makes each comparison by itself, from tables that are made once. A theme needs its measures and their ties, and of the
    policies without one what their texts say; a pair needs two policies, their matches, and what they say of themes."""

    tables: Tables

    def theme(self, theme: str) -> ThemeComparison:
        """The measures of a theme beside each other."""
        every, replaced = self.tables.of_theme.get(theme, ()), self.tables.ground.replaced
        measures = [measure for measure in every if self.tables.ground.stands(measure.doc)]
        copies = [measure for measure in every if measure.doc in self.tables.ground.copies]
        ties = self.tables.ties_of_theme.get(theme, ())
        found = align(
            [measure.key for measure in measures], filter(_is_likely, ties), self.tables.ground.editions
        )
        copied = [key for key in found.alone if (key.doc, key.clause) in self.tables.copied]
        alone = (key for key in found.alone if (key.doc, key.clause) not in self.tables.copied)
        return replace(
            self._compared(theme, measures, found.groups, ties, copies),
            alone=tuple(map(self._alone, alone)),
            copies=tuple(map(self._alone, (*copied, *(each.key for each in copies)))),
            absences=tuple(self.tables.absences.of_theme(theme)),
            earlier=tuple(measure.key for measure in every if replaced(measure.doc)),
            words=self.tables.absences.words[theme].alone,
        )

    def _alone(self, act: ActKey) -> Alone:
        """A measure by itself."""
        return Alone(act, self.tables.listener.values(self.tables.measures.find(act)))

    def groups(self) -> Iterator[tuple[str, ThemeComparison]]:
        """The measures that correspond and whose clauses share no theme, by the id of their group: the groups with the most
        policies, in the order of the texts."""
        loose = [
            tie
            for tie in self.tables.ties
            if not self._themes_of(tie.a) & self._themes_of(tie.b)
            and all(map(self.tables.ground.stands, (tie.a.doc, tie.b.doc)))
        ]
        likely = [tie for tie in loose if tie.likely]
        acts = {key for tie in likely for key in (tie.a, tie.b)}
        ordered = [
            measure.key for measure in self.tables.measures.in_order(map(self.tables.measures.find, acts))
        ]
        possible: dict[ActKey, list[Tie]] = {}
        for tie in loose:
            if not tie.likely:
                possible.setdefault(tie.a, []).append(tie)
                possible.setdefault(tie.b, []).append(tie)
        named: dict[str, list[Joined]] = {}
        for group in align(ordered, likely, self.tables.ground.editions).groups:
            first = next(iter(self.tables.measures.in_order(map(self.tables.measures.find, group.acts))))
            named.setdefault(group_name(first.doc, first.clause.id), []).append(group)
        worth = {name: _policies_and_ties(groups) for name, groups in named.items()}
        shown = {*nlargest(MOST_GROUPS, named, key=lambda name: worth[name])}
        for name, groups in named.items():
            if name not in shown:
                continue
            keys = dict.fromkeys(key for group in groups for key in group.acts)
            measures = [*self.tables.measures.in_order(map(self.tables.measures.find, keys))]
            near = most_reliable_first({tie for key in keys for tie in possible.get(key, ())})
            yield name, self._compared(name, measures, groups, near)

    def _themes_of(self, act: ActKey) -> frozenset[str]:
        """The themes of the clause of an act."""
        return frozenset(self.tables.themes.get((act.doc, act.clause), ()))

    def _compared(
        self,
        name: str,
        measures: Sequence[Measure],
        groups: Sequence[Joined],
        ties: Iterable[Tie],
        copies: Sequence[Measure] = (),
    ) -> ThemeComparison:
        """Some measures beside each other; ``ties`` are all that are known of them. Those of ``copies`` are among what is
        offered, and not beside others."""
        offering = [*measures, *copies]
        by_doc: dict[str, list[Measure]] = {}
        for measure in offering:
            by_doc.setdefault(measure.doc, []).append(measure)
        group_of = {act: group.acts for group in groups for act in group.acts}
        return ThemeComparison(
            name,
            tuple(self._group(name, group) for group in sorted(groups, key=self._granting)),
            possible=tuple(
                tie
                for tie in ties
                if not tie.likely and (tie.a not in group_of or tie.b not in group_of[tie.a])
            )[:_MOST_POSSIBLE],
            offers=offers(offering, self.tables.ground.validity),
            best={doc: best(found, self.tables.ground.validity) for doc, found in by_doc.items()},
        )

    def _granting(self, group: Joined) -> int:
        """Groups come first in which several measures grant support: there are figures to compare."""
        granting = sum(bool(self.tables.measures.find(key).supports) for key in group.acts)
        return -granting if granting > 1 else 0

    def _group(self, theme: str, group: Joined) -> MeasureGroup:
        subject = {
            key.doc: {*self.tables.clauses.get((theme, key.doc), ()), *_matched(key.doc, group.ties)}
            for key in group.acts
        }
        sure = {act for tie in group.ties if self._sure(tie) for act in (tie.a, tie.b)}
        measures = [*map(self.tables.measures.find, group.acts)]
        return MeasureGroup(
            group.acts, group.ties, self._rows(measures, subject, sure=sure.issuperset(group.acts))
        )

    def couples(self) -> Mapping[tuple[str, str], Sequence[Match]]:
        """Each two policies that are set beside each other, with their matches, some of them likely; editions of one work
        are not. A pair is one of the best of either of its policies, by the sum of the scores of its likely matches; a near
        copy is not one of the best of the policy that stands for it."""
        between: dict[tuple[str, str], list[Match]] = {}
        for match in self.tables.ground.matches:
            between.setdefault((match.a_doc, match.b_doc), []).append(match)
        worth: dict[str, list[tuple[float, tuple[str, str]]]] = {}
        for couple, matches in between.items():
            likely = [match.score for match in matches if match.shown == "likely"]
            if likely and not self.tables.ground.editions.are(*couple):
                of = {self.tables.ground.copies.get(doc) for doc in couple}
                for doc in {*couple} - of:
                    worth.setdefault(doc, []).append((-fsum(likely), couple))
        best = {couple for found in worth.values() for _, couple in nsmallest(MOST_PAIRS, found)}
        return {couple: between[couple] for couple in sorted(best)}

    def pair(self, a: str, b: str, matches: Sequence[Match]) -> PairComparison:
        """Two policies, with all their matches, beside each other."""
        every = self.tables.between.get((a, b), ())
        acts, alike = self._acts_beside(a, b)
        ties = _shown(acts, filter(_is_likely, every))
        whole = [self._whole(match) for match in matches if not match.pairs]
        taken = {(key.doc, key.clause) for tie in whole for key in (tie.a, tie.b)}
        if self.tables.ground.are_copies(
            a, b
        ):  # 打造安平县园区 is 打造大河口市园区, and its clause corresponds
            taken |= {(key.doc, key.clause) for tie in every for key in (tie.a, tie.b)}
        taken_acts = {key for tie in ties for key in (tie.a, tie.b)}
        left = [key for key in acts if key not in taken_acts and (key.doc, key.clause) not in taken]
        possible = _shown(left, every)
        perhaps = {key for tie in possible for key in (tie.a, tie.b)}
        beside = _counterparts(every)
        unmatched = [
            self.tables.tester.test(key, b if key.doc == a else a, beside.get(key, ()))
            for key in left
            if key not in perhaps
        ]
        akin = {(key.doc, key.clause) for key in (*taken_acts, *perhaps)}
        akin |= {(each.act.doc, each.act.clause) for each in unmatched if each.related}
        # what an ended text lacks, or had alone, is not so of its place; nor is a clause the only one, of which a part is not
        ended = any(map(self.tables.ground.replaced, (a, b)))
        unmatched = [
            replace(each, missing=()) if ended or (each.act.doc, each.act.clause) in akin else each
            for each in unmatched
        ]
        return PairComparison(
            a,
            b,
            tuple(self._aligned(tie) for tie in (*ties, *whole)),
            possible,
            tuple(unmatched),
            tuple(self._goals(a, b)),
            alike,
        )

    def _acts_beside(self, a: str, b: str) -> tuple[Sequence[ActKey], int]:
        """The acts that are set beside each other: all of two policies, but of near copies only those whose words the other
        does not have; and how many others the first policy has."""
        acts = [self.tables.acting.get(doc, ()) for doc in (a, b)]
        if not self.tables.ground.are_copies(a, b):
            return [*acts[0], *acts[1]], 0
        words = [{key: self.tables.measures.find(key).text for key in own} for own in acts]
        word_sets = [frozenset(own.values()) for own in words]
        unlike = [
            [key for key, text in own.items() if text not in other]
            for own, other in zip(words, reversed(word_sets), strict=True)
        ]
        return [*unlike[0], *unlike[1]], len(acts[0]) - len(unlike[0])

    def _aligned(self, tie: Tie) -> Aligned:
        measures = [self.tables.measures.find(tie.a), self.tables.measures.find(tie.b)]
        shared = {
            theme for key in (tie.a, tie.b) for theme in self.tables.themes.get((key.doc, key.clause), ())
        }
        subject = {
            key.doc: {
                key.clause,
                *(clause for theme in shared for clause in self.tables.clauses.get((theme, key.doc), ())),
            }
            for key in (tie.a, tie.b)
        }
        return Aligned(tie, self._rows(measures, subject, sure=self._sure(tie)))

    def _sure(self, tie: Tie) -> bool:
        """Whether two measures may be weighed against each other: they say much the same, or an editor joined their clauses and
        both grant support of one theme."""
        if tie.pair is None:
            return False
        both_grant = all(self.tables.measures.find(key).supports for key in (tie.a, tie.b))
        ruled = tie.match.decided_by == "editor" and both_grant and tie.pair.theme is not None
        return ruled or tie.pair.wording >= _SURE

    def _whole(self, match: Match) -> Tie:
        """Two clauses that an editor joined as a whole."""
        a = self.tables.measures.whole(match.a_doc, match.a_clause)
        b = self.tables.measures.whole(match.b_doc, match.b_clause)
        return Tie(match, None, a.key, b.key)

    def _rows(
        self,
        measures: Sequence[Measure],
        subject: Mapping[str, Collection[str]],
        *,
        sure: bool,
    ) -> tuple[MeasureRow, ...]:
        """The rows that some measure fills; weighed where it is ``sure`` that the measures are about one thing."""
        stated = [*map(self.tables.listener.values, measures)]
        rows = []
        for name in ROWS:
            values = [each.get(name, ()) for each in stated]
            if not any(values):
                continue
            cells = tuple(
                self.tables.listener.cell(name, measure, each, stated, subject.get(measure.doc, ()))
                for measure, each in zip(measures, stated, strict=True)
            )
            rows.append(
                MeasureRow(name, weigh(values) if sure and name != "agencies" else Verdict.OWN, cells)
            )
        return tuple(rows)

    def _goals(self, a: str, b: str) -> Iterator[MeasureRow]:
        """The goals of two policies with one indicator and one unit, each once, beside the first one that fits."""
        left, right = self._goals_of(a), list(self._goals_of(b))
        for one in left:
            other = next((each for each in right if one_indicator(one, each)), None)
            if other is not None:
                right.remove(other)
                values = [(target_value(one),), (target_value(other),)]
                yield MeasureRow("targets", weigh(values), tuple(map(ComparisonCell, values)))

    def _goals_of(self, doc: str) -> Iterator[Target]:
        policy = self.tables.measures.policies[doc]
        for clause in policy.document.clauses:
            if clause.id in policy.facts:
                yield from (goal for goal in policy.facts[clause.id].targets if goal.value is not None)


def _policies_and_ties(groups: Iterable[Joined]) -> tuple[int, float]:
    """Of how many policies the measures of some groups are, and how surely they correspond."""
    docs = {act.doc for group in groups for act in group.acts}
    return len(docs), fsum(tie.match.score for group in groups for tie in group.ties)


_SURE = 0.4
"""Wording from which a difference between two measures is one between two versions of a thing. Below, they were joined
by their theme and action: each states what it states."""


def _matched(doc: str, ties: Iterable[Tie]) -> Iterator[str]:
    """The clauses of a policy in some ties."""
    return (key.clause for tie in ties for key in (tie.a, tie.b) if key.doc == doc)


_MOST_POSSIBLE = 30
"""So many possible ties of a theme are listed; each is on the pages of its clauses."""


def _is_likely(tie: Tie) -> bool:
    return tie.likely


def _shown(acts: Sequence[ActKey], ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Each act once, beside its best counterpart. An act whose counterpart corresponds better to another is left out:
    beside it, a difference would be one between two measures."""
    return tuple(group.ties[0] for group in align(acts, ties).groups)


def _counterparts(ties: Iterable[Tie]) -> Mapping[ActKey, Sequence[str]]:
    """The clauses to which each act corresponds."""
    found: dict[ActKey, list[str]] = {}
    for tie in ties:
        found.setdefault(tie.a, []).append(tie.b.clause)
        found.setdefault(tie.b, []).append(tie.a.clause)
    return found
