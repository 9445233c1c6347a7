"""Published clause ids are kept."""

from pathlib import Path

import pytest

from digest.check.amendment import amend
from digest.check.ledger import check_ledger, learnt, named, news, record
from digest.model.document import Document
from digest.model.ledger import Ledger, Tombstone, Wording
from digest.publish.ledger import ledger_toml
from digest.read.ledger import read_ledger
from digest.text.ids import text_hash
from digest.text.pairing import SURE, wordings
from parsing import parsed

TEXT = "一、甲\n做好甲的各项准备工作。\n二、乙\n推进乙类项目尽快落地。\n"


def document(text: str) -> Document:
    return parsed(text)[0]


def published(text: str) -> Ledger:
    return record(wordings(document(text)), Ledger())


def codes(text: str, ledger: Ledger) -> list[str]:
    return [each.code for each in check_ledger(named(document(text), ledger.ids), ledger, "ids.toml")]


def test_publishing_records_every_id_with_its_words() -> None:
    ledger = published(TEXT)
    assert ledger.clauses["2"] == (Wording("二、", "乙", "推进乙类项目尽快落地。"),)
    assert codes(TEXT, ledger) == []


def test_other_words_of_a_clause_are_recorded_beside_the_old() -> None:
    ledger, changed = published(TEXT), TEXT.replace("尽快落地", "年内落地")
    assert codes(changed, ledger) == []
    now = wordings(document(changed))
    assert news(now, ledger) == ((), ("2",))
    second = record(now, ledger)
    assert [len(found) for found in second.clauses.values()] == [1, 2]
    assert news(now, second) == ((), ())


def test_a_clause_that_vanished_is_an_error_that_names_where_its_text_is_now() -> None:
    moved = TEXT.replace("二、", "三、")
    (found,) = check_ledger(document(moved), published(TEXT), "ids.toml")
    assert found.code == "I101"
    assert "2 (now 3)" in found.message


def test_many_vanished_clauses_make_one_message() -> None:
    text = "".join(f"第{numeral}条 做好事项{numeral}。\n" for numeral in "一二三四五六七八九十")
    found, *others = check_ledger(document("第一条 做好事项一。\n"), published(text), "ids.toml")
    assert (found.code, others) == ("I101", [])
    assert "art2, art3" in found.message
    assert "1 more" in found.message


def test_an_id_that_shows_another_clause_is_an_error() -> None:
    swapped = "一、乙\n推进乙类项目尽快落地。\n二、甲\n做好甲的各项准备工作。\n"
    assert codes(swapped, published(TEXT)) == ["I104"]
    assert codes(TEXT.replace("乙\n推进乙类项目尽快落地", "丙\n建设区域性仓储基地"), published(TEXT)) == [
        "I104"
    ]


def test_words_published_under_another_id_are_an_error_even_where_they_are_alike() -> None:
    ledger = published("第一条 对获评一级的企业奖励五万元。\n第二条 对获评二级的企业奖励三万元。\n")
    both = "第一条 对获评一级的企业奖励五万元。\n第二条 对获评一级的企业奖励五万元。\n"
    assert codes(both, ledger) == ["I104"]


def test_what_an_editor_confirmed_is_the_clause() -> None:
    other = TEXT.replace("乙\n推进乙类项目尽快落地", "丙\n建设区域性仓储基地")
    sums = {"2": text_hash(wordings(document(other))["2"].words)}
    ledger = Ledger(published(TEXT).clauses, confirmed=sums)
    assert codes(other, ledger) == []
    assert codes(other.replace("仓储", "物流"), ledger) == ["I104"]


def test_an_amendment_keeps_what_an_editor_confirmed() -> None:
    other = TEXT.replace("乙\n推进乙类项目尽快落地", "丙\n建设区域性仓储基地") + "三、丁\n开展年度评估。\n"
    sums = {"2": text_hash(wordings(document(other))["2"].words)}
    ledger = Ledger(published(TEXT).clauses, confirmed=sums)
    amended = amend(document(other), ledger, "2024-01-01", {}, frozenset())
    assert [clause.id for clause in amended.document.clauses] == ["1", "2", "3"]
    assert amended.ledger.confirmed == sums


def test_a_heading_alone_does_not_make_a_clause_the_same() -> None:
    text = (
        "一、支持企业\n按照实际投入的40%给予资助，每年最高不超过三百万元。\n二、乙\n推进乙类项目尽快落地。\n"
    )
    other = text.replace(
        "按照实际投入的40%给予资助，每年最高不超过三百万元", "对引进的高层次人才发放安家补贴"
    )
    assert codes(other, published(text)) == ["I104"]


def test_old_words_may_come_back() -> None:
    changed = TEXT.replace("推进乙类项目尽快落地", "建设区域性仓储基地")
    ledger = record(wordings(document(changed)), published(TEXT))
    assert codes(TEXT, ledger) == []


def test_aliases_and_tombstones_settle_it() -> None:
    moved, before = TEXT.replace("二、", "三、"), published(TEXT).clauses
    assert codes(moved, Ledger(before, {"2": "3"})) == []
    assert codes(moved, Ledger(before, {}, {"2": Tombstone("2024-01-01", "repealed")})) == []
    assert codes(moved, Ledger(before, {"0": "2"}, {"2": Tombstone()})) == []


def test_an_alias_must_lead_somewhere_and_an_id_is_never_used_again() -> None:
    ledger = Ledger(published(TEXT).clauses, {"9": "8"}, {"2": Tombstone("", "gone")})
    assert codes(TEXT, ledger) == ["I102", "I103"]
    assert codes(TEXT, Ledger(published(TEXT).clauses, {"8": "9", "9": "8"})) == ["I102", "I102"]


def test_the_id_of_a_merged_clause_is_not_given_to_the_rest_of_the_whole() -> None:
    loans = "第%s条 支持企业融资。对获得银行贷款的企业，按照实际支付利息的%s给予贴息，每年最高不超过500万元。"
    talent = "对引进的高层次人才，给予每人10万元的安家补贴，团队最高300万元。"
    last = "第%s条 本措施自2024年1月1日起施行，有效期三年。"
    texts = (
        (loans % ("一", "20%"), f"第二条 支持人才引进。{talent}", last % "三"),
        (loans % ("一", "20%") + talent, last % "二"),
        (
            "第一条 支持标准制定。对主导制定国家标准的企业，给予一次性奖励。",
            loans % ("二", "40%"),
            last % "三",
        ),
    )
    ledger = Ledger()
    for text in ("\n".join(lines) + "\n" for lines in texts):
        amended = amend(document(text), ledger, "2024-01-01", {}, frozenset())
        ledger = record(wordings(amended.document), amended.ledger)
    assert ledger.clauses["art2"] == (Wording("第二条", "支持人才引进", talent),)
    assert ledger.end("art2") == ledger.end("art1") == "art2-3"


def test_parts_follow_a_clause_that_has_another_id_than_its_number() -> None:
    found = named(
        document("第一条 支持下列企业：\n（一）甲企业；\n（二）乙企业。\n第二条 附则。\n"), {"art1": "art1-2"}
    )
    assert [(each.id, each.parent) for each in found.clauses] == [
        ("art1-2", None),
        ("art1-2.1", "art1-2"),
        ("art1-2.2", "art1-2"),
        ("art2", None),
    ]


def test_no_two_clauses_get_one_id() -> None:
    found = named(document("第一条 甲。\n第二条 乙。\n"), {"art1": "art2"})
    assert [each.id for each in found.clauses] == ["art2", "art2-2"]


def test_the_file_reads_back(tmp_path: Path) -> None:
    ledger = Ledger(
        {"1": ("ab" * 32, Wording("一、", '说"好"', "一\n二\x7f")), "2": (Wording(),)},
        {"0": "1"},
        {"00": Tombstone("2024-05-06", 'said "so"\n', ("1", "2"))},
        {"2": "2-2"},
        {"1": "cd" * 32},
    )
    (tmp_path / "ids.toml").write_text(ledger_toml(ledger), "utf-8")
    read, problems = read_ledger(tmp_path)
    assert (read, problems) == (ledger, ())


def test_a_ledger_that_knew_only_hashes_learns_the_words(tmp_path: Path) -> None:
    now = wordings(document(TEXT))
    lines = [f'"{name}" = ["{"0" * 64}", "{text_hash(each.text)}"]' for name, each in now.items()]
    tombstones = '[aliases]\n"0" = "1"\n[tombstones]\n"9" = "withdrawn"\n'
    (tmp_path / "ids.toml").write_text("\n".join(["[clauses]", *lines, tombstones]), "utf-8")
    ledger, problems = read_ledger(tmp_path)
    assert ledger is not None
    assert not problems
    assert (ledger.aliases, ledger.tombstones) == ({"0": "1"}, {"9": Tombstone(why="withdrawn")})
    assert codes(TEXT, ledger) == []
    assert codes(TEXT.replace("二、", "三、"), ledger) == ["I101"]
    assert record(now, ledger).clauses["1"] == ("0" * 64, now["1"])


def test_a_clause_whose_old_words_nobody_knows_is_looked_at_in_its_place() -> None:
    ledger = Ledger({name: (text_hash(each.text),) for name, each in wordings(document(TEXT)).items()})
    changed = TEXT.replace("尽快落地", "年内落地")
    assert codes(changed, ledger) == ["I104"]
    (pair,) = [
        each
        for each in amend(document(changed), ledger, "2024-01-01", {}, frozenset()).pairing.pairs
        if each.old == "2"
    ]
    assert (pair.new, pair.likeness < SURE) == ("2", True)
    known = amend(document(changed), learnt(ledger, wordings(document(TEXT))), "2024-01-01", {}, frozenset())
    assert all(each.old == each.new and each.likeness > SURE for each in known.pairing.pairs)


def test_an_amendment_keeps_what_people_wrote_about_ids_from_before_the_ledger() -> None:
    ledger = Ledger(
        published(TEXT).clauses, {"3": "1", "8": "9"}, {"9": Tombstone("2020-01-01", "so", ("2",))}
    )
    text = TEXT + "三、丙\n建设区域性仓储基地。\n"
    amended = amend(document(text.replace("二、", "四、")), ledger, "2024-01-01", {}, frozenset())
    assert amended.ledger.aliases == {"2": "4", "3": "1"}
    assert {name: stone.replaced_by for name, stone in amended.ledger.tombstones.items()} == {
        "8": ("4",),
        "9": ("4",),
    }
    assert [clause.id for clause in amended.document.clauses if clause.heading == "丙"] == ["3-2"]


@pytest.mark.parametrize(
    "row", ['"1" = ["abc"]', '"1" = [{ hash = "abc" }]', '"1" = [{ word = "abc" }]', '"1" = 1', '"../1" = []']
)
def test_a_broken_file_is_reported(tmp_path: Path, row: str) -> None:
    (tmp_path / "ids.toml").write_text(f"[clauses]\n{row}\n", "utf-8")
    read, problems = read_ledger(tmp_path)
    assert read is None
    assert [(found.line, found.code[0]) for found in problems] == [(2, "R")]


def test_an_alias_that_nobody_saw_must_lead_to_the_clause_that_moved() -> None:
    ledger = Ledger(published(TEXT).clauses, {"1": "2-2", "2": "1-2"}, ids={"1": "1-2", "2": "2-2"})
    assert codes("一、乙\n推进乙类项目尽快落地。\n二、甲\n做好甲的各项准备工作。\n", ledger) == []
    (found,) = check_ledger(named(document(TEXT), ledger.ids), ledger, "ids.toml")
    assert found.code == "I104"
    assert "1 (now 1-2), 2 (now 2-2)" in found.message


@pytest.mark.parametrize(
    "rows",
    ['[aliases]\n"1" = "2 "', '[ids]\n"1" = "so"', '[tombstones]\n"a/b" = {}', '[ids]\n"1" = "2"\n"-" = "1"'],
)
def test_what_is_no_id_is_reported(tmp_path: Path, rows: str) -> None:
    (tmp_path / "ids.toml").write_text(f"[clauses]\n{rows}\n", "utf-8")
    (found,) = read_ledger(tmp_path).problems
    assert (found.line, found.code) == (rows.count("\n") + 2, "R106")
    assert "the id of a clause" in found.message
