"""The table of supports: what each clause grants, how much of what, up to which ceiling, for whom. The largest come first, each
among those it can be compared with."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Instrument
from digest.model.page import Page
from digest.pages import amounts, figures
from digest.pages.bases import Basis, basis_of, rates_of
from digest.pages.catalogue import in_place_order
from digest.pages.evidence import FoundEvidence, of_kind
from digest.pages.frame import Setting
from digest.pages.listing import (
    Cell,
    Choice,
    Line,
    RowDraft,
    RowGroup,
    TableContext,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.names import drafted
from digest.pages.particulars import term
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.pictures.scale import share
from digest.pages.prose import shortened
from digest.pages.strings import Words, plain, run
from digest.pages.translated import english_base, english_of
from digest.text import urls

COLUMNS = ("clause", "place", "sum", "rate", "kind", "recipient")


class _Support(NamedTuple):
    """A support where it stands."""

    policy: Policy
    clause: Clause
    found: FoundEvidence
    fact: Instrument
    basis: Basis


def make_instruments(setting: Setting) -> Iterator[Part]:
    """The table of supports in each language."""
    shown = Shown(with_facts(setting.corpus, "instruments"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, "instruments")
    supports = sorted(_supports(setting), key=lambda each: (each.basis.rank, -(each.fact.rate_percent or 0)))
    scales = _scales(supports)
    table = make_listing(
        context,
        "instruments",
        COLUMNS,
        ("rate", "sum"),
        (_row(context, each, scales) for each in supports),
        order="-sum",
        measured=context.measured("values", "kinds"),
    )
    yield from make_listing_pages(context, (table,), {"instruments": "instruments"})


def _supports(setting: Setting) -> Iterator[_Support]:
    for policy in in_place_order(setting.corpus):
        for clause, found in of_kind(policy, "instruments"):
            if isinstance(found.fact, Instrument):
                yield _Support(policy, clause, found, found.fact, basis_of(found.fact))


def _scales(supports: Iterable[_Support]) -> Mapping[str, float]:
    """The largest figure of each basis whose figures have one unit."""
    scales: dict[str, float] = {}
    for each in supports:
        if each.basis.name in _DRAWN:
            scales[each.basis.name] = max(scales.get(each.basis.name, 0), each.basis.figure or 0)
    return scales


def _row(context: TableContext, support: _Support, scales: Mapping[str, float]) -> RowDraft:
    policy, clause, found, fact, basis = support
    words = context.words
    place, where = context.document(policy)
    kind = term(context.setting, "instrument", fact.kind, context.language)
    ends = words["amount.repeal"]
    granted, nothing = fact.act == "grant", Cell((), key="")
    return RowDraft(
        (
            context.clause(policy, clause, found.anchor),
            place,
            *(
                (_sums(context, fact, basis, scales), _rate(context, policy, clause, fact))
                if granted
                else (nothing, nothing)
            ),
            text_cell(kind) if granted else text_cell(ends, kind),
            _whom(context, policy, clause, fact),
        ),
        {
            "figures": tuple(_stated(words, fact, basis)),
            "place": (where,),
            "status": context.states(policy),
            "kind": (Choice(fact.kind, plain(kind)) if granted else Choice(fact.act, plain(ends)),),
        },
        group=RowGroup(basis.name, words[f"basis.{basis.name}"], words[f"basis.about_{basis.name}"]),
    )


def _stated(words: Words, fact: Instrument, basis: Basis) -> Iterator[Choice]:
    """What a support states, to filter by: a sum, or one from so much on; a rate; no figures."""
    summed = basis.name in _SUMS and basis.figure is not None
    if summed:
        yield Choice("sum", words.plain("table.instruments.with_sum"))
    for rank, least in enumerate(_LEAST, 1):
        if summed and (basis.figure or 0) >= least:
            figure = figures.money(words, (least,), "CNY")
            yield Choice(f"{least}", words.plain("table.instruments.from_sum", figure=figure), rank)
    if rates_of(fact):
        yield Choice("rate", words.plain("table.instruments.with_rate"), len(_LEAST) + 1)
    elif not summed:
        yield Choice("none", words.plain("table.instruments.without"), len(_LEAST) + 2)


_DRAWN = ("total", "year", "capital")
"""Bases whose sums are drawn on one scale each."""
_SUMS = (*_DRAWN, "unit")
_LEAST = (1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000)
"""Sums from which on readers may want to see supports, in yuan."""


def _rate(context: TableContext, policy: Policy, clause: Clause, fact: Instrument) -> Cell:
    base = amounts.rate_base(context.words, fact, english_base(policy, clause, fact))
    percent = fact.rate_percent if fact.rate_unit == "percent" else None
    key = "" if percent is None else f"{percent:g}"
    return Cell(text_cell(amounts.rate(context.words, fact), base).lines, key=key)


def _sums(context: TableContext, fact: Instrument, basis: Basis, scales: Mapping[str, float]) -> Cell:
    """All that is paid, with a bar for the sum by which it is compared."""
    words, terms = context.words, context.setting.corpus.terms
    ceilings = [(amounts.cap(words, each), amounts.scope(words, each)) for each in fact.caps]
    steps = [(much, who) for who, much in (amounts.tier(words, each, fact) for each in fact.steps)]
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
    figure, end = basis.figure, scales.get(basis.name)
    return Cell(
        tuple(lines),
        key="" if figure is None else f"{figure:.15g}",
        bar=share(figure, 0, end) if figure and end else "",
    )


def _whom(context: TableContext, policy: Policy, clause: Clause, fact: Instrument) -> Cell:
    """Who gets a support on which conditions. Where these have no English yet, the sentences of the translation that hold
    them, as far as they are plain to see."""
    words = context.words
    if context.language == "en" and lacking(fact) and (english := english_of(policy, clause, fact)):
        beginning = shortened(english, _LONG)
        return Cell((Line(run(english, "en")),), fold=run(beginning, "en") if beginning != english else None)
    said = fact.conditions_zh if fact.conditions_zh != fact.recipient_zh else None
    cell = text_cell(
        amounts.said_of(words, fact.recipient_en, fact.recipient_zh),
        amounts.said_of(words, fact.conditions_en, said),
        *(() if said else (amounts.threshold(words, each) for each in fact.thresholds)),
        drafted(words) if context.language == "en" and fact.english == "machine" else (),
    )
    whole = sum(len(plain(line.text)) for line in cell.lines)
    if whole <= _LONG * (1 if context.language == "en" else 0.5):
        return cell
    first = cell.lines[0].text[0]
    return cell._replace(fold=(first._replace(text=shortened(first.text, _LONG // 3)),))


def lacking(fact: Instrument) -> bool:
    """Whether the recipients or the conditions of a support have no English."""
    return bool(
        (fact.recipient_zh and not fact.recipient_en) or (fact.conditions_zh and not fact.conditions_en)
    )


_LONG = 120
"""Code points of the longest English text that a row shows whole; Chinese says the same in half as many."""
