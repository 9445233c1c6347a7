"""A new site works as it is."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from digest.new_site import new_site
from digest.read.content import read_content
from digest.resources import starter_content
from running import Run


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return new_site(tmp_path / "my-site")


def test_new_writes_settings_word_lists_and_one_policy(content: Path, project: Path) -> None:
    assert [path.name for path in (content / "policies").iterdir()] == ["example-2024"]
    assert tomllib.loads((content / "site.toml").read_text("utf-8"))["title_en"] == "Policy Digest"
    for path in (project / "content").glob("*.toml"):
        if path.name not in {
            "site.toml",
            "jurisdictions.toml",
            "rulings.toml",
            "addresses.toml",
            "changes.toml",
            "quality.toml",
        }:
            assert (content / path.name).read_bytes() == path.read_bytes()
    assert not (content / "addresses.toml").exists()
    assert not (content / "changes.toml").exists()


def test_the_example_names_its_source(content: Path) -> None:
    folder = content / "policies/example-2024"
    meta = tomllib.loads((folder / "policy.toml").read_text("utf-8"))
    assert hashlib.sha256((folder / meta["source_file"]).read_bytes()).hexdigest() == meta["source_sha256"]


def test_new_says_what_to_do_next(run: Run) -> None:
    code, out, err = run("new", "my-site")
    assert (code, out) == (0, "")
    assert "cd my-site && digest build" in err


def test_new_never_overwrites(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text("mine")
    code, _, err = run("new", ".")
    assert code == 2
    assert "exists already. Nothing was changed" in err
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["site.toml"]


def test_new_in_a_place_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = run("new", "file/site")
    assert code == 2
    assert "cannot be written: Not a directory" in err


def test_a_new_site_is_sound(content: Path) -> None:
    read, problems = read_content(content, starter_content())
    assert problems == ()
    assert read is not None
    assert [policy.meta.slug for policy in read.policies] == ["example-2024"]
    names = [(page.name, page.language) for page in read.pages]
    assert sorted(names) == [
        (name, language) for name in ("about", "cite", "help") for language in ("en", "zh")
    ]
