"""Shared wording, names of groups, English of a part."""

from hypothesis import given
from hypothesis import strategies as st

from digest.pages.compare.naming import best_heading
from digest.pages.compare.wording import as_printed, differing, marked, shared_figures
from digest.pages.translated import taken_of


def shown(text, other, *words):
    return "".join(f"[{each.text}]" if each.shared else each.text for each in marked(text, other, words)[0])


def test_telling_words_are_marked_wherever_they_stand():
    assert shown("支持流片，补贴流片费用", "鼓励流片", "流片") == "支持[流片]，补贴[流片]费用"
    assert shown("支持 PDK 开发", "开发pdk", "pdk") == "支持 [PDK] 开发"
    assert shown("技术\n改造", "技术改造", "技术改造") == "[技术\n改造]"
    assert shown("公共服务平台", "服务平台", "公共服务", "服务平台") == "[公共服务平台]"


def test_a_word_is_named_as_it_is_printed():
    assert as_printed("ip", "购买 IP 授权") == "IP"
    assert as_printed("流片", "掩模") == "流片"


def test_only_whole_figures_in_common_are_marked():
    assert shown("最高300万元", "不超过 0.03 亿元") == "最高[300万元]"
    assert shown("最高300万元", "最高500万元") == "最高300万元"
    assert shown("最高30%的费用", "最高130%的费用") == "最高30%的费用"
    assert shown("按30%补贴，最高30万元", "按30%奖励") == "按[30%]补贴，最高30万元"


def test_a_figure_in_common_is_named_once():
    text = "按30%补贴，最高100万元；再按30%奖励"
    assert [text[each.start : each.end] for each in shared_figures(text, "给予30%、1百万元")] == [
        "30%",
        "100万元",
    ]


@given(
    st.text("支持流片 0123万元%。，的", max_size=60),
    st.text("支持流片 0123万元%。，的", max_size=60),
    st.lists(st.text("支持流片", min_size=1, max_size=3), max_size=3),
)
def test_the_stretches_give_the_text_back(a, b, words):
    assert ["".join(each.text for each in cut) for cut in marked(a, b, tuple(words))] == [a, b]


def test_a_group_is_named_by_what_its_measures_share():
    texts = ["对企业首轮流片给予补贴", "对首轮流片费用给予补贴"]
    assert best_heading(["优化资源配置", "支持企业首轮流片"], texts) == 1
    assert best_heading([None, "支持企业首轮流片"], texts) == 1
    assert best_heading([None, None], texts) == 0


def test_what_a_share_is_taken_of():
    said = "A subsidy of 30% of the cost (masks, licences), up to RMB 3 million; 60% of fees."
    assert taken_of(said, 30.0) == "the cost (masks, licences)"
    assert taken_of(said, 60.0) == "fees"
    assert taken_of(said, 0.6) is None
    assert taken_of("30% of A, 30% of B", 30) is None


def differs(text, other):
    cut = differing(text, other)[0]
    return "".join(f"[{each.text}]" if each.differs else each.text for each in cut)


def test_of_two_versions_the_words_that_differ_are_marked_and_of_other_texts_the_figures():
    assert (
        differs("对企业给予30%补贴，最高300万元", "对个人给予30%补贴，最高500万元")
        == "对[企业]给予30%补贴，最高[300]万元"
    )
    assert (
        differs("支持建设平台，补贴20%，最高300万元", "一次性奖励20%")
        == "支持建设平台，补贴20%，最高[300万元]"
    )
    assert differs("支持流片", "支持流片") == "支持流片"


def test_english_texts_are_versions_of_one_by_their_words_not_by_their_letters():
    text = "Grant firms a subsidy of 30% of the cost of tape-outs, up to RMB 3 million."
    assert (
        differs(text, "Grant firms a subsidy of 20% of the cost of masks, up to RMB 3 million.")
        == "Grant firms a subsidy of [30]% of the cost of [tape-outs], up to RMB 3 million."
    )
    other = "Lead all the districts in strengthening their centres for research into chips."
    assert differs(text, other) == text.replace("30%", "[30%]")


@given(st.text(), st.text())
def test_what_differs_gives_the_texts_back(a, b):
    cut = differing(a, b)
    assert ["".join(each.text for each in stretches) for stretches in cut] == [a, b]
