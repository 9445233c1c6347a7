"""The pages of jurisdictions."""

from dataclasses import replace

from digest.model.corpus import Jurisdiction
from digest.model.facts import ClauseFacts, Instrument
from digest.pages.jurisdictions import make_jurisdictions
from digest.pages.jurisdictions.place_page import LEAST_SUPPORTS, MOST_POLICIES, MOST_SUPPORTS
from digest.pages.jurisdictions.places import Numbers, place_tree
from digest.pages.make import make_setting
from digest.pages.parts import Part, by_page, pages_of
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from many_policies import many_policies
from small_corpus import corpus
from small_matches import compared_corpus

WORDS = read_words([templates()])


def made(known):
    setting = make_setting(known, WORDS)
    parts = (
        part
        for each in make_jurisdictions(setting)
        for part in ([each] if isinstance(each, Part) else by_page([each]))
    )
    return {page.path: page for page in pages_of(parts, setting)}


def html(page):
    return render(page, environment([templates()])).decode()


def texts(listed):
    return [plain(line.clause.text) for line in listed.lines]


def test_the_tree_has_the_places_with_policies_and_those_above_them():
    nodes = place_tree(corpus())
    assert list(nodes) == ["000000", "440000", "440300", "440311"]
    assert nodes["000000"].below == ("440000",)
    assert nodes["440000"].policies == ("other-2021",)
    assert nodes["440311"].own == nodes["440300"].whole == Numbers(1, 2, 2)
    assert nodes["440300"].own == Numbers()
    assert nodes["000000"].whole.policies == 2


def test_places_that_are_each_above_the_other_end():
    small = corpus()
    loop = {
        "440311": Jurisdiction("440311", "甲区", "A", "county", "440300"),
        "440300": Jurisdiction("440300", "乙市", "B", "prefecture", "440311"),
    }
    assert list(place_tree(replace(small, jurisdictions=loop))) == ["440300", "440311"]


def test_each_place_has_a_page_in_each_language():
    small = corpus()
    pages = made(small)
    assert set(pages) == {
        f"{language}/jurisdictions/{place}"
        for language in ("zh", "en")
        for place in ("", *(f"{code}/" for code in place_tree(small)))
    }
    district = pages["en/jurisdictions/440311/"]
    assert [plain(step.text) for step in district.value.frame.around[0].trail] == [
        "Home",
        "Jurisdictions",
        "Guangdong Province",
        "Shenzhen",
    ]
    said = html(district)
    assert "<script>document" not in said
    first, yearly = district.value.supports.lines[:2]
    assert plain(first.figure.text) == "up to RMB\u00a05\u00a0million"
    assert first.figure.href == "../../../p/example-2022/2.1/index.html#s1"
    assert plain(yearly.figure.text) == "up to RMB\u00a010\u00a0million"
    assert (first.share, yearly.share) == ("100%", "100%")  # a sum a year is drawn on a scale of its own
    assert [plain(line.title.text) for line in district.value.policies.lines] == [
        "Example Action Plan <script>document.title='ran'</script>"
    ]


def test_sums_of_one_basis_are_drawn_on_one_scale():
    small = corpus()
    (policy,) = (each for each in small.policies if "2.1.1" in each.facts)
    (reward,) = policy.facts["2.1.1"].instruments
    in_all = replace(reward, caps=(replace(reward.caps[0], scope="project"),))
    facts = {**policy.facts, "2.1.1": replace(policy.facts["2.1.1"], instruments=(in_all,))}
    changed = tuple(replace(each, facts=facts) if each is policy else each for each in small.policies)
    lines = made(replace(small, policies=changed))["en/jurisdictions/440311/"].value.supports.lines
    assert [line.share for line in lines[:2]] == ["100%", "50%"]


def test_a_place_without_a_policy_says_so_and_leads_down():
    page = made(corpus())["en/jurisdictions/440300/"]
    assert "no policy of this jurisdiction itself" in html(page)
    assert plain(page.value.whole) == "Jurisdictions below it have 1 policy, 2 support measures, 2 targets."
    (below,) = page.value.below.lines
    assert below.link.href == "../440311/index.html"


def test_a_place_with_many_policies_shows_some_and_leads_to_all():
    many = many_policies(40)
    one = tuple(
        replace(policy, meta=replace(policy.meta, jurisdiction=many.policies[0].meta.jurisdiction))
        for policy in many.policies
    )
    page = made(replace(many, policies=one))["en/jurisdictions/450000/"]
    assert len(page.value.policies.lines) == MOST_POLICIES
    assert len(page.value.supports.lines) == MOST_SUPPORTS
    assert plain(page.value.supports.rest.text) == "All 80 support measures"
    assert page.value.supports.rest.href == "../../instruments/index.html?place=450000"
    assert page.value.supports.lines[0].document
    assert not page.value.few


def test_policies_whose_place_is_not_known_are_counted():
    small = corpus()
    page = made(replace(small, jurisdictions={}))["zh/jurisdictions/"]
    assert page.value.places is None
    assert plain(page.value.unplaced.text) == "2 份政策的地区不详"
    assert page.value.unplaced.href == "../policies/index.html"
    assert page.value.unplaced.href in html(page)


def test_supports_without_a_figure_are_few_and_policies_of_one_place_have_titles():
    many = many_policies(6)
    vague = ClauseFacts(instruments=(Instrument("subsidy", evidence="资助", start=0, end=2),) * 3)
    one = tuple(
        replace(
            policy,
            facts={"2.1": vague},
            meta=replace(policy.meta, jurisdiction=many.policies[0].meta.jurisdiction),
        )
        for policy in many.policies
    )
    page = made(replace(many, policies=one))["en/jurisdictions/450000/"]
    assert [line.figure for line in page.value.supports.lines] == [None] * LEAST_SUPPORTS
    assert plain(page.value.supports.rest.text) == "All 18 support measures"
    assert "no exact number given" in html(page)
    rows = page.value.times.rows
    assert {plain(row.label) for row in rows} == {f"Action Plan of County {number}" for number in range(6)}
    assert {plain(row.note) for row in rows} == {"Action plan · 9 July 2022 – 8 July 2025"}


def test_a_place_with_several_policies_says_which_of_them_is_comparable():
    known = compared_corpus()
    first, other = known.policies
    one_place = replace(other, meta=replace(other.meta, jurisdiction=first.meta.jurisdiction))
    page = made(replace(known, policies=(first, one_place)))["zh/jurisdictions/440311/"]
    own = {plain(line.title.text) for line in page.value.policies.lines}
    assert {plain(line.numbers[-1]) for line in page.value.beside.lines} == own
    (line,) = made(known)["zh/jurisdictions/440000/"].value.beside.lines
    assert [plain(each) for each in line.numbers] == ["2 对可比或可能可比的措施"]


def test_what_was_recognised_is_said_to_be():
    numbers = made(corpus())["zh/jurisdictions/440311/"].value.numbers
    assert [plain(each.text) for each in numbers][1:] == ["识别到 2 项支持措施", "识别到 2 个目标"]
