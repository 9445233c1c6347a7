"""Near copies: one text issued by many, with other figures and names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from digest.crossref.compare.compare import compare_all
from digest.crossref.compare.ground import ComparisonInput
from digest.crossref.compare.mentions import theme_names
from digest.crossref.copies import WordHashes, find_copies, in_time, names_of, wordings
from digest.crossref.features import FeatureReader
from digest.crossref.gist import PolicyActs, gists_of, read_acts
from digest.crossref.matches import ClausePair, find_pairs, to_matches
from digest.crossref.members import theme_members
from digest.crossref.relations import Relations
from digest.matching import near_copies
from digest.model.comparison import Comparisons
from digest.model.corpus import Jurisdiction, Policy, Stated
from digest.model.editions import Editions
from digest.model.vocabulary import Glossary
from digest.read.word_lists import read_vocabulary
from digest.text.segmenter import segmenter
from unit.crossref.policies import CONTENT, policy, reader

PLACES: Mapping[str, Jurisdiction] = {
    "000000": Jurisdiction("000000", "中国", "China", "nation", None),
    "110000": Jurisdiction("110000", "江川省", "Jiangchuan", "province", "000000"),
    "110101": Jurisdiction("110101", "安平县", "Anping", "county", "110000"),
    "110102": Jurisdiction("110102", "大河口市", "Dahekou", "county", "110000"),
    "110103": Jurisdiction("110103", "江川省新城区", "Xincheng", "zone", "110000"),
}

ROWS = (
    "支持企业流片|支持{place}传感器企业开展首轮流片，按流片费用的30%给予补贴，单个企业年度最高不超过{most}万元。",
    "推动标准制定|对在本{level}主导制定传感器国际标准、国家标准的企业，分别一次性给予{once}万元、50万元的奖励。",
    "建设园区|打造{place}传感器专业园区，完善标准厂房等配套基础设施，推动上下游企业向园区集聚发展。",
    "租金补贴|对入驻{place}传感器园区的企业，按每月每平方米{rent}元给予租金补贴，每年最高不超过200万元。",
    "人才引进|支持传感器企业引进高层次人才，由{place}人民政府按照有关规定给予安家补贴和子女入学保障。",
    "融资担保|鼓励融资担保机构为传感器企业提供担保，对年化担保费率低于1.5%的，给予{once}万元的补助。",
    "测试平台|建设传感器公共测试平台，面向全{level}企业开放共享检测设备，提供试验验证和计量检测服务。",
    "应用示范|支持企业在城市管理、智慧农业等领域开展传感器应用示范，每个项目给予最高{most}万元的补助。",
    "展会|组织企业参加国内外传感器展会，对展位费按{rent}%给予补贴，每家企业每年不超过10万元。",
    "数据安全|引导企业落实数据安全责任，建立传感器数据分类分级保护制度，防范数据泄露风险。",
)
OTHER = tuple(
    f"{what}|加强{what}工作，推动{what}提质增效，对{what}成效突出的单位给予通报表扬。"
    for what in ("河道治理", "垃圾分类", "校园安全", "养老服务", "文物保护")
)
CHANGED = "展会|举办智能传感器创新大赛，遴选优秀项目落地转化，对获奖团队给予最高80万元的奖励。"


TEXTS = ("a", "110101", "2021-05-01"), ("b", "110102", "2021-03"), ("c", "110103", "2022-01-01")


def issued(slug: str, code: str, made: str | None, *, changed: str = "", **figures: int) -> Policy:
    """The text as one place issues it; ``changed`` is another measure in the place of one."""
    place = PLACES[code].name_zh.removeprefix("江川省")
    given = {"most": 300, "once": 100, "rent": 30} | figures
    rows = [changed if changed[:2] == row[:2] else row for row in ROWS]
    text = policy(slug, *(row.format(place=place, level=place[-1], **given) for row in rows), place=code)
    return replace(text, meta=replace(text.meta, made=Stated(made, "printed")))


@pytest.fixture(scope="module")
def read() -> FeatureReader:
    return replace(reader(), places=PLACES)


@pytest.fixture(scope="module")
def policies() -> tuple[Policy, ...]:
    """Three near copies, one of them with another measure, and a text on something else."""
    a, b, c = TEXTS
    return (
        issued(*a, most=500),
        issued(*b),
        issued(*c, changed=CHANGED, rent=25),
        policy("d", *OTHER, place="110101"),
    )


@pytest.fixture(scope="module")
def acts(policies: Sequence[Policy], read: FeatureReader) -> Sequence[PolicyActs]:
    return read_acts(policies, read)


COPIES = {"a": "b", "c": "b"}
"""Each near copy with the earliest text."""


def copies(acts: Sequence[PolicyActs], policies: Sequence[Policy]) -> Mapping[str, str]:
    wording = {each.doc: each.wording for each in acts}
    return find_copies((slug, wording[slug]) for slug in in_time(each.meta for each in policies))


def test_texts_that_differ_in_figures_and_names_are_copies_of_the_earliest(
    acts: Sequence[PolicyActs], policies: Sequence[Policy]
) -> None:
    assert copies(acts, policies) == COPIES
    assert copies(acts, policies[::-1]) == COPIES


def test_a_text_without_a_date_never_stands_for_one_that_has_one(
    acts: Sequence[PolicyActs], policies: Sequence[Policy]
) -> None:
    undated = [
        replace(each, meta=replace(each.meta, made=Stated(None, "unknown")))
        if each.meta.slug == "b"
        else each
        for each in policies
    ]
    assert copies(acts, undated) == {"b": "a", "c": "a"}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("对安平县企业给予50万元奖励。", True),
        ("对 安平 企业给予最多 50 万元奖励。", False),
        ("对本县企业给予五十万元奖励。", False),
        ("对江川省企业给予3,000万元奖励", True),
        ("对安平县企业给予50万元补助。", False),
    ],
)
def test_the_wording_of_a_clause_is_that_without_figures_and_names(text: str, same: bool) -> None:
    names = names_of("110101", PLACES)
    assert names == {"安平县", "安平", "江川省", "江川"}
    one, other = (
        wordings(policy("x", f"奖励|{each}").document, names)["art1"]
        for each in ("对企业给予30万元奖励。", text)
    )
    assert (one == other) is same


def test_a_zone_is_named_with_and_without_its_province() -> None:
    assert names_of("110103", PLACES) == {"江川省新城区", "江川省新城", "新城区", "新城", "江川省", "江川"}
    assert names_of(None, PLACES) == names_of("000000", PLACES) == frozenset()


def test_texts_that_share_a_part_of_their_wording_are_no_copies() -> None:
    def wording(*clauses: tuple[str, int]) -> WordHashes:
        return WordHashes.of({name: (sum(map(ord, name)), size) for name, size in clauses}, ())

    whole = wording(("a", 400), ("b", 300), ("c", 300))
    assert find_copies([("1", whole), ("2", wording(("a", 400), ("b", 300), ("x", 300)))]) == {}
    assert find_copies([("1", whole), ("2", wording(("a", 400), ("b", 300), ("c", 300), ("x", 200)))]) == {}
    assert find_copies([("1", whole), ("2", wording(("a", 400), ("b", 300), ("c", 300), ("x", 90)))])
    assert find_copies([("1", wording()), ("2", wording())]) == {}


def test_many_texts_with_one_set_form_are_each_looked_at_with_few() -> None:
    form = {"form": (1, 50)}
    texts = [(f"{at:04}", WordHashes.of(form | {"own": (at + 2, 400)}, ())) for at in range(2000)]
    assert find_copies([*texts, ("copy", texts[1500][1])]) == {"copy": "1500"}


def test_a_small_site_has_none_and_a_text_that_is_superseded_is_none(
    acts: Sequence[PolicyActs], policies: Sequence[Policy]
) -> None:
    assert near_copies(acts, policies, Editions()) == {}
    filler = [replace(policies[3], meta=replace(policies[3].meta, slug=f"e{at}")) for at in range(30)]
    many = [*acts, *(replace(acts[3], doc=each.meta.slug) for each in filler)]
    found = near_copies(many, [*policies, *filler], Editions())
    assert {doc: of for doc, of in found.items() if doc in "abc"} == COPIES
    found = near_copies(many, [*policies, *filler], Editions({"c": frozenset({"b"})}))
    assert {doc: of for doc, of in found.items() if doc in "abc"} == {"c": "a"}


def test_a_copy_is_matched_with_the_earliest_text_alone_clause_by_clause(acts: Sequence[PolicyActs]) -> None:
    found = find_pairs(acts, copies=COPIES)
    assert {(pair.a_doc, pair.b_doc) for pair in found} == {("a", "b"), ("b", "c")}
    assert all(pair.a_clause == pair.b_clause for pair in found)
    assert {pair.a_clause for pair in found if pair.a_doc == "a"} == {f"art{at}" for at in range(1, 11)}
    assert ClausePair("b", "art8", "c", "art8") in found


@pytest.fixture(scope="module")
def compared(policies: Sequence[Policy], acts: Sequence[PolicyActs], read: FeatureReader) -> Comparisons:
    vocabulary, _ = read_vocabulary(CONTENT, CONTENT)
    assert vocabulary
    themes, gists = read.themes.themes, gists_of(acts)
    relations, genre = Relations.of(policies, PLACES, {}), frozenset(read.words.genre)
    return compare_all(
        ComparisonInput(
            policies,
            gists,
            to_matches(find_pairs(acts, copies=COPIES), relations),
            themes,
            theme_names(themes, Glossary(), segmenter(), genre),
            theme_members(gists, themes),
            vocabulary.instruments,
            segmenter(),
            genre,
            {},
            copies=COPIES,
        )
    )


def test_a_theme_counts_the_measures_of_copies_and_compares_those_of_the_earliest_text(
    compared: Comparisons,
) -> None:
    theme = compared.themes["tape-out"]
    assert [(each.act.doc, each.act.clause) for each in theme.copies] == [
        ("b", "art1"),
        ("a", "art1"),
        ("c", "art1"),
    ]
    assert {act.doc for act in theme.acts} == {"a", "b", "c"}
    assert not theme.groups
    assert not theme.alone
    assert [each.doc for each in theme.absences] == ["d"]
    best = theme.offers[0][0]
    assert (best.act.doc, best.cap.amount_yuan if best.cap else None) == ("a", 5_000_000)
    assert not compared.groups


def test_beside_the_earliest_text_stands_what_differs_in_a_copy(compared: Comparisons) -> None:
    assert compared.pairs.keys() == {("a", "b"), ("b", "c")}
    pair = compared.pairs["a", "b"]
    assert {each.tie.a.clause for each in pair.aligned} >= {"art1", "art8"}
    assert pair.alike == 9
    assert not pair.unmatched
    other = compared.pairs["b", "c"]
    assert {(each.act.doc, each.act.clause) for each in other.unmatched} == {("b", "art9"), ("c", "art9")}
