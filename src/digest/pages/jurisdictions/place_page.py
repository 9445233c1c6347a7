"""The page of a jurisdiction: what it offers, the largest sums first; what it aims for; who answers for it; its policies; its
place among others, and what it can be compared with."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from digest.model.corpus import Corpus, Jurisdiction, Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole, Instrument, Target
from digest.model.page import Page
from digest.pages import amounts
from digest.pages.agencies import agency_name
from digest.pages.bases import PAID, basis_of
from digest.pages.clauses import name_of
from digest.pages.compare.briefs import brief
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.naming import apart
from digest.pages.editions import Edition, editions_of, notices
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.feeds import feed_links, place_feed
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.jurisdictions.places import Numbers, PlaceNode, chain_of
from digest.pages.jurisdictions.tree_page import SECTION
from digest.pages.particulars import date, place_name, policy_title, short_title, term
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.pictures.scale import share
from digest.pages.pictures.timeline import Timeline
from digest.pages.policy_times import policy_times
from digest.pages.provisions import rules_of
from digest.pages.strings import Runs, joined, plain, run, translated
from digest.pages.translated import english_of
from digest.pages.validity import Phases, phases
from digest.text import urls

MOST_SUPPORTS = MOST_TARGETS = 12
LEAST_SUPPORTS = 5
MOST_AGENCIES = 8
MOST_POLICIES = 30
MOST_BESIDE = 12
MOST_BELOW = 200
MOST_NAMED = 30
FEW = 3
"""So many of each are listed, supports without a figure only where there are few with one; the tables and lists of the site have
all. A few policies are shown before what they offer."""


class Counted(NamedTuple):
    """A place with what its policies, and those of the places below it, have."""

    place: Jurisdiction
    numbers: Numbers


class _Given(NamedTuple):
    """Which place, those above it (the highest first) and below it, its policies, and the policies that these are compared with,
    each with the number of measures that correspond. ``named`` are the slugs and clauses of texts of places above that name it."""

    node: PlaceNode
    above: tuple[Jurisdiction, ...]
    below: tuple[Counted, ...]
    beside: tuple[tuple[str, str, int], ...]
    named: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A support: how much of it at most, its ``share`` of the largest one on the same basis (empty for what is no sum), all of it in a few
    words, who receives it, and the clause that grants it. The policy and its validity are left out where the place has one policy."""

    figure: Link | None
    share: str
    said: Runs
    whom: Runs
    clause: Link
    document: Link | None
    validity: Phases


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target: by when, how much, of what, and from where."""

    due: Runs
    value: Link | None
    metric: Link
    start: Runs
    validity: Phases


class PolicyLine(NamedTuple):
    """A policy of the place, with what it is and what it has. ``later`` are the texts that supersede it."""

    title: Link
    validity: Phases
    later: tuple[Edition, ...]
    facts: tuple[Runs, ...]


class CountedLink(NamedTuple):
    """The way to something, and how much there is."""

    link: Link
    numbers: tuple[Runs, ...]


class Listed(NamedTuple):
    """A list that does not hold all: ``rest`` leads to the others, where there are more."""

    lines: tuple[SupportLine | TargetLine | PolicyLine | CountedLink, ...]
    rest: Link | None


class PlacePage(NamedTuple):
    """What jurisdiction.html receives. ``numbers`` count what its own policies have; where it has none, ``whole`` counts what there
    is below it. A ``few`` policies are shown before what they offer, else after it."""

    frame: Frame
    style: str
    title: Runs
    level: Runs
    numbers: tuple[Link, ...]
    whole: Runs
    few: bool
    supports: Listed
    targets: Listed
    agencies: Listed
    rules: Listed
    named: Listed
    policies: Listed
    times: Timeline | None
    below: Listed
    beside: Listed


def make_place_pages(setting: Setting, nodes: Mapping[str, PlaceNode]) -> Iterator[Part]:
    """The page of each place in each language, made from the clauses of its policies that have facts."""
    corpus = setting.corpus
    known = with_facts(corpus, "instruments", "targets", "agencies", "provisions", "areas")
    beside, named = _compared(corpus), _naming(corpus)
    for node in nodes.values():
        compared = tuple(
            sorted(
                (each for slug in node.policies for each in beside.get(slug, ())),
                key=lambda each: (-each[2], each),
            )[:MOST_BESIDE]
        )
        shown: dict[str, Sequence[str]] = {each: () for _, other, _ in compared for each in (other,)}
        shown |= {each: () for slug in node.policies for each in editions_of(corpus, slug)}
        shown |= {slug: tuple(known[slug]) for slug in node.policies}
        found = named.get(node.place.code, ())[:MOST_NAMED]
        for slug, clause in found:
            shown[slug] = tuple(dict.fromkeys((*shown.get(slug, ()), clause)))
        above = tuple(reversed(tuple(chain_of(corpus, node.place.code))[1:]))
        below = tuple(Counted(nodes[code].place, nodes[code].whole) for code in node.below)
        yield Part(_pages, Shown(shown), _Given(node, above, below, compared, found))


def _compared(corpus: Corpus) -> Mapping[str, list[tuple[str, str, int]]]:
    """By slug the policies that a policy is compared with, and how many measures correspond."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for (a, b), pair in corpus.comparisons.pairs.items():
        if pair.aligned:
            for own, other in ((a, b), (b, a)):
                found.setdefault(own, []).append((own, other, len(pair.aligned)))
    return found


def _naming(corpus: Corpus) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By code the clauses of texts of places above that name a place."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for policy in corpus.policies:
        for clause in policy.document.clauses:
            facts = policy.facts.get(clause.id)
            for area in facts.areas if facts else ():
                found.setdefault(area.code, {})[policy.meta.slug, clause.id] = None
    return {code: tuple(clauses) for code, clauses in found.items()}


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    policies = {policy.meta.slug: policy for policy in setting.corpus.policies}
    own = tuple(policies[slug] for slug in given.node.policies)
    for language in urls.LANGUAGES:
        yield _Maker(setting, language, given, own).page()


class _Maker:
    """Makes the page of a place in one language."""

    def __init__(self, setting: Setting, language: str, given: _Given, own: Sequence[Policy]) -> None:
        self._setting, self._language, self._given, self._own = setting, language, given, own
        self._words = setting.words[language]
        self._terms = setting.corpus.terms
        self._code = given.node.place.code
        self._here = urls.place(language, self._code)
        self._context = ComparisonContext(setting, language, self._here)

    def page(self) -> Page:
        """The page."""
        words, language, node = self._words, self._language, self._given.node
        at = page_location(language, lambda each: urls.place(each, self._code), SECTION)
        title = place_name(node.place, language)
        trail = (
            self._link(words["frame.home"], urls.home(language)),
            self._link(words["jurisdictions.title"], urls.section(language, SECTION)),
            *(self._place(each) for each in self._given.above[1:]),
        )
        numbers = node.own.said(words) or node.whole.said(words)
        about = words.plain(
            "jurisdictions.about",
            place=plain(title),
            numbers=plain(joined(numbers, words.plain("compare.comma"))),
        )
        frame = make_frame(setting=self._setting, at=at, title=title, trail=trail, description=about)
        feeds = (
            feed_links(self._setting, (place_feed(self._code),), (language,), self._here) if self._own else ()
        )
        value = PlacePage(
            frame=frame._replace(feeds=feeds),
            style=urls.relative(self._here, urls.asset("front.css")),
            title=title,
            level=words[f"level.{node.place.level}"],
            numbers=tuple(self._numbers(node.own)),
            whole=words.weave(
                "jurisdictions.whole", numbers=joined(node.whole.said(words), words.plain("home.comma"))
            )
            if not self._own
            else (),
            few=len(self._own) <= FEW,
            supports=self._supports(),
            targets=self._targets(),
            agencies=self._agencies(),
            rules=self._rules(),
            named=self._named(),
            policies=self._policies(),
            times=policy_times(self._setting, self._own, language, self._here),
            below=self._below(),
            beside=self._beside(),
        )
        return Page(self._here, "jurisdiction.html", value)

    def _numbers(self, own: Numbers) -> Iterator[Link]:
        """What the policies have, as far as it was recognised, each the way to all of it."""
        for kind, number in own._asdict().items():
            if number:
                said = self._words.count(kind, number)
                known = (
                    said if kind == "policies" else self._words.weave("jurisdictions.recognised", number=said)
                )
                yield self._all(kind, known)

    def _supports(self) -> Listed:
        """The supports with a sum for one recipient, the largest first; then funds, shares, and those without a figure."""
        found = [
            (policy, clause, each.anchor, each.fact)
            for policy in self._own
            for clause, each in of_kind(policy, "instruments")
            if isinstance(each.fact, Instrument) and each.fact.act == "grant"
        ]
        ranked = sorted(found, key=lambda each: basis_of(each[-1]).rank)
        stated = sum(basis_of(each[-1]).name != "none" for each in ranked)
        shown = ranked[: max(min(stated, MOST_SUPPORTS), LEAST_SUPPORTS)]
        largest = {
            basis.name: basis.figure or 0 for basis in map(basis_of, (each[-1] for each in reversed(shown)))
        }
        return self._listed("instruments", tuple(self._support(largest, *each) for each in shown), len(found))

    def _support(
        self, largest: Mapping[str, float], policy: Policy, clause: Clause, anchor: str, fact: Instrument
    ) -> SupportLine:
        slug = policy.meta.slug
        there = evidence_link(self._here, slug, clause.id, anchor)
        sums = amounts.sums(self._words, self._terms, fact)
        basis = basis_of(fact)
        figure = sums[0] if sums else amounts.rate(self._words, fact)
        paid = basis.figure if basis.name in PAID else None
        if paid is not None:
            sign = "<=" if fact.caps or fact.tiers else fact.amount_comparator
            figure = amounts.money(self._words, paid, sign, currency="CNY")
        return SupportLine(
            Link(figure, there) if figure else None,
            "" if paid is None else share(paid, 0, largest[basis.name]),
            brief(self._words, self._terms, fact),
            amounts.said_of(self._words, fact.recipient_en, fact.recipient_zh),
            Link(name_of(self._setting, policy, clause, self._language), there),
            self._document(policy) if len(self._own) > 1 else None,
            self._validity(policy),
        )

    def _targets(self) -> Listed:
        """The targets with a figure, by their year; then the others."""
        found = [
            (policy, clause, each.anchor, each.fact)
            for policy in self._own
            for clause, each in of_kind(policy, "targets")
            if isinstance(each.fact, Target)
        ]
        shown = sorted(found, key=lambda each: _when(each[-1]))[:MOST_TARGETS]
        return self._listed("targets", tuple(self._target(*each) for each in shown), len(found))

    def _target(self, policy: Policy, clause: Clause, anchor: str, fact: Target) -> TargetLine:
        there = evidence_link(self._here, policy.meta.slug, clause.id, anchor)
        english = fact.metric_en or english_of(policy, clause, fact)
        value = amounts.value(self._words, self._terms, fact)
        return TargetLine(
            amounts.due(self._words, fact),
            Link(value, there) if value else None,
            Link(translated(english, fact.metric_zh, self._language), there),
            amounts.baseline(self._words, self._terms, fact),
            self._validity(policy),
        )

    def _agencies(self) -> Listed:
        """The agencies that lead most, and those that most clauses name."""
        number: dict[str, int] = {}
        leads = Counter[str]()
        roles: dict[str, AgencyRole] = {}
        for policy in self._own:
            for facts in policy.facts.values():
                named = {role.name_zh: role for role in facts.agencies}
                leads.update({role.name_zh for role in facts.agencies if role.role == "lead"})
                roles |= named
                for name in named:
                    number[name] = number.get(name, 0) + 1
        most = sorted(number, key=lambda name: (-leads[name], -number[name], name))
        lines = tuple(
            CountedLink(
                self._all("agencies", agency_name(roles[name], self._language)),
                (self._words.count("clauses", number[name]), *self._part(leads[name])),
            )
            for name in most[:MOST_AGENCIES]
        )
        return self._listed("agencies", lines, len(most))

    def _part(self, leads: int) -> tuple[Runs, ...]:
        return (self._words.fill("jurisdictions.leads", number=leads),) if leads else ()

    def _named(self) -> Listed:
        """What the texts of places above say of this one, in their words."""
        policies = {policy.meta.slug: policy for policy in self._setting.corpus.policies}
        lines = []
        for slug, name in self._given.named:
            policy, clause = policies[slug], policies[slug].document.clause(name)
            said = tuple(
                translated(
                    english_of(policy, clause, area) if self._language == "en" else None,
                    area.evidence,
                    self._language,
                )
                for area in policy.facts[name].areas
                if area.code == self._code
            )
            title = joined(
                (short_title(policy, self._language), name_of(self._setting, policy, clause, self._language)),
                " · ",
            )
            lines.append(CountedLink(self._link(title, urls.clause(slug, name)), said))
        return Listed(tuple(lines), None)

    def _rules(self) -> Listed:
        """What the texts say of their own use, kind by kind; and which places below they name."""
        found = rules_of(self._setting, self._own, self._language, self._here, self._code)
        lines = [CountedLink(way, said) for way, said in found]
        facts = (each for policy in self._own for each in policy.facts.values())
        areas = {area.code: area for each in facts for area in each.areas}
        if areas:
            table = urls.relative(self._here, urls.section(self._language, "agencies"), "areas")
            way = Link(self._words["table.areas.title"], table)
            names = (area.name_zh if self._language == "zh" else area.name_en for area in areas.values())
            lines.append(CountedLink(way, tuple(run(name, self._language) for name in names)))
        return Listed(tuple(lines), None)

    def _policies(self) -> Listed:
        lines = tuple(self._policy(policy) for policy in self._own[:MOST_POLICIES])
        return self._listed("policies", lines, len(self._own))

    def _policy(self, policy: Policy) -> PolicyLine:
        meta, words, language = policy.meta, self._words, self._language
        made = meta.made if meta.made.value else meta.published
        day = date(made.value, language) if made.value else ()
        if made.value and made.basis in ("inferred", "external"):
            day += words.fill("policy.in_brackets", text=words.plain(f"policy.{made.basis}"))
        genre = term(self._setting, "genre", meta.genre.value, language) if meta.genre.value else ()
        later = (
            each
            for notice in notices(self._setting, policy, (language,), self._here)
            for each in notice.later
        )
        return PolicyLine(
            self._document(policy),
            phases(self._setting, policy, language),
            tuple(later),
            tuple(filter(None, (genre, day))),
        )

    def _below(self) -> Listed:
        lines = tuple(
            CountedLink(self._place(each.place), each.numbers.said(self._words))
            for each in self._given.below[:MOST_BELOW]
        )
        more = len(self._given.below) - len(lines)
        rest = (
            self._link(self._words.count("more_places_below", more), urls.section(self._language, SECTION))
            if more
            else None
        )
        return Listed(lines, rest)

    def _beside(self) -> Listed:
        """The policies of other places that correspond most, each beside the one of this place, which is named where there are
        several."""
        corpus = self._setting.corpus
        policies = {policy.meta.slug: policy for policy in corpus.policies}
        given = [(policies[own], policies[other], number) for own, other, number in self._given.beside]
        names = apart(self._context, (other for _, other, _ in given))
        several = len(self._own) > 1
        lines = tuple(
            CountedLink(
                self._link(names[other.meta.slug], urls.pair(self._language, own.meta.slug, other.meta.slug)),
                (
                    self._words.count("comparable_measures", number),
                    *((policy_title(own, self._language),) if several else ()),
                ),
            )
            for own, other, number in given
        )
        return Listed(lines, None)

    def _listed(
        self, kind: str, lines: tuple[SupportLine | TargetLine | PolicyLine | CountedLink, ...], total: int
    ) -> Listed:
        """A list, and the way to the table that has all of the kind."""
        rest = self._all(kind, self._words.fill(f"jurisdictions.all_{kind}", number=f"{total:,}"))
        return Listed(lines, rest if total > len(lines) else None)

    def _all(self, kind: str, text: Runs) -> Link:
        """The way to the table of a kind, sifted by the place where it can be."""
        there = urls.relative(self._here, urls.section(self._language, kind))
        return Link(text, f"{there}?place={self._code}")

    def _validity(self, policy: Policy) -> Phases:
        """Whether a policy can be relied on, where it is not said above of the only one."""
        return phases(self._setting, policy, self._language) if len(self._own) > 1 else ()

    def _document(self, policy: Policy) -> Link:
        return self._link(policy_title(policy, self._language), urls.policy(self._language, policy.meta.slug))

    def _place(self, place: Jurisdiction) -> Link:
        return self._link(place_name(place, self._language), urls.place(self._language, place.code))

    def _link(self, text: Runs, there: str) -> Link:
        return Link(text, urls.relative(self._here, there))


def _when(fact: Target) -> tuple[bool, bool, int]:
    """By year; without a figure last, without a year after those with one."""
    return fact.value is None or not isfinite(fact.value), fact.year is None, fact.year or 0
