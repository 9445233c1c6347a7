"""No figure is taken from a table that was pasted as text."""

import pytest

from digest.enrich import find_facts
from digest.enrich.places import Places
from digest.model.vocabulary import Vocabulary
from digest.read.words import read_vocabulary
from digest.resources import starter_content
from parsing import parsed

TABLES = {
    "cells": "投资额\n比例\n上限\n5000万元以下\n20%\n800万元\n5000万元以上\n30%\n2000万元\n",
    "tabs": "投资额\t比例\t上限\n5000万元以下\t20%\t800万元\n5000万元以上\t30%\t2000万元\n",
    "bars": "|投资额|比例|上限|\n|--|--|--|\n|5000万元以下|20%|800万元|\n",
    "spaces": "1 国家级 100万元\n2 省级 50万元\n",
    "doubtful": "比例\n国家级\n30%\n到2027年达到100家\n省级\n20%\n50家\n",
}


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    vocabulary, _ = read_vocabulary(starter_content(), starter_content())
    assert vocabulary is not None
    return vocabulary


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_gives_no_figures_and_takes_none_from_the_words_around_it(
    table: str, words: Vocabulary
) -> None:
    text = f"一、标准\n给予最高300万元奖励，其他见下表：\n{table}对平台给予最高50万元补助。\n二、其他\n"
    document, problems = parsed(text)
    facts = find_facts(document, words, Places())["1"]
    assert [cap.amount_yuan for row in facts.instruments for cap in row.caps] == [3_000_000, 500_000]
    assert not [row for row in facts.instruments if row.rate_percent or row.tiers]
    assert (facts.targets, facts.statistics) == ((), ())
    for row in facts.instruments:
        assert document.clause("1").text[row.start : row.end] == row.evidence
    assert {found.code for found in problems} & {"P109", "P110"}
