"""Numerals: the forms that appear in policy texts, and what is no numeral."""

from decimal import Decimal

import pytest

from digest.text.numerals import LIMIT, parse_number, parse_numeral, print_mixed, print_numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十二", 12),
        ("一百零三", 103),
        ("１２", 12),
        ("3.5亿", 350_000_000),
        ("千万", 10_000_000),
        ("百万", 1_000_000),
        ("5千万", 50_000_000),
        ("一千二百万", 12_000_000),
        ("两百", 200),
        ("二〇二五", 2025),
        ("一万五", 15_000),
        ("三百五", 350),
        ("廿二", 22),
        ("十万零一十", 100_010),
        ("1,000", 1_000),
        ("1 000", 1_000),
        ("壹佰贰拾", 120),
        ("一万亿", 10**12),
        ("12万3千", 123_000),
    ],
)
def test_reads(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    "text", ["", "万", "十十", "二十十", "一亿亿", "三点", "点五", ".", "1,00", "²", "9" * 5000, "条"]
)
def test_no_numeral(text: str) -> None:
    assert parse_number(text) is None


def test_fractions_are_numbers_but_not_numerals() -> None:
    assert parse_number("三点五") == Decimal("3.5")
    assert parse_numeral("三点五") is None
    assert parse_numeral("1.5") is None


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (10, "十"), (110, "一百一十"), (1_010, "一千零一十"), (120_000, "十二万"), (10**8, "一亿")],
)
def test_prints(number: int, text: str) -> None:
    assert print_numeral(number) == text


@pytest.mark.parametrize(("number", "text"), [(35_000, "3.5万"), (200_000_000, "2亿"), (999, "999")])
def test_prints_mixed(number: int, text: str) -> None:
    assert print_mixed(number) == text


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_refuses_to_print_what_it_could_not_read(number: int) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        print_numeral(number)
