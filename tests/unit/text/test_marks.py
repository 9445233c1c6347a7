"""What stands out in a policy text, and the Pygments lexer made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename

from digest.text.lexer import PolicyLexer
from digest.text.marks import find_marks


def marks(text):
    return [(mark.kind.value, text[mark.start : mark.end]) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第七条 本办法自发布之日起施行。", [("label", "第七条")]),
        ("（二）提升能力。\n3.打造平台。", [("label", "（二）"), ("label", "3.")]),
        ("3.5亿元", [("money", "3.5亿元")]),
        ("按30%给予最高500万元", [("share", "30%"), ("money", "500万元")]),
        ("到2025年，2021年 7 月 9 日", [("date", "2025年"), ("date", "2021年 7 月 9 日")]),
        ("2022—2025年实现翻番", [("date", "2022—2025年")]),
        (
            "《行动计划（2022—2025年）》（国发〔2020〕8号）",
            [("title", "《行动计划（2022—2025年）》"), ("number", "国发〔2020〕8号")],
        ),
        ("根据深府规〔2021〕1号文件", [("number", "深府规〔2021〕1号")]),
        (
            "（市工业和信息化局、发展改革委，各区政府按职责分工负责）",
            [("agency", "市工业和信息化局"), ("agency", "发展改革委"), ("agency", "各区政府")],
        ),
        ("由市商务局会同财政局负责", [("agency", "市商务局"), ("agency", "财政局")]),
        ("市委、市政府", [("agency", "市委"), ("agency", "市政府")]),
        ("建设区域总部，全部由内部解决", []),
        ("落实市政府的有关部署", []),
        ("发展改革委", []),
    ],
)
def test_marks(text, wanted):
    assert marks(text) == wanted


@given(st.text(alphabet="第一二三条（）《》〔〕、，。市局委2021年月日%万元 \n号发", max_size=60))
def test_tokens_joined_are_the_text(text):
    tokens = list(PolicyLexer().get_tokens_unprocessed(text))
    assert "".join(words for _, _, words in tokens) == text
    assert [at for at, _, _ in tokens] == sorted({at for at, _, _ in tokens})


def test_pygments_finds_the_lexer():
    assert isinstance(get_lexer_by_name("policy"), PolicyLexer)
    assert isinstance(get_lexer_for_filename("shenzhen.policy.txt"), PolicyLexer)
