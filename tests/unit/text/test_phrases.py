import pytest

from digest.text.phrases import noun_phrases
from digest.text.segmenter import segmenter


def phrases(text: str) -> set[str]:
    return {phrase.text for phrase in noun_phrases(text, segmenter().words(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对参加骨灰海葬的家属，每例给予补贴2000元", "骨灰海葬"),
        ("对既有住宅加装电梯的，每台给予补助20万元", "加装电梯"),
        ("推行节地生态安葬", "节地生态安葬"),
        ("支持传感器企业开展流片", "流片"),
        ("鼓励知识产权质押融资", "知识产权质押融资"),
        ("培育老字号，首次认定的给予奖励", "老字号"),
    ],
)
def test_names_of_things_are_found(text: str, name: str) -> None:
    assert name in phrases(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("当年营业收入增长的企业", "当年"),
        ("每家企业最高10万元", "每家"),
        ("每台给予补助", "每台"),
        ("给予10万美元奖励", "万美元"),
        ("该类人员给予奖励", "该类"),
        ("首次加装的给予奖励", "首次"),
        ("一月举办展会", "一月"),
        ("次年兑现奖励", "次年"),
        ("上半年举办展会", "上半年"),
        ("在深圳市举办展会", "深圳市"),
        ("龙华区企业", "龙华区"),
        ("同一项目不重复奖励", "同一"),
        ("各地举办展会", "各地"),
        ("形成优势互补", "优势互补"),
        ("第三方评估", "第三方"),
        ("建设区级，给予奖励", "区级"),
    ],
)
def test_words_that_point_or_count_are_in_no_name(text: str, word: str) -> None:
    assert not any(word in phrase for phrase in phrases(text))


def test_a_phrase_has_no_gap_and_is_no_longer_than_a_name() -> None:
    found = phrases("生态、安葬设施。骨灰海葬生态安葬公墓建设管理服务")
    assert not any("、" in phrase or "。" in phrase or len(phrase) > 8 for phrase in found)
