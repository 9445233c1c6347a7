"""The page for editors: every site has it, and each of its commands does what it says, in the order of the page."""

import re
import shlex
from pathlib import Path

import pytest

from commands import notice, run_here, shell_lines
from digest.cli.main import digest
from digest.new_site import new_site
from digest.read.content import read_content
from digest.resources import starter_content
from running import Run

LANGUAGES = ["zh", "en"]


def page(language: str) -> str:
    return (starter_content() / f"pages/help.{language}.md").read_text("utf-8")


def commands(language: str) -> list[str]:
    """The commands of the page, in order."""
    return [line for line in shell_lines(page(language)) if line.startswith("digest ")]


def test_both_pages_name_the_same_commands() -> None:
    zh, en = map(commands, LANGUAGES)
    assert [re.sub(r'".*"', "NAME", line) for line in zh] == [re.sub(r'".*"', "NAME", line) for line in en]
    assert len(zh) > 15


def test_every_command_of_the_page_works_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of both pages are the same."""
    content = new_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("digest.cli.add.on_terminal", lambda: True)
    source = (content / "policies/example-2024/source.txt").read_text("utf-8")
    Path("new-text.txt").write_text(source, "utf-8")
    Path("notice.html").write_text(notice(source.replace("示例", "青岛")), "utf-8")
    for line in commands("zh"):
        run_here(line, {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_option_and_code_named_in_passing_exists(language: str) -> None:
    for line in re.findall(r"`digest ((?:--lang \w+ )?[a-z].*?|--.*?)`", page(language)):
        arguments = shlex.split(line.removeprefix("--lang zh "))
        if not arguments[0].startswith("-"):
            digest.commands[arguments[0]].make_context(arguments[0], arguments[1:], resilient_parsing=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_site_has_the_page_out_of_the_way_of_its_readers(
    run: Run, tmp_path: Path, language: str
) -> None:
    content = new_site(tmp_path)
    assert run("publish", "-q").code == 0
    html = (tmp_path / f"site/{language}/help/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert "digest templates copy" in re.sub(r"<[^>]+>", "", html)
    home = (tmp_path / f"site/{language}/index.html").read_text("utf-8")
    before, _, footer = home.partition("<footer")
    assert 'href="help/index.html"' in footer
    assert "help/" not in before
    assert "help" not in (content / "addresses.toml").read_text("utf-8")
    assert "/help/" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_a_page_of_the_site_takes_its_place(tmp_path: Path) -> None:
    content = new_site(tmp_path)
    for language in LANGUAGES:
        (content / f"pages/help.{language}.md").write_text("# Ours\n", "utf-8")
    read, problems = read_content(content, starter_content())
    assert problems == ()
    assert read is not None
    assert [page.title for page in read.pages if page.name == "help"] == ["Ours", "Ours"]
