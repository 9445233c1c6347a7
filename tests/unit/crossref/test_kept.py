"""What is kept of acts and of what was found between policies, and how much of it there is."""

import pickle
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest

from digest.crossref.features import TELLING, FeatureReader
from digest.crossref.gist import PolicyActs, read_acts
from digest.crossref.matches import MOST, Couple, CoupleBlock, Found, Means, find_pairs, here, judge
from digest.crossref.nearest import NEAREST
from digest.model.corpus import Policy
from unit.crossref.policies import policy, reader

Sent = TypeVar("Sent")

GRANTS = "支持流片|支持传感器企业开展首轮流片，按流片费用的30%给予补贴，每家企业最高不超过{}万元。"
PARK = "建设园区|打造传感器专业园区，完善标准厂房等配套基础设施，由{}部门负责。"
RENT = "租金补贴|对入驻传感器园区的企业，按每月每平方米{}元给予租金补贴。"


@pytest.fixture(scope="module")
def read() -> FeatureReader:
    return reader()


@pytest.fixture(scope="module")
def acts(read: FeatureReader) -> Sequence[PolicyActs]:
    texts = {"a": (GRANTS, PARK), "b": (GRANTS, RENT), "c": (RENT, PARK), "d": (GRANTS, RENT, PARK)}
    return read_acts(
        [
            policy(slug, *(row.format(at) for row in rows))
            for at, (slug, rows) in enumerate(texts.items(), 10)
        ],
        read,
    )


def travelled(value: Sent) -> Sent:
    """A value that went to another process and back."""
    back: Sent = pickle.loads(pickle.dumps(value))  # noqa: S301 # written here
    return back


class Memory:
    """Knows what was put."""

    def __init__(self) -> None:
        self.found: dict[bytes, Mapping[bytes, Found]] = {}

    def get(self, first: bytes) -> Mapping[bytes, Found]:
        return self.found.get(first, {})

    def put(self, first: bytes, found: Mapping[bytes, Found]) -> None:
        self.found[first] = travelled(found)


class Judges:
    """Counts what is judged, in blocks that went to another process and back."""

    def __init__(self) -> None:
        self.couples: list[str] = []

    def judge(self, blocks: Sequence[CoupleBlock]) -> Sequence[tuple[Found, ...]]:
        self.couples += [f"{a}{b}" for block in blocks for a, b, _ in block.couples]
        return [travelled(judge(travelled(block))) for block in blocks]


def test_what_was_found_between_two_policies_is_not_found_again(
    acts: Sequence[PolicyActs], read: FeatureReader
) -> None:
    known, expected = Memory(), find_pairs(acts)
    for couples in (["ab", "ac", "bc", "ad", "bd", "cd"], []):
        judges = Judges()
        assert find_pairs(acts, means=Means(known=known, judging=judges.judge)) == expected
        assert judges.couples == couples
    (changed,) = read_acts([policy("b", GRANTS.format(99), PARK.format("工信"))], read)
    edited = [changed if each.doc == "b" else each for each in acts]
    judges = Judges()
    found = find_pairs(edited, means=Means(known=known, judging=judges.judge))
    assert judges.couples == ["ab", "bc", "bd"]
    assert found == find_pairs(edited)
    assert found != expected
    assert find_pairs(edited, means=Means(known=known, judging=here)) == found


def test_near_copies_are_not_taken_for_what_was_found_of_other_policies(acts: Sequence[PolicyActs]) -> None:
    known, copies = Memory(), {"d": "a"}
    whole = find_pairs(acts, means=Means(known=known))
    one = find_pairs(acts, copies=copies, means=Means(known=known))
    assert one == find_pairs(acts, copies=copies)
    assert {(pair.a_doc, pair.b_doc) for pair in one} == {("a", "b"), ("a", "c"), ("b", "c"), ("a", "d")}
    assert find_pairs(acts, means=Means(known=known)) == whole


def test_acts_travel_and_come_back_as_they_are(acts: Sequence[PolicyActs], read: FeatureReader) -> None:
    for each in acts:
        back = travelled(each)
        assert back == each
        assert back.profile == each.profile
        assert all(one is other for one, other in zip(back.about, each.about, strict=True))
    made = policy("x", GRANTS.format(30), PARK.format("工信"))
    (kept,) = read_acts([made], read)
    whole = read.read(made)
    assert [(each.act, each.words, each.grams, each.figures) for each in kept.unpacked()] == [
        (each.act, each.words, each.grams, each.figures) for each in whole
    ]
    for gist, act in zip(kept.gists, whole, strict=True):
        assert gist.words == tuple(act.words)
        assert gist.telling == {word: weight for word, weight in act.words.items() if weight >= TELLING}
        assert (gist.themes, gist.grants) == (act.themes, bool(act.kinds))


def test_equal_names_mean_equal_acts(read: FeatureReader) -> None:
    texts = (GRANTS.format(30), GRANTS.format(40), PARK.format("工信"), PARK.format("科技"))
    named = [read_acts([policy("x", text)], read)[0].name for text in texts]
    assert len({*named}) == len(named)
    assert read_acts([policy("x", texts[0])], read)[0].name == named[0]
    assert read_acts([policy("y", texts[0])], read)[0].name != named[0]


def test_a_clause_has_no_more_matches_than_the_best_of_either(read: FeatureReader) -> None:
    rows = [
        GRANTS.format(at).replace("企业", name) for at, name in ((30, "企业"), (40, "机构"), (50, "单位"))
    ]
    made = policy("p", *rows)
    acts = read_acts([slugged(made, f"p{at:02}") for at in range(NEAREST + 1)], read)
    found = find_pairs(acts)
    every = [rows for each in judge(CoupleBlock(COUPLES, {each.doc: each for each in acts})) for rows in each]
    number = Counter(side for pair in found for side in (pair[:2], pair[2:]))
    assert min(number.values()) >= MOST
    assert len(found) <= MOST * len(number) < len(every)
    assert [*found] == sorted(found)


COUPLES = tuple(Couple(f"p{a:02}", f"p{b:02}") for a in range(NEAREST + 1) for b in range(a + 1, NEAREST + 1))


def slugged(text: Policy, slug: str) -> Policy:
    """A policy under another name."""
    return replace(text, meta=replace(text.meta, slug=slug), document=replace(text.document, slug=slug))
