"""The table of places, and what a project says under it."""

import pickle
import re

import pytest

from digest.model.corpus import Jurisdiction
from digest.text.places import NATION, Gazetteer, bare_name

PLACES = Gazetteer()
ZONE = Jurisdiction("320599", "苏州工业园区", "Suzhou Industrial Park", "zone", "320500")
OWN = Gazetteer(
    {
        "320599": ZONE,
        "440309": Jurisdiction("440309", "深圳市龙华区", "Longhua", "county", "440300"),
    }
)


def test_every_place_has_its_level_and_a_way_to_the_nation():
    assert len(PLACES) > 3200
    for code, place in PLACES.items():
        assert re.fullmatch("[0-9]{6}", code)
        assert place.code == code
        assert re.fullmatch("[A-Z][A-Za-zü', -]+", place.name_en), place
        chain = PLACES.chain(code)
        assert chain[-1].code == NATION
        levels = [each.level for each in chain]
        assert levels == [
            level for level in ("county", "prefecture", "province", "nation") if level in levels
        ]


@pytest.mark.parametrize(
    ("code", "zh", "en", "above"),
    [
        ("000000", "中国", "China", None),
        ("110105", "北京市朝阳区", "Chaoyang District, Beijing", "110000"),
        ("140000", "山西省", "Shanxi Province", "000000"),
        ("150100", "呼和浩特市", "Hohhot", "150000"),
        ("222400", "延边朝鲜族自治州", "Yanbian Korean Autonomous Prefecture", "220000"),
        ("310115", "上海市浦东新区", "Pudong New Area, Shanghai", "310000"),
        ("320116", "南京市六合区", "Luhe District, Nanjing", "320100"),
        ("320411", "常州市新北区", "Xinbei District, Changzhou", "320400"),
        ("152221", "科尔沁右翼前旗", "Horqin Right Front Banner", "152200"),
        ("370281", "胶州市", "Jiaozhou", "370200"),
        ("429021", "神农架林区", "Shennongjia Forestry District", "420000"),
        ("441900", "东莞市", "Dongguan", "440000"),
        ("469021", "定安县", "Ding'an County", "460000"),
        ("520203", "六枝特区", "Liuzhi Special District", "520200"),
        ("610000", "陕西省", "Shaanxi Province", "000000"),
        ("610100", "西安市", "Xi'an", "610000"),
        ("659001", "石河子市", "Shihezi", "650000"),
        ("710000", "台湾省", "Taiwan Province", "000000"),
        ("820000", "澳门特别行政区", "Macao Special Administrative Region", "000000"),
    ],
)
def test_a_place_of_the_table(code, zh, en, above):
    place = PLACES[code]
    assert (place.name_zh, place.name_en, place.parent) == (zh, en, above)
    assert place.drafted is (place.level == "county")


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("乐亭县", "Laoting"), ("东阿县", "Dong'e"), ("单县", "Shan"), ("番禺区", "Panyu"), ("浚县", "Xun"),
        ("荥阳市", "Xingyang"), ("荥经县", "Yingjing"), ("莘县", "Shen"), ("涡阳县", "Guoyang"), ("铅山县", "Yanshan"),
        ("歙县", "She"), ("黟县", "Yi"), ("洪洞县", "Hongtong"), ("繁峙县", "Fanshi"), ("蔚县", "Yu"), ("长子县", "Zhangzi"),
        ("乐清市", "Yueqing"), ("尉犁县", "Yuli"), ("珲春市", "Hunchun"), ("闵行区", "Minhang"), ("盱眙县", "Xuyi"),
        ("筠连县", "Junlian"), ("宕昌县", "Tanchang"), ("崆峒区", "Kongtong"), ("会昌县", "Huichang"), ("都昌县", "Duchang"),
        ("泊头市", "Botou"), ("佛冈县", "Fogang"), ("穆棱市", "Muling"), ("芒市", "Mangshi"), ("略阳县", "Lüeyang"),
    ],
)  # fmt: skip
def test_readings_that_only_a_place_has(name, reading):
    (code,) = PLACES.called(name)
    assert PLACES[code].name_en.startswith(f"{reading} ") or PLACES[code].name_en == reading


def test_codes_and_names_that_the_standard_no_longer_has():
    assert PLACES["330103"].name_zh == "杭州市下城区"
    assert PLACES["522222"].parent == "522200"
    assert PLACES["420600"].name_zh == "襄阳市"
    assert PLACES.called("襄樊市") == {"420600"}
    assert PLACES.called("江口县") == {"520621"}  # renumbered with 铜仁
    assert PLACES.called("枞阳县") == {"340722"}  # moved to 铜陵市
    assert PLACES.called("桥东区") == {"130103", "130502", "130702"}  # three different districts


def test_names_of_several_places():
    assert PLACES.called("龙华区") == {"440309", "460106"}
    assert PLACES.called("深圳市龙华区") == {"440309"}
    assert PLACES.called_shortly("延边") == PLACES.called_shortly("延边州") == {"222400"}
    assert PLACES.called_shortly("海南") == {"460000"}
    assert PLACES.called_shortly("吉林") == {"220000", "220200"}
    assert PLACES.called("示例市") == PLACES.called_shortly("南山") == frozenset()


def test_a_project_wins():
    assert OWN["440309"].name_en == "Longhua"
    assert OWN.called("苏州工业园区") == {"320599"}
    assert [place.name_zh for place in OWN.chain("320599")] == ["苏州工业园区", "苏州市", "江苏省", "中国"]
    assert len(OWN) == len(PLACES) + 1 == len(list(OWN))
    assert len(pickle.dumps(OWN)) < 1000  # the table is not sent


def test_an_unknown_code():
    assert "999999" not in PLACES
    assert PLACES.get("") is None
    assert PLACES.chain("999999") == PLACES.chain(None) == ()


def test_bare_names():
    names = [
        "深圳市",
        "内蒙古自治区",
        "延边朝鲜族自治州",
        "广西壮族自治区",
        "双江拉祜族佤族布朗族傣族自治县",
        "浦东新区",
        "和县",
    ]
    assert [bare_name(name) for name in names] == ["深圳", "内蒙古", "延边", "广西", "双江", "浦东", "和县"]
