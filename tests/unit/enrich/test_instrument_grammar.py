"""Each row of the grammar of support recognises its example and passes over what it must."""

from pathlib import Path

import pytest

from digest.enrich.instruments.grammar import ROWS, GrammarRow, Where, grammar
from digest.enrich.instruments.segments import segments
from digest.model.vocabulary import InstrumentWords
from digest.read.word_lists import INSTRUMENTS, read_words

CONTENT = Path(__file__).parents[3] / "content"


def read() -> InstrumentWords:
    found, _ = read_words(CONTENT, CONTENT, INSTRUMENTS)
    assert found is not None
    return found


WORDS = read()
RULES = grammar(WORDS)


def signs(words: str) -> str:
    """Words with signs for figures, as the patterns see them."""
    return "，".join(segment.text for segment in segments(words))


def recognised(row: GrammarRow, printed: str) -> bool:
    before, _, after = printed.partition("|")
    pattern = getattr(RULES, row.name)
    match row.where:
        case Where.LEFT:
            return pattern.search(signs(before)) is not None
        case Where.RIGHT:
            return pattern.match(("，" if after.startswith("，") else "") + signs(after)) is not None
        case Where.START:
            return pattern.match(signs(printed)) is not None
        case Where.INSIDE:
            return pattern.search(signs(printed)) is not None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_recognises_its_example(row: GrammarRow) -> None:
    assert recognised(row, row.example)


@pytest.mark.parametrize("row", [row for row in ROWS if row.but], ids=lambda row: row.name)
def test_a_row_passes_over_its_exception(row: GrammarRow) -> None:
    assert row.why
    assert not recognised(row, row.but)


def test_every_row_has_its_own_name() -> None:
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))
    assert set(names) <= set(RULES.__slots__)
