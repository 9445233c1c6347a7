"""Translations go out and come back: CSV, TMX, XLIFF, and the answers of a program that drafts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model.translation import MACHINE_DRAFT, Catalogue, Entry
from digest.model.vocabulary import GlossaryTerm
from digest.translate.drafts import answers, requests
from digest.translate.exchange import PARSERS, PRINTERS
from digest.translate.exchange.rows import ExchangeRow, rows, take

FORMATS = [("csv", ".csv"), ("tmx", ".tmx"), ("xliff", ".xlf")]
CATALOGUE = Catalogue(
    "en.po",
    entries=(
        Entry("title", "办法", "Measures"),
        Entry(
            "1",
            "总则\n\n给予30% <补贴> & “奖励”。",
            "General\n\n=30% <subsidy> & “reward”.",
            notes=(MACHINE_DRAFT,),
        ),
        Entry("2", "给予35%。", "Grant 30%.", was_zh="给予30%。", fuzzy=True),
        Entry("3", "空。", ""),
        Entry("4", "旧", "Old", obsolete=True),
    ),
)
ROWS = tuple(rows(CATALOGUE, "a-2024"))


@pytest.mark.parametrize(("form", "suffix"), FORMATS)
def test_what_goes_out_comes_back(form: str, suffix: str) -> None:
    back = {row.id: row for row in PARSERS[suffix](PRINTERS[form](ROWS))}
    for row in ROWS:
        if row.en or form != "tmx":  # a memory holds translations only
            assert (back[row.id].zh, back[row.id].en) == (row.zh, row.en)
        if row.state == "machine":
            assert back[row.id].state == "machine"
        if back.get(row.id, row).state == "reviewed":
            assert row.state == "reviewed"


@pytest.mark.parametrize(("form", "suffix"), FORMATS)
def test_taking_back_what_went_out_changes_nothing_but_marks(form: str, suffix: str) -> None:
    back, outcome = take(CATALOGUE, [row for row in PARSERS[suffix](PRINTERS[form](ROWS)) if row.en])
    assert outcome == ((), (), ())
    assert back == CATALOGUE


def test_a_spreadsheet_runs_no_formula() -> None:
    text = PRINTERS["csv"]((*ROWS, ExchangeRow("a", "5", "machine", "＝1+1", "@SUM")))
    assert ",'＝1+1,'@SUM" in text
    assert PARSERS[".csv"](text)[-1] == ExchangeRow("a", "5", "machine", "＝1+1", "@SUM")


def test_a_spreadsheet_is_read_with_its_byte_order_mark_and_without() -> None:
    text = PRINTERS["csv"](ROWS)
    assert text.startswith("\ufeffdoc,id,")
    assert PARSERS[".csv"](text) == PARSERS[".csv"](text.removeprefix("\ufeff")) == ROWS


@pytest.mark.parametrize(("form", "suffix"), FORMATS)
@given(
    zh=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    en=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
)
def test_any_text_comes_back(form: str, suffix: str, zh: str, en: str) -> None:
    zh, en = (
        zh.replace("\ufffe", "").replace("\uffff", "") + "。",
        en.replace("\ufffe", "").replace("\uffff", "") + ".",
    )
    (row,) = PARSERS[suffix](PRINTERS[form]([ExchangeRow("a", "1", "machine", zh, en)]))
    assert (row.zh, row.en) == (zh, en)


@pytest.mark.parametrize("suffix", [suffix for _, suffix in FORMATS])
@pytest.mark.parametrize(
    "text", ["", "<a/>", "<tmx", '<!DOCTYPE x [<!ENTITY a "b">]><tmx/>', "doc,id\n", "\0"]
)
def test_what_is_not_in_the_format_is_refused(suffix: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        PARSERS[suffix](text)


def incoming(state: str, zh: str = "空。", en: str = "Empty.", clause: str = "3") -> ExchangeRow:
    return ExchangeRow("a-2024", clause, state, zh, en)


def test_english_is_taken_only_for_the_same_chinese() -> None:
    back, outcome = take(CATALOGUE, [incoming("machine", zh="满。"), incoming("machine", clause="9")])
    assert back == CATALOGUE
    assert outcome.refused == ("3", "9")


def test_only_what_says_so_is_reviewed() -> None:
    states = {}
    for state in ("reviewed", "machine", "stale", "missing"):
        back, _ = take(CATALOGUE, [incoming(state)])
        states[state] = back.entries[3].state
    assert states == {"reviewed": "reviewed", "machine": "machine", "stale": "machine", "missing": "machine"}


def test_a_draft_never_replaces_reviewed_english() -> None:
    back, outcome = take(CATALOGUE, [ExchangeRow("a-2024", "title", "machine", "办法", "Rules")])
    assert back == CATALOGUE
    assert outcome.kept == ("title",)


def test_a_review_of_the_same_english_makes_it_reviewed() -> None:
    entry = CATALOGUE.entries[1]
    back, outcome = take(CATALOGUE, [ExchangeRow("a-2024", "1", "reviewed", entry.zh, entry.en)])
    assert back.entries[1].state == "reviewed"
    assert outcome.taken == ("1",)


def test_new_english_for_a_stale_entry_ends_its_staleness() -> None:
    back, _ = take(CATALOGUE, [ExchangeRow("a-2024", "2", "reviewed", "给予35%。", "Grant 35%.")])
    assert (back.entries[2].state, back.entries[2].was_zh) == ("reviewed", None)


def test_a_program_is_asked_for_what_is_missing_with_the_terms() -> None:
    asked = [
        json.loads(line) for line in requests(ROWS, (GlossaryTerm("空", "empty"), GlossaryTerm("满", "full")))
    ]
    assert asked == [{"doc": "a-2024", "id": "3", "zh": "空。", "terms": {"空": "empty"}}]


def test_its_answers_are_machine_drafts_whatever_they_say() -> None:
    line = json.dumps({"doc": "a-2024", "id": "3", "en": "Empty.", "state": "reviewed"})
    drafts, problems = answers([line, ""], ROWS, "cmd")
    assert drafts == (ExchangeRow("a-2024", "3", "machine", "空。", "Empty."),)
    assert problems == ()
    assert take(CATALOGUE, drafts)[0].entries[3].state == "machine"


@pytest.mark.parametrize(
    "line", ["no json", "[]", "1", '{"doc": "a-2024", "id": "1", "en": "done already"}', '{"doc": "a-2024", "id": "3", "en": ""}',
             '{"doc": "a-2024", "id": "3", "en": 5}', '{"doc": "b", "id": "3", "en": "x"}', "[" * 100_000],
)  # fmt: skip
def test_what_is_no_answer_is_reported(line: str) -> None:
    drafts, problems = answers(["", line], ROWS, "cmd")
    assert drafts == ()
    assert [(each.code, each.line) for each in problems] == [("T803", 2)]


def test_translators_are_told_what_a_phrase_is() -> None:
    phrase = ExchangeRow("a", "3.2/recipient", "missing", "企业", "")
    clause = ExchangeRow("a", "3.2", "missing", "给予补贴。", "")
    said = "recipients of the support in this clause"
    assert PRINTERS["xliff"]([clause, phrase]).count(f"<note>{said}</note>") == 1
    assert [json.loads(line).get("about") for line in requests([clause, phrase], ())] == [None, said]
