from pathlib import Path

from digest.model.matches import Ruling
from digest.read.rulings import read_rulings
from digest.review import keep, ruling_toml

RULING = Ruling("a#art1", "b#3.2", "same", "编辑", "2026-01-02", 'it says "same"', "0" * 64, "f" * 64)


def test_no_file_no_rulings(tmp_path: Path) -> None:
    assert read_rulings(tmp_path) == ((), ())


def test_a_ruling_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert keep(tmp_path, RULING, None) == ()
    (read,), problems = read_rulings(tmp_path)
    assert (read, problems) == (RULING, ())
    assert read.line == (tmp_path / "rulings.toml").read_text("utf-8").splitlines().index('a = "a#art1"') + 1


def test_a_new_verdict_replaces_the_old_one_and_the_comment_stays(tmp_path: Path) -> None:
    path = tmp_path / "rulings.toml"
    path.write_text("# Ours. [[ruling]] rows follow.\n" + ruling_toml(RULING), "utf-8")
    other = Ruling("a#art1", "c#1", "different", "编辑", "2026-01-02", "", "0" * 64, "1" * 64)
    assert keep(tmp_path, other, None) == ()
    newer = Ruling(**{**{name: getattr(RULING, name) for name in RULING.__slots__}, "verdict": "comparable"})
    assert keep(tmp_path, newer, RULING) == ()
    assert [row.verdict for row in read_rulings(tmp_path).rulings] == ["comparable", "different"]
    assert path.read_text("utf-8").startswith("# Ours. [[ruling]] rows follow.\n\n[[ruling]]\n")


def test_a_faulty_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "rulings.toml"
    path.write_text('[[ruling]]\na = "a#1"\n', "utf-8")
    assert [found.code for found in keep(tmp_path, RULING, None)]
    assert path.read_text("utf-8") == '[[ruling]]\na = "a#1"\n'


def test_verdicts_are_a_closed_list(tmp_path: Path) -> None:
    text = ruling_toml(RULING).replace('"same"\n', '"equal"\n')
    (tmp_path / "rulings.toml").write_text(text, "utf-8")
    rulings, problems = read_rulings(tmp_path)
    assert rulings == ()
    assert [found.code for found in problems] == ["R105"]
