"""Support in tables that were pasted as text: 级别 | 奖励（万元） over 国家级 | 100.

Figures are taken only where the rows are sure (``Clause.rows``), the head of a column says that it is support
(奖励标准, 补助比例, 最高额度), and its unit is printed in the head, in each cell or above the table. What the other columns
of a row say is the condition. A cell that holds anything but one figure (一事一议, 5-10) gives none.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from digest.enrich.instruments.details import named_kind
from digest.enrich.instruments.grammar import Grammar, measure_id
from digest.enrich.instruments.leads import heads_list
from digest.enrich.instruments.tiers import Bound, amount, bound_in
from digest.model.document import Clause
from digest.model.facts import Cap, Instrument, Tier
from digest.regex import regex
from digest.text.money import Unit, find_figures


def find_in_tables(clause: Clause, rules: Grammar, lead: str | None = None) -> tuple[Instrument, ...]:
    """The supports in the tables of a clause, in order; ``lead`` is what ``lead_of`` says of it.

    A column alone makes one support whose tiers are its rows; a sum or a share beside a ceiling makes one a row.
    """
    if not clause.rows:
        return ()
    return tuple(one for table in _tables(clause) for one in _supports(clause, table, lead or "", rules))


class TableCell(NamedTuple):
    """The words of a cell; ``start`` and ``end`` are places in the clause's text."""

    text: str
    start: int
    end: int


Table = tuple[tuple[TableCell, ...], ...]


class FigureColumn(NamedTuple):
    """A column of figures: ``role`` sum, rate or cap; ``scale`` is what a bare number in it is multiplied by (None where
    each cell prints its unit), ``unit`` what a sum is for."""

    at: int
    role: str
    head: str
    scale: Decimal | None
    unit: str | None = None


class TableValue(NamedTuple):
    """What a cell grants: a sum in yuan, or percent."""

    number: Decimal
    comparator: str


def _tables(clause: Clause) -> Iterator[Table]:
    """Rows that follow each other, where each has as many cells (of two at least): others are not sure."""
    table: list[tuple[TableCell, ...]] = []
    ends = [*(start - 1 for start, _ in clause.rows[1:]), -1]
    for span, next_start in zip(clause.rows, ends, strict=True):
        cells = []
        at = span[0]
        for printed in clause.text[slice(*span)].split("\t"):
            cells.append(TableCell(printed.strip(), at, at + len(printed)))
            at += len(printed) + 1
        table.append(tuple(cells))
        if span[1] != next_start:
            if {len(row) for row in table} == {len(table[0])} != {1}:
                yield tuple(table)
            table = []


def _supports(clause: Clause, table: Table, lead: str, rules: Grammar) -> Iterator[Instrument]:
    above = clause.text[max(0, table[0][0].start - _NEAR) : table[0][0].start].rstrip()
    said = re.split("[。；\n]", above.rstrip("：:。；"))[-1] if above else ""
    headed = len(table) > 1 and not any(_NUMBER.search(cell.text) for cell in table[0])
    head = [cell.text for cell in table[0]] if headed else [""] * len(table[0])
    body = tuple(row for row in (table[1:] if headed else table) if not _TOTAL.match(row[0].text))
    columns = [column for at in range(len(head)) if (column := _column(at, head[at], body, above, rules))]
    announced = bool(rules.support.search(said)) or heads_list(lead, rules)
    named = any(rules.support.search(column.head) for column in columns)
    if not (announced or named) or rules.heads_none.search(lead):
        return
    others = [at for at in range(len(head)) if at not in {column.at for column in columns}]
    conditions = [_condition(head, row, others) for row in body]
    caps = [column for column in columns if column.role == "cap"]
    mains = [column for column in columns if column.role != "cap"]
    if len(caps) == len(mains) == 1:
        for row, condition in zip(body, conditions, strict=True):
            kind = _kind((mains[0].head, caps[0].head, said, lead), rules)
            yield from _of_a_row(clause, row, condition, (mains[0], caps[0]), kind, rules)
    elif not caps or not mains:
        for column in columns:
            kind = _kind((column.head, said, lead), rules)
            yield from _of_a_column(clause, (table, body), conditions, column, kind)


def _kind(printed: Sequence[str], rules: Grammar) -> str:
    """The kind of support that the head of a column names, or the words above the table."""
    return next((kind for words in printed if (kind := named_kind(words, rules))), "grant")


def _column(at: int, head: str, body: Table, above: str, rules: Grammar) -> FigureColumn | None:
    """What a column of figures is; None where its head says nothing of support, or its unit is not sure."""
    cells = [row[at].text for row in body]
    shares = sum(bool(_SHARE.search(cell)) for cell in cells)
    sums = sum("元" in cell for cell in cells)
    if head and not (rules.support.search(head) or _HEAD.search(head)):
        return None
    if head and (_CONDITION.search(head) or rules.heads_none.search(head)):
        return None
    limit = bool(_LIMIT.search(head))
    printed = _UNIT.search(head) or _ABOVE.search(above)
    if shares and not sums:
        return FigureColumn(at, "rate", head, None) if head else None
    if sums:  # without a head, each row has to print its sum
        whole = sums == len(cells) and not shares
        return (
            FigureColumn(at, "cap" if limit else "sum", head, None)
            if whole or (head and not shares)
            else None
        )
    if not any(_BARE.fullmatch(cell) for cell in cells) or not head:
        return None
    if re.search("[（(]\\s*[%％]\\s*[）)]", head):
        return FigureColumn(at, "rate", head, Decimal(1))
    if not printed or (_RATE.search(head) and not _UNIT.search(head)):
        return None
    unit = _unit(printed["per"], rules) if printed["per"] else None
    if printed["per"] and unit is None:
        return None
    return FigureColumn(at, "cap" if limit else "sum", head, _SCALES[printed["scale"] or ""], unit)


def _unit(per: str, rules: Grammar) -> str | None:
    """The unit of 元/人·月, as an id like person_month; None where a part of it is not known."""
    ids = [measure_id(rules.words.units, part) for part in re.split("[/／·•]|每", per) if part]
    return "_".join(one for one in ids if one) if all(ids) else None


def _value(cell: str, column: FigureColumn) -> TableValue | None:
    """The one figure of a cell; None where it holds anything else."""
    words = cell if column.scale is None else f"{cell}{'%' if column.role == 'rate' else '元'}"
    figures = find_figures(words)
    if len(figures) != 1 or figures[0].low != figures[0].high:
        return None
    figure = figures[0]
    if figure.unit is not (Unit.PERCENT if column.role == "rate" else Unit.YUAN):
        return None
    before, after = words[: figure.start].strip(), words[figure.end :].strip()
    if not (_BEFORE.fullmatch(before) and _AFTER.fullmatch(after)):
        return None
    most = column.role == "cap" or _LIMIT.search(column.head) or _LIMIT.search(before) or _LIMIT.search(after)
    return TableValue(figure.low * (column.scale or 1), "<=" if most else "=")


def _condition(head: Sequence[str], row: tuple[TableCell, ...], others: Sequence[int]) -> str | None:
    """What the other columns of a row say; a bare number with the head of its column."""
    said = []
    for at in others:
        text = row[at].text
        if (
            not text
            or text in _EMPTY
            or _NO_CONDITION.search(head[at])
            or (not head[at] and _BARE.fullmatch(text))
        ):
            continue
        said.append(
            f"{head[at]}：{text}" if _BARE.match(text) and head[at] and not _WORD.search(text) else text
        )
    return "，".join(said) or None


def _of_a_row(
    clause: Clause,
    row: tuple[TableCell, ...],
    condition: str | None,
    columns: tuple[FigureColumn, FigureColumn],
    kind: str,
    rules: Grammar,
) -> Iterator[Instrument]:
    """A sum or a share and its ceiling, each where the row has it."""
    main, limit = columns
    value, cap = _value(row[main.at].text, main), _value(row[limit.at].text, limit)
    if value is None and cap is None:
        return
    start, end = row[0].start, row[-1].end
    rate = main.role == "rate"
    scope = next(
        (measure_id(rules.words.scopes, found["what"]) for found in rules.scope.finditer(limit.head)), None
    )
    yield Instrument(
        kind,
        clause.text[start:end],
        start,
        end,
        rate_percent=float(value.number) if value and rate else None,
        rate_comparator=value.comparator if value and rate else None,
        fixed_yuan=int(value.number) if value and not rate and not main.unit else None,
        unit_amount_yuan=amount(value.number) if value and not rate and main.unit else None,
        amount_comparator=value.comparator if value and not rate else None,
        unit=main.unit,
        caps=(Cap(int(cap.number), "<=", scope or "project", "printed" if scope else "inferred"),)
        if cap
        else (),
        conditions_zh=condition,
    )


def _of_a_column(
    clause: Clause,
    tables: tuple[Table, Table],
    conditions: Sequence[str | None],
    column: FigureColumn,
    kind: str,
) -> Iterator[Instrument]:
    """The rows of a column as tiers of one support; ``tables`` are the whole table and its rows below the head."""
    table, body = tables
    tiers = []
    for row, condition in zip(body, conditions, strict=True):
        value = _value(row[column.at].text, column)
        if value is None:
            continue
        bound: Bound | None = bound_in(condition)
        money = column.role != "rate"
        tiers.append(
            Tier(
                condition,
                bound.yuan if bound else None,
                amount(value.number) if money else None,
                None if money else float(value.number),
                value.comparator,
                bound.comparator if bound else ">=",
            )
        )
    if tiers:
        start, end = table[0][0].start, table[-1][-1].end
        yield Instrument(kind, clause.text[start:end], start, end, tiers=tuple(tiers), unit=column.unit)


_NEAR = 200
_SCALES = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
}
_EMPTY = frozenset("-—－/／无")
_NUMBER = regex(r"[0-9０-９]")
_BARE = regex(r"(?:不超过|最高|≤)?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_WORD = regex("[元%％人家名个项亩台套级类档]")
_SHARE = regex("[%％‰]")
_HEAD = regex(
    "^(?:资金|财政|一次性)?(?:标准|金额|额度|比例|数额|上限|限额|最高|封顶)|(?:经费|安家费)(?:[（(]|$)"
)
_CONDITION = regex(
    "投资|营业|收入|产值|纳税|税收|销售|营收|缴|实缴|注册|持股|占比|增[长幅速]|首付|利率|基数|合计|小计|对象|类别|项目名称"
)
_LIMIT = regex("最高|上限|限额|封顶|不超过|≤|以内|以下")
_RATE = regex("比例|比率")
_UNIT = regex(
    r"[（(\[](?:单位[:：]?)?(?:人民币)?\s*(?P<scale>[百千万亿]?)元(?:[/／](?P<per>[^）)\]]{1,8}))?[）)\]]"
)
_ABOVE = regex(r"单位[:：]\s*(?:人民币)?\s*(?P<scale>[百千万亿]?)元(?P<per>)[）)]?$")
_BEFORE = regex("(?:不超过|最高|最高不超过|每[人家个项户]|≤|给予|奖励|补贴|按)*")
_AFTER = regex("(?:以内|以下|封顶|为限|（含）|(?:的)?(?:奖励|补贴|补助|资助))*")
_TOTAL = regex("合计|总计|小计")
_NO_CONDITION = regex("序号|编号|备注|说明|依据")
