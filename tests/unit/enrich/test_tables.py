"""Support in tables that were pasted as text: sure figures only, and none across the words around a table."""

import pytest

from digest.enrich import find_facts
from digest.enrich.places import Places
from digest.model.facts import Instrument
from digest.model.vocabulary import Vocabulary
from digest.read.word_lists import read_vocabulary
from digest.resources import starter_content
from parsing import parsed
from text_cases import Case, read_cases
from unit.enrich.test_instruments import lines

TABLES = {
    "cells": "投资额\n比例\n上限\n5000万元以下\n20%\n800万元\n5000万元以上\n30%\n2000万元\n",
    "tabs": "投资额\t比例\t上限\n5000万元以下\t20%\t800万元\n5000万元以上\t30%\t2000万元\n",
    "bars": "|投资额|比例|上限|\n|--|--|--|\n|5000万元以下|20%|800万元|\n|5000万元以上|30%|2000万元|\n",
}
DOUBTFUL = "比例\n国家级\n30%\n到2027年达到100家\n省级\n20%\n50家\n"


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    vocabulary, _ = read_vocabulary(starter_content(), starter_content())
    assert vocabulary is not None
    return vocabulary


def has_figure(row: Instrument) -> bool:
    return any((row.rate_percent, row.fixed_yuan, row.unit_amount_yuan, row.caps, row.tiers))


@pytest.mark.parametrize("case", read_cases("enrich/tables"), ids=lambda case: case.title)
def test_supports_of_a_table(case: Case, words: Vocabulary) -> None:
    document, _ = parsed(case.text + "\n")
    rows = [row for facts in find_facts(document, words, Places()).values() for row in facts.instruments]
    assert [line for row in rows if has_figure(row) for line in lines(row)] == case.expected


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_takes_nothing_from_the_words_around_it(table: str, words: Vocabulary) -> None:
    text = f"一、标准\n给予最高300万元奖励，其他见下表：\n{table}对平台给予最高50万元补助。\n二、其他\n"
    document, problems = parsed(text)
    facts = find_facts(document, words, Places())["1"]
    assert [(row.rate_percent, [cap.amount_yuan for cap in row.caps]) for row in facts.instruments] == [
        (None, [3_000_000]),
        (20, [8_000_000]),
        (30, [20_000_000]),
        (None, [500_000]),
    ]
    assert (facts.targets, facts.statistics) == ((), ())
    for row in facts.instruments:
        assert document.clause("1").text[row.start : row.end] == row.evidence
    assert {found.code for found in problems} & {"P109"}


def test_rows_that_are_not_sure_give_no_figures(words: Vocabulary) -> None:
    text = f"一、标准\n给予最高300万元奖励，其他见下表：\n{DOUBTFUL}对平台给予最高50万元补助。\n二、其他\n"
    document, problems = parsed(text)
    facts = find_facts(document, words, Places())["1"]
    assert [cap.amount_yuan for row in facts.instruments for cap in row.caps] == [3_000_000, 500_000]
    assert not [row for row in facts.instruments if row.rate_percent or row.tiers]
    assert (facts.targets, facts.statistics) == ((), ())
    assert {found.code for found in problems} & {"P110"}
