from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from digest.crossref.features import FeatureReader, dot
from digest.crossref.gist import gists_of, read_acts
from digest.crossref.index import MOST, MeasureIndex, measures_of
from digest.crossref.likeness import Likeness, MeasurePair, QuickLikeness
from digest.crossref.matches import ClausePair, find_pairs, to_matches
from digest.crossref.members import theme_members
from digest.crossref.relations import Relations
from digest.crossref.weights import model
from digest.model.corpus import Policy, Relation
from digest.model.facts import ClauseFacts
from digest.model.matches import ActPair
from unit.crossref.policies import PLACES, policy, reader

TAPE_OUT = "支持企业流片|支持传感器企业开展首轮流片，按流片费用的30%给予补贴，单个企业年度最高不超过300万元。"
TAPE_OUT_2 = (
    "支持首轮流片|支持传感器企业开展首轮流片，按流片费用的30%给予补贴，单个企业年度最高不超过500万元。"
)
STANDARDS = "推动标准制定|对主导制定传感器国际标准、国家标准的企业，分别一次性给予100万元、50万元的奖励。"
RENT = "支持园区建设|对入驻传感器园区的企业，按每月每平方米10元给予租金补贴，每年最高不超过200万元。"
PARK = "建设传感器园区|打造传感器专业园区，完善标准厂房等配套基础设施。"


@pytest.fixture(scope="module")
def read() -> FeatureReader:
    return reader()


def _pairs(policies: Iterable[Policy], read: FeatureReader) -> Mapping[ClausePair, tuple[ActPair, ...]]:
    return find_pairs(read_acts(policies, read))


def pairs(read: FeatureReader, *policies: Policy) -> dict[ClausePair, int]:
    found = _pairs(policies, read)
    return {clauses: acts[0].grade for clauses, acts in found.items()}


def test_the_same_measure_is_found_and_another_one_is_not(read: FeatureReader) -> None:
    found = pairs(read, policy("a", TAPE_OUT, STANDARDS), policy("b", RENT, TAPE_OUT_2))
    assert found == {ClausePair("a", "art1", "b", "art2"): 2}


def test_the_formula_of_a_subsidy_is_no_likeness(read: FeatureReader) -> None:
    found = pairs(read, policy("a", TAPE_OUT, STANDARDS), policy("b", RENT, STANDARDS))
    assert found.keys() == {ClausePair("a", "art2", "b", "art2")}


def test_what_is_ended_is_no_support_and_dollars_are_no_yuan(read: FeatureReader) -> None:
    made = policy("a", TAPE_OUT)
    (support,) = made.facts["art1"].instruments

    def compared(**changes: Any) -> tuple[frozenset[str], set[str]]:
        facts = {"art1": ClauseFacts(instruments=(replace(support, **changes),))}
        act = next(each for each in read.read(replace(made, facts=facts)) if each.act.end >= support.end - 1)
        return act.kinds, {name for name, _ in act.figures}

    assert compared() == (frozenset({support.kind}), {"rate", "cap"})
    assert compared(act="repeal") == (frozenset(), set())
    dollars = tuple(replace(cap, currency="USD") for cap in support.caps)
    assert compared(currency="USD", caps=dollars) == (frozenset({support.kind}), {"rate"})


def test_the_same_theme_is_comparable(read: FeatureReader) -> None:
    found = pairs(
        read, policy("a", PARK), policy("b", "园区提升|鼓励老旧工业园区改造提升，提高产业承载能力。")
    )
    assert set(found.values()) == {1}


def test_every_instrument_that_two_measures_share_corresponds(read: FeatureReader) -> None:
    one = policy(
        "a",
        "园区|支持建设标准厂房、职工宿舍、检测中心等园区配套设施。对入驻园区的企业，按每平方米每月15元给予租金补贴，每年最高50万元。",
    )
    two = policy(
        "b",
        "园区|支持建设标准厂房、职工宿舍、检测中心等园区配套设施。小微企业承租用房的，两年内给予房租补助。",
    )
    [found] = _pairs([one, two], read).values()
    assert [(pair.a.text[:4], pair.b.text[:4]) for pair in found] == [
        ("支持建设", "支持建设"),
        ("对入驻园", "小微企业"),
    ]


def test_nothing_matches_inside_one_policy(read: FeatureReader) -> None:
    assert not pairs(read, policy("a", TAPE_OUT, TAPE_OUT_2))


def test_a_pair_scores_the_same_whatever_else_there_is(read: FeatureReader) -> None:
    a, b = policy("a", TAPE_OUT, STANDARDS), policy("b", RENT, TAPE_OUT_2)
    others = [policy("c", PARK, TAPE_OUT), policy("d", TAPE_OUT_2, STANDARDS)]
    alone = _pairs([a, b], read)
    together = _pairs([*others, b, a], read)
    assert alone
    assert {key: together[key] for key in alone} == dict(alone)


def test_the_order_of_policies_changes_nothing(read: FeatureReader) -> None:
    policies = [policy("a", TAPE_OUT, PARK), policy("b", TAPE_OUT_2, RENT), policy("c", PARK, STANDARDS)]
    results = [dict(_pairs(each, read)) for each in permutations(policies)]
    assert all(result == results[0] for result in results)
    assert all(key.a_doc < key.b_doc for key in results[0])


def test_comparing_is_the_same_both_ways(read: FeatureReader) -> None:
    policies = policy("a", TAPE_OUT, PARK, RENT), policy("b", TAPE_OUT_2, STANDARDS, PARK)
    acts = [act for each in policies for act in read.read(each)]
    for one in acts:
        for other in acts:
            there, back = MeasurePair.of([one], [other]).likeness, MeasurePair.of([other], [one]).likeness
            assert there == pytest.approx(back)
            assert all(value >= 0 for value in there)
            assert 0 <= model().comparable.probability(there) <= 1


def test_a_measure_is_most_like_itself(read: FeatureReader) -> None:
    acts = read.read(policy("a", TAPE_OUT, PARK, RENT, STANDARDS))
    line = model().comparable
    for one in acts:
        own = line.probability(MeasurePair.of([one], [one]).likeness)
        assert all(
            own > line.probability(MeasurePair.of([one], [other]).likeness)
            for other in acts
            if other is not one
        )


def test_candidates_are_the_measures_that_share_a_theme_or_enough_words(read: FeatureReader) -> None:
    a, b = policy("a", TAPE_OUT, PARK, RENT), policy("b", TAPE_OUT_2, STANDARDS, RENT)
    left, right = (measures_of(read.read(each)) for each in (a, b))
    near = MeasureIndex.of(right).candidates(left)
    proposed = [(each.a.acts[0].act.clause, each.b.acts[0].act.clause) for each in near]
    alike = [
        (one.acts[0].act.clause, other.acts[0].act.clause)
        for one in left
        for other in right
        if dot(one.whole.grams, other.whole.grams) >= 0.04
        or sum(min(score, other.whole.themes.get(theme, 0.0)) for theme, score in one.whole.themes.items())
        >= 0.2
    ]
    assert proposed == alike
    assert ("art1", "art1") in proposed
    assert ("art1", "art2") not in proposed


def test_a_measure_has_no_more_candidates_than_the_most_alike_of_either_side(read: FeatureReader) -> None:
    few = [measures_of(read.read(policy(slug, TAPE_OUT, TAPE_OUT_2, STANDARDS, PARK, RENT))) for slug in "ab"]
    a, b = ([replace(few[side][at % 5], place=at) for at in range(100)] for side in (0, 1))
    near = MeasureIndex.of(b).candidates(a)
    assert MOST * 100 <= len(near) <= 4 * MOST * 100
    for one in a:
        kept = [each for each in near if each.a is one]
        every = [QuickLikeness.of(one, other) for other in b]
        assert max(each.words for each in kept) == pytest.approx(max(each.words for each in every))
        assert max(each.themes for each in kept) == max(each.themes for each in every)


def test_acts_never_have_more_in_common_than_was_thought_possible(read: FeatureReader) -> None:
    two = "支持企业流片|支持传感器企业开展首轮流片，给予补贴。鼓励企业租赁标准厂房，给予租金补贴。"
    texts = (TAPE_OUT, PARK, RENT, STANDARDS, two)
    a, b = (measures_of(read.read(policy(slug, *texts))) for slug in "ab")
    for one in a:
        for other in b:
            near = QuickLikeness.of(one, other)
            pairs = zip(near.at_most(), near.compared().likeness, strict=True)
            assert all(most >= own - 1e-9 for most, own in pairs)
    assert QuickLikeness.of(a[-1], b[0]).at_most().act < 1


ESTATE = (
    "物业服务|物业服务人应当按照物业服务合同维护小区公共秩序，不得擅自利用业主共有部分从事经营活动。",
    "业主大会|业主大会应当依法选举业主委员会，业主委员会应当公布物业服务合同的履行情况。",
    "维修资金|专项维修资金应当专户存储，用于共用部位保修期满后的维修、更新和改造，不得挪作他用。",
    "装修|业主装饰装修房屋应当事先告知物业服务人，不得拆改承重墙体。",
    "招标|住宅物业的建设单位应当公开招标选聘物业服务人。",
)
ROADS = (
    "养护|公路管理机构应当加强公路养护巡查，车辆不得超限行驶。",
    "桥梁|公路桥梁经营单位应当设置限载标志，并对公路桥梁进行定期检测。",
    "超限运输|载运不可解体物品的超限车辆应当申领通行证，并悬挂明显标志。",
    "绿化|公路两侧用地范围内的林木不得擅自采伐，采伐的应当补种。",
    "招标|收费公路的养护应当公开招标选聘养护单位。",
)


def test_laws_are_compared_with_laws_on_their_own_subject_alone(read: FeatureReader) -> None:
    assert pairs(read, policy("a", *ESTATE), policy("b", *ESTATE[::-1]))
    assert not pairs(read, policy("a", *ESTATE), policy("b", *ROADS))


def test_no_weight_is_below_nothing() -> None:
    """What two measures have in common never speaks against a pair."""
    for line in (model().comparable, model().same):
        assert line.slopes
        assert line.slopes.keys() <= set(Likeness._fields)
        assert all(slope >= 0 for slope in line.slopes.values())
    assert 0 < model().possible < model().likely < 1


def test_evidence_is_verbatim_and_the_best_pair_speaks(read: FeatureReader) -> None:
    policies = [policy("a", TAPE_OUT), policy("b", TAPE_OUT_2)]
    relations = Relations.of(policies, PLACES, {})
    (match,) = to_matches(_pairs(policies, read), relations)
    for made, name, evidence in (
        (policies[0], match.a_clause, match.evidence_a),
        (policies[1], match.b_clause, match.evidence_b),
    ):
        assert evidence in made.document.clause(name).text
    assert match.pairs[0].score == match.score == max(pair.score for pair in match.pairs)
    assert {"near_text", "same_figures"} <= set(match.reasons)
    assert match.shown == "likely"
    assert "流片" in match.words
    assert (match.theme, match.decided_by) == ("tape-out", "rule")


def test_what_both_say_in_the_same_words_is_the_same_beside_a_measure_that_they_word_otherwise(
    read: FeatureReader,
) -> None:
    word_for_word = "利用自有产线承接对外开放的检测服务需求，共同为企业提供方案设计与仿真等代工服务"
    a = policy("a", f"支持检测平台|对首轮流片，按费用的30%给予补贴，最高不超过500万元。{word_for_word}。")
    b = policy("b", f"建设检测平台|对企业首轮流片费用给予补贴。{word_for_word}。")
    (found,) = to_matches(_pairs([a, b], read), Relations.of([a, b], PLACES, {}))
    graded = {pair.a.text: pair.grade for pair in found.pairs if pair.a.text == pair.b.text}
    assert graded == {word_for_word: 2}
    assert found.grade == 2


def test_one_instrument_is_found_in_policies_on_different_subjects(read: FeatureReader) -> None:
    sensors = [
        f"传感器产业{word}|支持传感器企业发展{word}传感器。" for word in ("声学", "气体", "压力", "红外")
    ]
    medicine = [f"中医药{word}|支持中医药机构发展中医药{word}。" for word in ("护理", "诊疗", "制剂", "种植")]
    talent = "人才培养|加强{}人才培养，引进高端人才。"
    a, b = policy("a", *sensors, talent.format("传感器")), policy("b", *medicine, talent.format("中医药"))
    assert pairs(read, a, b).keys() == {ClausePair("a", "art5", "b", "art5")}


def test_a_place_inside_another_carries_out_nothing_by_itself() -> None:
    """The plan of the city may be younger, or on another matter."""
    policies = [policy("a", PARK, place="990101"), policy("b", PARK, place="990100")]
    assert Relations.of(policies, PLACES, {}).between("a", "b") == "peers"


def test_a_stated_relation_is_vertical() -> None:
    policies = [policy("a", PARK), policy("b", PARK, relations=(Relation("implements", "a"),))]
    assert Relations.of(policies, PLACES, {}).between("a", "b") == "b_implements_a"


def test_members_of_a_theme_have_their_spans(read: FeatureReader) -> None:
    acts = read_acts([policy("a", TAPE_OUT, PARK)], read)
    members = theme_members(gists_of(acts), read.themes.themes)
    (member,) = members["tape-out"]
    text = policy("a", TAPE_OUT, PARK).document.clause("art1").text
    assert (member.doc, member.clause, member.grade) == ("a", "art1", 2)
    assert all("流片" in text[span.start : span.end] for span in member.spans)
    assert {theme.id for theme in read.themes.themes} == set(members)


def test_words_alone_make_a_pair_likely_only_where_it_is_more_often_right(
    read: FeatureReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = policy("a", "优化环境|鼓励青年科研人员在高校附属医院开展兼职授课，完善科普讲解制度。")
    other = policy(
        "b",
        "服务群众|鼓励居民就近参与邻里互助、书法摄影、广场舞蹈等兴趣小组，由科研人员轮流值守街道社区服务站点。",
    )
    fitted = replace(model(), possible=0.0, likely=0.0)
    monkeypatch.setattr("digest.crossref.verdict.model", lambda: fitted)
    (acts,) = _pairs((one, other), read).values()
    assert acts[0].reasons == ("shared_wording",)
    assert acts[0].shown == "possible"
