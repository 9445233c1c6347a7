"""Publishing is a step of its own: nothing is promised before."""

import re
from pathlib import Path

import pytest

from running import Run


@pytest.fixture
def content(run: Run, tmp_path: Path) -> Path:
    assert run("new", tmp_path / "project").code == 0
    return tmp_path / "project/content"


def ledger(content: Path) -> Path:
    return content / "policies/example-2024/ids.toml"


def test_a_build_promises_nothing(run: Run, content: Path, tmp_path: Path) -> None:
    arguments = ("--content", content, "--output", tmp_path / "out")
    code, _, err = run("build", *arguments)
    assert code == 0
    assert "digest publish" in err
    assert not ledger(content).exists()
    code, _, err = run("build", "--frozen", *arguments)
    assert code == 1
    assert "I105" in err


def test_what_is_new_is_said_and_recorded(run: Run, content: Path, tmp_path: Path) -> None:
    arguments = ("--content", content, "--output", tmp_path / "out")
    code, _, err = run("publish", *arguments)
    assert code == 0
    assert "new: example-2024#front.1" in err
    known = ledger(content).read_text("utf-8")
    code, _, err = run("publish", *arguments)
    assert code == 0
    assert "new:" not in err
    assert ledger(content).read_text("utf-8") == known
    assert run("build", "--frozen", *arguments).code == 0
    source = ledger(content).with_name("source.txt")
    source.write_text(source.read_text("utf-8").replace("500万元", "600万元"), "utf-8")
    assert run("build", "--frozen", *arguments).code == 1
    assert "reworded: example-2024#art1" in run("publish", *arguments).err
    assert len(ledger(content).read_text("utf-8").splitlines()) == len(known.splitlines()) + 1


def test_a_site_that_cannot_be_built_promises_nothing(run: Run, content: Path, tmp_path: Path) -> None:
    (content / "site.toml").write_text("title_zh = 1\n", "utf-8")
    assert run("publish", "--content", content, "--output", tmp_path / "out").code == 1
    assert not ledger(content).exists()


def test_a_draft_is_left_out(run: Run, content: Path, tmp_path: Path) -> None:
    draft = content / "policies/draft-2025"
    draft.mkdir()
    for path in ledger(content).parent.iterdir():
        (draft / path.name).write_bytes(path.read_bytes())
    settings = draft / "policy.toml"
    settings.write_text("draft = true\n" + settings.read_text("utf-8"), "utf-8")
    out = tmp_path / "out"
    for command in ("build", "publish"):
        assert run(command, "--content", content, "--output", out).code == 0
        assert (out / "zh/policies/example-2024/index.html").is_file()
        assert not (out / "zh/policies/draft-2025").exists()
    assert not (draft / "ids.toml").exists()
    assert "draft-2025" not in run("export", "documents", "--content", content).out
    assert run("show", "draft-2025", "--content", content).code == 0


def test_what_was_published_before_stays_on_the_page_of_a_clause(
    run: Run, content: Path, tmp_path: Path
) -> None:
    arguments = ("--content", content, "--output", tmp_path / "out")
    page, source = tmp_path / "out/p/example-2024/art1/index.html", ledger(content).with_name("source.txt")
    assert run("publish", *arguments).code == 0
    (cited,) = re.findall(r'data-version="(\w{8})"', page.read_text("utf-8"))
    source.write_text(source.read_text("utf-8").replace("500万元", "600万元"), "utf-8")
    for command in ("build", "publish", "build"):
        assert run(command, *arguments).code == 0
        said = page.read_text("utf-8")
        assert f'<article id="at-{cited}">' in said, command
        assert "500万元 → 600万元" in said
    source.write_text(source.read_text("utf-8").replace("600万元", "500万元"), "utf-8")
    assert run("build", *arguments).code == 0
    said = page.read_text("utf-8")
    assert f'data-version="{cited}"' in said
    assert "600万元 → 500万元" in said
