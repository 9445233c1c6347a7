"""Warnings end with exit code 0, and with 1 under --strict, in every command that reports findings."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from digest.cli.main import digest
from running import Run
from site_cases import good_site

WITHOUT_FINDINGS = {"explain", "new", "search", "serve", "stats", "templates list", "templates copy"}
"""Commands that read no content, end by a key, or say by their exit code whether something was found."""

NOT_ALONE = {"add", "match review", "i18n import", "i18n draft", "ids adopt", "ids redirect", "quality"}
"""Commands that need a file, a terminal, another program or labelled texts: their own tests run them."""

ERRORS_ONLY = {"i18n sync", "i18n status", "i18n export"}
"""Commands that name errors of the content alone; what is merely odd is for ``digest check``."""

ARGUMENTS = {
    "add": ["received.txt", "--as", "city-2025", "--dry-run"],
    "amend": ["city-2024", "--dry-run"],
    "cite": ["city-2024"],
    "export": ["documents"],
    "i18n export": ["--csv"],
    "ids adopt": ["city-2024#art1"],
    "ids redirect": ["city-2024#art1", "city-2024#art2"],
    "parse": ["content/policies/city-2024/source.txt"],
    "show": ["city-2024"],
}


def leaves(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = {name: command for name, command in leaves(digest) if name not in WITHOUT_FINDINGS}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with warnings only: of its settings, of a text (P201 a gap), of a title, and of its English (T303)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "content"
    good_site(folder)
    source, settings = (folder / "policies/city-2024" / name for name in ("source.txt", "policy.toml"))
    source.write_text(source.read_text("utf-8").replace("第三条", "第五条"), "utf-8")
    settings.write_text(settings.read_text("utf-8").replace("智能传感器", "传感器"), "utf-8")
    assert invoke("i18n sync", []).exit_code == 0
    english = folder / "policies/city-2024/en.po"
    said = "Support for tape-out.\\n\\nA subsidy of 50% of the tape-out fee, RMB 3 million a year."
    old = '不超过300万元。"\nmsgstr '
    english.write_text(english.read_text("utf-8").replace(f'{old}""', f'{old}"{said}"'), "utf-8")
    received = "示例市支持软件产业发展若干措施\n第一条 支持研发，最高不超过50万元。\n第五条 支持应用，最高不超过60万元。\n"
    (tmp_path / "received.txt").write_text(received, "utf-8")
    return folder


def invoke(name: str, more: list[str]) -> Result:
    arguments = [*name.split(), *ARGUMENTS.get(name, []), *more]
    return CliRunner().invoke(digest, [*arguments, "--content", "content"], catch_exceptions=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_reports_findings_may_be_strict(name: str) -> None:
    (strict,) = (each for each in COMMANDS[name].params if each.name == "strict")
    assert strict.opts == ["--strict"]


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in NOT_ALONE])
def test_warnings_count_when_strict(name: str) -> None:
    plain, strict = invoke(name, []), invoke(name, ["--strict"])
    assert plain.exit_code == 0, plain.output
    assert strict.exit_code == (name not in ERRORS_ONLY), strict.output
    if name not in ERRORS_ONLY:
        assert "warning" in strict.output or "P201" in strict.output


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in NOT_ALONE])
def test_a_process_that_starts_anew_imports_what_the_command_needs(name: str, run: Run) -> None:
    ran = run(*name.split(), *ARGUMENTS.get(name, []), "--content", "content", anew=True)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in NOT_ALONE])
def test_errors_always_count(name: str, content: Path) -> None:
    (content / "policies/city-2024/policy.toml").write_text("title_en = 1\n", "utf-8")
    ran = invoke(name, [])
    if name in {"add", "parse"}:  # a fault in another policy does not matter
        assert ran.exit_code == 0
    else:
        assert ran.exit_code == 1, ran.output
        assert "error" in ran.output
