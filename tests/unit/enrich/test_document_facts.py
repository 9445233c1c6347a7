from dataclasses import replace
from pathlib import Path

import pytest

from digest.enrich.citations import clause_citations
from digest.enrich.document_facts import check_facts, kind_of, names_of, propose_facts
from digest.model.corpus import PolicyMeta, ProposedFacts, Stated
from digest.model.document import Document
from digest.model.vocabulary import DocumentWords
from digest.read.word_lists import GENRES, read_words
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


@pytest.mark.parametrize(
    ("signature", "bodies"),
    [
        ("乙市人民政府\n2023年12月1日", ("乙市人民政府",)),
        ("乙市科技局　乙市财政局\n二〇二三年十二月一日", ("乙市科技局", "乙市财政局")),
        ("乙市科技局\n乙市财政局\n2023 年 12 月 1 日", ("乙市科技局", "乙市财政局")),
        ("乙市人民政府　　2023年12月1日", ("乙市人民政府",)),
    ],
)
@pytest.mark.parametrize("after", ["", "\n（此件公开发布）", "\n附件：1．人才分类目录\n2．人才安居申请表"])
def test_a_signature_below_the_last_article(
    words: DocumentWords, signature: str, bodies: tuple[str, ...], after: str
) -> None:
    text = f"乙市人才安居办法\n第一条 为了人才，制定本办法。\n第二条 本办法由乙市科技局负责解释。\n{signature}{after}\n"
    facts = proposed(text, words)
    assert facts.issuers == Stated(bodies, "printed", "signature")
    assert facts.made.value == "2023-12-01"


@pytest.mark.parametrize(
    "passed",
    [
        "《乙市支持光电产业若干措施》已经市政府同意，现予印发，请认真贯彻执行。",
        "《乙市支持光电产业若干措施》业经市政府第3次常务会议审议通过，现印发给你们。",
        "《乙市支持光电产业若干措施》已经市人民政府批准，予以公布。",
        "《乙市支持光电产业若干措施》已经市人民政府同意，印发给你们。",
        "现将《乙市支持光电产业若干措施》印发给你们，请认真执行。",
    ],
)
def test_the_title_of_what_a_notice_carries(words: DocumentWords, passed: str) -> None:
    facts = proposed(f"各区人民政府：\n{passed}\n乙市科技局\n2023年5月18日\n", words)
    assert facts.inner_title.value == "乙市支持光电产业若干措施"


SPARE = """乙市人民政府办公厅关于印发支持光电产业发展若干措施的通知
乙府办规〔2022〕6号

各区人民政府：
　　{announced}，请遵照执行。

乙市人民政府办公厅
2022年4月19日
"""


@pytest.mark.parametrize(
    ("announced", "heading", "title"),
    [
        (
            "《乙市支持光电产业发展若干措施》已经市政府研究同意，现印发给你们",
            "",
            "乙市支持光电产业发展若干措施",
        ),
        ("现将《若干措施》印发给你们", "乙市支持光电产业发展若干措施", "乙市支持光电产业发展若干措施"),
        ("现将《甲省乙市支持光电产业发展若干措施》印发给你们", "", "甲省乙市支持光电产业发展若干措施"),
        # what is printed is another text, or the same without a place
        ("现将《关于支持光电产业发展若干措施》印发给你们", "", "支持光电产业发展若干措施"),
        ("现将《进一步支持光电产业发展若干措施》印发给你们", "", "支持光电产业发展若干措施"),
        ("现将《支持光电产业发展若干措施》印发给你们", "", "支持光电产业发展若干措施"),
        ("根据《乙市支持光电产业发展若干措施》，现将有关材料印发给你们", "", "支持光电产业发展若干措施"),
    ],
)
def test_a_title_that_a_notice_shortens_is_taken_with_its_place(
    announced: str, heading: str, title: str, words: DocumentWords
) -> None:
    text = SPARE.format(announced=announced) + (f"\n{heading}\n" if heading else "") + "第一条 支持研发。\n"
    assert proposed(text, words).inner_title.value == title


RECORDS = {
    "（2025年9月3日乙市人民政府印发 乙政规〔2025〕9号）": (
        "乙政规〔2025〕9号",
        ("乙市人民政府",),
        "2025-09-03",
        None,
    ),
    "（2025年9月3日乙市人民政府印发乙政规〔2025〕9号）": (
        "乙政规〔2025〕9号",
        ("乙市人民政府",),
        "2025-09-03",
        None,
    ),
    "(2025年9月3日 乙市科技局、乙市财政局发布，乙科规〔2025〕9号)": (
        "乙科规〔2025〕9号",
        ("乙市科技局", "乙市财政局"),
        "2025-09-03",
        "2025-09-03",
    ),
    "（乙政规〔2025〕9号 2025年9月3日乙市人民政府办公室印发）": (
        "乙政规〔2025〕9号",
        ("乙市人民政府办公室",),
        "2025-09-03",
        None,
    ),
    "（二〇二五年九月三日乙市人民政府印发）": (None, ("乙市人民政府",), "2025-09-03", None),
    "（2019年5月27日乙市第十六届人民代表大会常务委员会第三次会议通过 2019年7月31日甲省第十三届人民代表大会常务委员会第十一次会议批准）": (
        None,
        ("乙市人民代表大会常务委员会",),
        "2019-05-27",
        None,
    ),
    "（2019年5月27日乙市第十六届人民代表大会常务委员会第三次会议通过2019年7月31日甲省人民代表大会常务委员会批准\n自2019年10月1日起施行）": (
        None,
        ("乙市人民代表大会常务委员会",),
        "2019-05-27",
        None,
    ),
    "（2020年1月1日乙市人民政府令第12号公布 根据2022年5月6日乙市人民政府令第30号修正）": (
        "乙市人民政府令第12号",
        ("乙市人民政府",),
        "2020-01-01",
        "2020-01-01",
    ),
    "（2020年1月1日乙市人民政府第10次常务会议通过 2020年1月5日乙市人民政府令第4号公布 自2020年5月1日起施行）": (
        "乙市人民政府令第4号",
        ("乙市人民政府",),
        "2020-01-01",
        "2020-01-05",
    ),
    "（2022年3月1日经市政府常务会议审议通过）": (None, None, "2022-03-01", None),
    "（乙科规〔2022〕5号，2022年3月1日）": ("乙科规〔2022〕5号", None, "2022-03-01", None),
    # says when another text was passed, or what is done on a day, and is no record of this one
    "（2022年3月1日以后注册的企业适用）": (None, None, None, None),
}


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("apart", ["\n", ""])
def test_what_stands_in_brackets_below_a_title_says_who_issued_a_text_and_when(
    words: DocumentWords, record: str, apart: str
) -> None:
    text = (
        f"乙市支持人工智能产业发展若干措施{apart}{record}\n为促进产业发展，制定本措施。\n第一条 支持研发。\n"
    )
    facts = proposed(text, words)
    found = (facts.number.value, facts.issuers.value, facts.made.value, facts.published.value)
    assert found == RECORDS[record]
    if any(RECORDS[record]):
        assert facts.title.value == "乙市支持人工智能产业发展若干措施"


def test_what_stands_below_the_title_of_an_annex_is_not_of_the_text(words: DocumentWords) -> None:
    annex = "附件\n乙市徽章图案说明\n（1950年6月28日乙市人民政府发布）\n一、图案如下。\n"
    facts = proposed(f"乙市徽章办法\n第一条 为了徽章，制定本办法。\n第二条 图案见附件。\n{annex}", words)
    assert (facts.issuers.value, facts.made.value) == (None, None)


def test_a_signature_wins_over_what_stands_below_the_title(words: DocumentWords) -> None:
    text = "乙市档案办法\n（2020年1月1日乙市人民政府令第12号公布）\n第一条 为了档案，制定本办法。\n乙市档案局\n2019年12月1日\n"
    facts = proposed(text, words)
    assert (facts.issuers.value, facts.made.value) == (("乙市档案局",), "2019-12-01")


def test_a_document_that_was_passed_and_is_only_cited_is_not_carried(words: DocumentWords) -> None:
    facts = proposed("各区人民政府：\n《乙市光电产业规划》已经印发，请结合实际，抓好落实。\n", words)
    assert facts.inner_title.value is None


def test_a_date_in_a_sentence_signs_nothing(words: DocumentWords) -> None:
    text = "乙市人才安居办法\n第一条 由乙市科技局\n于2023年12月1日前完成。\n第二条 责任单位：乙市科技局\n2023年12月1日前完成\n"
    assert proposed(text, words).made.value is None


def test_a_notice_and_what_it_carries(words: DocumentWords) -> None:
    facts = proposed(NOTICE, words)
    assert facts.title.value == "乙市科技局 乙市财政局关于印发《乙市研发补助办法（试行）》的通知"
    assert facts.inner_title.value == "乙市研发补助办法（试行）"
    assert facts.issuers.value == ("乙市科技局", "乙市财政局")
    assert facts.addressee.value == "各区人民政府，各有关单位："
    assert facts.number.value == "乙科规〔2022〕5号"
    assert facts.made == Stated("2022-03-01", "printed", "signature")
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
    assert facts.issuers == Stated(("丙区工信局",), "inferred", "text", "medium", "丙区工信局牵头编制了")
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
        ("本办法自2026年9月1日施行，有效期至2028年12月31日。", "2026-09-01", "2028-12-31"),
        ("本办法从2024年1月1日起实施，有效期5年。", "2024-01-01", "2028-12-31"),
        ("本政策执行期限为2024年1月1日至2026年12月31日。", "2024-01-01", "2026-12-31"),
        ("本措施有效期自2024年1月1日起至2026年12月31日。", "2024-01-01", "2026-12-31"),
        ("本办法自2024年1月1日起至2026年12月31日止施行。", "2024-01-01", "2026-12-31"),
        ("本办法自印发之日起30日后施行，有效期两年。", "2022-03-31", "2024-03-30"),
        ("本办法自2020年1月1日起至2022年12月31日施行。", "2020-01-01", "2022-12-31"),
        ("本措施自2021年1月1日起执行至2023年12月31日。", "2021-01-01", "2023-12-31"),
        ("本细则自2017年5月1日起与《办法》一并施行。", "2017-05-01", None),
        ("本规定2022年1月1日起施行。", "2022-01-01", None),
        ("本意见实施日期从2016年1月1日起。", "2016-01-01", None),
        ("本办法自2021年1月1日起施行，试行两年。", "2021-01-01", "2022-12-31"),
        ("项目自2020年1月1日起至2022年12月31日建成。", None, None),
        ("本办法于二〇二四年一月一日起正式施行，2026年12月31日自行失效。", "2024-01-01", "2026-12-31"),
        ("认定的企业有效期三年。本办法自2023年1月1日起施行，有效期为2年。", "2023-01-01", "2024-12-31"),
        ("在高新技术企业有效期内给予奖励。", None, None),
        ("本政策自2023年2月8日起施行，暂定三年有效期。", "2023-02-08", "2026-02-07"),
        ("对取得证书的企业给予奖励，证书为三年有效期。", None, None),
        ("政策期限为2021年至2023年。", "2021-01-01", "2023-12-31"),
        ("项目实施期限为2021年至2023年。", None, None),
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


def test_the_period_of_the_title(words: DocumentWords) -> None:
    facts = proposed(NOTICE.replace("办法（试行）", "计划（2022—2024年）"), words)
    assert facts.period == Stated("2022/2024", "printed", "title")
    meta = meta_of(facts)
    stated = replace(meta, period=Stated("2022/2025", "inferred", "A slip.", "low"))
    for meant, code in ((meta, "F102"), (stated, "F101"), (replace(meta, period=facts.period), None)):
        problems = check_facts(facts, meant, "policy.toml")
        assert [(each.code, dict(each.values)["field"]) for each in problems] == (
            [(code, "period")] if code else []
        )


def test_an_editor_may_say_that_the_text_differs(words: DocumentWords) -> None:
    meta = meta_of(proposed(NOTICE, words))
    for value, basis in (("乙科规〔2022〕6号", "external"), (None, "unknown")):
        number = Stated(value, basis, "differs", how_zh="网页已更正。")
        assert check_facts(proposed(NOTICE, words), replace(meta, number=number), "policy.toml") == ()


@pytest.mark.parametrize(
    "unit",
    ["局", "市政府", "关于印发", "《", "自", "有效期", "（2022年", "委员会办公室 ", "现将《", "根据《"],
)
def test_long_repetitions_take_no_long_time(unit: str, words: DocumentWords) -> None:
    for text in (unit * 3000 + "。", unit * 60 + "。", unit * 60):
        propose_facts(document(text), words)


@pytest.mark.parametrize(
    ("sentence", "effective", "expires"),
    [
        ("本文件自2026年9月1日施行。", "2026-09-01", None),
        ("本办法自公布之日起30日后施行。", "2022-03-31", None),
        ("本政策实施时间为2024年1月1日。", "2024-01-01", None),
        ("本办法有效期为2024年1月1日至2026年12月31日。", "2024-01-01", "2026-12-31"),
        ("本措施自2024年1月1日起至2026年12月31日止。", "2024-01-01", "2026-12-31"),
        ("本办法有效期至2028年12月31日。", None, "2028-12-31"),
        ("本办法执行到2025年12月31日止。", None, "2025-12-31"),
        ("本办法2026年12月31日自行失效。", None, "2026-12-31"),
        ("本办法自2024年1月1日起施行，有效期为五年。", "2024-01-01", "2028-12-31"),
        ("本办法自2024年1月1日起施行。创业券自发放之日起生效，有效期2年。", "2024-01-01", None),
    ],
)
def test_from_when_and_until_when(
    sentence: str, effective: str | None, expires: str | None, words: DocumentWords
) -> None:
    text = NOTICE.replace("本办法自2022年4月1日起施行，有效期3年。", sentence)
    facts = propose_facts(document(text), words)
    assert (facts.effective.value, facts.expires.value) == (effective, expires)


HEADS = (
    "发布机构：经济发展局；文号：乙开管规字〔2026〕4号；生成日期：2026年7月31日。",
    "索 引 号：00001/2026-01\n发 文 字 号：乙开管规字〔2026〕4 号\n成 文 日 期：2026-07-31\n发布日期：2026-08-03",
    "索引号\t00001\t发文字号\t乙开管规字〔2026〕4号\n成文日期\t2026年07月31日\t有效性\t有效",
    "| 文号 | 乙开管规字〔2026〕4号 | 发文日期 | 2026/7/31 |",
    "【文号】乙开管规字〔2026〕4号\n【成文时间】2026.7.31",
)


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_page(head: str, words: DocumentWords) -> None:
    title = "关于印发《乙开发区促进软件产业发展若干措施》的通知"
    text = f"{title}\n{head}\n一、奖励\n1.给予100万元奖励。\n本文件自2026年9月1日施行，有效期至2028年12月31日。\n"
    facts = proposed(text, words)
    assert facts.number == Stated("乙开管规字〔2026〕4号", "printed", "page_head")
    assert facts.made == Stated("2026-07-31", "printed", "page_head")
    assert (facts.effective.value, facts.expires.value) == ("2026-09-01", "2028-12-31")


def test_an_index_table_names_the_issuer(words: DocumentWords) -> None:
    table = "发文机关：乙市科学技术局　主题分类：科技\n发 文 字 号：乙科〔2026〕4号\n"
    text = f"支持研发若干措施\n{table}一、奖励\n1.给予100万元奖励。\n"
    assert proposed(text, words).issuers == Stated(("乙市科学技术局",), "printed", "page_head")


def test_number_and_date_in_brackets_under_the_title(words: DocumentWords) -> None:
    text = "乙县旅游产业扶持办法\n（乙政规〔2023〕2号 2023年5月6日印发）\n第一条 支持旅行社。\n第二条 本办法自印发之日起施行。\n"
    facts = proposed(text, words)
    assert (facts.title.value, facts.number.value) == ("乙县旅游产业扶持办法", "乙政规〔2023〕2号")
    assert (facts.made.value, facts.effective.value) == ("2023-05-06", "2023-05-06")


def test_what_the_text_says_comes_before_the_head_of_its_page(words: DocumentWords) -> None:
    facts = proposed("文号：丙发〔2020〕1号 成文日期：2020-01-01 发布日期：2022-03-05\n" + NOTICE, words)
    assert (facts.number.value, facts.made.value) == ("乙科规〔2022〕5号", "2022-03-01")
    assert facts.published.value == "2022-03-05"


def test_a_counted_date_is_offered_with_its_reason(words: DocumentWords) -> None:
    facts = proposed(NOTICE, words)
    meta = meta_of(facts)
    (found,) = check_facts(facts, replace(meta, expires=Stated(None, "unknown")), "policy.toml")
    assert found.code == "F103"
    assert dict(found.values) == {
        "field": "expires",
        "value": "2025-03-31",
        "words": "“有效期3年”，自2022-04-01起算",
    }
    assert check_facts(facts, replace(meta, expires=Stated("2025-04-01", "external")), "policy.toml") == ()


def test_the_validity_of_a_voucher_is_not_that_of_the_text(words: DocumentWords) -> None:
    text = NOTICE.replace("有效期3年", "由市科技局解释") + "第三条 发放创业券，执行按年申领，有效期2年。\n"
    assert proposed(text, words).expires.value is None


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("乙市养殖业管理条例", "regulation"),
        ("中华人民共和国中小企业促进法", "regulation"),
        ("乙市林业补贴面积计算方法", None),
        ("乙市人居环境整治典型做法", None),
        ("乙市投资项目评审规则", "implementation_rules"),
        ("乙市研发補助辦法", "administrative_measures"),
        ("乙市农业扶持 办 法", "administrative_measures"),
    ],
)
def test_the_genre_is_the_one_that_the_title_names(
    title: str, genre: str | None, words: DocumentWords
) -> None:
    assert kind_of(title, words.genres) == genre


def test_a_draft_that_is_put_up_for_comment(words: DocumentWords) -> None:
    facts = proposed(
        "关于《乙市养老补贴办法（征求意见稿）》公开征求意见的公告\n现公开征求意见。\n乙市民政局\n2024年3月1日\n"
        "乙市养老补贴办法（征求意见稿）\n第一条 每人每月补贴200元。\n",
        words,
    )
    assert facts.inner_title.value == "乙市养老补贴办法（征求意见稿）"
    assert (facts.genre.value, facts.status.value) == ("administrative_measures", "consultation_draft")


@pytest.mark.parametrize(
    ("appended", "inner"),
    [
        ("", None),
        ("甲省养老补贴办法\n第一条 每人每月补贴200元。\n第二条 由民政部门发放。\n", "甲省养老补贴办法"),
    ],
)
def test_what_is_passed_on_gives_the_title_only_where_it_is_there(
    appended: str, inner: str | None, words: DocumentWords
) -> None:
    facts = proposed(
        "乙市民政局关于转发《甲省养老补贴办法》的通知\n各县民政局：\n现将《甲省养老补贴办法》转发给你们，请认真执行。\n"
        f"乙市民政局\n2024年3月1日\n{appended}",
        words,
    )
    assert facts.title.value == "乙市民政局关于转发《甲省养老补贴办法》的通知"
    assert facts.inner_title.value == inner
    assert facts.genre.value == ("administrative_measures" if inner else None)


@pytest.mark.parametrize(
    ("line", "effective", "expires"),
    [
        ("我市自2020年1月1日起施行《乙市民宿管理办法》，每间补助2000元。", None, None),
        ("《乙市民宿管理办法》自2021年1月1日起施行，有效期至2025年12月31日。", None, None),
        ("该办法自2021年1月1日起施行。", None, None),
        ("原办法自2021年1月1日起施行，现予修订。", None, None),
        ("国家标准自2021年1月1日起实施。", None, None),
        ("补贴自2018年1月1日起执行。", None, None),
        ("自2018年1月1日起施行，溯及既往。", "2018-01-01", None),
        ("本办法自2018年1月1日起施行。", "2018-01-01", None),
        ("本办法自2022年7月1日起施行，《乙市旧办法》自2022年7月1日起废止。", "2022-07-01", None),
        ("《乙市旅游办法》已经通过，现予公布，自2022年7月1日起施行。", "2022-07-01", None),
        ("《乙市旅游办法》自2022年7月1日起施行。", "2022-07-01", None),
        ("本办法自2022年1月1日起施行。", "2022-01-01", None),
    ],
)
def test_dates_of_another_text_are_none_of_this(
    line: str, effective: str | None, expires: str | None, words: DocumentWords
) -> None:
    facts = proposed(f"乙市旅游办法\n第一条 为了旅游。\n第二条 {line}\n乙市文化局\n2022年6月8日\n", words)
    assert (facts.effective.value, facts.expires.value) == (effective, expires)


@pytest.mark.parametrize(
    ("printed", "made"),
    [
        ("2024年12月", "2024-12"),
        ("二〇二四年十二月", "2024-12"),
        ("2024年2月30日", None),
        ("2024年13月", None),
    ],
)
def test_a_month_signs_and_a_day_that_is_none_does_not(
    printed: str, made: str | None, words: DocumentWords
) -> None:
    facts = proposed(
        f"乙市旅游办法\n第一条 为了旅游。\n第二条 每人补助100元。\n乙市文化局\n{printed}\n", words
    )
    assert facts.made.value == made
