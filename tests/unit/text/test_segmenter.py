import pytest

from digest.text.rarity import UNKNOWN, rarity
from digest.text.segmenter import Segmenter, content_words, segmenter


@pytest.fixture(scope="module")
def cutter() -> Segmenter:
    return segmenter(("智能传感器",))


def texts(cutter: Segmenter, text: str) -> list[str]:
    return [word.text for word in cutter.words(text)]


def test_common_words_are_found(cutter: Segmenter) -> None:
    assert texts(cutter, "支持企业开展技术改造") == ["支持", "企业", "开展", "技术改造"]


def test_words_of_the_glossary_stay_whole(cutter: Segmenter) -> None:
    assert texts(cutter, "智能传感器产业") == ["智能传感器", "产业"]
    assert "智能传感器" not in texts(segmenter(), "智能传感器产业")


def test_characters_no_dictionary_joins_become_one_word(cutter: Segmenter) -> None:
    assert "封测" in texts(cutter, "建设封测平台")


def test_function_words_never_join(cutter: Segmenter) -> None:
    assert "的" in texts(cutter, "企业的平台")


def test_places_are_those_of_the_text(cutter: Segmenter) -> None:
    text = "（一）支持MEMS 中试线建设，A类。\n对首轮流片给予补贴"
    for word in cutter.words(text):
        assert text[word.start : word.end].lower() == word.text


def test_latin_words_are_lower_case_and_punctuation_is_no_word(cutter: Segmenter) -> None:
    assert texts(cutter, "《CMOS-MEMS》、EDA！") == ["cmos-mems", "eda"]


@pytest.mark.parametrize("text", ["", "，。", "\U00020000\ud800", "12345"])
def test_texts_without_words_have_none(cutter: Segmenter, text: str) -> None:
    assert texts(cutter, text) == []


def test_content_words_have_two_characters(cutter: Segmenter) -> None:
    assert all(len(word.text) > 1 for word in content_words(cutter.words("对企业的支持和帮助")))


def test_rare_words_are_rarer_than_common_ones() -> None:
    assert rarity()["应当"] < rarity()["企业"] < rarity()["园区"] < UNKNOWN
    assert "传感器" not in rarity()
