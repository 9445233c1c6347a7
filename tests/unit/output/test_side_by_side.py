from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text

from digest.model.document import Clause
from digest.model.matches import Act, ActPair, Match, Ruling
from digest.output.side_by_side import ruled, side_by_side
from small_matches import MATCHES, PAIR
from unit.crossref.policies import policy

A = policy("a", "支持流片|对首轮流片给予补贴。组织流片培训。").document.clauses[-1]
B = policy("b", "支持流片|每年对首次流片予以资助。").document.clauses[-1]


def act(clause: Clause, text: str) -> Act:
    at = clause.text.index(text)
    return Act(clause.id, clause.id, at, at + len(text), text)


def pair(a: str, b: str) -> ActPair:
    return replace(PAIR, a=act(A, a), b=act(B, b))


JOINED = replace(
    MATCHES[0], pairs=(pair("对首轮流片给予补贴", "对首次流片予以资助"), pair("组织流片培训", "资助"))
)


def shown(match: Match | None = JOINED, *, width: int = 100) -> Text:
    sides = (("a#art1", A), ("b#art1", B))
    return Text.from_ansi(side_by_side(*sides, match, ("流片",), width=width, colour=True))


def marked(text: Text, style: str) -> list[str]:
    """The stretches with a style, neighbours joined."""
    console = Console()
    has = [style in str(text.get_style_at_offset(console, at)) for at in range(len(text.plain))]
    cut = "".join(character if on else "\0" for character, on in zip(text.plain, has, strict=True))
    return [each for each in cut.split("\0") if each.strip()]


def test_the_acts_that_correspond_and_the_words_in_common_are_marked() -> None:
    text = shown(width=60)
    green = marked(text, "color(2)")
    assert green == ["对首轮流片给予补贴", "组织流片培训", "对首次流片予以资助"]
    assert "组织流片培训" not in marked(text, "bold color(2)")
    assert marked(text, "underline") == ["流片"] * 3


def test_a_pair_that_nobody_joins_has_its_words_marked_only() -> None:
    text = shown(None)
    assert marked(text, "color(2)") == []
    assert marked(text, "underline") == ["流片"] * 3
    assert text.plain.rstrip().endswith("The rules do not pair these two.")


@pytest.mark.parametrize(("width", "one_row"), [(60, False), (79, False), (80, True), (160, True)])
def test_narrow_terminals_stack_the_texts(*, width: int, one_row: bool) -> None:
    lines = shown(width=width).plain.splitlines()
    assert any("a#art1" in line and "b#art1" in line for line in lines) is one_row


def test_what_the_rules_say_stands_below() -> None:
    last = shown().plain.splitlines()[-1]
    assert last == "same · likely 0.91 · theme tape-out · nearly the same text · the same instrument"


def test_an_editor_needs_no_probability() -> None:
    last = shown(replace(JOINED, decided_by="editor", grade=1, theme=None, reasons=())).plain.splitlines()[-1]
    assert last == "comparable"


def test_characters_that_could_drive_the_terminal_are_replaced() -> None:
    odd = replace(A, text="对首轮流片\x1b[2J给予补贴。")
    assert "\x1b[2J" not in side_by_side(("a", odd), ("b", B), None, (), width=60, colour=False)


def test_an_earlier_ruling_in_one_line() -> None:
    ruling = Ruling("a#art1", "b#art1", "same", "编辑", "2026-01-02", "one instrument", "0" * 8, "1" * 8)
    assert ruled(ruling, changed=False) == "编辑 ruled on 2026-01-02: same. one instrument"
    assert ruled(ruling, changed=True).endswith("one instrument A text has changed since.")
