"""The places below its own that a text names."""

from dataclasses import replace

import pytest

from digest.enrich.areas import find_areas
from digest.enrich.places import places_of
from digest.model.document import Clause, Kind
from digest.model.facts import AgencyRole
from digest.model.vocabulary import PlaceNames
from digest.read import word_lists
from digest.read.word_lists import read_words
from digest.resources import starter_content
from digest.text.places import Gazetteer
from parsing import parsed

PLACES = Gazetteer()
WORDS = read_words(starter_content(), starter_content(), word_lists.PLACES)[0] or PlaceNames()


def clause(text: str) -> Clause:
    document, _ = parsed(f"一、布局\n{text}")
    return document.clauses[-1]


def named(text: str, code: str) -> list[tuple[str, str]]:
    return [
        (each.name_zh, each.evidence) for each in find_areas(clause(text), places_of(code, PLACES), WORDS)
    ]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("440300", "在南山区建设中试线。", ["深圳市南山区"]),
        ("440300", "打造光明前景，美化南山。", []),  # a bare name may be another word
        ("340000", "支持合肥、芜湖等地建设。", ["合肥市", "芜湖市"]),
        ("340000", "依托合肥工业大学、合肥大学和合肥海关。", []),
        ("340000", "落实《合肥市规划》。", []),
        ("210000", "鼓励沿海经济带和沈阳经济区的其他城市发展。", []),
        ("210000", "推进大连湾开发，支持沈阳、大连市。", ["沈阳市", "大连市"]),
        ("210000", "支持沈阳经济技术开发区发展，建设沈阳城市新区。", ["沈阳市"]),
        ("420000", "建设武汉城市圈和武汉都市圈。", []),
        ("420000", "支持武汉以外的城市建设园区。", []),
        ("420000", "支持除武汉市外的其他城市建设园区。", []),
        ("420000", "支持武汉建设园区，武汉城市建设提速。", ["武汉市"]),
        ("220000", "发挥吉林优势。", []),  # the province itself
        ("340000", "在深圳市设立办事处。", []),  # not below it
        ("440311", "在南山区设立办事处。", []),
        (None, "在南山区建设中试线。", []),
        ("340000", "由合肥市税务局和合肥海关负责。", []),
    ],
)
def test_places_below_the_own_one(code, text, names):
    assert [name for name, _ in named(text, code)] == names


def test_each_place_once_a_sentence():
    assert named("在南山区、宝安区和南山区建设。宝安区负责。", "440300") == [
        ("深圳市南山区", "在南山区、宝安区和南山区建设。"),
        ("深圳市宝安区", "在南山区、宝安区和南山区建设。"),
        ("深圳市宝安区", "宝安区负责。"),
    ]


def test_what_a_heading_names_has_the_whole_clause():
    there = replace(clause("以传感器为重点。推动集聚。"), heading="合肥")
    (area,) = find_areas(there, places_of("340000", PLACES), WORDS)
    assert (area.code, area.evidence) == ("340100", "以传感器为重点。推动集聚。")


def test_bodies_notes_and_addressees_are_no_places():
    said = clause("（南山区政府负责）")
    body = AgencyRole("responsible", "南山区政府", "深圳市南山区人民政府", None, lead=True, start=1, end=6)
    places = places_of("440300", PLACES)
    assert find_areas(said, places, WORDS)
    assert find_areas(said, places, WORDS, (body,)) == ()
    assert find_areas(replace(said, kind=Kind.NOTE), places, WORDS) == ()
    assert find_areas(replace(said, kind=Kind.FRONT), places, WORDS) == ()
