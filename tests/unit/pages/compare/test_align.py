"""Which measures stand in one row."""

from digest.model.matches import Act, ActPair
from digest.pages.compare.align import align
from digest.pages.compare.measures import key_of


def act(doc, start=0):
    return Act(doc, "1", start, start + 5, "支持流片")


def pair(a, b, score=0.8, grade=2):
    return ActPair(a, b, grade, score, 0.5, 0.5, None, ())


def keys(*acts):
    return tuple(sorted(key_of(each) for each in acts))


def groups(acts, pairs):
    return [group.acts for group in align([key_of(each) for each in acts], pairs).groups]


def test_measures_of_three_places_make_one_group():
    a, b, c = act("a"), act("b"), act("c")
    assert groups((a, b, c), [pair(a, b), pair(a, c), pair(b, c)]) == [keys(a, b, c)]


def test_a_group_has_one_measure_of_a_policy_and_the_surest_pair_wins():
    a, again, b = act("a"), act("a", 9), act("b")
    found = align([key_of(each) for each in (a, again, b)], [pair(a, b, 0.7), pair(again, b, 0.9)])
    assert [group.acts for group in found.groups] == [keys(again, b)]
    assert found.alone == (key_of(a),)


def test_a_chain_of_resemblances_does_not_grow():
    a, b, c, d = act("a"), act("b"), act("c"), act("d")
    chain = [pair(a, b, 0.9), pair(c, d, 0.8), pair(b, c, 0.7)]
    assert groups((a, b, c, d), chain) == [keys(a, b), keys(c, d)]


def test_a_weak_resemblance_does_not_join_a_sure_group():
    a, b, c = act("a"), act("b"), act("c")
    sure = [pair(a, b, 0.9)]
    weak = [pair(a, c, 0.3, 1), pair(b, c, 0.3, 1)]
    assert groups((a, b, c), sure + weak) == [keys(a, b)]
    assert groups((a, c), weak) == [keys(a, c)]


def test_the_same_come_before_the_comparable_and_pairs_from_elsewhere_do_not_count():
    a, b, c, d = act("a"), act("b"), act("a", 9), act("b", 9)
    found = align(
        [key_of(each) for each in (a, b, c, d)], [pair(a, b, 0.9, 1), pair(c, d, 0.7, 2), pair(a, act("x"))]
    )
    assert [(group.grade, group.acts) for group in found.groups] == [(2, keys(c, d)), (1, keys(a, b))]


def test_acts_in_a_heading_are_told_apart_from_the_text():
    heading = Act("a", "box1", 0, 4, "重点工程", in_heading=True)
    assert key_of(heading) == ("a", "box1", 0, 0)
