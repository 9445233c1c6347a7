"""Which measures are compared in one table."""

from digest.crossref.compare.align import align, ties_of
from digest.model.editions import Editions
from digest.model.matches import Act, ActPair, Match, key_of


def act(doc, start=0):
    return Act(doc, "1", start, start + 5, "支持流片")


def tie(a, b, score=0.8, grade=2):
    pair = ActPair(a, b, grade, "likely", score, 0.5, None, (), ())
    match = Match(
        *(a.doc, "1", b.doc, "1"),
        grade=grade,
        shown="likely",
        score=score,
        wording=0.5,
        theme=None,
        reasons=(),
        words=(),
        evidence_a="",
        evidence_b="",
        relation="peers",
        decided_by="rule",
        pairs=(pair,),
    )
    (found,) = ties_of([match])
    return found


def keys(*acts):
    return tuple(sorted(key_of(each) for each in acts))


def groups(acts, ties):
    return [group.acts for group in align([key_of(each) for each in acts], ties).groups]


def test_measures_of_three_places_make_one_group():
    a, b, c = act("a"), act("b"), act("c")
    assert groups((a, b, c), [tie(a, b), tie(a, c), tie(b, c)]) == [keys(a, b, c)]


def test_a_group_has_one_measure_of_a_policy_and_the_surest_pair_wins():
    a, again, b = act("a"), act("a", 9), act("b")
    found = align([key_of(each) for each in (a, again, b)], [tie(a, b, 0.7), tie(again, b, 0.9)])
    assert [group.acts for group in found.groups] == [keys(again, b)]
    assert found.alone == (key_of(a),)


def test_a_group_has_one_measure_of_the_editions_of_a_policy():
    a, draft, b = act("a"), act("draft"), act("b")
    ties = [tie(a, b, 0.9), tie(draft, b, 0.8)]
    keys_of = [key_of(each) for each in (a, draft, b)]
    assert [group.acts for group in align(keys_of, ties).groups] == [keys(a, draft, b)]
    found = align(keys_of, ties, Editions({"draft": frozenset({"a"})}))
    assert [group.acts for group in found.groups] == [keys(a, b)]
    assert found.alone == (key_of(draft),)


def test_a_chain_of_resemblances_does_not_grow():
    a, b, c, d = act("a"), act("b"), act("c"), act("d")
    chain = [tie(a, b, 0.9), tie(c, d, 0.8), tie(b, c, 0.7)]
    assert groups((a, b, c, d), chain) == [keys(a, b), keys(c, d)]


def test_a_weak_resemblance_does_not_join_a_sure_group():
    a, b, c = act("a"), act("b"), act("c")
    sure = [tie(a, b, 0.9)]
    weak = [tie(a, c, 0.3, 1), tie(b, c, 0.3, 1)]
    assert groups((a, b, c), sure + weak) == [keys(a, b)]
    assert groups((a, c), weak) == [keys(a, c)]


def test_the_same_come_before_the_comparable_and_pairs_from_elsewhere_do_not_count():
    a, b, c, d = act("a"), act("b"), act("a", 9), act("b", 9)
    found = align(
        [key_of(each) for each in (a, b, c, d)], [tie(a, b, 0.9, 1), tie(c, d, 0.7, 2), tie(a, act("x"))]
    )
    assert [(group.grade, group.acts) for group in found.groups] == [(2, keys(c, d)), (1, keys(a, b))]


def test_acts_in_a_heading_are_told_apart_from_the_text():
    heading = Act("a", "box1", 0, 4, "重点工程", in_heading=True)
    assert key_of(heading) == ("a", "box1", 0, 0)
