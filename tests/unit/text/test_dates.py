from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.dates import days_of, iso_date, last_day, parse_date, print_date


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021年7月9日", "2021-07-09"),
        ("2021.7.9", "2021-07-09"),
        ("2022年6月", "2022-06"),
        ("2022/6", "2022-06"),
        ("2024年", "2024"),
        ("2024年13月", None),
        ("2023-02-29", None),
        ("二〇二一年", None),
        ("去年", None),
    ],
)
def test_a_date_as_people_write_it_in_iso_8601(text: str, said: str | None) -> None:
    assert iso_date(text) == said


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
