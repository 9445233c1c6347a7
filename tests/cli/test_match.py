"""``digest match review`` and ``digest themes suggest``."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli.match import command
from running import Run


@pytest.fixture
def content(tmp_path: Path, project: Path) -> Path:
    shutil.copytree(project / "content", tmp_path / "content")
    return tmp_path / "content"


def test_one_key_a_pair_writes_rulings(content: Path) -> None:
    """Same, different, a reason before comparable, next; then the end of the pairs."""
    arguments = ["review", "--content", str(content), "--who", "Editor", "--most", "4"]
    done = CliRunner().invoke(command, arguments, input="sdwbecause\ncn")
    assert done.exit_code == 0, done.output
    written = (content / "rulings.toml").read_text("utf-8")
    assert written.startswith("# What editors decided")
    assert [line for line in written.splitlines() if line.startswith(("verdict", "why"))] == [
        'verdict = "same"',
        'verdict = "different"',
        'verdict = "comparable"',
        'why = "because"',
    ]
    assert "3 decided" in done.output


def test_what_was_ruled_is_not_asked_again_until_its_text_changes(content: Path, run: Run) -> None:
    runner = CliRunner()
    arguments = ["review", "--content", str(content), "--who", "Editor", "--most", "1"]
    first = runner.invoke(command, arguments, input="s").output
    second = runner.invoke(command, arguments, input="q").output
    assert first.splitlines()[0] != second.splitlines()[0]
    path = content / "rulings.toml"
    text = path.read_text("utf-8")
    digest = text.split('a_hash = "')[1][:64]
    path.write_text(text.replace(digest, "0" * 64), "utf-8")
    assert "a text has changed since" in runner.invoke(command, arguments, input="q").output
    code, out, _ = run("check", "--content", content)
    assert code == 0
    assert "X102" in out


def test_themes_are_proposed_as_rows_to_fill_in(content: Path, run: Run) -> None:
    code, out, _ = run("themes", "suggest", "--content", content, "--most", "2")
    assert code == 0
    assert out.count("[[theme]]") == 2
    assert 'zh = ""' in out
