"""The table of supports: what each clause grants, how much of what, up to which ceiling, for whom."""

from collections.abc import Iterator

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Instrument
from digest.model.page import Page
from digest.pages import amounts
from digest.pages.catalogue import in_place_order
from digest.pages.evidence import FoundEvidence, of_kind
from digest.pages.frame import Setting
from digest.pages.listing import (
    Cell,
    Choice,
    Line,
    RowDraft,
    TableContext,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.names import drafted
from digest.pages.particulars import term
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.prose import shortened
from digest.pages.strings import plain, run
from digest.pages.translated import english_base, english_of
from digest.text import urls

COLUMNS = ("clause", "place", "kind", "rate", "sum", "recipient")


def make_instruments(setting: Setting) -> Iterator[Part]:
    """The table of supports in each language; those that are ended come last."""
    shown = Shown(with_facts(setting.corpus, "instruments"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, "instruments")
    supports = (
        (policy, clause, found, found.fact)
        for policy in in_place_order(setting.corpus)
        for clause, found in of_kind(policy, "instruments")
        if isinstance(found.fact, Instrument)
    )
    rows = (_row(context, *each) for each in sorted(supports, key=lambda each: each[-1].act != "grant"))
    table = make_listing(context, "instruments", COLUMNS, ("rate", "sum"), rows)
    yield from make_listing_pages(context, (table,), {"instruments": "instruments"})


def _row(
    context: TableContext, policy: Policy, clause: Clause, found: FoundEvidence, fact: Instrument
) -> RowDraft:
    place, where = context.place(policy)
    kind = term(context.setting, "instrument", fact.kind, context.language)
    ends = context.words["amount.repeal"]
    granted, nothing = fact.act == "grant", Cell((), key="")
    return RowDraft(
        (
            context.clause(policy, clause, found.anchor),
            place,
            text_cell(kind) if granted else text_cell(ends, kind),
            *(
                (_rate(context, policy, clause, fact), _sums(context, fact))
                if granted
                else (nothing, nothing)
            ),
            _whom(context, policy, clause, fact),
        ),
        {
            "place": (where,),
            "status": context.states(policy),
            "kind": (Choice(fact.kind, plain(kind)) if granted else Choice(fact.act, plain(ends)),),
        },
    )


def _rate(context: TableContext, policy: Policy, clause: Clause, fact: Instrument) -> Cell:
    base = amounts.rate_base(context.words, fact, english_base(policy, clause, fact))
    share = fact.rate_percent if fact.rate_unit == "percent" else None
    key = "" if share is None else f"{share:g}"
    return Cell(text_cell(amounts.rate(context.words, fact), base).lines, key=key)


def _sums(context: TableContext, fact: Instrument) -> Cell:
    """All that is paid, to sort by the largest sum in yuan."""
    words, terms = context.words, context.setting.corpus.terms
    ceilings = [(amounts.cap(words, each), amounts.scope(words, each)) for each in fact.caps]
    steps = [(much, who) for who, much in (amounts.tier(words, each, fact) for each in amounts.steps(fact))]
    said = [
        words["amount.one_off"] if fact.one_off else (),
        *(amounts.payout(words, each) for each in fact.payout),
        amounts.duration(words, fact),
    ]
    lines = [
        *(Line(each) for each in amounts.sums(words, terms, fact)),
        *(Line(each) for each in (amounts.stage(words, stage, fact) for stage in fact.stages)),
        *(Line(each, quiet=True) for each in (amounts.each_payment(words, terms, fact),) if each),
        *(Line(text, quiet=at > 0) for pair in (*ceilings, *steps) for at, text in enumerate(pair) if text),
        *(Line(text, quiet=True) for text in said if text),
    ]
    largest = amounts.largest(fact)
    return Cell(tuple(lines), key="" if largest is None else f"{largest:.15g}")


def _whom(context: TableContext, policy: Policy, clause: Clause, fact: Instrument) -> Cell:
    """Who gets a support on which conditions. Where these have no English yet, the sentences of the translation that hold
    them, as far as they are plain to see."""
    words = context.words
    if context.language == "en" and lacking(fact) and (english := english_of(policy, clause, fact)):
        beginning = shortened(english, _LONG)
        return Cell((Line(run(english, "en")),), fold=run(beginning, "en") if beginning != english else None)
    said = fact.conditions_zh if fact.conditions_zh != fact.recipient_zh else None
    return text_cell(
        amounts.said_of(words, fact.recipient_en, fact.recipient_zh),
        amounts.said_of(words, fact.conditions_en, said),
        *(() if said else (amounts.threshold(words, each) for each in fact.thresholds)),
        drafted(words) if context.language == "en" and fact.english == "machine" else (),
    )


def lacking(fact: Instrument) -> bool:
    """Whether the recipients or the conditions of a support have no English."""
    return bool(
        (fact.recipient_zh and not fact.recipient_en) or (fact.conditions_zh and not fact.conditions_en)
    )


_LONG = 120
"""Code points of the longest sentence that a row shows whole."""
