"""The pages of comparisons made from a small corpus."""

from dataclasses import replace
from typing import Any

import pytest

from digest.model.corpus import Translation
from digest.model.page import DataFile, Page
from digest.pages.compare.make import make_comparisons
from digest.pages.make import make_pages, make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import corpus
from small_matches import FIRST, MATCHES, MORE, PAIR, SECOND, compared_corpus


@pytest.fixture(scope="module")
def pages():
    words = read_words([templates()])
    return {page.path: page.value for page in make_pages(compared_corpus(), words)}


def test_the_matrix_says_what_is_there_and_what_is_not(pages):
    matrix = pages["en/compare/"]
    assert [plain(column.place) for column in matrix.columns] == [
        "Guangdong Province",
        "Guangming District, Shenzhen",
    ]
    lines = {plain(line.name): line for section in matrix.sections for line in section.lines}
    assert list(lines) == ["Tape-out", "Platforms"]
    province, district = lines["Tape-out"].cells
    assert plain(province.support.text).replace("\u00a0", " ") == "up to 50%, up to RMB 3 million"
    assert (province.strength, district.strength) == (2, 3)
    assert district.support.href == "../../p/example-2022/2.1/index.html#s1"
    assert plain(district.count.text) == "1 measure"
    assert [cell.count is None for cell in lines["Platforms"].cells] == [True, False]
    absent = lines["Platforms"].cells[0].absence
    assert (absent.verdict, plain(absent.said.text)) == ("open", "Uncertain: search")
    assert [link.href for link in matrix.pairs] == ["example-2022/other-2021/index.html"]


def test_a_theme_shows_its_group_with_the_difference_in_words(pages):
    page = pages["zh/compare/tape-out/"]
    (group,) = page.groups
    assert plain(group.name) == "支持研发"
    assert [plain(note.text) for note in group.table.notes] == [
        "上限：最高300万元，每个项目（广东省） vs 最高500万元，每个项目（推断）（深圳市光明区）"
    ]
    verdicts = {row.name: row.verdict for row in group.table.rows}
    assert verdicts["cap"] == "different"
    assert verdicts["kind"] == verdicts["rate"] == verdicts["base"] == "same"
    cap = next(row for row in group.table.rows if row.name == "cap")
    assert [plain(cell.values[0].text) for cell in cap.cells] == ["最高300万元", "最高500万元"]
    assert cap.cells[1].values[0].href == "../../../p/example-2022/2.1/index.html#s1"


def test_cards_hold_the_same_with_the_differences_first(pages):
    (group,) = pages["zh/compare/tape-out/"].groups
    for at, card in enumerate(group.table.cards):
        assert card.head == group.table.heads[at]
        assert {line.row.name: line.cell for line in card.lines} == {
            row.name: row.cells[at] for row in group.table.rows
        }
        assert card.lines[0].row.verdict == "different"


def test_a_measure_without_counterpart_stands_alone(pages):
    page = pages["en/compare/platforms/"]
    assert page.groups == ()
    assert [plain(shelf.place) for shelf in page.shelves] == ["Guangming District, Shenzhen"]
    (absence,) = page.absences
    assert (plain(absence.place), absence.verdict) == ("Guangdong Province", "open")
    assert absence.said.href.startswith("../../search/index.html?q=")


def test_the_best_offer_comes_first(pages):
    (offers,) = pages["en/compare/tape-out/"].offers
    assert plain(offers.scope) == "Caps, per project"
    assert [(plain(each.place), each.length) for each in offers.first] == [
        ("Guangming District, Shenzhen", "100%"),
        ("Guangdong Province", "60%"),
    ]


def test_two_policies_side_by_side(pages):
    page = pages[f"zh/compare/{FIRST}/{SECOND}/"]
    assert (page.left.doc, page.right.doc) == (SECOND, FIRST)
    assert [plain(each.left.text) for each in page.same] == [
        "对首轮流片，按不超过费用的50%给予资助，最高不超过300万元"
    ]
    assert plain(page.relation) == "深圳市光明区落实广东省的部署"
    (edited,) = page.comparable
    assert plain(edited.reasoning.reviewed) == "编者于2026年1月2日阅读两份文本并作出裁定"
    assert (edited.reasoning.reasons, edited.reasoning.score) == ((), "")
    assert [plain(each.quote.text) for clause in page.right.granting for each in clause.measures] == [
        "支持企业建设封测平台，每年最高1000万元"
    ]
    assert page.left.granting == page.left.others == page.right.others == ()


@pytest.mark.parametrize(
    ("state", "said"), [("reviewed", ""), ("machine", "Machine draft"), ("stale", "Out of date")]
)
def test_a_quoted_translation_tells_its_state(state, said):
    made = compared_corpus()
    ours, theirs = made.policies
    english = {"2.1": Translation("R&D", "Up to 50% of the cost of a first tape-out.", state)}
    words = read_words([templates()])
    setting = make_setting(replace(made, policies=(replace(ours, translations=english), theirs)), words)
    page: dict[str, Any] = {page.path: page.value for page in pages_of(make_comparisons(setting), setting)}
    (group,) = page["en/compare/tape-out/"].groups
    quotes = {head.doc: head.quote for head in group.table.heads}
    assert plain(quotes[FIRST].state) == said
    assert plain(quotes[SECOND].state) == "Untranslated"
    (group,) = page["zh/compare/tape-out/"].groups
    assert [head.quote.state for head in group.table.heads] == [(), ()]


def test_a_clause_names_its_counterparts_in_both_languages(pages):
    (found,) = pages["p/example-2022/2.1/"].counterparts
    assert [run.text for run in found.place] == ["广东省", "Guangdong Province"]
    assert found.clause.href == "../../other-2021/2.1/index.html"
    ours, theirs = found.reasoning.quotes[0]
    assert "".join(each.text for each in ours.stretches).endswith("500万元")
    assert "".join(each.text for each in theirs.stretches).endswith("300万元")
    assert found.reasoning.report.startswith("mailto:editors@example.org?subject=")
    assert "other-2021%232.1" in found.reasoning.report
    assert pages["p/example-2022/2.1.1/"].counterparts == ()


@pytest.fixture(scope="module")
def more():
    words = read_words([templates()])
    return {page.path: page.value for page in make_pages(compared_corpus(matches=MORE), words)}


def test_reasons_are_sentences_with_what_they_rest_on(pages, more):
    (why,) = pages["en/compare/tape-out/"].groups[0].reasonings
    assert [plain(reason) for reason in why.reasons] == [
        "Nearly the same text",
        "Both use the same policy instrument: Tape-out",
    ]
    assert (why.theme, why.score) == ((), "0.91")
    (why,) = more["en/compare/g-example-2022-1.1/"].groups[0].reasonings
    assert [plain(reason) for reason in why.reasons] == ["Both are about: “产业增加值”"]
    (found,) = pages["p/example-2022/2.1/"].counterparts
    assert [each.text for each in found.reasoning.reasons[0]] == [
        "文字几乎相同",
        "Nearly the same text",
    ]


def test_words_and_figures_in_common_are_marked_in_both(pages):
    (why,) = pages["zh/compare/tape-out/"].groups[0].reasonings
    for quote in why.quotes[0]:
        assert [each.text for each in quote.stretches if each.shared] == ["流片", "50%"]
    assert why.marked


def test_possible_matches_stand_apart_and_nothing_is_said_to_be_unmatched(more):
    page = more[f"en/compare/{FIRST}/{SECOND}/"]
    assert [plain(each.reasoning.grade_name) for each in page.possible] == ["Less likely to be comparable"]
    assert page.right.granting == page.right.others == ()
    clause = more["p/example-2022/2.1.1/"]
    assert clause.counterparts == ()
    assert [each.clause.href for each in clause.possible] == ["../../other-2021/2.1.1/index.html"]
    assert plain(more["en/compare/"].summary[3]) == "3 pairs of clauses that compare or may"


def test_no_link_leads_to_a_pair_without_a_likely_match(pages):
    assert pages["p/example-2022/2.1/"].counterparts[0].beside
    doubtful = replace(MATCHES[0], shown="possible", pairs=(replace(PAIR, shown="possible"),))
    words = read_words([templates()])
    made = make_pages(compared_corpus(matches=(doubtful,)), words)
    without: dict[str, Any] = {page.path: page.value for page in made}
    (found,) = without["p/example-2022/2.1/"].possible
    assert found.clause.href == "../../other-2021/2.1/index.html"
    assert found.beside == ()
    assert without["en/compare/"].pairs == ()
    assert {*pages} - {*without} == {f"{language}/compare/{FIRST}/{SECOND}/" for language in ("zh", "en")}


def test_likely_measures_without_a_theme_have_a_page_named_by_their_words(more):
    page = more["zh/compare/g-example-2022-1.1/"]
    assert plain(page.title).startswith("产业增加值：")
    assert page.absences == page.shelves == ()
    assert len(page.groups) == 1
    (line,) = more["en/compare/"].groups
    assert line.name.href == "g-example-2022-1.1/index.html"
    assert [each.href for each in more["p/other-2021/1.1/"].counterparts[0].table] == [
        "../../../zh/compare/g-example-2022-1.1/index.html",
        "../../../en/compare/g-example-2022-1.1/index.html",
    ]
    assert "zh/compare/g-example-2022-2.1.1/" not in more


def test_downloads_hold_a_line_for_each_measure(pages):
    file = pages["en/compare/tape-out/tape-out.csv"]
    assert isinstance(file, DataFile)
    (table,) = file.tables
    assert [row["Group"] for row in table.rows] == ["1", "1"]
    assert [row["Cap"].replace("\u00a0", " ") for row in table.rows] == [
        "up to RMB 5 million",
        "up to RMB 3 million",
    ]
    assert set(table.columns) == set(next(iter(table.rows)))
    assert {row["Tiers"] for row in table.rows} == {None}
    assert b",," in render(Page("", "", file), environment([templates()]))


def test_a_site_without_matches_has_the_matrix_alone():
    words = read_words([templates()])
    paths = [page.path for page in make_pages(corpus(), words) if "/compare/" in page.path]
    assert [path for path in paths if not path.endswith("/other-2021/")] == ["zh/compare/", "en/compare/"]


@pytest.mark.parametrize(("score", "stands"), [(0.9, "Likely comparable"), (0.4, "Possibly comparable")])
def test_a_pair_that_nobody_ruled_on_is_called_comparable_where_that_is_likely(score, stands):
    pair = replace(PAIR, grade=1, score=score)
    made = compared_corpus(matches=(replace(MATCHES[0], grade=1, score=score, pairs=(pair,)),))
    found: dict[str, Any] = {page.path: page.value for page in make_pages(made, read_words([templates()]))}
    page = found[f"en/compare/{FIRST}/{SECOND}/"]
    shown = [*page.comparable, *page.perhaps]
    assert (bool(page.perhaps), [plain(each.reasoning.grade_name) for each in shown]) == (
        score < 0.5,
        [stands],
    )
    (group,) = found["en/compare/tape-out/"].groups
    assert plain(group.grade_name) == stands
