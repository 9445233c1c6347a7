"""What became of published clause ids, as people see it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from running import Run


@pytest.fixture(scope="module")
def before(run_before: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site that was published once."""
    project = tmp_path_factory.mktemp("published") / "project"
    assert run_before("new", project).code == 0
    assert run_before("publish", "--content", project / "content", "--output", project / "out").code == 0
    return project


@pytest.fixture
def source(before: Path, tmp_path: Path) -> Path:
    """The text of a new site that was published once."""
    shutil.copytree(before / "out", tmp_path / "out")
    content = shutil.copytree(before / "content", tmp_path / "site-folder" / "content")
    return Path(content) / "policies" / "example-2024" / "source.txt"


def diff(run: Run, source: Path) -> tuple[int, list[str], str]:
    code, out, err = run("ids", "diff", "--content", source.parents[2])
    return code, out.splitlines(), err


def test_nothing_changed(run: Run, source: Path) -> None:
    assert diff(run, source) == (0, [], "")


def test_new_changed_moved_and_gone(run: Run, source: Path) -> None:
    text = source.read_text("utf-8").replace("最高不超过500万元", "最高不超过600万元")
    text = text.replace("第三条", "第四条").replace("（二）优先安排进入公共测试平台。\n", "")
    source.write_text(text + "\n第五条 支持应用。对首次应用的产品给予奖励。\n", "utf-8")
    code, lines, err = diff(run, source)
    assert [line.split("\t") for line in lines] == [
        ["new", "example-2024#art5"],
        ["reworded", "example-2024#art1"],
        ["moved", "example-2024#art3", "example-2024#art4"],
        ["gone", "example-2024#art2.2"],
    ]
    assert code == 1
    assert "I101" in err


def test_what_an_editor_settled_is_no_news(run: Run, source: Path) -> None:
    source.write_text(source.read_text("utf-8").replace("第三条", "第四条"), "utf-8")
    ledger = source.with_name("ids.toml")
    ledger.write_text(
        ledger.read_text("utf-8").replace("\n[aliases]", '\n[aliases]\n"art3" = "art4"'), "utf-8"
    )
    code, lines, err = diff(run, source)
    assert [line.split("\t") for line in lines] == [["new", "example-2024#art4"]]
    assert (code, err) == (0, "")


def test_the_text_beside_an_earlier_folder_and_a_revision(run: Run, source: Path, tmp_path: Path) -> None:
    content = source.parents[2]
    shutil.copytree(content, tmp_path / "earlier")
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", content.parent, *words], check=True)
    source.write_text(source.read_text("utf-8").replace("500万元", "600万元"), "utf-8")
    for earlier in (tmp_path / "earlier", "HEAD"):
        code, out, err = run("ids", "diff", earlier, "--content", content)
        assert (code, out, err) == (0, "reworded\texample-2024#art1\n", "")
    code, out, err = run("ids", "diff", "no-such-thing", "--content", content)
    assert (code, out) == (2, "")
    assert "no-such-thing" in err


def test_a_clause_in_other_words_is_adopted(run: Run, source: Path) -> None:
    text = source.read_text("utf-8")
    start, end = text.index("第三条"), text.index("\n", text.index("第三条"))
    source.write_text(f"{text[:start]}第三条 建设仓储基地，完善冷链配送网络。{text[end:]}", "utf-8")
    code, _, err = diff(run, source)
    assert code == 1
    assert "I104" in err
    assert run("ids", "adopt", "example-2024#art3", "--content", source.parents[2]) == (0, "", "")
    assert diff(run, source)[0] == 0
    assert run("ids", "adopt", "example-2024#art99", "--content", source.parents[2]).code == 1
    assert run("ids", "adopt", "art3", "--content", source.parents[2]).code == 2


def test_an_address_without_a_clause_leads_to_another(run: Run, source: Path) -> None:
    content, text = source.parents[2], source.read_text("utf-8")
    source.write_text(text[: text.index("第三条")], "utf-8")
    assert diff(run, source)[0] == 1
    arguments = ("ids", "redirect", "example-2024#art3", "example-2024#art2", "--content", content)
    assert run(*arguments) == (0, "", "")
    assert diff(run, source)[0] == 0
    assert '"art3" = "art2"' in source.with_name("ids.toml").read_text("utf-8")
    source.write_text(text, "utf-8")
    assert "I103" in run(*arguments).err


def test_no_content_is_named(run: Run) -> None:
    code, out, err = run("ids", "diff", "--content", "nowhere")
    assert (code, out) == (1, "")
    assert "R001" in err
