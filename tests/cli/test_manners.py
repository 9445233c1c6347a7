"""What holds for every command: help, exit codes, streams, no traceback, a quick start."""

import re
from pathlib import Path

import pytest

from digest import __version__
from digest.cli.main import digest
from running import Run

COMMANDS = sorted(digest.commands)


def test_help_lists_every_command_and_the_exit_codes(run: Run) -> None:
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert all(re.search(rf"^  {name} +\S", out, re.MULTILINE) for name in COMMANDS)
    assert "Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a fault" in " ".join(out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_all_its_options(run: Run, name: str) -> None:
    code, out, err = run(name, "--help")
    assert (code, err) == (0, "")
    for parameter in digest.commands[name].params:
        if parameter.param_type_name == "option":
            assert max(parameter.opts, key=len) in out
            assert getattr(parameter, "help", None), f"{parameter.name} is not described"


def test_help_imports_nothing_heavy(run: Run) -> None:
    _, _, imported = run("--help", PYTHONPROFILEIMPORTTIME="1", PYTHONWARNINGS="ignore")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in imported.splitlines()}
    assert "click" in loaded
    assert not loaded & {
        "jinja2",
        "markdown",
        "pygments",
        "jieba",
        "rich",
        "polib",
        "sqlite3",
        "xlsxwriter",
        "nh3",
    }


def test_a_build_with_nothing_to_do_imports_no_stage(run: Run, project: Path, tmp_path: Path) -> None:
    folders = ("--content", project / "tests/sites/good", "--output", tmp_path / "site")

    def imported() -> set[str]:
        done = run("build", *folders, PYTHONPROFILEIMPORTTIME="1", XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert done.code == 0
        return {line.rpartition("|")[2].strip() for line in done.err.splitlines()}

    needless = {"digest.build", "digest.model.corpus", "digest.parse", "jinja2"}
    assert needless <= imported()
    assert not needless & imported()


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"digest {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "Did you mean 'build'?"),
        (["build", "--jobs", "0"], "--jobs"),
        (["build", "--format", "xml"], "--format"),
        (["explain", "B13"], "There is no code B13. `digest explain` lists all codes."),
        (["parse"], "FILE"),
        (["serve"], "There is no site in site yet. Run `digest build` first."),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_explain(run: Run) -> None:
    code, out, err = run("explain", "r103")
    assert (code, err) == (0, "")
    assert out.startswith("R103 (error): ")
    assert "What to do: " in out


def fault_in(tmp_path: Path) -> dict[str, str]:
    """An environment in which a module of the program cannot even be imported."""
    package = tmp_path / "broken" / "rich"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('no \\x1b[31m luck')")
    return {"PYTHONPATH": f"{package.parent}:{Path(__file__).parents[2] / 'src'}"}


def test_a_fault_is_one_frame_and_ends_with_3(run: Run, tmp_path: Path) -> None:
    code, out, err = run("parse", "missing.txt", **fault_in(tmp_path))
    assert (code, out) == (3, "")
    assert "Traceback" not in err
    assert "\x1b" not in err
    assert "RuntimeError: no \ufffd[31m luck" in err
    assert "DIGEST_DEBUG=1" in err


def test_a_fault_shows_its_traceback_on_request(run: Run, tmp_path: Path) -> None:
    code, _, err = run("parse", "missing.txt", DIGEST_DEBUG="1", **fault_in(tmp_path))
    assert code == 3
    assert "Traceback" in err
