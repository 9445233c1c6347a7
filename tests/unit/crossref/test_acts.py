from dataclasses import replace
from pathlib import Path

import pytest

from digest.crossref.acts import find_acts
from digest.crossref.themes import ThemeFinder
from digest.model.document import Clause, Document, Kind
from digest.model.matches import MatchingWords
from digest.model.source import Source
from digest.read.word_lists import MATCHING, THEMES, read_words
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def words() -> MatchingWords:
    found, problems = read_words(CONTENT, CONTENT, MATCHING)
    assert problems == ()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def themes(words: MatchingWords) -> ThemeFinder:
    found, problems = read_words(CONTENT, CONTENT, THEMES)
    assert problems == ()
    assert found is not None
    return ThemeFinder(found.themes, words)


def clause(text: str, *, heading: str | None = None, kind: Kind = Kind.SECTION, **fields: object) -> Clause:
    return Clause("1", None, 0, 1, kind, None, heading, text, (1, 1), **fields)  # type: ignore[arg-type]


def document(*clauses: Clause) -> Document:
    return Document("city", Source("city", "".join(each.text for each in clauses)), clauses, ())


@pytest.mark.parametrize("case", read_cases("crossref/acts"), ids=lambda case: case.title)
def test_acts_of_a_clause(case: Case, words: MatchingWords) -> None:
    acts = find_acts(document(clause(case.text, heading=case.settings.get("heading"))), words)
    assert [act.text for act in acts] == case.expected
    assert all(case.text[act.start : act.end] == act.text for act in acts)


@pytest.mark.parametrize("kind", [Kind.FRONT, Kind.PREAMBLE, Kind.NOTE, Kind.FOOTNOTE])
def test_what_is_no_measure_holds_no_act(kind: Kind, words: MatchingWords) -> None:
    text = "支持企业建设公共服务平台。"
    assert find_acts(document(clause(text)), words)
    assert not find_acts(document(clause(text, kind=kind)), words)
    assert not find_acts(document(clause(text, placeholder=True)), words)


def test_what_stands_below_a_heading_that_describes_is_no_measure(words: MatchingWords) -> None:
    above = Clause("1", None, 0, 1, Kind.CHAPTER, "一、", "总体情况", "", (1, 1))
    below = Clause("1.1", "1", 1, 2, Kind.SECTION, None, None, "支持企业建设公共服务平台。", (2, 2))
    assert not find_acts(document(above, below), words)


def test_what_is_to_be_handed_in_is_no_measure(words: MatchingWords) -> None:
    lead = "申请首台（套）推广奖励的单位，应报送如下材料："
    above = Clause("art1", None, 0, 1, Kind.ARTICLE, "第一条", None, lead, (1, 1))
    below = Clause(
        "art1.1", "art1", 1, 2, Kind.SECTION, "（一）", None, "首台（套）项目奖励资金申请报告；", (2, 2)
    )
    assert not find_acts(document(above, below), words)
    paying = replace(above, text="推广首台（套）的单位，按下列标准给予奖励：")
    assert find_acts(document(paying, below), words)


def test_a_box_without_text_acts_in_its_heading(words: MatchingWords) -> None:
    (act,) = find_acts(document(clause("", heading="智能产品推广示范工程", kind=Kind.BOX)), words)
    assert (act.text, act.in_heading) == ("智能产品推广示范工程", True)


@pytest.mark.parametrize("case", read_cases("crossref/themes"), ids=lambda case: case.title)
def test_themes_of_an_act(case: Case, themes: ThemeFinder) -> None:
    heading = case.settings.get("heading")
    lent = themes.scores(heading) if heading else {}
    assert list(themes.find(case.text, lent)) == case.expected


def test_the_themes_cover_the_taxonomies(themes: ThemeFinder) -> None:
    assert 120 <= len(themes.themes) <= 200
    assert {theme.side for theme in themes.themes} == {"supply", "environment", "demand"}
    assert all(theme.hints for theme in themes.themes)


def test_scores_stay_below_one_and_do_not_depend_on_the_order_of_hints(themes: ThemeFinder) -> None:
    reversed_hints = ThemeFinder(tuple(reversed(themes.themes)), themes.words)
    text = "支持建设检验检测公共服务平台和中试平台，对购买首台（套）产品的企业给予保险补偿"
    assert themes.scores(text) == reversed_hints.scores(text)
    assert all(0 < score < 1 for score in themes.scores(text).values())
