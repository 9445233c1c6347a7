"""The English sentences that say what a part of a Chinese text says."""

import pytest

from digest.text.sentences import translated_part

CHINESE = (
    "支持建设平台，按投资的40%给予补贴，最高500万元。鼓励企业采用MEMS工艺，组织专家评审。对首台套给予奖励。"
)
SPLIT = (
    "Support the building of platforms with a subsidy of 40% of the investment. The cap is RMB 5 million. "
    "Encourage enterprises to use MEMS processes. Organise reviews by experts. Reward first-of-its-kind equipment."
)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            "按投资的40%",
            "Support the building of platforms with a subsidy of 40% of the investment. The cap is RMB 5 million.",
        ),
        ("MEMS", "Encourage enterprises to use MEMS processes. Organise reviews by experts."),
        ("对首台套", "Reward first-of-its-kind equipment."),
        ("组织专家评审。对首台套", SPLIT[SPLIT.index("Encourage") :]),
    ],
)
def test_a_sentence_that_was_split_is_quoted_whole(part: str, said: str) -> None:
    start = CHINESE.index(part)
    assert translated_part(CHINESE, SPLIT, start, start + len(part)) == said


def test_sentences_that_were_joined() -> None:
    english = "Build platforms and bring in talent. The subsidy is 30%."
    assert (
        translated_part("建设平台。引进人才。补贴30%。", english, 0, 4)
        == "Build platforms and bring in talent."
    )
    assert translated_part("建设平台。引进人才。补贴30%。", english, 10, 14) == "The subsidy is 30%."


def test_the_whole_paragraph_where_the_figures_do_not_fit() -> None:
    english = "The subsidy is 20%. It is paid yearly. More follows."
    assert translated_part("补贴30%。每年兑付。", english, 0, 5) == english


def test_sentence_for_sentence_where_there_are_as_many() -> None:
    chinese, english = "一。对流片给予补贴。\n三。", "One. Tape-out is subsidised.\nThree."
    start = chinese.index("对流片")
    assert translated_part(chinese, english, start, start + 8) == "Tape-out is subsidised."
    assert translated_part(chinese, english, 0, start + 8) == "One. Tape-out is subsidised."


def test_other_paragraphs_are_nobodys() -> None:
    assert translated_part("一。\n二。", "One. Two.", 0, 2) is None


def test_as_many_sentences_on_both_sides_need_not_be_the_same_ones() -> None:
    chinese = "支持建设检测平台，给予最高100万元补贴。支持企业参展，给予最高20万元补贴。鼓励合作。"
    english = (
        "Support test platforms. They receive up to RMB 1 million. "
        "Support exhibitors with up to RMB 200,000, and encourage cooperation."
    )
    start = chinese.index("支持企业")
    part = translated_part(chinese, english, start, start + 4)
    assert part is not None
    assert "RMB 200,000" in part
