"""Figures of Chinese texts that the English must show: each row is a text and the sure figures in it."""

import pytest

from digest.model.vocabulary import TranslationWords
from digest.read.word_lists import TRANSLATION, read_words
from digest.resources import starter_content
from digest.translate.chinese_figures import find_chinese_figures

WORDS, _ = read_words(starter_content(), starter_content(), TRANSLATION)

ROWS = [
    ("最高1000万元", [("money", 10_000_000, "")]),
    ("20元/平方米/月，不超过36个月", [("money", 20, ""), ("number", 36, "个月")]),
    ("30-40%", [("percent", 30, ""), ("percent", 40, "")]),
    ("2021年 7 月 9 日", [("number", 2021, ""), ("month", 7, ""), ("number", 9, "日")]),
    ("3—5年", [("number", 3, ""), ("number", 5, "年")]),
    ("大约2.6万种", [("number", 26_000, "")]),
    ("第四条、共十五条", [("number", 4, ""), ("number", 15, "")]),
    ("三个部分，两家企业", [("number", 3, ""), ("number", 2, "")]),
    ("一批企业一体化，进一步提升", []),
    ("一是支持，二是鼓励", []),
    ("数十家、几百万", []),
    ("“十四五”期间", []),
    ("8英寸", [("number", 8, "英寸")]),
    ("翻番；翻两番", [("times", 200, ""), ("times", 400, "")]),
    ("国发〔2020〕8号", [("number", 2020, ""), ("number", 8, "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), ROWS, ids=[text for text, _ in ROWS])
def test_figures(text: str, figures: list[tuple[str, float, str]]) -> None:
    assert isinstance(WORDS, TranslationWords)
    found = [each for each in find_chinese_figures(text, WORDS) if each.sure]
    assert [(each.kind, float(each.value), each.unit) for each in found] == figures
