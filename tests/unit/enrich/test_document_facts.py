from dataclasses import replace
from pathlib import Path

import pytest

from digest.enrich.citations import clause_citations
from digest.enrich.document_facts import check_facts, names_of, propose_facts
from digest.model.corpus import PolicyMeta, ProposedFacts, Stated
from digest.model.document import Document
from digest.model.vocabulary import DocumentWords
from digest.read.words import GENRES, read_words
from parsing import parsed

CONTENT = Path(__file__).parents[3] / "content"

NOTICE = """乙市科技局 乙市财政局关于印发《乙市研发补助办法（试行）》的通知
乙科规〔2022〕5 号

各区人民政府，各有关单位：
　　为贯彻落实《甲省创新条例》《甲省人民政府关于科技投入的意见》（甲政〔2020〕3号）精神，现将《乙市研发补助办法（试行）》印发给你们，请认真执行。

乙市科技局
乙市财政局
2022年3月1日

乙市研发补助办法（试行）
第一条 为支持研发，制定本办法。
第二条 本办法自2022年4月1日起施行，有效期3年。
"""
EXPLANATION = """关于《乙市丙区支持光电产业若干措施（征求意见稿）》的起草说明
一、起草背景
为贯彻落实《乙市光电产业规划》，丙区工信局牵头编制了《乙市丙区支持光电产业若干措施》（以下简称《若干措施》）。
"""
DECREE = """乙市档案管理规定
乙市人民政府令
（第21号）
《乙市档案管理规定》已经市人民政府常务会议审议通过，现予公布，自2020年6月15日起施行。
市长 某某
二〇二〇年五月十五日
乙市档案管理规定
第一条 为加强管理，制定本规定。
"""


@pytest.fixture(scope="module")
def words() -> DocumentWords:
    found, _ = read_words(CONTENT, CONTENT, GENRES)
    assert found is not None
    return found


def proposed(text: str, words: DocumentWords) -> ProposedFacts:
    return propose_facts(document(text), words)


def document(text: str) -> Document:
    return parsed(text, "x")[0]


def test_a_notice_and_what_it_carries(words: DocumentWords) -> None:
    facts = proposed(NOTICE, words)
    assert facts.title.value == "乙市科技局 乙市财政局关于印发《乙市研发补助办法（试行）》的通知"
    assert facts.inner_title.value == "乙市研发补助办法（试行）"
    assert facts.issuers.value == ("乙市科技局", "乙市财政局")
    assert facts.addressee.value == "各区人民政府，各有关单位："
    assert facts.number.value == "乙科规〔2022〕5号"
    assert facts.made == Stated("2022-03-01", "printed", "the signature")
    assert facts.effective.value == "2022-04-01"
    assert (facts.expires.value, facts.expires.basis) == ("2025-03-31", "inferred")
    assert (facts.genre.value, facts.form.value, facts.status.value) == (
        "administrative_measures",
        "notice",
        "trial",
    )
    assert [r.target for r in facts.relations] == ["甲省创新条例", "甲省人民政府关于科技投入的意见"]
    assert {r.kind for r in facts.relations} == {"implements"}


def test_an_explanation(words: DocumentWords) -> None:
    facts = proposed(EXPLANATION, words)
    assert facts.explained == "乙市丙区支持光电产业若干措施（征求意见稿）"
    assert facts.short_titles == ("若干措施",)
    assert facts.issuers == Stated(("丙区工信局",), "inferred", "丙区工信局牵头编制了", "medium")
    assert (facts.genre.value, facts.form.value) == ("drafting_explanation", None)
    assert facts.status.value == "consultation_draft"
    assert [(r.kind, r.target) for r in facts.relations] == [
        ("explains", "乙市丙区支持光电产业若干措施（征求意见稿）"),
        ("implements", "乙市光电产业规划"),
    ]


def test_a_decree(words: DocumentWords) -> None:
    facts = proposed(DECREE, words)
    assert facts.number.value == "乙市人民政府令第21号"
    assert facts.inner_title.value is None
    assert (facts.made.value, facts.effective.value) == ("2020-05-15", "2020-06-15")
    assert facts.status.value == "issued"


@pytest.mark.parametrize(
    ("line", "effective", "expires"),
    [
        ("本办法自2021年1月1日起施行，有效期至2023年12月31日。", "2021-01-01", "2023-12-31"),
        ("本措施自印发之日起实施，有效期五年。", "2022-03-01", "2027-02-28"),
        ("本办法自2020年2月29日起施行，有效期1年。", "2020-02-29", "2021-02-28"),
        ("本办法由市科技局负责解释。", None, None),
        ("原办法自2015年起执行的，继续有效。", None, None),
    ],
)
def test_validity(line: str, effective: str | None, expires: str | None, words: DocumentWords) -> None:
    facts = proposed(NOTICE.replace("本办法自2022年4月1日起施行，有效期3年。", line), words)
    assert (facts.effective.value, facts.expires.value) == (effective, expires)


def test_a_text_without_a_head_says_what_it_is(words: DocumentWords) -> None:
    facts = proposed("为加快发展，制定本行动计划。\n一、总体情况\n产业初具规模。\n", words)
    assert facts.title.value is None
    assert (facts.genre.value, facts.genre.basis) == ("action_plan", "inferred")
    assert proposed("一、总体情况\n产业初具规模。\n", words).genre == Stated(None, "unknown")


def test_titles_in_headings_and_texts_of_a_document(words: DocumentWords) -> None:
    text = document(EXPLANATION)
    names = names_of(text, propose_facts(text, words))
    found = [(c.id, x.kind) for c in text.clauses for x in clause_citations(c, names, words)]
    assert found == [
        ("front.1", "explained_document"),
        ("1", "citation"),
        ("1", "explained_document"),
        ("1", "abbreviation_definition"),
    ]


def meta_of(facts: ProposedFacts) -> PolicyMeta:
    return PolicyMeta(
        slug="x",
        title_zh=facts.inner_title,
        title_en="X",
        short_titles=(),
        issuers=facts.issuers,
        number=facts.number,
        made=facts.made,
        published=facts.published,
        effective=facts.effective,
        expires=facts.expires,
        genre=facts.genre,
        form=facts.form,
        status=facts.status,
        jurisdiction=Stated(None, "unknown"),
        relations=(),
        source_file="source.txt",
        source_url=None,
        source_sha256="",
    )


def test_contradictions_are_reported(words: DocumentWords) -> None:
    facts = proposed(NOTICE, words)
    meta = meta_of(facts)
    assert check_facts(facts, meta, "policy.toml") == ()
    assert check_facts(facts, replace(meta, made=Stated("2022", "printed")), "policy.toml") == ()
    wrong = replace(
        meta,
        title_zh=Stated("乙市科技奖励办法", "printed"),
        number=Stated("乙科规〔2022〕6号", "printed"),
        made=Stated("2021-03-01", "printed"),
        form=Stated(None, "unknown"),
    )
    problems = check_facts(facts, wrong, "policy.toml")
    assert [(p.code, dict(p.values)["field"]) for p in problems] == [
        ("F101", "title_zh"),
        ("F101", "number"),
        ("F101", "made"),
        ("F102", "form"),
    ]
    assert "乙科规〔2022〕5号" in problems[1].message


@pytest.mark.parametrize(
    "unit",
    ["局", "市政府", "关于印发", "《", "自", "有效期", "（2022年", "委员会办公室 ", "现将《", "根据《"],
)
def test_long_repetitions_take_no_long_time(unit: str, words: DocumentWords) -> None:
    for text in (unit * 3000 + "。", unit * 60 + "。", unit * 60):
        propose_facts(document(text), words)
