"""Lines of a terminal, in which a Chinese character takes two cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest.output.wrap import shortened, wrapped


def test_chinese_is_cut_between_characters_and_english_between_words() -> None:
    assert list(wrapped("支持智能传感器产业发展", 10)) == ["支持智能传", "感器产业发", "展"]
    assert list(wrapped("the line has no number", 10)) == ["the line", "has no", "number"]
    assert list(wrapped("", 10)) == [""]


def test_no_line_begins_with_a_full_stop() -> None:
    assert list(wrapped("支持智能传。感", 10)) == ["支持智能传。", "感"]


@given(st.text(alphabet="支持智 ab,。.…", max_size=60), st.integers(2, 12))
def test_nothing_is_lost_and_lines_are_short(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width + 2 for line in lines)


@pytest.mark.parametrize(("text", "shown"), [("支持智能", "支持智能"), ("支持智能传", "支持智…")])
def test_a_long_line_is_cut(text: str, shown: str) -> None:
    assert shortened(text, 8) == shown
