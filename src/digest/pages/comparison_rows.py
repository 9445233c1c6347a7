"""The rows of comparisons in the bulk data: what each compared measure states, and what was not recognised."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, TypedDict, get_args

from digest.model.comparison import ROWS, Absence, Silence, Stated, ThemeComparison, Value, Verdict
from digest.model.corpus import Corpus
from digest.model.facts import Instrument
from digest.model.matches import ActKey
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, at_least, one_of
from digest.pages.columns import columns_of, row_of

_ABOUT = (
    "same, different, some (not all state one), incomparable (they count different things) and own (not weighed) say how "
    "the values of the row differ; silent_none: neither the clause nor its document on the subject states one; "
    "silent_elsewhere: another clause does; silent_unread: the clause prints something that was not read; alone: a measure "
    "that was not matched; mentioned, open, not_recognised: no measure of the theme was recognised in the policy, and a "
    "clause uses words that tell of it, one uses words that may mean something else, or none does; of more than 25 policies, "
    "one that has no word of the theme has no row, and neither has a near copy of another policy"
)


class ComparisonRow(TypedDict):
    """What one measure states in one row of the comparison of a theme."""

    theme: Annotated[str, "id of the theme", SLUG]
    n: Annotated[int, "counts the rows of a theme", at_least(1)]
    group: Annotated[
        int | None, "measures with one number correspond; None: the measure was not matched", at_least(1)
    ]
    doc: Annotated[str, "slug of the policy", SLUG]
    clause: Annotated[
        str | None, "id of the clause of the measure, or of the one that uses words of the theme", CLAUSE_ID
    ]
    start: Annotated[int | None, "first code point of the measure in text_zh", at_least(0)]
    end: Annotated[int | None, "code point after its last one; 0: the heading names it", at_least(0)]
    row: Annotated[str, "what is compared; measure: whether there is one", one_of(*ROWS, "measure")]
    value: Annotated[
        list[str] | None,
        "what the measure states, as fields of its facts; for the verdict mentioned, the words",
        {"items": {"type": ["object", "string"]}},
    ]
    verdict: Annotated[
        str,
        _ABOUT,
        one_of(
            *(verdict.value for verdict in Verdict),
            *(f"silent_{silence.value}" for silence in Silence),
            *("alone", "mentioned", "open", "not_recognised"),
        ),
    ]
    status: Annotated[str | None, "status of the policy, such as issued"]


COMPARISON_COLUMNS = columns_of(ComparisonRow)


def comparison_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each measure of a theme and each row of its comparison, a measure without a counterpart last; then
    one for each policy without a recognised measure that the comparison names. ``value`` is None where the measure states
    nothing, and ``verdict`` then says what is known of it."""
    status = {policy.meta.slug: policy.meta.status.value for policy in corpus.policies}
    for theme in corpus.comparisons.themes.values():
        for n, row in enumerate((*_groups(theme), *_alone(theme), *map(_absence, theme.absences)), 1):
            yield {"theme": theme.theme, "n": n, **row, "status": status[row["doc"]]}


def _groups(theme: ThemeComparison) -> Iterator[dict[str, Any]]:
    for number, group in enumerate(theme.groups, 1):
        for row in group.rows:
            for act, cell in zip(group.acts, row.cells, strict=True):
                known = row.verdict.value if cell.silence is None else f"silent_{cell.silence.value}"
                yield _row(number, act, row.name, cell.values, known)


def _alone(theme: ThemeComparison) -> Iterator[dict[str, Any]]:
    for alone in theme.alone:
        for name, values in (alone.stated or {"measure": ()}).items():
            yield _row(None, alone.act, name, values, "alone")


def _row(group: int | None, act: ActKey, name: str, values: Sequence[Value], verdict: str) -> dict[str, Any]:
    return {
        "group": group,
        "doc": act.doc,
        "clause": act.clause,
        "start": act.start,
        "end": act.end,
        "row": name,
        "value": [_value(name, each) for each in values] or None,
        "verdict": verdict,
    }


def _absence(absence: Absence) -> dict[str, Any]:
    """A policy without a recognised measure, with the clause that uses most words of the theme, where one does."""
    mention = next(iter(absence.mentions), None)
    return {
        "group": None,
        "doc": absence.doc,
        "clause": mention.clause if mention else None,
        "start": None,
        "end": None,
        "row": "measure",
        "value": list(mention.words) if mention else None,
        "verdict": absence.verdict,
    }


_OF_SUPPORT = {
    "kind": {"kind"},
    "fixed": {"fixed_yuan", "amount_high", "amount_comparator", "currency", "per"},
    "unit": {"unit_amount_yuan", "unit", "amount_high", "amount_comparator", "currency"},
    "fund": {"fund_yuan", "amount_high", "amount_comparator", "currency"},
    "rate": {"rate_percent", "rate_high", "rate_unit", "rate_comparator", "rate_base_zh"},
    "base": {"rate_base_zh"},
    "conditions": {"conditions_zh"},
    "recipients": {"recipient_zh"},
    "duration": {"duration_months", "duration_comparator"},
    "payment": {"one_off"},
}
"""The columns of a support that a row is about, or a part of one."""


def _value(row: str, value: Value) -> Mapping[str, Any]:
    """A value by the columns of the fact that states it."""
    columns = _COLUMNS[type(value.stated)]
    if isinstance(value.stated, Instrument):
        columns = tuple(each for each in columns if each.name in _OF_SUPPORT[value.part or row])
    return row_of(columns, value.stated)


_COLUMNS = {kind: columns_of(kind) for kind in get_args(Stated)}
