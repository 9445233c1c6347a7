"""The words a text is about."""

import pytest

from digest.enrich import find_facts
from digest.enrich.keywords import MOST, find_keywords
from digest.enrich.places import Places
from digest.read.word_lists import read_vocabulary
from digest.resources import starter_content
from digest.text.segmenter import segmenter
from parsing import parsed

TEXT = """某市智能传感器若干措施
第一条 支持智能传感器企业开展首轮流片，首轮流片的费用按比例资助。
第二条 支持智能传感器企业建设封测平台。封测平台对企业开放，免费检测。
第三条 本措施由智能传感器办公室负责解释。
"""
TERMS = ("首轮流片", "智能传感器", "封测平台")
VOCABULARY = read_vocabulary(starter_content(), starter_content()).vocabulary or pytest.fail("no word lists")


def keywords(text=TEXT, terms=TERMS, facts=None):
    document, _ = parsed(text, "example")
    return find_keywords(document, segmenter(terms), VOCABULARY.keywords, terms, facts or {})


def words(found):
    return [each.word for each in found]


def everything(text, terms=()):
    return {word for each in keywords(text, terms).clauses.values() for word in words(each)}


def test_a_clause_is_about_what_stands_in_it_more_often_than_elsewhere():
    clauses = keywords().clauses
    assert words(clauses["art1"])[0] == "首轮流片"
    assert words(clauses["art2"])[0] == "封测平台"


def test_what_a_document_is_about_tells_nothing_of_a_clause():
    found = keywords()
    assert "智能传感器" in words(found.whole)
    assert all(words(each)[0] != "智能传感器" for each in found.clauses.values() if len(each) > 1)


def test_shares_are_those_of_a_vector():
    for found in (keywords().whole, *keywords().clauses.values()):
        assert len(found) <= MOST
        assert [each.share for each in found] == sorted((each.share for each in found), reverse=True)
        assert sum(each.share**2 for each in found) <= 1_010_000


def test_words_of_every_text_are_no_keywords():
    assert not {"支持", "企业", "负责"} & set(words(keywords().whole))


@pytest.mark.parametrize(
    "text",
    [
        "第一条 各有关部门按职责分工负责。各有关部门按职责分工负责。",
        "第一条 引进一批单个企业，进一步加大力度。引进一批单个企业，进一步加大力度。",
        "第一条 单个项目每年最高500万元。单个项目每年最高500万元。",
        "第一条 大力发展，提供更加优质的支撑。大力发展，提供更加优质的支撑。",
        "第一条 城乡规划行政主管部门负责。城乡规划行政主管部门负责。",
        "第一条 2025年底前，相关单位完成任务。2025年底前，相关单位完成任务。",
    ],
)
def test_no_keyword_is_formula_count_or_body(text):
    assert everything(text) == set()


def test_a_noun_has_the_words_that_say_of_what_kind_it_is():
    text = "一、检测平台\n支持建设激光雷达检测平台，对激光雷达检测平台给予补贴。"
    assert {"激光雷达检测平台"} <= everything(text)
    assert not {"平台", "建设激光雷达", "支持建设"} & everything(text)


def test_words_of_a_cited_title_are_no_keywords():
    text = "第一条 参照《半导体发展指引》建设会展中心，会展中心开放。\n第二条 参照《半导体发展指引》建设体育馆，体育馆开放。"
    document, _ = parsed(text, "example")
    facts = find_facts(document, VOCABULARY, Places())
    assert "半导体" in words(keywords(text, ()).whole)
    assert words(keywords(text, (), facts).whole) == ["会展中心", "体育馆"]
