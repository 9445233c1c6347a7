"""How the values of a row differ, and the difference in words."""

from collections.abc import Hashable, Sequence
from enum import StrEnum
from typing import NamedTuple

from digest.pages.compare.rows import Said
from digest.pages.words import Run, Runs, Words, joined, plain

Values = tuple[Said, ...]
"""What one measure says in a row; nothing where it says nothing."""


class Verdict(StrEnum):
    """How the values of a row stand to each other."""

    SAME = "same"
    DIFFERENT = "different"
    SOME = "some"  # equal, but not every measure says it
    INCOMPARABLE = "incomparable"  # they count different things
    OWN = "own"  # not weighed: each place has its own


def weigh(cells: Sequence[Values]) -> Verdict:
    """The verdict on a row. Values count different things when their bases differ; a basis that is part of
    the other (项目投资, 项目投资额) does not."""
    said = [cell for cell in cells if cell]
    if len(said) < 2:
        return Verdict.SOME if len(cells) > 1 else Verdict.SAME
    if not all(_one_basis(said[0], other) for other in said[1:]):
        return Verdict.INCOMPARABLE
    if any(_keys(cell) != _keys(said[0]) for cell in said[1:]):
        return Verdict.DIFFERENT
    return Verdict.SAME if len(said) == len(cells) else Verdict.SOME


class Column(NamedTuple):
    """The name of a measure in an explanation (its place), and what it says in the row."""

    name: Runs
    values: Values


def explain(words: Words, row: str, columns: Sequence[Column]) -> Runs:
    """A difference in words: 上限：300万元（甲区）→ 500万元（乙区），每家企业每年. Nothing for equal values."""
    said = [column for column in columns if column.values]
    verdict = weigh([column.values for column in columns])
    if verdict is Verdict.SAME or not said:
        return ()
    name = (*words[f"row.{row}"], *words["compare.colon"])
    if verdict is Verdict.INCOMPARABLE:
        each = [_named(words, _with_basis(words, row, column.values), (column,)) for column in said]
        against = joined(each, words.plain("compare.against"))
        return (*name, *words["compare.incomparable"], *words["compare.colon"], *against)
    if verdict is Verdict.SOME:
        places = joined([column.name for column in said], words.plain("compare.and"))
        only = words.fill("compare.only", places=plain(places))
        return (*name, *only, *_with_basis(words, row, said[0].values))
    groups = _groups(said)
    shown = [_named(words, _said(words, group[0].values), group) for group in groups]
    basis = _basis(said)
    arrow = words.plain("compare.arrow" if _numeric(said) else "compare.against")
    tail = (*_before_basis(words, row), *basis) if basis else ()
    return (*name, *joined(shown, arrow), *tail)


def _groups(said: Sequence[Column]) -> list[list[Column]]:
    """Columns that say the same, together; the smaller figures first."""
    groups: dict[Hashable, list[Column]] = {}
    for column in said:
        groups.setdefault(_keys(column.values), []).append(column)
    found = list(groups.values())
    return sorted(found, key=lambda group: _number(group[0]) or 0.0) if _numeric(said) else found


def _named(words: Words, shown: Runs, columns: Sequence[Column]) -> Runs:
    """Values with the places that state them."""
    places = joined([column.name for column in columns], words.plain("compare.and"))
    return (*shown, *words["compare.open"], *places, *words["compare.close"])


def _said(words: Words, values: Values) -> Runs:
    return joined([value.runs for value in values], words.plain("compare.and"))


def _with_basis(words: Words, row: str, values: Values) -> Runs:
    """Values with what they count by, where it is not part of them."""
    shown = [
        (*value.runs, *_before_basis(words, row), *value.basis_runs)
        if value.basis_runs and not _contains(value.runs, value.basis_runs)
        else value.runs
        for value in values
    ]
    return joined(shown, words.plain("compare.and"))


def _before_basis(words: Words, row: str) -> Runs:
    """30% of the cost, but RMB 3 million, per year."""
    return words["compare.of" if row == "rate" else "compare.comma"]


def _contains(runs: Runs, part: Sequence[Run]) -> bool:
    return all(run in runs for run in part)


def _basis(said: Sequence[Column]) -> Runs:
    """What all values count by, where that is one thing and no part of the values."""
    bases = {value.basis_runs for column in said for value in column.values if value.basis_runs}
    first = said[0].values[0]
    return first.basis_runs if len(bases) == 1 and not _contains(first.runs, first.basis_runs) else ()


def _keys(values: Values) -> Hashable:
    return frozenset(value.key for value in values)


def _one_basis(one: Values, other: Values) -> bool:
    """Whether each value of the shorter list meets one with its basis in the other."""
    few, many = sorted((one, other), key=len)
    return all(any(_fits(value.basis, each.basis) for each in many) for value in few)


def _fits(one: Hashable, other: Hashable) -> bool:
    """Whether two bases are one; a wording that is not printed contradicts none."""
    if isinstance(one, str) and isinstance(other, str):
        return one.startswith(other) or other.startswith(one)
    return one == other


def _numeric(said: Sequence[Column]) -> bool:
    return all(_number(column) is not None for column in said)


def _number(column: Column) -> float | None:
    """The first figure of a column; None in a row of words."""
    key = column.values[0].key
    first = key[0] if isinstance(key, tuple) else key
    return first if isinstance(first, int | float) else None
