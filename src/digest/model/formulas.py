"""How much a support pays, as a value: a share of something, a price for each unit, a fixed sum, or steps of these; capped.

A formula counts for one recipient, project, product ... whatever its ceiling holds for, and for one year where a price is for a
month or a year. What is left unsaid is never guessed: such a support has no formula, but a reason.
"""

from math import floor
from typing import NamedTuple


class Step(NamedTuple):
    """What is paid ``above`` a quantity, or from it on where it is not ``strict``: at least ``factor`` times the quantity and
    ``fixed`` more, and at most the same with ``factor_high`` and ``fixed_high``. Sums are in yuan."""

    above: float = 0
    strict: bool = False
    factor: float = 0
    factor_high: float = 0
    fixed: float = 0
    fixed_high: float = 0


class Quantity(NamedTuple):
    """What a formula is computed from: ``money`` in yuan (of the base printed as ``text``), ``reached`` (a sum that ``text`` says
    must be reached), or a number of the unit with the id ``text`` (``unit``), which a support of the kind ``support`` pays for."""

    kind: str
    text: str
    support: str = ""


class Formula(NamedTuple):
    """What a support pays for a quantity, None where it needs none. Of ``steps`` the last one counts that is reached; ``caps`` are
    the lowest and the highest ceiling, None where none was found: which of several holds, only the recipient knows. ``times`` is
    how often in a year a price is paid, 1 for what is not paid by the month or the quarter."""

    asks: Quantity | None
    steps: tuple[Step, ...]
    caps: tuple[int, int] | None
    comparator: str | None = None
    times: int = 1


class Uncounted(NamedTuple):
    """Why a support is not counted: ``none`` has no figure, ``rate`` no sum that it is a share of, ``capital`` is a fund, a loan or a
    share, ``currency`` is not in yuan, ``points`` raises the rate of another support, ``several`` has figures whose order is not
    known, ``unit`` is paid for a unit that is no number of things in a year, ``threshold`` is paid from a figure on that is not
    the one asked for, ``others`` is not paid to firms, and ``unknown`` is a share of what no firm knows."""

    reason: str


REASONS = (
    "none", "rate", "several", "unit", "threshold", "points", "capital", "currency", "others", "unknown",
)  # fmt: skip


def amount_of(formula: Formula, quantity: float) -> tuple[int, int] | None:
    """The least and the most that a support pays, in whole yuan; None where the quantity reaches no step. Rounds halves up.

    >>> share = Formula(
    ...     Quantity("money", "投资"), (Step(factor=0.4, factor_high=0.4),), (10_000_000, 10_000_000)
    ... )
    >>> amount_of(share, 20_000_000), amount_of(share, 30_000_000)
    ((8000000, 8000000), (10000000, 10000000))
    """
    reached = [
        step
        for step in formula.steps
        if quantity > step.above or (quantity == step.above and not step.strict)
    ]
    if not reached:
        return None
    step = reached[-1]
    low, high = quantity * step.factor + step.fixed, quantity * step.factor_high + step.fixed_high
    if formula.caps is not None:
        low, high = min(low, formula.caps[0]), min(high, formula.caps[1])
    return floor(low + 0.5), floor(high + 0.5)
