"""Bare sums are support below words that announce them, in the clause itself or above it."""

import pytest

from digest.enrich import find_facts
from digest.enrich.places import Places
from digest.model.vocabulary import Vocabulary
from digest.read.word_lists import read_vocabulary
from digest.resources import starter_content
from parsing import parsed

LISTS = {
    "below a heading": (
        "三、补贴标准\n（一）甲类人才，每人每月1500元；\n（二）乙类人才，每人每月1000元。\n",
        {"3.1": 1500, "3.2": 1000},
    ),
    "below a clause that only leads to its items": (
        "三、补贴标准\n（一）丙类人才，其中：\n1.具有博士学位者，每人每月800元；\n2.具有硕士学位者，每人每月600元。\n",
        {"3.1.1": 800, "3.1.2": 600},
    ),
    "below a sentence that leads to its items": (
        "第三条 对通过评估的平台按以下标准给予奖励：\n（一）国家级，100万元；\n（二）省级，50万元。\n",
        {"art3.1": 1000000, "art3.2": 500000},
    ),
    "below conditions": (
        "第三条 符合下列条件之一的，给予奖励：\n（一）注册资本，100万元；\n（二）年营业收入，50万元。\n",
        {},
    ),
    "below a clause of another matter": (
        "三、补贴标准\n（一）申请条件\n1.近三年投入，800万元；\n2.年缴税款，600万元。\n",
        {},
    ),
}


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    vocabulary, _ = read_vocabulary(starter_content(), starter_content())
    assert vocabulary is not None
    return vocabulary


@pytest.mark.parametrize(("text", "sums"), LISTS.values(), ids=LISTS)
def test_sums_below_words_that_announce_them(text: str, sums: dict[str, int], words: Vocabulary) -> None:
    document, _ = parsed(text)
    found = {
        clause: row.fixed_yuan or row.unit_amount_yuan
        for clause, facts in find_facts(document, words, Places()).items()
        for row in facts.instruments
        if row.fixed_yuan or row.unit_amount_yuan
    }
    assert found == sums
