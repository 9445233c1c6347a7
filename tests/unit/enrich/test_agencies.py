from pathlib import Path

import pytest

from digest.enrich.agencies import find_agencies
from digest.enrich.agency_sentences import OPENINGS, Opening, mentions
from digest.enrich.places import Places, places_of, resolve_place
from digest.model.corpus import Jurisdiction
from digest.model.vocabulary import AgencyWords
from digest.read.word_lists import AGENCIES, read_words
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"
PLACES = Gazetteer(
    {
        place.code: place
        for place in (
            Jurisdiction("000000", "中国", "China", "nation", None),
            Jurisdiction("370000", "山东省", "Shandong Province", "province", "000000"),
            Jurisdiction("410000", "河南省", "Henan Province", "province", "000000"),
            Jurisdiction("410100", "郑州市", "Zhengzhou", "prefecture", "410000"),
            Jurisdiction("440000", "广东省", "Guangdong Province", "province", "000000"),
            Jurisdiction("440300", "深圳市", "Shenzhen", "prefecture", "440000"),
            Jurisdiction("440305", "深圳市南山区", "Nanshan District, Shenzhen", "county", "440300"),
            Jurisdiction("440311", "深圳市光明区", "Guangming District, Shenzhen", "county", "440300"),
        )
    }
)


@pytest.fixture(scope="module")
def words() -> AgencyWords:
    found, problems = read_words(CONTENT, CONTENT, AGENCIES)
    assert problems == ()
    assert found is not None
    return found


@pytest.mark.parametrize("case", read_cases("enrich/agencies"), ids=lambda case: case.title)
def test_agencies_of_a_clause(case: Case, words: AgencyWords) -> None:
    rows = find_agencies(case.text, places_of(case.settings.get("place"), PLACES), words)
    lines = [" ".join([r.role, *("*" * r.lead), r.printed, r.name_zh]) for r in rows]
    assert lines == case.expected
    assert all(case.text[r.start : r.end] == r.printed for r in rows)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("深圳市发展和改革委员会", ["发展改革委", "发改委"]),
        ("山东省科学技术厅", ["科技厅"]),
        ("深圳市龙华区人民政府", []),
        ("某某公司", []),
    ],
)
def test_short_names(name: str, short: list[str], words: AgencyWords) -> None:
    assert list(words.short_forms(name)) == short


def test_english_names(words: AgencyWords) -> None:
    def english(text: str, code: str) -> list[str | None]:
        return [row.name_en for row in find_agencies(text, places_of(code, PLACES), words)]

    assert english("（市工业和信息化局、发展改革委，各区政府、南山区政府负责）", "440300") == [
        "Shenzhen Industry and Information Technology Bureau",
        "Shenzhen Development and Reform Commission",
        "All district governments of Shenzhen",
        "Government of Nanshan District, Shenzhen",
    ]
    assert english("（省科技厅、财政部、前海管理局负责）", "370000") == [
        "Shandong Department of Science and Technology",
        "Ministry of Finance",
        None,
    ]
    assert english("由国家发展改革委、市场监管总局、国家知识产权局负责指导。", "440311") == [
        "National Development and Reform Commission",
        "State Administration for Market Regulation",
        "China National Intellectual Property Administration",
    ]
    assert english("（人行郑州中心支行、人行某某中心支行负责）", "410000") == [
        "People's Bank of China, Zhengzhou Central Sub-branch",
        None,
    ]
    assert english("（市市场监管局、气象局、邮政管理局，区国资委负责）", "440311") == [
        "Shenzhen Administration for Market Regulation",
        "Shenzhen Meteorological Bureau",
        "Shenzhen Postal Administration",
        "State-owned Assets Supervision and Administration Commission of Guangming District, Shenzhen",
    ]
    assert english("（区科技局负责）", "440311") == [
        "Science and Technology Bureau of Guangming District, Shenzhen"
    ]


@pytest.mark.parametrize("code", ["000000", "370000", "440300", "440311"])
def test_bodies_of_the_nation_keep_their_names_in_any_policy(code: str, words: AgencyWords) -> None:
    names = {
        "国家邮政局": "State Post Bureau",
        "国家药品监督管理局": "National Medical Products Administration",
        "国家统计局": "National Bureau of Statistics",
        "中国气象局": "China Meteorological Administration",
        "国家市场监督管理总局": "State Administration for Market Regulation",
        "国家体育总局": "General Administration of Sport of China",
        "国家烟草专卖局": "State Tobacco Monopoly Administration",
        "中国地震局": "China Earthquake Administration",
        "国家机关事务管理局": "National Government Offices Administration",
    }
    found = find_agencies(f"（{'、'.join(names)}负责）", places_of(code, PLACES), words)
    assert {row.name_zh: row.name_en for row in found} == names


@pytest.mark.parametrize("rule", OPENINGS, ids=lambda rule: rule.example)
def test_the_example_of_each_rule_of_a_sentence(rule: Opening, words: AgencyWords) -> None:
    found = mentions(rule.example, words)
    assert tuple((rule.example[m.start : m.end], m.role) for m in found) == rule.found


def test_bodies_of_the_nation_need_no_places(words: AgencyWords) -> None:
    (row,) = find_agencies("由国家发展改革委负责解释。", Places(), words)
    assert (row.name_zh, row.name_en) == (
        "国家发展和改革委员会",
        "National Development and Reform Commission",
    )


def test_places() -> None:
    places = places_of("440311", PLACES)

    def name(head: str) -> str | None:
        place = resolve_place(head, places)
        return place.name_zh if place else None

    assert [name(x) for x in ("", "区", "市", "省", "国家", "南山区", "郑州", "县", "上海", "示例市")] == [
        "深圳市光明区", "深圳市光明区", "深圳市", "广东省", "中国", "深圳市南山区", "郑州市", None, "上海市", None,
    ]  # fmt: skip
    assert places_of("999999", PLACES).own is None


def test_places_that_no_site_describes() -> None:
    def name(head: str, code: str | None) -> str | None:
        place = resolve_place(head, places_of(code, Gazetteer()))
        return place.name_zh if place else None

    # 南山区 is in Shenzhen and in Hegang, 长安区 in Shijiazhuang and in Xi'an.
    assert name("南山区", "440300") == name("南山区", "440309") == name("南山区", "440000") == "深圳市南山区"
    assert name("南山区", "230404") == "鹤岗市南山区"
    assert name("南山区", "000000") is name("南山区", "370000") is name("南山区", None) is None
    assert name("长安区", "610116") == "西安市长安区"
    assert name("浙江", "440300") == "浙江省"
    assert name("胶州市", None) == "胶州市"


def test_a_zone_has_bodies_of_its_own(words: AgencyWords) -> None:
    title, code = "南京江北新区促进软件产业发展若干措施", "320100"
    places = places_of(code, Gazetteer(), propose_place([title], [], Gazetteer(), words.place_words))
    found = [row.name_zh for row in find_agencies("（责任单位：经济发展局，市财政局）", places, words)]
    assert found == ["经济发展局", "南京市财政局"]
    own = Gazetteer({"320199": Jurisdiction("320199", "南京江北新区", "Jiangbei", "zone", code)})
    places = places_of("320199", own, propose_place([title], [], own, words.place_words))
    found = [row.name_zh for row in find_agencies("（责任单位：经济发展局，市财政局）", places, words)]
    assert found == ["南京江北新区经济发展局", "南京市财政局"]


def test_short_names_in_a_text_of_the_nation(words: AgencyWords) -> None:
    rows = find_agencies("（责任单位：统计局、邮政局）", places_of("000000", Gazetteer()), words)
    assert [row.name_zh for row in rows] == ["国家统计局", "国家邮政局"]
    rows = find_agencies("（责任单位：统计局、邮政局）", places_of("440300", Gazetteer()), words)
    assert rows[0].name_zh == "深圳市统计局"


def test_no_text_makes_it_fail(words: AgencyWords) -> None:
    for text in (
        "（",
        "）负责",
        "（负责）",
        "（、，；负责）",
        "责任单位：",
        "由负责",
        "（" * 500 + "市财政局负责",
        "由市财政局、" * 500,
        "由会同" * 500 + "负责",
    ):
        assert isinstance(find_agencies(text, Places(), words), tuple)
