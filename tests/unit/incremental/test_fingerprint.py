"""Equal values have equal names, in every process; different ones do not."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from digest.incremental.cache import open_cache
from digest.incremental.fingerprint import Fingerprints, fingerprint_of_folder
from digest.model.corpus import Term

TERM = Term("措施", "measures")


@dataclass(frozen=True, slots=True)
class Held:
    """Something that holds a shared value."""

    term: Term
    number: int


@pytest.mark.parametrize("shared", [(), (Term,)])
def test_equal_values_have_one_name_whatever_objects_they_share(shared: tuple[type, ...]) -> None:
    naming = Fingerprints(shared)
    twin = Term(str(bytes("措施", "utf-8"), "utf-8"), "measures")
    assert naming.of((TERM, TERM)) == naming.of((TERM, twin)) == Fingerprints(shared).of((twin, twin))


@pytest.mark.parametrize("shared", [(), (Term,)])
def test_each_field_counts(shared: tuple[type, ...]) -> None:
    naming = Fingerprints(shared)
    held = Held(TERM, 1)
    others = [Held(TERM, 2), Held(Term("措施", "steps"), 1), Held(replace(TERM, name_zh="办法"), 1), TERM]
    assert len({naming.of(each) for each in (held, *others)}) == 5


def test_a_name_is_the_same_in_every_process() -> None:
    script = (
        "from digest.incremental.fingerprint import Fingerprints; from digest.model.corpus import Term; "
        "print(Fingerprints([Term]).of({'term': Term('措施', 'measures')}).hex())"
    )
    names = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in "12"
    }
    assert names == {Fingerprints([Term]).of({"term": TERM}).hex().encode() + b"\n"}


def test_names_and_contents_of_a_folder_count(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one").write_text("1")
    first = fingerprint_of_folder(tmp_path)
    assert first == fingerprint_of_folder(tmp_path)
    (tmp_path / "a/one").write_text("2")
    second = fingerprint_of_folder(tmp_path)
    (tmp_path / "a/one").rename(tmp_path / "a/two")
    assert len({first, second, fingerprint_of_folder(tmp_path)}) == 3


def test_a_folder_with_a_link_has_no_name(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert fingerprint_of_folder(tmp_path) is None
    assert fingerprint_of_folder(tmp_path / "none") is None


def test_an_empty_folder_and_a_name_of_any_bytes_count(tmp_path):
    before = fingerprint_of_folder(tmp_path)
    (tmp_path / "empty").mkdir()
    with_folder = fingerprint_of_folder(tmp_path)
    (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text("x")
    assert len({before, with_folder, fingerprint_of_folder(tmp_path)}) == 3
    assert fingerprint_of_folder(tmp_path, "empty") != fingerprint_of_folder(tmp_path)


@pytest.mark.parametrize("environment", [{"HOME": ""}, {"XDG_CACHE_HOME": "here", "HOME": "/"}, {}])
def test_a_cache_never_lies_where_the_program_is_called(environment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not open_cache(tmp_path, environment).keeps
    assert list(tmp_path.iterdir()) == []
