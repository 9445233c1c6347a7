"""Frames point at the right place, also under wide characters and in very long lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest.model.problem import Problem, problem, problem_at
from digest.model.source import Source, Span
from digest.output.frame import frame, place

LONG = "很长的一行，" * 200 + "三十－条" + "，还有很多字。" * 200


def marked(shown: str) -> str:
    """What stands above the caret, found by counting cells."""
    _, line, carets, *_ = shown.split("\n")
    start, end = cell_len(carets[: carets.index("^")]), cell_len(carets)
    text, at = "", 0
    for character in line:
        if start <= at < end:
            text += character
        at += cell_len(character)
    return text


def at(text: str, piece: str) -> Problem:
    start = text.index(piece)
    return problem_at("R005", Source("a/b.txt", text), Span(start, start + len(piece)))


def test_frame_of_a_place_in_a_line() -> None:
    found = at("总则\n第一条 支持研发。\n", "支持")
    assert frame(found).split("\n") == [
        "a/b.txt:2:5-6: error R005: The file is empty.",
        "2 | 第一条 支持研发。",
        "  |        ^^^^",
        "  hint: Put the words into it, or remove the page or policy.",
    ]


def test_frame_of_a_whole_file() -> None:
    assert frame(problem("R005", "a/b.txt")) == (
        "a/b.txt: error R005: The file is empty.\n  hint: Put the words into it, or remove the page or policy."
    )


@pytest.mark.parametrize("width", [20, 40, 80, 133])
@pytest.mark.parametrize("piece", ["三十－条", "－"])
def test_long_line_is_cut_around_the_place(width: int, piece: str) -> None:
    shown = frame(at(LONG, piece), width)
    assert marked(shown) == piece
    line = shown.split("\n")[1]
    assert cell_len(line) <= max(width, 24)
    assert line.startswith("1 | …")
    assert line.endswith("…")


def test_long_line_is_filled_when_the_place_is_at_its_end() -> None:
    text = LONG + "完"
    shown = frame(at(text, "完"), 80)
    assert marked(shown) == "完"
    assert 78 <= cell_len(shown.split("\n")[1]) <= 80


def test_mark_longer_than_the_line_shown_is_cut_with_it() -> None:
    shown = frame(problem_at("R005", Source("a", LONG), Span(0, len(LONG))), 60)
    assert all(cell_len(line) <= 60 for line in shown.split("\n"))


@given(st.text(st.characters(exclude_characters="\n\r"), min_size=1), st.data())
def test_every_frame_shows_what_it_marks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    found = problem_at("R005", Source("a", text), Span(start, start + 1))
    shown = frame(found, 60)
    assert len(shown.split("\n")) == 4
    character = text[start]
    if character.isprintable() and cell_len(character):
        assert character in marked(shown)


def test_control_and_bidi_characters_never_reach_the_terminal() -> None:
    shown = frame(at("甲\x1b[2J\u202e乙\u200b丙\t丁", "乙"))
    assert shown.split("\n")[1] == "1 | 甲\ufffd[2J\ufffd乙\ufffd丙 丁"
    assert "\x1b" not in frame(problem("R001", "\x1b]0;x\x07.txt", what="\x1b[31m", suggestion=""))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (problem("R005"), ""),
        (problem("R005", "a.txt"), "a.txt"),
        (problem("R005", "a.txt", line=3), "a.txt:3"),
        (Problem("R005", "a.txt", 3, 7, 8), "a.txt:3:7"),
        (Problem("R005", "a.txt", 3, 7, 10), "a.txt:3:7-9"),
    ],
)
def test_place(found: Problem, expected: str) -> None:
    assert place(found) == expected


def test_a_problem_keeps_little_of_a_huge_line() -> None:
    text = "字" * 5_000_000
    found = problem_at("R005", Source("a", text), Span(2_500_000, 2_500_002))
    assert (found.column, found.end_column) == (2_500_001, 2_500_003)
    assert len(found.source_line) <= 1_000
    assert marked(frame(found, 80)) == "字字"
