"""How values of a row differ."""

import pytest

from digest.crossref.compare.rows import scope_of, target_value
from digest.crossref.compare.weigh import weigh
from digest.model.comparison import StatedValue, Verdict
from digest.model.facts import Cap, Instrument, Target


def cap(yuan, scope="enterprise_year"):
    stated = Cap(yuan, "<=", scope, "printed")
    return (StatedValue((yuan, "<="), 0, stated, scope_of(stated)),)


def rate(percent, base):
    return (StatedValue((percent, "="), 0, Instrument("subsidy", "", 0, 0), base),)


def goal(value, year=2025, metric="产业增加值", comparator="="):
    return (
        target_value(Target(metric, "", 0, 0, value=value, unit="CNY", year=year, comparator=comparator)),
    )


THREE, FIVE = cap(3_000_000), cap(5_000_000)


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ((THREE, THREE), Verdict.SAME),
        ((THREE, FIVE), Verdict.DIFFERENT),
        ((THREE, (), FIVE), Verdict.DIFFERENT),
        ((THREE, ()), Verdict.SOME),
        ((THREE, (), THREE), Verdict.SOME),
        ((THREE, cap(3_000_000, "project")), Verdict.INCOMPARABLE),
        ((THREE, cap(3_000_000, "year")), Verdict.SAME),  # the applicant is understood
        ((rate(30, "项目投资"), rate(20, "项目投资额")), Verdict.DIFFERENT),
        ((rate(30, "项目投资"), rate(30, "销售额")), Verdict.INCOMPARABLE),
        ((rate(30, "项目投资"), rate(30, "")), Verdict.SAME),
        ((goal(8e9), goal(9e9)), Verdict.DIFFERENT),
        ((goal(8e9), goal(8e9, comparator=">")), Verdict.DIFFERENT),  # 超过80亿元 is not 80亿元
        ((goal(8e9), goal(8e9, year=2023)), Verdict.INCOMPARABLE),
        ((goal(8e9), goal(8e9, metric="主营业务收入")), Verdict.INCOMPARABLE),
    ],
)
def test_verdicts(cells, verdict):
    assert weigh(cells) is verdict
