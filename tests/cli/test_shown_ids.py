"""What the terminal prints for people has no clause id that reads as a number of the text."""

from pathlib import Path

import pytest

from digest.new_site import new_site
from running import Run
from shown_ids import Finder

TEXT = """示例市支持低空经济发展若干措施
一、总体要求
（一）发展目标。到2027年，产值超过100亿元。
——集聚一批企业。
二、主要任务
（一）支持流片。按流片费用的50%给予补贴，最高不超过300万元。
"""
IDS = {"1.1", "1.1.u1", "2.1", "front.1", "art1"}


@pytest.fixture(autouse=True)
def content(tmp_path: Path, run: Run) -> None:
    new_site(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    run("add", "text.txt", "--as", "city-2025", "--yes")


@pytest.mark.parametrize(
    "command",
    [
        "show city-2025",
        "show city-2025#1.1.u1",
        "search 补贴",
        "compare",
        "i18n status",
        "parse text.txt",
    ],
)
def test_ids_are_marked(run: Run, command: str) -> None:
    code, out, err = run(*command.split())
    assert code == 0, err
    assert Finder(IDS).in_words(out) == []
