"""What became of published clause ids, as people see it."""

from pathlib import Path

import pytest

from running import Run


@pytest.fixture
def source(run: Run, tmp_path: Path) -> Path:
    """The text of a new site that was built once."""
    assert run("new", tmp_path / "site-folder").code == 0
    content = tmp_path / "site-folder" / "content"
    assert run("build", "--content", content, "--output", tmp_path / "out").code == 0
    return content / "policies" / "example-2024" / "source.txt"


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
        ["changed", "example-2024#art1"],
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


def test_no_content_is_named(run: Run) -> None:
    code, out, err = run("ids", "diff", "--content", "nowhere")
    assert (code, out) == (1, "")
    assert "R001" in err
