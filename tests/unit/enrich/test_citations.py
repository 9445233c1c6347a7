from pathlib import Path

import pytest

from digest.enrich.citations import collect_names, find_citations
from digest.model.vocabulary import DocumentWords
from digest.read.word_lists import GENRES, read_words
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def words() -> DocumentWords:
    found, problems = read_words(CONTENT, CONTENT, GENRES)
    assert problems == ()
    assert found is not None
    return found


@pytest.mark.parametrize("case", read_cases("enrich/citations"), ids=lambda case: case.title)
def test_citations_of_a_text(case: Case, words: DocumentWords) -> None:
    own, explained = (
        [title.strip() for title in case.settings.get(name, "").split("|") if title.strip()]
        for name in ("own", "explained")
    )
    rows = find_citations(case.text, collect_names([case.text], own, explained), words)
    assert [f"{row.kind} {row.title} {row.number or '-'}" for row in rows] == case.expected
    assert all(case.text[row.start : row.end] == row.printed for row in rows)


def test_an_abbreviation_holds_in_its_own_document_only(words: DocumentWords) -> None:
    use = "《若干措施》有效期三年。"
    first = collect_names(["《甲区光电若干措施》（以下简称《若干措施》）", use])
    second = collect_names(["《乙区材料若干措施》（以下简称《若干措施》）", use])
    other = collect_names([use])
    titles = [find_citations(use, names, words)[0].title for names in (first, second, other)]
    assert titles == ["甲区光电若干措施", "乙区材料若干措施", "若干措施"]
    assert find_citations(use, other, words)[0].kind == "undefined_abbreviation"


def test_long_texts_of_open_brackets_take_linear_time(words: DocumentWords) -> None:
    text = "《甲、" * 5000
    assert len(find_citations(text, collect_names([]), words)) == 5000
    for text in ("《" * 60_000, "《甲《乙》" * 12_000, "》" * 60_000):
        find_citations(text, collect_names([text]), words)
