"""What changed between two versions of a clause, figures first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.changes import figures_changed, what_changed


@pytest.mark.parametrize(
    ("old", "new", "figures"),
    [
        ("按30%给予补贴。", "按35%给予补贴。", [("30%", "35%")]),
        ("最高500万元，分3年。", "最高800万元，分3年。", [("500万元", "800万元")]),
        ("补贴。", "补贴，最高100万元。", [("", "100万元")]),
        ("共十五条。", "共十六条。", [("十五条", "十六条")]),
        ("支持企业发展。", "鼓励企业发展。", []),
    ],
)
def test_figures_that_changed(old: str, new: str, figures: list[tuple[str, str]]) -> None:
    assert list(figures_changed(old, new)) == figures


def test_words_woven_together_and_numbers_whole() -> None:
    parts = what_changed("按30%给予MEMS补贴", "按35%给予MEMS资助").parts
    assert [(part.kind, part.text) for part in parts] == [
        ("same", "按"), ("removed", "30"), ("added", "35"), ("same", "%给予MEMS"), ("removed", "补贴"), ("added", "资助"),
    ]  # fmt: skip


@given(st.text("甲乙1230%，万元MEMS \n", max_size=60), st.text("甲乙1230%，万元MEMS \n", max_size=60))
def test_the_parts_are_the_two_texts(old: str, new: str) -> None:
    parts = what_changed(old, new).parts
    assert "".join(part.text for part in parts if part.kind != "added") == old
    assert "".join(part.text for part in parts if part.kind != "removed") == new


def test_very_long_texts_are_compared_in_time() -> None:
    change = what_changed("甲" * 50_000, "乙" * 50_000)
    assert [part.kind for part in change.parts] == ["removed", "added"]
