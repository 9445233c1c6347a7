"""The place of a policy, from its title and its issuers."""

import tomllib
from pathlib import Path

import pytest

from digest.model.corpus import Jurisdiction
from digest.read.word_lists import AGENCIES, read_words
from digest.resources import starter_content
from digest.text.place_names import most_named_place, places_in, propose_place
from digest.text.places import Gazetteer

PLACES = Gazetteer()
AGENCY_WORDS, _ = read_words(starter_content(), starter_content(), AGENCIES)
assert AGENCY_WORDS is not None
WORDS = AGENCY_WORDS.place_words
LABELLED = Path(__file__).parents[2] / "labelled/matching"


def proposed(title="", issuers=(), places=PLACES):
    found = propose_place([title] if title else [], issuers, places, WORDS)
    return found and (found.code, found.words, found.field, found.sure, found.zone)


FULL = """
深圳市龙华区工业和信息化局关于印发若干措施的通知 440309 深圳市龙华区
关于印发《海口市龙华区促进商贸发展办法》的通知 460106 海口市龙华区
长春市朝阳区人民政府办公室关于印发方案的通知 220104 长春市朝阳区
辽宁省朝阳市人民政府关于促进旅游发展的意见 211300 辽宁省朝阳市
延边朝鲜族自治州人民政府关于支持旅游业的意见 222400 延边朝鲜族自治州
恩施土家族苗族自治州恩施市人民政府关于茶产业的意见 422801 恩施土家族苗族自治州恩施市
国家税务总局深圳市税务局关于办税服务的通告 440300 深圳市
中共北京市朝阳区委办公室印发《朝阳区数字经济若干措施》 110105 北京市朝阳区
杭州市下城区人民政府关于印发办法的通知 330103 杭州市下城区
襄樊市人民政府关于工业发展的意见 420600 襄樊市
吉林市人民政府关于冰雪产业的意见 220200 吉林市
济源市人民政府关于工业发展的意见 419001 济源市
神农架林区人民政府关于旅游发展的意见 429021 神农架林区
石家庄市桥东区人民政府关于商贸发展的意见 130103 石家庄市桥东区
上海市浦东新区人民政府关于印发办法的通知 310115 上海市浦东新区
新会区人民政府办公室关于印发办法的通知 440705 新会区
国务院办公厅关于支持深圳市建设的意见 000000 国务院
工业和信息化部关于印发办法的通知 000000 工业和信息化部
财政部　税务总局关于增值税的公告 000000 财政部
深圳市人民政府关于印发深圳市龙华区发展规划的通知 440300 深圳市
"""


@pytest.mark.parametrize("row", FULL.strip().splitlines())
def test_titles_that_name_a_place_in_full(row):
    title, code, words = row.split(" ")
    assert proposed(title) == (code, words, "title_zh", "high", None)


ZONES = """
苏州工业园区管理委员会关于印发办法的通知 320500 苏州工业园区
合肥高新区建设世界领先科技园区若干政策措施 340100 合肥高新区
昆山高新区关于促进产业发展的意见 320583 昆山高新区
天津滨海高新技术产业开发区管委会关于印发办法的通知 120116 天津滨海高新技术产业开发区
广州南沙新区促进总部经济发展扶持办法 440115 广州南沙新区
河北雄安新区管理委员会关于支持企业创新发展的通知 130000 河北雄安新区
横琴粤澳深度合作区促进集成电路产业发展若干措施 440000 横琴粤澳深度合作区
珠海市横琴新区管理委员会关于印发办法的通知 440400 珠海市横琴新区
深圳市前海深港现代服务业合作区管理局关于印发办法的通知 440300 深圳市前海深港现代服务业合作区
深汕特别合作区促进汽车产业发展若干措施 440300 深汕特别合作区
关于印发《中关村国家自主创新示范区资金管理办法》的通知 110000 中关村国家自主创新示范区
中国（上海）自由贸易试验区临港新片区管理委员会关于印发办法的通知 310000 中国（上海）自由贸易试验区临港新片区
武汉东湖新技术开发区管委会关于印发办法的通知 420100 武汉东湖新技术开发区
青岛西海岸新区管委关于印发办法的通知 370211 青岛西海岸新区
广州开发区促进人才发展办法 440100 广州开发区
"""


@pytest.mark.parametrize("row", ZONES.strip().splitlines())
def test_zones_are_of_the_place_that_governs_them(row):
    title, code, zone = row.split(" ")
    assert proposed(title) == (code, zone, "title_zh", "medium", zone)


@pytest.mark.parametrize(
    "title",
    [
        "龙华区工业和信息化局关于印发若干措施的通知",
        "朝阳区促进数字经济发展若干措施",
        "桥东区人民政府关于印发办法的通知",
        "市工业和信息化局关于印发办法的通知",
        "关于贯彻落实《广东省优化营商环境条例》的实施意见",
        "吉林经济开发区关于印发办法的通知",
        "中山大学关于印发办法的通知",
        "经济合作区域发展意见",
        "示例市支持智能传感器产业发展若干措施",
        "深圳市 东莞市关于共建合作区的意见",
    ],
)
def test_titles_that_leave_the_place_open(title):
    assert proposed(title) is None


ISSUERS = """
内蒙古工业和信息化厅 150000
南宁市青秀区人民政府 450103
余杭区人民政府 330110
龙华区工业和信息化局 -
国家发展和改革委员会 000000
国家外汇管理局深圳市分局 440300
国家金融监督管理总局深圳监管局 440300
中国人民银行 000000
中国人民银行深圳市分行 440300
中国证监会深圳监管局 440300
中国证券监督管理委员会 000000
中央网信办 000000
商务部等8部门 000000
深圳海关 440300
苏州工业园区科技创新委员会 320500
四川天府新区管理委员会 510100
宁波杭州湾新区管理委员会 330200
绍兴滨海新区管理委员会 330600
盐城市滨海县人民政府 320922
江北区人民政府 -
鼓楼区人民政府 -
福州市鼓楼区人民政府 350102
大理州人民政府 532900
大理市人民政府 532901
海南藏族自治州人民政府 632500
三沙市人民政府 460300
仙桃市人民政府 429004
临桂县人民政府 450322
吉林省市场监督管理厅 220000
吉林市场监督管理局 -
深圳市市场监督管理局 440300
市中区人民政府 -
乐山市市中区人民政府 511102
锡林郭勒盟行政公署 152500
共青团深圳市委 440300
中共深圳市委组织部 440300
市委组织部 -
本市 -
示例市财政局 -
山东大学 -
中国人民银行 000000
中国证监会 000000
中国证券监督管理委员会 000000
中国移动 -
粤港澳大湾区办公室 -
"""


@pytest.mark.parametrize("row", ISSUERS.strip().splitlines())
def test_the_place_of_an_issuer(row):
    issuer, code = row.split(" ")
    found = propose_place(["若干措施"], [issuer], PLACES, WORDS)
    assert (found.code if found else "-") == code


def test_a_kind_of_zone_that_an_editor_adds_is_known():
    title = "昆山先导区关于促进产业发展的意见"
    assert propose_place([title], [], PLACES, WORDS) is None
    found = propose_place([title], [], PLACES, WORDS._replace(zones=(*WORDS.zones, "先导区")))
    assert found is not None
    assert (found.code, found.zone) == ("320583", "昆山先导区")


@pytest.mark.parametrize("title", ["呼和浩特新城区建设", "昆山经济合作区域规划"])
def test_a_kind_of_zone_inside_another_word_is_none(title):
    found = proposed(title)
    assert found is None or found[4] is None


def test_short_names_are_less_sure():
    assert proposed("北京朝阳区促进数字经济发展若干措施") == (
        "110105",
        "北京朝阳区",
        "title_zh",
        "medium",
        None,
    )
    assert proposed("海南州人民政府关于旅游的意见") == ("632500", "海南州", "title_zh", "medium", None)


def test_who_issued_it_decides():
    assert proposed("深圳市龙华区发展规划", ["广东省人民政府"]) == (
        "440000",
        "广东省",
        "issuers",
        "high",
        None,
    )
    issuers = ["深圳市工业和信息化局", "深圳市财政局"]
    assert proposed("若干措施", issuers) == ("440300", "深圳市", "issuers", "high", None)
    assert proposed("若干措施", ["广东省财政厅", "深圳市财政局"]) == (
        "440300",
        "深圳市",
        "issuers",
        "high",
        None,
    )
    assert proposed("广东省若干措施", ["深圳市财政局", "广州市财政局"]) is None
    assert proposed("若干措施", ["财政部", "深圳市人民政府"]) == ("440300", "深圳市", "issuers", "high", None)
    assert proposed("深圳市若干措施", ["市财政局"]) == ("440300", "深圳市", "title_zh", "high", None)


def test_a_name_of_several_places_is_decided_by_what_else_is_named():
    found = ("440309", "龙华区", "issuers", "medium", None)
    issuers = ["龙华区工业和信息化局"]
    assert proposed("若干措施", issuers) is None
    assert proposed("深圳市龙华区若干措施", issuers) == found
    assert proposed("关于印发《深圳市龙华区若干措施》的通知", issuers) == found
    own = Gazetteer({"440309": Jurisdiction("440309", "深圳市龙华区", "Longhua", "county", "440300")})
    assert proposed("若干措施", issuers, own) == found


def test_a_zone_that_the_project_describes_has_its_own_code():
    zone = Jurisdiction("320599", "苏州工业园区", "Suzhou Industrial Park", "zone", "320500")
    found = proposed("苏州工业园区关于印发办法的通知", (), Gazetteer({"320599": zone}))
    assert found == ("320599", "苏州工业园区", "title_zh", "high", None)


def test_the_places_of_labelled_policies():
    rows = [
        row
        for file in sorted(LABELLED.glob("*/field.toml"))
        for row in tomllib.loads(file.read_text("utf-8")).get("policy", ())
        if "place" in row
    ]
    right = 0
    for row in rows:
        found = propose_place([row["title"]], [], PLACES, WORDS)
        name = found and (found.zone or PLACES[found.code].name_zh)
        wanted = {"国家": "中国", "阿坝州": "阿坝藏族羌族自治州", "广州市南沙区": "广州南沙新区"}
        assert name in (None, wanted.get(row["place"], row["place"])), row["title"]
        right += name is not None
    assert len(rows) == 26
    assert right == 22  # the titles of the other four name no place


@pytest.mark.parametrize(
    "title", ["", "《", "关于", "中国（", "市" * 2000, "新区" * 1000, "贯彻《" * 600, "国家" * 1000 + "局"]
)
def test_nothing_comes_of_nonsense(title):
    assert proposed(title, [title]) is None


def test_places_in_a_title_are_named_as_long_as_they_are_printed():
    assert list(places_in("南京江北新区促进软件产业的措施", PLACES)) == ["南京", "江北新区"]
    assert list(places_in("促进软件产业的措施", PLACES)) == []


def test_the_place_that_a_text_names_most_often():
    assert most_named_place("大连市财政局会同大连市发改委，报辽宁省备案。", PLACES) == "大连市"
    assert most_named_place("市财政局会同市发改委，报辽宁省备案。", PLACES) is None
