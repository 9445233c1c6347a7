"""``digest themes suggest``."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from digest.read.word_lists import THEMES, read_words
from digest.resources import starter_content
from running import Run

TEXT = """某{place}市民生实事办法

第一条 推广骨灰海葬。对参加骨灰海葬的家属，每例给予补贴{sum}元。
第二条 加装电梯。对既有住宅加装电梯的，每台给予补助{sum}元，首次加装的当年另给予5万元。
第三条 支持流片。支持企业开展首轮流片，按流片费用的30%给予补贴。
"""
OPEN = (
    "issuers",
    "number",
    "made",
    "published",
    "effective",
    "expires",
    "genre",
    "form",
    "status",
    "jurisdiction",
)


@pytest.fixture
def content(tmp_path: Path, project: Path) -> Path:
    """Two policies with measures for which there is no theme."""
    ignored = shutil.ignore_patterns("policies", "rulings.toml", "addresses.toml", "changes.toml")
    folder = Path(shutil.copytree(project / "content", tmp_path / "content", ignore=ignored))
    for slug, place, granted in (("first-2024", "甲", "2000"), ("second-2024", "乙", "3000")):
        policy = folder / "policies" / slug
        policy.mkdir(parents=True)
        source = TEXT.format(place=place, sum=granted).encode()
        (policy / "source.txt").write_bytes(source)
        stated = "".join(f'\n[{key}]\nbasis = "unknown"\n' for key in OPEN)
        (policy / "policy.toml").write_text(
            f'title_en = "{slug}"\nshort_titles = []\nsource_file = "source.txt"\n'
            f'source_sha256 = "{hashlib.sha256(source).hexdigest()}"\n\n'
            f'[title_zh]\nvalue = "某{place}市民生实事办法"\nbasis = "printed"\n{stated}',
            "utf-8",
        )
    return folder


def test_a_theme_is_proposed_with_what_would_change(content: Path, run: Run) -> None:
    code, out, _ = run("themes", "suggest", "--content", content)
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("zh")] == [
        'zh = "骨灰海葬"',
        'zh = "加装电梯"',
    ]
    assert "# first-2024#art1: 对参加骨灰海葬的家属，每例给予补贴2000元" in out
    assert len(re.findall(r"# If it is added: measures with it 2, new likely pairs [01]\.", out)) == 2


def test_written_themes_are_read_and_proposed_no_more(content: Path, run: Run) -> None:
    before = (content / "themes.toml").read_text("utf-8")
    code, out, err = run("themes", "suggest", "--content", content, "--write", "--most", "1")
    assert code == 0
    assert "themes.toml: 1 themes added." in err
    assert (content / "themes.toml").read_text("utf-8").startswith(before)
    words, problems = read_words(content, starter_content(), THEMES)
    assert problems == ()
    assert words is not None
    assert (words.themes[-1].id, words.themes[-1].hints) == ("new-1", ("骨灰海葬",))
    _, out, _ = run("themes", "suggest", "--content", content, "--write")
    assert [line for line in out.splitlines() if line.startswith("zh")] == ['zh = "加装电梯"']
    code, out, err = run("themes", "suggest", "--content", content, "--write")
    assert (code, out) == (0, "")
    assert "No theme is missing" in err
    assert run("check", "--content", content).code == 0


def test_a_folder_without_themes_gets_those_of_the_program_first(content: Path, run: Run) -> None:
    (content / "themes.toml").unlink()
    run("themes", "suggest", "--content", content, "--write")
    written = (content / "themes.toml").read_text("utf-8")
    assert written.startswith((starter_content() / "themes.toml").read_text("utf-8").rstrip("\n"))
