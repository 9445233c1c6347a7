"""How pages say whether a policy can be relied on: true on every day, and what the reader's day puts in its place."""

from dataclasses import replace
from typing import Any

import pytest

from digest.model.corpus import Term
from digest.model.validity import Validity
from digest.pages.make import make_pages, make_setting
from digest.pages.strings import plain, read_words
from digest.pages.validity import phases
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import corpus


@pytest.fixture(scope="module")
def words():
    return read_words([templates()])


@pytest.fixture(scope="module")
def pages(words) -> dict[str, Any]:
    return {page.path: page for page in make_pages(corpus(), words)}


def said(words, validity, language):
    """The states with their words and days."""
    known = corpus()
    terms = {
        **known.terms,
        ("status", "in_force"): Term("现行有效", "in force"),
        ("status", "consultation_draft"): Term("征求意见稿", "consultation draft"),
        ("status", "superseded"): Term("已被取代", "superseded"),
        ("status", "unknown"): Term("状态不明", "status unknown"),
    }
    known = replace(known, terms=terms, validity={"example-2022": validity})
    found = phases(make_setting(known, words), known.policies[0], language)
    return [
        (each.state, " / ".join(run.text for run in each.text), each.after, each.before) for each in found
    ]


PLAN = Validity("issued", "issued", "printed", last="2023-12-31", time="2021/2023", time_basis="printed")
RULE = Validity(
    "in_force",
    "in_force",
    "inferred",
    first="2024-01-01",
    start="2024-01-01",
    last="2026-12-31",
    time="2026-12-31",
    time_basis="printed",
)


def test_a_period_and_its_end(words):
    assert said(words, PLAN, "en") == [
        ("issued", "Issued · period 2021–2023", None, None),
        ("expired", "Period over · 2021–2023", "2023-12-31", None),
    ]
    assert said(words, PLAN, "zh") == [
        ("issued", "已印发 · 实施期2021—2023年", None, None),
        ("expired", "期限已满 · 2021—2023年", "2023-12-31", None),
    ]


def test_both_languages(words):
    assert said(words, PLAN, "both")[1][1] == "期限已满 · 2021—2023年 / Period over · 2021–2023"


def test_in_force_is_never_said_without_its_end(words):
    assert said(words, RULE, "en") == [
        ("in_force", "in force until 31 December 2026 · inferred", None, None),
        ("not_yet_in_force", "Not yet in force · from 1 January 2024", None, "2024-01-01"),
        ("expired", "Period over · until 31 December 2026", "2026-12-31", None),
    ]
    assert said(words, RULE, "zh")[0][1] == "有效期至2026年12月31日 · 推断"
    assert said(words, RULE, "zh")[1][1] == "尚未施行 · 自2024年1月1日起施行"


@pytest.mark.parametrize(
    ("time", "zh", "en"),
    [
        ("2021-07/2024-06", "实施期2021年7月—2024年6月", "period July 2021 – June 2024"),
        ("2021-07/2023", "实施期2021年7月—2023年", "period July 2021 – 2023"),
        ("2024-02", "有效期至2024年2月", "in force until February 2024"),
    ],
)
def test_periods_as_each_language_prints_them(words, time, zh, en):
    known = replace(PLAN, time=time)
    assert said(words, known, "zh")[0][1] == f"已印发 · {zh}"
    assert said(words, known, "en")[0][1] == f"Issued · {en}"


def test_a_text_without_an_end_says_so(words):
    open_ = Validity("unknown", "", "unknown", first="2018-01-01", start="2018-01-01", endless=True)
    assert said(words, open_, "zh")[0][1] == "状态不明 · 自2018年1月1日起施行 · 原文未写明截止日期"
    assert said(words, Validity("issued", "issued", "inferred", endless=True), "en")[0][1] == (
        "Issued · inferred · no end date stated"
    )
    ended = Validity("superseded", "ended", "printed", by=("b",), endless=True)
    assert said(words, ended, "zh")[0][1] == "已被取代"


def test_a_month_is_not_said_as_a_day(words):
    assert said(words, replace(RULE, start="2024-01"), "en")[1][1] == "Not yet in force · from January 2024"


def test_states_without_days(words):
    assert said(words, Validity("consultation_draft", "draft", "printed"), "en") == [
        ("consultation_draft", "consultation draft", None, None)
    ]
    assert said(words, Validity("issued", "issued", "inferred"), "zh")[0][1] == "已印发 · 推断"
    assert said(words, Validity("superseded", "ended", "printed", by=("b",)), "zh")[0][1] == "已被取代"
    assert said(words, Validity(), "en")[0][1] == "status unknown"
    heir = replace(PLAN, then="superseded", last="2025-06-30", time="2025-06-30")
    assert said(words, heir, "en")[1][1] == "superseded · until 30 June 2025"


@pytest.mark.parametrize(
    "path",
    [
        "zh/",
        "en/policies/",
        "zh/policies/example-2022/",
        "zh/policies/example-2022/both/",
        "p/example-2022/2.1/",
        "en/instruments/",
        "zh/targets/",
        "en/agencies/",
        "zh/citations/",
    ],
)
def test_it_stands_wherever_a_measure_appears(pages, path):
    html = render(pages[path], environment([templates()])).decode()
    assert '<span data-state="expired" data-after="2025-07-08" hidden>' in html
    shown = (
        "已印发 · 有效期至2025年7月8日"
        if not path.startswith("en/")
        else "Issued · in force until 8 July 2025"
    )
    assert shown in html


def test_each_row_is_found_by_its_states(pages):
    for section in ("instruments", "targets", "agencies"):
        for listing in pages[f"en/{section}/"].value.listings:
            assert [each.name for each in listing.filters].count("status") == 1
            for row in listing.rows:
                if not row.cells[1].lines and section == "agencies":
                    continue  # a policy in which no body was recognised
                assert dict(row.picks)["status"] == "issued not_yet_in_force expired"
                assert any(line.validity for cell in row.cells for line in cell.lines)


def test_a_policy_says_what_supersedes_it(words):
    known = corpus()
    superseded = Validity("superseded", "ended", "printed", by=("other-2021",))
    known = replace(known, validity={"example-2022": superseded})
    made: dict[str, Any] = {page.path: page.value for page in make_pages(known, words)}
    page = made["en/policies/example-2022/"]
    relations = next(each for each in page.particulars if each.name == "relations")
    last = relations.values[-1]
    assert plain(last.text).startswith("superseded by Example Action Plan")
    assert last.href == "../other-2021/index.html"
    assert [each.state for each in page.validity] == ["superseded"]
