"""The difference between the values of a row in words."""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from digest.model.comparison import TOLD, ComparisonCell, MeasureRow, Verdict
from digest.model.measures import Measure
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.limits import FEW
from digest.pages.compare.naming import apart
from digest.pages.compare.values import Worded, worded
from digest.pages.strings import Run, Runs, Words, joined


class ComparedValues(NamedTuple):
    """The name of a measure in an explanation (its place, where no other is of it), what makes its values equal, and these in words."""

    name: Runs
    key: Hashable
    values: tuple[Worded, ...]


class Note(NamedTuple):
    """A difference in words, with the row it is about; ``only`` says that it names the only measures that state
    something."""

    row: str
    text: Runs
    only: bool


def make_notes(
    context: ComparisonContext, rows: Sequence[MeasureRow], measures: Sequence[Measure]
) -> tuple[Note, ...]:
    """The differences between some measures, row by row; each row has a cell for each measure, in their order."""
    return tuple(_notes(context, rows, measures))


def is_difference(row: MeasureRow) -> bool:
    """Whether a row has a difference that is said in words."""
    return row.name in TOLD and (row.only or row.verdict in (Verdict.DIFFERENT, Verdict.INCOMPARABLE))


def _notes(
    context: ComparisonContext, rows: Sequence[MeasureRow], measures: Sequence[Measure]
) -> Iterator[Note]:
    names = apart(context, (measure.policy for measure in measures))
    for row in rows:
        if row.name in TOLD:
            columns = [
                _column(context, names[measure.doc], row.name, measure, cell)
                for measure, cell in zip(measures, row.cells, strict=True)
            ]
            if text := explain(context.words, row, columns):
                yield Note(row.name, text, row.only)


def _column(
    context: ComparisonContext, name: Runs, row: str, measure: Measure, cell: ComparisonCell
) -> ComparedValues:
    """The cell of a measure as an explanation names it."""
    terms = context.setting.corpus.terms
    return ComparedValues(
        name,
        frozenset(value.key for value in cell.values),
        tuple(dict.fromkeys(worded(row, measure, value, context.words, terms) for value in cell.values)),
    )


def explain(words: Words, row: MeasureRow, columns: Sequence[ComparedValues]) -> Runs:
    """A difference in words: 上限（每个项目）：最高300万元（甲区） vs 最高500万元（乙区）. Places keep the order of the
    columns. Nothing for equal values, and for a row of which it is not known who states nothing."""
    stated = [column for column in columns if column.values]
    name, colon = words[f"row.{row.name}"], words["compare.colon"]
    if row.verdict is Verdict.INCOMPARABLE:
        each = [_named(words, _with_basis(words, column.values), (column,)) for column in stated]
        return (*name, *colon, *words["compare.incomparable"], *colon, *_beside(words, each))
    if row.only:
        only = words.weave("compare.only", places=_places(words, stated))
        return (*name, *colon, *only, *_with_basis(words, stated[0].values))
    if row.verdict is not Verdict.DIFFERENT:
        return ()
    basis = _one_basis(words, stated)
    say = _said if basis else _with_basis
    shown = [_named(words, say(words, group[0].values), group) for group in _groups(stated)]
    return (*name, *basis, *colon, *_beside(words, shown))


_NAMED = 5
"""So many places, or different values, of more than ``FEW`` are named."""


def _beside(words: Words, shown: Sequence[Runs]) -> Runs:
    """Different values; of many the first, and how many more."""
    most = _NAMED if len(shown) > FEW else None
    named = joined(shown[:most], words.plain("compare.versus"))
    return (*named, *words.count("and_values", len(shown) - _NAMED)) if most else named


def _groups(stated: Sequence[ComparedValues]) -> list[list[ComparedValues]]:
    """Columns that state the same, together."""
    groups: dict[Hashable, list[ComparedValues]] = {}
    for column in stated:
        groups.setdefault(column.key, []).append(column)
    return list(groups.values())


def _named(words: Words, shown: Runs, columns: Sequence[ComparedValues]) -> Runs:
    """Values with the places that state them."""
    return (*shown, *words["compare.open"], *_places(words, columns), *words["compare.close"])


def _places(words: Words, columns: Sequence[ComparedValues]) -> Runs:
    """The places of some measures; of many the first, and how many more."""
    most = _NAMED if len(columns) > FEW else None
    named = joined([column.name for column in columns[:most]], words.plain("compare.and"))
    return (*named, *words.count("and_places", len(columns) - _NAMED)) if most else named


def _said(words: Words, values: Sequence[Worded]) -> Runs:
    return joined([value.text for value in values], words.plain("compare.and"))


def _with_basis(words: Words, values: Sequence[Worded]) -> Runs:
    """Values, each with what it counts by."""
    shown = [
        (*value.text, *words["compare.comma"], *value.basis) if value.basis else value.text
        for value in values
    ]
    return joined(shown, words.plain("compare.and"))


def _one_basis(words: Words, stated: Sequence[ComparedValues]) -> Runs:
    """What all values count by, in brackets, where that is one thing."""
    bases: set[tuple[Run, ...]] = {value.basis for column in stated for value in column.values}
    (basis, *others) = bases
    return (*words["compare.open"], *basis, *words["compare.close"]) if basis and not others else ()
