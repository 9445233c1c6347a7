"""The facts of a clause on its permanent page, in both languages, each with the words that say it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole, Citation, Instrument, Provision, Resolution, Target
from digest.pages import amounts
from digest.pages.agencies import agency_name, part_of
from digest.pages.citations import resolution
from digest.pages.evidence import KINDS, FoundEvidence, evidence
from digest.pages.frame import Link, Setting, links_for_readers
from digest.pages.names import cited_title
from digest.pages.names import number as numbered
from digest.pages.particulars import policy_title, term
from digest.pages.strings import ORIGINAL, Runs, Words, for_readers, joined, run
from digest.pages.translated import english_base
from digest.text import urls


class Detail(NamedTuple):
    """One thing said of a fact: its name, and what it is, in each language; several things of one name follow each other."""

    term: Runs
    said: tuple[Runs, ...]


class FactView(NamedTuple):
    """A fact. ``anchor`` is where the text says it; ``own`` says that the fact itself carries that anchor,
    because the text does not (the heading does). ``links`` lead to the document cited, by its name, where the site has it."""

    anchor: str
    own: bool
    name: Runs
    links: tuple[Link, ...]
    details: tuple[Detail, ...]
    quote: str


class FactGroup(NamedTuple):
    """The facts of one kind."""

    kind: str
    title: Runs
    facts: tuple[FactView, ...]


def fact_groups(setting: Setting, policy: Policy, clause: Clause, here: str) -> tuple[FactGroup, ...]:
    """All facts of a clause by kind, each kind in the order of the text."""
    found = evidence(policy.facts.get(clause.id))
    if not found:
        return ()
    maker = _Maker(setting, policy, clause, here)
    return tuple(
        FactGroup(
            kind,
            setting.words["both"][f"facts.{kind}"],
            tuple(maker.view(each) for each in found if each.kind == kind),
        )
        for kind in KINDS
        if any(each.kind == kind for each in found)
    )


class _Maker:
    """Makes the views of one clause's facts."""

    def __init__(self, setting: Setting, policy: Policy, clause: Clause, here: str) -> None:
        self._setting, self._policy, self._clause, self._here = setting, policy, clause, here
        self._terms = setting.corpus.terms

    def view(self, found: FoundEvidence) -> FactView:
        """A fact as the page shows it."""
        own = found.start >= found.end
        name, links, details = self._said(found)
        quote = "" if own else self._clause.text[found.start : found.end]
        return FactView(found.anchor, own, name, links, _gathered(details), quote)

    def _said(self, found: FoundEvidence) -> tuple[Runs, tuple[Link, ...], Iterator[Detail]]:
        match found.fact:
            case Instrument() as support:
                return self._each(lambda words: self._kind(words, support)), (), self._support(support)
            case Target() as target:
                when = "column.year" if found.kind == "statistics" else "column.due"
                return self._each(lambda words: amounts.metric(words, target)), (), self._target(target, when)
            case AgencyRole() as role:
                name = self._each(lambda words: agency_name(role, _short(words)))
                part = self._detail("column.part", lambda words: words[f"column.{part_of(role)}"])
                return name, (), iter((part,))
            case Provision() as rule:
                name = self._each(lambda words: term(self._setting, "provision", rule.kind, _short(words)))
                return name, (), iter(())
            case Citation() as citation:
                return self._citation(citation, found.row)

    def _kind(self, words: Words, fact: Instrument) -> Runs:
        return amounts.kind(words, term(self._setting, "instrument", fact.kind, _short(words)), fact)

    def _support(self, fact: Instrument) -> Iterator[Detail]:
        if fact.act == "grant":
            yield from self._given(fact)
        yield self._detail(
            "column.whom", lambda words: amounts.said_of(words, fact.recipient_en, fact.recipient_zh)
        )
        if fact.conditions_zh != fact.recipient_zh:
            yield self._detail(
                "column.conditions",
                lambda words: amounts.said_of(words, fact.conditions_en, fact.conditions_zh),
            )

    def _given(self, fact: Instrument) -> Iterator[Detail]:
        """The figures of a support."""
        base = english_base(self._policy, self._clause, fact)
        yield self._detail("column.rate", lambda words: amounts.rate(words, fact))
        yield self._detail("column.base", lambda words: amounts.rate_base(words, fact, base))
        yield self._detail("column.sum", lambda words: amounts.fixed(words, fact))
        yield self._detail("column.sum", lambda words: amounts.unit_price(words, self._terms, fact))
        yield self._detail("column.sum", lambda words: amounts.fund(words, fact))
        yield self._detail("column.per", lambda words: amounts.each_payment(words, self._terms, fact))
        for each in fact.caps:
            yield self._detail("column.cap", partial(amounts.scoped_cap, ceiling=each))
        for step in fact.steps:
            yield self._detail("column.tier", partial(amounts.whole_tier, step=step, fact=fact))
        for stage in fact.stages:
            yield self._detail("column.stage", partial(amounts.stage, step=stage, fact=fact))
        for reach in fact.thresholds:
            yield self._detail("column.reach", partial(amounts.threshold, reach=reach))
        yield self._detail("column.duration", lambda words: amounts.duration(words, fact))
        yield self._detail("column.payment", lambda words: words["amount.one_off"] if fact.one_off else ())
        for part in fact.payout:
            yield self._detail("column.payment", partial(amounts.payout, part=part))

    def _target(self, fact: Target, when: str) -> Iterator[Detail]:
        yield self._detail("column.value", lambda words: amounts.value(words, self._terms, fact))
        yield self._detail(when, lambda words: amounts.due(words, fact))
        yield self._detail("column.start", lambda words: amounts.baseline(words, self._terms, fact))
        yield self._detail("column.growth", lambda words: amounts.growth(words, fact))

    def _citation(self, fact: Citation, row: int) -> tuple[Runs, tuple[Link, ...], Iterator[Detail]]:
        slug = self._policy.meta.slug
        to = resolution(self._setting, slug, self._clause.id, row)
        if fact.kind == "own_clause":
            return self._own_clause(fact, to)
        meant = next(
            (each for each in self._setting.corpus.policies if each.meta.slug == to.resolves_to), None
        )
        number = self._detail(
            "column.number", lambda words: numbered(words, fact.number) if fact.number else ()
        )
        held = "here" if meant else "elsewhere"
        standing = self._detail(
            "column.standing",
            lambda words: joined((words[f"table.citations.{held}"], words[f"resolution.{to.reason}"]), " · "),
        )
        if meant is None:
            return self._each(lambda words: cited_title(fact, _short(words))), (), iter((number, standing))
        name = self._each(lambda words: policy_title(meant, _short(words)))
        ways = {
            each: (policy_title(meant, each), urls.policy(each, meant.meta.slug))
            for each in urls.LANGUAGES
            if meant.meta.slug != slug
        }
        return name, links_for_readers(self._here, ways), iter((number, standing))

    def _own_clause(self, fact: Citation, to: Resolution) -> tuple[Runs, tuple[Link, ...], Iterator[Detail]]:
        standing = self._detail("column.standing", lambda words: words[f"resolution.{to.reason}"])
        name, slug = run(fact.printed, "zh"), self._policy.meta.slug
        links = (
            Link(name, urls.relative(self._here, urls.clause(slug, clause)))
            for clause in (fact.resolves_to_clause,)
            if clause
        )
        return name, tuple(links), iter((standing,))

    def _detail(self, name: str, say: Callable[[Words], Runs]) -> Detail:
        said = self._each(say)
        return Detail(self._setting.words["both"][name], (said,) if said else ())

    def _each(self, say: Callable[[Words], Runs]) -> Runs:
        """What is said in each language, without the Chinese beside its English; nothing where there is nothing."""
        return for_readers(
            {
                each: tuple(part for part in say(self._setting.words[each]) if part.kind != ORIGINAL)
                for each in urls.LANGUAGES
            }
        )


def _gathered(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """The details that say something, each term once: two ceilings, or the steps of a scale, stand under one."""
    said: dict[Runs, tuple[Runs, ...]] = {}
    for each in details:
        if each.said:
            said[each.term] = (*said.get(each.term, ()), *each.said)
    return tuple(Detail(term, runs) for term, runs in said.items())


def _short(words: Words) -> str:
    """The language of some words: zh or en."""
    return words.entries[0][0]
