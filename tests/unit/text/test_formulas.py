"""No text turns into a formula, whatever stands invisible before it, and every text comes back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.text.formulas import guarded, unguarded

SIGNS = "=+-@＝＋－＠"
BEFORE = [
    "",
    " ",
    "\u3000",
    "\xa0",
    "\ufeff",
    "\u200b",
    "\u00ad",
    "\u202e",
    "\u2060",
    "\x00",
    "\u3164",
    "\ufe0f",
    " \ufeff\u200b\n ",
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", BEFORE)
def test_what_a_spreadsheet_would_compute_is_guarded(before: str, sign: str) -> None:
    assert guarded(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("text", ["\t1", "\r1", "\n1", "'", "'甲", "'=1"])
def test_controls_and_the_guard_itself_are_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "a=b", "——产业规模", "一、", "　　首行缩进", "3－5年", "《办法》", "甲'=1", "−1", "•=1"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@pytest.mark.parametrize("cell", ["'tis", "'甲", "'"])
def test_an_apostrophe_that_somebody_typed_stays(cell: str) -> None:
    assert unguarded(cell) == cell


INVISIBLE = sorted({*"".join(BEFORE), *"\t\r\n"})
_TEXT = st.text() | st.text(st.sampled_from([*SIGNS, *"'a甲", *INVISIBLE]))


@given(_TEXT)
@example("''=")
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(_TEXT)
def test_nothing_that_is_visible_first_is_a_sign(text: str) -> None:
    seen = guarded(text).lstrip("".join(INVISIBLE))
    assert not seen.startswith(tuple(SIGNS))
