"""How a difference is said."""

import pytest

from digest.model.comparison import ComparisonCell, MeasureRow, Silence, StatedValue, Verdict
from digest.model.facts import Instrument
from digest.pages.compare.differences import ComparedValues, explain
from digest.pages.compare.values import Worded
from digest.pages.strings import plain, read_words, run
from digest.resources import templates

FACT = Instrument("subsidy", "", 0, 0)


@pytest.fixture(scope="module")
def words():
    return read_words([templates()])


def said(words, verdict, *columns, row="cap", silence=Silence.NONE, language="zh"):
    """What is said of columns (place, value in words, what it counts by); None for a place without a value."""
    cells = tuple(
        ComparisonCell((StatedValue(each[1], 0, FACT),)) if len(each) > 1 else ComparisonCell((), silence)
        for each in columns
    )
    named = [
        ComparedValues(
            run(each[0], language),
            each[1] if len(each) > 1 else "",
            tuple(Worded(run(text, language), run(basis, language)) for text, basis in [each[1:]] if text)
            if len(each) > 1
            else (),
        )
        for each in columns
    ]
    return plain(explain(words[language], MeasureRow(row, verdict, cells), named))


THREE, FIVE = ("甲区", "最高300万元", "每家企业每年"), ("乙区", "最高500万元", "每家企业每年")


def test_places_keep_their_order_and_no_arrow_suggests_a_change(words):
    assert said(words, Verdict.DIFFERENT, FIVE, THREE) == (
        "上限（每家企业每年）：最高500万元（乙区） vs 最高300万元（甲区）"
    )


def test_places_that_state_the_same_are_named_together(words):
    third = ("丙区", "最高300万元", "每家企业每年")
    assert said(words, Verdict.DIFFERENT, THREE, FIVE, third) == (
        "上限（每家企业每年）：最高300万元（甲区、丙区） vs 最高500万元（乙区）"
    )


def test_what_only_some_state_is_said_of_these_clauses(words):
    assert said(words, Verdict.SOME, THREE, ("乙区",)) == (
        "上限：所列条款中，仅甲区写明此项：最高300万元，每家企业每年"
    )
    english = ("Longhua", "up to RMB 3 million", "per year")
    assert said(words, Verdict.SOME, english, ("Henan",), language="en") == (
        "Cap: stated only by Longhua among these clauses: up to RMB 3 million, per year"
    )


@pytest.mark.parametrize("silence", [Silence.ELSEWHERE, Silence.UNREAD])
def test_only_is_not_said_where_it_is_not_known(words, silence):
    assert said(words, Verdict.SOME, THREE, ("乙区",), silence=silence) == ""


def test_equal_values_need_no_words(words):
    assert said(words, Verdict.SAME, THREE, ("乙区", *THREE[1:])) == ""


def test_what_counts_different_things_is_listed_and_not_weighed(words):
    assert said(words, Verdict.INCOMPARABLE, THREE, ("乙区", "最高500万元", "每个项目")) == (
        "上限：计算口径不同：最高300万元，每家企业每年（甲区） vs 最高500万元，每个项目（乙区）"
    )
