"""What ``build``, ``check`` and ``show`` print and return, whatever the build finds."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli.main import digest
from digest.model.built import Built
from digest.model.problem import Problem, Severity, problem
from digest.text.ids import text_hash
from small_corpus import corpus

ERROR = problem("R005", "content/policies/a/source.txt")
WARNING = problem("R008", "content/policies/a/source.txt", line=1, length=200_000)
NOTE = problem("R006", "content/policies/a/source.txt", encoding="GB18030")


class Asked:
    """Stands for the build: remembers what it was asked and finds what it is told."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        self.calls: list[tuple[object, ...]] = []

    def Session(self, content: Path, environment: object) -> "Asked":  # noqa: N802 # stands for the class
        self.calls.append((content,))
        return self

    def build(self, output: Path, *, jobs: int, progress: object, waiting: object, frozen: bool) -> Built:
        self.calls.append((output, jobs, frozen))
        return Built(7, 3, self.problems)

    def check(self, *, jobs: int, progress: object) -> tuple[Problem, ...]:
        self.calls.append((jobs,))
        return self.problems

    def load(self, *, drafts: bool, progress: object) -> tuple[object, tuple[Problem, ...]]:
        return corpus(), self.problems


def ask(monkeypatch: pytest.MonkeyPatch, problems: list[Problem], *arguments: str) -> tuple[Result, Asked]:
    asked = Asked(problems)
    monkeypatch.setitem(sys.modules, "digest.session", asked)
    return CliRunner().invoke(digest, list(arguments)), asked


def test_the_examples_have_their_severities() -> None:
    assert [p.severity for p in (ERROR, WARNING, NOTE)] == [Severity.ERROR, Severity.WARNING, Severity.NOTE]


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(
    ("problems", "code", "strict"),
    [([], 0, 0), ([NOTE], 0, 0), ([WARNING, NOTE], 0, 1), ([ERROR], 1, 1), ([NOTE, ERROR], 1, 1)],
)
def test_exit_code_follows_from_the_findings(
    monkeypatch: pytest.MonkeyPatch, command: str, problems: list[Problem], code: int, strict: int
) -> None:
    for form in ("text", "json", "github", "sarif"):
        for quiet in ([], ["-q"]):
            result, _ = ask(monkeypatch, problems, command, "--format", form, *quiet)
            assert result.exit_code == code
            result, _ = ask(monkeypatch, problems, command, "--strict", "--format", form, *quiet)
            assert result.exit_code == strict


def test_build_prints_messages_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = ask(monkeypatch, [ERROR, WARNING], "build")
    assert result.stdout == ""
    assert "content/policies/a/source.txt: error R005" in result.stderr
    assert "content/policies/a/source.txt:1: warning R008" in result.stderr
    assert result.stderr.endswith("site: 7 files, 3 written; 1 error, 1 warning\n")


def test_check_prints_its_findings_on_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = ask(monkeypatch, [WARNING], "check")
    assert result.stdout.startswith("content/policies/a/source.txt:1: warning R008")
    assert result.stderr == "content: 1 warning\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_findings_for_programs_are_data(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    result, _ = ask(monkeypatch, [ERROR, NOTE], command, "--format", "json", "-q")
    assert [row["code"] for row in json.loads(result.stdout)] == ["R005", "R006"]
    assert result.stderr == ""


@pytest.mark.parametrize("command", ["build", "check"])
def test_quiet_prints_errors_only(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    result, _ = ask(monkeypatch, [NOTE, WARNING], command, "-q")
    assert result.output == ""
    result, _ = ask(monkeypatch, [NOTE, WARNING, ERROR], command, "-q")
    assert "R005" in result.output
    assert not {"R006", "R008"} & set(result.output.replace(":", " ").split())


def test_options_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    _, asked = ask(monkeypatch, [], "build", "--content", "c", "--output", "o", "--jobs", "3", "--frozen")
    _, checked = ask(monkeypatch, [], "check", "--content", "c", "--jobs", "3")
    assert (asked.calls, checked.calls) == ([(Path("c"),), (Path("o"), 3, True)], [(Path("c"),), (3,)])


def test_a_file_gets_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = ask(monkeypatch, [ERROR], "check")
    assert "\x1b" not in result.output


def test_show_a_policy_with_its_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = ask(monkeypatch, [], "show", "example-2022")
    assert result.exit_code == 0
    assert (
        "issued by        示例市工业和信息化局 (inferred, low confidence, The text says only 我局.)\n"
        in result.stdout
    )
    assert "document number  unknown\n" in result.stdout
    assert "  #2.1  section  L13  （一） 支持研发\n" in result.stdout


def test_a_name_may_pin_a_wording_as_in_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    pinned, plain = (ask(monkeypatch, [], "show", f"example-2022#1.1{pin}")[0] for pin in ("@1db1ba27", ""))
    assert (pinned.exit_code, pinned.stdout) == (0, plain.stdout)


def test_show_a_clause_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.cli.show.today", lambda: "2026-01-01")
    result, _ = ask(monkeypatch, [], "show", "example-2022#1.1")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "example-2022#1.1",
        "一、总体情况",
        "  （一）发展现状",
        "",
        "2021年，产业增加值超过40亿元，增长12.5%。",
        "",
        "第二段同样属于本条款。",
        "",
        "Present state",
        "",
        "In 2021 value added exceeded RMB 4 billion.",
        "",
        "kind                 section",
        "today                Period over as of 2026-01-01 (from 2022-07-09, until 2025-07-08)",
        "lines of the source  7-8",
        "address              /p/example-2022/1.1/",
        f"hash                 {text_hash('2021年，产业增加值超过40亿元，增长12.5%。第二段同样属于本条款。')[:8]}",
        "English              machine draft",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("exampel-2022", "There is no policy exampel-2022. Did you mean example-2022?"),
        (
            "example-2022#art8",
            "example-2022 has no clause art8. `digest show example-2022` lists its clauses.",
        ),
    ],
)
def test_show_suggests_the_likely_name(monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    result, _ = ask(monkeypatch, [], "show", name)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("name", ["a", "a#3.2"])
def test_show_says_why_a_policy_could_not_be_read(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    result, _ = ask(monkeypatch, [ERROR], "show", name)
    assert result.exit_code == 1
    assert "R005" in result.stderr
    assert "no policy" not in result.stderr


def test_show_says_nothing_of_other_policies(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = ask(monkeypatch, [ERROR], "show", "nope")
    assert result.exit_code == 2
    assert "R005" not in result.stderr
    assert "There is no policy nope." in result.stderr
