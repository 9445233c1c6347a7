"""Themes that are missing, from measures that match."""

from dataclasses import replace

import pytest

from digest.crossref.features import FeatureReader
from digest.crossref.gist import gists_of, read_acts
from digest.crossref.matches import find_pairs, to_matches
from digest.crossref.members import theme_members
from digest.crossref.relations import Relations
from digest.crossref.suggest import Suggestion, loose_pairs, suggest_themes
from digest.crossref.themes import ThemeFinder
from digest.model.corpus import Policy
from digest.model.matches import Theme, key_of
from unit.crossref.policies import PLACES, policy, reader

SEA = "骨灰海葬|对参加骨灰海葬的家属，每例给予补贴{}元。"
LIFT = "既有住宅改造|对既有住宅加装电梯的，每台给予补助{}万元，首次加装的另给予5万元。"
TAPE_OUT = "支持流片|支持传感器企业开展首轮流片，按流片费用的30%给予补贴。"


@pytest.fixture(scope="module")
def read() -> FeatureReader:
    return reader()


def suggested(read: FeatureReader, *policies: Policy) -> list[Suggestion]:
    kept = read_acts(policies, read)
    acts = [act for each in kept for act in each.unpacked()]
    found = to_matches(find_pairs(kept), Relations.of(policies, PLACES, {}))
    clauses = {(each.meta.slug, clause.id): clause for each in policies for clause in each.document.clauses}
    headings = {key_of(act.act): clauses[act.act.doc, act.act.clause].heading or "" for act in acts}
    hints = {hint for theme in read.themes.themes for hint in (*theme.hints, *theme.weak)}
    loose = loose_pairs(acts, found, theme_members(gists_of(kept), read.themes.themes))
    return list(suggest_themes(loose, acts, headings, hints, read))


def three(*rows: str) -> list[Policy]:
    return [
        policy(slug, *(row.format(sum_) for row in rows)) for slug, sum_ in (("a", 20), ("b", 30), ("c", 40))
    ]


def test_what_measures_of_several_policies_name_is_proposed(read: FeatureReader) -> None:
    found = suggested(read, *three(SEA, LIFT, TAPE_OUT))
    assert [each.name for each in found] == ["骨灰海葬", "加装电梯"]
    for each in found:
        assert {act.act.doc for act in each.acts} == {"a", "b", "c"}


def test_a_measure_of_one_policy_makes_no_theme(read: FeatureReader) -> None:
    alone, other = policy("a", SEA.format(20), TAPE_OUT), policy("b", LIFT.format(20), TAPE_OUT)
    assert suggested(read, alone, other) == []


def test_the_nearest_theme_is_that_of_the_measure_most_alike(read: FeatureReader) -> None:
    (first, *_) = suggested(read, *three(SEA, TAPE_OUT))
    assert first.near == "tape-out"


@pytest.mark.parametrize("hint", ["骨灰海葬", "海葬", "骨灰海葬补贴"])
def test_what_a_theme_names_is_not_proposed_again(read: FeatureReader, hint: str) -> None:
    """Also where the theme does not find the measures: its hint is a part of the phrase, or holds it."""
    theme = Theme("sea", "海葬", "Sea burials", "Sea burials.", (hint,), (), "demand")
    taught = replace(read, themes=ThemeFinder((*read.themes.themes, theme), read.words))
    assert [each.name for each in suggested(taught, *three(SEA, LIFT))] == ["加装电梯"]


@pytest.mark.parametrize(
    "row",
    [
        "骨灰海葬|对参加骨灰海葬活动的遗属，每例给予补贴{}元。",
        "骨灰海葬|鼓励丧葬服务机构开展骨灰海葬，每例给予补贴{}元。",
    ],
)
def test_who_gets_support_is_no_theme(read: FeatureReader, row: str) -> None:
    assert [each.name for each in suggested(read, *three(row))] == ["骨灰海葬"]


def test_things_in_a_list_are_no_theme(read: FeatureReader) -> None:
    row = "生态安葬|对选择树葬、花坛葬、草坪葬等节地生态安葬方式的家属，每例给予{}元奖补。"
    assert [each.name for each in suggested(read, *three(row))] == ["节地生态安葬"]
