from dataclasses import replace
from pathlib import Path

import pytest

from digest.model.matches import Ruling
from digest.read.rulings import read_rulings
from digest.review import ruling_toml, write_ruling

RULING = Ruling("a#art1", "b#3.2", "same", "编辑", "2026-01-02", 'it says "same"', "0" * 64, "f" * 64)


def test_no_file_no_rulings(tmp_path: Path) -> None:
    assert read_rulings(tmp_path) == ((), ())


def test_a_ruling_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert write_ruling(tmp_path, None, RULING) == ()
    (read,), problems = read_rulings(tmp_path)
    assert (read, problems) == (RULING, ())
    assert read.line == (tmp_path / "rulings.toml").read_text("utf-8").splitlines().index('a = "a#art1"') + 1


def test_a_new_verdict_replaces_the_old_one_and_the_comment_stays(tmp_path: Path) -> None:
    path = tmp_path / "rulings.toml"
    path.write_text("# Ours. [[ruling]] rows follow.\n" + ruling_toml(RULING), "utf-8")
    other = Ruling("a#art1", "c#1", "different", "编辑", "2026-01-02", "", "0" * 64, "1" * 64)
    assert write_ruling(tmp_path, None, other) == ()
    newer = replace(RULING, verdict="comparable")
    assert write_ruling(tmp_path, RULING, newer) == ()
    assert [row.verdict for row in read_rulings(tmp_path).rulings] == ["comparable", "different"]
    assert path.read_text("utf-8").startswith("# Ours. [[ruling]] rows follow.\n\n[[ruling]]\n")


def test_a_ruling_taken_back_leaves_the_others(tmp_path: Path) -> None:
    other = replace(RULING, b="c#1", verdict="different")
    for ruling in (RULING, other):
        assert write_ruling(tmp_path, None, ruling) == ()
    assert write_ruling(tmp_path, RULING, None) == ()
    assert read_rulings(tmp_path).rulings == (other,)


@pytest.mark.parametrize(
    ("digits", "codes"),
    [("0" * 8, []), ("0" * 64, []), ("0" * 7, ["R106"]), ("0" * 65, ["R106"]), ("z" * 8, ["R106"])],
)
def test_a_hash_has_8_digits_or_more(tmp_path: Path, digits: str, codes: list[str]) -> None:
    (tmp_path / "rulings.toml").write_text(ruling_toml(replace(RULING, a_hash=digits)), "utf-8")
    assert [found.code for found in read_rulings(tmp_path).problems] == codes


def test_a_faulty_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "rulings.toml"
    path.write_text('[[ruling]]\na = "a#1"\n', "utf-8")
    assert [found.code for found in write_ruling(tmp_path, None, RULING)]
    assert path.read_text("utf-8") == '[[ruling]]\na = "a#1"\n'


def test_verdicts_are_a_closed_list(tmp_path: Path) -> None:
    text = ruling_toml(RULING).replace('"same"\n', '"equal"\n')
    (tmp_path / "rulings.toml").write_text(text, "utf-8")
    rulings, problems = read_rulings(tmp_path)
    assert rulings == ()
    assert [found.code for found in problems] == ["R105"]
