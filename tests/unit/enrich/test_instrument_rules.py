"""Every rule of the tables is needed: without it, its example is read otherwise."""

from pathlib import Path
from types import ModuleType

import pytest

from digest.enrich.instruments import durations, find_instruments, grammar, shares, sums
from digest.enrich.instruments.durations import DURATIONS, Duration
from digest.enrich.instruments.spots import FigureRule
from digest.model.vocabulary import InstrumentWords
from digest.read.word_lists import INSTRUMENTS, read_words

CONTENT = Path(__file__).parents[3] / "content"


def read() -> InstrumentWords:
    found, _ = read_words(CONTENT, CONTENT, INSTRUMENTS)
    assert found is not None
    return found


RULES = grammar(read())
TABLES = [(table, rule) for table in (sums, shares) for rule in table.RULES]


@pytest.mark.parametrize(
    ("table", "rule"),
    TABLES,
    ids=lambda value: value.judge.__name__ if isinstance(value, FigureRule) else None,
)
def test_a_rule_decides_its_example(
    table: ModuleType, rule: FigureRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = find_instruments(rule.example, RULES)
    monkeypatch.setattr(table, "RULES", tuple(other for other in table.RULES if other is not rule))
    assert find_instruments(rule.example, RULES) != read


@pytest.mark.parametrize("row", DURATIONS, ids=lambda row: row.example)
def test_a_duration_is_read_by_one_row(row: Duration, monkeypatch: pytest.MonkeyPatch) -> None:
    months = [one.duration_months for one in find_instruments(row.example, RULES)]
    assert months == [row.months]
    monkeypatch.setattr(durations, "DURATIONS", tuple(other for other in DURATIONS if other is not row))
    assert [one.duration_months for one in find_instruments(row.example, RULES)] == [None]


@pytest.mark.parametrize("row", [row for row in DURATIONS if row.but], ids=lambda row: row.but)
def test_what_looks_like_a_duration_is_none(row: Duration) -> None:
    assert [one.duration_months for one in find_instruments(row.but, RULES)] == [None]
