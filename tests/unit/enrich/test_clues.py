"""What text and file say of one policy, and which of them wins."""

import pytest

from digest.enrich.clues import SettledTable, settle
from digest.enrich.document_facts import propose_facts
from digest.model.intake import Clue
from parsing import parsed, title_words

NOTICE = """乙市丙区人民政府办公室关于印发《乙市丙区支持光电产业若干措施》的通知
丙府办规〔2023〕6号
各街道办事处，区直各单位：
《乙市丙区支持光电产业若干措施》已经区政府同意，现予印发，请认真贯彻执行。
乙市丙区人民政府办公室
2023年5月18日
乙市丙区支持光电产业若干措施
第一条 为支持光电产业，制定本措施。
第二条 本措施自2023年6月1日起施行，有效期三年。
"""
BARE = "第一条 对研发项目给予最高100万元资助。\n第二条 对平台给予最高200万元资助。\n"


def settled(text: str, *clues: Clue) -> dict[str, SettledTable]:
    return dict(settle(clues, propose_facts(parsed(text)[0], title_words()), title_words()))


def said(each: SettledTable) -> tuple[object, str, tuple[str, ...]]:
    return each.stated.value, each.stated.basis, tuple(other.value for other in each.others)


def test_what_the_text_prints_wins_and_the_others_are_named() -> None:
    found = settled(
        NOTICE,
        Clue("title_zh", "乙市丙区关于光电产业的十条", "ArticleTitle"),
        Clue("number", "丙府办规〔2023〕9号", "发文字号"),
        Clue("made", "2023-05-19", "成文日期"),
        Clue("issuers", "丙区人民政府办公室", "发布机构"),
    )
    assert said(found["title_zh"]) == (
        "乙市丙区支持光电产业若干措施",
        "printed",
        ("乙市丙区关于光电产业的十条",),
    )
    assert said(found["number"]) == ("丙府办规〔2023〕6号", "printed", ("丙府办规〔2023〕9号",))
    assert said(found["made"]) == ("2023-05-18", "printed", ("2023-05-19",))
    assert said(found["issuers"]) == (("乙市丙区人民政府办公室",), "printed", ())


def test_a_page_that_says_the_same_in_another_form_contradicts_nothing() -> None:
    found = settled(
        NOTICE,
        Clue(
            "title_zh", "乙市丙区人民政府办公室关于印发《乙市丙区支持光电产业若干措施》的通知", "ArticleTitle"
        ),
        Clue("number", "丙府办规〔2023〕6 号", "发文字号"),
        Clue("number", "丙府办规[2023]6号", "DocNo"),
        Clue("made", "２０２３年５月１８日", "成文日期"),
        Clue("issuers", "丙区人民政府办公室", "ContentSource"),
    )
    assert [each.others for each in found.values()] == [()] * len(found)


def test_a_title_without_its_place_is_no_other_title() -> None:
    found = settled(NOTICE, Clue("title_zh", "关于印发支持光电产业若干措施的通知", "ArticleTitle"))[
        "title_zh"
    ]
    assert said(found) == ("乙市丙区支持光电产业若干措施", "printed", ())


def test_when_a_page_went_online_is_no_date_of_the_text() -> None:
    found = settled(NOTICE.replace("2023年5月18日\n", ""), Clue("published", "2023-05-22 09:12", "PubDate"))
    assert said(found["published"]) == ("2023-05-22", "external", ())
    assert found["published"].origin == "PubDate"
    assert found["made"].stated.value is None


def test_an_index_table_is_believed_before_a_meta_tag() -> None:
    found = settled(
        BARE,
        Clue("made", "2024-02-03", "DateCreated"),
        Clue("made", "二〇二四年二月一日", "成文日期"),
        Clue("number", "京技管发〔2024〕3号", "发文字号"),
    )
    assert said(found["made"]) == ("2024-02-01", "external", ("2024-02-03",))
    assert found["made"].stated.how == "index_table"
    assert said(found["status"]) == ("issued", "inferred", ())


def test_a_title_that_only_the_page_has_says_what_the_text_is() -> None:
    title = "某市人民政府关于印发《某市光电产业行动计划（2024—2026年）》的通知"
    found = settled(BARE, Clue("title_zh", title, "ArticleTitle"))
    assert said(found["title_zh"]) == ("某市光电产业行动计划（2024—2026年）", "external", ())
    assert found["genre"].stated.value == "action_plan"
    assert found["form"].stated.value == "notice"
    assert found["period"].stated.value == "2024/2026"


@pytest.mark.parametrize("name", ["本站", "深圳特区报", "新华社", "本网编辑部", "龙华融媒", "张三"])
def test_who_is_no_public_body_is_no_issuer(name: str) -> None:
    found = settled(BARE, Clue("issuers", name, "ContentSource"))["issuers"]
    assert said(found) == (None, "unknown", (name,))
    assert found.others[0].why


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("某市工业和信息化局", ("某市工业和信息化局",)),
        ("某省发展改革委、某省财政厅", ("某省发展改革委", "某省财政厅")),
        ("北京经济技术开发区管理委员会", ("北京经济技术开发区管理委员会",)),
        ("国务院办公厅", ("国务院办公厅",)),
        ("某市人民政府办公厅 点击次数：512大中小", ("某市人民政府办公厅",)),
        ("中国人民银行 国家金融监督管理总局", ("中国人民银行", "国家金融监督管理总局")),
    ],
)
def test_bodies_are_taken_apart(stated: str, names: tuple[str, ...]) -> None:
    assert settled(BARE, Clue("issuers", stated, "ContentSource"))["issuers"].stated.value == names


@pytest.mark.parametrize(
    ("field", "value"),
    [("made", "长期"), ("made", "2024-02-30"), ("number", "无"), ("number", "11440300MB2C93221L/2023-00086")],
)
def test_what_has_not_the_form_of_its_field_is_left_out_and_named(field: str, value: str) -> None:
    assert said(settled(BARE, Clue(field, value, "发文字号"))[field]) == (None, "unknown", (value,))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://a b", "/t20230522.html"]
)
def test_only_web_addresses_are_taken(address: str) -> None:
    assert settled(BARE, Clue("source_url", address, "Url"))["source_url"].stated.value is None


def test_dates_that_cannot_both_be_right() -> None:
    found = settled(BARE, Clue("made", "2024-02-01", "成文日期"), Clue("expires", "2020-01-01", "失效日期"))
    assert said(found["made"])[0] == "2024-02-01"
    assert said(found["expires"]) == (None, "unknown", ("2020-01-01",))


def test_only_a_page_can_say_that_a_text_has_ended() -> None:
    assert said(settled(NOTICE, Clue("status", "废止", "有效性"))["status"]) == (
        "repealed",
        "external",
        ("issued",),
    )
    assert said(settled(NOTICE, Clue("status", "有效", "有效性"))["status"]) == ("issued", "printed", ())
    assert said(settled(BARE, Clue("status", "有效", "有效性"))["status"]) == ("in_force", "external", ())


def test_a_title_of_the_page_says_how_far_the_text_has_come() -> None:
    title = "某市科技局关于公开征求《某市光电产业若干措施（征求意见稿）》意见的公告"
    found = settled(BARE, Clue("title_zh", title, "ArticleTitle"), Clue("status", "有效", "有效性"))
    assert said(found["title_zh"])[0] == "某市光电产业若干措施（征求意见稿）"
    assert said(found["status"]) == ("consultation_draft", "external", ())
    assert said(found["form"])[0] == "announcement"


def test_what_does_not_show_is_taken_out_of_a_value() -> None:
    clue = Clue("title_zh", "某市\u202e光电\x00产业\n若干措施\u200b", "ArticleTitle")
    assert settled(BARE, clue)["title_zh"].stated.value == "某市 光电 产业 若干措施"


def test_a_page_that_says_another_status_is_named() -> None:
    found = settled(NOTICE, Clue("status", "试行", "有效性"))["status"]
    assert said(found) == ("issued", "printed", ("试行",))


@pytest.mark.parametrize(
    ("name", "another"),
    [
        ("区府办", False),
        ("区政府办公室", False),
        ("丙区人民政府办公室", False),
        ("丙区人民政府", True),
        ("区工业和信息化局", True),
    ],
)
def test_a_short_name_of_who_signed_is_no_other_body(name: str, another: bool) -> None:
    assert bool(settled(NOTICE, Clue("issuers", name, "ContentSource"))["issuers"].others) is another
