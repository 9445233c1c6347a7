"""Translations by clause, with their states, and what is said about them."""

from dataclasses import replace
from pathlib import Path

import pytest

from digest.english import in_english
from digest.model.ledger import Ledger, Tombstone, Wording
from digest.model.translation import MACHINE_DRAFT, TITLE, Catalogue, Entry
from digest.text.po import print_po
from digest.translate.chinese import chinese
from digest.translate.states import coverage, state_problems, translations_of
from digest.translate.sync import sync
from small_corpus import corpus

POLICY = corpus().policies[0]


def catalogue(*entries: Entry) -> Catalogue:
    words = chinese(POLICY)
    filled = {entry.context: entry for entry in entries}
    empty = sync(Catalogue("en.po"), words, {}, "example-2022")[0]
    merged = tuple(filled.get(entry.context, entry) for entry in empty.entries)
    return sync(Catalogue("en.po", entries=merged), words, {}, "example-2022")[0]


def test_every_clause_with_words_and_the_title_have_an_entry() -> None:
    contexts = [entry.context for entry in catalogue().entries]
    assert contexts == ["title", *(clause.id for clause in POLICY.document.clauses)]


def test_heading_and_text_come_apart_again() -> None:
    words = chinese(POLICY)
    found = translations_of(
        POLICY.document,
        catalogue(
            Entry("1.1", words["1.1"], "Present state\n\nFirst.\nSecond."),
            Entry("2", words["2"], "Main tasks"),
            Entry("art7", words["art7"], "In force for 3 years."),
        ),
        Ledger(),
    )
    assert {key: (each.heading, each.text, each.state) for key, each in found.items()} == {
        "1.1": ("Present state", "First.\nSecond.", "reviewed"),
        "2": ("Main tasks", "", "reviewed"),
        "art7": (None, "In force for 3 years.", "reviewed"),
    }


def test_a_clause_that_is_gone_keeps_the_english_of_its_last_words() -> None:
    last = Wording("四、", "保障措施", "加强组织领导。")
    ledger = Ledger({"4": (Wording("四、", "保障", "切实领导。"), last)}, tombstones={"4": Tombstone()})
    entries = (
        Entry("4", "保障措施\n\n加强组织领导。", "Safeguards\n\nStronger leadership.", obsolete=True),
        Entry("4", "保障\n\n切实领导。", "Safeguards\n\nLeadership.", obsolete=True),
    )
    found = translations_of(POLICY.document, Catalogue(entries=entries), ledger)
    assert (found["4"].heading, found["4"].text, found["4"].state) == (
        "Safeguards",
        "Stronger leadership.",
        "reviewed",
    )
    assert translations_of(POLICY.document, Catalogue(entries=entries[1:]), ledger) == {}


def test_a_stale_translation_knows_its_chinese_and_the_build_says_what_changed() -> None:
    old = "支持研发\n\n对首轮流片，按不超过费用的30%给予资助，最高不超过500万元。"
    made = catalogue(Entry("2.1", old, "Support\n\nUp to 30%.", notes=(MACHINE_DRAFT,)))
    translation = translations_of(POLICY.document, made, Ledger())["2.1"]
    assert (translation.state, translation.was_zh) == ("stale", old)
    stale, missing = state_problems(made)
    assert (stale.code, missing.code) == ("T101", "T102")
    assert "2.1 (30% → 50%)" in stale.message


def test_a_policy_nobody_has_begun_is_not_reported() -> None:
    assert state_problems(catalogue()) == ()


def test_coverage_counts_clauses_not_the_title() -> None:
    words = chinese(POLICY)
    counted = coverage(
        catalogue(
            Entry("title", words["title"], "Plan"),
            Entry("1", words["1"], "One\n\nText."),
            Entry("2", words["2"], "Two", notes=(MACHINE_DRAFT,)),
            Entry("art7", "旧文本", "Old."),
        )
    )
    assert counted == {"reviewed": 1, "machine": 1, "stale": 1, "missing": len(POLICY.document.clauses) - 3}


@pytest.mark.parametrize(
    ("stated", "notes", "fuzzy", "shown"),
    [
        (None, (), False, "Plan of A"),
        ("Plan of B", (), False, "Plan of B"),
        (None, (MACHINE_DRAFT,), False, None),
        (None, (), True, None),
    ],
)
def test_the_title_of_a_policy_is_translated_in_en_po_where_policy_toml_gives_none(
    tmp_path, stated, notes, fuzzy, shown
):
    policy = replace(POLICY, meta=replace(POLICY.meta, title_en=stated))
    title = Entry(TITLE, POLICY.meta.title_zh.value or "", "Plan of A", notes=notes, fuzzy=fuzzy)
    (tmp_path / "en.po").write_text(print_po(catalogue(title)), "utf-8")
    read, problems = in_english(tmp_path, policy)
    assert read.meta.title_en == shown
    assert ("A161" in {found.code for found in problems}) == (shown is None)
    assert read.document == policy.document


def test_a_policy_without_any_english_title_says_so(tmp_path):
    policy = replace(POLICY, meta=replace(POLICY.meta, title_en=None))
    read, problems = in_english(tmp_path, policy)
    assert read == policy
    assert [(found.code, Path(found.path).name) for found in problems] == [("A161", "policy.toml")]
