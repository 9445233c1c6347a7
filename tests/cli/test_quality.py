"""``digest quality`` prints figures, and writes the file the site shows them from."""

from pathlib import Path

from running import Run


def test_the_table_and_the_file(run: Run, project: Path, tmp_path: Path) -> None:
    written = tmp_path / "quality.toml"
    code, out, err = run(
        "quality", project / "tests/labelled", "--content", project / "content", "--write", written
    )
    assert (code, err) == (0, "")
    assert out.split()[:6] == ["texts", "labels", "found", "right", "precision", "recall"]
    assert written.read_bytes() == (project / "content/quality.toml").read_bytes()


def test_misses_are_listed_text_by_text(run: Run, project: Path) -> None:
    code, out, _ = run("quality", project / "tests/labelled", "--content", project / "content", "--misses")
    assert code == 0
    assert "  supports missed: " in out  # no goal is missed any more


def test_a_folder_without_labels(run: Run) -> None:
    code, out, err = run("quality", "nowhere")
    assert (code, out) == (1, "")
    assert "nowhere/supports.toml" in err
