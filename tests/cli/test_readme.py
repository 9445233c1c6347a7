"""What README and CONTRIBUTING name exists, and the commands of README do what it says, in its order."""

import re
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import click
import pytest

from commands import notice, run_here, shell_lines
from digest.cli.main import digest

ROOT = Path(__file__).parents[2]


def commands(name: str) -> list[str]:
    """The lines of the shell blocks of a page."""
    return shell_lines((ROOT / name).read_text("utf-8"))


def test_the_pages_name_commands() -> None:
    assert len([line for line in commands("README.md") if line.startswith("digest ")]) > 5


SUBJECTS = ("流片", "设备", "人才", "园区", "标准", "专利", "测试平台", "首台套", "展会")
ARTICLES = "示例市支持集成电路产业发展若干措施\n\n" + "\n\n".join(
    f"第{number}条 支持{subject}。对企业的{subject}项目，按照{subject}费用的{at}0%给予资助，最高不超过{at}00万元。"
    for at, (number, subject) in enumerate(zip("一二三四五六七八九", SUBJECTS, strict=True), 1)
)
SECTIONS = "示例省集成电路产业行动计划\n\n" + "\n\n".join(
    f"{number}、{subject}\n\n（一）支持{subject}。对{subject}给予不超过{at}00万元的补助。\n\n（二）建设{subject}平台。支持企业建设{subject}平台。"
    for at, (number, subject) in enumerate(zip("一二三", SUBJECTS, strict=False), 1)
)
FOUND = {"i18n status --fail-under 90": 1}
"""The exit codes of commands that find something in the site of the test, in which nothing is translated."""


def prepare(folder: Path) -> None:
    """What the page takes for granted: two policies, the files it names, a repository."""
    policies = folder / "content/policies"
    for slug, text in (("longhua-2024", ARTICLES), ("shenzhen-2022", SECTIONS)):
        copytree(policies / "example-2024", policies / slug)
        put(policies / slug, text)
    (folder / "new-text.txt").write_text(ARTICLES.replace("20%", "25%"), "utf-8")
    (folder / "notice.html").write_text(notice(SECTIONS.replace("示例省", "青岛市")), "utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)


def put(policy: Path, text: str) -> None:
    """Another text of a policy."""
    title, toml = text.partition("\n")[0], (policy / "policy.toml").read_text("utf-8")
    (policy / "source.txt").write_text(text, "utf-8")
    toml = re.sub(r'source_sha256 = ".*"', f'source_sha256 = "{sha256(text.encode()).hexdigest()}"', toml)
    toml = re.sub(r'(\[title_zh\]\nvalue = ").*(")', rf"\g<1>{title}\2", toml)
    (policy / "policy.toml").write_text(toml, "utf-8")


def before(line: str, folder: Path) -> None:
    """What an editor has done before some of the commands."""
    longhua = folder / "content/policies/longhua-2024"
    if line.startswith("digest amend longhua-2024  "):
        put(longhua, ARTICLES.replace("20%", "25%").replace("300万", "350万"))
    if line.startswith("digest ids redirect"):
        put(longhua, "\n\n".join(each for each in ARTICLES.split("\n\n") if "第三条" not in each))
    if "diff v1.2" in line:
        subprocess.run(["git", "tag", "v1.2"], cwd=folder, check=True)


def test_every_command_of_the_readme_works_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Editor")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "editor@policies.example.org")
    for name in ("add", "amend"):
        monkeypatch.setattr(f"digest.cli.{name}.on_terminal", lambda: True)
    for line in commands("README.md"):
        if line.startswith("cd "):
            monkeypatch.chdir(line.removeprefix("cd "))
            prepare(Path())
        elif line.startswith("git "):
            subprocess.run(line, shell=True, check=True, capture_output=True)  # noqa: S602 # as the page has it
        elif line.startswith("digest "):
            before(line, Path())
            run_here(line, FOUND)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_make_target_is_defined(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / page).read_text("utf-8"))) - {"and"}:
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), f"make {target}"


def every(command: click.Command) -> Iterator[click.Command]:
    """A command and all below it."""
    yield command
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        yield from every(each)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_command_or_option_named_in_passing_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for name in re.findall(r"`digest ([a-z][a-z0-9]+)", text):
        assert name in digest.commands
    known = {option for command in every(digest) for x in command.params for option in x.opts}
    assert set(re.findall(r"`(--[a-z][a-z-]*)", text)) <= known


def test_the_picture_and_the_pages_linked_are_there() -> None:
    for target in re.findall(r"\]\(([^):]+)\)", (ROOT / "README.md").read_text("utf-8")):
        assert (ROOT / target).is_file(), target
