"""What a search finds, in which order; and that the shards hold the index."""

import pickle
from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model.document import Kind
from digest.model.facts import AgencyRole, Cap, ClauseFacts, Instrument, Target, Tier
from digest.model.matches import Theme
from digest.model.vocabulary import AnswerWords, SameWords, SearchWords
from digest.search.answers import Answers
from digest.search.find import find, known_of, make_searchable, search_clauses, search_in, with_all_words
from digest.search.index import (
    LONGEST,
    MOST_RECORDS,
    PLACES,
    SearchIndex,
    Units,
    is_gram,
    is_placed,
    join,
    make_index,
    make_reading,
)
from digest.search.lookup import EXACT, OWN
from digest.search.meanings import Meanings
from digest.search.meant import with_those_below
from digest.search.passages import find_places, passage
from digest.search.query import QueryWord, make_asking, read_query, read_question
from digest.search.reader import BETWEEN, UnitReader
from digest.search.records import Said, SearchField, SearchRecord, largest_sum, make_records
from digest.search.shards import (
    BLOCK,
    ELSEWHERE,
    REST,
    decode,
    encode,
    number,
    number_of_files,
    shard_of,
    shards,
    touched,
)
from digest.text.segmenter import segmenter
from digest.text.units import fold, phrases, stemmer
from small_corpus import corpus

RECORDS = tuple(make_records(corpus()))
INDEX = make_index(RECORDS, segmenter())


def files_of(index: SearchIndex, wanted: Collection[int] | None = None) -> dict[str, str]:
    return {shard.name: shard.text for shard in shards(index, wanted)}


def test_files_are_the_same_when_few_are_made_at_a_time() -> None:
    assert list(shards(INDEX, at_a_time=len(INDEX.units) // 5)) == list(shards(INDEX))


def look_up(files: dict[str, str], gram: Units) -> list[int]:
    """The postings of a gram, found as the script finds them."""
    spelt = "".join(gram)
    begin = "".join(gram[:2])[:2] if gram[0][-1] == "=" else "".join(gram[:2])
    begin = " " + gram[0][1:].partition("=")[0].partition(" ")[0] if gram[0][0] == " " else begin
    name = str(shard_of(begin, sum("-" not in each for each in files)))
    held = opened(files[name])
    beside = held.get(begin + ELSEWHERE)
    if beside and spelt not in held:
        held = opened(files[f"{name}-{shard_of(spelt, int(beside[1:]))}"])
    codes = decode(held.get(spelt, ""), placed=is_placed(gram))
    if len(gram) < LONGEST or gram[0][0] == " ":
        return codes
    among = sorted({code // PLACES % MOST_RECORDS for code in look_up(files, gram[:2])})
    of_kind = MOST_RECORDS * PLACES
    return [
        code // of_kind * of_kind + among[code // PLACES % MOST_RECORDS] * PLACES + code % PLACES
        for code in codes
    ]


def opened(file: str) -> dict[str, str]:
    """The postings of a file by their grams."""
    held = {}
    for block in file.split(BLOCK)[1:]:
        begin = ""
        for part in block.split(REST):
            key = part[: next((at for at, sign in enumerate(part) if sign in "!#$&()*,-/:;"), len(part))]
            held[begin + key] = part[len(key) :]
            begin = begin or key
    return held


def grams_of(index: SearchIndex) -> set[Units]:
    """All grams of an index."""
    words = {character: word for word, character in index.standing.items()}
    found: set[Units] = set()
    for phrase in index.units.split(BETWEEN):
        units = tuple(words.get(unit, unit) for unit in phrase)
        found |= {units[at : at + size] for at in range(len(units)) for size in range(1, LONGEST + 1)}
    return set(filter(is_gram, found))


def coded(index: SearchIndex, gram: Units) -> list[int]:
    found = {
        ((kind + 1) * MOST_RECORDS + record) * PLACES + place for record, kind, place in index.postings(gram)
    }
    return sorted(found)


def said_in(record: SearchRecord, field: SearchField) -> list[str]:
    return [text for kind, text in record.said.texts if kind is field]


ASKING = make_asking(corpus().search)
KNOWN = known_of(RECORDS)


def found(query: str) -> list[str]:
    hits = find(INDEX, read_question(query, ASKING, stemmer()), KNOWN).hits
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
    assert all(record.clause for record, _ in search_clauses(corpus(), "示例市").clauses)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("补助款有多少？", "2.1"),  # the text prints 资助
        ("有没有公共服务点", "2.1.1"),  # 平台
        ("is there financial help for tape-out", "2.1"),
        ("流片给补助款吗", "2.1"),
        ("什么时候生效", "art7"),  # 起施行
        ("超过900万元的平台", "2.1.1"),
        ("1,000万元以上", "2.1.1"),
        ("at least RMB 10 million", "2.1.1"),
    ],
)
def test_a_question_is_answered_in_the_words_of_the_texts(question, first):
    assert found(question)[0] == first


@pytest.mark.parametrize("question", ["超过2000万元的资助", "2000万以上"])
def test_no_cap_is_as_high_as_was_asked_for(question):
    answer = find(INDEX, read_question(question, ASKING, stemmer()), KNOWN)
    assert not any(KNOWN.sums.get(hit.record) == 10_000_000 and hit.tier for hit in answer.hits)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("谁负责", "box1.1"),
        ("语音交互谁负责", "box1.1"),
        ("哪个部门", "box1.1"),
        ("how long", "art7"),
        ("流片给多少", "2.1"),
    ],
)
def test_what_says_such_a_thing_as_is_asked_for_comes_first(question, first):
    assert found(question)[0] == first


def test_titles_notes_and_what_only_heads_others_come_later():
    asides = [RECORDS[at] for at in KNOWN.asides]
    ids = {each.clause.id for each in asides if each.clause and each.policy.meta.slug == "example-2022"}
    assert ids == {"front.1", "front.2", "2", "2.1.note", "box1", "art7.fn1"}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("光明的流片有多少资助", "example-2022"),
        ("广东的流片有多少资助", "other-2021"),
        ("how much for tape-out in Guangming", "example-2022"),
    ],
)
def test_clauses_of_the_place_come_first(question, first):
    hits = find(INDEX, read_question(question, ASKING, stemmer()), KNOWN).hits
    assert next(RECORDS[hit.record].policy.meta.slug for hit in hits if RECORDS[hit.record].clause) == first


@pytest.mark.parametrize(
    ("question", "least"),
    [("五百万以上", 5_000_000), ("超过两千万元", 20_000_000), ("一亿元以上的资助", 100_000_000)],
)
def test_sums_are_read_in_numerals(question, least):
    assert read_question(question, ASKING, stemmer()).least == (least,)


def test_what_was_asked_for_comes_before_what_means_the_same():
    hits = find(INDEX, read_question("资助", ASKING, stemmer())).hits
    tiers = [hit.tier for hit in hits]
    assert tiers == sorted(tiers, reverse=True)
    printed = {at for at, each in enumerate(RECORDS) if each.clause and "资助" in each.clause.text}
    assert {hit.record for hit in hits if hit.tier > 1} >= printed


def test_words_that_stand_nowhere_are_named():
    answer = search_clauses(corpus(), "流片和元宇宙有没有补助款 zzz")
    assert answer.missing == ("元宇宙", "zzz")
    assert answer.clauses[0][0].clause in [each.clause for each in RECORDS if "流片" in str(each.said)]
    assert not with_all_words(answer).clauses
    assert with_all_words(search_clauses(corpus(), "流片有没有补助款")).clauses


def test_two_words_of_one_meaning_count_once():
    words = SearchWords(ask=("多少",), same=(SameWords(("资助", "甲乙", "丙丁")),))
    one, both = (
        search_clauses(replace(corpus(), search=words), f"{each}多少") for each in ("甲乙", "甲乙 丙丁")
    )
    assert one.clauses
    assert one.clauses == both.clauses


def test_a_word_that_stands_nowhere_is_near_to_those_with_its_characters():
    words = SearchWords(ask=("多少",))
    answer = search_clauses(replace(corpus(), search=words), "封片多少")
    assert answer.missing == ("封片",)
    assert all({"封", "片"} & {*str(record.said)} for record, _ in answer.clauses)
    assert answer.clauses


def test_a_long_word_is_found_in_its_pieces():
    words = SearchWords(ask=("多少",), same=(SameWords(("平台", "首轮资助")),))
    answer = search_clauses(replace(corpus(), search=words), "首轮资助多少")
    texts = [record.clause.text for record, _ in answer.clauses if record.clause]
    assert any("平台" in text for text in texts)
    assert any("首轮" in text and "资助" in text for text in texts)


def test_what_stands_below_has_the_words_above_it():
    assert with_those_below({1: EXACT, 3: EXACT}, [0, 1, 2, 2, 1]) == {1: EXACT, 2: OWN, 3: EXACT}
    assert with_those_below({0: EXACT}, [0, 1, 2, 0, 1]) == {0: EXACT, 1: OWN, 2: OWN}


def test_a_place_in_the_title_is_one_of_the_policy():
    whole = corpus()
    policy = whole.policies[0]
    named = replace(policy.meta.title_zh, value="南京江北新区促进流片的若干措施")
    other = replace(policy, meta=replace(policy.meta, title_zh=named))
    records = make_records(replace(whole, policies=(other, *whole.policies[1:])))
    record = next(each for each in records if each.policy.meta.slug == other.meta.slug)
    assert {"南京", "江北新区", "江北"} <= {*said_in(record, SearchField.PLAINLY)}


def test_a_place_that_a_policy_is_made_for_is_one_of_the_policy():
    whole = corpus()
    policy = whole.policies[0]
    [first, *others] = policy.document.clauses
    aim = replace(first, kind=Kind.PREAMBLE, text="为支持龙华区和长沙县发展，制定本措施。")
    meta = replace(policy.meta, jurisdiction=replace(policy.meta.jurisdiction, value="440300"))
    made = replace(policy, meta=meta, document=replace(policy.document, clauses=(aim, *others)))
    record = next(make_records(replace(whole, policies=(made,))))
    place = said_in(record, SearchField.PLAINLY)
    assert "龙华" in place
    assert "长沙" not in place


def test_a_quotation_has_no_other_meaning():
    assert found('"资助"')
    assert not found('"补助款"')


def test_a_word_with_one_that_only_asks_is_whole():
    asking = make_asking(SearchWords(("in", "多少", "钱"), same=(SameWords(("in force", "多少钱", "施行")),)))
    assert read_question("in force in", asking, str).words == read_query("in force", str)
    assert read_question("多少钱 多少", asking, str).words == read_query("多少钱", str)
    assert read_question("within forces", asking, str).words == read_query("within forces", str)


def test_words_that_are_made_of_others_need_no_pattern():
    assert make_asking(SearchWords(("如何", "办理", "如何办理", "how", "to", "how to"))).pattern == (
        make_asking(SearchWords(("如何", "办理", "how", "to"))).pattern
    )


def test_a_word_that_only_asks_is_left_out_though_it_means_something():
    asking = make_asking(SearchWords(("support",), same=(SameWords(("support", "grant")),)))
    assert read_question("support rent", asking, str).words == read_query("rent", str)


def test_a_character_that_always_asks_shows_a_question():
    asking = make_asking(SearchWords(("吗?", "的"), answer=(AnswerWords((), ("退钱",)),)))
    assert read_question("要退钱吗", asking, str).answers == (0,)
    assert not read_question("要退的钱", asking, str).answers
    assert read_question("要退钱吗", asking, str).words == read_query("要退钱", str)


@pytest.mark.parametrize(
    ("question", "asks"),
    [("补一家企业多少", True), ("补多少", True), ("补贴，说多少", False), ("多少补贴", False)],
)
def test_a_few_characters_may_stand_between_the_words_of_a_pair(question, asks):
    asking = make_asking(SearchWords(("多少",), answer=(AnswerWords((), ("补…多少",)),)))
    assert read_question(question, asking, str).answers == ((0,) if asks else ())


def test_what_is_shown_by_two_things_is_said_plainly():
    lead = AnswerWords((), printed=("牵头", "负责", "lead"), facts="agencies")
    gives = Answers(SearchWords(answer=(lead,))).given
    body = ClauseFacts(agencies=(AgencyRole("lead", "甲局", "甲局", None, lead=True, start=0, end=2),))
    assert list(gives(["甲局牵头。", "The bureau misleads."], ClauseFacts())) == [("?a", False)]
    assert list(gives(["甲局牵头，乙局负责。"], ClauseFacts())) == [("?a", True)]
    assert list(gives(["甲局牵头。"], body)) == [("?a", True)]
    assert not list(gives(["甲局"], ClauseFacts()))


def test_a_word_that_only_asks_may_be_asked_for():
    assert [word.units for word in read_question("多少", ASKING, str).typed] == [("多", "少")]
    assert read_question('"多少" -哪些 多少', ASKING, str).words == read_query('"多少" -哪些', str)


def test_themes_are_found_by_their_hints():
    themes = (
        Theme("listing", "上市", "Stock listing", "", ("首次公开发行", "股票 发行", "板"), (), "supply"),
    )
    same = (SameWords(("房租", "租金", "rent", "small firm")), SameWords(("小企业", "small firm")))
    meanings = Meanings.of(SearchWords(same=same), themes)
    assert meanings.also(["支持企业上市。"], themes) == ((2,), {" stock list": (2,), "首次公开发行": (2,)})
    assert meanings.also(["租金、场地"], ()) == ((0,), {"房租": (0,), " rent": (0,), " small firm": (0, 1)})
    assert [*meanings.also(["Small firms pay no rental."], ()).words] == ["房租", "租金", " rent", "小企业"]
    assert meanings.also(["parental"], ()) == ((), {})


def test_half_a_word_on_either_side_means_nothing():
    meanings = Meanings.of(SearchWords(same=(SameWords(("上市", "挂牌")),)))
    assert meanings.also(["开拓海上市场"], ()) == ((), {})
    assert meanings.also(["开拓海上市场，支持上市"], ()) == ((0,), {"挂牌": (0,)})


def test_goals_are_found_by_their_year():
    goal = Target("产值", value=1.0, unit="CNY", year=2025, evidence="产值", start=0, end=2)
    policy = corpus().policies[0]
    known = replace(policy, facts={"1.1": ClauseFacts(targets=(goal,))})
    records = tuple(make_records(replace(corpus(), policies=(known,))))
    (hit, *_) = find(make_index(records, segmenter()), read_question("2025年目标", ASKING, stemmer())).hits
    clause = records[hit.record].clause
    assert clause is not None
    assert clause.id == "1.1"


def test_queries_are_read():
    assert read_query('流片 -补贴 "集成 电路"', str) == (
        QueryWord(("流", "片")),
        QueryWord(("补", "贴"), without=True),
        QueryWord(("集", "成", "电", "路"), exact=True),
    )


def test_figures_and_numbers_are_units():
    units = [
        [unit.text for unit in phrase] for phrase in phrases(fold("深府規〔2021〕1號，1,000.5万元"), str)
    ]
    assert units == [list("深府规20211号"), list("1000.5万元")]


def test_each_gram_is_in_its_file_with_all_its_postings():
    files, grams = files_of(INDEX), grams_of(INDEX)
    assert len(grams) > 500
    assert (" add=added",) in grams
    for gram in grams:
        assert look_up(files, gram) == coded(INDEX, gram) != [], gram


def test_what_often_follows_two_units_has_files_of_its_own():
    text = "，".join(f"{begin}{chr(0x4E00 + at)}" for at in range(3000) for begin in ("行政", "政", "a "))
    record = SearchRecord(RECORDS[1].policy, RECORDS[1].clause, Said(((SearchField.TEXT, text),)))
    index = make_index([record], segmenter())
    files = files_of(index)
    held = {gram for file in files.values() for gram in opened(file)}
    assert ("行政" + ELSEWHERE in held, "政一" + ELSEWHERE in held) == (True, False)
    for gram in (("行", "政", "且"), ("行", "政"), ("行",), (" a", "且")):
        assert look_up(files, gram) == coded(index, gram) != []
    assert look_up(files, ("行", "政", "甲乙")) == look_up(files, ("甲乙",)) == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("企业", "大企业"),
        ("。企业", "企业"),
        ("资助", "资助，补贴"),
        ("500", "1500"),
        ("added", "adding new"),
        ("流片", "流片，行政行政"),
        ("流片", "行政甲"),
    ],
)
def test_only_touched_files_are_made_again(was, becomes):
    reader = UnitReader(segmenter(), stemmer())
    text = "，".join(f"{begin}{chr(0x4E00 + at)}" for at in range(3000) for begin in ("行政", "a "))
    more = SearchRecord(
        RECORDS[0].policy, RECORDS[1].clause, Said(((SearchField.TEXT, f"{text}。企业资助 added 500元流片"),))
    )
    edited = replace(more, said=Said(((SearchField.TEXT, more.said.texts[0][1].replace(was, becomes)),)))
    before, after = (
        [make_reading([record.said for record in records], reader) for records in (RECORDS, (each,))]
        for each in (more, edited)
    )
    old, new = files_of(join(before)), files_of(join(after))
    changed = {int(name.partition("-")[0]) for name in old | new if old.get(name) != new.get(name)}
    found = touched(before, after)
    assert found is not None
    assert changed
    assert changed <= set(found)
    assert files_of(join(after), found) == {
        name: text for name, text in new.items() if int(name.partition("-")[0]) in found
    }
    assert touched(before, before) == set()
    assert touched(before[:1], before) is None


def test_two_characters_touch_few_files():
    reader = UnitReader(segmenter(), stemmer())
    text = (
        "为了促进集成电路产业的发展，对符合条件的企业给予一定比例的资助，并且简化有关的手续，推动研究成果的转化"
        * 20
    )
    for at in range(4, 40, 6):
        before, after = (
            [make_reading([Said(((SearchField.TEXT, each),))], reader)]
            for each in (text, text[:at] + "甲乙" + text[at:])
        )
        assert len(touched(before, after) or ()) <= 12


def test_an_index_can_be_sent_to_a_worker():
    assert pickle.loads(pickle.dumps(INDEX)) == INDEX  # noqa: S301 # our own


def test_few_files_change_when_their_number_stays():
    counts = [number_of_files(1000 * thousands, 67) for thousands in range(1, 20_000, 7)]
    assert counts == sorted(counts)
    assert len(set(counts)) < 80


@given(
    st.booleans(),
    st.sets(st.tuples(st.integers(1, 12), st.integers(0, 4000), st.integers(1, PLACES - 1)), min_size=1),
)
def test_postings_survive_their_encoding(placed, postings):
    numbers = [number(value) for value in range(4002)]
    codes = sorted(
        {(kind * MOST_RECORDS + record) * PLACES + place * placed for kind, record, place in postings}
    )
    assert decode(encode(codes, numbers), placed=placed) == codes


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
        [SearchRecord(RECORDS[1].policy, RECORDS[1].clause, Said(((SearchField.TEXT, text),)))], segmenter()
    )
    (hit,) = find(corpus_of_one, read_question(text, ASKING, stemmer())).hits
    assert hit.tier == 2
    assert find(corpus_of_one, read_question("0" * 5000, ASKING, stemmer())).hits == ()


def test_the_largest_sum_of_a_clause_is_in_yuan_and_granted():
    caps = (Cap(500, "<=", "project", "printed"),)
    yuan = Instrument("subsidy", "", 0, 0, caps=caps)
    assert largest_sum(ClauseFacts(instruments=(yuan,))) == 500
    dollars = replace(yuan, caps=(replace(caps[0], currency="USD"),))
    for other in (dollars, replace(yuan, act="repeal")):
        assert largest_sum(ClauseFacts(instruments=(other,))) is None

    def step(amount):
        return Tier(condition_zh="四星级", threshold_yuan=None, amount_yuan=amount, rate_percent=None)

    steps = replace(yuan, tiers=(step(900), step(1200)))
    assert largest_sum(ClauseFacts(instruments=(yuan, steps))) == 1200
    assert largest_sum(ClauseFacts(instruments=(replace(steps, caps=(), fund_yuan=10**9),))) is None


def shown(text: str, query: str, length: int) -> str:
    whole = corpus()
    words = replace(whole.search, answer=(AnswerWords(("多少",), printed=("不超过",), facts="grants"),))
    sought = search_in(make_searchable(replace(whole, search=words)), query).sought
    return passage(text, find_places(text, sought, stemmer()), length)


@pytest.mark.parametrize(
    ("query", "length", "said"),
    [
        ("流片", 20, "…对首轮流片，按费用的30%给予资助，单个…"),
        ("补助款", 24, "…费用的30%给予资助，单个企业最高500万元。"),
        ("元宇宙", 13, "为了产业发展，做好本市的各…"),
        ("企业", 14, "…单个企业最高500万元。"),
        ("最高", 8, "…企业最高…"),
        ("最高", 10, "…个企业最高500万元…"),
    ],
)
def test_a_passage_is_around_what_was_asked_for(query, length, said):
    text = (
        "为了产业发展，做好本市的各项工作，制定本措施。对首轮流片，按费用的30%给予资助，单个企业最高500万元。"
    )
    assert shown(text, query, length) == said
