from dataclasses import replace
from pathlib import Path

import pytest

from digest.enrich.citations import Names, clause_citations
from digest.enrich.issuing_level import issuing_level
from digest.enrich.places import places_of
from digest.enrich.provisions import find_provisions, unmentioned, with_documents
from digest.model.document import Clause, Document, Kind
from digest.model.vocabulary import ProvisionKind, ProvisionWords
from digest.read.word_lists import PLACES, PROVISIONS, read_words
from digest.text.places import Gazetteer
from parsing import parsed, title_words
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def words() -> ProvisionWords:
    found, problems = read_words(CONTENT, CONTENT, PROVISIONS)
    assert problems == ()
    assert found is not None
    return found


def _document(text: str) -> Document:
    document, _ = parsed(text)
    return document


def _clause(text: str) -> Clause:
    return _document(f"一、总则\n{text}").clauses[-1]


@pytest.mark.parametrize("case", read_cases("enrich/provisions"), ids=lambda case: case.title)
def test_provisions_of_a_clause(case: Case, words: ProvisionWords) -> None:
    clause = _clause(case.text)
    rows = find_provisions(clause, words)
    assert [f"{row.kind} {row.evidence}" for row in rows] == case.expected
    assert all(clause.text[row.start : row.end] == row.evidence for row in rows)


def test_notes_provide_for_nothing(words: ProvisionWords) -> None:
    clause = _clause("同一项目不重复资助。")
    assert find_provisions(clause, words) != ()
    assert find_provisions(replace(clause, kind=Kind.NOTE), words) == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("根据《工作方案》有关要求，我局起草形成了《若干措施》。", ["工作方案"]),
        ("依据《甲省意见》和《乙市规划》，特制定《若干措施》。", ["甲省意见", "乙市规划"]),
        ("依据《甲省意见》制定如下措施。见《乙市规划》。", ["甲省意见"]),
    ],
)
def test_a_text_rests_on_documents_but_not_on_what_is_then_made(
    text: str, titles: list[str], words: ProvisionWords
) -> None:
    clause = _clause(text)
    citations = clause_citations(clause, Names(), title_words())
    rule = next(each for each in find_provisions(clause, words) if each.kind == "basis")
    found = with_documents(rule, clause, citations, words).documents
    assert [citations[place].title for place in found] == titles


def test_a_text_is_silent_on_a_kind_only_where_no_sentence_has_a_word_of_it() -> None:
    words = ProvisionWords((ProvisionKind("combining", "", "", ("不重复",), silent=("重复|叠加 享受",)),))
    assert unmentioned(_document("一、总则\n支持企业。"), words) == ("combining",)
    assert unmentioned(_document("一、总则\n叠加后享受。"), words) == ()
    assert unmentioned(_document("一、叠加享受\n支持企业。"), words) == (), "a heading mentions it"
    assert unmentioned(_document("一、总则\n享受，再叠加。"), words) == ("combining",), (
        "words count in their order"
    )
    never = replace(words.provision[0], silent=())
    assert unmentioned(_document("支持企业。"), ProvisionWords((never,))) == ()


@pytest.mark.parametrize(
    ("title", "number", "level"),
    [
        ("国务院关于发展机器人产业的意见", None, "nation"),
        ("工业和信息化部等六部门关于发展机器人产业的通知", None, "nation"),
        ("新时期促进软件产业发展若干政策", "国发〔2020〕8号", "nation"),
        ("广东省人民政府关于培育产业集群的意见", "粤府函〔2020〕82号", "province"),
        ("培育产业集群的意见", "粤府函〔2020〕82号", "province"),
        ("关于印发深圳市产业集群行动计划的通知", None, "prefecture"),
        ("推动制造业发展若干措施", "深府规〔2021〕1号", "prefecture"),
        ("光明区产业集群行动计划", None, "county"),
        ("南京江北新区软件产业发展行动方案", None, "prefecture"),
        ("安徽省工业互联网行动计划", None, "province"),
        ("加快推进传感器产业发展行动计划", None, None),
        ("中国（深圳）跨境电子商务综合试验区实施方案", None, None),
        ("中国（深圳）跨境电子商务综合试验区实施方案", "粤府〔2016〕8号", "province"),
        ("中国制造行动计划", None, "nation"),
        ("首台（套）示范项目管理办法", "宁新区管规字〔2026〕4号", None),
    ],
)
def test_the_level_of_a_document(title: str, number: str | None, level: str | None) -> None:
    names, _ = read_words(CONTENT, CONTENT, PLACES)
    assert names
    assert issuing_level(title, number, places_of("440311", Gazetteer()), names) == level
