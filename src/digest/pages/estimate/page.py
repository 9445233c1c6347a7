"""The page on which a firm sees what it could get: a figure in, and out comes what each support would pay for it.

Without a script it is a table of what can be computed, and how. Sums of several supports are never added.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Instrument, Provision
from digest.model.formulas import REASONS, Formula, Quantity, Uncounted, amount_of
from digest.model.page import Page
from digest.model.vocabulary import EstimateWords
from digest.pages import amounts, figures
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import name_of as clause_name
from digest.pages.estimate.inputs import Input, make_inputs, name_of
from digest.pages.evidence import FoundEvidence, evidence_link, of_kind
from digest.pages.figures import compared, ends_of
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.instruments import lacking
from digest.pages.particulars import place_chain, place_name, short_title, term
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.prose import shortened
from digest.pages.provisions import sentence_of
from digest.pages.strings import Runs, Words, plain, run
from digest.pages.translated import english_base, english_of
from digest.pages.validity import Phases, phases, state_name
from digest.text import urls

MOST = 300
"""So many supports are listed, of each input those with the highest ceilings first; further ones are counted."""


FIRST = 6
"""So many inputs are shown at once; further ones are folded."""


OPEN = 20
"""So many supports that need no figure are shown at once; more are folded."""


class Choice(NamedTuple):
    """A place or a state to choose, by its code."""

    code: str
    name: str


class Estimate(NamedTuple):
    """A support with its formula. ``asks`` names the input that it is computed from, empty where it needs none; then
    ``result`` is what it pays. ``steps`` and ``caps`` are those of the formula (JSON), and ``said`` is how the sum is said, with
    ``{figure}`` in its place. ``lines`` say how it is computed, ``who`` for whom and under which conditions."""

    place: Choice
    clause: Link
    document: Runs
    validity: Phases
    kind: Runs
    lines: tuple[Runs, ...]
    who: tuple[Runs, ...]
    asks: str
    steps: str
    caps: str
    said: str
    result: Runs


class EstimatePage(NamedTuple):
    """What estimate.html receives. Of the inputs ``others`` are folded; ``computed`` supports need one, ``fixed`` ones need none;
    where these are many, ``folded`` says how many. ``more`` says how many supports are not listed, ``uncounted`` how many have no
    formula, and why; ``rules`` are what the policies say about combining supports. ``supports`` and ``quality`` lead to other pages."""

    frame: Frame
    style: str
    script: str
    first: tuple[Input, ...]
    others: tuple[Input, ...]
    places: tuple[Choice, ...]
    states: tuple[Choice, ...]
    computed: tuple[Estimate, ...]
    fixed: tuple[Estimate, ...]
    folded: Runs
    more: Runs
    uncounted: tuple[Runs, ...]
    rules: tuple[Link, ...]
    supports: str
    quality: str


class _Found(NamedTuple):
    """A support where it was found, with its formula."""

    policy: Policy
    clause: Clause
    evidence: FoundEvidence
    fact: Instrument
    formula: Formula


def make_estimate(setting: Setting) -> Iterator[Part]:
    """The page in each language. Policies that others supersede are left out: nobody gets their support any more."""
    corpus, words = setting.corpus, setting.corpus.estimate
    facts, rules = with_facts(corpus, "instruments"), with_facts(corpus, "provisions")
    shown = Shown({slug: {*facts[slug], *rules[slug]} for slug in facts if facts[slug]})
    yield from (Part(_pages, shown, (language, words)) for language in urls.LANGUAGES)


def _pages(setting: Setting, given: tuple[str, EstimateWords]) -> Iterator[Page]:
    language, list_ = given
    at = page_location(language, lambda each: urls.section(each, "estimate"), "estimate")
    words = setting.words[language]
    found, uncounted = _supports(setting)
    kept = _foremost(list_, found)
    computed = [each for each in kept if each.formula.asks]
    fixed = [each for each in kept if not each.formula.asks]
    inputs = make_inputs(list_, _asked(computed, language), words, setting.corpus.terms, language)
    rank = {each.name: at for at, each in enumerate(inputs)}
    rows = [_row(setting, language, list_, each) for each in computed]
    rows.sort(key=lambda row: rank[row.asks])
    still = tuple(_row(setting, language, list_, each) for each in fixed)
    title = words["estimate.title"]
    value = EstimatePage(
        frame=make_frame(
            setting,
            at,
            title,
            trail=(Link(words["frame.home"], urls.relative(at.path, urls.home(language))),),
            description=words.plain("estimate.about"),
        ),
        style=urls.relative(at.path, urls.asset("estimate.css")),
        script=urls.relative(at.path, urls.asset("estimate.js")),
        first=inputs[:FIRST],
        others=inputs[FIRST:],
        places=tuple(dict.fromkeys(row.place for row in (*rows, *still))),
        states=tuple(
            Choice(state, plain(state_name(setting, state, language)))
            for state in dict.fromkeys(phase.state for row in (*rows, *still) for phase in row.validity)
        ),
        computed=tuple(rows),
        fixed=still,
        folded=words.count("estimated", len(still)) if len(still) > OPEN else (),
        more=words.count("estimates_more", len(found) - len(kept)) if len(found) > len(kept) else (),
        uncounted=tuple(
            words.fill(f"estimate.not.{reason}", count=plain(words.count("estimated", uncounted[reason])))
            for reason in REASONS
            if uncounted[reason]
        ),
        rules=tuple(_rules(setting, language)),
        supports=urls.relative(at.path, urls.section(language, "instruments")),
        quality=urls.relative(at.path, urls.section(language, "quality")),
    )
    yield Page(at.path, "estimate.html", value)


def _supports(setting: Setting) -> tuple[list[_Found], Mapping[str, int]]:
    """The supports that have a formula, and how many have none, by reason."""
    found: list[_Found] = []
    uncounted: Counter[str] = Counter()
    for policy in in_place_order(setting.corpus):
        if setting.corpus.validity_of(policy.meta.slug).by:
            continue
        for clause, each in of_kind(policy, "instruments"):
            fact = each.fact
            if not isinstance(fact, Instrument):
                continue
            if isinstance(fact.formula, Formula):
                found.append(_Found(policy, clause, each, fact, fact.formula))
            elif isinstance(fact.formula, Uncounted):
                uncounted[fact.formula.reason] += 1
    return found, uncounted


def _foremost(list_: EstimateWords, found: Sequence[_Found]) -> list[_Found]:
    """The supports to list, by their ceilings: all, or as many for each input."""
    number, ranked = Counter[str](), list[tuple[int, _Found]]()
    for each in sorted(found, key=lambda each: -_ceiling(each.formula)):
        name = _asks(list_, each.formula)
        ranked.append((number[name], each))
        number[name] += 1
    ranked.sort(key=lambda each: each[0])
    return sorted((each for _, each in ranked[:MOST]), key=lambda each: -_ceiling(each.formula))


def _asks(list_: EstimateWords, formula: Formula) -> str:
    """The name of the input that a formula needs; empty where it needs none."""
    return name_of(list_, formula.asks) if formula.asks else ""


def _ceiling(formula: Formula) -> float:
    """The most that is paid, whatever is filled in."""
    if formula.caps is not None:
        return formula.caps[1]
    return max(inf if step.factor_high else step.fixed_high for step in formula.steps)


def _asked(found: Sequence[_Found], language: str) -> Iterator[tuple[Quantity, str | None]]:
    for each in found:
        if each.formula.asks:
            english = english_base(each.policy, each.clause, each.fact) if language == "en" else None
            yield each.formula.asks, english


def _row(setting: Setting, language: str, list_: EstimateWords, found: _Found) -> Estimate:
    policy, clause, evidence, fact, formula = found
    words, here, slug = setting.words[language], urls.section(language, "estimate"), policy.meta.slug
    chain = place_chain(setting, policy.meta.jurisdiction.value or "")
    name = place_name(chain[-1], language) if chain else words["policy.unknown"]
    still = None if formula.asks else amount_of(formula, 0)
    return Estimate(
        place=Choice(chain[-1].code if chain else "none", plain(name)),
        clause=Link(
            clause_name(setting, policy, clause, language),
            evidence_link(here, slug, clause.id, evidence.anchor),
        ),
        document=short_title(policy, language),
        validity=phases(setting, policy, language),
        kind=term(setting, "instrument", fact.kind, language),
        lines=tuple(_lines(setting, words, language, found)),
        who=tuple(_who(words, language, found)),
        asks=_asks(list_, formula),
        steps=json.dumps(formula.steps),
        caps=json.dumps(formula.caps),
        said=plain(compared(words, formula.comparator, "{figure}")),
        result=_sum(words, formula.comparator, still) if still else (),
    )


def _sum(words: Words, comparator: str | None, ends: tuple[int, int]) -> Runs:
    """What is paid, or the least and the most of it."""
    low, high = ends
    return compared(
        words, comparator, figures.money(words, ends_of(low, None if low == high else high), "CNY")
    )


def _lines(setting: Setting, words: Words, language: str, found: _Found) -> Iterator[Runs]:
    """How a support is computed, as its text has it."""
    policy, clause, _, fact, formula = found
    if fact.rate_percent is not None:
        english = english_base(policy, clause, fact)
        base = amounts.rate_base(words, fact, english if language == "en" else None)
        yield words.weave("estimate.share", rate=amounts.rate(words, fact), base=base)
    if fact.unit_amount_yuan is not None:
        price = amounts.unit_price(words, setting.corpus.terms, fact)
        yield (
            words.weave("estimate.times_a_year", price=price, times=str(formula.times))
            if formula.times > 1
            else price
        )
        if fact.rate_base_zh:
            yield amounts.rate_base(words, fact, fact.rate_base_en)
    yield from (each for each in (amounts.fixed(words, fact),) if each)
    yield from (amounts.whole_tier(words, step, fact) for step in fact.steps)
    yield from (amounts.stage(words, step, fact) for step in fact.stages)
    if not any((fact.rate_percent, fact.unit_amount_yuan, fact.fixed_yuan, fact.tiers, fact.stages)):
        yield words["estimate.ceiling"]
    yield from (amounts.scoped_cap(words, cap) for cap in fact.caps)
    said = (amounts.each_payment(words, setting.corpus.terms, fact), amounts.duration(words, fact))
    yield from (each for each in said if each)


def _who(words: Words, language: str, found: _Found) -> Iterator[Runs]:
    """For whom and under which conditions, in the words of the text or of its translation."""
    policy, clause, _, fact, _ = found
    if language == "en" and lacking(fact) and (english := english_of(policy, clause, fact)):
        yield run(shortened(english, _LONG), "en")
        return
    said = fact.conditions_zh if fact.conditions_zh != fact.recipient_zh else None
    named = not said or not said.startswith(fact.recipient_zh or "")
    lines = [
        amounts.said_of(words, fact.recipient_en, fact.recipient_zh) if named else (),
        amounts.said_of(words, fact.conditions_en, said),
        *(() if said else (amounts.threshold(words, each) for each in fact.thresholds)),
    ]
    yield from (line for line in lines if line)


_LONG = 240
"""Code points of the sentences that a row shows of a translation."""


def _rules(setting: Setting, language: str) -> Iterator[Link]:
    """What the policies say about combining supports."""
    here, words = urls.section(language, "estimate"), setting.words[language]
    for policy in in_place_order(setting.corpus):
        if setting.corpus.validity_of(policy.meta.slug).by:
            continue
        for clause, each in of_kind(policy, "provisions"):
            if isinstance(each.fact, Provision) and each.fact.kind == "combining":
                name = words.weave(
                    "estimate.rule",
                    policy=short_title(policy, language),
                    said=sentence_of(policy, clause, each.fact, language),
                )
                yield Link(name, evidence_link(here, policy.meta.slug, clause.id, each.anchor))
