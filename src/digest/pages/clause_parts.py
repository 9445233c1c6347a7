"""The pages of clauses: which there are, and what each shows. What lies between policies is found for a policy at a time, so
that an edit of one text leaves the pages of most others unasked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.cite import policy_reference
from digest.model.changes import Days
from digest.model.comparison import PairComparison
from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause, Kind
from digest.model.editions import Editions
from digest.model.matches import Match
from digest.pages.clauses import ancestors, name_of
from digest.pages.compare.counterparts import KnownCounterparts, foremost, foremost_of
from digest.pages.compare.index import matches_about
from digest.pages.compare.limits import limits_of
from digest.pages.editions import editions_about, editions_of, near_editions
from digest.pages.frame import Setting
from digest.pages.linked import part_of
from digest.pages.parts import Bundle, Part, Shown
from digest.pages.permanent import TITLE, ClauseGiven, clause_page
from digest.pages.related import MOST_SIMILAR
from digest.pages.strings import plain
from digest.pages.terms import Terms, make_terms
from digest.pages.validity import phases
from digest.pages.whole import Whole
from digest.pages.wordings import differing, published
from digest.search.similar import Similar, SimilarClauses
from digest.text.pairing import wording_of

_Name = tuple[str, str]
"""A clause by its policy and id."""


class _Given(NamedTuple):
    """What the pages of a policy are made from besides its text: the ``matches`` that are about its clauses, the ``groups`` of
    those without a theme, the ``pairs`` in which it is compared, by clause those that are ``similar`` and when it changed last.
    ``stands`` is the policy of which this one is a near copy, ``copies`` are near copies of this one."""

    slug: str
    terms: Mapping[str, Terms]
    matches: tuple[Match, ...]
    groups: Mapping[Match, str]
    pairs: tuple[PairComparison, ...]
    similar: Mapping[str, tuple[Similar, ...]]
    days: Mapping[str, str]
    editions: Editions
    stands: str | None
    copies: tuple[str, ...]
    reasoned: int | None


def make_clauses(setting: Setting) -> Iterator[Bundle]:
    """One page for each clause, the same for both languages. It is made from the clause, those around it that
    it leads to, its counterparts, and the policies it cites."""
    corpus = setting.corpus
    between, terms, reasoned = _Between(corpus), make_terms(corpus.glossary), limits_of(corpus).reasoned
    for policy in corpus.policies:
        slug = policy.meta.slug
        matches, similar = between.matches.get(slug, []), between.similar(policy)
        groups = {match: between.groups[match] for match in matches if match in between.groups}
        days = {
            clause.id: day for clause in policy.document.clauses if (day := between.days.of(slug, clause.id))
        }
        given = _Given(
            slug,
            terms,
            tuple(matches),
            groups,
            tuple(between.pairs.get(slug, ())),
            similar,
            days,
            editions_about(corpus, slug),
            corpus.copies.get(slug),
            tuple(between.copies.get(slug, ())),
            reasoned,
        )
        themes = {match.theme for match in matches if match.theme}
        yield Bundle(_parts, _near(corpus, given), themes, given)


class _Between:
    """What lies between the policies of a corpus, by policy."""

    def __init__(self, corpus: Corpus) -> None:
        self.matches: dict[str, list[Match]] = {}
        for match in corpus.matches:
            self.matches.setdefault(match.a_doc, []).append(match)
            self.matches.setdefault(match.b_doc, []).append(match)
        self.pairs: dict[str, list[PairComparison]] = {}
        for pair in corpus.comparisons.pairs.values():
            self.pairs.setdefault(pair.a_doc, []).append(pair)
            self.pairs.setdefault(pair.b_doc, []).append(pair)
        self.groups = {
            tie.match: name
            for name, found in corpus.comparisons.groups.items()
            for group in found.groups
            for tie in group.ties
        }
        self.copies: dict[str, list[str]] = {}
        for copy, stands in corpus.copies.items():
            self.copies.setdefault(stands, []).append(copy)
        self.days: Days = corpus.changes.days()
        single = [policy for policy in corpus.policies if policy.meta.slug not in corpus.copies]
        self._similar = SimilarClauses(single, corpus.editions)

    def similar(self, policy: Policy) -> Mapping[str, tuple[Similar, ...]]:
        """For each clause of a policy the most similar ones that are no counterparts of it."""
        slug = policy.meta.slug
        beside: dict[_Name, set[_Name]] = {}
        for match in self.matches.get(slug, ()):
            for name, other in _both_ways(match):
                beside.setdefault(name, set()).add(other)
        found: dict[str, tuple[Similar, ...]] = {}
        for clause in policy.document.clauses:
            alike, known = self._similar.of((slug, clause.id)), beside.get((slug, clause.id), ())
            others = [each for each in alike if each.name not in known][:MOST_SIMILAR]
            if others:
                found[clause.id] = tuple(others)
        return found


def _both_ways(match: Match) -> tuple[tuple[_Name, _Name], tuple[_Name, _Name]]:
    """Each of the clauses of a match, with the other."""
    one, other = (match.a_doc, match.a_clause), (match.b_doc, match.b_clause)
    return (one, other), (other, one)


def _near(corpus: Corpus, given: _Given) -> set[str]:
    """The policies that the pages of one name: it, and those with clauses beside its own, that it cites, that stand for it, and
    its editions."""
    cited = corpus.resolutions.get(given.slug, {}).values()
    return {
        given.slug,
        *(doc for match in given.matches for doc in (match.a_doc, match.b_doc)),
        *(each.name[0] for found in given.similar.values() for each in found),
        *(to.resolves_to for found in cited for to in found if to.resolves_to),
        *([given.stands] if given.stands else []),
        *editions_of(corpus, given.slug),
    }


def _parts(setting: Setting, given: _Given) -> Iterator[Part]:
    """A part for each clause of a policy."""
    slug, corpus = given.slug, replace(setting.corpus, editions=given.editions)
    policy = next(each for each in corpus.policies if each.meta.slug == slug)
    clauses, around = policy.document.clauses, _Around(policy.document.clauses)
    index, measures = matches_about(given.matches), foremost_of(given.pairs)
    pairs = {doc for pair in given.pairs for doc in (pair.a_doc, pair.b_doc)}
    reference, parts = policy_reference(corpus, policy), part_of(setting, policy)
    whole = Whole(slug, given.terms, reference, parts, phases(setting, policy, "both"))
    wordings = published(policy.ledger)
    titles = [plain(name_of(setting, policy, each, "zh", TITLE)) for each in clauses]
    often = Counter(titles)
    for clause, title in zip(clauses, titles, strict=True):
        near: dict[str, set[str]] = {slug: {each.id for each in around.of(clause)}}
        about = index.get((slug, clause.id), ())
        copies = {doc for doc, _ in _clauses_of(about) if doc in given.copies}
        matches, left = foremost(corpus, slug, about, copies)
        corresponding, others = _clauses_of(matches), given.similar.get(clause.id, ())
        for doc, name in (*sorted(corresponding), *(each.name for each in others)):
            near.setdefault(doc, set()).add(name)
        for to in corpus.resolutions.get(slug, {}).get(clause.id, ()):
            if to.resolves_to:
                near.setdefault(to.resolves_to, set())
        themes = {match.theme for match in matches if match.theme}
        editions, named = near_editions(corpus, slug, clause.id)
        for doc, names in named.items():
            near.setdefault(doc, set()).update(names)
        stands = given.stands if clause.kind is not Kind.FRONT else None
        if stands:
            near.setdefault(stands, set())
        ours = {match: given.groups[match] for match in matches if match in given.groups}
        paired = tuple(doc for doc in sorted({doc for doc, _ in corresponding} - {slug}) if doc in pairs)
        told = {match: measures[match] for match in matches if match in measures}
        beside = KnownCounterparts(ours, paired, tuple(sorted(copies)), given.reasoned, told)
        page = ClauseGiven(
            whole,
            clause.id,
            others,
            beside,
            stands,
            left,
            differing(wordings.get(clause.id, ()), wording_of(clause)),
            given.days.get(clause.id, ""),
            often[title] > 1,
        )
        yield Part(clause_page, Shown(near, matches, themes, editions), page)


def _clauses_of(matches: Iterable[Match]) -> set[_Name]:
    """The clauses of some matches."""
    return {name for match in matches for name, _ in _both_ways(match)}


class _Around:
    """Finds the clauses that the page of a clause names."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._by_id = {clause.id: clause for clause in clauses}
        self._parts: dict[str | None, list[Clause]] = {}
        for clause in clauses:
            self._parts.setdefault(clause.parent, []).append(clause)

    def of(self, clause: Clause) -> Iterator[Clause]:
        """The clause, its neighbours in reading order, those above it and its parts."""
        yield from self._clauses[max(0, clause.order - 1) : clause.order + 2]
        yield from ancestors(self._by_id, clause)
        yield from self._parts.get(clause.id, ())
