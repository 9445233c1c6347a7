"""The quality page says what was measured, and what is odd about each text."""

import re
from dataclasses import replace

import pytest

from digest.model.quality import MatchingField, MeasuredFigure, Quality, Reliability
from digest.pages.make import make_pages
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import corpus


def made(small=None):
    words = read_words([templates()])
    return {page.path: page for page in make_pages(small or corpus(), words)}


@pytest.fixture(scope="module")
def pages():
    return made()


def test_figures_are_shown_as_counted(pages):
    shown = [row.cells for row in pages["en/quality/"].value.figures.rows]
    assert shown[1] == (("8", ""), ("50.0%", "3 / 6"), ("37.5%", "3 / 8"), ("42.8%", ""))
    assert shown[2] == (("0", ""), ("0.0%", "0 / 0"), ("0.0%", "0 / 0"), ("0.0%", ""))


def test_what_is_not_all_right_is_never_shown_as_100_percent():
    almost = replace(corpus(), quality=Quality((MeasuredFigure("clauses", 1, 10_000, 9_999, 9_999),)))
    (row,) = made(almost)["en/quality/"].value.figures.rows
    assert [cell.figure for cell in row.cells[1:]] == ["100.0%", "99.9%", "99.9%"]


MATCHING = Quality(
    (),
    (
        MatchingField("sensors", 85, 80, 60, 0.62, 0.51, 0.53, 0.5, 0.525, zh="传感器"),
        MatchingField("drones", 20, 15, 14, 0.4, 0.41, 0.32, 0.4, 0.3, held_out=True),
    ),
    (Reliability(0.25, 0.5, 0, 0), Reliability(0.5, 0.75, 12, 7)),
)


def test_matching_is_told_in_plain_words_by_probability_and_by_field():
    found = made(replace(corpus(), quality=MATCHING))
    page = found["en/quality/"].value.matching
    assert [plain(each) for each in page.summary] == [
        (
            "In fields that the weights were not fitted on, the program showed 15 pairs as comparable or possibly comparable. "
            "Of these, 14 are right."
        ),
        "In the same fields, readers found 20 comparable pairs. The program found 14 of them.",
    ]
    assert [(plain(row.name), *row.cells) for row in page.reliability.rows] == [
        ("25%–50%", ("0", ""), ("", "0 / 0")),
        ("50%–75%", ("12", ""), ("58.3%", "7 / 12")),
    ]
    assert [plain(row.note) for row in page.fields.rows] == ["", "texts not seen by the authors of the rules"]
    assert page.fields.rows[0].cells == (
        ("85", ""),
        ("72.7%", "AP 62.0%"),
        ("51.0%", "AP 53.0%"),
        ("50.0%", "AP 52.5%"),
    )
    assert [plain(row.name) for row in found["zh/quality/"].value.matching.fields.rows] == [
        "传感器",
        "drones",
    ]


def test_what_was_not_measured_of_matching_is_not_told(pages):
    assert pages["en/quality/"].value.matching is None
    assert b'id="matching"' not in render(pages["en/quality/"], environment([templates()]))


def test_the_editors_text_introduces_it_and_has_no_page_of_its_own(pages):
    assert pages["en/quality/"].template == "quality.html"
    assert pages["en/quality/"].value.body.startswith("How it was measured.")
    without = made(replace(corpus(), pages=()))["zh/quality/"].value
    assert (plain(without.title), without.body) == ("质量", "")


def test_problems_lead_to_the_clause_on_their_line(pages):
    first, second = (each.findings for each in pages["zh/quality/"].value.policies)
    assert [found.code for found in first] == ["P202", "P103"]
    assert [run.lang for run in first[0].message] == ["zh-CN"]
    english = pages["en/quality/"].value.policies[0].findings[0].message
    assert [(run.lang, run.kind) for run in english] == [("en", ""), ("zh-CN", "quoted"), ("en", "")]
    assert first[0].clause.href == "../../p/example-2022/1.1/index.html"
    assert plain(first[0].line) == "第 7 行"
    assert first[1].clause is None
    assert second == ()


def test_a_policy_counts_its_details_and_translations(pages):
    first = pages["en/quality/"].value.policies[0]
    shown = {plain(each.name): [plain(part) for part in each.parts] for each in first.known}
    assert list(shown) == ["Document details", "What caps apply to", "English translation"]
    assert shown["Document details"] == ["5 stated in the text", "2 inferred", "5 unknown"]
    assert shown["English translation"][:2] == ["1 reviewed", "1 machine-drafted"]


def test_its_html_holds_every_figure_and_runs_nothing(pages):
    env = environment([templates()])
    for language in ("zh", "en"):
        html = render(pages[f"{language}/quality/"], env).decode()
        assert "37.5%" in html
        assert "P202" in html
        assert not re.search(r"<script(?! src=)", html)
