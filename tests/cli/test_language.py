"""Messages and help in Chinese: complete, chosen by option or environment, and no burden on those who read English."""

import os
import re
import string
from pathlib import Path

import polib
import pytest

from catalogue_keys import click_keys, keys
from digest.cli.language import asked_for
from digest.new_site import new_site
from digest.resources import catalogue as catalogue_file
from running import Run

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(catalogue_file("zh"))


def test_every_text_is_in_the_catalogue_and_nothing_else(catalogue: polib.POFile, project: Path) -> None:
    needed = keys(project / "src/digest")
    known = {words for entry in catalogue for words in (entry.msgid, entry.msgid_plural) if words}
    assert sorted(needed - known) == []
    assert sorted(known - needed - click_keys()) == []


def test_every_text_is_translated_and_keeps_its_names(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        said = entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr
        assert said
        names = _names(entry.msgid_plural or entry.msgid)
        assert _names(said) <= names | _names(entry.msgid), entry.msgid
        assert entry.msgid_plural or _names(said) == names, entry.msgid
        assert HAN.search(said) or not re.search(r"[a-z]{4}", re.sub(r"\{.*?\}", "", entry.msgid)), (
            entry.msgid
        )


@pytest.mark.parametrize(
    ("arguments", "environment", "language", "rest"),
    [
        (["build"], {}, "en", ["build"]),
        (["--lang", "zh", "build"], {}, "zh", ["build"]),
        (["build", "--lang=zh", "-q"], {}, "zh", ["build", "-q"]),
        (["--lang", "en", "build"], {"DIGEST_LANG": "zh"}, "en", ["build"]),
        (["build"], {"DIGEST_LANG": "zh", "LANG": "en_GB.UTF-8"}, "zh", ["build"]),
        (["build"], {"DIGEST_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en", ["build"]),
        (["build"], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en", ["build"]),
        (["build"], {"LANG": "zh_CN.UTF-8"}, "zh", ["build"]),
        (["--lang", "fr", "build"], {}, "en", ["--lang", "fr", "build"]),
        (["parse", "--", "--lang", "zh"], {}, "en", ["parse", "--", "--lang", "zh"]),
        (["--lang"], {}, "en", ["--lang"]),
    ],
)
def test_who_decides(
    arguments: list[str], environment: dict[str, str], language: str, rest: list[str]
) -> None:
    assert asked_for(arguments, environment) == (language, rest)


def test_help_in_chinese(run: Run) -> None:
    code, out, err = run("--lang", "zh", "--help")
    assert (code, err) == (0, "")
    assert out.startswith("用法：")
    assert "把中文政策文本变成可供阅读、引用和比较的双语网站。" in out
    assert all(HAN.search(line) for line in out.splitlines() if line.startswith("  "))


def test_the_system_may_speak_chinese(run: Run) -> None:
    ran = run("check", "--content", "nowhere", LANG="zh_CN.UTF-8", LC_ALL="", LC_MESSAGES="", DIGEST_LANG="")
    assert ran == run("check", "--content", "nowhere", DIGEST_LANG="zh")


def test_a_finding_and_its_hint_in_chinese(run: Run) -> None:
    code, out, err = run("--lang", "zh", "check", "--content", "nowhere")
    assert (code, err) == (1, "nowhere: 1 个错误\n")
    assert out.startswith("nowhere: 错误 R001：缺少内容文件夹。\n  处理办法：请在该处补上")


def test_wrong_usage_in_chinese(run: Run) -> None:
    code, _, err = run("bild", DIGEST_LANG="zh")
    assert code == 2
    assert "没有 'bild' 这个命令。" in err
    assert "您是不是想输入 'build'？" in err


def test_what_the_prompts_say_is_in_chinese(catalogue: polib.POFile) -> None:
    said = {entry.msgid: entry.msgstr for entry in catalogue}
    assert (said["Error: invalid input"], said["required"]) == ("错误：输入无效", "必填")


def test_explain_in_chinese(run: Run) -> None:
    code, out, _ = run("explain", "R103", DIGEST_LANG="zh")
    assert code == 0
    assert out.startswith("R103（错误）：未知的设置项")
    assert "处理办法：" in out


def test_places_and_states_in_chinese(run: Run, tmp_path: Path) -> None:
    content = new_site(tmp_path / "site")
    _, out, _ = run("i18n", "status", "--content", content, DIGEST_LANG="zh")
    _, shown, _ = run("show", "example-2024", "--content", content, DIGEST_LANG="zh")
    _, hits, _ = run("search", "企业", "--content", content, DIGEST_LANG="zh")
    assert not re.search("unknown|Example|Province|City", out)
    assert not re.search(" as of |until |from ", shown)
    assert not re.search(r"\[[A-Z][a-z ]+\]", hits)
    assert re.search(r"\[[\u4e00-\u9fff]+\]", hits)


def test_a_new_site_is_explained_in_the_language_spoken(run: Run, tmp_path: Path) -> None:
    for language, begins in (("en", "# The content of this site"), ("zh", "# 本站内容")):
        assert run("new", language, DIGEST_LANG=language).code == 0
        content = tmp_path / language / "content"
        assert (content / "README.md").read_text("utf-8").startswith(begins)
        assert not (content / "README.zh.md").exists()
        assert run("check", "--strict", "--content", content).code == 0


def test_both_languages_explain_the_same_files_and_commands(project: Path) -> None:
    en, zh = (
        re.findall(r"`([^`]+)`", (project / "src/digest/starter" / name).read_text("utf-8"))
        for name in ("README.md", "README.zh.md")
    )
    assert sorted(each for each in en if "<" not in each) == sorted(each for each in zh if "<" not in each)


def test_chinese_starts_quickly_enough(run: Run) -> None:
    """In processor time: on a machine that is busy with something else a clock tells nothing."""

    def seconds() -> float:
        before = os.times()
        run("--help", anew=True, DIGEST_LANG="zh")
        after = os.times()
        return sum(after[2:4]) - sum(before[2:4])  # of processes that have ended

    assert min(seconds() for _ in range(3)) < 1.0


def _names(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}
