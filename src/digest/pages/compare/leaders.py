"""Which policies offer most of a theme: of supports whose caps apply to the same thing, the highest caps and who offers them.

A list is ranked by its caps, or by its rates where none has a cap. Loans, investments and funds are not ranked, and sums that are
no caps may be paid for different things. Whether a policy is in force does not count here: it is said beside its name.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from digest.model.comparison import Offer, ThemeComparison
from digest.model.measures import Measures
from digest.pages import amounts
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.naming import apart
from digest.pages.figures import ends_of
from digest.pages.frame import Link
from digest.pages.strings import Runs, Words, joined
from digest.pages.validity import Phases

_LISTS, _STEPS, _EQUAL = 2, 3, 3
"""So many lists are ranked in words, so many figures of each are named, and so many policies with one figure."""


class Leaders(NamedTuple):
    """The best offers of a list, one of each policy: those with one figure together, the highest first. ``equal`` are how many
    more have each figure, ``lower`` how many policies offer less than these; ``aside`` says that caps of loans, investments or
    funds were left aside."""

    ranks: tuple[tuple[Offer, ...], ...]
    equal: tuple[int, ...]
    lower: int
    aside: bool = False


def make_leaders(found: ThemeComparison) -> tuple[Leaders, ...]:
    """The leaders of the lists with caps, else of that with the rates of several policies; loans, investments and funds are not
    ranked."""
    capped = [offers for offers in found.offers if any(_is_given(offer) for offer in offers)]
    rated = [offers for offers in found.offers if all(map(_is_rate, offers)) and _several(offers)]
    aside = any(offer.cap and offer.fact.is_capital for offers in found.offers for offer in offers)
    return tuple(_leaders(offers)._replace(aside=aside) for offers in (capped or rated)[:_LISTS])


def _several(offers: Sequence[Offer]) -> bool:
    """Whether offers are of more than one policy: what one pays a share of says little of who pays most."""
    return len({offer.act.doc for offer in offers}) > 1


def _is_given(offer: Offer) -> bool:
    """Whether an offer has a cap on what is given."""
    return offer.cap is not None and not offer.fact.is_capital


def _is_rate(offer: Offer) -> bool:
    """Whether an offer is ranked by its rate."""
    return offer.cap is None and offer.fact.rate_percent is not None and offer.fact.rate_unit == "percent"


def figure_of(offer: Offer) -> float:
    """What an offer is ranked by: its cap in yuan, or its rate in percent; 0 where it has neither."""
    if offer.cap:
        return offer.cap.amount_yuan
    rate = offer.fact.rate_percent if _is_rate(offer) else None
    return 0 if rate is None else ends_of(rate, offer.fact.rate_high)[-1]


def _leaders(offers: Iterable[Offer]) -> Leaders:
    best: dict[str, Offer] = {}
    for offer in offers:
        if offer.act.doc not in best or figure_of(offer) > figure_of(best[offer.act.doc]):
            best[offer.act.doc] = offer
    by_figure: dict[float, list[Offer]] = {}
    for offer in sorted(best.values(), key=figure_of, reverse=True):
        by_figure.setdefault(figure_of(offer), []).append(offer)
    ranks = list(by_figure.values())
    return Leaders(
        tuple(tuple(each[:_EQUAL]) for each in ranks[:_STEPS]),
        tuple(len(each[_EQUAL:]) for each in ranks[:_STEPS]),
        sum(map(len, ranks[_STEPS:])),
    )


class Holder(NamedTuple):
    """A policy that offers a figure: its place leads to the words that grant it."""

    place: Link
    validity: Phases


class RankView(NamedTuple):
    """A figure, and the policies that offer it; ``more`` says how many others do."""

    figure: Runs
    holders: tuple[Holder, ...]
    more: Runs


class LeadersView(NamedTuple):
    """A ranking as a sentence: the policies of the first rank, what is said of them (上限最高，每家企业：), their figure, then
    the other ranks; ``lower`` says how many policies offer less."""

    said: Runs
    ranks: tuple[RankView, ...]
    lower: Runs


def leaders_view(context: ComparisonContext, measures: Measures, leaders: Leaders) -> LeadersView:
    """The leaders of a list in words."""
    words = context.words
    named = [offer for rank in leaders.ranks for offer in rank]
    caps = [offer.cap for offer in named if offer.cap]
    said = f"compare.{'cap' if caps else 'rate'}_{_how(leaders)}"
    scope: Runs = ()
    if caps:
        scope = amounts.scope_of_all(words, caps)
    names = apart(context, (measures.policies[offer.act.doc] for offer in named))
    return LeadersView(
        words.weave(said, scope=scope, aside=words["compare.capital_aside"] if leaders.aside else "")
        if caps
        else words[said],
        tuple(
            RankView(
                _figure(context, rank),
                tuple(_holder(context, measures, offer, names[offer.act.doc]) for offer in rank),
                words.count("and_places", more) if more else (),
            )
            for rank, more in zip(leaders.ranks, leaders.equal, strict=True)
        ),
        words.count("lower", leaders.lower) if leaders.lower else (),
    )


def in_words(words: Words, view: LeadersView) -> Runs:
    """The whole sentence, without links and what is said of the validity of policies."""
    first, *others = view.ranks
    said = [joined([_named(words, first), view.said, first.figure])]
    said += [joined([_named(words, rank), rank.figure]) for rank in others]
    if others:
        said[1] = (*words["compare.next"], *said[1])
    return joined([*said, view.lower], words.plain("compare.semicolon"))


def _named(words: Words, rank: RankView) -> Runs:
    """The policies of a rank."""
    names = joined([holder.place.text for holder in rank.holders], words.plain("compare.and_also"))
    return (*names, *rank.more)


def _how(leaders: Leaders) -> str:
    """How the first rank stands to the others: it is alone, above them, or all are equal."""
    first, equal = leaders.ranks[0], leaders.equal[0]
    several = len(first) + equal > 1
    if len(leaders.ranks) > 1:
        return "highest_of_several" if several else "highest"
    return "same" if several else "alone"


def _figure(context: ComparisonContext, rank: Sequence[Offer]) -> Runs:
    """What the offers of a rank have in common, in words; the most that a cap allows is a plain figure. What a rate is of is
    said where one policy has it."""
    offer = rank[0]
    if offer.cap is None:
        said = amounts.rate(context.words, offer.fact)
        base = amounts.rate_base(context.words, offer.fact, offer.fact.rate_base_en)
        return (
            context.words.weave("compare.rate_of", rate=said, base=base) if base and len(rank) == 1 else said
        )
    usual = offer.cap.comparator == "<="
    return amounts.money(
        context.words,
        offer.cap.amount_yuan,
        None if usual else offer.cap.comparator,
        currency=offer.cap.currency,
    )


def _holder(context: ComparisonContext, measures: Measures, offer: Offer, name: Runs) -> Holder:
    measure = measures.find(offer.act)
    return Holder(Link(name, context.href(measure, offer.fact.start)), context.validity(measure.policy))


def offers_of(leaders: Sequence[Leaders]) -> Iterator[Offer]:
    """The offers that some rankings name."""
    return (offer for each in leaders for rank in each.ranks for offer in rank)
