"""Numerals and money: 100,000 values printed in every written form read back as themselves."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.money import MONEY_FORMS, SHARE_FORMS, find_figures
from digest.text.numerals import FORMS, LIMIT, parse_number, parse_numeral

VALUES = 100_000


def spread(count: int) -> list[int]:
    """Whole numbers of every length, the same ones in each run, many of them with zeros inside."""
    rng = random.Random(2022)
    numbers = list(range(1_000))
    while len(numbers) < count:
        digits = rng.randint(1, 16)
        zeros = 10 ** rng.randint(0, digits - 1)
        numbers.append(rng.randrange(10**digits) // zeros * zeros + rng.choice((0, 0, rng.randrange(zeros))))
    return [number for number in numbers if number < LIMIT]


def test_every_form_reads_back() -> None:
    wrong = [
        (name, number)
        for number in spread(VALUES)
        for name, form in FORMS.items()
        if parse_numeral(form(number)) != number
    ]
    assert wrong == []


@given(st.text(alphabet="零一二两三十百千万亿点0123456789.,０９ ", max_size=60))
def test_any_row_of_signs_is_a_number_in_range_or_nothing(text: str) -> None:
    value = parse_number(text)
    assert value is None or 0 <= value < LIMIT


@pytest.mark.slow
def test_every_form_of_money_reads_back() -> None:
    wrong = [
        (name, yuan)
        for yuan in spread(VALUES)
        for name, form in MONEY_FORMS.items()
        if [figure.low for figure in find_figures(f"给予{form(yuan)}奖励")] != [yuan]
    ]
    assert wrong == []


@pytest.mark.slow
def test_every_form_of_a_share_reads_back() -> None:
    wrong = [
        (name, share)
        for share in (Decimal(n) / 100 for n in range(VALUES))
        for name, form in SHARE_FORMS.items()
        if [figure.low for figure in find_figures(f"按投资额的{form(share)}给予奖励")] != [share]
    ]
    assert wrong == []


@given(st.text(alphabet="一十百万亿元美分之成倍点比0123456789.,:/%‰-至、和 （含）", max_size=80))
def test_figures_of_any_text_lie_in_it_in_order(text: str) -> None:
    places = [place for figure in find_figures(text) for place in (figure.start, figure.end)]
    assert places == sorted(places)
    assert all(figure.low <= figure.high for figure in find_figures(text))
