"""What a search finds, in which order; and that the shards hold the index."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model.facts import Cap, ClauseFacts, Instrument
from digest.search.find import find, search_clauses
from digest.search.index import PLACES, Index, make_index
from digest.search.query import Word, read_query
from digest.search.records import Field, Record, largest_cap, make_records
from digest.search.shards import ELSEWHERE, Shard, decode, encode, parted, shard_of, shards
from digest.text.units import fold, phrases, stemmer
from digest.text.words import segmenter
from small_corpus import corpus

RECORDS = tuple(make_records(corpus()))
INDEX = make_index(RECORDS, segmenter())


def look_up(files: Sequence[Shard], gram: str) -> str:
    """The postings of a gram, found as the script finds them."""
    first, rest = parted(gram)
    held = files[shard_of(first, len(files))].get(first, {})
    if rest and ELSEWHERE in held:
        return files[shard_of(gram, len(files))].get(gram, {}).get("", "")
    return held.get(rest, "")


def found(query: str) -> list[str]:
    hits = find(INDEX, read_query(query, stemmer()))
    named = [RECORDS[hit.record] for hit in hits]
    return [each.clause.id for each in named if each.clause and each.policy.meta.slug == "example-2022"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("首轮流片", "2.1"),
        ("首轮流片资助", "2.1"),
        ("首轮 資助", "2.1"),
        ("封测平台", "2.1.1"),
        ("５００万元", "2.1"),
        ("支持研发", "2.1"),
        ("第七条", "art7"),
        ("measure", "art7"),
        ("core components", "1"),
        ("声", "box1.1"),
    ],
)
def test_the_best_answer_comes_first(query, first):
    assert found(query)[0] == first


def test_a_minus_leaves_clauses_out():
    assert "2.1.1" in found("企业")
    assert "2.1.1" not in found("企业 -平台")


def test_a_quotation_is_not_cut_into_pieces():
    assert found("首轮流片资助")
    assert not found('"首轮流片资助"')


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("支持企业建设封测平台，每年最高1000万元", "2.1.1"),
        ("支持企业建设封测平台每年最高", "2.1.1"),
        ("支持企业建设封测平台与本措施", "2.1.1"),
        ("为加快培育产业集群，依据《意见》\n等文件精神", "front.2"),
        ("为加快培育产\n业集群，依据《意见》", "front.2"),
    ],
)
def test_a_sentence_that_was_copied_is_found(sentence, first):
    assert found(sentence)[0] == first


def test_the_policy_as_a_whole_helps_its_clauses():
    assert "2.1" in found("示例市 流片")


@pytest.mark.parametrize("query", ["", " ", "-", "-流片", "，。", '"'])
def test_a_query_without_words_finds_nothing(query):
    assert found(query) == []


def test_the_terminal_gives_clauses_only():
    assert all(record.clause for record, _ in search_clauses(corpus(), "示例市"))


def test_queries_are_read():
    assert read_query('流片 -补贴 "集成 电路"', str) == (
        Word(("流", "片")),
        Word(("补", "贴"), without=True),
        Word(("集", "成", "电", "路"), exact=True),
    )


def test_figures_and_numbers_are_units():
    units = [
        [unit.text for unit in phrase] for phrase in phrases(fold("深府規〔2021〕1號，1,000.5万元"), str)
    ]
    assert units == [list("深府规20211号"), list("1000.5万元")]


def test_each_gram_is_in_its_file_with_all_its_postings():
    files = tuple(shards(INDEX))
    for gram in INDEX.codes:
        assert decode(look_up(files, gram)) == sorted(INDEX.postings(gram))


def test_what_often_follows_two_units_has_files_of_its_own():
    grams = {f"行政{chr(0x4E00 + at)}": [at * PLACES] for at in range(600)} | {"行政": [0], "政务": [0]}
    index = Index(600, (0,), grams)
    files = tuple(shards(index))
    held = {first: own for file in files for first, own in file.items()}
    assert (ELSEWHERE in held["行政"], ELSEWHERE in held["政务"]) == (True, False)
    assert all(decode(look_up(files, gram)) == codes for gram, codes in grams.items())
    assert look_up(files, "行政x") == look_up(files, "x") == ""


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 11)), unique_by=lambda each: each[0]))
def test_postings_survive_their_encoding(postings):
    codes = sorted((record * 12 + kind) * PLACES for record, kind in postings)
    assert decode(encode(codes)) == codes


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("第7条", "art7"),
        ("Article 7", "art7"),
        ("五百万元", "2.1"),
        ("百分之五十", "2.1"),
        ("50％", "2.1"),
        ("5 million", "2.1"),
        ("最高不超过500万元资助", "2.1"),
    ],
)
def test_figures_and_labels_are_found_in_other_forms(query, first):
    assert found(query)[0] == first


@pytest.mark.parametrize("query", ["示例市流片", "示例市首轮流片资助"])
def test_a_place_and_a_word_may_be_written_together(query):
    assert found(query)[0] == "2.1"


def test_a_line_break_in_chinese_parts_no_word():
    assert read_query("集成\n电路 a\nb", str) == read_query("集成电路 a b", str)


@pytest.mark.parametrize("length", [279, 280, 300, 700])
def test_a_query_of_any_length_is_answered(length):
    text = "".join(chr(0x4E00 + number) for number in range(length))
    corpus_of_one = make_index(
        [Record(RECORDS[1].policy, RECORDS[1].clause, ((Field.TEXT, text),))], segmenter()
    )
    (hit,) = find(corpus_of_one, read_query(text, stemmer()))
    assert hit.tier == 2
    assert find(corpus_of_one, read_query("0" * 5000, stemmer())) == ()


def test_the_largest_cap_is_in_yuan_and_granted():
    caps = (Cap(500, "<=", "project", "printed"),)
    yuan = Instrument("subsidy", "", 0, 0, caps=caps)
    assert largest_cap(ClauseFacts(instruments=(yuan,))) == 500
    dollars = replace(yuan, caps=(replace(caps[0], currency="USD"),))
    for other in (dollars, replace(yuan, act="repeal")):
        assert largest_cap(ClauseFacts(instruments=(other,))) is None
