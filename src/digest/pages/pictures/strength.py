"""How strongly the cells of a row are shaded, by the support that the measures of each state.

- 0: no measure was found;
- 1: measures without a figure of support;
- 2: a rate or a sum;
- 3: the largest sum of the row that one recipient can get in yuan, in total or a year, where at least two cells state such a sum.
  What is lent or invested, the size of a fund and a price per unit are no such sums.

The figure is in the cell as well: what is shaded is never said by the shade alone.
"""

from collections.abc import Iterable, Iterator, Sequence

from digest.model.facts import Instrument
from digest.pages.bases import PAID, basis_of

NONE, WORDS, FIGURE, LARGEST = range(4)


def strengths(row: Sequence[Iterable[Instrument] | None]) -> tuple[int, ...]:
    """The strength of each cell of a row: of the supports of its measures, None where there is no measure."""
    cells = [
        None if supports is None else [fact for fact in supports if fact.act == "grant"] for supports in row
    ]
    sums = [dict(_sums(cell or ())) for cell in cells]
    largest = {
        name: max(stated) for name in PAID if len(stated := [each[name] for each in sums if name in each]) > 1
    }
    return tuple(
        _strength(cell, leads=any(own.get(name) == most for name, most in largest.items()))
        for cell, own in zip(cells, sums, strict=True)
    )


def _strength(supports: Sequence[Instrument] | None, *, leads: bool) -> int:
    if supports is None:
        return NONE
    if leads:
        return LARGEST
    return FIGURE if any(has_figure(fact) for fact in supports) else WORDS


def _sums(supports: Iterable[Instrument]) -> Iterator[tuple[str, float]]:
    """The largest sum of some supports on each basis; of a basis the last one is the largest."""
    for basis in sorted(map(basis_of, supports), key=lambda each: each.rank, reverse=True):
        if basis.figure is not None:
            yield basis.name, basis.figure


def has_figure(fact: Instrument) -> bool:
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
