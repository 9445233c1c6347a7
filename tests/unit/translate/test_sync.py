"""en.po follows its policy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model.translation import MACHINE_DRAFT, Catalogue, Entry
from digest.text.po import parse_po, print_po
from digest.translate.sync import sync

OLD = {"title": "甲市办法", "art1": "第一条内容。", "art2": "给予30%补贴。", "art3": "总则\n\n第三条内容。"}
ENGLISH = {
    "title": "Measures of A",
    "art1": "Content one.",
    "art2": "A subsidy of 30%.",
    "art3": "General\n\nContent three.",
}


def catalogue(**changed: Entry) -> Catalogue:
    entries = {key: Entry(key, OLD[key], ENGLISH[key], notes=(MACHINE_DRAFT,)) for key in OLD} | changed
    return sync(Catalogue(entries=tuple(entries.values())), OLD, {}, "a")[0]


def by_context(found: Catalogue) -> dict[str, Entry]:
    return {entry.context: entry for entry in found.entries if not entry.obsolete}


def test_a_new_file_has_an_entry_for_every_clause_in_order() -> None:
    made, changes = sync(Catalogue(), OLD, {}, "a-2024")
    assert [(entry.context, entry.zh, entry.en) for entry in made.entries] == [
        (key, zh, "") for key, zh in OLD.items()
    ]
    assert made.header["Project-Id-Version"] == "a-2024"
    assert changes.new == tuple(OLD)


def test_nothing_changes_without_a_change() -> None:
    before = catalogue()
    after, changes = sync(before, OLD, {}, "a")
    assert after == before
    assert not any(changes)


def test_a_changed_clause_is_fuzzy_and_keeps_its_old_chinese() -> None:
    after, changes = sync(catalogue(), OLD | {"art2": "给予35%补贴。"}, {}, "a")
    entry = by_context(after)["art2"]
    assert (entry.zh, entry.en, entry.was_zh, entry.state) == (
        "给予35%补贴。",
        ENGLISH["art2"],
        OLD["art2"],
        "stale",
    )
    assert changes.changed == ("art2",)


def test_the_old_chinese_stays_over_a_second_change() -> None:
    once, _ = sync(catalogue(), OLD | {"art2": "给予35%补贴。"}, {}, "a")
    twice, _ = sync(once, OLD | {"art2": "给予40%补贴。"}, {}, "a")
    assert by_context(twice)["art2"].was_zh == OLD["art2"]


def test_a_change_that_is_taken_back_leaves_nothing_behind() -> None:
    once, _ = sync(catalogue(), OLD | {"art2": "给予35%补贴。"}, {}, "a")
    assert sync(once, OLD, {}, "a")[0] == catalogue()


def test_white_space_is_no_change() -> None:
    after, _ = sync(catalogue(), OLD | {"art2": "给予 30% 补贴。"}, {}, "a")
    assert by_context(after)["art2"].state == "machine"
    assert by_context(after)["art2"].zh == "给予 30% 补贴。"


def test_clauses_moved_by_an_insertion_keep_their_english() -> None:
    now = {
        "title": OLD["title"],
        "art1": OLD["art1"],
        "art2": "新的一条。",
        "art3": OLD["art2"],
        "art4": OLD["art3"],
    }
    after, changes = sync(catalogue(), now, {}, "a")
    found = by_context(after)
    assert [found[key].en for key in now] == [
        ENGLISH["title"],
        ENGLISH["art1"],
        "",
        ENGLISH["art2"],
        ENGLISH["art3"],
    ]
    assert {entry.state for entry in found.values()} == {"machine", "missing"}
    assert changes.moved == (("art2", "art3"), ("art3", "art4"))


def test_an_alias_moves_english_whose_chinese_changed_too() -> None:
    now = {"title": OLD["title"], "art1": OLD["art1"], "art3": OLD["art3"], "box1": "给予35%资助。"}
    after, _ = sync(catalogue(), now, {"art2": "box1"}, "a")
    entry = by_context(after)["box1"]
    assert (entry.en, entry.was_zh, entry.state) == (ENGLISH["art2"], OLD["art2"], "stale")


def test_a_clause_that_took_in_another_keeps_its_own_english() -> None:
    now = {"title": OLD["title"], "art1": OLD["art1"] + OLD["art2"], "art3": OLD["art3"]}
    after, _ = sync(catalogue(), now, {"art2": "art1"}, "a")
    entry = by_context(after)["art1"]
    assert (entry.en, entry.was_zh, entry.state) == (ENGLISH["art1"], OLD["art1"], "stale")
    assert [(each.context, each.en) for each in after.entries if each.obsolete] == [("art2", ENGLISH["art2"])]


def test_an_id_that_another_clause_gets_gives_its_english_away() -> None:
    now = {"title": OLD["title"], "art1": OLD["art1"], "art2": "新的一条。", "art3": "给予35%资助。"}
    moved = {key: each for key, each in OLD.items() if key != "art3"}
    entries = tuple(Entry(key, zh, ENGLISH[key]) for key, zh in moved.items())
    after, _ = sync(Catalogue(entries=entries), now, {"art2": "art3"}, "a")
    found = by_context(after)
    assert (found["art2"].en, found["art3"].en, found["art3"].was_zh) == ("", ENGLISH["art2"], OLD["art2"])


def test_the_same_text_with_two_translations_is_not_guessed_at() -> None:
    doubled = Catalogue(entries=(Entry("1.1", "相同", "One"), Entry("1.2", "相同", "Other")))
    after, _ = sync(doubled, {"2.1": "相同"}, {}, "a")
    assert by_context(after)["2.1"].en == ""
    assert [entry.en for entry in after.entries if entry.obsolete] == ["One", "Other"]


def test_what_is_gone_stays_as_obsolete_and_comes_back() -> None:
    now = {key: zh for key, zh in OLD.items() if key != "art2"}
    gone, changes = sync(catalogue(), now, {}, "a")
    assert [entry.context for entry in gone.entries if entry.obsolete] == ["art2"]
    assert changes.gone == ("art2",)
    back, _ = sync(gone, OLD, {}, "a")
    assert back == catalogue()


def test_people_keep_their_comments() -> None:
    noted = catalogue(
        art1=Entry("art1", OLD["art1"], "Mine.", notes=("digest: allow T301 because it is so",))
    )
    after, _ = sync(noted, OLD | {"art1": "别的内容。"}, {}, "a")
    assert by_context(after)["art1"].notes == ("digest: allow T301 because it is so",)


def test_a_header_of_other_tools_is_kept() -> None:
    after, _ = sync(Catalogue(header={"X-Generator": "Poedit 3.4", "Language": "en_GB"}), OLD, {}, "a")
    assert (after.header["X-Generator"], after.header["Language"]) == ("Poedit 3.4", "en_GB")


IDS = st.sampled_from(["1", "2", "3", "4"])
TEXTS = st.sampled_from(["甲", "乙", "丙", "给予30%", "给予35%"])
POLICY = st.dictionaries(IDS, TEXTS)
ENTRY = st.builds(
    Entry, IDS, TEXTS, st.sampled_from(["", "one", "two"]),
    fuzzy=st.booleans(), obsolete=st.booleans(), notes=st.sampled_from([(), (MACHINE_DRAFT,)]),
)  # fmt: skip


@given(st.lists(ENTRY, max_size=6), POLICY, st.dictionaries(IDS, IDS, max_size=2))
def test_any_state_is_settled_in_one_step(
    entries: list[Entry], policy: dict[str, str], aliases: dict[str, str]
) -> None:
    live = {entry.context: entry for entry in entries if not entry.obsolete}
    dead = [entry for entry in entries if entry.obsolete]
    once, _ = sync(Catalogue(entries=(*live.values(), *dead)), policy, aliases, "a")
    twice, _ = sync(once, policy, {}, "a")
    assert twice == once
    assert parse_po(print_po(once)).entries == once.entries
    assert [entry.context for entry in once.entries if not entry.obsolete] == list(policy)
    known = {(entry.belongs_to, entry.en) for entry in entries if entry.en}
    for entry in once.entries:
        assert not entry.en or (entry.belongs_to, entry.en) in known
    keys = [(entry.context, entry.zh) for entry in once.entries]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("lost", [{"art1"}, {"art1", "art2", "art3", "title"}])
def test_no_english_is_ever_lost(lost: set[str]) -> None:
    after, _ = sync(catalogue(), {key: zh for key, zh in OLD.items() if key not in lost}, {}, "a")
    assert {entry.en for entry in after.entries} == set(ENGLISH.values())
