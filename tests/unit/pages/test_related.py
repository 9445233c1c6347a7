"""The words a page is tagged with."""

from digest.model.keywords import Keyword
from digest.pages.make import make_setting
from digest.pages.related import MOST_TAGS, tags
from digest.pages.strings import plain, read_words
from digest.resources import templates
from small_corpus import corpus

WORDS = read_words([templates()])


def made(*words, language="en"):
    setting = make_setting(corpus(), WORDS)
    keywords = tuple(Keyword(word, 500) for word in words)
    found = tags(setting, setting.corpus.policies[0], keywords, language, "en/policies/example-2022/")
    return [(plain(link.text), link.href.partition("?")[2]) for link in found]


def test_a_tag_speaks_the_language_of_the_page_where_the_glossary_has_it():
    assert made("流片", "资助") == [("tape-out", "q=tape-out")]
    assert made("资助") == [("资助", "q=%E8%B5%84%E5%8A%A9")]
    assert made("流片", language="zh") == [("流片", "q=%E6%B5%81%E7%89%87")]


def test_names_of_its_own_places_are_no_tags():
    assert [text for text, _ in made("光明区", "深圳市", "福田区", "流片", language="zh")] == [
        "福田区",
        "流片",
    ]


def test_there_are_few_tags():
    assert len(made("甲乙", "丙丁", "戊己", "庚辛", "壬癸", "子丑", "寅卯", language="zh")) == MOST_TAGS
