"""The words a text is about."""

from digest.enrich.keywords import MOST, find_keywords
from digest.text.segmenter import segmenter
from parsing import parsed

TEXT = """某市智能传感器若干措施
第一条 支持智能传感器企业开展首轮流片，首轮流片的费用按比例资助。
第二条 支持智能传感器企业建设封测平台。封测平台对企业开放，免费检测。
第三条 本措施由智能传感器办公室负责解释。
"""


def keywords():
    document, _ = parsed(TEXT, "example")
    return find_keywords(document, segmenter(("首轮流片", "智能传感器", "封测平台")))


def words(found):
    return [each.word for each in found]


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
