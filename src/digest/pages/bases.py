"""On which basis supports can be compared. A sum in total, a sum a year, a price per unit and a share are never ranked with each
other, nor a loan or a fund with a grant."""

from collections.abc import Iterator
from math import isfinite
from typing import NamedTuple

from digest.model.facts import Instrument

BASES = ("total", "year", "unit", "rate", "foreign", "capital", "none", "ended")
"""The bases in the order of tables: sums that are paid first, those that cannot be compared after them. ``total`` are caps
without a time and sums that are paid once, ``year`` such a year, ``unit`` prices; ``rate`` are shares without a sum, ``foreign``
sums of other currencies, ``capital`` loans, investments and funds; ``none`` has no figure, ``ended`` grants nothing."""


PAID = ("total", "year")
"""The bases of sums that one recipient can get; each is ranked by itself."""


class Basis(NamedTuple):
    """What a support is compared by: whole yuan, or percent of a ``rate``; None where there is nothing to compare. Only figures
    of the same ``unit`` (as printed, of prices and rates) are comparable."""

    name: str
    figure: float | None = None
    unit: str = ""

    @property
    def rank(self) -> tuple[int, str, float]:
        """Sorts the largest first, those of a basis together."""
        return BASES.index(self.name), self.unit, -(self.figure or 0)


def basis_of(fact: Instrument) -> Basis:
    """The basis of a support with its largest sum: of its caps, where it has any, else of what it pays."""
    if fact.act != "grant":
        return Basis("ended")
    sums = sorted((each for each in _sums(fact) if isfinite(each.figure or 0)), key=lambda each: each.rank)
    if fact.is_capital:
        figures = [fact.fund_yuan, *(each.figure for each in sums)]
        return Basis("capital", max((each for each in figures if each is not None), default=None))
    if sums:
        return sums[0]
    if fact.currency != "CNY":
        return Basis("foreign")
    rates = rates_of(fact)
    return Basis("rate", max(rates), fact.rate_unit) if rates else Basis("none")


def rates_of(fact: Instrument) -> list[float]:
    """All shares of a support: its own, of a range the upper end, and those of its steps and stages."""
    tiers, stages = [tier.rate_percent for tier in fact.tiers], [stage.rate_percent for stage in fact.stages]
    return [rate for rate in (fact.rate_high or fact.rate_percent, *tiers, *stages) if rate is not None]


_RECIPIENTS = {"enterprise", "project", "product", "person", "item", "household"}
"""What is paid for once; a sum for anything else is a price."""


def _sums(fact: Instrument) -> Iterator[Basis]:
    """The sums in yuan of a support, each with its basis."""
    caps = [cap for cap in fact.caps if cap.currency == "CNY"]
    for cap in caps:
        yield Basis("year" if "year" in cap.scope.split("_") else "total", cap.amount_yuan)
    if caps or fact.currency != "CNY":
        return
    paid: list[float | None] = []
    if fact.fund_yuan is None:  # the steps of a fund are parts of it
        paid += [tier.amount_yuan for tier in fact.tiers] + [stage.amount_yuan for stage in fact.stages]
    paid += [] if fact.fixed_yuan is None else [fact.amount_high or fact.fixed_yuan]
    per = set((fact.per or "").split("_")) - _RECIPIENTS - {""}
    for sum_ in paid:
        if sum_ is not None and per <= {"year"}:
            yield Basis("year" if per else "total", sum_)
        elif sum_ is not None:
            yield Basis("unit", sum_, fact.per or "")
    if fact.unit_amount_yuan is not None:
        yield Basis("unit", fact.amount_high or fact.unit_amount_yuan, fact.per or fact.unit or "")
