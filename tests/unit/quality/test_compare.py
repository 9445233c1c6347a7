"""Small texts with known answers: what counts as right, missed and wrong."""

from collections import Counter

from digest.model.document import Document
from digest.model.facts import AgencyRole, Cap, Citation, ClauseFacts, Instrument, Target, Tier
from digest.quality.compare import (
    KeyPair,
    compare_agencies,
    compare_citations,
    compare_outlines,
    compare_supports,
    compare_targets,
)
from digest.quality.labels import (
    AgencyLabel,
    AgencyText,
    CapLabel,
    CitationLabel,
    CitationText,
    FigureLabel,
    OutlineText,
    SupportLabel,
    SupportText,
    TargetText,
    TierLabel,
)
from parsing import parsed


def right(pair: KeyPair) -> tuple[int, int, int]:
    """Labelled, found, right."""
    return pair.labelled.total(), pair.found.total(), (pair.labelled & pair.found).total()


def instrument(**values) -> ClauseFacts:
    return ClauseFacts(instruments=(Instrument(evidence="", start=0, end=0, **values),))


def document(text: str) -> Document:
    return parsed(text)[0]


def test_an_outline_is_compared_by_the_numbers_above_each_clause() -> None:
    text = "一、甲\n（一）乙\n做好乙。\n二、丙\n（一）丁\n做好丁。\n"
    same = OutlineText(text, "一、 甲\n  （一） 乙\n二、 丙\n  （一） 丁\n")
    assert {name: right(pair) for name, pair in compare_outlines(same, document(text)).items()} == {
        "clauses": (4, 4, 4),
        "headings": (4, 4, 4),
    }
    other = OutlineText(text, "一、 甲\n（一） 乙\n二、\n  （一） 戊\n")
    assert {name: right(pair) for name, pair in compare_outlines(other, document(text)).items()} == {
        "clauses": (4, 4, 3),
        "headings": (3, 4, 1),
    }


def test_a_clause_found_once_counts_once() -> None:
    label = OutlineText("", "1.\n1.\n")
    assert right(compare_outlines(label, document("1.甲\n"))["clauses"]) == (2, 1, 1)


def test_a_support_is_right_with_all_its_figures_and_a_value_without_its_role() -> None:
    label = SupportText("", (SupportLabel("subsidy", rate_percent=30, caps=(CapLabel(300, "project"),)),))
    cap = Cap(300, "<=", "project", "printed")
    found = instrument(kind="subsidy", rate_percent=30.0, caps=(cap,))
    assert {right(pair) for name, pair in compare_supports(label, [found]).items() if name == "supports"} == {
        (1, 1, 1)
    }
    as_sum = compare_supports(label, [instrument(kind="reward", rate_percent=30.0, fixed_yuan=300)])
    assert right(as_sum["values"]) == (2, 2, 2)
    assert right(as_sum["supports"]) == (1, 1, 0)
    assert right(as_sum["kinds"]) == (1, 1, 0)
    assert right(as_sum["scopes"]) == (1, 0, 0)


def test_a_rate_is_no_sum_and_tiers_may_stand_in_any_order() -> None:
    label = SupportText("", (SupportLabel("reward", tiers=(TierLabel(20), TierLabel(10))),))
    tiers = (Tier("甲", None, 10, None), Tier("乙", None, 20, None))
    assert right(compare_supports(label, [instrument(kind="reward", tiers=tiers)])["supports"]) == (1, 1, 1)
    rates = (Tier("甲", None, None, 10), Tier("乙", None, None, 20))
    assert right(compare_supports(label, [instrument(kind="reward", tiers=rates)])["values"]) == (2, 2, 0)


def test_supports_without_figures_and_inferred_scopes_are_not_counted() -> None:
    cap = Cap(300, "<=", "enterprise", "inferred")
    pairs = compare_supports(
        SupportText(""), [instrument(kind="reward"), instrument(kind="loan", caps=(cap,))]
    )
    assert right(pairs["supports"]) == (0, 1, 0)
    assert right(pairs["scopes"]) == (0, 0, 0)


def test_goals_and_statistics_are_told_apart() -> None:
    label = TargetText("", goal=(FigureLabel("产值", 80, "CNY", 2025),))
    row = Target("产 值", "", 0, 0, value=80.0, unit="CNY", year=2025)
    as_goal = compare_targets(label, [ClauseFacts(targets=(row,))])
    as_statistic = compare_targets(label, [ClauseFacts(statistics=(row,))])
    assert [right(pair) for pair in as_goal.values()] == [(1, 1, 1), (0, 0, 0), (1, 1, 1)]
    assert [right(pair) for pair in as_statistic.values()] == [(1, 0, 0), (0, 1, 0), (1, 1, 1)]


def test_agencies_by_full_name_and_lead() -> None:
    label = AgencyText("", "440300", (AgencyLabel("甲市财政局", lead=True), AgencyLabel("甲市商务局")))
    rows = (
        AgencyRole("responsible", "市商务局", "甲市商务局", None, lead=True, start=0, end=4),
        AgencyRole("responsible", "市财政局", "甲市财政局", None, lead=False, start=5, end=9),
    )
    pairs = compare_agencies(label, [ClauseFacts(agencies=rows)])
    assert right(pairs["agencies"]) == (2, 2, 2)
    assert right(pairs["leads"]) == (1, 1, 0)


def test_citations_with_kind_and_number_white_space_apart() -> None:
    label = CitationText("", (CitationLabel("甲 法", "citation", "甲〔2021〕4号"),))
    number = "甲 〔 2021 〕 4 号"
    row = Citation(printed="《甲法》", title="甲法", number=number, kind="citation", start=0, end=4)
    pairs = compare_citations(label, [ClauseFacts(citations=(row,))])
    assert [right(pair) for pair in pairs.values()] == [(1, 1, 1), (1, 1, 1)]
    assert pairs["numbers"].found == Counter([("甲法", "甲〔2021〕4号")])
