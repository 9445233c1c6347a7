"""The verdict on the values of a row."""

from collections.abc import Hashable, Sequence

from digest.model.comparison import CountedGoal, StatedValue, Verdict

Values = Sequence[StatedValue]
"""What one measure states in a row; nothing where it states nothing."""


def weigh(cells: Sequence[Values]) -> Verdict:
    """The verdict on a row. Values count different things when their bases differ; a basis that is part of
    the other (项目投资, 项目投资额) does not."""
    stated = [cell for cell in cells if cell]
    if len(stated) < 2:
        return Verdict.SOME if len(cells) > 1 else Verdict.SAME
    if not all(_one_basis(stated[0], other) for other in stated[1:]):
        return Verdict.INCOMPARABLE
    if any(keys(cell) != keys(stated[0]) for cell in stated[1:]):
        return Verdict.DIFFERENT
    return Verdict.SAME if len(stated) == len(cells) else Verdict.SOME


def keys(values: Values) -> Hashable:
    """What makes the values of two cells equal."""
    return frozenset(value.key for value in values)


def _one_basis(one: Values, other: Values) -> bool:
    """Whether each value of the shorter list meets one with its basis in the other."""
    few, many = sorted((one, other), key=len)
    return all(any(_fits(value.basis, each.basis) for each in many) for value in few)


def _fits(one: Hashable, other: Hashable) -> bool:
    """Whether two bases are one: the same, one wording part of the other (项目投资, 项目投资额), one indicator that ends
    with the other (8英寸MEMS中试线, MEMS中试线); what is not printed contradicts nothing."""
    if one is None or other is None:
        return True
    if isinstance(one, CountedGoal) and isinstance(other, CountedGoal):
        ends = one.indicator.endswith(other.indicator) or other.indicator.endswith(one.indicator)
        return ends and one.unit == other.unit and _fits(one.year, other.year)
    if isinstance(one, str) and isinstance(other, str):
        return one.startswith(other) or other.startswith(one)
    return one == other
