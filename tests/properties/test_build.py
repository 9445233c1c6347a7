"""Two builds of one content folder are equal byte by byte."""

import shutil
from pathlib import Path

from digest.build import build


def test_builds_are_equal_and_the_second_writes_nothing(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "content", tmp_path / "content")
    first = build(tmp_path / "content", tmp_path / "one")
    again = build(tmp_path / "content", tmp_path / "one")
    other = build(tmp_path / "content", tmp_path / "two", jobs=2)
    assert first.written == first.files == other.written > 200
    assert again.written == 0
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_an_error_leaves_the_old_site_as_it_was(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "content", tmp_path / "content")
    build(tmp_path / "content", tmp_path / "site")
    before = _bytes(tmp_path / "site")
    path = tmp_path / "content/policies/henan-2019/policy.toml"
    path.write_text(path.read_text("utf-8").replace("[genre]", "[gnre]"), "utf-8")
    built = build(tmp_path / "content", tmp_path / "site")
    assert built.written == 0
    assert any(
        found.path.endswith("henan-2019/policy.toml") and "genre" in found.hint for found in built.problems
    )
    assert _bytes(tmp_path / "site") == before


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
