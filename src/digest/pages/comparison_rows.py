"""The rows of comparisons in the bulk data: what each compared measure states, and what was not recognised."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, TypedDict, get_args

from digest.model.comparison import ROWS, Absence, Silence, Stated, StatedValue, ThemeComparison, Verdict
from digest.model.corpus import Corpus
from digest.model.facts import Instrument
from digest.model.matches import ActKey
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, Zh, at_least, one_of
from digest.pages.columns import columns_of, row_of

_ABOUT = (
    "same, different, some (not all state one), incomparable (they count different things) and own (not weighed) say how "
    "the values of the row differ; silent_none: neither the clause nor its document on the subject states one; "
    "silent_elsewhere: another clause does; silent_unread: the clause prints something that was not read; alone: a measure "
    "that was not matched; mentioned, open, not_recognised: no measure of the theme was recognised in the policy, and a "
    "clause uses words that tell of it, one uses words that may mean something else, or none does; of more than 25 policies, "
    "one that has no word of the theme has no row, and neither has a near copy of another policy"
)

_ABOUT_ZH = (
    "各措施在这一项目上有何差别：same、different 为相同、不同；some 为有的没有写明；incomparable 为计算口径不同；own 为不作比较；"
    "silent_none 为条款及其文件中相关的条款都没有写明，silent_elsewhere 为另一条款写明，silent_unread 为条款写有程序没有读出的内容；"
    "alone 为没有对应的措施；mentioned、open、not_recognised 为该政策没有识别到本主题的措施，依次为有条款使用表明主题的词语、"
    "使用可能另有所指的词语、没有使用；收录的政策超过 25 份时，没有使用任何词语的政策和文字基本相同的政策不列"
)


class ComparisonRow(TypedDict):
    """What one measure states in one row of the comparison of a theme."""

    theme: Annotated[str, "id of the theme", Zh("主题的代号"), SLUG]
    n: Annotated[int, "counts the rows of a theme", Zh("主题内的行号，从 1 数起"), at_least(1)]
    group: Annotated[
        int | None,
        "measures with one number correspond; None: the measure was not matched",
        Zh("编号相同的措施相互对应；为空的没有找到对应措施"),
        at_least(1),
    ]
    doc: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    clause: Annotated[
        str | None,
        "id of the clause of the measure, or of the one that uses words of the theme",
        Zh("措施所在条款的编号，或使用该主题词语的条款的编号"),
        CLAUSE_ID,
    ]
    start: Annotated[
        int | None, "first code point of the measure in text_zh", Zh("措施在 text_zh 中的起点"), at_least(0)
    ]
    end: Annotated[
        int | None,
        "code point after its last one; 0: the heading names it",
        Zh("措施在 text_zh 中的终点，不含该字符；0 表示以标题为准"),
        at_least(0),
    ]
    row: Annotated[
        str,
        "what is compared; measure: whether there is one",
        Zh("比较的项目；measure：有无这一措施"),
        one_of(*ROWS, "measure"),
    ]
    value: Annotated[
        list[str] | None,
        "what the measure states, as fields of its facts; for the verdict mentioned, the words",
        Zh("措施写明的内容，字段与各项要点相同；verdict 为 mentioned 时，为文中的词语"),
        {"items": {"type": ["object", "string"]}},
    ]
    verdict: Annotated[
        str,
        _ABOUT,
        Zh(_ABOUT_ZH),
        one_of(
            *(verdict.value for verdict in Verdict),
            *(f"silent_{silence.value}" for silence in Silence),
            *("alone", "mentioned", "open", "not_recognised"),
        ),
    ]
    status: Annotated[str | None, "status of the policy, such as issued", Zh("政策的状态，如 issued")]


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


def _row(
    group: int | None, act: ActKey, name: str, values: Sequence[StatedValue], verdict: str
) -> dict[str, Any]:
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


def _value(row: str, value: StatedValue) -> Mapping[str, Any]:
    """A value by the columns of the fact that states it."""
    columns = _COLUMNS[type(value.stated)]
    if isinstance(value.stated, Instrument):
        columns = tuple(each for each in columns if each.name in _OF_SUPPORT[value.part or row])
    return row_of(columns, value.stated)


_COLUMNS = {kind: columns_of(kind) for kind in get_args(Stated)}
