"""Which clause of a text is which of another edition of it."""

from collections.abc import Mapping

from digest.model.ledger import Wording
from digest.text.pairing import Pairing, pair, wordings
from parsing import parsed

TEXT = """\
示例市促进冷链物流业发展若干措施

第一条 支持冷库建设。对新建公共冷库的企业，按照设备投资的20%给予补助，最高不超过300万元。

第二条 支持冷藏车更新。对购置新能源冷藏车的企业，每辆给予一次性奖励3万元。

第三条 支持人才。对引进的高层次人才，给予一次性奖励50万元。

第四条 支持品牌。对获评国家五星级冷链企业的，给予一次性奖励80万元。

第五条 本措施自2023年1月1日起施行，有效期二年。
"""
HOME = "支持冷库建设。对新建公共冷库的企业，按照设备投资的20%给予补助，最高不超过300万元。"
CARS = "支持冷藏车更新。对购置新能源冷藏车的企业，每辆给予一次性奖励3万元。"
TALENT = "支持人才。对引进的高层次人才，给予一次性奖励50万元。"
BRAND = "支持品牌。对获评国家五星级冷链企业的，给予一次性奖励80万元。"
STANDARDS = "支持标准。对主导制定国家标准的企业，给予一次性奖励100万元。"


def read(text: str) -> Mapping[str, Wording]:
    return wordings(parsed(text)[0])


def between(*swaps: tuple[str, str]) -> Pairing:
    new = TEXT
    for old, put in swaps:
        assert old in new
        new = new.replace(old, put)
    return pair(read(TEXT), read(new))


def moved(pairing: Pairing) -> list[tuple[str, str]]:
    return [(each.old, each.new) for each in pairing.pairs if each.old != each.new]


def reworded(pairing: Pairing) -> list[str]:
    return [each.new for each in pairing.pairs if each.likeness < 1]


def test_the_same_text_is_paired_clause_by_clause() -> None:
    found = between()
    assert [each.likeness for each in found.pairs] == [1] * len(read(TEXT))
    assert (moved(found), found.gone, found.new, found.merged, found.split) == ([], (), (), (), ())


def test_other_figures_and_words_leave_a_clause_in_its_place() -> None:
    found = between(("300万元", "500万元"), ("对购置新能源冷藏车的企业", "对更新国六以上冷藏车的物流企业"))
    assert (moved(found), reworded(found), found.gone, found.new) == ([], ["art1", "art2"], (), ())


def test_an_article_put_in_moves_those_after_it() -> None:
    found = between((TALENT, f"{STANDARDS}\n\n第四条 {TALENT}"), ("第四条 支持品牌", "第五条 支持品牌"))
    assert moved(found)[:2] == [("art3", "art4"), ("art4", "art5")]
    assert found.new == ("art3",)


def test_another_measure_of_the_same_form_is_another_clause() -> None:
    found = between((TALENT, STANDARDS))
    assert (found.gone, found.new, moved(found)) == (("art3",), ("art3",), [])


def test_two_that_change_places_and_figures() -> None:
    found = between((TALENT, "@"), (BRAND, TALENT.replace("50", "60")), ("@", BRAND.replace("80", "90")))
    assert moved(found) == [("art4", "art3"), ("art3", "art4")]


def test_one_that_is_cut_in_two_goes_on_in_the_longer_part() -> None:
    cut = HOME.replace("，按照", "，可以申请补助。\n\n第六条 支持新建公共冷库。对新建公共冷库的企业，按照")
    found = between((HOME, cut))
    assert [(each.old, each.new) for each in found.pairs if each.old == "art1"] in (
        [("art1", "art1")],
        [("art1", "art6")],
    )
    assert found.gone == ()


def test_one_that_is_joined_to_another_stands_in_it() -> None:
    found = between((CARS + "\n\n", CARS), ("第三条 支持人才。", ""))
    assert found.merged == (("art3", "art2"),)
    assert found.gone == ()


def test_a_heading_that_says_the_same_in_other_words_stands_over_the_same_articles() -> None:
    chapters = "第一章 总则\n\n" + TEXT.partition("\n\n")[2]
    found = pair(read(chapters), read(chapters.replace("总则", "总体要求")))
    assert (moved(found), found.gone, found.new) == ([], (), ())


def test_equal_headings_that_are_common_prove_nothing() -> None:
    text = "\n\n".join(f"第{n}条 申报条件。{what}" for n, what in zip("一二三四", _CONDITIONS, strict=True))
    new = text.replace(_CONDITIONS[1], "依法注册登记的文化体育场馆，年接待观众十万人次以上。")
    found = pair(read(text), read(new))
    assert found.gone == ("art2",)


def test_one_fixed_by_the_editor_stands() -> None:
    new = read(TEXT.replace(TALENT, STANDARDS))
    found = pair(read(TEXT), new, {"art3": "art3"})
    assert (found.gone, found.new) == ((), ())


_CONDITIONS = (
    "注册地在本市的独立法人企业，信用良好。",
    "购置车辆在本市上牌，并接入监管平台运行满一年。",
    "人才与用人单位签订三年以上劳动合同，缴纳社会保险。",
    "品牌在国家级评选中获得星级，且在有效期内。",
)
