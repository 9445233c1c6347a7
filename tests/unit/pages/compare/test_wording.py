"""Shared wording, names of groups, English of a part."""

from hypothesis import given
from hypothesis import strategies as st

from digest.pages.compare.naming import best_heading
from digest.pages.compare.wording import shared_wording
from digest.pages.translated import english_sentences, taken_of


def marked(text, other):
    return "".join(f"[{each.text}]" if each.shared else each.text for each in shared_wording(text, other)[0])


def test_common_runs_are_marked_in_both():
    left, right = shared_wording("支持企业开展流片", "鼓励企业开展首轮流片")
    assert [each.text for each in left if each.shared] == ["企业开展", "流片"]
    assert [each.text for each in right if each.shared] == ["企业开展", "流片"]


def test_white_space_is_no_difference():
    assert marked("不超过 500 万元", "不超过500万元") == "[不超过 500 万元]"


def test_a_figure_is_never_split():
    assert marked("最高300万元", "最高500万元") == "[最高]300[万元]"
    assert marked("最高30%的费用", "最高130%的费用") == "[最高]30[%的费用]"


@given(st.text("支持流片 0123。，的", max_size=60), st.text("支持流片 0123。，的", max_size=60))
def test_the_stretches_give_the_text_back(a, b):
    left, right = shared_wording(a, b)
    assert "".join(each.text for each in left) == a
    assert "".join(each.text for each in right) == b
    assert ["".join(each.text.split()) for each in left if each.shared] == [
        "".join(each.text.split()) for each in right if each.shared
    ]


def test_a_group_is_named_by_what_its_measures_share():
    texts = ["对企业首轮流片给予补贴", "对首轮流片费用给予补贴"]
    assert best_heading(["优化资源配置", "支持企业首轮流片"], texts) == 1
    assert best_heading([None, "支持企业首轮流片"], texts) == 1
    assert best_heading([None, None], texts) == 0


def test_the_sentences_that_hold_a_measure():
    chinese, english = "第一句。对流片给予补贴。第三句。", "One. Tape-out is subsidised. Three."
    start = chinese.index("对流片")
    assert english_sentences(chinese, english, start, start + 8) == "Tape-out is subsidised."
    assert english_sentences(chinese, english, 0, start + 8) == "One. Tape-out is subsidised."


def test_sentences_that_do_not_pair_are_not_guessed():
    assert english_sentences("一。二。", "One.", 0, 2) is None
    assert english_sentences("一。\n二。", "One. Two.", 0, 2) is None


def test_what_a_share_is_taken_of():
    said = "A subsidy of 30% of the cost (masks, licences), up to RMB 3 million; 60% of fees."
    assert taken_of(said, 30.0) == "the cost (masks, licences)"
    assert taken_of(said, 60.0) == "fees"
    assert taken_of(said, 0.6) is None
    assert taken_of("30% of A, 30% of B", 30) is None
