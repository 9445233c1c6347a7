"""Two builds of one content folder are equal byte by byte."""

import shutil
from pathlib import Path

import pytest

from digest.build import build
from digest.model.built import Built
from digest.model.page import DataFile, Page
from digest.new_site import new_site
from digest.render.pages import Templates, render


@pytest.fixture(scope="module")
def first(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """A folder with the content of this repository and the site it gives, and what its build said."""
    root = tmp_path_factory.mktemp("first")
    shutil.copytree(project / "content", root / "content")
    return root, build(root / "content", root / "site")


@pytest.mark.slow
def test_builds_are_equal_and_the_second_writes_nothing(first: tuple[Path, Built], tmp_path: Path) -> None:
    root, built = first
    before = _bytes(root / "site")
    again = build(root / "content", root / "site")
    other = build(root / "content", tmp_path / "two", jobs=2)
    assert built.written == built.files == other.written > 200
    assert again.written == 0
    assert _bytes(root / "site") == before == _bytes(tmp_path / "two")


def test_an_error_leaves_the_old_site_as_it_was(first: tuple[Path, Built], tmp_path: Path) -> None:
    shutil.copytree(first[0], tmp_path, dirs_exist_ok=True)
    before = _bytes(tmp_path / "site")
    path = tmp_path / "content/policies/henan-2019/policy.toml"
    path.write_text(path.read_text("utf-8").replace("[genre]", "[gnre]"), "utf-8")
    built = build(tmp_path / "content", tmp_path / "site")
    assert built.written == 0
    assert any(
        found.path.endswith("henan-2019/policy.toml") and "genre" in found.hint for found in built.problems
    )
    assert _bytes(tmp_path / "site") == before


def test_a_database_that_stays_on_the_disk_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = new_site(tmp_path)
    build(content, tmp_path / "held")
    monkeypatch.setattr("digest.incremental.files._TOO_MUCH", -1)  # every part shows more
    monkeypatch.setattr("digest.incremental.files.render", _no_database)
    build(content, tmp_path / "site")
    again = build(content, tmp_path / "site")
    assert _bytes(tmp_path / "site") == _bytes(tmp_path / "held")
    assert again.written == 0


def _no_database(page: Page, templates: Templates) -> bytes:
    assert not isinstance(page.value, DataFile) or page.value.form != "sqlite"
    return render(page, templates)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
