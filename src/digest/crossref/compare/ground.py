"""What comparisons are made from, and the tables that are made of it once for a site."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from digest.crossref.compare.align import most_reliable_first, ties_of
from digest.crossref.compare.mentions import (
    Absences,
    ThemeNames,
    ThemeTerms,
    members_of,
    spread_of,
    theme_words,
)
from digest.crossref.compare.silence import Listener
from digest.crossref.compare.texts import FoldedText, Sought
from digest.crossref.compare.unmatched import Tester
from digest.crossref.gist import Gist
from digest.model.comparison import Tie
from digest.model.corpus import Policy
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.matches import ActKey, Match, Theme, ThemeMember, key_of
from digest.model.measures import Measure, Measures
from digest.model.validity import Validity
from digest.model.vocabulary import InstrumentWords
from digest.text.segmenter import Segmenter


@dataclass(frozen=True, slots=True)
class ComparisonInput:
    """All that comparisons are made from: the policies by slug, their acts as matching read them, what corresponds,
    the themes with their names and measures, the words of support, whether each policy can be relied on, which are editions
    of one work, and which near copies of another (``find_copies``)."""

    policies: Sequence[Policy]
    acts: Sequence[Gist]
    matches: Sequence[Match]
    themes: Sequence[Theme]
    names: Mapping[str, ThemeNames]
    members: Mapping[str, Sequence[ThemeMember]]
    support: InstrumentWords
    cutter: Segmenter
    genre: frozenset[str]
    validity: Mapping[str, Validity]
    editions: Editions = NO_EDITIONS
    copies: Mapping[str, str] = field(default_factory=dict)

    def stands(self, doc: str) -> bool:
        """Whether a policy is compared: no other one stands for it, as a later text or as nearly the same."""
        return doc not in self.copies and not self.replaced(doc)

    def are_copies(self, a: str, b: str) -> bool:
        """Whether one of two policies is a near copy of the other."""
        return self.copies.get(a) == b or self.copies.get(b) == a

    def replaced(self, doc: str) -> bool:
        """Whether another policy of the site supersedes one: that one then stands for its place."""
        return doc in self.validity and bool(self.validity[doc].by)


@dataclass(frozen=True, slots=True)
class Tables:
    """What is asked of a site again and again."""

    ground: ComparisonInput
    measures: Measures
    listener: Listener
    ties: Sequence[Tie]
    """Those of acts, the most reliable first."""
    between: Mapping[tuple[str, str], Sequence[Tie]]
    """The same by the slugs of two policies, in the order of their matches."""
    of_theme: Mapping[str, Sequence[Measure]]
    """The measures of each theme."""
    ties_of_theme: Mapping[str, Sequence[Tie]]
    """The ties of measures that are not superseded and both have a theme."""
    clauses: Mapping[tuple[str, str], Collection[str]]
    """The clauses of each theme and policy."""
    themes: Mapping[tuple[str, str], Collection[str]]
    """The themes of each clause, by slug and id."""
    absences: Absences
    tester: Tester
    acting: Mapping[str, Sequence[ActKey]]
    """The acts of each policy that have a theme or a match, or grant support, in the order of its text."""
    copied: Collection[tuple[str, str]]
    """The clauses that correspond to one of a near copy, by slug and id."""

    @classmethod
    def of(cls, ground: ComparisonInput) -> "Tables":
        """The tables of a site."""
        measures = Measures.of(ground.policies)
        clauses: dict[tuple[str, str], set[str]] = {}
        themes: dict[tuple[str, str], set[str]] = {}
        for theme, members in ground.members.items():
            for member in members:
                clauses.setdefault((theme, member.doc), set()).add(member.clause)
                themes.setdefault((member.doc, member.clause), set()).add(theme)
        words = _words(ground)
        sought = Sought.of(word for each in words.values() for word in each.sought)
        texts = {policy.meta.slug: FoldedText.of(policy, sought) for policy in ground.policies}
        of_theme = {theme: measures.of_members(found) for theme, found in ground.members.items()}
        current = {
            theme: {measure.key for measure in found if ground.stands(measure.doc)}
            for theme, found in of_theme.items()
        }
        acting: dict[str, set[str]] = {}
        for each in ground.acts:
            acting.setdefault(each.act.doc, set()).add(each.act.clause)
        absences = Absences(
            words,
            {doc: text for doc, text in texts.items() if not ground.replaced(doc)},
            {theme: {measure.doc for measure in found} for theme, found in of_theme.items()},
            acting,
            ground.cutter,
        )
        tester = Tester.of(texts, ground.acts, clauses, absences)
        every = ties_of(ground.matches)
        ties = most_reliable_first(every)
        between: dict[tuple[str, str], list[Tie]] = {}
        for tie in every:
            between.setdefault((tie.a.doc, tie.b.doc), []).append(tie)
        return cls(
            ground,
            measures,
            Listener.of(measures, texts, tester.acts, ground.support),
            ties,
            between,
            of_theme,
            _by_theme(ties, current),
            clauses,
            themes,
            absences,
            tester,
            _acting(ground, measures, ties, of_theme),
            {
                (key.doc, key.clause)
                for tie in ties
                if ground.are_copies(tie.a.doc, tie.b.doc)
                for key in (tie.a, tie.b)
            },
        )


def _words(ground: ComparisonInput) -> Mapping[str, ThemeTerms]:
    """The words of each theme. Of one that no measure has, nobody asks whether a policy may have it: its words come
    without pairs."""
    current = [each for each in ground.acts if ground.stands(each.act.doc)]
    acts, spread = members_of(current), spread_of(current)
    return {
        theme.id: theme_words(
            theme,
            ground.names[theme.id],
            acts.get(theme.id, ()),
            spread,
            ground.genre,
            pairs=bool(ground.members.get(theme.id)),
        )
        for theme in ground.themes
    }


def _by_theme(ties: Iterable[Tie], acts: Mapping[str, Collection[ActKey]]) -> Mapping[str, Sequence[Tie]]:
    """The ties of each theme, in their order; ``acts`` are those of each."""
    themes: dict[ActKey, list[str]] = {}
    for theme, keys in acts.items():
        for key in keys:
            themes.setdefault(key, []).append(theme)
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        for theme in themes.get(tie.a, ()):
            if tie.b in acts[theme]:
                found.setdefault(theme, []).append(tie)
    return found


def _acting(
    ground: ComparisonInput,
    measures: Measures,
    ties: Iterable[Tie],
    of_theme: Mapping[str, Sequence[Measure]],
) -> Mapping[str, Sequence[ActKey]]:
    """The acts of each policy that have a theme or a match, or grant support, in the order of its text."""
    keys = {key for tie in ties for key in (tie.a, tie.b)}
    keys |= {key_of(each.act) for each in ground.acts if each.grants}
    keys |= {measure.key for found in of_theme.values() for measure in found}
    found: dict[str, list[ActKey]] = {}
    for measure in measures.in_order(map(measures.find, keys)):
        found.setdefault(measure.doc, []).append(measure.key)
    return found
