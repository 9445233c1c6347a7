from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.dates import days_of, last_day, out_of_order, parse_date, print_date, stated_date


@pytest.mark.parametrize(
    "text",
    [
        "2021年7月9日",
        "2021年 7 月 9 日",
        "２０２１年７月９日",
        "二〇二一年七月九日",
        "2021-07-09",
        "2021/7/9",
    ],
)
def test_written_forms(text: str) -> None:
    assert parse_date(text) == date(2021, 7, 9)


@pytest.mark.parametrize(
    "text", ["", "2021年", "2021年7月", "2021年2月30日", "9999年99月99日", "〇〇〇〇年一月一日"]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_read_back(day: date) -> None:
    assert parse_date(print_date(day)) == day
    assert parse_date(day.isoformat()) == day


def test_a_validity_ends_the_day_before_the_anniversary() -> None:
    assert last_day(date(2022, 4, 1), 3) == date(2025, 3, 31)
    assert last_day(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert last_day(date(2022, 1, 1), 0) is None
    assert last_day(date(9999, 1, 1), 5) is None


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("2021/2023", date(2021, 1, 1), date(2023, 12, 31)),
        ("2021-07/2024-06-15", date(2021, 7, 1), date(2024, 6, 15)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_the_days_of_a_date_or_a_period(stated: str, first: date, last: date) -> None:
    assert days_of(stated) == (first, last)


@pytest.mark.parametrize("stated", ["2023-02-29", "2021/2023-04-31", "0000"])
def test_days_that_do_not_exist(stated: str) -> None:
    assert days_of(stated) is None


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("2024-02-06 10:00", "2024-02-06"),
        ("2024-02-06T10:00:00+08:00", "2024-02-06"),
        ("2024年02月06日", "2024-02-06"),
        ("2024 年 2 月 6 日 星期二", "2024-02-06"),
        ("２０２４－０２－０６", "2024-02-06"),
        ("二〇二四年二月六日", "2024-02-06"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("2024/2/6", "2024-02-06"),
        ("2024.2.6", "2024-02-06"),
        ("20240206", "2024-02-06"),
        ("20240206100000", "2024-02-06"),
        ("2024年2月6日10时", "2024-02-06"),
        ("2024年2月", "2024-02"),
        ("2024-02", "2024-02"),
        ("2024年", "2024"),
        ("2024", "2024"),
        ("", None),
        ("长期有效", None),
        ("2024-02-30", None),
        ("2024-13", None),
        ("1234567", None),
        ("2024〕3号", None),
        ("自2024年2月6日起", None),
    ],
)
def test_a_date_as_a_field_states_it(text: str, stated: str | None) -> None:
    assert stated_date(text) == stated


def test_dates_that_cannot_both_be_right() -> None:
    values = {"made": "2024-02-01", "effective": "2024", "expires": "2023-12", "period": "2024/2022"}
    found = [(each.later, each.earlier) for each in out_of_order(values)]
    assert found == [
        ("expires", "effective"),
        ("expires", "made"),
        ("expires", "period"),
        ("period", "period"),
    ]
    assert not list(out_of_order({"made": "2024-02-01", "expires": "2024"}))
