"""Text is cut up for display, and joined it is the text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.pages.prose import mixed, paragraphs, shortened


@given(st.text(alphabet=st.sampled_from("对按50%3.5亿元年个，。 \n-—～０％G")) | st.text())
def test_nothing_is_lost(text):
    parts = paragraphs(text)
    assert "\n".join("".join(segment.text for segment in part) for part in parts) == text
    assert "".join(run.text for run in mixed(text, "en")) == text


@pytest.mark.parametrize(
    "figure",
    [
        "500万元",
        "50%",
        "3.5亿元",
        "2021年",
        "3—5年",
        "30-40%",
        "20 万平方米",
        "１０家",
        "2022-2025年",
        "100余家",
        "-5亿元",
    ],
)
def test_a_figure_and_its_unit_stay_together(figure):
    (paragraph,) = paragraphs(f"不超过{figure}的")
    assert [segment.text for segment in paragraph if segment.kind == "figure"] == [figure.lstrip("-")]


@pytest.mark.parametrize("text", ["5G网络", "3D打印", "MEMS", "第七条"])
def test_what_is_no_figure_is_left_alone(text):
    assert all(segment.kind == "" for segment in paragraphs(text)[0])


def test_languages_are_told_apart():
    runs = mixed("The text says 我局, not 《某局》（2019）.", "en")
    assert [run.lang for run in runs] == ["en", "zh-CN", "en", "zh-CN", "en"]
    assert mixed("依据 MEMS", "zh")[0].lang == "zh-CN"


def test_long_digits_take_linear_time():
    assert len(paragraphs("1" * 200_000)) == 1
    assert len(paragraphs("1." * 100_000)) == 1


def test_shortened_ends_at_a_sensible_place():
    assert shortened("一二三，四五六", 5) == "一二三…"
    assert shortened("短\n第二行", 5) == "短"
