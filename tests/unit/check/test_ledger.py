"""Published clause ids are kept."""

from pathlib import Path

from digest.check.ledger import settle
from digest.model.document import Document
from digest.model.ledger import Ledger
from digest.publish.ledger import ledger_toml
from digest.read.ledger import read_ledger
from parsing import parsed

TEXT = "一、甲\n做好甲。\n二、乙\n做好乙。\n"


def test_the_first_build_writes_every_id() -> None:
    ledger, problems = settle(_document(TEXT), Ledger(), "ids.toml")
    assert list(ledger.clauses) == ["1", "2"]
    assert not problems


def test_a_changed_text_adds_its_hash() -> None:
    first, _ = settle(_document(TEXT), Ledger(), "ids.toml")
    second, problems = settle(_document(TEXT.replace("做好乙", "做得更好")), first, "ids.toml")
    assert len(second.clauses["1"]) == 1
    assert second.clauses["2"][:1] == first.clauses["2"]
    assert len(second.clauses["2"]) == 2
    assert not problems


def test_a_clause_that_vanished_is_an_error_that_names_where_its_text_is_now() -> None:
    first, _ = settle(_document(TEXT), Ledger(), "ids.toml")
    moved = _document("一、甲\n做好甲。\n三、乙\n做好乙。\n")
    _, problems = settle(moved, first, "ids.toml")
    assert [found.code for found in problems] == ["I101"]
    assert '"2" = "3"' in problems[0].hint


def test_many_vanished_clauses_make_one_message() -> None:
    text = "".join(f"第{numeral}条 做好事项{numeral}。\n" for numeral in "一二三四五六七八九")
    first, _ = settle(_document(text), Ledger(), "ids.toml")
    _, problems = settle(_document("第一条 做好事项一。\n"), first, "ids.toml")
    assert [found.code for found in problems] == ["I101"]
    assert "art2, art3" in problems[0].message


def test_aliases_and_tombstones_settle_it() -> None:
    first, _ = settle(_document(TEXT), Ledger(), "ids.toml")
    moved = _document("一、甲\n做好甲。\n三、乙\n做好乙。\n")
    assert settle(moved, Ledger(first.clauses, {"2": "3"}, {}), "ids.toml")[1] == ()
    assert settle(moved, Ledger(first.clauses, {}, {"2": "repealed"}), "ids.toml")[1] == ()


def test_an_alias_must_lead_somewhere_and_an_id_is_never_used_again() -> None:
    first, _ = settle(_document(TEXT), Ledger(), "ids.toml")
    _, problems = settle(_document(TEXT), Ledger(first.clauses, {"9": "8"}, {"2": "gone"}), "ids.toml")
    assert [found.code for found in problems] == ["I102", "I103"]


def test_the_file_reads_back(tmp_path: Path) -> None:
    ledger, _ = settle(_document(TEXT), Ledger({}, {"0": "1"}, {"00": 'said "so"\n'}), "ids.toml")
    (tmp_path / "ids.toml").write_text(ledger_toml(ledger), "utf-8")
    read, problems = read_ledger(tmp_path)
    assert not problems
    assert read == ledger


def test_a_broken_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "ids.toml").write_text('[clauses]\n"1" = ["abc"]\n', "utf-8")
    read, problems = read_ledger(tmp_path)
    assert read is None
    assert [(found.line, found.code[0]) for found in problems] == [(2, "R")]


def _document(text: str) -> Document:
    return parsed(text)[0]
