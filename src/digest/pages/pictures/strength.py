"""How strongly the cells of a row are shaded, by the support that the measures of each state.

- 0: no measure was found;
- 1: measures without a figure of support;
- 2: a rate or a sum;
- 3: the largest sum of the row that one recipient can get in yuan, where at least two cells state such a sum. The size of a fund
  and a price per unit are no such sums.

The figure is in the cell as well: what is shaded is never said by the shade alone.
"""

from collections.abc import Iterable, Sequence

from digest.model.facts import Instrument
from digest.pages.amounts import largest

NONE, WORDS, FIGURE, LARGEST = range(4)


def strengths(row: Sequence[Iterable[Instrument] | None]) -> tuple[int, ...]:
    """The strength of each cell of a row: of the supports of its measures, None where there is no measure."""
    cells = [
        None if supports is None else [fact for fact in supports if fact.act == "grant"] for supports in row
    ]
    sums = [max((_paid(fact) for fact in cell or ()), default=0) for cell in cells]
    compared = sum(each > 0 for each in sums) > 1
    return tuple(
        _strength(cell, leads=compared and paid == max(sums)) for cell, paid in zip(cells, sums, strict=True)
    )


def _strength(supports: Sequence[Instrument] | None, *, leads: bool) -> int:
    if supports is None:
        return NONE
    if leads:
        return LARGEST
    return FIGURE if any(_has_figure(fact) for fact in supports) else WORDS


def _paid(fact: Instrument) -> float:
    """The largest sum in yuan that one recipient can get; 0 where none is stated."""
    other = fact.fund_yuan is not None or (fact.unit_amount_yuan is not None and not fact.caps)
    return 0 if other else largest(fact) or 0


def _has_figure(fact: Instrument) -> bool:
    """Whether a support states a rate or a sum of any kind."""
    return bool(
        fact.caps
        or fact.tiers
        or fact.stages
        or any(
            each is not None
            for each in (fact.rate_percent, fact.unit_amount_yuan, fact.fixed_yuan, fact.fund_yuan)
        )
    )
