"""Figures of English texts: each row is a text and the kind and value of every figure in it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.english_figures import find_english_figures

ROWS = [
    ("RMB 10 million", [("money", 10_000_000)]),
    ("RMB 5–10 million", [("money", 5_000_000), ("money", 10_000_000)]),
    ("RMB 5 million to RMB 10 million", [("money", 5_000_000), ("money", 10_000_000)]),
    ("RMB 100,000, 200,000 and 300,000 respectively", [("money", 100_000), ("money", 200_000), ("money", 300_000)]),
    ("10 million yuan", [("money", 10_000_000)]),
    ("RMB 10.91 billion", [("money", 10_910_000_000)]),
    ("RMB 20 per square metre per month", [("money", 20)]),
    ("US$5 million", [("foreign", 5_000_000)]),
    ("a hundred-billion-yuan cluster", [("money", 100_000_000_000)]),
    ("30%", [("percent", 30)]),
    ("30–40%", [("percent", 30), ("percent", 40)]),
    ("30% to 40%", [("percent", 30), ("percent", 40)]),
    ("30 per cent", [("percent", 30)]),
    ("two percentage points", [("point", 2)]),
    ("one third", [("percent", pytest.approx(33.33, abs=0.01))]),
    ("half of it", [("percent", 50)]),
    ("doubling", [("times", 200)]),
    ("three times", [("times", 300)]),
    ("a 2.5-fold rise", [("times", 250)]),
    ("In June 2022", [("month", 6), ("number", 2022)]),
    ("9 July 2021", [("number", 9), ("month", 7), ("number", 2021)]),
    ("It may. May it? 3 May 2024", [("number", 3), ("month", 5), ("number", 2024)]),
    ("2022–2025", [("number", 2022), ("number", 2025)]),
    ("three to five years", [("number", 3), ("number", 5)]),
    ("twenty-one; two hundred and five", [("number", 21), ("number", 205)]),
    ("more than 26,000 kinds", [("number", 26_000)]),
    ("Article 4", [("number", 4)]),
    ("the 14th Five-Year Plan", [("number", 14), ("number", 5)]),
    ("2.5D and 5G", [("number", 2.5), ("number", 5)]),
    ("In 2021, 30% of", [("number", 2021), ("percent", 30)]),
    ("RMB 10 million and 30–40%", [("money", 10_000_000), ("percent", 30), ("percent", 40)]),
    ("no figure at all", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), ROWS, ids=[text for text, _ in ROWS])
def test_figures(text: str, figures: list[tuple[str, float]]) -> None:
    assert [(figure.kind, float(figure.value)) for figure in find_english_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("36 months", ["months"]),
        ("an 8-inch line", ["inch"]),
        ("3–5 years", ["years", "years"]),
        ("10 square metres", ["square metres"]),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in find_english_figures(text)] == units


@given(st.text("0123456789.,%-– RMBmilionthrefdaJuy", max_size=80))
def test_figures_are_in_order_and_apart(text: str) -> None:
    figures = find_english_figures(text)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures)
    assert all(one.end <= other.start for one, other in pairwise(figures))


def test_time_grows_with_the_text() -> None:
    def seconds(size: int) -> float:
        text = "RMB 5 million, 30% and twenty-one " * size
        started = time.process_time()
        find_english_figures(text)
        return time.process_time() - started

    assert min(seconds(2000) for _ in range(3)) < 4 * min(seconds(1000) for _ in range(3))
