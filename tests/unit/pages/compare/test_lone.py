"""Measures of a pair page that have no match."""

from dataclasses import replace

import pytest

from digest.model.comparison import Unmatched
from digest.model.corpus import Translation
from digest.model.matches import ActKey
from digest.model.measures import Measures
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.lone import lone_clauses
from digest.pages.make import make_setting
from digest.pages.strings import plain, read_words
from digest.resources import templates
from digest.text import urls
from small_facts import PLATFORM
from small_matches import FIRST, SECOND, compared_corpus

ENGLISH = "Support firms that build a test platform, up to RMB 10 million a year."
HALF = PLATFORM.index("，")
WHOLE, BUILD, PAY = ((0, len(PLATFORM)), (0, HALF), (HALF + 1, len(PLATFORM)))


def lone(language, alone, matched=()):
    """The measures that stand alone, each in its words with its marks; spans of one clause are ``alone`` or ``matched``."""
    made = compared_corpus()
    first, other = made.policies
    first = replace(first, translations={"2.1.1": Translation(None, ENGLISH, "reviewed")})
    setting = make_setting(replace(made, policies=(first, other)), read_words([templates()]))
    context = ComparisonContext(setting, language, urls.pair(language, SECOND, FIRST))
    keys = [[ActKey(FIRST, "2.1.1", *span) for span in spans] for spans in (alone, matched)]
    found = [Unmatched(key, (), () if matched else ("封测",)) for key in keys[0]]
    name = context.place(first)
    clauses = lone_clauses(context, Measures.of((first, other)), found, keys[1], other, name)
    return [
        (plain(each.quote.text), plain(each.quote.state), plain(each.only))
        for clause in clauses
        for each in clause.measures
    ]


@pytest.mark.parametrize("alone", [(WHOLE,), (BUILD, PAY)])
def test_the_english_of_a_clause_is_shown_once(alone):
    assert lone("en", alone) == [(ENGLISH, "", "Only in Guangming District, Shenzhen")]


def test_what_shares_its_english_sentence_with_a_matched_measure_is_shown_in_chinese():
    assert lone("en", [PAY], [BUILD]) == [
        (PLATFORM[HALF + 1 :], "Shown in Chinese: its English sentence also holds a matched measure", "")
    ]
    assert lone("zh", [PAY], [BUILD]) == [(PLATFORM[HALF + 1 :], "", "")]
