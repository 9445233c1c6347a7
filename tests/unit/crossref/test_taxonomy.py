"""The themes of content/themes.toml: sound as a table, and right about sentences of many fields."""

from collections import Counter
from pathlib import Path

import pytest

from digest.crossref.themes import ThemeFinder
from digest.model.matches import ThemeWords
from digest.read.word_lists import MATCHING, THEMES, read_words
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def words() -> ThemeWords:
    found, problems = read_words(CONTENT, CONTENT, THEMES)
    assert problems == ()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def finder(words: ThemeWords) -> ThemeFinder:
    matching, _ = read_words(CONTENT, CONTENT, MATCHING)
    assert matching is not None
    return ThemeFinder(words.themes, matching)


def test_each_theme_has_a_family_and_each_family_themes(words: ThemeWords) -> None:
    assert {theme.family for theme in words.themes} == {family.id for family in words.families}


def test_each_theme_has_words_of_its_own(words: ThemeWords) -> None:
    assert [theme.id for theme in words.themes if len(theme.hints) < 2 or not theme.names] == []
    strong = Counter(hint for theme in words.themes for hint in theme.hints)
    assert [hint for hint, times in strong.items() if times > 1] == []


def test_a_word_has_two_characters_or_more_and_stands_once(words: ThemeWords) -> None:
    for theme in words.themes:
        every = (*theme.hints, *theme.weak)
        assert len(every) == len(set(every)), theme.id
        assert [word for word in every if min(map(len, word.split(" "))) < 2] == [], theme.id


def test_no_word_is_shut_out_by_its_own_theme(words: ThemeWords) -> None:
    shut = [
        (theme.id, word)
        for theme in words.themes
        for word in (*theme.hints, *theme.weak)
        if any(excluded in word for excluded in theme.excluded)
    ]
    assert shut == []


def test_each_theme_is_found_by_a_word_of_its_own(words: ThemeWords, finder: ThemeFinder) -> None:
    for theme in words.themes:
        assert any(theme.id in finder.find(f"支持{word}", {}) for word in (theme.zh, *theme.hints)), theme.id


def test_the_focus_of_a_theme_is_one_that_is_explained(words: ThemeWords) -> None:
    assert {theme.focus for theme in words.themes} <= {0.7, 0.75, 1.0}


@pytest.mark.parametrize("case", read_cases("crossref/taxonomy"), ids=lambda case: case.title)
def test_themes_of_a_sentence(case: Case, finder: ThemeFinder) -> None:
    found = finder.find(case.text, {})
    must_not = {line.removeprefix("not ") for line in case.expected if line.startswith("not ")}
    must = set(case.expected) - {f"not {theme}" for theme in must_not}
    known = {theme.id for theme in finder.themes}
    assert must | must_not <= known
    assert must <= set(found)
    assert not must_not & set(found)
